/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-scope.h"

#include <glib/gi18n.h>

#include "assessment/octant-acts-applicability.h"
#include "base/octant-name.h"
#include "base/octant-time.h"
#include "octant-session-private.h"
#include "octant-words.h"

const char *
octant_session_check_approval (OctantSession *self,
                               const char    *approver)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);
  g_return_val_if_fail (approver != NULL, NULL);

  return octant_name_equal (approver, self->actor) ? _("Somebody other than you has to approve it") : NULL;
}

gboolean
octant_session_tailor (OctantSession *self,
                       OctantNode    *node,
                       gboolean       out,
                       const char    *reason,
                       const char    *approver,
                       GError       **error)
{
  g_autofree char *now = octant_time_now ();
  g_autofree char *clean = reason != NULL ? octant_words_clean (reason) : NULL;
  g_autofree char *message = NULL;
  OctantBy by = { self->actor, now };
  OctantAct *act;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (OCTANT_IS_NODE (node), FALSE);
  g_return_val_if_fail (octant_node_get_assessment (node) == self->assessment, FALSE);

  act = octant_act_tailor (self->assessment, octant_node_get_index (node), out, clean, approver, &by, error);
  if (act == NULL)
    return FALSE;
  octant_session_carry_out_private (self, act);
  /* Translators: %s is the code of a domain or sub-domain */
  message = g_strdup_printf (out ? _("%s is out of scope") : _("%s is back in scope"), octant_node_get_code (node));
  octant_session_notice_private (self, message, TRUE);
  return TRUE;
}

gboolean
octant_session_exclude_items (OctantSession *self,
                              GPtrArray     *items,
                              const char    *reason,
                              const char    *approver,
                              GError       **error)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (OctantItemRef));
  g_autofree char *now = octant_time_now ();
  g_autofree char *clean = reason != NULL ? octant_words_clean (reason) : NULL;
  g_autofree char *message = NULL;
  OctantBy by = { self->actor, now };
  OctantAct *act;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (items != NULL, FALSE);

  for (guint i = 0; i < items->len; i++)
    {
      g_return_val_if_fail (octant_item_get_assessment (items->pdata[i]) == self->assessment, FALSE);
      octant_session_add_refs_private (refs, items->pdata[i]);
    }
  act = octant_act_not_applicable (self->assessment, (OctantItemRef *) (gpointer) refs->data, refs->len,
                                   clean, approver, &by, error);
  if (act == NULL)
    return FALSE;
  octant_session_carry_out_private (self, act);
  message = g_strdup_printf (ngettext ("%u requirement is not applicable", "%u requirements are not applicable",
                                       items->len),
                             items->len);
  octant_session_notice_private (self, message, TRUE);
  return TRUE;
}
