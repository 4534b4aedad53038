/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "test-utilities.h"

#include "octant-comparison-job.h"

/* A window over several years, for the tests of the history page. */
typedef struct
{
  char *dir;
  OctantSession *session;
  OctantWindow *window;
} Fixture;

/* The sample; @user_data: width of the window, 0 for a wide one. */
void            history_set_up          (Fixture       *fixture,
                                         gconstpointer  user_data);
/* 2025 by the first version of the small model, 2026 by the second. */
void            history_set_up_versions (Fixture       *fixture,
                                         gconstpointer  user_data);
/* 2025 alone. */
void            history_set_up_single   (Fixture       *fixture,
                                         gconstpointer  user_data);
void            history_tear_down       (Fixture       *fixture,
                                         gconstpointer  user_data);
/* A view of the page: "trend", "years", "comparison", "changes"; waits for what it compares. */
void            history_show            (Fixture       *fixture,
                                         const char    *view);
/* The first widget of a type in the window. */
GtkWidget      *history_find            (Fixture       *fixture,
                                         GType          type);
gboolean        history_has_content     (Fixture       *fixture,
                                         GType          view);
/* A mapped label there says it, among other things. */
gboolean        history_says            (GtkWidget     *widget,
                                         const char    *part);
/* Chooses in the nth list of choices of the view of changes. */
void            history_choose          (Fixture       *fixture,
                                         guint          number,
                                         guint          selected);
/* Two cycles of the list, the newest is 0. (transfer full) */
OctantCompared *history_compare         (Fixture       *fixture,
                                         guint          earlier,
                                         guint          later);
