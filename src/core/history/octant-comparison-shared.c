/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "history/octant-comparison-private.h"

#include "model/octant-lineage.h"
#include "scoring/octant-scorer.h"

/* What two cycles share, and both scored on it. */

/* Object id of an item, "" for one that is rated for the institution. */
const char *
octant_comparison_get_object (OctantAssessment *assessment,
                              guint             requirement,
                              guint             slot)
{
  OctantModel *model = octant_assessment_get_model (assessment);

  if (octant_assessment_get_n_objects (assessment) == 0 ||
      octant_model_get_requirement (model, requirement)->scope == OCTANT_SCOPE_ORG)
    return "";
  return octant_record_get (octant_assessment_get_object (assessment, slot), OCTANT_CYCLE_OBJECT_OBJECT);
}

/* The item that answers the same question in @other: same code, same object. */
gboolean
octant_comparison_find (OctantAssessment *assessment,
                        guint             requirement,
                        guint             slot,
                        OctantAssessment *other,
                        guint            *other_requirement,
                        guint            *other_slot)
{
  OctantModel *model = octant_assessment_get_model (other);
  const char *code = octant_model_get_requirement (octant_assessment_get_model (assessment), requirement)->code;
  const char *object = octant_comparison_get_object (assessment, requirement, slot);

  if (!octant_model_find_requirement (model, code, other_requirement) || !octant_model_asks (model, *other_requirement))
    return FALSE;
  if (object[0] != '\0')
    return octant_model_get_requirement (model, *other_requirement)->scope == OCTANT_SCOPE_OBJECT &&
           octant_assessment_find_object (other, object, other_slot);
  *other_slot = 0;
  return octant_comparison_get_object (other, *other_requirement, 0)[0] == '\0';
}

/* Objects in the scope of both cycles, as slots of @b. */
static GArray *
shared_objects (OctantAssessment *a,
                OctantAssessment *b)
{
  GArray *shared = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint slot = 0; slot < octant_assessment_get_n_objects (b); slot++)
    {
      const char *id = octant_record_get (octant_assessment_get_object (b, slot), OCTANT_CYCLE_OBJECT_OBJECT);
      guint other;

      if (octant_assessment_find_object (a, id, &other))
        g_array_append_val (shared, slot);
    }
  return shared;
}

static OctantRating
official_rating (OctantAssessment *assessment,
                 guint             requirement,
                 guint             slot)
{
  OctantAnswer answer;

  octant_assessment_get_answer (assessment, requirement, slot, &answer);
  return answer.carried ? OCTANT_RATING_UNANSWERED : answer.rating;
}

/*
 * One cycle scored on what both share, by the rules (weights, thresholds, gates) and the
 * object criticalities of the later one, so that only the answers differ. What is not
 * shared is taken out as NA is, which equals deleting it from the model.
 */
OctantScorer *
octant_comparison_score_shared (OctantAssessment *a,
                                OctantAssessment *b,
                                OctantAssessment *which)
{
  g_autoptr (GArray) objects = shared_objects (a, b);
  OctantModel *model = octant_assessment_get_model (b);
  OctantModel *own = octant_assessment_get_model (which);
  g_autofree OctantFraction *criticality = g_new0 (OctantFraction, MAX (objects->len, 1));
  OctantScorer *scorer;

  for (guint i = 0; i < objects->len; i++)
    {
      const OctantRecord *object = octant_assessment_get_object (b, g_array_index (objects, guint, i));
      gint64 value = octant_record_get_int (object, OCTANT_CYCLE_OBJECT_CRITICALITY);

      criticality[i] = (OctantFraction) { MAX (value, 1), 1 };
    }
  scorer = octant_scorer_new (model, objects->len > 0 ? criticality : NULL, objects->len);

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    {
      gboolean by_object = octant_model_get_requirement (model, r)->scope == OCTANT_SCOPE_OBJECT;
      guint n_slots = by_object ? MAX (objects->len, 1) : 1;

      for (guint i = 0; i < n_slots && octant_model_asks (model, r); i++)
        {
          guint slot = by_object && objects->len > 0 ? g_array_index (objects, guint, i) : 0;
          gboolean alone = by_object && objects->len == 0 && octant_assessment_get_n_objects (b) > 0;
          OctantRating rating = OCTANT_RATING_NA;
          guint other, other_slot;

          /* @alone: rated for objects in @b, yet none of them is shared. */
          if (!alone && octant_comparison_find (b, r, slot, a, &other, &other_slot))
            rating = which == b ? official_rating (b, r, slot) : official_rating (a, other, other_slot);
          octant_scorer_set_rating (scorer, r, i, rating);
        }
    }
  for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
    {
      guint other;

      if (octant_model_find_node (own, octant_model_get_node_code (model, node), &other) &&
          octant_assessment_get_tailoring (which, other) != NULL)
        octant_scorer_set_tailored (scorer, node, TRUE);
    }
  octant_scorer_update (scorer, NULL, NULL);
  return scorer;
}
