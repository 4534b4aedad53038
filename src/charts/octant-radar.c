/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-radar-private.h"

#include <math.h>

#include "octant-chart-text-private.h"

static double
clamp_value (double value,
             double max)
{
  return isnan (value) ? NAN : CLAMP (value, 0, max);
}

static gboolean
copy_values (OctantRadarLine         *line,
             const OctantRadarSeries *series,
             guint                    n,
             double                   max)
{
  gboolean band = FALSE;

  line->values = g_new (double, n + 1);
  line->values_hi = g_new (double, n + 1);
  for (guint i = 0; i < n; i++)
    {
      double value = clamp_value (series->values[i], max);
      double hi = series->values_hi != NULL ? clamp_value (series->values_hi[i], max) : value;

      line->values[i] = value;
      line->values_hi[i] = isnan (hi) || hi < value ? value : hi;
      band |= !isnan (value) && line->values_hi[i] > value;
    }

  return band;
}

static void
copy_series (OctantRadarLayout     *self,
             const OctantRadarData *data,
             PangoContext          *context)
{
  self->n_lines = data->n_series;
  self->lines = g_new0 (OctantRadarLine, MAX (self->n_lines, 1));
  for (guint i = 0; i < self->n_lines; i++)
    {
      OctantRadarLine *line = &self->lines[i];

      line->kind = data->series[i].kind;
      if (!copy_values (line, &data->series[i], self->n_axes, self->max))
        g_clear_pointer (&line->values_hi, g_free);
      if (data->show_legend)
        line->legend = octant_chart_text_new (context, data->series[i].label, OCTANT_TEXT_SMALL,
                                              PANGO_WEIGHT_NORMAL);
    }
}

const OctantRadarLine *
octant_radar_layout_get_present (const OctantRadarLayout *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    if (self->lines[i].kind == OCTANT_RADAR_PRESENT)
      return &self->lines[i];

  return self->n_lines > 0 ? &self->lines[0] : NULL;
}

static void
set_spokes (OctantRadarLayout *self)
{
  const OctantRadarLine *present = octant_radar_layout_get_present (self);
  double turn = self->rtl ? -1 : 1;

  for (guint i = 0; i < self->n_axes; i++)
    {
      OctantRadarAxis *axis = &self->axes[i];
      double angle = 2 * G_PI * i / self->n_axes;

      /* Two bars lie flat, in the direction of reading; all else starts at the top. */
      if (self->n_axes == 2)
        angle -= G_PI / 2;
      axis->dx = turn * sin (angle);
      axis->dy = -cos (angle);
      axis->applicable = present != NULL && !isnan (present->values[i]);
    }
}

/* Titles of assessments are long and differ at their ends: two of them share a line, whatever they are. */
static void
shorten_legend (OctantRadarLayout *self)
{
  double room = floor (self->n_lines > 1 ? (self->width - self->line_height) / 2 : self->width) - OCTANT_RADAR_SWATCH - 6;

  for (guint i = 0; i < self->n_lines; i++)
    {
      PangoLayout *legend = self->lines[i].legend;
      double width;

      octant_chart_text_get_size (legend, &width, NULL);
      if (width <= room)
        continue;
      pango_layout_set_ellipsize (legend, PANGO_ELLIPSIZE_MIDDLE);
      pango_layout_set_width (legend, (int) (MAX (room, 1) * PANGO_SCALE));
    }
}

static char **
copy_texts (const char *const *texts,
            guint              n)
{
  char **copy = texts != NULL ? g_new0 (char *, n + 1) : NULL;

  for (guint i = 0; copy != NULL && i < n; i++)
    copy[i] = g_strdup (texts[i]);

  return copy;
}

