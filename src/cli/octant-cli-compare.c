/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli.h"

#include <string.h>

#include "base/octant-file.h"
#include "exchange/octant-export.h"
#include "history/octant-attribution.h"
#include "history/octant-comparison.h"
#include "octant-cli-i18n.h"
#include "octant-cli-json.h"
#include "octant-cli-table.h"

/* A weight as text; null where the model does not have the node. */
static void
add_weight (JsonBuilder          *json,
            const char           *name,
            gboolean              known,
            const OctantFraction *weight)
{
  g_autofree char *text = octant_fraction_to_string (weight);

  octant_cli_json_string (json, name, known ? text : NULL);
}

static void
add_node_change (JsonBuilder            *json,
                 const OctantNodeChange *change)
{
  gboolean whole = strcmp (change->code, "overall") == 0;

  json_builder_begin_object (json);
  octant_cli_json_string (json, "code", change->code);
  octant_cli_json_bool (json, "known_a", change->known_a);
  octant_cli_json_bool (json, "known_b", change->known_b);
  octant_cli_json_bool (json, "renamed", change->name_a.zh != NULL);
  add_weight (json, "weight_a", change->known_a && !whole, &change->weight_a);
  add_weight (json, "weight_b", change->known_b && !whole, &change->weight_b);
  octant_cli_json_fraction (json, "s_a", change->in_a, &change->s_a);
  octant_cli_json_fraction (json, "s_b", change->in_b, &change->s_b);
  octant_cli_json_fraction (json, "delta", change->in_a && change->in_b, &change->delta);
  octant_cli_json_level (json, "l_a", change->in_a, change->l_a);
  octant_cli_json_level (json, "l_b", change->in_b, change->l_b);
  json_builder_end_object (json);
}

/* null for unanswered, as in an export. */
static const char *
rating_name (OctantRating rating)
{
  return rating == OCTANT_RATING_UNANSWERED ? NULL : octant_rating_to_string (rating);
}

/* Codes that a requirement replaces or is replaced by; empty where nothing is known. */
static void
add_lineage (JsonBuilder            *json,
             const char             *name,
             const OctantItemChange *change,
             OctantChangeKind        kind)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; change->kind == kind && change->lineage != NULL && change->lineage[i] != NULL; i++)
    json_builder_add_string_value (json, change->lineage[i]);
  json_builder_end_array (json);
}

static void
add_item_change (JsonBuilder            *json,
                 const OctantItemChange *change)
{
  json_builder_begin_object (json);
  octant_cli_json_string (json, "code", change->code);
  octant_cli_json_string (json, "object", change->object);
  octant_cli_json_string (json, "kind", octant_change_kind_to_string (change->kind));
  octant_cli_json_string (json, "rating_a", rating_name (change->rating_a));
  octant_cli_json_string (json, "rating_b", rating_name (change->rating_b));
  octant_cli_json_bool (json, "note_changed", change->note_changed);
  octant_cli_json_bool (json, "evidence_changed", change->evidence_changed);
  octant_cli_json_bool (json, "carried_over", change->carried);
  octant_cli_json_int (json, "evidence_added", change->evidence_added);
  octant_cli_json_int (json, "evidence_removed", change->evidence_removed);
  octant_cli_json_bool (json, "reworded", change->reworded);
  add_lineage (json, "replaces", change, OCTANT_CHANGE_NEW);
  add_lineage (json, "replaced_by", change, OCTANT_CHANGE_RETIRED);
  json_builder_end_object (json);
}

static void
add_object_change (JsonBuilder              *json,
                   const OctantObjectChange *change)
{
  gboolean in_a = change->kind != OCTANT_OBJECT_ADDED;
  gboolean in_b = change->kind != OCTANT_OBJECT_REMOVED;

  json_builder_begin_object (json);
  octant_cli_json_string (json, "id", change->id);
  octant_cli_json_string (json, "kind", octant_object_change_kind_to_string (change->kind));
  octant_cli_json_string (json, "name_a", change->name_a);
  octant_cli_json_string (json, "name_b", change->name_b);
  octant_cli_json_level (json, "level_a", in_a, change->level_a);
  octant_cli_json_level (json, "level_b", in_b, change->level_b);
  octant_cli_json_level (json, "criticality_a", in_a, change->criticality_a);
  octant_cli_json_level (json, "criticality_b", in_b, change->criticality_b);
  json_builder_end_object (json);
}

