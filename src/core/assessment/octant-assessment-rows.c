/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "assessment/octant-assessment-private.h"
#include "base/octant-time.h"
#include "model/octant-lineage.h"

/* How rows get to their places, and from there into the scorers. */

typedef OctantAssessmentItem Item;
typedef OctantAssessmentRef ItemRef;
typedef OctantAssessmentEvidence Evidence;

void
octant_assessment_evidence_free (OctantAssessmentEvidence *evidence)
{
  g_clear_pointer (&evidence->record, octant_record_unref);
  g_array_unref (evidence->items);
  g_free (evidence);
}

static Evidence *
ensure_evidence (OctantAssessment *self,
                 const char       *id)
{
  Evidence *evidence = g_hash_table_lookup (self->evidence, id);

  if (evidence == NULL)
    {
      evidence = g_new0 (Evidence, 1);
      evidence->items = g_array_new (FALSE, FALSE, sizeof (ItemRef));
      g_hash_table_insert (self->evidence, g_strdup (id), evidence);
    }
  return evidence;
}

OctantRating
octant_answer_record_rating (const OctantRecord *answer)
{
  OctantRating rating = OCTANT_RATING_UNANSWERED;

  if (answer != NULL && !octant_rating_parse (octant_record_get (answer, OCTANT_ANSWER_RATING), &rating))
    return OCTANT_RATING_UNANSWERED;
  return rating;
}

/* Only a rating can be carried over: a row that holds just a note is nobody's result. */
gboolean
octant_answer_record_carried (const OctantRecord *answer)
{
  return answer != NULL &&
         octant_answer_record_rating (answer) != OCTANT_RATING_UNANSWERED &&
         strcmp (octant_record_get (answer, OCTANT_ANSWER_STATE), "carried") == 0;
}

gboolean
octant_assessment_counts (OctantAssessment *self,
                          guint             requirement)
{
  return octant_model_asks (self->model, requirement);
}

gboolean
octant_assessment_is_out (OctantAssessment *self,
                          guint             node)
{
  guint first = octant_model_subdomain_node (self->model, 0);

  if (self->tailoring[node] != NULL)
    return TRUE;
  if (node >= first)
    {
      guint domain = octant_model_get_subdomain (self->model, node - first)->domain;

      return self->tailoring[octant_model_domain_node (self->model, domain)] != NULL;
    }
  return FALSE;
}

const char *
octant_assessment_get_object_id (OctantAssessment *self,
                                 guint             requirement,
                                 guint             slot)
{
  if (self->objects->len == 0 ||
      octant_model_get_requirement (self->model, requirement)->scope == OCTANT_SCOPE_ORG)
    return "";
  return octant_record_get (g_ptr_array_index (self->objects, slot), OCTANT_CYCLE_OBJECT_OBJECT);
}

gboolean
octant_assessment_find_item (OctantAssessment *self,
                             const char       *code,
                             const char       *object_id,
                             guint            *requirement,
                             guint            *slot)
{
  gboolean by_object;

  if (!octant_model_find_requirement (self->model, code, requirement))
    return FALSE;
  by_object = self->objects->len > 0 &&
              octant_model_get_requirement (self->model, *requirement)->scope == OCTANT_SCOPE_OBJECT;
  if (by_object)
    return octant_assessment_find_object (self, object_id, slot);
  *slot = 0;
  return object_id[0] == '\0';
}

void
octant_assessment_feed_rating (OctantAssessment *self,
                               OctantScorer     *scorer,
                               OctantReading     reading,
                               guint             requirement,
                               guint             slot,
                               guint             to_slot)
{
  const OctantRecord *answer = octant_assessment_get_item (self, requirement, slot)->answer;

  octant_scorer_set_rating (scorer,
                            requirement,
                            to_slot,
                            reading == OCTANT_READING_OFFICIAL && octant_answer_record_carried (answer)
                              ? OCTANT_RATING_UNANSWERED
                              : octant_answer_record_rating (answer));
}

static int
evidence_age (OctantAssessment   *self,
              const OctantRecord *evidence)
{
  const char *as_of = octant_assessment_get_as_of (self);
  const char *collected = octant_record_get (evidence, OCTANT_EVIDENCE_COLLECTED_ON);
  const char *until = octant_record_get (evidence, OCTANT_EVIDENCE_VALID_UNTIL);

  if (!octant_date_is_valid (as_of) || !octant_date_is_valid (collected))
    return -1;
  if (octant_date_is_valid (until) && strcmp (as_of, until) > 0)
    return -1;
  return octant_date_months_between (collected, as_of);
}

