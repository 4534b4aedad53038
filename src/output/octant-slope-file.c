/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-data.h"
#include "octant-chart-file-private.h"
#include "octant-slope-data.h"

/* Words of the file, in the language that was asked for. */
static const OctantText title_text = { (char *) "能力成熟度对比", (char *) "Capability Maturity Compared" };
static const OctantText subdomains_text = { (char *) "能力子域", (char *) "Sub-domains" };
static const OctantText alike_text = { (char *) "同口径", (char *) "Like for Like" };
static const OctantText whole_text = { (char *) "总体", (char *) "Overall" };
static const OctantText better_text = { (char *) "提高", (char *) "better" };
static const OctantText worse_text = { (char *) "下降", (char *) "worse" };
static const OctantText same_text = { (char *) "不变", (char *) "the same" };
static const OctantText empty_text = { (char *) "没有可显示的结果", (char *) "There are no results to show" };

static const OctantChartOptions default_options;

static char *
make_title (gboolean       subdomains,
            gboolean       like_for_like,
            OctantLanguage language)
{
  GString *text = g_string_new (octant_text_get (&title_text, language));

  if (subdomains)
    g_string_append_printf (text, " · %s", octant_text_get (&subdomains_text, language));
  if (like_for_like)
    g_string_append_printf (text, " · %s", octant_text_get (&alike_text, language));
  return g_string_free_and_steal (text);
}

gboolean
octant_output_slope_file (OctantAssessment         *before,
                          OctantAssessment         *after,
                          gboolean                  subdomains,
                          gboolean                  like_for_like,
                          const OctantChartOptions *options,
                          const char               *path,
                          GError                  **error)
{
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_PRINT);
  g_autoptr (OctantComparison) comparison = NULL;
  g_autoptr (OctantSlopeFill) fill = NULL;
  g_auto (GStrv) briefs = NULL;
  g_auto (OctantPageHead) head = { 0 };
  g_autoptr (OctantChartPage) page = NULL;
  g_autoptr (OctantSlopeLayout) layout = NULL;
  OctantLanguage language;
  double width, height;
  cairo_t *cr;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (before) && OCTANT_IS_ASSESSMENT (after) && path != NULL, FALSE);

  options = options != NULL ? options : &default_options;
  language = options->language;
  if (!octant_page_head_init (&head, after, OCTANT_NODE_OVERALL, options, path, error))
    return FALSE;
  comparison = octant_comparison_new (before, after, like_for_like);
  fill = octant_slope_fill_new (comparison, subdomains, octant_text_get (&whole_text, language), language);
  briefs = octant_chart_dup_briefs ((OctantAssessment *[]) { before, after }, 2);
  fill->data.titles[OCTANT_SLOPE_BEFORE] = briefs[0];
  fill->data.titles[OCTANT_SLOPE_AFTER] = briefs[1];
  fill->data.better = octant_text_get (&better_text, language);
  fill->data.worse = octant_text_get (&worse_text, language);
  fill->data.same = octant_text_get (&same_text, language);
  fill->data.empty_text = octant_text_get (&empty_text, language);
  head.title = make_title (subdomains, like_for_like, language);
  head.setup.title = head.title;
  head.setup.width = 960;
  head.setup.height = subdomains ? 1120 : 720;
  page = octant_chart_page_new (&head.setup, style);
  cr = octant_chart_page_get_cairo (page, &width, &height);
  layout = octant_slope_layout_new (&fill->data, style, octant_chart_page_get_context (page), width, height, FALSE);
  octant_slope_draw (cr, layout, style);

  return octant_chart_page_write (page, path, error);
}
