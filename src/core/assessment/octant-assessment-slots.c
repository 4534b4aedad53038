/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <string.h>

#include "assessment/octant-assessment-private.h"

/* Where the items of the objects in scope lie, and what becomes of them when the objects are others. */

typedef OctantAssessmentItem Item;
typedef OctantAssessmentRef ItemRef;
typedef OctantAssessmentEvidence Evidence;

static int
compare_objects (gconstpointer a,
                 gconstpointer b)
{
  const OctantRecord *x = *(const OctantRecord *const *) a;
  const OctantRecord *y = *(const OctantRecord *const *) b;
  gint64 p = octant_record_get_int (x, OCTANT_CYCLE_OBJECT_POSITION);
  gint64 q = octant_record_get_int (y, OCTANT_CYCLE_OBJECT_POSITION);

  if (p != q)
    return p < q ? -1 : 1;
  return strcmp (octant_record_get (x, OCTANT_CYCLE_OBJECT_OBJECT), octant_record_get (y, OCTANT_CYCLE_OBJECT_OBJECT));
}

/* Gives the objects their slots, and each requirement a first item; the items themselves are new and empty. */
void
octant_assessment_number_items (OctantAssessment *self)
{
  guint n_requirements = octant_model_get_n_requirements (self->model);
  guint n_items = 0, n_slots = MAX (self->objects->len, 1);

  g_ptr_array_sort (self->objects, compare_objects);
  g_hash_table_remove_all (self->slots);
  for (guint i = 0; i < self->objects->len; i++)
    g_hash_table_insert (self->slots,
                         (gpointer) octant_record_get (self->objects->pdata[i], OCTANT_CYCLE_OBJECT_OBJECT),
                         GUINT_TO_POINTER (i + 1));
  self->first_item = g_new (guint, n_requirements + 1);
  for (guint r = 0; r < n_requirements; r++)
    {
      self->first_item[r] = n_items;
      n_items += octant_model_get_requirement (self->model, r)->scope == OCTANT_SCOPE_OBJECT ? n_slots : 1;
    }
  self->first_item[n_requirements] = n_items;
  self->items = g_new0 (Item, n_items);
}

/* Brings the list of objects to what it is after @act. Returns: (transfer full) (element-type OctantRecord): what it was */
static GPtrArray *
change_list (OctantAssessment *self,
             const OctantAct  *act)
{
  GPtrArray *before = g_steal_pointer (&self->objects);

  self->objects = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  for (guint i = 0; i < before->len; i++)
    g_ptr_array_add (self->objects, octant_record_ref (before->pdata[i]));
  for (guint i = 0; i < act->changes->len; i++)
    {
      const OctantChange *change = act->changes->pdata[i];
      const OctantRecord *row = change->after != NULL ? change->after : change->before;

      if (octant_record_get_table (row) != OCTANT_TABLE_CYCLE_OBJECT || !octant_assessment_owns (self, row))
        continue;
      octant_assessment_remove_row (self->objects, row);
      if (change->after != NULL)
        g_ptr_array_add (self->objects, octant_record_ref (change->after));
    }
  return before;
}

/* Where the objects @before are now: (array length=before->len) (transfer full), G_MAXUINT for those that went. */
static guint *
map_slots (OctantAssessment *self,
           const GPtrArray  *before)
{
  guint *map = g_new (guint, MAX (before->len, 1));

  /* Without objects the one slot is the institution's, whose rows name none. */
  map[0] = before->len == 0 && self->objects->len == 0 ? 0 : G_MAXUINT;
  for (guint i = 0; i < before->len; i++)
    if (!octant_assessment_find_object (self, octant_record_get (before->pdata[i], OCTANT_CYCLE_OBJECT_OBJECT), &map[i]))
      map[i] = G_MAXUINT;
  return map;
}

static void
take_all (GPtrArray  *rows,
          GPtrArray **from)
{
  if (*from != NULL)
    g_ptr_array_extend_and_steal (rows, g_steal_pointer (from));
}

/* What lies at an item whose place is no more. */
static void
take_item (OctantAssessment *self,
           Item             *item,
           guint             requirement,
           GPtrArray        *astray)
{
  if (octant_assessment_counts (self, requirement) && octant_answer_record_carried (item->answer))
    self->n_carried[octant_model_get_requirement (self->model, requirement)->subdomain]--;
  if (item->answer != NULL)
    g_ptr_array_add (astray, g_steal_pointer (&item->answer));
  if (item->settlement != NULL)
    g_ptr_array_add (astray, g_steal_pointer (&item->settlement));
  take_all (astray, &item->links);
  take_all (astray, &item->said);
}

/* What speaks of items by their slots; those whose place is no more are left out. */
static void
move_refs (OctantAssessment *self,
           GArray           *refs,
           const guint      *map)
{
  guint n = 0;

  for (guint i = 0; i < refs->len; i++)
    {
      ItemRef ref = g_array_index (refs, ItemRef, i);

      if (octant_model_get_requirement (self->model, ref.requirement)->scope == OCTANT_SCOPE_OBJECT)
        ref.slot = map[ref.slot];
      if (ref.slot != G_MAXUINT)
        g_array_index (refs, ItemRef, n++) = ref;
    }
  g_array_set_size (refs, n);
}

/* Evidence knows where it is linked. */
static void
move_uses (OctantAssessment *self,
           const guint      *map)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->evidence);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    move_refs (self, ((Evidence *) value)->items, map);
}

/**
 * octant_assessment_move_items:
 * @act: changes the objects in scope
 *
 * Takes the objects to what they are after @act, and what lies at their items with them; an object that stays keeps all,
 * however its slot is numbered.
 *
 * Returns: (transfer full) (element-type OctantRecord): the rows that no item has now, and those that none
 *   had before; each has to be put again
 */
GPtrArray *
octant_assessment_move_items (OctantAssessment *self,
                              const OctantAct  *act)
{
  g_autoptr (GPtrArray) before = change_list (self, act);
  g_autoptr (GPtrArray) astray = g_steal_pointer (&self->loose);
  g_autofree guint *first = g_steal_pointer (&self->first_item);
  g_autofree Item *items = g_steal_pointer (&self->items);
  g_autofree guint *map = NULL;

  self->loose = g_ptr_array_new_with_free_func ((GDestroyNotify) octant_record_unref);
  octant_assessment_number_items (self);
  map = map_slots (self, before);
  for (guint r = 0; r < octant_model_get_n_requirements (self->model); r++)
    {
      gboolean by_object = octant_model_get_requirement (self->model, r)->scope == OCTANT_SCOPE_OBJECT;

      for (guint slot = 0; slot < first[r + 1] - first[r]; slot++)
        {
          guint to = by_object ? map[slot] : slot;

          if (to != G_MAXUINT)
            *octant_assessment_get_item (self, r, to) = items[first[r] + slot];
          else
            take_item (self, &items[first[r] + slot], r, astray);
        }
    }
  move_uses (self, map);
  move_refs (self, self->touched, map);
  return g_steal_pointer (&astray);
}
