/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "window-fixture.h"

#include "octant-session-objects.h"

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

OctantItem *
window_find_object_item (WindowFixture *fixture)
{
  OctantModel *model = octant_assessment_get_model (octant_session_get_assessment (fixture->session));

  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (model, i);

      if (requirement->scope == OCTANT_SCOPE_OBJECT && requirement->active)
        return octant_session_find_item (fixture->session, requirement->code);
    }
  g_assert_not_reached ();
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      objects)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) objects = octant_session_list_objects_finish (OCTANT_SESSION (source), result, &error);
  g_assert_no_error (error);
}

GPtrArray *
window_list_objects (WindowFixture *fixture)
{
  GPtrArray *objects = NULL;

  octant_session_list_objects_async (fixture->session, NULL, listed_cb, &objects);
  octant_test_wait_until (objects != NULL);
  return objects;
}
