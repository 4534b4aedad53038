/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "assessment/octant-interview.h"
#include "octant-sample-private.h"

enum { INTERVIEW_YEAR, INTERVIEW_PERSON, INTERVIEW_ROLE, INTERVIEW_DATE, INTERVIEW_MINUTES, INTERVIEW_N };
enum { SAID_YEAR, SAID_PERSON, SAID_CODE, SAID_OBJECT, SAID_RATING, SAID_MINUTES, SAID_N };

/* In the place of a person: what the assessor decided where people differed. */
#define SETTLED "-"

static gboolean
parse_said (OctantSample     *sample,
            OctantAssessment *assessment,
            int               year,
            char            **cells,
            OctantSaidRow    *row)
{
  row->minutes = cells[SAID_MINUTES];
  return atoi (cells[SAID_YEAR]) == year &&
         octant_sample_find_item (sample, assessment, cells[SAID_CODE], cells[SAID_OBJECT], &row->item) &&
         octant_rating_parse (cells[SAID_RATING], &row->rating);
}

/* What one person says in one sitting. */
static gboolean
say (OctantSample     *sample,
     OctantAssessment *assessment,
     int               year,
     const char       *person,
     const char       *interview_id,
     GPtrArray        *said,
     GError          **error)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (OctantSaidRow));
  OctantBy by;

  for (guint i = 0; i < said->len; i++)
    {
      char **cells = g_ptr_array_index (said, i);
      OctantSaidRow row;

      if (strcmp (cells[SAID_PERSON], person) == 0 && parse_said (sample, assessment, year, cells, &row))
        g_array_append_val (rows, row);
    }
  if (rows->len == 0)
    return TRUE;
  by = octant_sample_next_act (sample);
  return octant_sample_commit (sample, assessment,
                               octant_act_interview_say (assessment, interview_id,
                                                         (const OctantSaidRow *) (gpointer) rows->data, rows->len,
                                                         &by, error),
                               error);
}

static gboolean
settle (OctantSample     *sample,
        OctantAssessment *assessment,
        int               year,
        GPtrArray        *said,
        GError          **error)
{
  for (guint i = 0; i < said->len; i++)
    {
      char **cells = g_ptr_array_index (said, i);
      OctantSaidRow row;
      OctantBy by;

      if (strcmp (cells[SAID_PERSON], SETTLED) != 0 || !parse_said (sample, assessment, year, cells, &row))
        continue;
      by = octant_sample_next_act (sample);
      if (!octant_sample_commit (sample, assessment,
                                 octant_act_settle (assessment, row.item, row.rating, &by, error), error))
        return FALSE;
    }
  return TRUE;
}

gboolean
octant_sample_hold_interviews (OctantSample     *sample,
                               OctantAssessment *assessment,
                               int               year,
                               GError          **error)
{
  g_autoptr (GPtrArray) rows = octant_sample_load_table ("interviews.tsv", INTERVIEW_N);
  g_autoptr (GPtrArray) said = octant_sample_load_table ("said.tsv", SAID_N);

  for (guint i = 0; i < rows->len; i++)
    {
      char **cells = g_ptr_array_index (rows, i);
      g_autofree char *id = NULL;
      OctantBy by;

      if (atoi (cells[INTERVIEW_YEAR]) != year)
        continue;
      by = octant_sample_next_act (sample);
      if (!octant_sample_commit (sample, assessment,
                                 octant_act_add_interview (assessment, cells[INTERVIEW_PERSON], cells[INTERVIEW_ROLE],
                                                           cells[INTERVIEW_DATE], cells[INTERVIEW_MINUTES], &by, &id,
                                                           error),
                                 error) ||
          !say (sample, assessment, year, cells[INTERVIEW_PERSON], id, said, error))
        return FALSE;
    }
  return settle (sample, assessment, year, said, error);
}
