/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-gradual-list.h"

#include "octant-view-rows.h"

/* A little more than a frame: what came last is laid out before more comes, and never together with that. */
#define PAUSE_MS 20
/* As long as rows are made at a time; to lay them out takes about as long again. */
#define BUDGET_US 3000
/* As long as rows are taken away at a time. */
#define SHRINK_US 4000
/* So few go within the call that wants them gone, which has more to do. */
#define SHRINK_AT_ONCE 16
/* Of those before the ones in sight as many at a time: all that come after them get other positions then. */
#define SHRINK_LEADING 8
/* After so long what was awaited has not come. */
#define PATIENCE_MS 1000
/* GTK makes no more rows than these of any list: what comes after them costs nothing. */
#define MOST_ROWS 200

struct _OctantGradualList
{
  GObject parent_instance;

  GListModel *model;   /* (owned) */
  guint step;
  guint first;         /* items of @model before those that are here: 0 but while rows go */
  guint shown;         /* items of @model that are here */
  guint fresh;         /* of these, those that came since the last pause */
  guint source;        /* grows or shrinks, 0 for neither */
  gboolean thin;       /* it makes room for what is awaited */
  gboolean resting;    /* nobody sees it: it does not grow */
  OctantGradualFunc replace; /* (nullable) not before few rows are left */
  GObject *replacing;        /* (nullable) weak: who does that */
  guint above, below;        /* rows out of sight, which go before those in sight do */
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

  return position < self->shown ? g_list_model_get_item (self->model, self->first + position) : NULL;
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
    {
      gtk_section_model_get_section (GTK_SECTION_MODEL (self->model), self->first + position, start, end);
      *start = MAX (*start, self->first) - self->first;
      *end = MIN (*end - self->first, self->shown);
    }
  else
    {
      *start = 0;
      *end = self->shown;
    }
}

static void
section_model_init (GtkSectionModelInterface *iface)
{
  iface->get_section = octant_gradual_list_get_section;
}

/* What is selected is the other list's, whether it is here already or not. (nullable) (transfer none) */
static GtkSelectionModel *
get_selection (gpointer list)
{
  OctantGradualList *self = OCTANT_GRADUAL_LIST (list);

  return GTK_IS_SELECTION_MODEL (self->model) ? GTK_SELECTION_MODEL (self->model) : NULL;
}

/* Where in the other list this one begins. */
static guint
get_first (gpointer list)
{
  return OCTANT_GRADUAL_LIST (list)->first;
}

static gboolean
octant_gradual_list_is_selected (GtkSelectionModel *list,
                                 guint              position)
{
  GtkSelectionModel *selection = get_selection (list);

  return selection != NULL && gtk_selection_model_is_selected (selection, get_first (list) + position);
}

static GtkBitset *
octant_gradual_list_get_selection_in_range (GtkSelectionModel *list,
                                            guint              position,
                                            guint              n_items)
{
  GtkSelectionModel *selection = get_selection (list);
  guint first = get_first (list);
  g_autoptr (GtkBitset) there = NULL;
  GtkBitset *here;

  if (selection == NULL)
    return gtk_bitset_new_empty ();
  /* It may be the selection's own. */
  there = gtk_selection_model_get_selection_in_range (selection, first + position, n_items);
  here = gtk_bitset_copy (there);
  gtk_bitset_shift_left (here, first);
  return here;
}

static gboolean
octant_gradual_list_select_item (GtkSelectionModel *list,
                                 guint              position,
                                 gboolean           unselect_rest)
{
  GtkSelectionModel *selection = get_selection (list);

  return selection != NULL && gtk_selection_model_select_item (selection, get_first (list) + position, unselect_rest);
}

static gboolean
octant_gradual_list_unselect_item (GtkSelectionModel *list,
                                   guint              position)
{
  GtkSelectionModel *selection = get_selection (list);

  return selection != NULL && gtk_selection_model_unselect_item (selection, get_first (list) + position);
}

static gboolean
octant_gradual_list_select_range (GtkSelectionModel *list,
                                  guint              position,
                                  guint              n_items,
                                  gboolean           unselect_rest)
{
  GtkSelectionModel *selection = get_selection (list);

  return selection != NULL && gtk_selection_model_select_range (selection, get_first (list) + position, n_items, unselect_rest);
}

static gboolean
octant_gradual_list_unselect_range (GtkSelectionModel *list,
                                    guint              position,
                                    guint              n_items)
{
  GtkSelectionModel *selection = get_selection (list);

  return selection != NULL && gtk_selection_model_unselect_range (selection, get_first (list) + position, n_items);
}

