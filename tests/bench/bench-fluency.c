/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-fluency.h"

#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

#include "bench-common.h"
#include "bench-data.h"
#include "bench-floor.h"
#include "bench-loop.h"
#include "bench-steady.h"
#include "octant-session-objects.h"
#include "test-utilities.h"

/*
 * A large assessment in the real window: 576 requirements, 6 objects, 40 interviews, 1,000
 * pieces of evidence, 10 cycles. For each act of the user, the longest time that it keeps
 * the main loop from its sources (see bench-loop.h); nothing may keep it longer than 16 ms.
 *
 * Then T3, one answer until its pixels are drawn; T8, a file of 500 MB attached through the
 * session; T14, nothing happens while nothing happens.
 */

#define WIDTH 1280
#define HEIGHT 800
#define LIMIT 16000000
#define N_FRAMES 60
#define LARGE_MB 500

static const OctantBenchPlan plan = { 10, 6, 40, 1000 };

/* The longest block of each run of one act. */
typedef struct
{
  GArray *work;  /* (element-type gint64) */
  GArray *busy;  /* without waiting */
  GArray *whole; /* with painting */
  guint n_late;  /* blocks of all runs that were longer than the limit */
  guint n_slow;  /* those in which so much was computed */
} Sample;

static Sample
sample_new (void)
{
  return (Sample){ g_array_new (FALSE, FALSE, sizeof (gint64)), g_array_new (FALSE, FALSE, sizeof (gint64)),
                   g_array_new (FALSE, FALSE, sizeof (gint64)), 0, 0 };
}

static void
sample_add (Sample *sample,
            GArray *blocks)
{
  gint64 work = 0, busy = 0, whole = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      const OctantBenchBlock *block = &g_array_index (blocks, OctantBenchBlock, i);

      work = MAX (work, block->work);
      busy = MAX (busy, block->busy);
      whole = MAX (whole, block->work + block->paint);
      sample->n_late += block->work > LIMIT;
      sample->n_slow += block->busy > LIMIT;
    }
  g_array_append_val (sample->work, work);
  g_array_append_val (sample->busy, busy);
  g_array_append_val (sample->whole, whole);
}

/* What the machine alone makes of a computation that takes half of the limit. */
static void
sample_add_steady (Sample *sample)
{
  gint64 time = octant_bench_steady_run ();

  g_array_append_val (sample->work, time);
  g_array_append_val (sample->busy, time);
  g_array_append_val (sample->whole, time);
  sample->n_late += time > LIMIT;
  sample->n_slow += time > LIMIT;
}

static void
sample_merge (Sample       *all,
              const Sample *sample)
{
  g_array_append_vals (all->work, sample->work->data, sample->work->len);
  g_array_append_vals (all->busy, sample->busy->data, sample->busy->len);
  g_array_append_vals (all->whole, sample->whole->data, sample->whole->len);
  all->n_late += sample->n_late;
  all->n_slow += sample->n_slow;
}

static double
quantile_ms (GArray *times,
             double  share)
{
  return (double) octant_bench_quantile ((gint64 *) (gpointer) times->data, times->len, share) / 1e6;
}

static void
sample_clear (Sample *sample)
{
  g_array_unref (sample->work);
  g_array_unref (sample->busy);
  g_array_unref (sample->whole);
}

static void
sample_print (Sample     *sample,
              const char *name,
              double      floor)
{
  double whole = quantile_ms (sample->whole, 0.95);

  printf ("# %-27s %4u %7.2f %7.2f %7.2f %7.2f %4u %7.2f %4u %7.2f %5.1f×\n", name, sample->work->len,
          quantile_ms (sample->work, 0.5), quantile_ms (sample->work, 0.95), quantile_ms (sample->work, 0.99),
          quantile_ms (sample->work, 1), sample->n_late, quantile_ms (sample->busy, 1), sample->n_slow, whole,
          whole / floor);
  fflush (stdout);
}

static gboolean
is_done (gpointer user_data)
{
  OctantBench *bench = user_data;
  OctantAssessment *assessment = octant_session_get_assessment (bench->session);

  return !bench->pending && assessment != NULL && octant_session_is_settled (bench->session)
         && octant_session_get_state (bench->session) == OCTANT_SESSION_READY
         && (bench->wanted == NULL || g_str_equal (bench->wanted, octant_assessment_get_id (assessment)));
}

