/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-heatmap.h"

#include <math.h>

#include "octant-chart-draw-private.h"
#include "octant-chart-text-private.h"

#define GAP 2.0
#define BLOCK_GAP 24.0
#define PADDING 6.0
#define MIN_CELL 40.0
#define MAX_CELL 92.0
/* Below this width there is one block. */
#define WIDE 640.0
/* Below this one, headings take a line more. */
#define NARROW 420.0
/* The longest that a heading which is turned stands over its column, in lines. */
#define TURNED_LINES 5
/* Space between groups, as a share of a row. */
#define GROUP_GAP 0.4

typedef struct
{
  double value;
  PangoLayout *text; /* (owned) */
  OctantRect box;
} Cell;

typedef struct
{
  PangoLayout *label; /* (owned) */
  OctantRect box;
} Row;

struct _OctantHeatmapLayout
{
  double width;
  double height;
  double max;
  gboolean rtl;
  Row *rows; /* (owned) */
  guint n_rows;
  guint n_columns;
  guint n_blocks;
  Cell *cells;           /* (owned) n_rows × n_columns */
  PangoLayout **headings; /* (owned) n_columns */
  gboolean *turned;       /* (owned) n_columns: the heading runs from below upwards */
  OctantRect *heading_boxes; /* (owned) n_blocks × n_columns */
  PangoLayout *empty;    /* (owned) (nullable) */
};

/* How rows are dealt out to blocks, in units of a row's height. */
typedef struct
{
  guint n_blocks;
  guint split;    /* first row of the second block */
  double longest; /* rows and gaps of the longer block */
} Plan;

/* Rows @from to before @to with the gaps between their groups. */
static double
get_length (const OctantHeatmapData *data,
            guint                    from,
            guint                    to)
{
  double length = to - from;

  for (guint i = from + 1; i < to; i++)
    if (data->rows[i].group != data->rows[i - 1].group)
      length += GROUP_GAP;

  return length;
}

static Plan
make_plan (const OctantHeatmapData *data,
           double                   width)
{
  Plan plan = { 1, data->n_rows, get_length (data, 0, data->n_rows) };

  if (width < WIDE)
    return plan;
  /* Groups stay whole: the split that leaves the shorter longest block. */
  for (guint i = 1; i < data->n_rows; i++)
    {
      double longest = MAX (get_length (data, 0, i), get_length (data, i, data->n_rows));

      if (data->rows[i].group != data->rows[i - 1].group && longest < plan.longest)
        plan = (Plan){ 2, i, longest };
    }

  return plan;
}

static double
get_row_height (PangoContext *context)
{
  return octant_chart_text_line (context, OCTANT_TEXT_SMALL) + PADDING;
}

/* Names of objects may be long, and stand over cells that are the narrower the less room there is. */
static int
get_heading_lines (double width)
{
  return width < NARROW ? 3 : 2;
}

static PangoLayout *
make_heading (const OctantHeatmapData *data,
              guint                    column,
              PangoContext            *context)
{
  return octant_chart_text_new (context, data->columns[column], OCTANT_TEXT_SMALL, PANGO_WEIGHT_SEMIBOLD);
}

static double
get_block_width (double width,
                 guint  n_blocks)
{
  return (width - BLOCK_GAP * (n_blocks - 1)) / n_blocks;
}

/* The columns of one block; what is left is the room for labels. */
static double
get_cell_width (guint  n_columns,
                double block_width)
{
  return CLAMP (block_width * 0.6 / n_columns, MIN (MIN_CELL, block_width * 0.7 / n_columns), MAX_CELL);
}

/* Whether a word of it is longer than its column is wide. */
static gboolean
is_too_long (PangoLayout *heading,
             double       cell_width)
{
  double width, height;

  pango_layout_set_width (heading, (int) (MAX (cell_width - GAP, 1) * PANGO_SCALE));
  pango_layout_set_wrap (heading, PANGO_WRAP_WORD);
  octant_chart_text_get_size (heading, &width, &height);

  return width > MAX (cell_width - GAP, 1);
}

