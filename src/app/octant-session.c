/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-private.h"

#include <glib/gi18n.h>

#include "octant-session-objects.h"
#include "octant-texts.h"

typedef enum
{
  PROP_STATE = 1,
  PROP_ERROR_MESSAGE,
  PROP_INSTITUTION,
  PROP_CYCLES,
  PROP_ASSESSMENT,
  PROP_PREVIOUS,
  PROP_NODE,
  PROP_ITEM,
  PROP_OBJECT,
  PROP_SAVE_STATE,
  PROP_SAVE_ERROR,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_IMPORTING,
  PROP_IMPORT_PROGRESS,
} OctantSessionProperty;

enum
{
  SIGNAL_ACTED,
  SIGNAL_NOTICE,
  SIGNAL_OBJECTS_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_IMPORT_PROGRESS + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantSession, octant_session, G_TYPE_OBJECT)

/* Which load an answer belongs to: only the last one asked for is shown. */
typedef struct
{
  OctantSession *session; /* (owned) */
  guint serial;
  char *open_id; /* (owned) (nullable) */
} Load;

static Load *
load_new (OctantSession *self,
          const char    *open_id)
{
  Load *load = g_new0 (Load, 1);

  load->session = g_object_ref (self);
  load->serial = ++self->load_serial;
  load->open_id = g_strdup (open_id);
  return load;
}

static void
load_free (Load *load)
{
  g_object_unref (load->session);
  g_free (load->open_id);
  g_free (load);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Load, load_free)

static void
set_state (OctantSession     *self,
           OctantSessionState state,
           const char        *message)
{
  if (g_set_str (&self->error_message, message))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ERROR_MESSAGE]);
  if (self->state == state)
    return;
  self->state = state;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_STATE]);
}

static void
fail (OctantSession *self,
      const GError  *error)
{
  g_autofree char *message = octant_describe_store_error (error);

  g_debug ("The data could not be opened: %s", error->message);
  set_state (self, OCTANT_SESSION_ERROR, message);
}

static void
scores_changed_cb (OctantAssessment *assessment,
                   OctantSession    *self)
{
  OctantCycleItem *item = octant_session_find_cycle (self, octant_assessment_get_id (assessment));
  g_autoptr (GPtrArray) rows = NULL;

  if (item == NULL)
    return;
  rows = octant_assessment_list_score_rows (assessment, NULL, 0);
  octant_cycle_item_set_scores (item, rows);
}

static void
set_institution (OctantSession *self)
{
  const char *id = self->assessment != NULL ? octant_assessment_get_id (self->assessment) : NULL;
  OctantCycleItem *item = id != NULL ? octant_session_find_cycle (self, id) : NULL;

  if (g_set_str (&self->institution, item != NULL ? octant_cycle_item_get_institution (item) : NULL))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_INSTITUTION]);
}

/*
 * The selection survives a change of cycle where the new one has the same code. What was shown lives until all
 * have been told: lists and filters that follow one by one still ask the nodes and items of the old assessment,
 * which do not keep it themselves.
 */
static void
set_assessment (OctantSession    *self,
                OctantAssessment *assessment,
                OctantAssessment *previous)
{
  g_autoptr (OctantAssessment) old = self->assessment != NULL ? g_object_ref (self->assessment) : NULL;
  g_autoptr (OctantAssessment) old_previous = self->previous != NULL ? g_object_ref (self->previous) : NULL;
  g_autofree char *node = NULL;
  g_autofree char *item = NULL;

  if (self->node != NULL)
    node = g_strdup (octant_node_get_code (self->node));
  if (self->item != NULL)
    item = g_strdup (octant_item_get_requirement (self->item)->code);

  g_object_freeze_notify (G_OBJECT (self));
  octant_session_set_item (self, NULL);
  octant_session_set_node (self, NULL);
  if (self->assessment != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->assessment, scores_changed_cb, self);
      g_signal_handlers_disconnect_by_func (self->assessment, octant_session_follow_object_private, self);
    }
  g_set_object (&self->previous, previous);
  g_set_object (&self->assessment, assessment);
  octant_requirement_filter_set_assessment (self->filter, assessment);
  octant_session_follow_object_private (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PREVIOUS]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ASSESSMENT]);
  set_institution (self);
  if (assessment != NULL)
    {
      g_signal_connect_object (assessment, "scores-changed", G_CALLBACK (scores_changed_cb), self, G_CONNECT_DEFAULT);
      g_signal_connect_object (assessment, "structure-changed", G_CALLBACK (octant_session_follow_object_private), self,
                               G_CONNECT_SWAPPED);
      if (node != NULL)
        octant_session_set_node (self, octant_session_find_node (self, node));
      if (item != NULL)
        octant_session_set_item (self, octant_session_find_item (self, item));
    }
  g_object_thaw_notify (G_OBJECT (self));
  gtk_filter_changed (GTK_FILTER (self->filter), GTK_FILTER_CHANGE_DIFFERENT);
}

