/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <sys/stat.h>

#include "../assessment/variant.h"
#include "assessment/octant-interview.h"
#include "exchange/octant-csv.h"
#include "exchange/octant-export.h"
#include "exchange/octant-ratings-csv.h"

static OctantModel *model;

static OctantAct *
import (OctantAssessment *a,
        const char       *text,
        GPtrArray       **faults,
        GError          **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return octant_ratings_csv_import (a, bytes, &by, faults, error);
}

static void
test_import (void)
{
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  g_autoptr (GPtrArray) faults = NULL;
  OctantAnswer answer;
  OctantItemRef item;
  GError *error = NULL;
  OctantAct *act;

  rate (a, "AP.05.4.H.01", 0, OCTANT_RATING_L);
  act = import (a,
                "\xef\xbb\xbfrating,note,code,object,approver,reason\r\n"
                "F,'=good,AP.05.1.H.01,,,\r\n"
                "L,\"two\nlines\",AP.05.1.P.01,Trading,,\r\n"
                "P,,AP.05.1.P.01,obj-2,,\r\n"
                "NA,,AP.05.3.P.03,Settlement,Approver,not used\r\n"
                "-,,AP.05.4.H.01,,,\r\n"
                ",only a note,AP.05.5.H.01,,,\r\n",
                &faults, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_cmpstr (act->kind, ==, "import");
  g_assert_cmpuint (act->changes->len, ==, 6);
  apply_ok (a, act, error);

  item = item_of (a, "AP.05.1.H.01", 0);
  octant_assessment_get_answer (a, item.requirement, 0, &answer);
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_F);
  g_assert_cmpstr (answer.note, ==, "=good");
  item = item_of (a, "AP.05.1.P.01", 1);
  octant_assessment_get_answer (a, item.requirement, 0, &answer);
  g_assert_cmpstr (answer.note, ==, "two\nlines");
  octant_assessment_get_answer (a, item.requirement, 1, &answer);
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_P);
  item = item_of (a, "AP.05.3.P.03", 1);
  octant_assessment_get_answer (a, item.requirement, 1, &answer);
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_NA);
  g_assert_cmpstr (answer.na_reason, ==, "not used");
  g_assert_null (octant_assessment_get_answer_record (a, item_of (a, "AP.05.4.H.01", 0).requirement, 0));
  octant_assessment_get_answer (a, item_of (a, "AP.05.5.H.01", 0).requirement, 0, &answer);
  g_assert_cmpint (answer.rating, ==, OCTANT_RATING_UNANSWERED);
  g_assert_cmpstr (answer.note, ==, "only a note");
}

static void
test_faults (void)
{
  static const struct
  {
    guint line;
    const char *part;
  } expected[] = {
    { 2, "no requirement “XX.01.1.H.01”" },
    { 3, "“Q” is no rating" },
    { 4, "rated for each object; name the object" },
    { 5, "no object “Nothing”" },
    { 6, "leave the object empty" },
    { 7, "may not be rated NA" },
    { 8, "needs a reason" },
    { 9, "belong to NA alone" },
    { 11, "already rated in line 10" },
    { 12, "The code is missing" },
    { 13, "somebody other than Assessor" },
    { 15, "“f” is no rating" },
  };
  g_autoptr (OctantAssessment) a = new_cycle (model, 2, NULL);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  OctantAct *act;

  act = import (a,
                "code,object,rating,note,reason,approver\n"
                "XX.01.1.H.01,,F,,,\n"
                "AP.05.1.H.01,,Q,,,\n"
                "AP.05.1.P.01,,F,,,\n"
                "AP.05.1.P.01,Nothing,F,,,\n"
                "AP.05.1.H.01,Trading,F,,,\n"
                "AP.05.1.H.01,,NA,,no,Approver\n"
                "AP.05.3.P.03,Trading,NA,,,Approver\n"
                "AP.05.2.H.01,,F,,why,\n"
                "AP.05.3.H.01,,F,,,\n"
                "AP.05.3.H.01,,L,,,\n"
                ",,F,,,\n"
                "AP.05.3.P.03,Settlement,NA,,because,assessor\n"
                "AP.05.3.H.02,,F,\"a note that\nis fine\",,\n"
                "AP.05.4.H.01,,f,,,\n",
                &faults, &error);
  g_assert_null (act);
  g_assert_error (error, OCTANT_EXCHANGE_ERROR, OCTANT_EXCHANGE_ERROR_INVALID);
  for (guint i = 0; i < MIN (faults->len, G_N_ELEMENTS (expected)); i++)
    {
      const OctantFault *fault = g_ptr_array_index (faults, i);
      guint line = expected[i].line;

      /* The note in two lines moves what comes after it. */
      g_assert_cmpuint (fault->line, ==, line == 15 ? 16 : line);
      if (strstr (fault->message, expected[i].part) == NULL)
        g_error ("line %u: “%s” is not in “%s”", fault->line, expected[i].part, fault->message);
    }
  g_assert_cmpuint (faults->len, ==, G_N_ELEMENTS (expected));
}

