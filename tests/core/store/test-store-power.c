/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "shim-vfs.h"
#include "store-fixture.h"

/*
 * The power goes. A run of acts, with checkpoints, closing and opening, is recorded call by call below SQLite. Then, for many
 * moments of it, the disk is made as it may be found afterwards: what was synced before is there; of what was written
 * since, each write is there, or not, or there in part, in any order. Every act that was acknowledged by then must be found, and
 * nothing that was never done. OCTANT_TEST_ROUNDS multiplies the number of cuts.
 */

#define N_SESSIONS 3
#define N_ACTS 24
#define N_CUTS 160
#define SECTOR 512 /* what a disk writes whole */

typedef enum
{
  EVENT_WRITE,
  EVENT_TRUNCATE,
  EVENT_SYNC,
  EVENT_REMOVE,
  EVENT_ACKNOWLEDGED,
} EventKind;

typedef struct
{
  EventKind kind;
  gboolean is_wal;
  gint64 offset; /* of a write; the size after a cut */
  GBytes *data;  /* (owned) (nullable) */
} Event;

/* What a file of the disk holds: a power cut may leave two of them, the database and its WAL. */
typedef struct
{
  GByteArray *content; /* (owned) (nullable): NULL where there is no file */
  GPtrArray *pending;  /* (element-type Event) (unowned): since it was last synced */
} Image;

static struct
{
  gboolean on;
  GArray *events;    /* (element-type Event) */
  GPtrArray *states; /* (element-type utf8): all rows after so many acts */
  GBytes *start;     /* the database at the beginning */
} record;

static void
event_clear (Event *event)
{
  g_clear_pointer (&event->data, g_bytes_unref);
}

static int
add_event (EventKind   kind,
           const char *name,
           gint64      offset,
           GBytes     *data)
{
  Event event = { kind, name != NULL && g_str_has_suffix (name, "-wal"), offset, data };

  if (record.on)
    g_array_append_val (record.events, event);
  else
    event_clear (&event);
  return SQLITE_OK;
}

static int
write_cb (ShimFile      *file,
          const void    *data,
          int            amount,
          sqlite3_int64  offset)
{
  return add_event (EVENT_WRITE, file->name, offset, g_bytes_new (data, (gsize) amount));
}

static int
truncate_cb (ShimFile      *file,
             sqlite3_int64  size)
{
  return add_event (EVENT_TRUNCATE, file->name, size, NULL);
}

static int
sync_cb (ShimFile *file)
{
  return add_event (EVENT_SYNC, file->name, 0, NULL);
}

static int
remove_cb (const char *name)
{
  return add_event (EVENT_REMOVE, name, 0, NULL);
}

static const ShimHooks hooks = { write_cb, truncate_cb, sync_cb, remove_cb };

static GBytes *
read_bytes (const char *path)
{
  char *content;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  return g_bytes_new_take (content, size);
}

/* Long notes, so that the WAL is brought into the database in the middle of the acts, too. */
static void
commit_one (OctantStore *store,
            GRand       *random)
{
  static const char *const ratings[] = { "N", "P", "L", "F" };
  g_autofree char *code = g_strdup_printf ("A.%d", g_rand_int_range (random, 0, 12));
  g_autofree char *note = g_strnfill ((gsize) g_rand_int_range (random, 0, 150000), 'a' + (char) g_rand_int_range (random, 0, 26));

  if (g_rand_int_range (random, 0, 5) == 0)
    {
      g_autoptr (OctantAct) undone = octant_store_undo (store, "tester", FIXTURE_TIME, NULL);

      g_assert_nonnull (undone);
    }
  else
    fixture_commit_rate (store, code, ratings[g_rand_int_range (random, 0, 4)], note);
}

static void
run (void)
{
  g_autofree char *dir = fixture_dir_new ();
  g_autofree char *path = g_build_filename (dir, "octant.db", NULL);
  GRand *random = g_rand_new_with_seed (20261122);
  OctantStore *store = fixture_open (dir);

  fixture_populate (store);
  fixture_commit_rate (store, "A.1", "P", NULL);
  fixture_close (store);
  record.start = read_bytes (path);
  record.events = g_array_new (FALSE, FALSE, sizeof (Event));
  g_array_set_clear_func (record.events, (GDestroyNotify) event_clear);
  record.states = g_ptr_array_new_with_free_func (g_free);
  record.on = TRUE;
  for (guint session = 0; session < N_SESSIONS; session++)
    {
      store = fixture_open (dir);
      if (session == 0)
        g_ptr_array_add (record.states, fixture_dump (store));
      for (guint i = 0; i < N_ACTS; i++)
        {
          commit_one (store, random);
          add_event (EVENT_ACKNOWLEDGED, NULL, 0, NULL);
          g_ptr_array_add (record.states, fixture_dump (store));
        }
      fixture_close (store);
    }
  record.on = FALSE;
  g_rand_free (random);
  fixture_dir_free (g_steal_pointer (&dir));
}

static void
put (Image  *image,
     gint64  offset,
     const guchar *data,
     gsize   length)
{
  if (image->content == NULL)
    image->content = g_byte_array_new ();
  if (image->content->len < (guint) offset + length)
    {
      guint before = image->content->len;

      g_byte_array_set_size (image->content, (guint) offset + (guint) length);
      memset (image->content->data + before, 0, image->content->len - before);
    }
  if (length > 0)
    memcpy (image->content->data + offset, data, length);
}

static void
apply (Image       *image,
       const Event *event)
{
  gsize length = 0;
  const guchar *data = event->data != NULL ? g_bytes_get_data (event->data, &length) : NULL;

  if (event->kind == EVENT_REMOVE)
    g_clear_pointer (&image->content, g_byte_array_unref);
  else if (event->kind == EVENT_WRITE)
    put (image, event->offset, data, length);
  else if (image->content != NULL && image->content->len > event->offset)
    g_byte_array_set_size (image->content, (guint) event->offset);
}

