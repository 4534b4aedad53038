/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "base/octant-time.h"

#include <stdlib.h>
#include <string.h>

/**
 * octant_time_now:
 *
 * Returns: (transfer full): this moment in UTC. Order never relies on it: the clock may
 * jump, the journal has a sequence.
 */
char *
octant_time_now (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.%fZ");
}

/**
 * octant_date_today:
 *
 * Returns: (transfer full): today in the user's time zone
 */
char *
octant_date_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();

  return g_date_time_format (now, "%Y-%m-%d");
}

static gboolean
parse_date (const char *date,
            int        *year,
            int        *month,
            int        *day)
{
  if (date == NULL || strlen (date) != 10 || date[4] != '-' || date[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++)
    if (i != 4 && i != 7 && !g_ascii_isdigit (date[i]))
      return FALSE;
  *year = atoi (date);
  *month = atoi (date + 5);
  *day = atoi (date + 8);
  return *year > 0 && g_date_valid_dmy ((GDateDay) *day, (GDateMonth) *month, (GDateYear) *year);
}

/* A real day of the calendar in the form 2026-11-22. NULL is not one. */
gboolean
octant_date_is_valid (const char *date)
{
  int year, month, day;

  return parse_date (date, &year, &month, &day);
}

int
octant_date_months_between (const char *from,
                            const char *to)
{
  int y1, m1, d1, y2, m2, d2, months;

  g_return_val_if_fail (parse_date (from, &y1, &m1, &d1), 0);
  g_return_val_if_fail (parse_date (to, &y2, &m2, &d2), 0);

  months = (y2 - y1) * 12 + (m2 - m1);
  if (months > 0 && d2 < d1)
    months--;
  else if (months < 0 && d2 > d1)
    months++;
  /* Less than a month back is still before: the sign must say so. */
  if (months == 0 && strcmp (to, from) < 0)
    months = -1;
  return months;
}
