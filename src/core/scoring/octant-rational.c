/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/octant-rational.h"

#include <gmp.h>
#include <string.h>

#include "scoring/octant-scoring-private.h"

/*
 * A value has exactly one form: lowest terms, in num and den when both lie in
 * ±(2^63 − 1), else in GMP. Equality is therefore a comparison of fields, and
 * products of two small values fit a signed 128-bit integer with room for one
 * addition.
 */

/* "-9223372036854775807/9223372036854775807" and shorter is parsed without GMP. */
#define SAFE_DIGITS 18

typedef __int128 Wide;
typedef unsigned __int128 UWide;

static gint64
small_den (const OctantRational *self)
{
  return self->den == 0 ? 1 : self->den;
}

static void
set_small (OctantRational *self,
           gint64          num,
           gint64          den)
{
  if (self->big != NULL)
    octant_rational_clear (self);
  self->num = num;
  self->den = den;
}

static guint
wide_ctz (UWide value)
{
  guint64 low = (guint64) value;

  return low != 0 ? (guint) __builtin_ctzll (low) : 64 + (guint) __builtin_ctzll ((guint64) (value >> 64));
}

static UWide
wide_gcd (UWide a,
          UWide b)
{
  guint shift;

  if (a == 0 || b == 0)
    return a | b;
  shift = wide_ctz (a | b);
  a >>= wide_ctz (a);
  b >>= wide_ctz (b);
  while (a >> 64 != 0 || b >> 64 != 0)
    {
      if (a == b)
        return a << shift;
      if (a > b)
        {
          a -= b;
          a >>= wide_ctz (a);
        }
      else
        {
          b -= a;
          b >>= wide_ctz (b);
        }
    }
  return (UWide) octant_gcd ((guint64) a, (guint64) b) << shift;
}

static void
mpz_set_wide (mpz_t out,
              UWide value)
{
  guint64 parts[2] = { (guint64) (value >> 64), (guint64) value };

  mpz_import (out, 2, 1, sizeof parts[0], 0, 0, parts);
}

/* Takes over a canonical mpq: small when it fits. */
static void
take_mpq (OctantRational *self,
          mpq_t           value)
{
  if (mpz_sizeinbase (mpq_numref (value), 2) <= 63 && mpz_sizeinbase (mpq_denref (value), 2) <= 63)
    {
      guint64 num = 0, den = 0;

      mpz_export (&num, NULL, -1, sizeof num, 0, 0, mpq_numref (value));
      mpz_export (&den, NULL, -1, sizeof den, 0, 0, mpq_denref (value));
      set_small (self, mpq_sgn (value) < 0 ? -(gint64) num : (gint64) num, (gint64) den);
      mpq_clear (value);
      return;
    }

  octant_rational_clear (self);
  self->num = 0;
  self->den = 1;
  self->big = g_malloc (sizeof (mpq_t));
  memcpy (self->big, value, sizeof (mpq_t));
}

static void
set_wide (OctantRational *self,
          Wide            num,
          Wide            den)
{
  UWide part = num < 0 ? -(UWide) num : (UWide) num;
  UWide divisor = wide_gcd (part, (UWide) den);
  mpq_t value;

  part /= divisor;
  den = (Wide) ((UWide) den / divisor);
  if (part <= G_MAXINT64 && den <= G_MAXINT64)
    {
      set_small (self, num < 0 ? -(gint64) part : (gint64) part, (gint64) den);
      return;
    }

  mpq_init (value);
  mpz_set_wide (mpq_numref (value), part);
  mpz_set_wide (mpq_denref (value), (UWide) den);
  if (num < 0)
    mpq_neg (value, value);
  take_mpq (self, value);
}

static void
get_mpq (const OctantRational *self,
         mpq_t                 out)
{
  mpq_init (out);
  if (self->big != NULL)
    {
      mpq_set (out, *(mpq_t *) self->big);
      return;
    }
  mpz_set_wide (mpq_numref (out), self->num < 0 ? -(UWide) self->num : (UWide) self->num);
  mpz_set_wide (mpq_denref (out), (UWide) small_den (self));
  if (self->num < 0)
    mpq_neg (out, out);
}

typedef void (*MpqOperation) (mpq_t, const mpq_t, const mpq_t);

static void
operate_big (OctantRational       *self,
             const OctantRational *other,
             MpqOperation          operation)
{
  mpq_t a, b, result;

  get_mpq (self, a);
  get_mpq (other, b);
  mpq_init (result);
  operation (result, a, b);
  mpq_clear (a);
  mpq_clear (b);
  take_mpq (self, result);
}

