/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-distribution.h"

#include <math.h>

#include "octant-chart-draw-private.h"
#include "octant-chart-text-private.h"

#define ROW_GAP 8.0
#define PADDING 6.0
#define SWATCH 22.0
#define LEGEND_GAP 18.0
/* Below this width labels stand above their bars. */
#define WIDE 460.0
/* Share of the width that labels may take beside the bars. */
#define LABEL_SHARE 0.3

typedef struct
{
  guint count;
  OctantRect box;
  PangoLayout *text; /* (owned) (nullable) NULL where there is no room for it */
} Part;

typedef struct
{
  PangoLayout *label; /* (owned) */
  PangoLayout *sum;   /* (owned) */
  OctantRect box;
  OctantRect label_box;
  OctantRect bar;
  Part *parts;        /* (owned) */
} Row;

typedef struct
{
  PangoLayout *label; /* (owned) */
  OctantDistributionFill fill;
  OctantRect swatch;
  OctantRect text;
} Legend;

struct _OctantDistributionLayout
{
  double width;
  double height;
  double line_height;
  gboolean rtl;
  Row *rows;         /* (owned) */
  guint n_rows;
  Legend *legends;   /* (owned) */
  guint n_parts;
  PangoLayout *empty; /* (owned) (nullable) instead of everything else */
};

/* Where the bars stand. */
typedef struct
{
  gboolean beside;    /* labels stand beside the bars, not above */
  double label_width;
  double bar_left;
  double bar_width;   /* of the longest sum */
  double bar_height;
  guint longest;
} Plan;

static guint
get_sum (const OctantDistributionData *data,
         guint                         row)
{
  guint sum = 0;

  for (guint p = 0; p < data->n_parts; p++)
    sum += data->rows[row].counts[p];

  return sum;
}

static void
mirror (const OctantDistributionLayout *self,
        OctantRect                     *box)
{
  if (self->rtl)
    box->x = self->width - box->x - box->width;
}

static void
ellipsize (PangoLayout *layout,
           double       width)
{
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
}

static Plan
make_plan (const OctantDistributionLayout *self,
           const OctantDistributionData   *data)
{
  Plan plan = { .beside = self->width >= WIDE, .bar_height = ceil (self->line_height) + PADDING };
  double sum_width = 0, label_width = 0;

  for (guint i = 0; i < self->n_rows; i++)
    {
      double width;

      plan.longest = MAX (plan.longest, get_sum (data, i));
      octant_chart_text_get_size (self->rows[i].sum, &width, NULL);
      sum_width = MAX (sum_width, width);
      octant_chart_text_get_size (self->rows[i].label, &width, NULL);
      label_width = MAX (label_width, width);
    }
  plan.label_width = plan.beside ? MIN (label_width, self->width * LABEL_SHARE) : self->width;
  plan.bar_left = plan.beside ? plan.label_width + 2 * PADDING : 0;
  plan.bar_width = MAX (self->width - plan.bar_left - sum_width - PADDING, 1);

  return plan;
}

/* "F 12" where it fits, else "12", else nothing. */
static PangoLayout *
fit_count (PangoContext *context,
           const char   *mark,
           guint         count,
           double        room)
{
  g_autofree char *number = g_strdup_printf ("%u", count);
  g_autofree char *marked = mark != NULL ? g_strdup_printf ("%s %u", mark, count) : NULL;
  const char *const texts[] = { marked, number };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (PangoLayout) layout = NULL;
      double width;

      if (texts[i] == NULL)
        continue;
      layout = octant_chart_text_new (context, texts[i], OCTANT_TEXT_SMALL, PANGO_WEIGHT_SEMIBOLD);
      octant_chart_text_get_size (layout, &width, NULL);
      if (width + PADDING <= room)
        return g_steal_pointer (&layout);
    }

  return NULL;
}

/* Edges are whole pixels, and each begins where the last one ended: no gaps, and sums that add up. */
static void
place_parts (OctantDistributionLayout     *self,
             const OctantDistributionData *data,
             PangoContext                 *context,
             const Plan                   *plan,
             guint                         index)
{
  Row *row = &self->rows[index];
  guint before = 0;

  for (guint p = 0; p < data->n_parts; p++)
    {
      Part *part = &row->parts[p];
      double left, right;

      part->count = data->rows[index].counts[p];
      left = round (plan->bar_width * before / plan->longest);
      before += part->count;
      right = round (plan->bar_width * before / plan->longest);
      if (part->count == 0)
        continue;
      part->box = (OctantRect){ plan->bar_left + left, row->bar.y, right - left, row->bar.height };
      mirror (self, &part->box);
      part->text = fit_count (context, data->parts[p].mark, part->count, right - left);
    }
}

