/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "../assessment/fixture.h"

/* Two versions of one small model, see tests/data/model/make-versions.py, and a year of answers to each. */

static inline OctantModel *
load_version (guint version)
{
  g_autofree char *name = g_strdup_printf ("versions-%u.json", version);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "model", name, NULL);
  g_autoptr (GError) error = NULL;
  OctantModel *model = octant_model_new_from_file (path, NULL, &error);

  g_assert_no_error (error);
  return model;
}

typedef struct
{
  const char *code;
  OctantRating rating;
} VersionAnswer;

/* Before: AA.01 7/6, AA.02 4/3, AA 5/4; BB.01 4/3, BB.02 2/3, BB 1; overall (2 · 5/4 + 1 · 1) / 3 = 7/6. */
static const VersionAnswer version_answers_1[] = {
  { "AA.01.1.W.01", OCTANT_RATING_F }, { "AA.01.1.W.02", OCTANT_RATING_L }, { "AA.01.2.W.01", OCTANT_RATING_L },
  { "AA.01.2.W.02", OCTANT_RATING_N }, { "AA.02.1.W.01", OCTANT_RATING_F }, { "AA.02.1.W.02", OCTANT_RATING_P },
  { "AA.02.2.W.01", OCTANT_RATING_L }, { "BB.01.1.W.01", OCTANT_RATING_F }, { "BB.01.2.W.01", OCTANT_RATING_P },
  { "BB.02.1.W.01", OCTANT_RATING_L }, { "BB.02.2.W.01", OCTANT_RATING_N },
};

/* Later: AA.01 14/9, AA.02 1, AA (14/9 + 3 · 1) / 4 = 41/36; BB = BB.01 4/3; CC = CC.01 4/3; overall 137/108. */
static const VersionAnswer version_answers_2[] = {
  { "AA.01.1.W.01", OCTANT_RATING_F }, { "AA.01.1.W.03", OCTANT_RATING_F }, { "AA.01.1.W.04", OCTANT_RATING_P },
  { "AA.01.2.W.01", OCTANT_RATING_F }, { "AA.02.1.W.03", OCTANT_RATING_L }, { "AA.02.2.W.01", OCTANT_RATING_L },
  { "AA.02.2.W.02", OCTANT_RATING_N }, { "BB.01.1.W.01", OCTANT_RATING_L }, { "BB.01.2.W.03", OCTANT_RATING_F },
  { "CC.01.1.W.01", OCTANT_RATING_F }, { "CC.01.2.W.01", OCTANT_RATING_P },
};

static inline OctantAssessment *
version_cycle (OctantModel         *model,
               guint                n_objects,
               const VersionAnswer *answers,
               guint                n_answers)
{
  OctantAssessment *assessment = new_cycle (model, n_objects, NULL);

  for (guint i = 0; i < n_answers; i++)
    for (guint slot = 0;
         slot < octant_assessment_get_item_slots (assessment, item_of (assessment, answers[i].code, 0).requirement); slot++)
      rate (assessment, answers[i].code, slot, answers[i].rating);
  return assessment;
}
