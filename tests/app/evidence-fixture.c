/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "evidence-fixture.h"

#include "octant-evidence-page.h"
#include "octant-settings.h"

void
evidence_set_up (EvidenceFixture *fixture,
                 gconstpointer    user_data)
{
  g_autoptr (GSettings) settings = octant_settings_new ();

  g_settings_reset (settings, "evidence-sort-column");
  g_settings_reset (settings, "evidence-sort-descending");
  fixture->dir = octant_test_sample_dir ();
  fixture->session = octant_test_open_session (fixture->dir);
  fixture->window = octant_test_open_window (fixture->session, 1200, 700);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-place", g_variant_new_string ("evidence"));
  octant_test_settle ();
}

void
evidence_tear_down (EvidenceFixture *fixture,
                    gconstpointer    user_data)
{
  octant_test_close_window (fixture->window);
  octant_test_close_session (fixture->session);
  octant_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

GtkWidget *
evidence_get_page (EvidenceFixture *fixture)
{
  return octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_EVIDENCE_PAGE);
}

GListModel *
evidence_get_rows (EvidenceFixture *fixture)
{
  GtkWidget *table = octant_test_find (evidence_get_page (fixture), GTK_TYPE_COLUMN_VIEW);

  return octant_test_get_model (table);
}

OctantEvidenceItem *
evidence_get_row (EvidenceFixture *fixture,
                  guint            position)
{
  g_autoptr (OctantEvidenceItem) item = g_list_model_get_item (evidence_get_rows (fixture), position);

  g_assert_nonnull (item);
  return item; /* the list keeps it */
}

guint
evidence_count (EvidenceFixture *fixture)
{
  octant_test_settle ();
  return g_list_model_get_n_items (evidence_get_rows (fixture));
}

GtkDropDown *
evidence_get_drop_down (EvidenceFixture *fixture,
                        guint            index)
{
  GtkWidget *child = gtk_widget_get_parent (octant_test_find (evidence_get_page (fixture), GTK_TYPE_DROP_DOWN));

  for (child = gtk_widget_get_first_child (child); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_DROP_DOWN (child) && index-- == 0)
      return GTK_DROP_DOWN (child);
  g_assert_not_reached ();
}

GFile *
evidence_make_file (EvidenceFixture *fixture,
                    const char      *name,
                    const char      *content)
{
  g_autofree char *path = g_build_filename (fixture->dir, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  return g_file_new_for_path (path);
}

GdkTexture *
evidence_make_texture (void)
{
  static const guchar pixels[4 * 4 * 4] = { 255, 128, 64, 255 };
  g_autoptr (GBytes) bytes = g_bytes_new_static (pixels, sizeof pixels);

  return gdk_memory_texture_new (4, 4, GDK_MEMORY_R8G8B8A8, bytes, 16);
}
