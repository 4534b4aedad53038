/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-matrix-view.h"

#include <glib/gi18n.h>

#include "octant-context-menu.h"
#include "octant-paragraph.h"
#include "octant-texts.h"
#include "octant-tip.h"
#include "octant-trickle.h"
#include "octant-window-scope.h"

/*
 * Column 0 has the requirements, column 1 and on the objects; row 0 has their names. A
 * rating changes its own cell alone. When the items of the sub-domain change, which a change
 * of the objects in scope brings about, the rows that are there get the new ones at once;
 * those that are missing are made one by one, between the frames.
 */
struct _OctantMatrixView
{
  AdwBin parent_instance;

  OctantNode *node;  /* (owned) (nullable) */
  GListModel *items; /* (owned) (nullable): of the node */
  GPtrArray *rows;   /* (owned) (element-type OctantItem): requirements that are rated by object */
  GPtrArray *cells;  /* (owned) (element-type GtkWidget): of the rows that are there, row by row, borrowed */
  guint n_columns;   /* objects */
  guint source;      /* makes rows, 0 for none */

  GtkStack *stack;
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
  gboolean carried = octant_item_get_carried (item);
  g_autofree char *label = NULL;

  gtk_button_set_label (GTK_BUTTON (cell), octant_rating_get_letter (rating));
  if (carried)
    gtk_widget_add_css_class (cell, "carried");
  else
    gtk_widget_remove_css_class (cell, "carried");
  if (rating == OCTANT_RATING_UNANSWERED)
    gtk_widget_add_css_class (cell, "dimmed");
  else
    gtk_widget_remove_css_class (cell, "dimmed");
  label = g_strdup_printf ("%s, %s, %s%s%s", octant_item_get_requirement (item)->code,
                           octant_item_get_object_name (item), octant_rating_get_name (rating),
                           carried ? ", " : "", carried ? _("carried over, to confirm") : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  octant_tip_set (cell, label);
}

static void
focus_cb (GtkWidget  *cell,
          GParamSpec *pspec,
          gpointer    user_data)
{
  if (gtk_widget_has_focus (cell))
    g_signal_emit (user_data, signals[SIGNAL_SELECTED], 0, get_item (cell));
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

/* The name of an object, over its column. */
static GtkWidget *
make_heading (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_set_valign (label, GTK_ALIGN_END);
  gtk_widget_add_css_class (label, "caption-heading");
  return label;
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

/* What stands at a place of the grid, made if nothing does. */
static GtkWidget *
ensure (OctantMatrixView *self,
        guint             column,
        guint             row)
{
  GtkWidget *child = gtk_grid_get_child_at (self->grid, (int) column, (int) row);

  if (child != NULL)
    return child;
  child = row == 0 ? make_heading () : column == 0 ? make_requirement () : make_cell (self);
  gtk_grid_attach (self->grid, child, (int) column, (int) row, 1, 1);
  return child;
}

/* The next row; with the first one the names of the objects. */
static void
append_row (OctantMatrixView *self)
{
  guint row = self->cells->len / self->n_columns;
  OctantItem *item = self->rows->pdata[row];
  GListModel *children = octant_item_get_children (item);

  set_requirement (ensure (self, 0, row + 1), item);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr (OctantItem) child = g_list_model_get_item (children, i);
      GtkWidget *cell = ensure (self, i + 1, row + 1);

      if (row == 0)
        {
          GtkWidget *heading = ensure (self, i + 1, 0);

          gtk_label_set_label (GTK_LABEL (heading), octant_item_get_object_name (child));
          octant_tip_set (heading, octant_item_get_object_name (child));
        }
      set_item (cell, child);
      g_ptr_array_add (self->cells, cell);
    }
}

static gboolean
is_complete (OctantMatrixView *self)
{
  return self->cells->len == self->rows->len * self->n_columns;
}

static gboolean
append_step (gpointer user_data)
{
  OctantMatrixView *self = user_data;

  if (!is_complete (self))
    append_row (self);
  return !is_complete (self);
}

/* Takes away what stands beyond the rows that there are now; with other columns all, so that the cells stay in order. */
static void
trim (OctantMatrixView *self,
      gboolean          all)
{
  GtkWidget *next;

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grid)); child != NULL; child = next)
    {
      int row;

      next = gtk_widget_get_next_sibling (child);
      gtk_grid_query_child (self->grid, child, NULL, &row, NULL, NULL);
      if (all || (guint) row > self->rows->len)
        gtk_grid_remove (self->grid, child);
    }
}

static void
rebuild (OctantMatrixView *self)
{
  guint n_columns = self->n_columns;

  g_ptr_array_set_size (self->cells, 0);
  g_ptr_array_set_size (self->rows, 0);
  self->n_columns = 0;
  for (guint i = 0; self->items != NULL && i < g_list_model_get_n_items (self->items); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (self->items, i);
      GListModel *children = octant_item_get_children (item);

      if (children == NULL)
        continue;
      self->n_columns = g_list_model_get_n_items (children);
      g_ptr_array_add (self->rows, g_steal_pointer (&item));
    }
  trim (self, n_columns != self->n_columns || self->rows->len == 0);
  /* No cell speaks of what is gone. */
  while (!is_complete (self)
         && gtk_grid_get_child_at (self->grid, 1, (int) (self->cells->len / self->n_columns) + 1) != NULL)
    append_row (self);
  octant_trickle_start (&self->source, append_step, self);
  gtk_stack_set_visible_child_name (self->stack, self->rows->len > 0 ? "matrix" : "none");
}