/* Lines of legend entries, centred, from the bottom up; returns the height that is taken. */
static double
place_legend (OctantRadarLayout *self)
{
  double gap = self->line_height;
  double row_height = 0, y = 0;
  guint start = 0;

  shorten_legend (self);
  while (start < self->n_lines)
    {
      double row_width = 0, x;
      guint end = start;

      for (; end < self->n_lines; end++)
        {
          double width, entry;

          octant_chart_text_get_size (self->lines[end].legend, &width, &self->lines[end].legend_height);
          entry = OCTANT_RADAR_SWATCH + 6 + width + (end > start ? gap : 0);
          if (end > start && row_width + entry > self->width)
            break;
          row_width += entry;
          row_height = MAX (row_height, self->lines[end].legend_height);
        }
      x = (self->width - row_width) / 2;
      for (guint i = start; i < end; i++)
        {
          OctantRadarLine *line = &self->lines[self->rtl ? start + end - 1 - i : i];
          double width;

          octant_chart_text_get_size (line->legend, &width, NULL);
          line->legend_pos = (OctantPoint){ x, y };
          x += OCTANT_RADAR_SWATCH + 6 + width + gap;
        }
      self->legend.x = start == 0 ? (self->width - row_width) / 2 : MIN (self->legend.x, (self->width - row_width) / 2);
      self->legend.width = MAX (self->legend.width, row_width);
      y += row_height + 4;
      start = end;
    }
  self->legend.height = y;
  self->legend.y = self->height - y;
  for (guint i = 0; i < self->n_lines; i++)
    self->lines[i].legend_pos.y += self->legend.y;

  return y + gap * 0.5;
}

static void
shape_rings (OctantRadarLayout *self,
             PangoContext      *context)
{
  self->rings = g_new0 (PangoLayout *, self->n_rings + 1);
  for (guint i = 0; i < self->n_rings; i++)
    {
      char text[G_ASCII_DTOSTR_BUF_SIZE];

      g_ascii_formatd (text, sizeof text, "%g", self->max * (i + 1) / self->n_rings);
      self->rings[i] = octant_chart_text_new (context, text, OCTANT_TEXT_TINY, PANGO_WEIGHT_NORMAL);
    }
}

/**
 * octant_radar_layout_new:
 * @context: shapes the texts; its font size is that of the chart
 *
 * Lays the chart out. Axes above OCTANT_RADAR_MAX_AXES are left away.
 *
 * Returns: (transfer full): the layout
 */
OctantRadarLayout *
octant_radar_layout_new (const OctantRadarData  *data,
                         const OctantChartStyle *style,
                         PangoContext           *context,
                         double                  width,
                         double                  height,
                         gboolean                rtl)
{
  OctantRadarLayout *self;
  double used = 0;

  g_return_val_if_fail (data != NULL && style != NULL && PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (data->n_axes == 0 || data->labels != NULL, NULL);

  self = g_new0 (OctantRadarLayout, 1);
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->max = data->max > 0 ? data->max : 1;
  self->n_rings = CLAMP (data->n_rings, 1, 20);
  self->rtl = rtl;
  self->complete = TRUE;
  self->line_height = octant_chart_text_line (context, OCTANT_TEXT_SMALL);
  self->n_axes = MIN (data->n_axes, OCTANT_RADAR_MAX_AXES);
  self->axes = g_new0 (OctantRadarAxis, MAX (self->n_axes, 1));
  self->center = (OctantPoint){ self->width / 2, self->height / 2 };
  if (self->n_axes == 0)
    {
      self->empty = octant_chart_text_new_empty (context, data->empty_text, width);
      return self;
    }
  self->labels = copy_texts (data->labels, self->n_axes);
  self->codes = copy_texts (data->codes, self->n_axes);
  copy_series (self, data, context);
  set_spokes (self);
  shape_rings (self, context);
  if (data->show_legend && self->n_lines > 0)
    used = place_legend (self);
  octant_radar_layout_place_labels (self, data, context, MAX (self->height - used, 1));

  return self;
}

void
octant_radar_layout_free (OctantRadarLayout *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_axes; i++)
    {
      g_clear_object (&self->axes[i].name);
      g_clear_object (&self->axes[i].value);
    }
  for (guint i = 0; i < self->n_lines; i++)
    {
      g_free (self->lines[i].values);
      g_free (self->lines[i].values_hi);
      g_clear_object (&self->lines[i].legend);
    }
  for (guint i = 0; self->rings != NULL && i < self->n_rings; i++)
    g_clear_object (&self->rings[i]);
  g_clear_object (&self->empty);
  g_strfreev (self->labels);
  g_strfreev (self->codes);
  g_free (self->axes);
  g_free (self->lines);
  g_free (self->rings);
  g_free (self);
}

