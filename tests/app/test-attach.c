/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "evidence-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

#include "octant-evidence-paste.h"
#include "octant-session-library.h"
#include "octant-session-private.h"
#include "octant-subdomain-page.h"

/* Many at once: one that cannot be read keeps none of the others away. */
static void
test_add (EvidenceFixture *fixture,
          gconstpointer    user_data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) notices = g_string_new (NULL);
  guint n = evidence_count (fixture);

  octant_test_collect_notices (fixture->session, notices);
  g_ptr_array_add (files, evidence_make_file (fixture, "one.txt", "one"));
  g_ptr_array_add (files, g_file_new_build_filename (fixture->dir, "not there.txt", NULL));
  g_ptr_array_add (files, evidence_make_file (fixture, "two.txt", "two"));
  octant_session_add_evidence (fixture->session, files);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (evidence_count (fixture), ==, n + 2);
  g_assert_cmpuint (octant_evidence_item_get_used (evidence_get_row (fixture, n)), ==, 0);
  g_assert_nonnull (strstr (notices->str, "2 files added"));
  g_assert_nonnull (strstr (notices->str, "1 could not be read"));
  gtk_drop_down_set_selected (evidence_get_drop_down (fixture, 3), 2);
  g_assert_cmpuint (evidence_count (fixture), >=, 2);
  octant_session_undo (fixture->session);
  octant_test_wait_saved (fixture->session);
  gtk_drop_down_set_selected (evidence_get_drop_down (fixture, 3), 0);
  g_assert_cmpuint (evidence_count (fixture), ==, n);
  g_signal_handlers_disconnect_by_data (fixture->session, notices);
}

static guint
count_notices (GString    *notices,
               const char *text)
{
  guint n = 0;

  for (const char *p = strstr (notices->str, text); p != NULL; p = strstr (p + 1, text))
    n++;
  return n;
}

/* What is no evidence is said by its name and with what to do; what is there already does not come a second time. */
static void
test_unfit (EvidenceFixture *fixture,
            gconstpointer    user_data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) notices = g_string_new (NULL);
  g_autoptr (GPtrArray) linked = NULL;
  OctantAssessment *assessment = octant_session_get_assessment (fixture->session);
  OctantItem *item = octant_session_find_item (fixture->session, "AP.02.1.H.01");
  guint n = evidence_count (fixture);
  guint before;

  octant_test_collect_notices (fixture->session, notices);
  g_ptr_array_add (files, evidence_make_file (fixture, "nothing.txt", ""));
  octant_session_add_evidence (fixture->session, files);
  octant_test_wait_until (strstr (notices->str, "“nothing.txt” is empty") != NULL);
  g_ptr_array_set_size (files, 0);
  g_ptr_array_add (files, g_file_new_for_path (fixture->dir));
  octant_session_add_evidence (fixture->session, files);
  octant_test_wait_until (strstr (notices->str, "is a folder") != NULL);
  g_assert_cmpuint (evidence_count (fixture), ==, n);

  g_ptr_array_set_size (files, 0);
  g_ptr_array_add (files, evidence_make_file (fixture, "same.txt", "same"));
  octant_session_add_evidence (fixture->session, files);
  octant_test_wait_until (count_notices (notices, "1 file added") == 1);
  octant_test_wait_saved (fixture->session);
  octant_session_add_evidence (fixture->session, files);
  octant_test_wait_until (strstr (notices->str, "The library has this evidence already") != NULL);
  linked = octant_assessment_list_evidence (assessment, octant_item_get_requirement_index (item), 0);
  before = linked->len;
  octant_session_attach (fixture->session, item, files);
  octant_test_wait_until (count_notices (notices, "1 file attached") == 1);
  octant_test_wait_saved (fixture->session);
  octant_session_attach (fixture->session, item, files);
  octant_test_wait_until (strstr (notices->str, "This evidence is attached already") != NULL);
  octant_test_wait_saved (fixture->session);
  g_clear_pointer (&linked, g_ptr_array_unref);
  linked = octant_assessment_list_evidence (assessment, octant_item_get_requirement_index (item), 0);
  g_assert_cmpuint (linked->len, ==, before + 1);
  g_assert_cmpuint (evidence_count (fixture), ==, n + 1);
  g_signal_handlers_disconnect_by_data (fixture->session, notices);
}