/**
 * octant_rational_clear:
 *
 * Sets @self to 0 and releases what it holds.
 */
void
octant_rational_clear (OctantRational *self)
{
  if (self->big != NULL)
    {
      mpq_clear (*(mpq_t *) self->big);
      g_free (self->big);
    }
  *self = (OctantRational) { 0, 1, NULL };
}

void
octant_rational_set (OctantRational       *self,
                     const OctantRational *other)
{
  mpq_t value;

  if (self == other)
    return;
  if (other->big == NULL)
    {
      set_small (self, other->num, small_den (other));
      return;
    }
  get_mpq (other, value);
  take_mpq (self, value);
}

/**
 * octant_rational_set_fraction:
 * @den: not 0; a negative one turns the sign
 */
void
octant_rational_set_fraction (OctantRational *self,
                              gint64          num,
                              gint64          den)
{
  g_return_if_fail (den != 0);

  if (G_LIKELY (num >= 0 && den > 0))
    {
      gint64 divisor = (gint64) octant_gcd ((guint64) num, (guint64) den);

      if (divisor == 1)
        set_small (self, num, den);
      else
        set_small (self, num / divisor, den / divisor);
      return;
    }
  set_wide (self, den < 0 ? -(Wide) num : (Wide) num, den < 0 ? -(Wide) den : (Wide) den);
}

/**
 * octant_rational_parse:
 *
 * Reads what octant_rational_to_string() writes, of any size: "-3", "37/12". Terms need not be
 * lowest; no sign but one leading minus, no white space, no denominator 0.
 */
gboolean
octant_rational_parse (OctantRational *self,
                       const char     *string)
{
  const char *digits, *slash;
  gsize n_num, n_den = 0;
  mpq_t value;

  g_return_val_if_fail (self != NULL && string != NULL, FALSE);

  digits = string + (*string == '-');
  n_num = strspn (digits, "0123456789");
  slash = digits[n_num] == '/' ? digits + n_num : NULL;
  if (slash != NULL)
    n_den = strspn (slash + 1, "0123456789");
  if (n_num == 0 || (slash != NULL && n_den == 0) || digits[n_num + (slash != NULL) + n_den] != '\0')
    return FALSE;
  if (slash != NULL && strspn (slash + 1, "0") == n_den)
    return FALSE;

  if (n_num <= SAFE_DIGITS && n_den <= SAFE_DIGITS)
    {
      octant_rational_set_fraction (self, g_ascii_strtoll (string, NULL, 10),
                                    slash != NULL ? g_ascii_strtoll (slash + 1, NULL, 10) : 1);
      return TRUE;
    }

  mpq_init (value);
  if (mpq_set_str (value, string, 10) != 0)
    {
      mpq_clear (value);
      return FALSE;
    }
  mpq_canonicalize (value);
  take_mpq (self, value);
  return TRUE;
}

int
octant_rational_compare (const OctantRational *a,
                         const OctantRational *b)
{
  mpq_t left, right;
  int order;

  if (G_LIKELY (a->big == NULL && b->big == NULL))
    {
      Wide x = (Wide) a->num * small_den (b);
      Wide y = (Wide) b->num * small_den (a);

      return (x > y) - (x < y);
    }

  get_mpq (a, left);
  get_mpq (b, right);
  order = mpq_cmp (left, right);
  mpq_clear (left);
  mpq_clear (right);
  return (order > 0) - (order < 0);
}

gboolean
octant_rational_equal (const OctantRational *a,
                       const OctantRational *b)
{
  if (a->big == NULL && b->big == NULL)
    return a->num == b->num && small_den (a) == small_den (b);
  if (a->big == NULL || b->big == NULL)
    return FALSE;
  return mpq_equal (*(mpq_t *) a->big, *(mpq_t *) b->big) != 0;
}

void
octant_rational_add (OctantRational       *self,
                     const OctantRational *other)
{
  if (self->big == NULL && other->big == NULL)
    set_wide (self,
              (Wide) self->num * small_den (other) + (Wide) other->num * small_den (self),
              (Wide) small_den (self) * small_den (other));
  else
    operate_big (self, other, mpq_add);
}

