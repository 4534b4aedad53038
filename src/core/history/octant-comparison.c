/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "history/octant-comparison-private.h"

#include <string.h>

#include "scoring/octant-scorer.h"

static const char *const kind_names[] = {
  [OCTANT_CHANGE_IMPROVED] = "improved",
  [OCTANT_CHANGE_WORSENED] = "worsened",
  [OCTANT_CHANGE_ANSWERED] = "answered",
  [OCTANT_CHANGE_CLEARED] = "cleared",
  [OCTANT_CHANGE_BECAME_NA] = "became-na",
  [OCTANT_CHANGE_NO_LONGER_NA] = "no-longer-na",
  [OCTANT_CHANGE_NEW] = "new",
  [OCTANT_CHANGE_RETIRED] = "retired",
  [OCTANT_CHANGE_CONFIRMED] = "confirmed",
  [OCTANT_CHANGE_SAME] = "same",
};

/**
 * octant_change_kind_to_string:
 *
 * Returns: (transfer none): the stable word of files and command line
 */
const char *
octant_change_kind_to_string (OctantChangeKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kind_names), "");

  return kind_names[kind];
}

static void
node_change_free (OctantNodeChange *change)
{
  g_free (change->code);
  g_free (change->name.zh);
  g_free (change->name.en);
  octant_rational_clear (&change->s_a);
  octant_rational_clear (&change->s_b);
  octant_rational_clear (&change->delta);
  g_free (change);
}

static void
item_change_free (OctantItemChange *change)
{
  g_free (change->code);
  g_free (change->object);
  g_free (change);
}

static gboolean
counts (OctantModel *model,
        guint        requirement)
{
  const OctantRequirement *r = octant_model_get_requirement (model, requirement);

  return r->active && octant_model_get_subdomain (model, r->subdomain)->active;
}

