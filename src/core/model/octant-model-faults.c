/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-model-faults-private.h"

#include <string.h>

void
octant_fault_list_init (OctantFaultList *list)
{
  list->faults = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_model_fault_free);
  list->more = 0;
}

void
octant_fault_list_clear (OctantFaultList *list)
{
  g_clear_pointer (&list->faults, g_ptr_array_unref);
}

static void
append_place (GString           *pointer,
              const OctantPlace *place)
{
  if (place->parent == NULL)
    return;
  append_place (pointer, place->parent);
  g_string_append_c (pointer, '/');
  if (place->member == NULL)
    {
      g_string_append_printf (pointer, "%u", place->index);
      return;
    }
  for (const char *p = place->member; *p != '\0'; p++)
    {
      if (*p == '~')
        g_string_append (pointer, "~0");
      else if (*p == '/')
        g_string_append (pointer, "~1");
      else
        g_string_append_c (pointer, *p);
    }
}

/* The depth of a document is bounded, hence also this recursion. */
char *
octant_place_dup_pointer (const OctantPlace *place)
{
  GString *pointer = g_string_new (NULL);

  append_place (pointer, place);
  return g_string_free (pointer, FALSE);
}

void
octant_fault_list_add (OctantFaultList   *list,
                       const OctantPlace *place,
                       const char        *format,
                       ...)
{
  OctantModelFault *fault;
  va_list args;

  if (list->faults->len >= OCTANT_MODEL_MAX_FAULTS)
    {
      list->more++;
      return;
    }

  fault = g_new0 (OctantModelFault, 1);
  fault->pointer = octant_place_dup_pointer (place);
  va_start (args, format);
  fault->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (list->faults, fault);
}

typedef struct
{
  OctantModelFault *fault;
  guint sequence;                       /* keeps the sort stable */
  guint steps[OCTANT_MODEL_MAX_DEPTH];  /* 1 + position among the siblings; 0 ends */
} Located;

static char *
unescape_token (const char *start,
                gsize       length)
{
  GString *token = g_string_sized_new (length);

  for (gsize i = 0; i < length; i++)
    {
      if (start[i] == '~' && i + 1 < length)
        g_string_append_c (token, start[++i] == '1' ? '/' : '~');
      else
        g_string_append_c (token, start[i]);
    }
  return g_string_free (token, FALSE);
}

static JsonNode *
descend (JsonNode   *node,
         const char *token,
         guint      *position)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *child;
  guint i = 0;

  if (JSON_NODE_HOLDS_ARRAY (node))
    {
      i = (guint) g_ascii_strtoull (token, NULL, 10);
      *position = i + 1;
      return i < json_array_get_length (json_node_get_array (node))
             ? json_array_get_element (json_node_get_array (node), i) : NULL;
    }
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;
  json_object_iter_init_ordered (&iter, json_node_get_object (node));
  while (json_object_iter_next_ordered (&iter, &name, &child))
    {
      i++;
      if (strcmp (name, token) == 0)
        {
          *position = i;
          return child;
        }
    }
  return NULL;
}

static void
locate (Located  *located,
        JsonNode *node)
{
  const char *p = located->fault->pointer;

  for (guint depth = 0; *p == '/' && node != NULL && depth < OCTANT_MODEL_MAX_DEPTH; depth++)
    {
      gsize length = strcspn (p + 1, "/");
      g_autofree char *token = unescape_token (p + 1, length);

      node = descend (node, token, &located->steps[depth]);
      p += 1 + length;
    }
}

static int
compare_located (gconstpointer a,
                 gconstpointer b)
{
  const Located *left = a;
  const Located *right = b;

  for (guint i = 0; i < OCTANT_MODEL_MAX_DEPTH; i++)
    {
      if (left->steps[i] != right->steps[i])
        return left->steps[i] < right->steps[i] ? -1 : 1;
    }
  return (left->sequence > right->sequence) - (left->sequence < right->sequence);
}

void
octant_fault_list_sort (OctantFaultList *list,
                        JsonNode        *root)
{
  guint n = list->faults->len;
  g_autofree Located *located = g_new0 (Located, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    {
      located[i].fault = g_ptr_array_index (list->faults, i);
      located[i].sequence = i;
      locate (&located[i], root);
    }
  qsort (located, n, sizeof *located, compare_located);
  for (guint i = 0; i < n; i++)
    list->faults->pdata[i] = located[i].fault;
}

GPtrArray *
octant_fault_list_steal (OctantFaultList *list)
{
  if (list->more > 0)
    {
      OctantModelFault *last = g_new0 (OctantModelFault, 1);

      last->pointer = g_strdup ("");
      last->message = g_strdup_printf ("There are %u more faults.", list->more);
      g_ptr_array_add (list->faults, last);
    }
  return g_steal_pointer (&list->faults);
}
