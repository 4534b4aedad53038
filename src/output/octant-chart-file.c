/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-file.h"

#include <stdlib.h>

#include "octant-chart-data.h"
#include "octant-chart-file-private.h"
#include "octant-heatmap-data.h"

/* Words of the files: they follow the language that was asked for, not the locale. */
typedef enum
{
  WORD_RADAR,
  WORD_TREND,
  WORD_HEATMAP,
  WORD_SUBDOMAINS,
  WORD_LEVEL,
  WORD_SCORE,
  WORD_OVERALL,
  WORD_NA,
  WORD_EMPTY,
  WORD_AS_OF,
  WORD_TARGET,
  N_WORDS,
} Word;

static const OctantText words[N_WORDS] = {
  [WORD_RADAR] = { (char *) "能力成熟度雷达图", (char *) "Capability Maturity Radar" },
  [WORD_TREND] = { (char *) "能力成熟度趋势", (char *) "Capability Maturity Trend" },
  [WORD_HEATMAP] = { (char *) "能力成熟度热力图", (char *) "Capability Maturity Heat Map" },
  [WORD_SUBDOMAINS] = { (char *) "能力子域", (char *) "Sub-domains" },
  [WORD_LEVEL] = { (char *) "等级", (char *) "Level" },
  [WORD_SCORE] = { (char *) "得分", (char *) "Score" },
  [WORD_OVERALL] = { (char *) "总体", (char *) "Overall" },
  [WORD_NA] = { (char *) "不适用", (char *) "N/A" },
  [WORD_EMPTY] = { (char *) "没有可显示的结果", (char *) "There are no results to show" },
  [WORD_AS_OF] = { (char *) "评估基准日", (char *) "As of" },
  [WORD_TARGET] = { (char *) "目标", (char *) "Target" },
};

static const OctantChartOptions default_options;

static const char *
word (Word           which,
      OctantLanguage language)
{
  return octant_text_get (&words[which], language);
}

/* "Level 2 · Score 2.71 (up to 3.10)": the official lower value first. */
static char *
describe_result (OctantAssessment *assessment,
                 guint             node,
                 OctantLanguage    language)
{
  OctantScorer *scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL);
  const OctantScore *score = octant_scorer_get_score (scorer, node);
  g_autofree char *s = NULL;
  g_autofree char *s_hi = NULL;
  GString *text;

  if (!score->applicable)
    return g_strdup (word (WORD_NA, language));
  s = octant_rational_to_text (&score->s, 2);
  s_hi = octant_rational_to_text (&score->s_hi, 2);
  text = g_string_new (NULL);
  g_string_append_printf (text, "%s %d", word (WORD_LEVEL, language), score->l);
  if (score->l_hi != score->l)
    g_string_append_printf (text, "–%d", score->l_hi);
  g_string_append_printf (text, " · %s %s", word (WORD_SCORE, language), s);
  if (!octant_rational_equal (&score->s, &score->s_hi))
    g_string_append_printf (text, "–%s", s_hi);

  return g_string_free (text, FALSE);
}

static char *
describe_model (OctantModel   *model,
                OctantLanguage language)
{
  return g_strdup_printf ("%s · %s %s · Octant %s", octant_text_get (octant_model_get_title (model), language),
                          octant_model_get_id (model), octant_model_get_version (model), OCTANT_VERSION);
}

gboolean
octant_page_head_init (OctantPageHead           *head,
                       OctantAssessment         *assessment,
                       guint                     node,
                       const OctantChartOptions *options,
                       const char               *path,
                       GError                  **error)
{
  OctantLanguage language = options->language;
  const char *object = octant_assessment_get_shown_name (assessment);
  g_autofree char *result = NULL;

  *head = (OctantPageHead){ 0 };
  if (!octant_page_format_from_path (path, &head->setup.format, error))
    return FALSE;
  result = describe_result (assessment, node, language);
  head->subtitle = g_strdup_printf ("%s%s%s · %s %s · %s", octant_assessment_get_title (assessment),
                                    object != NULL ? " · " : "", object != NULL ? object : "", word (WORD_AS_OF, language), octant_assessment_get_as_of (assessment), result);
  head->foot = describe_model (octant_assessment_get_model (assessment), language);
  head->setup.scale = options->scale;
  head->setup.language = language;
  head->setup.institution = options->institution;
  head->setup.subtitle = head->subtitle;
  head->setup.foot = head->foot;
  head->setup.date = octant_assessment_get_as_of (assessment);
  head->setup.picture = options->picture;

  return TRUE;
}

