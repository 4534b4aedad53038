/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-slope-private.h"

#include <math.h>

#include "octant-chart-text-private.h"

#define LABEL_GAP 18.0
#define NEAR 9.0
#define TITLE_GAP 12.0

/* Below this width names have no room: codes stand at both ends. */
#define NARROW 480.0

static double
clamp_value (double value,
             double max)
{
  return isnan (value) ? NAN : CLAMP (value, 0, max);
}

static PangoLayout *
shape_label (const OctantSlopeRow *row,
             OctantSlopeSide       side,
             gboolean              narrow,
             gboolean              rtl,
             PangoContext         *context)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  const char *value = row->texts[side];
  gboolean alone = isnan (row->values[!side]);
  const char *name = narrow || (side == OCTANT_SLOPE_BEFORE && !alone) ? row->code : row->label;
  /* The value stands towards the axis. */
  gboolean value_first = (side == OCTANT_SLOPE_AFTER) != rtl;
  g_autofree char *text = NULL;
  PangoLayout *label;

  if (value == NULL)
    value = g_ascii_formatd (buffer, sizeof buffer, "%.2f", row->values[side]);
  if (name == NULL)
    name = row->label;
  text = value_first ? g_strdup_printf ("%s  %s", value, name) : g_strdup_printf ("%s  %s", name, value);
  label = octant_chart_text_new (context, text, OCTANT_TEXT_SMALL,
                                 row->emphasis ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_layout_set_auto_dir (label, FALSE);
  pango_layout_set_ellipsize (label, value_first ? PANGO_ELLIPSIZE_END : PANGO_ELLIPSIZE_START);
  return label;
}

static void
copy_rows (OctantSlopeLayout     *self,
           const OctantSlopeData *data,
           PangoContext          *context)
{
  self->n_lines = MIN (data->n_rows, OCTANT_SLOPE_MAX_ROWS);
  self->lines = g_new0 (OctantSlopeLine, MAX (self->n_lines, 1));
  for (guint i = 0; i < self->n_lines; i++)
    {
      const OctantSlopeRow *row = &data->rows[i];
      OctantSlopeLine *line = &self->lines[i];

      line->direction = (row->direction > 0) - (row->direction < 0);
      line->emphasis = row->emphasis;
      for (guint side = 0; side < 2; side++)
        {
          line->values[side] = clamp_value (row->values[side], data->max);
          if (!isnan (line->values[side]))
            line->labels[side] = shape_label (row, side, self->width < NARROW, self->rtl, context);
        }
    }
}

/* Whole steps around all values: what changed by little is still seen. */
static void
find_scale (OctantSlopeLayout *self,
            double             max)
{
  double low = G_MAXDOUBLE, high = -G_MAXDOUBLE;

  for (guint i = 0; i < self->n_lines; i++)
    for (guint side = 0; side < 2; side++)
      if (!isnan (self->lines[i].values[side]))
        {
          low = MIN (low, self->lines[i].values[side]);
          high = MAX (high, self->lines[i].values[side]);
        }
  self->low = low > high ? 0 : floor (low);
  self->high = low > high ? max : ceil (high);
  if (self->high <= self->low && self->low > 0)
    self->low--;
  else if (self->high <= self->low)
    self->high++;
}

static void
shape_steps (OctantSlopeLayout *self,
             PangoContext      *context)
{
  self->n_steps = (guint) lround (self->high - self->low) + 1;
  self->steps = g_new0 (PangoLayout *, self->n_steps);
  for (guint i = 0; i < self->n_steps; i++)
    {
      g_autofree char *text = g_strdup_printf ("%ld", lround (self->low) + i);

      self->steps[i] = octant_chart_text_new (context, text, OCTANT_TEXT_TINY, PANGO_WEIGHT_NORMAL);
    }
}

static double
widest_label (OctantSlopeLayout *self,
              OctantSlopeSide    side,
              double             limit)
{
  double widest = 0;

  for (guint i = 0; i < self->n_lines; i++)
    if (self->lines[i].labels[side] != NULL)
      {
        double width;

        octant_chart_text_get_size (self->lines[i].labels[side], &width, NULL);
        widest = MAX (widest, width);
      }
  widest = MIN (widest, limit);
  for (guint i = 0; i < self->n_lines; i++)
    if (self->lines[i].labels[side] != NULL)
      pango_layout_set_width (self->lines[i].labels[side], (int) (ceil (widest) * PANGO_SCALE));
  return widest;
}

