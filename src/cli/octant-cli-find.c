/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include <string.h>

#include "base/octant-time.h"
#include "octant-cli-i18n.h"
#include "store/octant-store-query.h"

/* Prefixes shorter than this are more likely a slip than an id. */
#define MIN_PREFIX 4

gboolean
octant_cli_open (OctantCli *cli,
                 GError   **error)
{
  g_autofree char *folder = NULL;

  if (cli->store != NULL)
    return TRUE;
  folder = octant_store_default_dir (cli->data_dir);
  cli->store = octant_store_open (folder, error);
  return cli->store != NULL;
}

/* The person at the keyboard, as the system knows her. */
static const char *
actor_name (void)
{
  const char *name = g_get_real_name ();

  if (name == NULL || *name == '\0' || strcmp (name, "Unknown") == 0 || !g_utf8_validate (name, -1, NULL))
    name = g_get_user_name ();
  return name != NULL && *name && g_utf8_validate (name, -1, NULL) ? name : "octant-cli";
}

OctantBy
octant_cli_by (OctantCli *cli)
{
  static char *now;

  if (now == NULL)
    now = octant_time_now ();
  return (OctantBy) { .actor = actor_name (), .time = now };
}

static char *
name_candidates (GPtrArray *rows,
                 guint      id,
                 guint      name)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      OctantRecord *row = g_ptr_array_index (rows, i);

      g_string_append_printf (text, "%s%s “%s”", i > 0 ? ", " : "", octant_record_get (row, id), octant_record_get (row, name));
    }
  return g_string_free_and_steal (text);
}

typedef struct
{
  OctantTable table;
  guint id;
  guint name;
  gboolean name_prefix; /* a prefix of the name will do, too */
  const char *none;     /* translatable, with the word */
} Kind;

/* An id; else the name; else a unique prefix. The first kind of match that has any decides. */
static OctantRecord *
choose (GPtrArray  *rows,
        const Kind *kind,
        const char *word,
        GError    **error)
{
  for (guint pass = 0; pass < 4; pass++)
    {
      g_autoptr (GPtrArray) found = g_ptr_array_new ();

      for (guint i = 0; i < rows->len; i++)
        {
          OctantRecord *row = g_ptr_array_index (rows, i);
          const char *id = octant_record_get (row, kind->id);
          const char *name = octant_record_get (row, kind->name);

          if ((pass == 0 && strcmp (id, word) == 0) ||
              (pass == 1 && strcmp (name, word) == 0) ||
              (pass == 2 && strlen (word) >= MIN_PREFIX && g_str_has_prefix (id, word)) ||
              (pass == 3 && kind->name_prefix && *word && g_str_has_prefix (name, word)))
            g_ptr_array_add (found, row);
        }
      if (found->len == 1)
        return octant_record_ref (g_ptr_array_index (found, 0));
      if (found->len > 1)
        {
          g_autofree char *names = name_candidates (found, kind->id, kind->name);

          octant_cli_fail (error, _("“%s” may be any of these, give the id: %s"), word, names);
          return NULL;
        }
    }
  octant_cli_fail (error, "%s: “%s”", _(kind->none), word);
  return NULL;
}

static OctantRecord *
find (OctantCli  *cli,
      const Kind *kind,
      guint       column,
      const char *value,
      const char *word,
      GError    **error)
{
  g_autoptr (GPtrArray) rows = octant_store_list (cli->store, kind->table, column, value, error);

  return rows != NULL ? choose (rows, kind, word, error) : NULL;
}

gboolean
octant_cli_check_new (OctantCli  *cli,
                      OctantTable table,
                      const char *org_id,
                      const char *name,
                      GError    **error)
{
  gboolean has;

  if (!octant_store_has_name (cli->store, table, org_id, name, NULL, &has, error))
    return FALSE;
  return !has || octant_cli_fail (error, _("“%s” is there already; choose another name"), name);
}

OctantRecord *
octant_cli_find_org (OctantCli  *cli,
                     const char *word,
                     GError    **error)
{
  static const Kind kind = { OCTANT_TABLE_ORGANISATION, OCTANT_ORGANISATION_ID, OCTANT_ORGANISATION_NAME, TRUE,
                             N_("No such institution; “org list” names them") };

  return find (cli, &kind, OCTANT_STORE_ALL, NULL, word, error);
}

OctantRecord *
octant_cli_find_object (OctantCli  *cli,
                        const char *org_id,
                        const char *word,
                        GError    **error)
{
  static const Kind kind = { OCTANT_TABLE_OBJECT, OCTANT_OBJECT_ID, OCTANT_OBJECT_NAME, FALSE,
                             N_("No such protected object; “object list” names them") };

  return find (cli, &kind, OCTANT_OBJECT_ORG, org_id, word, error);
}

