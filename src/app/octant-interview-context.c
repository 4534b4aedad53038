/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-interview-context.h"

#include <glib/gi18n.h>

#include "octant-interview-item.h"
#include "octant-texts.h"

struct _OctantInterviewContext
{
  AdwBin parent_instance;

  GtkWidget *others_box;
  GtkLabel *others;
  GtkWidget *differ;
  GtkWidget *previous_box;
  GtkLabel *previous_title;
  GtkLabel *previous_rating;
  GtkLabel *previous_note;
  GtkLabel *previous_said;
  GtkLabel *check;
  GtkLabel *requirement;
};

G_DEFINE_FINAL_TYPE (OctantInterviewContext, octant_interview_context, ADW_TYPE_BIN)

/* What each interviewee said of an item, but @except (nullable); empty when there is nothing. (transfer full) */
static char *
describe_said (OctantAssessment *assessment,
               OctantItemRef     item,
               const char       *except)
{
  g_autoptr (GPtrArray) said = octant_assessment_list_said (assessment, item);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < said->len; i++)
    {
      OctantRecord *row = g_ptr_array_index (said, i);
      const char *id = octant_record_get (row, OCTANT_INTERVIEW_ANSWER_INTERVIEW);
      const char *minutes = octant_record_get (row, OCTANT_INTERVIEW_ANSWER_MINUTES);
      OctantRecord *interview = octant_assessment_get_interview (assessment, id);
      OctantInterviewAnswer answer;

      if (interview == NULL || g_strcmp0 (id, except) == 0)
        continue;
      octant_assessment_get_interview_answer (assessment, id, item, &answer);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a person, the role, then the rating given */
      g_string_append_printf (text, _("%s (%s): %s"), octant_record_get (interview, OCTANT_INTERVIEW_PERSON),
                              octant_interview_role_name (assessment,
                                                          octant_record_get (interview, OCTANT_INTERVIEW_ROLE)),
                              octant_rating_get_name (answer.rating));
      if (minutes != NULL)
        g_string_append_printf (text, "\n%s", minutes);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

void
octant_interview_context_update_others (OctantInterviewContext *self,
                                        OctantAssessment       *assessment,
                                        const char             *interview_id,
                                        OctantItemRef           item)
{
  g_autofree char *text = NULL;

  g_return_if_fail (OCTANT_IS_INTERVIEW_CONTEXT (self));

  text = describe_said (assessment, item, interview_id);
  set_text (self->others, text);
  gtk_widget_set_visible (self->others_box, *text != '\0');
  gtk_widget_set_visible (self->differ, octant_assessment_get_voices (assessment, item) == OCTANT_VOICES_DIFFER);
}

/* Last year's answer, and what was said then. */
static void
show_previous (OctantInterviewContext *self,
               OctantAssessment       *assessment,
               OctantItemRef           item)
{
  OctantAssessment *previous = octant_assessment_get_previous (assessment);
  OctantItemRef then;
  OctantAnswer answer = { 0 };
  gboolean known = octant_assessment_get_previous_answer (assessment, item.requirement, item.slot, &answer);
  g_autofree char *said = NULL;

  if (octant_assessment_find_previous_item (assessment, item.requirement, item.slot, &then.requirement, &then.slot))
    said = describe_said (previous, then, NULL);
  gtk_widget_set_visible (self->previous_box, known || (said != NULL && *said != '\0'));
  set_text (self->previous_title, previous != NULL ? octant_assessment_get_title (previous) : NULL);
  set_text (self->previous_rating, known ? octant_rating_get_name (answer.rating) : NULL);
  set_text (self->previous_note, known ? answer.note : NULL);
  set_text (self->previous_said, said);
}

static void
octant_interview_context_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OCTANT_TYPE_INTERVIEW_CONTEXT);

  G_OBJECT_CLASS (octant_interview_context_parent_class)->dispose (object);
}

static void
octant_interview_context_class_init (OctantInterviewContextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_interview_context_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-interview-context.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewContext, check);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewContext, differ);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewContext, others);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewContext, others_box);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewContext, previous_box);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewContext, previous_note);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewContext, previous_rating);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewContext, previous_said);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewContext, previous_title);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewContext, requirement);
}

static void
octant_interview_context_init (OctantInterviewContext *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
octant_interview_context_show (OctantInterviewContext *self,
                               OctantAssessment       *assessment,
                               const char             *interview_id,
                               OctantItemRef           item)
{
  const OctantRequirement *requirement;

  g_return_if_fail (OCTANT_IS_INTERVIEW_CONTEXT (self));

  requirement = octant_model_get_requirement (octant_assessment_get_model (assessment), item.requirement);
  gtk_label_set_label (self->check, octant_localise (&requirement->check));
  gtk_label_set_label (self->requirement, octant_localise (&requirement->text));
  octant_interview_context_update_others (self, assessment, interview_id, item);
  show_previous (self, assessment, item);
}
