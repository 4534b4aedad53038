/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-attack.h"

#include <string.h>

#include "model/octant-model-file-private.h"
#include "model/octant-model-library.h"
#include "model/octant-model-reader-private.h"

#define FORMAT "octant-attack/1"
#define MAX_TECHNIQUES 10000

struct _OctantAttack
{
  GObject parent_instance;

  GStringChunk *strings; /* (owned) */
  GPtrArray *blocks;     /* (owned) */
  char *domain;
  char *version;
  char *source;
  OctantAttackTerm *tactics;
  guint n_tactics;
  OctantAttackTerm *mitigations;
  guint n_mitigations;
  OctantAttackTechnique *techniques;
  guint n_techniques;

  /* (owned) id → index + 1 */
  GHashTable *tactic_index;
  GHashTable *mitigation_index;
  GHashTable *technique_index;
};

G_DEFINE_FINAL_TYPE (OctantAttack, octant_attack, G_TYPE_OBJECT)

static gboolean
is_tactic_id (const char *string)
{
  return strlen (string) == 6 && g_str_has_prefix (string, "TA") && strspn (string + 2, "0123456789") == 4;
}

static gboolean
is_mitigation_id (const char *string)
{
  return strlen (string) == 5 && *string == 'M' && strspn (string + 1, "0123456789") == 4;
}

static gboolean
is_technique_id (const char *string)
{
  if (*string != 'T' || strspn (string + 1, "0123456789") != 4)
    return FALSE;
  return string[5] == '\0' || (string[5] == '.' && strspn (string + 6, "0123456789") == 3 && string[9] == '\0');
}

static OctantAttackTerm *
read_terms (OctantReader      *reader,
            const OctantPlace *root,
            const char        *member,
            OctantSyntax       syntax,
            GHashTable        *index,
            guint             *n)
{
  static const char *const members[] = { "id", "name", NULL };
  OctantPlace list = octant_place_member (root, member);
  OctantAttackTerm *terms;

  if (!octant_reader_array (reader, &list, 1, OCTANT_MODEL_MAX_LIST, n))
    return NULL;
  terms = octant_reader_new (reader, OctantAttackTerm, *n);
  for (guint i = 0; i < *n; i++)
    {
      OctantPlace element = octant_place_element (&list, i);
      OctantPlace id = octant_place_member (&element, "id");
      OctantPlace name = octant_place_member (&element, "name");

      if (!octant_reader_object (reader, &element, members, NULL))
        continue;
      terms[i].id = octant_reader_string (reader, &id, syntax, "an id of ATT&CK of this kind");
      if (terms[i].id != NULL)
        octant_reader_index_add (reader, &id, index, terms[i].id, i);
      terms[i].name = octant_reader_string (reader, &name, octant_syntax_text, "a text without control characters");
    }
  return terms;
}

static void
read_technique (OctantAttack          *self,
                OctantReader          *reader,
                const OctantPlace     *element,
                guint                  i,
                OctantAttackTechnique *out)
{
  static const char *const members[] = { "id", "name", "tactics", "mitigations", NULL };
  OctantPlace id = octant_place_member (element, "id");
  OctantPlace name = octant_place_member (element, "name");
  OctantPlace tactics = octant_place_member (element, "tactics");
  OctantPlace mitigations = octant_place_member (element, "mitigations");

  out->parent = OCTANT_ATTACK_NO_PARENT;
  if (!octant_reader_object (reader, element, members, NULL))
    return;
  out->id = octant_reader_string (reader, &id, is_technique_id, "the id of a technique");
  if (out->id != NULL)
    octant_reader_index_add (reader, &id, self->technique_index, out->id, i);
  out->name = octant_reader_string (reader, &name, octant_syntax_text, "a text without control characters");
  out->tactics = octant_reader_indexes (reader, &tactics, self->tactic_index, "tactic", &out->n_tactics);
  out->mitigations = octant_reader_indexes (reader, &mitigations, self->mitigation_index, "mitigation",
                                            &out->n_mitigations);
}

