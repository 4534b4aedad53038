/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-unsettled-item.h"

#include <glib/gi18n.h>

#include "octant-interview-item.h"
#include "octant-texts.h"

struct _OctantUnsettledItem
{
  GObject parent_instance;

  OctantItemRef ref;
  char *code;        /* (owned) */
  char *heading;     /* (owned) */
  char *text;        /* (owned) */
  char *summary;     /* (owned) */
  GPtrArray *voices; /* (owned) (element-type OctantVoice) */
  OctantRating lowest;
};

typedef enum
{
  PROP_SUMMARY = 1,
} OctantUnsettledItemProperty;

static GParamSpec *props[PROP_SUMMARY + 1];

G_DEFINE_FINAL_TYPE (OctantUnsettledItem, octant_unsettled_item, G_TYPE_OBJECT)

static void
voice_free (gpointer data)
{
  OctantVoice *voice = data;

  g_free (voice->person);
  g_free (voice->role);
  g_free (voice->minutes);
  g_free (voice);
}

static void
octant_unsettled_item_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  if (prop_id == PROP_SUMMARY)
    g_value_set_string (value, OCTANT_UNSETTLED_ITEM (object)->summary);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_unsettled_item_finalize (GObject *object)
{
  OctantUnsettledItem *self = OCTANT_UNSETTLED_ITEM (object);

  g_free (self->code);
  g_free (self->heading);
  g_free (self->text);
  g_free (self->summary);
  g_ptr_array_unref (self->voices);

  G_OBJECT_CLASS (octant_unsettled_item_parent_class)->finalize (object);
}

static void
octant_unsettled_item_class_init (OctantUnsettledItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = octant_unsettled_item_get_property;
  object_class->finalize = octant_unsettled_item_finalize;

  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_unsettled_item_init (OctantUnsettledItem *self)
{
  self->voices = g_ptr_array_new_with_free_func (voice_free);
  self->lowest = OCTANT_RATING_UNANSWERED;
}

static void
add_voices (OctantUnsettledItem *self,
            OctantAssessment    *assessment)
{
  g_autoptr (GPtrArray) said = octant_assessment_list_said (assessment, self->ref);
  g_autoptr (GString) summary = g_string_new (self->heading);

  for (guint i = 0; i < said->len; i++)
    {
      const char *id = octant_record_get (g_ptr_array_index (said, i), OCTANT_INTERVIEW_ANSWER_INTERVIEW);
      OctantRecord *interview = octant_assessment_get_interview (assessment, id);
      OctantInterviewAnswer answer;
      OctantVoice *voice;

      octant_assessment_get_interview_answer (assessment, id, self->ref, &answer);
      if (interview == NULL || answer.rating == OCTANT_RATING_UNANSWERED)
        continue;
      voice = g_new0 (OctantVoice, 1);
      voice->person = g_strdup (octant_record_get (interview, OCTANT_INTERVIEW_PERSON));
      voice->role = g_strdup (octant_interview_role_name (assessment, octant_record_get (interview, OCTANT_INTERVIEW_ROLE)));
      voice->rating = answer.rating;
      voice->minutes = g_strdup (answer.minutes);
      if (self->voices->len == 0 || voice->rating < self->lowest)
        self->lowest = voice->rating;
      g_ptr_array_add (self->voices, voice);
      g_string_append (summary, ". ");
      /* Translators: a person, the role, then the rating given */
      g_string_append_printf (summary, _("%s (%s): %s"), voice->person, voice->role,
                              octant_rating_get_name (voice->rating));
    }
  self->summary = g_string_free (g_steal_pointer (&summary), FALSE);
}

OctantUnsettledItem *
octant_unsettled_item_new (OctantAssessment *assessment,
                           OctantItemRef     item)
{
  OctantUnsettledItem *self = g_object_new (OCTANT_TYPE_UNSETTLED_ITEM, NULL);
  OctantModel *model = octant_assessment_get_model (assessment);
  const OctantRequirement *requirement = octant_model_get_requirement (model, item.requirement);

  self->ref = item;
  self->code = g_strdup (requirement->code);
  self->text = g_strdup (octant_localise (&requirement->question));
  if (requirement->scope == OCTANT_SCOPE_OBJECT && octant_assessment_get_n_objects (assessment) > 0)
    self->heading = g_strdup_printf ("%s · %s", requirement->code,
                                     octant_record_get (octant_assessment_get_object (assessment, item.slot),
                                                        OCTANT_CYCLE_OBJECT_NAME));
  else
    self->heading = g_strdup (requirement->code);
  add_voices (self, assessment);
  return self;
}

gboolean
octant_unsettled_item_equal (OctantUnsettledItem *self,
                             OctantUnsettledItem *other)
{
  if (self->ref.requirement != other->ref.requirement || self->ref.slot != other->ref.slot
      || !g_str_equal (self->summary, other->summary) || self->voices->len != other->voices->len)
    return FALSE;
  for (guint i = 0; i < self->voices->len; i++)
    {
      OctantVoice *a = g_ptr_array_index (self->voices, i);
      OctantVoice *b = g_ptr_array_index (other->voices, i);

      if (g_strcmp0 (a->minutes, b->minutes) != 0)
        return FALSE;
    }
  return TRUE;
}

OctantItemRef
octant_unsettled_item_get_ref (OctantUnsettledItem *self)
{
  return self->ref;
}

const char *
octant_unsettled_item_get_code (OctantUnsettledItem *self)
{
  return self->code;
}

const char *
octant_unsettled_item_get_heading (OctantUnsettledItem *self)
{
  return self->heading;
}

const char *
octant_unsettled_item_get_text (OctantUnsettledItem *self)
{
  return self->text;
}

OctantRating
octant_unsettled_item_get_lowest (OctantUnsettledItem *self)
{
  return self->lowest;
}

GPtrArray *
octant_unsettled_item_get_voices (OctantUnsettledItem *self)
{
  return self->voices;
}
