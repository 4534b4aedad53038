/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "octant-session.h"

G_BEGIN_DECLS

/**
 * OctantSubdomainPage:
 *
 * The requirements of the session's selected sub-domain, to rate, with its scores above
 * and the details of the selected one beside. Properties: session, show-details, narrow.
 *
 * Keys in the list: j k move, 1 2 3 4 rate N P L F, 0 clears, x not applicable, c confirms,
 * e evidence, n note, Return details; Ctrl+Down goes to the next unanswered.
 */
#define OCTANT_TYPE_SUBDOMAIN_PAGE (octant_subdomain_page_get_type ())
G_DECLARE_FINAL_TYPE (OctantSubdomainPage, octant_subdomain_page, OCTANT, SUBDOMAIN_PAGE, AdwBin)

void octant_subdomain_page_select          (OctantSubdomainPage *self,
                                            OctantItem          *item);
/* FALSE when nothing is left to answer after the selection. */
gboolean octant_subdomain_page_next_unanswered (OctantSubdomainPage *self);
void octant_subdomain_page_rate            (OctantSubdomainPage *self,
                                            OctantItem          *item,
                                            OctantRating         rating);
/* Details are beside the list for good; in a narrow page they cover it for a moment. */
gboolean octant_subdomain_page_keeps_details (OctantSubdomainPage *self);
void octant_subdomain_page_focus_list      (OctantSubdomainPage *self);

G_END_DECLS
