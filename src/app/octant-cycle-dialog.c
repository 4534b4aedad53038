/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cycle-dialog.h"

#include <glib/gi18n.h>

#include "base/octant-name.h"
#include "octant-date-row.h"
#include "octant-session-manage.h"
#include "octant-texts.h"
#include "octant-words.h"

struct _OctantCycleDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) (nullable) */
  char *id;               /* (owned): the assessment that was open when the dialog was */
  char *organisation_id;  /* (owned): whose it is */

  GtkButton *save;
  AdwEntryRow *title_row;
  OctantDateRow *date;
  AdwEntryRow *assessor;
  GtkLabel *error;
  AdwActionRow *institution;
  AdwActionRow *created;
  AdwActionRow *model;
  AdwActionRow *answers;
  AdwActionRow *objects;
};

G_DEFINE_FINAL_TYPE (OctantCycleDialog, octant_cycle_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (AdwEntryRow *row)
{
  return octant_name_trim (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
show_error (OctantCycleDialog *self,
            const char        *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
changed_cb (OctantCycleDialog *self)
{
  g_autofree char *title = dup_text (self->title_row);
  g_autofree char *date = octant_date_row_dup_date (self->date);
  const char *title_fault = octant_words_find_fault (self->title_row, OCTANT_WORDS_NAME);
  const char *fault = octant_words_find_fault (self->assessor, OCTANT_WORDS_NAME);

  if (title_fault != NULL)
    fault = title_fault;
  else if (self->session != NULL && octant_session_has_cycle (self->session, self->organisation_id, title, self->id))
    fault = _("The institution has an assessment of this title: choose another title");
  else if (date == NULL || *date == '\0')
    fault = _("This is no day of the calendar: a date is written as in 2026-12-31");
  show_error (self, fault);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), *title != '\0' && fault == NULL);
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr (OctantCycleDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (octant_session_manage_finish (OCTANT_SESSION (source), result, &error))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  /* Closed meanwhile. */
  if (self->save == NULL)
    return;
  message = octant_describe_store_error (error);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), TRUE);
  show_error (self, message);
}

static void
save_cb (OctantCycleDialog *self)
{
  g_autofree char *title = dup_text (self->title_row);
  g_autofree char *date = octant_date_row_dup_date (self->date);
  g_autofree char *assessor = dup_text (self->assessor);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    return;
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  octant_session_edit_cycle_async (self->session, self->id, title, date, assessor, saved_cb, g_object_ref (self));
}

static void
delete_cb (OctantCycleDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.delete-assessment", NULL);
}

static void
octant_cycle_dialog_dispose (GObject *object)
{
  OctantCycleDialog *self = OCTANT_CYCLE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_CYCLE_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_cycle_dialog_parent_class)->dispose (object);
}

static void
octant_cycle_dialog_finalize (GObject *object)
{
  g_free (OCTANT_CYCLE_DIALOG (object)->id);
  g_free (OCTANT_CYCLE_DIALOG (object)->organisation_id);

  G_OBJECT_CLASS (octant_cycle_dialog_parent_class)->finalize (object);
}

static void
octant_cycle_dialog_class_init (OctantCycleDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_cycle_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = octant_cycle_dialog_finalize;
  g_type_ensure (OCTANT_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-cycle-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantCycleDialog, answers);
  gtk_widget_class_bind_template_child (widget_class, OctantCycleDialog, assessor);
  gtk_widget_class_bind_template_child (widget_class, OctantCycleDialog, created);
  gtk_widget_class_bind_template_child (widget_class, OctantCycleDialog, date);
  gtk_widget_class_bind_template_child (widget_class, OctantCycleDialog, error);
  gtk_widget_class_bind_template_child (widget_class, OctantCycleDialog, institution);
  gtk_widget_class_bind_template_child (widget_class, OctantCycleDialog, model);
  gtk_widget_class_bind_template_child (widget_class, OctantCycleDialog, objects);
  gtk_widget_class_bind_template_child (widget_class, OctantCycleDialog, save);
  gtk_widget_class_bind_template_child (widget_class, OctantCycleDialog, title_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
octant_cycle_dialog_init (OctantCycleDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_counts (OctantCycleDialog *self,
             OctantAssessment  *assessment)
{
  OctantScorer *scorer = octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL);
  const OctantScore *score = octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL);
  guint n_carried = octant_assessment_get_n_carried (assessment, OCTANT_NODE_OVERALL);
  guint n_objects = octant_assessment_get_n_objects (assessment);
  g_autofree char *answered = g_strdup_printf (_("%u of %u answered"), score->answered, score->applicable_items);
  g_autofree char *carried = g_strdup_printf (ngettext ("%u to confirm", "%u to confirm", n_carried), n_carried);
  g_autofree char *answers = n_carried > 0 ? g_strdup_printf ("%s · %s", answered, carried) : g_strdup (answered);
  g_autofree char *objects = g_strdup_printf (ngettext ("%u object", "%u objects", n_objects), n_objects);

  adw_action_row_set_subtitle (self->answers, answers);
  adw_action_row_set_subtitle (self->objects, objects);
}

AdwDialog *
octant_cycle_dialog_new (OctantSession *session)
{
  OctantCycleDialog *self = g_object_new (OCTANT_TYPE_CYCLE_DIALOG, NULL);
  OctantAssessment *assessment = octant_session_get_assessment (session);
  OctantRecord *cycle = octant_assessment_get_cycle (assessment);
  const char *assessor = octant_record_get (cycle, OCTANT_CYCLE_ASSESSOR);
  g_autofree char *created = octant_format_date (octant_record_get (cycle, OCTANT_CYCLE_CREATED_AT));
  g_autofree char *model = g_strdup_printf ("%s %s", octant_record_get (cycle, OCTANT_CYCLE_MODEL_ID),
                                            octant_record_get (cycle, OCTANT_CYCLE_MODEL_VERSION));

  self->session = g_object_ref (session);
  self->id = g_strdup (octant_assessment_get_id (assessment));
  self->organisation_id = g_strdup (octant_record_get (cycle, OCTANT_CYCLE_ORG));
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), octant_assessment_get_title (assessment));
  octant_date_row_set_date (self->date, octant_assessment_get_as_of (assessment));
  gtk_editable_set_text (GTK_EDITABLE (self->assessor), assessor != NULL ? assessor : "");
  adw_action_row_set_subtitle (self->institution, octant_session_get_institution (session));
  adw_action_row_set_subtitle (self->created, created);
  adw_action_row_set_subtitle (self->model, model);
  show_counts (self, assessment);
  changed_cb (self);
  return ADW_DIALOG (self);
}
