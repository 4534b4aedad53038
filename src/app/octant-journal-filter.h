/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/octant-model.h"
#include "octant-journal-text.h"

G_BEGIN_DECLS

/* Which entries of the journal are asked for: those that are all of this. */
typedef struct
{
  const char *words;        /* in the sentence of an entry, or in a requirement that it is about */
  OctantModel *model;       /* (nullable): where requirements are looked for */
  OctantJournalGroup group;
  const char *person;       /* (nullable): who did it */
  const char *cycle_id;     /* (nullable): the assessment that it happened in */
  const char *since;        /* (nullable): the first instant, as the journal writes times */
  const char *until;        /* (nullable): the first that is too late */
} OctantJournalCriteria;

/**
 * OctantJournalFilter:
 *
 * Lets OctantJournalItems through that are asked for; at first all.
 */
#define OCTANT_TYPE_JOURNAL_FILTER (octant_journal_filter_get_type ())
G_DECLARE_FINAL_TYPE (OctantJournalFilter, octant_journal_filter, OCTANT, JOURNAL_FILTER, GtkFilter)

OctantJournalFilter *octant_journal_filter_new  (void);
/* @criteria: copied */
void                 octant_journal_filter_find (OctantJournalFilter         *self,
                                                 const OctantJournalCriteria *criteria);

G_END_DECLS
