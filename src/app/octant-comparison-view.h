/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-comparison-job.h"

G_BEGIN_DECLS

/**
 * OctantComparisonView:
 *
 * Two assessments side by side: as scored and like for like, as slopes, why the score
 * changed, and by domain. Leads to domains and sub-domains by win.show-node and win.explain, if what
 * is compared is on screen there.
 */
#define OCTANT_TYPE_COMPARISON_VIEW (octant_comparison_view_get_type ())
G_DECLARE_FINAL_TYPE (OctantComparisonView, octant_comparison_view, OCTANT, COMPARISON_VIEW, AdwBin)

/* @like_for_like: which of both readings slopes, reasons and rows show; @open: the later one is the open
 * assessment, and the scores of all its objects together are shown */
void octant_comparison_view_set_compared (OctantComparisonView *self,
                                          OctantCompared       *compared,
                                          gboolean              like_for_like,
                                          gboolean              open,
                                          gboolean              narrow);
void octant_comparison_view_show_loading (OctantComparisonView *self);
/* Instead of a comparison: why there is none. */
void octant_comparison_view_show_none    (OctantComparisonView *self,
                                          const char           *title,
                                          const char           *description);

G_END_DECLS