static void
place_plot (OctantSlopeLayout *self)
{
  double before = widest_label (self, OCTANT_SLOPE_BEFORE, self->width * 0.3) + LABEL_GAP;
  double after = widest_label (self, OCTANT_SLOPE_AFTER, self->width * (self->width < NARROW ? 0.3 : 0.4)) + LABEL_GAP;

  self->plot.x = self->rtl ? after : before;
  self->plot.width = MAX (self->width - before - after, 1);
  self->plot.y = self->line_height * 2;
  self->plot.height = MAX (self->height - self->plot.y - self->line_height * 2.2, 1);
  self->x[self->rtl ? OCTANT_SLOPE_AFTER : OCTANT_SLOPE_BEFORE] = self->plot.x;
  self->x[self->rtl ? OCTANT_SLOPE_BEFORE : OCTANT_SLOPE_AFTER] = self->plot.x + self->plot.width;
}

typedef struct
{
  guint row;
  double wanted; /* middle of the label */
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer      user_data)
{
  const Place *x = a;
  const Place *y = b;

  if (x->wanted != y->wanted)
    return x->wanted < y->wanted ? -1 : 1;
  return x->row < y->row ? -1 : 1;
}

/* What stays when there is not room for all: the whole, then what changed most. */
static int
compare_weights (gconstpointer a,
                 gconstpointer b,
                 gpointer      user_data)
{
  const OctantSlopeLine *lines = user_data;
  const OctantSlopeLine *x = &lines[((const Place *) a)->row];
  const OctantSlopeLine *y = &lines[((const Place *) b)->row];
  double change_x = fabs (x->values[1] - x->values[0]);
  double change_y = fabs (y->values[1] - y->values[0]);

  if (x->emphasis != y->emphasis)
    return x->emphasis ? -1 : 1;
  /* What stands on one side only came or went: that is more than any change. */
  if (isnan (change_x) != isnan (change_y))
    return isnan (change_x) ? -1 : 1;
  if (!isnan (change_x) && change_x != change_y)
    return change_x > change_y ? -1 : 1;
  return ((const Place *) a)->row < ((const Place *) b)->row ? -1 : 1;
}

/* Labels that touch become a block around the middle of what they want; blocks that touch become one. */
typedef struct
{
  guint first;
  guint n;
  double wanted; /* sum of where its first label would have to stand for each */
  double top;
} Block;

static void
settle_block (Block  *block,
              double  row,
              double  top,
              double  bottom)
{
  block->top = CLAMP (block->wanted / block->n, top, MAX (bottom - block->n * row, top));
}

static void
spread (OctantSlopeLayout *self,
        const Place       *places,
        guint              n,
        OctantSlopeSide    side,
        double             row)
{
  g_autofree Block *blocks = g_new (Block, n + 1);
  double top = self->line_height * 1.5, bottom = self->height - self->line_height * 1.6;
  guint n_blocks = 0;

  for (guint i = 0; i < n; i++)
    {
      blocks[n_blocks] = (Block) { i, 1, places[i].wanted - row / 2, 0 };
      settle_block (&blocks[n_blocks++], row, top, bottom);
      while (n_blocks > 1)
        {
          Block *above = &blocks[n_blocks - 2];
          const Block *last = &blocks[n_blocks - 1];

          if (above->top + above->n * row <= last->top + 1e-9)
            break;
          above->wanted += last->wanted - last->n * (above->n * row);
          above->n += last->n;
          settle_block (above, row, top, bottom);
          n_blocks--;
        }
    }
  for (guint b = 0; b < n_blocks; b++)
    for (guint i = 0; i < blocks[b].n; i++)
      {
        OctantSlopeLine *line = &self->lines[places[blocks[b].first + i].row];
        gboolean left = (side == OCTANT_SLOPE_BEFORE) != self->rtl;
        double width, height;

        octant_chart_text_get_size (line->labels[side], &width, &height);
        line->rects[side] = (OctantRect) {
          left ? self->x[side] - LABEL_GAP - width : self->x[side] + LABEL_GAP,
          blocks[b].top + i * row + (row - height) / 2, width, height,
        };
      }
}

static void
place_labels (OctantSlopeLayout *self,
              OctantSlopeSide    side)
{
  g_autofree Place *places = g_new (Place, self->n_lines + 1);
  double row = ceil (self->line_height * 1.08);
  guint room = (guint) MAX ((self->height - self->line_height * 3.1) / row, 0);
  guint n = 0;

  for (guint i = 0; i < self->n_lines; i++)
    if (self->lines[i].labels[side] != NULL)
      places[n++] = (Place) { i, octant_slope_layout_get_y (self, self->lines[i].values[side]) };
  if (n > room)
    {
      g_sort_array (places, n, sizeof *places, compare_weights, self->lines);
      for (guint i = room; i < n; i++)
        g_clear_object (&self->lines[places[i].row].labels[side]);
      n = room;
    }
  g_sort_array (places, n, sizeof *places, compare_places, NULL);
  spread (self, places, n, side, row);
}

