/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#include "store-fixture.h"
#include "store/octant-store.h"

/*
 * A damaged database: bits flipped on every page, pages zeroed or swapped, rows and entries
 * changed with another tool. Either opening refuses it, or the check finds something, or
 * nothing that can be read has changed. Nothing crashes, and looking writes nothing.
 */

#define PAGE 4096
#define FLIPS_PER_PAGE 24

typedef struct
{
  char *dir;
  char *path;
  GBytes *whole;
  char *content; /* everything that can be read */
} Sound;

static GBytes *
read_bytes (const char *path)
{
  char *content;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  return g_bytes_new_take (content, size);
}

static void
add_scores (GString     *text,
            OctantStore *store)
{
  g_autoptr (GPtrArray) rows = octant_store_list_scores (store, FIXTURE_CYCLE, NULL);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      OctantScoreRow *row = g_ptr_array_index (rows, i);

      g_string_append_printf (text, "score|%s|%d|%s|%s|%d|%d|%u|%u\n", row->code, row->applicable, row->s, row->s_hi,
                              row->l, row->l_hi, row->answered, row->applicable_items);
    }
}

/* NULL when some of it cannot be read. */
static char *
read_all (OctantStore *store)
{
  g_autoptr (GPtrArray) journal = octant_store_list_journal (store, NULL, NULL, NULL, 0, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *dump = NULL;

  for (guint table = 0; table < OCTANT_N_TABLES; table++)
    {
      g_autoptr (GPtrArray) rows = octant_store_list (store, (OctantTable) table, OCTANT_STORE_ALL, NULL, NULL);

      if (rows == NULL)
        return NULL;
    }
  if (journal == NULL)
    return NULL;
  for (guint i = 0; i < journal->len; i++)
    {
      OctantJournalEntry *entry = g_ptr_array_index (journal, i);

      g_string_append_printf (text, "%" G_GINT64_FORMAT "|%s|%s|%s|%s|%s|%s|%s|%" G_GINT64_FORMAT "|%s\n", entry->seq,
                              entry->time, entry->actor, entry->kind, entry->subject, entry->cycle_id, entry->before,
                              entry->after, entry->reverts, entry->hash);
    }
  add_scores (text, store);
  dump = fixture_dump (store);
  return g_strconcat (text->str, dump, NULL);
}

static void
put_scores (OctantStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAssessment) assessment = octant_store_load_assessment (store, FIXTURE_CYCLE, &error);
  g_autoptr (GPtrArray) rows = NULL;

  g_assert_no_error (error);
  rows = octant_assessment_list_score_rows (assessment, NULL, 0);
  g_assert_true (octant_store_put_scores (store, FIXTURE_CYCLE, rows, &error));
  g_assert_no_error (error);
}

static void
sound_init (Sound *sound)
{
  OctantStore *store;
  g_autoptr (OctantAct) undone = NULL;

  sound->dir = fixture_dir_new ();
  sound->path = g_build_filename (sound->dir, "octant.db", NULL);
  store = fixture_open (sound->dir);
  fixture_populate (store);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *code = g_strdup_printf ("A.%u", i % 40);
      g_autofree char *note = g_strdup_printf ("What was seen the %uth time, at some length, so that it fills pages", i);

      fixture_commit_rate (store, code, i % 3 ? "L" : "P", note);
    }
  undone = octant_store_undo (store, "tester", FIXTURE_TIME, NULL);
  g_assert_nonnull (undone);
  put_scores (store);
  fixture_assert_sound (store);
  sound->content = read_all (store);
  fixture_close (store);
  sound->whole = read_bytes (sound->path);
}

static void
sound_clear (Sound *sound)
{
  fixture_dir_free (sound->dir);
  g_free (sound->path);
  g_free (sound->content);
  g_bytes_unref (sound->whole);
}

typedef enum
{
  REFUSED,
  FOUND,
  HARMLESS,
  MISSED,
} Verdict;

