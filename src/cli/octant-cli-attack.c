/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include <string.h>

#include "octant-cli-i18n.h"
#include "octant-cli-json.h"
#include "octant-cli-table.h"
#include "scoring/octant-coverage.h"

/* What is looked at. */
typedef struct
{
  OctantAssessment *assessment;
  OctantScorer *scorer; /* of the institution, or of one object alone */
  OctantModel *model;
  OctantAttack *attack;
  OctantCoverage *coverage;
  GArray *techniques; /* (element-type guint) */
} View;

/* In the order of OctantCoverageKind: in JSON. */
static const char *const kinds[] = { "scored", "out-of-scope", "unmapped", "no-mitigation" };

/* The same for people; what has a score shows it. */
static const char *
describe_kind (OctantCoverageKind kind)
{
  switch (kind)
    {
    case OCTANT_COVERAGE_OUT_OF_SCOPE:
      return _("not applicable");
    case OCTANT_COVERAGE_UNMAPPED:
      return _("no sub-domain stands for its mitigations");
    case OCTANT_COVERAGE_NO_MITIGATION:
      return _("ATT&CK knows no mitigation");
    case OCTANT_COVERAGE_SCORED:
    case OCTANT_N_COVERAGE_KINDS:
    default:
      return "";
    }
}

static const OctantAttackTechnique *
get_technique (const View *view,
               guint       index)
{
  guint n;

  return &octant_attack_get_techniques (view->attack, &n)[index];
}

/* All techniques, or the one named and then what refines it. */
static gboolean
choose_techniques (View       *view,
                   const char *word,
                   GError    **error)
{
  guint wanted = 0, n;

  if (word != NULL && !octant_attack_find_technique (view->attack, word, &wanted))
    return octant_cli_fail (error, _("ATT&CK %s has no technique “%s”; write its id, as in T1059 or T1059.001"),
                            octant_attack_get_version (view->attack), word);
  if (word != NULL)
    g_array_append_val (view->techniques, wanted);
  octant_attack_get_techniques (view->attack, &n);
  for (guint t = 0; t < n; t++)
    if (word == NULL || get_technique (view, t)->parent == wanted)
      g_array_append_val (view->techniques, t);
  return TRUE;
}

static void
add_head (JsonBuilder *json,
          const View  *view)
{
  json_builder_set_member_name (json, "cycle");
  json_builder_begin_object (json);
  octant_cli_json_string (json, "id", octant_assessment_get_id (view->assessment));
  octant_cli_json_string (json, "title", octant_assessment_get_title (view->assessment));
  octant_cli_json_string (json, "as_of", octant_assessment_get_as_of (view->assessment));
  json_builder_end_object (json);
  octant_cli_json_model (json, view->model);
  octant_cli_json_string (json, "engine", OCTANT_ENGINE_VERSION);
  json_builder_set_member_name (json, "attack");
  json_builder_begin_object (json);
  octant_cli_json_string (json, "domain", octant_attack_get_domain (view->attack));
  octant_cli_json_string (json, "version", octant_attack_get_version (view->attack));
  octant_cli_json_string (json, "source", octant_attack_get_source (view->attack));
  json_builder_end_object (json);
}

static void
add_ids (JsonBuilder            *json,
         const char             *name,
         const OctantAttackTerm *terms,
         const guint            *indexes,
         guint                   n)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < n; i++)
    json_builder_add_string_value (json, terms[indexes[i]].id);
  json_builder_end_array (json);
}