static void
settle (OctantBench *bench)
{
  octant_bench_loop_settle (NULL, is_done, bench);
}

static void
close_dialogs (OctantBench *bench)
{
  AdwDialog *dialog;

  while ((dialog = adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (bench->window))) != NULL)
    adw_dialog_force_close (dialog);
  settle (bench);
}

static void
undo (OctantBench *bench,
      guint        run)
{
  octant_session_undo (bench->session);
}

static void
redo (OctantBench *bench,
      guint        run)
{
  octant_session_redo (bench->session);
}

static void
measure_once (OctantBench *bench,
              Sample      *sample,
              Sample      *steady,
              void (*act) (OctantBench *, guint),
              guint        run)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (OctantBenchBlock));

  octant_bench_loop_mark ();
  act (bench, run);
  octant_bench_loop_settle (blocks, is_done, bench);
  sample_add (sample, blocks);
  sample_add_steady (steady);
}

static void
measure (OctantBench          *bench,
         const OctantBenchAct *act,
         Sample               *all,
         Sample               *steady,
         double                floor)
{
  Sample done = sample_new (), undone = sample_new (), again = sample_new ();

  if (act->prepare != NULL)
    {
      close_dialogs (bench);
      act->prepare (bench);
    }
  settle (bench);
  for (guint run = 0; run < act->n_runs; run++)
    {
      measure_once (bench, &done, steady, act->act, run);
      if (act->flags & OCTANT_BENCH_UNDO)
        {
          measure_once (bench, &undone, steady, undo, run);
          measure_once (bench, &again, steady, redo, run);
          measure_once (bench, &undone, steady, undo, run);
        }
      if (act->flags & OCTANT_BENCH_CLOSE)
        close_dialogs (bench);
    }
  sample_print (&done, act->name, floor);
  if (act->flags & OCTANT_BENCH_UNDO)
    {
      sample_print (&undone, "  undo of it", floor);
      sample_print (&again, "  redo of it", floor);
    }
  sample_merge (all, &done);
  sample_merge (all, &undone);
  sample_merge (all, &again);
  sample_clear (&done);
  sample_clear (&undone);
  sample_clear (&again);
}

/* The first frames after a number of acts, by what they consist of. */
typedef struct
{
  GArray *phases[OCTANT_BENCH_N_PHASES]; /* (element-type gint64) */
  GArray *whole;
  GArray *computed; /* of the whole, without waiting */
} Frames;

static Frames
frames_new (void)
{
  Frames frames;

  for (guint i = 0; i < OCTANT_BENCH_N_PHASES; i++)
    frames.phases[i] = g_array_new (FALSE, FALSE, sizeof (gint64));
  frames.whole = g_array_new (FALSE, FALSE, sizeof (gint64));
  frames.computed = g_array_new (FALSE, FALSE, sizeof (gint64));
  return frames;
}

static void
frames_add (Frames      *frames,
            const gint64 phases[OCTANT_BENCH_N_PHASES],
            gint64       computed)
{
  gint64 whole = 0;

  g_array_append_val (frames->computed, computed);
  for (guint i = 0; i < OCTANT_BENCH_N_PHASES; i++)
    {
      g_array_append_val (frames->phases[i], phases[i]);
      whole += phases[i];
    }
  g_array_append_val (frames->whole, whole);
}

static void
frames_clear (Frames *frames)
{
  for (guint i = 0; i < OCTANT_BENCH_N_PHASES; i++)
    g_array_unref (frames->phases[i]);
  g_array_unref (frames->whole);
  g_array_unref (frames->computed);
}

static void
draw_floor (gpointer window)
{
  octant_bench_floor_draw (window);
}

/* The median frame of a window that only draws a radar. */
static double
measure_floor (Frames *frames)
{
  GtkWidget *window = octant_bench_floor_new (WIDTH, HEIGHT);
  Sample sample = sample_new ();
  double floor;

  gtk_window_present (GTK_WINDOW (window));
  octant_bench_loop_settle (NULL, NULL, NULL);
  octant_bench_loop_watch (window);
  for (guint i = 0; i < N_FRAMES; i++)
    {
      g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (OctantBenchBlock));
      gint64 phases[OCTANT_BENCH_N_PHASES], computed;

      octant_bench_loop_mark ();
      octant_bench_floor_draw (window);
      octant_bench_loop_settle (blocks, NULL, NULL);
      sample_add (&sample, blocks);
      octant_bench_loop_act (draw_floor, window, phases, &computed);
      frames_add (frames, phases, computed);
      octant_bench_loop_settle (NULL, NULL, NULL);
    }
  floor = quantile_ms (sample.whole, 0.5);
  sample_print (&sample, "floor: a frame with a radar", floor);
  sample_clear (&sample);
  gtk_window_destroy (GTK_WINDOW (window));
  octant_bench_loop_settle (NULL, NULL, NULL);
  return floor;
}