/* Returns the bottom of the row. */
static double
place_row (OctantDistributionLayout     *self,
           const OctantDistributionData *data,
           PangoContext                 *context,
           const Plan                   *plan,
           guint                         index,
           double                        y)
{
  Row *row = &self->rows[index];
  double label_height = plan->beside ? plan->bar_height : ceil (self->line_height) + 2;
  double bar_y = plan->beside ? y : y + label_height;
  double length = round (plan->bar_width * get_sum (data, index) / plan->longest);

  ellipsize (row->label, plan->label_width);
  row->label_box = (OctantRect){ 0, y, plan->label_width, label_height };
  row->bar = (OctantRect){ plan->bar_left, bar_y, length, plan->bar_height };
  row->box = (OctantRect){ 0, y, self->width, bar_y + plan->bar_height - y };
  place_parts (self, data, context, plan, index);
  mirror (self, &row->label_box);
  mirror (self, &row->bar);

  return row->box.y + row->box.height;
}

/* Flows in the direction of reading; returns its bottom. */
static double
place_legend (OctantDistributionLayout *self,
              double                    y)
{
  double x = 0;
  double height = ceil (self->line_height) + 2;

  for (guint p = 0; p < self->n_parts; p++)
    {
      Legend *legend = &self->legends[p];
      double width;

      octant_chart_text_get_size (legend->label, &width, NULL);
      width = MIN (width, self->width - SWATCH - PADDING);
      ellipsize (legend->label, width);
      if (x > 0 && x + SWATCH + PADDING + width > self->width)
        {
          x = 0;
          y += height;
        }
      legend->swatch = (OctantRect){ x, y + (height - 12) / 2, SWATCH, 12 };
      legend->text = (OctantRect){ x + SWATCH + PADDING, y, width, height };
      x += SWATCH + PADDING + width + LEGEND_GAP;
      mirror (self, &legend->swatch);
      mirror (self, &legend->text);
    }

  return y + height;
}

static void
copy_data (OctantDistributionLayout     *self,
           const OctantDistributionData *data,
           PangoContext                 *context)
{
  self->n_rows = data->n_rows;
  self->n_parts = data->n_parts;
  self->rows = g_new0 (Row, data->n_rows);
  self->legends = g_new0 (Legend, data->n_parts);
  for (guint i = 0; i < data->n_rows; i++)
    {
      g_autofree char *sum = g_strdup_printf ("%u", get_sum (data, i));

      self->rows[i].label = octant_chart_text_new (context, data->rows[i].label, OCTANT_TEXT_SMALL, PANGO_WEIGHT_NORMAL);
      self->rows[i].sum = octant_chart_text_new (context, sum, OCTANT_TEXT_SMALL, PANGO_WEIGHT_NORMAL);
      self->rows[i].parts = g_new0 (Part, data->n_parts);
    }
  for (guint p = 0; p < data->n_parts; p++)
    {
      const OctantDistributionPart *part = &data->parts[p];
      g_autofree char *text = part->mark != NULL ? g_strdup_printf ("%s %s", part->mark, part->label) : NULL;

      self->legends[p].fill = part->fill;
      self->legends[p].label = octant_chart_text_new (context, text != NULL ? text : part->label, OCTANT_TEXT_SMALL,
                                                      PANGO_WEIGHT_NORMAL);
    }
}

/**
 * octant_distribution_layout_new:
 *
 * Rows keep their natural height; octant_distribution_layout_get_height() tells the sum.
 *
 * Returns: (transfer full): the layout
 */
OctantDistributionLayout *
octant_distribution_layout_new (const OctantDistributionData *data,
                                PangoContext                 *context,
                                double                        width,
                                gboolean                      rtl)
{
  OctantDistributionLayout *self;
  Plan plan;
  double y = 0;

  g_return_val_if_fail (data != NULL && PANGO_IS_CONTEXT (context), NULL);
  g_return_val_if_fail (data->n_parts <= OCTANT_DISTRIBUTION_MAX_PARTS, NULL);

  self = g_new0 (OctantDistributionLayout, 1);
  self->width = MAX (width, 1);
  self->rtl = rtl;
  self->line_height = octant_chart_text_line (context, OCTANT_TEXT_SMALL);
  copy_data (self, data, context);
  plan = make_plan (self, data);
  if (plan.longest == 0)
    {
      self->empty = octant_chart_text_new_empty (context, data->empty_text, self->width);
      self->height = 4 * self->line_height;
      return self;
    }
  for (guint i = 0; i < self->n_rows; i++)
    y = place_row (self, data, context, &plan, i, y) + ROW_GAP;
  self->height = place_legend (self, y + PADDING);

  return self;
}

