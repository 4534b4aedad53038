/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-node.h"

#include "assessment/octant-assessment-private.h"
#include "assessment/octant-targets.h"
#include "assessment/octant-tree-private.h"

/*
 * A node keeps what it last told, so that it can tell only what differs; what the
 * properties return is always what was told.
 */
struct _OctantNode
{
  GObject parent_instance;

  OctantAssessment *assessment; /* (unowned) (nullable): NULL once the assessment is gone */
  OctantModel *model;           /* (owned) */
  guint index;
  GListStore *children;         /* (owned) (nullable) */

  gboolean applicable;
  gboolean tailored;
  int level;
  int level_high;
  double score;
  double score_high;
  char *score_text;             /* (owned) */
  guint answered;
  guint items;
  guint carried;
  gboolean limited;
  gboolean blocking;
  int target;
};

typedef enum
{
  PROP_CODE = 1,
  PROP_APPLICABLE,
  PROP_TAILORED,
  PROP_LEVEL,
  PROP_LEVEL_HIGH,
  PROP_SCORE,
  PROP_SCORE_HIGH,
  PROP_SCORE_TEXT,
  PROP_ANSWERED,
  PROP_ITEMS,
  PROP_CARRIED,
  PROP_LIMITED,
  PROP_BLOCKING,
  PROP_TARGET,
} OctantNodeProperty;

static GParamSpec *props[PROP_TARGET + 1];

G_DEFINE_FINAL_TYPE (OctantNode, octant_node, G_TYPE_OBJECT)