static void
print_ratio (const char *what,
             double      floor,
             double      measured,
             double      target,
             const char *unit)
{
  printf ("# %-44s %9.2f %s %9.2f %s %6.2f× %6.2f×  %s\n", what, floor, unit, measured, unit, measured / floor,
          target / floor, measured <= target ? "met" : "MISSED");
}

typedef struct
{
  OctantSession *session;
  OctantItem *item;
} Answer;

static void
give_answer (gpointer data)
{
  Answer *answer = data;

  octant_session_rate (answer->session, answer->item,
                       octant_item_get_rating (answer->item) == OCTANT_RATING_F ? OCTANT_RATING_N : OCTANT_RATING_F);
}

static void
scores_changed_cb (gboolean *changed)
{
  *changed = TRUE;
}

/*
 * What counts is the first frame after the answer: it holds the new scores. Answers that
 * change none, because others keep the score where it is, are left out.
 */
static void
measure_t3 (OctantBench *bench,
            Frames      *floor)
{
  static const char *const names[] = { "the act", "until the frame", "update", "layout", "snapshot and rendering" };
  Frames frames = frames_new ();
  OctantAssessment *assessment = octant_session_get_assessment (bench->session);
  OctantModel *model = octant_assessment_get_model (assessment);
  gboolean changed;
  gulong handler;

  close_dialogs (bench);
  g_action_group_activate_action (G_ACTION_GROUP (bench->window), "show-place", g_variant_new_string ("overview"));
  settle (bench);
  handler = g_signal_connect_swapped (assessment, "scores-changed", G_CALLBACK (scores_changed_cb), &changed);
  for (guint i = 0; i < octant_model_get_n_requirements (model) && frames.whole->len < N_FRAMES; i++)
    {
      const OctantRequirement *requirement =
          octant_model_get_requirement (model, i * 7 % octant_model_get_n_requirements (model));
      Answer answer = { bench->session, octant_session_find_item (bench->session, requirement->code) };
      gint64 phases[OCTANT_BENCH_N_PHASES], computed;

      if (answer.item == NULL)
        continue;
      changed = FALSE;
      octant_bench_loop_act (give_answer, &answer, phases, &computed);
      if (changed)
        frames_add (&frames, phases, computed);
      settle (bench);
    }
  g_signal_handler_disconnect (assessment, handler);
  print_ratio ("T3 answer until its pixels are drawn, p50", quantile_ms (floor->whole, 0.5), quantile_ms (frames.whole, 0.5), 16.7,
               "ms");
  print_ratio ("T3 answer until its pixels are drawn, p95", quantile_ms (floor->whole, 0.95), quantile_ms (frames.whole, 0.95),
               16.7, "ms");
  for (guint i = 0; i < OCTANT_BENCH_N_PHASES; i++)
    printf ("#    of it %-37s %9.2f ms %9.2f ms\n", names[i], quantile_ms (floor->phases[i], 0.5),
            quantile_ms (frames.phases[i], 0.5));
  print_ratio ("   of it computed, p50", quantile_ms (floor->computed, 0.5), quantile_ms (frames.computed, 0.5), 16.7, "ms");
  print_ratio ("   of it computed, p95", quantile_ms (floor->computed, 0.95), quantile_ms (frames.computed, 0.95), 16.7, "ms");
  frames_clear (&frames);
}

static char *
make_large_file (const char *dir)
{
  char *path = g_build_filename (dir, "large.bin", NULL);
  g_autofree guint32 *content = g_malloc (1 << 20);
  int fd = open (path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);

  for (guint mb = 0; mb < LARGE_MB; mb++)
    {
      for (guint i = 0; i < (1 << 20) / sizeof *content; i++)
        content[i] = (i + mb) * 2654435761u;
      if (write (fd, content, 1 << 20) != 1 << 20)
        g_error ("cannot write a file of %u MB here", LARGE_MB);
    }
  if (fsync (fd) != 0 || close (fd) != 0)
    g_error ("cannot write a file of %u MB here", LARGE_MB);
  return path;
}

