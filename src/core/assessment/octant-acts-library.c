/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-acts-library.h"

#include "assessment/octant-acts-private.h"
#include "assessment/octant-check-private.h"

/**
 * octant_act_add_evidence:
 * @assessment: an assessment of the institution that gets the files
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_add_evidence (OctantAssessment *assessment,
                         GPtrArray        *evidence,
                         const OctantBy   *by,
                         GError          **error)
{
  g_autoptr (OctantAct) act = NULL;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (evidence != NULL && evidence->len > 0 && by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  act = octant_act_new ("add-evidence", octant_record_get (evidence->pdata[0], OCTANT_EVIDENCE_ID), NULL, by->actor,
                        by->time);
  for (guint i = 0; i < evidence->len; i++)
    {
      if (!octant_acts_check_evidence (assessment, evidence->pdata[i], error))
        return NULL;
      octant_act_add_change (act, NULL, octant_record_ref (evidence->pdata[i]));
    }
  return g_steal_pointer (&act);
}
