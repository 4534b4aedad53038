/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-why-dialog.h"

#include <glib/gi18n.h>

#include "octant-condition-row.h"
#include "octant-level-pill.h"
#include "octant-paragraph.h"
#include "octant-score-text.h"
#include "octant-texts.h"
#include "octant-trickle.h"
#include "report/octant-sentences.h"

/* Conditions at most: nobody reads more than that. */
#define MANY 40u

/* The parts of the dialog from its top, in the order in which they are made. */
typedef enum
{
  PART_TEXT,
  PART_CONDITIONS,
  PART_ARITHMETIC,
  PART_BACKING,
  N_PARTS,
} Part;

struct _OctantWhyDialog
{
  AdwDialog parent_instance;

  OctantNode *node;       /* (owned) */
  GPtrArray *blocks;      /* (owned) (element-type OctantBlock) */
  GtkBox *box;
  GtkWidget *scroller;    /* around the box */
  GtkListBox *conditions; /* (nullable): gets a row for each block */
  GtkGrid *grid;          /* (nullable): gets the numbers */
  Part part;              /* the one that is being made */
  guint done;             /* of its rows */
  int row;                /* of the grid */
  guint source;           /* makes the next ones, 0 for none */
  gboolean held;          /* they wait until the first one has the keyboard */
};

G_DEFINE_FINAL_TYPE (OctantWhyDialog, octant_why_dialog, ADW_TYPE_DIALOG)

static OctantScorer *
get_scorer (OctantWhyDialog *self)
{
  return octant_assessment_get_shown_scorer (octant_node_get_assessment (self->node), OCTANT_READING_OFFICIAL);
}

static OctantModel *
get_model (OctantWhyDialog *self)
{
  return octant_assessment_get_model (octant_node_get_assessment (self->node));
}

static GtkWidget *
add_label (GtkGrid    *grid,
           const char *text,
           const char *style,
           gboolean    number,
           int         column,
           int         row,
           int         width)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), number ? 1 : 0);
  if (number)
    gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  gtk_grid_attach (grid, label, column, row, width, 1);

  return label;
}

static void
add_number (GtkGrid              *grid,
            const OctantRational *value,
            const char           *style,
            int                   column,
            int                   row)
{
  g_autofree char *plain = octant_rational_to_text (value, 2);
  g_autofree char *text = octant_format_score (plain);

  octant_score_text_set_exact (add_label (grid, text, style, TRUE, column, row, 1), value, NULL);
}

static GtkGrid *
make_grid (void)
{
  GtkGrid *grid = GTK_GRID (gtk_grid_new ());

  gtk_grid_set_column_spacing (grid, 12);
  gtk_grid_set_row_spacing (grid, 6);
  gtk_widget_set_margin_top (GTK_WIDGET (grid), 12);
  gtk_widget_set_margin_bottom (GTK_WIDGET (grid), 12);
  gtk_widget_set_margin_start (GTK_WIDGET (grid), 12);
  gtk_widget_set_margin_end (GTK_WIDGET (grid), 12);

  return grid;
}

/* Rows of one aspect for one object: what is achieved at each level, and what counts of it. */
static int
add_aspect (OctantWhyDialog *self,
            GtkGrid         *grid,
            guint            subdomain,
            guint            aspect,
            guint            slot,
            gboolean         by_object,
            int              row)
{
  OctantAssessment *assessment = octant_node_get_assessment (self->node);
  OctantModel *model = get_model (self);
  const OctantScore *score = octant_scorer_get_object_score (get_scorer (self), subdomain, slot);
  guint n_levels = octant_model_get_n_levels (model);
  const char *name = octant_localise (&octant_model_get_aspect (model, aspect)->name);
  g_autofree char *title = NULL;

  if (!score->has_aspect[aspect])
    return row;
  title = by_object ? g_strdup_printf ("%s · %s", name,
                                       octant_record_get (octant_assessment_get_object (assessment, slot),
                                                          OCTANT_CYCLE_OBJECT_NAME))
                    : g_strdup (name);
  gtk_label_set_ellipsize (GTK_LABEL (add_label (grid, title, "heading", FALSE, 0, row, (int) n_levels + 2)),
                           PANGO_ELLIPSIZE_END);
  add_label (grid, _("Achieved"), "dimmed", FALSE, 0, row + 1, 1);
  add_label (grid, _("Counts"), "dimmed", FALSE, 0, row + 2, 1);
  for (guint level = 1; level <= n_levels; level++)
    {
      g_auto (OctantCell) cell = { 0 };

      octant_scorer_get_cell (get_scorer (self), subdomain, aspect, level, slot, OCTANT_BOUND_LO, &cell);
      if (!cell.counted)
        {
          add_label (grid, "–", "dimmed", TRUE, (int) level, row + 1, 1);
          add_label (grid, "–", "dimmed", TRUE, (int) level, row + 2, 1);
          continue;
        }
      add_number (grid, &cell.a, NULL, (int) level, row + 1);
      add_number (grid, &cell.m, octant_rational_equal (&cell.a, &cell.m) ? NULL : "warning", (int) level, row + 2);
    }
  add_number (grid, &score->s_aspect[aspect], "heading", (int) n_levels + 1, row + 2);

  return row + 3;
}

