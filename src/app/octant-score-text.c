/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-score-text.h"

#include <glib/gi18n.h>

#include "octant-texts.h"
#include "octant-tip.h"

char *
octant_score_text_dup_interval (const OctantRational *low,
                                const OctantRational *high)
{
  g_autofree char *from = octant_rational_to_text (low, 2);
  g_autofree char *to = octant_rational_to_text (high, 2);

  return octant_format_interval (from, to);
}

char *
octant_score_text_dup_level (OctantModel       *model,
                             const OctantScore *score)
{
  if (score->l_hi > score->l)
    /* Translators: the level that is reached, and the one that the open answers could still bring */
    return g_strdup_printf (_("Level %d, up to %d possible"), score->l, score->l_hi);
  if (score->l == 0)
    return g_strdup (_("Level 0"));
  return g_strdup_printf (_("Level %d: %s"), score->l,
                          octant_localise (&octant_model_get_level (model, (guint) score->l)->name));
}

char *
octant_score_text_dup_claimed (OctantNode *node)
{
  OctantAssessment *assessment = octant_node_get_assessment (node);
  guint index = octant_node_get_index (node);
  OctantScorer *scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_CLAIMED);
  const OctantScore *claimed = octant_scorer_get_score (scorer, index);
  const OctantScore *official = octant_node_get_score (node);
  guint n = octant_assessment_get_shown_n_carried (assessment, index);
  g_autofree char *plain = NULL;
  g_autofree char *number = NULL;

  if (n == 0 || (claimed->l == official->l && octant_rational_equal (&claimed->s, &official->s)))
    return NULL;
  plain = octant_rational_to_text (&claimed->s, 2);
  number = octant_format_score (plain);
  return g_strdup_printf (ngettext ("With %u answer carried over and not confirmed: level %d, score %s",
                                    "With %u answers carried over and not confirmed: level %d, score %s", n),
                          n, claimed->l, number);
}

void
octant_score_text_set_exact (GtkWidget            *widget,
                             const OctantRational *low,
                             const OctantRational *high)
{
  g_autofree char *from = octant_rational_to_string (low);
  g_autofree char *to = octant_rational_to_string (high != NULL ? high : low);
  g_autofree char *exact = g_str_equal (from, to) ? g_strdup (from) : g_strdup_printf ("%s – %s", from, to);
  /* Translators: %s is a fraction, or two of them */
  g_autofree char *tip = g_strdup_printf (_("Exactly %s"), exact);

  octant_tip_set (widget, tip);
}
