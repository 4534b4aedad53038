/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-technique-column.h"

#include <glib/gi18n.h>
#include <math.h>

#include "octant-chart-point.h"
#include "octant-paint.h"
#include "octant-techniques.h"
#include "octant-texts.h"

struct _OctantTechniqueColumn
{
  OctantChart parent_instance;

  GArray *entries; /* (owned) (element-type OctantTechniqueEntry) */
  OctantTechniquesData data;
  OctantTechniquesLayout *layout; /* (owned) (nullable) */
  guint chosen;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_FOLD,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantTechniqueColumn, octant_technique_column, OCTANT_TYPE_CHART)

const char *
octant_technique_explain_kind (OctantCoverageKind kind)
{
  switch (kind)
    {
    case OCTANT_COVERAGE_OUT_OF_SCOPE:
      return _("The sub-domains that cover this technique are not applicable");
    case OCTANT_COVERAGE_UNMAPPED:
      return _("No sub-domain stands for a mitigation against this technique");
    case OCTANT_COVERAGE_NO_MITIGATION:
      return _("ATT&CK knows no mitigation against this technique");
    case OCTANT_COVERAGE_SCORED:
    case OCTANT_N_COVERAGE_KINDS:
    default:
      return NULL;
    }
}

char *
octant_technique_format_score (const OctantTechniqueScore *score,
                               gboolean                    band)
{
  g_autofree char *low = octant_rational_to_text (&score->s, 2);
  g_autofree char *high = octant_rational_to_text (&score->s_hi, 2);

  if (score->kind != OCTANT_COVERAGE_SCORED)
    return g_strdup ("–");
  return band ? octant_format_interval (low, high) : octant_format_score (low);
}

char *
octant_technique_describe (OctantCoverage *coverage,
                           guint           technique)
{
  guint n;
  const OctantAttackTechnique *info = &octant_attack_get_techniques (octant_coverage_get_attack (coverage), &n)[technique];
  const OctantTechniqueScore *score = octant_coverage_get_score (coverage, technique);
  g_autofree char *text = octant_technique_format_score (score, TRUE);

  if (score->kind != OCTANT_COVERAGE_SCORED)
    return g_strdup_printf ("%s %s: %s", info->id, info->name, octant_technique_explain_kind (score->kind));
  /* Translators: id and name of a technique, its score, and the highest one */
  return g_strdup_printf (_("%s %s: %s of %u"), info->id, info->name, text,
                          octant_model_get_n_levels (octant_coverage_get_model (coverage)));
}

static OctantTechniquesLayout *
ensure_layout (OctantTechniqueColumn *self)
{
  GtkWidget *widget = GTK_WIDGET (self);

  if (self->layout == NULL)
    self->layout = octant_techniques_layout_new (&self->data, gtk_widget_get_pango_context (widget),
                                                 gtk_widget_get_width (widget),
                                                 gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL);

  return self->layout;
}

static void
octant_technique_column_forget_layout (OctantChart *chart)
{
  g_clear_pointer (&OCTANT_TECHNIQUE_COLUMN (chart)->layout, octant_techniques_layout_free);
}

static int
octant_technique_column_hit (OctantChart *chart,
                             double       x,
                             double       y)
{
  guint cell;

  return octant_techniques_layout_hit (ensure_layout (OCTANT_TECHNIQUE_COLUMN (chart)), x, y, &cell) ? (int) cell : -1;
}

static OctantRect
octant_technique_column_get_rect (OctantChart *chart,
                                  guint        cell)
{
  return octant_techniques_layout_get_cell_rect (ensure_layout (OCTANT_TECHNIQUE_COLUMN (chart)), cell);
}

static int
octant_technique_column_get_height (OctantChart *chart,
                                    int          width)
{
  OctantTechniqueColumn *self = OCTANT_TECHNIQUE_COLUMN (chart);

  return (int) ceil (octant_techniques_get_height (&self->data, gtk_widget_get_pango_context (GTK_WIDGET (self))));
}

static void
octant_technique_column_activate (OctantChart *chart,
                                  guint        cell)
{
  OctantTechniqueColumn *self = OCTANT_TECHNIQUE_COLUMN (chart);

  octant_technique_column_focus_cell (self, cell);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, octant_technique_column_get_entry (self, cell)->technique);
}

