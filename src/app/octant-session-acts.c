/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-private.h"

#include <glib/gi18n.h>

#include "assessment/octant-applicability.h"
#include "base/octant-time.h"
#include "octant-texts.h"
#include "octant-words.h"

void
octant_session_add_refs_private (GArray     *refs,
                                 OctantItem *item)
{
  GListModel *children = octant_item_get_children (item);
  guint n = children != NULL ? g_list_model_get_n_items (children) : 1;

  for (guint i = 0; i < n; i++)
    {
      OctantItemRef ref = { octant_item_get_requirement_index (item),
                            children != NULL ? i : octant_item_get_slot (item) };

      g_array_append_val (refs, ref);
    }
}

static GArray *
list_refs (OctantItem *item)
{
  GArray *refs = g_array_new (FALSE, FALSE, sizeof (OctantItemRef));

  octant_session_add_refs_private (refs, item);
  return refs;
}

static gboolean
touches_evidence (const OctantAct *act)
{
  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);

      if (octant_record_get_table (change->after != NULL ? change->after : change->before) == OCTANT_TABLE_EVIDENCE)
        return TRUE;
    }
  return FALSE;
}

/*
 * Where @act takes the selected item away, it is left before, as long as what is being
 * written about it can be kept: for its requirement or, when that gets another item too,
 * whose code is returned then, for none.
 */
static char *
leave_item (OctantSession   *self,
            const OctantAct *act)
{
  const char *code;
  OctantItem *parent;

  if (self->item == NULL || octant_item_outlasts (self->item, act))
    return NULL;
  code = octant_item_get_requirement (self->item)->code;
  parent = octant_session_find_item (self, code);
  if (parent != NULL && octant_item_outlasts (parent, act))
    {
      octant_session_set_item (self, parent);
      return NULL;
    }
  octant_session_set_item (self, NULL);
  return g_strdup (code);
}

gboolean
octant_session_is_in_scope (OctantSession *self,
                            OctantItem    *item)
{
  OctantModel *model;
  guint subdomain;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (OCTANT_IS_ITEM (item), FALSE);

  if (self->assessment == NULL)
    return FALSE;
  model = octant_assessment_get_model (self->assessment);
  subdomain = octant_item_get_requirement (item)->subdomain;
  return !octant_assessment_is_node_out (self->assessment, octant_model_subdomain_node (model, subdomain));
}

void
octant_session_apply_private (OctantSession   *self,
                              const OctantAct *act)
{
  g_autofree char *code = leave_item (self, act);

  if (self->assessment != NULL)
    octant_assessment_apply (self->assessment, act);
  if (self->previous != NULL && touches_evidence (act))
    octant_assessment_apply (self->previous, act);
  if (code != NULL)
    octant_session_set_item (self, octant_session_find_item (self, code));
}

static gboolean
is_ours (OctantSession *self,
         OctantItem    *item)
{
  return self->queue != NULL && item != NULL && octant_item_get_assessment (item) == self->assessment;
}

void
octant_session_carry_out_private (OctantSession *self,
                                  OctantAct     *act)
{
  const guint *nodes;
  guint n_nodes;

  if (octant_act_is_empty (act))
    {
      octant_act_free (act);
      return;
    }
  self->n_acts++;
  octant_session_apply_private (self, act);
  nodes = octant_assessment_get_changed_nodes (self->assessment, &n_nodes);
  g_clear_pointer (&act->scores, g_ptr_array_unref);
  act->scores = n_nodes > 0 ? octant_assessment_list_score_rows (self->assessment, nodes, n_nodes)
                            : g_ptr_array_new_with_free_func ((GDestroyNotify) octant_score_row_free);
  octant_write_queue_commit (self->queue, act);
  octant_session_set_history_private (self, TRUE, FALSE);
}

/* The arguments of a call are evaluated in any order: so it is not the error that comes here, but the place where it is put. */
gboolean
octant_session_try_private (OctantSession *self,
                            OctantAct     *act,
                            GError *const *error)
{
  if (act == NULL)
    {
      g_debug ("Refused: %s", (*error)->message);
      octant_session_notice_private (self, _("The assessment does not allow this"), FALSE);
      return FALSE;
    }
  octant_session_carry_out_private (self, act);
  return TRUE;
}

/* A branch that is out of scope is shown as it was, and not rated. */
static gboolean
is_rated_or_say (OctantSession *self,
                 OctantItem    *item)
{
  if (octant_session_is_in_scope (self, item))
    return TRUE;
  octant_session_notice_private (self, _("It is out of scope, so nothing of it is rated"), FALSE);
  return FALSE;
}

