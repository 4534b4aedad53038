/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-matrix-frame.h"

#include "octant-tip.h"

#define ROOM_ABOVE 12
#define ROOM_BELOW 6

/*
 * The cells are laid out first: where they are is where the headings go, whatever moved them there, a scroll bar that takes
 * room, a clamp or a language that runs from the right.
 */
struct _OctantMatrixFrame
{
  GtkWidget parent_instance;

  GtkWidget *child;    /* (owned) (nullable): a GtkScrolledWindow */
  GPtrArray *headings; /* (owned) (element-type GtkLabel): children, by column */
  int height;          /* of the headings, with the room around them */
};

typedef enum
{
  PROP_CHILD = 1,
} OctantMatrixFrameProperty;

static GParamSpec *props[PROP_CHILD + 1];

G_DEFINE_FINAL_TYPE (OctantMatrixFrame, octant_matrix_frame, GTK_TYPE_WIDGET)

static GtkWidget *
get_cell (GtkWidget *heading)
{
  return g_object_get_data (G_OBJECT (heading), "cell");
}

static GtkWidget *
make_heading (GtkWidget *cell)
{
  GtkWidget *label = gtk_label_new (NULL);
  g_autoptr (GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_HORIZONTAL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 3);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 8);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 12);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_size_group_add_widget (group, label);
  gtk_size_group_add_widget (group, cell);
  g_object_set_data (G_OBJECT (label), "cell", cell);
  return label;
}

/* Where the column is now. */
static graphene_rect_t
find_column (OctantMatrixFrame *self,
             GtkWidget         *heading)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (get_cell (heading), GTK_WIDGET (self), &bounds))
    bounds = *graphene_rect_zero ();
  return bounds;
}

static int
measure_heading (GtkWidget *heading,
                 int        width)
{
  int narrowest, height;

  gtk_widget_measure (heading, GTK_ORIENTATION_HORIZONTAL, -1, &narrowest, NULL, NULL, NULL);
  gtk_widget_measure (heading, GTK_ORIENTATION_VERTICAL, MAX (width, narrowest), &height, NULL, NULL, NULL);
  return height;
}

/* Together, as high as the highest: over their columns as they are, or as narrow as can be. */
static int
measure_headings (OctantMatrixFrame *self,
                  gboolean           narrow)
{
  int height = 0;

  for (guint i = 0; i < self->headings->len; i++)
    {
      GtkWidget *heading = self->headings->pdata[i];

      height = MAX (height, measure_heading (heading, narrow ? 0 : (int) find_column (self, heading).size.width));
    }
  return self->headings->len > 0 ? ROOM_ABOVE + height + ROOM_BELOW : 0;
}

static GtkSizeRequestMode
octant_matrix_frame_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_CONSTANT_SIZE;
}

static void
octant_matrix_frame_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  OctantMatrixFrame *self = OCTANT_MATRIX_FRAME (widget);
  int height;

  if (self->child == NULL)
    return;
  gtk_widget_measure (self->child, orientation, -1, minimum, natural, NULL, NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    return;
  height = measure_headings (self, TRUE);
  *minimum += height;
  *natural += height;
}

static void
place_child (OctantMatrixFrame *self,
             int                width,
             int                height)
{
  gtk_widget_size_allocate (self->child, &(GtkAllocation) { 0, self->height, width, height - self->height }, -1);
}

static void
place_heading (OctantMatrixFrame *self,
               GtkWidget         *heading)
{
  graphene_rect_t column = find_column (self, heading);
  int width = (int) column.size.width;
  int height = measure_heading (heading, width);

  gtk_widget_size_allocate (heading, &(GtkAllocation) { (int) column.origin.x, self->height - ROOM_BELOW - height, width, height }, -1);
}

