/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-attach-dialog.h"

#include <glib/gi18n.h>

#include "octant-evidence-item.h"
#include "octant-session-library.h"

struct _OctantAttachDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) */
  OctantItem *item;       /* (owned): the one that was selected when the dialog was opened */
  GListStore *items;      /* (owned) what is not attached yet */
  GtkFilter *filter;      /* (owned) */
  GListModel *found;      /* (owned) */
  char *needle;           /* (owned) case-folded words of the search */

  GtkSearchEntry *search;
  GtkStack *stack;
  GtkListView *list;
};

G_DEFINE_FINAL_TYPE (OctantAttachDialog, octant_attach_dialog, ADW_TYPE_DIALOG)

static gboolean
filter_func (gpointer item,
             gpointer user_data)
{
  OctantAttachDialog *self = user_data;

  return *self->needle == '\0' || octant_evidence_item_matches (item, self->needle);
}

static void
show_found (OctantAttachDialog *self)
{
  const char *page = g_list_model_get_n_items (G_LIST_MODEL (self->items)) == 0 ? "empty"
                     : g_list_model_get_n_items (self->found) == 0              ? "none"
                                                                                : "list";

  gtk_stack_set_visible_child_name (self->stack, page);
}

static void
search_cb (OctantAttachDialog *self)
{
  g_free (self->needle);
  self->needle = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->search)), -1);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_found (self);
}

static void
stop_cb (OctantAttachDialog *self)
{
  adw_dialog_close (ADW_DIALOG (self));
}

static void
activate_cb (OctantAttachDialog *self,
             guint               position)
{
  g_autoptr (OctantEvidenceItem) evidence = g_list_model_get_item (self->found, position);
  const char *ids[] = { NULL, NULL };

  if (evidence == NULL)
    return;
  ids[0] = octant_evidence_item_get_id (evidence);
  octant_session_attach_existing (self->session, self->item, ids);
  adw_dialog_close (ADW_DIALOG (self));
}

/* What is attached already would only be refused. */
static void
remove_attached (OctantAttachDialog *self)
{
  g_autoptr (GPtrArray) attached =
      octant_assessment_list_evidence (octant_item_get_assessment (self->item),
                                       octant_item_get_requirement_index (self->item),
                                       octant_item_get_slot (self->item));
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < attached->len; i++)
    g_hash_table_add (ids, (gpointer) octant_record_get (g_ptr_array_index (attached, i), OCTANT_EVIDENCE_ID));
  for (guint i = g_list_model_get_n_items (G_LIST_MODEL (self->items)); i-- > 0;)
    {
      g_autoptr (OctantEvidenceItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), i);

      if (g_hash_table_contains (ids, octant_evidence_item_get_id (item)))
        g_list_store_remove (self->items, i);
    }
}

static void
octant_attach_dialog_dispose (GObject *object)
{
  OctantAttachDialog *self = OCTANT_ATTACH_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_ATTACH_DIALOG);
  g_clear_object (&self->found);
  g_clear_object (&self->filter);
  g_clear_object (&self->items);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_attach_dialog_parent_class)->dispose (object);
}

static void
octant_attach_dialog_finalize (GObject *object)
{
  g_free (OCTANT_ATTACH_DIALOG (object)->needle);

  G_OBJECT_CLASS (octant_attach_dialog_parent_class)->finalize (object);
}

static void
octant_attach_dialog_class_init (OctantAttachDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_attach_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = octant_attach_dialog_finalize;
  g_type_ensure (OCTANT_TYPE_EVIDENCE_ITEM);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-attach-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantAttachDialog, list);
  gtk_widget_class_bind_template_child (widget_class, OctantAttachDialog, search);
  gtk_widget_class_bind_template_child (widget_class, OctantAttachDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
}

static void
octant_attach_dialog_init (OctantAttachDialog *self)
{
  GtkFilterListModel *found;
  g_autoptr (GtkSingleSelection) selection = NULL;

  self->needle = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (OCTANT_TYPE_EVIDENCE_ITEM);
  self->filter = GTK_FILTER (gtk_custom_filter_new (filter_func, self, NULL));
  found = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), g_object_ref (self->filter));
  self->found = G_LIST_MODEL (found);
  selection = gtk_single_selection_new (g_object_ref (self->found));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
}

AdwDialog *
octant_attach_dialog_new (OctantSession *session,
                          OctantItem    *item)
{
  OctantAttachDialog *self = g_object_new (OCTANT_TYPE_ATTACH_DIALOG, NULL);

  g_return_val_if_fail (octant_item_get_assessment (item) != NULL, ADW_DIALOG (self));

  self->session = g_object_ref (session);
  self->item = g_object_ref (item);
  octant_evidence_items_fill (self->items, octant_item_get_assessment (item));
  remove_attached (self);
  show_found (self);
  return ADW_DIALOG (self);
}
