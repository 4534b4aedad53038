/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-model-private.h"

#include "base/octant-digest.h"
#include "model/octant-json-canonical-private.h"
#include "model/octant-model-file-private.h"

G_DEFINE_QUARK (octant-model-error-quark, octant_model_error)

G_DEFINE_FINAL_TYPE (OctantModel, octant_model, G_TYPE_OBJECT)

static void
octant_model_finalize (GObject *object)
{
  OctantModel *self = OCTANT_MODEL (object);

  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->hash, g_free);
  g_clear_pointer (&self->strings, g_string_chunk_free);
  g_clear_pointer (&self->blocks, g_ptr_array_unref);
  g_clear_pointer (&self->domain_index, g_hash_table_unref);
  g_clear_pointer (&self->subdomain_index, g_hash_table_unref);
  g_clear_pointer (&self->requirement_index, g_hash_table_unref);

  G_OBJECT_CLASS (octant_model_parent_class)->finalize (object);
}

static void
octant_model_class_init (OctantModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = octant_model_finalize;
}

static void
octant_model_init (OctantModel *self)
{
  self->strings = g_string_chunk_new (64 * 1024);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->domain_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->subdomain_index = g_hash_table_new (g_str_hash, g_str_equal);
  self->requirement_index = g_hash_table_new (g_str_hash, g_str_equal);
}

void
octant_model_fault_free (OctantModelFault *fault)
{
  if (fault == NULL)
    return;
  g_free (fault->pointer);
  g_free (fault->message);
  g_free (fault);
}

OctantModel *
octant_model_new_from_bytes (GBytes     *bytes,
                             GPtrArray **faults,
                             GError    **error)
{
  g_autoptr (OctantModel) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GString) canonical = NULL;
  OctantFaultList list;

  g_return_val_if_fail (bytes != NULL, NULL);

  self = g_object_new (OCTANT_TYPE_MODEL, NULL);
  octant_fault_list_init (&list);
  root = octant_model_file_parse (bytes, &list);
  if (root != NULL && octant_model_parse (self, root, &list))
    octant_model_check (self, root, &list);
  if (!octant_model_file_conclude (&list, root, "model", faults, error))
    return NULL;

  self->bytes = g_bytes_ref (bytes);
  canonical = octant_json_canonical (root);
  self->hash = octant_digest_bytes (canonical->str, canonical->len);
  return g_steal_pointer (&self);
}

OctantModel *
octant_model_new_from_file (const char *path,
                            GPtrArray **faults,
                            GError    **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  if (faults != NULL)
    *faults = NULL;
  bytes = octant_model_file_read (path, faults, error);
  if (bytes == NULL)
    {
      /* A file that cannot be read has no faults, but the caller gets a list all the same. */
      if (faults != NULL && *faults == NULL)
        *faults = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_model_fault_free);
      return NULL;
    }
  return octant_model_new_from_bytes (bytes, faults, error);
}

const char *
octant_model_get_id (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  return self->id;
}

const char *
octant_model_get_version (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  return self->version;
}

const OctantText *
octant_model_get_title (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  return &self->title;
}

const OctantText *
octant_model_get_provenance (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  return &self->provenance;
}

const char *
octant_model_get_hash (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  return self->hash;
}

GBytes *
octant_model_get_bytes (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  return self->bytes;
}

guint
octant_model_get_n_levels (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), 0);

  return self->n_levels;
}

guint
octant_model_get_n_aspects (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), 0);

  return self->n_aspects;
}

guint
octant_model_get_n_domains (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), 0);

  return self->n_domains;
}

guint
octant_model_get_n_subdomains (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), 0);

  return self->n_subdomains;
}

guint
octant_model_get_n_requirements (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), 0);

  return self->n_requirements;
}

const OctantModelLevel *
octant_model_get_level (OctantModel *self,
                        guint        level)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);
  g_return_val_if_fail (level >= 1 && level <= self->n_levels, NULL);

  return &self->levels[level - 1];
}

const OctantModelAspect *
octant_model_get_aspect (OctantModel *self,
                         guint        index)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);
  g_return_val_if_fail (index < self->n_aspects, NULL);

  return &self->aspects[index];
}

const OctantModelDomain *
octant_model_get_domain (OctantModel *self,
                         guint        index)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);
  g_return_val_if_fail (index < self->n_domains, NULL);

  return &self->domains[index];
}

