/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-help-book.h"

#include <string.h>

/*
 * The pages are Mallard, for the help viewer of the desktop. Where that is missing, as in a
 * sandbox, the application shows them itself. They are read twice: a link to a page says
 * the title of that page, which is known only once all were read.
 */

typedef struct
{
  GHashTable *titles; /* page id → title, empty at first */
  OctantHelpPage *page;
  GString *text;      /* (owned) (nullable) what is being read */
  char *section;      /* (owned) (nullable) */
  char *cell;         /* (owned) (nullable) the first of a row */
  gboolean in_info;
  gboolean in_item;
  gboolean in_cell;
  gboolean in_keys;   /* of one chord */
  gboolean wants_gap; /* white space was read, and more may follow */
} Reader;

static const struct
{
  const char *element;
  const char *markup;
} styles[] = {
  { "key", "tt" },
  { "cmd", "tt" },
  { "gui", "b" },
  { "em", "i" },
};

static const char *
find_style (const char *element)
{
  for (guint i = 0; i < G_N_ELEMENTS (styles); i++)
    if (g_str_equal (styles[i].element, element))
      return styles[i].markup;
  return NULL;
}

static void
block_free (OctantHelpBlock *block)
{
  g_free (block->section);
  g_free (block->text);
  g_free (block->second);
  g_free (block);
}

static void
page_free (OctantHelpPage *page)
{
  g_free (page->id);
  g_free (page->title);
  g_free (page->description);
  g_free (page->guide);
  g_ptr_array_unref (page->blocks);
  g_free (page);
}

/* Takes the texts. */
static OctantHelpBlock *
block_new (OctantHelpKind kind,
           char          *section,
           char          *text,
           char          *second)
{
  OctantHelpBlock *block = g_new0 (OctantHelpBlock, 1);

  block->kind = kind;
  block->section = section;
  block->text = text;
  block->second = second;
  return block;
}

/* Lines are broken in the file where they are long: a space between words, nothing between Chinese characters. */
static void
close_gap (Reader     *reader,
           const char *next)
{
  const char *end = reader->text->str + reader->text->len;

  if (reader->wants_gap && reader->text->len > 0 &&
      !(g_unichar_iswide (g_utf8_get_char (g_utf8_prev_char (end))) && g_unichar_iswide (g_utf8_get_char (next))))
    g_string_append_c (reader->text, ' ');
  reader->wants_gap = FALSE;
}

static void
text_cb (GMarkupParseContext *context,
         const char          *text,
         gsize                length,
         gpointer             user_data,
         GError             **error)
{
  Reader *reader = user_data;

  if (reader->text == NULL)
    return;
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    {
      g_autofree char *escaped = NULL;

      if (g_ascii_isspace (*p))
        {
          reader->wants_gap = TRUE;
          continue;
        }
      close_gap (reader, p);
      escaped = g_markup_escape_text (p, g_utf8_next_char (p) - p);
      g_string_append (reader->text, escaped);
    }
}

static void
add_link (Reader     *reader,
          const char *target)
{
  const char *title = g_hash_table_lookup (reader->titles, target);

  close_gap (reader, title != NULL ? title : target);
  g_string_append_printf (reader->text, "<a href=\"%s\">%s</a>", target, title != NULL ? title : target);
}

static const char *
find_attribute (const char **names,
                const char **values,
                const char  *wanted)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_equal (names[i], wanted))
      return values[i];
  return NULL;
}

static void
open_block (Reader *reader)
{
  g_assert (reader->text == NULL);
  reader->text = g_string_new (NULL);
  reader->wants_gap = FALSE;
}

static void
start_cb (GMarkupParseContext *context,
          const char          *element,
          const char         **names,
          const char         **values,
          gpointer             user_data,
          GError             **error)
{
  Reader *reader = user_data;
  const char *style = find_style (element);

  if (g_str_equal (element, "page"))
    g_set_str (&reader->page->id, find_attribute (names, values, "id"));
  else if (g_str_equal (element, "section"))
    g_set_str (&reader->section, find_attribute (names, values, "id"));
  else if (g_str_equal (element, "info"))
    reader->in_info = TRUE;
  else if (g_str_equal (element, "item"))
    reader->in_item = TRUE;
  else if (g_str_equal (element, "td"))
    reader->in_cell = TRUE;
  else if (reader->text == NULL &&
           (g_str_equal (element, "p") || g_str_equal (element, "title") || g_str_equal (element, "desc")))
    open_block (reader);
  else if (g_str_equal (element, "link") && reader->in_info)
    g_set_str (&reader->page->guide, find_attribute (names, values, "xref"));
  else if (g_str_equal (element, "link") && reader->text != NULL)
    add_link (reader, find_attribute (names, values, "xref"));
  else if (g_str_equal (element, "keyseq"))
    reader->in_keys = TRUE;
  else if (style != NULL && reader->text != NULL)
    {
      if (reader->in_keys && !reader->wants_gap && g_str_has_suffix (reader->text->str, "</tt>"))
        g_string_append_c (reader->text, '+');
      else
        close_gap (reader, "x");
      g_string_append_printf (reader->text, "<%s>", style);
    }
}

