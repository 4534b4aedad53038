/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-model-parse-private.h"

#include <string.h>

static const char *const statuses[] = { "active", "retired", NULL };
static const char *const scopes[] = { "org", "object", NULL };

static void
read_code (OctantParser       *parser,
           const OctantPlace  *element,
           guint               i,
           OctantRequirement  *out)
{
  OctantReader *reader = &parser->reader;
  OctantPlace code = octant_place_member (element, "code");

  /* A namespace marks a requirement that is not the association's; a model is official as a whole. */
  if (code.node != NULL && JSON_NODE_HOLDS_VALUE (code.node)
      && json_node_get_value_type (code.node) == G_TYPE_STRING
      && strchr (json_node_get_string (code.node), ':') != NULL)
    {
      octant_fault_list_add (reader->faults, &code,
                             "Local requirements (codes with a namespace) cannot stand in a model of this format.");
      return;
    }
  out->code = octant_reader_string (reader, &code, octant_syntax_requirement_code,
                                    "a requirement's code like \"AP.05.3.P.02\"");
  if (out->code != NULL)
    octant_reader_index_add (reader, &code, reader->model->requirement_index, out->code, i);
}

static void
read_cell (OctantParser      *parser,
           const OctantPlace *element,
           OctantRequirement *out)
{
  OctantReader *reader = &parser->reader;
  OctantModel *model = reader->model;
  OctantPlace subdomain = octant_place_member (element, "subdomain");
  OctantPlace level = octant_place_member (element, "level");
  OctantPlace aspect = octant_place_member (element, "aspect");
  OctantPlace facet = octant_place_member (element, "facet");
  gint64 number = 0;
  char *id;

  id = octant_reader_string (reader, &subdomain, octant_syntax_id, "an id");
  if (id != NULL && !octant_model_index_find (model->subdomain_index, id, &out->subdomain))
    octant_fault_list_add (reader->faults, &subdomain, "The model has no sub-domain \"%s\".", id);
  octant_reader_integer (reader, &level, 1, MAX (model->n_levels, 2), &number);
  out->level = (guint) number;
  id = octant_reader_string (reader, &aspect, octant_syntax_id, "an id");
  if (id != NULL && !octant_model_index_find (parser->aspects, id, &out->aspect))
    octant_fault_list_add (reader->faults, &aspect, "The model has no aspect \"%s\".", id);

  id = octant_reader_string (reader, &facet, octant_syntax_id, "an id");
  if (id == NULL || out->aspect == OCTANT_MODEL_NOWHERE)
    return;
  for (guint i = 0; i < model->aspects[out->aspect].n_facets; i++)
    {
      if (g_strcmp0 (model->aspects[out->aspect].facets[i].id, id) == 0)
        {
          out->facet = i;
          return;
        }
    }
  octant_fault_list_add (reader->faults, &facet, "The aspect \"%s\" has no facet \"%s\".",
                         model->aspects[out->aspect].id, id);
}

static void
read_methods (OctantParser      *parser,
              const OctantPlace *element,
              OctantRequirement *out)
{
  static const char *const methods[] = { "I", "E", "T", NULL };
  OctantReader *reader = &parser->reader;
  OctantPlace list = octant_place_member (element, "methods");
  char letters[4] = "";
  guint n, used = 0;

  if (!octant_reader_array (reader, &list, 1, 3, &n))
    return;
  for (guint i = 0; i < n; i++)
    {
      OctantPlace method = octant_place_element (&list, i);
      guint word;

      if (!octant_reader_word (reader, &method, methods, &word))
        continue;
      if (strchr (letters, *methods[word]) != NULL)
        octant_fault_list_add (reader->faults, &method, "\"%s\" is used twice.", methods[word]);
      else
        letters[used++] = *methods[word];
    }
  out->methods = g_string_chunk_insert_const (reader->model->strings, letters);
}

/* One code, or a list of codes; NULL when there is no such member. */
static char **
read_links (OctantParser      *parser,
            const OctantPlace *place)
{
  OctantReader *reader = &parser->reader;
  char **codes;

  if (place->node == NULL)
    return NULL;
  if (!JSON_NODE_HOLDS_VALUE (place->node) || json_node_get_value_type (place->node) != G_TYPE_STRING)
    return octant_reader_strings (reader, place, octant_syntax_requirement_code, "a requirement's code");
  codes = octant_reader_new (reader, char *, 2);
  codes[0] = octant_reader_string (reader, place, octant_syntax_requirement_code, "a requirement's code");
  return codes;
}

