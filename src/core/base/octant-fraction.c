/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/octant-fraction.h"

#include <errno.h>

/* Parameters above this are refused: products of two then fit 64 bits. */
#define MAX_PART 1000000000LL

static gboolean
parse_part (const char  *string,
            const char **end,
            gint64      *out)
{
  char *stop;

  if (!g_ascii_isdigit (*string))
    return FALSE;
  errno = 0;
  *out = g_ascii_strtoll (string, &stop, 10);
  *end = stop;
  return errno == 0 && *out <= MAX_PART;
}

/**
 * octant_fraction_parse:
 *
 * Reads "3" or "17/20": not negative, no sign, no white space, parts up to 10^9, any
 * denominator but 0. The result is in lowest terms.
 */
gboolean
octant_fraction_parse (const char     *string,
                       OctantFraction *out)
{
  const char *end;
  gint64 num, den = 1, a, b;

  g_return_val_if_fail (string != NULL && out != NULL, FALSE);

  if (!parse_part (string, &end, &num))
    return FALSE;
  if (*end == '/' && !parse_part (end + 1, &end, &den))
    return FALSE;
  if (*end != '\0' || den == 0)
    return FALSE;

  for (a = num, b = den; b != 0;)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }
  out->num = num / a;
  out->den = den / a;
  return TRUE;
}

/**
 * octant_fraction_to_string:
 *
 * Returns: (transfer full): "3" or "17/20"
 */
char *
octant_fraction_to_string (const OctantFraction *fraction)
{
  if (fraction->den == 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, fraction->num);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, fraction->num, fraction->den);
}

/* Parts up to 10^9, so the products are exact. */
int
octant_fraction_compare (const OctantFraction *a,
                         const OctantFraction *b)
{
  gint64 left = a->num * b->den;
  gint64 right = b->num * a->den;

  return (left > right) - (left < right);
}