static Verdict
judge (Sound *sound)
{
  g_autoptr (GError) error = NULL;
  OctantStore *store = octant_store_open (sound->dir, &error);
  g_autoptr (GPtrArray) findings = NULL;
  g_autofree char *content = NULL;
  gboolean found;

  if (store == NULL)
    {
      g_assert_true (error->domain == OCTANT_STORE_ERROR);
      return REFUSED;
    }
  findings = octant_store_check (store, NULL, &error);
  g_assert_no_error (error);
  found = findings->len > 0;
  if (!found)
    content = read_all (store);
  octant_store_close (store, NULL);
  g_object_unref (store);
  if (found)
    return FOUND;
  return g_strcmp0 (content, sound->content) == 0 ? HARMLESS : MISSED;
}

/* Writes the damaged bytes, judges, and makes sure that nobody wrote to the file meanwhile. */
static Verdict
judge_bytes (Sound      *sound,
             const char *data,
             gsize       size)
{
  g_autoptr (GBytes) after = NULL;
  Verdict verdict;

  g_assert_true (g_file_set_contents (sound->path, data, (gssize) size, NULL));
  verdict = judge (sound);
  after = read_bytes (sound->path);
  g_assert_cmpmem (data, size, g_bytes_get_data (after, NULL), g_bytes_get_size (after));
  return verdict;
}

static void
test_flips (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20260105);
  guint counts[MISSED + 1] = { 0 };
  g_autofree char *data = NULL;
  Sound sound;
  gsize size;

  sound_init (&sound);
  size = g_bytes_get_size (sound.whole);
  data = g_memdup2 (g_bytes_get_data (sound.whole, NULL), size);
  for (gsize page = 0; page < size / PAGE; page++)
    for (guint i = 0; i < FLIPS_PER_PAGE; i++)
      {
        gsize at = page * PAGE + (gsize) (i < 8 ? i * 5 : (guint) g_rand_int_range (random, 0, PAGE));
        char bit = (char) (1 << g_rand_int_range (random, 0, 8));
        Verdict verdict;

        data[at] ^= bit;
        verdict = judge_bytes (&sound, data, size);
        if (verdict == MISSED)
          g_test_message ("the flip of bit %d at %zu was missed", bit, at);
        counts[verdict]++;
        data[at] ^= bit;
      }
  g_test_message ("%u refused, %u found, %u harmless, %u missed", counts[REFUSED], counts[FOUND], counts[HARMLESS],
                  counts[MISSED]);
  g_assert_cmpuint (counts[MISSED], ==, 0);
  g_assert_cmpuint (counts[FOUND], >, 0);
  sound_clear (&sound);
}

static void
test_pages (void)
{
  g_autofree char *data = NULL;
  Sound sound;
  gsize size, n;

  sound_init (&sound);
  size = g_bytes_get_size (sound.whole);
  n = size / PAGE;
  data = g_malloc (size);
  for (gsize page = 0; page < n; page++)
    {
      memcpy (data, g_bytes_get_data (sound.whole, NULL), size);
      memset (data + page * PAGE, 0, PAGE);
      g_assert_cmpuint (judge_bytes (&sound, data, size), !=, MISSED);

      memcpy (data, g_bytes_get_data (sound.whole, NULL), size);
      memcpy (data + page * PAGE, data + (page + 1) % n * PAGE, PAGE);
      g_assert_cmpuint (judge_bytes (&sound, data, size), !=, MISSED);
    }
  sound_clear (&sound);
}

