/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The languages in which model texts and core sentences exist. */
typedef enum
{
  OCTANT_LANGUAGE_ZH,
  OCTANT_LANGUAGE_EN,
} OctantLanguage;

/**
 * OctantText:
 *
 * One text of a model in both languages; both are always there (the validator
 * refuses a model otherwise). Owned by the model that holds it.
 */
typedef struct
{
  char *zh; /* (owned) */
  char *en; /* (owned) */
} OctantText;

const char *octant_text_get (const OctantText *text,
                             OctantLanguage    language);
OctantLanguage octant_language_from_locale (void);

G_END_DECLS
