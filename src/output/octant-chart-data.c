/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-data.h"

#include <math.h>

#include "assessment/octant-targets.h"
#include "base/octant-brief.h"
#include "octant-chart-file.h"

static gboolean
find_lens (OctantModel            *model,
           const char             *id,
           guint                  *index,
           const OctantModelLens **lens)
{
  guint n;
  const OctantModelLens *lenses = octant_model_get_lenses (model, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (lenses[i].id, id) == 0)
      {
        *index = i;
        *lens = &lenses[i];
        return TRUE;
      }

  return FALSE;
}

static gboolean
add_lens (OctantAxes    *axes,
          OctantModel   *model,
          const char    *lens_id,
          OctantLanguage language,
          GError       **error)
{
  const OctantModelLens *lens = NULL;

  if (!find_lens (model, lens_id, &axes->lens, &lens))
    {
      g_set_error (error, OCTANT_OUTPUT_ERROR, OCTANT_OUTPUT_ERROR_LENS,
                   "The model has no lens “%s”; there are “domains”, “subdomains”, “aspect”, “role” and the lenses that it names", lens_id);
      return FALSE;
    }
  axes->kind = OCTANT_AXES_LENS;
  axes->lens_id = lens->id;
  axes->name = octant_text_get (&lens->name, language);
  for (guint i = 0; i < lens->n_groups; i++)
    {
      g_ptr_array_add (axes->codes, lens->groups[i].id);
      g_ptr_array_add (axes->labels, (gpointer) octant_text_get (&lens->groups[i].name, language));
    }

  return TRUE;
}

static void
add_aspects (OctantAxes    *axes,
             OctantModel   *model,
             OctantLanguage language)
{
  static const OctantText name = { (char *) "人员与机制流程", (char *) "People and Process" };

  axes->kind = OCTANT_AXES_ASPECTS;
  axes->name = octant_text_get (&name, language);
  for (guint i = 0; i < octant_model_get_n_aspects (model); i++)
    {
      const OctantModelAspect *aspect = octant_model_get_aspect (model, i);

      g_ptr_array_add (axes->codes, aspect->id);
      g_ptr_array_add (axes->labels, (gpointer) octant_text_get (&aspect->name, language));
    }
}

static void
add_roles (OctantAxes    *axes,
           OctantModel   *model,
           OctantLanguage language)
{
  static const OctantText name = { (char *) "角色", (char *) "Roles" };
  guint n;
  const OctantModelTerm *roles = octant_model_get_roles (model, &n);

  axes->kind = OCTANT_AXES_ROLES;
  axes->name = octant_text_get (&name, language);
  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (axes->codes, roles[i].id);
      g_ptr_array_add (axes->labels, (gpointer) octant_text_get (&roles[i].name, language));
    }
}

/* Fills @axes from a model, which must outlive it. */
gboolean
octant_axes_init (OctantAxes    *axes,
                  OctantModel   *model,
                  const char    *lens_id,
                  OctantLanguage language,
                  GError       **error)
{
  *axes = (OctantAxes){ OCTANT_AXES_DOMAINS, 0, NULL, g_ptr_array_new (), g_ptr_array_new (), NULL };
  if (lens_id != NULL && g_str_equal (lens_id, "subdomains"))
    {
      axes->kind = OCTANT_AXES_SUBDOMAINS;
      for (guint i = 0; i < octant_model_get_n_subdomains (model); i++)
        {
          const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, i);

          if (!subdomain->active)
            continue;
          g_ptr_array_add (axes->codes, subdomain->code);
          g_ptr_array_add (axes->labels, (gpointer) octant_text_get (&subdomain->name, language));
        }
      return TRUE;
    }
  if (g_strcmp0 (lens_id, "aspect") == 0)
    add_aspects (axes, model, language);
  else if (g_strcmp0 (lens_id, "role") == 0)
    add_roles (axes, model, language);
  else if (lens_id != NULL && !g_str_equal (lens_id, "domains"))
    return add_lens (axes, model, lens_id, language, error);
  if (axes->kind != OCTANT_AXES_DOMAINS)
    return TRUE;
  for (guint i = 0; i < octant_model_get_n_domains (model); i++)
    {
      const OctantModelDomain *domain = octant_model_get_domain (model, i);

      g_ptr_array_add (axes->codes, domain->code);
      g_ptr_array_add (axes->labels, (gpointer) octant_text_get (&domain->name, language));
    }

  return TRUE;
}

void
octant_axes_clear (OctantAxes *axes)
{
  g_clear_pointer (&axes->codes, g_ptr_array_unref);
  g_clear_pointer (&axes->labels, g_ptr_array_unref);
}

static OctantScoreSeries *
series_new (void)
{
  OctantScoreSeries *series = g_new0 (OctantScoreSeries, 1);

  series->values = g_array_new (FALSE, FALSE, sizeof (double));
  series->values_hi = g_array_new (FALSE, FALSE, sizeof (double));
  series->texts = g_ptr_array_new_with_free_func (g_free);
  series->texts_hi = g_ptr_array_new_with_free_func (g_free);

  return series;
}

void
octant_score_series_free (OctantScoreSeries *series)
{
  if (series == NULL)
    return;
  g_array_unref (series->values);
  g_array_unref (series->values_hi);
  g_ptr_array_unref (series->texts);
  g_ptr_array_unref (series->texts_hi);
  g_free (series);
}

static void
series_add (OctantScoreSeries    *series,
            const OctantRational *s,
            const OctantRational *s_hi)
{
  double value = s != NULL ? octant_rational_to_double (s) : NAN;
  double value_hi = s_hi != NULL ? octant_rational_to_double (s_hi) : NAN;

  g_array_append_val (series->values, value);
  g_array_append_val (series->values_hi, value_hi);
  g_ptr_array_add (series->texts, s != NULL ? octant_rational_to_text (s, 2) : g_strdup ("–"));
  g_ptr_array_add (series->texts_hi, s_hi != NULL ? octant_rational_to_text (s_hi, 2) : g_strdup ("–"));
}

