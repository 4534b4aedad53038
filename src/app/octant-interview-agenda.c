/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-interview-agenda.h"

struct _OctantInterviewAgenda
{
  OctantAssessment *assessment; /* (owned) */
  char *interview_id;           /* (owned) */
  char *role;                   /* (owned) */
  char *object_id;              /* (owned) (nullable): which the question at hand is about */
  GArray *questions;            /* (owned) (element-type OctantItemRef) */
  guint position;               /* as many as there are questions: at the end */
};

static OctantItemRef
get_question (OctantInterviewAgenda *self,
              guint                  position)
{
  return g_array_index (self->questions, OctantItemRef, position);
}

static guint
get_subdomain (OctantInterviewAgenda *self,
               guint                  position)
{
  return octant_model_get_requirement (octant_assessment_get_model (self->assessment),
                                       get_question (self, position).requirement)->subdomain;
}

/* (nullable): NULL for the institution */
static const char *
find_object_id (OctantInterviewAgenda *self,
                OctantItemRef          item)
{
  OctantModel *model = octant_assessment_get_model (self->assessment);

  if (octant_model_get_requirement (model, item.requirement)->scope != OCTANT_SCOPE_OBJECT
      || octant_assessment_get_n_objects (self->assessment) == 0)
    return NULL;
  return octant_record_get (octant_assessment_get_object (self->assessment, item.slot), OCTANT_CYCLE_OBJECT_OBJECT);
}

static gboolean
is_open (OctantInterviewAgenda *self,
         guint                  position)
{
  OctantInterviewAnswer answer;

  return !octant_assessment_get_interview_answer (self->assessment, self->interview_id, get_question (self, position),
                                                  &answer);
}

static void
load (OctantInterviewAgenda *self)
{
  OctantRecord *interview = octant_assessment_get_interview (self->assessment, self->interview_id);

  g_set_str (&self->role, octant_record_get (interview, OCTANT_INTERVIEW_ROLE));
  g_clear_pointer (&self->questions, g_array_unref);
  self->questions = octant_assessment_list_questions (self->assessment, self->role);
}

OctantInterviewAgenda *
octant_interview_agenda_new (OctantAssessment *assessment,
                             const char       *interview_id)
{
  OctantInterviewAgenda *self = g_new0 (OctantInterviewAgenda, 1);

  self->assessment = g_object_ref (assessment);
  self->interview_id = g_strdup (interview_id);
  load (self);
  octant_interview_agenda_set_position (self, octant_interview_agenda_find_resume (self));
  return self;
}

void
octant_interview_agenda_free (OctantInterviewAgenda *self)
{
  g_object_unref (self->assessment);
  g_free (self->interview_id);
  g_free (self->role);
  g_free (self->object_id);
  g_array_unref (self->questions);
  g_free (self);
}

OctantAssessment *
octant_interview_agenda_get_assessment (OctantInterviewAgenda *self)
{
  return self->assessment;
}

const char *
octant_interview_agenda_get_interview_id (OctantInterviewAgenda *self)
{
  return self->interview_id;
}

const char *
octant_interview_agenda_get_role (OctantInterviewAgenda *self)
{
  return self->role;
}

guint
octant_interview_agenda_get_n_questions (OctantInterviewAgenda *self)
{
  return self->questions->len;
}

guint
octant_interview_agenda_get_position (OctantInterviewAgenda *self)
{
  return self->position;
}

void
octant_interview_agenda_set_position (OctantInterviewAgenda *self,
                                      guint                  position)
{
  self->position = MIN (position, self->questions->len);
  g_set_str (&self->object_id,
             self->position < self->questions->len ? find_object_id (self, get_question (self, self->position)) : NULL);
}

gboolean
octant_interview_agenda_get_item (OctantInterviewAgenda *self,
                                  OctantItemRef         *item)
{
  if (self->position >= self->questions->len)
    return FALSE;
  *item = get_question (self, self->position);
  return TRUE;
}

const char *
octant_interview_agenda_get_object_id (OctantInterviewAgenda *self)
{
  return self->object_id;
}

