/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-comparison-view.h"

#include <glib/gi18n.h>

#include "octant-attribution-group.h"
#include "octant-change-text.h"
#include "octant-chart-menu.h"
#include "octant-comparison-rows.h"
#include "octant-slope-chart.h"
#include "octant-slope-data.h"
#include "octant-texts.h"
#include "octant-trickle.h"

/* What is made one after the other, so that no frame has all of it. */
typedef enum
{
  STAGE_SCORED,
  STAGE_ALIKE,
  STAGE_SLOPE,
  STAGE_WHY,
  STAGE_WHY_ROWS,
  STAGE_NODE_ROWS,
} Stage;

struct _OctantComparisonView
{
  AdwBin parent_instance;

  OctantCompared *compared; /* (nullable) rows and chart are made of it, or are about to be: the last of @held */
  GPtrArray *held;          /* (owned) (element-type OctantCompared) with those that rows still borrow from */
  guint source;             /* while something is not made yet, else 0 */
  Stage stage;
  guint next_node;          /* of the comparison, to make a row of */
  guint n_rows;             /* that were made of its nodes */
  gboolean like_for_like;
  gboolean open;            /* the later one is what other pages show */
  gboolean narrow;
  GPtrArray *codes;         /* (owned) (nullable) (element-type utf8) of the slopes */

  GtkStack *states;
  AdwStatusPage *none;
  AdwPreferencesGroup *result;
  AdwActionRow *scored;
  AdwActionRow *alike;
  AdwToggleGroup *units;
  OctantChartMenu *slope_menu;
  OctantSlopeChart *slope;
  GtkListBox *nodes;
  OctantAttributionGroup *why;
  GtkWidget *results[2];    /* suffixes of both rows */
};

G_DEFINE_FINAL_TYPE (OctantComparisonView, octant_comparison_view, ADW_TYPE_BIN)

static const OctantNodeChange *
get_whole (const OctantComparison *comparison)
{
  return g_ptr_array_index (comparison->nodes, 0);
}

/* Why both readings may differ, in one sentence. */
static char *
dup_explanation (const OctantCompared *compared)
{
  const OctantComparison *scored = compared->readings[0];

  if (!g_str_equal (octant_model_get_hash (scored->models[0]), octant_model_get_hash (scored->models[1])))
    /* Translators: two versions of a model */
    return g_strdup_printf (_("Made with versions %s and %s of the model, which do not ask the same"),
                            compared->versions[0], compared->versions[1]);
  if (scored->objects->len > 0)
    return g_strdup (_("Made with the same model, for other protected objects"));
  if (scored->scope->len > 0)
    return g_strdup (_("Made with the same model, with another scope"));

  return g_strdup (_("Made with the same model, for the same objects and scope: both readings are the same"));
}

static void
show_result (OctantComparisonView *self,
             guint                 reading,
             AdwActionRow         *row)
{
  if (self->results[reading] != NULL)
    adw_action_row_remove (row, self->results[reading]);
  self->results[reading] =
    octant_comparison_make_summary (get_whole (self->compared->readings[reading]), self->open && reading == 0,
                                    self->narrow);
  adw_action_row_add_suffix (row, self->results[reading]);
}

static void
show_scored (OctantComparisonView *self)
{
  g_autofree char *explanation = dup_explanation (self->compared);

  adw_preferences_group_set_description (self->result, explanation);
  show_result (self, 0, self->scored);
}

static void
show_alike (OctantComparisonView *self)
{
  guint n = self->compared->readings[1]->items->len;
  g_autofree char *shared = g_strdup_printf (ngettext ("Only the %u answer that both ask for, by the rules of %s",
                                                       "Only the %u answers that both ask for, by the rules of %s", n),
                                             n, self->compared->titles[1]);

  adw_action_row_set_subtitle (self->alike, shared);
  show_result (self, 1, self->alike);
}

