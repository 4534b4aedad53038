/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-lineage.h"

struct _OctantLineage
{
  OctantModel *models[2]; /* (owned) they own the codes below */
  GHashTable *later;      /* (owned) code → GPtrArray of the codes that supersede it */
  GHashTable *earlier;    /* (owned) code → GPtrArray of the codes that it supersedes */
};

gboolean
octant_model_asks (OctantModel *model,
                   guint        requirement)
{
  const OctantRequirement *r = octant_model_get_requirement (model, requirement);

  return r->active && octant_model_get_subdomain (model, r->subdomain)->active;
}

static void
add_edge (GHashTable *edges,
          const char *from,
          const char *to)
{
  GPtrArray *codes = g_hash_table_lookup (edges, from);

  if (codes == NULL)
    {
      codes = g_ptr_array_new ();
      g_hash_table_insert (edges, (gpointer) from, codes);
    }
  if (!g_ptr_array_find_with_equal_func (codes, to, g_str_equal, NULL))
    g_ptr_array_add (codes, (gpointer) to);
}

static void
add_links (OctantLineage *self,
           OctantModel   *model)
{
  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    {
      const OctantRequirement *r = octant_model_get_requirement (model, i);

      for (guint k = 0; r->superseded_by != NULL && r->superseded_by[k] != NULL; k++)
        {
          add_edge (self->later, r->code, r->superseded_by[k]);
          add_edge (self->earlier, r->superseded_by[k], r->code);
        }
      for (guint k = 0; r->supersedes != NULL && r->supersedes[k] != NULL; k++)
        {
          add_edge (self->earlier, r->code, r->supersedes[k]);
          add_edge (self->later, r->supersedes[k], r->code);
        }
    }
}

OctantLineage *
octant_lineage_new (OctantModel *a,
                    OctantModel *b)
{
  OctantLineage *self;

  g_return_val_if_fail (OCTANT_IS_MODEL (a) && OCTANT_IS_MODEL (b), NULL);

  self = g_new0 (OctantLineage, 1);
  self->models[0] = g_object_ref (a);
  self->models[1] = g_object_ref (b);
  self->later = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  self->earlier = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < 2; i++)
    if (i == 0 || a != b)
      add_links (self, self->models[i]);
  return self;
}

void
octant_lineage_free (OctantLineage *self)
{
  g_return_if_fail (self != NULL);

  g_hash_table_unref (self->later);
  g_hash_table_unref (self->earlier);
  g_object_unref (self->models[0]);
  g_object_unref (self->models[1]);
  g_free (self);
}

/* Along @edges until something is met that @there asks; what was met before is not visited again, so that links of two
 * files that contradict each other cannot make a circle. */
static void
follow (GHashTable  *edges,
        const char  *code,
        OctantModel *there,
        GPtrArray   *found)
{
  g_autoptr (GHashTable) visited = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_hash_table_add (visited, (gpointer) code);
  g_ptr_array_add (queue, (gpointer) code);
  for (guint i = 0; i < queue->len; i++)
    {
      GPtrArray *next = g_hash_table_lookup (edges, g_ptr_array_index (queue, i));

      for (guint k = 0; next != NULL && k < next->len; k++)
        {
          const char *other = g_ptr_array_index (next, k);
          guint index;

          if (!g_hash_table_add (visited, (gpointer) other))
            continue;
          if (octant_model_find_requirement (there, other, &index) && octant_model_asks (there, index))
            g_ptr_array_add (found, g_strdup (other));
          else
            g_ptr_array_add (queue, (gpointer) other);
        }
    }
}

static int
compare_codes (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

GStrv
octant_lineage_find (OctantLineage *self,
                     const char    *code,
                     OctantModel   *there)
{
  GPtrArray *found;

  g_return_val_if_fail (self != NULL && code != NULL && OCTANT_IS_MODEL (there), NULL);

  found = g_ptr_array_new_null_terminated (2, g_free, TRUE);
  follow (self->later, code, there, found);
  if (found->len == 0)
    follow (self->earlier, code, there, found);
  g_ptr_array_sort (found, compare_codes);
  return (GStrv) g_ptr_array_free (found, FALSE);
}
