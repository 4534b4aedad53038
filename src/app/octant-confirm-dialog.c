/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-confirm-dialog.h"

#include <glib/gi18n.h>

#include "octant-check-list.h"
#include "octant-session-carry.h"

struct _OctantConfirmDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) */

  OctantCheckList *list;
  GtkButton *confirm;
};

G_DEFINE_FINAL_TYPE (OctantConfirmDialog, octant_confirm_dialog, ADW_TYPE_DIALOG)

static void
changed_cb (OctantConfirmDialog *self)
{
  guint n = octant_check_list_count_ticked (self->list);
  g_autofree char *label = g_strdup_printf (_("_Confirm Selected (%u)"), n);

  gtk_button_set_label (self->confirm, label);
  gtk_button_set_use_underline (self->confirm, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), n > 0);
}

static void
confirm_cb (OctantConfirmDialog *self)
{
  g_autoptr (GPtrArray) chosen = octant_check_list_list_ticked (self->list);

  octant_session_confirm_items (self->session, chosen);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
select_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  octant_check_list_tick_all (OCTANT_CONFIRM_DIALOG (widget)->list, TRUE);
}

static void
add_items (OctantConfirmDialog *self,
           GListModel          *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) parent = g_list_model_get_item (items, i);
      OctantItem *item = octant_item_get_shown (parent);

      if (octant_item_get_children (item) != NULL)
        add_items (self, octant_item_get_children (item));
      else if (octant_item_get_carried (item))
        octant_check_list_add (self->list, item, NULL);
    }
}

static void
octant_confirm_dialog_dispose (GObject *object)
{
  OctantConfirmDialog *self = OCTANT_CONFIRM_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_CONFIRM_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_confirm_dialog_parent_class)->dispose (object);
}

static void
octant_confirm_dialog_class_init (OctantConfirmDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_confirm_dialog_dispose;

  g_type_ensure (OCTANT_TYPE_CHECK_LIST);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-confirm-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantConfirmDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, OctantConfirmDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_install_action (widget_class, "confirm.select-all", NULL, select_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "confirm.select-all", NULL);
}

static void
octant_confirm_dialog_init (OctantConfirmDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @node: a sub-domain */
AdwDialog *
octant_confirm_dialog_new (OctantSession *session,
                           OctantNode    *node)
{
  OctantConfirmDialog *self;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);
  g_return_val_if_fail (octant_node_is_subdomain (node), NULL);

  self = g_object_new (OCTANT_TYPE_CONFIRM_DIALOG, NULL);
  self->session = g_object_ref (session);
  add_items (self, octant_node_get_items (node));
  changed_cb (self);
  return ADW_DIALOG (self);
}