/* Rather than to break words, a heading is turned. */
static double
get_heading_height (const OctantHeatmapData *data,
                    PangoContext            *context,
                    double                   width,
                    guint                    n_blocks)
{
  double line = octant_chart_text_line (context, OCTANT_TEXT_SMALL);
  double cell_width = get_cell_width (data->n_columns, get_block_width (width, n_blocks));
  double longest = get_heading_lines (width) * line;

  for (guint c = 0; c < data->n_columns; c++)
    {
      g_autoptr (PangoLayout) heading = make_heading (data, c, context);
      double length, height;

      if (!is_too_long (heading, cell_width))
        continue;
      pango_layout_set_width (heading, -1);
      octant_chart_text_get_size (heading, &length, &height);
      longest = MAX (longest, MIN (length, TURNED_LINES * line));
    }

  return ceil (longest) + PADDING;
}

double
octant_heatmap_get_natural_height (const OctantHeatmapData *data,
                                   PangoContext            *context,
                                   double                   width)
{
  Plan plan;

  g_return_val_if_fail (data != NULL && PANGO_IS_CONTEXT (context), 0);

  if (data->n_rows == 0 || data->n_columns == 0)
    return 4 * octant_chart_text_line (context, OCTANT_TEXT_NORMAL);

  plan = make_plan (data, width);

  return ceil (get_heading_height (data, context, width, plan.n_blocks) + plan.longest * get_row_height (context));
}

static void
mirror (const OctantHeatmapLayout *self,
        OctantRect                *box)
{
  if (self->rtl)
    box->x = self->width - box->x - box->width;
}

static void
ellipsize (PangoLayout   *layout,
           double         width,
           int            lines,
           OctantTextSide side)
{
  pango_layout_set_width (layout, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -lines);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  octant_chart_text_set_side (layout, side);
}

static void
place_block (OctantHeatmapLayout     *self,
             const OctantHeatmapData *data,
             guint                    block,
             guint                    from,
             guint                    to,
             double                   heading_height,
             double                   row_height)
{
  double block_width = get_block_width (self->width, self->n_blocks);
  double cell_width = get_cell_width (self->n_columns, block_width);
  double left = block * (block_width + BLOCK_GAP);
  double first = left + block_width - cell_width * self->n_columns;
  double y = heading_height;

  for (guint c = 0; c < self->n_columns; c++)
    {
      OctantRect *box = &self->heading_boxes[block * self->n_columns + c];

      *box = (OctantRect){ first + c * cell_width, 0, cell_width - GAP, heading_height };
      mirror (self, box);
    }
  for (guint i = from; i < to; i++)
    {
      if (i > from && data->rows[i].group != data->rows[i - 1].group)
        y += GROUP_GAP * row_height;
      self->rows[i].box = (OctantRect){ left, y, block_width, row_height };
      ellipsize (self->rows[i].label, first - left - PADDING, 1, self->rtl ? OCTANT_TEXT_RIGHT : OCTANT_TEXT_LEFT);
      mirror (self, &self->rows[i].box);
      for (guint c = 0; c < self->n_columns; c++)
        {
          OctantRect *box = &self->cells[i * self->n_columns + c].box;

          *box = (OctantRect){ first + c * cell_width, y + GAP / 2, cell_width - GAP, row_height - GAP };
          mirror (self, box);
        }
      y += row_height;
    }
}