static guint
get_n_slots (OctantWhyDialog *self)
{
  guint subdomain = octant_node_get_index (self->node) - octant_model_subdomain_node (get_model (self), 0);

  return octant_model_is_rated_by_object (get_model (self), subdomain) ? octant_scorer_get_n_slots (get_scorer (self)) : 1;
}

static void
add_cells_heading (OctantWhyDialog *self)
{
  guint n_levels = octant_model_get_n_levels (get_model (self));

  gtk_widget_set_hexpand (add_label (self->grid, _("Level"), "dimmed", FALSE, 0, 0, 1), TRUE);
  for (guint level = 1; level <= n_levels; level++)
    {
      g_autofree char *text = g_strdup_printf ("%u", level);

      add_label (self->grid, text, "dimmed", TRUE, (int) level, 0, 1);
    }
  add_label (self->grid, _("Sum"), "dimmed", TRUE, (int) n_levels + 1, 0, 1);
}

/* One aspect of one object; FALSE after the last. */
static gboolean
add_cells_step (OctantWhyDialog *self)
{
  guint n_aspects = octant_model_get_n_aspects (get_model (self));
  guint subdomain = octant_node_get_index (self->node) - octant_model_subdomain_node (get_model (self), 0);
  guint n_slots = get_n_slots (self);

  self->row = add_aspect (self, self->grid, subdomain, self->done % n_aspects, self->done / n_aspects, n_slots > 1, self->row);
  return ++self->done < n_slots * n_aspects;
}

/* What a child weighs in the node: its part of the sum of weights of those that are applicable. */
static void
find_share (OctantWhyDialog *self,
            OctantNode      *child,
            OctantRational  *share)
{
  OctantModel *model = get_model (self);
  guint first = octant_model_subdomain_node (model, 0);
  g_auto (OctantRational) total = { 0 };

  octant_rational_clear (share);
  for (guint i = 0; i < octant_model_get_n_subdomains (model); i++)
    {
      guint domain = octant_model_domain_node (model, octant_model_get_subdomain (model, i)->domain);
      guint index = octant_node_get_index (child), own = octant_node_get_index (self->node);
      g_auto (OctantRational) weight = { 0 };

      octant_scorer_get_weight (get_scorer (self), i, &weight);
      if (index == domain || index == first + i)
        octant_rational_add (share, &weight);
      if (own == OCTANT_NODE_OVERALL || own == domain)
        octant_rational_add (&total, &weight);
    }
  octant_rational_divide (share, &total);
}

static void
add_child (OctantWhyDialog *self,
           GtkGrid         *grid,
           OctantNode      *child,
           int              row)
{
  const OctantScore *score = octant_node_get_score (child);
  g_auto (OctantRational) share = { 0 };
  g_auto (OctantRational) hundred = { 100, 1, NULL };
  g_autofree char *title = g_strdup_printf ("%s %s", octant_node_get_code (child),
                                            octant_localise (octant_node_get_name (child)));
  GtkWidget *label = add_label (grid, title, NULL, FALSE, 0, row, 1);
  GtkWidget *pill = octant_level_pill_new ();
  g_autofree char *percent = NULL;
  g_autofree char *text = NULL;

  gtk_widget_set_hexpand (label, TRUE);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_widget_add_css_class (pill, "caption-heading");
  gtk_widget_set_halign (pill, GTK_ALIGN_END);
  octant_level_pill_set_level (OCTANT_LEVEL_PILL (pill), score->applicable ? score->l : -1);
  gtk_grid_attach (grid, pill, 4, row, 1, 1);
  if (!score->applicable)
    {
      add_label (grid, "–", "dimmed", TRUE, 1, row, 1);
      return;
    }
  find_share (self, child, &share);
  add_number (grid, &score->s, NULL, 2, row);
  octant_rational_multiply (&hundred, &share);
  percent = octant_rational_to_text (&hundred, 1);
  text = octant_format_score (percent);
  add_label (grid, text, "dimmed", TRUE, 1, row, 1);
  octant_rational_multiply (&share, &score->s);
  add_number (grid, &share, NULL, 3, row);
}

