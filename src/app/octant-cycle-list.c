/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cycle-list.h"

#include <glib/gi18n.h>

#include "octant-level-pill.h"
#include "octant-tip.h"

struct _OctantCycleList
{
  AdwBin parent_instance;

  GtkListBox *list;
  GPtrArray *cycles; /* (owned) (nullable) */
  char *open;        /* (owned) (nullable) */
  guint next;        /* row to make, or to leave as it is */
};

G_DEFINE_FINAL_TYPE (OctantCycleList, octant_cycle_list, ADW_TYPE_BIN)

/* What a row shows. */
static OctantCycleItem *
get_cycle (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "octant-cycle");
}

static gboolean
is_marked (GtkListBoxRow *row)
{
  return g_object_get_data (G_OBJECT (row), "octant-open") != NULL;
}

static GtkWidget *
make_limited (OctantCycleItem *cycle)
{
  GtkWidget *label = gtk_label_new (_("limited"));

  octant_tip_set (label, _("The score would allow a higher level than the requirements do"));
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "warning");
  g_object_bind_property (cycle, "limited", label, "visible", G_BINDING_SYNC_CREATE);

  return label;
}

static GtkWidget *
make_score (OctantCycleItem *cycle)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "heading");
  g_object_bind_property (cycle, "score-text", label, "label", G_BINDING_SYNC_CREATE);

  return label;
}

static GtkWidget *
make_pill (OctantCycleItem *cycle)
{
  GtkWidget *pill = octant_level_pill_new ();

  gtk_widget_add_css_class (pill, "caption-heading");
  g_object_bind_property (cycle, "level", pill, "level", G_BINDING_SYNC_CREATE);

  return pill;
}

static GtkWidget *
make_mark (void)
{
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  octant_tip_set (mark, _("Open"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open"), -1);

  return mark;
}

static GtkWidget *
make_row (OctantCycleItem *cycle,
          gboolean         open)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  g_object_bind_property (cycle, "title", row, "title", G_BINDING_SYNC_CREATE);
  g_object_bind_property (cycle, "subtitle", row, "subtitle", G_BINDING_SYNC_CREATE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_limited (cycle));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_score (cycle));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_pill (cycle));
  if (open)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row), make_mark ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "octant-cycle", g_object_ref (cycle), g_object_unref);
  g_object_set_data (G_OBJECT (row), "octant-open", GINT_TO_POINTER (open));

  return row;
}

/* A row may be activated twice, and the first time has another assessment opened. */
static void
activated_cb (OctantCycleList *self,
              GtkListBoxRow   *row)
{
  if (self->cycles != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.open-cycle", "s", octant_cycle_item_get_id (get_cycle (row)));
}

static void
octant_cycle_list_dispose (GObject *object)
{
  OctantCycleList *self = OCTANT_CYCLE_LIST (object);

  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  g_clear_pointer (&self->open, g_free);

  G_OBJECT_CLASS (octant_cycle_list_parent_class)->dispose (object);
}

static void
octant_cycle_list_class_init (OctantCycleListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = octant_cycle_list_dispose;
}

static void
octant_cycle_list_init (OctantCycleList *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Assessments"), -1);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->list));
}

void
octant_cycle_list_update (OctantCycleList *self,
                          GPtrArray       *cycles,
                          const char      *open)
{
  g_return_if_fail (OCTANT_IS_CYCLE_LIST (self));

  g_clear_pointer (&self->cycles, g_ptr_array_unref);
  self->cycles = cycles != NULL ? g_ptr_array_ref (cycles) : NULL;
  g_set_str (&self->open, open);
  self->next = 0;
}

/* The keyboard stays where it was. */
static void
replace_row (OctantCycleList *self,
             GtkListBoxRow   *former,
             GtkWidget       *row)
{
  gboolean focused = former != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == GTK_WIDGET (former);

  gtk_list_box_insert (self->list, row, (int) self->next);
  if (focused)
    gtk_widget_grab_focus (row);
  if (former != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (former));
}

gboolean
octant_cycle_list_make_row (OctantCycleList *self)
{
  OctantCycleItem *cycle;
  GtkListBoxRow *former;
  gboolean open;

  g_return_val_if_fail (OCTANT_IS_CYCLE_LIST (self), FALSE);

  if (self->cycles == NULL)
    return FALSE;
  former = gtk_list_box_get_row_at_index (self->list, (int) self->next);
  if (self->next >= self->cycles->len)
    {
      if (former != NULL)
        gtk_list_box_remove (self->list, GTK_WIDGET (former));
      return former != NULL;
    }
  cycle = g_ptr_array_index (self->cycles, self->cycles->len - 1 - self->next);
  open = g_strcmp0 (octant_cycle_item_get_id (cycle), self->open) == 0;
  if (former == NULL || get_cycle (former) != cycle || is_marked (former) != open)
    replace_row (self, former, make_row (cycle, open));
  self->next++;
  return TRUE;
}
