/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-subdomain-header.h"

#include <glib/gi18n.h>

#include "octant-chart-menu.h"
#include "octant-ladder-chart.h"
#include "octant-level-pill.h"
#include "octant-node-bar.h"
#include "octant-paragraph.h"
#include "octant-score-text.h"
#include "octant-target-text.h"
#include "octant-texts.h"

struct _OctantSubdomainHeader
{
  AdwBin parent_instance;

  OctantNode *node; /* (owned) (nullable) */
  GtkWidget *aspect_bars[OCTANT_MODEL_MAX_ASPECTS];
  GtkWidget *aspect_scores[OCTANT_MODEL_MAX_ASPECTS];

  GtkLabel *domain;
  OctantParagraph *title;
  OctantParagraph *scope;
  OctantLevelPill *pill;
  GtkLabel *level;
  GtkLabel *limited;
  GtkButton *why;
  GtkLabel *score;
  GtkLabel *answered;
  GtkLabel *target;
  OctantParagraph *tailored;
  AdwBin *card;
  GtkBox *carry;
  OctantParagraph *claimed;
  GtkButton *choose;
  GtkButton *confirm;
  OctantNodeBar *bar;
  GtkGrid *aspects;
  OctantLadderChart *ladder;
  OctantChartMenu *ladder_menu;
};

G_DEFINE_FINAL_TYPE (OctantSubdomainHeader, octant_subdomain_header, ADW_TYPE_BIN)

static void
set_interval (GtkLabel             *label,
              const OctantRational *low,
              const OctantRational *high)
{
  g_autofree char *text = octant_score_text_dup_interval (low, high);

  gtk_label_set_label (label, text);
  octant_score_text_set_exact (GTK_WIDGET (label), low, high);
}

/* Why it is out of scope; the decision may be about the whole domain. (transfer full) */
static char *
describe_tailoring (OctantSubdomainHeader *self)
{
  OctantAssessment *assessment = octant_node_get_assessment (self->node);
  OctantModel *model = octant_assessment_get_model (assessment);
  OctantRecord *record = octant_assessment_get_tailoring (assessment, octant_node_get_index (self->node));
  guint index;

  if (record == NULL && octant_model_find_subdomain (model, octant_node_get_code (self->node), &index))
    record = octant_assessment_get_tailoring (
        assessment, octant_model_domain_node (model, octant_model_get_subdomain (model, index)->domain));
  if (record == NULL)
    return g_strdup (_("Out of scope in this assessment"));
  /* Translators: a reason, then the name of who approved it */
  return g_strdup_printf (_("Out of scope: %s — approved by %s"),
                          octant_record_get (record, OCTANT_TAILORING_REASON),
                          octant_record_get (record, OCTANT_TAILORING_APPROVER));
}

/* What was carried over does not count until it is confirmed: how many, what they would bring, and the way to do it. */
static void
update_carried (OctantSubdomainHeader *self)
{
  guint n = octant_assessment_get_shown_n_carried (octant_node_get_assessment (self->node), octant_node_get_index (self->node));
  g_autofree char *text = octant_score_text_dup_claimed (self->node);
  g_autofree char *label = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->carry), n > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->claimed), text != NULL);
  octant_paragraph_set_text (self->claimed, text != NULL ? text : "");
  label = g_strdup_printf (_("Confirm All Here (%u)"), n);
  gtk_button_set_label (self->confirm, label);
}

static void
update_cb (OctantSubdomainHeader *self)
{
  const OctantScore *score = octant_node_get_score (self->node);
  OctantModel *model = octant_assessment_get_model (octant_node_get_assessment (self->node));
  g_autofree char *answered = g_strdup_printf (_("%u of %u answered"), score->answered, score->applicable_items);
  g_autofree char *target = octant_target_dup_text (self->node);
  g_autofree char *level = NULL;

  gtk_label_set_label (self->target, target != NULL ? target : "");
  gtk_widget_set_visible (GTK_WIDGET (self->target), target != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->tailored), !score->applicable);
  gtk_widget_set_visible (GTK_WIDGET (self->card), score->applicable);
  if (!score->applicable)
    {
      g_autofree char *why = describe_tailoring (self);

      octant_paragraph_set_text (self->tailored, why);
      return;
    }
  octant_level_pill_set_level (self->pill, score->l);
  gtk_widget_set_visible (GTK_WIDGET (self->limited), score->limited);
  set_interval (self->score, &score->s, &score->s_hi);
  /* The tooltip's words would stand here else, and nobody would hear what the number is. */
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->score), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, _("Score"), -1);
  gtk_label_set_label (self->answered, answered);
  level = octant_score_text_dup_level (model, score);
  gtk_label_set_label (self->level, level);
  update_carried (self);

  for (guint i = 0; i < octant_model_get_n_aspects (model); i++)
    if (self->aspect_scores[i] != NULL)
      set_interval (GTK_LABEL (self->aspect_scores[i]), &score->s_aspect[i], &score->s_aspect_hi[i]);
}