static void
test_headers (void)
{
  static const struct
  {
    const char *text;
    const char *part;
  } cases[] = {
    { "", "empty" },
    { "code,object\nAP.05.1.H.01,\n", "“rating” is missing" },
    { "rating\nF\n", "“code” is missing" },
    { "code,rating,raiting\n", "no column “raiting”" },
    { "code,rating,code\n", "twice" },
    { "code,rating\nAP.05.1.H.01,\"F\n", "never closed" },
    { "code,rating,state\nAP.05.1.H.01,F,done\n", "“done” is no state" },
  };
  g_autoptr (OctantAssessment) a = new_cycle (model, 0, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_null (import (a, cases[i].text, &faults, &error));
      g_assert_nonnull (error);
      g_assert_cmpuint (faults->len, ==, 1);
      if (strstr (((OctantFault *) faults->pdata[0])->message, cases[i].part) == NULL)
        g_error ("“%s” is not in “%s”", cases[i].part, ((OctantFault *) faults->pdata[0])->message);
    }
}

/* A cycle with every kind of answer, and texts that want escaping. */
static OctantAssessment *
rich_cycle (void)
{
  g_autoptr (OctantAssessment) from = new_cycle (model, 2, NULL);
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autofree char *interview = NULL;
  OctantSaidRow said[] = { { .rating = OCTANT_RATING_P, .minutes = "Said so" }, { .minutes = "No more than words" } };
  OctantAssessment *a;
  GError *error = NULL;

  rate (from, "AP.05.1.H.01", 0, OCTANT_RATING_F);
  rate (from, "AP.05.2.H.01", 0, OCTANT_RATING_L);
  a = new_cycle (model, 2, from);
  rate (a, "AP.05.2.H.01", 0, OCTANT_RATING_L);
  rate (a, "AP.05.1.P.01", 0, OCTANT_RATING_F);
  rate (a, "AP.05.1.P.01", 1, OCTANT_RATING_N);
  rate (a, "AP.05.3.P.03", 1, OCTANT_RATING_NA);
  apply_ok (a, octant_act_note (a, item_of (a, "AP.05.1.P.01", 0), "=HYPERLINK(\"x\"),\n'quoted'", &by, &error), error);
  apply_ok (a, octant_act_note (a, item_of (a, "AP.05.5.H.01", 0), "备注", &by, &error), error);
  apply_ok (a, octant_act_tailor (a, node_of (a, "SH.12"), TRUE, "没有云", "Approver", &by, &error), error);
  apply_ok (a, octant_act_add_interview (a, "Head", "R1", "2026-02-01", "said", &by, &interview, &error), error);
  said[0].item = item_of (a, "AP.05.1.P.01", 0);
  said[1].item = item_of (a, "AP.05.1.H.01", 0);
  apply_ok (a, octant_act_interview_say (a, interview, said, G_N_ELEMENTS (said), &by, &error), error);
  apply_ok (a, octant_act_settle (a, said[0].item, OCTANT_RATING_F, &by, &error), error);
  g_ptr_array_add (evidence, make_evidence ("ev-1", "2", "2026-01-01", NULL));
  apply_ok (a, octant_act_attach (a, item_of (a, "AP.05.1.P.01", 0), evidence, &by, &error), error);
  apply_ok (a, octant_act_attach (a, item_of (a, "AP.05.1.P.01", 1), evidence, &by, &error), error);
  return a;
}

