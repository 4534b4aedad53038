/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "octant-help-book.h"
#include "octant-help-reader.h"

/* The pages of help as the application shows them itself where there is no viewer. */

static GHashTable *
load (const char *language)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "..", "help", language, NULL);
  g_autoptr (GError) error = NULL;
  GHashTable *book = octant_help_book_load (folder, &error);

  g_assert_no_error (error);
  return book;
}

/* Markup that Pango takes, and links that lead somewhere. */
static void
assert_text (GHashTable *book,
             const char *markup)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GRegex) links = g_regex_new ("<a href=\"([^\"]*)\">([^<]+)</a>", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  g_autofree char *bare = g_regex_replace (links, markup, -1, 0, "\\2", 0, NULL);
  g_autofree char *plain = NULL;

  g_assert_true (pango_parse_markup (bare, -1, 0, NULL, &plain, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (plain), >, 0);
  g_assert_null (strstr (plain, "  "));
  for (g_regex_match (links, markup, 0, &match); g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *target = g_match_info_fetch (match, 1);

      g_assert_nonnull (g_hash_table_lookup (book, target));
    }
}

static void
test_pages (gconstpointer data)
{
  g_autoptr (GHashTable) book = load (data);
  GHashTableIter iter;
  OctantHelpPage *page;
  guint n_topics = 0;

  g_assert_nonnull (g_hash_table_lookup (book, "index"));
  g_hash_table_iter_init (&iter, book);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &page))
    {
      g_assert_cmpuint (page->blocks->len, >, 0);
      for (guint i = 0; i < page->blocks->len; i++)
        {
          OctantHelpBlock *block = g_ptr_array_index (page->blocks, i);

          assert_text (book, block->text);
          g_assert_true ((block->kind == OCTANT_HELP_ROW) == (block->second != NULL));
          if (block->second != NULL)
            assert_text (book, block->second);
          n_topics += g_str_equal (page->id, "index") && g_str_has_prefix (block->text, "<a ");
        }
    }
  /* the first page leads to all others */
  g_assert_cmpuint (n_topics, ==, g_hash_table_size (book) - 1);
}

static void
test_content (void)
{
  g_autoptr (GHashTable) book = load ("C");
  OctantHelpPage *rate = g_hash_table_lookup (book, "rate");
  OctantHelpPage *keys = g_hash_table_lookup (book, "keys");
  OctantHelpBlock *row = g_ptr_array_index (rate->blocks, 6);
  OctantHelpBlock *chord = g_ptr_array_index (keys->blocks, 0);

  g_assert_cmpint (row->kind, ==, OCTANT_HELP_ROW);
  g_assert_cmpstr (row->text, ==, "<tt>X</tt>");
  g_assert_nonnull (strstr (row->second, "not applicable, see <a href=\"scope\">"));
  g_assert_true (g_str_has_prefix (chord->text, "<tt>Ctrl</tt>+<tt>?</tt> lists all"));
}

static void
test_damaged (void)
{
  static const char *const contents[] = {
    "", "<page id=\"index\"><title>A</title>", "<page><title>A</title></page>", "no markup",
  };
  g_autofree char *dir = g_dir_make_tmp ("octant-help-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (dir, "index.page", NULL);
  g_autofree char *nowhere = g_build_filename (dir, "below", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (contents); i++)
    {
      g_autoptr (GError) why = NULL;

      g_assert_true (g_file_set_contents (path, contents[i], -1, NULL));
      g_assert_null (octant_help_book_load (dir, &why));
      g_assert_nonnull (why);
    }
  g_assert_null (octant_help_book_load (nowhere, &error));
  g_assert_nonnull (error);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (dir), ==, 0);
}

static AdwNavigationPage *
visible_page (AdwDialog *dialog)
{
  return adw_navigation_view_get_visible_page (ADW_NAVIGATION_VIEW (adw_dialog_get_child (dialog)));
}

/* Begins with the wanted page, above the list of pages, at the width of a phone too. */
static void
test_reader (void)
{
  g_autoptr (GHashTable) book = load ("zh_CN");
  GHashTableIter iter;
  OctantHelpPage *page;

  g_hash_table_iter_init (&iter, book);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &page))
    {
      AdwDialog *dialog = g_object_ref_sink (octant_help_reader_new (book, page->id));
      AdwNavigationView *view = ADW_NAVIGATION_VIEW (adw_dialog_get_child (dialog));
      int minimum;

      g_assert_cmpstr (adw_navigation_page_get_title (visible_page (dialog)), !=, "");
      gtk_widget_measure (GTK_WIDGET (visible_page (dialog)), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_assert_cmpint (minimum, <=, 360);
      g_assert_true (adw_navigation_view_pop (view) == !g_str_equal (page->id, "index"));
      g_object_unref (dialog);
    }
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_data_func ("/help/pages/en", "C", test_pages);
  g_test_add_data_func ("/help/pages/zh", "zh_CN", test_pages);
  g_test_add_func ("/help/content", test_content);
  g_test_add_func ("/help/damaged", test_damaged);
  g_test_add_func ("/help/reader", test_reader);
  return g_test_run ();
}
