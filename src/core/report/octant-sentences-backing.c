/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/octant-sentences.h"

/* Evidence by its strength (scoring rules, section 9), as it is and as it is needed. */
static const struct
{
  const char *zh;
  const char *en;
} there[] = {
  { "没有证据或只有口头陈述", "with no evidence beyond a statement" },
  { "只有一份文件为证", "with a document alone" },
};

static const struct
{
  const char *zh;
  const char *en;
} needed[] = {
  { "口头陈述", "a statement" },
  { "一份文件", "a document" },
  { "文件和抽样记录", "a document with sampled records" },
};

char *
octant_sentence_unbacked (OctantAssessment     *assessment,
                          const OctantUnbacked *item,
                          OctantLanguage        language)
{
  const char *code, *rating, *counts;
  g_autofree char *object = NULL;
  gboolean zh = language == OCTANT_LANGUAGE_ZH;
  guint strength;
  OctantModel *model;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (item != NULL && item->counts != item->rating, NULL);

  model = octant_assessment_get_model (assessment);
  strength = MIN ((guint) item->strength, (guint) G_N_ELEMENTS (there) - 1);
  code = octant_model_get_requirement (model, item->item.requirement)->code;
  rating = octant_rating_to_string (item->rating);
  counts = octant_rating_to_string (item->counts);
  if (octant_model_get_requirement (model, item->item.requirement)->scope == OCTANT_SCOPE_OBJECT &&
      item->item.slot < octant_assessment_get_n_objects (assessment))
    object = g_strdup_printf (zh ? "（%s）" : " (%s)",
                              octant_record_get (octant_assessment_get_object (assessment, item->item.slot),
                                                 OCTANT_CYCLE_OBJECT_NAME));
  if (zh)
    return g_strdup_printf ("%s%s 评为 %s，但%s，只能按 %s 计；评为 %s 需要%s。", code, object != NULL ? object : "", rating,
                            there[strength].zh, counts, rating, needed[item->needed].zh);
  return g_strdup_printf ("%s%s is rated %s, but %s it counts as %s; %s needs %s.", code, object != NULL ? object : "", rating,
                          there[strength].en, counts, rating, needed[item->needed].en);
}

static char *
say_equal (gboolean zh)
{
  return g_strdup (zh ? "证据足以支撑全部得分。" : "The evidence bears the whole score.");
}

static char *
say_unrated (gboolean zh)
{
  return g_strdup (zh ? "还没有已确认的评级，暂无需要证据支撑的得分。"
                      : "No rating is confirmed yet, so there is no score for the evidence to bear.");
}

char *
octant_sentence_backing (OctantAssessment *assessment,
                         guint             node,
                         OctantLanguage    language)
{
  gboolean zh = language == OCTANT_LANGUAGE_ZH;
  OctantScorer *official_scorer, *backed_scorer;
  const OctantScore *official, *backed;
  g_autoptr (GArray) items = NULL;
  g_auto (OctantRational) loss = { 0 };
  g_autofree char *s = NULL;
  g_autofree char *difference = NULL;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);

  official_scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL);
  backed_scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_BACKED);
  if (official_scorer == NULL)
    return g_strdup (zh ? "没有适用的要求。" : "There is no applicable requirement.");
  official = octant_scorer_get_score (official_scorer, node);
  backed = octant_scorer_get_score (backed_scorer, node);
  if (!official->applicable)
    return g_strdup (zh ? "没有适用的要求。" : "There is no applicable requirement.");
  if (official->answered == 0)
    return say_unrated (zh);
  items = octant_assessment_list_unbacked (assessment, node);
  if (items->len == 0)
    return say_equal (zh);
  octant_rational_set (&loss, &official->s);
  octant_rational_subtract (&loss, &backed->s);
  s = octant_rational_to_text (&backed->s, 2);
  difference = octant_rational_to_text (&loss, 2);
  if (zh)
    return g_strdup_printf ("证据所能支撑的得分为 %s、%d 级，比正式得分低 %s：有 %u 项评级高于其证据所能支撑的。", s, backed->l,
                            difference, items->len);
  return g_strdup_printf ("What the evidence bears is score %s at level %d, %s less than the official one: "
                          "%u %s higher than the evidence bears.",
                          s, backed->l, difference, items->len, items->len == 1 ? "rating is" : "ratings are");
}
