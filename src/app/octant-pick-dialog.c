/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-pick-dialog.h"

#include <glib/gi18n.h>

#include "octant-gradual-list.h"
#include "octant-paragraph.h"
#include "octant-trickle.h"

#define ROWS_AT_ONCE 2

/*
 *   GListStore of OctantPickItem ──► GtkFilterListModel (words) ──► OctantGradualList ──► list view
 */
struct _OctantPickDialog
{
  AdwDialog parent_instance;

  GListStore *items; /* (owned) */
  GtkFilter *filter; /* (owned) */
  GListModel *found; /* (owned) */
  OctantGradualList *rows; /* (owned) */
  char **words;      /* (owned): what the search looks for */
  OctantPickList list_items; /* (nullable): until it has no more */
  gpointer data;     /* (unowned) */
  guint source;      /* asks it */

  GtkSearchEntry *search;
  GtkStack *stack;
  AdwStatusPage *empty;
  GtkListView *list;
  GtkLabel *count;
  GtkButton *accept;
};

enum
{
  SIGNAL_ACCEPTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantPickDialog, octant_pick_dialog, ADW_TYPE_DIALOG)

static gboolean
filter_func (gpointer item,
             gpointer user_data)
{
  return octant_pick_item_matches (item, (const char *const *) OCTANT_PICK_DIALOG (user_data)->words);
}

static void
show_found (OctantPickDialog *self)
{
  const char *page = self->list_items != NULL                                     ? "list"
                     : g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0 ? "empty"
                     : g_list_model_get_n_items (self->found) == 0                ? "none"
                                                                                  : "list";

  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
find (gpointer object)
{
  OctantPickDialog *self = OCTANT_PICK_DIALOG (object);

  g_strfreev (self->words);
  self->words = octant_pick_words (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_found (self);
}

static void
search_cb (OctantPickDialog *self)
{
  octant_gradual_list_replace (self->rows, GTK_SCROLLABLE (self->list), find, self);
}

static void
stop_cb (OctantPickDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
picked_cb (OctantPickDialog *self)
{
  g_autoptr (GPtrArray) picked = octant_pick_dialog_list_picked (self);
  g_autofree char *text = g_strdup_printf (ngettext ("%u selected", "%u selected", picked->len), picked->len);

  gtk_label_set_label (self->count, text);
  gtk_widget_set_sensitive (GTK_WIDGET (self->accept), picked->len > 0);
}

static void
pick (GListModel *list,
      guint       position)
{
  g_autoptr (OctantPickItem) item = g_list_model_get_item (list, position);

  if (item != NULL)
    octant_pick_item_set_picked (item, !octant_pick_item_get_picked (item));
}

/* @position: among the rows */
static void
activate_cb (OctantPickDialog *self,
             guint             position)
{
  pick (G_LIST_MODEL (self->rows), position);
}

static gboolean
fill_step (gpointer user_data)
{
  OctantPickDialog *self = user_data;
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  if (self->list_items == NULL)
    return FALSE;
  if (!self->list_items (items, self->data))
    self->list_items = NULL;
  for (guint i = 0; i < items->len; i++)
    g_signal_connect_object (items->pdata[i], "notify::picked", G_CALLBACK (picked_cb), self, G_CONNECT_SWAPPED);
  g_list_store_splice (self->items, g_list_model_get_n_items (G_LIST_MODEL (self->items)), 0, items->pdata, items->len);
  show_found (self);
  return self->list_items != NULL;
}

static void
search_activate_cb (OctantPickDialog *self)
{
  /* The list comes, and follows what is typed, a moment later. */
  while (fill_step (self))
    ;
  find (self);
  pick (self->found, 0);
}

static void
accept_cb (OctantPickDialog *self)
{
  g_autoptr (OctantPickDialog) keep = g_object_ref (self);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->accept)))
    return;
  g_signal_emit (self, signals[SIGNAL_ACCEPTED], 0);
  adw_dialog_close (ADW_DIALOG (self));
}

