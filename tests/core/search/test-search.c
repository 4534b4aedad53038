/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "assessment/octant-acts-objects.h"
#include "assessment/octant-evidence-state.h"
#include "assessment/octant-interview.h"
#include "search/octant-search-private.h"
#include "search/octant-search.h"
#include "../store/store-fixture.h"

#define TIME FIXTURE_TIME

static const OctantBy by = { "Assessor", TIME };

typedef struct
{
  char *dir;
  OctantStore *store;
  OctantModel *model;
  char *org;
  OctantAssessment *a; /* 2025 */
  OctantAssessment *b; /* 2026 */
  OctantSearchIndex *index;
} Fixture;

static void
commit (Fixture   *f,
        OctantAct *act) /* taken */
{
  g_autoptr (OctantAct) own = act;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (act);
  if (f->a != NULL)
    octant_assessment_apply (f->a, act);
  if (f->b != NULL)
    octant_assessment_apply (f->b, act);
  g_assert_true (octant_store_commit (f->store, act, &error));
  g_assert_no_error (error);
  if (f->index != NULL)
    g_assert_true (octant_search_index_apply (f->index, act));
}

static OctantAssessment *
add_cycle (Fixture    *f,
           const char *title,
           const char *as_of)
{
  OctantNewCycle what = { f->org, title, as_of, f->model, NULL, NULL };
  g_autofree char *id = NULL;
  g_autoptr (GError) error = NULL;
  OctantAssessment *assessment;

  commit (f, octant_act_new_cycle (&what, &by, &id, &error));
  assessment = octant_store_load_assessment (f->store, id, &error);
  g_assert_no_error (error);
  return assessment;
}

static OctantItemRef
item_of (Fixture    *f,
         const char *code)
{
  OctantItemRef item = { 0, 0 };

  g_assert_true (octant_model_find_requirement (f->model, code, &item.requirement));
  return item;
}

static void
set_up (Fixture      *f,
        gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_getenv ("OCTANT_MODEL_DIR"), "sf-ccmm-1.0.json", NULL);
  g_autoptr (GError) error = NULL;

  f->dir = fixture_dir_new ();
  f->store = fixture_open (f->dir);
  f->model = octant_model_new_from_file (path, NULL, &error);
  g_assert_no_error (error);
  commit (f, octant_act_add_organisation ("Example Futures", NULL, &by, &f->org, &error));
  f->a = add_cycle (f, "2025", "2025-03-01");
  f->b = add_cycle (f, "2026", "2026-03-01");
  commit (f, octant_act_note (f->a, item_of (f, "AP.01.1.P.01"), "防火墙 策略每季度复核 (Firewall)", &by, &error));
  commit (f, octant_act_note (f->b, item_of (f, "AP.01.1.P.01"), "ＦＩＲＥＷＡＬＬ rules are reviewed twice", &by, &error));
  f->index = octant_search_index_new (f->store, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture      *f,
           gconstpointer data)
{
  octant_search_index_free (f->index);
  g_clear_object (&f->a);
  g_clear_object (&f->b);
  g_free (f->org);
  fixture_close (f->store);
  g_clear_object (&f->model);
  fixture_dir_free (f->dir);
}

static guint
count (Fixture          *f,
       const char       *text,
       OctantSearchPlace place)
{
  guint n[OCTANT_SEARCH_N_PLACES];
  g_autoptr (GPtrArray) hits = octant_search_index_find (f->index, text, NULL, n);
  guint shown = 0;

  for (guint i = 0; i < hits->len; i++)
    shown += ((OctantSearchHit *) hits->pdata[i])->place == place ? 1 : 0;
  g_assert_cmpuint (shown, ==, n[place]);
  return n[place];
}

