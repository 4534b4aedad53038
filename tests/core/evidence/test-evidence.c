/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "../store/store-fixture.h"
#include "base/octant-digest.h"
#include "evidence/octant-evidence.h"

#define LARGE (3 * 1024 * 1024 + 17)

typedef struct
{
  char *dir;
  char *outside; /* where the user's files are */
  OctantStore *store;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->dir = fixture_dir_new ();
  fixture->outside = fixture_dir_new ();
  fixture->store = fixture_open (fixture->dir);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  if (fixture->store != NULL)
    fixture_close (fixture->store);
  fixture_dir_free (fixture->outside);
  fixture_dir_free (fixture->dir);
}

static GFile *
make_file (Fixture    *fixture,
           const char *name,
           gsize       size)
{
  g_autofree char *path = g_build_filename (fixture->outside, name, NULL);
  g_autofree char *content = g_malloc (size + 1);
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < size; i++)
    content[i] = (char) ('a' + (i * 7 + i / 251) % 26);
  g_assert_true (g_file_set_contents (path, content, (gssize) size, &error));
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static char *
hash_of (GFile *file)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (g_file_peek_path (file), &content, &size, NULL));
  return octant_digest_bytes (content, size);
}

/* Everything below the evidence folder but folders. */
static guint
count_files (const char *dir)
{
  g_autoptr (GDir) folder = g_dir_open (dir, 0, NULL);
  const char *name;
  guint n = 0;

  g_assert_nonnull (folder);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (dir, name, NULL);

      n += g_file_test (path, G_FILE_TEST_IS_DIR) ? count_files (path) : 1;
    }
  return n;
}

static guint
count_stored (Fixture *fixture)
{
  g_autofree char *path = g_build_filename (fixture->dir, "evidence", NULL);

  return count_files (path);
}

