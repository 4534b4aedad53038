/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "assessment/octant-node.h"

G_BEGIN_DECLS

/**
 * OctantDomainCard:
 *
 * A domain at a glance: level, score with its bar, and the change since the earlier
 * assessment. Pressed, it is a button.
 */
#define OCTANT_TYPE_DOMAIN_CARD (octant_domain_card_get_type ())
G_DECLARE_FINAL_TYPE (OctantDomainCard, octant_domain_card, OCTANT, DOMAIN_CARD, GtkButton)

GtkWidget  *octant_domain_card_new      (void);
OctantNode *octant_domain_card_get_node (OctantDomainCard *self);
/* Shows @node and how it changed since @previous (nullable); again after every change. */
void        octant_domain_card_update   (OctantDomainCard *self,
                                         OctantNode       *node,
                                         OctantAssessment *previous);

G_END_DECLS