static OctantAct *
build_rate (OctantSession  *self,
            OctantItem     *item,
            OctantRating    rating,
            const char     *reason,
            const char     *approver,
            const OctantBy *by,
            GError        **error)
{
  g_autoptr (GArray) refs = list_refs (item);
  g_autofree OctantRateRow *rows = NULL;

  if (octant_item_get_children (item) == NULL)
    return octant_act_rate (self->assessment, g_array_index (refs, OctantItemRef, 0), rating,
                            NULL, reason, approver, by, error);
  rows = g_new0 (OctantRateRow, MAX (refs->len, 1));
  for (guint i = 0; i < refs->len; i++)
    {
      rows[i].item = g_array_index (refs, OctantItemRef, i);
      rows[i].rating = rating;
      rows[i].reason = reason;
      rows[i].approver = approver;
    }
  return octant_act_rate_many (self->assessment, "rate", rows, refs->len, by, error);
}

/**
 * octant_session_rate:
 * @rating: OCTANT_RATING_UNANSWERED clears; not NA, which needs a reason
 *
 * Returns: whether it is on screen
 */
gboolean
octant_session_rate (OctantSession *self,
                     OctantItem    *item,
                     OctantRating   rating)
{
  g_autofree char *now = octant_time_now ();
  g_autoptr (GError) error = NULL;
  OctantBy by = { self->actor, now };

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (rating != OCTANT_RATING_NA, FALSE);

  if (!is_ours (self, item) || !is_rated_or_say (self, item))
    return FALSE;
  return octant_session_try_private (self, build_rate (self, item, rating, NULL, NULL, &by, &error), &error);
}

/* Not applicable: refused without a reason and somebody else's approval; @error says so. */
gboolean
octant_session_rate_na (OctantSession *self,
                        OctantItem    *item,
                        const char    *reason,
                        const char    *approver,
                        GError       **error)
{
  g_autofree char *now = octant_time_now ();
  g_autofree char *clean = reason != NULL ? octant_words_clean (reason) : NULL;
  OctantBy by = { self->actor, now };
  OctantAct *act;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);
  g_return_val_if_fail (is_ours (self, item), FALSE);

  act = build_rate (self, item, OCTANT_RATING_NA, clean, approver, &by, error);
  if (act == NULL)
    return FALSE;
  octant_session_carry_out_private (self, act);
  return TRUE;
}

gboolean
octant_session_note (OctantSession *self,
                     OctantItem    *item,
                     const char    *note)
{
  g_autofree char *now = octant_time_now ();
  g_autoptr (GError) error = NULL;
  OctantBy by = { self->actor, now };
  OctantItemRef ref;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);

  if (!is_ours (self, item) || octant_item_get_children (item) != NULL)
    return FALSE;
  ref.requirement = octant_item_get_requirement_index (item);
  ref.slot = octant_item_get_slot (item);
  return octant_session_try_private (self, octant_act_note (self->assessment, ref, note, &by, &error), &error);
}

gboolean
octant_session_confirm (OctantSession *self,
                        OctantItem    *item)
{
  g_autofree char *now = octant_time_now ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) refs = NULL;
  g_autoptr (GArray) carried = NULL;
  OctantBy by = { self->actor, now };

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);

  if (!is_ours (self, item) || !is_rated_or_say (self, item))
    return FALSE;
  refs = list_refs (item);
  carried = g_array_new (FALSE, FALSE, sizeof (OctantItemRef));
  for (guint i = 0; i < refs->len; i++)
    {
      OctantItemRef *ref = &g_array_index (refs, OctantItemRef, i);
      OctantAnswer answer;

      octant_assessment_get_answer (self->assessment, ref->requirement, ref->slot, &answer);
      if (answer.carried)
        g_array_append_val (carried, *ref);
    }
  if (carried->len == 0)
    return FALSE;
  return octant_session_try_private (self,
                                     octant_act_confirm (self->assessment, (OctantItemRef *) carried->data,
                                                         carried->len, &by, &error),
                                     &error);
}

gboolean
octant_session_detach (OctantSession *self,
                       OctantItem    *item,
                       const char    *evidence_id)
{
  g_autofree char *now = octant_time_now ();
  g_autoptr (GError) error = NULL;
  OctantBy by = { self->actor, now };
  OctantItemRef ref;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);

  if (!is_ours (self, item) || octant_item_get_children (item) != NULL)
    return FALSE;
  ref.requirement = octant_item_get_requirement_index (item);
  ref.slot = octant_item_get_slot (item);
  if (!octant_session_try_private (self, octant_act_detach (self->assessment, ref, evidence_id, &by, &error), &error))
    return FALSE;
  octant_session_notice_private (self, _("Evidence removed from this requirement"), TRUE);
  return TRUE;
}

