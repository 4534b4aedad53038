/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the validator must refuse without a crash, a hang or a flood of memory. */

#include "config.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model-fixture.h"

/* The text is no model, and one of its faults is this. */
static void
assert_refused (const char *data,
                gsize       length,
                const char *pointer,
                const char *part)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantModel) model = octant_model_new_from_bytes (bytes, &faults, &error);

  g_assert_null (model);
  g_assert_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_INVALID);
  for (guint i = 0; i < faults->len; i++)
    {
      const OctantModelFault *fault = g_ptr_array_index (faults, i);

      if (g_str_equal (fault->pointer, pointer) && strstr (fault->message, part) != NULL)
        return;
    }
  g_test_fail_printf ("No fault at \"%s\" says \"%s\"; %s", pointer, part, error->message);
}

static void
test_grammar (void)
{
  static const struct
  {
    const char *text;
    const char *pointer;
    const char *part;
  } cases[] = {
    { " \n\t ", "", "a value should stand here" },
    { "{", "", "a member's name" },
    { "{\"a\"", "/a", "':'" },
    { "{\"a\":", "/a", "a value" },
    { "{\"a\":1", "", "',' or '}'" },
    { "{\"a\":1,}", "", "a member's name" },
    { "{a:1}", "", "a member's name" },
    { "{'a':1}", "", "a member's name" },
    { "{\"a\":'b'}", "/a", "a value" },
    { "{\"a\":[1,2,]}", "/a/2", "a value" },
    { "{\"a\":[1 2]}", "/a", "',' or ']'" },
    { "{\"a\":[1}", "/a", "',' or ']'" },
    { "// comment\n{}", "", "a value" },
    { "{} // comment", "", "follows" },
    { "/* comment */ {}", "", "a value" },
    { "{}{}", "", "follows" },
    { "{}]", "", "follows" },
    { "nul", "", "a value" },
    { "truefalse", "", "follows" },
    { "NaN", "", "a value" },
    { "{\"a\":Infinity}", "/a", "a value" },
    { "{\"a\":-}", "/a", "digit" },
    { "{\"a\":+1}", "/a", "a value" },
    { "{\"a\":01}", "", "',' or '}'" },
    { "{\"a\":1.}", "/a", "digit behind the point" },
    { "{\"a\":.5}", "/a", "a value" },
    { "{\"a\":1e}", "/a", "exponent" },
    { "{\"a\":0x10}", "", "',' or '}'" },
    { "{\"a\":\"b}", "/a", "ends within a string" },
    { "{\"a\":\"\\", "/a", "ends within a string" },
    { "{\"a\":\"\\x41\"}", "/a", "unknown escape" },
    { "{\"a\":\"\\u12g4\"}", "/a", "four hexadecimal digits" },
    { "{\"a\":\"\\u12", "/a", "four hexadecimal digits" },
    { "{\"a\":\"\\ud800\"}", "/a", "surrogate" },
    { "{\"a\":\"\\ud800\\u0041\"}", "/a", "surrogate" },
    { "{\"a\":\"\\udc00\"}", "/a", "surrogate" },
    { "{\"a\":\"\\u0000\"}", "/a", "U+0000" },
    { "{\"\\u0000\":1}", "", "U+0000" },
    { "{\"a\":\"line\nbreak\"}", "/a", "control character" },
    { "{\"a\":\"tab\there\"}", "/a", "control character" },
    { "{\"x\":{\"a\":\"\xff\"}}", "/x/a", "UTF-8" },
    { "{\"a\":\"\xc0\xaf\"}", "/a", "UTF-8" },
    { "{\"a\":\"\xed\xa0\x80\"}", "/a", "UTF-8" },
    { "{\"a\":\"\xf4\x90\x80\x80\"}", "/a", "UTF-8" },
    { "{\"a\":\"\xe5\xad\"}", "/a", "UTF-8" },
    { "{\"\xff\":1}", "", "UTF-8" },
    { "\xef\xbb\xbf{}", "", "byte order mark" },
    { "\xff\xfe{\0}\0", "", "a value" },
    { "{\"a\":99999999999999999999}", "/a", "too large" },
    { "{\"a\":9007199254740992}", "/a", "too large" },
    { "{\"a\":-9007199254740992}", "/a", "too large" },
    { "{\"a\":1e400}", "/a", "too large" },
    { "{\"a\":-1E+4000}", "/a", "too large" },
    { "{\"a\":0.1234567890123456789012345678901234567890}", "/a", "too large" },
    { "{\"a\":1,\"b\":2,\"a\":3}", "/a", "twice" },
    { "{\"a\":1,\"\\u0061\":3}", "/a", "twice" },
    { "{\"x/y\":[{},{\"~\":1,\"~\":2}]}", "/x~1y/1/~0", "twice" },
    { "{\"a\":{\"\":1,\"\":2}}", "/a/", "twice" },
    { "{\"a\":{\"\\u001b[2J\":1}}", "/a", "control character" },
    { "{\"a\":{\"\xc2\x9b\":1}}", "/a", "control character" },
    { "3", "", "An object should stand here" },
    { "\"octant-model/1\"", "", "An object should stand here" },
    { "{}", "", "\"format\" is missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_refused (cases[i].text, strlen (cases[i].text), cases[i].pointer, cases[i].part);
  assert_refused ("", 0, "", "empty");
  assert_refused ("\0", 1, "", "a value");
  assert_refused ("{\"a\":\"b\0c\"}", 11, "/a", "control character");
  assert_refused ("{}\0", 3, "", "follows");
}

static void
test_line_number (void)
{
  assert_refused ("{\n \"a\": 1,\n \"b\": }", 18, "/b", "line 3, byte 7");
}

static void
assert_deep (const char *open,
             const char *inner,
             gsize       depth,
             gboolean    refused)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  const OctantModelFault *fault;

  for (gsize i = 0; i < depth; i++)
    g_string_append (text, open);
  g_string_append (text, inner);
  for (gsize i = 0; i < depth; i++)
    g_string_append_c (text, *open == '[' ? ']' : '}');
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (octant_model_new_from_bytes (bytes, &faults, NULL));
  fault = g_ptr_array_index (faults, 0);
  g_assert_cmpint (strstr (fault->message, "nesting") != NULL, ==, refused);
}

static void
test_depth (void)
{
  assert_deep ("[", "", 100000, TRUE);
  assert_deep ("{\"a\":", "1", 100000, TRUE);
  assert_deep ("[", "", 5000000, TRUE);
  assert_deep ("[", "", OCTANT_MODEL_MAX_DEPTH + 1, TRUE);
  assert_deep ("[", "", OCTANT_MODEL_MAX_DEPTH, FALSE);
  assert_deep ("{\"a\":", "1", OCTANT_MODEL_MAX_DEPTH, FALSE);
}

/* 16 MiB of small values would cost a tree of a hundred times that. */
static void
test_many_values (void)
{
  g_autoptr (GString) text = g_string_new ("[");

  for (guint i = 0; i < 1000000; i++)
    g_string_append (text, "[],");
  g_string_append (text, "[]]");
  assert_refused (text->str, text->len, "/999999", "more than 1000000 values");
}

/* Objects are small; a huge one, or one that repeats a member for ever, would cost quadratic time. */
static void
test_many_members (void)
{
  g_autoptr (GString) distinct = g_string_new ("{\"a\":{");
  g_autoptr (GString) repeated = g_string_new ("{\"a\":{");

  for (guint i = 0; i < 700000; i++)
    {
      g_string_append_printf (distinct, "\"%u\":0,", i);
      g_string_append_printf (repeated, "\"%u\":0,", MIN (i, 900));
    }
  g_string_append (distinct, "\"b\":0}}");
  g_string_append (repeated, "\"b\":0}}");
  assert_refused (distinct->str, distinct->len, "/a", "more than 1000 members");
  assert_refused (repeated->str, repeated->len, "/a", "more than 1000 members");
}

/* As many as are allowed, each wrong: they are all told, in their order. */
static void
test_wrong_members (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"octant-model/1\"");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  const OctantModelFault *last;

  for (guint i = 0; i < 900; i++)
    g_string_append_printf (text, ",\"%u\":0", i);
  g_string_append_c (text, '}');
  bytes = g_bytes_new (text->str, text->len);
  g_assert_null (octant_model_new_from_bytes (bytes, &faults, NULL));
  g_assert_cmpuint (faults->len, ==, 917);
  last = g_ptr_array_index (faults, 916);
  g_assert_cmpstr (last->pointer, ==, "/899");
}

