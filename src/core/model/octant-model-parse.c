/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-model-parse-private.h"

#include <string.h>

#define FORMAT "octant-model/1"

static const char *const statuses[] = { "active", "retired", NULL };

const char **
octant_parser_aspect_members (OctantParser *parser)
{
  OctantModel *model = parser->reader.model;
  const char **members = g_new0 (const char *, model->n_aspects + 1);
  guint n = 0;

  for (guint i = 0; i < model->n_aspects; i++)
    {
      if (model->aspects[i].id != NULL)
        members[n++] = model->aspects[i].id;
    }
  return members;
}

static gboolean
is_aspect_id (const char *string)
{
  return g_ascii_isupper (string[0]) && string[1] == '\0';
}

static gboolean
is_domain_code (const char *string)
{
  return g_ascii_isupper (string[0]) && g_ascii_isupper (string[1]) && string[2] == '\0';
}

static gboolean
is_subdomain_code (const char *string)
{
  return strlen (string) == 5 && g_ascii_isupper (string[0]) && g_ascii_isupper (string[1])
         && string[2] == '.' && g_ascii_isdigit (string[3]) && g_ascii_isdigit (string[4]);
}

static gboolean
is_language (const char *string)
{
  return g_str_equal (string, "zh") || g_str_equal (string, "en");
}

static void
read_head (OctantParser      *parser,
           const OctantPlace *root)
{
  OctantReader *reader = &parser->reader;
  OctantPlace id = octant_place_member (root, "id");
  OctantPlace version = octant_place_member (root, "version");
  OctantPlace language = octant_place_member (root, "language");

  reader->model->id = octant_reader_string (reader, &id, octant_syntax_slug,
                                            "an id of 1 to 64 letters a to z, digits, '-' and '_'");
  reader->model->version = octant_reader_string (reader, &version, octant_syntax_version,
                                                 "a version like \"1.0.0\"");
  octant_reader_string (reader, &language, is_language, "\"zh\" or \"en\"");
  octant_reader_text (reader, root, "title", &reader->model->title);
  octant_reader_text (reader, root, "provenance", &reader->model->provenance);
}

static void
read_aspects (OctantParser      *parser,
              const OctantPlace *root)
{
  static const char *const members[] = { "id", "name", "facets", NULL };
  OctantReader *reader = &parser->reader;
  OctantModel *model = reader->model;
  OctantPlace list = octant_place_member (root, "aspects");

  if (!octant_reader_array (reader, &list, 1, OCTANT_MODEL_MAX_ASPECTS, &model->n_aspects))
    return;
  model->aspects = octant_reader_new (reader, OctantModelAspect, model->n_aspects);
  for (guint i = 0; i < model->n_aspects; i++)
    {
      OctantModelAspect *aspect = &model->aspects[i];
      OctantPlace element = octant_place_element (&list, i);
      OctantPlace id, facets;
      g_autoptr (GHashTable) index = NULL;

      if (!octant_reader_object (reader, &element, members, NULL))
        continue;
      id = octant_place_member (&element, "id");
      aspect->id = octant_reader_string (reader, &id, is_aspect_id, "one capital letter");
      if (aspect->id != NULL)
        octant_reader_index_add (reader, &id, parser->aspects, aspect->id, i);
      octant_reader_text (reader, &element, "name", &aspect->name);
      facets = octant_place_member (&element, "facets");
      aspect->facets = octant_reader_terms (reader, &facets, 1, &aspect->n_facets, &index);
    }
}

static void
read_level_aspects (OctantParser      *parser,
                    const OctantPlace *element,
                    OctantModelLevel  *level)
{
  OctantReader *reader = &parser->reader;
  g_autofree const char **members = octant_parser_aspect_members (parser);
  OctantPlace place = octant_place_member (element, "aspects");

  level->aspects = octant_reader_new (reader, OctantText, reader->model->n_aspects);
  if (!octant_reader_object (reader, &place, members, NULL))
    return;
  for (guint i = 0; members[i] != NULL; i++)
    octant_reader_text (reader, &place, members[i], &level->aspects[i]);
}