const OctantModelSubdomain *
octant_model_get_subdomain (OctantModel *self,
                            guint        index)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);
  g_return_val_if_fail (index < self->n_subdomains, NULL);

  return &self->subdomains[index];
}

const OctantRequirement *
octant_model_get_requirement (OctantModel *self,
                              guint        index)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);
  g_return_val_if_fail (index < self->n_requirements, NULL);

  return &self->requirements[index];
}

const OctantModelScoring *
octant_model_get_scoring (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  return &self->scoring;
}

const OctantModelTerm *
octant_model_get_roles (OctantModel *self,
                        guint       *n)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  *n = self->n_roles;
  return self->roles;
}

const OctantModelTerm *
octant_model_get_evidence_types (OctantModel *self,
                                 guint       *n)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  *n = self->n_evidence_types;
  return self->evidence_types;
}

const OctantModelTerm *
octant_model_get_object_kinds (OctantModel *self,
                               guint       *n)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  *n = self->n_object_kinds;
  return self->object_kinds;
}

const OctantModelTerm *
octant_model_get_institution_kinds (OctantModel *self,
                                    guint       *n)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  *n = self->n_institution_kinds;
  return self->institution_kinds;
}

const OctantModelLens *
octant_model_get_lenses (OctantModel *self,
                         guint       *n)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  *n = self->n_lenses;
  return self->lenses;
}

const OctantModelClauses *
octant_model_get_clauses (OctantModel *self,
                          guint       *n)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);

  *n = self->n_clauses;
  return self->clauses;
}

gboolean
octant_model_find_domain (OctantModel *self,
                          const char  *code,
                          guint       *index)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self) && code != NULL, FALSE);

  return octant_model_index_find (self->domain_index, code, index);
}

gboolean
octant_model_find_subdomain (OctantModel *self,
                             const char  *code,
                             guint       *index)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self) && code != NULL, FALSE);

  return octant_model_index_find (self->subdomain_index, code, index);
}

gboolean
octant_model_find_requirement (OctantModel *self,
                               const char  *code,
                               guint       *index)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self) && code != NULL, FALSE);

  return octant_model_index_find (self->requirement_index, code, index);
}

guint
octant_model_get_n_nodes (OctantModel *self)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), 0);

  return 1 + self->n_domains + self->n_subdomains;
}

guint
octant_model_domain_node (OctantModel *self,
                          guint        domain)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self) && domain < self->n_domains, OCTANT_NODE_OVERALL);

  return 1 + domain;
}

guint
octant_model_subdomain_node (OctantModel *self,
                             guint        subdomain)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self) && subdomain < self->n_subdomains, OCTANT_NODE_OVERALL);

  return 1 + self->n_domains + subdomain;
}

const char *
octant_model_get_node_code (OctantModel *self,
                            guint        node)
{
  g_return_val_if_fail (OCTANT_IS_MODEL (self), NULL);
  g_return_val_if_fail (node < octant_model_get_n_nodes (self), NULL);

  if (node == OCTANT_NODE_OVERALL)
    return "overall";
  if (node <= self->n_domains)
    return self->domains[node - 1].code;
  return self->subdomains[node - 1 - self->n_domains].code;
}

gboolean
octant_model_is_rated_by_object (OctantModel *self,
                                 guint        subdomain)
{
  const OctantModelSubdomain *info;

  g_return_val_if_fail (OCTANT_IS_MODEL (self), FALSE);
  g_return_val_if_fail (subdomain < octant_model_get_n_subdomains (self), FALSE);

  info = octant_model_get_subdomain (self, subdomain);
  for (guint i = info->first_requirement; i < info->first_requirement + info->n_requirements; i++)
    {
      const OctantRequirement *requirement = octant_model_get_requirement (self, i);

      if (requirement->active && requirement->scope == OCTANT_SCOPE_OBJECT)
        return TRUE;
    }
  return FALSE;
}

gboolean
octant_model_find_node (OctantModel *self,
                        const char  *code,
                        guint       *node)
{
  guint found = OCTANT_NODE_OVERALL;

  g_return_val_if_fail (OCTANT_IS_MODEL (self) && code != NULL, FALSE);

  if (octant_model_find_domain (self, code, &found))
    found = octant_model_domain_node (self, found);
  else if (octant_model_find_subdomain (self, code, &found))
    found = octant_model_subdomain_node (self, found);
  else if (!g_str_equal (code, "overall"))
    return FALSE;
  if (node != NULL)
    *node = found;
  return TRUE;
}