void
octant_page_head_clear (OctantPageHead *head)
{
  g_free (head->title);
  g_free (head->subtitle);
  g_free (head->foot);
}

static void
free_series_array (gpointer data)
{
  octant_score_series_free (data);
}

static OctantRadarSeries
radar_series (OctantScoreSeries *scores,
              const char        *label,
              OctantRadarKind    kind)
{
  return (OctantRadarSeries){
    .kind = kind,
    .label = label,
    .values = (const double *) (gpointer) scores->values->data,
    .values_hi = kind == OCTANT_RADAR_PRESENT ? (const double *) (gpointer) scores->values_hi->data : NULL,
    .texts = (const char *const *) scores->texts->pdata,
  };
}

static gboolean
draw_radar (OctantAssessment        *present,
            OctantAssessment *const *ghosts,
            gsize                    n_ghosts,
            const OctantAxes        *axes,
            const OctantPageSetup   *setup,
            const char              *path,
            GError                 **error)
{
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_PRINT);
  g_autoptr (OctantChartPage) page = octant_chart_page_new (setup, style);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (free_series_array);
  g_autofree OctantRadarSeries *series = g_new0 (OctantRadarSeries, n_ghosts + 2);
  g_autofree OctantAssessment **cycles = g_new0 (OctantAssessment *, n_ghosts + 1);
  g_auto (GStrv) briefs = NULL;
  OctantScoreSeries *target = octant_target_series_on_axes (present, axes);
  g_autoptr (OctantRadarLayout) layout = NULL;
  OctantRadarData data = { 0 };
  double width, height;
  cairo_t *cr;

  cycles[0] = present;
  for (gsize i = 0; i < n_ghosts; i++)
    cycles[i + 1] = ghosts[i];
  briefs = octant_chart_dup_briefs (cycles, (guint) n_ghosts + 1);
  for (gsize i = 0; i <= n_ghosts; i++)
    {
      OctantScoreSeries *scores = octant_score_series_on_axes (cycles[i], axes);

      g_ptr_array_add (owned, scores);
      series[i] = radar_series (scores, briefs[i], i == 0 ? OCTANT_RADAR_PRESENT : OCTANT_RADAR_GHOST);
    }
  data.n_series = (guint) n_ghosts + 1;
  if (target != NULL)
    {
      g_ptr_array_add (owned, target);
      series[data.n_series++] = radar_series (target, word (WORD_TARGET, setup->language), OCTANT_RADAR_TARGET);
    }
  data.n_axes = axes->codes->len;
  data.labels = (const char *const *) axes->labels->pdata;
  data.codes = axes->kind == OCTANT_AXES_LENS ? NULL : (const char *const *) axes->codes->pdata;
  data.max = octant_model_get_n_levels (octant_assessment_get_model (present));
  data.n_rings = octant_model_get_n_levels (octant_assessment_get_model (present));
  data.series = series;
  data.na_text = word (WORD_NA, setup->language);
  data.empty_text = word (WORD_EMPTY, setup->language);
  data.show_legend = TRUE;
  cr = octant_chart_page_get_cairo (page, &width, &height);
  layout = octant_radar_layout_new (&data, style, octant_chart_page_get_context (page), width, height, FALSE);
  octant_radar_draw (cr, layout, style);

  return octant_chart_page_write (page, path, error);
}