static OctantEvidenceFile *
import (Fixture *fixture,
        GFile   *file)
{
  g_autoptr (GError) error = NULL;
  OctantEvidenceFile *imported = octant_evidence_import (fixture->dir, file, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (imported);
  return imported;
}

/* Imports @file and commits its row; the stored path. */
static char *
attach (Fixture *fixture,
        GFile   *file)
{
  g_autoptr (OctantEvidenceFile) imported = import (fixture, file);
  g_autoptr (OctantAct) act = octant_act_new ("attach", "A.1", NULL, "tester", FIXTURE_TIME);
  g_autoptr (GError) error = NULL;
  OctantRecord *record = octant_evidence_record (FIXTURE_ORG, imported, NULL, NULL, "2026-01-01", NULL, 2, "tester",
                                                 FIXTURE_TIME);
  char *path = octant_evidence_path (fixture->dir, record);

  octant_act_add_change (act, NULL, record);
  g_assert_true (octant_store_commit (fixture->store, act, &error));
  g_assert_no_error (error);
  return path;
}

static void
note_progress (gint64   done,
               gint64   total,
               gpointer user_data)
{
  gint64 *last = user_data;

  g_assert_cmpint (done, >, *last);
  g_assert_cmpint (done, <=, total);
  g_assert_cmpint (total, ==, LARGE);
  *last = done;
}

static void
test_import (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "审计报告 report.txt", LARGE);
  g_autofree char *hash = hash_of (file);
  g_autoptr (OctantEvidenceFile) imported = NULL;
  g_autoptr (OctantEvidenceFile) again = NULL;
  g_autoptr (OctantRecord) record = NULL;
  g_autoptr (GFile) stored = NULL;
  g_autofree char *path = NULL;
  g_autofree char *stored_hash = NULL;
  g_autoptr (GError) error = NULL;
  gint64 last = 0;

  imported = octant_evidence_import (fixture->dir, file, note_progress, &last, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (last, ==, LARGE);
  g_assert_cmpstr (imported->sha256, ==, hash);
  g_assert_cmpint (imported->size, ==, LARGE);
  g_assert_cmpstr (imported->name, ==, "审计报告 report.txt");
  g_assert_nonnull (imported->media_type);

  record = octant_evidence_record (FIXTURE_ORG, imported, NULL, "the auditors", NULL, NULL, 3, "tester", FIXTURE_TIME);
  g_assert_cmpstr (octant_record_get (record, OCTANT_EVIDENCE_TITLE), ==, imported->name);
  g_assert_cmpint (octant_record_get_int (record, OCTANT_EVIDENCE_SIZE), ==, LARGE);
  path = octant_evidence_path (fixture->dir, record);
  stored = g_file_new_for_path (path);
  stored_hash = hash_of (stored);
  g_assert_cmpstr (stored_hash, ==, hash);

  again = import (fixture, file);
  g_assert_cmpstr (again->sha256, ==, hash);
  g_assert_cmpuint (count_stored (fixture), ==, 1);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "empty", 0);
  g_autoptr (OctantEvidenceFile) imported = import (fixture, file);

  g_assert_cmpint (imported->size, ==, 0);
  g_assert_cmpstr (imported->sha256, ==, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

static void
test_no_path (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///test/sample.txt");
  g_autoptr (OctantEvidenceFile) imported = NULL;

  g_assert_null (g_file_peek_path (file));
  imported = import (fixture, file);
  g_assert_cmpstr (imported->name, ==, "sample.txt");
  g_assert_cmpint (imported->size, ==, 38);
  g_assert_cmpuint (count_stored (fixture), ==, 1);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  static const struct
  {
    const char *name;
    const char *expected;
  } cases[] = {
    { "plain.pdf", "plain.pdf" },
    { "C:\\secret\\plan.doc", "C:_secret_plan.doc" },
    { "two\nlines\tand\x01more", "two_lines_and_more" },
    { "invoice\xe2\x80\xaegpj.exe", "invoice_gpj.exe" },
    { "broken\xff\xfe.txt", "broken\xef\xbf\xbd\xef\xbf\xbd.txt" },
    { "=cmd|calc", "=cmd|calc" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = make_file (fixture, cases[i].name, 10 + i);
      g_autoptr (OctantEvidenceFile) imported = import (fixture, file);

      g_assert_cmpstr (imported->name, ==, cases[i].expected);
      g_assert_true (g_utf8_validate (imported->name, -1, NULL));
    }
}

static void
test_refused (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *fifo = g_build_filename (fixture->outside, "fifo", NULL);
  g_autofree char *missing = g_build_filename (fixture->outside, "missing", NULL);
  const struct
  {
    const char *path;
    int code;
  } cases[] = {
    { fixture->outside, G_IO_ERROR_NOT_REGULAR_FILE },
    { fifo, G_IO_ERROR_NOT_REGULAR_FILE },
    { "/dev/zero", G_IO_ERROR_NOT_REGULAR_FILE },
    { missing, G_IO_ERROR_NOT_FOUND },
  };

  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GFile) file = g_file_new_for_path (cases[i].path);
      g_autoptr (GError) error = NULL;

      g_assert_null (octant_evidence_import (fixture->dir, file, NULL, NULL, NULL, &error));
      g_assert_error (error, G_IO_ERROR, cases[i].code);
    }
  g_assert_cmpuint (count_stored (fixture), ==, 0);
}

static void
cancel_at_once (gint64   done,
                gint64   total,
                gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

static void
test_cancel (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "large", LARGE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (octant_evidence_import (fixture->dir, file, cancel_at_once, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (count_stored (fixture), ==, 0);
}

static void
test_full (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "large", LARGE);
  struct rlimit before, limit;
  struct sigaction action = { .sa_handler = SIG_IGN };
  struct sigaction old_action;
  g_autoptr (GError) error = NULL;

  /* A limit of the process stands for a full disk: write() fails in the middle of the file. */
  g_assert_cmpint (sigaction (SIGXFSZ, &action, &old_action), ==, 0);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 1024 * 1024 + 100;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_null (octant_evidence_import (fixture->dir, file, NULL, NULL, NULL, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_cmpint (sigaction (SIGXFSZ, &old_action, NULL), ==, 0);

  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_FULL);
  g_assert_cmpuint (count_stored (fixture), ==, 0);
}

/* The data folder was taken away meanwhile. */
static void
test_gone (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_build_filename (fixture->dir, "outside.txt", NULL);
  g_autofree char *gone = g_build_filename (fixture->dir, "gone", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (path, "x", 1, NULL));
  g_assert_null (octant_evidence_import (gone, file, NULL, NULL, NULL, &error));
  g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_GONE);
}

static void
test_left_over (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *left = g_build_filename (fixture->dir, "evidence", OCTANT_STORE_TEMPORARY_PREFIX "abcdef", NULL);

  g_assert_true (g_file_set_contents (left, "half", 4, NULL));
  fixture_close (g_steal_pointer (&fixture->store));
  fixture->store = fixture_open (fixture->dir);
  g_assert_cmpuint (count_stored (fixture), ==, 0);
}

/* Checks that verify finds exactly one thing, with these words. */
static void
assert_finding (Fixture    *fixture,
                const char *where,
                const char *message)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = octant_evidence_verify (fixture->store, NULL, NULL, NULL, &error);
  OctantFinding *finding;

  g_assert_no_error (error);
  if (message == NULL)
    {
      g_assert_cmpuint (findings->len, ==, 0);
      return;
    }
  g_assert_cmpuint (findings->len, ==, 1);
  finding = g_ptr_array_index (findings, 0);
  g_assert_nonnull (strstr (finding->where, where));
  g_assert_nonnull (strstr (finding->message, message));
}

static void
replace_byte (const char *path)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  content[size / 2] ^= 1;
  g_assert_true (g_file_set_contents (path, content, (gssize) size, NULL));
}

static void
test_verify (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "policy.pdf", 5000);
  g_autoptr (GFile) other = make_file (fixture, "records.xlsx", 600000);
  g_autoptr (OctantEvidenceFile) mended = NULL;
  g_autofree char *path = NULL;
  g_autofree char *other_path = NULL;

  fixture_populate (fixture->store);
  path = attach (fixture, file);
  other_path = attach (fixture, other);
  assert_finding (fixture, NULL, NULL);

  replace_byte (path);
  assert_finding (fixture, "policy.pdf", "altered");
  mended = import (fixture, file);
  assert_finding (fixture, NULL, NULL);

  g_assert_true (g_file_set_contents (path, "short", 5, NULL));
  assert_finding (fixture, "policy.pdf", "another size");
  g_assert_cmpint (g_unlink (path), ==, 0);
  assert_finding (fixture, "policy.pdf", "missing");
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
  assert_finding (fixture, "policy.pdf", "not a plain file");
  g_assert_cmpint (g_rmdir (path), ==, 0);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_finding (fixture, "policy.pdf", "not a plain file");
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (symlink (g_file_peek_path (file), path), ==, 0);
  assert_finding (fixture, "policy.pdf", "not a plain file");
  g_clear_pointer (&mended, octant_evidence_file_free);
  mended = import (fixture, file);
  assert_finding (fixture, NULL, NULL);
}

