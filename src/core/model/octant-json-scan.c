/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-json-scan-private.h"

#include <string.h>

/* Whole numbers beyond this are not exact in every reader of JSON. */
#define MAX_INTEGER 9007199254740991LL
#define MAX_NUMBER_LENGTH 32

typedef struct
{
  const char *start;
  const char *p;
  const char *end;
  guint depth;
  guint values;
  gboolean safe; /* json-glib may read it */
  OctantFaultList *faults;
} Scan;

static gboolean scan_value (Scan              *s,
                            const OctantPlace *place);

/* Reports a breach of the grammar; nothing behind it can be understood. */
static gboolean
broken (Scan              *s,
        const OctantPlace *place,
        const char        *what)
{
  guint line = 1;
  const char *line_start = s->start;

  for (const char *p = s->start; p < s->p; p++)
    {
      if (*p == '\n')
        {
          line++;
          line_start = p + 1;
        }
    }
  octant_fault_list_add (s->faults, place, "This is not valid JSON at line %u, byte %" G_GSIZE_FORMAT ": %s.",
                         line, (gsize) (s->p - line_start) + 1, what);
  s->safe = FALSE;
  return FALSE;
}

static void
skip_space (Scan *s)
{
  while (s->p < s->end && (*s->p == ' ' || *s->p == '\t' || *s->p == '\n' || *s->p == '\r'))
    s->p++;
}

static gboolean
scan_hex4 (Scan     *s,
           gunichar *out)
{
  if (s->end - s->p < 4)
    return FALSE;
  *out = 0;
  for (guint i = 0; i < 4; i++)
    {
      int digit = g_ascii_xdigit_value (s->p[i]);

      if (digit < 0)
        return FALSE;
      *out = *out * 16 + (gunichar) digit;
    }
  s->p += 4;
  return TRUE;
}

/* Behind "\u": one code unit, or a pair of surrogates. */
static gboolean
scan_unicode_escape (Scan              *s,
                     const OctantPlace *place,
                     GString           *out)
{
  gunichar c, low;

  if (!scan_hex4 (s, &c))
    return broken (s, place, "\\u needs four hexadecimal digits");
  if (c >= 0xd800 && c <= 0xdbff)
    {
      if (s->end - s->p < 2 || s->p[0] != '\\' || s->p[1] != 'u')
        return broken (s, place, "half of a surrogate pair stands alone");
      s->p += 2;
      if (!scan_hex4 (s, &low) || low < 0xdc00 || low > 0xdfff)
        return broken (s, place, "half of a surrogate pair stands alone");
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
  else if (c >= 0xdc00 && c <= 0xdfff)
    return broken (s, place, "half of a surrogate pair stands alone");
  else if (c == 0)
    return broken (s, place, "the character U+0000 is not allowed");
  if (out != NULL)
    g_string_append_unichar (out, c);
  return TRUE;
}

static gboolean
scan_escape (Scan              *s,
             const OctantPlace *place,
             GString           *out)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *found;

  if (s->p >= s->end)
    return broken (s, place, "the text ends within a string");
  if (*s->p == 'u')
    {
      s->p++;
      return scan_unicode_escape (s, place, out);
    }
  found = *s->p != '\0' ? strchr (letters, *s->p) : NULL;
  if (found == NULL)
    return broken (s, place, "unknown escape in a string");
  if (out != NULL)
    g_string_append_c (out, meanings[found - letters]);
  s->p++;
  return TRUE;
}

/* At the opening quote. The decoded string goes to @out when that is given. */
static gboolean
scan_string (Scan              *s,
             const OctantPlace *place,
             GString           *out)
{
  s->p++;
  for (;;)
    {
      const char *run = s->p;

      while (s->p < s->end && (guchar) *s->p >= 0x20 && *s->p != '"' && *s->p != '\\')
        s->p++;
      if (!g_utf8_validate_len (run, (gsize) (s->p - run), &s->p))
        return broken (s, place, "the string is not valid UTF-8");
      if (out != NULL)
        g_string_append_len (out, run, s->p - run);
      if (s->p >= s->end)
        return broken (s, place, "the text ends within a string");
      if ((guchar) *s->p < 0x20)
        return broken (s, place, "a control character in a string must be escaped");
      if (*s->p++ == '"')
        return TRUE;
      if (!scan_escape (s, place, out))
        return FALSE;
    }
}