static void
read_levels (OctantParser      *parser,
             const OctantPlace *root)
{
  static const char *const members[] = { "level", "name", "summary", "aspects", NULL };
  OctantReader *reader = &parser->reader;
  OctantModel *model = reader->model;
  OctantPlace list = octant_place_member (root, "levels");

  if (!octant_reader_array (reader, &list, 2, OCTANT_MODEL_MAX_LEVELS, &model->n_levels))
    return;
  model->levels = octant_reader_new (reader, OctantModelLevel, model->n_levels);
  for (guint i = 0; i < model->n_levels; i++)
    {
      OctantPlace element = octant_place_element (&list, i);
      OctantPlace number;
      gint64 value;

      model->levels[i].level = i + 1;
      if (!octant_reader_object (reader, &element, members, NULL))
        continue;
      number = octant_place_member (&element, "level");
      octant_reader_integer (reader, &number, i + 1, i + 1, &value);
      octant_reader_text (reader, &element, "name", &model->levels[i].name);
      octant_reader_text (reader, &element, "summary", &model->levels[i].summary);
      read_level_aspects (parser, &element, &model->levels[i]);
    }
}

static OctantModelTerm *
read_vocabulary (OctantParser      *parser,
                 const OctantPlace *root,
                 const char        *member,
                 guint             *n,
                 GHashTable       **index)
{
  OctantPlace list = octant_place_member (root, member);

  return octant_reader_terms (&parser->reader, &list, 0, n, index);
}

static void
read_vocabularies (OctantParser      *parser,
                   const OctantPlace *root)
{
  OctantModel *model = parser->reader.model;
  g_autoptr (GHashTable) object_kinds = NULL;
  g_autoptr (GHashTable) institution_kinds = NULL;

  model->roles = read_vocabulary (parser, root, "roles", &model->n_roles, &parser->roles);
  model->evidence_types = read_vocabulary (parser, root, "evidence_types", &model->n_evidence_types,
                                           &parser->evidence_types);
  model->object_kinds = read_vocabulary (parser, root, "object_kinds", &model->n_object_kinds, &object_kinds);
  model->institution_kinds = read_vocabulary (parser, root, "institution_kinds", &model->n_institution_kinds,
                                              &institution_kinds);
}

static void
read_lens (OctantParser      *parser,
           const OctantPlace *element,
           guint              i)
{
  static const char *const members[] = { "id", "name", "groups", NULL };
  static const char *const optional[] = { "version", NULL };
  OctantReader *reader = &parser->reader;
  OctantModelLens *lens = &reader->model->lenses[i];
  GHashTable *index = NULL;
  OctantPlace id, groups, version;

  if (octant_reader_object (reader, element, members, optional))
    {
      id = octant_place_member (element, "id");
      lens->id = octant_reader_string (reader, &id, octant_syntax_slug, "an id of letters a to z, digits, '-' and '_'");
      if (lens->id != NULL && !octant_reader_index_add (reader, &id, parser->lenses, lens->id, i))
        lens->id = NULL; /* else the tags of the first one would be held against the groups of this one */
      octant_reader_text (reader, element, "name", &lens->name);
      version = octant_place_member (element, "version");
      lens->version = octant_reader_string (reader, &version, octant_syntax_id, "a version of 1 to 64 characters");
      groups = octant_place_member (element, "groups");
      lens->groups = octant_reader_terms (reader, &groups, 1, &lens->n_groups, &index);
    }
  g_ptr_array_add (parser->groups, index != NULL ? index : g_hash_table_new (g_str_hash, g_str_equal));
}

static void
read_lenses (OctantParser      *parser,
             const OctantPlace *root)
{
  OctantReader *reader = &parser->reader;
  OctantModel *model = reader->model;
  OctantPlace list = octant_place_member (root, "lenses");

  if (!octant_reader_array (reader, &list, 0, OCTANT_MODEL_MAX_LIST, &model->n_lenses))
    return;
  model->lenses = octant_reader_new (reader, OctantModelLens, model->n_lenses);
  for (guint i = 0; i < model->n_lenses; i++)
    {
      OctantPlace element = octant_place_element (&list, i);

      read_lens (parser, &element, i);
    }
}

static void
read_clauses (OctantParser      *parser,
              const OctantPlace *root)
{
  OctantReader *reader = &parser->reader;
  OctantModel *model = reader->model;
  OctantPlace place = octant_place_member (root, "clauses");
  JsonObjectIter iter;
  const char *name;

  if (place.node == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (place.node))
    {
      octant_fault_list_add (reader->faults, &place, "An object should stand here.");
      return;
    }
  model->clauses = octant_reader_new (reader, OctantModelClauses,
                                      json_object_get_size (json_node_get_object (place.node)));
  json_object_iter_init_ordered (&iter, json_node_get_object (place.node));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      OctantPlace framework = octant_place_member (&place, name);
      OctantModelClauses *clauses = &model->clauses[model->n_clauses];
      GHashTable *index = NULL;

      if (!octant_syntax_slug (name))
        {
          octant_fault_list_add (reader->faults, &framework,
                                 "The name is not one of letters a to z, digits, '-' and '_'.");
          continue;
        }
      clauses->id = g_string_chunk_insert_const (model->strings, name);
      clauses->clauses = octant_reader_terms (reader, &framework, 0, &clauses->n_clauses, &index);
      g_ptr_array_add (parser->clause_codes, index);
      g_hash_table_insert (parser->clauses, clauses->id, GUINT_TO_POINTER (++model->n_clauses));
    }
}

