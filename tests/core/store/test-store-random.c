/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "store-fixture.h"
#include "store/octant-store.h"

/*
 * Random acts on every table, with undo, redo and restarts in between, against a reference
 * that knows nothing of SQL or JSON: a table of rows, and two stacks of acts.
 * OCTANT_TEST_ROUNDS multiplies the number of acts.
 */

#define N_ACTS 6000
#define N_KEYS 12
#define MAX_COLUMNS 16

typedef struct
{
  GHashTable *rows; /* (owned) key text → OctantRecord */
  GPtrArray *done;  /* (owned) OctantAct */
  GPtrArray *undone;
  GRand *random;    /* (owned) */
  guint n_entries;
} Reference;

static char *
key_of (const OctantRecord *record)
{
  const OctantTableInfo *info = octant_table_get_info (octant_record_get_table (record));
  GString *key = g_string_new (info->name);

  for (guint i = 0; i < info->n_keys; i++)
    g_string_append_printf (key, "|%s", octant_record_get (record, i));
  return g_string_free (key, FALSE);
}

static void
reference_put (Reference    *self,
               OctantRecord *before,
               OctantRecord *after)
{
  g_autofree char *key = key_of (before != NULL ? before : after);

  if (after != NULL)
    g_hash_table_insert (self->rows, g_steal_pointer (&key), octant_record_ref (after));
  else
    g_hash_table_remove (self->rows, key);
}

static void
reference_apply (Reference *self,
                 OctantAct *act)
{
  for (guint i = 0; i < act->changes->len; i++)
    {
      OctantChange *change = g_ptr_array_index (act->changes, i);

      reference_put (self, change->before, change->after);
    }
}

static void
reference_revert (Reference *self,
                  OctantAct *act)
{
  for (guint i = act->changes->len; i > 0; i--)
    {
      OctantChange *change = g_ptr_array_index (act->changes, i - 1);

      reference_put (self, change->after, change->before);
    }
}

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char *
sorted (char **lines)
{
  g_autoptr (GPtrArray) array = g_ptr_array_new_null_terminated (0, NULL, TRUE);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_ptr_array_add (array, lines[i]);
  g_ptr_array_sort (array, compare_lines);
  return g_strjoinv ("\n", (char **) array->pdata);
}

/* In the form of fixture_dump(), whose order is that of the tables. */
static char *
reference_dump (Reference *self)
{
  GString *dump = g_string_new (NULL);
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    {
      const OctantTableInfo *info = octant_table_get_info (octant_record_get_table (row));

      g_string_append (dump, info->name);
      for (guint k = 0; k < info->n_columns; k++)
        {
          const char *value = octant_record_get (row, k);

          g_string_append_printf (dump, "|%s", value != NULL ? value : "<null>");
        }
      g_string_append_c (dump, '\n');
    }
  return g_string_free (dump, FALSE);
}

static void
assert_same (Reference   *self,
             OctantStore *store)
{
  g_autofree char *expected = reference_dump (self);
  g_autofree char *found = fixture_dump (store);
  g_auto (GStrv) expected_lines = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) found_lines = g_strsplit (found, "\n", -1);
  g_autofree char *a = sorted (expected_lines);
  g_autofree char *b = sorted (found_lines);

  g_assert_cmpstr (a, ==, b);
}

static char *
random_text (Reference *self)
{
  static const char *const pieces[] = { "a", "八分仪", "\"", "\\", "\x01", "\x1f", "'; DROP TABLE answer; --", "{}", "]",
                                        "\x7f", "null", "\\u0000", "𝄞", " ", "<b>", "%s" };
  GString *text = g_string_new (NULL);

  for (int n = g_rand_int_range (self->random, 0, 8); n > 0; n--)
    g_string_append (text, pieces[g_rand_int_range (self->random, 0, G_N_ELEMENTS (pieces))]);
  return g_string_free (text, FALSE);
}