static void
octant_node_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  OctantNode *self = OCTANT_NODE (object);

  switch ((OctantNodeProperty) id)
    {
    case PROP_CODE:
      g_value_set_string (value, octant_node_get_code (self));
      break;
    case PROP_APPLICABLE:
      g_value_set_boolean (value, self->applicable);
      break;
    case PROP_TAILORED:
      g_value_set_boolean (value, self->tailored);
      break;
    case PROP_LEVEL:
      g_value_set_int (value, self->level);
      break;
    case PROP_LEVEL_HIGH:
      g_value_set_int (value, self->level_high);
      break;
    case PROP_SCORE:
      g_value_set_double (value, self->score);
      break;
    case PROP_SCORE_HIGH:
      g_value_set_double (value, self->score_high);
      break;
    case PROP_SCORE_TEXT:
      g_value_set_string (value, self->score_text);
      break;
    case PROP_ANSWERED:
      g_value_set_uint (value, self->answered);
      break;
    case PROP_ITEMS:
      g_value_set_uint (value, self->items);
      break;
    case PROP_CARRIED:
      g_value_set_uint (value, self->carried);
      break;
    case PROP_LIMITED:
      g_value_set_boolean (value, self->limited);
      break;
    case PROP_BLOCKING:
      g_value_set_boolean (value, self->blocking);
      break;
    case PROP_TARGET:
      g_value_set_int (value, self->target);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
octant_node_finalize (GObject *object)
{
  OctantNode *self = OCTANT_NODE (object);

  g_clear_object (&self->children);
  g_clear_object (&self->model);
  g_clear_pointer (&self->score_text, g_free);

  G_OBJECT_CLASS (octant_node_parent_class)->finalize (object);
}

static void
octant_node_class_init (OctantNodeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_node_get_property;
  object_class->finalize = octant_node_finalize;

  props[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);
  props[PROP_APPLICABLE] = g_param_spec_boolean ("applicable", NULL, NULL, FALSE, flags);
  props[PROP_TAILORED] = g_param_spec_boolean ("tailored", NULL, NULL, FALSE, flags);
  props[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, 0, OCTANT_MODEL_MAX_LEVELS, 0, flags);
  props[PROP_LEVEL_HIGH] = g_param_spec_int ("level-high", NULL, NULL, 0, OCTANT_MODEL_MAX_LEVELS, 0, flags);
  props[PROP_SCORE] = g_param_spec_double ("score", NULL, NULL, 0, OCTANT_MODEL_MAX_LEVELS, 0, flags);
  props[PROP_SCORE_HIGH] = g_param_spec_double ("score-high", NULL, NULL, 0, OCTANT_MODEL_MAX_LEVELS, 0, flags);
  props[PROP_SCORE_TEXT] = g_param_spec_string ("score-text", NULL, NULL, NULL, flags);
  props[PROP_ANSWERED] = g_param_spec_uint ("answered", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_ITEMS] = g_param_spec_uint ("items", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_CARRIED] = g_param_spec_uint ("carried", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_LIMITED] = g_param_spec_boolean ("limited", NULL, NULL, FALSE, flags);
  props[PROP_BLOCKING] = g_param_spec_boolean ("blocking", NULL, NULL, FALSE, flags);
  props[PROP_TARGET] = g_param_spec_int ("target", NULL, NULL, 0, OCTANT_MODEL_MAX_LEVELS, 0, flags);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_node_init (OctantNode *self)
{
}

OctantNode *
octant_node_new (OctantAssessment *assessment,
                 guint             index)
{
  OctantNode *self = g_object_new (OCTANT_TYPE_NODE, NULL);

  self->assessment = assessment;
  self->model = g_object_ref (octant_assessment_get_model (assessment));
  self->index = index;
  if (!octant_node_is_subdomain (self))
    self->children = g_list_store_new (OCTANT_TYPE_NODE);
  return self;
}

void
octant_node_detach (OctantNode *self)
{
  self->assessment = NULL;
}

static void
set_int (OctantNode        *self,
         OctantNodeProperty prop,
         int               *field,
         int                value)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_uint (OctantNode        *self,
          OctantNodeProperty prop,
          guint             *field,
          guint              value)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

static void
set_double (OctantNode        *self,
            OctantNodeProperty prop,
            double            *field,
            double             value)
{
  if (*field == value)
    return;
  *field = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

gboolean
octant_node_refresh (OctantNode *self)
{
  const OctantScore *score = octant_node_get_score (self);
  g_autofree char *text = NULL;
  gboolean tailored, levels;

  g_assert (score != NULL);
  tailored = octant_assessment_is_out (self->assessment, self->index);
  levels = self->applicable != score->applicable || self->level != score->l;
  text = octant_rational_to_text (&score->s, 2);

  g_object_freeze_notify (G_OBJECT (self));
  set_int (self, PROP_APPLICABLE, &self->applicable, score->applicable);
  set_int (self, PROP_TAILORED, &self->tailored, tailored);
  set_int (self, PROP_LEVEL, &self->level, score->l);
  set_int (self, PROP_LEVEL_HIGH, &self->level_high, score->l_hi);
  set_double (self, PROP_SCORE, &self->score, octant_rational_to_double (&score->s));
  set_double (self, PROP_SCORE_HIGH, &self->score_high, octant_rational_to_double (&score->s_hi));
  if (g_set_str (&self->score_text, text))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCORE_TEXT]);
  set_uint (self, PROP_ANSWERED, &self->answered, score->answered);
  set_uint (self, PROP_ITEMS, &self->items, score->applicable_items);
  set_uint (self, PROP_CARRIED, &self->carried,
            octant_assessment_get_shown_n_carried (self->assessment, self->index));
  set_int (self, PROP_LIMITED, &self->limited, score->limited);
  set_int (self, PROP_TARGET, &self->target, octant_assessment_get_target (self->assessment, self->index));
  g_object_thaw_notify (G_OBJECT (self));

  return levels;
}

void
octant_node_set_blocking (OctantNode *self,
                          gboolean    blocking)
{
  set_int (self, PROP_BLOCKING, &self->blocking, blocking);
}

/**
 * octant_node_get_assessment:
 *
 * Returns: (transfer none) (nullable): NULL when the assessment is gone
 */
OctantAssessment *
octant_node_get_assessment (OctantNode *self)
{
  g_return_val_if_fail (OCTANT_IS_NODE (self), NULL);

  return self->assessment;
}

guint
octant_node_get_index (OctantNode *self)
{
  g_return_val_if_fail (OCTANT_IS_NODE (self), 0);

  return self->index;
}

const char *
octant_node_get_code (OctantNode *self)
{
  g_return_val_if_fail (OCTANT_IS_NODE (self), NULL);

  return octant_model_get_node_code (self->model, self->index);
}

/**
 * octant_node_get_name:
 *
 * Returns: (transfer none): the name in both languages; the model's title for the whole
 */
const OctantText *
octant_node_get_name (OctantNode *self)
{
  guint first;

  g_return_val_if_fail (OCTANT_IS_NODE (self), NULL);

  first = octant_model_subdomain_node (self->model, 0);
  if (self->index == OCTANT_NODE_OVERALL)
    return octant_model_get_title (self->model);
  if (self->index >= first)
    return &octant_model_get_subdomain (self->model, self->index - first)->name;
  return &octant_model_get_domain (self->model, self->index - octant_model_domain_node (self->model, 0))->name;
}

gboolean
octant_node_is_subdomain (OctantNode *self)
{
  g_return_val_if_fail (OCTANT_IS_NODE (self), FALSE);

  return self->index >= octant_model_subdomain_node (self->model, 0);
}

/**
 * octant_node_get_score:
 *
 * Returns: (transfer none) (nullable): the official result of what is shown, valid until the next change;
 *   NULL when the assessment is gone
 */
const OctantScore *
octant_node_get_score (OctantNode *self)
{
  g_return_val_if_fail (OCTANT_IS_NODE (self), NULL);

  if (self->assessment == NULL)
    return NULL;
  return octant_scorer_get_score (octant_assessment_get_shown_scorer (self->assessment, OCTANT_READING_OFFICIAL),
                                  self->index);
}

gboolean
octant_node_get_applicable (OctantNode *self)
{
  g_return_val_if_fail (OCTANT_IS_NODE (self), FALSE);

  return self->applicable;
}

int
octant_node_get_level (OctantNode *self)
{
  g_return_val_if_fail (OCTANT_IS_NODE (self), 0);

  return self->level;
}

/* The level that holds as its target, 0 for none. */
int
octant_node_get_target (OctantNode *self)
{
  g_return_val_if_fail (OCTANT_IS_NODE (self), 0);

  return self->target;
}

/**
 * octant_node_get_children:
 *
 * Returns: (transfer none) (nullable): a list of OctantNode; NULL for a sub-domain
 */
GListModel *
octant_node_get_children (OctantNode *self)
{
  g_return_val_if_fail (OCTANT_IS_NODE (self), NULL);

  return self->children != NULL ? G_LIST_MODEL (self->children) : NULL;
}

/**
 * octant_node_get_items:
 *
 * Returns: (transfer none) (nullable): a list of OctantItem; NULL unless a sub-domain
 */
GListModel *
octant_node_get_items (OctantNode *self)
{
  g_return_val_if_fail (OCTANT_IS_NODE (self), NULL);

  if (self->assessment == NULL || !octant_node_is_subdomain (self))
    return NULL;
  return octant_tree_get_items (octant_assessment_get_tree (self->assessment),
                                self->index - octant_model_subdomain_node (self->model, 0));
}
