/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-chart-file.h"
#include "octant-chart-page-private.h"

G_BEGIN_DECLS

/* What stands around a chart of one cycle; the caller adds title and size. */
typedef struct
{
  OctantPageSetup setup;
  char *title;    /* (owned) (nullable) for a title that is put together */
  char *subtitle; /* (owned) */
  char *foot;     /* (owned) */
} OctantPageHead;

/* @node: whose level and score stand in the subtitle; the object that is shown, if there is one, is named there. */
gboolean octant_page_head_init  (OctantPageHead           *head,
                                 OctantAssessment         *assessment,
                                 guint                     node,
                                 const OctantChartOptions *options,
                                 const char               *path,
                                 GError                  **error);
void     octant_page_head_clear (OctantPageHead           *head);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OctantPageHead, octant_page_head_clear)

G_END_DECLS