static gboolean
octant_gradual_list_select_all (GtkSelectionModel *list)
{
  GtkSelectionModel *selection = get_selection (list);

  return selection != NULL && gtk_selection_model_select_all (selection);
}

static gboolean
octant_gradual_list_unselect_all (GtkSelectionModel *list)
{
  GtkSelectionModel *selection = get_selection (list);

  return selection != NULL && gtk_selection_model_unselect_all (selection);
}

static gboolean
octant_gradual_list_set_selection (GtkSelectionModel *list,
                                   GtkBitset         *selected,
                                   GtkBitset         *mask)
{
  GtkSelectionModel *selection = get_selection (list);
  g_autoptr (GtkBitset) there = gtk_bitset_copy (selected);
  g_autoptr (GtkBitset) meant = gtk_bitset_copy (mask);

  gtk_bitset_shift_right (there, get_first (list));
  gtk_bitset_shift_right (meant, get_first (list));
  return selection != NULL && gtk_selection_model_set_selection (selection, there, meant);
}

static void
selection_model_init (GtkSelectionModelInterface *iface)
{
  iface->is_selected = octant_gradual_list_is_selected;
  iface->get_selection_in_range = octant_gradual_list_get_selection_in_range;
  iface->select_item = octant_gradual_list_select_item;
  iface->unselect_item = octant_gradual_list_unselect_item;
  iface->select_range = octant_gradual_list_select_range;
  iface->unselect_range = octant_gradual_list_unselect_range;
  iface->select_all = octant_gradual_list_select_all;
  iface->unselect_all = octant_gradual_list_unselect_all;
  iface->set_selection = octant_gradual_list_set_selection;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (OctantGradualList, octant_gradual_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SECTION_MODEL, section_model_init)
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SELECTION_MODEL, selection_model_init))

/* Items of the other list from the first one that is here. */
static guint
count_rest (OctantGradualList *self)
{
  return g_list_model_get_n_items (self->model) - self->first;
}

static void
grow (OctantGradualList *self,
      guint              n)
{
  guint before = self->shown;

  if (n <= before)
    return;
  self->shown = n;
  self->fresh += n - before;
  g_list_model_items_changed (G_LIST_MODEL (self), before, 0, n - before);
}

/* How many rows may go at once, when most of the other list changes. */
static guint
get_few (OctantGradualList *self)
{
  return 2 * self->step;
}

static void
trim_end (OctantGradualList *self,
          guint              n)
{
  self->shown -= n;
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), self->shown, n, 0);
}

static void
trim_start (OctantGradualList *self,
            guint              n)
{
  self->first += n;
  self->shown -= n;
  if (n > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, n, 0);
}

/*
 * What has no row goes at once; without it, no other rows come for those that go. Rows that
 * stay get other positions, and GTK looks at each for that.
 *
 * Returns: whether it did
 */
static gboolean
keep_rows (OctantGradualList *self,
           GtkScrollable     *view)
{
  OctantViewRows rows;

  if (!octant_view_rows_find (view, self->shown, &rows))
    rows = (OctantViewRows){ 0, MIN (self->shown, MOST_ROWS), 0, 0 };
  self->above = rows.above;
  self->below = rows.below;
  trim_end (self, self->shown - rows.first - rows.n);
  trim_start (self, rows.first);
  return rows.first > 0;
}

/* Those out of sight first, then from the end: returns whether few enough are left. Who is told of it may call for an end. */
static gboolean
shrink (OctantGradualList *self)
{
  gint64 enough = g_get_monotonic_time () + SHRINK_US;

  while (self->replace != NULL && self->shown > get_few (self) && g_get_monotonic_time () < enough)
    {
      guint most = self->shown - get_few (self);
      guint n;

      if (self->below == 0 && self->above > 0)
        {
          n = MIN (MIN (self->above, SHRINK_LEADING), most);
          self->above -= n;
          trim_start (self, n);
        }
      else
        {
          n = MIN (2, most);
          self->below -= MIN (self->below, n);
          trim_end (self, n);
        }
    }
  return self->shown <= get_few (self);
}

/* What is put in then is seen from its beginning. */
static void
replace (OctantGradualList *self)
{
  OctantGradualFunc func = g_steal_pointer (&self->replace);
  GObject *object = self->replacing;
  gboolean away = self->first > 0;

  if (away)
    {
      trim_end (self, self->shown);
      self->first = 0;
    }
  g_clear_weak_pointer (&self->replacing);
  if (object != NULL)
    func (object);
  if (away)
    grow (self, MIN (self->step, g_list_model_get_n_items (self->model)));
}

