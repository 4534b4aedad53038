/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-attack-table.h"

#include <glib/gi18n.h>

#include "octant-technique-column.h"
#include "octant-texts.h"

/* By the names that the model gives them, where it does. */
static char *
list_tactics (OctantCoverage              *coverage,
              const OctantAttackTechnique *technique)
{
  g_autoptr (GString) text = g_string_new (NULL);
  guint n;
  const OctantAttackTerm *tactics = octant_attack_get_tactics (octant_coverage_get_attack (coverage), &n);

  for (guint i = 0; i < technique->n_tactics; i++)
    {
      const OctantAttackTerm *tactic = &tactics[technique->tactics[i]];
      const OctantText *name = octant_coverage_get_tactic_name (coverage, tactic->id);

      g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", name != NULL ? octant_localise (name) : tactic->name);
    }

  return g_string_free_and_steal (g_steal_pointer (&text));
}

static char *
list_subdomains (OctantCoverage *coverage,
                 guint           technique)
{
  OctantModel *model = octant_coverage_get_model (coverage);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint s = 0; s < octant_model_get_n_subdomains (model); s++)
    if (octant_coverage_is_covered_by (coverage, technique, s))
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "", octant_model_get_subdomain (model, s)->code);

  return g_string_free_and_steal (g_steal_pointer (&text));
}

OctantChartTable *
octant_attack_table_new (OctantCoverage *coverage)
{
  OctantChartTable *table = octant_chart_table_new ();
  const OctantAttackTechnique *techniques;
  guint n;

  g_return_val_if_fail (coverage != NULL, table);

  techniques = octant_attack_get_techniques (octant_coverage_get_attack (coverage), &n);
  octant_chart_table_add_column (table, _("Technique"));
  octant_chart_table_add_column (table, _("Tactic"));
  octant_chart_table_add_column (table, _("Score"));
  octant_chart_table_add_column (table, _("Covered by"));
  for (guint t = 0; t < n; t++)
    {
      const OctantTechniqueScore *score = octant_coverage_get_score (coverage, t);
      g_autofree char *name = g_strdup_printf ("%s %s", techniques[t].id, techniques[t].name);
      g_autofree char *tactics = list_tactics (coverage, &techniques[t]);
      g_autofree char *text = octant_technique_format_score (score, TRUE);
      g_autofree char *subdomains = list_subdomains (coverage, t);

      octant_chart_table_add_row (table, name);
      octant_chart_table_add_cell (table, tactics);
      octant_chart_table_add_cell (table, text);
      octant_chart_table_add_cell (table, *subdomains != '\0' ? subdomains : "–");
    }

  return table;
}
