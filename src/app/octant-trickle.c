/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-trickle.h"

/* A little more than a frame: what was made last is laid out before more is made, and never together with that. */
#define PAUSE_MS 20
/* Three frames: a dialog is laid out in the first, and in the second, when it has the keyboard, the window is styled again. */
#define DIALOG_MS 50
/* As long as widgets are made at a time; to lay them out takes about as long again. */
#define BUDGET_US 3000

typedef struct
{
  guint *source; /* (unowned) */
  OctantTrickleStep step;
  gpointer data; /* (unowned) */
} Trickle;

static gboolean
run (OctantTrickleStep step,
     gpointer          data)
{
  gint64 enough = g_get_monotonic_time () + BUDGET_US;

  do
    if (!step (data))
      return FALSE;
  while (g_get_monotonic_time () < enough);
  return TRUE;
}

static gboolean
run_cb (gpointer user_data)
{
  Trickle *self = user_data;

  if (run (self->step, self->data))
    return G_SOURCE_CONTINUE;
  *self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
queue (guint            *source,
       OctantTrickleStep step,
       gpointer          data,
       guint             pause,
       GSourceFunc       func)
{
  Trickle *self = g_new (Trickle, 1);

  self->source = source;
  self->step = step;
  self->data = data;
  *source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, pause, func, self, g_free);
}

static gboolean
begin_cb (gpointer user_data)
{
  Trickle *self = user_data;

  if (run (self->step, self->data))
    queue (self->source, self->step, self->data, PAUSE_MS, run_cb);
  else
    *self->source = 0;
  return G_SOURCE_REMOVE;
}

void
octant_trickle_start (guint            *source,
                      OctantTrickleStep step,
                      gpointer          data)
{
  g_return_if_fail (source != NULL);
  g_return_if_fail (step != NULL);

  if (*source == 0 && run (step, data))
    queue (source, step, data, PAUSE_MS, run_cb);
}

void
octant_trickle_queue (guint            *source,
                      OctantTrickleStep step,
                      gpointer          data)
{
  g_return_if_fail (source != NULL);
  g_return_if_fail (step != NULL);

  if (*source == 0)
    queue (source, step, data, PAUSE_MS, run_cb);
}

void
octant_trickle_queue_dialog (guint            *source,
                             OctantTrickleStep step,
                             gpointer          data)
{
  g_return_if_fail (source != NULL);
  g_return_if_fail (step != NULL);

  if (*source == 0)
    queue (source, step, data, DIALOG_MS, begin_cb);
}
