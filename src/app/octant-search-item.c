/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-search-item.h"

#include <pango/pango.h>

struct _OctantSearchItem
{
  GObject parent_instance;

  OctantSearchHit *hit; /* (owned) */
  char *heading;        /* (owned) */
  char *about;          /* (owned) */
  guint rank;
  guint total;
};

typedef enum
{
  PROP_PLACE = 1,
  PROP_CYCLE,
  PROP_TOTAL,
  PROP_HEADING,
  PROP_SNIPPET,
  PROP_ABOUT,
  PROP_ATTRIBUTES,
  PROP_LABEL,
} OctantSearchItemProperty;

static GParamSpec *props[PROP_LABEL + 1];

G_DEFINE_FINAL_TYPE (OctantSearchItem, octant_search_item, G_TYPE_OBJECT)

static PangoAttrList *
make_attributes (OctantSearchItem *self)
{
  PangoAttrList *list = pango_attr_list_new ();

  for (guint i = 0; self->hit->marks != NULL && i < self->hit->marks->len; i++)
    {
      const OctantSearchMark *mark = &g_array_index (self->hit->marks, OctantSearchMark, i);
      PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

      bold->start_index = mark->start;
      bold->end_index = mark->start + mark->length;
      pango_attr_list_insert (list, bold);
    }
  return list;
}

/* What is read of it, in the order in which it stands there. */
static char *
dup_label (OctantSearchItem *self)
{
  const char *parts[] = { self->heading, self->hit->snippet, self->about };
  GString *label = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (*parts[i] != '\0')
      g_string_append_printf (label, "%s%s", label->len > 0 ? ", " : "", parts[i]);
  return g_string_free (label, FALSE);
}

static void
octant_search_item_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  OctantSearchItem *self = OCTANT_SEARCH_ITEM (object);

  switch ((OctantSearchItemProperty) prop_id)
    {
    case PROP_PLACE:
      g_value_set_int (value, self->hit->place);
      break;
    case PROP_CYCLE:
      g_value_set_string (value, self->hit->cycle_title);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, self->total);
      break;
    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    case PROP_SNIPPET:
      g_value_set_string (value, self->hit->snippet);
      break;
    case PROP_ABOUT:
      g_value_set_string (value, self->about);
      break;
    case PROP_ATTRIBUTES:
      g_value_take_boxed (value, make_attributes (self));
      break;
    case PROP_LABEL:
      g_value_take_string (value, dup_label (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_search_item_finalize (GObject *object)
{
  OctantSearchItem *self = OCTANT_SEARCH_ITEM (object);

  octant_search_hit_free (self->hit);
  g_free (self->heading);
  g_free (self->about);

  G_OBJECT_CLASS (octant_search_item_parent_class)->finalize (object);
}

static void
octant_search_item_class_init (OctantSearchItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = octant_search_item_get_property;
  object_class->finalize = octant_search_item_finalize;

  props[PROP_PLACE] = g_param_spec_int ("place", NULL, NULL, 0, OCTANT_SEARCH_N_PLACES, 0, flags);
  props[PROP_CYCLE] = g_param_spec_string ("cycle", NULL, NULL, NULL, flags);
  props[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  props[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  props[PROP_SNIPPET] = g_param_spec_string ("snippet", NULL, NULL, NULL, flags);
  props[PROP_ABOUT] = g_param_spec_string ("about", NULL, NULL, NULL, flags);
  props[PROP_ATTRIBUTES] = g_param_spec_boxed ("attributes", NULL, NULL, PANGO_TYPE_ATTR_LIST, flags);
  props[PROP_LABEL] = g_param_spec_string ("label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_search_item_init (OctantSearchItem *self)
{
}

OctantSearchItem *
octant_search_item_new (OctantSearchHit *hit,
                        guint            rank,
                        guint            total,
                        const char      *about)
{
  OctantSearchItem *self = g_object_new (OCTANT_TYPE_SEARCH_ITEM, NULL);
  const char *code = hit->place == OCTANT_SEARCH_CODE ? NULL : hit->code;

  self->hit = hit;
  self->rank = rank;
  self->total = total;
  self->heading = g_strdup (code != NULL ? code : "");
  self->about = g_strdup (about != NULL ? about : "");
  return self;
}

guint
octant_search_item_get_rank (OctantSearchItem *self)
{
  g_return_val_if_fail (OCTANT_IS_SEARCH_ITEM (self), 0);

  return self->rank;
}

const OctantSearchHit *
octant_search_item_get_hit (OctantSearchItem *self)
{
  g_return_val_if_fail (OCTANT_IS_SEARCH_ITEM (self), NULL);

  return self->hit;
}