/* Before the chart takes the press for a choice. */
static void
pressed_cb (GtkGestureClick       *gesture,
            int                    n_press,
            double                 x,
            double                 y,
            OctantTechniqueColumn *self)
{
  int cell = octant_technique_column_hit (OCTANT_CHART (self), x, y);
  OctantRect fold;

  if (cell < 0)
    return;
  fold = octant_techniques_layout_get_fold_rect (ensure_layout (self), (guint) cell);
  if (fold.width == 0 || !octant_rect_contains (&fold, x, y))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  octant_technique_column_focus_cell (self, (guint) cell);
  g_signal_emit (self, signals[SIGNAL_FOLD], 0, octant_technique_column_get_entry (self, (guint) cell)->technique);
}

static void
outline (GtkSnapshot           *snapshot,
         OctantTechniqueColumn *self,
         guint                  cell,
         const OctantColor     *color,
         float                  width)
{
  OctantRect rect = octant_techniques_layout_get_cell_rect (ensure_layout (self), cell);
  GdkRGBA rgba = octant_paint_color (color);
  GskRoundedRect box;

  gsk_rounded_rect_init_from_rect (&box, &GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width,
                                                             (float) rect.height), 4);
  gtk_snapshot_append_border (snapshot, &box, (const float[4]) { width, width, width, width },
                              (const GdkRGBA[4]) { rgba, rgba, rgba, rgba });
}

static void
octant_technique_column_snapshot (GtkWidget   *widget,
                                  GtkSnapshot *snapshot)
{
  OctantTechniqueColumn *self = OCTANT_TECHNIQUE_COLUMN (widget);
  const OctantChartStyle *style = octant_paint_get_style ();
  int emphasis = octant_chart_get_emphasis (OCTANT_CHART (self));
  cairo_t *cr = octant_chart_append_cairo (OCTANT_CHART (self), snapshot);

  octant_techniques_draw (cr, ensure_layout (self), style);
  cairo_destroy (cr);
  for (guint i = 0; i < self->entries->len; i++)
    if (octant_technique_column_get_entry (self, i)->technique == self->chosen)
      outline (snapshot, self, i, &style->foreground, 3);
  if (emphasis >= 0)
    outline (snapshot, self, (guint) emphasis, &style->foreground, 1.5f);
}

static void
octant_technique_column_finalize (GObject *object)
{
  g_array_unref (OCTANT_TECHNIQUE_COLUMN (object)->entries);

  G_OBJECT_CLASS (octant_technique_column_parent_class)->finalize (object);
}

static void
octant_technique_column_class_init (OctantTechniqueColumnClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  OctantChartClass *chart_class = OCTANT_CHART_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = octant_technique_column_finalize;
  widget_class->snapshot = octant_technique_column_snapshot;
  chart_class->forget_layout = octant_technique_column_forget_layout;
  chart_class->hit = octant_technique_column_hit;
  chart_class->get_rect = octant_technique_column_get_rect;
  chart_class->get_height = octant_technique_column_get_height;
  chart_class->activate = octant_technique_column_activate;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_FOLD] = g_signal_new ("fold", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_UINT);
  gtk_widget_class_set_css_name (widget_class, "techniquecolumn");
}

static void
octant_technique_column_init (OctantTechniqueColumn *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->entries = g_array_new (FALSE, FALSE, sizeof (OctantTechniqueEntry));
  self->chosen = G_MAXUINT;
  octant_chart_set_widths (OCTANT_CHART (self), OCTANT_TECHNIQUE_COLUMN_WIDTH, OCTANT_TECHNIQUE_COLUMN_WIDTH);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (pressed_cb), self, G_CONNECT_DEFAULT);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
octant_technique_column_new (void)
{
  return g_object_new (OCTANT_TYPE_TECHNIQUE_COLUMN, NULL);
}

static OctantTechniqueCell
make_cell (OctantTechniqueColumn      *self,
           OctantCoverage             *coverage,
           const OctantTechniqueEntry *entry)
{
  guint n;
  const OctantAttackTechnique *technique =
    &octant_attack_get_techniques (octant_coverage_get_attack (coverage), &n)[entry->technique];
  const OctantTechniqueScore *score = octant_coverage_get_score (coverage, entry->technique);
  g_autofree char *text = octant_technique_format_score (score, FALSE);
  OctantChart *chart = OCTANT_CHART (self);

  return (OctantTechniqueCell) {
    .id = octant_chart_keep_string (chart, technique->id),
    .name = octant_chart_keep_string (chart, technique->name),
    .value = score->kind == OCTANT_COVERAGE_SCORED ? octant_rational_to_double (&score->s) : NAN,
    .text = octant_chart_keep_string (chart, text),
    .below = entry->below,
    .n_below = entry->n_below,
    .open = entry->open,
  };
}

