/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli-i18n.h"

#include <string.h>

/* A catalogue as msgfmt writes it: this number, a revision, then where two tables of strings begin. */
#define MAGIC 0x950412deu

static GHashTable *messages; /* (owned) (nullable) text → translation, both inside the bytes below */
static GBytes *catalogue;    /* (owned) (nullable) */

static gboolean
read_word (const guint8 *data,
           gsize         size,
           guint64       offset,
           guint32      *out)
{
  if (offset + 4 > size)
    return FALSE;
  memcpy (out, data + offset, 4);
  return TRUE;
}

/* A string of a table: length and offset, ended by a zero byte. NULL when it is not inside the file. */
static const char *
read_string (const guint8 *data,
             gsize         size,
             guint64       entry)
{
  guint32 length, offset;

  if (!read_word (data, size, entry, &length) || !read_word (data, size, entry + 4, &offset) ||
      (guint64) offset + length >= size || data[(guint64) offset + length] != '\0')
    return NULL;
  return (const char *) data + offset;
}

static void
load (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint32 magic, n, texts, translations;

  if (!read_word (data, size, 0, &magic) || magic != MAGIC || !read_word (data, size, 8, &n) ||
      !read_word (data, size, 12, &texts) || !read_word (data, size, 16, &translations))
    return;
  messages = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint32 i = 0; i < n; i++)
    {
      const char *text = read_string (data, size, texts + 8 * (guint64) i);
      const char *translation = read_string (data, size, translations + 8 * (guint64) i);

      if (text == NULL || translation == NULL)
        return;
      g_hash_table_insert (messages, (char *) text, (char *) translation);
    }
}

void
octant_cli_i18n_init (OctantLanguage language)
{
  const char *folder = g_getenv ("OCTANT_LOCALEDIR");
  g_autofree char *path = NULL;
  g_autoptr (GMappedFile) file = NULL;

  if (language == OCTANT_LANGUAGE_EN || messages != NULL)
    return;
  path = g_build_filename (folder != NULL && *folder != '\0' ? folder : OCTANT_LOCALEDIR, "zh_CN", "LC_MESSAGES",
                           GETTEXT_PACKAGE ".mo", NULL);
  file = g_mapped_file_new (path, FALSE, NULL);
  /* Without a catalogue the program speaks English, as gettext would. */
  if (file == NULL)
    return;
  catalogue = g_mapped_file_get_bytes (file);
  load (catalogue);
}

void
octant_cli_i18n_clear (void)
{
  g_clear_pointer (&messages, g_hash_table_unref);
  g_clear_pointer (&catalogue, g_bytes_unref);
}

const char *
octant_cli_gettext (const char *text)
{
  const char *found = messages != NULL ? g_hash_table_lookup (messages, text) : NULL;

  return found != NULL && *found != '\0' ? found : text;
}

/* Chinese has one form, and a catalogue keeps it under the singular. */
const char *
octant_cli_ngettext (const char *one,
                     const char *many,
                     gulong      n)
{
  const char *found = octant_cli_gettext (one);

  if (found != one)
    return found;
  return n == 1 ? one : many;
}