/* A sub-technique may stand anywhere, so its technique is looked for when all are known. */
static void
link_techniques (OctantAttack      *self,
                 OctantReader      *reader,
                 const OctantPlace *list)
{
  for (guint i = 0; i < self->n_techniques; i++)
    {
      OctantAttackTechnique *technique = &self->techniques[i];
      g_autofree char *parent = NULL;

      if (technique->id == NULL || strlen (technique->id) == 5)
        continue;
      parent = g_strndup (technique->id, 5);
      if (!octant_model_index_find (self->technique_index, parent, &technique->parent))
        {
          OctantPlace element = octant_place_element (list, i);

          octant_fault_list_add (reader->faults, &element, "The technique \"%s\" that this one refines is missing.",
                                 parent);
        }
    }
}

static void
read_techniques (OctantAttack      *self,
                 OctantReader      *reader,
                 const OctantPlace *root)
{
  OctantPlace list = octant_place_member (root, "techniques");

  if (!octant_reader_array (reader, &list, 1, MAX_TECHNIQUES, &self->n_techniques))
    return;
  self->techniques = octant_reader_new (reader, OctantAttackTechnique, self->n_techniques);
  for (guint i = 0; i < self->n_techniques; i++)
    {
      OctantPlace element = octant_place_element (&list, i);

      read_technique (self, reader, &element, i, &self->techniques[i]);
    }
  link_techniques (self, reader, &list);
}

/* The domains of ATT&CK; what else came would not be known where its maps are read. */
static gboolean
is_domain (const char *string)
{
  static const char *const domains[] = { "enterprise-attack", "mobile-attack", "ics-attack", NULL };

  return g_strv_contains (domains, string);
}

static gboolean
is_format (const char *string)
{
  return g_str_equal (string, FORMAT);
}

static void
read_document (OctantAttack    *self,
               JsonNode        *node,
               OctantFaultList *faults)
{
  static const char *const members[] = {
    "format", "domain", "version", "source", "tactics", "mitigations", "techniques", NULL
  };
  const OctantPlace root = { .node = node };
  OctantReader reader = { .strings = self->strings, .blocks = self->blocks, .faults = faults };
  OctantPlace format = octant_place_member (&root, "format");
  OctantPlace domain = octant_place_member (&root, "domain");
  OctantPlace version = octant_place_member (&root, "version");
  OctantPlace source = octant_place_member (&root, "source");

  if (!octant_reader_object (&reader, &root, members, NULL))
    return;
  octant_reader_string (&reader, &format, is_format, "\"" FORMAT "\"");
  self->domain = octant_reader_string (&reader, &domain, is_domain,
                                       "\"enterprise-attack\", \"mobile-attack\" or \"ics-attack\"");
  self->version = octant_reader_string (&reader, &version, octant_syntax_id, "a version of 1 to 64 characters");
  self->source = octant_reader_string (&reader, &source, octant_syntax_text, "a text without control characters");
  self->tactics = read_terms (&reader, &root, "tactics", is_tactic_id, self->tactic_index, &self->n_tactics);
  self->mitigations = read_terms (&reader, &root, "mitigations", is_mitigation_id, self->mitigation_index,
                                  &self->n_mitigations);
  read_techniques (self, &reader, &root);
}

static void
octant_attack_finalize (GObject *object)
{
  OctantAttack *self = OCTANT_ATTACK (object);

  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->tactic_index, g_hash_table_unref);
  g_clear_pointer (&self->mitigation_index, g_hash_table_unref);
  g_clear_pointer (&self->technique_index, g_hash_table_unref);

  G_OBJECT_CLASS (octant_attack_parent_class)->finalize (object);
}

static void
octant_attack_class_init (OctantAttackClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = octant_attack_finalize;
}

static void
octant_attack_init (OctantAttack *self)
{
  self->strings = g_string_chunk_new (16 * 1024);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->tactic_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->mitigation_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->technique_index = g_hash_table_new (g_str_hash, g_str_equal);
}

/**
 * octant_attack_new_from_bytes:
 * @bytes: a file
 *
 * Checked as strictly as a model.
 *
 * Returns: (transfer full) (nullable): the map, or NULL with @error set
 */