/* What references another row has to name one that is there for good. */
static char *
random_value (Reference             *self,
              OctantTable            table,
              const OctantTableInfo *info,
              guint                  column)
{
  static const char *const ratings[] = { "", "N", "P", "L", "F", "NA" };
  const char *name = info->columns[column].name;

  if (column > 0 && strcmp (name, "org") == 0)
    return g_strdup (FIXTURE_ORG);
  if (strcmp (name, "cycle") == 0)
    return g_strdup (FIXTURE_CYCLE);
  if (strcmp (name, "evidence") == 0)
    return g_strdup ("evidence-0");
  if (strcmp (name, "interview") == 0)
    return g_strdup ("interview-0");
  if (column < info->n_keys)
    return g_strdup_printf ("%s-%d", name, g_rand_int_range (self->random, 1, N_KEYS));
  if (strcmp (name, "rating") == 0)
    return g_strdup (ratings[g_rand_int_range (self->random, 0, G_N_ELEMENTS (ratings))]);
  if (strcmp (name, "state") == 0)
    return g_strdup (g_rand_boolean (self->random) ? "confirmed" : "carried");
  if (strcmp (name, "model_hash") == 0)
    return g_strdup (octant_record_get (g_hash_table_lookup (self->rows, "cycle|" FIXTURE_CYCLE),
                                        OCTANT_CYCLE_MODEL_HASH));
  if (table == OCTANT_TABLE_TARGET)
    return g_strdup_printf ("%d", g_rand_int_range (self->random, 1, 10));
  if (info->columns[column].integer)
    return g_strdup_printf ("%" G_GINT64_FORMAT,
                            g_rand_boolean (self->random) ? (gint64) g_rand_int_range (self->random, -9, 9)
                                                          : (gint64) g_rand_int (self->random) << 31);
  if (info->columns[column].nullable && g_rand_boolean (self->random))
    return NULL;
  return random_text (self);
}

static OctantRecord *
random_row (Reference  *self,
            OctantTable table)
{
  const OctantTableInfo *info = octant_table_get_info (table);
  char *values[MAX_COLUMNS];
  OctantRecord *row;

  for (guint i = 0; i < info->n_columns; i++)
    values[i] = random_value (self, table, info, i);
  row = octant_record_new (table, (const char *const *) values);
  for (guint i = 0; i < info->n_columns; i++)
    g_free (values[i]);
  return row;
}

/* Carries the changes out on the reference as it makes them: a row may change twice in one act. */
static OctantAct *
random_act (Reference *self)
{
  OctantAct *act = octant_act_new ("random", "anything", FIXTURE_CYCLE, "tester", FIXTURE_TIME);

  for (int n = g_rand_int_range (self->random, 1, 5); n > 0; n--)
    {
      OctantRecord *row = random_row (self, (OctantTable) g_rand_int_range (self->random, 0, OCTANT_N_TABLES));
      g_autofree char *key = key_of (row);
      OctantRecord *before = g_hash_table_lookup (self->rows, key);

      if (before != NULL)
        octant_record_ref (before);
      if (before != NULL && g_rand_int_range (self->random, 0, 3) == 0)
        g_clear_pointer (&row, octant_record_unref);
      reference_put (self, before, row);
      octant_act_add_change (act, before, row);
    }
  return act;
}

static void
do_act (Reference   *self,
        OctantStore *store)
{
  g_autoptr (OctantAct) act = random_act (self);
  g_autoptr (GError) error = NULL;

  if (octant_act_is_empty (act))
    return;
  g_assert_true (octant_store_commit (store, act, &error));
  g_assert_no_error (error);
  g_assert_cmpint (act->seq, ==, ++self->n_entries);
  g_ptr_array_add (self->done, g_steal_pointer (&act));
  g_ptr_array_set_size (self->undone, 0);
}

static void
do_undo (Reference   *self,
         OctantStore *store)
{
  g_autoptr (OctantAct) peeked = octant_store_peek_undo (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) given = octant_store_undo (store, "tester", FIXTURE_TIME, &error);
  OctantAct *act;

  if (self->done->len == 0)
    {
      g_assert_null (peeked);
      g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOTHING_TO_UNDO);
      return;
    }
  act = g_ptr_array_steal_index (self->done, self->done->len - 1);
  g_assert_no_error (error);
  g_assert_cmpint (peeked->seq, ==, act->seq);
  g_assert_cmpint (given->reverts, ==, act->seq);
  g_assert_cmpint (given->seq, ==, ++self->n_entries);
  reference_revert (self, act);
  /* What is given back is what an assessment in memory applies: it must come to the same. */
  reference_apply (self, given);
  g_ptr_array_add (self->undone, act);
}

