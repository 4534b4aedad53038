/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-technique-map.h"

#include <glib/gi18n.h>

#include "octant-chart-point.h"
#include "octant-technique-column.h"
#include "octant-texts.h"

struct _OctantTechniqueMap
{
  AdwBin parent_instance;

  OctantCoverage *coverage;      /* (nullable) borrowed */
  OctantTechniqueFilter *filter; /* (nullable) borrowed */
  GArray *tactics;               /* (owned) (nullable) (element-type guint) in the order of the columns */
  gboolean *open;                /* (owned) (nullable) for each technique */
  GPtrArray *column_list;        /* (owned) (element-type OctantTechniqueColumn): borrowed */
  GPtrArray *heading_list;       /* (owned) (element-type GtkWidget): borrowed */
  guint chosen;                  /* technique, G_MAXUINT for none */
  int tactic;

  GtkScrolledWindow *head_scroller;
  GtkScrolledWindow *body_scroller;
  GtkBox *headings;
  GtkBox *columns;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_FOLDED,
  SIGNAL_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantTechniqueMap, octant_technique_map, ADW_TYPE_BIN)

static const OctantAttackTerm *
get_tactic (OctantTechniqueMap *self,
            guint               index)
{
  guint n;

  return &octant_attack_get_tactics (octant_coverage_get_attack (self->coverage), &n)[g_array_index (self->tactics, guint, index)];
}

static void
chosen_cb (OctantTechniqueMap *self,
           guint               technique)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, technique);
}

static void
fold_cb (OctantTechniqueMap *self,
         guint               technique)
{
  self->open[technique] = !self->open[technique];
  g_signal_emit (self, signals[SIGNAL_FOLDED], 0);
}

/* The column and cell with the keyboard focus. */
static gboolean
find_focus (OctantTechniqueMap *self,
            guint            *column,
            guint            *cell)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (!OCTANT_IS_CHART_POINT (focus) || !g_ptr_array_find (self->column_list, gtk_widget_get_parent (focus), column))
    return FALSE;
  *cell = octant_chart_point_get_index (OCTANT_CHART_POINT (focus));
  return *cell < octant_technique_column_get_n_cells (g_ptr_array_index (self->column_list, *column));
}

static void
focus_cell (OctantTechniqueMap    *self,
            OctantTechniqueColumn *column,
            guint                  cell)
{
  octant_technique_column_focus_cell (column, cell);
  g_signal_emit (self, signals[SIGNAL_MOVED], 0, octant_technique_column_get_entry (column, cell)->technique);
}

/* To the nearest cell of the next column that has any. */
static void
move_sideways (OctantTechniqueMap *self,
               guint             column,
               guint             cell,
               int               step)
{
  double y = octant_technique_column_get_middle (g_ptr_array_index (self->column_list, column), cell);

  for (int i = (int) column + step; i >= 0 && i < (int) self->column_list->len; i += step)
    {
      OctantTechniqueColumn *next = g_ptr_array_index (self->column_list, i);

      if (!gtk_widget_get_visible (GTK_WIDGET (next)) || !octant_technique_column_find_near (next, y, &cell))
        continue;
      focus_cell (self, next, cell);
      return;
    }
}