static void
add_aspect (OctantSubdomainHeader *self,
            guint                  aspect)
{
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *bar = g_object_new (OCTANT_TYPE_NODE_BAR, "hexpand", TRUE, "valign", GTK_ALIGN_CENTER, NULL);
  GtkWidget *score = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption");
  gtk_label_set_xalign (GTK_LABEL (score), 1);
  gtk_widget_add_css_class (score, "caption");
  gtk_widget_add_css_class (score, "numeric");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (self->aspects, label, 0, (int) aspect, 1, 1);
  gtk_grid_attach (self->aspects, bar, 1, (int) aspect, 1, 1);
  gtk_grid_attach (self->aspects, score, 2, (int) aspect, 1, 1);
  self->aspect_bars[aspect] = bar;
  self->aspect_scores[aspect] = score;
}

/* Another model may have more or fewer aspects. */
static void
show_aspects (OctantSubdomainHeader *self)
{
  OctantModel *model = self->node != NULL ? octant_assessment_get_model (octant_node_get_assessment (self->node)) : NULL;
  guint n = model != NULL ? octant_model_get_n_aspects (model) : 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->aspect_bars); i++)
    {
      if (i >= n && self->aspect_bars[i] != NULL)
        {
          gtk_grid_remove_row (self->aspects, (int) n);
          self->aspect_bars[i] = self->aspect_scores[i] = NULL;
        }
      if (i >= n)
        continue;
      if (self->aspect_bars[i] == NULL)
        add_aspect (self, i);
      gtk_label_set_label (GTK_LABEL (gtk_grid_get_child_at (self->aspects, 0, (int) i)),
                           octant_localise (&octant_model_get_aspect (model, i)->name));
      octant_node_bar_set_node (OCTANT_NODE_BAR (self->aspect_bars[i]), self->node, (int) i);
    }
}

static void
octant_subdomain_header_dispose (GObject *object)
{
  OctantSubdomainHeader *self = OCTANT_SUBDOMAIN_HEADER (object);

  if (self->node != NULL)
    g_signal_handlers_disconnect_by_func (self->node, update_cb, self);
  g_clear_object (&self->node);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_SUBDOMAIN_HEADER);

  G_OBJECT_CLASS (octant_subdomain_header_parent_class)->dispose (object);
}

static void
octant_subdomain_header_class_init (OctantSubdomainHeaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = octant_subdomain_header_dispose;

  g_type_ensure (OCTANT_TYPE_CHART_MENU);
  g_type_ensure (OCTANT_TYPE_LADDER_CHART);
  g_type_ensure (OCTANT_TYPE_LEVEL_PILL);
  g_type_ensure (OCTANT_TYPE_NODE_BAR);
  g_type_ensure (OCTANT_TYPE_PARAGRAPH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-subdomain-header.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, answered);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, aspects);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, bar);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, card);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, carry);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, choose);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, claimed);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, confirm);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, domain);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, ladder);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, ladder_menu);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, level);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, limited);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, pill);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, scope);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, score);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, tailored);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, target);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, title);
  gtk_widget_class_bind_template_child (widget_class, OctantSubdomainHeader, why);
}

static void
octant_subdomain_header_init (OctantSubdomainHeader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @node: (nullable): a sub-domain */
void
octant_subdomain_header_set_node (OctantSubdomainHeader *self,
                                  OctantNode            *node)
{
  OctantModel *model;
  const OctantModelSubdomain *subdomain;
  const OctantModelDomain *domain;
  g_autofree char *path = NULL;
  g_autofree char *spec = NULL;
  guint index;

  g_return_if_fail (OCTANT_IS_SUBDOMAIN_HEADER (self));

  if (self->node == node)
    return;
  if (self->node != NULL)
    g_signal_handlers_disconnect_by_func (self->node, update_cb, self);
  g_set_object (&self->node, node);
  octant_node_bar_set_node (self->bar, node, -1);
  octant_ladder_chart_set_node (self->ladder, node);
  show_aspects (self);
  if (node == NULL)
    return;

  model = octant_assessment_get_model (octant_node_get_assessment (node));
  octant_model_find_subdomain (model, octant_node_get_code (node), &index);
  subdomain = octant_model_get_subdomain (model, index);
  domain = octant_model_get_domain (model, subdomain->domain);
  spec = g_strdup_printf ("ladder:%s", subdomain->code);
  octant_chart_menu_set_spec (self->ladder_menu, spec);
  path = g_strdup_printf ("%s · %s", subdomain->code, octant_localise (&domain->name));
  gtk_label_set_label (self->domain, path);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->confirm), "s", subdomain->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->confirm), "win.confirm-node");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->choose), "s", subdomain->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->choose), "win.choose-confirm");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->why), "s", subdomain->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->why), "win.explain");
  octant_paragraph_set_text (self->title, octant_localise (&subdomain->name));
  octant_paragraph_set_text (self->scope, octant_localise (&subdomain->scope));
  g_signal_connect_object (node, "notify", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
}
