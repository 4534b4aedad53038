/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-radar-fill.h"

#include <glib/gi18n.h>
#include <math.h>

#include "octant-chart-data.h"
#include "octant-texts.h"

void
octant_radar_list_lenses (OctantModel    *model,
                          GPtrArray     **ids,
                          GtkStringList **names)
{
  guint n;
  const OctantModelLens *lenses = octant_model_get_lenses (model, &n);

  *ids = g_ptr_array_new_with_free_func (g_free);
  *names = gtk_string_list_new (NULL);
  g_ptr_array_add (*ids, g_strdup ("domains"));
  gtk_string_list_append (*names, _("Domains"));
  g_ptr_array_add (*ids, g_strdup ("subdomains"));
  gtk_string_list_append (*names, _("Sub-domains"));
  g_ptr_array_add (*ids, g_strdup ("aspect"));
  gtk_string_list_append (*names, _("People and process"));
  g_ptr_array_add (*ids, g_strdup ("role"));
  gtk_string_list_append (*names, _("Roles"));
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (*ids, g_strdup (lenses[i].id));
      gtk_string_list_append (*names, octant_localise (&lenses[i].name));
    }
}

/* Scores in the figures of the locale; what has none is left to the chart. */
static void
localise_texts (GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    {
      char *plain = g_ptr_array_index (texts, i);

      texts->pdata[i] = octant_format_score (plain);
      g_free (plain);
    }
}

static double
value_at (const OctantScoreSeries *series,
          guint                    axis)
{
  return g_array_index (series->values, double, axis);
}

static const char *
text_at (const OctantScoreSeries *series,
         guint                    axis)
{
  return g_ptr_array_index (series->texts, axis);
}

/* "Detection: 3.20 of 5, up to 3.50 possible", and a line for each earlier assessment. */
static char *
describe_axis (const OctantAxes        *axes,
               guint                    axis,
               GPtrArray               *series,
               GPtrArray               *cycles,
               const OctantScoreSeries *target, /* (nullable) */
               guint                    max)
{
  const OctantScoreSeries *present = g_ptr_array_index (series, 0);
  const char *label = g_ptr_array_index (axes->labels, axis);
  double high = g_array_index (present->values_hi, double, axis);
  const char *high_text = g_ptr_array_index (present->texts_hi, axis);
  GString *text = g_string_new (NULL);

  if (isnan (value_at (present, axis)))
    g_string_append_printf (text, _("%s: not applicable"), label);
  else if (high > value_at (present, axis))
    /* Translators: name of an axis, its score, the highest score there is, the score that open answers could still bring */
    g_string_append_printf (text, _("%s: %s of %u, up to %s possible"), label, text_at (present, axis), max, high_text);
  else
    /* Translators: name of an axis, its score, the highest score there is */
    g_string_append_printf (text, _("%s: %s of %u"), label, text_at (present, axis), max);
  for (guint i = 1; i < series->len; i++)
    if (!isnan (value_at (g_ptr_array_index (series, i), axis)))
      {
        const char *title = octant_assessment_get_title (g_ptr_array_index (cycles, i));

        g_string_append_c (text, '\n');
        /* Translators: title of an earlier assessment, its score */
        g_string_append_printf (text, _("%s: %s"), title, text_at (g_ptr_array_index (series, i), axis));
      }
  if (target != NULL && !isnan (value_at (target, axis)))
    {
      g_string_append_c (text, '\n');
      /* Translators: the level that is aimed at */
      g_string_append_printf (text, _("Target: level %d"), (int) value_at (target, axis));
    }

  return g_string_free (text, FALSE);
}

static void
series_free (gpointer data)
{
  octant_score_series_free (data);
}

static OctantRadarSeries
to_radar_series (const OctantScoreSeries *scores,
                 const char              *label,
                 gboolean                 present)
{
  return (OctantRadarSeries){
    .kind = present ? OCTANT_RADAR_PRESENT : OCTANT_RADAR_GHOST,
    .label = label,
    .values = (const double *) (gpointer) scores->values->data,
    .values_hi = present ? (const double *) (gpointer) scores->values_hi->data : NULL,
    .texts = (const char *const *) scores->texts->pdata,
    .texts_hi = present ? (const char *const *) scores->texts_hi->pdata : NULL,
  };
}

static GStrv
dup_codes (const OctantAxes *axes)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < axes->codes->len; i++)
    g_strv_builder_add (builder, g_ptr_array_index (axes->codes, i));

  return g_strv_builder_end (builder);
}

GStrv
octant_radar_fill (OctantRadarChart *chart,
                   OctantAssessment *present,
                   GPtrArray        *ghosts,
                   const char       *lens_id)
{
  OctantModel *model = octant_assessment_get_model (present);
  guint n_cycles = 1 + (ghosts != NULL ? ghosts->len : 0);
  g_autoptr (GPtrArray) cycles = g_ptr_array_new ();
  g_autoptr (GPtrArray) scores = g_ptr_array_new_with_free_func (series_free);
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (OctantScoreSeries) target = NULL;
  g_autofree OctantRadarSeries *series = g_new0 (OctantRadarSeries, n_cycles + 1);
  g_auto (GStrv) briefs = NULL;
  g_auto (OctantAxes) axes = { 0 };
  OctantRadarData data = { 0 };

  if (!octant_axes_init (&axes, model, lens_id, octant_language_from_locale (), NULL))
    {
      octant_axes_clear (&axes);
      octant_axes_init (&axes, model, NULL, octant_language_from_locale (), NULL);
    }
  for (guint i = 0; i < n_cycles; i++)
    {
      OctantAssessment *cycle = i == 0 ? present : g_ptr_array_index (ghosts, i - 1);

      g_ptr_array_add (cycles, cycle);
      g_ptr_array_add (scores, octant_score_series_on_axes (cycle, &axes));
      localise_texts (((OctantScoreSeries *) g_ptr_array_index (scores, i))->texts);
      localise_texts (((OctantScoreSeries *) g_ptr_array_index (scores, i))->texts_hi);
    }
  briefs = octant_chart_dup_briefs ((OctantAssessment *const *) cycles->pdata, n_cycles);
  for (guint i = 0; i < n_cycles; i++)
    series[i] = to_radar_series (g_ptr_array_index (scores, i), briefs[i], i == 0);
  target = octant_target_series_on_axes (present, &axes);
  data.n_axes = MIN (axes.codes->len, OCTANT_RADAR_MAX_AXES);
  data.max = octant_model_get_n_levels (model);
  data.n_rings = octant_model_get_n_levels (model);
  for (guint i = 0; i < data.n_axes; i++)
    g_ptr_array_add (descriptions, describe_axis (&axes, i, scores, cycles, target, data.n_rings));
  data.labels = (const char *const *) axes.labels->pdata;
  data.codes = axes.kind == OCTANT_AXES_LENS ? NULL : (const char *const *) axes.codes->pdata;
  data.series = series;
  data.n_series = n_cycles;
  if (target != NULL)
    {
      /* Translators: what is aimed at, in the legend of a chart */
      series[data.n_series] = to_radar_series (target, C_("chart", "Target"), FALSE);
      series[data.n_series++].kind = OCTANT_RADAR_TARGET;
    }
  /* Translators: not applicable, short, in a chart */
  data.na_text = C_("chart", "N/A");
  data.empty_text = _("There is nothing to show");
  data.show_legend = TRUE;
  octant_radar_chart_set_data (chart, &data, (const char *const *) descriptions->pdata);

  return dup_codes (&axes);
}
