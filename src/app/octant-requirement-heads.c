/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-requirement-heads.h"

#include "octant-level-pill.h"
#include "octant-requirement-rows.h"
#include "octant-texts.h"

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListHeader            *header)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  GtkWidget *level = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *pill = octant_level_pill_new ();
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (pill, "caption-heading");
  gtk_widget_add_css_class (label, "heading");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (level), pill);
  gtk_box_append (GTK_BOX (level), label);
  gtk_box_append (GTK_BOX (box), level);
  gtk_list_header_set_child (header, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListHeader            *header,
         GtkWidget                *about)
{
  GtkWidget *box = gtk_list_header_get_child (header);
  GtkWidget *level_box = gtk_widget_get_last_child (box);
  g_autoptr (OctantItem) item = octant_requirement_rows_dup_item (gtk_list_header_get_item (header));
  const OctantRequirement *requirement = octant_item_get_requirement (item);
  OctantModel *model = octant_assessment_get_model (octant_item_get_assessment (item));

  octant_level_pill_set_level (OCTANT_LEVEL_PILL (gtk_widget_get_first_child (level_box)), (int) requirement->level);
  gtk_label_set_label (GTK_LABEL (gtk_widget_get_last_child (level_box)),
                       octant_localise (&octant_model_get_level (model, requirement->level)->name));
  if (gtk_list_header_get_start (header) > 0)
    return;
  if (gtk_widget_get_parent (about) != NULL)
    gtk_box_remove (GTK_BOX (gtk_widget_get_parent (about)), about);
  gtk_box_prepend (GTK_BOX (box), about);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListHeader            *header,
           GtkWidget                *about)
{
  GtkWidget *box = gtk_list_header_get_child (header);

  if (gtk_widget_get_parent (about) == box)
    gtk_box_remove (GTK_BOX (box), about);
}

GtkListItemFactory *
octant_requirement_heads_new (GtkWidget *about)
{
  GtkListItemFactory *factory;

  g_return_val_if_fail (GTK_IS_WIDGET (about), NULL);

  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), about, G_CONNECT_DEFAULT);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), about, G_CONNECT_DEFAULT);
  return factory;
}
