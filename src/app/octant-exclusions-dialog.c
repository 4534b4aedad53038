/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-exclusions-dialog.h"

#include <glib/gi18n.h>

#include "octant-exclusion.h"
#include "octant-gradual-list.h"
#include "octant-paragraph.h"

/* As many rows as are made within a part of a frame. */
#define ROWS_AT_ONCE 4

/*
 * The stack of models behind the list:
 *
 *   octant_exclusion_list ()     OctantExclusion, a snapshot
 *     └ GtkSortListModel         sections by kind; the order stays
 *        └ GtkNoSelection
 *           └ OctantGradualList  the first rows at once, the others as time allows
 */
struct _OctantExclusionsDialog
{
  AdwDialog parent_instance;

  OctantSession *session;   /* (owned) */
  GSignalGroup *assessment; /* (owned) signals of the session's assessment */
  GtkNoSelection *model;    /* (owned) */
  guint top_source;         /* shows the beginning */

  GtkStack *stack;
  GtkListView *view;
};

G_DEFINE_FINAL_TYPE (OctantExclusionsDialog, octant_exclusions_dialog, ADW_TYPE_DIALOG)

static int
compare_kinds_cb (gconstpointer a,
                  gconstpointer b,
                  gpointer      user_data)
{
  return (int) octant_exclusion_get_kind ((OctantExclusion *) a) - (int) octant_exclusion_get_kind ((OctantExclusion *) b);
}

static void
update (OctantExclusionsDialog *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  g_autoptr (GtkSortListModel) sorted = NULL;
  g_autoptr (GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (compare_kinds_cb, NULL, NULL));

  if (assessment != NULL)
    {
      sorted = gtk_sort_list_model_new (octant_exclusion_list (assessment), NULL);
      gtk_sort_list_model_set_section_sorter (sorted, sorter);
    }
  gtk_no_selection_set_model (self->model, G_LIST_MODEL (sorted));
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (G_LIST_MODEL (self->model)) > 0 ? "list" : "none");
}

static void
assessment_cb (OctantExclusionsDialog *self)
{
  g_signal_group_set_target (self->assessment, octant_session_get_assessment (self->session));
  update (self);
}

static void
activate_cb (OctantExclusionsDialog *self,
             guint                   position)
{
  g_autoptr (OctantExclusion) exclusion = g_list_model_get_item (G_LIST_MODEL (self->model), position);
  const char *action = octant_exclusion_get_kind (exclusion) == OCTANT_EXCLUSION_ITEM ? "win.show-requirement"
                                                                                       : "win.show-node";

  gtk_widget_activate_action (GTK_WIDGET (self), action, "s", octant_exclusion_get_code (exclusion));
  adw_dialog_close (ADW_DIALOG (self));
}

static char *
get_kind_name_cb (gpointer object,
                  int      kind)
{
  return g_strdup (kind == OCTANT_EXCLUSION_SCOPE ? _("Out of Scope") : _("Rated Not Applicable"));
}

static gboolean
is_given_cb (gpointer    object,
             const char *text)
{
  return text != NULL;
}

static gboolean
scroll_to_top_cb (gpointer user_data)
{
  OctantExclusionsDialog *self = user_data;

  self->top_source = 0;
  gtk_adjustment_set_value (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), 0);
  return G_SOURCE_REMOVE;
}

/* A list keeps its first row in place, which would hide the heading that comes before it. */
static void
map_cb (OctantExclusionsDialog *self)
{
  if (self->top_source == 0)
    self->top_source = g_idle_add_full (G_PRIORITY_LOW, scroll_to_top_cb, self, NULL);
}

static void
octant_exclusions_dialog_dispose (GObject *object)
{
  OctantExclusionsDialog *self = OCTANT_EXCLUSIONS_DIALOG (object);

  g_clear_handle_id (&self->top_source, g_source_remove);
  if (self->view != NULL)
    gtk_list_view_set_model (self->view, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_EXCLUSIONS_DIALOG);
  g_clear_object (&self->assessment);
  g_clear_object (&self->model);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_exclusions_dialog_parent_class)->dispose (object);
}

static void
octant_exclusions_dialog_class_init (OctantExclusionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_exclusions_dialog_dispose;

  g_type_ensure (OCTANT_TYPE_EXCLUSION);
  g_type_ensure (OCTANT_TYPE_PARAGRAPH);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/octant-exclusions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantExclusionsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, OctantExclusionsDialog, view);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, get_kind_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, is_given_cb);
}

static void
octant_exclusions_dialog_init (OctantExclusionsDialog *self)
{
  g_autoptr (OctantGradualList) rows = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->model = gtk_no_selection_new (NULL);
  g_signal_connect (self, "map", G_CALLBACK (map_cb), NULL);
  rows = octant_gradual_list_new (g_object_ref (G_LIST_MODEL (self->model)), ROWS_AT_ONCE);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (rows));
  self->assessment = g_signal_group_new (OCTANT_TYPE_ASSESSMENT);
  g_signal_group_connect_swapped (self->assessment, "scores-changed", G_CALLBACK (update), self);
  g_signal_group_connect_swapped (self->assessment, "structure-changed", G_CALLBACK (update), self);
}

AdwDialog *
octant_exclusions_dialog_new (OctantSession *session)
{
  OctantExclusionsDialog *self;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);

  self = g_object_new (OCTANT_TYPE_EXCLUSIONS_DIALOG, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);
  assessment_cb (self);
  return ADW_DIALOG (self);
}