const OctantAssessmentEvidence *
octant_assessment_judge_evidence (OctantAssessment *self,
                                  const char       *evidence_id)
{
  Evidence *evidence = g_hash_table_lookup (self->evidence, evidence_id);

  if (evidence == NULL || evidence->record == NULL)
    return NULL;
  if (!evidence->judged)
    {
      evidence->strength = (int) octant_record_get_int (evidence->record, OCTANT_EVIDENCE_STRENGTH);
      evidence->age = evidence_age (self, evidence->record);
      evidence->state = octant_evidence_state (self->model, evidence->record, octant_assessment_get_as_of (self));
      evidence->judged = TRUE;
    }
  return evidence;
}

static void
judge_anew (OctantAssessment *self)
{
  GHashTableIter iter;
  gpointer evidence;

  g_hash_table_iter_init (&iter, self->evidence);
  while (g_hash_table_iter_next (&iter, NULL, &evidence))
    ((Evidence *) evidence)->judged = FALSE;
}

static OctantFraction
freshness (OctantModel *model,
           int          age)
{
  const OctantModelScoring *scoring = octant_model_get_scoring (model);
  OctantFraction none = { 0, 1 };

  for (guint i = 0; age >= 0 && i < scoring->n_freshness; i++)
    if (age <= scoring->freshness[i].months)
      return scoring->freshness[i].factor;
  return none;
}

/*
 * The piece that gives the item the most confidence: strength, as far as the level asks
 * for it, times freshness. Among equals the stronger one, then the younger.
 */
void
octant_assessment_find_best_evidence (OctantAssessment *self,
                                      guint             requirement,
                                      guint             slot,
                                      int              *best_strength,
                                      int              *best_age)
{
  const GPtrArray *links = octant_assessment_get_item (self, requirement, slot)->links;
  guint level = octant_model_get_requirement (self->model, requirement)->level;
  int required = (int) octant_model_get_scoring (self->model)->required_strength[level - 1];
  OctantFraction best = { -1, 1 };

  *best_strength = *best_age = -1;
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const Evidence *evidence =
        octant_assessment_judge_evidence (self, octant_record_get (links->pdata[i], OCTANT_EVIDENCE_LINK_EVIDENCE));
      OctantFraction worth;
      int strength, age, order;

      if (evidence == NULL)
        continue;
      strength = evidence->strength;
      age = evidence->age;
      worth = freshness (self->model, age);
      worth.num *= CLAMP (strength, 0, required);
      order = octant_fraction_compare (&worth, &best);
      if (order == 0)
        order = strength != *best_strength ? strength - *best_strength
                : age >= 0 && (*best_age < 0 || age < *best_age) ? 1 : -1;
      if (order > 0)
        {
          best = worth;
          *best_strength = strength;
          *best_age = age;
        }
    }
}

void
octant_assessment_feed_confidence (OctantAssessment *self,
                                   OctantScorer     *scorer,
                                   guint             requirement,
                                   guint             slot)
{
  int strength, age;

  octant_assessment_find_best_evidence (self, requirement, slot, &strength, &age);
  octant_scorer_set_evidence (scorer, requirement, slot, strength, age);
}

static void
feed_evidence (OctantAssessment *self,
               guint             requirement,
               guint             slot)
{
  int strength, age;

  if (self->scorers[0] == NULL || !octant_assessment_counts (self, requirement))
    return;
  octant_assessment_find_best_evidence (self, requirement, slot, &strength, &age);
  for (guint i = 0; i < G_N_ELEMENTS (self->scorers); i++)
    octant_scorer_set_evidence (self->scorers[i], requirement, slot, strength, age);
  octant_assessment_feed_shown_evidence (self, requirement, slot, strength, age);
  octant_assessment_feed_backed (self, requirement, slot);
}

static void
touch (OctantAssessment *self,
       guint             requirement,
       guint             slot)
{
  ItemRef ref = { requirement, slot };

  g_array_append_val (self->touched, ref);
}