/* "Detection: 2.31 in 2025, 2.73 in 2026, +0.42" */
static char *
describe_row (const OctantSlopeRow   *row,
              const OctantNodeChange *node,
              const OctantCompared   *compared)
{
  if (row->delta != NULL)
    /* Translators: name, score, title of the earlier assessment, score, title of the later one, difference */
    return g_strdup_printf (_("%s: %s in %s, %s in %s, %s"), row->label, row->texts[OCTANT_SLOPE_BEFORE],
                            compared->titles[0], row->texts[OCTANT_SLOPE_AFTER], compared->titles[1], row->delta);

  /* Translators: name, score, title of the only assessment that has it */
  return g_strdup_printf (_("%s: %s, only in %s"), row->label, row->texts[node->in_a ? OCTANT_SLOPE_BEFORE : OCTANT_SLOPE_AFTER],
                          compared->titles[node->in_a ? 0 : 1]);
}

static const OctantNodeChange *
find_node (const OctantComparison *comparison,
           const char             *code)
{
  for (guint i = 0; i < comparison->nodes->len; i++)
    if (g_str_equal (((OctantNodeChange *) g_ptr_array_index (comparison->nodes, i))->code, code))
      return g_ptr_array_index (comparison->nodes, i);

  return NULL;
}

/* Figures as the locale writes them. */
static void
localise_texts (OctantSlopeFill *fill)
{
  for (guint i = 0; i < fill->data.n_rows; i++)
    for (guint side = 0; side < 2; side++)
      if (fill->rows[i].texts[side] != NULL)
        {
          char *text = octant_format_score (fill->rows[i].texts[side]);

          fill->rows[i].texts[side] = text;
          g_ptr_array_add (fill->texts, text);
        }
}

static void
set_delta (OctantSlopeFill        *fill,
           guint                   row,
           const OctantNodeChange *node)
{
  char *delta;

  if (!node->in_a || !node->in_b)
    return;
  delta = octant_change_format_delta (&node->s_a, &node->s_b);
  fill->rows[row].delta = delta;
  g_ptr_array_add (fill->texts, delta);
}

/* The same picture as a file. */
static void
update_slope_spec (OctantComparisonView *self,
                   gboolean              subdomains)
{
  g_autofree char *spec = g_strdup_printf ("slope:%s:%s:%s%s", subdomains ? "subdomains" : "domains",
                                           self->compared->ids[0], self->compared->ids[1],
                                           self->like_for_like ? ":like-for-like" : "");

  octant_chart_menu_set_spec (self->slope_menu, spec);
}

static void
show_slope (OctantComparisonView *self)
{
  const OctantComparison *comparison = self->compared->readings[self->like_for_like];
  gboolean subdomains = g_strcmp0 (adw_toggle_group_get_active_name (self->units), "subdomains") == 0;
  g_autoptr (OctantSlopeFill) fill =
    octant_slope_fill_new (comparison, subdomains, _("Overall"), octant_texts_get_language ());
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new_with_free_func (g_free);

  localise_texts (fill);
  for (guint i = 0; i < fill->data.n_rows; i++)
    {
      const OctantNodeChange *node = find_node (comparison, g_ptr_array_index (fill->codes, i));

      set_delta (fill, i, node);
      g_ptr_array_add (descriptions, describe_row (&fill->rows[i], node, self->compared));
    }
  for (guint side = 0; side < 2; side++)
    fill->data.titles[side] = self->compared->briefs[side];
  fill->data.better = C_("slope", "Better");
  fill->data.worse = C_("slope", "Worse");
  fill->data.same = C_("slope", "The same");
  fill->data.empty_text = _("There is nothing to show");
  octant_slope_chart_set_data (self->slope, &fill->data, (const char *const *) descriptions->pdata);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  self->codes = g_ptr_array_ref (fill->codes);
  update_slope_spec (self, subdomains);
}

/* The next piece of what is compared. */
static gboolean
fill_step (gpointer data)
{
  OctantComparisonView *self = OCTANT_COMPARISON_VIEW (data);
  const OctantComparison *reading = self->compared->readings[self->like_for_like];
  gboolean more = FALSE;

  switch (self->stage)
    {
    case STAGE_SCORED:
      show_scored (self);
      break;
    case STAGE_ALIKE:
      show_alike (self);
      break;
    case STAGE_SLOPE:
      show_slope (self);
      break;
    case STAGE_WHY:
      octant_attribution_group_update (self->why, self->compared->reasons[self->like_for_like], self->open, self->narrow);
      break;
    case STAGE_WHY_ROWS:
      more = octant_attribution_group_make_row (self->why);
      break;
    case STAGE_NODE_ROWS:
      more = octant_comparison_make_row (self->nodes, reading, &self->next_node, &self->n_rows,
                                         self->open && !self->like_for_like, self->narrow);
      break;
    default:
      g_assert_not_reached ();
    }
  if (more)
    return TRUE;
  if (self->stage++ < STAGE_NODE_ROWS)
    return TRUE;
  /* Nothing borrows from the former ones any more. */
  g_ptr_array_remove_range (self->held, 0, self->held->len - 1);
  gtk_stack_set_visible_child_name (self->states, "content");
  return FALSE;
}

