/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>

#include "bench-common.h"
#include "bench-data.h"
#include "bench-floor.h"
#include "octant-application.h"
#include "octant-window.h"

/*
 * T4: from the start of the process to the first frame of its window, and to the first frame
 * with the data in it, over 1 and over 50 cycles. T6: how much memory is resident then, and
 * whether it grows over 10,000 answers. Both against a window with a list and a drawing.
 *
 * Each start is a process of its own: this program started by itself. In turns, so that all
 * three meet the same load.
 */

#define N_RUNS 7
#define N_ANSWERS 10000
#define N_WARM 2000 /* before: caches and pools get their size */
#define AT_ONCE 50
#define WIDTH 1280
#define HEIGHT 800
#define REST_MS 1000

/* What a started process says of itself. */
typedef struct
{
  gint64 first;    /* nanoseconds until its first frame */
  gint64 ready;    /* until the first with data */
  gint64 resident; /* bytes when it came to rest */
  gint64 grown;    /* bytes more after the answers */
} Start;

/* In the started process. */
typedef struct
{
  gint64 start;
  gboolean answer;
  GtkWindow *window;
  OctantSession *session; /* (nullable): of the floor */
  Start found;
} Child;

static void
rate_some (Child *child,
           guint  from,
           guint  n)
{
  OctantModel *model = octant_assessment_get_model (octant_session_get_assessment (child->session));

  for (guint i = from; i < from + n; i++)
    {
      guint index = i * 37 % octant_model_get_n_requirements (model);
      OctantItem *item =
          octant_session_find_item (child->session, octant_model_get_requirement (model, index)->code);

      if (item == NULL)
        continue;
      octant_session_rate (child->session, item,
                           octant_item_get_rating (item) == OCTANT_RATING_F ? OCTANT_RATING_L : OCTANT_RATING_F);
      if (i % AT_ONCE == 0)
        while (!octant_session_is_settled (child->session))
          g_main_context_iteration (NULL, TRUE);
    }
}

static void
rest_cb (gpointer user_data)
{
  Child *child = user_data;

  child->found.resident = octant_bench_get_resident ();
  if (child->answer)
    {
      gint64 before;

      rate_some (child, 0, N_WARM);
      before = octant_bench_get_resident ();
      rate_some (child, N_WARM, N_ANSWERS);
      child->found.grown = octant_bench_get_resident () - before;
    }
  gtk_window_close (child->window);
}

static void
painted_cb (GdkFrameClock *clock,
            Child         *child)
{
  gint64 now = octant_bench_now () - child->start;

  if (child->found.first == 0)
    child->found.first = now;
  if (child->session != NULL && octant_session_get_state (child->session) == OCTANT_SESSION_LOADING)
    return;
  child->found.ready = now;
  g_signal_handlers_disconnect_by_func (clock, painted_cb, child);
  g_timeout_add_once (REST_MS, rest_cb, child);
}

static void
mapped_cb (GtkWidget *window,
           Child     *child)
{
  if (OCTANT_IS_WINDOW (window))
    child->session = octant_window_get_session (OCTANT_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), child);
}

static void
window_added_cb (GtkApplication *application,
                 GtkWindow      *window,
                 Child          *child)
{
  child->window = window;
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  g_signal_connect (window, "map", G_CALLBACK (mapped_cb), child);
}

static void
show_floor_cb (GtkApplication *application)
{
  GtkWidget *window = octant_bench_floor_new (WIDTH, HEIGHT);

  gtk_window_set_application (GTK_WINDOW (window), application);
  gtk_window_present (GTK_WINDOW (window));
}

/* START DIR|- [answer] */
static int
be_child (int   argc,
          char *argv[])
{
  Child child = { .start = g_ascii_strtoll (argv[1], NULL, 10), .answer = argc > 3 };
  gboolean floor = g_str_equal (argv[2], "-");
  g_autofree char *dir = g_strconcat ("--data-dir=", argv[2], NULL);
  char *arguments[] = { argv[0], dir, NULL };
  g_autoptr (GtkApplication) application = NULL;

  if (floor)
    {
      application = GTK_APPLICATION (adw_application_new ("io.github.octantapp.Octant.Floor", G_APPLICATION_NON_UNIQUE));
      g_signal_connect (application, "activate", G_CALLBACK (show_floor_cb), NULL);
    }
  else
    {
      application = GTK_APPLICATION (octant_application_new ());
      g_application_set_flags (G_APPLICATION (application),
                               g_application_get_flags (G_APPLICATION (application)) | G_APPLICATION_NON_UNIQUE);
    }
  g_signal_connect (application, "window-added", G_CALLBACK (window_added_cb), &child);
  if (g_application_run (G_APPLICATION (application), floor ? 1 : 2, arguments) != 0 || child.found.ready == 0)
    return 1;
  printf ("@ %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", child.found.first,
          child.found.ready, child.found.resident, child.found.grown);
  return 0;
}

