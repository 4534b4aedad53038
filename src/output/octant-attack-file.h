/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "assessment/octant-assessment.h"
#include "model/octant-attack.h"

G_BEGIN_DECLS

/**
 * octant_output_attack_layer_file:
 * @institution: (nullable): named in the layer only when given
 *
 * Replaces a file with the layer of octant_attack_layer_export(), in the colours that charts
 * have on paper. Any thread that owns the assessment.
 */
gboolean octant_output_attack_layer_file (OctantAssessment *assessment,
                                          OctantAttack     *attack,
                                          OctantLanguage    language,
                                          const char       *institution,
                                          const char       *path,
                                          GError          **error);

G_END_DECLS
