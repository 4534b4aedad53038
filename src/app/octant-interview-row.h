/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-interview-item.h"

G_BEGIN_DECLS

/**
 * OctantInterviewRow:
 *
 * An interview in the list, with its menu. Property "item" (OctantInterviewItem). The menu
 * speaks to the page by the actions interviews.edit, interviews.keep and interviews.delete,
 * each with the interview's id.
 */
#define OCTANT_TYPE_INTERVIEW_ROW (octant_interview_row_get_type ())
G_DECLARE_FINAL_TYPE (OctantInterviewRow, octant_interview_row, OCTANT, INTERVIEW_ROW, AdwBin)

G_END_DECLS
