/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "history/octant-comparison-private.h"

#include <string.h>

#include "model/octant-lineage.h"
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
  g_free (change->name_a.zh);
  g_free (change->name_a.en);
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
  g_strfreev (change->lineage);
  g_free (change);
}

/* What a model says of a node. */
typedef struct
{
  const OctantText *name;
  OctantFraction weight;
  gboolean known; /* FALSE for a retired one */
} NodeTerms;

static NodeTerms
node_terms (OctantModel *model,
            guint        node)
{
  guint domains = octant_model_domain_node (model, 0);
  guint subdomains = octant_model_subdomain_node (model, 0);

  if (node == OCTANT_NODE_OVERALL)
    return (NodeTerms) { octant_model_get_title (model), { 0, 1 }, TRUE };
  if (node < subdomains)
    {
      const OctantModelDomain *domain = octant_model_get_domain (model, node - domains);

      return (NodeTerms) { &domain->name, domain->weight, TRUE };
    }
  const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, node - subdomains);
  return (NodeTerms) { &subdomain->name, subdomain->weight, subdomain->active };
}

static void
copy_text (OctantText       *to,
           const OctantText *from)
{
  to->zh = g_strdup (from->zh);
  to->en = g_strdup (from->en);
}

static gboolean
same_text (const OctantText *a,
           const OctantText *b)
{
  return strcmp (a->zh, b->zh) == 0 && strcmp (a->en, b->en) == 0;
}

/* One cycle's side of a node: nothing, when its model does not have it. */
typedef struct
{
  OctantModel *model; /* (nullable) */
  guint node;
  const OctantScore *score;
} NodeSide;

static gboolean
take_side (const NodeSide *side,
           gboolean       *known,
           gboolean       *in,
           OctantFraction *weight,
           OctantRational *s,
           int            *l,
           NodeTerms      *terms)
{
  *weight = (OctantFraction) { 0, 1 };
  if (side->model == NULL)
    return FALSE;
  *terms = node_terms (side->model, side->node);
  *known = terms->known;
  *in = side->score->applicable;
  if (*known)
    *weight = terms->weight;
  if (*in)
    {
      octant_rational_set (s, &side->score->s);
      *l = side->score->l;
    }
  return TRUE;
}

static void
add_node (OctantComparison *self,
          const NodeSide   *a,
          const NodeSide   *b)
{
  OctantNodeChange *change = g_new0 (OctantNodeChange, 1);
  const NodeSide *latest = b->model != NULL ? b : a;
  NodeTerms terms_a = { NULL }, terms_b = { NULL };
  gboolean has_a, has_b;

  has_a = take_side (a, &change->known_a, &change->in_a, &change->weight_a, &change->s_a, &change->l_a, &terms_a);
  has_b = take_side (b, &change->known_b, &change->in_b, &change->weight_b, &change->s_b, &change->l_b, &terms_b);
  change->code = g_strdup (octant_model_get_node_code (latest->model, latest->node));
  copy_text (&change->name, has_b ? terms_b.name : terms_a.name);
  if (has_a && has_b && latest->node != OCTANT_NODE_OVERALL && !same_text (terms_a.name, terms_b.name))
    copy_text (&change->name_a, terms_a.name);
  if (change->in_a && change->in_b)
    {
      octant_rational_set (&change->delta, &change->s_b);
      octant_rational_subtract (&change->delta, &change->s_a);
    }
  g_ptr_array_add (self->nodes, change);
}

