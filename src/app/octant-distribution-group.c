/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-distribution-group.h"

#include <glib/gi18n.h>

#include "octant-chart-menu.h"
#include "octant-distribution-chart.h"
#include "octant-drop-down.h"
#include "octant-texts.h"

struct _OctantDistributionGroup
{
  AdwPreferencesGroup parent_instance;

  OctantSession *session;    /* (owned) (nullable) */
  OctantModel *domains_of;   /* (owned) (nullable) whose domains are listed */
  OctantLanguage language;   /* that they are listed in */

  GtkDropDown *domain;
  OctantChartMenu *menu;
  OctantDistributionChart *chart;
};

G_DEFINE_FINAL_TYPE (OctantDistributionGroup, octant_distribution_group, ADW_TYPE_PREFERENCES_GROUP)

/* (nullable): NULL for the whole */
static const OctantModelDomain *
get_domain (OctantDistributionGroup *self)
{
  guint selected = gtk_drop_down_get_selected (self->domain);

  return selected == 0 || selected == GTK_INVALID_LIST_POSITION ? NULL
                                                                : octant_model_get_domain (self->domains_of, selected - 1);
}

static void
list_domains (OctantDistributionGroup *self,
              OctantModel             *model)
{
  g_autoptr (GtkStringList) names = NULL;

  if (self->domains_of == model && self->language == octant_texts_get_language ())
    return;
  names = gtk_string_list_new (NULL);
  gtk_string_list_append (names, _("All Domains"));
  for (guint i = 0; i < octant_model_get_n_domains (model); i++)
    gtk_string_list_append (names, octant_localise (&octant_model_get_domain (model, i)->name));
  self->language = octant_texts_get_language ();
  g_set_object (&self->domains_of, model);
  gtk_drop_down_set_model (self->domain, G_LIST_MODEL (names));
}

static void
show_domain (OctantDistributionGroup *self)
{
  const OctantModelDomain *domain = get_domain (self);
  g_autofree char *spec = domain != NULL ? g_strconcat ("distribution:", domain->code, NULL) : g_strdup ("distribution");

  octant_chart_menu_set_spec (self->menu, spec);
  octant_distribution_chart_update (self->chart, octant_session_get_assessment (self->session),
                                    domain != NULL ? domain->code : NULL);
}

static void
domain_cb (OctantDistributionGroup *self)
{
  if (self->session != NULL && octant_session_get_assessment (self->session) != NULL)
    show_domain (self);
}

/* Leads to the requirements of a level: the filter asks for it alone, from the first sub-domain that has some. */
static void
level_activated_cb (OctantDistributionGroup *self,
                    guint                    level)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  OctantModel *model = octant_assessment_get_model (assessment);
  OctantRequirementFilter *filter = octant_session_get_filter (self->session);
  const OctantModelDomain *domain = get_domain (self);
  guint first = domain != NULL ? domain->first_subdomain : 0;
  guint n = domain != NULL ? domain->n_subdomains : octant_model_get_n_subdomains (model);
  g_autofree char *number = g_strdup_printf ("%u", level);

  octant_requirement_filter_clear (filter);
  octant_requirement_filter_set_facet (filter, OCTANT_FACET_LEVEL, number);
  for (guint i = first; i < first + n; i++)
    {
      OctantNode *node = octant_assessment_get_node (assessment, octant_model_subdomain_node (model, i));

      if (octant_requirement_filter_count (filter, node) > 0)
        {
          gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s", octant_node_get_code (node));
          return;
        }
    }
}

static void
octant_distribution_group_dispose (GObject *object)
{
  OctantDistributionGroup *self = OCTANT_DISTRIBUTION_GROUP (object);

  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_DISTRIBUTION_GROUP);
  g_clear_object (&self->domains_of);

  G_OBJECT_CLASS (octant_distribution_group_parent_class)->dispose (object);
}

static void
octant_distribution_group_class_init (OctantDistributionGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_distribution_group_dispose;

  g_type_ensure (OCTANT_TYPE_CHART_MENU);
  g_type_ensure (OCTANT_TYPE_DISTRIBUTION_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-distribution-group.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantDistributionGroup, chart);
  gtk_widget_class_bind_template_child (widget_class, OctantDistributionGroup, domain);
  gtk_widget_class_bind_template_child (widget_class, OctantDistributionGroup, menu);
  gtk_widget_class_bind_template_callback (widget_class, domain_cb);
  gtk_widget_class_bind_template_callback (widget_class, level_activated_cb);
}

static void
octant_distribution_group_init (OctantDistributionGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  octant_drop_down_set_up (self->domain, _("Domain"));
}

void
octant_distribution_group_update (OctantDistributionGroup *self,
                                  OctantSession           *session)
{
  g_return_if_fail (OCTANT_IS_DISTRIBUTION_GROUP (self) && OCTANT_IS_SESSION (session));
  g_return_if_fail (octant_session_get_assessment (session) != NULL);

  g_set_object (&self->session, session);
  list_domains (self, octant_assessment_get_model (octant_session_get_assessment (session)));
  show_domain (self);
}