static void
cycle_loaded_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Load) load = user_data;
  OctantSession *self = load->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantLoadedCycle) cycle =
      octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);

  if (load->serial != self->load_serial)
    return;
  if (cycle != NULL)
    {
      set_assessment (self, cycle->assessment, cycle->previous);
      set_state (self, OCTANT_SESSION_READY, NULL);
    }
  else if (self->assessment == NULL)
    fail (self, error);
  else
    {
      g_autofree char *reason = octant_describe_store_error (error);
      g_autofree char *message = g_strdup_printf (_("The assessment could not be opened: %s"), reason);

      octant_session_notice_private (self, message, FALSE);
    }
}

static void
fill_cycles (OctantSession  *self,
             OctantSnapshot *snapshot)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < snapshot->cycles->len; i++)
    {
      OctantRecord *cycle = g_ptr_array_index (snapshot->cycles, i);
      OctantRecord *organisation = NULL;
      OctantCycleItem *item;

      for (guint k = 0; k < snapshot->organisations->len && organisation == NULL; k++)
        {
          OctantRecord *candidate = g_ptr_array_index (snapshot->organisations, k);

          if (g_str_equal (octant_record_get (candidate, OCTANT_ORGANISATION_ID),
                           octant_record_get (cycle, OCTANT_CYCLE_ORG)))
            organisation = candidate;
        }
      item = octant_cycle_item_new (cycle, organisation);
      octant_cycle_item_set_scores (item, g_ptr_array_index (snapshot->scores, i));
      g_ptr_array_add (items, item);
    }
  g_list_store_splice (self->cycles, 0, g_list_model_get_n_items (G_LIST_MODEL (self->cycles)),
                       items->pdata, items->len);
}

static const char *
choose_cycle (OctantSession *self,
              const char    *wanted)
{
  g_autoptr (OctantCycleItem) newest = NULL;

  if (wanted != NULL && octant_session_find_cycle (self, wanted) != NULL)
    return wanted;
  newest = g_list_model_get_item (G_LIST_MODEL (self->cycles), 0);
  return newest != NULL ? octant_cycle_item_get_id (newest) : NULL;
}

static void
snapshot_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (Load) load = user_data;
  OctantSession *self = load->session;
  g_autoptr (GError) error = NULL;
  g_autoptr (OctantSnapshot) snapshot =
      octant_write_queue_run_finish (OCTANT_WRITE_QUEUE (source), result, &error);
  const char *id;

  if (load->serial != self->load_serial)
    return;
  if (snapshot == NULL)
    {
      fail (self, error);
      return;
    }
  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  self->organisations = g_ptr_array_ref (snapshot->organisations);
  fill_cycles (self, snapshot);
  octant_session_set_history_private (self, snapshot->can_undo, snapshot->can_redo);

  id = choose_cycle (self, load->open_id);
  if (id != NULL)
    {
      octant_session_open_cycle (self, id);
      return;
    }
  set_assessment (self, NULL, NULL);
  set_state (self, OCTANT_SESSION_EMPTY, NULL);
}

/* Lists everything anew, then opens @open_id, or the newest cycle when that is gone. */
void
octant_session_reload_private (OctantSession *self,
                               const char    *open_id)
{
  octant_write_queue_run_async (self->queue, FALSE, octant_job_snapshot, NULL, NULL,
                                (GDestroyNotify) octant_snapshot_free,
                                snapshot_cb, load_new (self, open_id));
}

void
octant_session_set_loading_private (OctantSession *self)
{
  set_state (self, OCTANT_SESSION_LOADING, NULL);
}

void
octant_session_notice_private (OctantSession *self,
                               const char    *message,
                               gboolean       undoable)
{
  g_signal_emit (self, signals[SIGNAL_NOTICE], 0, message, undoable);
}