static void
read_retirement (OctantParser      *parser,
                 const OctantPlace *element,
                 OctantRequirement *out)
{
  OctantReader *reader = &parser->reader;
  OctantPlace retired_in = octant_place_member (element, "retired_in");
  OctantPlace superseded_by = octant_place_member (element, "superseded_by");
  OctantPlace supersedes = octant_place_member (element, "supersedes");

  out->retired_in = octant_reader_string (reader, &retired_in, octant_syntax_version, "a version like \"1.0.0\"");
  out->superseded_by = read_links (parser, &superseded_by);
  out->supersedes = read_links (parser, &supersedes);
  if (!out->active)
    {
      if (retired_in.node == NULL)
        octant_fault_list_add (reader->faults, element, "The member \"retired_in\" is missing.");
      if (superseded_by.node == NULL)
        octant_fault_list_add (reader->faults, element, "The member \"superseded_by\" is missing.");
      return;
    }
  if (retired_in.node != NULL)
    octant_fault_list_add (reader->faults, &retired_in, "Only a retired requirement has this member.");
  if (superseded_by.node != NULL)
    octant_fault_list_add (reader->faults, &superseded_by, "Only a retired requirement has this member.");
}

static void
read_texts (OctantParser      *parser,
            const OctantPlace *element,
            OctantRequirement *out)
{
  OctantReader *reader = &parser->reader;

  octant_reader_text (reader, element, "text", &out->text);
  octant_reader_text (reader, element, "check", &out->check);
  octant_reader_text (reader, element, "question", &out->question);
  octant_reader_text (reader, element, "advice", &out->advice);
}

static void
read_requirement (OctantParser      *parser,
                  const OctantPlace *element,
                  guint              i,
                  OctantRequirement *out)
{
  OctantReader *reader = &parser->reader;
  OctantPlace scope = octant_place_member (element, "scope");
  OctantPlace na_allowed = octant_place_member (element, "na_allowed");
  OctantPlace status = octant_place_member (element, "status");
  OctantPlace evidence = octant_place_member (element, "evidence");
  OctantPlace roles = octant_place_member (element, "roles");
  OctantPlace weight = octant_place_member (element, "weight");
  OctantPlace effort = octant_place_member (element, "effort");
  OctantPlace since = octant_place_member (element, "since");
  OctantPlace rev = octant_place_member (element, "rev");
  guint word = 0;
  gint64 number = 0;

  read_code (parser, element, i, out);
  read_cell (parser, element, out);
  if (octant_reader_word (reader, &scope, scopes, &word))
    out->scope = word == 0 ? OCTANT_SCOPE_ORG : OCTANT_SCOPE_OBJECT;
  octant_reader_boolean (reader, &na_allowed, &out->na_allowed);
  word = 0;
  octant_reader_word (reader, &status, statuses, &word);
  out->active = word == 0;
  read_methods (parser, element, out);
  out->evidence = octant_reader_indexes (reader, &evidence, parser->evidence_types, "evidence type", &out->n_evidence);
  out->roles = octant_reader_indexes (reader, &roles, parser->roles, "role", &out->n_roles);
  octant_reader_fraction (reader, &weight, FALSE, 0, &out->weight);
  octant_reader_fraction (reader, &effort, FALSE, 0, &out->effort);
  read_texts (parser, element, out);
  out->since = octant_reader_string (reader, &since, octant_syntax_version, "a version like \"1.0.0\"");
  octant_reader_integer (reader, &rev, 1, 1000000, &number);
  out->rev = (guint) number;
  read_retirement (parser, element, out);
}

void
octant_parser_read_requirements (OctantParser      *parser,
                                 const OctantPlace *root)
{
  static const char *const members[] = {
    "code", "subdomain", "level", "aspect", "facet", "scope", "na_allowed", "methods", "evidence", "roles", "weight",
    "effort", "text", "check", "question", "advice", "status", "since", "rev", NULL
  };
  static const char *const optional[] = { "retired_in", "superseded_by", "supersedes", NULL };
  OctantReader *reader = &parser->reader;
  OctantModel *model = reader->model;
  OctantPlace list = octant_place_member (root, "requirements");

  if (!octant_reader_array (reader, &list, 1, OCTANT_MODEL_MAX_REQUIREMENTS, &model->n_requirements))
    return;
  model->requirements = octant_reader_new (reader, OctantRequirement, model->n_requirements);
  for (guint i = 0; i < model->n_requirements; i++)
    {
      OctantPlace element = octant_place_element (&list, i);

      model->requirements[i].subdomain = OCTANT_MODEL_NOWHERE;
      model->requirements[i].aspect = OCTANT_MODEL_NOWHERE;
      if (octant_reader_object (reader, &element, members, optional))
        read_requirement (parser, &element, i, &model->requirements[i]);
    }
}
