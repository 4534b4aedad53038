/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-radar-private.h"

#include <math.h>

#include "octant-chart-text-private.h"

/*
 * How the radius is found: labels stand outside of the circle, each touching its spoke's
 * end, so a larger circle leaves less room for them. From the largest circle down, the
 * labels are wrapped into what is left beside the circle until all of them are whole,
 * inside of the box and apart from each other. When the circle would become too small for
 * names, codes take their place, then codes without values, staggered in two rows or at
 * some axes only, and at last none: a label is never drawn over another or cut off.
 */

typedef enum
{
  LABELS_NAMES,      /* name, wrapped, and value */
  LABELS_CODES,      /* code and value */
  LABELS_CODES_ONLY, /* code */
  LABELS_SHORTENED,  /* name in at most two lines with an ellipsis, where there are no codes */
} LabelMode;

typedef struct
{
  const OctantRadarData *data;
  PangoContext *context;
  LabelMode mode;
  gboolean stagger;
  guint every;      /* 2: a code at every second axis */
  int max_lines;
  double least;     /* smallest radius as a share of the box */
} Placing;

#define RADIUS_STEPS 14
#define MARGIN 2.0

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

/* The value's text as given, else two decimals, which is fit for drawing though not for a report. */
static char *
value_text (const OctantRadarData *data,
            guint                  axis)
{
  const OctantRadarSeries *present = NULL;
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint i = 0; i < data->n_series && present == NULL; i++)
    if (data->series[i].kind == OCTANT_RADAR_PRESENT)
      present = &data->series[i];
  if (present == NULL)
    return NULL;
  if (isnan (present->values[axis]))
    return g_strdup (data->na_text);
  if (present->texts != NULL && present->texts[axis] != NULL)
    return g_strdup (present->texts[axis]);

  return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.2f", present->values[axis]));
}

static void
shape_labels (OctantRadarLayout *self,
              const Placing     *placing)
{
  const OctantRadarData *data = placing->data;
  gboolean codes = placing->mode == LABELS_CODES || placing->mode == LABELS_CODES_ONLY;

  for (guint i = 0; i < self->n_axes; i++)
    {
      OctantRadarAxis *axis = &self->axes[i];
      g_autofree char *text = value_text (data, i);

      g_clear_object (&axis->name);
      g_clear_object (&axis->value);
      if (i % placing->every != 0)
        continue;
      axis->name = octant_chart_text_new (placing->context, codes ? data->codes[i] : data->labels[i],
                                          placing->mode == LABELS_CODES_ONLY ? OCTANT_TEXT_TINY : OCTANT_TEXT_SMALL,
                                          PANGO_WEIGHT_NORMAL);
      if (text != NULL && placing->mode != LABELS_CODES_ONLY)
        axis->value = octant_chart_text_new (placing->context, text, OCTANT_TEXT_SMALL, PANGO_WEIGHT_SEMIBOLD);
    }
}

/* Width that a box has that touches the anchor on its own side of the circle. */
static double
room_beside (double anchor,
             double direction,
             double width)
{
  double before = (1 - direction) / 2;
  double after = (1 + direction) / 2;
  double room = width;

  if (before > 0)
    room = MIN (room, (anchor - MARGIN) / before);
  if (after > 0)
    room = MIN (room, (width - MARGIN - anchor) / after);

  return room;
}

static double
aligned_x (const OctantRect *box,
           double            width,
           OctantTextSide    side)
{
  if (side == OCTANT_TEXT_LEFT)
    return box->x;
  if (side == OCTANT_TEXT_RIGHT)
    return box->x + box->width - width;

  return box->x + (box->width - width) / 2;
}

/*
 * Wraps a name into a width; where it takes several lines, they are made about equally
 * long, so that no single character stands alone. FALSE when it takes too many.
 */