static void
add_children_heading (OctantWhyDialog *self)
{
  add_label (self->grid, _("Weight %"), "dimmed", TRUE, 1, 0, 1);
  add_label (self->grid, _("Score"), "dimmed", TRUE, 2, 0, 1);
  /* Translators: heading of a column: what each part adds to the score */
  add_label (self->grid, _("Adds"), "dimmed", TRUE, 3, 0, 1);
  add_label (self->grid, _("Level"), "dimmed", TRUE, 4, 0, 1);
}

/* One child, and after the last one the sum; FALSE after that. */
static gboolean
add_children_step (OctantWhyDialog *self)
{
  GListModel *children = octant_node_get_children (self->node);
  g_autoptr (OctantNode) child = g_list_model_get_item (children, self->done++);

  if (child != NULL)
    {
      add_child (self, self->grid, child, self->row++);
      return TRUE;
    }
  add_label (self->grid, _("Sum"), "heading", FALSE, 0, self->row, 1);
  add_number (self->grid, &octant_node_get_score (self->node)->s, "heading", 3, self->row);
  return FALSE;
}

/* The frame of the numbers. */
static GtkWidget *
make_arithmetic (OctantWhyDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  gboolean leaf = octant_node_is_subdomain (self->node);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("How the Score Comes About"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    leaf ? _("Of a level counts what it achieves, but never more than the levels below it; the sum is the score")
         : _("The score is the sum of the scores below, each by its weight"));
  self->grid = make_grid ();
  self->row = 1;
  if (leaf)
    add_cells_heading (self);
  else
    add_children_heading (self);
  gtk_widget_add_css_class (scroller, "card");
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_AUTOMATIC, GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->grid));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), scroller);

  return group;
}

/* A row leads away from here. */
static void
leave (gpointer    user_data,
       const char *code)
{
  OctantWhyDialog *self = user_data;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));
  guint index;

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (root, octant_model_find_requirement (get_model (self), code, &index)
                                      ? "win.show-requirement"
                                      : "win.show-node",
                              "s", code);
}

/* The frame of the conditions. */
static GtkWidget *
make_conditions (OctantWhyDialog *self)
{
  const OctantScore *score = octant_node_get_score (self->node);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *list = gtk_list_box_new ();
  g_autofree char *title = g_strdup_printf (_("What Keeps It at Level %d"), score->l);

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  self->conditions = GTK_LIST_BOX (list);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), list);
  if (self->blocks->len > MANY)
    {
      g_autofree char *rest = g_strdup_printf (ngettext ("and %u more", "and %u more", self->blocks->len - MANY),
                                               self->blocks->len - MANY);

      adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), rest);
    }

  return group;
}

static GtkWidget *
make_text (const char *text,
           const char *style)
{
  GtkWidget *paragraph = octant_paragraph_new (text);

  if (style != NULL)
    gtk_widget_add_css_class (paragraph, style);

  return paragraph;
}

static void
add_text (OctantWhyDialog *self)
{
  g_autofree char *sentence = octant_sentence_node (octant_node_get_assessment (self->node),
                                                    octant_node_get_index (self->node), octant_language_from_locale ());

  gtk_box_append (self->box, make_text (sentence, NULL));
  if (octant_node_get_score (self->node)->limited)
    gtk_box_append (self->box, make_text (_("Limited: the score alone would allow a higher level"), "warning"));
}

static gboolean fill_step (gpointer data);

/*
 * What has the keyboard while there is nothing else hands it on; from then on it is the user's. In a frame that lays out no
 * rows: the whole window is styled again for it.
 */
static gboolean
hand_on_cb (GtkWidget     *row,
            GdkFrameClock *clock,
            gpointer       user_data)
{
  OctantWhyDialog *self = user_data;

  if (gtk_widget_get_height (row) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_is_focus (self->scroller))
    gtk_widget_grab_focus (row);
  if (self->held)
    octant_trickle_queue (&self->source, fill_step, self);
  self->held = FALSE;
  return G_SOURCE_REMOVE;
}

