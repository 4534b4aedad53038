/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-arrow.h"

GtkWidget *
octant_arrow_new (void)
{
  /* To hide it from screen readers by its state would still have it met as a picture without a name. */
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", "go-next-symbolic", "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                       NULL);
}
