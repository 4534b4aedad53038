/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-ladder-chart.h"

#include <glib/gi18n.h>

#include "octant-ladder.h"
#include "octant-paint.h"
#include "octant-texts.h"

#define MAX_STEPS OCTANT_MODEL_MAX_LEVELS

/* What the painter is given, with its texts. */
typedef struct
{
  OctantLadderData data;
  OctantLadderRow rows[OCTANT_MODEL_MAX_ASPECTS];
  OctantLadderStep steps[OCTANT_MODEL_MAX_ASPECTS][MAX_STEPS];
  char *labels[MAX_STEPS];                         /* (owned) */
  char *texts[OCTANT_MODEL_MAX_ASPECTS][MAX_STEPS]; /* (owned) */
} Steps;

struct _OctantLadderChart
{
  GtkWidget parent_instance;

  OctantNode *node;           /* (owned) (nullable) */
  Steps *steps;               /* (owned) (nullable) */
  OctantLadderLayout *layout; /* (owned) (nullable) */
  gboolean stale;             /* the answers changed while it was hidden */
};

typedef enum
{
  PROP_NODE = 1,
} OctantLadderChartProperty;

static GParamSpec *props[PROP_NODE + 1];

G_DEFINE_FINAL_TYPE (OctantLadderChart, octant_ladder_chart, GTK_TYPE_WIDGET)

static void
steps_free (Steps *steps)
{
  for (guint level = 0; level < MAX_STEPS; level++)
    {
      g_free (steps->labels[level]);
      for (guint aspect = 0; aspect < OCTANT_MODEL_MAX_ASPECTS; aspect++)
        g_free (steps->texts[aspect][level]);
    }
  g_free (steps);
}

/* The object with the least result: it is what holds the level. */
static guint
weakest_slot (OctantScorer *scorer,
              guint         subdomain)
{
  guint weakest = 0;

  for (guint slot = 1; slot < octant_scorer_get_n_slots (scorer); slot++)
    {
      const OctantScore *best = octant_scorer_get_object_score (scorer, subdomain, weakest);
      const OctantScore *here = octant_scorer_get_object_score (scorer, subdomain, slot);

      if (here->l < best->l || (here->l == best->l && octant_rational_compare (&here->s, &best->s) < 0))
        weakest = slot;
    }

  return weakest;
}

static void
fill_step (Steps        *steps,
           OctantScorer *scorer,
           guint         subdomain,
           guint         aspect,
           guint         level,
           guint         slot)
{
  OctantLadderStep *step = &steps->steps[aspect][level - 1];
  g_auto (OctantCell) low = { 0 };
  g_auto (OctantCell) high = { 0 };

  octant_scorer_get_cell (scorer, subdomain, aspect, level, slot, OCTANT_BOUND_LO, &low);
  octant_scorer_get_cell (scorer, subdomain, aspect, level, slot, OCTANT_BOUND_HI, &high);
  step->counted = low.counted;
  step->a = octant_rational_to_double (&low.a);
  step->a_hi = octant_rational_to_double (&high.a);
  step->m = octant_rational_to_double (&low.m);
  step->label = steps->labels[level - 1];
  if (low.counted)
    {
      g_auto (OctantRational) hundred = { 0 };
      g_autofree char *percent = NULL;

      octant_rational_set_fraction (&hundred, 100, 1);
      octant_rational_multiply (&hundred, &low.a);
      percent = octant_rational_to_text (&hundred, 0);
      /* Translators: a share in per cent */
      steps->texts[aspect][level - 1] = g_strdup_printf (_("%s%%"), percent);
    }
  else
    {
      steps->texts[aspect][level - 1] = g_strdup ("–");
    }
  step->text = steps->texts[aspect][level - 1];
}

static Steps *
steps_new (OctantNode *node)
{
  OctantAssessment *assessment = octant_node_get_assessment (node);
  OctantModel *model = octant_assessment_get_model (assessment);
  OctantScorer *scorer = octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL);
  guint n_levels = octant_model_get_n_levels (model);
  Steps *steps = g_new0 (Steps, 1);
  guint subdomain, slot;

  if (!octant_model_find_subdomain (model, octant_node_get_code (node), &subdomain))
    return steps;
  slot = weakest_slot (scorer, subdomain);
  for (guint level = 1; level <= n_levels; level++)
    steps->labels[level - 1] = g_strdup_printf ("%u", level);
  for (guint aspect = 0; aspect < octant_model_get_n_aspects (model); aspect++)
    {
      steps->rows[aspect].label = octant_localise (&octant_model_get_aspect (model, aspect)->name);
      steps->rows[aspect].steps = steps->steps[aspect];
      steps->rows[aspect].n_steps = n_levels;
      for (guint level = 1; level <= n_levels; level++)
        fill_step (steps, scorer, subdomain, aspect, level, slot);
    }
  steps->data.rows = steps->rows;
  steps->data.n_rows = octant_model_get_n_aspects (model);

  return steps;
}

static char *
describe (const Steps *steps)
{
  GString *text = g_string_new (NULL);

  for (guint aspect = 0; aspect < steps->data.n_rows; aspect++)
    {
      g_string_append_printf (text, "%s%s:", aspect > 0 ? "; " : "", steps->rows[aspect].label);
      for (guint level = 0; level < steps->rows[aspect].n_steps; level++)
        g_string_append_printf (text, " %s %s%s", steps->labels[level], steps->texts[aspect][level],
                                level + 1 < steps->rows[aspect].n_steps ? "," : "");
    }

  return g_string_free (text, FALSE);
}

