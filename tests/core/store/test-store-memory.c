/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <sqlite3.h>

#include "store-fixture.h"

/*
 * SQLite gets no memory. GLib ends the process then, which loses nothing (test-store-kill.c); SQLite gives an error instead, and
 * goes on. So the n-th of its requests is refused here, for every n that an act or an opening needs: once, or from then on.
 * The act must be whole or not there at all, and must succeed when there is memory again.
 */

static sqlite3_mem_methods real;

static struct
{
  guint calls;
  guint refuse_at; /* 0: there is memory */
  gboolean stays;
  gboolean refused;
} memory;

static gboolean
refuses (void)
{
  if (memory.refuse_at == 0)
    return FALSE;
  memory.calls++;
  if (memory.calls != memory.refuse_at && !(memory.stays && memory.calls > memory.refuse_at))
    return FALSE;
  memory.refused = TRUE;
  return TRUE;
}

static void *
get (int size)
{
  return refuses () ? NULL : real.xMalloc (size);
}

static void *
get_again (void *block,
           int   size)
{
  return refuses () ? NULL : real.xRealloc (block, size);
}

static void
install (void)
{
  sqlite3_mem_methods methods;

  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_GETMALLOC, &real), ==, SQLITE_OK);
  methods = real;
  methods.xMalloc = get;
  methods.xRealloc = get_again;
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_MALLOC, &methods), ==, SQLITE_OK);
  /* Each connection's store of small blocks would hide most of the requests. */
  g_assert_cmpint (sqlite3_config (SQLITE_CONFIG_LOOKASIDE, 0, 0), ==, SQLITE_OK);
}

static void
refuse (guint    at,
        gboolean stays)
{
  memory.calls = 0;
  memory.refuse_at = at;
  memory.stays = stays;
  memory.refused = FALSE;
}

static char *
make_dir (void)
{
  char *dir = fixture_dir_new ();
  OctantStore *store = fixture_open (dir);

  fixture_populate (store);
  fixture_commit_rate (store, "A.1", "P", NULL);
  fixture_close (store);
  return dir;
}

/* FALSE when all requests were tried. */
static gboolean
try_commit (const char *dir,
            guint       n)
{
  OctantStore *store = fixture_open (dir);
  g_autofree char *written = NULL;
  g_autofree char *found = NULL;
  g_autoptr (OctantAct) act = fixture_rate (store, "A.1", n % 2 ? "F" : "L", "in little memory");
  g_autoptr (GError) error = NULL;
  gboolean done, refused;

  refuse (n, n % 3 == 0);
  done = octant_store_commit (store, act, &error);
  refused = memory.refused;
  refuse (0, FALSE);
  if (!done)
    {
      g_assert_true (error != NULL && error->domain == OCTANT_STORE_ERROR);
      g_clear_error (&error);
      /* It may stand already, where memory was missing after all was written; it must not be written twice. */
      g_assert_true (octant_store_commit (store, act, &error));
      g_assert_no_error (error);
    }
  fixture_assert_rating (store, "A.1", n % 2 ? "F" : "L");
  fixture_assert_journal_length (store, 2 + n);
  written = fixture_dump (store);
  fixture_close (store);

  store = fixture_open (dir);
  found = fixture_dump (store);
  g_assert_cmpstr (found, ==, written);
  fixture_assert_sound (store);
  fixture_close (store);
  return refused;
}

static void
test_commit (void)
{
  g_autofree char *dir = make_dir ();
  guint n = 1;

  while (try_commit (dir, n))
    n++;
  g_assert_cmpuint (n, >, 20);
  g_test_message ("%u requests", n - 1);
  fixture_dir_free (g_steal_pointer (&dir));
}

static gboolean
try_open (const char *dir,
          guint       n,
          const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *found = NULL;
  OctantStore *store;
  gboolean refused;

  refuse (n, n % 3 == 0);
  store = octant_store_open (dir, &error);
  refused = memory.refused;
  refuse (0, FALSE);
  if (store != NULL)
    fixture_close (store);
  else
    g_assert_true (error != NULL && error->domain == OCTANT_STORE_ERROR);

  store = fixture_open (dir);
  found = fixture_dump (store);
  g_assert_cmpstr (found, ==, expected);
  fixture_close (store);
  return refused;
}

static void
test_open (void)
{
  g_autofree char *dir = make_dir ();
  OctantStore *store = fixture_open (dir);
  g_autofree char *expected = fixture_dump (store);
  guint n = 1;

  fixture_close (store);
  while (try_open (dir, n, expected))
    n++;
  g_assert_cmpuint (n, >, 20);
  g_test_message ("%u requests", n - 1);
  fixture_dir_free (g_steal_pointer (&dir));
}

/* FALSE when all requests were tried. */
static gboolean
try_read (OctantStore *store,
          GPtrArray   *expected,
          guint        n)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gboolean refused;

  refuse (n, n % 3 == 0);
  rows = octant_store_list (store, OCTANT_TABLE_ANSWER, OCTANT_STORE_ALL, NULL, &error);
  refused = memory.refused;
  refuse (0, FALSE);
  if (rows == NULL)
    {
      g_assert_true (error != NULL && error->domain == OCTANT_STORE_ERROR);
      return refused;
    }
  g_assert_cmpuint (rows->len, ==, expected->len);
  for (guint i = 0; i < rows->len; i++)
    g_assert_true (octant_record_equal (rows->pdata[i], expected->pdata[i]));
  return refused;
}

/* All rows as they are, or an error: never a part of them, nor one without its note. */
static void
test_read (void)
{
  g_autofree char *dir = make_dir ();
  OctantStore *store = fixture_open (dir);
  g_autoptr (GPtrArray) expected = NULL;
  guint n = 1;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *code = g_strdup_printf ("B.%u", i);
      g_autofree char *note = g_strnfill (5000, 'n');

      fixture_commit_rate (store, code, "L", note);
    }
  expected = octant_store_list (store, OCTANT_TABLE_ANSWER, OCTANT_STORE_ALL, NULL, NULL);
  g_assert_cmpuint (expected->len, ==, 41);
  while (try_read (store, expected, n))
    n++;
  g_assert_cmpuint (n, >, 2);
  g_test_message ("%u requests", n - 1);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  install ();
  g_test_add_func ("/store/memory/commit", test_commit);
  g_test_add_func ("/store/memory/open", test_open);
  g_test_add_func ("/store/memory/read", test_read);
  return g_test_run ();
}
