/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-private.h"

#include "octant-session-objects.h"
#include "octant-words.h"

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
  SIGNAL_LEAVING,
  SIGNAL_NOTICE,
  SIGNAL_OBJECTS_CHANGED,
  N_SIGNALS,
};

static GParamSpec *props[PROP_IMPORT_PROGRESS + 1];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantSession, octant_session, G_TYPE_OBJECT)

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
  g_clear_handle_id (&self->left_source, g_source_remove);
  g_clear_pointer (&self->left, g_ptr_array_unref);
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
  signals[SIGNAL_LEAVING] = g_signal_new ("leaving", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
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
  self->left = g_ptr_array_new_with_free_func (g_object_unref);
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

  if (name == NULL || !octant_words_is_name (name))
    name = g_get_real_name ();
  if (!octant_words_is_name (name) || g_str_equal (name, "Unknown"))
    name = g_get_user_name ();
  g_set_str (&self->actor, name);
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