static void
put_answer (OctantAssessment *self,
            guint             requirement,
            guint             slot,
            OctantRecord     *answer)
{
  Item *item = octant_assessment_get_item (self, requirement, slot);
  guint subdomain = octant_model_get_requirement (self->model, requirement)->subdomain;
  gboolean was_carried = octant_answer_record_carried (item->answer);
  gboolean counts = octant_assessment_counts (self, requirement);

  g_clear_pointer (&item->answer, octant_record_unref);
  item->answer = answer != NULL ? octant_record_ref (answer) : NULL;
  if (counts && was_carried != octant_answer_record_carried (answer))
    {
      self->n_carried[subdomain] += was_carried ? -1 : 1;
      self->counts_changed = TRUE;
    }
  if (counts && self->scorers[0] != NULL)
    {
      for (guint i = 0; i < G_N_ELEMENTS (self->scorers); i++)
        octant_assessment_feed_rating (self, self->scorers[i], (OctantReading) i, requirement, slot, slot);
      octant_assessment_feed_shown_rating (self, requirement, slot);
      octant_assessment_feed_backed (self, requirement, slot);
    }
  touch (self, requirement, slot);
}

static int
compare_links (const OctantRecord *a,
               const OctantRecord *b)
{
  int order = strcmp (octant_record_get (a, OCTANT_EVIDENCE_LINK_ADDED_AT),
                      octant_record_get (b, OCTANT_EVIDENCE_LINK_ADDED_AT));

  return order != 0 ? order : strcmp (octant_record_get (a, OCTANT_EVIDENCE_LINK_EVIDENCE),
                                      octant_record_get (b, OCTANT_EVIDENCE_LINK_EVIDENCE));
}

/* Removes the row with the key of @record from @rows. */
gboolean
octant_assessment_remove_row (GPtrArray          *rows,
                              const OctantRecord *record)
{
  for (guint i = 0; i < rows->len; i++)
    if (octant_record_same_key (rows->pdata[i], record))
      {
        g_ptr_array_remove_index (rows, i);
        return TRUE;
      }
  return FALSE;
}

static void
put_link (OctantAssessment *self,
          guint             requirement,
          guint             slot,
          OctantRecord     *link,
          gboolean          present)
{
  Item *item = octant_assessment_get_item (self, requirement, slot);
  Evidence *evidence = ensure_evidence (self, octant_record_get (link, OCTANT_EVIDENCE_LINK_EVIDENCE));
  ItemRef ref = { requirement, slot };
  guint at = 0;

  if (item->links == NULL)
    item->links = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  if (octant_assessment_remove_row (item->links, link))
    for (guint i = 0; i < evidence->items->len; i++)
      if (memcmp (&g_array_index (evidence->items, ItemRef, i), &ref, sizeof ref) == 0)
        {
          g_array_remove_index_fast (evidence->items, i);
          break;
        }
  if (present)
    {
      while (at < item->links->len && compare_links (item->links->pdata[at], link) < 0)
        at++;
      g_ptr_array_insert (item->links, (int) at, octant_record_ref (link));
      g_array_append_val (evidence->items, ref);
    }
  feed_evidence (self, requirement, slot);
  touch (self, requirement, slot);
}

static void
put_evidence (OctantAssessment *self,
              OctantRecord     *record,
              gboolean          present)
{
  Evidence *evidence = ensure_evidence (self, octant_record_get (record, OCTANT_EVIDENCE_ID));

  g_clear_pointer (&evidence->record, octant_record_unref);
  evidence->record = present ? octant_record_ref (record) : NULL;
  evidence->judged = FALSE;
  for (guint i = 0; i < evidence->items->len; i++)
    {
      ItemRef ref = g_array_index (evidence->items, ItemRef, i);

      feed_evidence (self, ref.requirement, ref.slot);
      touch (self, ref.requirement, ref.slot);
    }
}

static void
put_tailoring (OctantAssessment *self,
               guint             node,
               OctantRecord     *record)
{
  g_clear_pointer (&self->tailoring[node], octant_record_unref);
  self->tailoring[node] = record != NULL ? octant_record_ref (record) : NULL;
  for (guint i = 0; self->scorers[0] != NULL && i < G_N_ELEMENTS (self->scorers); i++)
    octant_scorer_set_tailored (self->scorers[i], node, record != NULL);
  octant_assessment_feed_shown_tailoring (self, node);
  octant_assessment_feed_backed_tailoring (self, node);
  self->structure_changed = TRUE;
}

static void
put_target (OctantAssessment *self,
            guint             node,
            OctantRecord     *record)
{
  g_clear_pointer (&self->targets[node], octant_record_unref);
  self->targets[node] = record != NULL ? octant_record_ref (record) : NULL;
}