OctantRecord *
octant_cli_find_cycle (OctantCli  *cli,
                       const char *word,
                       GError    **error)
{
  static const Kind kind = { OCTANT_TABLE_CYCLE, OCTANT_CYCLE_ID, OCTANT_CYCLE_TITLE, FALSE,
                             N_("No such cycle; “cycle list” names them") };

  return find (cli, &kind, OCTANT_STORE_ALL, NULL, word, error);
}

OctantAssessment *
octant_cli_load_cycle (OctantCli  *cli,
                       const char *word,
                       GError    **error)
{
  g_autoptr (OctantRecord) cycle = NULL;

  if (!octant_cli_open (cli, error))
    return NULL;
  cycle = octant_cli_find_cycle (cli, word, error);
  if (cycle == NULL)
    return NULL;
  return octant_store_load_assessment (cli->store, octant_record_get (cycle, OCTANT_CYCLE_ID), error);
}

gboolean
octant_cli_find_slot (OctantAssessment *assessment,
                      const char       *word,
                      guint            *slot,
                      GError          **error)
{
  static const Kind kind = { OCTANT_TABLE_CYCLE_OBJECT, OCTANT_CYCLE_OBJECT_OBJECT, OCTANT_CYCLE_OBJECT_NAME, FALSE,
                             N_("No such protected object in this cycle; “cycle show” names them") };
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (OctantRecord) found = NULL;

  for (guint i = 0; i < octant_assessment_get_n_objects (assessment); i++)
    g_ptr_array_add (rows, octant_assessment_get_object (assessment, i));
  found = choose (rows, &kind, word, error);
  return found != NULL &&
         octant_assessment_find_object (assessment, octant_record_get (found, OCTANT_CYCLE_OBJECT_OBJECT), slot);
}

gboolean
octant_cli_find_item (OctantAssessment *assessment,
                      const char       *code,
                      const char       *word,
                      OctantItemRef    *item,
                      GError          **error)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  gboolean by_object;

  if (!octant_model_find_requirement (model, code, &item->requirement))
    return octant_cli_fail (error, _("The model has no requirement “%s”; “model show” lists all codes"), code);
  by_object = octant_model_get_requirement (model, item->requirement)->scope == OCTANT_SCOPE_OBJECT &&
              octant_assessment_get_n_objects (assessment) > 0;
  item->slot = 0;
  if (by_object && word == NULL)
    return octant_cli_fail (error, _("%s is rated for each protected object; name one with --object"), code);
  if (!by_object && word != NULL)
    return octant_cli_fail (error, _("%s is rated once for the institution; leave --object out"), code);
  return word == NULL || octant_cli_find_slot (assessment, word, &item->slot, error);
}

gboolean
octant_cli_find_node (OctantAssessment *assessment,
                      const char       *code,
                      guint            *node,
                      GError          **error)
{
  if (octant_model_find_node (octant_assessment_get_model (assessment), code, node))
    return TRUE;
  return octant_cli_fail (error, _("The model has no domain or sub-domain “%s”; “model show” lists all codes"), code);
}

gboolean
octant_cli_is_below (const char *requirement,
                     const char *code)
{
  gsize length = code != NULL ? strlen (code) : 0;

  return code == NULL || (strncmp (requirement, code, length) == 0 && (requirement[length] == '\0' || requirement[length] == '.'));
}

gboolean
octant_cli_commit (OctantCli        *cli,
                   OctantAssessment *assessment,
                   OctantAct        *act,
                   GError          **error)
{
  g_autoptr (OctantAct) owned = act;

  if (octant_act_is_empty (owned))
    return TRUE;
  if (assessment != NULL)
    {
      octant_assessment_apply (assessment, owned);
      /* All rows, not only the changed ones: the cache may be empty, and must be whole. */
      g_clear_pointer (&owned->scores, g_ptr_array_unref);
      owned->scores = octant_assessment_list_score_rows (assessment, NULL, 0);
    }
  return octant_store_commit (cli->store, owned, error);
}

GPtrArray *
octant_cli_list_scores (OctantCli  *cli,
                        const char *cycle_id,
                        GError    **error)
{
  g_autoptr (GPtrArray) rows = octant_store_list_scores (cli->store, cycle_id, error);
  g_autoptr (OctantAssessment) assessment = NULL;

  if (rows == NULL || rows->len > 0)
    return g_steal_pointer (&rows);
  assessment = octant_store_load_assessment (cli->store, cycle_id, error);
  if (assessment == NULL)
    return NULL;
  g_clear_pointer (&rows, g_ptr_array_unref);
  rows = octant_assessment_list_score_rows (assessment, NULL, 0);
  if (!octant_store_put_scores (cli->store, cycle_id, rows, error))
    return NULL;
  return g_steal_pointer (&rows);
}