static void
copy_data (OctantHeatmapLayout     *self,
           const OctantHeatmapData *data,
           PangoContext            *context)
{
  self->rows = g_new0 (Row, self->n_rows + 1);
  self->cells = g_new0 (Cell, (gsize) self->n_rows * self->n_columns + 1);
  self->headings = g_new0 (PangoLayout *, self->n_columns + 1);
  self->heading_boxes = g_new0 (OctantRect, 2 * (gsize) self->n_columns + 1);
  for (guint i = 0; i < self->n_rows; i++)
    self->rows[i].label = octant_chart_text_new (context, data->rows[i].label, OCTANT_TEXT_SMALL, PANGO_WEIGHT_NORMAL);
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    {
      self->cells[i].value = data->cells[i].value;
      self->cells[i].text = octant_chart_text_new (context, data->cells[i].text, OCTANT_TEXT_SMALL,
                                                   PANGO_WEIGHT_NORMAL);
    }
  for (guint c = 0; c < self->n_columns; c++)
    self->headings[c] = make_heading (data, c, context);
}

static void
fit_headings (OctantHeatmapLayout *self,
              double               height)
{
  double cell_width = get_cell_width (self->n_columns, get_block_width (self->width, self->n_blocks));

  self->turned = g_new0 (gboolean, self->n_columns);
  for (guint c = 0; c < self->n_columns; c++)
    {
      self->turned[c] = is_too_long (self->headings[c], cell_width);
      if (self->turned[c])
        ellipsize (self->headings[c], height - PADDING, 1, OCTANT_TEXT_LEFT);
      else
        ellipsize (self->headings[c], cell_width - GAP, get_heading_lines (self->width), OCTANT_TEXT_CENTER);
    }
}

/**
 * octant_heatmap_layout_new:
 *
 * Rows take the height that is there, each at least a pixel.
 *
 * Returns: (transfer full): the layout
 */
OctantHeatmapLayout *
octant_heatmap_layout_new (const OctantHeatmapData *data,
                           PangoContext            *context,
                           double                   width,
                           double                   height,
                           gboolean                 rtl)
{
  OctantHeatmapLayout *self;
  double heading_height, row_height;
  Plan plan;

  g_return_val_if_fail (data != NULL && PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (OctantHeatmapLayout, 1);
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->max = data->max;
  self->rtl = rtl;
  if (data->n_rows == 0 || data->n_columns == 0)
    {
      self->empty = octant_chart_text_new_empty (context, data->empty_text, self->width);
      return self;
    }
  self->n_rows = data->n_rows;
  self->n_columns = data->n_columns;
  copy_data (self, data, context);
  plan = make_plan (data, self->width);
  self->n_blocks = plan.n_blocks;
  heading_height = get_heading_height (data, context, self->width, plan.n_blocks);
  row_height = MAX ((height - heading_height) / plan.longest, 1);
  place_block (self, data, 0, 0, plan.split, heading_height, row_height);
  if (plan.n_blocks > 1)
    place_block (self, data, 1, plan.split, self->n_rows, heading_height, row_height);
  fit_headings (self, heading_height);

  return self;
}

void
octant_heatmap_layout_free (OctantHeatmapLayout *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_rows; i++)
    g_clear_object (&self->rows[i].label);
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    g_clear_object (&self->cells[i].text);
  for (guint c = 0; c < self->n_columns; c++)
    g_clear_object (&self->headings[c]);
  g_clear_object (&self->empty);
  g_free (self->rows);
  g_free (self->cells);
  g_free (self->headings);
  g_free (self->turned);
  g_free (self->heading_boxes);
  g_free (self);
}

OctantRect
octant_heatmap_layout_get_cell_rect (const OctantHeatmapLayout *self,
                                     guint                      row,
                                     guint                      column)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows && column < self->n_columns, ((OctantRect){ 0 }));

  return self->cells[row * self->n_columns + column].box;
}

OctantRect
octant_heatmap_layout_get_row_rect (const OctantHeatmapLayout *self,
                                    guint                      row)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows, ((OctantRect){ 0 }));

  return self->rows[row].box;
}

