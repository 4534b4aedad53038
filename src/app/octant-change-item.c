/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-change-item.h"

#include <glib/gi18n.h>

#include "octant-texts.h"

struct _OctantChangeItem
{
  GObject parent_instance;

  char *code;    /* (owned) */
  char *text;    /* (owned) of the requirement */
  char *heading; /* (owned) */
  char *ratings; /* (owned) */
  char *folded;  /* (owned) what a search looks at */
  OctantChangeKind kind;
  gboolean note;
  gboolean evidence;
};

typedef enum
{
  PROP_HEADING = 1,
  PROP_TEXT,
  PROP_KIND_TEXT,
  PROP_RATINGS,
  PROP_SUMMARY,
} OctantChangeItemProperty;

static GParamSpec *props[PROP_SUMMARY + 1];

G_DEFINE_FINAL_TYPE (OctantChangeItem, octant_change_item, G_TYPE_OBJECT)

const char *
octant_change_kind_get_name (OctantChangeKind kind)
{
  switch (kind)
    {
    case OCTANT_CHANGE_IMPROVED:
      return _("Improved");
    case OCTANT_CHANGE_WORSENED:
      return _("Worse");
    case OCTANT_CHANGE_ANSWERED:
      return _("Answered");
    case OCTANT_CHANGE_CLEARED:
      return _("Not answered any more");
    case OCTANT_CHANGE_BECAME_NA:
      return _("Became not applicable");
    case OCTANT_CHANGE_NO_LONGER_NA:
      return _("No longer not applicable");
    case OCTANT_CHANGE_NEW:
      /* Translators: a requirement that the earlier assessment did not have */
      return C_("change", "New");
    case OCTANT_CHANGE_RETIRED:
      /* Translators: a requirement that the later assessment does not have */
      return C_("change", "Retired");
    case OCTANT_CHANGE_CONFIRMED:
      return _("Confirmed");
    case OCTANT_CHANGE_SAME:
    default:
      return _("Same rating");
    }
}

static char *
dup_summary (OctantChangeItem *self)
{
  return g_strdup_printf ("%s. %s, %s. %s", self->heading, octant_change_kind_get_name (self->kind), self->ratings,
                          self->text);
}

static void
octant_change_item_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  OctantChangeItem *self = OCTANT_CHANGE_ITEM (object);

  switch ((OctantChangeItemProperty) prop_id)
    {
    case PROP_HEADING:
      g_value_set_string (value, self->heading);
      break;
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_KIND_TEXT:
      g_value_set_string (value, octant_change_kind_get_name (self->kind));
      break;
    case PROP_RATINGS:
      g_value_set_string (value, self->ratings);
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, dup_summary (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_change_item_finalize (GObject *object)
{
  OctantChangeItem *self = OCTANT_CHANGE_ITEM (object);

  g_free (self->code);
  g_free (self->text);
  g_free (self->heading);
  g_free (self->ratings);
  g_free (self->folded);

  G_OBJECT_CLASS (octant_change_item_parent_class)->finalize (object);
}

static void
octant_change_item_class_init (OctantChangeItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = octant_change_item_get_property;
  object_class->finalize = octant_change_item_finalize;

  props[PROP_HEADING] = g_param_spec_string ("heading", NULL, NULL, NULL, flags);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, NULL, flags);
  props[PROP_KIND_TEXT] = g_param_spec_string ("kind-text", NULL, NULL, NULL, flags);
  props[PROP_RATINGS] = g_param_spec_string ("ratings", NULL, NULL, NULL, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_change_item_init (OctantChangeItem *self)
{
}

/* The text of the later model, else of the earlier one: a retired requirement stands only there. */
static const char *
find_text (const char       *code,
           OctantAssessment *a,
           OctantAssessment *b)
{
  OctantModel *model = octant_assessment_get_model (b);
  guint index;

  if (!octant_model_find_requirement (model, code, &index))
    {
      model = octant_assessment_get_model (a);
      if (!octant_model_find_requirement (model, code, &index))
        return "";
    }

  return octant_localise (&octant_model_get_requirement (model, index)->text);
}

static char *
dup_ratings (const OctantItemChange *change)
{
  if (change->kind == OCTANT_CHANGE_NEW)
    return g_strdup (octant_rating_get_letter (change->rating_b));
  if (change->kind == OCTANT_CHANGE_RETIRED || change->rating_a == change->rating_b)
    return g_strdup (octant_rating_get_letter (change->rating_a));

  return g_strdup_printf ("%s → %s", octant_rating_get_letter (change->rating_a),
                          octant_rating_get_letter (change->rating_b));
}

static char *
dup_heading (const OctantItemChange *change)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  g_strv_builder_add (builder, change->code);
  if (change->object != NULL && *change->object != '\0')
    g_strv_builder_add (builder, change->object);
  if (change->note_changed)
    g_strv_builder_add (builder, _("Note changed"));
  if (change->evidence_changed)
    g_strv_builder_add (builder, _("Evidence changed"));
  if (change->carried)
    g_strv_builder_add (builder, _("Carried over, not confirmed"));
  parts = g_strv_builder_end (builder);

  return g_strjoinv (" · ", parts);
}

OctantChangeItem *
octant_change_item_new (const OctantItemChange *change,
                        OctantAssessment       *a,
                        OctantAssessment       *b)
{
  OctantChangeItem *self = g_object_new (OCTANT_TYPE_CHANGE_ITEM, NULL);
  g_autofree char *all = NULL;

  self->code = g_strdup (change->code);
  self->text = g_strdup (find_text (change->code, a, b));
  self->kind = change->kind;
  self->ratings = dup_ratings (change);
  self->heading = dup_heading (change);
  self->note = change->note_changed;
  self->evidence = change->evidence_changed;
  all = g_strconcat (self->heading, " ", self->text, NULL);
  self->folded = g_utf8_casefold (all, -1);

  return self;
}

const char *
octant_change_item_get_code (OctantChangeItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CHANGE_ITEM (self), NULL);

  return self->code;
}

OctantChangeKind
octant_change_item_get_kind (OctantChangeItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CHANGE_ITEM (self), OCTANT_CHANGE_SAME);

  return self->kind;
}

gboolean
octant_change_item_has_note (OctantChangeItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CHANGE_ITEM (self), FALSE);

  return self->note;
}

gboolean
octant_change_item_has_evidence (OctantChangeItem *self)
{
  g_return_val_if_fail (OCTANT_IS_CHANGE_ITEM (self), FALSE);

  return self->evidence;
}

/* @needle: case-folded */
gboolean
octant_change_item_matches (OctantChangeItem *self,
                            const char       *needle)
{
  g_return_val_if_fail (OCTANT_IS_CHANGE_ITEM (self) && needle != NULL, FALSE);

  return strstr (self->folded, needle) != NULL;
}
