/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-help-reader.h"

#include <glib/gi18n.h>

#include "octant-help-book.h"

#define INDEX "index"

static void push (AdwNavigationView *view,
                  const char        *id);

static gboolean
link_cb (GtkLabel          *label,
         const char        *target,
         AdwNavigationView *view)
{
  push (view, target);
  return TRUE;
}

static GtkWidget *
new_label (const char        *markup,
           AdwNavigationView *view)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  g_signal_connect_object (label, "activate-link", G_CALLBACK (link_cb), view, 0);
  return label;
}

static GtkWidget *
new_heading (const char *markup)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "label", markup,
                                   "use-markup", TRUE, "wrap", TRUE, "xalign", 0.0, "margin-top", 12, NULL);

  gtk_widget_add_css_class (label, "heading");
  return label;
}

/* The rows of a table, or the steps of a list with their numbers, line up in one grid. */
static guint
add_grid (GtkBox            *box,
          GPtrArray         *blocks,
          guint              first,
          AdwNavigationView *view)
{
  OctantHelpKind kind = ((OctantHelpBlock *) g_ptr_array_index (blocks, first))->kind;
  GtkWidget *grid = gtk_grid_new ();
  guint i;

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  for (i = first; i < blocks->len; i++)
    {
      OctantHelpBlock *block = g_ptr_array_index (blocks, i);
      g_autofree char *number = g_strdup_printf ("%u.", i - first + 1);
      GtkWidget *start, *end;

      if (block->kind != kind)
        break;
      start = new_label (kind == OCTANT_HELP_ROW ? block->text : number, view);
      end = new_label (kind == OCTANT_HELP_ROW ? block->second : block->text, view);
      gtk_widget_set_hexpand (end, TRUE);
      gtk_grid_attach (GTK_GRID (grid), start, 0, (int) i, 1, 1);
      gtk_grid_attach (GTK_GRID (grid), end, 1, (int) i, 1, 1);
    }
  gtk_box_append (box, grid);
  return i;
}

static GtkWidget *
new_content (OctantHelpPage    *page,
             AdwNavigationView *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  guint i = 0;

  while (i < page->blocks->len)
    {
      OctantHelpBlock *block = g_ptr_array_index (page->blocks, i);

      if (block->kind == OCTANT_HELP_STEP || block->kind == OCTANT_HELP_ROW)
        {
          i = add_grid (GTK_BOX (box), page->blocks, i, view);
          continue;
        }
      gtk_box_append (GTK_BOX (box),
                      block->kind == OCTANT_HELP_HEADING ? new_heading (block->text) : new_label (block->text, view));
      i++;
    }
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  return scroller;
}

static AdwNavigationPage *
new_page (OctantHelpPage    *page,
          AdwNavigationView *view)
{
  GtkWidget *frame = adw_toolbar_view_new ();
  g_autofree char *title = NULL;

  if (!pango_parse_markup (page->title, -1, 0, NULL, &title, NULL, NULL))
    title = g_strdup (page->title);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (frame), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (frame), new_content (page, view));
  return adw_navigation_page_new (frame, title);
}

static void
push (AdwNavigationView *view,
      const char        *id)
{
  GHashTable *book = g_object_get_data (G_OBJECT (view), "book");
  OctantHelpPage *page = g_hash_table_lookup (book, id);

  if (page != NULL)
    adw_navigation_view_push (view, new_page (page, view));
}

AdwDialog *
octant_help_reader_new (GHashTable *book,
                        const char *page)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_navigation_view_new ();

  g_object_set_data_full (G_OBJECT (view), "book", g_hash_table_ref (book), (GDestroyNotify) g_hash_table_unref);
  push (ADW_NAVIGATION_VIEW (view), INDEX);
  if (!g_str_equal (page, INDEX))
    push (ADW_NAVIGATION_VIEW (view), page);
  adw_dialog_set_title (dialog, _("Help"));
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 640);
  adw_dialog_set_child (dialog, view);
  return dialog;
}