static void
test_places (Fixture      *f,
             gconstpointer data)
{
  const char *evidence[] = { "ev-1", f->org, "渗透测试报告", "pentest.pdf", "application/pdf", "1",
                             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", "Zeta Lab", NULL, NULL,
                             "1", "Assessor", TIME };
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autofree char *interview = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (count (f, "AP.01.1.P.01", OCTANT_SEARCH_CODE), ==, 1);
  g_assert_cmpuint (count (f, "ap.01.1.p.01", OCTANT_SEARCH_CODE), ==, 1);
  g_assert_cmpuint (count (f, "AP.01.1.P.01", OCTANT_SEARCH_NOTE), ==, 0); /* nobody wrote that */
  g_assert_cmpuint (count (f, "AP.01.1.P.01 防火墙", OCTANT_SEARCH_NOTE), ==, 1);

  g_ptr_array_add (rows, octant_record_new (OCTANT_TABLE_EVIDENCE, evidence));
  commit (f, octant_act_attach (f->b, item_of (f, "AP.01.1.P.01"), rows, &by, &error));
  g_assert_cmpuint (count (f, "透测", OCTANT_SEARCH_EVIDENCE), ==, 1);
  g_assert_cmpuint (count (f, "zeta PENTEST", OCTANT_SEARCH_EVIDENCE), ==, 1);

  commit (f, octant_act_add_interview (f->b, "Quint", "R1", "2026-02-01", "总体尚可", &by, &interview, &error));
  commit (f, octant_act_interview_minutes (f->b, interview, item_of (f, "AP.01.1.P.01"), "值班表由 Quint 维护", &by, &error));
  g_assert_cmpuint (count (f, "quint", OCTANT_SEARCH_MINUTES), ==, 2);
  g_assert_cmpuint (count (f, "值班", OCTANT_SEARCH_MINUTES), ==, 1);
  commit (f, octant_act_delete_interview (f->b, interview, &by, &error));
  g_assert_cmpuint (count (f, "quint", OCTANT_SEARCH_MINUTES), ==, 0);
}

static void
test_terms (Fixture      *f,
            gconstpointer data)
{
  /* Case, width and order of the terms do not matter; parts of words do. */
  g_assert_cmpuint (count (f, "firewall", OCTANT_SEARCH_NOTE), ==, 2);
  g_assert_cmpuint (count (f, "ｆｉｒｅ", OCTANT_SEARCH_NOTE), ==, 2);
  g_assert_cmpuint (count (f, "wall rules", OCTANT_SEARCH_NOTE), ==, 1);
  g_assert_cmpuint (count (f, "rules wall", OCTANT_SEARCH_NOTE), ==, 1);
  g_assert_cmpuint (count (f, "rules 防火墙", OCTANT_SEARCH_NOTE), ==, 0);
  g_assert_cmpuint (count (f, "火墙　策略", OCTANT_SEARCH_NOTE), ==, 1); /* an ideographic space between */
  g_assert_cmpuint (count (f, "", OCTANT_SEARCH_NOTE), ==, 0);
  g_assert_cmpuint (count (f, " \t ", OCTANT_SEARCH_REQUIREMENT), ==, 0);
  g_assert_cmpuint (count (f, "%_'\"\\", OCTANT_SEARCH_REQUIREMENT), ==, 0);
  g_assert_cmpuint (count (f, "\xff\xfe", OCTANT_SEARCH_NOTE), ==, 0);
}

