/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-blocks-group.h"

#include <glib/gi18n.h>

#include "octant-arrow.h"
#include "report/octant-sentences.h"
#include "scoring/octant-explain.h"

/* Rows at first, and at most: nobody reads more than that, the tree marks the rest. */
#define FEW 6u
#define MANY 60u

struct _OctantBlocksGroup
{
  AdwPreferencesGroup parent_instance;

  OctantSession *session; /* (owned) (nullable) */
  GPtrArray *sentences;   /* (owned) (element-type utf8) what the rows say */
  GPtrArray *codes;       /* (owned) (element-type utf8) where each leads; "" for nowhere */
  GtkWidget *list;
  GtkWidget *all;
  gboolean show_all;
};

G_DEFINE_FINAL_TYPE (OctantBlocksGroup, octant_blocks_group, ADW_TYPE_PREFERENCES_GROUP)

/* The requirement to improve, else the first node that falls short. */
const char *
octant_blocks_get_target (OctantModel       *model,
                          const OctantBlock *block)
{
  if (block->requirements != NULL && block->requirements->len > 0)
    return octant_model_get_requirement (model, g_array_index (block->requirements, guint, 0))->code;
  if (block->nodes != NULL && block->nodes->len > 0)
    return octant_model_get_node_code (model, g_array_index (block->nodes, guint, 0));

  return octant_model_get_node_code (model, block->node);
}

static gboolean
same_strings (GPtrArray *a,
              GPtrArray *b)
{
  gboolean same = a->len == b->len;

  for (guint i = 0; same && i < a->len; i++)
    same = g_str_equal (g_ptr_array_index (a, i), g_ptr_array_index (b, i));

  return same;
}

static GtkWidget *
make_row (void)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), octant_arrow_new ());

  return row;
}

/* Rows are filled anew rather than made anew: that takes a small part of the time. */
static void
fill_rows (OctantBlocksGroup *self,
           guint              n)
{
  GtkListBoxRow *row;

  for (guint i = 0; i < n; i++)
    {
      const char *code = g_ptr_array_index (self->codes, i);

      row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (make_row ());
          gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
        }
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_ptr_array_index (self->sentences, i));
      gtk_list_box_row_set_activatable (row, *code != '\0');
    }
  while ((row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) n)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
}

static void
rebuild (OctantBlocksGroup *self)
{
  guint n = MIN (self->sentences->len, self->show_all ? MANY : FEW);

  fill_rows (self, n);
  gtk_widget_set_visible (self->list, n > 0);
  gtk_widget_set_visible (self->all, self->sentences->len > FEW);
  if (self->show_all)
    {
      gtk_button_set_label (GTK_BUTTON (self->all), _("Show Fewer"));
    }
  else
    {
      g_autofree char *label = g_strdup_printf (ngettext ("Show %u Condition", "Show All %u Conditions",
                                                          self->sentences->len),
                                                MIN (self->sentences->len, MANY));

      gtk_button_set_label (GTK_BUTTON (self->all), label);
    }
}

/* A requirement is shown in its sub-domain; a domain has no page of its own, so its weakest part is shown. */
static const char *
get_subdomain_code (OctantModel *model,
                    const char  *code)
{
  guint index;

  if (octant_model_find_requirement (model, code, &index))
    return octant_model_get_subdomain (model, octant_model_get_requirement (model, index)->subdomain)->code;
  if (octant_model_find_domain (model, code, &index))
    return octant_model_get_subdomain (model, octant_model_get_domain (model, index)->first_subdomain)->code;

  return code;
}

static void
row_activated_cb (OctantBlocksGroup *self,
                  GtkListBoxRow     *row)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  guint index = (guint) gtk_list_box_row_get_index (row);
  g_autofree char *code = NULL;
  OctantItem *item;

  if (assessment == NULL || index >= self->codes->len)
    return;
  code = g_strdup (g_ptr_array_index (self->codes, index));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s",
                              get_subdomain_code (octant_assessment_get_model (assessment), code));
  item = octant_session_find_item (self->session, code);
  if (item != NULL)
    octant_session_set_item (self->session, item);
}