/* Faults of both the scan and the rules are told when json-glib may see the file. */
static void
test_repeated_member (void)
{
  g_autoptr (GBytes) small = fixture_load ("small.json");
  g_autoptr (GString) text = g_string_new_len (g_bytes_get_data (small, NULL), (gssize) g_bytes_get_size (small));
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *found = NULL;

  g_assert_cmpuint (g_string_replace (text, "\"version\": \"1.1.0\"", "\"version\": \"1.1.0\", \"version\": \"x\"", 1), ==, 1);
  bytes = g_bytes_new (text->str, text->len);
  found = fixture_validate (bytes);
  g_assert_cmpstr (found, ==, "/version\n/version");
}

typedef struct
{
  char *folder;
  char *path;
} Place;

static void
place_set_up (Place        *place,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  place->folder = g_dir_make_tmp ("octant-model-XXXXXX", &error);
  g_assert_no_error (error);
  place->path = g_build_filename (place->folder, "model.json", NULL);
}

static void
place_tear_down (Place        *place,
                 gconstpointer data)
{
  g_remove (place->path);
  g_assert_no_errno (g_rmdir (place->folder));
  g_free (place->path);
  g_free (place->folder);
}

static void
assert_file_refused (const char *path,
                     const char *part)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;
  const OctantModelFault *fault;

  g_assert_null (octant_model_new_from_file (path, &faults, &error));
  g_assert_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_INVALID);
  g_assert_cmpuint (faults->len, ==, 1);
  fault = g_ptr_array_index (faults, 0);
  g_assert_cmpstr (fault->pointer, ==, "");
  g_assert_nonnull (strstr (fault->message, part));
}

