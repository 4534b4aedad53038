/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "assessment/octant-tree-private.h"

#include "assessment/octant-assessment-private.h"
#include "scoring/octant-explain.h"

struct _OctantTree
{
  OctantAssessment *assessment; /* (unowned): owns the tree */
  OctantModel *model;           /* (unowned) */
  GPtrArray *nodes;             /* (owned) (element-type OctantNode) */
  GListStore **items;           /* (owned) (nullable elements): by sub-domain, made at first use */
};

OctantTree *
octant_tree_new (OctantAssessment *assessment)
{
  OctantTree *self = g_new0 (OctantTree, 1);
  guint n_nodes;

  self->assessment = assessment;
  self->model = octant_assessment_get_model (assessment);
  self->items = g_new0 (GListStore *, octant_model_get_n_subdomains (self->model));
  self->nodes = g_ptr_array_new_with_free_func (g_object_unref);
  n_nodes = octant_model_get_n_nodes (self->model);
  for (guint node = 0; node < n_nodes; node++)
    g_ptr_array_add (self->nodes, octant_node_new (assessment, node));
  for (guint node = 0; node < n_nodes; node++)
    octant_node_refresh (self->nodes->pdata[node]);

  for (guint d = 0; d < octant_model_get_n_domains (self->model); d++)
    {
      const OctantModelDomain *domain = octant_model_get_domain (self->model, d);
      OctantNode *parent = self->nodes->pdata[octant_model_domain_node (self->model, d)];

      g_list_store_append (G_LIST_STORE (octant_node_get_children (self->nodes->pdata[OCTANT_NODE_OVERALL])), parent);
      for (guint s = domain->first_subdomain; s < domain->first_subdomain + domain->n_subdomains; s++)
        if (octant_model_get_subdomain (self->model, s)->active)
          g_list_store_append (G_LIST_STORE (octant_node_get_children (parent)),
                               self->nodes->pdata[octant_model_subdomain_node (self->model, s)]);
    }
  octant_tree_refresh_nodes (self, NULL, 0);
  return self;
}

static void
detach_items (GListStore *store)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (G_LIST_MODEL (store), i);

      octant_item_detach (item);
    }
}

void
octant_tree_free (OctantTree *self)
{
  for (guint s = 0; s < octant_model_get_n_subdomains (self->model); s++)
    if (self->items[s] != NULL)
      {
        detach_items (self->items[s]);
        g_object_unref (self->items[s]);
      }
  for (guint i = 0; i < self->nodes->len; i++)
    octant_node_detach (self->nodes->pdata[i]);
  g_ptr_array_unref (self->nodes);
  g_free (self->items);
  g_free (self);
}

OctantNode *
octant_tree_get_node (OctantTree *self,
                      guint       node)
{
  return self->nodes->pdata[node];
}

static OctantItem *
make_item (OctantTree *self,
           guint       requirement)
{
  gboolean parent = octant_assessment_get_n_objects (self->assessment) > 0
                    && octant_model_get_requirement (self->model, requirement)->scope == OCTANT_SCOPE_OBJECT;

  return octant_item_new (self->assessment, requirement, parent ? G_MAXUINT : 0);
}

/* Items of a sub-domain that are asked: retired requirements are not. */
static GPtrArray *
make_items (OctantTree *self,
            guint       subdomain)
{
  const OctantModelSubdomain *s = octant_model_get_subdomain (self->model, subdomain);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint r = s->first_requirement; r < s->first_requirement + s->n_requirements; r++)
    if (octant_assessment_counts (self->assessment, r))
      g_ptr_array_add (items, make_item (self, r));
  return items;
}

GListModel *
octant_tree_get_items (OctantTree *self,
                       guint       subdomain)
{
  if (self->items[subdomain] == NULL)
    {
      g_autoptr (GPtrArray) items = make_items (self, subdomain);

      self->items[subdomain] = g_list_store_new (OCTANT_TYPE_ITEM);
      g_list_store_splice (self->items[subdomain], 0, 0, items->pdata, items->len);
    }
  return G_LIST_MODEL (self->items[subdomain]);
}

