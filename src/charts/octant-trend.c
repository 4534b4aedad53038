/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-trend-private.h"

#include <math.h>

#include "octant-chart-text-private.h"

#define LABEL_GAP 14.0
/* Least width of a cycle's title, in lines of text. */
#define LABEL_LINES 4.5

static double
clamp_value (double value,
             double max)
{
  return isnan (value) ? NAN : CLAMP (value, 0, max);
}

static void
copy_line (OctantTrendLayout       *self,
           OctantTrendLine         *line,
           const OctantTrendSeries *series,
           PangoContext            *context)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;
  gboolean band = FALSE;

  line->emphasis = series->emphasis;
  line->last = -1;
  line->values = g_new (double, self->n_cycles + 1);
  line->values_hi = g_new (double, self->n_cycles + 1);
  for (guint i = 0; i < self->n_cycles; i++)
    {
      double value = clamp_value (series->values[i], self->max);
      double hi = series->values_hi != NULL ? clamp_value (series->values_hi[i], self->max) : value;

      line->values[i] = value;
      line->values_hi[i] = isnan (hi) || hi < value ? value : hi;
      band |= !isnan (value) && line->values_hi[i] > value;
      if (!isnan (value))
        line->last = (int) i;
    }
  if (!band)
    g_clear_pointer (&line->values_hi, g_free);
  if (line->last < 0)
    return;
  if (series->texts != NULL && series->texts[line->last] != NULL)
    text = g_strdup (series->texts[line->last]);
  else
    text = g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.2f", line->values[line->last]));
  {
    g_autofree char *label = g_strdup_printf ("%s  %s", text, series->label);

    line->label = octant_chart_text_new (context, label, OCTANT_TEXT_SMALL,
                                         series->emphasis ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  }
  pango_layout_set_ellipsize (line->label, PANGO_ELLIPSIZE_END);
}

static void
copy_lines (OctantTrendLayout     *self,
            const OctantTrendData *data,
            PangoContext          *context)
{
  guint plain = 0;

  self->n_lines = MIN (data->n_series, OCTANT_TREND_MAX_SERIES);
  self->lines = g_new0 (OctantTrendLine, MAX (self->n_lines, 1));
  for (guint i = 0; i < self->n_lines; i++)
    {
      copy_line (self, &self->lines[i], &data->series[i], context);
      if (!data->series[i].emphasis)
        self->lines[i].style = plain++;
    }
}

static void
shape_rings (OctantTrendLayout *self,
             PangoContext      *context)
{
  self->rings = g_new0 (PangoLayout *, self->n_rings + 1);
  for (guint i = 0; i <= self->n_rings; i++)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (text, sizeof text, "%g", self->max * i / self->n_rings);
      self->rings[i] = octant_chart_text_new (context, text, OCTANT_TEXT_TINY, PANGO_WEIGHT_NORMAL);
    }
}

/* The box between the axes: room for numbers before it, for labels behind it, for cycles under it. */
static void
place_plot (OctantTrendLayout *self)
{
  double numbers, labels = 0, limit = self->width * (self->width < 480 ? 0.34 : 0.28);
  double before, behind;

  octant_chart_text_get_size (self->rings[self->n_rings], &numbers, NULL);
  for (guint i = 0; i < self->n_lines; i++)
    if (self->lines[i].label != NULL)
      {
        double width;

        pango_layout_set_width (self->lines[i].label, -1);
        octant_chart_text_get_size (self->lines[i].label, &width, NULL);
        labels = MAX (labels, width);
      }
  labels = MIN (labels, limit);
  before = numbers + 10;
  behind = labels > 0 ? labels + LABEL_GAP + 4 : 8;
  self->plot.x = self->rtl ? behind : before;
  self->plot.width = MAX (self->width - before - behind, 1);
  self->plot.y = self->line_height * 0.75;
  self->plot.height = MAX (self->height - self->plot.y - self->line_height * 1.7, 1);
  for (guint i = 0; i < self->n_lines; i++)
    if (self->lines[i].label != NULL)
      pango_layout_set_width (self->lines[i].label, (int) (labels * PANGO_SCALE));
}

