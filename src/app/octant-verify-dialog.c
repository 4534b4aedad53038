/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-verify-dialog.h"

#include <glib/gi18n.h>

#include "octant-arrow.h"
#include "octant-evidence-dialog.h"
#include "octant-session-library.h"

/* A fault in words; a whole folder may be gone, so that the list holds only the rows in sight. */
#define OCTANT_TYPE_FAULT_ROW (octant_fault_row_get_type ())
G_DECLARE_FINAL_TYPE (OctantFaultRow, octant_fault_row, OCTANT, FAULT_ROW, GtkBox)

struct _OctantFaultRow
{
  GtkBox parent_instance;

  GtkLabel *name;
  GtkLabel *fault;
  GtkWidget *next; /* the row leads to the piece */
};

G_DEFINE_FINAL_TYPE (OctantFaultRow, octant_fault_row, GTK_TYPE_BOX)

struct _OctantVerifyDialog
{
  AdwDialog parent_instance;

  OctantSession *session;    /* (owned) */
  GCancellable *cancellable; /* (owned) */
  GPtrArray *faults;         /* (owned) (nullable) (element-type OctantEvidenceFault), as in the list */
  guint frames;              /* drawn of it, before it begins */

  GtkStack *stack;
  GtkProgressBar *bar;
  GtkLabel *amount;
  AdwStatusPage *error_page;
  GtkLabel *count;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (OctantVerifyDialog, octant_verify_dialog, ADW_TYPE_DIALOG)

static GtkLabel *
append_label (GtkWidget  *box,
              const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return GTK_LABEL (label);
}

static void
octant_fault_row_class_init (OctantFaultRowClass *klass)
{
}

static void
octant_fault_row_init (OctantFaultRow *self)
{
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_widget_set_margin_top (GTK_WIDGET (self), 6);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self), 6);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_box_append (GTK_BOX (self), texts);
  self->name = append_label (texts, NULL);
  self->fault = append_label (texts, "dimmed");
  self->next = octant_arrow_new ();
  gtk_box_append (GTK_BOX (self), self->next);
}

/* What is wrong, and what helps. */
static const char *
describe (OctantEvidenceFaultKind kind)
{
  switch (kind)
    {
    case OCTANT_EVIDENCE_FAULT_MISSING:
      return _("The stored file is missing. Attach the original again.");
    case OCTANT_EVIDENCE_FAULT_ALTERED:
    case OCTANT_EVIDENCE_FAULT_OTHER_SIZE:
      return _("The stored file was altered. Attach the original again.");
    case OCTANT_EVIDENCE_FAULT_UNREADABLE:
      return _("The stored file cannot be read. See to the disk, or attach the original again.");
    case OCTANT_EVIDENCE_FAULT_LOCKED:
      return _("The stored file may not be opened. See to its permissions.");
    case OCTANT_EVIDENCE_FAULT_NOT_PLAIN:
      return _("What is stored is not a plain file. Remove it and attach the original again.");
    case OCTANT_EVIDENCE_FAULT_NO_HASH:
      return _("The record in the database is damaged");
    case OCTANT_EVIDENCE_FAULT_ORPHAN:
      return _("No evidence refers to this file. It does no harm.");
    case OCTANT_EVIDENCE_FAULT_NONE:
    default:
      g_return_val_if_reached ("");
    }
}

static char *
name_fault (const OctantEvidenceFault *fault)
{
  if (fault->evidence != NULL)
    return g_strdup (octant_record_get (fault->evidence, OCTANT_EVIDENCE_TITLE));
  if (fault->kind == OCTANT_EVIDENCE_FAULT_ORPHAN)
    return g_strdup (fault->name);
  /* Translators: a file that belongs to evidence whose adding was undone; %s is the file's fingerprint */
  return g_strdup_printf (_("Taken back by undo: %s"), fault->name);
}

/* Each fault is kept as two lines in one string: what it is about, then what is wrong. */
static GListModel *
make_list (GPtrArray *faults)
{
  GtkStringList *list = gtk_string_list_new (NULL);

  for (guint i = 0; i < faults->len; i++)
    {
      const OctantEvidenceFault *fault = g_ptr_array_index (faults, i);
      g_autofree char *name = name_fault (fault);

      g_strdelimit (name, "\r\n", ' ');
      gtk_string_list_take (list, g_strdup_printf ("%s\n%s", name, describe (fault->kind)));
    }
  return G_LIST_MODEL (list);
}

/* What a fault is about, as it is now; NULL when the open assessment does not know it. */
static OctantRecord *
find_evidence (OctantVerifyDialog *self,
               guint               position)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  const OctantEvidenceFault *fault = g_ptr_array_index (self->faults, position);

  if (assessment == NULL || fault->evidence == NULL)
    return NULL;
  return octant_assessment_get_evidence (assessment, octant_record_get (fault->evidence, OCTANT_EVIDENCE_ID));
}