void
octant_rational_subtract (OctantRational       *self,
                          const OctantRational *other)
{
  if (self->big == NULL && other->big == NULL)
    set_wide (self,
              (Wide) self->num * small_den (other) - (Wide) other->num * small_den (self),
              (Wide) small_den (self) * small_den (other));
  else
    operate_big (self, other, mpq_sub);
}

void
octant_rational_multiply (OctantRational       *self,
                          const OctantRational *other)
{
  if (self->big == NULL && other->big == NULL)
    set_wide (self, (Wide) self->num * other->num, (Wide) small_den (self) * small_den (other));
  else
    operate_big (self, other, mpq_mul);
}

void
octant_rational_divide (OctantRational       *self,
                        const OctantRational *other)
{
  g_return_if_fail (other->big != NULL || other->num != 0);

  if (self->big == NULL && other->big == NULL)
    {
      Wide num = (Wide) self->num * small_den (other);
      Wide den = (Wide) small_den (self) * other->num;

      set_wide (self, den < 0 ? -num : num, den < 0 ? -den : den);
    }
  else
    {
      operate_big (self, other, mpq_div);
    }
}

/**
 * octant_rational_to_string:
 *
 * Returns: (transfer full): the value in lowest terms
 */
char *
octant_rational_to_string (const OctantRational *self)
{
  mpq_t value;
  char *string;

  if (self->big == NULL)
    {
      if (small_den (self) == 1)
        return g_strdup_printf ("%" G_GINT64_FORMAT, self->num);
      return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, self->num, self->den);
    }

  get_mpq (self, value);
  string = g_malloc (mpz_sizeinbase (mpq_numref (value), 10) + mpz_sizeinbase (mpq_denref (value), 10) + 3);
  mpq_get_str (string, 10, value);
  mpq_clear (value);
  return string;
}

/**
 * octant_rational_to_text:
 *
 * Half up means towards the greater value, also below 0: −0.005 is "0.00", 0.005 is "0.01".
 *
 * Returns: (transfer full): the rounded decimal
 */
char *
octant_rational_to_text (const OctantRational *self,
                         guint                 decimals)
{
  g_autofree char *digits = NULL;
  mpq_t value;
  mpz_t scaled, scale;
  gboolean negative;
  GString *text;

  /* floor (x·10^d + 1/2) = floor ((2·num·10^d + den) / (2·den)) */
  get_mpq (self, value);
  mpz_init (scaled);
  mpz_init (scale);
  mpz_ui_pow_ui (scale, 10, decimals);
  mpz_mul (scaled, mpq_numref (value), scale);
  mpz_mul_2exp (scaled, scaled, 1);
  mpz_add (scaled, scaled, mpq_denref (value));
  mpz_mul_2exp (scale, mpq_denref (value), 1);
  mpz_fdiv_q (scaled, scaled, scale);
  negative = mpz_sgn (scaled) < 0;
  mpz_abs (scaled, scaled);
  digits = g_malloc (mpz_sizeinbase (scaled, 10) + 2);
  mpz_get_str (digits, 10, scaled);
  mpz_clear (scaled);
  mpz_clear (scale);
  mpq_clear (value);

  text = g_string_new (digits);
  while (text->len <= decimals)
    g_string_prepend_c (text, '0');
  if (decimals > 0)
    g_string_insert_c (text, (gssize) (text->len - decimals), '.');
  if (negative)
    g_string_prepend_c (text, '-');
  return g_string_free_and_steal (text);
}

double
octant_rational_to_double (const OctantRational *self)
{
  if (self->big == NULL)
    return (double) self->num / (double) small_den (self);
  return mpq_get_d (*(mpq_t *) self->big);
}

/**
 * octant_rational_floor:
 *
 * Returns: the largest integer not above the value, within the range of int
 */
int
octant_rational_floor (const OctantRational *self)
{
  gint64 whole;

  if (self->big == NULL)
    {
      gint64 den = small_den (self);

      whole = self->num / den - (self->num % den < 0);
    }
  else
    {
      mpz_t quotient;

      mpz_init (quotient);
      mpz_fdiv_q (quotient, mpq_numref (*(mpq_t *) self->big), mpq_denref (*(mpq_t *) self->big));
      if (mpz_fits_sint_p (quotient))
        whole = mpz_get_si (quotient);
      else
        whole = mpz_sgn (quotient) < 0 ? G_MININT : G_MAXINT;
      mpz_clear (quotient);
    }
  return (int) CLAMP (whole, G_MININT, G_MAXINT);
}
