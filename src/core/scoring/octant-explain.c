/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/octant-explain.h"

#include "scoring/octant-scoring-private.h"

/*
 * Goes down the tree once. `needed` holds for each node the highest level that a
 * condition above asks of it; domains come before sub-domains, so that all demands on a
 * node are known when it is reached.
 */
typedef struct
{
  OctantScorer *scorer;
  GPtrArray *blocks;
  guint *needed; /* by node; 0: nothing is asked */
} Walk;

void
octant_block_free (OctantBlock *block)
{
  if (block == NULL)
    return;
  g_clear_pointer (&block->requirements, g_array_unref);
  g_clear_pointer (&block->nodes, g_array_unref);
  octant_rational_clear (&block->have);
  octant_rational_clear (&block->need);
  g_free (block);
}

static OctantBlock *
add_block (Walk           *walk,
           OctantBlockKind kind,
           guint           node,
           guint           target,
           guint           level)
{
  OctantBlock *block = g_new0 (OctantBlock, 1);

  block->kind = kind;
  block->node = node;
  block->target = target;
  block->level = level;
  g_ptr_array_add (walk->blocks, block);
  return block;
}

/* Children of a roll-up that count. */
typedef struct
{
  guint n;
  guint *nodes;         /* (owned) */
  OctantRanked *ranked; /* (owned) */
} Children;

static void
children_init (Children *self,
               guint     size)
{
  self->n = 0;
  self->nodes = g_new (guint, size);
  self->ranked = g_new (OctantRanked, size);
}

static void
children_clear (Children *self)
{
  g_free (self->nodes);
  g_free (self->ranked);
}

static void
children_add (Children     *self,
              OctantScorer *scorer,
              guint         node,
              guint         weight)
{
  const OctantScore *score = octant_scorer_get_score (scorer, node);

  if (!score->applicable)
    return;
  self->nodes[self->n] = node;
  self->ranked[self->n++] = (OctantRanked) { weight, score->l };
}

/* Names the children below @level and asks that level of them; NULL when there is none. */
static OctantBlock *
add_short (Walk           *walk,
           const Children *children,
           OctantBlockKind kind,
           guint           node,
           guint           target,
           int             level)
{
  OctantBlock *block = NULL;
  int least = level;

  for (guint i = 0; i < children->n; i++)
    {
      guint child = children->nodes[i];

      if (children->ranked[i].level >= level)
        continue;
      if (block == NULL)
        {
          block = add_block (walk, kind, node, target, (guint) level);
          block->nodes = g_array_new (FALSE, FALSE, sizeof (guint));
        }
      g_array_append_val (block->nodes, child);
      least = MIN (least, children->ranked[i].level);
      walk->needed[child] = MAX (walk->needed[child], (guint) level);
    }
  if (block != NULL)
    {
      octant_rational_set_fraction (&block->have, least, 1);
      octant_rational_set_fraction (&block->need, level, 1);
    }
  return block;
}

static void
explain_quorum (Walk                 *walk,
                const Children       *children,
                const OctantWeights  *weights,
                const OctantFraction *quorum,
                OctantBlockKind       kind,
                guint                 node,
                guint                 target)
{
  g_auto (OctantRational) share = { 0 };
  OctantRational need = octant_rational_from_fraction (quorum);
  OctantBlock *block;

  octant_rollup_share (weights, children->ranked, children->n, (int) target, &share);
  if (octant_rational_compare (&share, &need) >= 0)
    return;
  block = add_short (walk, children, kind, node, target, (int) target);
  octant_rational_set (&block->have, &share);
  octant_rational_set (&block->need, &need);
}

static void
explain_overall (Walk *walk,
                 guint target)
{
  OctantScorer *scorer = walk->scorer;
  const OctantModelScoring *rules = scorer->rules;
  Children domains, gates;

  children_init (&domains, scorer->n_domains);
  children_init (&gates, scorer->n_gates);
  for (guint d = 0; d < scorer->n_domains; d++)
    children_add (&domains, scorer, octant_model_domain_node (scorer->model, d), d);
  for (guint g = 0; g < scorer->n_gates; g++)
    children_add (&gates, scorer, octant_model_subdomain_node (scorer->model, scorer->gates[g]), g);

  add_short (walk, &domains, OCTANT_BLOCK_OVERALL_FLOOR, OCTANT_NODE_OVERALL, target,
             (int) target - (int) rules->overall_tolerance);
  explain_quorum (walk, &domains, &scorer->domain_weights, &rules->overall_quorum,
                  OCTANT_BLOCK_OVERALL_QUORUM, OCTANT_NODE_OVERALL, target);
  add_short (walk, &gates, OCTANT_BLOCK_GATE, OCTANT_NODE_OVERALL, target, (int) target);
  children_clear (&domains);
  children_clear (&gates);
}

