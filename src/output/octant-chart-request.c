/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-request.h"

#include "octant-chart-file-private.h"
#include "octant-distribution-data.h"
#include "octant-ladder-data.h"

static const char *const kind_words[OCTANT_N_CHART_KINDS] = {
  [OCTANT_CHART_KIND_RADAR] = "radar",     [OCTANT_CHART_KIND_TREND] = "trend",
  [OCTANT_CHART_KIND_HEATMAP] = "heatmap", [OCTANT_CHART_KIND_LADDER] = "ladder",
  [OCTANT_CHART_KIND_DISTRIBUTION] = "distribution", [OCTANT_CHART_KIND_SLOPE] = "slope",
  [OCTANT_CHART_KIND_ATTACK] = "attack",
};

/* Titles of the files: they follow the language that was asked for, not the locale. */
static const OctantText ladder_title = { (char *) "能力等级阶梯", (char *) "Capability Ladder" };
static const OctantText distribution_title = { (char *) "评级分布", (char *) "Distribution of Ratings" };
static const OctantText empty_text = { (char *) "没有可显示的结果", (char *) "There are no results to show" };

static const OctantChartOptions default_options;

gboolean
octant_chart_kind_parse (const char      *word,
                         OctantChartKind *kind)
{
  g_return_val_if_fail (kind != NULL, FALSE);

  for (guint i = 0; i < OCTANT_N_CHART_KINDS; i++)
    if (g_strcmp0 (kind_words[i], word) == 0)
      {
        *kind = (OctantChartKind) i;
        return TRUE;
      }

  return FALSE;
}

const char *
octant_chart_kind_to_string (OctantChartKind kind)
{
  g_return_val_if_fail (kind < OCTANT_N_CHART_KINDS, NULL);

  return kind_words[kind];
}

static gboolean
refuse_code (const char *what,
             const char *code,
             GError    **error)
{
  g_set_error (error, OCTANT_OUTPUT_ERROR, OCTANT_OUTPUT_ERROR_CODE, "The model has no %s “%s”", what,
               code != NULL ? code : "");

  return FALSE;
}

/* "Capability Ladder · AP.05 Access control", and the object where that matters. */
static char *
make_title (const OctantText *title,
            OctantModel      *model,
            const char       *code,
            const char       *object,
            OctantLanguage    language)
{
  GString *text = g_string_new (octant_text_get (title, language));
  guint index;

  if (code != NULL && octant_model_find_subdomain (model, code, &index))
    g_string_append_printf (text, " · %s %s", code,
                            octant_text_get (&octant_model_get_subdomain (model, index)->name, language));
  else if (code != NULL && octant_model_find_domain (model, code, &index))
    g_string_append_printf (text, " · %s %s", code,
                            octant_text_get (&octant_model_get_domain (model, index)->name, language));
  if (object != NULL)
    g_string_append_printf (text, " · %s", object);

  return g_string_free_and_steal (text);
}

static gboolean
draw_ladder (const OctantChartRequest *request,
             const OctantChartOptions *options,
             const char               *path,
             GError                  **error)
{
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_PRINT);
  OctantModel *model = octant_assessment_get_model (request->cycle);
  g_autoptr (OctantLadderFill) fill = NULL;
  g_auto (OctantPageHead) head = { 0 };
  g_autoptr (OctantChartPage) page = NULL;
  g_autoptr (OctantLadderLayout) layout = NULL;
  double width, height;
  guint node;
  cairo_t *cr;

  fill = request->code != NULL ? octant_ladder_fill_new (request->cycle, request->code, options->language) : NULL;
  if (fill == NULL || !octant_model_find_node (model, request->code, &node))
    return refuse_code ("sub-domain", request->code, error);
  if (!octant_page_head_init (&head, request->cycle, node, options, path, error))
    return FALSE;
  head.title = make_title (&ladder_title, model, request->code, fill->object, options->language);
  head.setup.title = head.title;
  head.setup.width = 960;
  head.setup.height = 420;
  page = octant_chart_page_new (&head.setup, style);
  cr = octant_chart_page_get_cairo (page, &width, &height);
  layout = octant_ladder_layout_new (&fill->data, octant_chart_page_get_context (page), width, height, FALSE);
  octant_ladder_draw (cr, layout, style);

  return octant_chart_page_write (page, path, error);
}

