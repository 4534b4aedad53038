/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-na-dialog.h"

#include <glib/gi18n.h>

#include "octant-discard.h"
#include "octant-texts.h"
#include "octant-words.h"

struct _OctantNaDialog
{
  AdwDialog parent_instance;

  OctantItem *item; /* (owned) */
  char *actor;      /* (owned) */
  char *before;     /* (owned) (nullable): the reason that stood there, once the dialog is filled */

  GtkLabel *requirement;
  AdwEntryRow *reason;
  AdwEntryRow *approver;
  GtkLabel *error;
  GtkButton *apply;
};

enum
{
  SIGNAL_DONE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantNaDialog, octant_na_dialog, ADW_TYPE_DIALOG)

static gboolean
is_filled (AdwEntryRow *row)
{
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));

  return *g_strstrip (text) != '\0';
}

static void
changed_cb (OctantNaDialog *self)
{
  const char *reason = gtk_editable_get_text (GTK_EDITABLE (self->reason));
  const char *approver = gtk_editable_get_text (GTK_EDITABLE (self->approver));
  const char *reason_fault = octant_words_find_fault (self->reason, OCTANT_WORDS_TEXT);
  const char *fault = octant_words_find_fault (self->approver, OCTANT_WORDS_NAME);

  if (reason_fault != NULL)
    fault = reason_fault;
  else if (fault == NULL && self->actor != NULL && octant_words_same_name (approver, self->actor))
    fault = _("Somebody other than you has to approve it");
  octant_na_dialog_set_error (self, fault);
  octant_discard_set_typed (ADW_DIALOG (self), self->before != NULL && !octant_words_equal (reason, self->before));
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply),
                            is_filled (self->reason) && is_filled (self->approver) && fault == NULL);
}

static void
apply_cb (OctantNaDialog *self)
{
  if (gtk_widget_get_sensitive (GTK_WIDGET (self->apply)))
    g_signal_emit (self, signals[SIGNAL_DONE], 0);
}

static void
octant_na_dialog_dispose (GObject *object)
{
  OctantNaDialog *self = OCTANT_NA_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_NA_DIALOG);
  g_clear_object (&self->item);
  g_clear_pointer (&self->actor, g_free);
  g_clear_pointer (&self->before, g_free);

  G_OBJECT_CLASS (octant_na_dialog_parent_class)->dispose (object);
}

static void
octant_na_dialog_class_init (OctantNaDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_na_dialog_dispose;
  signals[SIGNAL_DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

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

/* @actor: who answers, and may not approve */
AdwDialog *
octant_na_dialog_new (OctantItem *item,
                      const char *actor)
{
  OctantNaDialog *self = g_object_new (OCTANT_TYPE_NA_DIALOG, NULL);
  const OctantRequirement *requirement = octant_item_get_requirement (item);
  g_autofree char *text = g_strdup_printf ("%s  %s", requirement->code, octant_localise (&requirement->text));

  self->item = g_object_ref (item);
  self->actor = g_strdup (actor);
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

OctantItem *
octant_na_dialog_get_item (OctantNaDialog *self)
{
  g_return_val_if_fail (OCTANT_IS_NA_DIALOG (self), NULL);

  return self->item;
}

const char *
octant_na_dialog_get_reason (OctantNaDialog *self)
{
  g_return_val_if_fail (OCTANT_IS_NA_DIALOG (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->reason));
}

const char *
octant_na_dialog_get_approver (OctantNaDialog *self)
{
  g_return_val_if_fail (OCTANT_IS_NA_DIALOG (self), NULL);

  return gtk_editable_get_text (GTK_EDITABLE (self->approver));
}

/* @message: (nullable) */
void
octant_na_dialog_set_error (OctantNaDialog *self,
                            const char     *message)
{
  g_return_if_fail (OCTANT_IS_NA_DIALOG (self));

  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}
