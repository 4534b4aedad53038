/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-node.h"

#include <string.h>

#include "assessment/octant-assessment-private.h"
#include "assessment/octant-evidence-state.h"
#include "assessment/octant-interview.h"
#include "assessment/octant-tree-private.h"

/* As a node does, an item keeps what it last told. */
struct _OctantItem
{
  GObject parent_instance;

  OctantAssessment *assessment; /* (unowned) (nullable): NULL once the assessment is gone */
  OctantModel *model;           /* (owned) */
  OctantRecord *object;         /* (owned) (nullable): of a child */
  guint requirement;
  guint slot;                   /* G_MAXUINT: a parent with one child for each object */
  GListStore *children;         /* (owned) (nullable) */

  OctantRating rating;
  OctantRating previous_rating;
  gboolean has_previous;
  gboolean carried;
  gboolean has_note;
  guint n_evidence;
  guint n_outdated;
  gboolean unsettled;
  gboolean out_of_scope;
  guint n_objects;              /* as many as there are children, when it was last told */
};

typedef enum
{
  PROP_RATING = 1,
  PROP_CARRIED,
  PROP_HAS_NOTE,
  PROP_N_EVIDENCE,
  PROP_PREVIOUS_RATING,
  PROP_HAS_PREVIOUS,
  PROP_N_OUTDATED,
  PROP_UNSETTLED,
  PROP_N_OBJECTS,
  PROP_OUT_OF_SCOPE,
} OctantItemProperty;

static GParamSpec *props[PROP_OUT_OF_SCOPE + 1];

G_DEFINE_FINAL_TYPE (OctantItem, octant_item, G_TYPE_OBJECT)

static void
octant_item_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  OctantItem *self = OCTANT_ITEM (object);

  switch ((OctantItemProperty) id)
    {
    case PROP_RATING:
      g_value_set_uint (value, self->rating);
      break;
    case PROP_CARRIED:
      g_value_set_boolean (value, self->carried);
      break;
    case PROP_HAS_NOTE:
      g_value_set_boolean (value, self->has_note);
      break;
    case PROP_N_EVIDENCE:
      g_value_set_uint (value, self->n_evidence);
      break;
    case PROP_PREVIOUS_RATING:
      g_value_set_uint (value, self->previous_rating);
      break;
    case PROP_HAS_PREVIOUS:
      g_value_set_boolean (value, self->has_previous);
      break;
    case PROP_N_OUTDATED:
      g_value_set_uint (value, self->n_outdated);
      break;
    case PROP_UNSETTLED:
      g_value_set_boolean (value, self->unsettled);
      break;
    case PROP_N_OBJECTS:
      g_value_set_uint (value, self->n_objects);
      break;
    case PROP_OUT_OF_SCOPE:
      g_value_set_boolean (value, self->out_of_scope);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
octant_item_finalize (GObject *object)
{
  OctantItem *self = OCTANT_ITEM (object);

  g_clear_object (&self->children);
  g_clear_object (&self->model);
  g_clear_pointer (&self->object, octant_record_unref);

  G_OBJECT_CLASS (octant_item_parent_class)->finalize (object);
}

static void
octant_item_class_init (OctantItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_item_get_property;
  object_class->finalize = octant_item_finalize;

  props[PROP_RATING] = g_param_spec_uint ("rating", NULL, NULL, 0, OCTANT_RATING_NA, 0, flags);
  props[PROP_CARRIED] = g_param_spec_boolean ("carried", NULL, NULL, FALSE, flags);
  props[PROP_HAS_NOTE] = g_param_spec_boolean ("has-note", NULL, NULL, FALSE, flags);
  props[PROP_N_EVIDENCE] = g_param_spec_uint ("n-evidence", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_PREVIOUS_RATING] = g_param_spec_uint ("previous-rating", NULL, NULL, 0, OCTANT_RATING_NA, 0, flags);
  props[PROP_HAS_PREVIOUS] = g_param_spec_boolean ("has-previous", NULL, NULL, FALSE, flags);
  props[PROP_N_OUTDATED] = g_param_spec_uint ("n-outdated", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_UNSETTLED] = g_param_spec_boolean ("unsettled", NULL, NULL, FALSE, flags);
  props[PROP_N_OBJECTS] = g_param_spec_uint ("n-objects", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_OUT_OF_SCOPE] = g_param_spec_boolean ("out-of-scope", NULL, NULL, FALSE, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_item_init (OctantItem *self)
{
}

/* Of the object at @slot. */
static OctantItem *
new_child (OctantAssessment *assessment,
           guint             requirement,
           guint             slot)
{
  OctantItem *self = octant_item_new (assessment, requirement, slot);

  self->object = octant_record_ref (octant_assessment_get_object (assessment, slot));
  return self;
}

OctantItem *
octant_item_new (OctantAssessment *assessment,
                 guint             requirement,
                 guint             slot)
{
  OctantItem *self = g_object_new (OCTANT_TYPE_ITEM, NULL);
  guint n_objects = octant_assessment_get_n_objects (assessment);

  self->assessment = assessment;
  self->model = g_object_ref (octant_assessment_get_model (assessment));
  self->requirement = requirement;
  self->slot = slot;
  if (slot == G_MAXUINT)
    {
      self->children = g_list_store_new (OCTANT_TYPE_ITEM);
      for (guint i = 0; i < n_objects; i++)
        {
          g_autoptr (OctantItem) child = new_child (assessment, requirement, i);

          g_list_store_append (self->children, child);
        }
    }
  octant_item_refresh (self);
  return self;
}

static gboolean
has_same_name (const OctantRecord *object,
               const OctantRecord *other)
{
  return strcmp (octant_record_get (object, OCTANT_CYCLE_OBJECT_NAME),
                 octant_record_get (other, OCTANT_CYCLE_OBJECT_NAME)) == 0;
}

/* The position of the child of @object, G_MAXUINT for none. */
static guint
find_child (OctantItem         *self,
            const OctantRecord *object,
            gboolean           *renamed)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->children)); i++)
    {
      g_autoptr (OctantItem) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      if (!octant_record_same_key (child->object, object))
        continue;
      *renamed |= !has_same_name (child->object, object);
      return i;
    }
  return G_MAXUINT;
}