static void
octant_matrix_frame_size_allocate (GtkWidget *widget,
                                   int        width,
                                   int        height,
                                   int        baseline)
{
  OctantMatrixFrame *self = OCTANT_MATRIX_FRAME (widget);
  int before = self->height;

  if (self->child == NULL)
    return;
  place_child (self, width, height);
  self->height = measure_headings (self, FALSE);
  if (self->height != before)
    place_child (self, width, height);
  for (guint i = 0; i < self->headings->len; i++)
    place_heading (self, self->headings->pdata[i]);
}

static void
set_child (OctantMatrixFrame *self,
           GtkWidget         *child)
{
  if (self->child == child)
    return;
  if (self->child != NULL)
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->child));

      g_signal_handlers_disconnect_by_func (adjustment, gtk_widget_queue_allocate, self);
      gtk_widget_unparent (self->child);
    }
  self->child = child;
  if (child != NULL)
    {
      GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (child));

      gtk_widget_set_parent (child, GTK_WIDGET (self));
      g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (gtk_widget_queue_allocate), self, G_CONNECT_SWAPPED);
    }
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_CHILD]);
}

static void
octant_matrix_frame_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  OctantMatrixFrame *self = OCTANT_MATRIX_FRAME (object);

  switch ((OctantMatrixFrameProperty) prop_id)
    {
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_matrix_frame_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  OctantMatrixFrame *self = OCTANT_MATRIX_FRAME (object);

  switch ((OctantMatrixFrameProperty) prop_id)
    {
    case PROP_CHILD:
      set_child (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_matrix_frame_dispose (GObject *object)
{
  OctantMatrixFrame *self = OCTANT_MATRIX_FRAME (object);

  octant_matrix_frame_clear (self);
  set_child (self, NULL);

  G_OBJECT_CLASS (octant_matrix_frame_parent_class)->dispose (object);
}

static void
octant_matrix_frame_finalize (GObject *object)
{
  g_ptr_array_unref (OCTANT_MATRIX_FRAME (object)->headings);

  G_OBJECT_CLASS (octant_matrix_frame_parent_class)->finalize (object);
}

static void
octant_matrix_frame_class_init (OctantMatrixFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = octant_matrix_frame_dispose;
  object_class->finalize = octant_matrix_frame_finalize;
  object_class->get_property = octant_matrix_frame_get_property;
  object_class->set_property = octant_matrix_frame_set_property;
  widget_class->get_request_mode = octant_matrix_frame_get_request_mode;
  widget_class->measure = octant_matrix_frame_measure;
  widget_class->size_allocate = octant_matrix_frame_size_allocate;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GENERIC);

  props[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_SCROLLED_WINDOW,
                                           G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_matrix_frame_init (OctantMatrixFrame *self)
{
  self->headings = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

void
octant_matrix_frame_set_heading (OctantMatrixFrame *self,
                                 guint              column,
                                 GtkWidget         *cell,
                                 const char        *name)
{
  GtkWidget *heading;

  g_return_if_fail (OCTANT_IS_MATRIX_FRAME (self));
  g_return_if_fail (column <= self->headings->len);
  g_return_if_fail (GTK_IS_WIDGET (cell));

  heading = column < self->headings->len ? self->headings->pdata[column] : NULL;
  if (heading == NULL || get_cell (heading) != cell)
    {
      GtkWidget *next = heading != NULL ? heading : self->child;

      heading = make_heading (cell);
      g_ptr_array_insert (self->headings, (int) column, heading);
      gtk_widget_insert_before (heading, GTK_WIDGET (self), next);
    }
  gtk_label_set_label (GTK_LABEL (heading), name);
  octant_tip_set (heading, name);
}

void
octant_matrix_frame_remove_heading (OctantMatrixFrame *self,
                                    guint              column)
{
  g_return_if_fail (OCTANT_IS_MATRIX_FRAME (self));

  if (column < self->headings->len)
    g_ptr_array_remove_index (self->headings, column);
}

void
octant_matrix_frame_clear (OctantMatrixFrame *self)
{
  g_return_if_fail (OCTANT_IS_MATRIX_FRAME (self));

  g_ptr_array_set_size (self->headings, 0);
}