gboolean
octant_heatmap_layout_hit (const OctantHeatmapLayout *self,
                           double                     x,
                           double                     y,
                           guint                     *row,
                           int                       *column)
{
  g_return_val_if_fail (self != NULL && row != NULL && column != NULL, FALSE);

  for (guint i = 0; i < self->n_rows; i++)
    if (octant_rect_contains (&self->rows[i].box, x, y))
      {
        *row = i;
        *column = -1;
        for (guint c = 0; c < self->n_columns; c++)
          if (octant_rect_contains (&self->cells[i * self->n_columns + c].box, x, y))
            *column = (int) c;
        return TRUE;
      }

  return FALSE;
}

static void
show_in (cairo_t          *cr,
         PangoLayout      *text,
         const OctantRect *box)
{
  double width, height;

  octant_chart_text_get_size (text, &width, &height);
  octant_chart_text_show (cr, text, box->x + (box->width - width) / 2, box->y + (box->height - height) / 2);
}

/* From just above its column upwards. */
static void
show_turned (cairo_t          *cr,
             PangoLayout      *text,
             const OctantRect *box)
{
  double width, height;

  octant_chart_text_get_size (text, &width, &height);
  cairo_save (cr);
  cairo_translate (cr, box->x + box->width / 2, box->y + box->height - PADDING / 2);
  cairo_rotate (cr, -G_PI / 2);
  octant_chart_text_show (cr, text, 0, -height / 2);
  cairo_restore (cr);
}

static void
draw_cell (cairo_t                   *cr,
           const OctantHeatmapLayout *self,
           const Cell                *cell,
           const OctantChartStyle    *style)
{
  static const double dashes[] = { 3, 3 };
  OctantRect inner = { cell->box.x + 0.5, cell->box.y + 0.5, MAX (cell->box.width - 1, 0), MAX (cell->box.height - 1, 0) };

  if (isnan (cell->value))
    {
      octant_draw_rounded (cr, &inner, 3);
      octant_color_set (&style->grid_strong, 1, cr);
      cairo_set_line_width (cr, style->line_scale);
      cairo_set_dash (cr, dashes, 2, 0);
      cairo_stroke (cr);
      cairo_set_dash (cr, NULL, 0, 0);
      octant_color_set (&style->dim, 1, cr);
    }
  else
    {
      const OctantLevelColor *color = octant_chart_style_get_level (style, (int) floor (CLAMP (cell->value, 0, self->max)),
                                                                    (int) self->max);

      octant_draw_rounded (cr, &cell->box, 3);
      octant_color_set (&color->fill, 1, cr);
      cairo_fill (cr);
      octant_color_set (&color->text, 1, cr);
    }
  show_in (cr, cell->text, &cell->box);
}

static void
draw_label (cairo_t                   *cr,
            const OctantHeatmapLayout *self,
            const Row                 *row,
            const OctantChartStyle    *style)
{
  double width, height;

  octant_chart_text_get_size (row->label, &width, &height);
  octant_color_set (&style->foreground, 1, cr);
  octant_chart_text_show (cr, row->label, self->rtl ? row->box.x + row->box.width - width : row->box.x,
                          row->box.y + (row->box.height - height) / 2);
}

void
octant_heatmap_draw (cairo_t                   *cr,
                     const OctantHeatmapLayout *layout,
                     const OctantChartStyle    *style)
{
  g_return_if_fail (cr != NULL && layout != NULL && style != NULL);

  cairo_save (cr);
  octant_color_set (&style->dim, 1, cr);
  if (layout->empty != NULL)
    octant_draw_empty (cr, layout->empty, layout->height, style);
  for (guint i = 0; i < layout->n_blocks * layout->n_columns; i++)
    (layout->turned[i % layout->n_columns] ? show_turned : show_in) (cr, layout->headings[i % layout->n_columns],
                                                                     &layout->heading_boxes[i]);
  for (guint i = 0; i < layout->n_rows; i++)
    draw_label (cr, layout, &layout->rows[i], style);
  for (guint i = 0; i < layout->n_rows * layout->n_columns; i++)
    draw_cell (cr, layout, &layout->cells[i], style);
  cairo_restore (cr);
}
