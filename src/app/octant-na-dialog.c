/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-na-dialog.h"

#include <glib/gi18n.h>

#include "base/octant-name.h"
#include "octant-discard.h"
#include "octant-texts.h"
#include "octant-words.h"

struct _OctantNaDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) */
  OctantItem *item;       /* (owned) */
  char *before;           /* (owned) (nullable): the reason that stood there, once the dialog is filled */

  GtkLabel *requirement;
  AdwEntryRow *reason;
  AdwEntryRow *approver;
  GtkLabel *error;
  GtkButton *apply;
};

G_DEFINE_FINAL_TYPE (OctantNaDialog, octant_na_dialog, ADW_TYPE_DIALOG)

static gboolean
is_filled (AdwEntryRow *row)
{
  g_autofree char *text = octant_name_trim (gtk_editable_get_text (GTK_EDITABLE (row)));

  return *text != '\0';
}

/* @message: (nullable) */
static void
set_error (OctantNaDialog *self,
           const char     *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
changed_cb (OctantNaDialog *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  const char *approver = gtk_editable_get_text (GTK_EDITABLE (self->approver));
  const char *actor = octant_session_get_actor (self->session);
  const char *reason_fault = octant_words_find_fault (self->reason, OCTANT_WORDS_TEXT);
  const char *fault = octant_words_find_fault (self->approver, OCTANT_WORDS_NAME);

  if (reason_fault != NULL)
    fault = reason_fault;
  else if (fault == NULL && actor != NULL && octant_name_equal (approver, actor))
    fault = _("Somebody other than you has to approve it");
  set_error (self, fault);
  octant_discard_set_typed (ADW_DIALOG (self), self->before != NULL && !octant_words_equal (reason, self->before));
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply),
                            is_filled (self->reason) && is_filled (self->approver) && fault == NULL);
}

static void
apply_cb (OctantNaDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->apply)))
    return;
  /* Another assessment may have been opened behind the dialog, or the same one anew. */
  if (octant_item_get_assessment (self->item) != octant_session_get_assessment (self->session))
    set_error (self, _("Another assessment was opened: close this dialog and start again"));
  else if (octant_session_rate_na (self->session, self->item, gtk_editable_get_text (GTK_EDITABLE (self->reason)),
                                   gtk_editable_get_text (GTK_EDITABLE (self->approver)), &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    set_error (self, error->message);
}

static void
octant_na_dialog_dispose (GObject *object)
{
  OctantNaDialog *self = OCTANT_NA_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_NA_DIALOG);
  g_clear_object (&self->item);
  g_clear_object (&self->session);
  g_clear_pointer (&self->before, g_free);

  G_OBJECT_CLASS (octant_na_dialog_parent_class)->dispose (object);
}

static void
octant_na_dialog_class_init (OctantNaDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_na_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-na-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantNaDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, OctantNaDialog, approver);
  gtk_widget_class_bind_template_child (widget_class, OctantNaDialog, error);
  gtk_widget_class_bind_template_child (widget_class, OctantNaDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, OctantNaDialog, requirement);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
octant_na_dialog_init (OctantNaDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
octant_na_dialog_new (OctantSession *session,
                      OctantItem    *item)
{
  OctantNaDialog *self = g_object_new (OCTANT_TYPE_NA_DIALOG, NULL);
  const OctantRequirement *requirement = octant_item_get_requirement (item);
  g_autofree char *text = g_strdup_printf ("%s  %s", requirement->code, octant_localise (&requirement->text));

  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  gtk_label_set_label (self->requirement, text);
  if (octant_item_get_children (item) == NULL)
    {
      OctantAnswer answer;

      octant_assessment_get_answer (octant_item_get_assessment (item), octant_item_get_requirement_index (item),
                                    octant_item_get_slot (item), &answer);
      gtk_editable_set_text (GTK_EDITABLE (self->reason), answer.na_reason != NULL ? answer.na_reason : "");
      gtk_editable_set_text (GTK_EDITABLE (self->approver), answer.na_approver != NULL ? answer.na_approver : "");
    }
  self->before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  changed_cb (self);
  return ADW_DIALOG (self);
}