static gboolean
wrap_name (PangoLayout   *name,
           const Placing *placing,
           double         room,
           double        *width,
           double        *height)
{
  double single, narrow;
  int lines;

  pango_layout_set_width (name, -1);
  octant_chart_text_get_size (name, &single, NULL);
  if (placing->mode == LABELS_SHORTENED)
    {
      pango_layout_set_wrap (name, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_ellipsize (name, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (name, -2);
    }
  pango_layout_set_width (name, (int) (MAX (room, 1) * PANGO_SCALE));
  lines = pango_layout_get_line_count (name);
  narrow = single / MAX (lines, 1) * 1.12;
  if (lines > 1 && narrow < room && placing->mode != LABELS_SHORTENED)
    {
      pango_layout_set_width (name, (int) (narrow * PANGO_SCALE));
      octant_chart_text_get_size (name, width, NULL);
      if (pango_layout_get_line_count (name) > lines || *width > narrow)
        pango_layout_set_width (name, (int) (room * PANGO_SCALE));
    }
  octant_chart_text_get_size (name, width, height);

  return *width <= ceil (room) && lines <= placing->max_lines;
}

/*
 * A box that touches the end of a slanting spoke reaches into the circle with its corner:
 * moves it outwards along the spoke until all of it is at least @distance away.
 */
static void
push_out (OctantRect            *box,
          const OctantRadarAxis *axis,
          double                 center_x,
          double                 distance)
{
  for (guint i = 0; i < 4; i++)
    {
      double x = CLAMP (center_x, box->x, box->x + box->width) - center_x;
      double y = CLAMP (0, box->y, box->y + box->height);
      double missing = distance - hypot (x, y);

      if (missing <= 0.25)
        return;
      box->x += axis->dx * missing;
      box->y += axis->dy * missing;
    }
}

/* Wraps and places one label around a circle at the origin's height; FALSE when it is not whole. */
static gboolean
place_label (OctantRadarLayout *self,
             const Placing     *placing,
             guint              index,
             double             radius)
{
  OctantRadarAxis *axis = &self->axes[index];
  double out = radius + self->line_height * (0.45 + (placing->stagger && index % 2 == 1 ? 1.2 : 0));
  double ax = self->center.x + axis->dx * out;
  double ay = axis->dy * out;
  double room = MIN (room_beside (ax, axis->dx, self->width), self->line_height * 9);
  double name_width, name_height, value_width = 0, value_height = 0;
  OctantTextSide side = OCTANT_TEXT_CENTER;
  gboolean whole;

  if (axis->name == NULL)
    {
      axis->label = (OctantRect){ self->center.x + axis->dx * radius, axis->dy * radius, 0, 0 };
      return TRUE;
    }
  if (fabs (axis->dx) > 0.25)
    side = axis->dx > 0 ? OCTANT_TEXT_LEFT : OCTANT_TEXT_RIGHT;
  octant_chart_text_set_side (axis->name, side);
  whole = wrap_name (axis->name, placing, room, &name_width, &name_height);
  if (axis->value != NULL)
    octant_chart_text_get_size (axis->value, &value_width, &value_height);
  whole = whole && value_width <= room;

  axis->label.width = MAX (name_width, value_width);
  axis->label.height = name_height + value_height;
  axis->label.x = ax - axis->label.width * (1 - axis->dx) / 2;
  axis->label.y = ay - axis->label.height * (1 - axis->dy) / 2;
  push_out (&axis->label, axis, self->center.x, out - self->line_height * 0.2);
  whole = whole && axis->label.x >= MARGIN && axis->label.x + axis->label.width <= self->width - MARGIN;
  axis->name_pos = (OctantPoint){ aligned_x (&axis->label, name_width, side), axis->label.y };
  axis->value_pos = (OctantPoint){ aligned_x (&axis->label, value_width, side), axis->label.y + name_height };

  return whole;
}

static gboolean
labels_apart (const OctantRadarLayout *self)
{
  for (guint i = 0; i < self->n_axes; i++)
    {
      OctantRect a = self->axes[i].label;

      if (a.width <= 0)
        continue;
      /* A hair of air between neighbours. */
      a.x -= 2;
      a.width += 4;
      for (guint k = i + 1; k < self->n_axes; k++)
        if (self->axes[k].label.width > 0 && octant_rect_intersects (&a, &self->axes[k].label))
          return FALSE;
    }

  return TRUE;
}

/* Top and bottom of what is drawn, with the centre at height 0. */
static void
get_extent (const OctantRadarLayout *self,
            double                   radius,
            double                  *top,
            double                  *bottom)
{
  double half_bar = self->line_height * 0.8;

  *top = self->n_axes == 2 ? -half_bar : -radius;
  *bottom = self->n_axes >= 3 ? radius : half_bar;
  for (guint i = 0; i < self->n_axes; i++)
    {
      const OctantRect *label = &self->axes[i].label;

      *top = MIN (*top, label->y);
      *bottom = MAX (*bottom, label->y + label->height);
    }
}

static void
move_to_center (OctantRadarLayout *self,
                double             radius,
                double             y)
{
  self->radius = radius;
  self->center.y = y;
  for (guint i = 0; i < self->n_axes; i++)
    {
      self->axes[i].label.y += y;
      self->axes[i].name_pos.y += y;
      self->axes[i].value_pos.y += y;
    }
}

static gboolean
try_radius (OctantRadarLayout *self,
            const Placing     *placing,
            double             radius,
            double             height)
{
  double top, bottom;

  for (guint i = 0; i < self->n_axes; i++)
    if (!place_label (self, placing, i, radius))
      return FALSE;
  get_extent (self, radius, &top, &bottom);
  if (bottom - top > height - 2 * MARGIN || !labels_apart (self))
    return FALSE;
  move_to_center (self, radius, (height - (bottom - top)) / 2 - top);

  return TRUE;
}

static gboolean
try_mode (OctantRadarLayout *self,
          const Placing     *placing,
          double             height)
{
  double box = MIN (self->width, self->n_axes == 1 ? 2 * height : height);
  double largest = self->n_axes == 2 ? self->width / 2 : box / 2;
  double smallest = box * placing->least;

  shape_labels (self, placing);
  for (guint step = 0; step <= RADIUS_STEPS; step++)
    {
      double radius = largest + (smallest - largest) * step / RADIUS_STEPS;

      if (radius >= 4 && try_radius (self, placing, floor (radius), height))
        return TRUE;
    }

  return FALSE;
}

static void
place_without_labels (OctantRadarLayout *self,
                      double             height)
{
  double radius = MAX (MIN (self->width, height) / 2 - 2 * MARGIN, 1);

  for (guint i = 0; i < self->n_axes; i++)
    {
      g_clear_object (&self->axes[i].name);
      g_clear_object (&self->axes[i].value);
      self->axes[i].label = (OctantRect){ self->center.x + self->axes[i].dx * radius, self->axes[i].dy * radius, 0, 0 };
    }
  move_to_center (self, radius, height / 2);
  self->complete = FALSE;
}

static void
place_axes (OctantRadarLayout     *self,
            const OctantRadarData *data,
            PangoContext          *context,
            double                 height)
{
  static const Placing order[] = {
    { .mode = LABELS_NAMES, .every = 1, .max_lines = 2, .least = 0.36 },
    { .mode = LABELS_NAMES, .every = 1, .max_lines = 4, .least = 0.28 },
    { .mode = LABELS_CODES, .every = 1, .max_lines = 1, .least = 0.3 },
    { .mode = LABELS_CODES, .every = 1, .max_lines = 1, .least = 0.3, .stagger = TRUE },
    { .mode = LABELS_CODES_ONLY, .every = 1, .max_lines = 1, .least = 0.3 },
    { .mode = LABELS_CODES_ONLY, .every = 1, .max_lines = 1, .least = 0.3, .stagger = TRUE },
    { .mode = LABELS_CODES_ONLY, .every = 2, .max_lines = 1, .least = 0.3 },
    { .mode = LABELS_CODES_ONLY, .every = 5, .max_lines = 1, .least = 0.25 },
    { .mode = LABELS_SHORTENED, .every = 1, .max_lines = 2, .least = 0.25 },
    { .mode = LABELS_SHORTENED, .every = 1, .max_lines = 2, .least = 0.25, .stagger = TRUE },
  };

  self->center.x = self->width / 2;
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      Placing placing = order[i];
      gboolean codes = placing.mode == LABELS_CODES || placing.mode == LABELS_CODES_ONLY;

      if (codes ? data->codes == NULL : self->n_axes > OCTANT_RADAR_MAX_NAMED_AXES && data->codes != NULL)
        continue;
      placing.data = data;
      placing.context = context;
      if (try_mode (self, &placing, height))
        {
          self->complete = placing.mode == LABELS_NAMES;
          return;
        }
    }
  place_without_labels (self, height);
}

/* Lines of legend entries, centred, from the bottom up; returns the height that is taken. */
static double
place_legend (OctantRadarLayout *self)
{
  double gap = self->line_height;
  double row_height = 0, y = 0;
  guint start = 0;

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
      self->empty = octant_chart_text_new (context, data->empty_text, OCTANT_TEXT_NORMAL, PANGO_WEIGHT_NORMAL);
      pango_layout_set_width (self->empty, (int) (self->width * PANGO_SCALE));
      octant_chart_text_set_side (self->empty, OCTANT_TEXT_CENTER);
      return self;
    }
  copy_series (self, data, context);
  set_spokes (self);
  shape_rings (self, context);
  if (data->show_legend && self->n_lines > 0)
    used = place_legend (self);
  place_axes (self, data, context, MAX (self->height - used, 1));

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
  g_free (self->axes);
  g_free (self->lines);
  g_free (self->rings);
  g_free (self);
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
