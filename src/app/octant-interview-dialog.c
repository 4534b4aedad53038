/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-interview-dialog.h"

#include <glib/gi18n.h>

#include "base/octant-name.h"
#include "base/octant-time.h"
#include "octant-date-row.h"
#include "octant-discard.h"
#include "octant-session-interviews.h"
#include "octant-texts.h"
#include "octant-words.h"

#define MAX_MINUTES 100000

struct _OctantInterviewDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) */
  OctantAssessment *assessment; /* (owned): the one that it was opened over */
  char *interview_id;     /* (owned) (nullable): NULL for a new one */
  char *before;           /* (owned) (nullable): the minutes that stood there, once the dialog is filled */

  AdwEntryRow *person;
  AdwComboRow *role;
  OctantDateRow *date;
  GtkTextView *minutes;
  GtkLabel *error;
  GtkButton *apply;
};

G_DEFINE_FINAL_TYPE (OctantInterviewDialog, octant_interview_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (AdwEntryRow *row)
{
  return octant_name_trim (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static char *
dup_minutes (OctantInterviewDialog *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->minutes);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
}

static void
mark (GtkWidget *row,
      gboolean   wrong)
{
  if (wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
set_error (OctantInterviewDialog *self,
           const char            *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
changed_cb (OctantInterviewDialog *self)
{
  g_autofree char *person = dup_text (self->person);
  g_autofree char *date = octant_date_row_dup_date (self->date);
  g_autofree char *words = dup_minutes (self);
  gboolean date_ok = date != NULL && *date != '\0';
  const char *message = octant_words_find_fault (self->person, OCTANT_WORDS_NAME);
  gboolean minutes_ok = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->minutes)) <= MAX_MINUTES;

  if (message == NULL && !date_ok)
    message = _("This is no day of the calendar: a date is written as in 2026-12-31");
  else if (message == NULL && !minutes_ok)
    message = _("The minutes are too long: shorten them to 100,000 characters");
  mark (GTK_WIDGET (self->date), !date_ok);
  set_error (self, message);
  octant_discard_set_typed (ADW_DIALOG (self), self->before != NULL && !octant_words_equal (words, self->before));
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), *person != '\0' && message == NULL);
}

static void
apply_cb (OctantInterviewDialog *self)
{
  guint n, selected = adw_combo_row_get_selected (self->role);
  const OctantModelTerm *roles = octant_model_get_roles (octant_assessment_get_model (self->assessment), &n);
  g_autofree char *person = dup_text (self->person);
  g_autofree char *date = octant_date_row_dup_date (self->date);
  g_autofree char *minutes = dup_minutes (self);
  g_autoptr (GError) error = NULL;
  gboolean done;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->apply)) || selected >= n)
    return;
  if (self->assessment != octant_session_get_assessment (self->session))
    {
      set_error (self, _("Another assessment was opened: close this dialog and start again"));
      return;
    }
  if (self->interview_id != NULL)
    done = octant_session_edit_interview (self->session, self->interview_id, person, roles[selected].id, date, minutes,
                                          &error);
  else
    done = octant_session_add_interview (self->session, person, roles[selected].id, date,
                                         *minutes != '\0' ? minutes : NULL, &error);
  if (done)
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    set_error (self, error->message);
}

static void
fill_roles (OctantInterviewDialog *self,
            const char            *role)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n, selected = 0;
  const OctantModelTerm *roles = octant_model_get_roles (octant_assessment_get_model (self->assessment), &n);

  for (guint i = 0; i < n; i++)
    {
      gtk_string_list_append (names, octant_localise (&roles[i].name));
      if (g_strcmp0 (roles[i].id, role) == 0)
        selected = i;
    }
  adw_combo_row_set_model (self->role, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->role, selected);
}

static void
octant_interview_dialog_dispose (GObject *object)
{
  OctantInterviewDialog *self = OCTANT_INTERVIEW_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_INTERVIEW_DIALOG);
  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->interview_id, g_free);
  g_clear_pointer (&self->before, g_free);

  G_OBJECT_CLASS (octant_interview_dialog_parent_class)->dispose (object);
}

static void
octant_interview_dialog_class_init (OctantInterviewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_interview_dialog_dispose;
  g_type_ensure (OCTANT_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/octant-interview-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewDialog, date);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewDialog, error);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewDialog, minutes);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewDialog, person);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewDialog, role);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
octant_interview_dialog_init (OctantInterviewDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* Too long ones come in, and are not saved: there are questions that they may be divided upon. */
  octant_words_guard (self->minutes, G_MAXINT, NULL, NULL);
  g_signal_connect_object (gtk_text_view_get_buffer (self->minutes), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
}

AdwDialog *
octant_interview_dialog_new (OctantSession *session,
                             const char    *interview_id)
{
  OctantInterviewDialog *self = g_object_new (OCTANT_TYPE_INTERVIEW_DIALOG, NULL);
  g_autofree char *today = octant_date_today ();
  OctantRecord *interview = NULL;
  const char *minutes = NULL;

  self->session = g_object_ref (session);
  self->assessment = g_object_ref (octant_session_get_assessment (session));
  self->interview_id = g_strdup (interview_id);
  if (interview_id != NULL)
    interview = octant_assessment_get_interview (self->assessment, interview_id);
  adw_dialog_set_title (ADW_DIALOG (self), interview_id != NULL ? _("Edit Interview") : _("New Interview"));
  fill_roles (self, interview != NULL ? octant_record_get (interview, OCTANT_INTERVIEW_ROLE) : NULL);
  if (interview != NULL)
    {
      minutes = octant_record_get (interview, OCTANT_INTERVIEW_MINUTES);
      gtk_editable_set_text (GTK_EDITABLE (self->person), octant_record_get (interview, OCTANT_INTERVIEW_PERSON));
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->minutes), minutes != NULL ? minutes : "", -1);
    }
  gtk_editable_set_text (GTK_EDITABLE (self->date),
                         interview != NULL ? octant_record_get (interview, OCTANT_INTERVIEW_HELD_ON) : today);
  self->before = dup_minutes (self);
  changed_cb (self);
  return ADW_DIALOG (self);
}
