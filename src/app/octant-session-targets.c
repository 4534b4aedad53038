/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-targets.h"

#include <glib/gi18n.h>

#include "base/octant-time.h"
#include "octant-session-private.h"

gboolean
octant_session_set_targets (OctantSession      *self,
                            const OctantTarget *targets,
                            gsize               n_targets,
                            GError            **error)
{
  g_autofree char *now = octant_time_now ();
  OctantBy by;
  OctantAct *act;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (self->assessment != NULL, FALSE);

  by = (OctantBy){ self->actor, now };
  act = octant_act_set_targets (self->assessment, targets, n_targets, &by, error);
  if (act == NULL)
    return FALSE;
  if (octant_act_is_empty (act))
    {
      octant_act_free (act);
      return TRUE;
    }
  octant_session_carry_out_private (self, act);
  octant_session_notice_private (self, _("Targets set"), TRUE);
  return TRUE;
}