/* Acts of one word each, as in a toast after an undo. */
static const char *
name_act (const char *kind)
{
  if (g_strcmp0 (kind, "undo") == 0)
    return _("Undone");
  return _("Done again");
}

static void
scores_put_cb (GObject      *source,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr (GError) error = NULL;

  octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);
  if (error != NULL)
    g_debug ("The score cache was not written: %s", error->message);
}

typedef struct
{
  char *cycle_id;
  GPtrArray *rows;
} Scores;

static void
scores_free (Scores *scores)
{
  g_free (scores->cycle_id);
  g_ptr_array_unref (scores->rows);
  g_free (scores);
}

static gpointer
job_put_scores (OctantStore  *store,
                gpointer      data,
                GCancellable *cancellable,
                GError      **error)
{
  Scores *scores = data;

  octant_store_put_scores (store, scores->cycle_id, scores->rows, error);
  return NULL;
}

/* An undo drops the cache of its cycle; what is on screen has the scores already. */
static void
put_scores (OctantSession *self)
{
  Scores *scores = g_new0 (Scores, 1);

  scores->cycle_id = g_strdup (octant_assessment_get_id (self->assessment));
  scores->rows = octant_assessment_list_score_rows (self->assessment, NULL, 0);
  octant_write_queue_run_async (self->queue, FALSE, job_put_scores, scores, (GDestroyNotify) scores_free, NULL,
                                scores_put_cb, NULL);
}

static gboolean
touches_lists (OctantAct *act)
{
  for (guint i = 0; i < act->changes->len; i++)
    {
      OctantChange *change = g_ptr_array_index (act->changes, i);
      OctantTable table = octant_record_get_table (change->after != NULL ? change->after : change->before);

      if (table == OCTANT_TABLE_ORGANISATION || table == OCTANT_TABLE_CYCLE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
touches_register (OctantAct *act)
{
  for (guint i = 0; i < act->changes->len; i++)
    {
      OctantChange *change = g_ptr_array_index (act->changes, i);

      if (octant_record_get_table (change->after != NULL ? change->after : change->before) == OCTANT_TABLE_OBJECT)
        return TRUE;
    }
  return FALSE;
}

static void
show_undone (OctantSession *self,
             OctantUndone  *undone)
{
  const char *cycle_id = undone->act->cycle_id;
  gboolean here = self->assessment != NULL
                  && g_strcmp0 (cycle_id, octant_assessment_get_id (self->assessment)) == 0;

  if (touches_lists (undone->act))
    octant_session_reload_private (self, cycle_id);
  else if (here)
    {
      octant_session_apply_private (self, undone->act);
      put_scores (self);
    }
  else if (cycle_id != NULL)
    /* What changed must be seen: the user is taken to the assessment concerned. */
    octant_session_open_cycle (self, cycle_id);
  else
    octant_session_apply_private (self, undone->act);
}

static void
undone_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OctantSession) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantUndone) undone =
      octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (undone != NULL)
    {
      octant_session_set_history_private (self, undone->can_undo, undone->can_redo);
      show_undone (self, undone);
      if (touches_register (undone->act))
        g_signal_emit_by_name (self, "objects-changed");
      octant_session_notice_private (self, name_act (undone->act->kind), FALSE);
    }
  else if (!g_error_matches (error, OCTANT_STORE_ERROR, OCTANT_STORE_ERROR_NOTHING_TO_UNDO))
    {
      g_autofree char *reason = octant_describe_store_error (error);

      octant_session_notice_private (self, reason, FALSE);
    }
}

static void
run_undo (OctantSession *self,
          gboolean       redo)
{
  OctantUndoRequest *request;

  if (self->queue == NULL)
    return;
  request = g_new0 (OctantUndoRequest, 1);
  request->redo = redo;
  request->actor = g_strdup (self->actor);
  octant_write_queue_run_async (self->queue, TRUE, octant_job_undo, request,
                                (GDestroyNotify) octant_undo_request_free,
                                (GDestroyNotify) octant_undone_free,
                                undone_cb, g_object_ref (self));
}

void
octant_session_undo (OctantSession *self)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  run_undo (self, FALSE);
}

void
octant_session_redo (OctantSession *self)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  run_undo (self, TRUE);
}
