/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-acts.h"

G_BEGIN_DECLS

#define OCTANT_MAX_NAME 200
#define OCTANT_MAX_NOTE 10000
#define OCTANT_MAX_MINUTES 100000

/* Sets OCTANT_ASSESSMENT_ERROR_REFUSED. Returns FALSE, so that a caller can return it. */
gboolean octant_refuse     (GError     **error,
                            const char  *format,
                            ...) G_GNUC_PRINTF (2, 3);
/*
 * One line of text, trimmed: 1 to OCTANT_MAX_NAME characters, no control characters.
 * @what begins the sentence of a refusal, "The title". NULL with @error set when refused.
 */
char    *octant_check_name (const char  *what,
                            const char  *text,
                            GError     **error);
/*
 * Free text, trimmed: lines and tabs allowed, no other control characters. @out is NULL
 * for an empty one.
 */
gboolean octant_check_text (const char  *what,
                            const char  *text,
                            glong        max_chars,
                            char       **out,
                            GError     **error);
gboolean octant_check_date (const char  *what,
                            const char  *date,
                            GError     **error);
/* Reason and approver of what leaves the sum; the approver must be somebody else than @actor. */
gboolean octant_check_approval (const char *what,
                                const char *reason,
                                const char *approver,
                                const char *actor,
                                char      **reason_out,
                                char      **approver_out,
                                GError    **error);
gboolean octant_check_by (const OctantBy *by,
                          GError        **error);

G_END_DECLS
