/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-comparison-rows.h"

#include <glib/gi18n.h>

#include "octant-change-text.h"
#include "octant-level-pill.h"
#include "octant-texts.h"
#include "octant-tip.h"
#include "octant-why-dialog.h"

static GtkWidget *
make_pill (int      level,
           gboolean there)
{
  GtkWidget *pill = octant_level_pill_new ();

  octant_level_pill_set_level (OCTANT_LEVEL_PILL (pill), there ? level : -1);
  gtk_widget_add_css_class (pill, "caption-heading");

  return pill;
}

static GtkWidget *
make_number (const char *text,
             const char *style,
             int         chars)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 1);
  gtk_label_set_width_chars (GTK_LABEL (label), chars);
  gtk_widget_add_css_class (label, "numeric");
  if (style != NULL)
    gtk_widget_add_css_class (label, style);

  return label;
}

static char *
dup_score (const OctantRational *s,
           gboolean              there)
{
  g_autofree char *plain = octant_rational_to_text (s, 2);

  return there ? octant_format_score (plain) : g_strdup ("–");
}

static gboolean
is_limited (const OctantNodeChange *change)
{
  return change->in_b && octant_rational_floor (&change->s_b) > change->l_b;
}

/* The level of the later year leads to its explanation. */
static void
explain_cb (GtkButton        *button,
            OctantAssessment *later)
{
  const char *code = g_object_get_data (G_OBJECT (button), "code");
  guint node;

  if (octant_model_find_node (octant_assessment_get_model (later), code, &node))
    adw_dialog_present (octant_why_dialog_new (octant_assessment_get_node (later, node)), GTK_WIDGET (button));
}

static GtkWidget *
make_later_pill (const OctantNodeChange *change,
                 OctantAssessment       *later)
{
  GtkWidget *button, *pill;

  if (!change->in_b)
    return make_pill (change->l_b, FALSE);
  button = gtk_button_new ();
  pill = make_pill (change->l_b, TRUE);
  gtk_widget_set_halign (pill, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), pill);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  octant_tip_set (button, is_limited (change) ? _("Limited: the score alone would allow a higher level")
                                              : _("Why this level?"));
  g_object_set_data_full (G_OBJECT (button), "code", g_strdup (change->code), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (explain_cb), later, 0);

  return button;
}

/* Room that the arrow of an unfolding row takes, so that figures stand in one column. */
#define ARROW 28

/* Earlier result, arrow, later result, difference. */
static GtkWidget *
make_results (const OctantNodeChange *change,
              OctantAssessment       *later,
              gboolean                narrow,
              gboolean                unfolds)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *arrow = gtk_label_new ("→");
  g_autofree char *before = dup_score (&change->s_a, change->in_a);
  g_autofree char *after = dup_score (&change->s_b, change->in_b);
  g_autofree char *delta = change->in_a && change->in_b ? octant_change_format_delta (&change->s_a, &change->s_b)
                                                        : g_strdup ("");
  gboolean worse = change->in_a && change->in_b && octant_rational_compare (&change->s_b, &change->s_a) < 0;

  gtk_widget_set_margin_end (box, unfolds ? 0 : ARROW);
  gtk_widget_add_css_class (arrow, "dimmed");
  if (!narrow)
    gtk_box_append (GTK_BOX (box), make_number (before, "dimmed", 4));
  gtk_box_append (GTK_BOX (box), make_pill (change->l_a, change->in_a));
  gtk_box_append (GTK_BOX (box), arrow);
  if (!narrow)
    gtk_box_append (GTK_BOX (box), make_number (after, NULL, 4));
  gtk_box_append (GTK_BOX (box), make_later_pill (change, later));
  gtk_box_append (GTK_BOX (box), make_number (delta, worse ? "warning" : "heading", 6));

  return box;
}

/* The code of what unfolds or hangs below; the whole has none that says anything. */
static char *
dup_subtitle (const OctantNodeChange *change,
              gboolean                narrow,
              gboolean                whole)
{
  g_autofree char *before = dup_score (&change->s_a, change->in_a);
  g_autofree char *after = dup_score (&change->s_b, change->in_b);

  if (whole)
    return narrow ? g_strdup_printf ("%s → %s", before, after) : NULL;

  return narrow ? g_strdup_printf ("%s · %s → %s", change->code, before, after) : g_strdup (change->code);
}

/* The same with what the later level does not show: that its score would allow more. */
static char *
dup_remark (const OctantNodeChange *change,
            OctantAssessment       *later,
            gboolean                narrow,
            gboolean                whole)
{
  g_autofree char *subtitle = dup_subtitle (change, narrow, whole);
  g_autofree char *remark = NULL;

  if (!is_limited (change))
    return g_steal_pointer (&subtitle);
  /* Translators: title of an assessment; there the level is lower than the score would allow */
  remark = g_strdup_printf (_("limited in %s"), octant_assessment_get_title (later));

  return subtitle != NULL ? g_strdup_printf ("%s · %s", subtitle, remark) : g_steal_pointer (&remark);
}

static GtkWidget *
make_row (const OctantNodeChange *change,
          OctantAssessment       *later,
          gboolean                narrow,
          gboolean                unfolds,
          gboolean                whole)
{
  GtkWidget *row = unfolds ? adw_expander_row_new () : adw_action_row_new ();
  g_autofree char *subtitle = dup_remark (change, later, narrow, whole);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), whole ? _("Overall") : octant_localise (&change->name));
  g_object_set (row, "subtitle", subtitle, NULL);
  if (unfolds)
    adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), make_results (change, later, narrow, TRUE));
  else
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_results (change, later, narrow, FALSE));

  return row;
}

void
octant_comparison_fill_rows (GtkListBox             *list,
                             const OctantComparison *comparison,
                             OctantAssessment       *later,
                             gboolean                narrow)
{
  OctantModel *model = octant_assessment_get_model (later);
  const char *overall = octant_model_get_node_code (model, OCTANT_NODE_OVERALL);
  g_autoptr (GHashTable) domains = g_hash_table_new (g_str_hash, g_str_equal);

  gtk_list_box_remove_all (list);
  for (guint i = 0; i < comparison->nodes->len; i++)
    {
      const OctantNodeChange *change = g_ptr_array_index (comparison->nodes, i);
      const char *point = strchr (change->code, '.');
      gboolean whole;
      GtkWidget *row;

      if (point != NULL)
        {
          g_autofree char *domain = g_strndup (change->code, (gsize) (point - change->code));
          GtkWidget *parent = g_hash_table_lookup (domains, domain);

          if (parent != NULL)
            adw_expander_row_add_row (ADW_EXPANDER_ROW (parent), make_row (change, later, narrow, FALSE, FALSE));
          continue;
        }
      whole = g_str_equal (change->code, overall);
      row = make_row (change, later, narrow, !whole, whole);
      if (!whole)
        g_hash_table_insert (domains, change->code, row);
      gtk_list_box_append (list, row);
    }
}