/* A title of its column's width, or of a readable one where there are many; the ends of long ones tell them apart. */
static PangoLayout *
shape_cycle (OctantTrendLayout *self,
             const char        *title,
             PangoContext      *context)
{
  double step = self->plot.width / MAX (self->n_cycles, 1);
  PangoLayout *label = octant_chart_text_new (context, title, OCTANT_TEXT_SMALL, PANGO_WEIGHT_NORMAL);

  pango_layout_set_ellipsize (label, PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_width (label, (int) (MAX (step - 4, self->line_height * LABEL_LINES) * PANGO_SCALE));

  return label;
}

static void
place_cycles (OctantTrendLayout     *self,
              const OctantTrendData *data,
              PangoContext          *context)
{
  double step = self->plot.width / MAX (self->n_cycles, 1);
  double end = self->plot.x + self->plot.width;
  OctantRect taken = { 0 };

  self->x = g_new (double, self->n_cycles + 1);
  self->cycles = g_new0 (PangoLayout *, self->n_cycles + 1);
  self->cycle_rects = g_new0 (OctantRect, self->n_cycles + 1);
  for (guint i = 0; i < self->n_cycles; i++)
    {
      double at = (i + 0.5) * step;

      self->x[i] = self->rtl ? end - at : self->plot.x + at;
    }
  /* Labels are dropped where they would touch, from the newest cycle backwards, which always keeps its own. */
  for (guint i = self->n_cycles; i-- > 0;)
    {
      g_autoptr (PangoLayout) label = shape_cycle (self, data->cycles[i], context);
      OctantRect rect = { 0, self->plot.y + self->plot.height + self->line_height * 0.4, 0, 0 };

      octant_chart_text_get_size (label, &rect.width, &rect.height);
      rect.x = CLAMP (self->x[i] - rect.width / 2, self->plot.x, MAX (end - rect.width, self->plot.x));
      if (octant_rect_intersects (&rect, &taken))
        continue;
      taken = (OctantRect){ rect.x - 6, rect.y, rect.width + 12, rect.height };
      self->cycle_rects[i] = rect;
      self->cycles[i] = g_steal_pointer (&label);
    }
}

static void
shape_levels (OctantTrendLayout     *self,
              const OctantTrendData *data,
              PangoContext          *context)
{
  double room = octant_trend_layout_get_step_width (self);

  if (data->levels == NULL)
    return;
  self->levels = g_memdup2 (data->levels, sizeof (int) * self->n_cycles);
  self->level_labels = g_new0 (PangoLayout *, self->n_cycles + 1);
  for (guint i = 0; i < self->n_cycles; i++)
    {
      g_autofree char *number = g_strdup_printf ("%d", self->levels[i]);
      g_autofree char *full = data->level_label != NULL ? g_strdup_printf ("%s %s", data->level_label, number) : NULL;
      double width;

      if (self->levels[i] < 0)
        continue;
      self->level_labels[i] = octant_chart_text_new (context, full != NULL ? full : number, OCTANT_TEXT_TINY,
                                                     PANGO_WEIGHT_SEMIBOLD);
      octant_chart_text_get_size (self->level_labels[i], &width, NULL);
      if (width + 8 > room)
        pango_layout_set_text (self->level_labels[i], number, -1);
      octant_chart_text_get_size (self->level_labels[i], &width, NULL);
      if (width + 12 > self->plot.width / self->n_cycles)
        g_clear_object (&self->level_labels[i]);
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const OctantTrendLine *lines = user_data;
  double ya = lines[*(const guint *) a].rect.y;
  double yb = lines[*(const guint *) b].rect.y;

  if (ya != yb)
    return ya < yb ? -1 : 1;

  return *(const guint *) a < *(const guint *) b ? -1 : 1;
}

/*
 * Labels want to stand at the height of their line's end. In order of height each is moved
 * down as far as the one above demands; what then hangs over the bottom is moved up again.
 * When there are more than fit, the emphasised and then the first ones stay.
 */
static void
place_labels (OctantTrendLayout *self)
{
  g_autofree guint *order = g_new (guint, self->n_lines + 1);
  guint n = 0;
  double row = self->line_height;
  guint capacity = (guint) MAX (floor (self->height / row), 0);
  double limit;

  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < self->n_lines; i++)
      {
        OctantTrendLine *line = &self->lines[i];
        double width, height;

        if (line->label == NULL || line->emphasis != (pass == 0) || n >= capacity)
          continue;
        octant_chart_text_get_size (line->label, &width, &height);
        line->rect.width = width;
        line->rect.height = height;
        line->rect.x = self->rtl ? self->plot.x - LABEL_GAP - width : self->plot.x + self->plot.width + LABEL_GAP;
        line->rect.y = octant_trend_layout_get_y (self, line->values[line->last]) - height / 2;
        row = MAX (row, height);
        order[n++] = i;
      }
  if (n > 0)
    n = MIN (n, (guint) MAX (floor (self->height / row), 1));
  g_sort_array (order, n, sizeof *order, compare_places, self->lines);
  limit = 0;
  for (guint i = 0; i < n; i++)
    {
      OctantRect *rect = &self->lines[order[i]].rect;

      rect->y = MAX (rect->y, limit);
      limit = rect->y + row;
    }
  limit = self->height;
  for (guint i = n; i-- > 0;)
    {
      OctantRect *rect = &self->lines[order[i]].rect;

      rect->y = MIN (rect->y, limit - row);
      limit = rect->y;
    }
}

/* Labels beyond the capacity were given no place. */
static void
drop_unplaced_labels (OctantTrendLayout *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    if (self->lines[i].rect.width <= 0)
      g_clear_object (&self->lines[i].label);
}

/**
 * octant_trend_layout_new:
 *
 * Lays the chart out. Cycles above OCTANT_TREND_MAX_CYCLES and series above
 * OCTANT_TREND_MAX_SERIES are left away.
 *
 * Returns: (transfer full): the layout
 */
OctantTrendLayout *
octant_trend_layout_new (const OctantTrendData  *data,
                         const OctantChartStyle *style,
                         PangoContext           *context,
                         double                  width,
                         double                  height,
                         gboolean                rtl)
{
  OctantTrendLayout *self;

  g_return_val_if_fail (data != NULL && style != NULL && PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (OctantTrendLayout, 1);
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->max = data->max > 0 ? data->max : 1;
  self->n_rings = CLAMP (data->n_rings, 1, 20);
  self->rtl = rtl;
  self->n_cycles = MIN (data->n_cycles, OCTANT_TREND_MAX_CYCLES);
  self->line_height = octant_chart_text_line (context, OCTANT_TEXT_SMALL);
  if (self->n_cycles == 0)
    {
      self->empty = octant_chart_text_new_empty (context, data->empty_text, width);
      return self;
    }
  copy_lines (self, data, context);
  shape_rings (self, context);
  place_plot (self);
  place_cycles (self, data, context);
  shape_levels (self, data, context);
  place_labels (self);
  drop_unplaced_labels (self);

  return self;
}

void
octant_trend_layout_free (OctantTrendLayout *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_lines; i++)
    {
      g_free (self->lines[i].values);
      g_free (self->lines[i].values_hi);
      g_clear_object (&self->lines[i].label);
    }
  for (guint i = 0; self->rings != NULL && i <= self->n_rings; i++)
    g_clear_object (&self->rings[i]);
  for (guint i = 0; i < self->n_cycles; i++)
    {
      g_clear_object (&self->cycles[i]);
      if (self->level_labels != NULL)
        g_clear_object (&self->level_labels[i]);
    }
  g_clear_object (&self->empty);
  g_free (self->lines);
  g_free (self->rings);
  g_free (self->cycles);
  g_free (self->cycle_rects);
  g_free (self->level_labels);
  g_free (self->levels);
  g_free (self->x);
  g_free (self);
}

double
octant_trend_layout_get_y (const OctantTrendLayout *self,
                           double                   value)
{
  return self->plot.y + self->plot.height * (1 - CLAMP (value, 0, self->max) / self->max);
}

double
octant_trend_layout_get_step_width (const OctantTrendLayout *self)
{
  double step = self->plot.width / MAX (self->n_cycles, 1);

  return step < 24 ? step : MIN (step * 0.6, 72);
}

guint
octant_trend_layout_get_n_cycles (const OctantTrendLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_cycles;
}

OctantRect
octant_trend_layout_get_plot (const OctantTrendLayout *self)
{
  g_return_val_if_fail (self != NULL, ((OctantRect){ 0 }));

  return self->plot;
}

OctantPoint
octant_trend_layout_get_point (const OctantTrendLayout *self,
                               guint                    cycle,
                               double                   value)
{
  g_return_val_if_fail (self != NULL && cycle < self->n_cycles, ((OctantPoint){ 0, 0 }));

  return (OctantPoint){ self->x[cycle], octant_trend_layout_get_y (self, isnan (value) ? 0 : value) };
}

OctantRect
octant_trend_layout_get_label_rect (const OctantTrendLayout *self,
                                    guint                    series)
{
  g_return_val_if_fail (self != NULL && series < self->n_lines, ((OctantRect){ 0 }));

  return self->lines[series].rect;
}

OctantRect
octant_trend_layout_get_title_rect (const OctantTrendLayout *self,
                                    guint                    cycle)
{
  g_return_val_if_fail (self != NULL && cycle < self->n_cycles, ((OctantRect){ 0 }));

  return self->cycle_rects[cycle];
}

OctantRect
octant_trend_layout_get_cycle_rect (const OctantTrendLayout *self,
                                    guint                    cycle)
{
  double step;

  g_return_val_if_fail (self != NULL && cycle < self->n_cycles, ((OctantRect){ 0 }));

  step = self->plot.width / self->n_cycles;

  return (OctantRect){ self->x[cycle] - step / 2, 0, step, self->height };
}

static int
line_near (const OctantTrendLayout *self,
           guint                    cycle,
           double                   y)
{
  double best = 12;
  int found = -1;

  for (guint i = 0; i < self->n_lines; i++)
    {
      double value = self->lines[i].values[cycle];
      double distance = isnan (value) ? G_MAXDOUBLE : fabs (octant_trend_layout_get_y (self, value) - y);

      if (distance < best)
        {
          best = distance;
          found = (int) i;
        }
    }

  return found;
}

/**
 * octant_trend_layout_hit:
 * @cycle: (out): the cycle of the column under the point
 * @series: (out): the line near the point in that column, or whose label is under it; or -1
 *
 * Returns: FALSE when nothing is there
 */
gboolean
octant_trend_layout_hit (const OctantTrendLayout *self,
                         double                   x,
                         double                   y,
                         int                     *cycle,
                         int                     *series)
{
  g_return_val_if_fail (self != NULL && cycle != NULL && series != NULL, FALSE);

  for (guint i = 0; i < self->n_lines; i++)
    if (octant_rect_contains (&self->lines[i].rect, x, y))
      {
        *cycle = self->lines[i].last;
        *series = (int) i;
        return TRUE;
      }
  for (guint i = 0; i < self->n_cycles; i++)
    {
      OctantRect column = octant_trend_layout_get_cycle_rect (self, i);

      if (octant_rect_contains (&column, x, y))
        {
          *cycle = (int) i;
          *series = line_near (self, i, y);
          return TRUE;
        }
    }

  return FALSE;
}
