/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-jobs.h"

#include "base/octant-time.h"
#include "model/octant-model-library.h"
#include "sample/octant-sample.h"

void
octant_snapshot_free (OctantSnapshot *self)
{
  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  g_clear_pointer (&self->scores, g_ptr_array_unref);
  g_free (self);
}

void
octant_loaded_cycle_free (OctantLoadedCycle *self)
{
  g_clear_object (&self->assessment);
  g_clear_object (&self->previous);
  g_free (self);
}

void
octant_undo_request_free (OctantUndoRequest *self)
{
  g_free (self->actor);
  g_free (self);
}

void
octant_cycle_request_free (OctantCycleRequest *self)
{
  g_free (self->id);
  g_free (self->actor);
  g_free (self);
}

void
octant_undone_free (OctantUndone *self)
{
  g_clear_pointer (&self->act, octant_act_free);
  g_free (self);
}

void
octant_new_cycle_request_free (OctantNewCycleRequest *self)
{
  g_free (self->organisation_id);
  g_free (self->organisation_name);
  g_free (self->organisation_kind);
  g_free (self->title);
  g_free (self->as_of);
  g_free (self->from_cycle);
  g_strfreev (self->objects);
  g_clear_object (&self->model);
  g_free (self->actor);
  g_free (self);
}

static void
peek_history (OctantStore *store,
              gboolean    *can_undo,
              gboolean    *can_redo)
{
  g_autoptr (OctantAct) undo = octant_store_peek_undo (store);
  g_autoptr (OctantAct) redo = octant_store_peek_redo (store);

  *can_undo = undo != NULL;
  *can_redo = redo != NULL;
}

static int
compare_newest_first (gconstpointer a,
                      gconstpointer b)
{
  OctantRecord *first = *(OctantRecord *const *) a;
  OctantRecord *second = *(OctantRecord *const *) b;
  int order = g_strcmp0 (octant_record_get (second, OCTANT_CYCLE_AS_OF),
                         octant_record_get (first, OCTANT_CYCLE_AS_OF));

  if (order == 0)
    order = g_strcmp0 (octant_record_get (second, OCTANT_CYCLE_CREATED_AT),
                       octant_record_get (first, OCTANT_CYCLE_CREATED_AT));
  return order;
}