static void
put_in_list (GPtrArray    *rows,
             OctantRecord *record,
             gboolean      present)
{
  octant_assessment_remove_row (rows, record);
  if (present)
    g_ptr_array_add (rows, octant_record_ref (record));
}

static void
put_cycle (OctantAssessment *self,
           OctantRecord     *record)
{
  g_autoptr (OctantRecord) old = g_steal_pointer (&self->cycle);

  self->cycle = octant_record_ref (record);
  self->structure_changed = TRUE;
  if (strcmp (octant_record_get (old, OCTANT_CYCLE_AS_OF), octant_assessment_get_as_of (self)) == 0)
    return;
  judge_anew (self);
  for (guint r = 0; r < octant_model_get_n_requirements (self->model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (self, r); slot++)
      feed_evidence (self, r, slot);
}

/* What was said at an item, in the order of the interviews' ids, so that it does not depend on when it came. */
static void
put_said (OctantAssessment *self,
          guint             requirement,
          guint             slot,
          OctantRecord     *record,
          gboolean          present)
{
  Item *item = octant_assessment_get_item (self, requirement, slot);
  guint at = 0;

  if (item->said == NULL)
    item->said = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  octant_assessment_remove_row (item->said, record);
  if (present)
    {
      while (at < item->said->len && strcmp (octant_record_get (item->said->pdata[at], 0), octant_record_get (record, 0)) < 0)
        at++;
      g_ptr_array_insert (item->said, (int) at, octant_record_ref (record));
    }
  touch (self, requirement, slot);
}

static void
put_settlement (OctantAssessment *self,
                guint             requirement,
                guint             slot,
                OctantRecord     *record)
{
  Item *item = octant_assessment_get_item (self, requirement, slot);

  g_clear_pointer (&item->settlement, octant_record_unref);
  item->settlement = record != NULL ? octant_record_ref (record) : NULL;
  touch (self, requirement, slot);
}

/* Where a row belongs whose columns CODE and OBJECT name an item. */
static gboolean
find_place (OctantAssessment   *self,
            const OctantRecord *record,
            guint               code,
            guint               object,
            guint              *requirement,
            guint              *slot)
{
  return octant_assessment_find_item (self, octant_record_get (record, code), octant_record_get (record, object),
                                      requirement, slot);
}

static void
put_node_row (OctantAssessment *self,
              OctantRecord     *record,
              gboolean          present)
{
  gboolean target = octant_record_get_table (record) == OCTANT_TABLE_TARGET;
  guint node;

  self->targets_changed |= target;
  if (target && octant_assessment_find_target_node (self, octant_record_get (record, OCTANT_TARGET_CODE), &node))
    put_target (self, node, present ? record : NULL);
  else if (!target && octant_model_find_node (self->model, octant_record_get (record, OCTANT_TAILORING_CODE), &node) &&
           node != OCTANT_NODE_OVERALL)
    put_tailoring (self, node, present ? record : NULL);
  else
    put_in_list (self->loose, record, present);
}

void
octant_assessment_put_row (OctantAssessment *self,
                           OctantRecord     *record,
                           gboolean          present)
{
  guint requirement, slot;

  switch (octant_record_get_table (record))
    {
    case OCTANT_TABLE_ANSWER:
      if (find_place (self, record, OCTANT_ANSWER_CODE, OCTANT_ANSWER_OBJECT, &requirement, &slot))
        put_answer (self, requirement, slot, present ? record : NULL);
      else
        put_in_list (self->loose, record, present);
      break;
    case OCTANT_TABLE_EVIDENCE_LINK:
      if (find_place (self, record, OCTANT_EVIDENCE_LINK_CODE, OCTANT_EVIDENCE_LINK_OBJECT, &requirement, &slot))
        put_link (self, requirement, slot, record, present);
      else
        put_in_list (self->loose, record, present);
      self->evidence_changed = TRUE;
      break;
    case OCTANT_TABLE_TAILORING:
    case OCTANT_TABLE_TARGET:
      put_node_row (self, record, present);
      break;
    case OCTANT_TABLE_EVIDENCE:
      put_evidence (self, record, present);
      self->evidence_changed = TRUE;
      break;
    case OCTANT_TABLE_INTERVIEW:
      put_in_list (self->interviews, record, present);
      self->interviews_changed = TRUE;
      break;
    case OCTANT_TABLE_INTERVIEW_ANSWER:
      if (find_place (self, record, OCTANT_INTERVIEW_ANSWER_CODE, OCTANT_INTERVIEW_ANSWER_OBJECT, &requirement, &slot))
        put_said (self, requirement, slot, record, present);
      else
        put_in_list (self->loose, record, present);
      self->interviews_changed = TRUE;
      break;
    case OCTANT_TABLE_SETTLEMENT:
      if (find_place (self, record, OCTANT_SETTLEMENT_CODE, OCTANT_SETTLEMENT_OBJECT, &requirement, &slot))
        put_settlement (self, requirement, slot, present ? record : NULL);
      else
        put_in_list (self->loose, record, present);
      self->interviews_changed = TRUE;
      break;
    case OCTANT_TABLE_CYCLE:
      /* A cycle that is deleted stays readable as long as somebody looks at it. */
      if (present)
        put_cycle (self, record);
      break;
    case OCTANT_TABLE_CYCLE_OBJECT:
    case OCTANT_TABLE_ORGANISATION:
    case OCTANT_TABLE_OBJECT:
    case OCTANT_N_TABLES:
    default:
      break;
    }
}

gboolean
octant_assessment_owns (OctantAssessment   *self,
                        const OctantRecord *record)
{
  switch (octant_record_get_table (record))
    {
    case OCTANT_TABLE_CYCLE:
    case OCTANT_TABLE_CYCLE_OBJECT:
    case OCTANT_TABLE_TAILORING:
    case OCTANT_TABLE_ANSWER:
    case OCTANT_TABLE_EVIDENCE_LINK:
    case OCTANT_TABLE_SETTLEMENT:
    case OCTANT_TABLE_TARGET:
      return strcmp (octant_record_get (record, 0), octant_assessment_get_id (self)) == 0;
    case OCTANT_TABLE_INTERVIEW:
      return strcmp (octant_record_get (record, OCTANT_INTERVIEW_CYCLE), octant_assessment_get_id (self)) == 0;
    case OCTANT_TABLE_INTERVIEW_ANSWER:
      return strcmp (octant_record_get (record, OCTANT_INTERVIEW_ANSWER_CYCLE), octant_assessment_get_id (self)) == 0;
    case OCTANT_TABLE_EVIDENCE:
      return strcmp (octant_record_get (record, OCTANT_EVIDENCE_ORG),
                     octant_record_get (self->cycle, OCTANT_CYCLE_ORG)) == 0;
    case OCTANT_TABLE_ORGANISATION:
    case OCTANT_TABLE_OBJECT:
    case OCTANT_N_TABLES:
    default:
      return FALSE;
    }
}

/* While there are none, rows come and go without being scored. */
static void
clear_scorers (OctantAssessment *self)
{
  octant_assessment_clear_backed (self);
  g_clear_pointer (&self->scorers[0], octant_scorer_free);
  g_clear_pointer (&self->scorers[1], octant_scorer_free);
  g_clear_pointer (&self->shown_scorers[0], octant_scorer_free);
  g_clear_pointer (&self->shown_scorers[1], octant_scorer_free);
}

void
octant_assessment_clear_rows (OctantAssessment *self)
{
  guint n_requirements = octant_model_get_n_requirements (self->model);
  GHashTableIter iter;
  gpointer evidence;

  for (guint i = 0; self->items != NULL && i < self->first_item[n_requirements]; i++)
    {
      g_clear_pointer (&self->items[i].answer, octant_record_unref);
      g_clear_pointer (&self->items[i].links, g_ptr_array_unref);
      g_clear_pointer (&self->items[i].said, g_ptr_array_unref);
      g_clear_pointer (&self->items[i].settlement, octant_record_unref);
    }
  for (guint i = 0; self->tailoring != NULL && i < octant_model_get_n_nodes (self->model); i++)
    {
      g_clear_pointer (&self->tailoring[i], octant_record_unref);
      g_clear_pointer (&self->targets[i], octant_record_unref);
    }
  g_clear_pointer (&self->items, g_free);
  g_clear_pointer (&self->first_item, g_free);
  g_clear_pointer (&self->tailoring, g_free);
  g_clear_pointer (&self->targets, g_free);
  g_clear_pointer (&self->n_carried, g_free);
  clear_scorers (self);
  g_hash_table_remove_all (self->slots);
  g_hash_table_iter_init (&iter, self->evidence);
  while (g_hash_table_iter_next (&iter, NULL, &evidence))
    g_array_set_size (((Evidence *) evidence)->items, 0);
  g_ptr_array_set_size (self->objects, 0);
  g_ptr_array_set_size (self->interviews, 0);
  g_ptr_array_set_size (self->loose, 0);
}

OctantFraction
octant_cycle_object_criticality (const OctantRecord *object)
{
  gint64 criticality = octant_record_get_int (object, OCTANT_CYCLE_OBJECT_CRITICALITY);

  return (OctantFraction) { MAX (criticality, 1), 1 };
}

OctantScorer *
octant_assessment_new_scorer (OctantAssessment *self)
{
  guint n_objects = self->objects->len;
  g_autofree OctantFraction *criticality = g_new (OctantFraction, MAX (n_objects, 1));

  for (guint i = 0; i < n_objects; i++)
    criticality[i] = octant_cycle_object_criticality (self->objects->pdata[i]);
  return octant_scorer_new (self->model, n_objects > 0 ? criticality : NULL, n_objects);
}

static void
make_scorers (OctantAssessment *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->scorers); i++)
    self->scorers[i] = octant_assessment_new_scorer (self);

  for (guint r = 0; r < octant_model_get_n_requirements (self->model); r++)
    for (guint slot = 0; octant_assessment_counts (self, r) && slot < octant_assessment_get_item_slots (self, r); slot++)
      {
        const Item *item = octant_assessment_get_item (self, r, slot);

        for (guint i = 0; item->answer != NULL && i < G_N_ELEMENTS (self->scorers); i++)
          octant_assessment_feed_rating (self, self->scorers[i], (OctantReading) i, r, slot, slot);
        if (item->links != NULL)
          feed_evidence (self, r, slot);
      }
  for (guint node = 0; node < octant_model_get_n_nodes (self->model); node++)
    for (guint i = 0; self->tailoring[node] != NULL && i < G_N_ELEMENTS (self->scorers); i++)
      octant_scorer_set_tailored (self->scorers[i], node, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (self->scorers); i++)
    octant_scorer_update (self->scorers[i], NULL, NULL);
}

