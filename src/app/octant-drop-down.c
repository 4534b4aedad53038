/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-drop-down.h"

#include "base/octant-brief.h"

/* Open, a longer text takes a second line. */
#define LINE_CHARS 36
/* Columns: a text up to this keeps to its line, and a longer one has as much, however little room what is chosen takes. */
#define SHORT_CHARS 24

static const char *
get_text (GtkListItem *item)
{
  return gtk_string_object_get_string (gtk_list_item_get_item (item));
}

static gboolean
query_cb (GtkWidget  *label,
          int         x,
          int         y,
          gboolean    keyboard,
          GtkTooltip *tooltip,
          gpointer    user_data)
{
  if (!pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (label))))
    return FALSE;
  gtk_tooltip_set_text (tooltip, gtk_label_get_label (GTK_LABEL (label)));

  return TRUE;
}

static void
setup_closed_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_has_tooltip (label, TRUE);
  g_signal_connect (label, "query-tooltip", G_CALLBACK (query_cb), NULL);
  gtk_list_item_set_child (item, label);
}

static void
bind_closed_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), get_text (item));
}

static void
update_check (GtkListItem *item,
              GParamSpec  *pspec,
              GtkDropDown *drop_down)
{
  gpointer selected = gtk_drop_down_get_selected_item (drop_down);
  GtkWidget *check = gtk_widget_get_last_child (gtk_list_item_get_child (item));

  gtk_widget_set_opacity (check, selected != NULL && selected == gtk_list_item_get_item (item) ? 1 : 0);
}

static void
setup_open_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               GtkDropDown              *drop_down)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LINE_CHARS);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_item_set_child (item, box);
  g_signal_connect_object (drop_down, "notify::selected-item", G_CALLBACK (update_check), item, G_CONNECT_SWAPPED);
}

static void
bind_open_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              GtkDropDown              *drop_down)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  gboolean is_long = octant_brief_measure (get_text (item)) > SHORT_CHARS;

  gtk_label_set_label (GTK_LABEL (label), get_text (item));
  gtk_label_set_wrap (GTK_LABEL (label), is_long);
  gtk_label_set_width_chars (GTK_LABEL (label), is_long ? SHORT_CHARS : -1);
  gtk_list_item_set_accessible_label (item, get_text (item));
  update_check (item, NULL, drop_down);
}

static void
selected_cb (GtkDropDown *drop_down)
{
  GtkStringObject *selected = gtk_drop_down_get_selected_item (drop_down);

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  selected != NULL ? gtk_string_object_get_string (selected) : "", -1);
}

void
octant_drop_down_set_up (GtkDropDown *drop_down,
                         const char  *name)
{
  g_autoptr (GtkListItemFactory) closed = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkListItemFactory) open = gtk_signal_list_item_factory_new ();

  g_return_if_fail (GTK_IS_DROP_DOWN (drop_down) && name != NULL);

  g_signal_connect (closed, "setup", G_CALLBACK (setup_closed_cb), NULL);
  g_signal_connect (closed, "bind", G_CALLBACK (bind_closed_cb), NULL);
  g_signal_connect_object (open, "setup", G_CALLBACK (setup_open_cb), drop_down, 0);
  g_signal_connect_object (open, "bind", G_CALLBACK (bind_open_cb), drop_down, 0);
  gtk_drop_down_set_factory (drop_down, closed);
  gtk_drop_down_set_list_factory (drop_down, open);
  /* A name is looked for in this relation first of all: it leads to what is chosen. */
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect (drop_down, "notify::selected-item", G_CALLBACK (selected_cb), NULL);
  selected_cb (drop_down);
}
