/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "assessment/octant-acts.h"
#include "assessment/octant-node.h"

/* What the tests of assessments, comparisons and exchange start from. */

#define TIME "2026-03-01T08:00:00.000000Z"
#define ORG "0b7c2a4e-0000-4000-8000-000000000001"

static const OctantBy by = { "Assessor", TIME };

static inline OctantModel *
load_model (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("OCTANT_MODEL_DIR"), "sf-ccmm-1.0.json", NULL);
  g_autoptr (GError) error = NULL;
  OctantModel *model = octant_model_new_from_file (path, NULL, &error);

  g_assert_no_error (error);
  return model;
}

static inline OctantRecord *
make_object (const char *id,
             const char *name,
             const char *level)
{
  const char *values[] = { id, ORG, name, "OBJ-TRD", level, level, TIME };

  return octant_record_new (OCTANT_TABLE_OBJECT, values);
}

static inline OctantRecord *
make_evidence (const char *id,
               const char *strength,
               const char *collected,
               const char *until)
{
  const char *values[] = { id, ORG, "Minutes of a drill", "minutes.pdf", "application/pdf", "12345",
                           "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", NULL,
                           collected, until, strength, "Assessor", TIME };

  return octant_record_new (OCTANT_TABLE_EVIDENCE, values);
}

/* The assessment of the rows that an act adds, with some evidence rows. */
static inline OctantAssessment *
open_act (const OctantAct *act,
          OctantModel     *model,
          GPtrArray       *evidence)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  OctantRecord *cycle = NULL;

  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);

      g_assert_null (change->before);
      if (octant_record_get_table (change->after) == OCTANT_TABLE_CYCLE)
        cycle = change->after;
      g_ptr_array_add (rows, change->after);
    }
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    g_ptr_array_add (rows, evidence->pdata[i]);
  return octant_assessment_new (model, cycle, rows);
}

/* A cycle with @n_objects objects (at most 3, of levels 4, 3, 2), carried over from @from. */
static inline OctantAssessment *
new_cycle (OctantModel      *model,
           guint             n_objects,
           OctantAssessment *from)
{
  static const char *const objects[][3] = {
    { "obj-1", "Trading", "4" },
    { "obj-2", "Settlement", "3" },
    { "obj-3", "Market data", "2" },
  };
  g_autoptr (GPtrArray) scope = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GError) error = NULL;
  OctantNewCycle what = { ORG, "2026", "2026-03-01", model, scope, from };

  for (guint i = 0; i < n_objects; i++)
    g_ptr_array_add (scope, make_object (objects[i][0], objects[i][1], objects[i][2]));
  act = octant_act_new_cycle (&what, &by, NULL, &error);
  g_assert_no_error (error);
  return open_act (act, model, NULL);
}

static inline OctantItemRef
item_of (OctantAssessment *assessment,
         const char       *code,
         guint             slot)
{
  OctantItemRef item = { 0, slot };

  g_assert_true (octant_model_find_requirement (octant_assessment_get_model (assessment), code, &item.requirement));
  return item;
}

static inline guint
node_of (OctantAssessment *assessment,
         const char       *code)
{
  guint node;

  g_assert_true (octant_model_find_node (octant_assessment_get_model (assessment), code, &node));
  return node;
}

static inline void
apply_ok (OctantAssessment *assessment,
          OctantAct        *act, /* taken */
          GError           *error)
{
  g_assert_no_error (error);
  g_assert_nonnull (act);
  octant_assessment_apply (assessment, act);
  octant_act_free (act);
}

static inline void
rate (OctantAssessment *assessment,
      const char       *code,
      guint             slot,
      OctantRating      rating)
{
  GError *error = NULL;
  gboolean na = rating == OCTANT_RATING_NA;
  OctantAct *act = octant_act_rate (assessment, item_of (assessment, code, slot), rating, NULL,
                                    na ? "not used here" : NULL, na ? "Approver" : NULL, &by, &error);

  apply_ok (assessment, act, error);
}

/* The inverse of an act, as an undo gives it back. */
static inline OctantAct *
invert (const OctantAct *act)
{
  OctantAct *inverse = octant_act_new ("undo", act->subject, act->cycle_id, act->actor, act->time);

  for (guint i = act->changes->len; i > 0; i--)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i - 1);

      octant_act_add_change (inverse,
                             change->after != NULL ? octant_record_ref (change->after) : NULL,
                             change->before != NULL ? octant_record_ref (change->before) : NULL);
    }
  return inverse;
}