static void
test_orphans (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "policy.pdf", 5000);
  g_autoptr (GFile) stray = make_file (fixture, "stray", 50);
  g_autoptr (OctantEvidenceFile) imported = NULL;
  g_autoptr (OctantAct) act = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture_populate (fixture->store);
  path = attach (fixture, file);
  act = octant_store_undo (fixture->store, "tester", FIXTURE_TIME, &error);
  g_assert_no_error (error);
  /* Redo needs the file, so it is none. */
  assert_finding (fixture, NULL, NULL);
  replace_byte (path);
  assert_finding (fixture, "undo", "altered");
  replace_byte (path);

  imported = import (fixture, stray);
  assert_finding (fixture, imported->sha256, "no evidence refers");
}

static void
test_verify_cancel (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autoptr (GFile) file = make_file (fixture, "large", LARGE);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;

  fixture_populate (fixture->store);
  path = attach (fixture, file);
  g_assert_null (octant_evidence_verify (fixture->store, cancel_at_once, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* What was stored in vain goes again; what a row refers to, or was there before, stays. */
static void
test_discard (Fixture       *fixture,
              gconstpointer  data)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_evidence_file_free);
  g_autoptr (GFile) vain = make_file (fixture, "vain.txt", 40);
  g_autoptr (GFile) kept = make_file (fixture, "kept.txt", 50);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture_populate (fixture->store);
  path = attach (fixture, kept);
  g_ptr_array_add (files, import (fixture, vain));
  g_ptr_array_add (files, import (fixture, kept));
  g_assert_true (((OctantEvidenceFile *) files->pdata[0])->created);
  g_assert_false (((OctantEvidenceFile *) files->pdata[1])->created);
  /* As if it had been new: its row alone keeps it. */
  ((OctantEvidenceFile *) files->pdata[1])->created = TRUE;
  g_assert_cmpuint (count_stored (fixture), ==, 2);
  g_assert_true (octant_evidence_discard (fixture->store, files, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_stored (fixture), ==, 1);
  g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_hostile_hash (Fixture       *fixture,
                   gconstpointer  data)
{
  OctantEvidenceFile file = { (char *) "../../../etc/passwd", 1, (char *) "x", (char *) "text/plain" };
  g_autoptr (OctantRecord) record = octant_evidence_record (FIXTURE_ORG, &file, NULL, NULL, NULL, NULL, 0, "tester",
                                                            FIXTURE_TIME);

  g_assert_null (octant_evidence_path (fixture->dir, record));
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/evidence/discard", test_discard);
  ADD ("/evidence/import", test_import);
  ADD ("/evidence/empty", test_empty);
  ADD ("/evidence/no-path", test_no_path);
  ADD ("/evidence/names", test_names);
  ADD ("/evidence/refused", test_refused);
  ADD ("/evidence/cancel", test_cancel);
  ADD ("/evidence/full", test_full);
  ADD ("/evidence/gone", test_gone);
  ADD ("/evidence/left-over", test_left_over);
  ADD ("/evidence/verify", test_verify);
  ADD ("/evidence/orphans", test_orphans);
  ADD ("/evidence/verify-cancel", test_verify_cancel);
  ADD ("/evidence/hostile-hash", test_hostile_hash);
  return g_test_run ();
}
