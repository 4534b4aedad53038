/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-years-view.h"

#include <glib/gi18n.h>
#include <math.h>

#include "base/octant-brief.h"
#include "octant-chart-menu.h"
#include "octant-history-data.h"
#include "octant-level-pill.h"
#include "octant-radar-chart.h"
#include "octant-texts.h"
#include "octant-year-card.h"

/* More of them hide each other. */
#define MAX_GHOSTS 6u
/* Columns of text: the longest title that stands at a mark, and what fits under the slider. */
#define MAX_TITLE 14u
#define NARROW_ROOM 28u
#define WIDE_ROOM 64u
#define DURATION 200

struct _OctantYearsView
{
  AdwBin parent_instance;

  GPtrArray *cycles;       /* (owned) (nullable) (element-type OctantCycleItem) oldest first */
  GStrv briefs;            /* (owned) (nullable) what tells the cycles apart in little room */
  OctantHistoryLines *lines; /* (owned) (nullable) domains over the cycles */
  char *open;              /* (owned) (nullable) id of the open assessment */
  guint max;               /* highest level */
  guint shown;             /* cycle */
  double *from;            /* (owned) (nullable) values that the motion starts from */
  double *now;             /* (owned) (nullable) values as they stand on screen */
  GPtrArray *cards;        /* (owned) (element-type OctantYearCard) borrowed from the box */
  AdwAnimation *motion;    /* (owned) */
  gboolean filling;
  gboolean narrow;

  GtkScale *slider;
  GtkAdjustment *adjustment;
  GtkButton *back;
  GtkButton *forward;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkLabel *score;
  GtkLabel *limited;
  OctantLevelPill *pill;
  GtkButton *open_button;
  OctantChartMenu *radar_menu;
  GtkBox *charts;
  OctantRadarChart *radar;
  GtkFlowBox *domains;
};

G_DEFINE_FINAL_TYPE (OctantYearsView, octant_years_view, ADW_TYPE_BIN)

static OctantCycleItem *
get_cycle (OctantYearsView *self,
           guint            index)
{
  return g_ptr_array_index (self->cycles, index);
}

static OctantRadarSeries
make_series (OctantYearsView *self,
             guint            cycle,
             GArray          *values,
             GPtrArray       *texts)
{
  const OctantHistoryLines *lines = self->lines;
  gboolean present = cycle == self->shown;
  OctantRadarSeries series = { present ? OCTANT_RADAR_PRESENT : OCTANT_RADAR_GHOST, self->briefs[cycle] };

  for (guint i = 0; i < lines->n_lines; i++)
    {
      double value = present ? self->now[i] : octant_history_lines_get (lines, i, cycle);

      g_array_append_val (values, value);
      g_ptr_array_add (texts, (gpointer) octant_history_lines_get_text (lines, i, cycle));
    }
  return series;
}

/* "Detection: 3.20 of 5", and a line for each other assessment. */
static char *
describe_axis (OctantYearsView *self,
               guint            axis)
{
  const OctantHistoryLines *lines = self->lines;
  GString *text = g_string_new (NULL);

  if (isnan (octant_history_lines_get (lines, axis, self->shown)))
    g_string_append_printf (text, _("%s: no score"), lines->names[axis]);
  else
    g_string_append_printf (text, _("%s: %s of %u"), lines->names[axis],
                            octant_history_lines_get_text (lines, axis, self->shown), self->max);
  for (guint c = 0; c < self->cycles->len; c++)
    if (c != self->shown && !isnan (octant_history_lines_get (lines, axis, c)))
      {
        g_string_append_c (text, '\n');
        g_string_append_printf (text, _("%s: %s"), octant_cycle_item_get_title (get_cycle (self, c)),
                                octant_history_lines_get_text (lines, axis, c));
      }

  return g_string_free_and_steal (text);
}

/* Ghosts are those next in time. */
static guint
first_ghost (OctantYearsView *self)
{
  guint n = self->cycles->len;

  if (n <= MAX_GHOSTS + 1 || self->shown <= MAX_GHOSTS / 2)
    return 0;
  return MIN (self->shown - MAX_GHOSTS / 2, n - MAX_GHOSTS - 1);
}

static void
draw_radar (OctantYearsView *self)
{
  const OctantHistoryLines *lines = self->lines;
  guint first = first_ghost (self), n = MIN (self->cycles->len, MAX_GHOSTS + 1);
  g_autofree OctantRadarSeries *series = g_new0 (OctantRadarSeries, n);
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new_with_free_func (g_free);
  OctantRadarData data = { 0 };
  guint at = 0;

  series[at++] = make_series (self, self->shown, values, texts);
  for (guint c = first; c < first + n; c++)
    if (c != self->shown)
      series[at++] = make_series (self, c, values, texts);
  for (guint i = 0; i < at; i++)
    {
      series[i].values = &g_array_index (values, double, i * lines->n_lines);
      series[i].texts = (const char *const *) texts->pdata + i * lines->n_lines;
    }
  for (guint i = 0; i < lines->n_lines; i++)
    g_ptr_array_add (descriptions, describe_axis (self, i));
  data.n_axes = MIN (lines->n_lines, OCTANT_RADAR_MAX_AXES);
  data.labels = (const char *const *) lines->names;
  data.codes = (const char *const *) lines->codes;
  data.max = self->max;
  data.n_rings = self->max;
  data.series = series;
  data.n_series = at;
  /* Translators: not applicable, short, in a chart */
  data.na_text = C_("chart", "N/A");
  data.empty_text = _("There is nothing to show");
  data.show_legend = TRUE;
  octant_radar_chart_set_data (self->radar, &data, (const char *const *) descriptions->pdata);
}