static gboolean
scan_digits (Scan *s)
{
  const char *before = s->p;

  while (s->p < s->end && g_ascii_isdigit (*s->p))
    s->p++;
  return s->p > before;
}

static gboolean
number_is_in_range (const char *start,
                    gsize       length,
                    gboolean    integer)
{
  char copy[MAX_NUMBER_LENGTH + 1];
  double value;

  if (length > MAX_NUMBER_LENGTH)
    return FALSE;
  memcpy (copy, start, length);
  copy[length] = '\0';
  value = g_ascii_strtod (copy, NULL);
  if (integer)
    return value >= (double) -MAX_INTEGER && value <= (double) MAX_INTEGER;
  return value > -1e300 && value < 1e300;
}

static gboolean
scan_number (Scan              *s,
             const OctantPlace *place)
{
  const char *start = s->p;
  gboolean integer = TRUE;

  if (*s->p == '-')
    s->p++;
  if (s->p < s->end && *s->p == '0')
    s->p++;
  else if (!scan_digits (s))
    return broken (s, place, "a number needs a digit here");
  if (s->p < s->end && *s->p == '.')
    {
      integer = FALSE;
      s->p++;
      if (!scan_digits (s))
        return broken (s, place, "a number needs a digit behind the point");
    }
  if (s->p < s->end && (*s->p == 'e' || *s->p == 'E'))
    {
      integer = FALSE;
      s->p++;
      if (s->p < s->end && (*s->p == '+' || *s->p == '-'))
        s->p++;
      if (!scan_digits (s))
        return broken (s, place, "a number needs a digit in its exponent");
    }
  if (!number_is_in_range (start, (gsize) (s->p - start), integer))
    {
      octant_fault_list_add (s->faults, place, "The number is too large.");
      s->safe = FALSE;
    }
  return TRUE;
}

static gboolean
scan_word (Scan              *s,
           const OctantPlace *place)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);

      if ((gsize) (s->end - s->p) >= length && memcmp (s->p, words[i], length) == 0)
        {
          s->p += length;
          return TRUE;
        }
    }
  return broken (s, place, "a value should stand here");
}

/* Behind an element or member: TRUE with *more when a comma follows, TRUE without when it closes. */
static gboolean
scan_separator (Scan              *s,
                const OctantPlace *place,
                char               close,
                gboolean          *more)
{
  skip_space (s);
  if (s->p < s->end && (*s->p == ',' || *s->p == close))
    {
      *more = *s->p++ == ',';
      return TRUE;
    }
  return broken (s, place, close == '}' ? "',' or '}' should stand here" : "',' or ']' should stand here");
}

static gboolean
scan_array (Scan              *s,
            const OctantPlace *place)
{
  OctantPlace element = { .parent = place };
  gboolean more = TRUE;

  s->p++;
  skip_space (s);
  if (s->p < s->end && *s->p == ']')
    {
      s->p++;
      return TRUE;
    }
  for (; more; element.index++)
    {
      if (!scan_value (s, &element) || !scan_separator (s, place, ']', &more))
        return FALSE;
    }
  return TRUE;
}

/* Names are shown to people in pointers, so they may neither be endless nor steer a terminal. */
static gboolean
check_name (Scan              *s,
            const OctantPlace *place,
            const GString     *name)
{
  if (name->len > OCTANT_JSON_MAX_NAME)
    return broken (s, place, "the name of a member is too long");
  for (const char *p = name->str; *p != '\0'; p = g_utf8_next_char (p))
    {
      if (g_unichar_iscntrl (g_utf8_get_char (p)))
        return broken (s, place, "the name of a member has a control character");
    }
  return TRUE;
}