static void
read_domains (OctantParser      *parser,
              const OctantPlace *root)
{
  static const char *const members[] = { "code", "name", "weight", "aliases", NULL };
  OctantReader *reader = &parser->reader;
  OctantModel *model = reader->model;
  OctantPlace list = octant_place_member (root, "domains");

  if (!octant_reader_array (reader, &list, 1, OCTANT_MODEL_MAX_DOMAINS, &model->n_domains))
    return;
  model->domains = octant_reader_new (reader, OctantModelDomain, model->n_domains);
  for (guint i = 0; i < model->n_domains; i++)
    {
      OctantModelDomain *domain = &model->domains[i];
      OctantPlace element = octant_place_element (&list, i);
      OctantPlace code, weight, aliases;

      if (!octant_reader_object (reader, &element, members, NULL))
        continue;
      code = octant_place_member (&element, "code");
      domain->code = octant_reader_string (reader, &code, is_domain_code, "a code of two capital letters");
      if (domain->code != NULL)
        octant_reader_index_add (reader, &code, model->domain_index, domain->code, i);
      octant_reader_text (reader, &element, "name", &domain->name);
      weight = octant_place_member (&element, "weight");
      octant_reader_fraction (reader, &weight, FALSE, 0, &domain->weight);
      aliases = octant_place_member (&element, "aliases");
      domain->aliases = octant_reader_strings (reader, &aliases, octant_syntax_text, "a text without control characters");
    }
}

static void
read_hints (OctantParser         *parser,
            const OctantPlace    *subdomain,
            OctantModelSubdomain *out)
{
  static const char *const members[] = { "type", "hint", NULL };
  OctantReader *reader = &parser->reader;
  OctantPlace list = octant_place_member (subdomain, "evidence");

  if (!octant_reader_array (reader, &list, 0, OCTANT_MODEL_MAX_LIST, &out->n_evidence))
    return;
  out->evidence = octant_reader_new (reader, OctantModelEvidenceHint, out->n_evidence);
  for (guint i = 0; i < out->n_evidence; i++)
    {
      OctantPlace element = octant_place_element (&list, i);
      OctantPlace type;
      char *id;

      if (!octant_reader_object (reader, &element, members, NULL))
        continue;
      type = octant_place_member (&element, "type");
      id = octant_reader_string (reader, &type, octant_syntax_id, "an id");
      if (id != NULL && !octant_model_index_find (parser->evidence_types, id, &out->evidence[i].type))
        octant_fault_list_add (reader->faults, &type, "The model has no evidence type \"%s\".", id);
      octant_reader_text (reader, &element, "hint", &out->evidence[i].hint);
    }
}

/* Every lens must be named, if only by an empty list: a forgotten one would silently leave the sub-domain out. */
static void
read_tags (OctantParser         *parser,
           const OctantPlace    *subdomain,
           OctantModelSubdomain *out)
{
  OctantReader *reader = &parser->reader;
  OctantModel *model = reader->model;
  OctantPlace place = octant_place_member (subdomain, "tags");
  g_autofree const char **members = g_new0 (const char *, model->n_lenses + 1);
  guint n_members = 0;

  out->tags = octant_reader_new (reader, char **, model->n_lenses);
  for (guint i = 0; i < model->n_lenses; i++)
    {
      if (model->lenses[i].id != NULL)
        members[n_members++] = model->lenses[i].id;
    }
  if (!octant_reader_object (reader, &place, members, NULL))
    return;
  for (guint i = 0; i < model->n_lenses; i++)
    {
      OctantPlace lens;
      guint *groups;
      guint n;

      if (model->lenses[i].id == NULL)
        continue;
      lens = octant_place_member (&place, model->lenses[i].id);
      groups = octant_reader_indexes (reader, &lens, parser->groups->pdata[i], "such lens group as", &n);
      out->tags[i] = octant_reader_new (reader, char *, n + 1);
      for (guint j = 0; j < n; j++)
        out->tags[i][j] = model->lenses[i].groups[groups[j]].id;
    }
}