static gboolean
draw_distribution (const OctantChartRequest *request,
                   const OctantChartOptions *options,
                   const char               *path,
                   GError                  **error)
{
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_PRINT);
  OctantModel *model = octant_assessment_get_model (request->cycle);
  g_autoptr (OctantRatingCounts) counts = NULL;
  g_auto (OctantPageHead) head = { 0 };
  g_autoptr (OctantChartPage) page = NULL;
  g_autoptr (OctantDistributionLayout) layout = NULL;
  double width, height;
  guint node = OCTANT_NODE_OVERALL;
  cairo_t *cr;

  counts = octant_rating_counts_new (request->cycle, request->code, options->language);
  if (counts == NULL || (request->code != NULL && !octant_model_find_node (model, request->code, &node)))
    return refuse_code ("domain or sub-domain", request->code, error);
  if (!octant_page_head_init (&head, request->cycle, node, options, path, error))
    return FALSE;
  counts->data.empty_text = octant_text_get (&empty_text, options->language);
  head.title = make_title (&distribution_title, model, request->code, NULL, options->language);
  head.setup.title = head.title;
  head.setup.width = 1120;
  head.setup.height = 400;
  page = octant_chart_page_new (&head.setup, style);
  cr = octant_chart_page_get_cairo (page, &width, &height);
  layout = octant_distribution_layout_new (&counts->data, octant_chart_page_get_context (page), width, FALSE);
  octant_distribution_draw (cr, layout, style);

  return octant_chart_page_write (page, path, error);
}

static gboolean
draw_slope (const OctantChartRequest *request,
            const OctantChartOptions *options,
            const char               *path,
            GError                  **error)
{
  gboolean subdomains = g_strcmp0 (request->lens, "subdomains") == 0;

  g_return_val_if_fail (request->n_others > 0, FALSE);

  if (request->lens != NULL && !subdomains && !g_str_equal (request->lens, "domains"))
    {
      g_set_error (error, OCTANT_OUTPUT_ERROR, OCTANT_OUTPUT_ERROR_LENS,
                   "A slope chart shows “domains” or “subdomains”, not “%s”", request->lens);
      return FALSE;
    }

  return octant_output_slope_file (request->others[0], request->cycle, subdomains, request->like_for_like, options, path,
                                   error);
}

static gboolean
draw_trend (const OctantChartRequest *request,
            const OctantChartOptions *options,
            const char               *path,
            GError                  **error)
{
  g_autofree OctantAssessment **cycles = g_new0 (OctantAssessment *, request->n_others + 1);

  cycles[0] = request->cycle;
  for (gsize i = 0; i < request->n_others; i++)
    cycles[i + 1] = request->others[i];

  return octant_output_trend_file (cycles, request->n_others + 1, options, path, error);
}

gboolean
octant_output_chart_file (const OctantChartRequest *request,
                          const OctantChartOptions *options,
                          const char               *path,
                          GError                  **error)
{
  g_return_val_if_fail (request != NULL && OCTANT_IS_ASSESSMENT (request->cycle) && path != NULL, FALSE);
  g_return_val_if_fail (request->n_others == 0 || request->others != NULL, FALSE);

  if (options == NULL)
    options = &default_options;
  switch (request->kind)
    {
    case OCTANT_CHART_KIND_RADAR:
      return octant_output_radar_file (request->cycle, request->others, request->n_others, request->lens, options, path,
                                       error);
    case OCTANT_CHART_KIND_TREND:
      return draw_trend (request, options, path, error);
    case OCTANT_CHART_KIND_HEATMAP:
      return octant_output_heatmap_file (request->cycle, options, path, error);
    case OCTANT_CHART_KIND_LADDER:
      return draw_ladder (request, options, path, error);
    case OCTANT_CHART_KIND_DISTRIBUTION:
      return draw_distribution (request, options, path, error);
    case OCTANT_CHART_KIND_SLOPE:
      return draw_slope (request, options, path, error);
    case OCTANT_CHART_KIND_ATTACK:
      return octant_output_attack_file (request->cycle, options, path, error);
    case OCTANT_N_CHART_KINDS:
    default:
      g_assert_not_reached ();
    }
}