static gboolean
scan_member (Scan              *s,
             const OctantPlace *place,
             GHashTable        *seen)
{
  g_autoptr (GString) name = g_string_new (NULL);
  OctantPlace member = { .parent = place };

  skip_space (s);
  if (s->p >= s->end || *s->p != '"')
    return broken (s, place, "a member's name in double quotes should stand here");
  if (!scan_string (s, place, name) || !check_name (s, place, name))
    return FALSE;
  member.member = name->str;
  if (!g_hash_table_add (seen, g_strdup (name->str)))
    octant_fault_list_add (s->faults, &member, "The member stands twice in its object.");
  skip_space (s);
  if (s->p >= s->end || *s->p != ':')
    return broken (s, &member, "':' should stand here");
  s->p++;
  return scan_value (s, &member);
}

static gboolean
scan_object (Scan              *s,
             const OctantPlace *place)
{
  g_autoptr (GHashTable) seen = NULL;
  gboolean more = TRUE;
  guint members = 0;

  s->p++;
  skip_space (s);
  if (s->p < s->end && *s->p == '}')
    {
      s->p++;
      return TRUE;
    }
  seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  while (more)
    {
      if (++members > OCTANT_JSON_MAX_MEMBERS)
        {
          octant_fault_list_add (s->faults, place, "The object has more than %d members.", OCTANT_JSON_MAX_MEMBERS);
          s->safe = FALSE;
          return FALSE;
        }
      if (!scan_member (s, place, seen) || !scan_separator (s, place, '}', &more))
        return FALSE;
    }
  return TRUE;
}

static gboolean
scan_container (Scan              *s,
                const OctantPlace *place)
{
  gboolean ok;

  if (s->depth >= OCTANT_MODEL_MAX_DEPTH)
    {
      octant_fault_list_add (s->faults, place, "The nesting is deeper than %d.", OCTANT_MODEL_MAX_DEPTH);
      s->safe = FALSE;
      return FALSE;
    }
  s->depth++;
  ok = *s->p == '{' ? scan_object (s, place) : scan_array (s, place);
  s->depth--;
  return ok;
}

static gboolean
scan_value (Scan              *s,
            const OctantPlace *place)
{
  skip_space (s);
  if (s->p >= s->end)
    return broken (s, place, "a value should stand here");
  if (++s->values > OCTANT_JSON_MAX_VALUES)
    {
      octant_fault_list_add (s->faults, place, "The document has more than %d values.", OCTANT_JSON_MAX_VALUES);
      s->safe = FALSE;
      return FALSE;
    }
  if (*s->p == '{' || *s->p == '[')
    return scan_container (s, place);
  if (*s->p == '"')
    return scan_string (s, place, NULL);
  if (*s->p == '-' || g_ascii_isdigit (*s->p))
    return scan_number (s, place);
  return scan_word (s, place);
}

gboolean
octant_json_scan (const char      *data,
                  gsize            length,
                  OctantFaultList *faults)
{
  const OctantPlace root = { .parent = NULL };
  Scan s = { .start = data, .p = data, .end = data + length, .safe = TRUE, .faults = faults };

  if (length > OCTANT_MODEL_MAX_BYTES)
    {
      octant_fault_list_add (faults, &root, "The file is larger than %d bytes.", OCTANT_MODEL_MAX_BYTES);
      return FALSE;
    }
  if (length == 0)
    {
      octant_fault_list_add (faults, &root, "The file is empty.");
      return FALSE;
    }
  if (length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0)
    {
      octant_fault_list_add (faults, &root, "The file begins with a byte order mark.");
      s.safe = FALSE;
      s.p += 3;
    }
  if (!scan_value (&s, &root))
    return FALSE;
  skip_space (&s);
  if (s.p < s.end)
    return broken (&s, &root, "something follows behind the document");
  return s.safe;
}
