/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-overview-page.h"

#include <glib/gi18n.h>

#include "octant-blocks-group.h"
#include "octant-chart-menu.h"
#include "octant-distribution-group.h"
#include "octant-domain-card.h"
#include "octant-drop-down.h"
#include "octant-ghost-button.h"
#include "octant-heatmap-chart.h"
#include "octant-lift-group.h"
#include "octant-radar-chart.h"
#include "octant-radar-fill.h"
#include "octant-result-box.h"
#include "octant-texts.h"
#include "octant-why-button.h"

/*
 * The page reads the assessment again as a whole, only while it is on screen and however
 * much changed at once: a change of one answer touches the ring, its domain's card, one
 * axis and some conditions, and telling which costs more than showing them all. It does so
 * over some frames, from the top of the page downwards, so that none of them takes long.
 */

struct _OctantOverviewPage
{
  AdwBin parent_instance;

  OctantSession *session;    /* (owned) (nullable) */
  GSignalGroup *assessment;  /* (owned) signals of the session's assessment */
  OctantModel *lenses_of;    /* (owned) (nullable) whose lenses the switcher lists */
  GPtrArray *lenses;         /* (owned) (nullable) (element-type utf8) */
  GStrv axes;                /* (owned) (nullable) codes of the radar's axes */
  guint tick;                /* tick callback, 0 for none */
  guint stage;               /* what the next frame brings up to date */
  gboolean updating;

  GtkStack *stack;
  AdwStatusPage *error;
  GtkLabel *institution;
  GtkLabel *about;
  OctantResultBox *result;
  OctantRadarChart *radar;
  GtkDropDown *lens;
  GtkFlowBox *domains;
  OctantBlocksGroup *blocks;
  OctantLiftGroup *lifts;
  OctantHeatmapChart *heatmap;
  OctantChartMenu *radar_menu;
  OctantGhostButton *ghosts;
  OctantDistributionGroup *distribution;
};

typedef enum
{
  PROP_SESSION = 1,
} OctantOverviewPageProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (OctantOverviewPage, octant_overview_page, ADW_TYPE_BIN)

/* The weakest sub-domain of a domain: what its card and its axis lead to. */
static const char *
find_weakest (OctantAssessment *assessment,
              guint             domain)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  OctantScorer *scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL);
  const OctantModelDomain *info = octant_model_get_domain (model, domain);
  const OctantScore *least = NULL;
  guint weakest = info->first_subdomain;

  for (guint i = info->first_subdomain; i < info->first_subdomain + info->n_subdomains; i++)
    {
      const OctantScore *score = octant_scorer_get_score (scorer, octant_model_subdomain_node (model, i));

      if (!score->applicable)
        continue;
      if (least == NULL || score->l < least->l ||
          (score->l == least->l && octant_rational_compare (&score->s, &least->s) < 0))
        {
          least = score;
          weakest = i;
        }
    }

  return octant_model_get_subdomain (model, weakest)->code;
}

static void
show_code (OctantOverviewPage *self,
           const char         *code)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  OctantModel *model = octant_assessment_get_model (assessment);
  guint index;

  if (octant_model_find_domain (model, code, &index))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s", find_weakest (assessment, index));
  else if (octant_model_find_subdomain (model, code, &index))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s", code);
}

static void
card_clicked_cb (OctantOverviewPage *self,
                 OctantDomainCard   *card)
{
  show_code (self, octant_node_get_code (octant_domain_card_get_node (card)));
}

static void
axis_activated_cb (OctantOverviewPage *self,
                   guint               axis)
{
  if (self->axes != NULL && axis < g_strv_length (self->axes))
    show_code (self, self->axes[axis]);
}

static void
update_heading (OctantOverviewPage *self,
                OctantAssessment   *assessment)
{
  const char *institution = octant_session_get_institution (self->session);
  g_autofree char *date = octant_format_date (octant_assessment_get_as_of (assessment));
  g_autofree char *about = NULL;

  /* Translators: title of an assessment, and the date that it speaks of */
  about = g_strdup_printf (_("%s · as of %s"), octant_assessment_get_title (assessment), date);
  gtk_label_set_label (self->institution, institution != NULL ? institution : "");
  gtk_label_set_label (self->about, about);
}