void
octant_distribution_layout_free (OctantDistributionLayout *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_rows; i++)
    {
      for (guint p = 0; p < self->n_parts; p++)
        g_clear_object (&self->rows[i].parts[p].text);
      g_clear_object (&self->rows[i].label);
      g_clear_object (&self->rows[i].sum);
      g_free (self->rows[i].parts);
    }
  for (guint p = 0; p < self->n_parts; p++)
    g_clear_object (&self->legends[p].label);
  g_clear_object (&self->empty);
  g_free (self->rows);
  g_free (self->legends);
  g_free (self);
}

double
octant_distribution_layout_get_height (const OctantDistributionLayout *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->height;
}

OctantRect
octant_distribution_layout_get_part_rect (const OctantDistributionLayout *self,
                                          guint                           row,
                                          guint                           part)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows && part < self->n_parts, ((OctantRect){ 0 }));

  return self->rows[row].parts[part].box;
}

OctantRect
octant_distribution_layout_get_row_rect (const OctantDistributionLayout *self,
                                         guint                           row)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows, ((OctantRect){ 0 }));

  return self->rows[row].box;
}

gboolean
octant_distribution_layout_hit (const OctantDistributionLayout *self,
                                double                          x,
                                double                          y,
                                guint                          *row)
{
  g_return_val_if_fail (self != NULL && row != NULL, FALSE);

  for (guint i = 0; i < self->n_rows; i++)
    if (octant_rect_contains (&self->rows[i].box, x, y))
      {
        *row = i;
        return TRUE;
      }

  return FALSE;
}

/* Lines that rise or fall by @slope, 5 pixels apart, clipped to the box. */
static void
stroke_lines (cairo_t          *cr,
              const OctantRect *box,
              double            slope)
{
  double run = slope != 0 ? box->height / fabs (slope) : 0;

  if (slope == 0)
    for (double y = box->y + 3; y < box->y + box->height; y += 4)
      {
        cairo_move_to (cr, box->x, y);
        cairo_line_to (cr, box->x + box->width, y);
      }
  for (double x = box->x - run; slope != 0 && x < box->x + box->width; x += 5)
    {
      cairo_move_to (cr, x, slope > 0 ? box->y + box->height : box->y);
      cairo_line_to (cr, x + run, slope > 0 ? box->y : box->y + box->height);
    }
  cairo_stroke (cr);
}