void
octant_session_set_history_private (OctantSession *self,
                                    gboolean       can_undo,
                                    gboolean       can_redo)
{
  if (self->can_undo != can_undo)
    {
      self->can_undo = can_undo;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_UNDO]);
    }
  if (self->can_redo != can_redo)
    {
      self->can_redo = can_redo;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CAN_REDO]);
    }
}

void
octant_session_set_import_private (OctantSession *self,
                                   GCancellable  *cancellable,
                                   double         progress)
{
  if (self->import_progress != progress)
    {
      self->import_progress = progress;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IMPORT_PROGRESS]);
    }
  if (g_set_object (&self->import, cancellable))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_IMPORTING]);
}

static void
save_state_cb (OctantSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVE_STATE]);
}

static void
save_error_cb (OctantSession *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SAVE_ERROR]);
}

static void
queued_cb (OctantSession *self)
{
  g_signal_emit (self, signals[SIGNAL_ACTED], 0);
}

static void
conflict_cb (OctantSession *self,
             const char    *message)
{
  g_warning ("An act was not as the data expected: %s", message);
  octant_session_notice_private (self, _("The data had changed, and were loaded again. "
                                         "Please check your last answer"),
                                 FALSE);
  octant_session_reload_private (self, self->assessment != NULL
                                           ? octant_assessment_get_id (self->assessment)
                                           : NULL);
}