static void
update_lenses (OctantOverviewPage *self,
               OctantModel        *model)
{
  g_autoptr (GtkStringList) names = NULL;

  if (self->lenses_of == model)
    return;
  g_set_object (&self->lenses_of, model);
  g_clear_pointer (&self->lenses, g_ptr_array_unref);
  octant_radar_list_lenses (model, &self->lenses, &names);
  gtk_drop_down_set_model (self->lens, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->lens, 0);
}

static void
update_radar (OctantOverviewPage *self,
              OctantAssessment   *assessment)
{
  g_autoptr (GPtrArray) ghosts = octant_ghost_button_list_ghosts (self->ghosts);
  g_autoptr (GString) spec = g_string_new ("radar:");
  guint selected = gtk_drop_down_get_selected (self->lens);
  const char *lens = selected < self->lenses->len ? g_ptr_array_index (self->lenses, selected) : NULL;

  g_string_append_printf (spec, "%s:", lens != NULL ? lens : "domains");
  for (guint i = 0; i < ghosts->len; i++)
    g_string_append_printf (spec, "%s%s", i > 0 ? "," : "", octant_assessment_get_id (g_ptr_array_index (ghosts, i)));
  octant_chart_menu_set_spec (self->radar_menu, spec->str);
  g_clear_pointer (&self->axes, g_strfreev);
  self->axes = octant_radar_fill (self->radar, assessment, ghosts, lens);
}

static void
update_domains (OctantOverviewPage *self,
                OctantAssessment   *assessment)
{
  OctantAssessment *previous = octant_session_get_previous (self->session);
  GListModel *domains = octant_assessment_get_domains (assessment);
  guint n = g_list_model_get_n_items (domains);
  GtkFlowBoxChild *child;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (OctantNode) node = g_list_model_get_item (domains, i);
      GtkWidget *card;

      child = gtk_flow_box_get_child_at_index (self->domains, (int) i);
      if (child == NULL)
        {
          card = octant_domain_card_new ();
          g_signal_connect_object (card, "clicked", G_CALLBACK (card_clicked_cb), self, G_CONNECT_SWAPPED);
          gtk_flow_box_append (self->domains, octant_why_overlay_new (card, octant_node_get_code (node)));
          child = gtk_flow_box_get_child_at_index (self->domains, (int) i);
          /* The card takes the focus, not the cell around it. */
          gtk_widget_set_focusable (GTK_WIDGET (child), FALSE);
        }
      card = octant_why_overlay_get_card (gtk_flow_box_child_get_child (child), octant_node_get_code (node));
      octant_domain_card_update (OCTANT_DOMAIN_CARD (card), node, previous);
    }
  while ((child = gtk_flow_box_get_child_at_index (self->domains, (int) n)) != NULL)
    gtk_flow_box_remove (self->domains, GTK_WIDGET (child));
}

/* What is first seen of a changed answer: the result, and the radar. */
static void
update_hero (OctantOverviewPage *self,
             OctantAssessment   *assessment)
{
  octant_result_box_update (self->result, self->session);
  update_heading (self, assessment);
  update_lenses (self, octant_assessment_get_model (assessment));
  update_radar (self, assessment);
}

#define N_STAGES 5u

static void
update_content (OctantOverviewPage *self,
                OctantAssessment   *assessment,
                guint               stage)
{
  switch (stage)
    {
    case 0:
      update_hero (self, assessment);
      break;
    case 1:
      octant_result_box_update_evidence (self->result, assessment);
      update_domains (self, assessment);
      break;
    case 2:
      octant_blocks_group_update (self->blocks, self->session);
      octant_distribution_group_update (self->distribution, self->session);
      break;
    case 3:
      octant_lift_group_update (self->lifts, assessment);
      break;
    default:
      octant_heatmap_chart_update (self->heatmap, assessment);
      break;
    }
}

