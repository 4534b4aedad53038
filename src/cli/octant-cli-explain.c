/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli-explain.h"

#include "octant-cli-i18n.h"
#include "octant-cli-json.h"
#include "octant-cli-table.h"
#include "report/octant-sentences.h"

/* Stable names in JSON, by OctantBlockKind. */
static const char *const kind_names[] = {
  "item", "threshold", "no-items", "domain-quorum", "domain-floor", "overall-floor", "overall-quorum", "gate",
};

/* Sentences about evidence at most: JSON has them all. */
#define MANY 20u

typedef struct
{
  OctantCli *cli;
  OctantAssessment *assessment;
  OctantModel *model;
  OctantScorer *scorer; /* of all objects, or of the one that the assessment shows */
  guint node;
  GPtrArray *blocks; /* (owned) */
} Explanation;

/* A sentence in both languages: JSON does not depend on the language asked for. */
static void
add_sentence (JsonBuilder *json,
              char        *zh,
              char        *en)
{
  OctantText text = { zh, en };

  octant_cli_json_text (json, "sentence", &text);
  g_free (zh);
  g_free (en);
}

static const char *
get_object_name (const Explanation *what,
                 guint              slot)
{
  guint shown = octant_assessment_get_shown_slot (what->assessment);

  if (shown != G_MAXUINT) /* its scorer knows the single slot 0 */
    slot = shown;
  if (slot >= octant_assessment_get_n_objects (what->assessment))
    return NULL;
  return octant_record_get (octant_assessment_get_object (what->assessment, slot), OCTANT_CYCLE_OBJECT_NAME);
}

static gboolean
is_roll_up (const OctantBlock *block)
{
  return block->kind >= OCTANT_BLOCK_DOMAIN_QUORUM;
}

static void
add_codes (JsonBuilder       *json,
           const Explanation *what,
           const OctantBlock *block)
{
  json_builder_set_member_name (json, "requirements");
  json_builder_begin_array (json);
  for (guint i = 0; block->requirements != NULL && i < block->requirements->len; i++)
    json_builder_add_string_value (json, octant_model_get_requirement (what->model, g_array_index (block->requirements, guint, i))->code);
  json_builder_end_array (json);
  json_builder_set_member_name (json, "nodes");
  json_builder_begin_array (json);
  for (guint i = 0; block->nodes != NULL && i < block->nodes->len; i++)
    json_builder_add_string_value (json, octant_model_get_node_code (what->model, g_array_index (block->nodes, guint, i)));
  json_builder_end_array (json);
}

static void
add_block (JsonBuilder       *json,
           const Explanation *what,
           const OctantBlock *block)
{
  gboolean cell = !is_roll_up (block);
  gboolean measured = block->kind != OCTANT_BLOCK_ITEM && block->kind != OCTANT_BLOCK_NO_ITEMS;

  json_builder_begin_object (json);
  octant_cli_json_string (json, "kind", kind_names[block->kind]);
  octant_cli_json_string (json, "node", octant_model_get_node_code (what->model, block->node));
  octant_cli_json_int (json, "target", block->target);
  octant_cli_json_string (json, "aspect", cell ? octant_model_get_aspect (what->model, block->aspect)->id : NULL);
  octant_cli_json_level (json, "level", cell, (int) block->level);
  octant_cli_json_string (json, "object", cell ? get_object_name (what, block->slot) : NULL);
  add_codes (json, what, block);
  octant_cli_json_fraction (json, "have", measured, &block->have);
  octant_cli_json_fraction (json, "need", measured, &block->need);
  add_sentence (json, octant_sentence_block (what->assessment, block, OCTANT_LANGUAGE_ZH),
                octant_sentence_block (what->assessment, block, OCTANT_LANGUAGE_EN));
  json_builder_end_object (json);
}

/* What the node is made of: weight, score and level of each part. */
static void
add_part (JsonBuilder          *json,
          const Explanation    *what,
          guint                 node,
          const OctantFraction *weight)
{
  const OctantScore *score = octant_scorer_get_score (what->scorer, node);
  g_autofree char *text = octant_fraction_to_string (weight);

  json_builder_begin_object (json);
  octant_cli_json_string (json, "code", octant_model_get_node_code (what->model, node));
  octant_cli_json_string (json, "weight", text);
  octant_cli_json_fraction (json, "s", score->applicable, &score->s);
  octant_cli_json_level (json, "l", score->applicable, score->l);
  json_builder_end_object (json);
}

static void
add_cell (JsonBuilder       *json,
          const Explanation *what,
          guint              subdomain,
          guint              aspect,
          guint              level,
          guint              slot)
{
  g_auto (OctantCell) cell = { 0 };

  octant_scorer_get_cell (what->scorer, subdomain, aspect, level, slot, OCTANT_BOUND_LO, &cell);
  json_builder_begin_object (json);
  octant_cli_json_string (json, "object", get_object_name (what, slot));
  octant_cli_json_string (json, "aspect", octant_model_get_aspect (what->model, aspect)->id);
  octant_cli_json_int (json, "level", level);
  octant_cli_json_int (json, "items", cell.n_items);
  octant_cli_json_int (json, "answered", cell.n_answered);
  octant_cli_json_fraction (json, "a", cell.counted, &cell.a);
  octant_cli_json_fraction (json, "m", cell.counted, &cell.m);
  json_builder_end_object (json);
}