/* @dir: (nullable): NULL for the floor */
static Start
start (const char *program,
       const char *dir,
       gboolean    answer)
{
  g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, octant_bench_now ());
  const char *arguments[] = { program, now, dir != NULL ? dir : "-", answer ? "answer" : NULL, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_autofree char *said = NULL;
  const char *line;
  Start found = { 0 };

  octant_bench_must (process != NULL, error);
  octant_bench_must (g_subprocess_communicate_utf8 (process, NULL, NULL, &said, NULL, &error), error);
  line = said != NULL ? strstr (said, "@ ") : NULL;
  if (line == NULL
      || sscanf (line, "@ %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, &found.first,
                 &found.ready, &found.resident, &found.grown) != 4)
    g_error ("a started process did not say how it went");
  return found;
}

static double
median (const Start *runs,
        gsize        field)
{
  gint64 values[N_RUNS];

  for (guint i = 0; i < N_RUNS; i++)
    values[i] = *(const gint64 *) ((const char *) &runs[i] + field);
  return (double) octant_bench_quantile (values, N_RUNS, 0.5);
}

#define MEDIAN(runs, field) median (runs, G_STRUCT_OFFSET (Start, field))

static void
print_line (const char *what,
            double      floor,
            double      measured,
            const char *unit,
            double      target)
{
  printf ("# %-44s %9.2f %s %9.2f %s %6.2f×", what, floor, unit, measured, unit, measured / floor);
  if (target > 0)
    printf (" %6.2f×  %s", target, measured <= target * floor ? "met" : "MISSED");
  printf ("\n");
}

int
main (int   argc,
      char *argv[])
{
  static const OctantBenchPlan plans[] = { { 1, 6, 0, 0 }, { 50, 6, 0, 0 } };
  static const double megabyte = 1 << 20;
  g_autofree char *dirs[] = { NULL, NULL };
  Start floor[N_RUNS], one[N_RUNS], fifty[N_RUNS];
  Start answered;

  if (argc > 2)
    return be_child (argc, argv);
  for (guint i = 0; i < G_N_ELEMENTS (dirs); i++)
    {
      dirs[i] = octant_bench_make_dir ();
      octant_bench_make_data (dirs[i], &plans[i]);
    }
  for (guint i = 0; i < N_RUNS; i++)
    {
      floor[i] = start (argv[0], NULL, FALSE);
      one[i] = start (argv[0], dirs[0], FALSE);
      fifty[i] = start (argv[0], dirs[1], FALSE);
    }
  answered = start (argv[0], dirs[1], TRUE);
  printf ("# %-44s %12s %12s %7s %7s\n", "medians of 7 starts", "floor", "Octant", "ratio", "target");
  print_line ("T4 first painted window, 1 cycle", MEDIAN (floor, first) / 1e6, MEDIAN (one, first) / 1e6, "ms", 1.5);
  print_line ("T4 first painted window, 50 cycles", MEDIAN (floor, first) / 1e6, MEDIAN (fifty, first) / 1e6, "ms", 1.5);
  print_line ("   with the data in it, 1 cycle", MEDIAN (floor, first) / 1e6, MEDIAN (one, ready) / 1e6, "ms", 0);
  print_line ("   with the data in it, 50 cycles", MEDIAN (floor, first) / 1e6, MEDIAN (fifty, ready) / 1e6, "ms", 0);
  print_line ("T6 resident, 1 cycle", MEDIAN (floor, resident) / megabyte, MEDIAN (one, resident) / megabyte, "MB", 1.25);
  print_line ("T6 resident, 50 cycles", MEDIAN (floor, resident) / megabyte, MEDIAN (fifty, resident) / megabyte, "MB",
              1.25);
  printf ("# T6 growth over %u answers in the window: %.2f MB, target 0\n", N_ANSWERS, (double) answered.grown / megabyte);
  for (guint i = 0; i < G_N_ELEMENTS (dirs); i++)
    octant_bench_remove_dir (dirs[i]);
  return 0;
}
