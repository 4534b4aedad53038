/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "scoring/octant-coverage.h"

G_BEGIN_DECLS

/* A technique as it stands under a tactic. */
typedef struct
{
  guint technique; /* index in the map */
  gboolean below;  /* refines the one above it */
  guint n_below;   /* how many refine it, whether they match or not */
  gboolean open;   /* those that match are shown below it */
} OctantTechniqueEntry;

/* The techniques of one tactic that match. */
typedef struct
{
  GArray *entries;   /* (owned) (element-type OctantTechniqueEntry) those with a score first */
  guint first_apart; /* the first of those without; their number when there is none */
  guint n_matching;  /* shown or folded away */
  guint n_all;
} OctantTechniqueList;

/* Values of the band besides 0 … number of levels - 1: the score from there to below the next; the last with both ends. */
#define OCTANT_TECHNIQUE_BAND_ANY -1
#define OCTANT_TECHNIQUE_BAND_NONE -2 /* without a score */
#define OCTANT_TECHNIQUE_ANY_DOMAIN -1

/**
 * OctantTechniqueFilter:
 *
 * Which techniques of a map are looked for: by words, by the band of their score, by the
 * domain whose sub-domains cover them. The words are looked for in ids and names of the
 * technique, its tactics in both languages, its mitigations, and in the codes and Chinese
 * names of the sub-domains that cover it. (Names of sub-domains in English are made of words
 * that names of techniques have as well, so they would find nearly everything.)
 */
typedef struct _OctantTechniqueFilter OctantTechniqueFilter;

/* @coverage is borrowed and must outlive the filter. */
OctantTechniqueFilter *octant_technique_filter_new        (OctantCoverage        *coverage);
void                   octant_technique_filter_free       (OctantTechniqueFilter *self);
void                   octant_technique_filter_set_words  (OctantTechniqueFilter *self,
                                                           const char            *words);
void                   octant_technique_filter_set_band   (OctantTechniqueFilter *self,
                                                           int                    band);
void                   octant_technique_filter_set_domain (OctantTechniqueFilter *self,
                                                           int                    domain);
gboolean               octant_technique_filter_is_active  (OctantTechniqueFilter *self);
/* @tactic: the one under which it stands */
gboolean               octant_technique_filter_matches    (OctantTechniqueFilter *self,
                                                           guint                  technique,
                                                           guint                  tactic);
/**
 * octant_technique_filter_list:
 * @open: for each technique, whether what refines it is shown
 *
 * While the filter is active, a technique is listed too when only something that refines it
 * matches, and is unfolded then.
 */
void                   octant_technique_filter_list       (OctantTechniqueFilter *self,
                                                           guint                  tactic,
                                                           const gboolean        *open,
                                                           OctantTechniqueList   *out);
void                   octant_technique_list_clear        (OctantTechniqueList   *list);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantTechniqueFilter, octant_technique_filter_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctantTechniqueList, octant_technique_list_clear)

G_END_DECLS
