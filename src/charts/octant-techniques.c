/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-techniques.h"

#include <math.h>

#include "octant-chart-draw-private.h"
#include "octant-chart-text-private.h"

#define GAP 3.0
#define PADDING 6.0
#define INDENT 12.0
#define FOLD_WIDTH 26.0
#define RADIUS 4.0
/* Half the width of the triangle that says whether a cell is unfolded. */
#define TRIANGLE 4.0

typedef struct
{
  double value;
  gboolean open;
  OctantRect box;
  OctantRect fold;   /* empty: nothing to unfold */
  PangoLayout *name;  /* (owned) */
  PangoLayout *id;    /* (owned) */
  PangoLayout *text;  /* (owned) */
  PangoLayout *count; /* (owned) (nullable) */
} Cell;

struct _OctantTechniquesLayout
{
  double width;
  double max;
  gboolean rtl;
  Cell *cells; /* (owned) */
  guint n_cells;
  PangoLayout *apart; /* (owned) (nullable) */
  OctantRect apart_box;
};

static double
get_cell_height (PangoContext *context)
{
  return ceil (2 * octant_chart_text_line (context, OCTANT_TEXT_SMALL) + PADDING * 1.5);
}

static double
get_heading_height (PangoContext *context)
{
  return ceil (octant_chart_text_line (context, OCTANT_TEXT_SMALL) + 2 * PADDING);
}

static void
mirror (const OctantTechniquesLayout *self,
        OctantRect                   *rect)
{
  if (self->rtl)
    rect->x = self->width - rect->x - rect->width;
}