gboolean
octant_output_radar_file (OctantAssessment         *present,
                          OctantAssessment *const  *ghosts,
                          gsize                     n_ghosts,
                          const char               *lens_id,
                          const OctantChartOptions *options,
                          const char               *path,
                          GError                  **error)
{
  g_auto (OctantAxes) axes = { 0 };
  g_auto (OctantPageHead) head = { 0 };
  gboolean many;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (present) && path != NULL, FALSE);
  g_return_val_if_fail (n_ghosts == 0 || ghosts != NULL, FALSE);

  if (options == NULL)
    options = &default_options;
  if (!octant_page_head_init (&head, present, OCTANT_NODE_OVERALL, options, path, error) ||
      !octant_axes_init (&axes, octant_assessment_get_model (present), lens_id, options->language, error))
    return FALSE;
  if (axes.kind == OCTANT_AXES_SUBDOMAINS)
    axes.name = word (WORD_SUBDOMAINS, options->language);
  head.title = axes.name != NULL ? g_strdup_printf ("%s · %s", word (WORD_RADAR, options->language), axes.name)
                                 : g_strdup (word (WORD_RADAR, options->language));
  many = axes.codes->len > OCTANT_RADAR_MAX_NAMED_AXES;
  head.setup.width = many ? 1120 : 960;
  head.setup.height = many ? 1120 : 820;
  head.setup.title = head.title;

  return draw_radar (present, ghosts, n_ghosts, &axes, &head.setup, path, error);
}

gboolean
octant_output_radar (OctantAssessment        *present,
                     OctantAssessment *const *ghosts,
                     gsize                    n_ghosts,
                     const char              *lens_id,
                     OctantLanguage           language,
                     const char              *path,
                     GError                 **error)
{
  OctantChartOptions options = { .language = language };

  return octant_output_radar_file (present, ghosts, n_ghosts, lens_id, &options, path, error);
}

static gboolean
draw_heatmap (const OctantHeatmapData *data,
              const OctantPageSetup   *setup,
              const char              *path,
              GError                 **error)
{
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_PRINT);
  g_autoptr (OctantChartPage) page = octant_chart_page_new (setup, style);
  g_autoptr (OctantHeatmapLayout) layout = NULL;
  double width, height;
  cairo_t *cr = octant_chart_page_get_cairo (page, &width, &height);

  layout = octant_heatmap_layout_new (data, octant_chart_page_get_context (page), width, height, FALSE);
  octant_heatmap_draw (cr, layout, style);

  return octant_chart_page_write (page, path, error);
}

gboolean
octant_output_heatmap_file (OctantAssessment         *assessment,
                            const OctantChartOptions *options,
                            const char               *path,
                            GError                  **error)
{
  g_autoptr (OctantHeatmapFill) fill = NULL;
  g_auto (OctantPageHead) head = { 0 };

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment) && path != NULL, FALSE);

  if (options == NULL)
    options = &default_options;
  if (!octant_page_head_init (&head, assessment, OCTANT_NODE_OVERALL, options, path, error))
    return FALSE;
  fill = octant_heatmap_fill_new (assessment, options->language);
  fill->data.empty_text = word (WORD_EMPTY, options->language);
  head.setup.width = 1120;
  head.setup.height = 860;
  head.setup.title = word (WORD_HEATMAP, options->language);

  return draw_heatmap (&fill->data, &head.setup, path, error);
}

static int
compare_cycles (gconstpointer a,
                gconstpointer b)
{
  OctantAssessment *x = *(OctantAssessment *const *) a;
  OctantAssessment *y = *(OctantAssessment *const *) b;
  int order = g_strcmp0 (octant_assessment_get_as_of (x), octant_assessment_get_as_of (y));

  return order != 0 ? order : g_strcmp0 (octant_assessment_get_id (x), octant_assessment_get_id (y));
}

static OctantTrendSeries
trend_series (OctantScoreSeries *scores,
              const char        *label,
              gboolean           emphasis)
{
  return (OctantTrendSeries){
    .label = label,
    .values = (const double *) (gpointer) scores->values->data,
    .values_hi = (const double *) (gpointer) scores->values_hi->data,
    .texts = (const char *const *) scores->texts->pdata,
    .emphasis = emphasis,
  };
}

