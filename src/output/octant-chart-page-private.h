/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "base/octant-text.h"
#include "octant-chart-style.h"

G_BEGIN_DECLS

/* What stays white around everything. */
#define OCTANT_PAGE_MARGIN 32.0

typedef enum
{
  OCTANT_PAGE_SVG,
  OCTANT_PAGE_PNG,
  OCTANT_PAGE_PDF,
} OctantPageFormat;

/**
 * OctantChartPage:
 *
 * One picture in memory: a white page with a heading and a foot, room for a chart between
 * them, written to the user's path only when it is whole. One thread.
 */
typedef struct _OctantChartPage OctantChartPage;

typedef struct
{
  OctantPageFormat format;
  double width;
  double height;
  double scale;             /* PNG only */
  OctantLanguage language;
  const char *institution;  /* (nullable) */
  const char *title;
  const char *subtitle;
  const char *foot;
  const char *date;         /* of the assessment: the only date in the file */
  GBytes **picture;         /* (out) (nullable) takes the bytes instead of a file */
} OctantPageSetup;

gboolean         octant_page_format_from_path   (const char             *path,
                                                 OctantPageFormat       *format,
                                                 GError                **error);
/* Draws heading and foot. */
OctantChartPage *octant_chart_page_new          (const OctantPageSetup  *setup,
                                                 const OctantChartStyle *style);
void             octant_chart_page_free         (OctantChartPage        *self);
PangoContext    *octant_chart_page_get_context  (OctantChartPage        *self);
/* Its origin is the top left corner of the chart's box. */
cairo_t         *octant_chart_page_get_cairo    (OctantChartPage        *self,
                                                 double                 *width,
                                                 double                 *height);
gboolean         octant_chart_page_write        (OctantChartPage        *self,
                                                 const char             *path,
                                                 GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantChartPage, octant_chart_page_free)

G_END_DECLS