static void
set_width (PangoLayout *text,
           double       width,
           gboolean     rtl)
{
  pango_layout_set_width (text, (int) (MAX (width, 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  octant_chart_text_set_side (text, rtl ? OCTANT_TEXT_RIGHT : OCTANT_TEXT_LEFT);
}

static void
place_cell (OctantTechniquesLayout    *self,
            const OctantTechniqueCell *data,
            PangoContext              *context,
            double                     y,
            Cell                      *cell)
{
  double indent = data->below ? INDENT : 0;
  double fold = data->n_below > 0 ? FOLD_WIDTH : 0;
  g_autofree char *count = g_strdup_printf ("%u", data->n_below);

  cell->value = data->value;
  cell->open = data->open;
  cell->box = (OctantRect){ indent, y, MAX (self->width - indent, 1), get_cell_height (context) };
  cell->name = octant_chart_text_new (context, data->name, OCTANT_TEXT_SMALL,
                                      data->below ? PANGO_WEIGHT_NORMAL : PANGO_WEIGHT_SEMIBOLD);
  cell->id = octant_chart_text_new (context, data->id, OCTANT_TEXT_TINY, PANGO_WEIGHT_NORMAL);
  cell->text = octant_chart_text_new (context, data->text, OCTANT_TEXT_SMALL, PANGO_WEIGHT_SEMIBOLD);
  set_width (cell->name, cell->box.width - fold - 2 * PADDING, self->rtl);
  if (fold > 0)
    {
      cell->count = octant_chart_text_new (context, count, OCTANT_TEXT_TINY, PANGO_WEIGHT_NORMAL);
      cell->fold = (OctantRect){ self->width - fold, y, fold, cell->box.height };
      mirror (self, &cell->fold);
    }
  mirror (self, &cell->box);
}

/**
 * octant_techniques_layout_new:
 *
 * The height follows from the data, see octant_techniques_get_height().
 *
 * Returns: (transfer full): the layout
 */
OctantTechniquesLayout *
octant_techniques_layout_new (const OctantTechniquesData *data,
                              PangoContext               *context,
                              double                      width,
                              gboolean                    rtl)
{
  OctantTechniquesLayout *self;
  double y = 0;

  g_return_val_if_fail (data != NULL && PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (OctantTechniquesLayout, 1);
  self->width = MAX (width, 1);
  self->max = data->max;
  self->rtl = rtl;
  self->n_cells = data->n_cells;
  self->cells = g_new0 (Cell, data->n_cells + 1);
  for (guint i = 0; i < data->n_cells; i++)
    {
      if (i == data->first_apart)
        {
          self->apart_box = (OctantRect){ 0, y, self->width, get_heading_height (context) };
          self->apart = octant_chart_text_new (context, data->apart_text, OCTANT_TEXT_SMALL, PANGO_WEIGHT_NORMAL);
          set_width (self->apart, self->width - 2 * PADDING, rtl);
          y += self->apart_box.height;
        }
      place_cell (self, &data->cells[i], context, y, &self->cells[i]);
      y += self->cells[i].box.height + GAP;
    }

  return self;
}

double
octant_techniques_get_height (const OctantTechniquesData *data,
                              PangoContext               *context)
{
  g_return_val_if_fail (data != NULL && PANGO_IS_CONTEXT (context), 0);

  return data->n_cells * (get_cell_height (context) + GAP) +
         (data->first_apart < data->n_cells ? get_heading_height (context) : 0);
}

void
octant_techniques_layout_free (OctantTechniquesLayout *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_cells; i++)
    {
      g_object_unref (self->cells[i].name);
      g_object_unref (self->cells[i].id);
      g_object_unref (self->cells[i].text);
      g_clear_object (&self->cells[i].count);
    }
  g_clear_object (&self->apart);
  g_free (self->cells);
  g_free (self);
}

OctantRect
octant_techniques_layout_get_cell_rect (const OctantTechniquesLayout *self,
                                        guint                         cell)
{
  g_return_val_if_fail (self != NULL && cell < self->n_cells, ((OctantRect){ 0 }));

  return self->cells[cell].box;
}

OctantRect
octant_techniques_layout_get_fold_rect (const OctantTechniquesLayout *self,
                                        guint                         cell)
{
  g_return_val_if_fail (self != NULL && cell < self->n_cells, ((OctantRect){ 0 }));

  return self->cells[cell].fold;
}

gboolean
octant_techniques_layout_hit (const OctantTechniquesLayout *self,
                              double                        x,
                              double                        y,
                              guint                        *cell)
{
  g_return_val_if_fail (self != NULL && cell != NULL, FALSE);

  for (guint i = 0; i < self->n_cells; i++)
    if (octant_rect_contains (&self->cells[i].box, x, y))
      {
        *cell = i;
        return TRUE;
      }

  return FALSE;
}

/* Leaves the colour of what stands on the cell as the source. */
static void
fill_cell (cairo_t                      *cr,
           const OctantTechniquesLayout *self,
           const Cell                   *cell,
           const OctantChartStyle       *style)
{
  static const double dashes[] = { 3, 3 };

  if (isnan (cell->value))
    {
      OctantRect inner = { cell->box.x + 0.5, cell->box.y + 0.5, MAX (cell->box.width - 1, 0), MAX (cell->box.height - 1, 0) };

      octant_draw_rounded (cr, &inner, RADIUS);
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

      octant_draw_rounded (cr, &cell->box, RADIUS);
      octant_color_set (&color->fill, 1, cr);
      cairo_fill (cr);
      octant_color_set (&color->text, 1, cr);
    }
}

/* A triangle that points down when unfolded, else to where reading goes, and the count below it. */
static void
draw_fold (cairo_t                      *cr,
           const OctantTechniquesLayout *self,
           const Cell                   *cell)
{
  double x = cell->fold.x + cell->fold.width / 2;
  double y = cell->fold.y + cell->fold.height * 0.3;
  double way = self->rtl ? -1 : 1;
  double width, height;

  if (cell->open)
    {
      cairo_move_to (cr, x - TRIANGLE, y - TRIANGLE / 2);
      cairo_line_to (cr, x + TRIANGLE, y - TRIANGLE / 2);
      cairo_line_to (cr, x, y + TRIANGLE / 2 + 1);
    }
  else
    {
      cairo_move_to (cr, x - way * TRIANGLE / 2, y - TRIANGLE);
      cairo_line_to (cr, x - way * TRIANGLE / 2, y + TRIANGLE);
      cairo_line_to (cr, x + way * (TRIANGLE / 2 + 1), y);
    }
  cairo_close_path (cr);
  cairo_fill (cr);
  octant_chart_text_get_size (cell->count, &width, &height);
  octant_chart_text_show (cr, cell->count, x - width / 2, cell->fold.y + cell->fold.height * 0.72 - height / 2);
}

static void
draw_cell (cairo_t                      *cr,
           const OctantTechniquesLayout *self,
           const Cell                   *cell,
           const OctantChartStyle       *style)
{
  double end = cell->fold.width > 0 ? cell->fold.width : PADDING;
  double left = cell->box.x + (self->rtl ? end : PADDING);
  double right = cell->box.x + cell->box.width - (self->rtl ? PADDING : end);
  double width, height, line;

  fill_cell (cr, self, cell, style);
  octant_chart_text_get_size (cell->name, &width, &height);
  octant_chart_text_show (cr, cell->name, self->rtl ? right - width : left, cell->box.y + PADDING * 0.75);
  line = cell->box.y + PADDING * 0.75 + height;
  octant_chart_text_get_size (cell->text, &width, &height);
  octant_chart_text_show (cr, cell->text, self->rtl ? left : right - width, line);
  line += height;
  octant_chart_text_get_size (cell->id, &width, &height);
  octant_chart_text_show (cr, cell->id, self->rtl ? right - width : left, line - height);
  if (cell->count != NULL)
    draw_fold (cr, self, cell);
}

void
octant_techniques_draw (cairo_t                      *cr,
                        const OctantTechniquesLayout *layout,
                        const OctantChartStyle       *style)
{
  g_return_if_fail (cr != NULL && layout != NULL && style != NULL);

  cairo_save (cr);
  if (layout->apart != NULL)
    {
      double width, height;

      octant_chart_text_get_size (layout->apart, &width, &height);
      octant_color_set (&style->dim, 1, cr);
      octant_chart_text_show (cr, layout->apart, layout->rtl ? layout->width - PADDING - width : PADDING,
                              layout->apart_box.y + (layout->apart_box.height - height) / 2);
    }
  for (guint i = 0; i < layout->n_cells; i++)
    draw_cell (cr, layout, &layout->cells[i], style);
  cairo_restore (cr);
}