static NodeSide
find_side (OctantModel  *model,
           OctantScorer *scorer,
           const char   *code)
{
  NodeSide side = { NULL, 0, NULL };

  if (octant_model_find_node (model, code, &side.node))
    {
      side.model = model;
      side.score = octant_scorer_get_score (scorer, side.node);
    }
  return side;
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
      NodeSide earlier = find_side (model_a, scorer_a, octant_model_get_node_code (model_b, node));
      NodeSide later = { model_b, node, octant_scorer_get_score (scorer_b, node) };

      add_node (self, &earlier, &later);
    }
  for (guint node = 0; node < octant_model_get_n_nodes (model_a); node++)
    {
      NodeSide later = find_side (model_b, scorer_b, octant_model_get_node_code (model_a, node));
      NodeSide earlier = { model_a, node, octant_scorer_get_score (scorer_a, node) };

      if (later.model == NULL)
        add_node (self, &earlier, &later);
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
    {
      NodeSide earlier = { model, node, octant_scorer_get_score (scorer_a, node) };
      NodeSide later = { model, node, octant_scorer_get_score (scorer_b, node) };

      add_node (self, &earlier, &later);
    }
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

/* Pieces of @of that @in does not have. */
static guint
count_missing (GPtrArray *of,
               GPtrArray *in)
{
  guint n = 0;

  for (guint i = 0; i < of->len; i++)
    {
      gboolean found = FALSE;

      for (guint k = 0; k < in->len && !found; k++)
        found = octant_record_same_key (of->pdata[i], in->pdata[k]);
      n += !found;
    }
  return n;
}

static void
compare_evidence (OctantItemChange *change,
                  GPtrArray        *in_a,
                  GPtrArray        *in_b)
{
  change->evidence_removed = count_missing (in_a, in_b);
  change->evidence_added = count_missing (in_b, in_a);
  change->evidence_changed = change->evidence_added + change->evidence_removed > 0;
}

static OctantItemChange *
new_item_change (OctantAssessment *assessment,
                 guint             requirement,
                 guint             slot,
                 OctantChangeKind  kind)
{
  OctantItemChange *change = g_new0 (OctantItemChange, 1);

  change->requirement = octant_model_get_requirement (octant_assessment_get_model (assessment), requirement);
  change->code = g_strdup (change->requirement->code);
  change->kind = kind;
  if (octant_comparison_get_object (assessment, requirement, slot)[0] != '\0')
    change->object = g_strdup (octant_record_get (octant_assessment_get_object (assessment, slot),
                                                  OCTANT_CYCLE_OBJECT_NAME));
  return change;
}

/* What @there asks instead of a requirement that it does not ask itself. */
static void
find_lineage (OctantItemChange *change,
              OctantLineage    *lineage,
              OctantModel      *there)
{
  guint index;

  change->by_object = octant_model_find_requirement (there, change->code, &index) && octant_model_asks (there, index);
  if (change->by_object)
    return;
  change->lineage = octant_lineage_find (lineage, change->code, there);
  if (change->lineage[0] == NULL)
    g_clear_pointer (&change->lineage, g_strfreev);
}

static void
compare_item (OctantItemChange *change,
              OctantAssessment *a,
              guint             requirement_a,
              guint             slot_a,
              OctantAssessment *b,
              guint             requirement_b,
              guint             slot_b)
{
  const OctantRequirement *then = octant_model_get_requirement (octant_assessment_get_model (a), requirement_a);
  OctantAnswer in_a, in_b;

  octant_assessment_get_answer (a, requirement_a, slot_a, &in_a);
  octant_assessment_get_answer (b, requirement_b, slot_b, &in_b);
  change->rating_a = in_a.rating;
  change->kind = compare_answers (&in_a, &in_b);
  change->note_changed = g_strcmp0 (in_a.note, in_b.note) != 0;
  change->reworded = then->rev != change->requirement->rev || !same_text (&then->text, &change->requirement->text);
  if (in_a.n_evidence > 0 || in_b.n_evidence > 0)
    {
      g_autoptr (GPtrArray) pieces_a = octant_assessment_list_evidence (a, requirement_a, slot_a);
      g_autoptr (GPtrArray) pieces_b = octant_assessment_list_evidence (b, requirement_b, slot_b);

      compare_evidence (change, pieces_a, pieces_b);
    }
}

/* A row for each item of @b. */
static void
compare_items (OctantComparison *self,
               OctantAssessment *a,
               OctantAssessment *b,
               OctantLineage    *lineage,
               gboolean          shared_only)
{
  OctantModel *model = self->models[1];

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (b, r) && octant_model_asks (model, r); slot++)
      {
        guint other = 0, other_slot = 0;
        gboolean known = octant_comparison_find (b, r, slot, a, &other, &other_slot);
        OctantItemChange *change;
        OctantAnswer answer;

        if (!known && shared_only)
          continue;
        change = new_item_change (b, r, slot, OCTANT_CHANGE_NEW);
        octant_assessment_get_answer (b, r, slot, &answer);
        change->rating_b = answer.rating;
        change->carried = answer.carried;
        if (known)
          compare_item (change, a, other, other_slot, b, r, slot);
        else
          find_lineage (change, lineage, self->models[0]);
        g_ptr_array_add (self->items, change);
      }
}

static void
add_retired (OctantComparison *self,
             OctantAssessment *a,
             OctantAssessment *b,
             OctantLineage    *lineage)
{
  OctantModel *model = self->models[0];

  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (a, r) && octant_model_asks (model, r); slot++)
      {
        OctantItemChange *change;
        OctantAnswer answer;
        guint other, other_slot;

        if (octant_comparison_find (a, r, slot, b, &other, &other_slot))
          continue;
        change = new_item_change (a, r, slot, OCTANT_CHANGE_RETIRED);
        octant_assessment_get_answer (a, r, slot, &answer);
        change->rating_a = answer.rating;
        find_lineage (change, lineage, self->models[1]);
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
 * A snapshot: it does not follow later changes. It needs both assessments only while it is made, and may go to another
 * thread afterwards.
 *
 * Returns: (transfer full)
 */
OctantComparison *
octant_comparison_new (OctantAssessment *a,
                       OctantAssessment *b,
                       gboolean          like_for_like)
{
  g_autoptr (OctantLineage) lineage = NULL;
  OctantComparison *self;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (a), NULL);
  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (b), NULL);

  self = g_new0 (OctantComparison, 1);
  self->models[0] = g_object_ref (octant_assessment_get_model (a));
  self->models[1] = g_object_ref (octant_assessment_get_model (b));
  self->nodes = g_ptr_array_new_with_free_func ((GDestroyNotify) node_change_free);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_change_free);
  self->objects = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_object_change_free);
  self->scope = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_scope_change_free);
  self->targets = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_target_change_free);
  lineage = octant_lineage_new (self->models[0], self->models[1]);
  if (like_for_like)
    compare_nodes_like_for_like (self, a, b);
  else
    compare_nodes (self, a, b);
  compare_items (self, a, b, lineage, like_for_like);
  if (!like_for_like)
    add_retired (self, a, b, lineage);
  octant_comparison_add_objects (self, a, b);
  octant_comparison_add_scope (self, a, b);
  octant_comparison_add_targets (self, a, b);
  return self;
}

void
octant_comparison_free (OctantComparison *self)
{
  g_return_if_fail (self != NULL);

  g_ptr_array_unref (self->nodes);
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->objects);
  g_ptr_array_unref (self->scope);
  g_ptr_array_unref (self->targets);
  g_object_unref (self->models[0]);
  g_object_unref (self->models[1]);
  g_free (self);
}
