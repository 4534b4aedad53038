/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-ladder.h"

#include "octant-chart-draw-private.h"
#include "octant-chart-text-private.h"

typedef struct
{
  gboolean counted;
  double a;
  double a_hi;
  double m;
  PangoLayout *label; /* (owned) level, under the step */
  PangoLayout *text;  /* (owned) (nullable) above the step */
  OctantRect box;     /* the step's column, from its top to the base line */
  OctantRect hit;
} Step;

typedef struct
{
  PangoLayout *label; /* (owned) */
  OctantPoint label_pos;
  Step *steps;        /* (owned) */
  guint n_steps;
} Row;

struct _OctantLadderLayout
{
  double width;
  double height;
  double line_height;
  gboolean rtl;
  Row *rows; /* (owned) */
  guint n_rows;
};

#define GAP 6.0
/* Height of the lowest step as a share of the highest: the steps rise like stairs. */
#define LOWEST 0.36
#define STEP_HEIGHT 72.0
/* Below this width rows stand one under the other. */
#define WIDE 420.0

static guint
n_columns (guint  n_rows,
           double width)
{
  return n_rows > 1 && width >= WIDE ? MIN (n_rows, 2) : 1;
}

/**
 * octant_ladder_get_natural_height:
 *
 * Returns: the height that so many aspects want
 */
double
octant_ladder_get_natural_height (guint         n_rows,
                                  PangoContext *context,
                                  double        width)
{
  double line;
  guint columns;

  g_return_val_if_fail (PANGO_IS_CONTEXT (context), 0);

  if (n_rows == 0)
    return 0;
  line = octant_chart_text_line (context, OCTANT_TEXT_SMALL);
  columns = n_columns (n_rows, width);

  return (n_rows + columns - 1) / columns * (STEP_HEIGHT + 3 * line + 4 * GAP);
}

static void
place_step (OctantLadderLayout *self,
            Step               *step,
            const OctantRect   *area,
            guint               index,
            guint               n_steps)
{
  double width = MAX ((area->width - GAP * (n_steps - 1)) / n_steps, 1);
  double rise = n_steps > 1 ? (double) index / (n_steps - 1) : 1;
  double height = area->height * (LOWEST + (1 - LOWEST) * rise);
  double x = area->x + index * (width + GAP);

  if (self->rtl)
    x = area->x + area->width - width - index * (width + GAP);
  step->box = (OctantRect){ x, area->y + area->height - height, width, height };
  step->hit = (OctantRect){ x - GAP / 2, area->y - self->line_height, width + GAP,
                            area->height + 2 * self->line_height };
}

static void
place_row (OctantLadderLayout *self,
           Row                *row,
           const OctantRect   *box)
{
  OctantRect area = *box;
  double width;

  octant_chart_text_get_size (row->label, &width, NULL);
  row->label_pos = (OctantPoint){ self->rtl ? box->x + box->width - width : box->x, box->y };
  /* The title stands beside the lowest steps' free corner, so one line above is enough. */
  area.y += 2 * self->line_height + GAP / 2;
  area.height = MAX (area.height - 3 * self->line_height - 2 * GAP, 1);
  for (guint i = 0; i < row->n_steps; i++)
    place_step (self, &row->steps[i], &area, i, row->n_steps);
}

static void
copy_row (Row                   *row,
          const OctantLadderRow *data,
          PangoContext          *context)
{
  row->label = octant_chart_text_new (context, data->label, OCTANT_TEXT_NORMAL, PANGO_WEIGHT_SEMIBOLD);
  row->n_steps = data->n_steps;
  row->steps = g_new0 (Step, MAX (data->n_steps, 1));
  for (guint i = 0; i < data->n_steps; i++)
    {
      const OctantLadderStep *from = &data->steps[i];
      Step *step = &row->steps[i];

      step->counted = from->counted;
      step->a = CLAMP (from->a, 0, 1);
      step->a_hi = CLAMP (from->a_hi, step->a, 1);
      step->m = CLAMP (from->m, 0, step->a);
      step->label = octant_chart_text_new (context, from->label, OCTANT_TEXT_SMALL, PANGO_WEIGHT_NORMAL);
      if (from->text != NULL)
        step->text = octant_chart_text_new (context, from->text, OCTANT_TEXT_SMALL, PANGO_WEIGHT_NORMAL);
    }
}

