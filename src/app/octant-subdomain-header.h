/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/**
 * OctantSubdomainHeader:
 *
 * What a sub-domain is and where it stands: name, scope, level, score with its band, and
 * the same for each aspect, with what each level contributes.
 */
#define OCTANT_TYPE_SUBDOMAIN_HEADER (octant_subdomain_header_get_type ())
G_DECLARE_FINAL_TYPE (OctantSubdomainHeader, octant_subdomain_header, OCTANT, SUBDOMAIN_HEADER, AdwBin)

void octant_subdomain_header_set_node (OctantSubdomainHeader *self,
                                       OctantNode            *node);

G_END_DECLS
