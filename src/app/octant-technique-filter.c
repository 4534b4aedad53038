/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-technique-filter.h"

#include <string.h>

struct _OctantTechniqueFilter
{
  OctantCoverage *coverage;
  const OctantAttackTechnique *techniques;
  guint n_techniques;
  char **texts;        /* (owned) of each technique: what is searched, case-folded */
  char **tactic_texts; /* (owned) the same of each tactic */
  guint n_tactics;
  char *words;         /* (owned) case-folded */
  int band;
  int domain;
};

static void
append_folded (GString    *text,
               const char *part)
{
  g_autofree char *folded = g_utf8_casefold (part, -1);

  g_string_append (text, folded);
  g_string_append_c (text, '\n');
}

static char *
make_text (OctantTechniqueFilter *self,
           guint                  index)
{
  const OctantAttackTechnique *technique = &self->techniques[index];
  OctantModel *model = octant_coverage_get_model (self->coverage);
  GString *text = g_string_new (NULL);
  guint n;
  const OctantAttackTerm *mitigations = octant_attack_get_mitigations (octant_coverage_get_attack (self->coverage), &n);

  append_folded (text, technique->id);
  append_folded (text, technique->name);
  for (guint m = 0; m < technique->n_mitigations; m++)
    {
      append_folded (text, mitigations[technique->mitigations[m]].id);
      append_folded (text, mitigations[technique->mitigations[m]].name);
    }
  for (guint s = 0; s < octant_model_get_n_subdomains (model); s++)
    if (octant_coverage_is_covered_by (self->coverage, index, s))
      {
        append_folded (text, octant_model_get_subdomain (model, s)->code);
        append_folded (text, octant_model_get_subdomain (model, s)->name.zh);
      }
  return g_string_free_and_steal (text);
}

/* The map's own name, and those that the lens of the model has for it. */
static char *
make_tactic_text (OctantTechniqueFilter  *self,
                  const OctantAttackTerm *tactic)
{
  GString *text = g_string_new (NULL);
  const OctantText *name = octant_coverage_get_tactic_name (self->coverage, tactic->id);

  append_folded (text, tactic->id);
  append_folded (text, tactic->name);
  if (name != NULL)
    append_folded (text, name->zh);
  return g_string_free_and_steal (text);
}

OctantTechniqueFilter *
octant_technique_filter_new (OctantCoverage *coverage)
{
  OctantTechniqueFilter *self;
  const OctantAttackTerm *tactics;

  g_return_val_if_fail (coverage != NULL, NULL);

  self = g_new0 (OctantTechniqueFilter, 1);
  self->coverage = coverage;
  self->techniques = octant_attack_get_techniques (octant_coverage_get_attack (coverage), &self->n_techniques);
  tactics = octant_attack_get_tactics (octant_coverage_get_attack (coverage), &self->n_tactics);
  self->texts = g_new0 (char *, self->n_techniques + 1);
  self->tactic_texts = g_new0 (char *, self->n_tactics + 1);
  for (guint t = 0; t < self->n_techniques; t++)
    self->texts[t] = make_text (self, t);
  for (guint t = 0; t < self->n_tactics; t++)
    self->tactic_texts[t] = make_tactic_text (self, &tactics[t]);
  self->words = g_strdup ("");
  self->band = OCTANT_TECHNIQUE_BAND_ANY;
  self->domain = OCTANT_TECHNIQUE_ANY_DOMAIN;
  return self;
}

void
octant_technique_filter_free (OctantTechniqueFilter *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->texts);
  g_strfreev (self->tactic_texts);
  g_free (self->words);
  g_free (self);
}

void
octant_technique_filter_set_words (OctantTechniqueFilter *self,
                                   const char            *words)
{
  g_autofree char *trimmed = NULL;

  g_return_if_fail (self != NULL && words != NULL);

  trimmed = g_strstrip (g_strdup (words));
  g_free (self->words);
  self->words = g_utf8_casefold (trimmed, -1);
}

void
octant_technique_filter_set_band (OctantTechniqueFilter *self,
                                  int                    band)
{
  g_return_if_fail (self != NULL);

  self->band = band;
}

void
octant_technique_filter_set_domain (OctantTechniqueFilter *self,
                                    int                    domain)
{
  g_return_if_fail (self != NULL);

  self->domain = domain;
}

gboolean
octant_technique_filter_is_active (OctantTechniqueFilter *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return *self->words != '\0' || self->band != OCTANT_TECHNIQUE_BAND_ANY || self->domain != OCTANT_TECHNIQUE_ANY_DOMAIN;
}