/**
 * octant_ladder_layout_new:
 *
 * Aspects stand side by side where there is room, else one under the other.
 *
 * Returns: (transfer full): the layout
 */
OctantLadderLayout *
octant_ladder_layout_new (const OctantLadderData *data,
                          PangoContext           *context,
                          double                  width,
                          double                  height,
                          gboolean                rtl)
{
  OctantLadderLayout *self;
  guint columns, lines;

  g_return_val_if_fail (data != NULL && PANGO_IS_CONTEXT (context), NULL);

  self = g_new0 (OctantLadderLayout, 1);
  self->width = MAX (width, 1);
  self->height = MAX (height, 1);
  self->rtl = rtl;
  self->line_height = octant_chart_text_line (context, OCTANT_TEXT_SMALL);
  self->n_rows = data->n_rows;
  self->rows = g_new0 (Row, MAX (data->n_rows, 1));
  columns = n_columns (data->n_rows, self->width);
  lines = MAX ((data->n_rows + columns - 1) / columns, 1);
  for (guint i = 0; i < data->n_rows; i++)
    {
      guint column = self->rtl ? columns - 1 - i % columns : i % columns;
      double cell = (self->width - GAP * 4 * (columns - 1)) / columns;
      OctantRect box = { column * (cell + GAP * 4), self->height / lines * (i / columns), cell, self->height / lines };

      copy_row (&self->rows[i], &data->rows[i], context);
      place_row (self, &self->rows[i], &box);
    }

  return self;
}

void
octant_ladder_layout_free (OctantLadderLayout *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->n_rows; i++)
    {
      for (guint k = 0; k < self->rows[i].n_steps; k++)
        {
          g_clear_object (&self->rows[i].steps[k].label);
          g_clear_object (&self->rows[i].steps[k].text);
        }
      g_clear_object (&self->rows[i].label);
      g_free (self->rows[i].steps);
    }
  g_free (self->rows);
  g_free (self);
}

OctantRect
octant_ladder_layout_get_step_rect (const OctantLadderLayout *self,
                                    guint                     row,
                                    guint                     step)
{
  g_return_val_if_fail (self != NULL && row < self->n_rows, ((OctantRect){ 0 }));
  g_return_val_if_fail (step < self->rows[row].n_steps, ((OctantRect){ 0 }));

  return self->rows[row].steps[step].box;
}

gboolean
octant_ladder_layout_hit (const OctantLadderLayout *self,
                          double                    x,
                          double                    y,
                          guint                    *row,
                          guint                    *step)
{
  g_return_val_if_fail (self != NULL && row != NULL && step != NULL, FALSE);

  for (guint i = 0; i < self->n_rows; i++)
    for (guint k = 0; k < self->rows[i].n_steps; k++)
      if (octant_rect_contains (&self->rows[i].steps[k].hit, x, y))
        {
          *row = i;
          *step = k;
          return TRUE;
        }

  return FALSE;
}

static void
fill_part (cairo_t           *cr,
           const OctantRect  *box,
           double             from,
           double             to,
           const OctantColor *color,
           double             alpha)
{
  if (to <= from)
    return;
  octant_color_set (color, alpha, cr);
  cairo_rectangle (cr, box->x, box->y + box->height * (1 - to), box->width, box->height * (to - from));
  cairo_fill (cr);
}

/*
 * What counts is filled; what is done beyond that, held back by a lower level, is only
 * hatched; what may still come is the band.
 */
