/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-journal-item.h"

struct _OctantJournalItem
{
  GObject parent_instance;

  OctantJournalLine *line; /* (owned) */
  char *place;             /* (owned) (nullable) */
};

typedef enum
{
  PROP_SENTENCE = 1,
  PROP_CAPTION,
  PROP_RATINGS,
  PROP_HAS_RATINGS,
  PROP_DETAILS,
  PROP_HAS_DETAILS,
  PROP_SUMMARY,
} OctantJournalItemProperty;

static GParamSpec *props[PROP_SUMMARY + 1];

G_DEFINE_FINAL_TYPE (OctantJournalItem, octant_journal_item, G_TYPE_OBJECT)

static char *
dup_caption (OctantJournalItem *self)
{
  g_autofree char *time = octant_journal_format_time (self->line->time);

  if (self->place != NULL && *self->place != '\0')
    return g_strdup_printf ("%s · %s · %s", time, self->line->actor, self->place);
  return g_strdup_printf ("%s · %s", time, self->line->actor);
}

static char *
dup_summary (OctantJournalItem *self)
{
  g_autofree char *sentence = octant_journal_line_describe (self->line);
  g_autofree char *caption = dup_caption (self);
  g_autofree char *details = octant_journal_line_dup_details (self->line);

  return g_strdup_printf ("%s. %s. %s", sentence, details, caption);
}

/* Words are made when a row is shown: of thousands of entries few ever are. */
static void
octant_journal_item_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  OctantJournalItem *self = OCTANT_JOURNAL_ITEM (object);
  g_autofree char *details = NULL;
  g_autofree char *ratings = NULL;

  switch ((OctantJournalItemProperty) prop_id)
    {
    case PROP_SENTENCE:
      g_value_take_string (value, octant_journal_line_describe (self->line));
      break;
    case PROP_CAPTION:
      g_value_take_string (value, dup_caption (self));
      break;
    case PROP_RATINGS:
      g_value_take_string (value, octant_journal_line_dup_ratings (self->line));
      break;
    case PROP_HAS_RATINGS:
      ratings = octant_journal_line_dup_ratings (self->line);
      g_value_set_boolean (value, ratings != NULL && *ratings != '\0');
      break;
    case PROP_DETAILS:
      g_value_take_string (value, octant_journal_line_dup_details (self->line));
      break;
    case PROP_HAS_DETAILS:
      details = octant_journal_line_dup_details (self->line);
      g_value_set_boolean (value, *details != '\0');
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, dup_summary (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_journal_item_finalize (GObject *object)
{
  OctantJournalItem *self = OCTANT_JOURNAL_ITEM (object);

  octant_journal_line_free (self->line);
  g_free (self->place);

  G_OBJECT_CLASS (octant_journal_item_parent_class)->finalize (object);
}

static void
octant_journal_item_class_init (OctantJournalItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = octant_journal_item_get_property;
  object_class->finalize = octant_journal_item_finalize;

  props[PROP_SENTENCE] = g_param_spec_string ("sentence", NULL, NULL, NULL, flags);
  props[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, NULL, flags);
  props[PROP_RATINGS] = g_param_spec_string ("ratings", NULL, NULL, NULL, flags);
  props[PROP_HAS_RATINGS] = g_param_spec_boolean ("has-ratings", NULL, NULL, FALSE, flags);
  props[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL, flags);
  props[PROP_HAS_DETAILS] = g_param_spec_boolean ("has-details", NULL, NULL, FALSE, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_journal_item_init (OctantJournalItem *self)
{
}

OctantJournalItem *
octant_journal_item_new (OctantJournalLine *line,
                         const char        *place)
{
  OctantJournalItem *self;

  g_return_val_if_fail (line != NULL, NULL);

  self = g_object_new (OCTANT_TYPE_JOURNAL_ITEM, NULL);
  self->line = line;
  self->place = g_strdup (place);
  return self;
}

const OctantJournalLine *
octant_journal_item_get_line (OctantJournalItem *self)
{
  g_return_val_if_fail (OCTANT_IS_JOURNAL_ITEM (self), NULL);

  return self->line;
}
