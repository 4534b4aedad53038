/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-exclude-dialog.h"

#include <glib/gi18n.h>

#include "assessment/octant-applicability.h"
#include "base/octant-name.h"
#include "octant-check-list.h"
#include "octant-discard.h"
#include "octant-session-scope.h"
#include "octant-texts.h"
#include "octant-words.h"

struct _OctantExcludeDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) */
  OctantNode *node;       /* (owned) */

  GtkLabel *about;
  AdwEntryRow *reason;
  AdwEntryRow *approver;
  GtkLabel *error;
  OctantCheckList *list;
  GtkButton *apply;
};

G_DEFINE_FINAL_TYPE (OctantExcludeDialog, octant_exclude_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (AdwEntryRow *row)
{
  return octant_name_trim (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
set_error (OctantExcludeDialog *self,
           const char          *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
changed_cb (OctantExcludeDialog *self)
{
  guint n = octant_check_list_count_ticked (self->list);
  g_autofree char *reason = dup_text (self->reason);
  g_autofree char *approver = dup_text (self->approver);
  const char *reason_fault = octant_words_find_fault (self->reason, OCTANT_WORDS_TEXT);
  const char *fault = octant_words_find_fault (self->approver, OCTANT_WORDS_NAME);
  /* Translators: %u is how many requirements are chosen */
  g_autofree char *label = g_strdup_printf (_("_Apply (%u)"), n);

  if (reason_fault != NULL)
    fault = reason_fault;
  else if (fault == NULL)
    fault = octant_session_check_approval (self->session, approver);
  set_error (self, fault);
  octant_discard_set_typed (ADW_DIALOG (self), *reason != '\0');
  gtk_button_set_label (self->apply, label);
  gtk_button_set_use_underline (self->apply, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply),
                            n > 0 && *reason != '\0' && *approver != '\0' && fault == NULL);
}

static void
apply_cb (OctantExcludeDialog *self)
{
  g_autoptr (GPtrArray) chosen = octant_check_list_list_ticked (self->list);
  g_autofree char *reason = dup_text (self->reason);
  g_autofree char *approver = dup_text (self->approver);
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->apply)))
    return;
  /* Another assessment may have been opened behind the dialog. */
  if (octant_node_get_assessment (self->node) != octant_session_get_assessment (self->session))
    set_error (self, _("Another assessment was opened: close this dialog and start again"));
  else if (octant_session_exclude_items (self->session, chosen, reason, approver, &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    set_error (self, error->message);
}

static void
select_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  octant_check_list_tick_all (OCTANT_EXCLUDE_DIALOG (widget)->list, TRUE);
}

/* Those that can be chosen first. Of a domain they stand there alone: the others are many, and say nothing new. */
static void
add_items (OctantExcludeDialog *self,
           OctantNode          *node,
           gboolean             allowed)
{
  gboolean leaf = octant_node_is_subdomain (node);
  GListModel *list = leaf ? octant_node_get_items (node) : octant_node_get_children (node);

  if (octant_assessment_is_node_out (octant_node_get_assessment (node), octant_node_get_index (node)))
    return;
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (list, i);

      if (!leaf)
        add_items (self, OCTANT_NODE (object), allowed);
      else if (octant_item_get_requirement (OCTANT_ITEM (object))->na_allowed == allowed)
        octant_check_list_add (self->list, octant_item_get_shown (OCTANT_ITEM (object)),
                               allowed ? NULL : _("applies to every institution"));
    }
}

static void
octant_exclude_dialog_dispose (GObject *object)
{
  OctantExcludeDialog *self = OCTANT_EXCLUDE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_EXCLUDE_DIALOG);
  g_clear_object (&self->node);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_exclude_dialog_parent_class)->dispose (object);
}

static void
octant_exclude_dialog_class_init (OctantExcludeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_exclude_dialog_dispose;

  g_type_ensure (OCTANT_TYPE_CHECK_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-exclude-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantExcludeDialog, about);
  gtk_widget_class_bind_template_child (widget_class, OctantExcludeDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, OctantExcludeDialog, approver);
  gtk_widget_class_bind_template_child (widget_class, OctantExcludeDialog, error);
  gtk_widget_class_bind_template_child (widget_class, OctantExcludeDialog, list);
  gtk_widget_class_bind_template_child (widget_class, OctantExcludeDialog, reason);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_install_action (widget_class, "exclude.select-all", NULL, select_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "exclude.select-all", NULL);
}

static void
octant_exclude_dialog_init (OctantExcludeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @node: a domain or sub-domain, or the whole */
AdwDialog *
octant_exclude_dialog_new (OctantSession *session,
                           OctantNode    *node)
{
  OctantExcludeDialog *self;
  g_autofree char *about = NULL;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);
  g_return_val_if_fail (OCTANT_IS_NODE (node), NULL);

  self = g_object_new (OCTANT_TYPE_EXCLUDE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->node = g_object_ref (node);
  about = octant_node_get_index (node) == OCTANT_NODE_OVERALL
              ? g_strdup (octant_localise (octant_node_get_name (node)))
              : g_strdup_printf ("%s  %s", octant_node_get_code (node), octant_localise (octant_node_get_name (node)));
  gtk_label_set_label (self->about, about);
  add_items (self, node, TRUE);
  if (octant_node_is_subdomain (node))
    add_items (self, node, FALSE);
  changed_cb (self);
  return ADW_DIALOG (self);
}
