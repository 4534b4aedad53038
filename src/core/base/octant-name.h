/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Names of institutions, objects, assessments and persons, as they are typed: valid UTF-8. */

/* (transfer full): without the white space of any script around it; what is inside stays */
char    *octant_name_trim  (const char *name);
/* The same name, however it is typed: white space around it, case, width and compatibility forms do not matter. */
gboolean octant_name_equal (const char *a,
                            const char *b);

G_END_DECLS