static void
test_csv_round_trip (void)
{
  g_autoptr (OctantAssessment) a = rich_cycle ();
  g_autoptr (OctantAssessment) b = new_cycle (model, 2, NULL);

  for (guint mark = 0; mark < 2; mark++)
    {
      g_autoptr (GBytes) csv = octant_export_ratings_csv (a, OCTANT_LANGUAGE_ZH, mark != 0);
      g_autoptr (GPtrArray) faults = NULL;
      g_autoptr (OctantAct) same = NULL;
      g_autoptr (GError) error = NULL;

      /* Into itself: nothing to do, also for what is carried over. */
      same = octant_ratings_csv_import (a, csv, &by, &faults, &error);
      g_assert_no_error (error);
      g_assert_true (octant_act_is_empty (same));
    }
  {
    g_autoptr (GBytes) csv = octant_export_ratings_csv (a, OCTANT_LANGUAGE_EN, FALSE);
    GError *error = NULL;

    apply_ok (b, octant_ratings_csv_import (b, csv, &by, NULL, &error), error);
  }
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (a, r); slot++)
      {
        OctantAnswer x, y;

        octant_assessment_get_answer (a, r, slot, &x);
        octant_assessment_get_answer (b, r, slot, &y);
        g_assert_cmpint (y.rating, ==, x.carried ? OCTANT_RATING_UNANSWERED : x.rating);
        g_assert_cmpstr (y.note, ==, x.note);
        g_assert_cmpstr (y.na_reason, ==, x.na_reason);
        g_assert_cmpstr (y.na_approver, ==, x.na_approver);
      }
}

static JsonObject *
find_member (JsonArray  *array,
             const char *member,
             const char *value)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);

      if (strcmp (json_object_get_string_member (object, member), value) == 0)
        return object;
    }
  g_assert_not_reached ();
}

static void
test_json (void)
{
  g_autoptr (OctantAssessment) a = rich_cycle ();
  const char *values[] = { ORG, "Futures", "futures", TIME };
  g_autoptr (OctantRecord) organisation = octant_record_new (OCTANT_TABLE_ORGANISATION, values);
  g_autoptr (GBytes) bytes = octant_export_json (a, organisation);
  g_autoptr (GBytes) again = octant_export_json (a, organisation);
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  g_autoptr (GError) error = NULL;
  JsonObject *root, *object;
  JsonArray *array;
  const char *id;

  g_assert_true (g_bytes_equal (bytes, again));
  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  g_assert_cmpstr (json_object_get_string_member (root, "format"), ==, "octant-cycle/1");
  object = json_object_get_object_member (root, "model");
  g_assert_cmpstr (json_object_get_string_member (object, "hash"), ==, octant_model_get_hash (model));
  object = json_object_get_object_member (root, "organisation");
  g_assert_cmpstr (json_object_get_string_member (object, "name"), ==, "Futures");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "objects")), ==, 2);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "tailoring")), ==, 1);
  array = json_object_get_array_member (root, "interviews");
  g_assert_cmpuint (json_array_get_length (array), ==, 1);
  id = json_object_get_string_member (json_array_get_object_element (array, 0), "id");
  array = json_object_get_array_member (root, "said");
  g_assert_cmpuint (json_array_get_length (array), ==, 2);
  object = find_member (array, "code", "AP.05.1.H.01");
  g_assert_true (json_object_get_null_member (object, "object"));
  g_assert_true (json_object_get_null_member (object, "rating"));
  object = find_member (array, "code", "AP.05.1.P.01");
  g_assert_cmpstr (json_object_get_string_member (object, "interview"), ==, id);
  g_assert_cmpstr (json_object_get_string_member (object, "object"), ==, "obj-1");
  g_assert_cmpstr (json_object_get_string_member (object, "rating"), ==, "P");
  g_assert_cmpstr (json_object_get_string_member (object, "minutes"), ==, "Said so");
  array = json_object_get_array_member (root, "settlements");
  g_assert_cmpuint (json_array_get_length (array), ==, 1);
  g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (array, 0), "code"), ==, "AP.05.1.P.01");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (root, "evidence")), ==, 1);

  array = json_object_get_array_member (root, "answers");
  g_assert_cmpuint (json_array_get_length (array), ==, 420 + 156 * 2);
  object = find_member (array, "code", "AP.05.1.H.01");
  g_assert_cmpstr (json_object_get_string_member (object, "state"), ==, "carried");
  g_assert_cmpstr (json_object_get_string_member (object, "rating"), ==, "F");
  g_assert_true (json_object_get_null_member (object, "object"));
  object = find_member (array, "code", "AP.05.1.P.01");
  g_assert_cmpstr (json_object_get_string_member (object, "object"), ==, "obj-1");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "evidence")), ==, 1);
  object = find_member (array, "code", "AP.05.4.H.01");
  g_assert_cmpstr (json_object_get_string_member (object, "state"), ==, "unanswered");
  g_assert_true (json_object_get_null_member (object, "rating"));

  object = json_object_get_object_member (root, "scores");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "domains")), ==, 8);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "subdomains")), ==, 40);
  object = find_member (json_object_get_array_member (object, "subdomains"), "code", "SH.12");
  g_assert_false (json_object_get_boolean_member (object, "applicable"));
  g_assert_true (json_object_get_null_member (object, "s"));
  g_assert_true (json_object_get_null_member (object, "l"));
}