static void
add_cells (JsonBuilder       *json,
           const Explanation *what,
           guint              subdomain)
{
  json_builder_set_member_name (json, "cells");
  json_builder_begin_array (json);
  for (guint slot = 0; slot < octant_scorer_get_n_slots (what->scorer); slot++)
    for (guint aspect = 0; aspect < octant_model_get_n_aspects (what->model); aspect++)
      for (guint level = 1; level <= octant_model_get_n_levels (what->model); level++)
        add_cell (json, what, subdomain, aspect, level, slot);
  json_builder_end_array (json);
}

static void
add_parts (JsonBuilder       *json,
           const Explanation *what)
{
  guint n_domains = octant_model_get_n_domains (what->model);

  if (what->node > n_domains)
    {
      add_cells (json, what, what->node - n_domains - 1);
      return;
    }
  json_builder_set_member_name (json, "parts");
  json_builder_begin_array (json);
  if (what->node == OCTANT_NODE_OVERALL)
    {
      for (guint d = 0; d < n_domains; d++)
        add_part (json, what, octant_model_domain_node (what->model, d), &octant_model_get_domain (what->model, d)->weight);
    }
  else
    {
      const OctantModelDomain *domain = octant_model_get_domain (what->model, what->node - 1);

      for (guint s = domain->first_subdomain; s < domain->first_subdomain + domain->n_subdomains; s++)
        add_part (json, what, octant_model_subdomain_node (what->model, s), &octant_model_get_subdomain (what->model, s)->weight);
    }
  json_builder_end_array (json);
}