/* A requirement that is answered for the institution as a whole: files go to one answer. */
static OctantItem *
find_item (OctantBench *bench)
{
  OctantModel *model = octant_assessment_get_model (octant_session_get_assessment (bench->session));

  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    {
      OctantItem *item = octant_session_find_item (bench->session, octant_model_get_requirement (model, i)->code);

      if (item != NULL && octant_item_get_children (item) == NULL)
        return item;
    }
  g_error ("the model has no such requirement");
}

typedef struct
{
  OctantBench *bench;
  guint n_steps; /* of the progress */
  gboolean cancel;
} Attach;

static void
progress_cb (Attach *attach)
{
  double progress;

  g_object_get (attach->bench->session, "import-progress", &progress, NULL);
  attach->n_steps += progress > 0 && progress < 1;
  if (attach->cancel && progress > 0)
    octant_session_cancel_import (attach->bench->session);
}

static gint64
attach_large (OctantBench *bench,
              const char  *path,
              gboolean     cancel,
              Sample      *sample)
{
  g_autoptr (GArray) blocks = g_array_new (FALSE, FALSE, sizeof (OctantBenchBlock));
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);
  OctantItem *item = find_item (bench);
  guint before = octant_item_get_n_evidence (item);
  Attach attach = { bench, 0, cancel };
  gulong handler = g_signal_connect_swapped (bench->session, "notify::import-progress", G_CALLBACK (progress_cb), &attach);
  gint64 start = octant_bench_now (), taken;

  g_ptr_array_add (files, g_file_new_for_path (path));
  octant_bench_loop_mark ();
  octant_session_attach (bench->session, item, files);
  octant_bench_loop_settle (blocks, is_done, bench);
  taken = octant_bench_now () - start;
  sample_add (sample, blocks);
  g_signal_handler_disconnect (bench->session, handler);
  if (attach.n_steps == 0)
    g_error ("no progress was shown");
  if (octant_item_get_n_evidence (item) != before + !cancel)
    g_error (cancel ? "the file was attached although it was cancelled" : "the file was not attached");
  return taken;
}

static gint64
copy_plain (const char *from,
            const char *to)
{
  g_autofree char *buffer = g_malloc (1 << 20);
  gint64 start = octant_bench_now ();
  int in = open (from, O_RDONLY | O_CLOEXEC);
  int out = open (to, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
  ssize_t n;

  while ((n = read (in, buffer, 1 << 20)) > 0)
    if (write (out, buffer, (size_t) n) != n)
      g_error ("cannot copy");
  if (n < 0 || fsync (out) != 0)
    g_error ("cannot copy");
  close (in);
  close (out);
  unlink (to);
  return octant_bench_now () - start;
}

static void
measure_t8 (OctantBench *bench,
            const char  *dir)
{
  g_autofree char *path = make_large_file (dir);
  g_autofree char *copy = g_build_filename (dir, "copy.bin", NULL);
  Sample cancelled = sample_new (), attached = sample_new ();
  double plain = (double) copy_plain (path, copy) / 1e9;
  double taken;

  attach_large (bench, path, TRUE, &cancelled);
  taken = (double) attach_large (bench, path, FALSE, &attached) / 1e9;
  /* Data that are kept are as they were. */
  octant_session_undo (bench->session);
  octant_bench_loop_settle (NULL, is_done, bench);
  print_ratio ("T8 attach 500 MB through the window", plain, taken, plain * 2.3, "s ");
  print_ratio ("T8 longest block meanwhile", 16, quantile_ms (attached.work, 1), 16, "ms");
  print_ratio ("T8 longest block, cancelled", 16, quantile_ms (cancelled.work, 1), 16, "ms");
  unlink (path);
  sample_clear (&cancelled);
  sample_clear (&attached);
}

static void
measure_t14 (OctantBench *bench)
{
  guint n;

  /* A caret that blinks is an event of its own. */
  gtk_window_set_focus (GTK_WINDOW (bench->window), NULL);
  /* What was said in toasts goes, one after the other. */
  do
    octant_bench_loop_count_wakeups (1);
  while (octant_test_find (GTK_WIDGET (bench->window), g_type_from_name ("AdwToastWidget")) != NULL);
  n = octant_bench_loop_count_wakeups (2);
  printf ("# T14 wake-ups in 2 s of nothing to do: %u, target 0: %s\n", n, n == 0 ? "met" : "MISSED");
}

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  OctantBench *bench = user_data;
  g_autoptr (GError) error = NULL;

  bench->objects = octant_session_list_objects_finish (bench->session, result, &error);
  octant_bench_must (bench->objects != NULL, error);
}

