/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "model/octant-attack.h"
#include "octant-chart-file-private.h"
#include "octant-techniques.h"
#include "scoring/octant-coverage.h"

#define COLUMN_WIDTH 220.0
#define COLUMN_GAP 10.0
#define HEADING_GAP 8.0
/* Of a page that is made to learn how much room head and foot take. */
#define TRIAL_HEIGHT 1000.0

/* Words of the file, in the language that was asked for. */
static const OctantText title_text = { (char *) "ATT&CK 技术覆盖图", (char *) "Coverage of ATT&CK Techniques" };
static const OctantText apart_text = { (char *) "无得分", (char *) "Without a score" };

static const OctantChartOptions default_options;

/* One tactic: its heading and its techniques; what refines a technique is left out, as on screen at first. */
typedef struct
{
  const char *name; /* borrowed from the model or the map */
  char *numbers;    /* (owned) */
  GArray *cells;    /* (owned) (element-type OctantTechniqueCell) */
  GPtrArray *texts; /* (owned) (element-type utf8) */
  OctantTechniquesData data;
} Column;

static void
column_clear (gpointer data)
{
  Column *column = data;

  g_free (column->numbers);
  g_array_unref (column->cells);
  g_ptr_array_unref (column->texts);
}

static gboolean
has_tactic (const OctantAttackTechnique *technique,
            guint                        tactic)
{
  for (guint i = 0; i < technique->n_tactics; i++)
    if (technique->tactics[i] == tactic)
      return TRUE;

  return FALSE;
}

/* A sub-technique whose technique does not serve the tactic stands by itself. */
static gboolean
stands_alone (const OctantAttackTechnique *techniques,
              guint                        index,
              guint                        tactic)
{
  guint parent = techniques[index].parent;

  return has_tactic (&techniques[index], tactic) &&
         (parent == OCTANT_ATTACK_NO_PARENT || !has_tactic (&techniques[parent], tactic));
}

/* Those with a score, or those without. */
static void
add_cells (Column         *column,
           OctantCoverage *coverage,
           guint           tactic,
           gboolean        scored)
{
  guint n;
  const OctantAttackTechnique *techniques = octant_attack_get_techniques (octant_coverage_get_attack (coverage), &n);

  for (guint t = 0; t < n; t++)
    {
      const OctantTechniqueScore *score = octant_coverage_get_score (coverage, t);
      OctantTechniqueCell cell = { .id = techniques[t].id, .name = techniques[t].name, .value = NAN, .text = "–" };

      if (!stands_alone (techniques, t, tactic) || (score->kind == OCTANT_COVERAGE_SCORED) != scored)
        continue;
      if (scored)
        {
          char *text = octant_rational_to_text (&score->s, 2);

          g_ptr_array_add (column->texts, text);
          cell.text = text;
          cell.value = octant_rational_to_double (&score->s);
        }
      g_array_append_val (column->cells, cell);
    }
}

/* "2.31 · 14": the score of the tactic and how many techniques stand below. */
static char *
describe_column (OctantCoverage *coverage,
                 OctantScorer   *scorer,
                 const char     *tactic_id,
                 guint           n)
{
  g_auto (OctantRational) s = { 0 };
  g_auto (OctantRational) s_hi = { 0 };
  g_autofree char *score = octant_coverage_get_tactic_score (coverage, scorer, tactic_id, &s, &s_hi)
                             ? octant_rational_to_text (&s, 2) : g_strdup ("–");

  return g_strdup_printf ("%s · %u", score, n);
}

static void
column_init (Column         *column,
             OctantCoverage *coverage,
             OctantScorer   *scorer,
             guint           tactic,
             OctantLanguage  language)
{
  guint n;
  const OctantAttackTerm *term = &octant_attack_get_tactics (octant_coverage_get_attack (coverage), &n)[tactic];
  const OctantText *name = octant_coverage_get_tactic_name (coverage, term->id);

  column->name = name != NULL ? octant_text_get (name, language) : term->name;
  column->cells = g_array_new (FALSE, FALSE, sizeof (OctantTechniqueCell));
  column->texts = g_ptr_array_new_with_free_func (g_free);
  add_cells (column, coverage, tactic, TRUE);
  column->data.first_apart = column->cells->len;
  add_cells (column, coverage, tactic, FALSE);
  column->data.cells = (const OctantTechniqueCell *) (gpointer) column->cells->data;
  column->data.n_cells = column->cells->len;
  column->data.apart_text = octant_text_get (&apart_text, language);
  column->data.max = octant_model_get_n_levels (octant_coverage_get_model (coverage));
  column->numbers = describe_column (coverage, scorer, term->id, column->cells->len);
}

/* A tactic that no technique serves has no column. */
static GArray *
list_columns (OctantCoverage *coverage,
              OctantScorer   *scorer,
              OctantLanguage  language)
{
  g_autoptr (GArray) tactics = octant_coverage_list_tactics (coverage);
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));

  g_array_set_clear_func (columns, column_clear);
  for (guint i = 0; i < tactics->len; i++)
    {
      Column column = { 0 };

      column_init (&column, coverage, scorer, g_array_index (tactics, guint, i), language);
      if (column.cells->len > 0)
        g_array_append_val (columns, column);
      else
        column_clear (&column);
    }

  return columns;
}