static void
add_parts (JsonBuilder *json,
           const View  *view,
           guint        technique)
{
  g_autoptr (GPtrArray) parts = octant_coverage_list_parts (view->coverage, view->scorer, technique);
  guint n;
  const OctantAttackTerm *mitigations = octant_attack_get_mitigations (view->attack, &n);

  json_builder_set_member_name (json, "covered_by");
  json_builder_begin_array (json);
  for (guint i = 0; i < parts->len; i++)
    {
      const OctantCoveragePart *part = g_ptr_array_index (parts, i);
      guint node = octant_model_subdomain_node (view->model, part->subdomain);
      const OctantScore *score = octant_scorer_get_score (view->scorer, node);

      json_builder_begin_object (json);
      octant_cli_json_string (json, "code", octant_model_get_node_code (view->model, node));
      octant_cli_json_bool (json, "applicable", part->applicable);
      octant_cli_json_fraction (json, "weight", part->applicable, &part->weight);
      octant_cli_json_fraction (json, "s", part->applicable, &score->s);
      octant_cli_json_fraction (json, "s_hi", part->applicable, &score->s_hi);
      add_ids (json, "mitigations", mitigations, (const guint *) (gpointer) part->mitigations->data, part->mitigations->len);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_technique (JsonBuilder *json,
               const View  *view,
               guint        index)
{
  guint n;
  const OctantAttackTechnique *technique = get_technique (view, index);
  const OctantTechniqueScore *score = octant_coverage_get_score (view->coverage, index);
  gboolean scored = score->kind == OCTANT_COVERAGE_SCORED;
  g_autofree char *text = scored ? octant_rational_to_text (&score->s, 2) : NULL;

  json_builder_begin_object (json);
  octant_cli_json_string (json, "id", technique->id);
  octant_cli_json_string (json, "name", technique->name);
  octant_cli_json_string (json, "parent",
                          technique->parent != OCTANT_ATTACK_NO_PARENT ? get_technique (view, technique->parent)->id : NULL);
  add_ids (json, "tactics", octant_attack_get_tactics (view->attack, &n), technique->tactics, technique->n_tactics);
  add_ids (json, "mitigations", octant_attack_get_mitigations (view->attack, &n), technique->mitigations,
           technique->n_mitigations);
  octant_cli_json_string (json, "coverage", kinds[score->kind]);
  octant_cli_json_fraction (json, "s", scored, &score->s);
  octant_cli_json_fraction (json, "s_hi", scored, &score->s_hi);
  octant_cli_json_string (json, "s_text", text);
  add_parts (json, view, index);
  json_builder_end_object (json);
}

static void
print_json (OctantCli  *cli,
            const View *view)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_head (json, view);
  json_builder_set_member_name (json, "techniques");
  json_builder_begin_array (json);
  for (guint i = 0; i < view->techniques->len; i++)
    add_technique (json, view, g_array_index (view->techniques, guint, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
  octant_cli_print_json (cli, json);
}

static char *
score_text (const OctantRational *low,
            const OctantRational *high)
{
  g_autofree char *from = octant_rational_to_text (low, 2);
  g_autofree char *to = octant_rational_to_text (high, 2);

  return octant_rational_equal (low, high) ? g_steal_pointer (&from) : g_strdup_printf ("%s…%s", from, to);
}

/* "AP.01 SH.02" */
static char *
list_codes (const View *view,
            GPtrArray  *parts)
{
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < parts->len; i++)
    {
      const OctantCoveragePart *part = g_ptr_array_index (parts, i);

      if (part->applicable)
        g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "",
                                octant_model_get_subdomain (view->model, part->subdomain)->code);
    }
  return g_string_free_and_steal (codes);
}

static void
print_techniques (OctantCli  *cli,
                  const View *view)
{
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Technique"), _("Name"), _("Score"), _("Covered by"), NULL);

  for (guint i = 0; i < view->techniques->len; i++)
    {
      guint index = g_array_index (view->techniques, guint, i);
      const OctantAttackTechnique *technique = get_technique (view, index);
      const OctantTechniqueScore *score = octant_coverage_get_score (view->coverage, index);
      g_autoptr (GPtrArray) parts = octant_coverage_list_parts (view->coverage, view->scorer, index);
      gboolean scored = score->kind == OCTANT_COVERAGE_SCORED;
      g_autofree char *text = scored ? score_text (&score->s, &score->s_hi) : g_strdup ("–");
      g_autofree char *codes = scored ? list_codes (view, parts) : g_strdup (describe_kind (score->kind));

      octant_cli_table_add (table, technique->id, technique->name, text, codes);
    }
  octant_cli_table_print (table, cli);
}

/* Of the technique that was asked for: what its score is made of. */
static void
print_parts (OctantCli  *cli,
             const View *view)
{
  const OctantRational hundred = { 100, 1, NULL };
  g_autoptr (GPtrArray) parts = octant_coverage_list_parts (view->coverage, view->scorer,
                                                            g_array_index (view->techniques, guint, 0));
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Code"), _("Name"), _("Score"), _("Share"), _("Mitigations"), NULL);
  guint n;
  const OctantAttackTerm *mitigations = octant_attack_get_mitigations (view->attack, &n);

  for (guint i = 0; i < parts->len; i++)
    {
      OctantCoveragePart *part = g_ptr_array_index (parts, i);
      guint node = octant_model_subdomain_node (view->model, part->subdomain);
      const OctantScore *score = octant_scorer_get_score (view->scorer, node);
      g_autofree char *text = part->applicable ? score_text (&score->s, &score->s_hi) : g_strdup (_("not applicable"));
      g_autofree char *share = NULL;
      g_autofree char *percent = NULL;
      g_autoptr (GString) ids = g_string_new (NULL);

      octant_rational_multiply (&part->weight, &hundred);
      share = octant_rational_to_text (&part->weight, 1);
      percent = part->applicable ? g_strdup_printf ("%s %%", share) : g_strdup ("");
      for (guint m = 0; m < part->mitigations->len; m++)
        g_string_append_printf (ids, "%s%s", m > 0 ? " " : "", mitigations[g_array_index (part->mitigations, guint, m)].id);
      octant_cli_table_add (table, octant_model_get_node_code (view->model, node),
                            octant_text_get (&octant_model_get_subdomain (view->model, part->subdomain)->name, cli->language),
                            text, percent, ids->str);
    }
  octant_cli_table_align_right (table, 3);
  octant_cli_table_print_titled (table, cli);
}

static void
print_text (OctantCli  *cli,
            const View *view,
            gboolean    one)
{
  g_autofree char *title = octant_cli_clean (octant_assessment_get_title (view->assessment));

  octant_cli_print (cli, "%s (%s): ATT&CK %s\n\n", title, octant_assessment_get_as_of (view->assessment),
                    octant_attack_get_version (view->attack));
  print_techniques (cli, view);
  if (one)
    print_parts (cli, view);
  else
    {
      guint counts[OCTANT_N_COVERAGE_KINDS];

      octant_coverage_count (view->coverage, counts);
      octant_cli_print (cli, _("\n%u techniques: %u with a score, %u not applicable, %u for whose mitigations no sub-domain stands, "
                               "%u without a mitigation in ATT&CK\n"),
                        view->techniques->len, counts[OCTANT_COVERAGE_SCORED], counts[OCTANT_COVERAGE_OUT_OF_SCOPE],
                        counts[OCTANT_COVERAGE_UNMAPPED], counts[OCTANT_COVERAGE_NO_MITIGATION]);
    }
  octant_cli_print (cli, "\n%s\n", octant_attack_get_source (view->attack));
}

static gboolean
run_attack (OctantCli *cli,
            GError   **error)
{
  const char *object = octant_cli_value (cli, "object");
  g_autoptr (OctantAssessment) assessment = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  g_autoptr (OctantAttack) attack = assessment != NULL ? octant_attack_new_shipped (error) : NULL;
  g_autoptr (OctantCoverage) coverage = NULL;
  g_autoptr (OctantScorer) own = NULL;
  g_autoptr (GArray) techniques = g_array_new (FALSE, FALSE, sizeof (guint));
  View view = { .assessment = assessment, .attack = attack, .techniques = techniques };
  guint slot;

  if (attack == NULL)
    return FALSE;
  view.model = octant_assessment_get_model (assessment);
  view.scorer = octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL);
  if (!choose_techniques (&view, octant_cli_arg (cli, 1), error))
    return FALSE;
  if (object != NULL)
    {
      if (!octant_cli_find_slot (assessment, object, &slot, error))
        return FALSE;
      view.scorer = own = octant_assessment_new_object_scorer (assessment, slot, OCTANT_READING_OFFICIAL);
    }
  view.coverage = coverage = octant_coverage_new (view.model, attack);
  octant_coverage_update (coverage, view.scorer);
  if (octant_cli_flag (cli, "json"))
    print_json (cli, &view);
  else
    print_text (cli, &view, octant_cli_arg (cli, 1) != NULL);
  return TRUE;
}

static const OctantCliOption options[] = {
  { "object", OCTANT_CLI_TEXT, "OBJ", N_("For one protected object alone, by id or name") },
  { "json", OCTANT_CLI_FLAG, NULL, N_("Print JSON") },
  { NULL },
};

const OctantCliCommand octant_cli_attack_commands[] = {
  { "attack", "CYCLE [TECHNIQUE] [--object OBJ] [--json]", N_("What covers the techniques of ATT&CK, and how strongly"), 1, 2,
    OCTANT_CLI_NO_PATHS, options, run_attack },
  { NULL },
};
