/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "octant-cli.h"

G_BEGIN_DECLS

/*
 * The language of one call comes from --lang and not only from the locale, on machines
 * where no locale but "C" may be installed. The C library then translates nothing,
 * whatever LANGUAGE says; so the program reads its compiled catalogue itself.
 */
void        octant_cli_i18n_init  (OctantLanguage language);
/* No text may be used afterwards. */
void        octant_cli_i18n_clear (void);
const char *octant_cli_gettext    (const char    *text) G_GNUC_FORMAT (1);
const char *octant_cli_ngettext   (const char    *one,
                                   const char    *many,
                                   gulong         n) G_GNUC_FORMAT (1) G_GNUC_FORMAT (2);

#define _(text) octant_cli_gettext (text)
#define N_(text) (text)
#define ngettext(one, many, n) octant_cli_ngettext (one, many, n)

G_END_DECLS
