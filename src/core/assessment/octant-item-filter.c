/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-item-filter.h"

#include "assessment/octant-applicability.h"
#include "assessment/octant-assessment-private.h"
#include "assessment/octant-evidence-state.h"
#include "assessment/octant-interview.h"
#include "scoring/octant-explain.h"

gboolean
octant_item_filter_is_none (const OctantItemFilter *filter)
{
  g_return_val_if_fail (filter != NULL, TRUE);

  return filter->flags == 0 && filter->role < 0 && filter->aspect < 0 && filter->level == 0 &&
         filter->slot == G_MAXUINT;
}

static gboolean
has_role (const OctantRequirement *requirement,
          int                      role)
{
  for (guint i = 0; i < requirement->n_roles; i++)
    if ((int) requirement->roles[i] == role)
      return TRUE;
  return FALSE;
}

/* What does not depend on the answer. */
static gboolean
requirement_matches (OctantAssessment       *self,
                     OctantItemRef           item,
                     const OctantItemFilter *filter)
{
  const OctantRequirement *r = octant_model_get_requirement (self->model, item.requirement);

  return (filter->role < 0 || has_role (r, filter->role)) &&
         (filter->aspect < 0 || (int) r->aspect == filter->aspect) &&
         (filter->level == 0 || r->level == filter->level) &&
         (filter->slot == G_MAXUINT || self->objects->len == 0 || r->scope == OCTANT_SCOPE_ORG ||
          item.slot == filter->slot) &&
         ((filter->flags & OCTANT_ITEM_BLOCKING) == 0 ||
          (filter->blocking != NULL && filter->blocking[item.requirement])) &&
         ((filter->flags & OCTANT_ITEM_NEWS) == 0 ||
          octant_assessment_get_requirement_news (self, item.requirement) != OCTANT_NEWS_SAME);
}

gboolean
octant_assessment_item_matches (OctantAssessment       *self,
                                OctantItemRef           item,
                                const OctantItemFilter *filter)
{
  OctantAnswer answer;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (filter != NULL, FALSE);
  g_return_val_if_fail (item.requirement < octant_model_get_n_requirements (self->model), FALSE);

  if (!requirement_matches (self, item, filter))
    return FALSE;
  octant_assessment_get_answer (self, item.requirement, item.slot, &answer);
  if ((filter->flags & OCTANT_ITEM_UNANSWERED) != 0 && answer.rating != OCTANT_RATING_UNANSWERED)
    return FALSE;
  if ((filter->flags & OCTANT_ITEM_TO_CONFIRM) != 0 && !answer.carried)
    return FALSE;
  if ((filter->flags & OCTANT_ITEM_WITHOUT_EVIDENCE) != 0 &&
      (answer.n_evidence > 0 || answer.rating < OCTANT_RATING_P || answer.rating > OCTANT_RATING_F))
    return FALSE;
  if ((filter->flags & OCTANT_ITEM_STALE_EVIDENCE) != 0 && octant_assessment_count_outdated (self, item) == 0)
    return FALSE;
  return (filter->flags & OCTANT_ITEM_UNSETTLED) == 0 ||
         octant_assessment_get_voices (self, item) == OCTANT_VOICES_DIFFER;
}

gboolean
octant_item_matches (OctantItem             *item,
                     const OctantItemFilter *filter)
{
  OctantAssessment *assessment;
  OctantItemRef ref;
  guint n_slots;

  g_return_val_if_fail (OCTANT_IS_ITEM (item), FALSE);
  g_return_val_if_fail (filter != NULL, FALSE);

  assessment = octant_item_get_assessment (item);
  if (assessment == NULL)
    return FALSE;
  ref.requirement = octant_item_get_requirement_index (item);
  ref.slot = octant_item_get_slot (item);
  n_slots = octant_assessment_get_item_slots (assessment, ref.requirement);
  if (ref.slot != G_MAXUINT)
    return ref.slot < n_slots && octant_assessment_item_matches (assessment, ref, filter);
  return octant_assessment_requirement_matches (assessment, ref.requirement, filter);
}

gboolean
octant_assessment_requirement_matches (OctantAssessment       *self,
                                       guint                   requirement,
                                       const OctantItemFilter *filter)
{
  guint n_slots;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (filter != NULL, FALSE);

  if (!octant_assessment_counts (self, requirement))
    return FALSE;
  n_slots = octant_assessment_get_item_slots (self, requirement);
  for (guint slot = 0; slot < n_slots; slot++)
    if (octant_assessment_item_matches (self, (OctantItemRef){ requirement, slot }, filter))
      return TRUE;
  return FALSE;
}

/**
 * octant_assessment_dup_blocking:
 *
 * Returns: (transfer full) (array): TRUE for each requirement that a blocking condition of
 *   the whole names, or of the one object that is shown
 */
gboolean *
octant_assessment_dup_blocking (OctantAssessment *self)
{
  g_autoptr (GPtrArray) blocks = NULL;
  gboolean *blocking;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), NULL);

  blocking = g_new0 (gboolean, octant_model_get_n_requirements (self->model));
  blocks = octant_explain (octant_assessment_get_shown_scorer (self, OCTANT_READING_OFFICIAL), OCTANT_NODE_OVERALL);
  for (guint i = 0; i < blocks->len; i++)
    {
      const OctantBlock *block = blocks->pdata[i];

      for (guint k = 0; block->requirements != NULL && k < block->requirements->len; k++)
        blocking[g_array_index (block->requirements, guint, k)] = TRUE;
    }
  return blocking;
}

static gboolean
is_shown (OctantAssessment *self,
          guint             requirement)
{
  const OctantRequirement *r = octant_model_get_requirement (self->model, requirement);

  return octant_assessment_counts (self, requirement) &&
         !octant_assessment_is_out (self, octant_model_subdomain_node (self->model, r->subdomain));
}

/**
 * octant_assessment_find_next:
 * @from: where to start
 * @next: (out): the item found
 *
 * Returns: FALSE when none matches
 */
gboolean
octant_assessment_find_next (OctantAssessment       *self,
                             const OctantItemRef    *from,
                             const OctantItemFilter *filter,
                             OctantItemRef          *next)
{
  OctantItemRef item = { 0, 0 };
  guint n, n_items;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (self), FALSE);
  g_return_val_if_fail (from != NULL && filter != NULL && next != NULL, FALSE);

  n = octant_model_get_n_requirements (self->model);
  n_items = self->first_item[n];
  if (from->requirement < n)
    item = (OctantItemRef) { from->requirement, from->slot + 1 };
  for (guint i = 0; i < n_items; i++, item.slot++)
    {
      if (item.slot >= octant_assessment_get_item_slots (self, item.requirement))
        item = (OctantItemRef) { (item.requirement + 1) % n, 0 };
      if (is_shown (self, item.requirement) && octant_assessment_item_matches (self, item, filter))
        {
          *next = item;
          return TRUE;
        }
    }
  return FALSE;
}