GArray *
octant_item_map_objects (OctantItem *self)
{
  g_autoptr (GArray) map = g_array_new (FALSE, FALSE, sizeof (guint));
  gboolean renamed = FALSE;

  for (guint slot = 0; slot < octant_assessment_get_n_objects (self->assessment); slot++)
    {
      guint position = find_child (self, octant_assessment_get_object (self->assessment, slot), &renamed);

      g_array_append_val (map, position);
    }
  return renamed || map->len == 0 ? NULL : g_steal_pointer (&map);
}

/**
 * octant_item_outlasts:
 * @act: about to be applied to the assessment
 *
 * Returns: FALSE when another item stands in the place of @self afterwards, or none
 */
gboolean
octant_item_outlasts (OctantItem      *self,
                      const OctantAct *act)
{
  guint before, n_objects;

  g_return_val_if_fail (OCTANT_IS_ITEM (self), FALSE);
  g_return_val_if_fail (act != NULL, FALSE);

  if (self->assessment == NULL)
    return FALSE;
  if (octant_item_get_requirement (self)->scope != OCTANT_SCOPE_OBJECT)
    return TRUE;
  before = n_objects = octant_assessment_get_n_objects (self->assessment);
  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = g_ptr_array_index (act->changes, i);
      const OctantRecord *row = change->after != NULL ? change->after : change->before;

      if (octant_record_get_table (row) != OCTANT_TABLE_CYCLE_OBJECT || !octant_assessment_owns (self->assessment, row))
        continue;
      if (change->before != NULL && change->after != NULL && !has_same_name (change->before, change->after))
        return FALSE;
      if (change->after == NULL && self->object != NULL && octant_record_same_key (self->object, row))
        return FALSE;
      n_objects += (change->after != NULL) - (change->before != NULL);
    }
  return (before > 0) == (n_objects > 0);
}

/* Whether the object that is at @slot now has its child there already. */
static gboolean
is_child_at (OctantItem *self,
             GPtrArray  *children,
             guint       slot,
             guint       position)
{
  g_autoptr (OctantItem) child = g_list_model_get_item (G_LIST_MODEL (self->children), position);

  return child == children->pdata[slot];
}