static void
series_add_node (OctantScoreSeries *series,
                 OctantScorer      *scorer,
                 const char        *code)
{
  const OctantScore *score = NULL;
  guint node;

  if (octant_model_find_node (octant_scorer_get_model (scorer), code, &node))
    score = octant_scorer_get_score (scorer, node);
  if (score != NULL && score->applicable)
    series_add (series, &score->s, &score->s_hi);
  else
    series_add (series, NULL, NULL);
}

static void
series_add_group (OctantScoreSeries *series,
                  OctantScorer      *scorer,
                  const char        *lens_id,
                  const char        *group)
{
  g_auto (OctantRational) s = { 0 };
  g_auto (OctantRational) s_hi = { 0 };
  const OctantModelLens *found;
  guint lens;

  if (find_lens (octant_scorer_get_model (scorer), lens_id, &lens, &found) &&
      octant_scorer_get_lens (scorer, lens, group, &s, &s_hi))
    series_add (series, &s, &s_hi);
  else
    series_add (series, NULL, NULL);
}

/* The split of the whole. */
static void
series_add_aspect (OctantScoreSeries *series,
                   OctantScorer      *scorer,
                   const char        *id)
{
  OctantModel *model = octant_scorer_get_model (scorer);
  const OctantScore *score = octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL);

  for (guint a = 0; a < octant_model_get_n_aspects (model); a++)
    if (score->applicable && score->has_aspect[a] && g_str_equal (octant_model_get_aspect (model, a)->id, id))
      {
        series_add (series, &score->s_aspect[a], &score->s_aspect_hi[a]);
        return;
      }
  series_add (series, NULL, NULL);
}

static gboolean
has_role (OctantModel                *model,
          const OctantModelSubdomain *subdomain,
          const char                 *id)
{
  guint n;
  const OctantModelTerm *roles = octant_model_get_roles (model, &n);

  for (guint i = 0; i < subdomain->n_roles; i++)
    if (g_str_equal (roles[subdomain->roles[i]].id, id))
      return TRUE;

  return FALSE;
}

/* The sub-domains that a role answers for. */
static void
series_add_role (OctantScoreSeries *series,
                 OctantScorer      *scorer,
                 const char        *id)
{
  OctantModel *model = octant_scorer_get_model (scorer);
  guint n = octant_model_get_n_subdomains (model);
  g_autofree gboolean *members = g_new0 (gboolean, n);
  g_auto (OctantRational) s = { 0 };
  g_auto (OctantRational) s_hi = { 0 };

  for (guint i = 0; i < n; i++)
    members[i] = has_role (model, octant_model_get_subdomain (model, i), id);
  if (octant_scorer_get_group (scorer, members, &s, &s_hi))
    series_add (series, &s, &s_hi);
  else
    series_add (series, NULL, NULL);
}

OctantScoreSeries *
octant_score_series_on_axes (OctantAssessment *assessment,
                             const OctantAxes *axes)
{
  OctantScorer *scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL);
  OctantScoreSeries *series = series_new ();

  for (guint i = 0; i < axes->codes->len; i++)
    {
      const char *code = g_ptr_array_index (axes->codes, i);

      if (axes->kind == OCTANT_AXES_LENS)
        series_add_group (series, scorer, axes->lens_id, code);
      else if (axes->kind == OCTANT_AXES_ASPECTS)
        series_add_aspect (series, scorer, code);
      else if (axes->kind == OCTANT_AXES_ROLES)
        series_add_role (series, scorer, code);
      else
        series_add_node (series, scorer, code);
    }

  return series;
}

OctantScoreSeries *
octant_target_series_on_axes (OctantAssessment *assessment,
                              const OctantAxes *axes)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  OctantScorer *scorer = octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL);
  g_autoptr (OctantScoreSeries) series = series_new ();
  gboolean any = FALSE;

  for (guint i = 0; i < axes->codes->len && axes->kind != OCTANT_AXES_LENS; i++)
    {
      double value = NAN;
      guint node;
      int target = 0;

      if (octant_model_find_node (model, g_ptr_array_index (axes->codes, i), &node) &&
          octant_scorer_get_score (scorer, node)->applicable)
        target = octant_assessment_get_target (assessment, node);
      if (target > 0)
        value = target;
      g_array_append_val (series->values, value);
      g_ptr_array_add (series->texts, target > 0 ? g_strdup_printf ("%d", target) : g_strdup ("–"));
      any |= target > 0;
    }
  return any ? g_steal_pointer (&series) : NULL;
}

OctantScoreSeries *
octant_score_series_over_cycles (OctantAssessment *const *cycles,
                                 gsize                    n_cycles,
                                 const char              *code)
{
  OctantScoreSeries *series = series_new ();

  for (gsize i = 0; i < n_cycles; i++)
    series_add_node (series, octant_assessment_get_scorer (cycles[i], OCTANT_READING_OFFICIAL), code);

  return series;
}

GStrv
octant_chart_dup_briefs (OctantAssessment *const *assessments,
                         guint                    n)
{
  g_autofree const char **titles = g_new0 (const char *, n + 1);
  g_autofree const char **dates = g_new0 (const char *, n + 1);

  g_return_val_if_fail (n == 0 || assessments != NULL, NULL);

  for (guint i = 0; i < n; i++)
    {
      titles[i] = octant_assessment_get_title (assessments[i]);
      dates[i] = octant_assessment_get_as_of (assessments[i]);
    }

  return octant_brief_titles (titles, dates, n);
}