static void
update (OctantOverviewPage *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  const char *shown = "content";

  if (octant_session_get_state (self->session) == OCTANT_SESSION_ERROR)
    {
      shown = "error";
      adw_status_page_set_description (self->error, octant_session_get_error_message (self->session));
    }
  else if (octant_session_get_state (self->session) == OCTANT_SESSION_EMPTY)
    shown = "empty";
  else if (assessment == NULL)
    shown = "loading";
  self->updating = TRUE;
  if (g_str_equal (shown, "content"))
    update_content (self, assessment, self->stage++);
  else
    self->stage = N_STAGES;
  self->updating = FALSE;
  gtk_stack_set_visible_child_name (self->stack, shown);
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  OctantOverviewPage *self = OCTANT_OVERVIEW_PAGE (widget);

  if (self->session != NULL && self->stage < N_STAGES)
    update (self);
  if (self->session != NULL && self->stage < N_STAGES)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

/* Hidden, the page reads nothing; shown again, it reads everything. */
static void
queue_update (OctantOverviewPage *self)
{
  self->stage = 0;
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
lens_cb (OctantOverviewPage *self)
{
  if (!self->updating)
    queue_update (self);
}

static void
assessment_cb (OctantOverviewPage *self)
{
  g_signal_group_set_target (self->assessment, octant_session_get_assessment (self->session));
  queue_update (self);
}

static void
octant_overview_page_map (GtkWidget *widget)
{
  OctantOverviewPage *self = OCTANT_OVERVIEW_PAGE (widget);

  self->stage = 0;
  if (self->session != NULL)
    update (self);
  GTK_WIDGET_CLASS (octant_overview_page_parent_class)->map (widget);
  if (self->tick == 0)
    self->tick = gtk_widget_add_tick_callback (widget, tick_cb, NULL, NULL);
}

static void
octant_overview_page_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, OCTANT_OVERVIEW_PAGE (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_overview_page_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    octant_overview_page_set_session (OCTANT_OVERVIEW_PAGE (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_overview_page_dispose (GObject *object)
{
  OctantOverviewPage *self = OCTANT_OVERVIEW_PAGE (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  g_clear_object (&self->lenses_of);
  g_clear_pointer (&self->lenses, g_ptr_array_unref);
  g_clear_pointer (&self->axes, g_strfreev);
  /* The stack is a bound child of the template and the bin's child: the bin has to let go of it first. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_OVERVIEW_PAGE);

  G_OBJECT_CLASS (octant_overview_page_parent_class)->dispose (object);
}

static void
octant_overview_page_class_init (OctantOverviewPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_overview_page_get_property;
  object_class->set_property = octant_overview_page_set_property;
  object_class->dispose = octant_overview_page_dispose;
  widget_class->map = octant_overview_page_map;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  g_type_ensure (OCTANT_TYPE_BLOCKS_GROUP);
  g_type_ensure (OCTANT_TYPE_CHART_MENU);
  g_type_ensure (OCTANT_TYPE_DISTRIBUTION_GROUP);
  g_type_ensure (OCTANT_TYPE_GHOST_BUTTON);
  g_type_ensure (OCTANT_TYPE_HEATMAP_CHART);
  g_type_ensure (OCTANT_TYPE_LIFT_GROUP);
  g_type_ensure (OCTANT_TYPE_RADAR_CHART);
  g_type_ensure (OCTANT_TYPE_RESULT_BOX);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-overview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, about);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, blocks);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, distribution);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, domains);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, error);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, ghosts);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, heatmap);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, institution);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, lens);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, lifts);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, radar);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, radar_menu);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, result);
  gtk_widget_class_bind_template_child (widget_class, OctantOverviewPage, stack);
  gtk_widget_class_bind_template_callback (widget_class, axis_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, lens_cb);
}

static void
octant_overview_page_init (OctantOverviewPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  octant_drop_down_set_up (self->lens, _("What the axes show"));
  self->assessment = g_signal_group_new (OCTANT_TYPE_ASSESSMENT);
  g_signal_group_connect_swapped (self->assessment, "scores-changed", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->assessment, "structure-changed", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->assessment, "evidence-changed", G_CALLBACK (queue_update), self);
  g_signal_group_connect_swapped (self->assessment, "targets-changed", G_CALLBACK (queue_update), self);
}

void
octant_overview_page_set_session (OctantOverviewPage *self,
                                  OctantSession      *session)
{
  g_return_if_fail (OCTANT_IS_OVERVIEW_PAGE (self));

  if (self->session == session)
    return;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_set_object (&self->session, session);
  octant_ghost_button_set_session (self->ghosts, session);
  g_signal_group_set_target (self->assessment, NULL);
  if (session != NULL)
    {
      g_signal_connect_object (session, "notify::state", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::institution", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::previous", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (session, "notify::object", G_CALLBACK (queue_update), self, G_CONNECT_SWAPPED);
      assessment_cb (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}