static gboolean
key_pressed_cb (OctantTechniqueMap *self,
                guint             key,
                guint             code,
                GdkModifierType   modifiers)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  OctantTechniqueColumn *list;
  guint column, cell, n;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || !find_focus (self, &column, &cell))
    return GDK_EVENT_PROPAGATE;
  list = g_ptr_array_index (self->column_list, column);
  n = octant_technique_column_get_n_cells (list);
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      move_sideways (self, column, cell, mirrored ? 1 : -1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      move_sideways (self, column, cell, mirrored ? -1 : 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      focus_cell (self, list, cell > 0 ? cell - 1 : 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      focus_cell (self, list, MIN (cell + 1, n - 1));
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      focus_cell (self, list, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      focus_cell (self, list, n - 1);
      return GDK_EVENT_STOP;
    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      if (octant_technique_column_get_entry (list, cell)->n_below == 0)
        return GDK_EVENT_PROPAGATE;
      fold_cb (self, octant_technique_column_get_entry (list, cell)->technique);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static GtkWidget *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  /* The heading is as wide as its column, whatever it says. */
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, style);
  return label;
}

static void
add_column (OctantTechniqueMap *self)
{
  GtkWidget *column = octant_technique_column_new ();
  GtkWidget *heading = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *numbers = make_label ("caption");

  g_signal_connect_object (column, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (column, "fold", G_CALLBACK (fold_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (column, GTK_ALIGN_START);
  gtk_box_append (self->columns, column);
  gtk_widget_set_size_request (heading, OCTANT_TECHNIQUE_COLUMN_WIDTH, -1);
  gtk_widget_set_hexpand (heading, FALSE);
  gtk_box_append (GTK_BOX (heading), make_label ("caption-heading"));
  gtk_widget_add_css_class (numbers, "dimmed");
  gtk_widget_add_css_class (numbers, "numeric");
  gtk_box_append (GTK_BOX (heading), numbers);
  gtk_box_append (self->headings, heading);
  g_ptr_array_add (self->column_list, column);
  g_ptr_array_add (self->heading_list, heading);
}

static void
make_columns (OctantTechniqueMap *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->columns))) != NULL)
    gtk_box_remove (self->columns, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->headings))) != NULL)
    gtk_box_remove (self->headings, child);
  g_ptr_array_set_size (self->column_list, 0);
  g_ptr_array_set_size (self->heading_list, 0);
  for (guint i = 0; i < self->tactics->len; i++)
    add_column (self);
}

