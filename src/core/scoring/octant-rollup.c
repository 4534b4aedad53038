/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/octant-scoring-private.h"

/*
 * Weighted means and levels with a quorum, the two operations of which the tree above
 * the cells is built. Each runs on 64-bit integers with checked operations and starts
 * again in OctantRational when one of them overflows.
 */

void
octant_term_clear (OctantTerm *self)
{
  octant_rational_clear (&self->exact);
  self->num = 0;
  self->den = 1;
}

void
octant_term_set (OctantTerm *self,
                 gint64      num,
                 gint64      den)
{
  if (self->exact.big != NULL)
    octant_rational_clear (&self->exact);
  self->num = num;
  self->den = den;
}

void
octant_term_set_exact (OctantTerm           *self,
                       const OctantRational *value)
{
  if (value->big == NULL)
    {
      octant_term_set (self, value->num, value->den == 0 ? 1 : value->den);
      return;
    }
  octant_rational_set (&self->exact, value);
  self->num = 0;
  self->den = 0;
}

void
octant_term_get (const OctantTerm *self,
                 OctantRational   *out)
{
  if (self->den == 0)
    octant_rational_set (out, &self->exact);
  else
    octant_rational_set_fraction (out, self->num, self->den);
}

/**
 * octant_fractions_scale:
 *
 * Writes @fractions as numerators over @den, their least common denominator.
 *
 * Returns: FALSE when a numerator or the denominator does not fit 64 bits
 */
gboolean
octant_fractions_scale (const OctantFraction *fractions,
                        guint                 n,
                        gint64               *out,
                        gint64               *den)
{
  *den = 1;
  for (guint i = 0; i < n; i++)
    if (!octant_lcm (den, fractions[i].den))
      return FALSE;
  for (guint i = 0; i < n; i++)
    if (__builtin_mul_overflow (fractions[i].num, *den / fractions[i].den, &out[i]))
      return FALSE;
  return TRUE;
}

void
octant_weights_init (OctantWeights        *self,
                     const OctantFraction *fractions,
                     guint                 n)
{
  gint64 common = 0, total = 0, den;

  self->n = n;
  self->exact = g_new0 (OctantRational, n);
  for (guint i = 0; i < n; i++)
    self->exact[i] = octant_rational_from_fraction (&fractions[i]);

  self->small = g_new0 (gint64, n);
  if (!octant_fractions_scale (fractions, n, self->small, &den))
    {
      g_clear_pointer (&self->small, g_free);
      return;
    }
  for (guint i = 0; i < n; i++)
    common = (gint64) octant_gcd ((guint64) common, (guint64) self->small[i]);
  for (guint i = 0; i < n; i++)
    {
      self->small[i] /= MAX (common, 1);
      if (__builtin_add_overflow (total, self->small[i], &total))
        {
          g_clear_pointer (&self->small, g_free);
          return;
        }
    }
}

void
octant_weights_clear (OctantWeights *self)
{
  g_clear_pointer (&self->small, g_free);
  g_clear_pointer (&self->exact, g_free);
  self->n = 0;
}

static gboolean
mean_small (OctantTerm          *out,
            const OctantWeights *weights,
            const OctantSummand *summands,
            guint                n)
{
  gint64 common = summands[0].term->den, num = 0, total = 0, den;

  if (weights->small == NULL)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      gint64 term_den = summands[i].term->den;

      if (term_den == 0 || !octant_lcm (&common, term_den))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      const OctantTerm *term = summands[i].term;
      gint64 weight = weights->small[summands[i].weight];
      gint64 part;

      if (__builtin_mul_overflow (term->num, weight, &part)
          || (term->den != common && __builtin_mul_overflow (part, common / term->den, &part))
          || __builtin_add_overflow (num, part, &num))
        return FALSE;
      total += weight;
    }
  if (__builtin_mul_overflow (common, total, &den))
    return FALSE;
  octant_term_set (out, num, den);
  return TRUE;
}

void
octant_rollup_mean (OctantTerm          *out,
                    const OctantWeights *weights,
                    const OctantSummand *summands,
                    guint                n)
{
  g_auto (OctantRational) sum = { 0 };
  g_auto (OctantRational) total = { 0 };

  g_assert (n > 0);

  /* The mean of one is itself, over the same denominator. */
  if (n == 1 && summands[0].term->den != 0)
    {
      octant_term_set (out, summands[0].term->num, summands[0].term->den);
      return;
    }
  if (G_LIKELY (mean_small (out, weights, summands, n)))
    return;

  for (guint i = 0; i < n; i++)
    {
      const OctantRational *weight = &weights->exact[summands[i].weight];
      g_auto (OctantRational) part = { 0 };

      octant_term_get (summands[i].term, &part);
      octant_rational_multiply (&part, weight);
      octant_rational_add (&sum, &part);
      octant_rational_add (&total, weight);
    }
  octant_rational_divide (&sum, &total);
  octant_term_set_exact (out, &sum);
}

void
octant_rollup_share (const OctantWeights *weights,
                     const OctantRanked  *children,
                     guint                n,
                     int                  level,
                     OctantRational      *share)
{
  g_auto (OctantRational) total = { 0 };

  octant_rational_clear (share);
  for (guint i = 0; i < n; i++)
    {
      const OctantRational *weight = &weights->exact[children[i].weight];

      octant_rational_add (&total, weight);
      if (children[i].level >= level)
        octant_rational_add (share, weight);
    }
  octant_rational_divide (share, &total);
}

static gboolean
quorum_reached (const OctantWeights  *weights,
                const OctantRanked   *children,
                guint                 n,
                int                   level,
                const OctantFraction *quorum)
{
  g_auto (OctantRational) share = { 0 };
  OctantRational need = octant_rational_from_fraction (quorum);

  if (G_LIKELY (weights->small != NULL))
    {
      gint64 total = 0, reached = 0;

      for (guint i = 0; i < n; i++)
        {
          gint64 weight = weights->small[children[i].weight];

          total += weight;
          reached += children[i].level >= level ? weight : 0;
        }
      return (__int128) reached * quorum->den >= (__int128) total * quorum->num;
    }

  octant_rollup_share (weights, children, n, level, &share);
  return octant_rational_compare (&share, &need) >= 0;
}

int
octant_rollup_level (const OctantWeights  *weights,
                     const OctantRanked   *children,
                     guint                 n,
                     const OctantFraction *quorum,
                     guint                 tolerance,
                     int                   cap)
{
  int lowest = G_MAXINT, level = 0;

  for (guint i = 0; i < n; i++)
    lowest = MIN (lowest, children[i].level);
  for (int k = 1; k <= cap && lowest >= k - (int) tolerance; k++)
    {
      if (!quorum_reached (weights, children, n, k, quorum))
        break;
      level = k;
    }
  return level;
}