static void
add_scope (JsonBuilder            *json,
           const OctantComparison *comparison)
{
  json_builder_set_member_name (json, "objects");
  json_builder_begin_array (json);
  for (guint i = 0; i < comparison->objects->len; i++)
    add_object_change (json, g_ptr_array_index (comparison->objects, i));
  json_builder_end_array (json);
  json_builder_set_member_name (json, "scope");
  json_builder_begin_array (json);
  for (guint i = 0; i < comparison->scope->len; i++)
    {
      const OctantScopeChange *change = g_ptr_array_index (comparison->scope, i);

      json_builder_begin_object (json);
      octant_cli_json_string (json, "code", change->code);
      octant_cli_json_bool (json, "out", change->out);
      octant_cli_json_string (json, "reason", change->reason);
      octant_cli_json_string (json, "approver", change->approver);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_targets (JsonBuilder            *json,
             const OctantComparison *comparison)
{
  json_builder_set_member_name (json, "targets");
  json_builder_begin_array (json);
  for (guint i = 0; i < comparison->targets->len; i++)
    {
      const OctantTargetChange *change = g_ptr_array_index (comparison->targets, i);

      json_builder_begin_object (json);
      octant_cli_json_string (json, "code", change->code);
      octant_cli_json_level (json, "target_a", change->target_a > 0, change->target_a);
      octant_cli_json_level (json, "target_b", change->target_b > 0, change->target_b);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
add_cycle (JsonBuilder      *json,
           const char       *name,
           OctantAssessment *assessment)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  octant_cli_json_string (json, "id", octant_assessment_get_id (assessment));
  octant_cli_json_string (json, "title", octant_assessment_get_title (assessment));
  octant_cli_json_string (json, "as_of", octant_assessment_get_as_of (assessment));
  octant_cli_json_model (json, octant_assessment_get_model (assessment));
  json_builder_end_object (json);
}

static void
add_nodes (JsonBuilder            *json,
           const char             *name,
           const OctantComparison *comparison)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < comparison->nodes->len; i++)
    add_node_change (json, g_ptr_array_index (comparison->nodes, i));
  json_builder_end_array (json);
}

static void
add_parts (JsonBuilder          *json,
           const OctantRational *answers,
           const OctantRational *basis,
           const OctantRational *weight,
           const OctantRational *total)
{
  octant_cli_json_fraction (json, "answers", TRUE, answers);
  octant_cli_json_fraction (json, "basis", TRUE, basis);
  octant_cli_json_fraction (json, "weight", TRUE, weight);
  octant_cli_json_fraction (json, "total", TRUE, total);
}

/* The change of the overall score by sub-domain; null when either cycle has no score. */
static void
add_attribution (JsonBuilder      *json,
                 const char       *name,
                 OctantAssessment *a,
                 OctantAssessment *b,
                 gboolean          like_for_like)
{
  g_autoptr (OctantAttribution) attribution = octant_attribution_new (a, b, like_for_like);

  json_builder_set_member_name (json, name);
  if (attribution == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  add_parts (json, &attribution->answers, &attribution->basis, &attribution->weight, &attribution->total);
  json_builder_set_member_name (json, "subdomains");
  json_builder_begin_array (json);
  for (guint i = 0; i < attribution->parts->len; i++)
    {
      const OctantAttributionPart *part = g_ptr_array_index (attribution->parts, i);

      json_builder_begin_object (json);
      octant_cli_json_string (json, "code", part->code);
      octant_cli_json_fraction (json, "weight_a", TRUE, &part->weight_a);
      octant_cli_json_fraction (json, "weight_b", TRUE, &part->weight_b);
      add_parts (json, &part->answers, &part->basis, &part->weight, &part->total);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
print_json (OctantCli              *cli,
            OctantAssessment       *a,
            OctantAssessment       *b,
            const OctantComparison *whole,
            const OctantComparison *alike)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();

  json_builder_begin_object (json);
  add_cycle (json, "a", a);
  add_cycle (json, "b", b);
  add_nodes (json, "nodes", whole);
  if (alike != NULL)
    add_nodes (json, "nodes_like_for_like", alike);
  add_attribution (json, "attribution", a, b, FALSE);
  if (alike != NULL)
    add_attribution (json, "attribution_like_for_like", a, b, TRUE);
  add_scope (json, whole);
  add_targets (json, whole);
  json_builder_set_member_name (json, "items");
  json_builder_begin_array (json);
  for (guint i = 0; i < whole->items->len; i++)
    add_item_change (json, g_ptr_array_index (whole->items, i));
  json_builder_end_array (json);
  json_builder_end_object (json);
  octant_cli_print_json (cli, json);
}

static char *
score_text (gboolean              applicable,
            const OctantRational *value)
{
  return applicable ? octant_rational_to_text (value, 2) : g_strdup ("–");
}

static char *
level_text (gboolean applicable,
            int      level)
{
  return applicable ? g_strdup_printf ("%d", level) : g_strdup ("–");
}

static char *
delta_text (const OctantNodeChange *change)
{
  g_auto (OctantRational) zero = { 0 };
  g_autofree char *text = NULL;

  if (!change->in_a || !change->in_b)
    return g_strdup ("–");
  text = octant_rational_to_text (&change->delta, 2);
  return octant_rational_compare (&change->delta, &zero) > 0 ? g_strconcat ("+", text, NULL) : g_steal_pointer (&text);
}

static void
print_nodes (OctantCli              *cli,
             OctantAssessment       *a,
             OctantAssessment       *b,
             const OctantComparison *comparison)
{
  g_autofree char *level_a = g_strdup_printf (_("Level %s"), octant_assessment_get_title (a));
  g_autofree char *level_b = g_strdup_printf (_("Level %s"), octant_assessment_get_title (b));
  g_autofree char *score_a = g_strdup_printf (_("Score %s"), octant_assessment_get_title (a));
  g_autofree char *score_b = g_strdup_printf (_("Score %s"), octant_assessment_get_title (b));
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Code"), _("Name"), level_a, level_b, score_a, score_b, _("Change"), NULL);

  for (guint column = 2; column < 7; column++)
    octant_cli_table_align_right (table, column);
  for (guint i = 0; i < comparison->nodes->len; i++)
    {
      const OctantNodeChange *change = g_ptr_array_index (comparison->nodes, i);
      g_autofree char *la = level_text (change->in_a, change->l_a);
      g_autofree char *lb = level_text (change->in_b, change->l_b);
      g_autofree char *sa = score_text (change->in_a, &change->s_a);
      g_autofree char *sb = score_text (change->in_b, &change->s_b);
      g_autofree char *delta = delta_text (change);

      octant_cli_table_add (table, change->code, octant_text_get (&change->name, cli->language), la, lb, sa, sb, delta);
    }
  octant_cli_table_print (table, cli);
}

static const char *
kind_text (OctantChangeKind kind)
{
  static const char *const texts[] = {
    N_("improved"), N_("worsened"), N_("answered"), N_("not answered any more"), N_("became not applicable"),
    N_("applicable again"), N_("new"), N_("retired"), N_("confirmed"), N_("same"),
  };

  return _(texts[kind]);
}

/* "note, evidence, reworded, replaced by AP.05.2.P.04" */
static char *
also_text (const OctantItemChange *change)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) parts = NULL;

  if (change->note_changed)
    g_strv_builder_add (builder, _("note"));
  if (change->evidence_changed)
    g_strv_builder_take (builder, g_strdup_printf (_("evidence +%u −%u"), change->evidence_added, change->evidence_removed));
  if (change->reworded)
    g_strv_builder_add (builder, _("reworded"));
  if (change->by_object)
    g_strv_builder_add (builder, _("by the object"));
  if (change->lineage != NULL)
    {
      g_autofree char *codes = g_strjoinv (" ", change->lineage);

      g_strv_builder_take (builder, g_strdup_printf (change->kind == OCTANT_CHANGE_NEW ? _("replaces %s") : _("replaced by %s"),
                                                     codes));
    }
  parts = g_strv_builder_end (builder);
  return g_strjoinv (", ", parts);
}

/* What stayed as it was is left out: JSON and CSV have all. */
static void
print_items (OctantCli              *cli,
             const OctantComparison *comparison)
{
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Requirement"), _("Object"), _("What"), _("Before"), _("Now"), _("Also changed"), NULL);

  for (guint i = 0; i < comparison->items->len; i++)
    {
      const OctantItemChange *change = g_ptr_array_index (comparison->items, i);
      g_autofree char *also = also_text (change);

      if ((change->kind == OCTANT_CHANGE_SAME || change->kind == OCTANT_CHANGE_CONFIRMED) && *also == '\0')
        continue;
      octant_cli_table_add (table, change->code, change->object, kind_text (change->kind), octant_rating_to_string (change->rating_a),
                            octant_rating_to_string (change->rating_b), also);
    }
  octant_cli_table_print_titled (table, cli);
}

/* Sub-domains and domains that the models name, weigh or have differently. */
static void
print_model_changes (OctantCli              *cli,
                     const OctantComparison *comparison)
{
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Code"), _("In the model"), NULL);

  for (guint i = 0; i < comparison->nodes->len; i++)
    {
      const OctantNodeChange *node = g_ptr_array_index (comparison->nodes, i);
      g_autofree char *text = NULL;

      if (!node->known_a && !node->known_b)
        continue;
      if (node->known_a != node->known_b)
        text = g_strdup (node->known_b ? _("new") : _("retired"));
      else if (node->name_a.zh != NULL)
        text = g_strdup_printf (_("was called %s"), octant_text_get (&node->name_a, cli->language));
      else if (octant_fraction_compare (&node->weight_a, &node->weight_b) != 0)
        text = g_strdup_printf (_("weight %g → %g"), (double) node->weight_a.num / (double) node->weight_a.den,
                                (double) node->weight_b.num / (double) node->weight_b.den);
      if (text == NULL)
        continue;
      octant_cli_table_add (table, node->code, text);
    }
  octant_cli_table_print_titled (table, cli);
}

static void
print_objects (OctantCli              *cli,
               const OctantComparison *comparison)
{
  static const char *const kinds[] = { N_("added"), N_("removed"), N_("changed") };
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Object"), _("What"), _("Criticality before"), _("Now"), NULL);

  for (guint i = 0; i < comparison->objects->len; i++)
    {
      const OctantObjectChange *change = g_ptr_array_index (comparison->objects, i);
      g_autofree char *before = level_text (change->kind != OCTANT_OBJECT_ADDED, change->criticality_a);
      g_autofree char *now = level_text (change->kind != OCTANT_OBJECT_REMOVED, change->criticality_b);

      octant_cli_table_add (table, change->name_b != NULL ? change->name_b : change->name_a, _(kinds[change->kind]), before, now);
    }
  octant_cli_table_print_titled (table, cli);
}

static void
print_scope (OctantCli              *cli,
             const OctantComparison *comparison)
{
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Code"), _("Scope"), _("Reason"), NULL);

  for (guint i = 0; i < comparison->scope->len; i++)
    {
      const OctantScopeChange *change = g_ptr_array_index (comparison->scope, i);

      octant_cli_table_add (table, change->code, change->out ? _("went out") : _("came in"), change->reason);
    }
  octant_cli_table_print_titled (table, cli);
}

static void
print_targets (OctantCli              *cli,
               const OctantComparison *comparison)
{
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Code"), _("Name"), _("Target before"), _("Now"), NULL);

  for (guint i = 0; i < comparison->targets->len; i++)
    {
      const OctantTargetChange *change = g_ptr_array_index (comparison->targets, i);
      g_autofree char *before = level_text (change->target_a > 0, change->target_a);
      g_autofree char *now = level_text (change->target_b > 0, change->target_b);

      octant_cli_table_add (table, change->code, octant_text_get (&change->name, cli->language), before, now);
    }
  octant_cli_table_print_titled (table, cli);
}

static void
print_text (OctantCli              *cli,
            OctantAssessment       *a,
            OctantAssessment       *b,
            const OctantComparison *whole,
            const OctantComparison *alike)
{
  print_nodes (cli, a, b, whole);
  if (alike != NULL)
    {
      octant_cli_print (cli, "\n%s\n", _("Like for like: only the requirements and objects that both have"));
      print_nodes (cli, a, b, alike);
    }
  print_model_changes (cli, whole);
  print_objects (cli, whole);
  print_scope (cli, whole);
  print_targets (cli, whole);
  print_items (cli, whole);
}

/* On the terminal, or into a file that a spreadsheet opens with its letters right. */
static gboolean
put_csv (OctantCli              *cli,
         const OctantComparison *comparison,
         GError                **error)
{
  const char *path = octant_cli_value (cli, "o");
  g_autoptr (GBytes) csv = octant_export_comparison_csv (comparison, cli->language, path != NULL);

  if (path != NULL)
    return octant_file_replace (path, g_bytes_get_data (csv, NULL), g_bytes_get_size (csv), error);
  g_string_append_len (cli->out, g_bytes_get_data (csv, NULL), (gssize) g_bytes_get_size (csv));
  return TRUE;
}

static gboolean
run_compare (OctantCli *cli,
             GError   **error)
{
  g_autoptr (OctantAssessment) a = NULL;
  g_autoptr (OctantAssessment) b = NULL;
  g_autoptr (OctantComparison) whole = NULL;
  g_autoptr (OctantComparison) alike = NULL;

  if (octant_cli_flag (cli, "json") && octant_cli_flag (cli, "csv"))
    return octant_cli_usage (error, _("Choose one of --json and --csv"));
  if (octant_cli_value (cli, "o") != NULL && !octant_cli_flag (cli, "csv"))
    return octant_cli_usage (error, _("-o goes with --csv"));
  a = octant_cli_load_cycle (cli, octant_cli_arg (cli, 0), error);
  if (a == NULL)
    return FALSE;
  b = octant_cli_load_cycle (cli, octant_cli_arg (cli, 1), error);
  if (b == NULL)
    return FALSE;
  if (g_str_equal (octant_assessment_get_id (a), octant_assessment_get_id (b)))
    return octant_cli_fail (error, _("“%s” cannot be compared with itself; name two different cycles"),
                            octant_assessment_get_title (a));
  whole = octant_comparison_new (a, b, FALSE);
  if (octant_cli_flag (cli, "like-for-like"))
    alike = octant_comparison_new (a, b, TRUE);
  if (octant_cli_flag (cli, "csv"))
    return put_csv (cli, alike != NULL ? alike : whole, error);
  if (octant_cli_flag (cli, "json"))
    print_json (cli, a, b, whole, alike);
  else
    print_text (cli, a, b, whole, alike);
  return TRUE;
}

static const OctantCliOption options[] = {
  { "like-for-like", OCTANT_CLI_FLAG, NULL, N_("Score both also on what they share") },
  { "json", OCTANT_CLI_FLAG, NULL, N_("Print JSON") },
  { "csv", OCTANT_CLI_FLAG, NULL, N_("Print CSV") },
  { "o", OCTANT_CLI_PATH, "FILE", N_("With --csv: write it to a file, for spreadsheets; it is replaced when it is there") },
  { NULL },
};

const OctantCliCommand octant_cli_compare_commands[] = {
  { "compare", "CYCLE CYCLE [--like-for-like] [--json|--csv [-o FILE]]", N_("What changed from the first cycle to the second"), 2, 2,
    OCTANT_CLI_NO_PATHS, options, run_compare },
  { NULL },
};