/* Object id of an item, "" for one that is rated for the institution. */
static const char *
item_object (OctantAssessment *assessment,
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
static gboolean
find_counterpart (OctantAssessment *assessment,
                  guint             requirement,
                  guint             slot,
                  OctantAssessment *other,
                  guint            *other_requirement,
                  guint            *other_slot)
{
  OctantModel *model = octant_assessment_get_model (other);
  const char *code = octant_model_get_requirement (octant_assessment_get_model (assessment), requirement)->code;
  const char *object = item_object (assessment, requirement, slot);

  if (!octant_model_find_requirement (model, code, other_requirement) || !counts (model, *other_requirement))
    return FALSE;
  if (object[0] != '\0')
    return octant_model_get_requirement (model, *other_requirement)->scope == OCTANT_SCOPE_OBJECT &&
           octant_assessment_find_object (other, object, other_slot);
  *other_slot = 0;
  return item_object (other, *other_requirement, 0)[0] == '\0';
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

      for (guint i = 0; i < n_slots && counts (model, r); i++)
        {
          guint slot = by_object && objects->len > 0 ? g_array_index (objects, guint, i) : 0;
          gboolean alone = by_object && objects->len == 0 && octant_assessment_get_n_objects (b) > 0;
          OctantRating rating = OCTANT_RATING_NA;
          guint other, other_slot;

          /* @alone: rated for objects in @b, yet none of them is shared. */
          if (!alone && find_counterpart (b, r, slot, a, &other, &other_slot))
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

static const OctantText *
node_name (OctantModel *model,
           guint        node)
{
  guint domains = octant_model_domain_node (model, 0);
  guint subdomains = octant_model_subdomain_node (model, 0);

  if (node == OCTANT_NODE_OVERALL)
    return octant_model_get_title (model);
  return node < subdomains ? &octant_model_get_domain (model, node - domains)->name
                           : &octant_model_get_subdomain (model, node - subdomains)->name;
}

/* @score_a, @score_b: (nullable): NULL where the cycle has no such node */
static void
add_node (OctantComparison  *self,
          OctantModel       *model,
          guint              node,
          const OctantScore *score_a,
          const OctantScore *score_b)
{
  OctantNodeChange *change = g_new0 (OctantNodeChange, 1);
  const OctantText *name = node_name (model, node);

  change->code = g_strdup (octant_model_get_node_code (model, node));
  change->name.zh = g_strdup (name->zh);
  change->name.en = g_strdup (name->en);
  change->in_a = score_a != NULL && score_a->applicable;
  change->in_b = score_b != NULL && score_b->applicable;
  if (change->in_a)
    {
      octant_rational_set (&change->s_a, &score_a->s);
      change->l_a = score_a->l;
    }
  if (change->in_b)
    {
      octant_rational_set (&change->s_b, &score_b->s);
      change->l_b = score_b->l;
    }
  if (change->in_a && change->in_b)
    {
      octant_rational_set (&change->delta, &change->s_b);
      octant_rational_subtract (&change->delta, &change->s_a);
    }
  g_ptr_array_add (self->nodes, change);
}

static void
compare_nodes (OctantComparison *self,
               OctantAssessment *a,
               OctantAssessment *b)
{
  OctantModel *model_a = octant_assessment_get_model (a);
  OctantModel *model_b = octant_assessment_get_model (b);
  OctantScorer *scorer_a = octant_assessment_get_scorer (a, OCTANT_READING_OFFICIAL);
  OctantScorer *scorer_b = octant_assessment_get_scorer (b, OCTANT_READING_OFFICIAL);

  for (guint node = 0; node < octant_model_get_n_nodes (model_b); node++)
    {
      const char *code = octant_model_get_node_code (model_b, node);
      gboolean known;
      guint other;

      known = octant_model_find_node (model_a, code, &other);
      add_node (self, model_b, node,
                known ? octant_scorer_get_score (scorer_a, other) : NULL,
                octant_scorer_get_score (scorer_b, node));
    }
  for (guint node = 0; node < octant_model_get_n_nodes (model_a); node++)
    {
      guint other;

      if (!octant_model_find_node (model_b, octant_model_get_node_code (model_a, node), &other))
        add_node (self, model_a, node, octant_scorer_get_score (scorer_a, node), NULL);
    }
}

static void
compare_nodes_like_for_like (OctantComparison *self,
                             OctantAssessment *a,
                             OctantAssessment *b)
{
  g_autoptr (OctantScorer) scorer_a = octant_comparison_score_shared (a, b, a);
  g_autoptr (OctantScorer) scorer_b = octant_comparison_score_shared (a, b, b);
  OctantModel *model = octant_assessment_get_model (b);

  for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
    add_node (self, model, node,
              octant_scorer_get_score (scorer_a, node),
              octant_scorer_get_score (scorer_b, node));
}

/*
 * The rating as it stands decides, also of a carried-over answer: one that is merely
 * waiting to be confirmed is the same as before, not a loss.
 */
static OctantChangeKind
compare_answers (const OctantAnswer *a,
                 const OctantAnswer *b)
{
  if (a->rating == b->rating)
    return b->rating == OCTANT_RATING_UNANSWERED || b->carried ? OCTANT_CHANGE_SAME : OCTANT_CHANGE_CONFIRMED;
  if (b->rating == OCTANT_RATING_UNANSWERED)
    return OCTANT_CHANGE_CLEARED;
  if (b->rating == OCTANT_RATING_NA)
    return OCTANT_CHANGE_BECAME_NA;
  if (a->rating == OCTANT_RATING_NA)
    return OCTANT_CHANGE_NO_LONGER_NA;
  if (a->rating == OCTANT_RATING_UNANSWERED)
    return OCTANT_CHANGE_ANSWERED;
  return b->rating > a->rating ? OCTANT_CHANGE_IMPROVED : OCTANT_CHANGE_WORSENED;
}

static gboolean
same_evidence (OctantAssessment *a,
               guint             requirement_a,
               guint             slot_a,
               OctantAssessment *b,
               guint             requirement_b,
               guint             slot_b)
{
  g_autoptr (GPtrArray) in_a = octant_assessment_list_evidence (a, requirement_a, slot_a);
  g_autoptr (GPtrArray) in_b = octant_assessment_list_evidence (b, requirement_b, slot_b);

  if (in_a->len != in_b->len)
    return FALSE;
  for (guint i = 0; i < in_a->len; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < in_b->len && !found; k++)
        found = octant_record_same_key (in_a->pdata[i], in_b->pdata[k]);
      if (!found)
        return FALSE;
    }
  return TRUE;
}

static OctantItemChange *
new_item_change (OctantAssessment *assessment,
                 guint             requirement,
                 guint             slot)
{
  OctantItemChange *change = g_new0 (OctantItemChange, 1);

  change->code = g_strdup (octant_model_get_requirement (octant_assessment_get_model (assessment), requirement)->code);
  if (item_object (assessment, requirement, slot)[0] != '\0')
    change->object = g_strdup (octant_record_get (octant_assessment_get_object (assessment, slot),
                                                  OCTANT_CYCLE_OBJECT_NAME));
  return change;
}

/* A row for each item of @b. */
static void
compare_items (OctantComparison *self,
               OctantAssessment *a,
               OctantAssessment *b,
               gboolean          shared_only)
{
  OctantModel *model = octant_assessment_get_model (b);

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (b, r) && counts (model, r); slot++)
      {
        guint other = 0, other_slot = 0;
        gboolean known = find_counterpart (b, r, slot, a, &other, &other_slot);
        OctantItemChange *change;
        OctantAnswer in_a, in_b;

        if (!known && shared_only)
          continue;
        change = new_item_change (b, r, slot);
        octant_assessment_get_answer (b, r, slot, &in_b);
        change->rating_b = in_b.rating;
        change->carried = in_b.carried;
        change->kind = OCTANT_CHANGE_NEW;
        if (known)
          {
            octant_assessment_get_answer (a, other, other_slot, &in_a);
            change->rating_a = in_a.rating;
            change->kind = compare_answers (&in_a, &in_b);
            change->note_changed = g_strcmp0 (in_a.note, in_b.note) != 0;
            change->evidence_changed = (in_a.n_evidence > 0 || in_b.n_evidence > 0) &&
                                       !same_evidence (a, other, other_slot, b, r, slot);
          }
        g_ptr_array_add (self->items, change);
      }
}

static void
add_retired (OctantComparison *self,
             OctantAssessment *a,
             OctantAssessment *b)
{
  OctantModel *model = octant_assessment_get_model (a);

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (a, r) && counts (model, r); slot++)
      {
        OctantItemChange *change;
        OctantAnswer in_a;
        guint other, other_slot;

        if (find_counterpart (a, r, slot, b, &other, &other_slot))
          continue;
        change = new_item_change (a, r, slot);
        octant_assessment_get_answer (a, r, slot, &in_a);
        change->rating_a = in_a.rating;
        change->kind = OCTANT_CHANGE_RETIRED;
        g_ptr_array_add (self->items, change);
      }
}

/**
 * octant_comparison_new:
 * @a: the earlier cycle
 * @b: the later cycle, of the same or another version of the model
 * @like_for_like: TRUE scores both on the requirements (same code, active in both) and
 *   objects that they share, by the rules of @b's model, and lists only those
 *
 * A snapshot: it does not follow later changes.
 *
 * Returns: (transfer full)
 */
OctantComparison *
octant_comparison_new (OctantAssessment *a,
                       OctantAssessment *b,
                       gboolean          like_for_like)
{
  OctantComparison *self;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (a), NULL);
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (b), NULL);

  self = g_new0 (OctantComparison, 1);
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) node_change_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_change_free);
  if (like_for_like)
    compare_nodes_like_for_like (self, a, b);
  else
    compare_nodes (self, a, b);
  compare_items (self, a, b, like_for_like);
  if (!like_for_like)
    add_retired (self, a, b);
  return self;
}

void
octant_comparison_free (OctantComparison *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->items);
  g_free (self);
}