GPtrArray *
octant_item_prepare (OctantItem   *self,
                     const GArray *map)
{
  GPtrArray *children = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint slot = 0; slot < map->len; slot++)
    {
      guint position = g_array_index (map, guint, slot);

      g_ptr_array_add (children, position != G_MAXUINT
                                   ? g_list_model_get_item (G_LIST_MODEL (self->children), position)
                                   : new_child (self->assessment, self->requirement, slot));
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->children)); i++)
    {
      g_autoptr (OctantItem) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      child->assessment = NULL;
    }
  for (guint i = 0; i < children->len; i++)
    {
      OctantItem *child = children->pdata[i];

      child->assessment = self->assessment;
      child->slot = i;
      octant_record_unref (child->object);
      child->object = octant_record_ref (octant_assessment_get_object (self->assessment, i));
    }
  return children;
}

void
octant_item_follow (OctantItem *self,
                    GPtrArray  *children)
{
  guint before = g_list_model_get_n_items (G_LIST_MODEL (self->children));
  guint first = 0, last = 0;

  while (first < MIN (before, children->len) && is_child_at (self, children, first, first))
    first++;
  while (last < MIN (before, children->len) - first
         && is_child_at (self, children, children->len - 1 - last, before - 1 - last))
    last++;
  if (before != children->len || first < before)
    g_list_store_splice (self->children, first, before - first - last, children->pdata + first,
                         children->len - first - last);
}

void
octant_item_detach (OctantItem *self)
{
  self->assessment = NULL;
  for (guint i = 0; self->children != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->children)); i++)
    {
      g_autoptr (OctantItem) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

      child->assessment = NULL;
    }
}

/* What is shown: of one slot, or of all together in a parent. */
typedef struct
{
  OctantRating rating;
  OctantRating previous;
  gboolean has_previous;
  gboolean carried;
  gboolean has_note;
  guint n_evidence;
  guint n_outdated;
  gboolean unsettled;
} State;

static void
read_slot (OctantItem *self,
           State      *state)
{
  guint slot = self->slot;
  OctantItemRef item = { self->requirement, slot };
  OctantAnswer answer, previous;

  octant_assessment_get_answer (self->assessment, self->requirement, slot, &answer);
  state->rating = answer.rating;
  state->carried = answer.carried;
  state->has_note = answer.note != NULL && answer.note[0] != '\0';
  state->n_evidence = answer.n_evidence;
  state->n_outdated = octant_assessment_count_outdated (self->assessment, item);
  state->unsettled = octant_assessment_get_voices (self->assessment, item) == OCTANT_VOICES_DIFFER;
  state->has_previous =
    octant_assessment_get_previous_answer (self->assessment, self->requirement, slot, &previous);
  if (state->has_previous)
    state->previous = previous.rating;
}

/* What a child says, which is up to date when its parent is refreshed. */
static void
add_child (const OctantItem *child,
           State            *state)
{
  /* The enumeration rises from unanswered over N … F to NA, so that the least is the weakest. */
  state->rating = MIN (state->rating, child->rating);
  state->carried |= child->carried;
  state->has_note |= child->has_note;
  state->n_evidence += child->n_evidence;
  state->n_outdated += child->n_outdated;
  state->unsettled |= child->unsettled;
  if (child->has_previous)
    {
      state->previous = state->has_previous ? MIN (state->previous, child->previous_rating) : child->previous_rating;
      state->has_previous = TRUE;
    }
}

static void
set_uint (OctantItem        *self,
          OctantItemProperty prop,
          guint             *field,
          guint              value)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_boolean (OctantItem        *self,
             OctantItemProperty prop,
             gboolean          *field,
             gboolean           value)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

