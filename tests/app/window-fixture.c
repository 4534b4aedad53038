/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

void
window_set_up (WindowFixture *fixture,
               gconstpointer  user_data)
{
  fixture->dir = octant_test_sample_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  fixture->window = octant_test_open_window (fixture->session, 1100, 800);
}

void
window_tear_down (WindowFixture *fixture,
                  gconstpointer  user_data)
{
  octant_test_wait_saved (fixture->session);
  octant_test_close_window (fixture->window);
  octant_test_close_session (fixture->session);
  octant_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

void
window_activate (WindowFixture *fixture,
                 const char    *name,
                 const char    *parameter)
{
  octant_test_activate (fixture->window, name, parameter);
}

GtkWidget *
window_find (WindowFixture *fixture,
             GType          type)
{
  GtkWidget *widget = octant_test_find (GTK_WIDGET (fixture->window), type);

  g_assert_nonnull (widget);
  return widget;
}