static gboolean
same_texts (char             **kept,
            const char *const *texts,
            guint              n)
{
  if ((kept == NULL) != (texts == NULL))
    return FALSE;
  for (guint i = 0; kept != NULL && i < n; i++)
    if (g_strcmp0 (kept[i], texts[i]) != 0)
      return FALSE;

  return TRUE;
}

static gboolean
same_series (const OctantRadarLayout *self,
             const OctantRadarData   *data)
{
  if (data->n_series != self->n_lines)
    return FALSE;
  for (guint i = 0; i < self->n_lines; i++)
    {
      const OctantRadarLine *line = &self->lines[i];

      if (line->kind != data->series[i].kind || (line->legend != NULL) != data->show_legend ||
          (line->legend != NULL && g_strcmp0 (pango_layout_get_text (line->legend), data->series[i].label) != 0))
        return FALSE;
    }

  return TRUE;
}

/* The value of an axis as it is now; NULL when it takes other room than the one that is placed. */
static PangoLayout *
shape_value (const OctantRadarAxis *axis,
             const OctantRadarData *data,
             guint                  index)
{
  g_autofree char *text = octant_radar_data_dup_value_text (data, index);
  g_autoptr (PangoLayout) value = NULL;
  double old_width, old_height, width, height;

  if (g_strcmp0 (text, pango_layout_get_text (axis->value)) == 0)
    return g_object_ref (axis->value);
  value = octant_chart_text_new (pango_layout_get_context (axis->value), text, OCTANT_TEXT_SMALL, PANGO_WEIGHT_SEMIBOLD);
  octant_chart_text_get_size (axis->value, &old_width, &old_height);
  octant_chart_text_get_size (value, &width, &height);

  return width == old_width && height == old_height ? g_steal_pointer (&value) : NULL;
}

/**
 * octant_radar_layout_set_values:
 *
 * Placing labels takes many times as long as everything else, and most changes are those of
 * a value or two: with figures of equal width they move no label.
 *
 * Returns: FALSE when something else than values is another, or a value takes other room.
 *   Nothing has changed then.
 */
gboolean
octant_radar_layout_set_values (OctantRadarLayout     *self,
                                const OctantRadarData *data)
{
  const OctantRadarLine *present;
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (self != NULL && data != NULL, FALSE);

  if (self->n_axes == 0 || MIN (data->n_axes, OCTANT_RADAR_MAX_AXES) != self->n_axes || data->max != self->max ||
      data->n_rings != self->n_rings || !same_series (self, data) ||
      !same_texts (self->labels, data->labels, self->n_axes) || !same_texts (self->codes, data->codes, self->n_axes))
    return FALSE;
  present = octant_radar_layout_get_present (self);
  for (guint i = 0; i < self->n_axes; i++)
    {
      PangoLayout *value;

      if (present != NULL && isnan (data->series[present - self->lines].values[i]) == self->axes[i].applicable)
        return FALSE;
      if (self->axes[i].value == NULL)
        continue;
      value = shape_value (&self->axes[i], data, i);
      if (value == NULL)
        return FALSE;
      g_ptr_array_add (values, value);
    }
  for (guint i = 0, n = 0; i < self->n_axes; i++)
    if (self->axes[i].value != NULL)
      g_set_object (&self->axes[i].value, g_ptr_array_index (values, n++));
  for (guint i = 0; i < self->n_lines; i++)
    {
      g_free (self->lines[i].values);
      g_free (self->lines[i].values_hi);
      if (!copy_values (&self->lines[i], &data->series[i], self->n_axes, self->max))
        g_clear_pointer (&self->lines[i].values_hi, g_free);
    }

  return TRUE;
}

