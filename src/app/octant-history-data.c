/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-history-data.h"

#include <glib/gi18n.h>
#include <math.h>

#include "octant-level-pill.h"
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

/* Numbers and texts of one line; free with line_clear(). */
typedef struct
{
  double *values;
  double *values_hi;
  GPtrArray *texts; /* (element-type utf8) */
} Line;

static void
line_clear (gpointer data)
{
  Line *line = data;

  g_free (line->values);
  g_free (line->values_hi);
  g_ptr_array_unref (line->texts);
}

static gboolean
parse_row (const OctantScoreRow *row,
           OctantRational       *s,
           OctantRational       *s_hi)
{
  return row != NULL && row->applicable && row->s != NULL && row->s_hi != NULL &&
         octant_rational_parse (s, row->s) && octant_rational_parse (s_hi, row->s_hi);
}

static Line
make_line (GPtrArray  *cycles,
           const char *code)
{
  Line line = { g_new0 (double, cycles->len + 1), g_new0 (double, cycles->len + 1),
                g_ptr_array_new_with_free_func (g_free) };

  for (guint i = 0; i < cycles->len; i++)
    {
      g_auto (OctantRational) s = { 0 };
      g_auto (OctantRational) s_hi = { 0 };
      g_autofree char *plain = NULL;

      if (!parse_row (octant_cycle_item_get_score (g_ptr_array_index (cycles, i), code), &s, &s_hi))
        {
          line.values[i] = line.values_hi[i] = NAN;
          g_ptr_array_add (line.texts, g_strdup ("–"));
          continue;
        }
      line.values[i] = octant_rational_to_double (&s);
      line.values_hi[i] = octant_rational_to_double (&s_hi);
      plain = octant_rational_to_text (&s, 2);
      g_ptr_array_add (line.texts, octant_format_score (plain));
    }

  return line;
}

static const char *
get_code (OctantModel *model,
          guint        line)
{
  return line == 0 ? octant_model_get_node_code (model, OCTANT_NODE_OVERALL)
                   : octant_model_get_domain (model, line - 1)->code;
}

static const char *
get_name (OctantModel *model,
          guint        line)
{
  return line == 0 ? _("Overall") : octant_localise (&octant_model_get_domain (model, line - 1)->name);
}

/* "2026: level 2", and a line for each score. */
static char *
describe_cycle (GPtrArray   *cycles,
                GArray      *lines,
                OctantModel *model,
                guint        cycle)
{
  OctantCycleItem *item = g_ptr_array_index (cycles, cycle);
  GString *text = g_string_new (NULL);

  if (octant_cycle_item_get_level (item) >= 0)
    /* Translators: title of an assessment, its level */
    g_string_append_printf (text, _("%s: level %d"), octant_cycle_item_get_title (item),
                            octant_cycle_item_get_level (item));
  else
    g_string_append (text, octant_cycle_item_get_title (item));
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (text, "\n%s %s", (char *) g_ptr_array_index (g_array_index (lines, Line, i).texts, cycle),
                            get_name (model, i));

  return g_string_free (text, FALSE);
}

void
octant_history_fill_trend (OctantTrendChart *chart,
                           GPtrArray        *cycles,
                           OctantModel      *model,
                           gboolean          short_labels)
{
  guint n_lines = octant_model_get_n_domains (model) + 1;
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (Line));
  g_autofree OctantTrendSeries *series = g_new0 (OctantTrendSeries, n_lines);
  g_autofree const char **titles = g_new0 (const char *, cycles->len + 1);
  g_autofree int *levels = g_new0 (int, cycles->len + 1);
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new_with_free_func (g_free);
  OctantTrendData data = { 0 };

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; i < n_lines; i++)
    {
      Line line = make_line (cycles, get_code (model, i));

      g_array_append_val (lines, line);
      series[i].label = short_labels && i > 0 ? get_code (model, i) : get_name (model, i);
      series[i].values = line.values;
      series[i].values_hi = line.values_hi;
      series[i].texts = (const char *const *) line.texts->pdata;
      series[i].emphasis = i == 0;
    }
  for (guint i = 0; i < cycles->len; i++)
    {
      titles[i] = octant_cycle_item_get_title (g_ptr_array_index (cycles, i));
      levels[i] = octant_cycle_item_get_level (g_ptr_array_index (cycles, i));
      g_ptr_array_add (descriptions, describe_cycle (cycles, lines, model, i));
    }
  data.n_cycles = cycles->len;
  data.cycles = titles;
  data.levels = levels;
  data.level_label = _("Level");
  data.max = octant_model_get_n_levels (model);
  data.n_rings = octant_model_get_n_levels (model);
  data.series = series;
  data.n_series = n_lines;
  data.empty_text = _("There is nothing to show");
  octant_trend_chart_set_data (chart, &data, (const char *const *) descriptions->pdata);
}

static GtkWidget *
add_text (GtkGrid    *grid,
          const char *text,
          const char *style,
          float       xalign,
          int         column,
          int         row)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  if (column > 0)
    gtk_widget_add_css_class (label, "numeric");
  gtk_grid_attach (grid, label, column, row, 1, 1);

  return label;
}

static void
add_cell (GtkGrid         *grid,
          OctantCycleItem *cycle,
          const char      *code,
          int              column,
          int              row)
{
  OctantScoreRow *score = octant_cycle_item_get_score (cycle, code);
  g_auto (OctantRational) s = { 0 };
  g_auto (OctantRational) s_hi = { 0 };
  g_autofree char *low = NULL;
  g_autofree char *text = NULL;
  GtkWidget *box;
  GtkWidget *label;
  GtkWidget *pill;

  if (!parse_row (score, &s, &s_hi))
    {
      add_text (grid, "–", "dimmed", 1, column, row);
      return;
    }
  low = octant_rational_to_text (&s, 2);
  text = octant_format_score (low);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  label = gtk_label_new (text);
  pill = octant_level_pill_new ();
  gtk_widget_add_css_class (label, "numeric");
  if (row == 1)
    gtk_widget_add_css_class (label, "heading");
  gtk_widget_add_css_class (pill, "caption-heading");
  octant_level_pill_set_level (OCTANT_LEVEL_PILL (pill), score->l);
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), pill);
  gtk_grid_attach (grid, box, column, row, 1, 1);
}

/* The same figures as the chart's, for who reads them rather than looks at them. */
void
octant_history_fill_table (GtkGrid     *grid,
                           GPtrArray   *cycles,
                           OctantModel *model)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (grid))) != NULL)
    gtk_grid_remove (grid, child);
  for (guint c = 0; c < cycles->len; c++)
    add_text (grid, octant_cycle_item_get_title (g_ptr_array_index (cycles, c)), "heading", 1, (int) c + 1, 0);
  for (guint line = 0; line <= octant_model_get_n_domains (model); line++)
    {
      GtkWidget *name = add_text (grid, get_name (model, line), line == 0 ? "heading" : NULL, 0, 0, (int) line + 1);

      gtk_widget_set_hexpand (name, TRUE);
      gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_END);
      gtk_label_set_width_chars (GTK_LABEL (name), 8);
      for (guint c = 0; c < cycles->len; c++)
        add_cell (grid, g_ptr_array_index (cycles, c), get_code (model, line), (int) c + 1, (int) line + 1);
    }
}