/* What @element held becomes part of the page. */
static void
close_block (Reader     *reader,
             const char *element)
{
  char *text = g_string_free (g_steal_pointer (&reader->text), FALSE);
  OctantHelpKind kind = reader->in_item ? OCTANT_HELP_STEP : OCTANT_HELP_PARAGRAPH;

  if (g_str_equal (element, "desc"))
    reader->page->description = text;
  else if (g_str_equal (element, "title") && reader->section == NULL)
    reader->page->title = text;
  else if (g_str_equal (element, "title"))
    g_ptr_array_add (reader->page->blocks, block_new (OCTANT_HELP_HEADING, g_strdup (reader->section), text, NULL));
  else if (reader->in_cell && reader->cell == NULL)
    reader->cell = text;
  else if (reader->in_cell)
    g_ptr_array_add (reader->page->blocks, block_new (OCTANT_HELP_ROW, NULL, g_steal_pointer (&reader->cell), text));
  else
    g_ptr_array_add (reader->page->blocks, block_new (kind, NULL, text, NULL));
}

static void
end_cb (GMarkupParseContext *context,
        const char          *element,
        gpointer             user_data,
        GError             **error)
{
  Reader *reader = user_data;
  const char *style = find_style (element);

  if (g_str_equal (element, "section"))
    g_clear_pointer (&reader->section, g_free);
  else if (g_str_equal (element, "info"))
    reader->in_info = FALSE;
  else if (g_str_equal (element, "item"))
    reader->in_item = FALSE;
  else if (g_str_equal (element, "td"))
    reader->in_cell = FALSE;
  else if (g_str_equal (element, "keyseq"))
    reader->in_keys = FALSE;
  else if (style != NULL && reader->text != NULL)
    g_string_append_printf (reader->text, "</%s>", style);
  else if (reader->text != NULL &&
           (g_str_equal (element, "p") || g_str_equal (element, "title") || g_str_equal (element, "desc")))
    close_block (reader, element);
}

static OctantHelpPage *
read_page (const char  *path,
           GHashTable  *titles,
           GError     **error)
{
  static const GMarkupParser parser = { .start_element = start_cb, .end_element = end_cb, .text = text_cb };
  Reader reader = { .titles = titles, .page = g_new0 (OctantHelpPage, 1) };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &reader, NULL);
  g_autofree char *content = NULL;
  gboolean done;
  gsize length;

  reader.page->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) block_free);
  done = g_file_get_contents (path, &content, &length, error) &&
         g_markup_parse_context_parse (context, content, (gssize) length, error) &&
         g_markup_parse_context_end_parse (context, error);
  if (done && (reader.page->id == NULL || reader.page->title == NULL || reader.page->description == NULL))
    {
      g_set_error (error, G_MARKUP_ERROR, G_MARKUP_ERROR_INVALID_CONTENT, "%s is no page of help", path);
      done = FALSE;
    }
  if (reader.text != NULL)
    g_string_free (reader.text, TRUE);
  g_free (reader.section);
  g_free (reader.cell);
  if (!done)
    g_clear_pointer (&reader.page, page_free);
  return reader.page;
}

static GHashTable *
read_pages (const char  *folder,
            GHashTable  *titles,
            GError     **error)
{
  g_autoptr (GHashTable) book = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) page_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      OctantHelpPage *page;

      if (!g_str_has_suffix (name, ".page"))
        continue;
      page = read_page (path, titles, error);
      if (page == NULL)
        return NULL;
      g_hash_table_insert (book, page->id, page);
    }
  return g_steal_pointer (&book);
}

static int
compare_titles (gconstpointer a,
                gconstpointer b)
{
  const OctantHelpPage *const *pages[] = { a, b };

  return g_utf8_collate ((*pages[0])->title, (*pages[1])->title);
}

/* A section of a guide lists the pages that name it. */
static void
add_topics (GHashTable     *book,
            OctantHelpPage *guide)
{
  g_autoptr (GPtrArray) pages = g_hash_table_get_values_as_ptr_array (book);

  g_ptr_array_sort (pages, compare_titles);
  for (guint i = 0; i < guide->blocks->len; i++)
    {
      OctantHelpBlock *heading = g_ptr_array_index (guide->blocks, i);
      g_autofree char *place = g_strconcat (guide->id, "#", heading->section, NULL);

      if (heading->kind != OCTANT_HELP_HEADING)
        continue;
      for (guint p = 0; p < pages->len; p++)
        {
          OctantHelpPage *page = g_ptr_array_index (pages, p);

          if (g_strcmp0 (page->guide, place) == 0)
            g_ptr_array_insert (guide->blocks, (int) ++i,
                                block_new (OCTANT_HELP_PARAGRAPH, NULL,
                                           g_strdup_printf ("<a href=\"%s\">%s</a>\n%s", page->id, page->title,
                                                            page->description),
                                           NULL));
        }
    }
}

GHashTable *
octant_help_book_load (const char  *folder,
                       GError     **error)
{
  g_autoptr (GHashTable) titles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) first = read_pages (folder, titles, error);
  GHashTable *book;
  GHashTableIter iter;
  OctantHelpPage *page;

  if (first == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, first);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &page))
    g_hash_table_insert (titles, g_strdup (page->id), g_strdup (page->title));

  book = read_pages (folder, titles, error);
  if (book == NULL)
    return NULL;
  g_hash_table_iter_init (&iter, book);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &page))
    add_topics (book, page);
  return book;
}
