/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>

#include "base/octant-brief.h"
#include "base/octant-digest.h"
#include "base/octant-file.h"
#include "base/octant-fraction.h"
#include "base/octant-name.h"
#include "base/octant-rating.h"
#include "base/octant-text.h"
#include "base/octant-time.h"

static void
test_fraction (void)
{
  static const struct
  {
    const char *in;
    const char *out; /* NULL: refused */
  } cases[] = {
    { "0", "0" },
    { "1", "1" },
    { "17/20", "17/20" },
    { "34/40", "17/20" },
    { "6/3", "2" },
    { "0/7", "0" },
    { "1000000000/3", "1000000000/3" },
    { "1000000001", NULL },
    { "99999999999999999999", NULL },
    { "1/0", NULL },
    { "-1/2", NULL },
    { "+1", NULL },
    { "1/-2", NULL },
    { " 1", NULL },
    { "1 ", NULL },
    { "1/2/3", NULL },
    { "", NULL },
    { "/2", NULL },
    { "1/", NULL },
    { "0.5", NULL },
    { "1e3", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OctantFraction fraction;
      gboolean read = octant_fraction_parse (cases[i].in, &fraction);

      g_test_message ("“%s”", cases[i].in);
      g_assert_cmpint (read, ==, cases[i].out != NULL);
      if (read)
        {
          g_autofree char *out = octant_fraction_to_string (&fraction);

          g_assert_cmpstr (out, ==, cases[i].out);
        }
    }
}

static void
test_rating (void)
{
  OctantRating rating;

  for (int i = OCTANT_RATING_UNANSWERED; i <= OCTANT_RATING_NA; i++)
    {
      g_assert_true (octant_rating_parse (octant_rating_to_string ((OctantRating) i), &rating));
      g_assert_cmpint (rating, ==, i);
    }
  g_assert_true (octant_rating_parse ("-", &rating));
  g_assert_cmpint (rating, ==, OCTANT_RATING_UNANSWERED);
  g_assert_false (octant_rating_parse ("n", &rating));
  g_assert_false (octant_rating_parse ("NA ", &rating));
}

static void
test_dates (void)
{
  static const struct
  {
    const char *from, *to;
    int months;
  } cases[] = {
    { "2025-11-01", "2026-11-01", 12 },
    { "2025-11-02", "2026-11-01", 11 },
    { "2025-10-31", "2026-11-01", 12 },
    { "2026-11-01", "2026-11-01", 0 },
    { "2026-11-02", "2026-11-01", -1 },
    { "2026-12-31", "2026-11-01", -1 },
    { "2024-02-29", "2025-02-28", 11 },
    { "2027-11-01", "2026-11-01", -12 },
  };
  g_autofree char *now = octant_time_now ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (octant_date_months_between (cases[i].from, cases[i].to), ==, cases[i].months);

  g_assert_true (octant_date_is_valid ("2024-02-29"));
  g_assert_false (octant_date_is_valid ("2025-02-29"));
  g_assert_false (octant_date_is_valid ("2025-2-9"));
  g_assert_false (octant_date_is_valid ("2025-02-09 "));
  g_assert_false (octant_date_is_valid ("0000-01-01"));
  g_assert_false (octant_date_is_valid (NULL));
  g_assert_true (g_regex_match_simple ("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}Z$", now, 0, 0));
}

/* The value is the published one of FIPS 180-2, appendix B.1. */
static void
test_digest (void)
{
  g_autoptr (OctantDigest) digest = octant_digest_new ();
  g_autofree char *whole = octant_digest_bytes ("abc", 3);
  g_autofree char *parts = NULL;

  octant_digest_update (digest, "a", 1);
  octant_digest_update (digest, "bc", 2);
  parts = octant_digest_finish (digest);
  g_assert_cmpstr (whole, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  g_assert_cmpstr (parts, ==, whole);
}

static void
test_replace (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("octant-base-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "out.csv", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "none", "out.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GDir) dir = NULL;

  g_assert_no_error (error);
  g_assert_true (octant_file_replace (path, "old", 3, &error));
  g_assert_true (octant_file_replace (path, "new one", 7, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "new one");
  g_assert_false (octant_file_replace (nowhere, "x", 1, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);

  /* Nothing but the file is left behind. */
  dir = g_dir_open (folder, 0, NULL);
  g_assert_cmpstr (g_dir_read_name (dir), ==, "out.csv");
  g_assert_null (g_dir_read_name (dir));
  g_unlink (path);
  g_rmdir (folder);
}

/* What comes out of one year after the other, and of a second assessment in one of the years. */
static void
test_brief (void)
{
  static const struct
  {
    const char *titles[3];
    const char *dates[3];
    const char *wanted[3];
  } cases[] = {
    { { "2024", "2025", "2026 年度评估" }, { "2024-11-01", "2025-11-01", "2026-11-01" }, { "2024", "2025", "2026 年度评估" } },
    { { "2024", "2025", "2026 年度安全评估" }, { "2024-11-01", "2025-11-01", "2026-11-01" }, { "2024", "2025", "2026" } },
    { { "2024", "2025", "2025 again, by another" }, { "2024-11-01", "2025-06-30", "2025-11-01" },
      { "2024-11", "2025-06", "2025-11" } },
    { { "a", "b", "a rather long title" }, { "2024-11-01", "2025-11-01", "2025-11-30" },
      { "2024-11-01", "2025-11-01", "2025-11-30" } },
    { { "a", "b", "a rather long title" }, { "2024-11-01", "2025-11-01", "2025-11-01" }, { "a", "b", "a rather long title" } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (GStrv) brief = octant_brief_titles (cases[i].titles, cases[i].dates, 3);

      g_assert_cmpuint (g_strv_length (brief), ==, 3);
      for (guint k = 0; k < 3; k++)
        g_assert_cmpstr (brief[k], ==, cases[i].wanted[k]);
    }
  g_assert_cmpuint (octant_brief_measure ("2026 年度"), ==, 9);
}

/* As gettext chooses among the languages that there are. */
static void
test_language (void)
{
  static const struct
  {
    const char *languages;
    OctantLanguage language;
  } cases[] = {
    { "zh_CN", OCTANT_LANGUAGE_ZH }, { "zh_TW:en", OCTANT_LANGUAGE_ZH }, { "en_GB:zh_CN", OCTANT_LANGUAGE_EN },
    { "ja:zh_CN", OCTANT_LANGUAGE_ZH }, { "ja:en:zh_CN", OCTANT_LANGUAGE_EN }, { "ja", OCTANT_LANGUAGE_EN },
  };
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_setenv ("LANGUAGE", cases[i].languages, TRUE);
      g_assert_cmpint (octant_language_from_locale (), ==, cases[i].language);
    }
  if (before != NULL)
    g_setenv ("LANGUAGE", before, TRUE);
  else
    g_unsetenv ("LANGUAGE");
}

static void
test_name (void)
{
  static const struct
  {
    const char *a, *b;
    gboolean same;
  } cases[] = {
    { "Trading", " trading\t", TRUE },
    { "ＡＢＣ期货", "abc期货", TRUE },
    { "\u3000远衡期货\u3000", "远衡期货", TRUE },
    { "e\u0301", "\u00e9", TRUE },
    { "", "\u3000", TRUE },
    { "远衡 期货", "远衡期货", FALSE },
    { "Trading", "Trading 2", FALSE },
  };
  g_autofree char *trimmed = octant_name_trim ("\u3000 远衡 期货\n\u00a0");

  g_assert_cmpstr (trimmed, ==, "远衡 期货");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (octant_name_equal (cases[i].a, cases[i].b) == cases[i].same);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/fraction", test_fraction);
  g_test_add_func ("/base/rating", test_rating);
  g_test_add_func ("/base/dates", test_dates);
  g_test_add_func ("/base/digest", test_digest);
  g_test_add_func ("/base/replace", test_replace);
  g_test_add_func ("/base/brief", test_brief);
  g_test_add_func ("/base/language", test_language);
  g_test_add_func ("/base/name", test_name);
  return g_test_run ();
}