static gboolean
draw_trend (OctantAssessment *const *cycles,
            guint                    n_cycles,
            const OctantAxes        *axes,
            const OctantPageSetup   *setup,
            const char              *path,
            GError                 **error)
{
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_PRINT);
  g_autoptr (OctantChartPage) page = octant_chart_page_new (setup, style);
  g_autoptr (GPtrArray) owned = g_ptr_array_new_with_free_func (free_series_array);
  g_autofree OctantTrendSeries *series = g_new0 (OctantTrendSeries, axes->codes->len + 1);
  g_auto (GStrv) labels = octant_chart_dup_briefs (cycles, n_cycles);
  g_autofree int *levels = g_new0 (int, n_cycles);
  g_autoptr (OctantTrendLayout) layout = NULL;
  OctantTrendData data = { 0 };
  double width, height;
  cairo_t *cr;

  for (guint i = 0; i <= axes->codes->len; i++)
    {
      const char *code = i == 0 ? "overall" : g_ptr_array_index (axes->codes, i - 1);
      const char *label = i == 0 ? word (WORD_OVERALL, setup->language) : g_ptr_array_index (axes->labels, i - 1);
      OctantScoreSeries *scores = octant_score_series_over_cycles (cycles, n_cycles, code);

      g_ptr_array_add (owned, scores);
      series[i] = trend_series (scores, label, i == 0);
    }
  for (guint i = 0; i < n_cycles; i++)
    {
      OctantScorer *scorer = octant_assessment_get_scorer (cycles[i], OCTANT_READING_OFFICIAL);
      const OctantScore *score = octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL);

      levels[i] = score->applicable ? score->l : -1;
    }
  data.n_cycles = n_cycles;
  data.cycles = (const char *const *) labels;
  data.levels = levels;
  data.level_label = word (WORD_LEVEL, setup->language);
  data.max = octant_model_get_n_levels (octant_assessment_get_model (cycles[n_cycles - 1]));
  data.n_rings = (guint) data.max;
  data.series = series;
  data.n_series = axes->codes->len + 1;
  data.empty_text = word (WORD_EMPTY, setup->language);
  cr = octant_chart_page_get_cairo (page, &width, &height);
  layout = octant_trend_layout_new (&data, style, octant_chart_page_get_context (page), width, height, FALSE);
  octant_trend_draw (cr, layout, style);

  return octant_chart_page_write (page, path, error);
}

gboolean
octant_output_trend_file (OctantAssessment *const  *cycles,
                          gsize                     n_cycles,
                          const OctantChartOptions *options,
                          const char               *path,
                          GError                  **error)
{
  g_autofree OctantAssessment **sorted = NULL;
  OctantAssessment *latest;
  gsize skipped;
  g_auto (OctantAxes) axes = { 0 };
  g_auto (OctantPageHead) head = { 0 };
  g_autofree char *result = NULL;

  g_return_val_if_fail (cycles != NULL && n_cycles > 0 && path != NULL, FALSE);

  if (options == NULL)
    options = &default_options;
  sorted = g_memdup2 (cycles, n_cycles * sizeof *cycles);
  qsort (sorted, n_cycles, sizeof *sorted, compare_cycles);
  latest = sorted[n_cycles - 1];
  if (!octant_page_head_init (&head, latest, OCTANT_NODE_OVERALL, options, path, error) ||
      !octant_axes_init (&axes, octant_assessment_get_model (latest), NULL, options->language, error))
    return FALSE;
  result = describe_result (latest, OCTANT_NODE_OVERALL, options->language);
  g_free (head.subtitle);
  head.subtitle = g_strdup_printf ("%s – %s · %s", octant_assessment_get_title (sorted[0]),
                                   octant_assessment_get_title (latest), result);
  head.setup.subtitle = head.subtitle;
  head.setup.width = 1120;
  head.setup.height = 720;
  head.setup.title = word (WORD_TREND, options->language);

  /* Of more cycles than the chart takes, the latest matter. */
  skipped = n_cycles > OCTANT_TREND_MAX_CYCLES ? n_cycles - OCTANT_TREND_MAX_CYCLES : 0;

  return draw_trend (sorted + skipped, (guint) (n_cycles - skipped), &axes, &head.setup, path, error);
}

gboolean
octant_output_trend (OctantAssessment *const *cycles,
                     gsize                    n_cycles,
                     OctantLanguage           language,
                     const char              *path,
                     GError                 **error)
{
  OctantChartOptions options = { .language = language };

  return octant_output_trend_file (cycles, n_cycles, &options, path, error);
}
