/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-change-text.h"

#include <glib/gi18n.h>

#include "octant-texts.h"

/* The size of the difference as text, and its direction. */
static char *
dup_difference (const OctantRational *from,
                const OctantRational *to,
                int                  *sign)
{
  g_auto (OctantRational) difference = { 0 };
  g_autofree char *plain = NULL;

  *sign = octant_rational_compare (to, from);
  octant_rational_set (&difference, *sign >= 0 ? to : from);
  octant_rational_subtract (&difference, *sign >= 0 ? from : to);
  plain = octant_rational_to_text (&difference, 2);

  return octant_format_score (plain);
}

char *
octant_change_format_delta (const OctantRational *from,
                            const OctantRational *to)
{
  int sign;
  g_autofree char *size = dup_difference (from, to, &sign);

  return octant_format_signed (sign, size);
}

const OctantScore *
octant_change_find_score (OctantAssessment *assessment,
                          const char       *code)
{
  const OctantScore *score;
  guint node;

  if (assessment == NULL || !octant_model_find_node (octant_assessment_get_model (assessment), code, &node))
    return NULL;
  score = octant_scorer_get_score (octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL), node);

  return score->applicable ? score : NULL;
}

/* An object that the earlier assessment did not have is not compared with the whole of then. */
static const OctantScore *
find_before (OctantNode       *node,
             OctantAssessment *previous)
{
  if (previous == NULL || g_strcmp0 (octant_assessment_get_shown_object (octant_node_get_assessment (node)),
                                     octant_assessment_get_shown_object (previous)) != 0)
    return NULL;
  return octant_change_find_score (previous, octant_node_get_code (node));
}

char *
octant_change_dup_delta (OctantNode       *node,
                         OctantAssessment *previous)
{
  const OctantScore *before = find_before (node, previous);
  const OctantScore *now = octant_node_get_score (node);

  if (before == NULL || !now->applicable)
    return NULL;

  return octant_change_format_delta (&before->s, &now->s);
}

char *
octant_change_dup_sentence (OctantNode       *node,
                            OctantAssessment *previous)
{
  const OctantScore *before = find_before (node, previous);
  const OctantScore *now = octant_node_get_score (node);
  g_autofree char *size = NULL;
  int sign;

  if (before == NULL || !now->applicable)
    return NULL;
  size = dup_difference (&before->s, &now->s, &sign);
  if (sign > 0)
    /* Translators: difference of two scores, title of the earlier assessment */
    return g_strdup_printf (_("%s higher than in %s"), size, octant_assessment_get_title (previous));
  if (sign < 0)
    /* Translators: difference of two scores, title of the earlier assessment */
    return g_strdup_printf (_("%s lower than in %s"), size, octant_assessment_get_title (previous));

  return g_strdup_printf (_("Same as in %s"), octant_assessment_get_title (previous));
}
