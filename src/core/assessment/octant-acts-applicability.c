/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-acts-applicability.h"

#include "assessment/octant-acts-private.h"
#include "assessment/octant-check-private.h"

/* Several objects of a requirement are one code. */
static void
add_code (GPtrArray  *codes,
          const char *code)
{
  if (!g_ptr_array_find_with_equal_func (codes, code, g_str_equal, NULL))
    g_ptr_array_add (codes, (gpointer) code);
}

static gboolean
check_items (OctantAssessment    *assessment,
             const OctantItemRef *items,
             gsize                n_items,
             GError             **error)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  g_autoptr (GPtrArray) demanded = g_ptr_array_new ();
  g_autofree char *names = NULL;

  for (gsize i = 0; i < n_items; i++)
    {
      const OctantRequirement *requirement;

      if (!octant_acts_check_item (assessment, items[i], error)
          || !octant_acts_check_in_scope (assessment, items[i], error))
        return FALSE;
      requirement = octant_model_get_requirement (model, items[i].requirement);
      if (!requirement->na_allowed)
        add_code (demanded, requirement->code);
    }
  if (demanded->len == 0)
    return TRUE;
  g_ptr_array_add (demanded, NULL);
  names = g_strjoinv (", ", (char **) demanded->pdata);
  return octant_refuse (error, "%s may not be rated NA: the model demands it of everybody; leave it out of the selection.",
                        names);
}

OctantAct *
octant_act_not_applicable (OctantAssessment    *assessment,
                           const OctantItemRef *items,
                           gsize                n_items,
                           const char          *reason,
                           const char          *approver,
                           const OctantBy      *by,
                           GError             **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree OctantRateRow *rows = g_new0 (OctantRateRow, MAX (n_items, 1));
  g_autofree char *checked_reason = NULL;
  g_autofree char *checked_approver = NULL;
  gsize n = 0;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (items != NULL || n_items == 0, NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error) || !check_items (assessment, items, n_items, error)
      || !octant_check_approval ("NA", reason, approver, by->actor, &checked_reason, &checked_approver, error))
    return NULL;
  for (gsize i = 0; i < n_items; i++)
    if (g_hash_table_add (seen, g_strdup_printf ("%u/%u", items[i].requirement, items[i].slot)))
      rows[n++] = (OctantRateRow) {
        .item = items[i],
        .rating = OCTANT_RATING_NA,
        .reason = checked_reason,
        .approver = checked_approver,
      };
  return octant_act_rate_many (assessment, "not-applicable", rows, n, by, error);
}
