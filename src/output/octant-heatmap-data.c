/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-heatmap-data.h"

#include <math.h>

static const char *
keep (OctantHeatmapFill *self,
      char              *text) /* taken */
{
  g_ptr_array_add (self->texts, text);

  return text;
}

static void
set_cell (OctantHeatmapFill    *self,
          OctantHeatmapCell    *cell,
          gboolean              applicable,
          const OctantRational *s)
{
  cell->value = applicable ? octant_rational_to_double (s) : NAN;
  cell->text = keep (self, applicable ? octant_rational_to_text (s, 2) : g_strdup ("–"));
}

static void
fill_row (OctantHeatmapFill *self,
          OctantAssessment  *assessment,
          guint              subdomain,
          guint              row,
          guint              n_objects)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  OctantScorer *scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL);
  const OctantScore *score = octant_scorer_get_score (scorer, octant_model_subdomain_node (model, subdomain));
  OctantHeatmapCell *cells = self->cells + (gsize) row * self->data.n_columns;
  guint n_aspects = octant_model_get_n_aspects (model);

  for (guint a = 0; a < n_aspects; a++)
    set_cell (self, &cells[a], score->applicable && score->has_aspect[a], &score->s_aspect[a]);
  for (guint slot = 0; slot < n_objects; slot++)
    {
      const OctantScore *here = octant_scorer_get_object_score (scorer, subdomain, slot);

      set_cell (self, &cells[n_aspects + slot], here->applicable, &here->s);
    }
}

OctantHeatmapFill *
octant_heatmap_fill_new (OctantAssessment *assessment,
                         OctantLanguage    language)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  OctantHeatmapFill *self = g_new0 (OctantHeatmapFill, 1);
  guint n_aspects = octant_model_get_n_aspects (model);
  guint n_objects = octant_assessment_get_n_objects (assessment);
  guint n = octant_model_get_n_subdomains (model);

  /* A single object says what the aspects say already. */
  if (n_objects == 1 || octant_assessment_get_shown_object (assessment) != NULL)
    n_objects = 0;
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->data.n_columns = n_aspects + n_objects;
  self->rows = g_new0 (OctantHeatmapRow, n + 1);
  self->cells = g_new0 (OctantHeatmapCell, (gsize) n * self->data.n_columns + 1);
  self->columns = g_new0 (const char *, self->data.n_columns + 1);
  for (guint a = 0; a < n_aspects; a++)
    self->columns[a] = keep (self, g_strdup (octant_text_get (&octant_model_get_aspect (model, a)->name, language)));
  for (guint slot = 0; slot < n_objects; slot++)
    self->columns[n_aspects + slot] =
      keep (self, g_strdup (octant_record_get (octant_assessment_get_object (assessment, slot), OCTANT_CYCLE_OBJECT_NAME)));
  for (guint i = 0; i < n; i++)
    {
      const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, i);
      OctantHeatmapRow *row = &self->rows[self->codes->len];

      if (!subdomain->active)
        continue;
      row->label = keep (self, g_strdup_printf ("%s %s", subdomain->code, octant_text_get (&subdomain->name, language)));
      row->group = subdomain->domain;
      fill_row (self, assessment, i, self->codes->len, n_objects);
      g_ptr_array_add (self->codes, g_strdup (subdomain->code));
    }
  self->data.rows = self->rows;
  self->data.n_rows = self->codes->len;
  self->data.columns = self->columns;
  self->data.cells = self->cells;
  self->data.max = octant_model_get_n_levels (model);

  return self;
}

void
octant_heatmap_fill_free (OctantHeatmapFill *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->texts);
  g_free (self->rows);
  g_free (self->cells);
  g_free (self->columns);
  g_free (self);
}
