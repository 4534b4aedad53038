/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-distribution-data.h"

#include "assessment/octant-applicability.h"

/* Names of the parts: they follow the language that was asked for, not the locale. */
static const struct
{
  OctantText label;
  const char *mark;
  OctantDistributionFill fill;
} part_infos[OCTANT_N_COUNTS] = {
  [OCTANT_COUNT_F] = { { (char *) "完全达到", (char *) "Fully achieved" }, "F", OCTANT_FILL_STRONG },
  [OCTANT_COUNT_L] = { { (char *) "大部分达到", (char *) "Largely achieved" }, "L", OCTANT_FILL_STRIPED },
  [OCTANT_COUNT_P] = { { (char *) "部分达到", (char *) "Partially achieved" }, "P", OCTANT_FILL_DOTTED },
  [OCTANT_COUNT_N] = { { (char *) "未达到", (char *) "Not achieved" }, "N", OCTANT_FILL_PALE },
  [OCTANT_COUNT_CARRIED] = { { (char *) "沿用待确认", (char *) "Carried over, not confirmed" }, NULL, OCTANT_FILL_LINED },
  [OCTANT_COUNT_UNANSWERED] = { { (char *) "未回答", (char *) "Unanswered" }, NULL, OCTANT_FILL_EMPTY },
  [OCTANT_COUNT_NA] = { { (char *) "不适用", (char *) "Not applicable" }, "NA", OCTANT_FILL_CROSSED },
};

static OctantCountPart
get_part (OctantAssessment *assessment,
          guint             requirement,
          guint             slot)
{
  static const OctantCountPart parts[] = {
    [OCTANT_RATING_UNANSWERED] = OCTANT_COUNT_UNANSWERED, [OCTANT_RATING_N] = OCTANT_COUNT_N,
    [OCTANT_RATING_P] = OCTANT_COUNT_P,                   [OCTANT_RATING_L] = OCTANT_COUNT_L,
    [OCTANT_RATING_F] = OCTANT_COUNT_F,                   [OCTANT_RATING_NA] = OCTANT_COUNT_NA,
  };
  OctantAnswer answer;

  octant_assessment_get_answer (assessment, requirement, slot, &answer);

  return answer.carried ? OCTANT_COUNT_CARRIED : parts[answer.rating];
}

static void
count_subdomain (OctantRatingCounts *self,
                 OctantAssessment   *assessment,
                 guint               subdomain)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  const OctantModelSubdomain *info = octant_model_get_subdomain (model, subdomain);
  guint shown = octant_assessment_get_shown_slot (assessment);

  if (!info->active || octant_assessment_is_node_out (assessment, octant_model_subdomain_node (model, subdomain)))
    return;
  for (guint i = info->first_requirement; i < info->first_requirement + info->n_requirements; i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, i);

      guint n_slots = requirement->active ? octant_assessment_get_item_slots (assessment, i) : 0;

      for (guint slot = 0; slot < n_slots; slot++)
        if (shown == G_MAXUINT || n_slots == 1 || slot == shown)
          self->counts[requirement->level - 1][get_part (assessment, i, slot)]++;
    }
}

OctantRatingCounts *
octant_rating_counts_new (OctantAssessment *assessment,
                          const char       *code,
                          OctantLanguage    language)
{
  OctantModel *model;
  OctantRatingCounts *self;
  guint domain = 0, subdomain = 0;
  gboolean is_domain, is_subdomain;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);

  model = octant_assessment_get_model (assessment);
  is_domain = code != NULL && octant_model_find_domain (model, code, &domain);
  is_subdomain = code != NULL && octant_model_find_subdomain (model, code, &subdomain);
  if (code != NULL && !is_domain && !is_subdomain && !g_str_equal (code, "overall"))
    return NULL;
  self = g_new0 (OctantRatingCounts, 1);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < octant_model_get_n_subdomains (model); i++)
    if ((!is_domain || octant_model_get_subdomain (model, i)->domain == domain) && (!is_subdomain || i == subdomain))
      count_subdomain (self, assessment, i);
  for (guint p = 0; p < OCTANT_N_COUNTS; p++)
    self->parts[p] = (OctantDistributionPart){ octant_text_get (&part_infos[p].label, language), part_infos[p].mark,
                                               part_infos[p].fill };
  for (guint level = 1; level <= octant_model_get_n_levels (model); level++)
    {
      const char *name = octant_text_get (&octant_model_get_level (model, level)->name, language);

      g_ptr_array_add (self->texts, g_strdup_printf ("%u %s", level, name));
      self->rows[level - 1] = (OctantDistributionRow){ g_ptr_array_index (self->texts, level - 1), self->counts[level - 1] };
    }
  self->data = (OctantDistributionData){ self->parts, OCTANT_N_COUNTS, self->rows, octant_model_get_n_levels (model), NULL };

  return self;
}

void
octant_rating_counts_free (OctantRatingCounts *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->texts);
  g_free (self);
}