static void
test_comparison_csv (void)
{
  g_autoptr (OctantAssessment) a = rich_cycle ();
  g_autoptr (OctantAssessment) b = new_cycle (model, 3, a);
  g_autoptr (OctantComparison) comparison = octant_comparison_new (a, b, FALSE);
  g_autoptr (GBytes) bytes = octant_export_comparison_csv (comparison, OCTANT_LANGUAGE_ZH, TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = octant_csv_parse (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);

  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==,
                    1 + comparison->nodes->len + comparison->objects->len + comparison->scope->len +
                      comparison->targets->len + comparison->items->len);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpuint (((OctantCsvRow *) rows->pdata[i])->n_cells, ==, 22);
  g_assert_cmpstr (((OctantCsvRow *) rows->pdata[1])->cells[1], ==, "overall");
  g_assert_cmpuint (comparison->objects->len, ==, 1);
  {
    OctantCsvRow *object = rows->pdata[1 + comparison->nodes->len];

    g_assert_cmpstr (object->cells[0], ==, "object");
    g_assert_cmpstr (object->cells[3], ==, "Market data");
    g_assert_cmpstr (object->cells[4], ==, "object-added");
    g_assert_cmpstr (object->cells[5], ==, "");
    g_assert_cmpstr (object->cells[6], ==, "2");
  }
}

static void
test_read_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("octant-exchange-XXXXXX", NULL);
  g_autofree char *file = g_build_filename (folder, "ratings.csv", NULL);
  g_autofree char *fifo = g_build_filename (folder, "fifo", NULL);
  g_autofree char *big = g_build_filename (folder, "big", NULL);
  g_autoptr (GBytes) bytes = NULL;
  GError *error = NULL;

  g_assert_true (g_file_set_contents (file, "code,rating\n", -1, NULL));
  bytes = octant_exchange_read_file (file, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 12);

  g_assert_null (octant_exchange_read_file (folder, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_null (octant_exchange_read_file (fifo, &error));
  g_assert_error (error, OCTANT_EXCHANGE_ERROR, OCTANT_EXCHANGE_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (octant_exchange_read_file ("/nonexistent", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  {
    /* Sparse: large without taking room. */
    FILE *stream = g_fopen (big, "w");

    g_assert_nonnull (stream);
    g_assert_cmpint (fseek (stream, OCTANT_EXCHANGE_MAX_BYTES, SEEK_SET), ==, 0);
    g_assert_cmpint (fputc ('x', stream), ==, 'x');
    g_assert_cmpint (fclose (stream), ==, 0);
  }
  g_assert_null (octant_exchange_read_file (big, &error));
  g_assert_error (error, OCTANT_EXCHANGE_ERROR, OCTANT_EXCHANGE_ERROR_INVALID);
  g_clear_error (&error);

  g_unlink (file);
  g_unlink (fifo);
  g_unlink (big);
  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  int result;

  g_test_init (&argc, &argv, NULL);
  model = load_model ();

  g_test_add_func ("/exchange/import", test_import);
  g_test_add_func ("/exchange/faults", test_faults);
  g_test_add_func ("/exchange/headers", test_headers);
  g_test_add_func ("/exchange/csv-round-trip", test_csv_round_trip);
  g_test_add_func ("/exchange/json", test_json);
  g_test_add_func ("/exchange/comparison-csv", test_comparison_csv);
  g_test_add_func ("/exchange/read-file", test_read_file);

  result = g_test_run ();
  g_assert_finalize_object (model);
  return result;
}
