/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-comparison-rows.h"

#include <glib/gi18n.h>
#include <string.h>

#include "octant-change-text.h"
#include "octant-list-box.h"
#include "octant-level-pill.h"
#include "octant-texts.h"
#include "octant-tip.h"

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

/* Room that a level takes that leads to its explanation, so that figures stand in one column with those that do not. */
#define BUTTON 34

/* The level of the later year leads to its explanation, when that assessment is open. */
static GtkWidget *
make_later_pill (const OctantNodeChange *change,
                 gboolean                open)
{
  GtkWidget *button, *pill;

  if (!change->in_b || !open)
    {
      GtkWidget *bin = adw_bin_new ();

      pill = make_pill (change->l_b, change->in_b);
      gtk_widget_set_halign (pill, GTK_ALIGN_CENTER);
      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      adw_bin_set_child (ADW_BIN (bin), pill);
      gtk_widget_set_size_request (bin, BUTTON, -1);

      return bin;
    }
  button = gtk_button_new ();
  pill = make_pill (change->l_b, TRUE);
  gtk_widget_set_halign (pill, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), pill);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  octant_tip_set (button, is_limited (change) ? _("Limited: the score alone would allow a higher level")
                                              : _("Why this level?"));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", change->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.explain");

  return button;
}

/* Room that the arrow of an unfolding row takes, so that figures stand in one column. */
#define ARROW 28

static GtkWidget *
make_results (const OctantNodeChange *change,
              gboolean                open,
              gboolean                narrow)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  gboolean mirrored = gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
  GtkWidget *arrow = gtk_label_new (mirrored ? "←" : "→");
  g_autofree char *before = dup_score (&change->s_a, change->in_a);
  g_autofree char *after = dup_score (&change->s_b, change->in_b);
  g_autofree char *delta = change->in_a && change->in_b ? octant_change_format_delta (&change->s_a, &change->s_b)
                                                        : g_strdup ("");
  gboolean worse = change->in_a && change->in_b && octant_rational_compare (&change->s_b, &change->s_a) < 0;

  gtk_widget_add_css_class (arrow, "dimmed");
  if (!narrow && is_limited (change))
    gtk_box_append (GTK_BOX (box), make_number (_("limited"), "caption", -1));
  if (!narrow)
    gtk_box_append (GTK_BOX (box), make_number (before, "dimmed", 4));
  gtk_box_append (GTK_BOX (box), make_pill (change->l_a, change->in_a));
  gtk_box_append (GTK_BOX (box), arrow);
  if (!narrow)
    gtk_box_append (GTK_BOX (box), make_number (after, NULL, 4));
  gtk_box_append (GTK_BOX (box), make_later_pill (change, open));
  gtk_box_append (GTK_BOX (box), make_number (delta, worse ? "warning" : "heading", 6));

  return box;
}

/* "2.31 → 2.73", and whether the later level is limited: what has no room beside the levels. */
static char *
dup_scores (const OctantNodeChange *change)
{
  g_autofree char *before = dup_score (&change->s_a, change->in_a);
  g_autofree char *after = dup_score (&change->s_b, change->in_b);

  return is_limited (change) ? g_strdup_printf ("%s → %s · %s", before, after, _("limited"))
                             : g_strdup_printf ("%s → %s", before, after);
}

GtkWidget *
octant_comparison_make_summary (const OctantNodeChange *change,
                                gboolean                open,
                                gboolean                narrow)
{
  GtkWidget *results = make_results (change, open, narrow);
  g_autofree char *scores = NULL;
  GtkWidget *box;

  if (!narrow)
    return results;
  scores = dup_scores (change);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_widget_set_halign (results, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (box), results);
  gtk_box_append (GTK_BOX (box), make_number (scores, "caption", -1));

  return box;
}

/* The code of what unfolds or hangs below; the whole has none that says anything. */
static char *
dup_subtitle (const OctantNodeChange *change,
              gboolean                narrow,
              gboolean                whole)
{
  g_autofree char *scores = dup_scores (change);

  if (whole)
    return narrow ? g_steal_pointer (&scores) : NULL;
  if (change->known_a != change->known_b)
    return g_strdup_printf ("%s · %s", change->code, change->known_b ? _("New in the model") : _("Retired in the model"));
  if (change->name_a.zh != NULL && !narrow)
    return g_strdup_printf (_("%s · Was called “%s”"), change->code, octant_localise (&change->name_a));

  return narrow ? g_strdup_printf ("%s · %s", change->code, scores) : g_strdup (change->code);
}

static GtkWidget *
make_row (const OctantNodeChange *change,
          gboolean                open,
          gboolean                narrow,
          gboolean                unfolds,
          gboolean                whole)
{
  GtkWidget *row = unfolds ? adw_expander_row_new () : adw_action_row_new ();
  g_autofree char *subtitle = dup_subtitle (change, narrow, whole);
  GtkWidget *results;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), whole ? _("Overall") : octant_localise (&change->name));
  g_object_set (row, "subtitle", subtitle, NULL);
  results = make_results (change, open, narrow);
  if (unfolds)
    {
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, whole ? _("Overall") : octant_localise (&change->name), -1);
      adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), results);
    }
  else
    {
      gtk_widget_set_margin_end (results, ARROW);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), results);
    }

  return row;
}

/* What an unfolding row makes when it unfolds. */
typedef struct
{
  const OctantComparison *comparison;
  const char *domain;
  gboolean open;
  gboolean narrow;
} Below;

static void
expanded_cb (AdwExpanderRow *row,
             GParamSpec     *pspec,
             Below          *below)
{
  gsize length = strlen (below->domain);

  if (below->comparison == NULL || !adw_expander_row_get_expanded (row))
    return;
  for (guint i = 0; i < below->comparison->nodes->len; i++)
    {
      const OctantNodeChange *change = g_ptr_array_index (below->comparison->nodes, i);

      if (strncmp (change->code, below->domain, length) == 0 && change->code[length] == '.' &&
          (change->known_a || change->known_b))
        adw_expander_row_add_row (row, make_row (change, below->open, below->narrow, FALSE, FALSE));
    }
  below->comparison = NULL;
}

static void
free_below (gpointer  data,
            GClosure *closure)
{
  g_free (data);
}

gboolean
octant_comparison_make_row (GtkListBox             *list,
                            const OctantComparison *comparison,
                            guint                  *next,
                            guint                  *n_rows,
                            gboolean                open,
                            gboolean                narrow)
{
  const OctantNodeChange *change = NULL;
  gboolean whole;
  GtkWidget *row;

  while (*next < comparison->nodes->len && change == NULL)
    {
      change = g_ptr_array_index (comparison->nodes, (*next)++);
      if (strchr (change->code, '.') != NULL)
        change = NULL;
    }
  if (change == NULL)
    {
      octant_list_box_cut (list, *n_rows);
      return FALSE;
    }
  whole = g_str_equal (change->code, "overall");
  row = make_row (change, open, narrow, !whole, whole);
  if (!whole)
    {
      Below *below = g_new (Below, 1);

      *below = (Below) { comparison, change->code, open, narrow };
      g_signal_connect_data (row, "notify::expanded", G_CALLBACK (expanded_cb), below, free_below, 0);
    }
  octant_list_box_put (list, (*n_rows)++, row);
  return TRUE;
}
