/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "test-utilities.h"

/* The sample in a window. */
typedef struct
{
  char *dir;
  OctantSession *session;
  OctantWindow *window;
} WindowFixture;

void       window_set_up    (WindowFixture *fixture,
                             gconstpointer  user_data);
/* After everything is on disk. */
void       window_tear_down (WindowFixture *fixture,
                             gconstpointer  user_data);
/* An action of the window, and what it changes laid out. */
void       window_activate  (WindowFixture *fixture,
                             const char    *name,
                             const char    *parameter);
/* The first widget of a type, which has to be there. */
GtkWidget *window_find      (WindowFixture *fixture,
                             GType          type);
/* The first requirement that is rated for each object. (transfer none) */
OctantItem *window_find_object_item (WindowFixture *fixture);
/* The register of the institution. (transfer full) */
GPtrArray *window_list_objects (WindowFixture *fixture);