static void
set_up (OctantBench *bench,
        const char  *dir)
{
  bench->session = octant_test_open_session (dir);
  octant_session_set_actor (bench->session, "Assessor");
  bench->window = octant_test_open_window (bench->session, WIDTH, HEIGHT);
  octant_bench_loop_watch (GTK_WIDGET (bench->window));
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (OctantCycleItem) cycle = g_list_model_get_item (octant_session_get_cycles (bench->session), i);

      bench->cycles[i] = g_strdup (octant_cycle_item_get_id (cycle));
    }
  octant_session_list_objects_async (bench->session, NULL, listed_cb, bench);
  settle (bench);
}

static void
tear_down (OctantBench *bench)
{
  octant_test_close_window (bench->window);
  octant_session_close (bench->session);
  g_object_unref (bench->session);
  g_ptr_array_unref (bench->objects);
  g_free (bench->cycles[0]);
  g_free (bench->cycles[1]);
  g_free (bench->wanted);
}

/* @only: (nullable): beginnings of names with commas between them */
static gboolean
is_wanted (const char *only,
           const char *name)
{
  g_auto (GStrv) beginnings = g_strsplit (only != NULL ? only : "", ",", -1);
  gboolean found = only == NULL;

  for (guint i = 0; beginnings[i] != NULL; i++)
    found = found || g_str_has_prefix (name, beginnings[i]);
  return found;
}

/*
 * [ACT,… [DIR]]: only acts and targets (T3, T8, T14) whose name starts with one of these; over the data in DIR, which are made
 * when they are not there.
 */
int
main (int   argc,
      char *argv[])
{
  const char *only = argc > 1 ? argv[1] : NULL;
  const char *kept = argc > 2 ? argv[2] : NULL;
  g_autofree char *dir = kept != NULL ? g_strdup (kept) : octant_bench_make_dir ();
  g_autofree char *database = g_build_filename (dir, "octant.db", NULL);
  Sample all = sample_new (), steady = sample_new ();
  Frames frames = frames_new ();
  OctantBench bench = { NULL };
  double floor;
  gint64 start = octant_bench_now ();

  octant_test_init (&argc, &argv);
  if (!g_file_test (database, G_FILE_TEST_EXISTS))
    octant_bench_make_data (dir, &plan);
  printf ("# data of %u cycles made in %.1f s\n", plan.n_cycles, (double) (octant_bench_now () - start) / 1e9);
  octant_bench_loop_init ();
  octant_bench_steady_init (LIMIT / 2);
  printf ("# %-27s %4s  longest block of the main loop, ms     of it computed painted  of the\n", "", "");
  printf ("# %-27s %4s %7s %7s %7s %7s %4s %7s %4s %7s %6s\n", "act", "runs", "p50", "p95", "p99", "max", ">16", "max", ">16", "p95",
          "floor");
  floor = measure_floor (&frames);
  set_up (&bench, dir);
  for (const OctantBenchAct *act = octant_bench_acts; act->name != NULL; act++)
    if (is_wanted (only, act->name))
      measure (&bench, act, &all, &steady, floor);
  if (all.work->len > 0)
    {
      sample_print (&all, "all acts", floor);
      sample_print (&steady, "the machine: half of 16 ms", floor);
    }
  sample_clear (&all);
  sample_clear (&steady);
  printf ("# %-44s %12s %12s %7s %7s\n", "", "floor", "Octant", "ratio", "target");
  if (is_wanted (only, "T3"))
    measure_t3 (&bench, &frames);
  frames_clear (&frames);
  if (is_wanted (only, "T8"))
    measure_t8 (&bench, dir);
  if (is_wanted (only, "T14"))
    measure_t14 (&bench);
  tear_down (&bench);
  if (kept == NULL)
    octant_bench_remove_dir (dir);
  return 0;
}