static void
fill_dots (cairo_t          *cr,
           const OctantRect *box)
{
  for (double y = box->y + 3; y < box->y + box->height; y += 6)
    for (double x = box->x + 3; x < box->x + box->width; x += 6)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, 1.1, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

/* The step of the level scale under a pattern; NULL for those on the bare background. */
static const OctantLevelColor *
get_colors (const OctantChartStyle *style,
            OctantDistributionFill  fill)
{
  static const int steps[OCTANT_N_FILLS] = {
    [OCTANT_FILL_STRONG] = 5, [OCTANT_FILL_STRIPED] = 3, [OCTANT_FILL_DOTTED] = 1, [OCTANT_FILL_PALE] = 0,
    [OCTANT_FILL_LINED] = -1, [OCTANT_FILL_EMPTY] = -1,  [OCTANT_FILL_CROSSED] = -1,
  };

  return steps[fill] >= 0 ? &style->levels[steps[fill]] : NULL;
}

static void
draw_pattern (cairo_t                *cr,
              const OctantRect       *box,
              OctantDistributionFill  fill,
              const OctantChartStyle *style)
{
  const OctantLevelColor *colors = get_colors (style, fill);

  cairo_save (cr);
  cairo_rectangle (cr, box->x, box->y, box->width, box->height);
  cairo_clip (cr);
  octant_color_set (colors != NULL ? &colors->fill : &style->background, 1, cr);
  cairo_paint (cr);
  cairo_set_line_width (cr, style->line_scale);
  octant_color_set (colors != NULL ? &colors->text : &style->ghost, colors != NULL ? 0.4 : 1, cr);
  if (fill == OCTANT_FILL_STRIPED || fill == OCTANT_FILL_CROSSED)
    stroke_lines (cr, box, 1);
  if (fill == OCTANT_FILL_CROSSED)
    stroke_lines (cr, box, -1);
  if (fill == OCTANT_FILL_LINED)
    stroke_lines (cr, box, 0);
  if (fill == OCTANT_FILL_DOTTED)
    fill_dots (cr, box);
  cairo_restore (cr);
}

static void
draw_part (cairo_t                *cr,
           const OctantRect       *box,
           OctantDistributionFill  fill,
           const OctantChartStyle *style)
{
  static const double dashes[] = { 3, 3 };

  if (box->width <= 0)
    return;
  draw_pattern (cr, box, fill, style);
  cairo_rectangle (cr, box->x + 0.5, box->y + 0.5, MAX (box->width - 1, 0), MAX (box->height - 1, 0));
  octant_color_set (fill == OCTANT_FILL_EMPTY ? &style->ghost : &style->grid_strong, 1, cr);
  cairo_set_line_width (cr, style->line_scale);
  cairo_set_dash (cr, dashes, fill == OCTANT_FILL_EMPTY ? 2 : 0, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_count (cairo_t                *cr,
            const Part             *part,
            OctantDistributionFill  fill,
            const OctantChartStyle *style)
{
  const OctantLevelColor *colors = get_colors (style, fill);
  double width, height, x, y;

  if (part->text == NULL)
    return;
  octant_chart_text_get_size (part->text, &width, &height);
  x = part->box.x + (part->box.width - width) / 2;
  y = part->box.y + (part->box.height - height) / 2;
  /* A plain plate keeps the pattern away from the figures. */
  if (fill != OCTANT_FILL_STRONG && fill != OCTANT_FILL_PALE && fill != OCTANT_FILL_EMPTY)
    {
      OctantRect plate = { x - 2, part->box.y + 2, width + 4, part->box.height - 4 };

      octant_draw_rounded (cr, &plate, 2);
      octant_color_set (colors != NULL ? &colors->fill : &style->background, 1, cr);
      cairo_fill (cr);
    }
  octant_color_set (colors != NULL ? &colors->text : &style->foreground, 1, cr);
  octant_chart_text_show (cr, part->text, x, y);
}

/* At the side of the box where reading begins. */
static void
draw_text (cairo_t                        *cr,
           const OctantDistributionLayout *self,
           PangoLayout                    *text,
           const OctantRect               *box)
{
  double width, height;

  octant_chart_text_get_size (text, &width, &height);
  octant_chart_text_show (cr, text, self->rtl ? box->x + box->width - width : box->x, box->y + (box->height - height) / 2);
}

static void
draw_row (cairo_t                        *cr,
          const OctantDistributionLayout *self,
          const Row                      *row,
          const OctantChartStyle         *style)
{
  double width, height;

  octant_color_set (&style->foreground, 1, cr);
  draw_text (cr, self, row->label, &row->label_box);
  for (guint p = 0; p < self->n_parts; p++)
    {
      draw_part (cr, &row->parts[p].box, self->legends[p].fill, style);
      draw_count (cr, &row->parts[p], self->legends[p].fill, style);
    }
  octant_chart_text_get_size (row->sum, &width, &height);
  octant_color_set (&style->dim, 1, cr);
  octant_chart_text_show (cr, row->sum, self->rtl ? row->bar.x - PADDING - width : row->bar.x + row->bar.width + PADDING,
                          row->bar.y + (row->bar.height - height) / 2);
}

void
octant_distribution_draw (cairo_t                        *cr,
                          const OctantDistributionLayout *layout,
                          const OctantChartStyle         *style)
{
  g_return_if_fail (cr != NULL && layout != NULL && style != NULL);

  cairo_save (cr);
  if (layout->empty != NULL)
    {
      octant_draw_empty (cr, layout->empty, layout->height, style);
      cairo_restore (cr);
      return;
    }
  for (guint i = 0; i < layout->n_rows; i++)
    draw_row (cr, layout, &layout->rows[i], style);
  for (guint p = 0; p < layout->n_parts; p++)
    {
      draw_part (cr, &layout->legends[p].swatch, layout->legends[p].fill, style);
      octant_color_set (&style->dim, 1, cr);
      draw_text (cr, layout, layout->legends[p].label, &layout->legends[p].text);
    }
  cairo_restore (cr);
}
