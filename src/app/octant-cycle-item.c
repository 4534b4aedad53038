/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cycle-item.h"

#include "octant-texts.h"
#include "scoring/octant-rational.h"

struct _OctantCycleItem
{
  GObject parent_instance;

  OctantRecord *cycle; /* (owned) */
  char *institution;   /* (owned) */
  char *subtitle;      /* (owned) */
  GPtrArray *scores;   /* (owned) (nullable) (element-type OctantScoreRow) */
};

typedef enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_AS_OF,
  PROP_SUBTITLE,
  PROP_LEVEL,
  PROP_SCORE_TEXT,
  PROP_INSTITUTION,
  PROP_AS_OF_TEXT,
  PROP_LIMITED,
} OctantCycleItemProperty;

static GParamSpec *props[PROP_LIMITED + 1];

G_DEFINE_FINAL_TYPE (OctantCycleItem, octant_cycle_item, G_TYPE_OBJECT)

static char *
dup_score_text (OctantCycleItem *self)
{
  OctantScoreRow *row = octant_cycle_item_get_score (self, "overall");
  g_auto (OctantRational) s = { 0 };
  g_autofree char *plain = NULL;

  if (row == NULL || !row->applicable || !octant_rational_parse (&s, row->s))
    return g_strdup ("");
  plain = octant_rational_to_text (&s, 2);
  return octant_format_score (plain);
}

static void
octant_cycle_item_get_property (GObject    *object,
                                guint       prop_id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  OctantCycleItem *self = OCTANT_CYCLE_ITEM (object);

  switch ((OctantCycleItemProperty) prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, octant_cycle_item_get_id (self));
      break;
    case PROP_TITLE:
      g_value_set_string (value, octant_cycle_item_get_title (self));
      break;
    case PROP_AS_OF:
      g_value_set_string (value, octant_cycle_item_get_as_of (self));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_LEVEL:
      g_value_set_int (value, octant_cycle_item_get_level (self));
      break;
    case PROP_SCORE_TEXT:
      g_value_take_string (value, dup_score_text (self));
      break;
    case PROP_INSTITUTION:
      g_value_set_string (value, self->institution);
      break;
    case PROP_AS_OF_TEXT:
      g_value_take_string (value, octant_format_date (octant_cycle_item_get_as_of (self)));
      break;
    case PROP_LIMITED:
      g_value_set_boolean (value, octant_cycle_item_is_limited (self, "overall"));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_cycle_item_finalize (GObject *object)
{
  OctantCycleItem *self = OCTANT_CYCLE_ITEM (object);

  octant_record_unref (self->cycle);
  g_free (self->institution);
  g_free (self->subtitle);
  g_clear_pointer (&self->scores, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_cycle_item_parent_class)->finalize (object);
}

static void
octant_cycle_item_class_init (OctantCycleItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_cycle_item_get_property;
  object_class->finalize = octant_cycle_item_finalize;

  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_AS_OF] = g_param_spec_string ("as-of", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_LEVEL] = g_param_spec_int ("level", NULL, NULL, -1, OCTANT_MODEL_MAX_LEVELS, -1, flags);
  props[PROP_SCORE_TEXT] = g_param_spec_string ("score-text", NULL, NULL, NULL, flags);
  props[PROP_INSTITUTION] = g_param_spec_string ("institution", NULL, NULL, NULL, flags);
  props[PROP_AS_OF_TEXT] = g_param_spec_string ("as-of-text", NULL, NULL, NULL, flags);
  props[PROP_LIMITED] = g_param_spec_boolean ("limited", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_cycle_item_init (OctantCycleItem *self)
{
}

OctantCycleItem *
octant_cycle_item_new (OctantRecord *cycle,
                       OctantRecord *organisation)
{
  OctantCycleItem *self;
  g_autofree char *date = NULL;

  g_return_val_if_fail (cycle != NULL, NULL);

  self = g_object_new (OCTANT_TYPE_CYCLE_ITEM, NULL);
  self->cycle = octant_record_ref (cycle);
  self->institution = g_strdup (organisation != NULL
                                    ? octant_record_get (organisation, OCTANT_ORGANISATION_NAME)
                                    : "");
  date = octant_format_date (octant_cycle_item_get_as_of (self));
  self->subtitle = g_strdup_printf ("%s · %s", self->institution, date);
  return self;
}

OctantRecord *
octant_cycle_item_get_record (OctantCycleItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CYCLE_ITEM (self), NULL);

  return self->cycle;
}

const char *
octant_cycle_item_get_id (OctantCycleItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CYCLE_ITEM (self), NULL);

  return octant_record_get (self->cycle, OCTANT_CYCLE_ID);
}

const char *
octant_cycle_item_get_title (OctantCycleItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CYCLE_ITEM (self), NULL);

  return octant_record_get (self->cycle, OCTANT_CYCLE_TITLE);
}

const char *
octant_cycle_item_get_as_of (OctantCycleItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CYCLE_ITEM (self), NULL);

  return octant_record_get (self->cycle, OCTANT_CYCLE_AS_OF);
}

const char *
octant_cycle_item_get_institution (OctantCycleItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CYCLE_ITEM (self), NULL);

  return self->institution;
}

int
octant_cycle_item_get_level (OctantCycleItem *self)
{
  OctantScoreRow *row = octant_cycle_item_get_score (self, "overall");

  return row != NULL && row->applicable ? row->l : -1;
}

gboolean
octant_cycle_item_is_limited (OctantCycleItem *self,
                              const char      *code)
{
  OctantScoreRow *row = octant_cycle_item_get_score (self, code);
  g_auto (OctantRational) s = { 0 };

  return row != NULL && row->applicable && octant_rational_parse (&s, row->s) && octant_rational_floor (&s) > row->l;
}

void
octant_cycle_item_set_scores (OctantCycleItem *self,
                              GPtrArray       *rows)
{
  g_return_if_fail (OCTANT_IS_CYCLE_ITEM (self));

  g_ptr_array_ref (rows);
  g_clear_pointer (&self->scores, g_ptr_array_unref);
  self->scores = rows;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVEL]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SCORE_TEXT]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIMITED]);
}

GPtrArray *
octant_cycle_item_get_scores (OctantCycleItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CYCLE_ITEM (self), NULL);

  return self->scores;
}

OctantScoreRow *
octant_cycle_item_get_score (OctantCycleItem *self,
                             const char      *code)
{
  g_return_val_if_fail (OCTANT_IS_CYCLE_ITEM (self), NULL);

  for (guint i = 0; self->scores != NULL && i < self->scores->len; i++)
    {
      OctantScoreRow *row = g_ptr_array_index (self->scores, i);

      if (g_str_equal (row->code, code))
        return row;
    }
  return NULL;
}