static guint
count_stored (EvidenceFixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->dir, "evidence", NULL);
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);
      g_autoptr (GDir) folder = g_dir_open (below, 0, NULL);

      while (folder == NULL ? FALSE : g_dir_read_name (folder) != NULL)
        n++;
      n += folder == NULL;
    }
  return n;
}

static GFile *
make_large_file (EvidenceFixture *fixture,
                 gint64           size)
{
  g_autofree char *path = g_build_filename (fixture->dir, "large.bin", NULL);
  int fd = g_open (path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (ftruncate (fd, size), ==, 0);
  close (fd);
  return g_file_new_for_path (path);
}

/* Called off in the middle, nothing is left: not the file under way, and none that was stored before it. */
static void
test_cancel (EvidenceFixture *fixture,
             gconstpointer    user_data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = evidence_count (fixture);
  guint stored = count_stored (fixture);
  double progress = 0;

  g_ptr_array_add (files, evidence_make_file (fixture, "first.txt", "stored before the other is called off"));
  g_ptr_array_add (files, make_large_file (fixture, G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024));
  octant_session_add_evidence (fixture->session, files);
  while (progress <= 0.5)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (fixture->session, "import-progress", &progress, NULL);
    }
  g_assert_cmpuint (count_stored (fixture), >, stored);
  octant_session_cancel_import (fixture->session);
  octant_test_wait_until (count_stored (fixture) == stored);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (evidence_count (fixture), ==, n);
}

static GMutex busy;

static gpointer
job_wait (OctantStore  *store,
          gpointer      data,
          GCancellable *cancellable,
          GError      **error)
{
  g_mutex_lock (&busy);
  g_mutex_unlock (&busy);
  return NULL;
}

static void
waited_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, NULL);
}

/* The same files attached again at once, while what was called off still waits to be taken away: no row may lose its file. */
static void
test_cancel_and_again (EvidenceFixture *fixture,
                       gconstpointer    user_data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func (g_object_unref);
  guint n = evidence_count (fixture);
  guint stored = count_stored (fixture);
  double progress = 0;
  gboolean importing;

  g_ptr_array_add (files, evidence_make_file (fixture, "first.txt", "stored twice"));
  g_ptr_array_add (files, make_large_file (fixture, G_GINT64_CONSTANT (4) * 1024 * 1024 * 1024));
  g_ptr_array_add (again, g_object_ref (files->pdata[0]));
  octant_session_add_evidence (fixture->session, files);
  while (progress <= 0.5)
    {
      g_main_context_iteration (NULL, TRUE);
      g_object_get (fixture->session, "import-progress", &progress, NULL);
    }
  g_mutex_lock (&busy);
  octant_write_queue_run_async (fixture->session->queue, FALSE, job_wait, NULL, NULL, NULL, waited_cb, NULL);
  octant_session_cancel_import (fixture->session);
  /* Until the large file is gone, and the session was told. */
  octant_test_wait_until (count_stored (fixture) == stored + 1);
  octant_test_settle ();
  octant_session_add_evidence (fixture->session, again);
  octant_test_settle ();
  g_assert_cmpuint (evidence_count (fixture), ==, n);
  g_mutex_unlock (&busy);
  octant_test_wait_saved (fixture->session);
  g_object_get (fixture->session, "importing", &importing, NULL);
  g_assert_false (importing);
  g_assert_cmpuint (count_stored (fixture), ==, stored);

  octant_session_add_evidence (fixture->session, again);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (evidence_count (fixture), ==, n + 1);
  g_assert_cmpuint (count_stored (fixture), ==, stored + 1);
}

/* No room on the disk: it is said in words, and nothing is left. */
static void
test_full (EvidenceFixture *fixture,
           gconstpointer    user_data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GString) notices = g_string_new (NULL);
  const struct rlimit little = { 16 * 1024 * 1024, RLIM_INFINITY };
  const struct rlimit all = { RLIM_INFINITY, RLIM_INFINITY };
  guint stored = count_stored (fixture);

  octant_test_collect_notices (fixture->session, notices);
  g_ptr_array_add (files, make_large_file (fixture, 64 * 1024 * 1024));
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  octant_session_add_evidence (fixture->session, files);
  octant_test_wait_until (notices->len > 0);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &all), ==, 0);
  g_assert_nonnull (strstr (notices->str, "The disk is full"));
  g_assert_cmpuint (count_stored (fixture), ==, stored);
  g_signal_handlers_disconnect_by_data (fixture->session, notices);
}

