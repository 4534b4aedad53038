/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/octant-coverage.h"

#include <string.h>

#define REFERENCE "attack_mitigations"
#define LENS "attack"

/* Sub-domains that cover techniques together. */
typedef struct
{
  gboolean *members; /* (owned) one for each sub-domain */
  gboolean scored;
  OctantRational s;
  OctantRational s_hi;
} CoverSet;

struct _OctantCoverage
{
  OctantModel *model;   /* (owned) */
  OctantAttack *attack; /* (owned) */
  gboolean *names;      /* (owned) sub-domain × mitigation */
  guint n_mitigations;
  GPtrArray *sets;      /* (owned) (element-type CoverSet) distinct, none empty */
  CoverSet **covers;    /* (owned) of each technique; NULL for none */
  OctantTechniqueScore *scores; /* (owned) of each technique; the rationals belong to the sets */
  guint n_techniques;
};

static void
cover_set_free (CoverSet *set)
{
  octant_rational_clear (&set->s);
  octant_rational_clear (&set->s_hi);
  g_free (set->members);
  g_free (set);
}

static void
find_names (OctantCoverage *self)
{
  guint n_subdomains = octant_model_get_n_subdomains (self->model);

  octant_attack_get_mitigations (self->attack, &self->n_mitigations);
  self->names = g_new0 (gboolean, n_subdomains * self->n_mitigations);
  for (guint s = 0; s < n_subdomains; s++)
    {
      const OctantModelSubdomain *subdomain = octant_model_get_subdomain (self->model, s);

      for (guint r = 0; subdomain->active && r < subdomain->n_references; r++)
        for (char **code = subdomain->references[r].codes; *code != NULL; code++)
          {
            guint mitigation;

            if (strcmp (subdomain->references[r].id, REFERENCE) == 0 &&
                octant_attack_find_mitigation (self->attack, *code, &mitigation))
              self->names[s * self->n_mitigations + mitigation] = TRUE;
          }
    }
}

/* The set with these members: one that is there already, or a new one. NULL when it is empty. Takes @members. */
static CoverSet *
take_set (OctantCoverage *self,
          GHashTable     *known,
          gboolean       *members,
          guint           n)
{
  g_autoptr (GBytes) key = g_bytes_new_take (members, n * sizeof *members);
  CoverSet *set = g_hash_table_lookup (known, key);
  gboolean any = FALSE;

  for (guint i = 0; i < n; i++)
    any |= members[i];
  if (set != NULL || !any)
    return set;
  set = g_new0 (CoverSet, 1);
  set->members = g_memdup2 (members, n * sizeof *members);
  g_ptr_array_add (self->sets, set);
  g_hash_table_insert (known, g_bytes_ref (key), set);
  return set;
}

static void
find_sets (OctantCoverage *self)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_bytes_hash, g_bytes_equal, (GDestroyNotify) g_bytes_unref, NULL);
  const OctantAttackTechnique *techniques = octant_attack_get_techniques (self->attack, &self->n_techniques);
  guint n_subdomains = octant_model_get_n_subdomains (self->model);

  self->covers = g_new0 (CoverSet *, self->n_techniques);
  self->scores = g_new0 (OctantTechniqueScore, self->n_techniques);
  for (guint t = 0; t < self->n_techniques; t++)
    {
      gboolean *members = g_new0 (gboolean, n_subdomains);

      for (guint s = 0; s < n_subdomains; s++)
        for (guint m = 0; m < techniques[t].n_mitigations; m++)
          members[s] |= self->names[s * self->n_mitigations + techniques[t].mitigations[m]];
      self->covers[t] = take_set (self, known, members, n_subdomains);
      self->scores[t].kind = self->covers[t] != NULL ? OCTANT_COVERAGE_OUT_OF_SCOPE
                             : techniques[t].n_mitigations > 0 ? OCTANT_COVERAGE_UNMAPPED
                                                               : OCTANT_COVERAGE_NO_MITIGATION;
    }
}

/**
 * octant_coverage_new:
 *
 * Without scores: until the first update whatever is covered counts as out of scope.
 *
 * Returns: (transfer full): the coverage
 */
OctantCoverage *
octant_coverage_new (OctantModel  *model,
                     OctantAttack *attack)
{
  OctantCoverage *self;

  g_return_val_if_fail (OCTANT_IS_MODEL (model) && OCTANT_IS_ATTACK (attack), NULL);

  self = g_new0 (OctantCoverage, 1);
  self->model = g_object_ref (model);
  self->attack = g_object_ref (attack);
  self->sets = g_ptr_array_new_with_free_func ((GDestroyNotify) cover_set_free);
  find_names (self);
  find_sets (self);
  return self;
}

void
octant_coverage_free (OctantCoverage *self)
{
  if (self == NULL)
    return;
  g_free (self->names);
  g_free (self->covers);
  g_free (self->scores);
  g_ptr_array_unref (self->sets);
  g_object_unref (self->model);
  g_object_unref (self->attack);
  g_free (self);
}

OctantModel *
octant_coverage_get_model (OctantCoverage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->model;
}

OctantAttack *
octant_coverage_get_attack (OctantCoverage *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->attack;
}

void
octant_coverage_update (OctantCoverage *self,
                        OctantScorer   *scorer)
{
  g_return_if_fail (self != NULL && scorer != NULL);
  g_return_if_fail (octant_scorer_get_model (scorer) == self->model);

  for (guint i = 0; i < self->sets->len; i++)
    {
      CoverSet *set = g_ptr_array_index (self->sets, i);

      set->scored = octant_scorer_get_group (scorer, set->members, &set->s, &set->s_hi);
    }
  for (guint t = 0; t < self->n_techniques; t++)
    {
      const CoverSet *set = self->covers[t];

      if (set == NULL)
        continue;
      /* Borrowed: the set holds what a big value needs and outlives this copy. */
      self->scores[t].kind = set->scored ? OCTANT_COVERAGE_SCORED : OCTANT_COVERAGE_OUT_OF_SCOPE;
      self->scores[t].s = set->s;
      self->scores[t].s_hi = set->s_hi;
    }
}