static gboolean
grow_cb (gpointer user_data)
{
  g_autoptr (OctantGradualList) self = g_object_ref (user_data);
  gint64 enough = g_get_monotonic_time () + BUDGET_US;

  self->thin = FALSE;
  self->fresh = 0;
  /* One by one: a row knows only afterwards how long it took to be made. */
  for (guint i = 0; i < 2 * self->step && self->shown < g_list_model_get_n_items (self->model); i++)
    {
      if (self->shown >= MOST_ROWS)
        grow (self, g_list_model_get_n_items (self->model));
      else
        grow (self, self->shown + 1);
      if (g_get_monotonic_time () > enough)
        break;
    }
  if (self->source == 0)
    return G_SOURCE_REMOVE;
  if (self->fresh > 0 || self->shown < g_list_model_get_n_items (self->model))
    return G_SOURCE_CONTINUE;
  self->source = 0;
  return G_SOURCE_REMOVE;
}

static void
queue_growth (OctantGradualList *self)
{
  if (self->resting)
    return;
  if (self->thin)
    g_clear_handle_id (&self->source, g_source_remove);
  self->thin = FALSE;
  if (self->source == 0 && (self->fresh > 0 || self->shown < g_list_model_get_n_items (self->model)))
    self->source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, PAUSE_MS, grow_cb, self, NULL);
}

static gboolean
shrink_cb (gpointer user_data)
{
  g_autoptr (OctantGradualList) self = g_object_ref (user_data);

  if (self->shown > get_few (self))
    {
      shrink (self);
      return G_SOURCE_CONTINUE;
    }
  self->source = 0;
  self->fresh = 0;
  replace (self);
  queue_growth (self);
  return G_SOURCE_REMOVE;
}

/* Rows below those in sight go; should nothing come instead, they come again. */
static gboolean
thin_cb (gpointer user_data)
{
  g_autoptr (OctantGradualList) self = g_object_ref (user_data);
  gint64 enough = g_get_monotonic_time () + SHRINK_US;

  while (self->thin && self->below > 0 && g_get_monotonic_time () < enough)
    {
      guint n = MIN (2, MIN (self->below, self->shown));

      self->below = n > 0 ? self->below - n : 0;
      trim_end (self, n);
    }
  /* Who is told of rows that go may have changed the other list. */
  if (!self->thin)
    return G_SOURCE_REMOVE;
  if (self->below > 0)
    return G_SOURCE_CONTINUE;
  self->fresh = 0;
  self->source = 0;
  if (self->resting)
    self->thin = FALSE;
  else
    self->source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, PATIENCE_MS, grow_cb, self, NULL);
  return G_SOURCE_REMOVE;
}

/* What changes before the beginning of this list, or there, stays out of it. */
static void
change_before (OctantGradualList *self,
               guint              position,
               guint              removed,
               guint              added)
{
  guint before = MIN (removed, self->first - position);
  guint gone = MIN (removed - before, self->shown);

  self->first += added - before;
  self->shown -= gone;
  if (gone > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, gone, 0);
}

/* What is put in without a pause and is much is begun with. */
static void
changed_cb (GListModel        *model,
            guint              position,
            guint              removed,
            guint              added,
            OctantGradualList *self)
{
  guint room = self->step - MIN (self->fresh, self->step);
  guint gone, after, begun;

  if (position < self->first || (position == self->first && self->first > 0 && removed == 0))
    {
      change_before (self, position, removed, added);
      return;
    }
  position -= self->first;
  if (position >= self->shown)
    {
      /* What comes right after what is there is begun with at once. */
      if (position == self->shown)
        grow (self, MIN (count_rest (self), self->shown + MAX (room, self->shown == 0 ? 1 : 0)));
      queue_growth (self);
      return;
    }
  gone = MIN (removed, self->shown - position);
  after = self->shown - position - gone;
  if (added == 0 || self->fresh + added <= 2 * self->step)
    {
      self->shown = position + added + after;
      self->fresh += added;
      g_list_model_items_changed (G_LIST_MODEL (self), position, gone, added);
    }
  else
    {
      begun = MIN (MAX (room, position == 0 ? 1 : 0), added);
      self->shown = position + begun;
      self->fresh += begun;
      g_list_model_items_changed (G_LIST_MODEL (self), position, gone + after, begun);
    }
  queue_growth (self);
}

/* As much of a part of the other list as is here. FALSE for nothing */
static gboolean
clip (OctantGradualList *self,
      guint             *position,
      guint             *n)
{
  guint end = MIN (*position + *n, self->first + self->shown);
  guint start = MAX (*position, self->first);

  if (start >= end)
    return FALSE;
  *position = start - self->first;
  *n = end - start;
  return TRUE;
}

