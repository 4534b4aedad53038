/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-ladder-chart.h"

#include <glib/gi18n.h>

#include "octant-ladder-data.h"
#include "octant-paint.h"
#include "octant-texts.h"

struct _OctantLadderChart
{
  OctantChart parent_instance;

  OctantNode *node;           /* (owned) (nullable) */
  OctantLadderFill *fill;     /* (owned) (nullable) */
  OctantLadderLayout *layout; /* (owned) (nullable) */
  gboolean stale;             /* the answers changed since they were read */
  guint tick;                 /* reads them in the next frame, 0 for none */
};

typedef enum
{
  PROP_NODE = 1,
} OctantLadderChartProperty;

static GParamSpec *props[PROP_NODE + 1];

G_DEFINE_FINAL_TYPE (OctantLadderChart, octant_ladder_chart, OCTANT_TYPE_CHART)

/* Points run along the steps of one aspect, then of the next; all aspects have as many. */
static guint
get_n_steps (OctantLadderChart *self)
{
  return self->fill != NULL && self->fill->data.n_rows > 0 ? self->fill->rows[0].n_steps : 0;
}

static OctantLadderLayout *
ensure_layout (OctantLadderChart *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->layout == NULL && self->fill != NULL)
    self->layout = octant_ladder_layout_new (&self->fill->data, gtk_widget_get_pango_context (widget),
                                             gtk_widget_get_width (widget), gtk_widget_get_height (widget),
                                             gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  return self->layout;
}

/* "People, level 2: 83% fulfilled; 67% counts, as a lower level is not fulfilled" */
static char *
describe_step (const OctantLadderFill *fill,
               guint                   aspect,
               guint                   level)
{
  const OctantLadderStep *step = &fill->steps[aspect][level];
  /* Translators: an aspect (people, process) and a level */
  g_autofree char *what = g_strdup_printf (_("%s, level %s"), fill->rows[aspect].label, step->label);
  g_autofree char *text = NULL;

  if (!step->counted)
    text = g_strdup (_("Nothing to fulfil at this level"));
  else if (step->a > step->m)
    /* Translators: shares in per cent. A level counts only as far as the levels below it are fulfilled. */
    text = g_strdup_printf (_("%s fulfilled; %s counts, held back by a lower level"), step->text,
                            fill->counts[aspect][level]);
  else
    /* Translators: a share in per cent */
    text = g_strdup_printf (_("%s fulfilled"), step->text);

  return g_strdup_printf ("%s: %s", what, text);
}

static void
update_points (OctantLadderChart *self)
{
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new_with_free_func (g_free);
  guint n_steps = get_n_steps (self);

  for (guint aspect = 0; self->fill != NULL && aspect < self->fill->data.n_rows; aspect++)
    for (guint level = 0; level < n_steps; level++)
      g_ptr_array_add (descriptions, describe_step (self->fill, aspect, level));
  octant_chart_set_points (OCTANT_CHART (self), descriptions->len, (const char *const *) descriptions->pdata);
}

static void
update (OctantLadderChart *self)
{
  self->stale = FALSE;
  g_clear_pointer (&self->fill, octant_ladder_fill_free);
  if (self->node != NULL && octant_node_get_assessment (self->node) != NULL)
    self->fill = octant_ladder_fill_new (octant_node_get_assessment (self->node), octant_node_get_code (self->node),
                                         octant_language_from_locale ());
  update_points (self);
  octant_chart_relayout (OCTANT_CHART (self));
}

static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  OctantLadderChart *self = OCTANT_LADDER_CHART (widget);

  self->tick = 0;
  if (self->stale)
    update (self);
  return G_SOURCE_REMOVE;
}

/* Many answers that change together are read once, in the next frame; while nobody sees them, when it is shown. */
static void
changed_cb (OctantLadderChart *self)
{
  self->stale = TRUE;
  if (self->tick == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}

static void
octant_ladder_chart_forget_layout (OctantChart *chart)
{
  g_clear_pointer (&OCTANT_LADDER_CHART (chart)->layout, octant_ladder_layout_free);
}

static int
octant_ladder_chart_hit (OctantChart *chart,
                         double       x,
                         double       y)
{
  OctantLadderChart *self = OCTANT_LADDER_CHART (chart);
  guint aspect, level;

  if (ensure_layout (self) == NULL || !octant_ladder_layout_hit (self->layout, x, y, &aspect, &level))
    return -1;

  return (int) (aspect * get_n_steps (self) + level);
}

static OctantRect
octant_ladder_chart_get_rect (OctantChart *chart,
                              guint        point)
{
  OctantLadderChart *self = OCTANT_LADDER_CHART (chart);
  guint n_steps = get_n_steps (self);

  return octant_ladder_layout_get_step_rect (ensure_layout (self), point / n_steps, point % n_steps);
}

static int
octant_ladder_chart_get_height (OctantChart *chart,
                                int          width)
{
  OctantLadderChart *self = OCTANT_LADDER_CHART (chart);

  if (self->fill == NULL)
    return 0;

  return (int) octant_ladder_get_natural_height (self->fill->data.n_rows,
                                                 gtk_widget_get_pango_context (GTK_WIDGET (self)),
                                                 width < 0 ? 200 : width);
}

/* Leads to the first requirement of the step. */
static void
octant_ladder_chart_activate (OctantChart *chart,
                              guint        point)
{
  OctantLadderChart *self = OCTANT_LADDER_CHART (chart);
  OctantModel *model = octant_assessment_get_model (octant_node_get_assessment (self->node));
  const OctantModelSubdomain *subdomain;
  guint index;

  if (!octant_model_find_subdomain (model, octant_node_get_code (self->node), &index))
    return;
  subdomain = octant_model_get_subdomain (model, index);
  for (guint i = 0; i < subdomain->n_requirements; i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, subdomain->first_requirement + i);

      if (requirement->active && requirement->aspect == point / get_n_steps (self) &&
          requirement->level == point % get_n_steps (self) + 1)
        {
          gtk_widget_activate_action (GTK_WIDGET (self), "win.show-requirement", "s", requirement->code);
          return;
        }
    }
}

