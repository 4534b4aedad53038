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
  guint every;      /* 2: a code at every second axis, never at two nearer to each other */
  int max_lines;
  double least;     /* smallest radius as a share of the box */
} Placing;

#define RADIUS_STEPS 14
#define MARGIN 2.0

/* The value's text as given, else two decimals, which is fit for drawing though not for a report. */
char *
octant_radar_data_dup_value_text (const OctantRadarData *data,
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
      g_autofree char *text = octant_radar_data_dup_value_text (data, i);

      g_clear_object (&axis->name);
      g_clear_object (&axis->value);
      /* Round the circle the first is a neighbour too. */
      if (i % placing->every != 0 || self->n_axes - i < placing->every)
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

/* Wraps one label into @room and places it; returns by how much it hangs over the side of the box. */
static double
place_in_room (OctantRadarLayout *self,
               const Placing     *placing,
               OctantRadarAxis   *axis,
               double             out,
               double             room,
               gboolean          *whole)
{
  double ax = self->center.x + axis->dx * out;
  double ay = axis->dy * out;
  double name_width, name_height, value_width = 0, value_height = 0;
  OctantTextSide side = OCTANT_TEXT_CENTER;

  if (fabs (axis->dx) > 0.25)
    side = axis->dx > 0 ? OCTANT_TEXT_LEFT : OCTANT_TEXT_RIGHT;
  octant_chart_text_set_side (axis->name, side);
  *whole = wrap_name (axis->name, placing, room, &name_width, &name_height);
  if (axis->value != NULL)
    octant_chart_text_get_size (axis->value, &value_width, &value_height);

  axis->label.width = MAX (name_width, value_width);
  axis->label.height = name_height + value_height;
  axis->label.x = ax - axis->label.width * (1 - axis->dx) / 2;
  axis->label.y = ay - axis->label.height * (1 - axis->dy) / 2;
  push_out (&axis->label, axis, self->center.x, out - self->line_height * 0.2);
  axis->name_pos = (OctantPoint){ aligned_x (&axis->label, name_width, side), axis->label.y };
  axis->value_pos = (OctantPoint){ aligned_x (&axis->label, value_width, side), axis->label.y + name_height };

  return MAX (MARGIN - axis->label.x, axis->label.x + axis->label.width - (self->width - MARGIN));
}

/* Places one label around a circle with its centre at height 0; FALSE when it is not whole. */
static gboolean
place_label (OctantRadarLayout *self,
             const Placing     *placing,
             guint              index,
             double             radius)
{
  OctantRadarAxis *axis = &self->axes[index];
  double out = radius + self->line_height * (0.45 + (placing->stagger && index % 2 == 1 ? 1.2 : 0));
  double room = MIN (room_beside (self->center.x + axis->dx * out, axis->dx, self->width), self->line_height * 9);
  double over;
  gboolean whole;

  if (axis->name == NULL)
    {
      axis->label = (OctantRect){ self->center.x + axis->dx * radius, axis->dy * radius, 0, 0 };
      return TRUE;
    }
  over = place_in_room (self, placing, axis, out, room, &whole);
  /* What was pushed out of the circle may now hang over the side: it gets that much less room. */
  if (over > 0)
    over = place_in_room (self, placing, axis, out, room - over - 1, &whole);

  return whole && over <= 0;
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

/* Finds radius and centre within the upper @height of the box and places the labels. */
void
octant_radar_layout_place_labels (OctantRadarLayout     *self,
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