static void
test_snippet (Fixture      *f,
              gconstpointer data)
{
  g_autoptr (GString) note = g_string_new ("第一行\n");
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  const OctantSearchHit *hit;
  const OctantSearchMark *mark;

  for (guint i = 0; i < 200; i++)
    g_string_append (note, "填充");
  g_string_append (note, "Xylo磁盘阵列");
  for (guint i = 0; i < 200; i++)
    g_string_append (note, "结尾");
  commit (f, octant_act_note (f->b, item_of (f, "AP.01.2.P.01"), note->str, &by, &error));
  hits = octant_search_index_find (f->index, "磁盘 xylo", NULL, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_cmpstr (hit->cycle_title, ==, "2026");
  g_assert_cmpstr (hit->cycle_id, ==, octant_assessment_get_id (f->b));
  g_assert_cmpstr (hit->code, ==, "AP.01.2.P.01");
  g_assert_cmpstr (hit->object_id, ==, "");
  g_assert_true (g_utf8_validate (hit->snippet, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (hit->snippet, -1), <=, 100);
  g_assert_true (g_str_has_prefix (hit->snippet, "…") && g_str_has_suffix (hit->snippet, "…"));
  g_assert_cmpuint (hit->marks->len, ==, 1); /* the two touch */
  mark = &g_array_index (hit->marks, OctantSearchMark, 0);
  g_assert_cmpmem (hit->snippet + mark->start, mark->length, "Xylo磁盘", strlen ("Xylo磁盘"));
}

/* A long line is cut between its words. */
static void
test_snippet_words (Fixture      *f,
                    gconstpointer data)
{
  g_autoptr (GString) note = g_string_new (NULL);
  g_autoptr (GPtrArray) hits = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) words = NULL;
  const OctantSearchHit *hit;

  for (guint i = 0; i < 40; i++)
    g_string_append (note, "alpha bravo charlie ");
  g_string_append (note, "xylophone ");
  for (guint i = 0; i < 40; i++)
    g_string_append (note, "alpha bravo charlie ");
  commit (f, octant_act_note (f->b, item_of (f, "AP.01.2.P.01"), note->str, &by, &error));
  hits = octant_search_index_find (f->index, "xylophone", NULL, NULL);
  g_assert_cmpuint (hits->len, ==, 1);
  hit = hits->pdata[0];
  g_assert_true (g_str_has_prefix (hit->snippet, "…") && g_str_has_suffix (hit->snippet, "…"));
  words = g_strsplit_set (hit->snippet + strlen ("…"), " ", -1);
  words[g_strv_length (words) - 1][strlen (words[g_strv_length (words) - 1]) - strlen ("…")] = '\0';
  g_assert_cmpuint (g_strv_length (words), >, 8);
  for (guint i = 0; words[i] != NULL; i++)
    g_assert_true (g_strv_contains ((const char *const[]){ "alpha", "bravo", "charlie", "xylophone", NULL }, words[i]));
}

static void
test_order_and_limit (Fixture      *f,
                      gconstpointer data)
{
  OctantSearchScope scope = { f->org, octant_model_get_hash (f->model), 3 };
  guint n[OCTANT_SEARCH_N_PLACES];
  g_autoptr (GPtrArray) hits = octant_search_index_find (f->index, "firewall", &scope, n);
  g_autoptr (GPtrArray) none = NULL;
  OctantSearchPlace last = OCTANT_SEARCH_CODE;
  guint notes = 0, requirements = 0;

  for (guint i = 0; i < hits->len; i++)
    {
      const OctantSearchHit *hit = hits->pdata[i];

      g_assert_cmpint (hit->place, >=, last);
      last = hit->place;
      requirements += hit->place == OCTANT_SEARCH_REQUIREMENT ? 1 : 0;
      if (hit->place == OCTANT_SEARCH_NOTE)
        g_assert_cmpstr (hit->cycle_title, ==, notes++ == 0 ? "2026" : "2025");
    }
  g_assert_cmpuint (notes, ==, 2);
  g_assert_cmpuint (requirements, ==, MIN (3, n[OCTANT_SEARCH_REQUIREMENT]));

  scope.organisation_id = "another";
  none = octant_search_index_find (f->index, "rules are reviewed", &scope, n);
  g_assert_cmpuint (n[OCTANT_SEARCH_NOTE], ==, 0);
}

static char *
print_hits (OctantSearchIndex *index,
            const char        *text)
{
  g_autoptr (GPtrArray) hits = octant_search_index_find (index, text, NULL, NULL);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_null_terminated (hits->len, g_free, TRUE);

  for (guint i = 0; i < hits->len; i++)
    {
      const OctantSearchHit *hit = hits->pdata[i];

      g_ptr_array_add (lines, g_strdup_printf ("%d %s %s %s %s %s", hit->place, hit->cycle_id, hit->code,
                                               hit->object_id, hit->id, hit->snippet));
    }
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Kept up to date act by act, also by undo, it finds what a new index finds, and what a plain look at each row does. */
static void
test_follows (Fixture      *f,
              gconstpointer data)
{
  static const char *const words[] = { "日志", "审计", "backup", "Backup", "备份", "drill", "演练" };
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 600; i++)
    {
      OctantItemRef item = { (guint) g_rand_int_range (random, 0, 60), 0 };
      g_autofree char *note = g_strdup_printf ("%s %s %u", words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))],
                                               words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))], i % 7);

      if (g_rand_int_range (random, 0, 4) == 0)
        {
          g_autoptr (OctantAct) undone = octant_store_undo (f->store, "tester", TIME, &error);

          if (i > 100)
            {
              g_assert_no_error (error);
              g_assert_true (octant_search_index_apply (f->index, undone));
              octant_assessment_apply (f->a, undone);
              octant_assessment_apply (f->b, undone);
              continue;
            }
          g_clear_error (&error);
          octant_act_free (octant_store_redo (f->store, "tester", TIME, &error));
          g_assert_no_error (error);
        }
      commit (f, octant_act_note (i % 2 == 0 ? f->a : f->b, item, i % 5 == 0 ? NULL : note, &by, &error));
      g_assert_no_error (error);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (OctantSearchIndex) fresh = octant_search_index_new (f->store, &error);
      g_autofree char *text = g_strdup_printf ("%s %u", words[i], i);
      g_autofree char *x = print_hits (f->index, text);
      g_autofree char *y = print_hits (fresh, text);
      g_autoptr (GPtrArray) rows = octant_store_list (f->store, OCTANT_TABLE_ANSWER, OCTANT_STORE_ALL, NULL, &error);
      g_autofree char *folded = g_ascii_strdown (words[i], -1);
      g_autofree char *digit = g_strdup_printf ("%u", i);
      guint expected = 0;

      g_assert_no_error (error);
      g_assert_cmpstr (x, ==, y);
      for (guint k = 0; k < rows->len; k++)
        {
          g_autofree char *line = g_ascii_strdown (octant_record_get (rows->pdata[k], OCTANT_ANSWER_NOTE), -1);
          g_autofree char *code = g_ascii_strdown (octant_record_get (rows->pdata[k], OCTANT_ANSWER_CODE), -1);

          expected += strstr (line, folded) != NULL && (strstr (line, digit) != NULL || strstr (code, digit) != NULL) ? 1 : 0;
        }
      g_assert_cmpuint (count (f, text, OCTANT_SEARCH_NOTE), ==, expected);
    }
  g_assert_cmpuint (octant_search_index_get_size (f->index), >, 0);
}

/* Folding keeps the number of characters, whatever comes. */
static void
test_fold (void)
{
  static const char *const texts[] = { "", "ABC", "ＡＢＣ　d", "İstanbul", "ǅ ẞ ß", "é e\xcc\x81", "𝄞 漢字", "\xff\xfe" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *normal = octant_search_normalise (texts[i]);
      g_autoptr (GString) folded = g_string_new (NULL);

      octant_search_append_fold (folded, normal);
      g_assert_true (g_utf8_validate (folded->str, -1, NULL));
      g_assert_cmpint (g_utf8_strlen (folded->str, -1), ==, g_utf8_strlen (normal, -1));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add ("/search/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("places", test_places);
  ADD ("terms", test_terms);
  ADD ("snippet", test_snippet);
  ADD ("snippet-words", test_snippet_words);
  ADD ("order-and-limit", test_order_and_limit);
  ADD ("follows", test_follows);
  g_test_add_func ("/search/fold", test_fold);

  return g_test_run ();
}