static OctantItem *
find_item (OctantTree *self,
           guint       requirement)
{
  guint subdomain = octant_model_get_requirement (self->model, requirement)->subdomain;
  guint position = requirement - octant_model_get_subdomain (self->model, subdomain)->first_requirement;

  if (self->items[subdomain] == NULL)
    return NULL;
  /* Retired requirements have no item, so the position is at most this far. */
  position = MIN (position + 1, g_list_model_get_n_items (G_LIST_MODEL (self->items[subdomain])));
  while (position > 0)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (G_LIST_MODEL (self->items[subdomain]), --position);

      if (octant_item_get_requirement_index (item) == requirement)
        return g_steal_pointer (&item);
    }
  return NULL;
}

void
octant_tree_refresh_slot (OctantTree *self,
                          guint       requirement,
                          guint       slot)
{
  g_autoptr (OctantItem) item = find_item (self, requirement);
  GListModel *children = item != NULL ? octant_item_get_children (item) : NULL;
  g_autoptr (OctantItem) child = children != NULL ? g_list_model_get_item (children, slot) : NULL;

  if (child != NULL)
    octant_item_refresh (child);
  else if (item != NULL && children == NULL)
    octant_item_refresh (item);
}

void
octant_tree_refresh_item (OctantTree *self,
                          guint       requirement,
                          guint       slot)
{
  g_autoptr (OctantItem) item = find_item (self, requirement);

  octant_tree_refresh_slot (self, requirement, slot);
  if (item != NULL && octant_item_get_children (item) != NULL)
    octant_item_refresh (item);
}

void
octant_tree_refresh_parents (OctantTree *self)
{
  for (guint s = 0; s < octant_model_get_n_subdomains (self->model); s++)
    for (guint i = 0; self->items[s] != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->items[s])); i++)
      {
        g_autoptr (OctantItem) item = g_list_model_get_item (G_LIST_MODEL (self->items[s]), i);

        if (octant_item_get_children (item) != NULL)
          octant_item_refresh (item);
      }
}

static void
refresh_all (GListModel *items)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (items, i);
      GListModel *children = octant_item_get_children (item);

      if (children != NULL)
        refresh_all (children);
      octant_item_refresh (item);
    }
}

void
octant_tree_refresh_items (OctantTree *self)
{
  for (guint s = 0; s < octant_model_get_n_subdomains (self->model); s++)
    if (self->items[s] != NULL)
      refresh_all (G_LIST_MODEL (self->items[s]));
}

/*
 * Marks what keeps the whole from its next level, and the domains that it lies in, so that a closed branch shows it too.
 * Marking what keeps each domain from its own next level would put a warning on nearly every row. Asked after an
 * answer only when a level moved: nothing else changes it.
 */
static void
refresh_blocking (OctantTree *self)
{
  OctantScorer *scorer = octant_assessment_get_shown_scorer (self->assessment, OCTANT_READING_OFFICIAL);
  g_autoptr (GPtrArray) blocks = octant_explain (scorer, OCTANT_NODE_OVERALL);
  g_autofree gboolean *blocking = g_new0 (gboolean, self->nodes->len);

  for (guint i = 0; i < blocks->len; i++)
    {
      const OctantBlock *block = blocks->pdata[i];

      for (guint k = 0; block->nodes != NULL && k < block->nodes->len; k++)
        blocking[g_array_index (block->nodes, guint, k)] = TRUE;
    }
  for (guint s = 0; s < octant_model_get_n_subdomains (self->model); s++)
    if (blocking[octant_model_subdomain_node (self->model, s)])
      blocking[octant_model_domain_node (self->model, octant_model_get_subdomain (self->model, s)->domain)] = TRUE;
  for (guint node = 0; node < self->nodes->len; node++)
    octant_node_set_blocking (self->nodes->pdata[node], blocking[node]);
}