static void
explain_domain (Walk *walk,
                guint domain,
                guint target)
{
  OctantScorer *scorer = walk->scorer;
  const OctantModelScoring *rules = scorer->rules;
  const OctantModelDomain *info = octant_model_get_domain (scorer->model, domain);
  guint node = octant_model_domain_node (scorer->model, domain);
  Children children;

  children_init (&children, info->n_subdomains);
  for (guint i = 0; i < info->n_subdomains; i++)
    children_add (&children, scorer, octant_model_subdomain_node (scorer->model, info->first_subdomain + i), i);
  add_short (walk, &children, OCTANT_BLOCK_DOMAIN_FLOOR, node, target,
             (int) target - (int) rules->domain_tolerance);
  explain_quorum (walk, &children, &scorer->domains[domain].weights, &rules->domain_quorum,
                  OCTANT_BLOCK_DOMAIN_QUORUM, node, target);
  children_clear (&children);
}

/* Which of a cell's requirements a condition is about. */
typedef enum
{
  SHARED = 1 << 0, /* rated once for all objects */
  OWN = 1 << 1,    /* rated for each object */
} Ownership;

/* TRUE when the condition of @kind is due to a requirement with this rating. */
static gboolean
is_cause (OctantScorer   *scorer,
          OctantBlockKind kind,
          OctantRating    rating)
{
  OctantRating counted = octant_rating_as_counted (rating, OCTANT_BOUND_LO);

  if (kind == OCTANT_BLOCK_NO_ITEMS)
    return rating == OCTANT_RATING_NA;
  if (rating == OCTANT_RATING_NA)
    return FALSE;
  return kind == OCTANT_BLOCK_ITEM ? counted < scorer->rules->attain_rating : counted < OCTANT_RATING_F;
}

typedef struct
{
  guint subdomain;
  guint target;
  guint aspect;
  guint level;
  guint slot;
} Place;

static GArray *
find_causes (OctantScorer   *scorer,
             const Place    *place,
             OctantBlockKind kind,
             Ownership       ownership)
{
  const OctantModelSubdomain *info = octant_model_get_subdomain (scorer->model, place->subdomain);
  GArray *causes = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint r = info->first_requirement; r < info->first_requirement + info->n_requirements; r++)
    {
      const OctantScorerRequirement *entry = &scorer->requirements[r];

      if (!entry->counts || entry->cell != place->aspect * scorer->n_levels + place->level - 1)
        continue;
      if ((ownership & (entry->shared ? SHARED : OWN)) == 0)
        continue;
      if (is_cause (scorer, kind, octant_scorer_get_rating (scorer, r, place->slot)))
        g_array_append_val (causes, r);
    }
  return causes;
}

static gboolean
has_own (OctantScorer *scorer,
         const Place  *place)
{
  const OctantModelSubdomain *info = octant_model_get_subdomain (scorer->model, place->subdomain);

  for (guint r = info->first_requirement; r < info->first_requirement + info->n_requirements; r++)
    if (scorer->requirements[r].counts && !scorer->requirements[r].shared
        && scorer->requirements[r].cell == place->aspect * scorer->n_levels + place->level - 1)
      return TRUE;
  return FALSE;
}

/* @told: conditions that hold for all objects and were listed already, by cell. */
static void
add_cell (Walk                 *walk,
          const Place          *place,
          OctantBlockKind       kind,
          Ownership             ownership,
          const OctantRational *have,
          const OctantFraction *need,
          guint8               *told)
{
  OctantScorer *scorer = walk->scorer;
  gboolean per_object = (ownership & OWN) != 0 && has_own (scorer, place);
  guint cell = place->aspect * scorer->n_levels + place->level - 1;
  g_autoptr (GArray) causes = NULL;
  OctantRational limit = octant_rational_from_fraction (need);
  OctantBlock *block;

  if (!per_object)
    {
      if (told[cell] & (1 << kind))
        return;
      told[cell] |= 1 << kind;
    }
  causes = find_causes (scorer, place, kind, ownership);
  if (causes->len == 0 && kind == OCTANT_BLOCK_ITEM)
    return;

  block = add_block (walk, kind, octant_model_subdomain_node (scorer->model, place->subdomain),
                     place->target, place->level);
  block->aspect = place->aspect;
  block->slot = per_object ? place->slot : 0;
  block->per_object = per_object;
  if (causes->len > 0)
    block->requirements = g_steal_pointer (&causes);
  octant_rational_set (&block->have, have);
  octant_rational_set (&block->need, &limit);
}

