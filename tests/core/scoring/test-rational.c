/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring/octant-rational.h"

#include <gmp.h>
#include <string.h>

typedef struct
{
  const char *in;
  const char *out; /* NULL: refused */
} Parse;

static void
test_parse (void)
{
  static const Parse cases[] = {
    { "0", "0" },
    { "3", "3" },
    { "37/12", "37/12" },
    { "-37/12", "-37/12" },
    { "8/12", "2/3" },
    { "0/5", "0" },
    { "-0", "0" },
    { "007/014", "1/2" },
    { "9223372036854775807", "9223372036854775807" },
    { "-9223372036854775808", "-9223372036854775808" },
    { "9223372036854775808/2", "4611686018427387904" },
    { "340282366920938463463374607431768211456/3", "340282366920938463463374607431768211456/3" },
    { "1/340282366920938463463374607431768211456", "1/340282366920938463463374607431768211456" },
    { "", NULL },
    { "-", NULL },
    { "+1", NULL },
    { " 1", NULL },
    { "1 ", NULL },
    { "1/", NULL },
    { "/2", NULL },
    { "1/0", NULL },
    { "1/000", NULL },
    { "1/-2", NULL },
    { "1.5", NULL },
    { "1e3", NULL },
    { "0x10", NULL },
    { "1/2/3", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (OctantRational) value = { 7, 2, NULL };
      gboolean ok = octant_rational_parse (&value, cases[i].in);
      g_autofree char *string = octant_rational_to_string (&value);

      g_test_message ("%s", cases[i].in);
      g_assert_cmpint (ok, ==, cases[i].out != NULL);
      /* What is refused leaves the value alone. */
      g_assert_cmpstr (string, ==, ok ? cases[i].out : "7/2");
    }
}

typedef struct
{
  const char *value;
  guint decimals;
  const char *text;
} Text;

static void
test_text (void)
{
  static const Text cases[] = {
    { "37/12", 2, "3.08" },
    { "5", 2, "5.00" },
    { "5", 0, "5" },
    { "1/3", 2, "0.33" },
    { "2/3", 2, "0.67" },
    { "1/200", 2, "0.01" },
    { "3/200", 2, "0.02" },
    { "999/1000", 2, "1.00" },
    { "1/2", 0, "1" },
    { "-1/200", 2, "0.00" },
    { "-3/200", 2, "-0.01" },
    { "-1/3", 2, "-0.33" },
    { "-7/2", 0, "-3" },
    { "331/108", 6, "3.064815" },
    { "340282366920938463463374607431768211457/2", 1, "170141183460469231731687303715884105728.5" },
    { "1/340282366920938463463374607431768211456", 2, "0.00" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (OctantRational) value = { 0 };
      g_autofree char *text = NULL;

      g_assert_true (octant_rational_parse (&value, cases[i].value));
      text = octant_rational_to_text (&value, cases[i].decimals);
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_floor (void)
{
  static const struct
  {
    const char *value;
    int floor;
  } cases[] = {
    { "0", 0 },
    { "37/12", 3 },
    { "3", 3 },
    { "-1/3", -1 },
    { "-3", -3 },
    { "-7/2", -4 },
    { "9223372036854775807", G_MAXINT },
    { "-9223372036854775807", G_MININT },
    { "340282366920938463463374607431768211456/340282366920938463463374607431768211455", 1 },
    { "-340282366920938463463374607431768211456", G_MININT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (OctantRational) value = { 0 };

      g_assert_true (octant_rational_parse (&value, cases[i].value));
      g_assert_cmpint (octant_rational_floor (&value), ==, cases[i].floor);
    }
}

static void
test_zeroed (void)
{
  g_auto (OctantRational) zero = { 0 };
  g_auto (OctantRational) other = { 0 };
  g_autofree char *string = octant_rational_to_string (&zero);

  g_assert_cmpstr (string, ==, "0");
  octant_rational_set_fraction (&other, 0, 5);
  g_assert_true (octant_rational_equal (&zero, &other));
  g_assert_cmpint (octant_rational_compare (&zero, &other), ==, 0);
  octant_rational_set_fraction (&other, -3, -6);
  octant_rational_add (&zero, &other);
  g_assert_cmpfloat (octant_rational_to_double (&zero), ==, 0.5);
  octant_rational_set_fraction (&other, G_MININT64, G_MININT64);
  octant_rational_subtract (&other, &zero);
  g_assert_true (octant_rational_equal (&other, &zero));
}

/* Any magnitude, with many near the ends of 64 bits. */
static void
random_value (GRand          *rand,
              OctantRational *value)
{
  gint64 parts[2];

  for (guint i = 0; i < 2; i++)
    {
      guint64 bits = ((guint64) g_rand_int (rand) << 32) | g_rand_int (rand);

      parts[i] = (gint64) (bits >> g_rand_int_range (rand, g_rand_boolean (rand) ? 48 : 1, 63));
      if (g_rand_int_range (rand, 0, 10) == 0)
        parts[i] = G_MAXINT64 - parts[i] % 3;
    }
  if (g_rand_boolean (rand))
    parts[0] = -parts[0];
  octant_rational_set_fraction (value, parts[0], MAX (parts[1], 1));
}

static void
assert_equals (const OctantRational *value,
               mpq_t                 expected)
{
  g_autofree char *string = octant_rational_to_string (value);
  char *wanted = mpq_get_str (NULL, 10, expected);
  gboolean fits = mpz_sizeinbase (mpq_numref (expected), 2) <= 63 && mpz_sizeinbase (mpq_denref (expected), 2) <= 63;
  void (*release) (void *, size_t);

  g_assert_cmpstr (string, ==, wanted);
  /* One form for each value. */
  g_assert_cmpint (value->big == NULL, ==, fits);
  mp_get_memory_functions (NULL, NULL, &release);
  release (wanted, strlen (wanted) + 1);
}

/* Chains of operations against GMP alone, so that values go from small to big and back. */
static void
test_against_gmp (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20);
  g_auto (OctantRational) value = { 0 };
  mpq_t expected, operand;
  guint n_big = 0;

  mpq_init (expected);
  mpq_init (operand);
  for (guint i = 0; i < 200000; i++)
    {
      g_auto (OctantRational) other = { 0 };
      g_auto (OctantRational) copy = { 0 };
      int order;

      if (i % 4 == 0)
        {
          random_value (rand, &value);
          mpq_set_si (expected, value.num, (unsigned long) value.den);
        }
      random_value (rand, &other);
      mpq_set_si (operand, other.num, (unsigned long) other.den);
      order = mpq_cmp (expected, operand);
      g_assert_cmpint (octant_rational_compare (&value, &other), ==, (order > 0) - (order < 0));
      octant_rational_set (&copy, &value);
      g_assert_true (octant_rational_equal (&copy, &value));
      switch (g_rand_int_range (rand, 0, other.num == 0 ? 3 : 4))
        {
        case 0:
          octant_rational_add (&value, &other);
          mpq_add (expected, expected, operand);
          break;
        case 1:
          octant_rational_subtract (&value, &other);
          mpq_sub (expected, expected, operand);
          break;
        case 2:
          octant_rational_multiply (&value, &other);
          mpq_mul (expected, expected, operand);
          break;
        default:
          octant_rational_divide (&value, &other);
          mpq_div (expected, expected, operand);
          break;
        }
      assert_equals (&value, expected);
      n_big += value.big != NULL;
    }
  g_assert_cmpuint (n_big, >, 20000);
  g_assert_cmpuint (n_big, <, 180000);
  mpq_clear (expected);
  mpq_clear (operand);
}

/* A value and itself as the other operand. */
static void
test_aliases (void)
{
  static const char *const values[] = { "37/12", "340282366920938463463374607431768211457/2" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_auto (OctantRational) value = { 0 };
      g_auto (OctantRational) half = { 0 };

      g_assert_true (octant_rational_parse (&value, values[i]));
      g_assert_true (octant_rational_parse (&half, "1/2"));
      octant_rational_add (&value, &value);
      octant_rational_multiply (&value, &half);
      octant_rational_set (&value, &value);
      {
        g_autofree char *string = octant_rational_to_string (&value);

        g_assert_cmpstr (string, ==, values[i]);
      }
      octant_rational_divide (&value, &value);
      octant_rational_subtract (&value, &value);
      g_assert_true (value.big == NULL && value.num == 0 && value.den == 1);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/rational/parse", test_parse);
  g_test_add_func ("/scoring/rational/text", test_text);
  g_test_add_func ("/scoring/rational/floor", test_floor);
  g_test_add_func ("/scoring/rational/zeroed", test_zeroed);
  g_test_add_func ("/scoring/rational/against-gmp", test_against_gmp);
  g_test_add_func ("/scoring/rational/aliases", test_aliases);
  return g_test_run ();
}