guint
octant_radar_layout_get_n_axes (const OctantRadarLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_axes;
}

OctantPoint
octant_radar_layout_get_center (const OctantRadarLayout *self)
{
  g_return_val_if_fail (self != NULL, ((OctantPoint){ 0, 0 }));

  return self->center;
}

double
octant_radar_layout_get_radius (const OctantRadarLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->radius;
}

OctantPoint
octant_radar_layout_get_point (const OctantRadarLayout *self,
                               guint                    axis,
                               double                   value)
{
  double length;

  g_return_val_if_fail (self != NULL && axis < self->n_axes, ((OctantPoint){ 0, 0 }));

  length = isnan (value) ? 0 : self->radius * CLAMP (value, 0, self->max) / self->max;

  return (OctantPoint){ self->center.x + self->axes[axis].dx * length, self->center.y + self->axes[axis].dy * length };
}

OctantRect
octant_radar_layout_get_label_rect (const OctantRadarLayout *self,
                                    guint                    axis)
{
  g_return_val_if_fail (self != NULL && axis < self->n_axes, ((OctantRect){ 0 }));

  return self->axes[axis].label;
}

/**
 * octant_radar_layout_get_axis_rect:
 *
 * Returns: the smallest box around an axis' label, the end of its spoke and its present point
 */
OctantRect
octant_radar_layout_get_axis_rect (const OctantRadarLayout *self,
                                   guint                    axis)
{
  const OctantRadarLine *present;
  OctantPoint points[2];
  OctantRect rect;
  double right, bottom;

  g_return_val_if_fail (self != NULL && axis < self->n_axes, ((OctantRect){ 0 }));

  present = octant_radar_layout_get_present (self);
  points[0] = octant_radar_layout_get_point (self, axis, self->max);
  points[1] = octant_radar_layout_get_point (self, axis, present != NULL ? present->values[axis] : NAN);
  rect = self->axes[axis].label;
  right = rect.x + rect.width;
  bottom = rect.y + rect.height;
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    {
      rect.x = MIN (rect.x, points[i].x - 6);
      rect.y = MIN (rect.y, points[i].y - 6);
      right = MAX (right, points[i].x + 6);
      bottom = MAX (bottom, points[i].y + 6);
    }
  rect.x = MAX (rect.x, 0);
  rect.y = MAX (rect.y, 0);
  rect.width = MIN (right, self->width) - rect.x;
  rect.height = MIN (bottom, self->height) - rect.y;

  return rect;
}

OctantRect
octant_radar_layout_get_legend_rect (const OctantRadarLayout *self)
{
  g_return_val_if_fail (self != NULL, ((OctantRect){ 0 }));

  return self->legend;
}

/**
 * octant_radar_layout_hit:
 *
 * A label hits its axis; inside of the circle the spoke with the nearest direction is hit.
 *
 * Returns: the axis under a point, or -1
 */
int
octant_radar_layout_hit (const OctantRadarLayout *self,
                         double                   x,
                         double                   y)
{
  double dx, dy, best = -G_MAXDOUBLE;
  int nearest = -1;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_axes; i++)
    if (octant_rect_contains (&self->axes[i].label, x, y))
      return (int) i;
  dx = x - self->center.x;
  dy = y - self->center.y;
  if (self->n_axes == 0 || hypot (dx, dy) > self->radius + self->line_height * 0.5)
    return -1;
  for (guint i = 0; i < self->n_axes; i++)
    {
      double along = dx * self->axes[i].dx + dy * self->axes[i].dy;
      double across = fabs (dx * self->axes[i].dy - dy * self->axes[i].dx);

      /* Bars are hit only near their spoke. */
      if (self->n_axes < 3 && (along < 0 || across > self->line_height * 1.5))
        continue;
      if (along > best)
        {
          best = along;
          nearest = (int) i;
        }
    }

  return nearest;
}

gboolean
octant_radar_layout_is_complete (const OctantRadarLayout *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->complete;
}
