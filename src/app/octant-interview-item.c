/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-interview-item.h"

#include <glib/gi18n.h>

#include "octant-texts.h"

struct _OctantInterviewItem
{
  GObject parent_instance;

  char *id;       /* (owned) */
  char *person;   /* (owned) (nullable) */
  char *details;  /* (owned) (nullable) */
  char *progress; /* (owned) (nullable) */
  double fraction;
};

typedef enum
{
  PROP_PERSON = 1,
  PROP_DETAILS,
  PROP_PROGRESS,
  PROP_FRACTION,
  PROP_SUMMARY,
} OctantInterviewItemProperty;

static GParamSpec *props[PROP_SUMMARY + 1];

G_DEFINE_FINAL_TYPE (OctantInterviewItem, octant_interview_item, G_TYPE_OBJECT)

static void
octant_interview_item_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  OctantInterviewItem *self = OCTANT_INTERVIEW_ITEM (object);

  switch ((OctantInterviewItemProperty) prop_id)
    {
    case PROP_PERSON:
      g_value_set_string (value, self->person);
      break;
    case PROP_DETAILS:
      g_value_set_string (value, self->details);
      break;
    case PROP_PROGRESS:
      g_value_set_string (value, self->progress);
      break;
    case PROP_FRACTION:
      g_value_set_double (value, self->fraction);
      break;
    case PROP_SUMMARY:
      g_value_take_string (value, g_strdup_printf ("%s. %s. %s", self->person, self->details, self->progress));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_interview_item_finalize (GObject *object)
{
  OctantInterviewItem *self = OCTANT_INTERVIEW_ITEM (object);

  g_free (self->id);
  g_free (self->person);
  g_free (self->details);
  g_free (self->progress);

  G_OBJECT_CLASS (octant_interview_item_parent_class)->finalize (object);
}

static void
octant_interview_item_class_init (OctantInterviewItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_interview_item_get_property;
  object_class->finalize = octant_interview_item_finalize;

  props[PROP_PERSON] = g_param_spec_string ("person", NULL, NULL, NULL, flags);
  props[PROP_DETAILS] = g_param_spec_string ("details", NULL, NULL, NULL, flags);
  props[PROP_PROGRESS] = g_param_spec_string ("progress", NULL, NULL, NULL, flags);
  props[PROP_FRACTION] = g_param_spec_double ("fraction", NULL, NULL, 0, 1, 0, flags);
  props[PROP_SUMMARY] = g_param_spec_string ("summary", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_interview_item_init (OctantInterviewItem *self)
{
}

const char *
octant_interview_role_name (OctantAssessment *assessment,
                            const char       *role)
{
  guint n;
  const OctantModelTerm *roles = octant_model_get_roles (octant_assessment_get_model (assessment), &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (roles[i].id, role))
      return octant_localise (&roles[i].name);
  return role;
}

OctantInterviewItem *
octant_interview_item_new (OctantAssessment *assessment,
                           OctantRecord     *interview)
{
  OctantInterviewItem *self = g_object_new (OCTANT_TYPE_INTERVIEW_ITEM, NULL);

  self->id = g_strdup (octant_record_get (interview, OCTANT_INTERVIEW_ID));
  octant_interview_item_update (self, assessment, interview);
  return self;
}

void
octant_interview_item_update (OctantInterviewItem *self,
                              OctantAssessment    *assessment,
                              OctantRecord        *interview)
{
  g_autofree char *date = octant_format_date (octant_record_get (interview, OCTANT_INTERVIEW_HELD_ON));
  g_autofree char *details = NULL;
  g_autofree char *progress = NULL;
  gboolean changed = FALSE;
  guint n_done, n_questions;

  g_return_if_fail (OCTANT_IS_INTERVIEW_ITEM (self));

  octant_assessment_count_interview (assessment, self->id, &n_done, &n_questions);
  details = g_strdup_printf ("%s · %s",
                             octant_interview_role_name (assessment, octant_record_get (interview, OCTANT_INTERVIEW_ROLE)),
                             date);
  /* Translators: how many questions of an interview were answered */
  progress = g_strdup_printf (_("%u of %u questions"), n_done, n_questions);
  g_object_freeze_notify (G_OBJECT (self));
  if (g_set_str (&self->person, octant_record_get (interview, OCTANT_INTERVIEW_PERSON)))
    {
      changed = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PERSON]);
    }
  if (g_set_str (&self->details, details))
    {
      changed = TRUE;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DETAILS]);
    }
  if (g_set_str (&self->progress, progress))
    {
      changed = TRUE;
      self->fraction = n_questions > 0 ? (double) n_done / n_questions : 0;
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PROGRESS]);
      g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FRACTION]);
    }
  if (changed)
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SUMMARY]);
  g_object_thaw_notify (G_OBJECT (self));
}

const char *
octant_interview_item_get_id (OctantInterviewItem *self)
{
  g_return_val_if_fail (OCTANT_IS_INTERVIEW_ITEM (self), NULL);

  return self->id;
}
