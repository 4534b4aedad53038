/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantEvidencePreview:
 *
 * What a stored file looks like: pictures, the beginning of texts, pages of PDF files (drawn
 * by another process, see octant-pdf.h), an icon for the rest. The file is read and decoded
 * on another thread, pictures no larger than they are shown. Page Up and Page Down turn pages.
 */
#define OCTANT_TYPE_EVIDENCE_PREVIEW (octant_evidence_preview_get_type ())
G_DECLARE_FINAL_TYPE (OctantEvidencePreview, octant_evidence_preview, OCTANT, EVIDENCE_PREVIEW, AdwBin)

/* @data_dir: where the stored files are */
void        octant_evidence_preview_show      (OctantEvidencePreview *self,
                                               const char            *data_dir,
                                               OctantRecord          *evidence);
/* "loading", "picture", "text", "other" or "missing" */
const char *octant_evidence_preview_get_shown (OctantEvidencePreview *self);
/* Of a PDF file, from 1. @n_pages: (out): 0 for anything else, and as long as nothing of it is shown */
guint       octant_evidence_preview_get_page  (OctantEvidencePreview *self,
                                               guint                 *n_pages);

G_END_DECLS
