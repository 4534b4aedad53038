/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-evidence-dialog.h"

#include <glib/gi18n.h>

#include "base/octant-name.h"
#include "octant-date-row.h"
#include "octant-discard.h"
#include "octant-evidence-item.h"
#include "octant-evidence-preview.h"
#include "octant-evidence-uses.h"
#include "octant-open-evidence.h"
#include "octant-session-library.h"
#include "octant-texts.h"
#include "octant-trickle.h"
#include "octant-words.h"

struct _OctantEvidenceDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) */
  OctantRecord *evidence; /* (owned) */

  AdwBin *preview_place; /* empty until the dialog is on screen */
  AdwEntryRow *name;
  AdwEntryRow *source;
  AdwPreferencesGroup *fields;
  OctantDateRow *collected; /* (nullable): nor are these and strength there before */
  OctantDateRow *until;     /* (nullable) */
  AdwComboRow *strength;    /* (nullable) */
  AdwActionRow *file;
  GtkLabel *error;
  GtkButton *save;
  AdwBin *uses_place;
  guint filling; /* source that makes these */
};

G_DEFINE_FINAL_TYPE (OctantEvidenceDialog, octant_evidence_dialog, ADW_TYPE_DIALOG)

static const char *
get (OctantEvidenceDialog *self,
     guint                 column)
{
  const char *text = octant_record_get (self->evidence, column);

  return text != NULL ? text : "";
}

/* As it is said by @row, the text of @column as long as there is none. NULL when it is no date. (transfer full) (nullable) */
static char *
dup_date (OctantEvidenceDialog *self,
          OctantDateRow        *row,
          guint                 column)
{
  return row != NULL ? octant_date_row_dup_date (row) : g_strdup (get (self, column));
}

static int
get_strength (OctantEvidenceDialog *self)
{
  return self->strength != NULL ? (int) adw_combo_row_get_selected (self->strength)
                                : (int) octant_record_get_int (self->evidence, OCTANT_EVIDENCE_STRENGTH);
}

static gboolean
is_changed (OctantEvidenceDialog *self)
{
  g_autofree char *collected = dup_date (self, self->collected, OCTANT_EVIDENCE_COLLECTED_ON);
  g_autofree char *until = dup_date (self, self->until, OCTANT_EVIDENCE_VALID_UNTIL);

  return g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->name)), get (self, OCTANT_EVIDENCE_TITLE)) != 0
         || g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->source)), get (self, OCTANT_EVIDENCE_SOURCE)) != 0
         || g_strcmp0 (collected, get (self, OCTANT_EVIDENCE_COLLECTED_ON)) != 0
         || g_strcmp0 (until, get (self, OCTANT_EVIDENCE_VALID_UNTIL)) != 0
         || get_strength (self) != octant_record_get_int (self->evidence, OCTANT_EVIDENCE_STRENGTH);
}

/* What keeps it from being saved, NULL for nothing. */
static const char *
find_fault (OctantEvidenceDialog *self)
{
  g_autofree char *title = octant_name_trim (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  g_autofree char *collected = dup_date (self, self->collected, OCTANT_EVIDENCE_COLLECTED_ON);
  g_autofree char *until = dup_date (self, self->until, OCTANT_EVIDENCE_VALID_UNTIL);
  const char *title_fault = octant_words_find_fault (self->name, OCTANT_WORDS_NAME);
  const char *source_fault = octant_words_find_fault (self->source, OCTANT_WORDS_NAME);

  if (*title == '\0')
    return _("The evidence needs a title");
  if (title_fault != NULL || source_fault != NULL)
    return title_fault != NULL ? title_fault : source_fault;
  if (collected == NULL || until == NULL)
    return _("This is no day of the calendar: a date is written as in 2026-12-31");
  if (*collected != '\0' && *until != '\0' && strcmp (until, collected) < 0)
    return _("It cannot end being valid before it was collected");
  return NULL;
}

static void
show_error (OctantEvidenceDialog *self,
            const char           *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
changed_cb (OctantEvidenceDialog *self)
{
  const char *fault;

  if (self->evidence == NULL)
    return;
  fault = find_fault (self);
  show_error (self, fault);
  octant_discard_set_typed (ADW_DIALOG (self), is_changed (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->save), fault == NULL && is_changed (self));
}

static void
save_cb (OctantEvidenceDialog *self)
{
  g_autofree char *collected = dup_date (self, self->collected, OCTANT_EVIDENCE_COLLECTED_ON);
  g_autofree char *until = dup_date (self, self->until, OCTANT_EVIDENCE_VALID_UNTIL);
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->save)))
    return;
  if (octant_session_edit_evidence (self->session, get (self, OCTANT_EVIDENCE_ID),
                                    gtk_editable_get_text (GTK_EDITABLE (self->name)),
                                    gtk_editable_get_text (GTK_EDITABLE (self->source)), collected, until,
                                    get_strength (self), &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    {
      g_debug ("Refused: %s", error->message);
      show_error (self, _("This evidence was removed meanwhile: close this dialog, and undo that first"));
    }
}

static void
open_cb (OctantEvidenceDialog *self)
{
  octant_open_evidence (self->session, self->evidence, GTK_WIDGET (self));
}

static void
remove_cb (OctantEvidenceDialog *self)
{
  const char *ids[] = { get (self, OCTANT_EVIDENCE_ID), NULL };

  octant_session_remove_evidence (self->session, ids);
  adw_dialog_force_close (ADW_DIALOG (self));
}

static void
add_preview (OctantEvidenceDialog *self)
{
  GtkWidget *preview = g_object_new (OCTANT_TYPE_EVIDENCE_PREVIEW, NULL);

  adw_bin_set_child (self->preview_place, preview);
  octant_evidence_preview_show (OCTANT_EVIDENCE_PREVIEW (preview), octant_session_get_data_dir (self->session),
                                self->evidence);
}

static OctantDateRow *
add_date (OctantEvidenceDialog *self,
          const char           *title,
          guint                 column)
{
  OctantDateRow *row = g_object_new (OCTANT_TYPE_DATE_ROW, "title", title, NULL);

  octant_date_row_set_date (row, get (self, column));
  g_signal_connect_object (row, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "entry-activated", G_CALLBACK (save_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->fields, GTK_WIDGET (row));
  return row;
}

static void
add_strength (OctantEvidenceDialog *self)
{
  g_autoptr (GtkStringList) strengths = gtk_string_list_new (NULL);

  for (guint i = 0; i < OCTANT_N_STRENGTHS; i++)
    gtk_string_list_append (strengths, octant_strength_get_name (i));
  self->strength = ADW_COMBO_ROW (adw_combo_row_new ());
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->strength), _("Strength"));
  adw_combo_row_set_model (self->strength, G_LIST_MODEL (strengths));
  adw_combo_row_set_selected (self->strength,
                              (guint) CLAMP (octant_record_get_int (self->evidence, OCTANT_EVIDENCE_STRENGTH), 0, 3));
  g_signal_connect_object (self->strength, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->fields, GTK_WIDGET (self->strength));
}