static void
add_key (OctantSlopeLayout *self,
         int                direction,
         const char        *word,
         PangoContext      *context)
{
  OctantSlopeKey *key = &self->keys[self->n_keys];
  gboolean used = FALSE;

  for (guint i = 0; i < self->n_lines; i++)
    used |= !isnan (self->lines[i].values[0]) && !isnan (self->lines[i].values[1]) &&
            self->lines[i].direction == direction;
  if (!used || word == NULL)
    return;
  key->direction = direction;
  key->text = octant_chart_text_new (context, word, OCTANT_TEXT_TINY, PANGO_WEIGHT_NORMAL);
  self->n_keys++;
}

/* The legend, in the middle of the foot. */
static void
place_keys (OctantSlopeLayout *self)
{
  double total = 0, at;

  for (guint i = 0; i < self->n_keys; i++)
    {
      octant_chart_text_get_size (self->keys[i].text, &self->keys[i].rect.width, &self->keys[i].rect.height);
      total += OCTANT_SLOPE_KEY_LINE + 6 + self->keys[i].rect.width + (i > 0 ? 18 : 0);
    }
  at = (self->width - total) / 2;
  for (guint i = 0; i < self->n_keys; i++)
    {
      OctantRect *rect = &self->keys[i].rect;
      double x = at + OCTANT_SLOPE_KEY_LINE + 6;

      rect->x = self->rtl ? self->width - x - rect->width : x;
      rect->y = self->height - rect->height - 2;
      at = x + rect->width + 18;
    }
}

/* Above the axes, within the chart, and each on its own half of it. */
static void
place_titles (OctantSlopeLayout     *self,
              const OctantSlopeData *data,
              PangoContext          *context)
{
  double middle = self->plot.x + self->plot.width / 2;

  for (guint side = 0; side < 2; side++)
    {
      gboolean left = (side == OCTANT_SLOPE_BEFORE) != self->rtl;
      double from = left ? 0 : middle + TITLE_GAP / 2;
      double to = left ? middle - TITLE_GAP / 2 : self->width;
      OctantRect *rect = &self->title_rects[side];

      self->titles[side] = octant_chart_text_new (context, data->titles[side], OCTANT_TEXT_SMALL, PANGO_WEIGHT_BOLD);
      /* Titles of assessments are long and differ at their ends. */
      pango_layout_set_ellipsize (self->titles[side], PANGO_ELLIPSIZE_MIDDLE);
      pango_layout_set_width (self->titles[side], (int) (MAX (floor (to - from) - 1, 1) * PANGO_SCALE));
      octant_chart_text_get_size (self->titles[side], &rect->width, &rect->height);
      rect->x = CLAMP (self->x[side] - rect->width / 2, from, MAX (to - rect->width, from));
    }
}

/**
 * octant_slope_layout_new:
 *
 * Lays the chart out. Rows above OCTANT_SLOPE_MAX_ROWS are left away.
 *
 * Returns: (transfer full): the layout
 */
OctantSlopeLayout *
octant_slope_layout_new (const OctantSlopeData  *data,
                         const OctantChartStyle *style,
                         PangoContext           *context,
                         double                  width,
                         double                  height,
                         gboolean                rtl)
{
  OctantSlopeLayout *self;

  g_return_val_if_fail (data != NULL && style != NULL && PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (data->n_rows == 0 || data->rows != NULL, NULL);

  self = g_new0 (OctantSlopeLayout, 1);
  self->width = width;
  self->height = height;
  self->rtl = rtl;
  self->line_height = octant_chart_text_line (context, OCTANT_TEXT_SMALL);
  copy_rows (self, data, context);
  find_scale (self, data->max);
  if (self->n_lines == 0)
    {
      self->empty = octant_chart_text_new_empty (context, data->empty_text, width);
      return self;
    }
  shape_steps (self, context);
  place_plot (self);
  place_titles (self, data, context);
  place_labels (self, OCTANT_SLOPE_BEFORE);
  place_labels (self, OCTANT_SLOPE_AFTER);
  add_key (self, 1, data->better, context);
  add_key (self, -1, data->worse, context);
  add_key (self, 0, data->same, context);
  place_keys (self);
  return self;
}

void
octant_slope_layout_free (OctantSlopeLayout *self)
{
  g_return_if_fail (self != NULL);

  for (guint i = 0; i < self->n_lines; i++)
    for (guint side = 0; side < 2; side++)
      g_clear_object (&self->lines[i].labels[side]);
  for (guint i = 0; i < self->n_steps; i++)
    g_clear_object (&self->steps[i]);
  for (guint i = 0; i < self->n_keys; i++)
    g_clear_object (&self->keys[i].text);
  g_clear_object (&self->titles[0]);
  g_clear_object (&self->titles[1]);
  g_clear_object (&self->empty);
  g_free (self->steps);
  g_free (self->lines);
  g_free (self);
}

double
octant_slope_layout_get_y (const OctantSlopeLayout *self,
                           double                   value)
{
  return self->plot.y + self->plot.height * (1 - (value - self->low) / (self->high - self->low));
}

double
octant_slope_get_natural_height (PangoContext *context,
                                 guint         n_rows)
{
  double line;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), 0);

  line = octant_chart_text_line (context, OCTANT_TEXT_SMALL);
  return ceil (line * 3.1 + n_rows * ceil (line * 1.08));
}