static void
activate_cb (OctantVerifyDialog *self,
             guint               position)
{
  OctantRecord *evidence = find_evidence (self, position);

  if (evidence != NULL)
    adw_dialog_present (octant_evidence_dialog_new (self->session, evidence), GTK_WIDGET (self));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, g_object_new (OCTANT_TYPE_FAULT_ROW, NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         OctantVerifyDialog       *self)
{
  OctantFaultRow *row = OCTANT_FAULT_ROW (gtk_list_item_get_child (item));
  const char *text = gtk_string_object_get_string (gtk_list_item_get_item (item));
  g_auto (GStrv) lines = g_strsplit (text, "\n", 2);

  gtk_label_set_label (row->name, lines[0]);
  gtk_label_set_label (row->fault, lines[1]);
  gtk_widget_set_visible (row->next, find_evidence (self, gtk_list_item_get_position (item)) != NULL);
  gtk_list_item_set_accessible_label (item, text);
}

static void
show_faults (OctantVerifyDialog *self,
             GPtrArray          *faults)
{
  g_autofree char *text = g_strdup_printf (ngettext ("%u fault found", "%u faults found", faults->len), faults->len);
  GtkNoSelection *selection = gtk_no_selection_new (make_list (faults));

  g_clear_pointer (&self->faults, g_ptr_array_unref);
  self->faults = g_ptr_array_ref (faults);
  gtk_label_set_label (self->count, text);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  gtk_stack_set_visible_child_name (self->stack, "faults");
}

static void
progress_cb (gint64   done,
             gint64   total,
             gpointer user_data)
{
  OctantVerifyDialog *self = user_data;
  g_autofree char *done_text = g_format_size ((guint64) MAX (done, 0));
  g_autofree char *total_text = g_format_size ((guint64) MAX (total, 0));
  g_autofree char *text = NULL;

  /* The last of it may come after the dialog was closed. */
  if (total <= 0 || g_cancellable_is_cancelled (self->cancellable))
    return;
  /* Translators: sizes, as in: 3.1 MB of 20 MB */
  text = g_strdup_printf (_("%s of %s"), done_text, total_text);
  gtk_label_set_label (self->amount, text);
  gtk_progress_bar_set_fraction (self->bar, CLAMP ((double) done / (double) total, 0, 1));
}

static void
verified_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (OctantVerifyDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = octant_session_verify_finish (OCTANT_SESSION (source), result, &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    return;
  if (faults == NULL)
    {
      adw_status_page_set_description (self->error_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "error");
    }
  else if (faults->len == 0)
    gtk_stack_set_visible_child_name (self->stack, "sound");
  else
    show_faults (self, faults);
}

/* Reading all files keeps a processor: the window and the display server have both until the dialog is on screen. */
static gboolean
begin_cb (GtkWidget     *widget,
          GdkFrameClock *clock,
          gpointer       user_data)
{
  OctantVerifyDialog *self = OCTANT_VERIFY_DIALOG (widget);

  /* The callbacks of a frame come before it is drawn. */
  if (self->frames++ == 0)
    return G_SOURCE_CONTINUE;
  if (!g_cancellable_is_cancelled (self->cancellable))
    octant_session_verify_async (self->session, progress_cb, self, self->cancellable, verified_cb, g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
cancel_cb (OctantVerifyDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
closed_cb (OctantVerifyDialog *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
octant_verify_dialog_dispose (GObject *object)
{
  OctantVerifyDialog *self = OCTANT_VERIFY_DIALOG (object);

  g_cancellable_cancel (self->cancellable);
  if (self->list != NULL)
    gtk_list_view_set_model (self->list, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_VERIFY_DIALOG);

  G_OBJECT_CLASS (octant_verify_dialog_parent_class)->dispose (object);
}

static void
octant_verify_dialog_finalize (GObject *object)
{
  OctantVerifyDialog *self = OCTANT_VERIFY_DIALOG (object);

  g_object_unref (self->cancellable);
  g_clear_object (&self->session);
  g_clear_pointer (&self->faults, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_verify_dialog_parent_class)->finalize (object);
}

static void
octant_verify_dialog_class_init (OctantVerifyDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_verify_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = octant_verify_dialog_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-verify-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantVerifyDialog, amount);
  gtk_widget_class_bind_template_child (widget_class, OctantVerifyDialog, bar);
  gtk_widget_class_bind_template_child (widget_class, OctantVerifyDialog, count);
  gtk_widget_class_bind_template_child (widget_class, OctantVerifyDialog, error_page);
  gtk_widget_class_bind_template_child (widget_class, OctantVerifyDialog, list);
  gtk_widget_class_bind_template_child (widget_class, OctantVerifyDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
}

static void
octant_verify_dialog_init (OctantVerifyDialog *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, G_CONNECT_DEFAULT);
  gtk_list_view_set_factory (self->list, factory);
}

AdwDialog *
octant_verify_dialog_new (OctantSession *session)
{
  OctantVerifyDialog *self = g_object_new (OCTANT_TYPE_VERIFY_DIALOG, NULL);

  self->session = g_object_ref (session);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), begin_cb, NULL, NULL);
  return ADW_DIALOG (self);
}

const char *
octant_verify_dialog_get_shown (OctantVerifyDialog *self)
{
  g_return_val_if_fail (OCTANT_IS_VERIFY_DIALOG (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}