/* A string of 1 GB, refused by its size before a byte is read: the file is sparse. */
static void
test_huge_file (Place        *place,
                gconstpointer data)
{
  int fd = g_open (place->path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, "{\"a\":\"", 6), ==, 6);
  g_assert_no_errno (ftruncate (fd, (off_t) 1 << 30));
  close (fd);
  assert_file_refused (place->path, "larger than 16 MiB");
}

static void
test_size_limit (Place        *place,
                 gconstpointer data)
{
  g_autofree char *spaces = g_malloc (OCTANT_MODEL_MAX_BYTES + 1);
  g_autoptr (GError) error = NULL;

  memset (spaces, ' ', OCTANT_MODEL_MAX_BYTES + 1);
  g_file_set_contents (place->path, spaces, OCTANT_MODEL_MAX_BYTES, &error);
  g_assert_no_error (error);
  assert_file_refused (place->path, "a value should stand here");
  g_file_set_contents (place->path, spaces, OCTANT_MODEL_MAX_BYTES + 1, &error);
  g_assert_no_error (error);
  assert_file_refused (place->path, "larger than 16 MiB");
  assert_refused (spaces, OCTANT_MODEL_MAX_BYTES + 1, "", "larger than 16777216 bytes");
}

static void
test_long_string (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\":\"octant-model/1\",\"id\":\"");

  for (guint i = 0; i < 15 * 1024; i++)
    g_string_append_printf (text, "%01024d", 0);
  g_string_append (text, "\"}");
  assert_refused (text->str, text->len, "", "\"version\" is missing");
}

/* A long name would be repeated in the pointer of every fault below it. */
static void
test_long_name (void)
{
  g_autoptr (GString) text = g_string_new ("{\"a\":{\"");

  for (guint i = 0; i < 1024; i++)
    g_string_append_printf (text, "%01024d", 0);
  g_string_append (text, "\":[0,0,0,0,0,0,0,0]}}");
  assert_refused (text->str, text->len, "/a", "too long");
}

static void
test_no_file (Place        *place,
              gconstpointer data)
{
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_null (octant_model_new_from_file (place->path, &faults, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_folder (Place        *place,
             gconstpointer data)
{
  assert_file_refused (place->folder, "not a regular file");
}

/* Nobody writes into it: a blocking open would never return. */
static void
test_fifo (Place        *place,
           gconstpointer data)
{
  g_assert_no_errno (mkfifo (place->path, 0600));
  assert_file_refused (place->path, "not a regular file");
}

static void
test_device (Place        *place,
             gconstpointer data)
{
  assert_file_refused ("/dev/zero", "not a regular file");
}

static void
test_symlink (Place        *place,
              gconstpointer data)
{
  g_autofree char *target = fixture_dup_path ("small.json");
  g_autofree char *absolute = g_canonicalize_filename (target, NULL);
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (OctantModel) model = NULL;

  g_assert_no_errno (symlink (absolute, place->path));
  model = octant_model_new_from_file (place->path, &faults, NULL);
  g_assert_nonnull (model);
  g_assert_cmpuint (faults->len, ==, 0);
}

#define PLACE_TEST(name, func) \
  g_test_add ("/model/hostile/" name, Place, NULL, place_set_up, func, place_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/model/hostile/grammar", test_grammar);
  g_test_add_func ("/model/hostile/line-number", test_line_number);
  g_test_add_func ("/model/hostile/depth", test_depth);
  g_test_add_func ("/model/hostile/many-values", test_many_values);
  g_test_add_func ("/model/hostile/many-members", test_many_members);
  g_test_add_func ("/model/hostile/wrong-members", test_wrong_members);
  g_test_add_func ("/model/hostile/repeated-member", test_repeated_member);
  g_test_add_func ("/model/hostile/long-string", test_long_string);
  g_test_add_func ("/model/hostile/long-name", test_long_name);
  PLACE_TEST ("huge-file", test_huge_file);
  PLACE_TEST ("size-limit", test_size_limit);
  PLACE_TEST ("no-file", test_no_file);
  PLACE_TEST ("folder", test_folder);
  PLACE_TEST ("fifo", test_fifo);
  PLACE_TEST ("device", test_device);
  PLACE_TEST ("symlink", test_symlink);
  return g_test_run ();
}