static PangoLayout *
make_heading (const char   *text,
              PangoWeight   weight,
              PangoContext *context)
{
  g_autoptr (PangoAttrList) attrs = pango_attr_list_new ();
  PangoLayout *layout = pango_layout_new (context);

  pango_attr_list_insert (attrs, pango_attr_size_new_absolute (13 * PANGO_SCALE));
  pango_attr_list_insert (attrs, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attrs);
  pango_layout_set_width (layout, (int) (COLUMN_WIDTH * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_text (layout, text, -1);

  return layout;
}

/* Returns: the height of one line */
static double
draw_heading (cairo_t           *cr,
              const char        *text,
              PangoWeight        weight,
              const OctantColor *color,
              double             y,
              PangoContext      *context)
{
  g_autoptr (PangoLayout) layout = make_heading (text, weight, context);
  int height;

  pango_layout_get_pixel_size (layout, NULL, &height);
  octant_color_set (color, 1, cr);
  cairo_move_to (cr, 0, y);
  pango_cairo_show_layout (cr, layout);

  return height;
}

static void
draw_columns (cairo_t                *cr,
              GArray                 *columns,
              const OctantChartStyle *style,
              PangoContext           *context)
{
  for (guint i = 0; i < columns->len; i++)
    {
      const Column *column = &g_array_index (columns, Column, i);
      g_autoptr (OctantTechniquesLayout) layout =
        octant_techniques_layout_new (&column->data, context, COLUMN_WIDTH, FALSE);
      double y;

      cairo_save (cr);
      cairo_translate (cr, i * (COLUMN_WIDTH + COLUMN_GAP), 0);
      y = draw_heading (cr, column->name, PANGO_WEIGHT_BOLD, &style->foreground, 0, context);
      y += draw_heading (cr, column->numbers, PANGO_WEIGHT_NORMAL, &style->dim, y, context) + HEADING_GAP;
      cairo_translate (cr, 0, y);
      octant_techniques_draw (cr, layout, style);
      cairo_restore (cr);
    }
}

/* The page is as high as the longest tactic asks for, under a head that may take several lines. */
static double
measure_height (const OctantPageSetup  *setup,
                GArray                 *columns,
                const OctantChartStyle *style)
{
  g_autoptr (OctantChartPage) page = octant_chart_page_new (setup, style);
  PangoContext *context = octant_chart_page_get_context (page);
  g_autoptr (PangoLayout) line = make_heading ("0", PANGO_WEIGHT_BOLD, context);
  double highest = 0, width, height;
  int heading;

  pango_layout_get_pixel_size (line, NULL, &heading);
  octant_chart_page_get_cairo (page, &width, &height);
  for (guint i = 0; i < columns->len; i++)
    highest = MAX (highest, octant_techniques_get_height (&g_array_index (columns, Column, i).data, context));

  return ceil (setup->height - height + 2 * heading + HEADING_GAP + highest);
}

gboolean
octant_output_attack_file (OctantAssessment         *assessment,
                           const OctantChartOptions *options,
                           const char               *path,
                           GError                  **error)
{
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_PRINT);
  g_autoptr (OctantAttack) attack = NULL;
  g_autoptr (OctantCoverage) coverage = NULL;
  g_autoptr (GArray) columns = NULL;
  g_auto (OctantPageHead) head = { 0 };
  g_autoptr (OctantChartPage) page = NULL;
  OctantScorer *scorer;
  double width, height;
  char *foot;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment) && path != NULL, FALSE);

  options = options != NULL ? options : &default_options;
  attack = octant_attack_new_shipped (error);
  if (attack == NULL || !octant_page_head_init (&head, assessment, OCTANT_NODE_OVERALL, options, path, error))
    return FALSE;
  scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL);
  coverage = octant_coverage_new (octant_assessment_get_model (assessment), attack);
  octant_coverage_update (coverage, scorer);
  columns = list_columns (coverage, scorer, options->language);
  foot = g_strdup_printf ("%s\n%s", head.foot, octant_attack_get_source (attack));
  g_free (head.foot);
  head.setup.foot = head.foot = foot;
  head.setup.title = octant_text_get (&title_text, options->language);
  /* The margins of the page stand on both sides of the columns. */
  head.setup.width = MAX (columns->len, 1) * (COLUMN_WIDTH + COLUMN_GAP) - COLUMN_GAP + 2 * OCTANT_PAGE_MARGIN;
  head.setup.height = TRIAL_HEIGHT;
  head.setup.height = measure_height (&head.setup, columns, style);
  page = octant_chart_page_new (&head.setup, style);
  draw_columns (octant_chart_page_get_cairo (page, &width, &height), columns, style, octant_chart_page_get_context (page));

  return octant_chart_page_write (page, path, error);
}