/* What the evidence bears of the result, and where it is too weak. */
static void
add_backing (JsonBuilder       *json,
             const Explanation *what)
{
  g_autoptr (GArray) items = octant_assessment_list_unbacked (what->assessment, what->node);
  const OctantScore *score =
    octant_scorer_get_score (octant_assessment_get_shown_scorer (what->assessment, OCTANT_READING_BACKED), what->node);

  json_builder_set_member_name (json, "backed");
  json_builder_begin_object (json);
  octant_cli_json_fraction (json, "s", score->applicable, &score->s);
  octant_cli_json_level (json, "l", score->applicable, score->l);
  add_sentence (json, octant_sentence_backing (what->assessment, what->node, OCTANT_LANGUAGE_ZH),
                octant_sentence_backing (what->assessment, what->node, OCTANT_LANGUAGE_EN));
  json_builder_set_member_name (json, "unbacked");
  json_builder_begin_array (json);
  for (guint i = 0; i < items->len; i++)
    {
      const OctantUnbacked *item = &g_array_index (items, OctantUnbacked, i);
      const OctantRequirement *requirement = octant_model_get_requirement (what->model, item->item.requirement);

      json_builder_begin_object (json);
      octant_cli_json_string (json, "code", requirement->code);
      octant_cli_json_string (json, "object", requirement->scope == OCTANT_SCOPE_OBJECT
                                                ? get_object_name (what, item->item.slot) : NULL);
      octant_cli_json_string (json, "rating", octant_rating_to_string (item->rating));
      octant_cli_json_string (json, "counts", octant_rating_to_string (item->counts));
      octant_cli_json_int (json, "strength", item->strength);
      octant_cli_json_int (json, "needed", item->needed);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
print_json (const Explanation *what)
{
  g_autoptr (JsonBuilder) json = json_builder_new ();
  const OctantScore *score = octant_scorer_get_score (what->scorer, what->node);

  json_builder_begin_object (json);
  octant_cli_json_string (json, "cycle", octant_assessment_get_id (what->assessment));
  octant_cli_json_string (json, "code", octant_model_get_node_code (what->model, what->node));
  octant_cli_json_string (json, "object", octant_assessment_get_shown_object (what->assessment));
  octant_cli_json_bool (json, "applicable", score->applicable);
  octant_cli_json_fraction (json, "s", score->applicable, &score->s);
  octant_cli_json_level (json, "l", score->applicable, score->l);
  octant_cli_json_bool (json, "limited", score->applicable && score->limited);
  add_sentence (json, octant_sentence_node (what->assessment, what->node, OCTANT_LANGUAGE_ZH),
                octant_sentence_node (what->assessment, what->node, OCTANT_LANGUAGE_EN));
  add_parts (json, what);
  json_builder_set_member_name (json, "blocks");
  json_builder_begin_array (json);
  for (guint i = 0; i < what->blocks->len; i++)
    add_block (json, what, g_ptr_array_index (what->blocks, i));
  json_builder_end_array (json);
  add_backing (json, what);
  json_builder_end_object (json);
  octant_cli_print_json (what->cli, json);
}

/* The running minimum of each aspect, for each object: the arithmetic of a sub-domain. */
static void
print_cells (const Explanation *what,
             guint              subdomain)
{
  g_autoptr (OctantCliTable) table = octant_cli_table_new (_("Object"), _("Aspect"), _("Level"), _("Answered"), _("Achieved"), _("Counts"), NULL);

  for (guint column = 2; column < 6; column++)
    octant_cli_table_align_right (table, column);
  for (guint slot = 0; slot < octant_scorer_get_n_slots (what->scorer); slot++)
    for (guint aspect = 0; aspect < octant_model_get_n_aspects (what->model); aspect++)
      for (guint level = 1; level <= octant_model_get_n_levels (what->model); level++)
        {
          g_auto (OctantCell) cell = { 0 };
          g_autofree char *number = g_strdup_printf ("%u", level);
          g_autofree char *answered = NULL;
          g_autofree char *a = NULL;
          g_autofree char *m = NULL;

          octant_scorer_get_cell (what->scorer, subdomain, aspect, level, slot, OCTANT_BOUND_LO, &cell);
          answered = g_strdup_printf ("%u/%u", cell.n_answered, cell.n_items);
          a = cell.counted ? octant_rational_to_string (&cell.a) : g_strdup ("–");
          m = cell.counted ? octant_rational_to_string (&cell.m) : g_strdup ("–");
          octant_cli_table_add (table, get_object_name (what, slot),
                                octant_text_get (&octant_model_get_aspect (what->model, aspect)->name, what->cli->language), number,
                                answered, a, m);
        }
  octant_cli_table_print_titled (table, what->cli);
}

static void
print_backing (const Explanation *what)
{
  OctantLanguage language = what->cli->language;
  g_autoptr (GArray) items = octant_assessment_list_unbacked (what->assessment, what->node);
  g_autofree char *sentence = octant_sentence_backing (what->assessment, what->node, language);

  octant_cli_print (what->cli, "\n%s\n", sentence);
  for (guint i = 0; i < MIN (items->len, MANY); i++)
    {
      g_autofree char *item = octant_sentence_unbacked (what->assessment, &g_array_index (items, OctantUnbacked, i), language);

      octant_cli_print (what->cli, "- %s\n", item);
    }
  if (items->len > MANY)
    octant_cli_print (what->cli, _("- and %u more, which --json lists\n"), items->len - MANY);
}

static void
print_text (const Explanation *what)
{
  const OctantScore *score = octant_scorer_get_score (what->scorer, what->node);
  g_autofree char *result = octant_cli_score_text (score);
  g_autofree char *how = octant_sentence_node (what->assessment, what->node, what->cli->language);

  octant_cli_print (what->cli, "%s: %s\n\n%s\n", octant_model_get_node_code (what->model, what->node), result, how);
  if (what->node > octant_model_get_n_domains (what->model) && score->applicable)
    print_cells (what, what->node - octant_model_get_n_domains (what->model) - 1);
  if (what->blocks->len > 0)
    octant_cli_print (what->cli, _("\nWhat keeps it from level %d:\n"), score->l + 1);
  for (guint i = 0; i < what->blocks->len; i++)
    {
      g_autofree char *sentence = octant_sentence_block (what->assessment, g_ptr_array_index (what->blocks, i), what->cli->language);

      octant_cli_print (what->cli, "- %s\n", sentence);
    }
  if (score->applicable)
    print_backing (what);
}

gboolean
octant_cli_explain (OctantCli        *cli,
                    OctantAssessment *assessment,
                    const char       *code,
                    GError          **error)
{
  Explanation what = { .cli = cli, .assessment = assessment };
  const char *word = octant_cli_value (cli, "object");
  guint requirement, slot;

  if (word != NULL)
    {
      if (!octant_cli_find_slot (assessment, word, &slot, error))
        return FALSE;
      octant_assessment_set_shown_object (assessment, octant_record_get (octant_assessment_get_object (assessment, slot),
                                                                         OCTANT_CYCLE_OBJECT_OBJECT));
    }
  what.model = octant_assessment_get_model (assessment);
  what.scorer = octant_assessment_get_shown_scorer (assessment, OCTANT_READING_OFFICIAL);
  /* A requirement has no score of its own; it is explained where it counts. */
  if (octant_model_find_requirement (what.model, code, &requirement))
    what.node = octant_model_subdomain_node (what.model, octant_model_get_requirement (what.model, requirement)->subdomain);
  else if (!octant_cli_find_node (assessment, code, &what.node, error))
    return FALSE;
  what.blocks = octant_explain (what.scorer, what.node);
  if (octant_cli_flag (cli, "json"))
    print_json (&what);
  else
    print_text (&what);
  g_ptr_array_unref (what.blocks);
  return TRUE;
}