void
octant_item_refresh (OctantItem *self)
{
  State state = { .rating = OCTANT_RATING_NA };
  guint node = octant_model_subdomain_node (self->model, octant_item_get_requirement (self)->subdomain);

  if (self->slot != G_MAXUINT)
    read_slot (self, &state);
  else
    for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->children)); i++)
      {
        g_autoptr (OctantItem) child = g_list_model_get_item (G_LIST_MODEL (self->children), i);

        add_child (child, &state);
      }

  g_object_freeze_notify (G_OBJECT (self));
  if (self->rating != state.rating)
    {
      self->rating = state.rating;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RATING]);
    }
  if (self->previous_rating != state.previous)
    {
      self->previous_rating = state.previous;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PREVIOUS_RATING]);
    }
  set_boolean (self, PROP_HAS_PREVIOUS, &self->has_previous, state.has_previous);
  set_boolean (self, PROP_CARRIED, &self->carried, state.carried);
  set_boolean (self, PROP_HAS_NOTE, &self->has_note, state.has_note);
  set_uint (self, PROP_N_EVIDENCE, &self->n_evidence, state.n_evidence);
  set_uint (self, PROP_N_OUTDATED, &self->n_outdated, state.n_outdated);
  set_boolean (self, PROP_UNSETTLED, &self->unsettled, state.unsettled);
  set_boolean (self, PROP_OUT_OF_SCOPE, &self->out_of_scope, octant_assessment_is_out (self->assessment, node));
  if (self->children != NULL)
    set_uint (self, PROP_N_OBJECTS, &self->n_objects, g_list_model_get_n_items (G_LIST_MODEL (self->children)));
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * octant_item_get_assessment:
 *
 * Returns: (transfer none) (nullable): NULL when the assessment is gone
 */
OctantAssessment *
octant_item_get_assessment (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), NULL);

  return self->assessment;
}

guint
octant_item_get_requirement_index (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), 0);

  return self->requirement;
}

/**
 * octant_item_get_requirement:
 *
 * Returns: (transfer none)
 */
const OctantRequirement *
octant_item_get_requirement (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), NULL);

  return octant_model_get_requirement (self->model, self->requirement);
}

guint
octant_item_get_slot (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), 0);

  return self->slot;
}

OctantRating
octant_item_get_rating (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), OCTANT_RATING_UNANSWERED);

  return self->rating;
}

gboolean
octant_item_get_carried (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), FALSE);

  return self->carried;
}

gboolean
octant_item_get_has_note (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), FALSE);

  return self->has_note;
}

guint
octant_item_get_n_evidence (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), 0);

  return self->n_evidence;
}

/* Pieces of evidence that do not count by their dates. */
guint
octant_item_get_n_outdated (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), 0);

  return self->n_outdated;
}

/* TRUE while interviewees differ and the assessor has not decided. */
gboolean
octant_item_get_unsettled (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), FALSE);

  return self->unsettled;
}

/* TRUE while its sub-domain, or the domain of that, is out of scope: then it is shown as it was, and not rated. */
gboolean
octant_item_get_out_of_scope (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), FALSE);

  return self->out_of_scope;
}

/**
 * octant_item_get_previous_rating:
 * @rating: (out) (optional): last year's rating; of a parent that of the weakest object
 *
 * Returns: FALSE when there was none
 */
gboolean
octant_item_get_previous_rating (OctantItem   *self,
                                 OctantRating *rating)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), FALSE);

  if (rating != NULL)
    *rating = self->previous_rating;
  return self->has_previous;
}

/**
 * octant_item_get_object_name:
 *
 * Returns: (transfer none) (nullable): NULL unless a child
 */
const char *
octant_item_get_object_name (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), NULL);

  return self->object != NULL ? octant_record_get (self->object, OCTANT_CYCLE_OBJECT_NAME) : NULL;
}

/**
 * octant_item_get_children:
 *
 * Returns: (transfer none) (nullable): a list of OctantItem, one for each object
 */
GListModel *
octant_item_get_children (OctantItem *self)
{
  g_return_val_if_fail (OCTANT_IS_ITEM (self), NULL);

  return self->children != NULL ? G_LIST_MODEL (self->children) : NULL;
}

/**
 * octant_item_get_shown:
 *
 * Returns: (transfer none): the item of the object that is shown, or @self
 */
OctantItem *
octant_item_get_shown (OctantItem *self)
{
  g_autoptr (OctantItem) child = NULL;

  g_return_val_if_fail (OCTANT_IS_ITEM (self), NULL);

  if (self->children != NULL && self->assessment != NULL)
    child = g_list_model_get_item (G_LIST_MODEL (self->children), octant_assessment_get_shown_slot (self->assessment));
  return child != NULL ? child : self;
}