static void
all_cb (OctantBlocksGroup *self)
{
  self->show_all = !self->show_all;
  rebuild (self);
}

static void
octant_blocks_group_dispose (GObject *object)
{
  OctantBlocksGroup *self = OCTANT_BLOCKS_GROUP (object);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_blocks_group_parent_class)->dispose (object);
}

static void
octant_blocks_group_finalize (GObject *object)
{
  OctantBlocksGroup *self = OCTANT_BLOCKS_GROUP (object);

  g_ptr_array_unref (self->sentences);
  g_ptr_array_unref (self->codes);

  G_OBJECT_CLASS (octant_blocks_group_parent_class)->finalize (object);
}

static void
octant_blocks_group_class_init (OctantBlocksGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = octant_blocks_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = octant_blocks_group_finalize;
}

static void
octant_blocks_group_init (OctantBlocksGroup *self)
{
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  self->codes = g_ptr_array_new_with_free_func (g_free);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "boxed-list");
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->list);

  self->all = gtk_button_new ();
  gtk_widget_add_css_class (self->all, "pill");
  gtk_widget_set_halign (self->all, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (self->all, 12);
  g_signal_connect_object (self->all, "clicked", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->all);
  /* Rows are only made anew when the conditions change, and there are none yet. */
  gtk_widget_set_visible (self->list, FALSE);
  gtk_widget_set_visible (self->all, FALSE);
}

static void
set_heading (OctantBlocksGroup *self,
             OctantAssessment  *assessment,
             const OctantScore *score)
{
  guint n_levels = octant_model_get_n_levels (octant_assessment_get_model (assessment));
  g_autofree char *title = NULL;

  if (!score->applicable)
    title = g_strdup (_("Nothing to Assess"));
  else if ((guint) score->l >= n_levels)
    title = g_strdup (_("Highest Level Reached"));
  else
    /* Translators: a heading above the conditions that block the next level */
    title = g_strdup_printf (_("What Keeps You at Level %d"), score->l);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self),
                                         self->sentences->len > 0 ? _("Each line leads to where it can be mended")
                                                                  : NULL);
}

void
octant_blocks_group_update (OctantBlocksGroup *self,
                            OctantSession     *session)
{
  OctantAssessment *assessment;
  OctantScorer *scorer;
  OctantModel *model;
  g_autoptr (GPtrArray) blocks = NULL;
  g_autoptr (GPtrArray) sentences = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) codes = g_ptr_array_new_with_free_func (g_free);

  g_return_if_fail (OCTANT_IS_BLOCKS_GROUP (self) && OCTANT_IS_SESSION (session));

  g_set_object (&self->session, session);
  assessment = octant_session_get_assessment (session);
  if (assessment == NULL)
    return;
  model = octant_assessment_get_model (assessment);
  scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL);
  blocks = octant_explain (scorer, OCTANT_NODE_OVERALL);
  for (guint i = 0; i < blocks->len && i < MANY; i++)
    {
      const OctantBlock *block = g_ptr_array_index (blocks, i);

      g_ptr_array_add (sentences, octant_sentence_block (assessment, block, octant_language_from_locale ()));
      g_ptr_array_add (codes, g_strdup (octant_blocks_get_target (model, block)));
    }
  if (!same_strings (sentences, self->sentences) || !same_strings (codes, self->codes))
    {
      g_clear_pointer (&self->sentences, g_ptr_array_unref);
      g_clear_pointer (&self->codes, g_ptr_array_unref);
      self->sentences = g_steal_pointer (&sentences);
      self->codes = g_steal_pointer (&codes);
      rebuild (self);
    }
  set_heading (self, assessment, octant_scorer_get_score (scorer, OCTANT_NODE_OVERALL));
}
