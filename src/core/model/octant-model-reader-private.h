/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/octant-model-private.h"

G_BEGIN_DECLS

#define OCTANT_MODEL_MAX_ID 64
#define OCTANT_MODEL_MAX_LIST 1000

/*
 * Typed reading of one member or element. Each function returns FALSE (or NULL) when the
 * place does not hold what it should, and has reported that then; a place that is missing
 * is not reported again, octant_reader_object() has done so.
 */
typedef struct
{
  OctantModel *model;    /* (nullable) when it is not a model that is read */
  GStringChunk *strings; /* where strings and arrays are kept */
  GPtrArray *blocks;
  OctantFaultList *faults;
} OctantReader;

typedef gboolean (*OctantSyntax) (const char *string);

OctantPlace octant_place_member  (const OctantPlace *object,
                                  const char        *member);
OctantPlace octant_place_element (const OctantPlace *array,
                                  guint              index);

gpointer octant_reader_alloc  (OctantReader *reader,
                               gsize         n,
                               gsize         size);
#define octant_reader_new(reader, type, n) ((type *) octant_reader_alloc ((reader), (n), sizeof (type)))

/* Both lists end with NULL; optional may be NULL. */
gboolean octant_reader_object   (OctantReader       *reader,
                                 const OctantPlace  *place,
                                 const char *const  *required,
                                 const char *const  *optional);
gboolean octant_reader_array    (OctantReader       *reader,
                                 const OctantPlace  *place,
                                 guint               min,
                                 guint               max,
                                 guint              *n);
char    *octant_reader_string   (OctantReader       *reader,
                                 const OctantPlace  *place,
                                 OctantSyntax        syntax,
                                 const char         *what);
gboolean octant_reader_text     (OctantReader       *reader,
                                 const OctantPlace  *object,
                                 const char         *member,
                                 OctantText         *out);
gboolean octant_reader_boolean  (OctantReader       *reader,
                                 const OctantPlace  *place,
                                 gboolean           *out);
gboolean octant_reader_integer  (OctantReader       *reader,
                                 const OctantPlace  *place,
                                 gint64              min,
                                 gint64              max,
                                 gint64             *out);
/* A whole number, or a string with a whole number or a fraction; > 0, or >= 0 when zero is allowed. max 0: no bound. */
gboolean octant_reader_fraction (OctantReader       *reader,
                                 const OctantPlace  *place,
                                 gboolean            zero,
                                 gint64              max,
                                 OctantFraction     *out);
/* One of the words of a list that ends with NULL. */
gboolean octant_reader_word     (OctantReader       *reader,
                                 const OctantPlace  *place,
                                 const char *const  *words,
                                 guint              *out);
/* A list of strings, none twice. Returns: (nullable): NULL-terminated */
char   **octant_reader_strings  (OctantReader       *reader,
                                 const OctantPlace  *place,
                                 OctantSyntax        syntax,
                                 const char         *what);
/* A list of ids of @index, none twice, as indexes. */
guint   *octant_reader_indexes  (OctantReader       *reader,
                                 const OctantPlace  *place,
                                 GHashTable         *index,
                                 const char         *what,
                                 guint              *n);
/* A list of {id, name}; *index receives id → position + 1. */
OctantModelTerm *octant_reader_terms (OctantReader      *reader,
                                      const OctantPlace *place,
                                      guint              min,
                                      guint             *n,
                                      GHashTable       **index);

/* Adds a code or id; FALSE and a fault when it is there already. */
gboolean octant_reader_index_add (OctantReader      *reader,
                                  const OctantPlace *place,
                                  GHashTable        *index,
                                  char              *id,
                                  guint              position);

gboolean octant_syntax_id               (const char *string);
gboolean octant_syntax_slug             (const char *string);
gboolean octant_syntax_version          (const char *string);
gboolean octant_syntax_text             (const char *string);
gboolean octant_syntax_requirement_code (const char *string);

G_END_DECLS