/* The cache of a cycle; computed and kept when an undo or an older version left none. */
static GPtrArray *
list_scores (OctantStore  *store,
             OctantRecord *cycle,
             GError      **error)
{
  const char *id = octant_record_get (cycle, OCTANT_CYCLE_ID);
  g_autoptr (GPtrArray) rows = octant_store_list_scores (store, id, error);
  g_autoptr (OctantAssessment) assessment = NULL;

  if (rows == NULL || rows->len > 0)
    return g_steal_pointer (&rows);

  assessment = octant_store_load_assessment (store, id, error);
  if (assessment == NULL)
    return NULL;
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = octant_assessment_list_score_rows (assessment, NULL, 0);
  if (!octant_store_put_scores (store, id, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}

gpointer
octant_job_snapshot (OctantStore  *store,
                     gpointer      data,
                     GCancellable *cancellable,
                     GError      **error)
{
  g_autoptr (OctantSnapshot) self = g_new0 (OctantSnapshot, 1);

  self->organisations = octant_store_list (store, OCTANT_TABLE_ORGANISATION, OCTANT_STORE_ALL, NULL, error);
  if (self->organisations == NULL)
    return NULL;
  self->cycles = octant_store_list (store, OCTANT_TABLE_CYCLE, OCTANT_STORE_ALL, NULL, error);
  if (self->cycles == NULL)
    return NULL;
  g_ptr_array_sort (self->cycles, compare_newest_first);

  self->scores = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < self->cycles->len; i++)
    {
      GPtrArray *rows = list_scores (store, g_ptr_array_index (self->cycles, i), error);

      if (rows == NULL)
        return NULL;
      g_ptr_array_add (self->scores, rows);
    }
  peek_history (store, &self->can_undo, &self->can_redo);
  return g_steal_pointer (&self);
}

gpointer
octant_job_load_cycle (OctantStore  *store,
                       gpointer      data,
                       GCancellable *cancellable,
                       GError      **error)
{
  g_autoptr (OctantLoadedCycle) self = g_new0 (OctantLoadedCycle, 1);
  g_autoptr (GError) local = NULL;
  g_autofree char *previous = NULL;

  self->assessment = octant_store_load_assessment (store, data, error);
  if (self->assessment == NULL)
    return NULL;
  previous = octant_store_find_previous (store, data, &local);
  if (local != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return NULL;
    }
  if (previous != NULL)
    {
      self->previous = octant_store_load_assessment (store, previous, error);
      if (self->previous == NULL)
        return NULL;
      octant_assessment_set_previous (self->assessment, self->previous);
    }
  return g_steal_pointer (&self);
}

gpointer
octant_job_load_one (OctantStore  *store,
                     gpointer      data,
                     GCancellable *cancellable,
                     GError      **error)
{
  return octant_store_load_assessment (store, data, error);
}

gpointer
octant_job_undo (OctantStore  *store,
                 gpointer      data,
                 GCancellable *cancellable,
                 GError      **error)
{
  OctantUndoRequest *request = data;
  g_autoptr (OctantUndone) self = g_new0 (OctantUndone, 1);
  g_autofree char *now = octant_time_now ();

  if (request->redo)
    self->act = octant_store_redo (store, request->actor, now, error);
  else
    self->act = octant_store_undo (store, request->actor, now, error);
  if (self->act == NULL)
    return NULL;
  peek_history (store, &self->can_undo, &self->can_redo);
  return g_steal_pointer (&self);
}

static gboolean
add_organisation (OctantStore           *store,
                  OctantNewCycleRequest *request,
                  const OctantBy        *by,
                  GError               **error)
{
  g_autoptr (OctantAct) act = NULL;

  if (request->organisation_id != NULL)
    return TRUE;
  act = octant_act_add_organisation (request->organisation_name, request->organisation_kind,
                                     by, &request->organisation_id, error);
  return act != NULL && octant_store_commit (store, act, error);
}

gpointer
octant_job_new_cycle (OctantStore  *store,
                      gpointer      data,
                      GCancellable *cancellable,
                      GError      **error)
{
  OctantNewCycleRequest *request = data;
  g_autofree char *now = octant_time_now ();
  OctantBy by = { request->actor, now };
  OctantNewCycle what = { 0 };
  g_autoptr (GPtrArray) objects = NULL;
  g_autoptr (OctantAssessment) from = NULL;
  g_autoptr (OctantAct) act = NULL;
  g_autofree char *id = NULL;

  if (request->from_cycle != NULL)
    {
      from = octant_store_load_assessment (store, request->from_cycle, error);
      if (from == NULL)
        return NULL;
    }
  if (!add_organisation (store, request, &by, error))
    return NULL;
  objects = octant_store_list (store, OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ORG, request->organisation_id, error);
  if (objects == NULL)
    return NULL;
  for (guint i = objects->len; request->objects != NULL && i > 0; i--)
    if (!g_strv_contains ((const char *const *) request->objects,
                          octant_record_get (g_ptr_array_index (objects, i - 1), OCTANT_OBJECT_ID)))
      g_ptr_array_remove_index (objects, i - 1);

  what.organisation_id = request->organisation_id;
  what.title = request->title;
  what.as_of = request->as_of;
  what.model = request->model;
  what.objects = objects;
  what.from = from;
  act = octant_act_new_cycle (&what, &by, &id, error);
  if (act == NULL || !octant_store_commit (store, act, error))
    return NULL;
  return g_steal_pointer (&id);
}

gpointer
octant_job_delete_cycle (OctantStore  *store,
                         gpointer      data,
                         GCancellable *cancellable,
                         GError      **error)
{
  OctantCycleRequest *request = data;
  g_autoptr (OctantAssessment) assessment = octant_store_load_assessment (store, request->id, error);
  g_autofree char *now = octant_time_now ();
  OctantBy by = { request->actor, now };
  g_autoptr (OctantAct) act = NULL;

  if (assessment == NULL)
    return NULL;
  act = octant_act_delete_cycle (assessment, &by);
  if (!octant_store_commit (store, act, error))
    return NULL;
  return g_strdup (request->id);
}

gpointer
octant_job_sample (OctantStore  *store,
                   gpointer      data,
                   GCancellable *cancellable,
                   GError      **error)
{
  g_autoptr (OctantModel) model = octant_model_library_find (octant_store_get_dir (store), "sf-ccmm", error);

  if (model == NULL || !octant_sample_create (store, model, cancellable, error))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}