static gboolean
matches_band (OctantTechniqueFilter *self,
              guint                  technique)
{
  const OctantTechniqueScore *score = octant_coverage_get_score (self->coverage, technique);
  int last = (int) octant_model_get_n_levels (octant_coverage_get_model (self->coverage)) - 1;

  if (self->band == OCTANT_TECHNIQUE_BAND_ANY)
    return TRUE;
  if (score->kind != OCTANT_COVERAGE_SCORED)
    return self->band == OCTANT_TECHNIQUE_BAND_NONE;
  return self->band == MIN (octant_rational_floor (&score->s), last);
}

static gboolean
matches_domain (OctantTechniqueFilter *self,
                guint                  technique)
{
  const OctantModelDomain *domain;

  if (self->domain == OCTANT_TECHNIQUE_ANY_DOMAIN)
    return TRUE;
  domain = octant_model_get_domain (octant_coverage_get_model (self->coverage), (guint) self->domain);
  for (guint s = domain->first_subdomain; s < domain->first_subdomain + domain->n_subdomains; s++)
    if (octant_coverage_is_covered_by (self->coverage, technique, s))
      return TRUE;
  return FALSE;
}

gboolean
octant_technique_filter_matches (OctantTechniqueFilter *self,
                                 guint                  technique,
                                 guint                  tactic)
{
  g_return_val_if_fail (self != NULL && technique < self->n_techniques && tactic < self->n_tactics, FALSE);

  return matches_band (self, technique) && matches_domain (self, technique) &&
         (strstr (self->texts[technique], self->words) != NULL || strstr (self->tactic_texts[tactic], self->words) != NULL);
}

static gboolean
has_tactic (const OctantAttackTechnique *technique,
            guint                        tactic)
{
  for (guint i = 0; i < technique->n_tactics; i++)
    if (technique->tactics[i] == tactic)
      return TRUE;
  return FALSE;
}

/* Adds a technique and what refines it, when any of them matches. */
static void
add_family (OctantTechniqueFilter *self,
            guint                  tactic,
            guint                  index,
            const gboolean        *open,
            OctantTechniqueList   *out)
{
  OctantTechniqueEntry entry = { .technique = index };
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (OctantTechniqueEntry));
  gboolean matches = octant_technique_filter_matches (self, index, tactic);

  for (guint t = 0; t < self->n_techniques; t++)
    {
      OctantTechniqueEntry below = { .technique = t, .below = TRUE };

      if (self->techniques[t].parent != index || !has_tactic (&self->techniques[t], tactic))
        continue;
      entry.n_below++;
      if (octant_technique_filter_matches (self, t, tactic))
        g_array_append_val (found, below);
    }
  out->n_all += 1 + entry.n_below;
  out->n_matching += matches + found->len;
  if (!matches && found->len == 0)
    return;
  entry.open = found->len > 0 && (open[index] || (!matches && octant_technique_filter_is_active (self)));
  g_array_append_val (out->entries, entry);
  if (entry.open)
    g_array_append_vals (out->entries, found->data, found->len);
}

/* A sub-technique whose technique does not serve the tactic stands by itself. */
static gboolean
heads_family (OctantTechniqueFilter *self,
              guint                  technique,
              guint                  tactic)
{
  guint parent = self->techniques[technique].parent;

  return has_tactic (&self->techniques[technique], tactic) &&
         (parent == OCTANT_ATTACK_NO_PARENT || !has_tactic (&self->techniques[parent], tactic));
}

void
octant_technique_filter_list (OctantTechniqueFilter *self,
                              guint                  tactic,
                              const gboolean        *open,
                              OctantTechniqueList   *out)
{
  g_return_if_fail (self != NULL && tactic < self->n_tactics && open != NULL && out != NULL);

  *out = (OctantTechniqueList) { .entries = g_array_new (FALSE, FALSE, sizeof (OctantTechniqueEntry)) };
  for (guint apart = 0; apart < 2; apart++)
    {
      for (guint t = 0; t < self->n_techniques; t++)
        if (heads_family (self, t, tactic) &&
            (octant_coverage_get_score (self->coverage, t)->kind != OCTANT_COVERAGE_SCORED) == (apart == 1))
          add_family (self, tactic, t, open, out);
      if (apart == 0)
        out->first_apart = out->entries->len;
    }
}

void
octant_technique_list_clear (OctantTechniqueList *list)
{
  g_clear_pointer (&list->entries, g_array_unref);
}