static void
add_state (OctantEvidenceDialog *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  OctantEvidenceState state;
  GtkWidget *row;

  /* Another one may have been opened meanwhile, or none. */
  if (assessment == NULL)
    return;
  state = octant_evidence_state (octant_assessment_get_model (assessment), self->evidence,
                                 octant_assessment_get_as_of (assessment));
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("State"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), octant_evidence_state_get_name (state));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             g_object_new (GTK_TYPE_IMAGE, "icon-name", octant_evidence_state_get_icon (state),
                                           "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL));
  gtk_widget_add_css_class (row, "property");
  adw_preferences_group_add (self->fields, row);
}

static gboolean
fill_step (gpointer user_data)
{
  OctantEvidenceDialog *self = user_data;
  GtkWidget *uses;

  if (self->collected == NULL)
    {
      self->collected = add_date (self, _("Collected On"), OCTANT_EVIDENCE_COLLECTED_ON);
      return TRUE;
    }
  if (self->until == NULL)
    {
      self->until = add_date (self, _("Valid Until"), OCTANT_EVIDENCE_VALID_UNTIL);
      return TRUE;
    }
  if (self->strength == NULL)
    {
      add_strength (self);
      add_state (self);
      return TRUE;
    }
  if (adw_bin_get_child (self->preview_place) == NULL)
    {
      add_preview (self);
      return TRUE;
    }
  uses = octant_evidence_uses_new (self->session, get (self, OCTANT_EVIDENCE_ID));
  g_signal_connect_object (uses, "shown", G_CALLBACK (adw_dialog_force_close), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (self->uses_place, uses);
  return FALSE;
}

static void
fill (OctantEvidenceDialog *self)
{
  g_autofree char *size = g_format_size ((guint64) MAX (octant_record_get_int (self->evidence, OCTANT_EVIDENCE_SIZE), 0));
  g_autofree char *added = octant_format_date (get (self, OCTANT_EVIDENCE_ADDED_AT));
  g_autofree char *about = g_strdup_printf ("%s · %s · %s", size, get (self, OCTANT_EVIDENCE_ADDED_BY), added);

  gtk_editable_set_text (GTK_EDITABLE (self->name), get (self, OCTANT_EVIDENCE_TITLE));
  gtk_editable_set_text (GTK_EDITABLE (self->source), get (self, OCTANT_EVIDENCE_SOURCE));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file), get (self, OCTANT_EVIDENCE_NAME));
  adw_action_row_set_subtitle (self->file, about);
}

static void
octant_evidence_dialog_dispose (GObject *object)
{
  OctantEvidenceDialog *self = OCTANT_EVIDENCE_DIALOG (object);

  g_clear_handle_id (&self->filling, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_EVIDENCE_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->evidence, octant_record_unref);

  G_OBJECT_CLASS (octant_evidence_dialog_parent_class)->dispose (object);
}

static void
octant_evidence_dialog_class_init (OctantEvidenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_evidence_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-evidence-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantEvidenceDialog, error);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidenceDialog, fields);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidenceDialog, file);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidenceDialog, name);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidenceDialog, preview_place);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidenceDialog, save);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidenceDialog, source);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidenceDialog, uses_place);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
octant_evidence_dialog_init (OctantEvidenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
octant_evidence_dialog_new (OctantSession *session,
                            OctantRecord  *evidence)
{
  OctantEvidenceDialog *self = g_object_new (OCTANT_TYPE_EVIDENCE_DIALOG, NULL);

  g_return_val_if_fail (octant_session_get_assessment (session) != NULL, ADW_DIALOG (self));

  self->session = g_object_ref (session);
  self->evidence = octant_record_ref (evidence);
  fill (self);
  changed_cb (self);
  octant_trickle_queue_dialog (&self->filling, fill_step, self);
  return ADW_DIALOG (self);
}
