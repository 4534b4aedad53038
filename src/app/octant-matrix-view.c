/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-matrix-view.h"

#include <glib/gi18n.h>

#include "octant-context-menu.h"
#include "octant-matrix-frame.h"
#include "octant-paragraph.h"
#include "octant-rating-keys.h"
#include "octant-texts.h"
#include "octant-tip.h"
#include "octant-trickle.h"
#include "octant-window-scope.h"

/* A little more than a frame. */
#define PAUSE_MS 20

/*
 * Column 0 has the requirements, column 1 and on the objects; over the first row the frame has their names. A
 * rating changes its own cell alone. Rows are filled one by one, between the frames.
 *
 * Objects that come into scope or go are columns that come or go, all at once for all rows
 * and a frame later than what else shows it; the other cells stay. Until then the cells of
 * what went have items without an assessment, of which nothing is said or done. When the sub-domain's items
 * are others, the rows that are there get the new ones at once.
 */
struct _OctantMatrixView
{
  AdwBin parent_instance;

  OctantNode *node;  /* (owned) (nullable) */
  GListModel *items; /* (owned) (nullable): of the node */
  GPtrArray *rows;   /* (owned) (element-type OctantItem): requirements that are rated by object */
  GListModel *objects;   /* (owned) (nullable): the first row's children, which change with those of all others */
  GPtrArray *columns;    /* (owned) (element-type OctantItem): those of them that have a column */
  guint columns_source;  /* gives the others one, 0 for none */
  guint n_filled;        /* rows that have all their cells */
  guint source;          /* fills rows, 0 for none */

  GtkStack *stack;
  OctantMatrixFrame *frame;
  GtkViewport *viewport;
  GtkGrid *grid;
};

enum
{
  SIGNAL_SELECTED,
  SIGNAL_RATE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantMatrixView, octant_matrix_view, ADW_TYPE_BIN)

static OctantItem *
get_item (GtkWidget *cell)
{
  return g_object_get_data (G_OBJECT (cell), "item");
}