static void
selection_changed_cb (GtkSelectionModel *selection,
                      guint              position,
                      guint              n,
                      OctantGradualList *self)
{
  if (clip (self, &position, &n))
    gtk_selection_model_selection_changed (GTK_SELECTION_MODEL (self), position, n);
}

static void
sections_changed_cb (GtkSectionModel   *sections,
                     guint              position,
                     guint              n,
                     OctantGradualList *self)
{
  if (clip (self, &position, &n))
    gtk_section_model_sections_changed (GTK_SECTION_MODEL (self), position, n);
}

static void
octant_gradual_list_dispose (GObject *object)
{
  OctantGradualList *self = OCTANT_GRADUAL_LIST (object);

  g_clear_handle_id (&self->source, g_source_remove);
  self->thin = FALSE;
  g_clear_weak_pointer (&self->replacing);

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
  self->shown = self->fresh = MIN (step, g_list_model_get_n_items (model));
  g_signal_connect_object (model, "items-changed", G_CALLBACK (changed_cb), self, G_CONNECT_DEFAULT);
  if (GTK_IS_SECTION_MODEL (model))
    g_signal_connect_object (model, "sections-changed", G_CALLBACK (sections_changed_cb), self, G_CONNECT_DEFAULT);
  if (GTK_IS_SELECTION_MODEL (model))
    g_signal_connect_object (model, "selection-changed", G_CALLBACK (selection_changed_cb), self, G_CONNECT_DEFAULT);
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
  guint before, n;

  g_return_if_fail (OCTANT_IS_GRADUAL_LIST (self));

  before = self->first;
  self->first = 0;
  self->shown += before;
  self->above = 0;
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, 0, before);
  n = g_list_model_get_n_items (self->model);
  grow (self, position < n ? position + 1 : n);
}

void
octant_gradual_list_replace (OctantGradualList *self,
                             GtkScrollable     *view,
                             OctantGradualFunc  func,
                             gpointer           object)
{
  g_return_if_fail (OCTANT_IS_GRADUAL_LIST (self));
  g_return_if_fail (GTK_IS_SCROLLABLE (view));
  g_return_if_fail (func != NULL && G_IS_OBJECT (object));

  self->replace = func;
  g_set_weak_pointer (&self->replacing, object);
  g_clear_handle_id (&self->source, g_source_remove);
  self->thin = FALSE;
  if (keep_rows (self, view) || self->shown > get_few (self) + SHRINK_AT_ONCE || !shrink (self))
    {
      if (self->replace != NULL)
        self->source = g_idle_add (shrink_cb, self);
      return;
    }
  octant_gradual_list_finish (self);
}

void
octant_gradual_list_finish (OctantGradualList *self)
{
  g_return_if_fail (OCTANT_IS_GRADUAL_LIST (self));

  if (self->replace == NULL)
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->fresh = 0;
  replace (self);
  queue_growth (self);
}

void
octant_gradual_list_make_room (OctantGradualList *self,
                               GtkScrollable     *view)
{
  OctantViewRows rows;

  g_return_if_fail (OCTANT_IS_GRADUAL_LIST (self));
  g_return_if_fail (GTK_IS_SCROLLABLE (view));

  if (self->replace != NULL || !octant_view_rows_find (view, self->shown, &rows))
    return;
  g_clear_handle_id (&self->source, g_source_remove);
  self->below = self->shown - rows.first - rows.n + rows.below;
  self->thin = TRUE;
  self->source = g_idle_add (thin_cb, self);
}

void
octant_gradual_list_set_resting (OctantGradualList *self,
                                 GtkScrollable     *view,
                                 gboolean           resting)
{
  g_return_if_fail (OCTANT_IS_GRADUAL_LIST (self));
  g_return_if_fail (GTK_IS_SCROLLABLE (view));

  if (self->resting == resting)
    return;
  self->resting = resting;
  if (resting && self->replace == NULL)
    {
      g_clear_handle_id (&self->source, g_source_remove);
      self->thin = FALSE;
      octant_gradual_list_make_room (self, view);
    }
  else
    queue_growth (self);
}

static gboolean
key_cb (OctantGradualList *self,
        guint              key)
{
  if (key == GDK_KEY_End || key == GDK_KEY_KP_End)
    octant_gradual_list_reveal (self, G_MAXUINT);
  return GDK_EVENT_PROPAGATE;
}

void
octant_gradual_list_heed_end (OctantGradualList *self,
                              GtkWidget         *view)
{
  GtkEventController *keys;

  g_return_if_fail (OCTANT_IS_GRADUAL_LIST (self));
  g_return_if_fail (GTK_IS_WIDGET (view));

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (view, keys);
}