/* The same picture as a file. */
static void
update_radar_spec (OctantYearsView *self)
{
  guint first = first_ghost (self), n = MIN (self->cycles->len, MAX_GHOSTS + 1);
  g_autoptr (GString) spec = g_string_new ("radar:domains:");

  for (guint c = first, at = 0; c < first + n; c++)
    if (c != self->shown)
      g_string_append_printf (spec, "%s%s", at++ > 0 ? "," : "", octant_cycle_item_get_id (get_cycle (self, c)));
  g_string_append_printf (spec, ":%s", octant_cycle_item_get_id (get_cycle (self, self->shown)));
  octant_chart_menu_set_spec (self->radar_menu, spec->str);
}

/* What has no score on either side is there or not: nothing lies between. */
static void
move_cb (double   share,
         gpointer user_data)
{
  OctantYearsView *self = user_data;

  if (self->lines == NULL)
    return;
  for (guint i = 0; i < self->lines->n_lines; i++)
    {
      double target = octant_history_lines_get (self->lines, i, self->shown);

      self->now[i] = share >= 1 || isnan (self->from[i]) || isnan (target) ? target
                                                                           : self->from[i] + share * (target - self->from[i]);
      octant_year_card_set_share (g_ptr_array_index (self->cards, i), isnan (self->now[i]) ? 0 : self->now[i] / self->max);
    }
  draw_radar (self);
}

static void
show_head (OctantYearsView *self)
{
  OctantCycleItem *cycle = get_cycle (self, self->shown);
  const char *title = octant_cycle_item_get_title (cycle);
  g_autofree char *subtitle = NULL;
  g_autofree char *score = NULL;

  g_object_get (cycle, "subtitle", &subtitle, "score-text", &score, NULL);
  gtk_label_set_label (self->title, title);
  gtk_label_set_label (self->subtitle, subtitle);
  gtk_label_set_label (self->score, score);
  octant_level_pill_set_level (self->pill, octant_cycle_item_get_level (cycle));
  gtk_widget_set_visible (GTK_WIDGET (self->limited), octant_cycle_item_is_limited (cycle, "overall"));
  gtk_widget_set_sensitive (GTK_WIDGET (self->back), self->shown > 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->forward), self->shown + 1 < self->cycles->len);
  gtk_widget_set_visible (GTK_WIDGET (self->open_button), g_strcmp0 (octant_cycle_item_get_id (cycle), self->open) != 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, title, -1);
}

static void
show_cycle (OctantYearsView *self,
            guint            cycle,
            gboolean         move)
{
  OctantCycleItem *before = cycle > 0 ? get_cycle (self, cycle - 1) : NULL;

  self->shown = cycle;
  show_head (self);
  update_radar_spec (self);
  for (guint i = 0; i < self->lines->n_lines; i++)
    {
      self->from[i] = self->now[i];
      octant_year_card_set_cycle (g_ptr_array_index (self->cards, i), get_cycle (self, cycle), before);
    }
  adw_animation_reset (self->motion);
  if (move)
    adw_animation_play (self->motion);
  else
    move_cb (1, self);
}

static void
value_cb (OctantYearsView *self)
{
  guint cycle = (guint) lround (gtk_adjustment_get_value (self->adjustment));

  if (!self->filling && self->cycles != NULL && cycle < self->cycles->len && cycle != self->shown)
    show_cycle (self, cycle, TRUE);
}

static void
back_cb (OctantYearsView *self)
{
  gtk_adjustment_set_value (self->adjustment, self->shown - 1.0);
}

static void
forward_cb (OctantYearsView *self)
{
  gtk_adjustment_set_value (self->adjustment, self->shown + 1.0);
}

static void
open_cb (OctantYearsView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.open-cycle", "s",
                              octant_cycle_item_get_id (get_cycle (self, self->shown)));
}

static void
axis_cb (OctantYearsView *self,
         guint            axis)
{
  if (g_strcmp0 (octant_cycle_item_get_id (get_cycle (self, self->shown)), self->open) == 0)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s", self->lines->codes[axis]);
}

/* A mark for each cycle; of many, some have their titles, the latest first of all. */
static void
mark_slider (OctantYearsView *self)
{
  guint n = self->cycles->len, longest = 1, fit, step;

  for (guint i = 0; i < n; i++)
    longest = MAX (longest, octant_brief_measure (self->briefs[i]));
  fit = MAX ((self->narrow ? NARROW_ROOM : WIDE_ROOM) / (longest + 2), 1);
  step = (n + fit - 1) / fit;
  gtk_scale_clear_marks (self->slider);
  for (guint i = 0; i < n; i++)
    {
      /* Marks take markup; a title is none. */
      g_autofree char *mark = g_markup_escape_text (self->briefs[i], -1);

      gtk_scale_add_mark (self->slider, i, GTK_POS_BOTTOM, (n - 1 - i) % step == 0 && longest <= MAX_TITLE ? mark : NULL);
    }
}

