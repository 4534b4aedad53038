/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-slope-data.h"

#include <math.h>
#include <string.h>

static const char *
keep (OctantSlopeFill *self,
      char            *text) /* taken */
{
  g_ptr_array_add (self->texts, text);

  return text;
}

static void
set_side (OctantSlopeFill      *self,
          OctantSlopeRow       *row,
          OctantSlopeSide       side,
          gboolean              there,
          const OctantRational *s)
{
  row->values[side] = there ? octant_rational_to_double (s) : NAN;
  row->texts[side] = there ? keep (self, octant_rational_to_text (s, 2)) : NULL;
}

OctantSlopeFill *
octant_slope_fill_new (const OctantComparison *comparison,
                       gboolean                subdomains,
                       const char             *whole,
                       OctantLanguage          language)
{
  OctantSlopeFill *self = g_new0 (OctantSlopeFill, 1);

  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->texts = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_new0 (OctantSlopeRow, comparison->nodes->len + 1);
  for (guint i = 0; i < comparison->nodes->len; i++)
    {
      const OctantNodeChange *node = g_ptr_array_index (comparison->nodes, i);
      OctantSlopeRow *row = &self->rows[self->codes->len];
      gboolean is_whole = strcmp (node->code, "overall") == 0;

      if ((!node->in_a && !node->in_b) || (!is_whole && (strchr (node->code, '.') != NULL) != subdomains))
        continue;
      row->label = keep (self, g_strdup (is_whole ? whole : octant_text_get (&node->name, language)));
      row->code = keep (self, g_strdup (is_whole ? whole : node->code));
      row->emphasis = is_whole;
      set_side (self, row, OCTANT_SLOPE_BEFORE, node->in_a, &node->s_a);
      set_side (self, row, OCTANT_SLOPE_AFTER, node->in_b, &node->s_b);
      if (node->in_a && node->in_b)
        row->direction = octant_rational_compare (&node->s_b, &node->s_a);
      g_ptr_array_add (self->codes, g_strdup (node->code));
    }
  self->data.rows = self->rows;
  self->data.n_rows = self->codes->len;
  self->data.max = octant_model_get_n_levels (comparison->models[1]);

  return self;
}

void
octant_slope_fill_free (OctantSlopeFill *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->codes);
  g_ptr_array_unref (self->texts);
  g_free (self->rows);
  g_free (self);
}
