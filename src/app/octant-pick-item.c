/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-pick-item.h"

#include <glib/gi18n.h>
#include <string.h>

struct _OctantPickItem
{
  GObject parent_instance;

  GObject *subject; /* (owned) */
  char *title;      /* (owned) */
  char *subtitle;   /* (owned) */
  char *icon_name;  /* (owned) (nullable) */
  char *mark_name;  /* (owned) (nullable) */
  char *folded;     /* (owned) */
  gboolean picked;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_ICON_NAME,
  PROP_MARK_NAME,
  PROP_LABEL,
  PROP_PICKED,
} OctantPickItemProperty;

static GParamSpec *props[PROP_PICKED + 1];

G_DEFINE_FINAL_TYPE (OctantPickItem, octant_pick_item, G_TYPE_OBJECT)

static char *
fold (const char *text)
{
  g_autofree char *same_width = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (same_width != NULL ? same_width : "", -1);
}

static char *
describe (OctantPickItem *self)
{
  if (!self->picked)
    return g_strdup_printf ("%s. %s", self->title, self->subtitle);
  /* Translators: for screen readers, before what is marked in a list to choose from */
  return g_strdup_printf ("%s: %s. %s", C_("choice", "Selected"), self->title, self->subtitle);
}

static void
octant_pick_item_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  OctantPickItem *self = OCTANT_PICK_ITEM (object);

  switch ((OctantPickItemProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, self->subtitle);
      break;
    case PROP_ICON_NAME:
      g_value_set_string (value, self->icon_name);
      break;
    case PROP_MARK_NAME:
      g_value_set_string (value, self->mark_name);
      break;
    case PROP_LABEL:
      g_value_take_string (value, describe (self));
      break;
    case PROP_PICKED:
      g_value_set_boolean (value, self->picked);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_pick_item_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_PICKED)
    octant_pick_item_set_picked (OCTANT_PICK_ITEM (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_pick_item_finalize (GObject *object)
{
  OctantPickItem *self = OCTANT_PICK_ITEM (object);

  g_object_unref (self->subject);
  g_free (self->title);
  g_free (self->subtitle);
  g_free (self->icon_name);
  g_free (self->mark_name);
  g_free (self->folded);

  G_OBJECT_CLASS (octant_pick_item_parent_class)->finalize (object);
}

static void
octant_pick_item_class_init (OctantPickItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_pick_item_get_property;
  object_class->set_property = octant_pick_item_set_property;
  object_class->finalize = octant_pick_item_finalize;

  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, NULL, flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_MARK_NAME] = g_param_spec_string ("mark-name", NULL, NULL, NULL, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  props[PROP_PICKED] = g_param_spec_boolean ("picked", NULL, NULL, FALSE, flags | G_PARAM_WRITABLE);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_pick_item_init (OctantPickItem *self)
{
}

OctantPickItem *
octant_pick_item_new (GObject    *subject,
                      const char *title,
                      const char *subtitle,
                      const char *icon_name,
                      const char *mark_name,
                      const char *words)
{
  OctantPickItem *self = g_object_new (OCTANT_TYPE_PICK_ITEM, NULL);

  self->subject = g_object_ref (subject);
  self->title = g_strdup (title);
  self->subtitle = g_strdup (subtitle);
  self->icon_name = g_strdup (icon_name);
  self->mark_name = g_strdup (mark_name);
  self->folded = fold (words);
  return self;
}

GObject *
octant_pick_item_get_subject (OctantPickItem *self)
{
  g_return_val_if_fail (OCTANT_IS_PICK_ITEM (self), NULL);

  return self->subject;
}

gboolean
octant_pick_item_get_picked (OctantPickItem *self)
{
  g_return_val_if_fail (OCTANT_IS_PICK_ITEM (self), FALSE);

  return self->picked;
}

void
octant_pick_item_set_picked (OctantPickItem *self,
                             gboolean        picked)
{
  g_return_if_fail (OCTANT_IS_PICK_ITEM (self));

  if (self->picked == picked)
    return;
  self->picked = picked;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PICKED]);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LABEL]);
}

gboolean
octant_pick_item_matches (OctantPickItem    *self,
                          const char *const *words)
{
  g_return_val_if_fail (OCTANT_IS_PICK_ITEM (self), FALSE);

  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (self->folded, words[i]) == NULL)
      return FALSE;
  return TRUE;
}

char **
octant_pick_words (const char *text)
{
  g_autofree char *folded = fold (text);

  return g_strsplit_set (folded, " \t", -1);
}