static void
read_reference (OctantParser         *parser,
                const OctantPlace    *framework,
                OctantModelReference *out)
{
  OctantReader *reader = &parser->reader;
  OctantModel *model = reader->model;
  guint clauses, n;
  guint *found;

  out->id = g_string_chunk_insert_const (model->strings, framework->member);
  if (!octant_model_index_find (parser->clauses, out->id, &clauses))
    {
      out->codes = octant_reader_strings (reader, framework, octant_syntax_id, "a code of 1 to 64 characters");
      return;
    }
  found = octant_reader_indexes (reader, framework, parser->clause_codes->pdata[clauses], "such clause as", &n);
  out->codes = octant_reader_new (reader, char *, n + 1);
  for (guint i = 0; i < n; i++)
    out->codes[i] = model->clauses[clauses].clauses[found[i]].id;
}

/* Frameworks with clauses must be named, as the lenses must; others may be: their codes live in files of their own. */
static void
read_references (OctantParser         *parser,
                 const OctantPlace    *subdomain,
                 OctantModelSubdomain *out)
{
  OctantReader *reader = &parser->reader;
  OctantModel *model = reader->model;
  OctantPlace place = octant_place_member (subdomain, "references");
  JsonObjectIter iter;
  const char *name;

  if (place.node == NULL)
    return;
  if (!JSON_NODE_HOLDS_OBJECT (place.node))
    {
      octant_fault_list_add (reader->faults, &place, "An object should stand here.");
      return;
    }
  for (guint i = 0; i < model->n_clauses; i++)
    {
      if (!json_object_has_member (json_node_get_object (place.node), model->clauses[i].id))
        octant_fault_list_add (reader->faults, &place, "The member \"%s\" is missing.", model->clauses[i].id);
    }
  out->references = octant_reader_new (reader, OctantModelReference,
                                       json_object_get_size (json_node_get_object (place.node)));
  json_object_iter_init_ordered (&iter, json_node_get_object (place.node));
  while (json_object_iter_next_ordered (&iter, &name, NULL))
    {
      OctantPlace framework = octant_place_member (&place, name);

      if (octant_syntax_slug (name))
        read_reference (parser, &framework, &out->references[out->n_references++]);
      else
        octant_fault_list_add (reader->faults, &framework,
                               "The name is not one of letters a to z, digits, '-' and '_'.");
    }
}

static OctantText *
read_optional_text (OctantParser      *parser,
                    const OctantPlace *object,
                    const char        *member)
{
  OctantPlace place = octant_place_member (object, member);
  OctantText *text;

  if (place.node == NULL)
    return NULL;
  text = octant_reader_new (&parser->reader, OctantText, 1);
  octant_reader_text (&parser->reader, object, member, text);
  return text;
}

static void
read_subdomain_code (OctantParser         *parser,
                     const OctantPlace    *element,
                     guint                 i,
                     OctantModelSubdomain *out)
{
  OctantReader *reader = &parser->reader;
  OctantPlace code = octant_place_member (element, "code");
  OctantPlace domain = octant_place_member (element, "domain");
  char *domain_code = octant_reader_string (reader, &domain, is_domain_code, "a code of two capital letters");

  out->domain = OCTANT_MODEL_NOWHERE;
  out->code = octant_reader_string (reader, &code, is_subdomain_code, "a sub-domain's code like \"AP.01\"");
  if (out->code != NULL)
    octant_reader_index_add (reader, &code, reader->model->subdomain_index, out->code, i);
  if (domain_code == NULL)
    return;
  if (!octant_model_index_find (reader->model->domain_index, domain_code, &out->domain))
    octant_fault_list_add (reader->faults, &domain, "The model has no domain \"%s\".", domain_code);
  if (out->code != NULL && strncmp (out->code, domain_code, 2) != 0)
    octant_fault_list_add (reader->faults, &code, "The code does not begin with its domain \"%s\".", domain_code);
}

static void
read_subdomain (OctantParser         *parser,
                const OctantPlace    *element,
                guint                 i,
                OctantModelSubdomain *out)
{
  OctantReader *reader = &parser->reader;
  OctantPlace weight = octant_place_member (element, "weight");
  OctantPlace gate = octant_place_member (element, "gate");
  OctantPlace status = octant_place_member (element, "status");
  OctantPlace since = octant_place_member (element, "since");
  OctantPlace aliases = octant_place_member (element, "aliases");
  OctantPlace roles = octant_place_member (element, "roles");
  guint word = 0;

  read_subdomain_code (parser, element, i, out);
  octant_reader_text (reader, element, "name", &out->name);
  octant_reader_text (reader, element, "scope", &out->scope);
  octant_reader_fraction (reader, &weight, FALSE, 0, &out->weight);
  octant_reader_boolean (reader, &gate, &out->gate);
  octant_reader_word (reader, &status, statuses, &word);
  out->active = word == 0;
  out->since = octant_reader_string (reader, &since, octant_syntax_version, "a version like \"1.0.0\"");
  out->aliases = octant_reader_strings (reader, &aliases, octant_syntax_text, "a text without control characters");
  out->roles = octant_reader_indexes (reader, &roles, parser->roles, "role", &out->n_roles);
  read_hints (parser, element, out);
  read_tags (parser, element, out);
  read_references (parser, element, out);
  out->standard_note = read_optional_text (parser, element, "standard_note");
  out->remark = read_optional_text (parser, element, "remark");
}

