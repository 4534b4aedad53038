/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"
#include "octant-window.h"

/* Iterates the main loop until @condition holds; fails when it does not within half a minute. */
#define octant_test_wait_until(condition)                                                       \
  G_STMT_START                                                                                  \
  {                                                                                             \
    gboolean wait_expired_ = FALSE;                                                             \
    guint wait_id_ = g_timeout_add_seconds_once (30, octant_test_expire, &wait_expired_);       \
    while (!(condition) && !wait_expired_)                                                      \
      g_main_context_iteration (NULL, TRUE);                                                    \
    g_assert_true (condition);                                                                  \
    if (!wait_expired_)                                                                         \
      g_source_remove (wait_id_);                                                               \
  }                                                                                             \
  G_STMT_END

void           octant_test_expire        (gpointer       expired);
void           octant_test_init          (int           *argc,
                                          char        ***argv);
/* A fresh data directory with the sample in it: made once, then copied. (transfer full) */
char          *octant_test_sample_dir    (void);
/* An empty one. (transfer full) */
char          *octant_test_empty_dir     (void);
void           octant_test_remove_dir    (const char    *path);
OctantSession *octant_test_open_session  (const char    *dir);
/* A shown window over @session, @width wide. */
OctantWindow  *octant_test_open_window   (OctantSession *session,
                                          int            width,
                                          int            height);
/* An action of the window, and what it changes laid out. */
void           octant_test_activate      (OctantWindow  *window,
                                          const char    *name,
                                          const char    *parameter);
/* Lays out and paints what is due. */
void           octant_test_settle        (void);
/* Nothing on its way to the disk. */
void           octant_test_wait_saved    (OctantSession *session);
/* What the session says from now on, one notice a line, until the handlers of @notices are disconnected from it. */
void           octant_test_collect_notices (OctantSession *session,
                                            GString       *notices);
void           octant_test_close_window  (OctantWindow  *window);
/* Nobody keeps it; what was called off on another thread may end first. (transfer full) */
void           octant_test_close_session (OctantSession *session);
/* The first descendant of a type, in order. (nullable) */
GtkWidget     *octant_test_find          (GtkWidget     *widget,
                                          GType          type);
/* All that a list or table has to show; its rows may come by and by. */
GListModel    *octant_test_get_model     (GtkWidget     *view);
/* As if the key was pressed in @widget: through its key controllers in the capture phase. */
gboolean       octant_test_press         (GtkWidget     *widget,
                                          guint          key,
                                          GdkModifierType modifiers);