/* A row for each step of each aspect. */
static OctantChartTable *
octant_ladder_chart_dup_table (OctantChart *chart)
{
  OctantLadderChart *self = OCTANT_LADDER_CHART (chart);
  OctantChartTable *table = octant_chart_table_new ();

  if (self->stale)
    update (self);
  octant_chart_table_add_column (table, _("Level"));
  /* Translators: heading of a column: share of a level that is fulfilled */
  octant_chart_table_add_column (table, _("Fulfilled"));
  /* Translators: heading of a column: share of a level that counts, as the levels below it allow */
  octant_chart_table_add_column (table, _("Counts"));
  for (guint aspect = 0; self->fill != NULL && aspect < self->fill->data.n_rows; aspect++)
    for (guint level = 0; level < get_n_steps (self); level++)
      {
        const OctantLadderStep *step = &self->fill->steps[aspect][level];
        g_autofree char *name = g_strdup_printf (_("%s, level %s"), self->fill->rows[aspect].label, step->label);

        octant_chart_table_add_row (table, name);
        octant_chart_table_add_cell (table, step->text);
        octant_chart_table_add_cell (table, self->fill->counts[aspect][level]);
      }

  return table;
}

static void
octant_ladder_chart_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (octant_ladder_chart_parent_class)->map (widget);
  if (OCTANT_LADDER_CHART (widget)->stale)
    update (OCTANT_LADDER_CHART (widget));
}

static void
octant_ladder_chart_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  OctantLadderChart *self = OCTANT_LADDER_CHART (widget);
  const OctantChartStyle *style = octant_paint_get_style ();
  int point = octant_chart_get_emphasis (OCTANT_CHART (self));
  cairo_t *cr;

  if (ensure_layout (self) == NULL)
    return;
  cr = octant_chart_append_cairo (OCTANT_CHART (self), snapshot);
  octant_ladder_draw (cr, self->layout, style);
  if (point >= 0)
    octant_ladder_draw_focus (cr, self->layout, style, (guint) point / get_n_steps (self),
                              (guint) point % get_n_steps (self));
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
  OctantLadderChart *self = OCTANT_LADDER_CHART (object);

  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->tick);
  self->tick = 0;
  octant_ladder_chart_set_node (self, NULL);

  G_OBJECT_CLASS (octant_ladder_chart_parent_class)->dispose (object);
}

static void
octant_ladder_chart_class_init (OctantLadderChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctantChartClass *chart_class = OCTANT_CHART_CLASS (klass);

  object_class->get_property = octant_ladder_chart_get_property;
  object_class->set_property = octant_ladder_chart_set_property;
  object_class->dispose = octant_ladder_chart_dispose;
  widget_class->map = octant_ladder_chart_map;
  widget_class->snapshot = octant_ladder_chart_snapshot;
  chart_class->forget_layout = octant_ladder_chart_forget_layout;
  chart_class->hit = octant_ladder_chart_hit;
  chart_class->get_rect = octant_ladder_chart_get_rect;
  chart_class->get_height = octant_ladder_chart_get_height;
  chart_class->activate = octant_ladder_chart_activate;
  chart_class->dup_table = octant_ladder_chart_dup_table;

  props[PROP_NODE] = g_param_spec_object ("node", NULL, NULL, OCTANT_TYPE_NODE,
                                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  gtk_widget_class_set_css_name (widget_class, "ladderchart");
}

static void
octant_ladder_chart_init (OctantLadderChart *self)
{
  octant_chart_set_widths (OCTANT_CHART (self), 200, 560);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Levels"), -1);
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
    g_signal_handlers_disconnect_by_func (octant_node_get_assessment (self->node), changed_cb, self);
  g_set_object (&self->node, node);
  /* What a held-back level has done changes without the node's score: the answers themselves are followed. */
  if (node != NULL)
    {
      OctantAssessment *assessment = octant_node_get_assessment (node);

      g_signal_connect_object (assessment, "item-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (assessment, "structure-changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_clear_pointer (&self->fill, octant_ladder_fill_free);
  update (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NODE]);
}