/* What is heard of a cell: its technique, and whether it can be unfolded. */
static char *
describe_cell (OctantCoverage             *coverage,
               const OctantTechniqueEntry *entry)
{
  g_autofree char *text = octant_technique_describe (coverage, entry->technique);
  g_autofree char *below = NULL;

  if (entry->n_below == 0)
    return g_steal_pointer (&text);
  below = g_strdup_printf (ngettext ("%u sub-technique", "%u sub-techniques", entry->n_below), entry->n_below);
  return g_strdup_printf ("%s, %s, %s", text, below, entry->open ? _("shown") : _("hidden"));
}

void
octant_technique_column_set_list (OctantTechniqueColumn     *self,
                                  OctantCoverage            *coverage,
                                  const OctantTechniqueList *list)
{
  g_autoptr (GPtrArray) descriptions = g_ptr_array_new_with_free_func (g_free);
  g_autofree OctantTechniqueCell *cells = NULL;
  OctantChart *chart = OCTANT_CHART (self);
  guint n;

  g_return_if_fail (OCTANT_IS_TECHNIQUE_COLUMN (self) && coverage != NULL && list != NULL);

  n = list->entries->len;
  octant_technique_column_forget_layout (chart);
  octant_chart_forget_data (chart);
  g_array_set_size (self->entries, 0);
  if (n > 0)
    g_array_append_vals (self->entries, list->entries->data, n);
  cells = g_new0 (OctantTechniqueCell, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const OctantTechniqueEntry *entry = octant_technique_column_get_entry (self, i);

      cells[i] = make_cell (self, coverage, entry);
      g_ptr_array_add (descriptions, describe_cell (coverage, entry));
    }
  self->data = (OctantTechniquesData) {
    .cells = octant_chart_keep_array (chart, cells, n * sizeof *cells),
    .n_cells = n,
    .first_apart = list->first_apart,
    .apart_text = octant_chart_keep_string (chart, _("Without a score")),
    .max = octant_model_get_n_levels (octant_coverage_get_model (coverage)),
  };
  octant_chart_set_points (chart, n, (const char *const *) descriptions->pdata);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

void
octant_technique_column_set_chosen (OctantTechniqueColumn *self,
                                    guint                  technique)
{
  g_return_if_fail (OCTANT_IS_TECHNIQUE_COLUMN (self));

  if (self->chosen == technique)
    return;
  self->chosen = technique;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

guint
octant_technique_column_get_n_cells (OctantTechniqueColumn *self)
{
  g_return_val_if_fail (OCTANT_IS_TECHNIQUE_COLUMN (self), 0);

  return self->entries->len;
}

const OctantTechniqueEntry *
octant_technique_column_get_entry (OctantTechniqueColumn *self,
                                   guint                  cell)
{
  g_return_val_if_fail (OCTANT_IS_TECHNIQUE_COLUMN (self) && cell < self->entries->len, NULL);

  return &g_array_index (self->entries, OctantTechniqueEntry, cell);
}

double
octant_technique_column_get_middle (OctantTechniqueColumn *self,
                                    guint                  cell)
{
  OctantRect rect;

  g_return_val_if_fail (OCTANT_IS_TECHNIQUE_COLUMN (self) && cell < self->entries->len, 0);

  rect = octant_techniques_layout_get_cell_rect (ensure_layout (self), cell);
  return rect.y + rect.height / 2;
}

gboolean
octant_technique_column_find_near (OctantTechniqueColumn *self,
                                   double                 y,
                                   guint                 *cell)
{
  double least = G_MAXDOUBLE;

  g_return_val_if_fail (OCTANT_IS_TECHNIQUE_COLUMN (self) && cell != NULL, FALSE);

  for (guint i = 0; i < self->entries->len; i++)
    {
      double distance = fabs (octant_technique_column_get_middle (self, i) - y);

      if (distance < least)
        {
          least = distance;
          *cell = i;
        }
    }
  return self->entries->len > 0;
}

gboolean
octant_technique_column_focus_cell (OctantTechniqueColumn *self,
                                    guint                  cell)
{
  GtkWidget *child;

  g_return_val_if_fail (OCTANT_IS_TECHNIQUE_COLUMN (self), FALSE);

  child = gtk_widget_get_first_child (GTK_WIDGET (self));
  while (child != NULL && octant_chart_point_get_index (OCTANT_CHART_POINT (child)) != cell)
    child = gtk_widget_get_next_sibling (child);
  return child != NULL && gtk_widget_grab_focus (child);
}