static gboolean
add_condition_step (OctantWhyDialog *self)
{
  GtkWidget *row;

  if (self->done == 0)
    gtk_box_append (self->box, make_conditions (self));
  row = octant_condition_row_new (octant_node_get_assessment (self->node), g_ptr_array_index (self->blocks, self->done), leave,
                                  G_OBJECT (self));
  gtk_list_box_append (self->conditions, row);
  if (self->done == 0)
    gtk_widget_add_tick_callback (row, hand_on_cb, self, NULL);
  return ++self->done < MIN (self->blocks->len, MANY);
}

static gboolean
add_number_step (OctantWhyDialog *self)
{
  if (self->done == 0)
    gtk_box_append (self->box, make_arithmetic (self));
  return octant_node_is_subdomain (self->node) ? add_cells_step (self) : add_children_step (self);
}

static void
add_backing (OctantWhyDialog *self)
{
  g_autofree char *backing = octant_sentence_backing (octant_node_get_assessment (self->node),
                                                      octant_node_get_index (self->node), octant_language_from_locale ());

  gtk_box_append (self->box, make_text (backing, "dimmed"));
}

/* A piece of the part that is being made; FALSE when it was the last of it. */
static gboolean
make_piece (OctantWhyDialog *self)
{
  switch (self->part)
    {
    case PART_TEXT:
      add_text (self);
      return FALSE;
    case PART_CONDITIONS:
      return self->blocks->len > 0 && add_condition_step (self);
    case PART_ARITHMETIC:
      return add_number_step (self);
    case PART_BACKING:
      add_backing (self);
      return FALSE;
    case N_PARTS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
fill_step (gpointer data)
{
  OctantWhyDialog *self = data;

  /* A node may outlive its assessment. */
  if (octant_node_get_assessment (self->node) == NULL)
    return FALSE;
  if (make_piece (self))
    {
      self->held = self->part == PART_CONDITIONS && self->done == 1;
      return !self->held;
    }
  self->done = 0;
  self->part++;
  /* Of what is not applicable there is nothing more to say. */
  return self->part < N_PARTS && octant_node_get_score (self->node)->applicable;
}

static void
octant_why_dialog_dispose (GObject *object)
{
  OctantWhyDialog *self = OCTANT_WHY_DIALOG (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_object (&self->node);

  G_OBJECT_CLASS (octant_why_dialog_parent_class)->dispose (object);
}

static void
octant_why_dialog_class_init (OctantWhyDialogClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = octant_why_dialog_dispose;
}

static void
octant_why_dialog_init (OctantWhyDialog *self)
{
}

static char *
dup_title (const OctantScore *score)
{
  if (!score->applicable)
    return g_strdup (_("No Level"));
  /* Translators: title of an explanation */
  return g_strdup_printf (_("Why Level %d?"), score->l);
}

/* What is explained, and for which object if not for all. */
static char *
dup_subtitle (OctantNode *node)
{
  const char *name = octant_localise (octant_node_get_name (node));
  const char *object = octant_assessment_get_shown_name (octant_node_get_assessment (node));

  return object != NULL ? g_strdup_printf ("%s · %s", name, object) : g_strdup (name);
}

AdwDialog *
octant_why_dialog_new (OctantNode *node)
{
  OctantWhyDialog *self;
  GtkWidget *view, *header, *scroller, *clamp, *box;
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  g_return_val_if_fail (OCTANT_IS_NODE (node), NULL);

  self = g_object_new (OCTANT_TYPE_WHY_DIALOG, "content-width", 640, "content-height", 600, NULL);
  self->node = g_object_ref (node);
  title = dup_title (octant_node_get_score (node));
  adw_dialog_set_title (ADW_DIALOG (self), title);

  subtitle = dup_subtitle (node);
  header = adw_header_bar_new ();
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header),
                                   adw_window_title_new (title, subtitle));
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 18);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  self->box = GTK_BOX (box);
  self->blocks = octant_explain (get_scorer (self), octant_node_get_index (node));
  octant_trickle_queue_dialog (&self->source, fill_step, self);
  clamp = adw_clamp_new ();
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  view = adw_toolbar_view_new ();
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), header);
  self->scroller = scroller;
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scroller);
  adw_dialog_set_child (ADW_DIALOG (self), view);

  return ADW_DIALOG (self);
}
