/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "exchange/octant-export.h"

#include "assessment/octant-targets.h"
#include "exchange/octant-csv.h"
#include "model/octant-lineage.h"

/* A text, or null. */
static void
add_string (JsonBuilder *json,
            const char  *name,
            const char  *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

static void
add_int (JsonBuilder *json,
         const char  *name,
         gint64       value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

static void
add_boolean (JsonBuilder *json,
             const char  *name,
             gboolean     value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, value);
}

/* An exact fraction, or null when there is no result. */
static void
add_rational (JsonBuilder          *json,
              const char           *name,
              const OctantRational *value)
{
  g_autofree char *text = value != NULL ? octant_rational_to_string (value) : NULL;

  add_string (json, name, text);
}

/* Columns of a row under their own names, from @first on; @skip is left out. What a key stores as empty is null. */
static void
add_columns (JsonBuilder        *json,
             const OctantRecord *row,
             guint               first,
             guint               skip)
{
  const OctantTableInfo *info = octant_table_get_info (octant_record_get_table (row));

  for (guint i = first; i < info->n_columns; i++)
    if (i != skip && info->columns[i].integer)
      add_int (json, info->columns[i].name, octant_record_get_int (row, i));
    else if (i != skip)
      {
        const char *text = octant_record_get (row, i);

        add_string (json, info->columns[i].name, text != NULL && *text != '\0' ? text : NULL);
      }
}

static void
add_head (JsonBuilder      *json,
          OctantAssessment *assessment,
          OctantRecord     *organisation)
{
  OctantRecord *cycle = octant_assessment_get_cycle (assessment);

  add_string (json, "format", "octant-cycle/1");
  add_string (json, "engine", OCTANT_ENGINE_VERSION);

  json_builder_set_member_name (json, "cycle");
  json_builder_begin_object (json);
  add_string (json, "id", octant_record_get (cycle, OCTANT_CYCLE_ID));
  add_string (json, "title", octant_record_get (cycle, OCTANT_CYCLE_TITLE));
  add_string (json, "as_of", octant_record_get (cycle, OCTANT_CYCLE_AS_OF));
  add_string (json, "assessor", octant_record_get (cycle, OCTANT_CYCLE_ASSESSOR));
  add_string (json, "created_at", octant_record_get (cycle, OCTANT_CYCLE_CREATED_AT));
  add_string (json, "from_cycle", octant_record_get (cycle, OCTANT_CYCLE_FROM_CYCLE));
  json_builder_end_object (json);

  json_builder_set_member_name (json, "organisation");
  json_builder_begin_object (json);
  add_string (json, "id", octant_record_get (cycle, OCTANT_CYCLE_ORG));
  add_string (json, "name", organisation != NULL ? octant_record_get (organisation, OCTANT_ORGANISATION_NAME) : NULL);
  add_string (json, "kind", organisation != NULL ? octant_record_get (organisation, OCTANT_ORGANISATION_KIND) : NULL);
  json_builder_end_object (json);

  json_builder_set_member_name (json, "model");
  json_builder_begin_object (json);
  add_string (json, "id", octant_record_get (cycle, OCTANT_CYCLE_MODEL_ID));
  add_string (json, "version", octant_record_get (cycle, OCTANT_CYCLE_MODEL_VERSION));
  add_string (json, "hash", octant_record_get (cycle, OCTANT_CYCLE_MODEL_HASH));
  json_builder_end_object (json);
}

static void
add_objects (JsonBuilder      *json,
             OctantAssessment *assessment)
{
  json_builder_set_member_name (json, "objects");
  json_builder_begin_array (json);
  for (guint slot = 0; slot < octant_assessment_get_n_objects (assessment); slot++)
    {
      OctantRecord *object = octant_assessment_get_object (assessment, slot);

      json_builder_begin_object (json);
      add_string (json, "id", octant_record_get (object, OCTANT_CYCLE_OBJECT_OBJECT));
      add_columns (json, object, OCTANT_CYCLE_OBJECT_NAME, OCTANT_CYCLE_OBJECT_POSITION);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* Rows of one table among those of the cycle. */
static void
add_rows (JsonBuilder     *json,
          const char      *name,
          const GPtrArray *rows,
          OctantTable      table,
          guint            first,
          guint            skip)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < rows->len; i++)
    if (octant_record_get_table (rows->pdata[i]) == table)
      {
        json_builder_begin_object (json);
        add_columns (json, rows->pdata[i], first, skip);
        json_builder_end_object (json);
      }
  json_builder_end_array (json);
}

/* Under the codes of the nodes: the whole has an empty one only where it is stored. */
void
octant_export_add_targets (JsonBuilder      *json,
                           OctantAssessment *assessment)
{
  OctantModel *model = octant_assessment_get_model (assessment);

  json_builder_set_member_name (json, "targets");
  json_builder_begin_array (json);
  for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
    {
      int level = octant_assessment_get_own_target (assessment, node);

      if (level == 0)
        continue;
      json_builder_begin_object (json);
      add_string (json, "code", octant_model_get_node_code (model, node));
      add_int (json, "level", level);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static const char *
answer_state (const OctantAnswer *answer)
{
  if (answer->rating == OCTANT_RATING_UNANSWERED)
    return "unanswered";
  return answer->carried ? "carried" : "confirmed";
}

/* (nullable): the object that an item is rated for */
static OctantRecord *
item_object (OctantAssessment *assessment,
             guint             requirement,
             guint             slot)
{
  OctantModel *model = octant_assessment_get_model (assessment);

  if (octant_assessment_get_n_objects (assessment) == 0 ||
      octant_model_get_requirement (model, requirement)->scope == OCTANT_SCOPE_ORG)
    return NULL;
  return octant_assessment_get_object (assessment, slot);
}

/* Every piece of evidence met is added to @evidence, once, in the order of the answers. */
static void
add_answer (JsonBuilder      *json,
            OctantAssessment *assessment,
            guint             requirement,
            guint             slot,
            GPtrArray        *evidence,
            GHashTable       *seen)
{
  g_autoptr (GPtrArray) linked = octant_assessment_list_evidence (assessment, requirement, slot);
  OctantRecord *object = item_object (assessment, requirement, slot);
  OctantAnswer answer;

  octant_assessment_get_answer (assessment, requirement, slot, &answer);
  json_builder_begin_object (json);
  add_string (json, "code", octant_model_get_requirement (octant_assessment_get_model (assessment), requirement)->code);
  add_string (json, "object", object != NULL ? octant_record_get (object, OCTANT_CYCLE_OBJECT_OBJECT) : NULL);
  add_string (json, "rating",
              answer.rating != OCTANT_RATING_UNANSWERED ? octant_rating_to_string (answer.rating) : NULL);
  add_string (json, "state", answer_state (&answer));
  add_string (json, "note", answer.note);
  add_string (json, "na_reason", answer.na_reason);
  add_string (json, "na_approver", answer.na_approver);
  add_string (json, "rated_by", answer.rated_by);
  add_string (json, "rated_at", answer.rated_at);
  json_builder_set_member_name (json, "evidence");
  json_builder_begin_array (json);
  for (guint i = 0; i < linked->len; i++)
    {
      const char *id = octant_record_get (linked->pdata[i], OCTANT_EVIDENCE_ID);

      json_builder_add_string_value (json, id);
      if (g_hash_table_add (seen, (gpointer) id))
        g_ptr_array_add (evidence, octant_record_ref (linked->pdata[i]));
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
add_answers (JsonBuilder      *json,
             OctantAssessment *assessment)
{
  g_autoptr (GPtrArray) evidence = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  OctantModel *model = octant_assessment_get_model (assessment);

  json_builder_set_member_name (json, "answers");
  json_builder_begin_array (json);
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (assessment, r) && octant_model_asks (model, r); slot++)
      add_answer (json, assessment, r, slot, evidence, seen);
  json_builder_end_array (json);
  add_rows (json, "evidence", evidence, OCTANT_TABLE_EVIDENCE, OCTANT_EVIDENCE_ID, OCTANT_EVIDENCE_ORG);
}

static void
add_aspects (JsonBuilder       *json,
             OctantModel       *model,
             const OctantScore *score)
{
  json_builder_set_member_name (json, "s_aspects");
  json_builder_begin_object (json);
  for (guint a = 0; a < octant_model_get_n_aspects (model); a++)
    add_rational (json, octant_model_get_aspect (model, a)->id,
                  score->applicable && score->has_aspect[a] ? &score->s_aspect[a] : NULL);
  json_builder_end_object (json);
}

/* A level of a node that has one, else null. */
static void
add_level (JsonBuilder *json,
           const char  *name,
           gboolean     applicable,
           int          level)
{
  if (applicable)
    add_int (json, name, level);
  else
    add_string (json, name, NULL);
}

static void
add_node (JsonBuilder      *json,
          OctantAssessment *assessment,
          guint             node)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  const OctantScore *score =
    octant_scorer_get_score (octant_assessment_get_scorer (assessment, OCTANT_READING_OFFICIAL), node);
  g_autofree char *text = score->applicable ? octant_rational_to_text (&score->s, 2) : NULL;

  json_builder_begin_object (json);
  add_string (json, "code", octant_model_get_node_code (model, node));
  add_boolean (json, "applicable", score->applicable);
  add_rational (json, "s", score->applicable ? &score->s : NULL);
  add_rational (json, "s_hi", score->applicable ? &score->s_hi : NULL);
  add_string (json, "s_text", text);
  add_level (json, "l", score->applicable, score->l);
  add_level (json, "l_hi", score->applicable, score->l_hi);
  add_aspects (json, model, score);
  add_boolean (json, "limited", score->limited);
  add_boolean (json, "heavily_tailored", score->heavily_tailored);
  add_int (json, "answered", score->answered);
  add_int (json, "applicable_items", score->applicable_items);
  add_int (json, "na_items", score->na_items);
  add_rational (json, "confidence", score->has_confidence ? &score->confidence : NULL);
  add_int (json, "carried_over", octant_assessment_get_n_carried (assessment, node));
  json_builder_end_object (json);
}

static void
add_scores (JsonBuilder      *json,
            OctantAssessment *assessment)
{
  OctantModel *model = octant_assessment_get_model (assessment);

  json_builder_set_member_name (json, "scores");
  json_builder_begin_object (json);
  json_builder_set_member_name (json, "overall");
  add_node (json, assessment, OCTANT_NODE_OVERALL);
  json_builder_set_member_name (json, "domains");
  json_builder_begin_array (json);
  for (guint d = 0; d < octant_model_get_n_domains (model); d++)
    add_node (json, assessment, octant_model_domain_node (model, d));
  json_builder_end_array (json);
  json_builder_set_member_name (json, "subdomains");
  json_builder_begin_array (json);
  for (guint s = 0; s < octant_model_get_n_subdomains (model); s++)
    if (octant_model_get_subdomain (model, s)->active)
      add_node (json, assessment, octant_model_subdomain_node (model, s));
  json_builder_end_array (json);
  json_builder_end_object (json);
}

GBytes *
octant_export_json (OctantAssessment *assessment,
                    OctantRecord     *organisation)
{
  g_autoptr (JsonBuilder) json = json_builder_new_immutable ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);

  rows = octant_assessment_list_records (assessment);
  json_builder_begin_object (json);
  add_head (json, assessment, organisation);
  add_objects (json, assessment);
  add_rows (json, "tailoring", rows, OCTANT_TABLE_TAILORING, OCTANT_TAILORING_CODE, G_MAXUINT);
  octant_export_add_targets (json, assessment);
  add_answers (json, assessment);
  add_rows (json, "interviews", rows, OCTANT_TABLE_INTERVIEW, OCTANT_INTERVIEW_ID, OCTANT_INTERVIEW_CYCLE);
  add_rows (json, "said", rows, OCTANT_TABLE_INTERVIEW_ANSWER, OCTANT_INTERVIEW_ANSWER_INTERVIEW,
            OCTANT_INTERVIEW_ANSWER_CYCLE);
  add_rows (json, "settlements", rows, OCTANT_TABLE_SETTLEMENT, OCTANT_SETTLEMENT_CODE, G_MAXUINT);
  add_scores (json, assessment);
  json_builder_end_object (json);

  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_to_gstring (generator, text);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static void
append_texts (GString           *csv,
              const char *const *texts,
              guint              n_texts)
{
  for (guint i = 0; i < n_texts; i++)
    octant_csv_append_text (csv, texts[i]);
  octant_csv_end_row (csv);
}

static void
append_rating_row (GString          *csv,
                   OctantAssessment *assessment,
                   guint             requirement,
                   guint             slot,
                   OctantLanguage    language)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  const OctantRequirement *r = octant_model_get_requirement (model, requirement);
  OctantRecord *object = item_object (assessment, requirement, slot);
  char number[16];
  OctantAnswer answer;

  octant_assessment_get_answer (assessment, requirement, slot, &answer);
  octant_csv_append_text (csv, r->code);
  octant_csv_append_text (csv, object != NULL ? octant_record_get (object, OCTANT_CYCLE_OBJECT_NAME) : NULL);
  octant_csv_append_text (csv, octant_rating_to_string (answer.rating));
  octant_csv_append_text (csv, answer.note);
  octant_csv_append_text (csv, answer.na_reason);
  octant_csv_append_text (csv, answer.na_approver);
  octant_csv_append_text (csv, answer_state (&answer));
  g_snprintf (number, sizeof number, "%u", r->level);
  octant_csv_append_number (csv, number);
  octant_csv_append_text (csv, octant_model_get_aspect (model, r->aspect)->id);
  octant_csv_append_text (csv, octant_text_get (&r->text, language));
  g_snprintf (number, sizeof number, "%u", answer.n_evidence);
  octant_csv_append_number (csv, number);
  octant_csv_append_text (csv, answer.rated_by);
  octant_csv_append_text (csv, answer.rated_at);
  octant_csv_end_row (csv);
}

GBytes *
octant_export_ratings_csv (OctantAssessment *assessment,
                           OctantLanguage    language,
                           gboolean          mark)
{
  static const char *const header[] = {
    "code", "object", "rating", "note", "reason", "approver", "state",
    "level", "aspect", "text", "evidence", "rated_by", "rated_at",
  };
  g_autoptr (GString) csv = g_string_new (NULL);
  OctantModel *model;

  g_return_val_if_fail (OCTANT_IS_ASSESSMENT (assessment), NULL);

  if (mark)
    octant_csv_append_mark (csv);
  append_texts (csv, header, G_N_ELEMENTS (header));
  model = octant_assessment_get_model (assessment);
  for (guint r = 0; r < octant_model_get_n_requirements (model); r++)
    for (guint slot = 0; slot < octant_assessment_get_item_slots (assessment, r) && octant_model_asks (model, r); slot++)
      append_rating_row (csv, assessment, r, slot, language);
  return g_string_free_to_bytes (g_steal_pointer (&csv));
}
