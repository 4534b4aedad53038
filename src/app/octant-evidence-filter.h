/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * OctantEvidenceFilter:
 *
 * Which pieces of the library are shown, by what is chosen in the controls above them: words,
 * state, type, strength, use. It goes by what was chosen when it was told to read that, so
 * that all pieces are judged alike.
 */
#define OCTANT_TYPE_EVIDENCE_FILTER (octant_evidence_filter_get_type ())
G_DECLARE_FINAL_TYPE (OctantEvidenceFilter, octant_evidence_filter, OCTANT, EVIDENCE_FILTER, GtkFilter)

/* Fills the drop-downs with what they offer. They are borrowed: without them the filter reads nothing any more. */
OctantEvidenceFilter *octant_evidence_filter_new  (GtkSearchEntry       *search,
                                                   GtkDropDown          *state,
                                                   GtkDropDown          *type,
                                                   GtkDropDown          *strength,
                                                   GtkDropDown          *use);
/* Takes what is chosen now. */
void                  octant_evidence_filter_read (OctantEvidenceFilter *self);

G_END_DECLS