/* The scores of all rows, anew: whatever stood before does not count. */
static void
score (OctantAssessment *self)
{
  guint n_nodes = octant_model_get_n_nodes (self->model);

  make_scorers (self);
  octant_assessment_make_shown (self);
  g_array_set_size (self->changed_nodes, 0);
  for (guint node = 0; node < n_nodes; node++)
    g_array_append_val (self->changed_nodes, node);
}

void
octant_assessment_load (OctantAssessment *self,
                        const GPtrArray  *rows)
{
  octant_assessment_clear_rows (self);
  self->tailoring = g_new0 (OctantRecord *, octant_model_get_n_nodes (self->model));
  self->targets = g_new0 (OctantRecord *, octant_model_get_n_nodes (self->model));
  self->n_carried = g_new0 (guint, octant_model_get_n_subdomains (self->model));
  for (guint i = 0; i < rows->len; i++)
    if (octant_record_get_table (rows->pdata[i]) == OCTANT_TABLE_CYCLE_OBJECT && octant_assessment_owns (self, rows->pdata[i]))
      g_ptr_array_add (self->objects, octant_record_ref (rows->pdata[i]));
  octant_assessment_number_items (self);
  for (guint i = 0; i < rows->len; i++)
    if (octant_assessment_owns (self, rows->pdata[i]))
      octant_assessment_put_row (self, rows->pdata[i], TRUE);
  score (self);
  g_array_set_size (self->touched, 0);
}

/*
 * What @act takes away goes from where it is while its objects are still there, by which
 * places are found; what it brings finds its place among those that are in scope then. All
 * other rows stay at their items, and only those that are touched have others.
 */
void
octant_assessment_change_objects (OctantAssessment *self,
                                  const OctantAct  *act)
{
  OctantChange **changes = (OctantChange **) act->changes->pdata;
  g_autoptr (GPtrArray) astray = NULL;

  clear_scorers (self);
  for (guint i = 0; i < act->changes->len; i++)
    if (changes[i]->before != NULL && octant_assessment_owns (self, changes[i]->before))
      octant_assessment_put_row (self, changes[i]->before, FALSE);
  astray = octant_assessment_move_items (self, act);
  for (guint i = 0; i < astray->len; i++)
    octant_assessment_put_row (self, astray->pdata[i], TRUE);
  for (guint i = 0; i < act->changes->len; i++)
    if (changes[i]->after != NULL && octant_assessment_owns (self, changes[i]->after))
      octant_assessment_put_row (self, changes[i]->after, TRUE);
  score (self);
}