static void
update_cb (OctantLadderChart *self)
{
  g_autofree char *text = NULL;

  if (self->node != NULL && !gtk_widget_get_mapped (GTK_WIDGET (self)) && self->steps != NULL)
    {
      /* Read again when it is shown. */
      self->stale = TRUE;
      return;
    }
  self->stale = FALSE;
  g_clear_pointer (&self->steps, steps_free);
  g_clear_pointer (&self->layout, octant_ladder_layout_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->node == NULL)
    return;
  self->steps = steps_new (self->node);
  text = describe (self->steps);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Levels"),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static OctantLadderLayout *
ensure_layout (OctantLadderChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->layout == NULL && self->steps != NULL)
    self->layout = octant_ladder_layout_new (&self->steps->data, gtk_widget_get_pango_context (widget),
                                             gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                                             gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  return self->layout;
}

static void
octant_ladder_chart_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (octant_ladder_chart_parent_class)->map (widget);
  if (OCTANT_LADDER_CHART (widget)->stale)
    update_cb (OCTANT_LADDER_CHART (widget));
}

static GtkSizeRequestMode
octant_ladder_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
octant_ladder_chart_measure (GtkWidget     *widget,
                             GtkOrientation orientation,
                             int            for_size,
                             int           *minimum,
                             int           *natural,
                             int           *minimum_baseline,
                             int           *natural_baseline)
{
  OctantLadderChart *self = OCTANT_LADDER_CHART (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 200;
      *natural = 560;
      return;
    }
  *minimum = *natural =
    self->steps == NULL ? 0
                        : (int) octant_ladder_get_natural_height (self->steps->data.n_rows,
                                                                  gtk_widget_get_pango_context (widget),
                                                                  for_size < 0 ? 200 : for_size);
}

static void
octant_ladder_chart_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  g_clear_pointer (&OCTANT_LADDER_CHART (widget)->layout, octant_ladder_layout_free);
}

static void
octant_ladder_chart_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (octant_ladder_chart_parent_class)->css_changed (widget, change);
  g_clear_pointer (&OCTANT_LADDER_CHART (widget)->layout, octant_ladder_layout_free);
  gtk_widget_queue_resize (widget);
}

static gboolean
octant_ladder_chart_query_tooltip (GtkWidget  *widget,
                                   int         x,
                                   int         y,
                                   gboolean    keyboard,
                                   GtkTooltip *tooltip)
{
  OctantLadderChart *self = OCTANT_LADDER_CHART (widget);
  const OctantLadderStep *step;
  g_autofree char *text = NULL;
  guint aspect, level;

  if (ensure_layout (self) == NULL || !octant_ladder_layout_hit (self->layout, x, y, &aspect, &level))
    return FALSE;
  step = &self->steps->steps[aspect][level];
  if (!step->counted)
    text = g_strdup (_("Nothing to fulfil at this level"));
  else if (step->a > step->m)
    /* Translators: %s is a share in per cent. A level counts only as far as the levels below it are fulfilled. */
    text = g_strdup_printf (_("%s fulfilled, held back by a lower level"), step->text);
  else
    text = g_strdup_printf (_("%s fulfilled"), step->text);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

static void
octant_ladder_chart_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  OctantLadderChart *self = OCTANT_LADDER_CHART (widget);
  cairo_t *cr;

  if (ensure_layout (self) == NULL)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                                (float) gtk_widget_get_height (widget)));
  octant_ladder_draw (cr, self->layout, octant_paint_get_style ());
  cairo_destroy (cr);
}

static void
octant_ladder_chart_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_NODE)
    g_value_set_object (value, OCTANT_LADDER_CHART (object)->node);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_ladder_chart_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_NODE)
    octant_ladder_chart_set_node (OCTANT_LADDER_CHART (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_ladder_chart_dispose (GObject *object)
{
  octant_ladder_chart_set_node (OCTANT_LADDER_CHART (object), NULL);

  G_OBJECT_CLASS (octant_ladder_chart_parent_class)->dispose (object);
}

static void
octant_ladder_chart_class_init (OctantLadderChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_ladder_chart_get_property;
  object_class->set_property = octant_ladder_chart_set_property;
  object_class->dispose = octant_ladder_chart_dispose;
  widget_class->map = octant_ladder_chart_map;
  widget_class->get_request_mode = octant_ladder_chart_get_request_mode;
  widget_class->measure = octant_ladder_chart_measure;
  widget_class->size_allocate = octant_ladder_chart_size_allocate;
  widget_class->css_changed = octant_ladder_chart_css_changed;
  widget_class->query_tooltip = octant_ladder_chart_query_tooltip;
  widget_class->snapshot = octant_ladder_chart_snapshot;

  props[PROP_NODE] = g_param_spec_object ("node", NULL, NULL, OCTANT_TYPE_NODE,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_css_name (widget_class, "ladderchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
octant_ladder_chart_init (OctantLadderChart *self)
{
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  octant_paint_follow_style (GTK_WIDGET (self));
}

void
octant_ladder_chart_set_node (OctantLadderChart *self,
                              OctantNode        *node)
{
  g_return_if_fail (OCTANT_IS_LADDER_CHART (self));

  if (self->node == node)
    return;
  /* A node may outlive its assessment, and then has nothing to be disconnected from. */
  if (self->node != NULL && octant_node_get_assessment (self->node) != NULL)
    g_signal_handlers_disconnect_by_func (octant_node_get_assessment (self->node), update_cb, self);
  g_set_object (&self->node, node);
  /* What a held-back level has done changes without the node's score: the answers themselves are followed. */
  if (node != NULL)
    g_signal_connect_object (octant_node_get_assessment (node), "item-changed", G_CALLBACK (update_cb), self,
                             G_CONNECT_SWAPPED);
  g_clear_pointer (&self->steps, steps_free);
  update_cb (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NODE]);
}
