/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-evidence-item.h"
#include "test-utilities.h"

/* The sample in a window that shows the page of evidence. */
typedef struct
{
  char *dir;
  OctantSession *session;
  OctantWindow *window;
} EvidenceFixture;

void                evidence_set_up        (EvidenceFixture *fixture,
                                            gconstpointer    user_data);
void                evidence_tear_down     (EvidenceFixture *fixture,
                                            gconstpointer    user_data);
GtkWidget          *evidence_get_page      (EvidenceFixture *fixture);
/* The rows of the table as they are filtered and sorted. */
GListModel         *evidence_get_rows      (EvidenceFixture *fixture);
OctantEvidenceItem *evidence_get_row       (EvidenceFixture *fixture,
                                            guint            position);
/* After everything is laid out. */
guint               evidence_count         (EvidenceFixture *fixture);
GtkDropDown        *evidence_get_drop_down (EvidenceFixture *fixture,
                                            guint            index);
/* (transfer full) */
GFile              *evidence_make_file     (EvidenceFixture *fixture,
                                            const char      *name,
                                            const char      *content);
/* (transfer full) */
GdkTexture         *evidence_make_texture  (void);