const OctantTechniqueScore *
octant_coverage_get_score (OctantCoverage *self,
                           guint           technique)
{
  g_return_val_if_fail (self != NULL && technique < self->n_techniques, NULL);

  return &self->scores[technique];
}

void
octant_coverage_count (OctantCoverage *self,
                       guint           counts[OCTANT_N_COVERAGE_KINDS])
{
  g_return_if_fail (self != NULL && counts != NULL);

  memset (counts, 0, sizeof *counts * OCTANT_N_COVERAGE_KINDS);
  for (guint t = 0; t < self->n_techniques; t++)
    counts[self->scores[t].kind]++;
}

gboolean
octant_coverage_is_covered_by (OctantCoverage *self,
                               guint           technique,
                               guint           subdomain)
{
  g_return_val_if_fail (self != NULL && technique < self->n_techniques, FALSE);
  g_return_val_if_fail (subdomain < octant_model_get_n_subdomains (self->model), FALSE);

  return self->covers[technique] != NULL && self->covers[technique]->members[subdomain];
}

void
octant_coverage_part_free (OctantCoveragePart *part)
{
  octant_rational_clear (&part->weight);
  g_array_unref (part->mitigations);
  g_free (part);
}

static OctantCoveragePart *
make_part (OctantCoverage *self,
           OctantScorer   *scorer,
           guint           technique,
           guint           subdomain)
{
  guint n;
  const OctantAttackTechnique *info = &octant_attack_get_techniques (self->attack, &n)[technique];
  OctantCoveragePart *part = g_new0 (OctantCoveragePart, 1);

  part->subdomain = subdomain;
  part->applicable = octant_scorer_get_score (scorer, octant_model_subdomain_node (self->model, subdomain))->applicable;
  octant_scorer_get_weight (scorer, subdomain, &part->weight);
  part->mitigations = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint m = 0; m < info->n_mitigations; m++)
    if (self->names[subdomain * self->n_mitigations + info->mitigations[m]])
      g_array_append_val (part->mitigations, info->mitigations[m]);
  return part;
}

GPtrArray *
octant_coverage_list_parts (OctantCoverage *self,
                            OctantScorer   *scorer,
                            guint           technique)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_coverage_part_free);
  g_auto (OctantRational) total = { 0 };

  g_return_val_if_fail (self != NULL && technique < self->n_techniques, NULL);
  g_return_val_if_fail (scorer != NULL && octant_scorer_get_model (scorer) == self->model, NULL);

  for (guint s = 0; self->covers[technique] != NULL && s < octant_model_get_n_subdomains (self->model); s++)
    if (self->covers[technique]->members[s])
      {
        OctantCoveragePart *part = make_part (self, scorer, technique, s);

        octant_rational_add (&total, &part->weight);
        g_ptr_array_add (parts, part);
      }
  for (guint i = 0; i < parts->len; i++)
    {
      OctantCoveragePart *part = g_ptr_array_index (parts, i);

      if (part->applicable)
        octant_rational_divide (&part->weight, &total);
    }
  return g_steal_pointer (&parts);
}

/* The lens of tactics; FALSE when the model has none. */
static gboolean
find_lens (OctantCoverage *self,
           guint          *index)
{
  guint n;
  const OctantModelLens *lenses = octant_model_get_lenses (self->model, &n);

  for (*index = 0; *index < n; (*index)++)
    if (strcmp (lenses[*index].id, LENS) == 0)
      return TRUE;
  return FALSE;
}

GArray *
octant_coverage_list_tactics (OctantCoverage *self)
{
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_tactics, n, lens;
  g_autofree gboolean *seen = NULL;

  g_return_val_if_fail (self != NULL, order);

  octant_attack_get_tactics (self->attack, &n_tactics);
  seen = g_new0 (gboolean, n_tactics);
  if (find_lens (self, &lens))
    {
      const OctantModelLens *info = &octant_model_get_lenses (self->model, &n)[lens];

      for (guint g = 0; g < info->n_groups; g++)
        {
          guint tactic;

          if (!octant_attack_find_tactic (self->attack, info->groups[g].id, &tactic))
            continue;
          seen[tactic] = TRUE;
          g_array_append_val (order, tactic);
        }
    }
  for (guint t = 0; t < n_tactics; t++)
    if (!seen[t])
      g_array_append_val (order, t);
  return order;
}

const OctantText *
octant_coverage_get_tactic_name (OctantCoverage *self,
                                 const char     *tactic_id)
{
  guint n, lens;

  g_return_val_if_fail (self != NULL && tactic_id != NULL, NULL);

  if (find_lens (self, &lens))
    {
      const OctantModelLens *info = &octant_model_get_lenses (self->model, &n)[lens];

      for (guint g = 0; g < info->n_groups; g++)
        if (strcmp (info->groups[g].id, tactic_id) == 0)
          return &info->groups[g].name;
    }
  return NULL;
}

gboolean
octant_coverage_get_tactic_score (OctantCoverage *self,
                                  OctantScorer   *scorer,
                                  const char     *tactic_id,
                                  OctantRational *s,
                                  OctantRational *s_hi)
{
  guint lens;

  g_return_val_if_fail (self != NULL && scorer != NULL && tactic_id != NULL, FALSE);

  return find_lens (self, &lens) && octant_scorer_get_lens (scorer, lens, tactic_id, s, s_hi);
}
