/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-gradual-list.h"

struct _OctantGradualList
{
  GObject parent_instance;

  GListModel *model;   /* (owned) */
  guint step;
  guint shown;         /* items of @model that are here */
  guint source;        /* grows, 0 for none */
  gconstpointer kept;  /* (unowned) (nullable): compared only */
};

static GType
octant_gradual_list_get_item_type (GListModel *list)
{
  return g_list_model_get_item_type (OCTANT_GRADUAL_LIST (list)->model);
}

static guint
octant_gradual_list_get_n_items (GListModel *list)
{
  return OCTANT_GRADUAL_LIST (list)->shown;
}

static gpointer
octant_gradual_list_get_item (GListModel *list,
                              guint       position)
{
  OctantGradualList *self = OCTANT_GRADUAL_LIST (list);

  return position < self->shown ? g_list_model_get_item (self->model, position) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = octant_gradual_list_get_item_type;
  iface->get_n_items = octant_gradual_list_get_n_items;
  iface->get_item = octant_gradual_list_get_item;
}

static void
octant_gradual_list_get_section (GtkSectionModel *sections,
                                 guint            position,
                                 guint           *start,
                                 guint           *end)
{
  OctantGradualList *self = OCTANT_GRADUAL_LIST (sections);

  if (position >= self->shown)
    {
      *start = self->shown;
      *end = G_MAXUINT;
      return;
    }
  if (GTK_IS_SECTION_MODEL (self->model))
    gtk_section_model_get_section (GTK_SECTION_MODEL (self->model), position, start, end);
  else
    {
      *start = 0;
      *end = self->shown;
    }
  *end = MIN (*end, self->shown);
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = octant_gradual_list_get_section;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OctantGradualList, octant_gradual_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init))

static void
grow (OctantGradualList *self,
      guint              n)
{
  guint before = self->shown;

  if (n <= before)
    return;
  self->shown = n;
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n - before);
}

static gboolean
grow_cb (gpointer user_data)
{
  OctantGradualList *self = user_data;
  guint n = g_list_model_get_n_items (self->model);
  gboolean more = n - self->shown > self->step;

  if (!more)
    self->source = 0;
  /* Handlers may drop the last other reference. */
  g_object_ref (self);
  grow (self, more ? self->shown + self->step : n);
  more = more && self->source != 0;
  g_object_unref (self);
  return more ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
queue_growth (OctantGradualList *self)
{
  if (self->source == 0 && self->shown < g_list_model_get_n_items (self->model))
    self->source = g_idle_add (grow_cb, self);
}

static gboolean
has_kept (OctantGradualList *self,
          guint              from)
{
  guint n = g_list_model_get_n_items (self->model);

  for (guint i = from; self->kept != NULL && i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (self->model, i);

      if (item == self->kept)
        return TRUE;
    }
  return FALSE;
}

/* What is put in at once and is much is begun with, unless it would take the kept item away. */
static void
changed_cb (GListModel        *model,
            guint              position,
            guint              removed,
            guint              added,
            OctantGradualList *self)
{
  guint gone, after;

  if (position >= self->shown)
    {
      /* All was there: what comes after it is begun with at once. */
      if (position == self->shown)
        grow (self, MIN (g_list_model_get_n_items (model), self->shown + self->step));
      queue_growth (self);
      return;
    }
  gone = MIN (removed, self->shown - position);
  after = self->shown - position - gone;
  if (added <= 2 * self->step || has_kept (self, position + added))
    {
      self->shown = position + added + after;
      g_list_model_items_changed (G_LIST_MODEL (self), position, gone, added);
    }
  else
    {
      self->shown = position + self->step;
      g_list_model_items_changed (G_LIST_MODEL (self), position, gone + after, self->step);
    }
  queue_growth (self);
}

static void
sections_changed_cb (GtkSectionModel   *sections,
                     guint              position,
                     guint              n,
                     OctantGradualList *self)
{
  if (position < self->shown)
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position, MIN (n, self->shown - position));
}

static void
octant_gradual_list_dispose (GObject *object)
{
  OctantGradualList *self = OCTANT_GRADUAL_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);

  G_OBJECT_CLASS (octant_gradual_list_parent_class)->dispose (object);
}

static void
octant_gradual_list_finalize (GObject *object)
{
  g_object_unref (OCTANT_GRADUAL_LIST (object)->model);

  G_OBJECT_CLASS (octant_gradual_list_parent_class)->finalize (object);
}

static void
octant_gradual_list_class_init (OctantGradualListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = octant_gradual_list_dispose;
  G_OBJECT_CLASS (klass)->finalize = octant_gradual_list_finalize;
}

static void
octant_gradual_list_init (OctantGradualList *self)
{
}

OctantGradualList *
octant_gradual_list_new (GListModel *model,
                         guint       step)
{
  OctantGradualList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);
  g_return_val_if_fail (step > 0, NULL);

  self = g_object_new (OCTANT_TYPE_GRADUAL_LIST, NULL);
  self->model = model;
  self->step = step;
  self->shown = MIN (step, g_list_model_get_n_items (model));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  if (GTK_IS_SECTION_MODEL (model))
    g_signal_connect_object (model, "sections-changed", G_CALLBACK (sections_changed_cb), self, G_CONNECT_DEFAULT);
  queue_growth (self);
  return self;
}

GListModel *
octant_gradual_list_get_model (OctantGradualList *self)
{
  g_return_val_if_fail (OCTANT_IS_GRADUAL_LIST (self), NULL);

  return self->model;
}

void
octant_gradual_list_reveal (OctantGradualList *self,
                            guint              position)
{
  g_return_if_fail (OCTANT_IS_GRADUAL_LIST (self));

  if (position < g_list_model_get_n_items (self->model))
    grow (self, position + 1);
}

void
octant_gradual_list_keep (OctantGradualList *self,
                          gpointer           item)
{
  g_return_if_fail (OCTANT_IS_GRADUAL_LIST (self));

  self->kept = item;
}