static void
update_heading (OctantTechniqueMap        *self,
                OctantScorer              *scorer,
                guint                      i,
                const OctantTechniqueList *list)
{
  GtkWidget *heading = g_ptr_array_index (self->heading_list, i);
  GtkWidget *title = gtk_widget_get_first_child (heading);
  GtkWidget *numbers = gtk_widget_get_next_sibling (title);
  g_auto (OctantRational) s = { 0 };
  g_auto (OctantRational) s_hi = { 0 };
  gboolean scored = octant_coverage_get_tactic_score (self->coverage, scorer, get_tactic (self, i)->id, &s, &s_hi);
  g_autofree char *low = octant_rational_to_text (&s, 2);
  g_autofree char *score = scored ? octant_format_score (low) : g_strdup ("–");
  g_autofree char *shown = list->n_matching == list->n_all ? g_strdup_printf ("%u", list->n_all)
                                                           : g_strdup_printf (_("%u of %u"), list->n_matching, list->n_all);
  g_autofree char *text = g_strdup_printf ("%s · %s", score, shown);
  /* Translators: tactic, its score, number of techniques */
  g_autofree char *tip = g_strdup_printf (_("%s: score %s by the sub-domains that serve this tactic; techniques: %s"),
                                          octant_technique_map_get_tactic_name (self, i), score, shown);

  gtk_label_set_label (GTK_LABEL (title), octant_technique_map_get_tactic_name (self, i));
  gtk_label_set_label (GTK_LABEL (numbers), text);
  gtk_widget_set_tooltip_text (heading, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (g_ptr_array_index (self->column_list, i)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  octant_technique_map_get_tactic_name (self, i), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, tip, -1);
}

static void
octant_technique_map_dispose (GObject *object)
{
  OctantTechniqueMap *self = OCTANT_TECHNIQUE_MAP (object);

  /* The bin has to let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_TECHNIQUE_MAP);
  g_clear_pointer (&self->tactics, g_array_unref);
  g_clear_pointer (&self->open, g_free);
  g_clear_pointer (&self->column_list, g_ptr_array_unref);
  g_clear_pointer (&self->heading_list, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_technique_map_parent_class)->dispose (object);
}

static void
octant_technique_map_class_init (OctantTechniqueMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_technique_map_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_FOLDED] = g_signal_new ("folded", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 0);
  signals[SIGNAL_MOVED] = g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-technique-map.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantTechniqueMap, body_scroller);
  gtk_widget_class_bind_template_child (widget_class, OctantTechniqueMap, columns);
  gtk_widget_class_bind_template_child (widget_class, OctantTechniqueMap, head_scroller);
  gtk_widget_class_bind_template_child (widget_class, OctantTechniqueMap, headings);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
}

static void
octant_technique_map_init (OctantTechniqueMap *self)
{
  self->chosen = G_MAXUINT;
  self->tactic = OCTANT_TECHNIQUE_MAP_ALL;
  self->column_list = g_ptr_array_new ();
  self->heading_list = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (gtk_scrolled_window_get_hadjustment (self->body_scroller), "value",
                          gtk_scrolled_window_get_hadjustment (self->head_scroller), "value", G_BINDING_BIDIRECTIONAL);
}

void
octant_technique_map_set_coverage (OctantTechniqueMap    *self,
                                   OctantCoverage        *coverage,
                                   OctantTechniqueFilter *filter)
{
  guint n;

  g_return_if_fail (OCTANT_IS_TECHNIQUE_MAP (self) && (coverage == NULL) == (filter == NULL));

  self->coverage = coverage;
  self->filter = filter;
  self->chosen = G_MAXUINT;
  g_clear_pointer (&self->tactics, g_array_unref);
  g_clear_pointer (&self->open, g_free);
  if (coverage == NULL)
    return;
  octant_attack_get_techniques (octant_coverage_get_attack (coverage), &n);
  self->open = g_new0 (gboolean, n);
  self->tactics = octant_coverage_list_tactics (coverage);
  make_columns (self);
}

guint
octant_technique_map_get_n_tactics (OctantTechniqueMap *self)
{
  g_return_val_if_fail (OCTANT_IS_TECHNIQUE_MAP (self), 0);

  return self->tactics != NULL ? self->tactics->len : 0;
}

const char *
octant_technique_map_get_tactic_name (OctantTechniqueMap *self,
                                      guint               index)
{
  const OctantAttackTerm *tactic;
  const OctantText *name;

  g_return_val_if_fail (OCTANT_IS_TECHNIQUE_MAP (self) && index < octant_technique_map_get_n_tactics (self), NULL);

  tactic = get_tactic (self, index);
  name = octant_coverage_get_tactic_name (self->coverage, tactic->id);
  return name != NULL ? octant_localise (name) : tactic->name;
}

void
octant_technique_map_set_tactic (OctantTechniqueMap *self,
                                 int                 index)
{
  g_return_if_fail (OCTANT_IS_TECHNIQUE_MAP (self));

  self->tactic = index;
  gtk_widget_set_visible (GTK_WIDGET (self->head_scroller), index == OCTANT_TECHNIQUE_MAP_ALL);
}

void
octant_technique_map_set_chosen (OctantTechniqueMap *self,
                                 guint               technique)
{
  g_return_if_fail (OCTANT_IS_TECHNIQUE_MAP (self));

  self->chosen = technique;
  for (guint i = 0; i < self->column_list->len; i++)
    octant_technique_column_set_chosen (g_ptr_array_index (self->column_list, i), technique);
}

void
octant_technique_map_unfold_all (OctantTechniqueMap *self,
                                 gboolean            open)
{
  guint n;

  g_return_if_fail (OCTANT_IS_TECHNIQUE_MAP (self));

  if (self->coverage == NULL)
    return;
  octant_attack_get_techniques (octant_coverage_get_attack (self->coverage), &n);
  for (guint t = 0; t < n; t++)
    self->open[t] = open;
}

gboolean
octant_technique_map_update (OctantTechniqueMap *self,
                             OctantScorer       *scorer)
{
  gboolean any = FALSE;

  g_return_val_if_fail (OCTANT_IS_TECHNIQUE_MAP (self) && self->coverage != NULL && scorer != NULL, FALSE);

  for (guint i = 0; i < self->column_list->len; i++)
    {
      OctantTechniqueColumn *column = g_ptr_array_index (self->column_list, i);
      g_auto (OctantTechniqueList) list = { 0 };
      gboolean visible;

      octant_technique_filter_list (self->filter, g_array_index (self->tactics, guint, i), self->open, &list);
      octant_technique_column_set_list (column, self->coverage, &list);
      octant_technique_column_set_chosen (column, self->chosen);
      update_heading (self, scorer, i, &list);
      visible = list.entries->len > 0 && (self->tactic == OCTANT_TECHNIQUE_MAP_ALL || self->tactic == (int) i);
      gtk_widget_set_visible (GTK_WIDGET (column), visible);
      gtk_widget_set_hexpand (GTK_WIDGET (column), self->tactic != OCTANT_TECHNIQUE_MAP_ALL);
      gtk_widget_set_visible (g_ptr_array_index (self->heading_list, i), visible);
      any |= visible;
    }
  return any;
}
