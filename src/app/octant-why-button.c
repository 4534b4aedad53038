/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-why-button.h"

#include <glib/gi18n.h>

#include "octant-tip.h"

/* Covers the pill of a card with its margin. */
#define WIDTH 42
#define HEIGHT 34

GtkWidget *
octant_why_overlay_new (GtkWidget  *card,
                        const char *code)
{
  GtkWidget *overlay;
  GtkWidget *button;

  g_return_val_if_fail (GTK_IS_WIDGET (card) && code != NULL, NULL);

  overlay = gtk_overlay_new ();
  button = gtk_button_new ();
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_halign (button, GTK_ALIGN_END);
  gtk_widget_set_valign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 3);
  gtk_widget_set_margin_end (button, 3);
  gtk_widget_set_size_request (button, WIDTH, HEIGHT);
  octant_tip_set (button, _("Why this level?"));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), card);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), button);
  octant_why_overlay_get_card (overlay, code);

  return overlay;
}

GtkWidget *
octant_why_overlay_get_card (GtkWidget  *overlay,
                             const char *code)
{
  GtkWidget *button;
  g_autofree char *label = NULL;

  g_return_val_if_fail (GTK_IS_OVERLAY (overlay) && code != NULL, NULL);

  button = gtk_widget_get_last_child (overlay);
  /* Translators: code of a domain */
  label = g_strdup_printf (_("Why this level of %s?"), code);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.explain");

  return gtk_overlay_get_child (GTK_OVERLAY (overlay));
}