static void
opened_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (OctantSession) self = user_data;
  g_autoptr (GError) error = NULL;

  self->opening = FALSE;
  self->worker = octant_store_worker_open_finish (result, &error);
  if (self->worker == NULL)
    {
      fail (self, error);
      return;
    }
  self->queue = octant_write_queue_new (self->worker);
  g_signal_connect_object (self->queue, "notify::save-state", G_CALLBACK (save_state_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "notify::error-message", G_CALLBACK (save_error_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "queued", G_CALLBACK (queued_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->queue, "conflict", G_CALLBACK (conflict_cb), self, G_CONNECT_SWAPPED);
  octant_session_reload_private (self, self->wanted);
}

static void
octant_session_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  OctantSession *self = OCTANT_SESSION (object);

  switch ((OctantSessionProperty) prop_id)
    {
    case PROP_STATE:
      g_value_set_int (value, self->state);
      break;
    case PROP_ERROR_MESSAGE:
      g_value_set_string (value, self->error_message);
      break;
    case PROP_INSTITUTION:
      g_value_set_string (value, self->institution);
      break;
    case PROP_CYCLES:
      g_value_set_object (value, self->cycles);
      break;
    case PROP_ASSESSMENT:
      g_value_set_object (value, self->assessment);
      break;
    case PROP_PREVIOUS:
      g_value_set_object (value, self->previous);
      break;
    case PROP_NODE:
      g_value_set_object (value, self->node);
      break;
    case PROP_ITEM:
      g_value_set_object (value, self->item);
      break;
    case PROP_OBJECT:
      g_value_set_string (value, self->object != NULL ? self->object : "");
      break;
    case PROP_SAVE_STATE:
      g_value_set_int (value, octant_session_get_save_state (self));
      break;
    case PROP_SAVE_ERROR:
      g_value_set_string (value, octant_session_get_save_error (self));
      break;
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, self->can_undo);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, self->can_redo);
      break;
    case PROP_IMPORTING:
      g_value_set_boolean (value, self->import != NULL);
      break;
    case PROP_IMPORT_PROGRESS:
      g_value_set_double (value, self->import_progress);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_session_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  OctantSession *self = OCTANT_SESSION (object);

  if (prop_id == PROP_NODE)
    octant_session_set_node (self, g_value_get_object (value));
  else if (prop_id == PROP_ITEM)
    octant_session_set_item (self, g_value_get_object (value));
  else if (prop_id == PROP_OBJECT)
    octant_session_set_object (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_session_dispose (GObject *object)
{
  OctantSession *self = OCTANT_SESSION (object);

  octant_session_close (self);
  if (self->import != NULL)
    g_cancellable_cancel (self->import);
  g_clear_object (&self->import);
  g_clear_object (&self->filter);
  g_clear_object (&self->item);
  g_clear_object (&self->node);
  g_clear_object (&self->previous);
  g_clear_object (&self->assessment);
  g_clear_object (&self->cycles);
  g_clear_pointer (&self->organisations, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_session_parent_class)->dispose (object);
}

static void
octant_session_finalize (GObject *object)
{
  OctantSession *self = OCTANT_SESSION (object);

  g_free (self->data_dir);
  g_free (self->actor);
  g_free (self->wanted);
  g_free (self->error_message);
  g_free (self->institution);
  g_free (self->object);

  G_OBJECT_CLASS (octant_session_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *object_class)
{
  GParamFlags read = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;
  GParamFlags write = read | G_PARAM_WRITABLE;

  props[PROP_STATE] = g_param_spec_int ("state", NULL, NULL, 0, OCTANT_SESSION_ERROR, 0, read);
  props[PROP_ERROR_MESSAGE] = g_param_spec_string ("error-message", NULL, NULL, NULL, read);
  props[PROP_INSTITUTION] = g_param_spec_string ("institution", NULL, NULL, NULL, read);
  props[PROP_CYCLES] = g_param_spec_object ("cycles", NULL, NULL, G_TYPE_LIST_MODEL, read);
  props[PROP_ASSESSMENT] = g_param_spec_object ("assessment", NULL, NULL, OCTANT_TYPE_ASSESSMENT, read);
  props[PROP_PREVIOUS] = g_param_spec_object ("previous", NULL, NULL, OCTANT_TYPE_ASSESSMENT, read);
  props[PROP_NODE] = g_param_spec_object ("node", NULL, NULL, OCTANT_TYPE_NODE, write);
  props[PROP_ITEM] = g_param_spec_object ("item", NULL, NULL, OCTANT_TYPE_ITEM, write);
  props[PROP_OBJECT] = g_param_spec_string ("object", NULL, NULL, "", write);
  props[PROP_SAVE_STATE] = g_param_spec_int ("save-state", NULL, NULL, 0, OCTANT_SAVE_STATE_FAILED, 0, read);
  props[PROP_SAVE_ERROR] = g_param_spec_string ("save-error", NULL, NULL, NULL, read);
  props[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, read);
  props[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, read);
  props[PROP_IMPORTING] = g_param_spec_boolean ("importing", NULL, NULL, FALSE, read);
  props[PROP_IMPORT_PROGRESS] = g_param_spec_double ("import-progress", NULL, NULL, 0, 1, 0, read);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_session_class_init (OctantSessionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = octant_session_get_property;
  object_class->set_property = octant_session_set_property;
  object_class->dispose = octant_session_dispose;
  object_class->finalize = octant_session_finalize;
  install_properties (object_class);

  signals[SIGNAL_ACTED] = g_signal_new ("acted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_NOTICE] = g_signal_new ("notice", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_BOOLEAN);
  signals[SIGNAL_OBJECTS_CHANGED] = g_signal_new ("objects-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
octant_session_init (OctantSession *self)
{
  self->cycles = g_list_store_new (OCTANT_TYPE_CYCLE_ITEM);
  self->filter = octant_requirement_filter_new ();
  octant_session_set_actor (self, NULL);
}

OctantSession *
octant_session_new (const char *data_dir)
{
  OctantSession *self = g_object_new (OCTANT_TYPE_SESSION, NULL);

  self->data_dir = octant_store_default_dir (data_dir);
  return self;
}

void
octant_session_set_wanted (OctantSession *self,
                           const char    *id)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  g_set_str (&self->wanted, id);
}

void
octant_session_set_actor (OctantSession *self,
                          const char    *name)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  if (name == NULL || *name == '\0')
    name = g_get_real_name ();
  if (*name == '\0' || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();
  g_set_str (&self->actor, name);
}

void
octant_session_open (OctantSession *self)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  /* A second worker would find the data locked by the first. */
  if (self->opening)
    return;
  set_state (self, OCTANT_SESSION_LOADING, NULL);
  self->opening = self->worker == NULL;
  if (self->opening)
    octant_store_worker_open_async (self->data_dir, NULL, opened_cb, g_object_ref (self));
  else
    octant_session_reload_private (self, NULL);
}

const char *
octant_session_get_data_dir (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return self->data_dir;
}

/* Who answers, as the journal names her. */
const char *
octant_session_get_actor (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return self->actor;
}

OctantSessionState
octant_session_get_state (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), OCTANT_SESSION_ERROR);

  return self->state;
}

const char *
octant_session_get_error_message (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return self->error_message;
}

const char *
octant_session_get_institution (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return self->institution;
}

GPtrArray *
octant_session_get_organisations (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return self->organisations;
}

GListModel *
octant_session_get_cycles (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return G_LIST_MODEL (self->cycles);
}

/* (transfer none) (nullable) */
OctantCycleItem *
octant_session_find_cycle (OctantSession *self,
                           const char    *id)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->cycles)); i++)
    {
      g_autoptr (OctantCycleItem) item = g_list_model_get_item (G_LIST_MODEL (self->cycles), i);

      if (g_strcmp0 (octant_cycle_item_get_id (item), id) == 0)
        return item;
    }
  return NULL;
}

