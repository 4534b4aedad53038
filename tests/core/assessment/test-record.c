/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-record.h"

static OctantRecord *
make_answer (const char *code,
             const char *rating,
             const char *note)
{
  const char *values[] = { "c1", code, "", rating, note, NULL, NULL, "confirmed", "assessor", "2026-01-01T00:00:00.000000Z" };

  return octant_record_new (OCTANT_TABLE_ANSWER, values);
}

static void
test_tables (void)
{
  for (guint i = 0; i < OCTANT_N_TABLES; i++)
    {
      const OctantTableInfo *info = octant_table_get_info ((OctantTable) i);
      OctantTable table;

      g_assert_true (octant_table_from_name (info->name, &table));
      g_assert_cmpuint (table, ==, i);
      g_assert_cmpuint (info->n_keys, >=, 1);
      g_assert_cmpuint (info->n_columns, >, info->n_keys);
      for (guint k = 0; k < info->n_columns; k++)
        {
          g_assert_nonnull (info->columns[k].name);
          if (k < info->n_keys)
            g_assert_false (info->columns[k].nullable);
        }
    }
  g_assert_cmpuint (octant_table_get_info (OCTANT_TABLE_INTERVIEW)->n_columns, ==, OCTANT_INTERVIEW_MINUTES + 1);
  g_assert_cmpuint (octant_table_get_info (OCTANT_TABLE_EVIDENCE)->n_columns, ==, OCTANT_EVIDENCE_ADDED_AT + 1);
  g_assert_cmpuint (octant_table_get_info (OCTANT_TABLE_ANSWER)->n_columns, ==, OCTANT_ANSWER_RATED_AT + 1);
  g_assert_cmpuint (octant_table_get_info (OCTANT_TABLE_CYCLE)->n_columns, ==, OCTANT_CYCLE_CREATED_AT + 1);

  OctantTable table;
  g_assert_false (octant_table_from_name ("answers", &table));
}

static void
test_record (void)
{
  g_autoptr (OctantRecord) record = make_answer ("AP.01.1.P.01", "F", "a note");
  g_autoptr (OctantRecord) same = make_answer ("AP.01.1.P.01", "F", "a note");
  g_autoptr (OctantRecord) other = make_answer ("AP.01.1.P.02", "F", "a note");
  g_autoptr (OctantRecord) changed = octant_record_with (record,
                                                         OCTANT_ANSWER_RATING, "N",
                                                         OCTANT_ANSWER_NOTE, NULL,
                                                         G_MAXUINT);

  g_assert_cmpuint (octant_record_get_table (record), ==, OCTANT_TABLE_ANSWER);
  g_assert_cmpstr (octant_record_get (record, OCTANT_ANSWER_OBJECT), ==, "");
  g_assert_cmpstr (octant_record_get (record, OCTANT_ANSWER_NOTE), ==, "a note");
  g_assert_null (octant_record_get (record, OCTANT_ANSWER_NA_REASON));
  g_assert_true (octant_record_equal (record, same));
  g_assert_false (octant_record_same_key (record, other));
  g_assert_cmpstr (octant_record_get (changed, OCTANT_ANSWER_RATING), ==, "N");
  g_assert_null (octant_record_get (changed, OCTANT_ANSWER_NOTE));
  g_assert_true (octant_record_same_key (record, changed));
  g_assert_false (octant_record_equal (record, changed));
  g_assert_cmpstr (octant_record_get (record, OCTANT_ANSWER_RATING), ==, "F");
}

static void
test_integers (void)
{
  const char *values[] = { "c1", "o1", "Trading", "system", "3", "3", "-7" };
  g_autoptr (OctantRecord) record = octant_record_new (OCTANT_TABLE_CYCLE_OBJECT, values);

  g_assert_cmpint (octant_record_get_int (record, OCTANT_CYCLE_OBJECT_LEVEL), ==, 3);
  g_assert_cmpint (octant_record_get_int (record, OCTANT_CYCLE_OBJECT_POSITION), ==, -7);
}

static void
test_act (void)
{
  g_autoptr (OctantAct) act = octant_act_new ("rate", "AP.01.1.P.01", "c1", "assessor", "2026-01-01T00:00:00.000000Z");
  g_autoptr (OctantAct) copy = NULL;
  OctantRecord *record = make_answer ("AP.01.1.P.01", "F", NULL);
  OctantScoreRow *row = g_new0 (OctantScoreRow, 1);
  const OctantChange *change;

  g_assert_true (octant_act_is_empty (act));
  octant_act_add_change (act, NULL, NULL);
  octant_act_add_change (act, octant_record_ref (record), make_answer ("AP.01.1.P.01", "F", NULL));
  g_assert_true (octant_act_is_empty (act));

  octant_act_add_change (act, octant_record_ref (record), make_answer ("AP.01.1.P.01", "L", NULL));
  octant_act_add_change (act, NULL, make_answer ("AP.01.1.P.02", "L", NULL));
  row->code = g_strdup ("overall");
  row->s = g_strdup ("37/12");
  row->s_hi = g_strdup ("4");
  row->l = 2;
  g_ptr_array_add (act->scores, row);
  act->seq = 7;
  act->model = g_bytes_new_static ("{}", 2);
  act->model_hash = g_strdup ("hash");
  g_assert_false (octant_act_is_empty (act));

  copy = octant_act_copy (act);
  g_clear_pointer (&act, octant_act_free);
  g_assert_cmpuint (copy->changes->len, ==, 2);
  change = g_ptr_array_index (copy->changes, 0);
  g_assert_true (change->before == record);
  g_assert_cmpstr (octant_record_get (change->after, OCTANT_ANSWER_RATING), ==, "L");
  g_assert_cmpuint (copy->scores->len, ==, 1);
  g_assert_cmpstr (((OctantScoreRow *) g_ptr_array_index (copy->scores, 0))->s, ==, "37/12");
  g_assert_cmpint (copy->seq, ==, 7);
  g_assert_cmpuint (g_bytes_get_size (copy->model), ==, 2);
  g_assert_cmpstr (copy->model_hash, ==, "hash");
  octant_record_unref (record);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/tables", test_tables);
  g_test_add_func ("/record/values", test_record);
  g_test_add_func ("/record/integers", test_integers);
  g_test_add_func ("/record/act", test_act);

  return g_test_run ();
}
