/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-history-data.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "base/octant-brief.h"
#include "octant-texts.h"

static int
compare_dates (gconstpointer a,
               gconstpointer b)
{
  OctantCycleItem *x = *(OctantCycleItem *const *) a;
  OctantCycleItem *y = *(OctantCycleItem *const *) b;
  int order = g_strcmp0 (octant_cycle_item_get_as_of (x), octant_cycle_item_get_as_of (y));

  return order != 0 ? order : g_strcmp0 (octant_cycle_item_get_id (x), octant_cycle_item_get_id (y));
}

GPtrArray *
octant_history_list_cycles (OctantSession *session)
{
  OctantAssessment *assessment = octant_session_get_assessment (session);
  GListModel *all = octant_session_get_cycles (session);
  GPtrArray *cycles = g_ptr_array_new_with_free_func (g_object_unref);
  const char *organisation = NULL;

  if (assessment != NULL)
    organisation = octant_record_get (octant_assessment_get_cycle (assessment), OCTANT_CYCLE_ORG);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (OctantCycleItem) item = g_list_model_get_item (all, i);
      const char *owner = octant_record_get (octant_cycle_item_get_record (item), OCTANT_CYCLE_ORG);

      if (organisation == NULL || g_strcmp0 (owner, organisation) == 0)
        g_ptr_array_add (cycles, g_steal_pointer (&item));
    }
  g_ptr_array_sort (cycles, compare_dates);

  return cycles;
}

GPtrArray *
octant_history_list_latest (GPtrArray *cycles,
                            guint      n_max)
{
  GPtrArray *latest = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = cycles->len > n_max ? cycles->len - n_max : 0; i < cycles->len; i++)
    g_ptr_array_add (latest, g_object_ref (g_ptr_array_index (cycles, i)));

  return latest;
}

GStrv
octant_history_dup_briefs (GPtrArray *cycles)
{
  g_autofree const char **titles = g_new0 (const char *, cycles->len + 1);
  g_autofree const char **dates = g_new0 (const char *, cycles->len + 1);

  for (guint i = 0; i < cycles->len; i++)
    {
      titles[i] = octant_cycle_item_get_title (g_ptr_array_index (cycles, i));
      dates[i] = octant_cycle_item_get_as_of (g_ptr_array_index (cycles, i));
    }

  return octant_brief_titles (titles, dates, cycles->len);
}

static gboolean
parse_row (const OctantScoreRow *row,
           OctantRational       *s,
           OctantRational       *s_hi)
{
  return row != NULL && row->applicable && row->s != NULL && row->s_hi != NULL &&
         octant_rational_parse (s, row->s) && octant_rational_parse (s_hi, row->s_hi);
}

/* Domains of cycles that @model does not know, under their codes. */
static void
add_unknown (GPtrArray   *codes,
             GPtrArray   *names,
             GPtrArray   *cycles,
             OctantModel *model)
{
  for (guint c = 0; c < cycles->len; c++)
    {
      GPtrArray *rows = octant_cycle_item_get_scores (g_ptr_array_index (cycles, c));

      for (guint i = 0; rows != NULL && i < rows->len; i++)
        {
          const OctantScoreRow *row = g_ptr_array_index (rows, i);
          guint index;

          if (!row->applicable || strchr (row->code, '.') != NULL || g_str_equal (row->code, "overall") ||
              octant_model_find_domain (model, row->code, &index) ||
              g_ptr_array_find_with_equal_func (codes, row->code, g_str_equal, NULL))
            continue;
          g_ptr_array_add (codes, g_strdup (row->code));
          g_ptr_array_add (names, g_strdup (row->code));
        }
    }
}

static void
fill_line (OctantHistoryLines *self,
           GPtrArray          *cycles,
           guint               line)
{
  for (guint c = 0; c < cycles->len; c++)
    {
      guint at = line * self->n_cycles + c;
      g_auto (OctantRational) s = { 0 };
      g_auto (OctantRational) s_hi = { 0 };
      g_autofree char *plain = NULL;

      if (!parse_row (octant_cycle_item_get_score (g_ptr_array_index (cycles, c), self->codes[line]), &s, &s_hi))
        {
          self->values[at] = self->values_hi[at] = NAN;
          self->texts[at] = g_strdup ("–");
          continue;
        }
      self->values[at] = octant_rational_to_double (&s);
      self->values_hi[at] = octant_rational_to_double (&s_hi);
      plain = octant_rational_to_text (&s, 2);
      self->texts[at] = octant_format_score (plain);
    }
}

