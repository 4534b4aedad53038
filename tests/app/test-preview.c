/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "test-utilities.h"

#include <cairo-pdf.h>
#include <glib/gstdio.h>
#include <signal.h>

#include "evidence/octant-evidence.h"
#include "octant-evidence-preview.h"
#include "octant-pdf.h"

typedef struct
{
  char *dir;
  GtkWidget *window;
  OctantEvidencePreview *preview;
  GtkPicture *picture;
  char *libexec; /* what the environment said */
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer user_data)
{
  g_autofree char *evidence = NULL;

  fixture->dir = octant_test_empty_dir ();
  evidence = g_build_filename (fixture->dir, "evidence", NULL);
  g_assert_cmpint (g_mkdir (evidence, 0700), ==, 0);
  fixture->libexec = g_strdup (g_getenv ("OCTANT_LIBEXECDIR"));
  fixture->window = gtk_window_new ();
  fixture->preview = g_object_new (OCTANT_TYPE_EVIDENCE_PREVIEW, NULL);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->preview));
  gtk_window_present (GTK_WINDOW (fixture->window));
  octant_test_settle ();
  fixture->picture = GTK_PICTURE (octant_test_find (GTK_WIDGET (fixture->preview), GTK_TYPE_PICTURE));
}

static void
tear_down (Fixture      *fixture,
           gconstpointer user_data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_setenv ("OCTANT_LIBEXECDIR", fixture->libexec, TRUE);
  g_free (fixture->libexec);
  octant_test_remove_dir (fixture->dir);
  g_free (fixture->dir);
}

/* Stores @content as a piece of evidence called @name. */
static OctantRecord *
store (Fixture    *fixture,
       const char *name,
       const char *content,
       gsize       length)
{
  g_autofree char *path = g_build_filename (fixture->dir, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantEvidenceFile) stored = NULL;

  g_assert_true (g_file_set_contents (path, content, (gssize) length, &error));
  stored = octant_evidence_import (fixture->dir, file, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return octant_evidence_record ("org", stored, NULL, "", NULL, NULL, 1, "Tester", "2026-01-01T00:00:00Z");
}

static cairo_status_t
append_cb (void                *closure,
           const unsigned char *data,
           unsigned int         length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Page i is a page of i hundred points in width. */
static OctantRecord *
store_pdf (Fixture *fixture,
           guint    n_pages)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (append_cb, bytes, 100, 100);
  cairo_t *cr = cairo_create (surface);

  for (guint i = 1; i <= n_pages; i++)
    {
      cairo_pdf_surface_set_size (surface, i * 100, 100);
      cairo_rectangle (cr, 10, 10, 50, 50);
      cairo_fill (cr);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return store (fixture, "pages.pdf", (const char *) bytes->data, bytes->len);
}

static const char *
show (Fixture      *fixture,
      OctantRecord *record)
{
  octant_evidence_preview_show (fixture->preview, fixture->dir, record);
  octant_test_wait_until (strcmp (octant_evidence_preview_get_shown (fixture->preview), "loading") != 0);
  return octant_evidence_preview_get_shown (fixture->preview);
}

/* Turns to another page and waits for its picture. */
static void
turn (Fixture    *fixture,
      const char *action,
      guint       expected)
{
  GdkPaintable *before = gtk_picture_get_paintable (fixture->picture);
  guint n_pages;

  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), action, NULL);
  octant_test_wait_until (gtk_picture_get_paintable (fixture->picture) != before);
  g_assert_cmpuint (octant_evidence_preview_get_page (fixture->preview, &n_pages), ==, expected);
  /* Each page is as wide as high times its number. */
  g_assert_cmpfloat_with_epsilon (gdk_paintable_get_intrinsic_aspect_ratio (
                                      gtk_picture_get_paintable (fixture->picture)),
                                  expected, 0.05);
}