static void
explain_aspect (Walk                    *walk,
                Place                   *place,
                const OctantExactAspect *aspect,
                guint8                  *told)
{
  OctantScorer *scorer = walk->scorer;
  const OctantModelScoring *rules = scorer->rules;
  const OctantFraction *attain = &rules->values[rules->attain_rating - OCTANT_RATING_N];
  const OctantFraction none = { 0, 1 };
  OctantRational threshold = octant_rational_from_fraction (&rules->full_threshold);
  guint top = place->target;

  /* A skipped level is no level to stand on: the next one with items decides. */
  while (top <= scorer->n_levels && aspect->cells[top - 1].n_items == 0)
    top++;
  if (top > scorer->n_levels)
    {
      top = place->target;
      place->level = top;
      add_cell (walk, place, OCTANT_BLOCK_NO_ITEMS, SHARED | OWN, &aspect->cells[top - 1].a, &none, told);
    }

  for (place->level = 1; place->level <= top; place->level++)
    {
      const OctantCell *cell = &aspect->cells[place->level - 1];

      if (cell->n_items == 0)
        continue;
      add_cell (walk, place, OCTANT_BLOCK_ITEM, SHARED, &cell->a, attain, told);
      if (has_own (scorer, place))
        add_cell (walk, place, OCTANT_BLOCK_ITEM, OWN, &cell->a, attain, told);
      if (place->level < top && octant_rational_compare (&cell->a, &threshold) <= 0)
        add_cell (walk, place, OCTANT_BLOCK_THRESHOLD, SHARED | OWN, &cell->a, &rules->full_threshold, told);
    }
}

static void
explain_subdomain (Walk *walk,
                   guint subdomain,
                   guint target)
{
  OctantScorer *scorer = walk->scorer;
  g_autofree guint8 *told = g_new0 (guint8, scorer->n_cells);

  for (guint slot = 0; slot < scorer->subdomains[subdomain].n_slots; slot++)
    for (guint a = 0; a < scorer->n_aspects; a++)
      {
        OctantExactAspect aspect;
        Place place = { subdomain, target, a, 0, slot };

        octant_exact_aspect (scorer, subdomain, a, slot, OCTANT_BOUND_LO, &aspect);
        if (aspect.has && aspect.level < (int) target)
          explain_aspect (walk, &place, &aspect, told);
        octant_exact_aspect_clear (&aspect);
      }
}

GPtrArray *
octant_explain (OctantScorer *scorer,
                guint         node)
{
  g_autoptr (GPtrArray) blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_block_free);
  g_autofree guint *needed = NULL;
  const OctantScore *score;
  Walk walk;

  g_return_val_if_fail (scorer != NULL, NULL);
  g_return_val_if_fail (node < octant_model_get_n_nodes (scorer->model), NULL);

  score = octant_scorer_get_score (scorer, node);
  if (!score->applicable || score->l >= (int) scorer->n_levels)
    return g_steal_pointer (&blocks);

  needed = g_new0 (guint, octant_model_get_n_nodes (scorer->model));
  needed[node] = (guint) score->l + 1;
  walk = (Walk) { scorer, blocks, needed };
  if (needed[OCTANT_NODE_OVERALL] > 0)
    explain_overall (&walk, needed[OCTANT_NODE_OVERALL]);
  for (guint d = 0; d < scorer->n_domains; d++)
    {
      guint target = needed[octant_model_domain_node (scorer->model, d)];

      if (target > 0)
        explain_domain (&walk, d, target);
    }
  for (guint s = 0; s < scorer->n_subdomains; s++)
    {
      guint target = needed[octant_model_subdomain_node (scorer->model, s)];

      if (target > 0)
        explain_subdomain (&walk, s, target);
    }
  return g_steal_pointer (&blocks);
}