/*
 * Gives a cell the keyboard and selects it. The focus alone would select only while the window is active: has-focus does
 * not change in one that is not.
 */
static gboolean
focus_cell (OctantMatrixView *self,
            GtkWidget        *cell)
{
  if (!gtk_widget_grab_focus (cell))
    return FALSE;
  g_signal_emit (self, signals[SIGNAL_SELECTED], 0, get_item (cell));
  return TRUE;
}

/* TRUE when there was a cell to go to. */
static gboolean
move (OctantMatrixView *self,
      guint             from,
      int               columns,
      int               rows)
{
  int column = (int) (from % self->n_columns) + columns;
  int row = (int) (from / self->n_columns) + rows;

  if (column < 0 || column >= (int) self->n_columns || row < 0
      || row >= (int) (self->cells->len / self->n_columns))
    return FALSE;
  return focus_cell (self, g_ptr_array_index (self->cells, (guint) row * self->n_columns + (guint) column));
}

static gboolean
find_rating (guint         key,
             OctantRating *rating)
{
  static const struct
  {
    guint keys[2];
    OctantRating rating;
  } ratings[] = {
    { { GDK_KEY_0, GDK_KEY_KP_0 }, OCTANT_RATING_UNANSWERED },
    { { GDK_KEY_1, GDK_KEY_KP_1 }, OCTANT_RATING_N },
    { { GDK_KEY_2, GDK_KEY_KP_2 }, OCTANT_RATING_P },
    { { GDK_KEY_3, GDK_KEY_KP_3 }, OCTANT_RATING_L },
    { { GDK_KEY_4, GDK_KEY_KP_4 }, OCTANT_RATING_F },
    { { GDK_KEY_x, GDK_KEY_x }, OCTANT_RATING_NA },
  };

  for (guint i = 0; i < G_N_ELEMENTS (ratings); i++)
    if (ratings[i].keys[0] == key || ratings[i].keys[1] == key)
      {
        *rating = ratings[i].rating;
        return TRUE;
      }
  return FALSE;
}

static gboolean
key_pressed_cb (OctantMatrixView *self,
                guint             key,
                guint             code,
                GdkModifierType   modifiers)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  OctantRating rating;
  guint index;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || focus == NULL
      || !g_ptr_array_find (self->cells, focus, &index))
    return GDK_EVENT_PROPAGATE;
  key = gdk_keyval_to_lower (key);
  if (key == GDK_KEY_x && (modifiers & GDK_SHIFT_MASK) != 0)
    return GDK_EVENT_PROPAGATE; /* about several requirements */
  if (find_rating (key, &rating))
    {
      g_signal_emit (self, signals[SIGNAL_RATE], 0, get_item (focus), (int) rating);
      return GDK_EVENT_STOP;
    }
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move (self, index, mirrored ? 1 : -1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move (self, index, mirrored ? -1 : 1, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
    case GDK_KEY_k:
      move (self, index, 0, -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
    case GDK_KEY_j:
      move (self, index, 0, 1);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GMenuModel *
create_menu_cb (GtkWidget *cell,
                gpointer   user_data)
{
  if (get_item (cell) == NULL)
    return NULL;
  gtk_widget_grab_focus (cell);
  return octant_item_menu_new (get_item (cell));
}

static void
octant_matrix_view_dispose (GObject *object)
{
  OctantMatrixView *self = OCTANT_MATRIX_VIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->items != NULL)
    g_signal_handlers_disconnect_by_func (self->items, rebuild, self);
  /* The stack is a bound child of the template and the bin's child: the bin has to let go of it first. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_MATRIX_VIEW);
  g_clear_object (&self->items);
  g_clear_object (&self->node);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->cells, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_matrix_view_parent_class)->dispose (object);
}

static void
octant_matrix_view_class_init (OctantMatrixViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_matrix_view_dispose;

  signals[SIGNAL_SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 1, OCTANT_TYPE_ITEM);
  signals[SIGNAL_RATE] = g_signal_new ("rate", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 2, OCTANT_TYPE_ITEM, G_TYPE_INT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-matrix-view.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantMatrixView, grid);
  gtk_widget_class_bind_template_child (widget_class, OctantMatrixView, stack);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
octant_matrix_view_init (OctantMatrixView *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->cells = g_ptr_array_new ();
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

  if (self->cells->len == 0)
    return;
  for (guint row = 0; item != NULL && row < self->rows->len; row++)
    {
      if (octant_item_get_requirement_index (self->rows->pdata[row]) != octant_item_get_requirement_index (item))
        continue;
      /* The keys rate what has the keyboard, which is therefore not kept waiting. */
      while (self->cells->len <= row * self->n_columns)
        append_row (self);
      for (guint i = row * self->n_columns; i < (row + 1) * self->n_columns; i++)
        if (get_item (g_ptr_array_index (self->cells, i)) == item || octant_item_get_children (item) != NULL)
          {
            focus_cell (self, g_ptr_array_index (self->cells, i));
            return;
          }
    }
  focus_cell (self, g_ptr_array_index (self->cells, 0));
}