OctantAssessment *
octant_session_get_assessment (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return self->assessment;
}

OctantAssessment *
octant_session_get_previous (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return self->previous;
}

OctantNode *
octant_session_get_node (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return self->node;
}

void
octant_session_set_node (OctantSession *self,
                         OctantNode    *node)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  if (g_set_object (&self->node, node))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_NODE]);
}

OctantItem *
octant_session_get_item (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return self->item;
}

void
octant_session_set_item (OctantSession *self,
                         OctantItem    *item)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  if (g_set_object (&self->item, item))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ITEM]);
}

OctantNode *
octant_session_find_node (OctantSession *self,
                          const char    *code)
{
  guint node;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  if (self->assessment == NULL
      || !octant_model_find_node (octant_assessment_get_model (self->assessment), code, &node))
    return NULL;
  return octant_assessment_get_node (self->assessment, node);
}

OctantItem *
octant_session_find_item (OctantSession *self,
                          const char    *code)
{
  OctantModel *model;
  OctantNode *node;
  GListModel *items;
  guint requirement;

  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  if (self->assessment == NULL)
    return NULL;
  model = octant_assessment_get_model (self->assessment);
  if (!octant_model_find_requirement (model, code, &requirement))
    return NULL;
  node = octant_assessment_get_node (
      self->assessment,
      octant_model_subdomain_node (model, octant_model_get_requirement (model, requirement)->subdomain));
  items = octant_node_get_items (node);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (items, i);

      if (octant_item_get_requirement_index (item) == requirement)
        return octant_item_get_shown (item);
    }
  return NULL;
}

OctantRequirementFilter *
octant_session_get_filter (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return self->filter;
}

OctantSaveState
octant_session_get_save_state (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), OCTANT_SAVE_STATE_SAVED);

  return self->queue != NULL ? octant_write_queue_get_state (self->queue) : OCTANT_SAVE_STATE_SAVED;
}

const char *
octant_session_get_save_error (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), NULL);

  return self->queue != NULL ? octant_write_queue_get_error (self->queue) : NULL;
}

gboolean
octant_session_get_can_undo (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);

  return self->can_undo;
}

gboolean
octant_session_get_can_redo (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), FALSE);

  return self->can_redo;
}

void
octant_session_retry (OctantSession *self)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));

  if (self->queue != NULL)
    octant_write_queue_retry (self->queue);
}

void
octant_session_open_cycle (OctantSession *self,
                           const char    *id)
{
  g_return_if_fail (OCTANT_IS_SESSION (self));
  g_return_if_fail (id != NULL);

  if (self->queue == NULL)
    return;
  octant_write_queue_run_async (self->queue, FALSE, octant_job_load_cycle, g_strdup (id), g_free,
                                (GDestroyNotify) octant_loaded_cycle_free,
                                cycle_loaded_cb, load_new (self, NULL));
}

gboolean
octant_session_is_settled (OctantSession *self)
{
  g_return_val_if_fail (OCTANT_IS_SESSION (self), TRUE);

  return self->import == NULL
         && (self->queue == NULL || octant_write_queue_get_length (self->queue) == 0);
}

void
octant_session_close (OctantSession *self)
{
  g_autoptr (GError) error = NULL;

  g_return_if_fail (OCTANT_IS_SESSION (self));

  if (self->queue != NULL)
    octant_write_queue_drain (self->queue);
  if (self->worker != NULL && !octant_store_worker_close (self->worker, &error))
    g_warning ("Closing the data failed: %s", error->message);
  g_clear_object (&self->queue);
  g_clear_object (&self->worker);
  g_clear_pointer (&self->searcher, octant_searcher_unref);
}
