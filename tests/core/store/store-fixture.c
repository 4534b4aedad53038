/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* nftw */

#include "config.h"

#include "store-fixture.h"

#include <ftw.h>
#include <glib/gstdio.h>
#include <unistd.h>

#include "model/octant-model.h"

char *
fixture_dir_new (void)
{
  g_autoptr (GError) error = NULL;
  char *dir = g_dir_make_tmp ("octant-test-XXXXXX", &error);

  g_assert_no_error (error);
  return dir;
}

static int
remove_cb (const char        *path,
           const struct stat *info,
           int                type,
           struct FTW        *walk)
{
  return g_remove (path);
}

void
fixture_dir_free (char *dir)
{
  if (dir == NULL)
    return;
  g_assert_cmpint (nftw (dir, remove_cb, 16, FTW_DEPTH | FTW_PHYS), ==, 0);
  g_free (dir);
}

OctantStore *
fixture_open (const char *dir)
{
  g_autoptr (GError) error = NULL;
  OctantStore *store = octant_store_open (dir, &error);

  g_assert_no_error (error);
  g_assert_nonnull (store);
  return store;
}

void
fixture_close (OctantStore *store)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (octant_store_close (store, &error));
  g_assert_no_error (error);
  g_assert_finalize_object (store);
}

static void
add_row (OctantAct         *act,
         OctantTable        table,
         const char *const *values)
{
  octant_act_add_change (act, NULL, octant_record_new (table, values));
}

void
fixture_populate (OctantStore *store)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "model", "small.json", NULL);
  g_autoptr (OctantAct) act = octant_act_new ("cycle-new", FIXTURE_CYCLE, FIXTURE_CYCLE, "tester", FIXTURE_TIME);
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantModel) model = octant_model_new_from_file (path, NULL, &error);
  const char *org[] = { FIXTURE_ORG, "Example Futures", "futures", FIXTURE_TIME };
  const char *first[] = { "object-1", FIXTURE_ORG, "Trading", "trading", "3", "3", FIXTURE_TIME };
  const char *second[] = { "object-2", FIXTURE_ORG, "Settlement", "settlement", "3", "2", FIXTURE_TIME };

  g_assert_no_error (error);
  act->model = g_bytes_ref (octant_model_get_bytes (model));
  act->model_hash = g_strdup (octant_model_get_hash (model));

  const char *cycle[] = { FIXTURE_CYCLE, FIXTURE_ORG, "2026", "2026-01-31", act->model_hash,
                          octant_model_get_id (model), octant_model_get_version (model), NULL, "tester",
                          FIXTURE_TIME };

  add_row (act, OCTANT_TABLE_CYCLE, cycle);
  add_row (act, OCTANT_TABLE_OBJECT, first);
  add_row (act, OCTANT_TABLE_OBJECT, second);
  add_row (act, OCTANT_TABLE_ORGANISATION, org);
  g_assert_true (octant_store_commit (store, act, &error));
  g_assert_no_error (error);
  g_assert_cmpint (act->seq, ==, 1);
}

OctantRecord *
fixture_answer (const char *cycle,
                const char *code,
                const char *rating,
                const char *note)
{
  const char *values[] = { cycle, code, "", rating, note, NULL, NULL, "confirmed", "tester", FIXTURE_TIME };

  return octant_record_new (OCTANT_TABLE_ANSWER, values);
}

OctantRecord *
fixture_find_answer (OctantStore *store,
                     const char  *code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = octant_store_list (store, OCTANT_TABLE_ANSWER, OCTANT_ANSWER_CODE, code, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, <=, 1);
  return rows->len > 0 ? octant_record_ref (g_ptr_array_index (rows, 0)) : NULL;
}

OctantAct *
fixture_rate (OctantStore *store,
              const char  *code,
              const char  *rating,
              const char  *note)
{
  OctantAct *act = octant_act_new ("rate", code, FIXTURE_CYCLE, "tester", FIXTURE_TIME);

  octant_act_add_change (act, fixture_find_answer (store, code),
                         fixture_answer (FIXTURE_CYCLE, code, rating, note));
  return act;
}

gint64
fixture_commit_rate (OctantStore *store,
                     const char  *code,
                     const char  *rating,
                     const char  *note)
{
  g_autoptr (OctantAct) act = fixture_rate (store, code, rating, note);
  g_autoptr (GError) error = NULL;

  g_assert_true (octant_store_commit (store, act, &error));
  g_assert_no_error (error);
  return act->seq;
}

void
fixture_assert_rating (OctantStore *store,
                       const char  *code,
                       const char  *rating)
{
  g_autoptr (OctantRecord) row = fixture_find_answer (store, code);

  if (rating == NULL)
    {
      g_assert_null (row);
      return;
    }
  g_assert_nonnull (row);
  g_assert_cmpstr (octant_record_get (row, OCTANT_ANSWER_RATING), ==, rating);
}

void
fixture_assert_sound (OctantStore *store)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) findings = octant_store_check (store, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < findings->len; i++)
    {
      OctantFinding *finding = g_ptr_array_index (findings, i);

      g_test_message ("%s: %s", finding->where, finding->message);
    }
  g_assert_cmpuint (findings->len, ==, 0);
}

void
fixture_assert_journal_length (OctantStore *store,
                               guint        n)
{
  g_autoptr (GPtrArray) journal = octant_store_list_journal (store, NULL, NULL, NULL, 0, NULL);

  g_assert_nonnull (journal);
  g_assert_cmpuint (journal->len, ==, n);
}

char *
fixture_dump (OctantStore *store)
{
  GString *dump = g_string_new (NULL);

  for (guint table = 0; table < OCTANT_N_TABLES; table++)
    {
      const OctantTableInfo *info = octant_table_get_info ((OctantTable) table);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows = octant_store_list (store, (OctantTable) table, OCTANT_STORE_ALL, NULL, &error);

      g_assert_no_error (error);
      for (guint i = 0; i < rows->len; i++)
        {
          g_string_append (dump, info->name);
          for (guint k = 0; k < info->n_columns; k++)
            {
              const char *value = octant_record_get (g_ptr_array_index (rows, i), k);

              g_string_append_printf (dump, "|%s", value != NULL ? value : "<null>");
            }
          g_string_append_c (dump, '\n');
        }
    }
  return g_string_free (dump, FALSE);
}
