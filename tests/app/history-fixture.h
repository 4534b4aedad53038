/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "window-fixture.h"

#include "octant-comparison-job.h"

/* A window over several years, for the tests of the history page; window_tear_down() ends each. */

/* The sample; @user_data: width of the window, 0 for a wide one. */
void            history_set_up          (WindowFixture *fixture,
                                         gconstpointer  user_data);
/* 2025 by the first version of the small model, 2026 by the second. */
void            history_set_up_versions (WindowFixture *fixture,
                                         gconstpointer  user_data);
/* 2025 alone. */
void            history_set_up_single   (WindowFixture *fixture,
                                         gconstpointer  user_data);
/* As many years as @user_data says, up to 2026. */
void            history_set_up_many     (WindowFixture *fixture,
                                         gconstpointer  user_data);
/* A view of the page: "trend", "years", "comparison", "changes"; waits for what it compares. */
void            history_show            (WindowFixture *fixture,
                                         const char    *view);
gboolean        history_has_content     (WindowFixture *fixture,
                                         GType          view);
/* A mapped label there says it, among other things. */
gboolean        history_says            (GtkWidget     *widget,
                                         const char    *part);
/* Chooses in the nth list of choices of the view of changes. */
void            history_choose          (WindowFixture *fixture,
                                         guint          number,
                                         guint          selected);
/* Two cycles of the list, the newest is 0. (transfer full) */
OctantCompared *history_compare         (WindowFixture *fixture,
                                         guint          earlier,
                                         guint          later);
