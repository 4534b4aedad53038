/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-record.h"
#include "model/octant-model.h"
#include "store/octant-store.h"

G_BEGIN_DECLS

/* Where something was found, in the order of the results. */
typedef enum
{
  OCTANT_SEARCH_CODE,        /* the code of a requirement */
  OCTANT_SEARCH_REQUIREMENT, /* its text, check or question, in either language */
  OCTANT_SEARCH_NOTE,        /* a note, or the reason of an NA */
  OCTANT_SEARCH_EVIDENCE,    /* title, file name or source */
  OCTANT_SEARCH_MINUTES,     /* of an interview as a whole, or of one question; also the person */
  OCTANT_SEARCH_N_PLACES,
} OctantSearchPlace;

/* Bytes of a snippet that match. */
typedef struct
{
  guint start;
  guint length;
} OctantSearchMark;

typedef struct
{
  OctantSearchPlace place;
  char *cycle_id;    /* (nullable) NULL for requirements and evidence */
  char *cycle_title; /* (nullable) */
  char *code;        /* (nullable) requirement */
  char *object_id;   /* (nullable) "" for the institution; of notes and minutes of a question */
  char *id;          /* (nullable) of the evidence or interview */
  char *snippet;     /* UTF-8, one line, shortened around the first match */
  GArray *marks;     /* (element-type OctantSearchMark) rising, not overlapping */
} OctantSearchHit;

void octant_search_hit_free (OctantSearchHit *hit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantSearchHit, octant_search_hit_free)

/**
 * OctantSearchIndex:
 *
 * The texts of the whole data directory, folded, one behind the other in memory: what is
 * typed is looked for in a single pass. Every term must occur, anywhere, as a part of a
 * word too, so Chinese needs no words. Upper and lower case, full and half width are the same.
 *
 * Made on a worker thread, then kept up to date with each act. One thread at a time.
 */
typedef struct _OctantSearchIndex OctantSearchIndex;

OctantSearchIndex *octant_search_index_new   (OctantStore       *store,
                                              GError           **error);
void               octant_search_index_free  (OctantSearchIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantSearchIndex, octant_search_index_free)

/* After each act, undo and redo. FALSE: it brings a model that the index does not know; make the index anew. */
gboolean           octant_search_index_apply (OctantSearchIndex *self,
                                              const OctantAct   *act);

typedef struct
{
  const char *organisation_id; /* (nullable) only this institution's */
  const char *model_hash;      /* (nullable) the model of the open cycle: its requirements come before those of others */
  guint max_hits;              /* for each place; 0 for all */
} OctantSearchScope;

/*
 * @n_found: (out) (optional) (array fixed-size=OCTANT_SEARCH_N_PLACES): how many there are of each place,
 * also those above the limit. (transfer full) (element-type OctantSearchHit): by place; in
 * each the order of the model, newer cycles first
 */
GPtrArray *octant_search_index_find (OctantSearchIndex       *self,
                                     const char              *text,
                                     const OctantSearchScope *scope,
                                     guint                   *n_found);
/* Bytes that a search passes over. */
gsize      octant_search_index_get_size (OctantSearchIndex *self);

G_END_DECLS
