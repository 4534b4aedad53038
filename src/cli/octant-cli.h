/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "assessment/octant-acts.h"
#include "assessment/octant-assessment.h"
#include "store/octant-store.h"

G_BEGIN_DECLS

#define OCTANT_CLI_ERROR (octant_cli_error_quark ())

typedef enum
{
  OCTANT_CLI_ERROR_USAGE,    /* wrong usage: exit status 2 */
  OCTANT_CLI_ERROR_FAILED,   /* refused or failed: exit status 1 */
  OCTANT_CLI_ERROR_REPORTED, /* the same, and stderr says why already */
} OctantCliError;

GQuark octant_cli_error_quark (void);

typedef enum
{
  OCTANT_CLI_FLAG,
  OCTANT_CLI_TEXT, /* valid UTF-8 */
  OCTANT_CLI_PATH, /* any bytes */
  OCTANT_CLI_LIST, /* text, may be repeated or followed by more values */
} OctantCliKind;

typedef struct
{
  const char *name;    /* without the dashes; a name of one letter has one dash */
  OctantCliKind kind;
  const char *metavar; /* (nullable) */
  const char *help;    /* translatable */
} OctantCliOption;

typedef struct _OctantCli OctantCli;

/* Does the command. FALSE with @error set; what was printed before is kept. */
typedef gboolean (*OctantCliRun) (OctantCli *cli,
                                  GError   **error);

typedef struct
{
  const char *name;    /* one or two words */
  const char *usage;   /* what follows the name */
  const char *summary; /* translatable */
  guint min_args;
  guint max_args;
  guint first_path; /* positional arguments from here on are paths: any bytes */
  const OctantCliOption *options; /* (nullable) ended by a NULL name */
  OctantCliRun run;
} OctantCliCommand;

#define OCTANT_CLI_ANY G_MAXUINT
#define OCTANT_CLI_NO_PATHS G_MAXUINT

typedef struct
{
  const char *title; /* translatable */
  const OctantCliCommand *commands; /* ended by a NULL name */
} OctantCliGroup;

/* All commands, ended by a NULL title. */
extern const OctantCliGroup octant_cli_groups[];

extern const OctantCliCommand octant_cli_attack_commands[];
extern const OctantCliCommand octant_cli_chart_commands[];
extern const OctantCliCommand octant_cli_compare_commands[];
extern const OctantCliCommand octant_cli_cycle_commands[];
extern const OctantCliCommand octant_cli_demo_commands[];
extern const OctantCliCommand octant_cli_evidence_commands[];
extern const OctantCliCommand octant_cli_export_commands[];
extern const OctantCliCommand octant_cli_journal_commands[];
extern const OctantCliCommand octant_cli_model_commands[];
extern const OctantCliCommand octant_cli_org_commands[];
extern const OctantCliCommand octant_cli_rate_commands[];
extern const OctantCliCommand octant_cli_score_commands[];
extern const OctantCliCommand octant_cli_target_commands[];

/**
 * OctantCli:
 *
 * One call of the program: its arguments, the data directory that it works on and what
 * it has to say. Used by one thread.
 */
struct _OctantCli
{
  const OctantCliCommand *command;
  GPtrArray *args;       /* (owned) (element-type utf8) positional arguments */
  GHashTable *values;    /* (owned) option name → GPtrArray of values */
  char *data_dir;        /* (owned) (nullable) as given */
  OctantLanguage language;
  OctantStore *store;    /* (owned) (nullable) open when a command asked for it */
  GString *out;          /* (owned) for stdout, written at the end */
};

int octant_cli_run (int    argc,
                    char **argv);

/* Arguments. */
const char *octant_cli_arg    (OctantCli  *cli,
                               guint       index);
gboolean    octant_cli_flag   (OctantCli  *cli,
                               const char *name);
/* The last value given; NULL when there was none. */
const char *octant_cli_value  (OctantCli  *cli,
                               const char *name);
/* (nullable) (transfer none) (element-type utf8) */
GPtrArray  *octant_cli_values (OctantCli  *cli,
                               const char *name);
/* FALSE with a usage error when the value is not a number within the bounds; @fallback when not given. */
gboolean    octant_cli_int    (OctantCli  *cli,
                               const char *name,
                               int         least,
                               int         most,
                               int         fallback,
                               int        *out,
                               GError    **error);
/* The same for a date; NULL when not given. */
gboolean    octant_cli_date   (OctantCli   *cli,
                               const char  *name,
                               const char **out,
                               GError     **error);
/* FALSE with a usage error when the option was not given. */
gboolean    octant_cli_need   (OctantCli  *cli,
                               const char *name,
                               GError    **error);

/* Failures; each returns FALSE. */
gboolean octant_cli_fail  (GError    **error,
                           const char *format,
                           ...) G_GNUC_PRINTF (2, 3);
gboolean octant_cli_usage (GError    **error,
                           const char *format,
                           ...) G_GNUC_PRINTF (2, 3);
/* A line on stderr, for commands that report each fault. */
void     octant_cli_complain (const char *format,
                              ...) G_GNUC_PRINTF (1, 2);

/* Output. */
void  octant_cli_print      (OctantCli  *cli,
                             const char *format,
                             ...) G_GNUC_PRINTF (2, 3);
/* Without control characters, so that stored text cannot drive a terminal. */
char *octant_cli_clean      (const char *text);
/* Takes the root of @builder; prints one document. */
void  octant_cli_print_json (OctantCli   *cli,
                             JsonBuilder *builder);

/* The data directory and what is found there by the user's words. */
gboolean          octant_cli_open         (OctantCli  *cli,
                                           GError    **error);
OctantBy          octant_cli_by           (OctantCli  *cli);
/* Refuses a name that another row of the institution (NULL: another institution) has. */
gboolean          octant_cli_check_new    (OctantCli  *cli,
                                           OctantTable table,
                                           const char *org_id,
                                           const char *name,
                                           GError    **error);
OctantRecord     *octant_cli_find_org     (OctantCli  *cli,
                                           const char *word,
                                           GError    **error);
OctantRecord     *octant_cli_find_object  (OctantCli  *cli,
                                           const char *org_id,
                                           const char *word,
                                           GError    **error);
OctantRecord     *octant_cli_find_cycle   (OctantCli  *cli,
                                           const char *word,
                                           GError    **error);
OctantAssessment *octant_cli_load_cycle   (OctantCli  *cli,
                                           const char *word,
                                           GError    **error);
/* The slot of an object of the cycle by id or name. */
gboolean          octant_cli_find_slot    (OctantAssessment *assessment,
                                           const char       *word,
                                           guint            *slot,
                                           GError          **error);
/* A requirement by code and object; @word NULL when no object was given. */
gboolean          octant_cli_find_item    (OctantAssessment *assessment,
                                           const char       *code,
                                           const char       *word,
                                           OctantItemRef    *item,
                                           GError          **error);
gboolean          octant_cli_find_node    (OctantAssessment *assessment,
                                           const char       *code,
                                           guint            *node,
                                           GError          **error);
/* Whether a requirement's code is @code or stands below it; NULL is above all. */
gboolean          octant_cli_is_below     (const char *requirement,
                                           const char *code);
/* Applies to @assessment (nullable) and writes to the store, with the scores that follow. Takes @act. */
gboolean          octant_cli_commit       (OctantCli        *cli,
                                           OctantAssessment *assessment,
                                           OctantAct        *act,
                                           GError          **error);
/* All score rows of a cycle; computed and kept when the cache is empty. */
GPtrArray        *octant_cli_list_scores  (OctantCli  *cli,
                                           const char *cycle_id,
                                           GError    **error);

G_END_DECLS
