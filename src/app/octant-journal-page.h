/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantJournalPage:
 *
 * Who did what and when, newest first, with filters by words, kind, person, period and
 * assessment, and the check of the chain. Property "session". Reads only while it is shown,
 * page by page on the worker's thread.
 */
#define OCTANT_TYPE_JOURNAL_PAGE (octant_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (OctantJournalPage, octant_journal_page, OCTANT, JOURNAL_PAGE, AdwBin)

G_END_DECLS
