/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "bench-floor.h"

#include "octant-radar.h"

#define N_AXES 8
#define N_ROWS 48

static double values[N_AXES];
static double high[N_AXES];

static void
draw_cb (GtkDrawingArea *area,
         cairo_t        *cr,
         int             width,
         int             height,
         gpointer        user_data)
{
  static const char *const names[N_AXES] = { "Asset and Policy", "Security Hygiene", "Event Detection", "Event Response",
                                             "Deception", "Cyber Alliance", "Security Operations", "Management" };
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_LIGHT);
  OctantRadarSeries series[] = { { .kind = OCTANT_RADAR_PRESENT, .label = "2026", .values = values, .values_hi = high },
                                 { .kind = OCTANT_RADAR_GHOST, .label = "2025", .values = high } };
  OctantRadarData data = { .n_axes = N_AXES, .labels = names, .max = 5, .n_rings = 5, .series = series,
                           .n_series = G_N_ELEMENTS (series), .na_text = "N/A", .empty_text = "", .show_legend = TRUE };
  g_autoptr (OctantRadarLayout) layout =
      octant_radar_layout_new (&data, style, gtk_widget_get_pango_context (GTK_WIDGET (area)), width, height, FALSE);

  octant_radar_draw (cr, layout, style);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)),
                       gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

static GtkWidget *
make_list (void)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkStringList *rows = gtk_string_list_new (NULL);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_autofree char *text = g_strdup_printf ("SH.%02u Sub-domain", i + 1);

      gtk_string_list_append (rows, text);
    }
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_scrolled_window_set_child (
      GTK_SCROLLED_WINDOW (scroller),
      gtk_list_view_new (GTK_SELECTION_MODEL (gtk_single_selection_new (G_LIST_MODEL (rows))), factory));
  gtk_widget_set_size_request (scroller, 300, -1);
  return scroller;
}

GtkWidget *
octant_bench_floor_new (int width,
                        int height)
{
  GtkWidget *window = adw_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (area), draw_cb, NULL, NULL);
  gtk_widget_set_hexpand (area, TRUE);
  gtk_box_append (GTK_BOX (box), make_list ());
  gtk_box_append (GTK_BOX (box), area);
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  adw_window_set_content (ADW_WINDOW (window), box);
  for (guint i = 0; i < N_AXES; i++)
    {
      values[i] = 1 + i % 3;
      high[i] = 2 + i % 3;
    }
  return window;
}

void
octant_bench_floor_draw (GtkWidget *window)
{
  GtkWidget *box = adw_window_get_content (ADW_WINDOW (window));

  values[0] = values[0] >= 4 ? 1 : values[0] + 0.25;
  gtk_widget_queue_draw (gtk_widget_get_last_child (box));
}
