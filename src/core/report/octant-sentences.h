/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "assessment/octant-assessment.h"
#include "assessment/octant-backing.h"
#include "base/octant-text.h"
#include "scoring/octant-explain.h"

G_BEGIN_DECLS

/*
 * Results in words, of the object that the assessment shows (octant_assessment_set_shown_object()),
 * else of all together; one sentence each, in the language that is asked for. The sentences
 * stand here in both languages and not in gettext catalogues: one process writes in both
 * (a Chinese window, an English report, a command line with --lang), and model texts come
 * in the same two languages.
 */

/**
 * octant_sentence_block:
 *
 * What a blocking condition asks for, with names, codes, present ratings and exact
 * fractions: "要达到 3 级，AP.05.3.P.02 须评为 L 或 F，目前为 P。" @block must be of the
 * official result that @assessment shows.
 */
char *octant_sentence_block (OctantAssessment  *assessment,
                             const OctantBlock *block,
                             OctantLanguage     language);
/**
 * octant_sentence_node:
 *
 * How the score and the level of a node come about: of a sub-domain from its aspects and
 * their levels, of a domain and the whole from what lies below.
 */
char *octant_sentence_node  (OctantAssessment  *assessment,
                             guint              node,
                             OctantLanguage     language);
/**
 * octant_sentence_backing:
 *
 * How far the evidence bears the result of a node, see octant-backing.h.
 */
char *octant_sentence_backing  (OctantAssessment     *assessment,
                                guint                 node,
                                OctantLanguage        language);
/* "AP.05.3.P.02 is rated F, but with a document alone it counts as L; F needs a document with sampled records." */
char *octant_sentence_unbacked (OctantAssessment     *assessment,
                                const OctantUnbacked *item,
                                OctantLanguage        language);

G_END_DECLS