static void
cell_changed_cb (OctantItem *item,
                 GParamSpec *pspec,
                 GtkWidget  *cell)
{
  OctantRating rating = octant_item_get_rating (item);
  gboolean out = octant_item_get_out_of_scope (item);
  gboolean carried = octant_item_get_carried (item) && !out;
  const char *state = out ? _("out of scope") : carried ? _("carried over, to confirm") : NULL;
  g_autofree char *label = NULL;

  gtk_button_set_label (GTK_BUTTON (cell), octant_rating_get_letter (rating));
  if (carried)
    gtk_widget_add_css_class (cell, "carried");
  else
    gtk_widget_remove_css_class (cell, "carried");
  if (rating == OCTANT_RATING_UNANSWERED || out)
    gtk_widget_add_css_class (cell, "dimmed");
  else
    gtk_widget_remove_css_class (cell, "dimmed");
  label = g_strdup_printf ("%s, %s, %s%s%s", octant_item_get_requirement (item)->code,
                           octant_item_get_object_name (item), octant_rating_get_name (rating),
                           state != NULL ? ", " : "", state != NULL ? state : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  /* It keeps the keyboard, which moves from cell to cell. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_STATE_DISABLED, out, -1);
  octant_tip_set (cell, label);
}

/* NULL when its object has gone. */
static OctantItem *
get_live_item (GtkWidget *cell)
{
  OctantItem *item = get_item (cell);

  return item != NULL && octant_item_get_assessment (item) != NULL ? item : NULL;
}

static void
focus_cb (GtkWidget        *cell,
          GParamSpec       *pspec,
          OctantMatrixView *self)
{
  if (!gtk_widget_has_focus (cell))
    return;
  /* Before it is laid out, the stack that shows the matrix gave it the keyboard: nobody chose it. */
  if (gtk_widget_get_width (cell) > 0 && get_live_item (cell) != NULL)
    g_signal_emit (self, signals[SIGNAL_SELECTED], 0, get_item (cell));
}

static GtkWidget *
make_cell (OctantMatrixView *self)
{
  GtkWidget *cell = g_object_new (GTK_TYPE_BUTTON, "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);

  gtk_widget_add_css_class (cell, "matrix-cell");
  gtk_widget_set_valign (cell, GTK_ALIGN_CENTER);
  gtk_widget_set_hexpand (cell, TRUE);
  g_signal_connect_object (cell, "notify::has-focus", G_CALLBACK (focus_cb), self, G_CONNECT_DEFAULT);
  return cell;
}

static void
set_item (GtkWidget  *cell,
          OctantItem *item)
{
  OctantItem *before = get_item (cell);

  if (before == item)
    return;
  if (before != NULL)
    g_signal_handlers_disconnect_by_func (before, cell_changed_cb, cell);
  g_object_set_data_full (G_OBJECT (cell), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (item, "notify", G_CALLBACK (cell_changed_cb), cell, G_CONNECT_DEFAULT);
  cell_changed_cb (item, NULL, cell);
}

static GtkWidget *
make_requirement (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *code = gtk_label_new (NULL);
  GtkWidget *text = g_object_new (OCTANT_TYPE_PARAGRAPH, "lines", 2, "width-chars", 14, "max-width-chars", 32, NULL);

  gtk_label_set_xalign (GTK_LABEL (code), 0);
  gtk_widget_add_css_class (code, "caption");
  gtk_widget_add_css_class (code, "dimmed");
  gtk_widget_add_css_class (code, "numeric");
  gtk_box_append (GTK_BOX (box), code);
  gtk_box_append (GTK_BOX (box), text);
  gtk_widget_set_hexpand (box, TRUE);
  return box;
}

static void
set_requirement (GtkWidget  *box,
                 OctantItem *item)
{
  const OctantRequirement *requirement = octant_item_get_requirement (item);
  const char *text = octant_localise (&requirement->text);
  GtkWidget *paragraph = gtk_widget_get_last_child (box);

  gtk_label_set_label (GTK_LABEL (gtk_widget_get_first_child (box)), requirement->code);
  octant_paragraph_set_text (OCTANT_PARAGRAPH (paragraph), text);
  octant_tip_set (paragraph, text);
}

/* What stands at a place of the grid, made if nothing does. Whoever goes from one to the next goes row by row. */
static GtkWidget *
ensure (OctantMatrixView *self,
        guint             column,
        guint             row)
{
  GtkWidget *child = gtk_grid_get_child_at (self->grid, (int) column, (int) row);

  if (child != NULL)
    return child;
  child = column == 0 ? make_requirement () : make_cell (self);
  gtk_grid_attach (self->grid, child, (int) column, (int) row, 1, 1);
  if (column > 0)
    gtk_widget_insert_after (child, GTK_WIDGET (self->grid),
                             gtk_grid_get_child_at (self->grid, (int) column - 1, (int) row));
  return child;
}

/* A requirement and its cells; with the first one the names of the objects. */
static void
fill_row (OctantMatrixView *self,
          guint             row)
{
  OctantItem *item = self->rows->pdata[row];
  GListModel *children = octant_item_get_children (item);

  set_requirement (ensure (self, 0, row), item);
  for (guint i = 0; i < self->columns->len; i++)
    {
      g_autoptr (OctantItem) child = g_list_model_get_item (children, i);
      GtkWidget *cell = ensure (self, i + 1, row);

      set_item (cell, child);
      if (row == 0)
        octant_matrix_frame_set_heading (self->frame, i, cell, octant_item_get_object_name (child));
    }
}

static gboolean
fill_step (gpointer user_data)
{
  OctantMatrixView *self = user_data;

  if (self->n_filled < self->rows->len)
    fill_row (self, self->n_filled++);
  return self->n_filled < self->rows->len;
}

static GtkWidget *
get_focus (OctantMatrixView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL ? gtk_root_get_focus (root) : NULL;
}

/* The place of the cell that has the keyboard; FALSE when none has. */
static gboolean
find_focus (OctantMatrixView *self,
            guint            *column,
            guint            *row)
{
  GtkWidget *focus = get_focus (self);
  int x, y;

  if (focus == NULL || get_item (focus) == NULL || gtk_widget_get_parent (focus) != GTK_WIDGET (self->grid))
    return FALSE;
  gtk_grid_query_child (self->grid, focus, &x, &y, NULL, NULL);
  *column = (guint) x - 1;
  *row = (guint) y;
  return TRUE;
}

static gboolean
reveal_cb (GtkWidget     *cell,
           GdkFrameClock *clock,
           gpointer       viewport)
{
  if (gtk_widget_get_mapped (cell) && gtk_widget_get_width (cell) == 0)
    return G_SOURCE_CONTINUE;
  if (gtk_widget_is_focus (cell))
    gtk_viewport_scroll_to (viewport, cell, NULL);
  return G_SOURCE_REMOVE;
}

/*
 * Scrolls to what has the keyboard. By itself the viewport would do so too early: what comes on screen has the keyboard
 * before it is laid out, and would be taken to be in the left upper corner.
 */
static void
focus_moved_cb (OctantMatrixView *self)
{
  GtkWidget *cell = get_focus (self);
  guint column, row;

  if (!find_focus (self, &column, &row))
    return;
  if (gtk_widget_get_width (cell) > 0)
    gtk_viewport_scroll_to (self->viewport, cell, NULL);
  else
    gtk_widget_add_tick_callback (cell, reveal_cb, self->viewport, NULL);
}

/*
 * Gives a cell the keyboard and selects it. The focus alone would select only while the window is active: has-focus does
 * not change in one that is not. FALSE where there is none.
 */
static gboolean
focus_cell (OctantMatrixView *self,
            guint             column,
            guint             row)
{
  GtkWidget *cell = gtk_grid_get_child_at (self->grid, (int) column + 1, (int) row);

  if (cell == NULL || !gtk_widget_grab_focus (cell))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, get_item (cell));
  return TRUE;
}

static void
list_columns (OctantMatrixView *self)
{
  g_ptr_array_set_size (self->columns, 0);
  for (guint i = 0; self->objects != NULL && i < g_list_model_get_n_items (self->objects); i++)
    g_ptr_array_add (self->columns, g_list_model_get_item (self->objects, i));
}

/* Takes away the columns of objects that went and makes room for those that came. */
static void
move_columns (OctantMatrixView *self,
              GPtrArray        *before)
{
  GPtrArray *now = self->columns;
  guint first = 0, last = 0;

  while (first < MIN (before->len, now->len) && before->pdata[first] == now->pdata[first])
    first++;
  while (last < MIN (before->len, now->len) - first
         && before->pdata[before->len - 1 - last] == now->pdata[now->len - 1 - last])
    last++;
  for (guint i = first; i < before->len - last; i++)
    {
      octant_matrix_frame_remove_heading (self->frame, first);
      gtk_grid_remove_column (self->grid, (int) first + 1);
    }
  for (guint i = first; i < now->len - last; i++)
    gtk_grid_insert_column (self->grid, (int) first + 1);
}

static void
follow_objects (OctantMatrixView *self)
{
  g_autoptr (GPtrArray) before = NULL;
  guint column = 0, row = 0;
  gboolean focused;

  if (self->columns_source == 0)
    return;
  g_clear_handle_id (&self->columns_source, g_source_remove);
  focused = find_focus (self, &column, &row);
  before = g_steal_pointer (&self->columns);
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  list_columns (self);
  move_columns (self, before);
  self->n_filled = 0;
  octant_trickle_queue (&self->source, fill_step, self);
  if (!focused || find_focus (self, &column, &row))
    return;
  /* What had the keyboard went: its neighbour has it. */
  while (self->n_filled <= row)
    fill_step (self);
  focus_cell (self, MIN (column, self->columns->len - 1), row);
}

static gboolean
follow_objects_cb (gpointer user_data)
{
  follow_objects (user_data);
  return G_SOURCE_REMOVE;
}

/* The first of many lists that change together. */
static void
objects_changed_cb (OctantMatrixView *self)
{
  if (self->columns_source == 0)
    self->columns_source = g_timeout_add_full (G_PRIORITY_DEFAULT_IDLE, PAUSE_MS, follow_objects_cb, self, NULL);
}

/* Takes away what stands beyond the rows that there are now; with other columns all. */
static void
trim (OctantMatrixView *self,
      gboolean          all)
{
  GtkWidget *next;

  if (all)
    octant_matrix_frame_clear (self->frame);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL; child = next)
    {
      int row;

      next = gtk_widget_get_next_sibling (child);
      gtk_grid_query_child (self->grid, child, NULL, &row, NULL, NULL);
      if (all || (guint) row >= self->rows->len)
        gtk_grid_remove (self->grid, child);
    }
}

static void
set_objects (OctantMatrixView *self,
             GListModel       *objects)
{
  if (self->objects == objects)
    return;
  if (self->objects != NULL)
    g_signal_handlers_disconnect_by_func (self->objects, objects_changed_cb, self);
  g_set_object (&self->objects, objects);
  if (objects != NULL)
    g_signal_connect_object (objects, "items-changed", G_CALLBACK (objects_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
rebuild (OctantMatrixView *self)
{
  guint n_columns = self->columns->len;

  g_clear_handle_id (&self->columns_source, g_source_remove);
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; self->items != NULL && i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (self->items, i);

      if (octant_item_get_children (item) != NULL)
        g_ptr_array_add (self->rows, g_steal_pointer (&item));
    }
  set_objects (self, self->rows->len > 0 ? octant_item_get_children (self->rows->pdata[0]) : NULL);
  list_columns (self);
  self->n_filled = 0;
  trim (self, n_columns != self->columns->len || self->rows->len == 0);
  /* No cell speaks of what is gone. */
  while (self->n_filled < self->rows->len
         && gtk_grid_get_child_at (self->grid, 0, (int) self->n_filled) != NULL)
    fill_step (self);
  octant_trickle_start (&self->source, fill_step, self);
  gtk_stack_set_visible_child_name (self->stack, self->rows->len > 0 ? "matrix" : "none");
}

/* Beyond the last cell there is none to go to. */
static void
move (OctantMatrixView *self,
      guint             column,
      guint             row,
      int               columns,
      int               rows)
{
  int x = (int) column + columns;
  int y = (int) row + rows;

  if (x >= 0 && x < (int) self->columns->len && y >= 0 && y < (int) self->rows->len)
    focus_cell (self, (guint) x, (guint) y);
}

static gboolean
key_pressed_cb (OctantMatrixView *self,
                guint             key,
                guint             code,
                GdkModifierType   modifiers)
{
  int forwards = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -1 : 1;
  OctantRating rating;
  guint column, row;

  follow_objects (self);
  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !find_focus (self, &column, &row))
    return GDK_EVENT_PROPAGATE;
  key = gdk_keyval_to_lower (key);
  if (key == GDK_KEY_x && (modifiers & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE; /* about several requirements */
  if (octant_rating_find_key (key, &rating))
    {
      g_signal_emit (self, signals[SIGNAL_RATE], 0, get_item (get_focus (self)), (int) rating);
      return GDK_EVENT_STOP;
    }
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, column, row, -forwards, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, column, row, forwards, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_k:
      move (self, column, row, 0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_j:
      move (self, column, row, 0, 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GMenuModel *
create_menu_cb (GtkWidget *cell,
                gpointer   user_data)
{
  if (get_live_item (cell) == NULL)
    return NULL;
  gtk_widget_grab_focus (cell);
  return octant_item_menu_new (get_item (cell));
}

static void
octant_matrix_view_root (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (octant_matrix_view_parent_class)->root (widget);
  g_signal_connect_object (gtk_widget_get_root (widget), "notify::focus-widget", G_CALLBACK (focus_moved_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
octant_matrix_view_unroot (GtkWidget *widget)
{
  g_signal_handlers_disconnect_by_func (gtk_widget_get_root (widget), focus_moved_cb, widget);
  GTK_WIDGET_CLASS (octant_matrix_view_parent_class)->unroot (widget);
}

static void
octant_matrix_view_dispose (GObject *object)
{
  OctantMatrixView *self = OCTANT_MATRIX_VIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_handle_id (&self->columns_source, g_source_remove);
  set_objects (self, NULL);
  if (self->items != NULL)
    g_signal_handlers_disconnect_by_func (self->items, rebuild, self);
  /* The stack is a bound child of the template and the bin's child: the bin has to let go of it first. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_MATRIX_VIEW);
  g_clear_object (&self->items);
  g_clear_object (&self->node);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->columns, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_matrix_view_parent_class)->dispose (object);
}

static void
octant_matrix_view_class_init (OctantMatrixViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_matrix_view_dispose;
  widget_class->root = octant_matrix_view_root;
  widget_class->unroot = octant_matrix_view_unroot;

  g_type_ensure (OCTANT_TYPE_MATRIX_FRAME);
  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, OCTANT_TYPE_ITEM);
  signals[SIGNAL_RATE] = g_signal_new ("rate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 2, OCTANT_TYPE_ITEM, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-matrix-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantMatrixView, frame);
  gtk_widget_class_bind_template_child (widget_class, OctantMatrixView, grid);
  gtk_widget_class_bind_template_child (widget_class, OctantMatrixView, stack);
  gtk_widget_class_bind_template_child (widget_class, OctantMatrixView, viewport);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
octant_matrix_view_init (OctantMatrixView *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->columns = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
  octant_context_menu_install (GTK_WIDGET (self->grid), GTK_WIDGET (self), GTK_TYPE_BUTTON, create_menu_cb, NULL);
}

void
octant_matrix_view_set_node (OctantMatrixView *self,
                             OctantNode       *node)
{
  GListModel *items;

  g_return_if_fail (OCTANT_IS_MATRIX_VIEW (self));

  if (!g_set_object (&self->node, node))
    return;
  if (self->items != NULL)
    g_signal_handlers_disconnect_by_func (self->items, rebuild, self);
  items = node != NULL ? octant_node_get_items (node) : NULL;
  g_set_object (&self->items, items);
  if (self->items != NULL)
    g_signal_connect_object (self->items, "items-changed", G_CALLBACK (rebuild), self, G_CONNECT_SWAPPED);
  rebuild (self);
}

void
octant_matrix_view_focus (OctantMatrixView *self,
                          OctantItem       *item)
{
  g_return_if_fail (OCTANT_IS_MATRIX_VIEW (self));

  follow_objects (self);
  for (guint row = 0; item != NULL && row < self->rows->len; row++)
    {
      OctantItem *parent = self->rows->pdata[row];
      guint column = 0;

      if (octant_item_get_requirement_index (parent) != octant_item_get_requirement_index (item))
        continue;
      /* The keys rate what has the keyboard, which is therefore not kept waiting. */
      while (self->n_filled <= row)
        fill_step (self);
      if (item != parent)
        column = MIN (octant_item_get_slot (item), self->columns->len - 1);
      focus_cell (self, column, row);
      return;
    }
  focus_cell (self, 0, 0);
}
