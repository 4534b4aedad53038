/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-attack-file.h"

#include "base/octant-file.h"
#include "exchange/octant-attack-layer.h"
#include "octant-chart-style.h"

gboolean
octant_output_attack_layer_file (OctantAssessment *assessment,
                                 OctantAttack     *attack,
                                 OctantLanguage    language,
                                 const char       *institution,
                                 const char       *path,
                                 GError          **error)
{
  const OctantChartStyle *style = octant_chart_style_get (OCTANT_CHART_PRINT);
  OctantAttackLayerOptions options = { .language = language, .institution = institution };
  g_autoptr (GPtrArray) colors = g_ptr_array_new_null_terminated (8, g_free, TRUE);
  g_autofree char *background = octant_color_to_string (&style->background);
  g_autoptr (GBytes) layer = NULL;
  int n_levels;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment) && OCTANT_IS_ATTACK (attack) && path != NULL, FALSE);

  n_levels = (int) octant_model_get_n_levels (octant_assessment_get_model (assessment));
  for (int level = 0; level <= n_levels; level++)
    g_ptr_array_add (colors, octant_color_to_string (&octant_chart_style_get_level (style, level, n_levels)->fill));
  options.colors = (const char *const *) colors->pdata;
  options.no_score_color = background;
  layer = octant_attack_layer_export (assessment, attack, &options);
  return octant_file_replace (path, g_bytes_get_data (layer, NULL), g_bytes_get_size (layer), error);
}