/* The beginning, the end, or one sector of it. */
static void
apply_in_part (Image       *image,
               const Event *event,
               GRand       *random)
{
  gsize length;
  const guchar *data;
  gsize from, to;

  if (event->kind != EVENT_WRITE)
    {
      apply (image, event);
      return;
    }
  data = g_bytes_get_data (event->data, &length);
  from = (gsize) g_rand_int_range (random, 0, (gint32) (length / SECTOR + 1)) * SECTOR;
  to = g_rand_boolean (random) ? length : MIN (from + SECTOR, length);
  if (g_rand_boolean (random))
    {
      to = from;
      from = 0;
    }
  if (from < to)
    put (image, event->offset + (gint64) from, data + from, to - from);
}

/* Nobody knows what became of it; in which order neither. */
static void
lose_power (Image *image,
            GRand *random)
{
  GPtrArray *pending = image->pending;
  guint way = (guint) g_rand_int_range (random, 0, 4);

  for (guint i = 0; way > 1 && i + 1 < pending->len; i++)
    {
      guint k = i + (guint) g_rand_int_range (random, 0, (gint32) (pending->len - i));
      gpointer kept = pending->pdata[i];

      pending->pdata[i] = pending->pdata[k];
      pending->pdata[k] = kept;
    }
  for (guint i = 0; i < pending->len; i++)
    {
      int fate = way == 0 ? 0 : g_rand_int_range (random, 0, 3); /* 0: nothing of it is there */

      if (fate == 1)
        apply (image, pending->pdata[i]);
      else if (fate == 2)
        apply_in_part (image, pending->pdata[i], random);
    }
  g_ptr_array_set_size (pending, 0);
}

/* What is certain is applied; what is not, waits. */
static void
play (Image       *image,
      const Event *event)
{
  if (event->kind == EVENT_SYNC)
    {
      for (guint i = 0; i < image->pending->len; i++)
        apply (image, image->pending->pdata[i]);
      g_ptr_array_set_size (image->pending, 0);
    }
  else
    g_ptr_array_add (image->pending, (gpointer) event);
}

static void
save (const Image *image,
      const char  *path)
{
  if (image->content != NULL)
    g_assert_true (g_file_set_contents (path, (const char *) image->content->data, (gssize) image->content->len, NULL));
}

/* Everything up to the one state that is found: which, must be one that could be. */
static void
assert_found (const Image *images,
              guint        acknowledged)
{
  g_autofree char *dir = fixture_dir_new ();
  g_autofree char *path = g_build_filename (dir, "octant.db", NULL);
  g_autofree char *wal = g_strconcat (path, "-wal", NULL);
  g_autofree char *found = NULL;
  OctantStore *store;

  save (&images[0], path);
  save (&images[1], wal);
  store = fixture_open (dir);
  found = fixture_dump (store);
  /* The act under way, not acknowledged yet, may have reached the disk whole. */
  if (g_strcmp0 (found, record.states->pdata[acknowledged]) != 0)
    {
      g_assert_cmpuint (acknowledged + 1, <, record.states->len);
      g_assert_cmpstr (found, ==, record.states->pdata[acknowledged + 1]);
    }
  fixture_assert_sound (store);
  fixture_close (store);
  fixture_dir_free (g_steal_pointer (&dir));
}

static void
cut (guint  at,
     GRand *random)
{
  Image images[2] = { 0 };
  guint acknowledged = 0;

  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    images[i].pending = g_ptr_array_new ();
  put (&images[0], 0, g_bytes_get_data (record.start, NULL), g_bytes_get_size (record.start));
  for (guint i = 0; i < at; i++)
    {
      const Event *event = &g_array_index (record.events, Event, i);

      if (event->kind == EVENT_ACKNOWLEDGED)
        acknowledged++;
      else
        play (&images[event->is_wal], event);
    }
  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    lose_power (&images[i], random);
  assert_found (images, acknowledged);
  for (guint i = 0; i < G_N_ELEMENTS (images); i++)
    {
      g_clear_pointer (&images[i].content, g_byte_array_unref);
      g_ptr_array_unref (images[i].pending);
    }
}

static guint
count (EventKind kind,
       gboolean  is_wal)
{
  guint n = 0;

  for (guint i = 0; i < record.events->len; i++)
    n += g_array_index (record.events, Event, i).kind == kind && g_array_index (record.events, Event, i).is_wal == is_wal;
  return n;
}

static void
test_power_loss (void)
{
  GRand *random = g_rand_new_with_seed (20261123);
  const char *factor = g_getenv ("OCTANT_TEST_ROUNDS");
  guint n_cuts = N_CUTS * (factor != NULL ? MAX (1, (guint) atoi (factor)) : 1);

  run ();
  /* It was worth recording: every act was synced, and the WAL was emptied more often than the store was closed. */
  g_assert_cmpuint (count (EVENT_SYNC, TRUE), >=, N_SESSIONS * N_ACTS);
  g_assert_cmpuint (count (EVENT_SYNC, FALSE), >, N_SESSIONS);
  for (guint i = 0; i < n_cuts; i++)
    cut ((guint) g_rand_int_range (random, 0, (gint32) record.events->len + 1), random);
  g_test_message ("%u cuts among %u calls", n_cuts, record.events->len);
  g_array_unref (record.events);
  g_ptr_array_unref (record.states);
  g_bytes_unref (record.start);
  g_rand_free (random);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  shim_install (&hooks);
  g_test_add_func ("/store/power-loss", test_power_loss);
  return g_test_run ();
}
