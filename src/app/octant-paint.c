/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-paint.h"

#include <adwaita.h>

const OctantChartStyle *
octant_paint_get_style (void)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (manager);

  if (adw_style_manager_get_high_contrast (manager))
    return octant_chart_style_get (dark ? OCTANT_CHART_HIGH_CONTRAST_DARK : OCTANT_CHART_HIGH_CONTRAST);
  return octant_chart_style_get (dark ? OCTANT_CHART_DARK : OCTANT_CHART_LIGHT);
}

void
octant_paint_follow_style (GtkWidget *widget)
{
  AdwStyleManager *manager = adw_style_manager_get_default ();

  g_signal_connect_object (manager, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), widget, G_CONNECT_SWAPPED);
  g_signal_connect_object (manager, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), widget,
                           G_CONNECT_SWAPPED);
}

GdkRGBA
octant_paint_color (const OctantColor *color)
{
  return (GdkRGBA) { (float) color->red, (float) color->green, (float) color->blue, (float) color->alpha };
}