static void
units_cb (OctantComparisonView *self)
{
  if (self->compared != NULL)
    show_slope (self);
}

static void
row_activated_cb (OctantComparisonView *self,
                  guint                 row)
{
  const char *code = g_ptr_array_index (self->codes, row);

  if (self->open && !g_str_equal (code, "overall"))
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s", code);
}

static void
octant_comparison_view_dispose (GObject *object)
{
  OctantComparisonView *self = OCTANT_COMPARISON_VIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  /* Disposing the template would take the child away behind the bin's back. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_COMPARISON_VIEW);
  g_clear_pointer (&self->codes, g_ptr_array_unref);
  self->compared = NULL;
  g_clear_pointer (&self->held, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_comparison_view_parent_class)->dispose (object);
}

static void
octant_comparison_view_class_init (OctantComparisonViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_comparison_view_dispose;

  g_type_ensure (OCTANT_TYPE_ATTRIBUTION_GROUP);
  g_type_ensure (OCTANT_TYPE_CHART_MENU);
  g_type_ensure (OCTANT_TYPE_SLOPE_CHART);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-comparison-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantComparisonView, alike);
  gtk_widget_class_bind_template_child (widget_class, OctantComparisonView, nodes);
  gtk_widget_class_bind_template_child (widget_class, OctantComparisonView, none);
  gtk_widget_class_bind_template_child (widget_class, OctantComparisonView, result);
  gtk_widget_class_bind_template_child (widget_class, OctantComparisonView, scored);
  gtk_widget_class_bind_template_child (widget_class, OctantComparisonView, slope);
  gtk_widget_class_bind_template_child (widget_class, OctantComparisonView, slope_menu);
  gtk_widget_class_bind_template_child (widget_class, OctantComparisonView, states);
  gtk_widget_class_bind_template_child (widget_class, OctantComparisonView, units);
  gtk_widget_class_bind_template_child (widget_class, OctantComparisonView, why);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, units_cb);
}

static void
octant_comparison_view_init (OctantComparisonView *self)
{
  self->held = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_compared_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
octant_comparison_view_set_compared (OctantComparisonView *self,
                                     OctantCompared       *compared,
                                     gboolean              like_for_like,
                                     gboolean              open,
                                     gboolean              narrow)
{
  g_return_if_fail (OCTANT_IS_COMPARISON_VIEW (self) && compared != NULL);

  g_clear_handle_id (&self->source, g_source_remove);
  self->compared = octant_compared_ref (compared);
  g_ptr_array_add (self->held, self->compared);
  self->like_for_like = like_for_like != FALSE;
  self->open = open;
  self->narrow = narrow;
  self->stage = STAGE_SCORED;
  self->next_node = self->n_rows = 0;
  octant_trickle_queue (&self->source, fill_step, self);
}

void
octant_comparison_view_show_loading (OctantComparisonView *self)
{
  g_return_if_fail (OCTANT_IS_COMPARISON_VIEW (self));

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_stack_set_visible_child_name (self->states, "loading");
}

void
octant_comparison_view_show_none (OctantComparisonView *self,
                                  const char           *title,
                                  const char           *description)
{
  g_autofree char *escaped = NULL;

  g_return_if_fail (OCTANT_IS_COMPARISON_VIEW (self));

  g_clear_handle_id (&self->source, g_source_remove);
  /* A status page takes markup; a path in a message of an error is none. */
  escaped = g_markup_escape_text (description, -1);
  adw_status_page_set_title (self->none, title);
  adw_status_page_set_description (self->none, escaped);
  gtk_stack_set_visible_child_name (self->states, "none");
}
