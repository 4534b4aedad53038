/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-comparison-job.h"

#include "octant-change-item.h"
#include "octant-chart-data.h"

static void
compared_clear (gpointer data)
{
  OctantCompared *self = data;

  for (guint i = 0; i < 2; i++)
    {
      g_free (self->ids[i]);
      g_free (self->titles[i]);
      g_free (self->versions[i]);
      g_clear_pointer (&self->readings[i], octant_comparison_free);
      g_clear_pointer (&self->reasons[i], octant_attribution_free);
      g_clear_pointer (&self->changes[i], g_ptr_array_unref);
    }
  g_strfreev (self->briefs);
}

OctantCompared *
octant_compared_ref (OctantCompared *self)
{
  return g_atomic_rc_box_acquire (self);
}

void
octant_compared_unref (OctantCompared *self)
{
  g_atomic_rc_box_release_full (self, compared_clear);
}

/* The assessments are its own: nobody else holds them, so they may change threads. */
typedef struct
{
  char *to;
  OctantAssessment *cycles[2]; /* (nullable) as they come */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_free (job->to);
  g_clear_object (&job->cycles[0]);
  g_clear_object (&job->cycles[1]);
  g_free (job);
}

static void
compare_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  Job *job = task_data;
  OctantAssessment *a = job->cycles[0], *b = job->cycles[1];
  g_autoptr (OctantCompared) compared = g_atomic_rc_box_new0 (OctantCompared);

  for (guint i = 0; i < 2; i++)
    {
      compared->ids[i] = g_strdup (octant_assessment_get_id (job->cycles[i]));
      compared->titles[i] = g_strdup (octant_assessment_get_title (job->cycles[i]));
      compared->versions[i] = g_strdup (octant_model_get_version (octant_assessment_get_model (job->cycles[i])));
    }
  compared->briefs = octant_chart_dup_briefs (job->cycles, 2);
  for (guint like_for_like = 0; like_for_like < 2; like_for_like++)
    {
      if (g_task_return_error_if_cancelled (task))
        return;
      compared->readings[like_for_like] = octant_comparison_new (a, b, like_for_like != 0);
      compared->reasons[like_for_like] = octant_attribution_new (a, b, like_for_like != 0);
      compared->changes[like_for_like] =
        octant_change_list_items (compared->readings[like_for_like], compared->reasons[like_for_like]);
    }
  /* To free thousands of answers takes its time: here, not where the window is drawn. */
  g_clear_object (&job->cycles[0]);
  g_clear_object (&job->cycles[1]);
  g_task_return_pointer (task, g_steal_pointer (&compared), (GDestroyNotify) octant_compared_unref);
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Job *job = g_task_get_task_data (task);
  GError *error = NULL;
  OctantAssessment *assessment = octant_session_load_assessment_finish (OCTANT_SESSION (source), result, &error);

  if (assessment == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (job->cycles[0] == NULL)
    {
      job->cycles[0] = assessment;
      octant_session_load_assessment_async (OCTANT_SESSION (source), job->to, loaded_cb, g_object_ref (task));
      return;
    }
  job->cycles[1] = assessment;
  g_task_run_in_thread (task, compare_thread);
}

void
octant_compare_async (OctantSession      *session,
                      const char         *from,
                      const char         *to,
                      GCancellable       *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer            user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (OCTANT_IS_SESSION (session) && from != NULL && to != NULL);

  task = g_task_new (session, cancellable, callback, user_data);
  g_task_set_source_tag (task, octant_compare_async);
  job = g_new0 (Job, 1);
  job->to = g_strdup (to);
  g_task_set_task_data (task, job, job_free);
  octant_session_load_assessment_async (session, from, loaded_cb, g_object_ref (task));
}

OctantCompared *
octant_compare_finish (GAsyncResult *result,
                       GError      **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