static void
test_pages (Fixture      *fixture,
            gconstpointer user_data)
{
  g_autoptr (OctantRecord) record = store_pdf (fixture, 3);
  guint n_pages;

  if (!octant_pdf_is_available ())
    {
      g_assert_cmpstr (show (fixture, record), ==, "other");
      return;
    }
  g_assert_cmpstr (show (fixture, record), ==, "picture");
  g_assert_cmpuint (octant_evidence_preview_get_page (fixture->preview, &n_pages), ==, 1);
  g_assert_cmpuint (n_pages, ==, 3);
  turn (fixture, "preview.forward", 2);
  turn (fixture, "preview.forward", 3);
  /* There is none behind the last. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->preview), "preview.forward", NULL);
  turn (fixture, "preview.back", 2);
}

static void
test_damaged (Fixture      *fixture,
              gconstpointer user_data)
{
  g_autoptr (OctantRecord) none = store (fixture, "none.pdf", "%PDF-1.7\n%%EOF\n", 15);
  g_autoptr (OctantRecord) sound = store_pdf (fixture, 1);

  g_assert_cmpstr (show (fixture, none), ==, "other");
  g_assert_cmpstr (show (fixture, sound), ==, octant_pdf_is_available () ? "picture" : "other");
}

/* Puts a script in the helper's place. */
static void
replace_helper (Fixture    *fixture,
                const char *script)
{
  g_autofree char *path = g_build_filename (fixture->dir, "octant-pdf-page", NULL);

  g_assert_true (g_file_set_contents_full (path, script, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
  g_setenv ("OCTANT_LIBEXECDIR", fixture->dir, TRUE);
}

/* However the helper ends, or if it is not there, there is no page, and nothing else happens. */
static void
test_bad_helper (Fixture      *fixture,
                 gconstpointer user_data)
{
  static const char *const scripts[] = {
    "#!/bin/sh\nkill -SEGV $$\n",
    "#!/bin/sh\nexit 3\n",
    "#!/bin/sh\necho 1\necho no picture\n",
    "#!/bin/sh\necho 0\n",
    "#!/bin/sh\nexit 0\n",
    "#!/bin/sh\necho 99999999999999999999\n",
    "#!/bin/sh\nexec cat /dev/zero\n",
  };
  g_autoptr (OctantRecord) record = store_pdf (fixture, 1);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      replace_helper (fixture, scripts[i]);
      g_assert_cmpstr (show (fixture, record), ==, "other");
    }
  g_setenv ("OCTANT_LIBEXECDIR", "/nowhere", TRUE);
  g_assert_false (octant_pdf_is_available ());
  g_assert_cmpstr (show (fixture, record), ==, "other");
}

static pid_t
read_pid (const char *path)
{
  g_autofree char *text = NULL;

  return g_file_get_contents (path, &text, NULL, NULL) ? (pid_t) g_ascii_strtoll (text, NULL, 10) : 0;
}

/* What hangs is ended when nobody looks at it any more. */
static void
test_cancelled (Fixture      *fixture,
                gconstpointer user_data)
{
  g_autofree char *pid_path = g_build_filename (fixture->dir, "pid", NULL);
  g_autofree char *script = g_strdup_printf ("#!/bin/sh\necho $$ > %s\nexec tail -f /dev/null\n", pid_path);
  g_autoptr (OctantRecord) record = store_pdf (fixture, 1);
  g_autoptr (OctantRecord) text = store (fixture, "text.txt", "text", 4);
  pid_t pid;

  if (!octant_pdf_is_available ())
    return;
  replace_helper (fixture, script);
  octant_evidence_preview_show (fixture->preview, fixture->dir, record);
  octant_test_wait_until (read_pid (pid_path) > 0);
  pid = read_pid (pid_path);
  g_assert_cmpint (kill (pid, 0), ==, 0);
  g_assert_cmpstr (octant_evidence_preview_get_shown (fixture->preview), ==, "loading");
  g_assert_cmpstr (show (fixture, text), ==, "text");
  octant_test_wait_until (kill (pid, 0) != 0);
}

int
main (int   argc,
      char *argv[])
{
  octant_test_init (&argc, &argv);
  g_test_add ("/preview/pages", Fixture, NULL, set_up, test_pages, tear_down);
  g_test_add ("/preview/damaged", Fixture, NULL, set_up, test_damaged, tear_down);
  g_test_add ("/preview/bad-helper", Fixture, NULL, set_up, test_bad_helper, tear_down);
  g_test_add ("/preview/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  return g_test_run ();
}
