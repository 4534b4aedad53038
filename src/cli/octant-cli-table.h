/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-cli.h"

G_BEGIN_DECLS

/**
 * OctantCliTable:
 *
 * Columns of text for a terminal; knows that Chinese letters are two cells wide.
 */
typedef struct _OctantCliTable OctantCliTable;

/* @headings: ended by NULL; borrowed strings are copied. */
OctantCliTable *octant_cli_table_new   (const char     *heading,
                                        ...) G_GNUC_NULL_TERMINATED;
/* Numbers read better so. */
void            octant_cli_table_align_right (OctantCliTable *self,
                                              guint           column);
/* One row; as many strings as there are headings, NULL for an empty cell. */
void            octant_cli_table_add   (OctantCliTable *self,
                                        ...);
guint           octant_cli_table_n_rows (OctantCliTable *self);
void            octant_cli_table_print (OctantCliTable *self,
                                        OctantCli      *cli);
/* After an empty line; nothing when there is no row. */
void            octant_cli_table_print_titled (OctantCliTable *self,
                                               OctantCli      *cli);
void            octant_cli_table_free  (OctantCliTable *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OctantCliTable, octant_cli_table_free)

/* Cells that a text takes in a terminal. */
guint octant_cli_width (const char *text);

G_END_DECLS
