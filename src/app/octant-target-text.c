/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-target-text.h"

#include <glib/gi18n.h>

char *
octant_target_dup_text (OctantNode *node)
{
  int target, missing;

  g_return_val_if_fail (OCTANT_IS_NODE (node), NULL);

  target = octant_node_get_target (node);
  if (target == 0 || !octant_node_get_applicable (node))
    return NULL;
  missing = target - octant_node_get_level (node);
  if (missing <= 0)
    /* Translators: %d is the level that is aimed at */
    return g_strdup_printf (_("Target %d · reached"), target);
  if (missing == 1)
    return g_strdup_printf (_("Target %d · one level to go"), target);
  /* Translators: the level that is aimed at, and how many levels are missing: two or more */
  return g_strdup_printf (_("Target %d · %d levels to go"), target, missing);
}