static void
accept_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  accept_cb (OCTANT_PICK_DIALOG (widget));
}

static gboolean
search_key_cb (OctantPickDialog *self,
               guint             key,
               guint             code,
               GdkModifierType   modifiers)
{
  if (key != GDK_KEY_Down || g_list_model_get_n_items (self->found) == 0)
    return GDK_EVENT_PROPAGATE;
  octant_gradual_list_reveal (self->rows, 0);
  gtk_list_view_scroll_to (self->list, 0, GTK_LIST_SCROLL_FOCUS, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->list));
  return GDK_EVENT_STOP;
}

/* For the rows: an image without an icon takes no room. */
static gboolean
is_given_cb (gpointer    object,
             const char *text)
{
  return text != NULL && *text != '\0';
}

static void
octant_pick_dialog_dispose (GObject *object)
{
  OctantPickDialog *self = OCTANT_PICK_DIALOG (object);

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_PICK_DIALOG);
  g_clear_object (&self->rows);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);

  G_OBJECT_CLASS (octant_pick_dialog_parent_class)->dispose (object);
}

static void
octant_pick_dialog_finalize (GObject *object)
{
  g_strfreev (OCTANT_PICK_DIALOG (object)->words);

  G_OBJECT_CLASS (octant_pick_dialog_parent_class)->finalize (object);
}

static void
octant_pick_dialog_class_init (OctantPickDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_pick_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = octant_pick_dialog_finalize;
  signals[SIGNAL_ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                           NULL, G_TYPE_NONE, 0);

  g_type_ensure (OCTANT_TYPE_PARAGRAPH);
  g_type_ensure (OCTANT_TYPE_PICK_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-pick-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantPickDialog, accept);
  gtk_widget_class_bind_template_child (widget_class, OctantPickDialog, count);
  gtk_widget_class_bind_template_child (widget_class, OctantPickDialog, empty);
  gtk_widget_class_bind_template_child (widget_class, OctantPickDialog, list);
  gtk_widget_class_bind_template_child (widget_class, OctantPickDialog, search);
  gtk_widget_class_bind_template_child (widget_class, OctantPickDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, accept_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_given_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_install_action (widget_class, "pick.accept", NULL, accept_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "pick.accept", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "pick.accept", NULL);
}

static void
octant_pick_dialog_init (OctantPickDialog *self)
{
  self->words = octant_pick_words ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (OCTANT_TYPE_PICK_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_func, self, NULL));
  self->found = G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)),
                                                         g_object_ref (self->filter)));
  self->rows = octant_gradual_list_new (g_object_ref (self->found), ROWS_AT_ONCE);
  octant_gradual_list_heed_end (self->rows, GTK_WIDGET (self->list));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->rows));
}

AdwDialog *
octant_pick_dialog_new (const char     *title,
                        const char     *search,
                        const char     *empty_title,
                        const char     *empty_description,
                        OctantPickList  list,
                        gpointer        data)
{
  OctantPickDialog *self = g_object_new (OCTANT_TYPE_PICK_DIALOG, "title", title, NULL);

  gtk_search_entry_set_placeholder_text (self->search, search);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, search, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_status_page_set_title (self->empty, empty_title);
  adw_status_page_set_description (self->empty, empty_description);
  self->list_items = list;
  self->data = data;
  picked_cb (self);
  show_found (self);
  octant_trickle_queue_dialog (&self->source, fill_step, self);
  return ADW_DIALOG (self);
}

GPtrArray *
octant_pick_dialog_list_picked (OctantPickDialog *self)
{
  GPtrArray *picked = g_ptr_array_new_with_free_func (g_object_unref);

  g_return_val_if_fail (OCTANT_IS_PICK_DIALOG (self), picked);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->items)); i++)
    {
      g_autoptr (OctantPickItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (octant_pick_item_get_picked (item))
        g_ptr_array_add (picked, g_object_ref (octant_pick_item_get_subject (item)));
    }
  return picked;
}