static void
do_redo (Reference   *self,
         OctantStore *store)
{
  g_autoptr (OctantAct) peeked = octant_store_peek_redo (store);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantAct) given = octant_store_redo (store, "tester", FIXTURE_TIME, &error);
  OctantAct *act;

  if (self->undone->len == 0)
    {
      g_assert_null (peeked);
      g_assert_error (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOTHING_TO_UNDO);
      return;
    }
  act = g_ptr_array_steal_index (self->undone, self->undone->len - 1);
  g_assert_no_error (error);
  g_assert_cmpint (peeked->seq, ==, act->seq);
  g_assert_cmpint (given->reverts, ==, act->seq);
  g_assert_cmpint (given->seq, ==, ++self->n_entries);
  reference_apply (self, act);
  reference_apply (self, given);
  g_ptr_array_add (self->done, act);
}

/* The rows that random ones refer to; this is where undo ends. */
static void
start (Reference   *self,
       OctantStore *store)
{
  const char *evidence[] = { "evidence-0", FIXTURE_ORG, "t", "n", "m", "1", "h", NULL, NULL, NULL, "0", "b", "a" };
  const char *interview[] = { "interview-0", FIXTURE_CYCLE, "p", "R1", "2026-01-02", NULL };
  g_autoptr (OctantAct) act = octant_act_new ("attach", "x", NULL, "tester", FIXTURE_TIME);
  g_autoptr (GError) error = NULL;

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) octant_record_unref);
  self->done = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_act_free);
  self->undone = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_act_free);
  fixture_populate (store);
  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_EVIDENCE, evidence));
  octant_act_add_change (act, NULL, octant_record_new (OCTANT_TABLE_INTERVIEW, interview));
  g_assert_true (octant_store_commit (store, act, &error));
  g_assert_no_error (error);
  self->n_entries = 2;
  for (guint table = 0; table < OCTANT_N_TABLES; table++)
    {
      g_autoptr (GPtrArray) rows = octant_store_list (store, (OctantTable) table, OCTANT_STORE_ALL, NULL, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < rows->len; i++)
        reference_put (self, NULL, g_ptr_array_index (rows, i));
    }
}

static void
finish (Reference *self)
{
  g_hash_table_unref (self->rows);
  g_ptr_array_unref (self->done);
  g_ptr_array_unref (self->undone);
  g_rand_free (self->random);
}

static void
step (Reference    *self,
      OctantStore **store,
      const char   *dir)
{
  int choice = g_rand_int_range (self->random, 0, 100);

  if (choice < 50)
    do_act (self, *store);
  else if (choice < 74)
    {
      /* The two acts of the beginning stay: the random rows refer to theirs. */
      if (self->done->len > 0)
        do_undo (self, *store);
    }
  else if (choice < 98)
    do_redo (self, *store);
  else
    {
      fixture_close (*store);
      *store = fixture_open (dir);
      assert_same (self, *store);
    }
}

static void
test_random (void)
{
  const char *factor = g_getenv ("OCTANT_TEST_ROUNDS");
  guint n = N_ACTS * (factor != NULL ? MAX (1, (guint) atoi (factor)) : 1);
  g_autofree char *dir = fixture_dir_new ();
  OctantStore *store = fixture_open (dir);
  Reference reference = { .random = g_rand_new_with_seed (20260104) };

  start (&reference, store);
  for (guint i = 0; i < n; i++)
    {
      step (&reference, &store, dir);
      if (i % 50 == 0)
        assert_same (&reference, store);
    }
  assert_same (&reference, store);
  fixture_assert_sound (store);

  /* All the way back and forth. */
  while (reference.done->len > 0)
    do_undo (&reference, store);
  assert_same (&reference, store);
  while (reference.undone->len > 0)
    do_redo (&reference, store);
  assert_same (&reference, store);
  do_redo (&reference, store);
  fixture_assert_sound (store);
  fixture_close (store);
  finish (&reference);
  fixture_dir_free (g_steal_pointer (&dir));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/random", test_random);
  return g_test_run ();
}
