/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-confirm-dialog.h"

#include <glib/gi18n.h>

#include "octant-session-carry.h"
#include "octant-texts.h"
#include "octant-tip.h"

struct _OctantConfirmDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) */
  GPtrArray *items;       /* (owned) (element-type OctantItem) */
  GPtrArray *checks;      /* (owned) (element-type GtkCheckButton): one for each item */
  gboolean updating;

  GtkCheckButton *all;
  GtkListBox *list;
  GtkButton *confirm;
};

G_DEFINE_FINAL_TYPE (OctantConfirmDialog, octant_confirm_dialog, ADW_TYPE_DIALOG)

static guint
count_ticked (OctantConfirmDialog *self)
{
  guint n = 0;

  for (guint i = 0; i < self->checks->len; i++)
    n += gtk_check_button_get_active (self->checks->pdata[i]) ? 1 : 0;
  return n;
}

static void
update (OctantConfirmDialog *self)
{
  guint n = count_ticked (self);
  g_autofree char *label = g_strdup_printf (_("_Confirm Selected (%u)"), n);

  if (self->updating)
    return;
  self->updating = TRUE;
  gtk_button_set_label (self->confirm, label);
  gtk_button_set_use_underline (self->confirm, TRUE);
  gtk_widget_set_sensitive (GTK_WIDGET (self->confirm), n > 0);
  gtk_check_button_set_active (self->all, n == self->checks->len);
  gtk_check_button_set_inconsistent (self->all, n > 0 && n < self->checks->len);
  self->updating = FALSE;
}

static void
tick_all (OctantConfirmDialog *self,
          gboolean             ticked)
{
  self->updating = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    gtk_check_button_set_active (self->checks->pdata[i], ticked);
  self->updating = FALSE;
  update (self);
}

static void
all_toggled_cb (OctantConfirmDialog *self)
{
  if (!self->updating)
    tick_all (self, gtk_check_button_get_active (self->all));
}

static void
confirm_cb (OctantConfirmDialog *self)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < self->checks->len; i++)
    if (gtk_check_button_get_active (self->checks->pdata[i]))
      g_ptr_array_add (chosen, self->items->pdata[i]);
  octant_session_confirm_items (self->session, chosen);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
select_all_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  tick_all (OCTANT_CONFIRM_DIALOG (widget), TRUE);
}

static void
add_row (OctantConfirmDialog *self,
         OctantItem          *item)
{
  const OctantRequirement *requirement = octant_item_get_requirement (item);
  const char *object = octant_item_get_object_name (item);
  const char *rating = octant_rating_get_letter (octant_item_get_rating (item));
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *label = gtk_label_new (rating);
  g_autofree char *subtitle = object != NULL ? g_strdup_printf ("%s · %s", requirement->code, object)
                                             : g_strdup (requirement->code);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), octant_localise (&requirement->text));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  octant_tip_set (label, octant_rating_get_name (octant_item_get_rating (item)));
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
  g_ptr_array_add (self->items, g_object_ref (item));
  g_ptr_array_add (self->checks, g_object_ref (check));
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
        add_row (self, item);
    }
}

static void
octant_confirm_dialog_dispose (GObject *object)
{
  OctantConfirmDialog *self = OCTANT_CONFIRM_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_CONFIRM_DIALOG);
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->checks, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_confirm_dialog_parent_class)->dispose (object);
}

static void
octant_confirm_dialog_class_init (OctantConfirmDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_confirm_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-confirm-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantConfirmDialog, all);
  gtk_widget_class_bind_template_child (widget_class, OctantConfirmDialog, confirm);
  gtk_widget_class_bind_template_child (widget_class, OctantConfirmDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, all_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_install_action (widget_class, "confirm.select-all", NULL, select_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, "confirm.select-all", NULL);
}

static void
octant_confirm_dialog_init (OctantConfirmDialog *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->checks = g_ptr_array_new_with_free_func (g_object_unref);
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
  self->updating = TRUE;
  add_items (self, octant_node_get_items (node));
  self->updating = FALSE;
  update (self);
  return ADW_DIALOG (self);
}