static void
read_subdomains (OctantParser      *parser,
                 const OctantPlace *root)
{
  static const char *const members[] = {
    "code", "domain", "name", "scope", "weight", "gate", "roles", "evidence", "tags", "references", "status",
    "since", "aliases", NULL
  };
  static const char *const optional[] = { "standard_note", "remark", NULL };
  OctantReader *reader = &parser->reader;
  OctantModel *model = reader->model;
  OctantPlace list = octant_place_member (root, "subdomains");

  if (!octant_reader_array (reader, &list, 1, OCTANT_MODEL_MAX_DOMAINS * 100, &model->n_subdomains))
    return;
  model->subdomains = octant_reader_new (reader, OctantModelSubdomain, model->n_subdomains);
  for (guint i = 0; i < model->n_subdomains; i++)
    {
      OctantPlace element = octant_place_element (&list, i);

      model->subdomains[i].domain = OCTANT_MODEL_NOWHERE;
      if (octant_reader_object (reader, &element, members, optional))
        read_subdomain (parser, &element, i, &model->subdomains[i]);
    }
}

/* Another format is not looked into: what it would be found lacking says nothing. */
static gboolean
check_format (OctantParser      *parser,
              const OctantPlace *root)
{
  OctantPlace format = octant_place_member (root, "format");

  if (format.node == NULL)
    return TRUE;
  if (JSON_NODE_HOLDS_VALUE (format.node) && json_node_get_value_type (format.node) == G_TYPE_STRING
      && strcmp (json_node_get_string (format.node), FORMAT) == 0)
    return TRUE;
  octant_fault_list_add (parser->reader.faults, &format, "The format is not \"%s\".", FORMAT);
  return FALSE;
}

static void
parser_init (OctantParser    *parser,
             OctantModel     *self,
             OctantFaultList *faults)
{
  parser->reader.model = self;
  parser->reader.strings = self->strings;
  parser->reader.blocks = self->blocks;
  parser->reader.faults = faults;
  parser->aspects = g_hash_table_new (g_str_hash, g_str_equal);
  parser->lenses = g_hash_table_new (g_str_hash, g_str_equal);
  parser->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  parser->clauses = g_hash_table_new (g_str_hash, g_str_equal);
  parser->clause_codes = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
}

static void
parser_clear (OctantParser *parser)
{
  g_clear_pointer (&parser->aspects, g_hash_table_unref);
  g_clear_pointer (&parser->roles, g_hash_table_unref);
  g_clear_pointer (&parser->evidence_types, g_hash_table_unref);
  g_clear_pointer (&parser->lenses, g_hash_table_unref);
  g_clear_pointer (&parser->groups, g_ptr_array_unref);
  g_clear_pointer (&parser->clauses, g_hash_table_unref);
  g_clear_pointer (&parser->clause_codes, g_ptr_array_unref);
}

gboolean
octant_model_parse (OctantModel     *self,
                    JsonNode        *root,
                    OctantFaultList *faults)
{
  static const char *const members[] = {
    "format", "id", "version", "language", "title", "provenance", "levels", "aspects", "roles", "evidence_types",
    "object_kinds", "institution_kinds", "lenses", "clauses", "domains", "subdomains", "requirements", "scoring",
    NULL
  };
  const OctantPlace place = { .node = root };
  OctantParser parser = { 0 };
  gboolean known;

  parser_init (&parser, self, faults);
  known = !JSON_NODE_HOLDS_OBJECT (root) || check_format (&parser, &place);
  if (known && octant_reader_object (&parser.reader, &place, members, NULL))
    {
      read_head (&parser, &place);
      read_aspects (&parser, &place);
      read_levels (&parser, &place);
      read_vocabularies (&parser, &place);
      read_lenses (&parser, &place);
      read_clauses (&parser, &place);
      read_domains (&parser, &place);
      read_subdomains (&parser, &place);
      octant_parser_read_requirements (&parser, &place);
      octant_parser_read_scoring (&parser, &place);
    }
  parser_clear (&parser);
  return known;
}