OctantAttack *
octant_attack_new_from_bytes (GBytes  *bytes,
                              GError **error)
{
  g_autoptr (OctantAttack) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  OctantFaultList list;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (OCTANT_TYPE_ATTACK, NULL);
  octant_fault_list_init (&list);
  root = octant_model_file_parse (bytes, &list);
  if (root != NULL)
    read_document (self, root, &list);
  if (!octant_model_file_conclude (&list, root, "ATT&CK file", NULL, error))
    return NULL;
  return g_steal_pointer (&self);
}

OctantAttack *
octant_attack_new_from_file (const char *path,
                             GError    **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  bytes = octant_model_file_read (path, NULL, error);
  return bytes != NULL ? octant_attack_new_from_bytes (bytes, error) : NULL;
}

/* "attack-18.1.json" against "attack-9.0.json": the version between "attack-" and ".json". */
static int
compare_file_names (const char *a,
                    const char *b)
{
  return octant_model_version_compare (a + strlen ("attack-"), b + strlen ("attack-"));
}

/**
 * octant_attack_new_shipped:
 *
 * Returns: (transfer full) (nullable): the highest version in the folder of shipped models
 */
OctantAttack *
octant_attack_new_shipped (GError **error)
{
  const char *folder = octant_model_library_get_shipped_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  g_autofree char *best = NULL;
  g_autofree char *path = NULL;
  const char *name;

  if (dir == NULL)
    return NULL;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      if (g_str_has_prefix (name, "attack-") && g_str_has_suffix (name, ".json")
          && (best == NULL || compare_file_names (name, best) > 0))
        g_set_str (&best, name);
    }
  if (best == NULL)
    {
      g_set_error (error, OCTANT_MODEL_ERROR, OCTANT_MODEL_ERROR_NOT_FOUND, "There is no ATT&CK file in %s", folder);
      return NULL;
    }
  path = g_build_filename (folder, best, NULL);
  return octant_attack_new_from_file (path, error);
}

const char *
octant_attack_get_domain (OctantAttack *self)
{
  g_return_val_if_fail (OCTANT_IS_ATTACK (self), NULL);

  return self->domain;
}

const char *
octant_attack_get_version (OctantAttack *self)
{
  g_return_val_if_fail (OCTANT_IS_ATTACK (self), NULL);

  return self->version;
}

const char *
octant_attack_get_source (OctantAttack *self)
{
  g_return_val_if_fail (OCTANT_IS_ATTACK (self), NULL);

  return self->source;
}

const OctantAttackTerm *
octant_attack_get_tactics (OctantAttack *self,
                           guint        *n)
{
  g_return_val_if_fail (OCTANT_IS_ATTACK (self), NULL);

  *n = self->n_tactics;
  return self->tactics;
}

const OctantAttackTerm *
octant_attack_get_mitigations (OctantAttack *self,
                               guint        *n)
{
  g_return_val_if_fail (OCTANT_IS_ATTACK (self), NULL);

  *n = self->n_mitigations;
  return self->mitigations;
}

const OctantAttackTechnique *
octant_attack_get_techniques (OctantAttack *self,
                              guint        *n)
{
  g_return_val_if_fail (OCTANT_IS_ATTACK (self), NULL);

  *n = self->n_techniques;
  return self->techniques;
}

gboolean
octant_attack_find_tactic (OctantAttack *self,
                           const char   *id,
                           guint        *index)
{
  g_return_val_if_fail (OCTANT_IS_ATTACK (self) && id != NULL, FALSE);

  return octant_model_index_find (self->tactic_index, id, index);
}

gboolean
octant_attack_find_mitigation (OctantAttack *self,
                               const char   *id,
                               guint        *index)
{
  g_return_val_if_fail (OCTANT_IS_ATTACK (self) && id != NULL, FALSE);

  return octant_model_index_find (self->mitigation_index, id, index);
}

gboolean
octant_attack_find_technique (OctantAttack *self,
                              const char   *id,
                              guint        *index)
{
  g_return_val_if_fail (OCTANT_IS_ATTACK (self) && id != NULL, FALSE);

  return octant_model_index_find (self->technique_index, id, index);
}
