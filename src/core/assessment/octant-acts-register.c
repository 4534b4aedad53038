/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-acts-register.h"

#include <string.h>

#include "assessment/octant-check-private.h"

/**
 * octant_act_edit_organisation:
 * @name: (nullable): NULL keeps the name
 * @kind: (nullable): NULL keeps the kind, "" takes it away
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_edit_organisation (OctantRecord   *organisation,
                              const char     *name,
                              const char     *kind,
                              const OctantBy *by,
                              GError        **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *checked_name = NULL;
  g_autofree char *checked_kind = NULL;

  g_return_val_if_fail (organisation != NULL, NULL);
  g_return_val_if_fail (octant_record_get_table (organisation) == OCTANT_TABLE_ORGANISATION, NULL);
  g_return_val_if_fail (by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  if (name == NULL)
    name = octant_record_get (organisation, OCTANT_ORGANISATION_NAME);
  if (kind == NULL)
    kind = octant_record_get (organisation, OCTANT_ORGANISATION_KIND);
  checked_name = octant_check_name ("The name of the institution", name, error);
  if (checked_name == NULL)
    return NULL;
  checked_kind = kind[0] != '\0' ? octant_check_name ("The kind of the institution", kind, error) : g_strdup ("");
  if (checked_kind == NULL)
    return NULL;

  act = octant_act_new ("edit-organisation", octant_record_get (organisation, OCTANT_ORGANISATION_ID), NULL,
                        by->actor, by->time);
  octant_act_add_change (act, octant_record_ref (organisation),
                         octant_record_with (organisation,
                                             OCTANT_ORGANISATION_NAME, checked_name,
                                             OCTANT_ORGANISATION_KIND, checked_kind,
                                             G_MAXUINT));
  return g_steal_pointer (&act);
}

/**
 * octant_act_delete_organisation:
 * @rows: (element-type OctantRecord): every row of it, those last that refer to others
 *
 * The institution with its objects, cycles and evidence. Files of evidence stay on disk as
 * long as undo may want them back.
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_delete_organisation (OctantRecord   *organisation,
                                GPtrArray      *rows,
                                const OctantBy *by,
                                GError        **error)
{
  g_autoptr (OctantAct) act = NULL;
  gboolean found = FALSE;

  g_return_val_if_fail (organisation != NULL, NULL);
  g_return_val_if_fail (octant_record_get_table (organisation) == OCTANT_TABLE_ORGANISATION, NULL);
  g_return_val_if_fail (rows != NULL && by != NULL, NULL);

  if (!octant_check_by (by, error))
    return NULL;
  act = octant_act_new ("delete-organisation", octant_record_get (organisation, OCTANT_ORGANISATION_ID), NULL,
                        by->actor, by->time);
  for (guint i = rows->len; i > 0; i--)
    {
      octant_act_add_change (act, octant_record_ref (rows->pdata[i - 1]), NULL);
      found = found || octant_record_same_key (rows->pdata[i - 1], organisation);
    }
  if (!found)
    octant_act_add_change (act, octant_record_ref (organisation), NULL);
  return g_steal_pointer (&act);
}

/**
 * octant_act_edit_cycle:
 * @title: (nullable): NULL keeps the title
 * @as_of: (nullable): NULL keeps the date; another one changes how fresh the evidence is
 * @assessor: (nullable): NULL keeps the assessor, "" takes it away
 *
 * Returns: (transfer full) (nullable): the act, or NULL with @error set
 */
OctantAct *
octant_act_edit_cycle (OctantAssessment *assessment,
                       const char       *title,
                       const char       *as_of,
                       const char       *assessor,
                       const OctantBy   *by,
                       GError          **error)
{
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *checked_title = NULL;
  g_autofree char *checked_assessor = NULL;
  OctantRecord *cycle;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (by != NULL, NULL);

  cycle = octant_assessment_get_cycle (assessment);
  if (title == NULL)
    title = octant_record_get (cycle, OCTANT_CYCLE_TITLE);
  if (as_of == NULL)
    as_of = octant_record_get (cycle, OCTANT_CYCLE_AS_OF);
  if (assessor == NULL)
    assessor = octant_record_get (cycle, OCTANT_CYCLE_ASSESSOR);
  if (!octant_check_by (by, error))
    return NULL;
  checked_title = octant_check_name ("The title of the assessment", title, error);
  if (checked_title == NULL || !octant_check_date ("The date of the assessment", as_of, error))
    return NULL;
  if (assessor != NULL && assessor[strspn (assessor, " \t\r\n")] != '\0')
    {
      checked_assessor = octant_check_name ("The name of the assessor", assessor, error);
      if (checked_assessor == NULL)
        return NULL;
    }

  act = octant_act_new ("edit-cycle", octant_assessment_get_id (assessment), octant_assessment_get_id (assessment),
                        by->actor, by->time);
  octant_act_add_change (act, octant_record_ref (cycle),
                         octant_record_with (cycle,
                                             OCTANT_CYCLE_TITLE, checked_title,
                                             OCTANT_CYCLE_AS_OF, as_of,
                                             OCTANT_CYCLE_ASSESSOR, checked_assessor,
                                             G_MAXUINT));
  return g_steal_pointer (&act);
}