static void
fill_cards (OctantYearsView *self)
{
  gtk_flow_box_remove_all (self->domains);
  g_ptr_array_set_size (self->cards, 0);
  for (guint i = 0; i < self->lines->n_lines; i++)
    {
      GtkWidget *card = octant_year_card_new (self->lines->codes[i], self->lines->names[i]);

      gtk_flow_box_append (self->domains, card);
      gtk_widget_set_focusable (gtk_widget_get_parent (card), FALSE);
      g_ptr_array_add (self->cards, card);
    }
}

static void
octant_years_view_dispose (GObject *object)
{
  OctantYearsView *self = OCTANT_YEARS_VIEW (object);

  if (self->motion != NULL)
    adw_animation_reset (self->motion);
  g_clear_object (&self->motion);
  /* Disposing the template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_YEARS_VIEW);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  g_clear_pointer (&self->lines, octant_history_lines_free);

  G_OBJECT_CLASS (octant_years_view_parent_class)->dispose (object);
}

static void
octant_years_view_finalize (GObject *object)
{
  OctantYearsView *self = OCTANT_YEARS_VIEW (object);

  g_ptr_array_unref (self->cards);
  g_strfreev (self->briefs);
  g_free (self->open);
  g_free (self->from);
  g_free (self->now);

  G_OBJECT_CLASS (octant_years_view_parent_class)->finalize (object);
}

static void
octant_years_view_class_init (OctantYearsViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = octant_years_view_dispose;
  object_class->finalize = octant_years_view_finalize;

  g_type_ensure (OCTANT_TYPE_CHART_MENU);
  g_type_ensure (OCTANT_TYPE_LEVEL_PILL);
  g_type_ensure (OCTANT_TYPE_RADAR_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-years-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, adjustment);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, back);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, charts);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, domains);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, forward);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, limited);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, open_button);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, pill);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, radar);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, radar_menu);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, score);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, slider);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, subtitle);
  gtk_widget_class_bind_template_child (widget_class, OctantYearsView, title);
  gtk_widget_class_bind_template_callback (widget_class, axis_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, forward_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, value_cb);
}

static void
octant_years_view_init (OctantYearsView *self)
{
  self->cards = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  /* An animation ends at once where the system says that motion is not wanted. */
  self->motion = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, DURATION,
                                          adw_callback_animation_target_new (move_cb, self, NULL));
}

static guint
find_cycle (GPtrArray  *cycles,
            const char *id)
{
  for (guint i = 0; i < cycles->len; i++)
    if (g_strcmp0 (octant_cycle_item_get_id (g_ptr_array_index (cycles, i)), id) == 0)
      return i;

  return cycles->len - 1;
}

void
octant_years_view_set_cycles (OctantYearsView *self,
                              GPtrArray       *cycles,
                              OctantModel     *model,
                              const char      *open)
{
  g_autofree char *wanted = NULL;

  g_return_if_fail (OCTANT_IS_YEARS_VIEW (self) && OCTANT_IS_MODEL (model));
  g_return_if_fail (cycles != NULL && cycles->len > 0);

  wanted = g_strdup (self->cycles != NULL && g_strcmp0 (open, self->open) == 0
                       ? octant_cycle_item_get_id (get_cycle (self, self->shown)) : open);
  self->filling = TRUE;
  g_ptr_array_ref (cycles);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  self->cycles = cycles;
  g_strfreev (self->briefs);
  self->briefs = octant_history_dup_briefs (cycles);
  g_free (self->open);
  self->open = g_strdup (open);
  self->max = octant_model_get_n_levels (model);
  g_clear_pointer (&self->lines, octant_history_lines_free);
  self->lines = octant_history_lines_new (cycles, model, FALSE);
  self->from = g_realloc_n (self->from, self->lines->n_lines + 1, sizeof (double));
  self->now = g_realloc_n (self->now, self->lines->n_lines + 1, sizeof (double));
  fill_cards (self);
  mark_slider (self);
  gtk_adjustment_set_upper (self->adjustment, cycles->len - 1.0);
  gtk_adjustment_set_value (self->adjustment, find_cycle (cycles, wanted));
  gtk_widget_set_sensitive (GTK_WIDGET (self->slider), cycles->len > 1);
  for (guint i = 0; i < self->lines->n_lines; i++)
    self->now[i] = NAN;
  show_cycle (self, find_cycle (cycles, wanted), FALSE);
  self->filling = FALSE;
}

void
octant_years_view_set_narrow (OctantYearsView *self,
                              gboolean         narrow)
{
  g_return_if_fail (OCTANT_IS_YEARS_VIEW (self));

  if (self->narrow == narrow)
    return;
  self->narrow = narrow;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->charts),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  if (self->cycles != NULL)
    mark_slider (self);
}