/* Changes with another tool, each with what the check has to name. */
static void
test_edited (void)
{
  static const struct
  {
    const char *sql;
    const char *where;
  } cases[] = {
    { "UPDATE answer SET rating = 'F' WHERE code = 'A.7'", "answer " FIXTURE_CYCLE " A.7" },
    { "UPDATE answer SET note = NULL WHERE code = 'A.8'", "answer " FIXTURE_CYCLE " A.8" },
    { "DELETE FROM answer WHERE code = 'A.9'", "answer " FIXTURE_CYCLE " A.9" },
    { "INSERT INTO answer VALUES ('" FIXTURE_CYCLE "', 'Z.1', '', 'F', NULL, NULL, NULL, 'confirmed', 'x', 'y')",
      "answer " FIXTURE_CYCLE " Z.1" },
    { "UPDATE organisation SET name = 'Other'", "organisation " FIXTURE_ORG },
    { "UPDATE object SET level = 5 WHERE id = 'object-2'", "object object-2" },
    { "UPDATE score SET s = '5' WHERE code = 'overall'", "score " FIXTURE_CYCLE },
    { "DELETE FROM score WHERE code = 'overall'", "score " FIXTURE_CYCLE },
    { "DROP TRIGGER journal_no_update; UPDATE journal SET actor = 'nobody' WHERE seq = 5", "journal 5" },
    { "DROP TRIGGER journal_no_update; UPDATE journal SET after = before WHERE seq = 61", "journal 61" },
    { "DROP TRIGGER journal_no_update; UPDATE journal SET undo_top = 3 WHERE seq = 30", "journal 30" },
    { "DROP TRIGGER journal_no_delete; DELETE FROM journal WHERE seq = 10", "journal 11" },
    { "DROP TRIGGER journal_no_delete; DELETE FROM journal WHERE seq = 62", "answer " FIXTURE_CYCLE " A.19" },
    { "DROP TRIGGER model_no_update; UPDATE model SET bytes = CAST (replace (CAST (bytes AS TEXT), 'small', 'smalt')"
      " AS BLOB)", "model " },
    { "PRAGMA foreign_keys = OFF; UPDATE cycle SET org = 'gone'", "cycle" },
  };
  Sound sound;

  sound_init (&sound);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) findings = NULL;
      g_autoptr (GError) error = NULL;
      gboolean named = FALSE;
      OctantStore *store;
      sqlite3 *db;

      g_assert_true (g_file_set_contents (sound.path, g_bytes_get_data (sound.whole, NULL),
                                          (gssize) g_bytes_get_size (sound.whole), NULL));
      g_assert_cmpint (sqlite3_open (sound.path, &db), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_exec (db, cases[i].sql, NULL, NULL, NULL), ==, SQLITE_OK);
      g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

      store = fixture_open (sound.dir);
      findings = octant_store_check (store, NULL, &error);
      g_assert_no_error (error);
      for (guint k = 0; k < findings->len; k++)
        named |= g_str_has_prefix (((OctantFinding *) g_ptr_array_index (findings, k))->where, cases[i].where);
      if (!named)
        g_test_message ("not named: %s (%u findings)", cases[i].sql, findings->len);
      g_assert_true (named);
      if (g_str_has_prefix (cases[i].where, "journal"))
        {
          g_assert_false (octant_store_verify_journal (store, &error));
          g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_DAMAGED);
          g_assert_true (g_str_has_prefix (error->message, cases[i].where));
        }
      octant_store_close (store, NULL);
      g_object_unref (store);
    }
  sound_clear (&sound);
}

/* The journal refuses what would change it, even without any check. */
static void
test_append_only (void)
{
  static const char *const refused[] = {
    "UPDATE journal SET actor = 'nobody' WHERE seq = 1",
    "DELETE FROM journal WHERE seq = 1",
    "INSERT OR REPLACE INTO journal SELECT * FROM journal WHERE seq = 2",
    "UPDATE model SET hash = 'x'",
  };
  Sound sound;
  sqlite3 *db;

  sound_init (&sound);
  g_assert_cmpint (sqlite3_open (sound.path, &db), ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    g_assert_cmpint (sqlite3_exec (db, refused[i], NULL, NULL, NULL), ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  sound_clear (&sound);
}

static void
test_check_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  OctantStore *store;
  Sound sound;

  sound_init (&sound);
  store = fixture_open (sound.dir);
  g_cancellable_cancel (cancellable);
  g_assert_null (octant_store_check (store, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  fixture_assert_sound (store);
  fixture_close (store);
  sound_clear (&sound);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/damage/flips", test_flips);
  g_test_add_func ("/store/damage/pages", test_pages);
  g_test_add_func ("/store/damage/edited", test_edited);
  g_test_add_func ("/store/damage/append-only", test_append_only);
  g_test_add_func ("/store/damage/check-cancelled", test_check_cancelled);
  return g_test_run ();
}