guint
octant_slope_layout_get_n_rows (const OctantSlopeLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->n_lines;
}

OctantRect
octant_slope_layout_get_plot (const OctantSlopeLayout *self)
{
  g_return_val_if_fail (self != NULL, ((OctantRect){ 0 }));

  return self->plot;
}

OctantPoint
octant_slope_layout_get_point (const OctantSlopeLayout *self,
                               guint                    row,
                               OctantSlopeSide          side)
{
  double value;

  g_return_val_if_fail (self != NULL && row < self->n_lines, ((OctantPoint){ 0, 0 }));

  value = self->lines[row].values[side];
  return (OctantPoint){ self->x[side], octant_slope_layout_get_y (self, isnan (value) ? self->low : value) };
}

OctantRect
octant_slope_layout_get_title_rect (const OctantSlopeLayout *self,
                                    OctantSlopeSide          side)
{
  g_return_val_if_fail (self != NULL && side <= OCTANT_SLOPE_AFTER, ((OctantRect){ 0 }));

  return self->title_rects[side];
}

OctantRect
octant_slope_layout_get_label_rect (const OctantSlopeLayout *self,
                                    guint                    row,
                                    OctantSlopeSide          side)
{
  g_return_val_if_fail (self != NULL && row < self->n_lines, ((OctantRect){ 0 }));

  return self->lines[row].rects[side];
}

OctantRect
octant_slope_layout_get_row_rect (const OctantSlopeLayout *self,
                                  guint                    row)
{
  double top = G_MAXDOUBLE, bottom = -G_MAXDOUBLE;

  g_return_val_if_fail (self != NULL && row < self->n_lines, ((OctantRect){ 0 }));

  for (guint side = 0; side < 2; side++)
    if (!isnan (self->lines[row].values[side]))
      {
        double y = octant_slope_layout_get_y (self, self->lines[row].values[side]);

        top = MIN (top, y);
        bottom = MAX (bottom, y);
      }
  if (top > bottom)
    top = bottom = self->plot.y + self->plot.height;
  return (OctantRect){ self->plot.x, top - NEAR, self->plot.width, bottom - top + 2 * NEAR };
}

/* Upright distance from a row's line, or from its only marker. */
static double
distance_to (const OctantSlopeLayout *self,
             const OctantSlopeLine   *line,
             double                   x,
             double                   y)
{
  double share = (x - self->x[OCTANT_SLOPE_BEFORE]) / (self->x[OCTANT_SLOPE_AFTER] - self->x[OCTANT_SLOPE_BEFORE]);

  for (guint side = 0; side < 2; side++)
    if (isnan (line->values[side]))
      return isnan (line->values[!side]) || fabs (x - self->x[!side]) > NEAR
               ? G_MAXDOUBLE
               : fabs (octant_slope_layout_get_y (self, line->values[!side]) - y);
  share = CLAMP (share, 0, 1);
  return fabs (octant_slope_layout_get_y (self, line->values[0] + share * (line->values[1] - line->values[0])) - y);
}

int
octant_slope_layout_hit (const OctantSlopeLayout *self,
                         double                   x,
                         double                   y)
{
  double best = NEAR;
  int found = -1;

  g_return_val_if_fail (self != NULL, -1);

  for (guint i = 0; i < self->n_lines; i++)
    for (guint side = 0; side < 2; side++)
      if (octant_rect_contains (&self->lines[i].rects[side], x, y))
        return (int) i;
  if (x < self->plot.x - NEAR || x > self->plot.x + self->plot.width + NEAR)
    return -1;
  for (guint i = 0; i < self->n_lines; i++)
    {
      double distance = distance_to (self, &self->lines[i], x, y);

      if (distance < best)
        {
          best = distance;
          found = (int) i;
        }
    }
  return found;
}