/* @nodes: (nullable): NULL for all */
void
octant_tree_refresh_nodes (OctantTree  *self,
                           const guint *nodes,
                           guint        n_nodes)
{
  gboolean levels = nodes == NULL;

  if (nodes == NULL)
    n_nodes = self->nodes->len;
  for (guint i = 0; i < n_nodes; i++)
    levels |= octant_node_refresh (self->nodes->pdata[nodes != NULL ? nodes[i] : i]);
  if (levels)
    refresh_blocking (self);
}

/* What becomes of the items of a sub-domain when the objects in scope are others. */
typedef struct
{
  GPtrArray *items;    /* (owned) (element-type OctantItem): as they are to be */
  GPtrArray *children; /* (owned) (element-type GPtrArray) (nullable elements): of each that stays */
  guint first, end;    /* those that are made anew */
} Following;

static void
clear_children (gpointer children)
{
  if (children != NULL)
    g_ptr_array_unref (children);
}

static void
following_free (Following *self)
{
  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->children);
  g_free (self);
}

/* See octant_item_map_objects(); NULL also when no parent has been asked for. */
static GArray *
map_objects (OctantTree *self)
{
  for (guint s = 0; s < octant_model_get_n_subdomains (self->model); s++)
    for (guint i = 0; self->items[s] != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (self->items[s])); i++)
      {
        g_autoptr (OctantItem) item = g_list_model_get_item (G_LIST_MODEL (self->items[s]), i);

        if (octant_item_get_children (item) != NULL)
          return octant_item_map_objects (item);
      }
  return NULL;
}

static Following *
prepare (OctantTree *self,
         GListModel *items,
         GArray     *map)
{
  Following *following = g_new0 (Following, 1);
  guint n_objects = octant_assessment_get_n_objects (self->assessment);

  following->items = g_ptr_array_new_with_free_func (g_object_unref);
  following->children = g_ptr_array_new_with_free_func (clear_children);
  following->first = g_list_model_get_n_items (items);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (items, i);
      gboolean parent = octant_item_get_children (item) != NULL;
      gboolean stays = parent ? map != NULL
                              : n_objects == 0 || octant_item_get_requirement (item)->scope != OCTANT_SCOPE_OBJECT;

      g_ptr_array_add (following->children, parent && stays ? octant_item_prepare (item, map) : NULL);
      if (!stays)
        {
          octant_item_detach (item);
          following->first = MIN (following->first, i);
          following->end = i + 1;
        }
      g_ptr_array_add (following->items,
                       stays ? g_object_ref (item)
                             : make_item (self, octant_item_get_requirement_index (item)));
    }
  return following;
}

static void
follow (Following  *self,
        GListStore *items)
{
  if (self->first < self->end)
    g_list_store_splice (items, self->first, self->end - self->first, self->items->pdata + self->first,
                         self->end - self->first);
  for (guint i = 0; i < self->items->len; i++)
    if (self->children->pdata[i] != NULL)
      octant_item_follow (self->items->pdata[i], self->children->pdata[i]);
}

/*
 * In two steps: whoever is told of one list that changes finds the items of all others
 * right. Lists that are made meanwhile are right already.
 */
void
octant_tree_follow_objects (OctantTree *self)
{
  guint n = octant_model_get_n_subdomains (self->model);
  g_autofree Following **following = g_new0 (Following *, n);
  g_autoptr (GArray) map = map_objects (self);

  for (guint s = 0; s < n; s++)
    if (self->items[s] != NULL)
      following[s] = prepare (self, G_LIST_MODEL (self->items[s]), map);
  for (guint s = 0; s < n; s++)
    if (following[s] != NULL)
      follow (following[s], self->items[s]);
  for (guint s = 0; s < n; s++)
    g_clear_pointer (&following[s], following_free);
}
