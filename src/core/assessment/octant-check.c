/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdarg.h>
#include <string.h>

#include "assessment/octant-check-private.h"
#include "base/octant-name.h"
#include "base/octant-time.h"

/*
 * Texts come from dialogs, command lines and files. What is wrong with them is said in a
 * sentence that never repeats a text that is not valid UTF-8.
 */

gboolean
octant_refuse (GError    **error,
               const char *format,
               ...)
{
  va_list args;

  va_start (args, format);
  if (error != NULL)
    *error = g_error_new_valist (OCTANT_ASSESSMENT_ERROR, OCTANT_ASSESSMENT_ERROR_REFUSED, format, args);
  va_end (args);
  return FALSE;
}

static gboolean
has_control (const char *text,
             gboolean    lines)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (lines && (c == '\n' || c == '\t' || c == '\r'))
        continue;
      /* Line and paragraph separators break a line as a control character does. */
      if (g_unichar_iscntrl (c) || (!lines && (c == 0x2028 || c == 0x2029)))
        return TRUE;
    }
  return FALSE;
}

char *
octant_check_name (const char *what,
                   const char *text,
                   GError    **error)
{
  g_autofree char *trimmed = NULL;

  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    {
      octant_refuse (error, "%s is not valid UTF-8 text; enter it again.", what);
      return NULL;
    }
  trimmed = octant_name_trim (text != NULL ? text : "");
  if (trimmed[0] == '\0')
    octant_refuse (error, "%s is empty; enter at least one character.", what);
  else if (g_utf8_strlen (trimmed, -1) > OCTANT_MAX_NAME)
    octant_refuse (error, "%s is longer than %d characters; shorten it.", what, OCTANT_MAX_NAME);
  else if (has_control (trimmed, FALSE))
    octant_refuse (error, "%s contains a line break or another control character; remove it.", what);
  else
    return g_steal_pointer (&trimmed);
  return NULL;
}

gboolean
octant_check_text (const char *what,
                   const char *text,
                   glong       max_chars,
                   char      **out,
                   GError    **error)
{
  g_autofree char *trimmed = NULL;

  *out = NULL;
  if (text == NULL)
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return octant_refuse (error, "%s is not valid UTF-8 text; enter it again.", what);
  trimmed = octant_name_trim (text);
  if (g_utf8_strlen (trimmed, -1) > max_chars)
    return octant_refuse (error, "%s is longer than %ld characters; shorten it.", what, max_chars);
  if (has_control (trimmed, TRUE))
    return octant_refuse (error, "%s contains a control character; remove it.", what);
  if (trimmed[0] != '\0')
    *out = g_steal_pointer (&trimmed);
  return TRUE;
}

gboolean
octant_check_date (const char *what,
                   const char *date,
                   GError    **error)
{
  if (octant_date_is_valid (date))
    return TRUE;
  return octant_refuse (error, "%s is not a day of the calendar; write it as YYYY-MM-DD.", what);
}

gboolean
octant_check_approval (const char *what,
                       const char *reason,
                       const char *approver,
                       const char *actor,
                       char      **reason_out,
                       char      **approver_out,
                       GError    **error)
{
  g_autofree char *checked_reason = NULL;
  g_autofree char *checked_approver = NULL;

  if (!octant_check_text ("The reason", reason, OCTANT_MAX_NOTE, &checked_reason, error))
    return FALSE;
  if (checked_reason == NULL)
    return octant_refuse (error, "%s needs a reason; say why.", what);
  if (approver == NULL || approver[strspn (approver, " \t\r\n")] == '\0')
    return octant_refuse (error, "%s needs an approver; name who approved it.", what);
  checked_approver = octant_check_name ("The approver", approver, error);
  if (checked_approver == NULL)
    return FALSE;
  if (octant_name_equal (checked_approver, actor))
    return octant_refuse (error, "%s must be approved by somebody other than %s; name another approver.",
                          what, actor);
  *reason_out = g_steal_pointer (&checked_reason);
  *approver_out = g_steal_pointer (&checked_approver);
  return TRUE;
}

gboolean
octant_check_by (const OctantBy *by,
                 GError        **error)
{
  g_autofree char *actor = octant_check_name ("The name of who does this", by->actor, error);

  return actor != NULL;
}
