/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "octant-ladder.h"
#include "octant-radar.h"
#include "octant-trend.h"

G_BEGIN_DECLS

/* Data that several chart tests share: the eight domains with uneven values. */
extern const char *const sample_names_en[8];
extern const char *const sample_names_zh[8];
extern const char *const sample_codes[8];

PangoContext *sample_context  (double size);
/* A picture filled with the style's background. */
cairo_t      *sample_canvas   (const OctantChartStyle *style,
                               int                     width,
                               int                     height);
/* Writes the picture to pictures/NAME.png in the build folder and frees the canvas. */
void          sample_save     (cairo_t    *cr,
                               const char *name);
/* Whether any pixel differs from the background. */
gboolean      sample_is_empty (cairo_t    *cr);
const char   *sample_theme_name (OctantChartTheme theme);

G_END_DECLS