/* A screenshot becomes a PNG file; copied files come as they are; text alone is refused in words. */
static void
test_paste (EvidenceFixture *fixture,
            gconstpointer    user_data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autoptr (GdkTexture) texture = evidence_make_texture ();
  g_autoptr (GFile) file = evidence_make_file (fixture, "copied.txt", "copied");
  g_autoptr (GString) notices = g_string_new (NULL);
  GFile *list[] = { file };
  GdkFileList *files = gdk_file_list_new_from_array (list, 1);
  OctantEvidenceItem *item;
  guint n = evidence_count (fixture);

  octant_test_collect_notices (fixture->session, notices);
  gdk_clipboard_set_texture (clipboard, texture);
  gtk_widget_activate_action (evidence_get_page (fixture), "evidence.paste", NULL);
  octant_test_wait_until (strstr (notices->str, "1 file added") != NULL);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (evidence_count (fixture), ==, n + 1);
  item = evidence_get_row (fixture, n);
  g_assert_cmpint (octant_evidence_item_get_kind (item), ==, OCTANT_EVIDENCE_PICTURE);
  g_assert_cmpstr (octant_record_get (octant_evidence_item_get_record (item), OCTANT_EVIDENCE_MEDIA_TYPE), ==,
                   "image/png");

  g_string_truncate (notices, 0);
  gdk_clipboard_set (clipboard, GDK_TYPE_FILE_LIST, files);
  g_boxed_free (GDK_TYPE_FILE_LIST, files);
  octant_evidence_paste (fixture->session, NULL, clipboard);
  octant_test_wait_until (strstr (notices->str, "1 file added") != NULL);
  octant_test_wait_saved (fixture->session);
  g_assert_cmpuint (evidence_count (fixture), ==, n + 2);

  g_string_truncate (notices, 0);
  gdk_clipboard_set_text (clipboard, "words");
  octant_evidence_paste (fixture->session, NULL, clipboard);
  g_assert_nonnull (strstr (notices->str, "no files and no picture"));
  g_signal_handlers_disconnect_by_data (fixture->session, notices);
}

/* On the page of a sub-domain the key attaches to the requirement that is selected, wherever the keyboard is but in a text. */
static void
test_paste_on_subdomain (EvidenceFixture *fixture,
                         gconstpointer    user_data)
{
  g_autoptr (GdkTexture) texture = evidence_make_texture ();
  OctantItem *item = octant_session_find_item (fixture->session, "PM.01.1.H.01");
  guint n = octant_item_get_n_evidence (item);
  GtkWidget *page, *list;

  g_action_group_activate_action (G_ACTION_GROUP (fixture->window), "show-requirement",
                                  g_variant_new_string ("PM.01.1.H.01"));
  octant_test_settle ();
  page = octant_test_find (GTK_WIDGET (fixture->window), OCTANT_TYPE_SUBDOMAIN_PAGE);
  list = octant_test_find (page, GTK_TYPE_LIST_VIEW);
  gdk_clipboard_set_texture (gtk_widget_get_clipboard (list), texture);
  /* From the list, as the key does. */
  g_assert_true (gtk_widget_activate_action (list, "requirements.paste", NULL));
  octant_test_wait_until (octant_item_get_n_evidence (item) == n + 1);
  octant_test_wait_saved (fixture->session);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/attach/add", EvidenceFixture, NULL, evidence_set_up, test_add, evidence_tear_down);
  g_test_add ("/attach/unfit", EvidenceFixture, NULL, evidence_set_up, test_unfit, evidence_tear_down);
  g_test_add ("/attach/cancel", EvidenceFixture, NULL, evidence_set_up, test_cancel, evidence_tear_down);
  g_test_add ("/attach/cancel-and-again", EvidenceFixture, NULL, evidence_set_up, test_cancel_and_again, evidence_tear_down);
  g_test_add ("/attach/full", EvidenceFixture, NULL, evidence_set_up, test_full, evidence_tear_down);
  g_test_add ("/attach/paste", EvidenceFixture, NULL, evidence_set_up, test_paste, evidence_tear_down);
  g_test_add ("/attach/paste-on-subdomain", EvidenceFixture, NULL, evidence_set_up, test_paste_on_subdomain,
              evidence_tear_down);
  return g_test_run ();
}
