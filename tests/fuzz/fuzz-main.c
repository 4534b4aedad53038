/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * Runs a fuzz target without an engine: fuzz-NAME MUTANTS FILE-OR-FOLDER…
 * Each file goes in as it is; then mutants of the files, made with a fixed seed: every other
 * one of the first file, which should be a valid one. A target that is compiled by clang with
 * -fsanitize=fuzzer and linked without this file runs under libFuzzer.
 */

#include "config.h"

#include <glib.h>
#include <stdint.h>
#include <string.h>

int LLVMFuzzerTestOneInput (const uint8_t *data,
                            size_t         size);

#define SEED 20261122

static void
add_file (GPtrArray  *inputs,
          const char *path)
{
  g_autoptr (GError) error = NULL;
  gsize length;
  char *data;

  if (!g_file_get_contents (path, &data, &length, &error))
    g_error ("%s", error->message);
  g_ptr_array_add (inputs, g_bytes_new_take (data, length));
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* In the order of the names, so that a seed means the same on every machine. */
static void
add_folder (GPtrArray  *inputs,
            const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (path, name, NULL));
  g_ptr_array_sort (paths, compare_paths);
  for (guint i = 0; i < paths->len; i++)
    add_file (inputs, paths->pdata[i]);
}

static void
flip_bytes (GByteArray *data,
            GRand      *rand)
{
  guint n = (guint) g_rand_int_range (rand, 1, 5);

  for (guint i = 0; i < n && data->len > 0; i++)
    data->data[g_rand_int_range (rand, 0, (gint32) data->len)] ^= (guint8) (1u << g_rand_int_range (rand, 0, 8));
}

static void
put_token (GByteArray *data,
           GRand      *rand)
{
  static const char *const tokens[] = {
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "null", "true", "-1", "0", "1e999", "99999999999999999999",
    "\"\"", "{}", "[]", "\n", "\xff", "\xef\xbb\xbf", "/*", "\"code\":", "\"N\"", "[[[[[[[[", "{\"a\":{\"a\":"
  };
  const char *token = tokens[g_rand_int_range (rand, 0, G_N_ELEMENTS (tokens))];
  gsize length = strlen (token);
  guint at = data->len > length ? (guint) g_rand_int_range (rand, 0, (gint32) (data->len - length)) : 0;

  if (data->len > length)
    memcpy (data->data + at, token, length);
  else
    g_byte_array_append (data, (const guint8 *) token, (guint) length);
}

static void
cut (GByteArray *data,
     GRand      *rand)
{
  guint from, length;

  if (data->len < 2)
    return;
  from = (guint) g_rand_int_range (rand, 0, (gint32) data->len - 1);
  length = (guint) g_rand_int_range (rand, 1, (gint32) MIN (data->len - from, 200) + 1);
  g_byte_array_remove_range (data, from, length);
}

static void
repeat (GByteArray *data,
        GRand      *rand)
{
  g_autofree guint8 *copy = NULL;
  guint from, length, rest;

  if (data->len < 2)
    return;
  from = (guint) g_rand_int_range (rand, 0, (gint32) data->len - 1);
  rest = data->len - from;
  length = (guint) g_rand_int_range (rand, 1, (gint32) MIN (rest, 400) + 1);
  copy = g_memdup2 (data->data + from, rest);
  g_byte_array_set_size (data, from + length);
  g_byte_array_append (data, copy, rest);
}

static void
mutate (GByteArray *data,
        GRand      *rand)
{
  guint rounds = (guint) g_rand_int_range (rand, 1, 4);

  for (guint i = 0; i < rounds; i++)
    {
      switch (g_rand_int_range (rand, 0, 5))
        {
        case 0:
        case 1:
          flip_bytes (data, rand);
          break;
        case 2:
          put_token (data, rand);
          break;
        case 3:
          cut (data, rand);
          break;
        default:
          repeat (data, rand);
          break;
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GRand) rand = g_rand_new_with_seed (SEED);
  guint mutants = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 0;

  for (int i = 2; i < argc; i++)
    {
      if (g_file_test (argv[i], G_FILE_TEST_IS_DIR))
        add_folder (inputs, argv[i]);
      else
        add_file (inputs, argv[i]);
    }
  g_print ("1..2\n");
  for (guint i = 0; i < inputs->len; i++)
    LLVMFuzzerTestOneInput (g_bytes_get_data (inputs->pdata[i], NULL), g_bytes_get_size (inputs->pdata[i]));
  g_print ("%s 1 %u files\n", inputs->len > 0 ? "ok" : "not ok", inputs->len);
  for (guint i = 0; i < mutants && inputs->len > 0; i++)
    {
      GBytes *input = inputs->pdata[i % 2 == 0 ? 0 : i / 2 % inputs->len];
      g_autoptr (GByteArray) data = g_byte_array_new ();

      g_byte_array_append (data, g_bytes_get_data (input, NULL), (guint) g_bytes_get_size (input));
      mutate (data, rand);
      LLVMFuzzerTestOneInput (data->data, data->len);
    }
  g_print ("ok 2 %u mutants\n", mutants);
  return 0;
}