OctantHistoryLines *
octant_history_lines_new (GPtrArray   *cycles,
                          OctantModel *model,
                          gboolean     whole)
{
  OctantHistoryLines *self = g_new0 (OctantHistoryLines, 1);
  GPtrArray *codes = g_ptr_array_new_null_terminated (16, g_free, TRUE);
  GPtrArray *names = g_ptr_array_new_null_terminated (16, g_free, TRUE);

  if (whole)
    {
      g_ptr_array_add (codes, g_strdup (octant_model_get_node_code (model, OCTANT_NODE_OVERALL)));
      g_ptr_array_add (names, g_strdup (_("Overall")));
    }
  for (guint d = 0; d < octant_model_get_n_domains (model); d++)
    {
      const OctantModelDomain *domain = octant_model_get_domain (model, d);

      g_ptr_array_add (codes, g_strdup (domain->code));
      g_ptr_array_add (names, g_strdup (octant_localise (&domain->name)));
    }
  add_unknown (codes, names, cycles, model);
  self->n_lines = codes->len;
  self->n_cycles = cycles->len;
  self->codes = (GStrv) g_ptr_array_free (codes, FALSE);
  self->names = (GStrv) g_ptr_array_free (names, FALSE);
  self->values = g_new (double, self->n_lines * self->n_cycles + 1);
  self->values_hi = g_new (double, self->n_lines * self->n_cycles + 1);
  self->texts = g_new0 (char *, self->n_lines * self->n_cycles + 1);
  for (guint i = 0; i < self->n_lines; i++)
    fill_line (self, cycles, i);

  return self;
}

void
octant_history_lines_free (OctantHistoryLines *self)
{
  g_strfreev (self->codes);
  g_strfreev (self->names);
  g_strfreev (self->texts);
  g_free (self->values);
  g_free (self->values_hi);
  g_free (self);
}

double
octant_history_lines_get (const OctantHistoryLines *self,
                          guint                     line,
                          guint                     cycle)
{
  return self->values[line * self->n_cycles + cycle];
}

const char *
octant_history_lines_get_text (const OctantHistoryLines *self,
                               guint                     line,
                               guint                     cycle)
{
  return self->texts[line * self->n_cycles + cycle];
}

/* "2026: level 2", and a line for each score. */
static char *
describe_cycle (GPtrArray                *cycles,
                const OctantHistoryLines *lines,
                guint                     cycle)
{
  OctantCycleItem *item = g_ptr_array_index (cycles, cycle);
  GString *text = g_string_new (NULL);

  if (octant_cycle_item_get_level (item) >= 0)
    /* Translators: title of an assessment, its level */
    g_string_append_printf (text, _("%s: level %d"), octant_cycle_item_get_title (item),
                            octant_cycle_item_get_level (item));
  else
    g_string_append (text, octant_cycle_item_get_title (item));
  for (guint i = 0; i < lines->n_lines; i++)
    g_string_append_printf (text, "\n%s %s", octant_history_lines_get_text (lines, i, cycle), lines->names[i]);

  return g_string_free (text, FALSE);
}

void
octant_history_fill_trend (OctantTrendChart *chart,
                           GPtrArray        *cycles,
                           OctantModel      *model,
                           gboolean          short_labels)
{
  g_autoptr (OctantHistoryLines) lines = octant_history_lines_new (cycles, model, TRUE);
  g_autofree OctantTrendSeries *series = g_new0 (OctantTrendSeries, lines->n_lines);
  g_auto (GStrv) titles = octant_history_dup_briefs (cycles);
  g_autofree int *levels = g_new0 (int, cycles->len + 1);
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new_with_free_func (g_free);
  OctantTrendData data = { 0 };

  for (guint i = 0; i < lines->n_lines; i++)
    {
      guint first = i * lines->n_cycles;

      series[i].label = short_labels && i > 0 ? lines->codes[i] : lines->names[i];
      series[i].values = lines->values + first;
      series[i].values_hi = lines->values_hi + first;
      series[i].texts = (const char *const *) lines->texts + first;
      series[i].emphasis = i == 0;
    }
  for (guint i = 0; i < cycles->len; i++)
    {
      levels[i] = octant_cycle_item_get_level (g_ptr_array_index (cycles, i));
      g_ptr_array_add (descriptions, describe_cycle (cycles, lines, i));
    }
  data.n_cycles = cycles->len;
  data.cycles = (const char *const *) titles;
  data.levels = levels;
  data.level_label = _("Level");
  data.max = octant_model_get_n_levels (model);
  data.n_rings = octant_model_get_n_levels (model);
  data.series = series;
  data.n_series = lines->n_lines;
  data.empty_text = _("There is nothing to show");
  octant_trend_chart_set_data (chart, &data, (const char *const *) descriptions->pdata);
}
