/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantWindow:
 *
 * The window: navigation, toasts, and the actions that lead around. Property "session".
 *
 * Actions: win.show-place (s), win.show-node (s code), win.show-requirement (s code),
 * win.open-cycle (s id), win.new-assessment, win.delete-assessment, win.create-sample,
 * win.undo, win.redo, win.retry, win.reopen, win.rate (s rating), win.next-unanswered,
 * win.focus-list, win.find-domain, win.toggle-sidebar, win.toggle-details.
 */
#define OCTANT_TYPE_WINDOW (octant_window_get_type ())
G_DECLARE_FINAL_TYPE (OctantWindow, octant_window, OCTANT, WINDOW, AdwApplicationWindow)

GtkWidget     *octant_window_new         (GtkApplication *application,
                                          OctantSession  *session);
OctantSession *octant_window_get_session (OctantWindow   *self);
/* As octant_interviews_page_show(); the place must be shown already. */
void           octant_window_show_interview (OctantWindow *self,
                                             const char   *interview_id,
                                             const char   *code,
                                             const char   *object_id);

G_END_DECLS