static void
draw_step (cairo_t                *cr,
           const Step             *step,
           const OctantChartStyle *style,
           double                  line_height)
{
  const double dashes[] = { 3, 3 };
  double width;

  cairo_save (cr);
  octant_draw_rounded (cr, &step->box, 4);
  cairo_clip (cr);
  fill_part (cr, &step->box, 0, 1, &style->track, step->counted ? 1 : 0.35);
  if (step->counted)
    {
      fill_part (cr, &step->box, step->a, step->a_hi, &style->accent, style->band_alpha * 0.8);
      fill_part (cr, &step->box, 0, step->m, &style->accent, 1);
      if (step->a > step->m)
        {
          double top = step->box.y + step->box.height * (1 - step->a);
          double bottom = step->box.y + step->box.height * (1 - step->m);

          cairo_rectangle (cr, step->box.x, top, step->box.width, bottom - top);
          cairo_clip (cr);
          octant_color_set (&style->accent, 0.75, cr);
          cairo_set_line_width (cr, 1.2 * style->line_scale);
          for (double x = step->box.x - step->box.height; x < step->box.x + step->box.width; x += 5)
            {
              cairo_move_to (cr, x, step->box.y + step->box.height);
              cairo_line_to (cr, x + step->box.height, step->box.y);
            }
          cairo_stroke (cr);
        }
    }
  cairo_restore (cr);

  octant_draw_rounded (cr, &(OctantRect){ step->box.x + 0.5, step->box.y + 0.5, step->box.width - 1,
                                          step->box.height - 1 }, 4);
  octant_color_set (&style->grid_strong, 1, cr);
  cairo_set_line_width (cr, style->line_scale);
  cairo_set_dash (cr, step->counted ? NULL : dashes, step->counted ? 0 : 2, 0);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);

  octant_chart_text_get_size (step->label, &width, NULL);
  octant_color_set (&style->dim, 1, cr);
  octant_chart_text_show (cr, step->label, step->box.x + (step->box.width - width) / 2,
                          step->box.y + step->box.height + 3);
  if (step->text == NULL)
    return;
  octant_chart_text_get_size (step->text, &width, NULL);
  octant_color_set (&style->foreground, 1, cr);
  octant_chart_text_show (cr, step->text, step->box.x + (step->box.width - width) / 2, step->box.y - line_height - 1);
}

void
octant_ladder_draw (cairo_t                  *cr,
                    const OctantLadderLayout *layout,
                    const OctantChartStyle   *style)
{
  g_return_if_fail (cr != NULL && layout != NULL && style != NULL);

  cairo_save (cr);
  for (guint i = 0; i < layout->n_rows; i++)
    {
      const Row *row = &layout->rows[i];

      octant_color_set (&style->foreground, 1, cr);
      octant_chart_text_show (cr, row->label, row->label_pos.x, row->label_pos.y);
      for (guint k = 0; k < row->n_steps; k++)
        draw_step (cr, &row->steps[k], style, layout->line_height);
    }
  cairo_restore (cr);
}

/**
 * octant_ladder_draw_focus:
 *
 * Paints a frame around a step, outside of what the step itself shows.
 */
void
octant_ladder_draw_focus (cairo_t                  *cr,
                          const OctantLadderLayout *layout,
                          const OctantChartStyle   *style,
                          guint                     row,
                          guint                     step)
{
  OctantRect box;

  g_return_if_fail (cr != NULL && layout != NULL && style != NULL);
  g_return_if_fail (row < layout->n_rows && step < layout->rows[row].n_steps);

  box = layout->rows[row].steps[step].box;
  cairo_save (cr);
  octant_draw_rounded (cr, &(OctantRect){ box.x - 1.5, box.y - 1.5, box.width + 3, box.height + 3 }, 5.5);
  octant_color_set (&style->foreground, 1, cr);
  cairo_set_line_width (cr, 2 * style->line_scale);
  cairo_stroke (cr);
  cairo_restore (cr);
}
