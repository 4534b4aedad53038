/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "model/octant-model.h"

G_BEGIN_DECLS

/* Beyond this many faults only their number is kept: a file that is wrong throughout must not fill the memory. */
#define OCTANT_MODEL_MAX_FAULTS 1000

typedef struct _OctantPlace OctantPlace;

/*
 * A place in the document: a chain of frames on the stack of whoever walks it, so that a
 * JSON pointer is only put together when there is a fault to report.
 */
struct _OctantPlace
{
  const OctantPlace *parent; /* (nullable) NULL for the document */
  const char *member;        /* (nullable) NULL for an element of an array */
  guint index;               /* of the element */
  JsonNode *node;            /* (nullable) NULL when it is missing, or not parsed yet */
};

typedef struct
{
  GPtrArray *faults; /* (owned) (element-type OctantModelFault) */
  guint more;        /* faults that were not kept */
} OctantFaultList;

void octant_fault_list_init  (OctantFaultList *list);
void octant_fault_list_clear (OctantFaultList *list);
void octant_fault_list_add   (OctantFaultList   *list,
                              const OctantPlace *place,
                              const char        *format,
                              ...) G_GNUC_PRINTF (3, 4);
/* Puts the faults into the order of the document; root may be NULL. */
void octant_fault_list_sort  (OctantFaultList *list,
                              JsonNode        *root);
/* Gives the array away, closed by a line that counts what was not kept. */
GPtrArray *octant_fault_list_steal (OctantFaultList *list);

/* The pointer (RFC 6901) of a place. */
char *octant_place_dup_pointer (const OctantPlace *place);

G_END_DECLS