guint
octant_interview_agenda_find (OctantInterviewAgenda *self,
                              const char            *code,
                              const char            *object_id)
{
  OctantModel *model = octant_assessment_get_model (self->assessment);
  guint i = 0;

  for (; i < self->questions->len; i++)
    {
      OctantItemRef item = get_question (self, i);
      const char *object = find_object_id (self, item);

      if (g_str_equal (octant_model_get_requirement (model, item.requirement)->code, code)
          && g_str_equal (object != NULL ? object : "", object_id))
        break;
    }
  return i;
}

guint
octant_interview_agenda_find_open (OctantInterviewAgenda *self,
                                   guint                  start)
{
  for (guint i = 0; i < self->questions->len; i++)
    if (is_open (self, (start + i) % self->questions->len))
      return (start + i) % self->questions->len;
  return self->questions->len;
}

guint
octant_interview_agenda_find_resume (OctantInterviewAgenda *self)
{
  guint i = self->questions->len;

  while (i > 0 && is_open (self, i - 1))
    i--;
  return octant_interview_agenda_find_open (self, i);
}

guint
octant_interview_agenda_find_next (OctantInterviewAgenda *self)
{
  guint i = self->position;

  while (i < self->questions->len && get_subdomain (self, i) == get_subdomain (self, self->position))
    i++;
  return i;
}

static guint
find_first (OctantInterviewAgenda *self,
            guint                  position)
{
  guint i = position;

  while (i > 0 && get_subdomain (self, i - 1) == get_subdomain (self, position))
    i--;
  return i;
}

guint
octant_interview_agenda_find_previous (OctantInterviewAgenda *self)
{
  guint first;

  if (self->position == 0)
    return 0;
  if (self->position >= self->questions->len)
    return find_first (self, self->questions->len - 1);
  first = find_first (self, self->position);
  return first < self->position || first == 0 ? first : find_first (self, first - 1);
}

GArray *
octant_interview_agenda_list_sections (OctantInterviewAgenda *self)
{
  GArray *sections = g_array_new (FALSE, FALSE, sizeof (OctantInterviewSection));

  for (guint i = 0; i < self->questions->len; i++)
    {
      OctantInterviewSection *section;

      if (i == 0 || get_subdomain (self, i) != get_subdomain (self, i - 1))
        {
          OctantInterviewSection next = { .subdomain = get_subdomain (self, i), .first = i };

          g_array_append_val (sections, next);
        }
      section = &g_array_index (sections, OctantInterviewSection, sections->len - 1);
      section->n_questions++;
      section->n_done += is_open (self, i) ? 0 : 1;
    }
  return sections;
}

gboolean
octant_interview_agenda_get_section (OctantInterviewAgenda  *self,
                                     OctantInterviewSection *section)
{
  guint end;

  if (self->position >= self->questions->len)
    return FALSE;
  end = octant_interview_agenda_find_next (self);
  *section = (OctantInterviewSection) {
    .subdomain = get_subdomain (self, self->position),
    .first = find_first (self, self->position),
  };
  section->n_questions = end - section->first;
  for (guint i = section->first; i < end; i++)
    section->n_done += is_open (self, i) ? 0 : 1;
  return TRUE;
}

gboolean
octant_interview_agenda_reload (OctantInterviewAgenda *self)
{
  gboolean asked = self->position < self->questions->len;
  guint requirement = asked ? get_question (self, self->position).requirement : G_MAXUINT;
  g_autofree char *role = g_strdup (self->role);

  load (self);
  if (!g_str_equal (role, self->role))
    {
      octant_interview_agenda_set_position (self, octant_interview_agenda_find_resume (self));
      return FALSE;
    }
  for (guint i = 0; i < self->questions->len; i++)
    if (get_question (self, i).requirement == requirement
        && g_strcmp0 (find_object_id (self, get_question (self, i)), self->object_id) == 0)
      {
        octant_interview_agenda_set_position (self, i);
        return TRUE;
      }
  octant_interview_agenda_set_position (self, self->position);
  return FALSE;
}
