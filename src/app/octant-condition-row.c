/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-condition-row.h"

#include <glib/gi18n.h>

#include "assessment/octant-node.h"
#include "octant-arrow.h"
#include "octant-texts.h"
#include "report/octant-sentences.h"

/* What a row needs after its condition is gone; lives as long as the row. */
typedef struct
{
  OctantAssessment *assessment; /* (owned) */
  OctantConditionLeave leave;
  GObject *user_data;           /* (unowned): the dialog that the row stands in */
  guint slot;
  GArray *requirements;         /* (owned) (nullable) */
  GArray *nodes;                /* (owned) (nullable) */
  gboolean filled;
} Condition;

static void
condition_free (Condition *self)
{
  g_object_unref (self->assessment);
  g_clear_pointer (&self->requirements, g_array_unref);
  g_clear_pointer (&self->nodes, g_array_unref);
  g_free (self);
}

static Condition *
get_condition (gpointer row)
{
  return g_object_get_data (row, "octant-condition");
}

static void
leave_cb (AdwActionRow *row,
          GtkWidget    *parent)
{
  Condition *self = get_condition (parent);
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (row), "code"));

  self->leave (self->user_data, code);
}

static void
make_leading (GtkWidget  *row,
              GtkWidget  *parent,
              const char *code)
{
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), octant_arrow_new ());
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (code), g_free);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (leave_cb), parent, 0);
}

static void
add_place (GtkWidget  *parent,
           const char *title,
           const char *subtitle,
           const char *code)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  make_leading (row, parent, code);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (parent), row);
}

static void
add_requirement (GtkWidget *parent,
                 guint      index)
{
  Condition *self = get_condition (parent);
  const OctantRequirement *requirement =
      octant_model_get_requirement (octant_assessment_get_model (self->assessment), index);
  gboolean own = requirement->scope == OCTANT_SCOPE_OBJECT;
  g_autofree char *subtitle = NULL;
  OctantAnswer answer;

  octant_assessment_get_answer (self->assessment, index, own ? self->slot : 0, &answer);
  subtitle = g_strdup_printf ("%s · %s", requirement->code, octant_rating_get_name (answer.rating));
  add_place (parent, octant_localise (&requirement->text), subtitle, requirement->code);
}

static void
add_node (GtkWidget *parent,
          guint      index)
{
  Condition *self = get_condition (parent);
  OctantNode *node = octant_assessment_get_node (self->assessment, index);
  g_autofree char *level = g_strdup_printf (_("Level %d"), octant_node_get_level (node));
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", octant_node_get_code (node), level);

  add_place (parent, octant_localise (octant_node_get_name (node)), subtitle, octant_node_get_code (node));
}

/* A condition may name all 40 sub-domains: its rows are made when they are to be seen. */
static void
expanded_cb (GtkWidget *row)
{
  Condition *self = get_condition (row);

  if (self->filled || !adw_expander_row_get_expanded (ADW_EXPANDER_ROW (row)))
    return;
  self->filled = TRUE;
  for (guint i = 0; self->requirements != NULL && i < self->requirements->len; i++)
    add_requirement (row, g_array_index (self->requirements, guint, i));
  for (guint i = 0; self->nodes != NULL && i < self->nodes->len; i++)
    add_node (row, g_array_index (self->nodes, guint, i));
}

/* The only place that the condition is about. */
static const char *
get_only_code (OctantAssessment  *assessment,
               const OctantBlock *block)
{
  OctantModel *model = octant_assessment_get_model (assessment);

  if (block->requirements != NULL && block->requirements->len > 0)
    return octant_model_get_requirement (model, g_array_index (block->requirements, guint, 0))->code;
  if (block->nodes != NULL && block->nodes->len > 0)
    return octant_model_get_node_code (model, g_array_index (block->nodes, guint, 0));
  return octant_model_get_node_code (model, block->node);
}

/* Texts that ask for all the width that they could use are laid out at many widths; the row gives them what it has. */
static void
ask_for_little (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget) && gtk_label_get_wrap (GTK_LABEL (widget)))
    {
      gtk_label_set_width_chars (GTK_LABEL (widget), 12);
      gtk_label_set_max_width_chars (GTK_LABEL (widget), 12);
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    ask_for_little (child);
}

GtkWidget *
octant_condition_row_new (OctantAssessment    *assessment,
                          const OctantBlock   *block,
                          OctantConditionLeave leave,
                          GObject             *user_data)
{
  guint n = 0, shown;
  GtkWidget *row;
  Condition *self;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);
  g_return_val_if_fail (block != NULL && leave != NULL, NULL);

  n += block->requirements != NULL ? block->requirements->len : 0;
  n += block->nodes != NULL ? block->nodes->len : 0;
  row = n > 1 ? adw_expander_row_new () : adw_action_row_new ();
  self = g_new0 (Condition, 1);
  self->assessment = g_object_ref (assessment);
  self->leave = leave;
  self->user_data = user_data;
  shown = octant_assessment_get_shown_slot (assessment);
  self->slot = shown != G_MAXUINT ? shown : block->slot;
  self->requirements = block->requirements != NULL ? g_array_ref (block->requirements) : NULL;
  self->nodes = block->nodes != NULL ? g_array_ref (block->nodes) : NULL;
  g_object_set_data_full (G_OBJECT (row), "octant-condition", self, (GDestroyNotify) condition_free);

  sentence = octant_sentence_block (assessment, block, octant_language_from_locale ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sentence);
  g_object_set (row, "title-lines", 0, NULL);
  ask_for_little (row);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence, -1);
  if (n > 1)
    g_signal_connect (row, "notify::expanded", G_CALLBACK (expanded_cb), NULL);
  else
    make_leading (row, row, get_only_code (assessment, block));

  return row;
}
