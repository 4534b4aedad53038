/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-save-dialog.h"

#include <glib/gi18n.h>

#include "octant-chart-export.h"
#include "octant-file-export.h"

struct _OctantChartSaveDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) */
  char *spec;             /* (owned) */

  AdwComboRow *format;
  AdwComboRow *size;
};

G_DEFINE_FINAL_TYPE (OctantChartSaveDialog, octant_chart_save_dialog, ADW_TYPE_DIALOG)

/* In the order of the rows of the dialog. */
static const char *const formats[] = { "svg", "png", "pdf", NULL };
static const double scales[] = { 1, 2, 4 };

const char *
octant_chart_save_dialog_get_format (OctantChartSaveDialog *self)
{
  guint selected;

  g_return_val_if_fail (OCTANT_IS_CHART_SAVE_DIALOG (self), NULL);

  selected = adw_combo_row_get_selected (self->format);

  return formats[selected + 1 < G_N_ELEMENTS (formats) ? selected : 0];
}

double
octant_chart_save_dialog_get_scale (OctantChartSaveDialog *self)
{
  guint selected;

  g_return_val_if_fail (OCTANT_IS_CHART_SAVE_DIALOG (self), 1);

  selected = adw_combo_row_get_selected (self->size);

  return scales[selected < G_N_ELEMENTS (scales) ? selected : 0];
}

/* Of the cycle that is drawn: the open one, unless the spec names another. */
static const char *
get_cycle_title (OctantChartSaveDialog *self,
                 const char            *id)
{
  GListModel *cycles = octant_session_get_cycles (self->session);

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OctantCycleItem) item = g_list_model_get_item (cycles, i);

      /* The list keeps it. */
      if (g_str_equal (octant_cycle_item_get_id (item), id))
        return octant_cycle_item_get_title (item);
    }

  return octant_assessment_get_title (octant_session_get_assessment (self->session));
}

/* "Radar 2026.png" */
static char *
suggest_name (OctantChartSaveDialog *self)
{
  static const struct
  {
    const char *kind;
    const char *name;
  } names[] = {
    { "radar", N_("Radar") },   { "trend", N_("Trend") },   { "heatmap", N_("Heat Map") },
    { "ladder", N_("Ladder") }, { "distribution", N_("Distribution of Ratings") },
    { "slope", N_("Comparison") }, { "attack", N_("ATT&CK") },
  };
  g_auto (GStrv) words = g_strsplit (self->spec, ":", 5);
  const char *title = get_cycle_title (self, g_strv_length (words) > 3 ? words[3] : NULL);
  const char *word = "";
  char *name;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].kind, words[0]))
      word = _(names[i].name);
  if (g_str_equal (words[0], "ladder") && words[1] != NULL)
    name = g_strdup_printf ("%s %s %s.%s", word, words[1], title, octant_chart_save_dialog_get_format (self));
  else
    name = g_strdup_printf ("%s %s.%s", word, title, octant_chart_save_dialog_get_format (self));

  return name;
}

/* What was chosen in the dialog, while a name is asked for. */
typedef struct
{
  OctantSession *session; /* (owned) */
  char *spec;             /* (owned) */
  double scale;
} Request;

static void
request_free (gpointer data)
{
  Request *request = data;

  g_object_unref (request->session);
  g_free (request->spec);
  g_free (request);
}

static void
chosen_cb (const char *path,
           gpointer    user_data)
{
  Request *request = user_data;

  octant_chart_export (request->session, request->spec, request->scale, path);
}

static void
save_action (GtkWidget  *widget,
             const char *action,
             GVariant   *parameter)
{
  OctantChartSaveDialog *self = OCTANT_CHART_SAVE_DIALOG (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  OctantFileQuestion question = { _("Save Chart"), NULL, _("Pictures (SVG, PNG, PDF)"), formats,
                                  octant_chart_save_dialog_get_format (self) };
  g_autofree char *name = NULL;
  Request *request;

  if (octant_session_get_assessment (self->session) == NULL)
    return;
  name = suggest_name (self);
  question.name = name;
  request = g_new (Request, 1);
  *request = (Request) { g_object_ref (self->session), g_strdup (self->spec), octant_chart_save_dialog_get_scale (self) };
  octant_file_export_ask (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &question, chosen_cb, request, request_free);
  adw_dialog_close (ADW_DIALOG (self));
}

/* Only a picture of points has a size; the others stay sharp at any. */
static void
format_cb (OctantChartSaveDialog *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->size), g_str_equal (octant_chart_save_dialog_get_format (self), "png"));
}

static void
octant_chart_save_dialog_dispose (GObject *object)
{
  OctantChartSaveDialog *self = OCTANT_CHART_SAVE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_CHART_SAVE_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_chart_save_dialog_parent_class)->dispose (object);
}

static void
octant_chart_save_dialog_finalize (GObject *object)
{
  g_free (OCTANT_CHART_SAVE_DIALOG (object)->spec);

  G_OBJECT_CLASS (octant_chart_save_dialog_parent_class)->finalize (object);
}

static void
octant_chart_save_dialog_class_init (OctantChartSaveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_chart_save_dialog_dispose;
  G_OBJECT_CLASS (klass)->finalize = octant_chart_save_dialog_finalize;

  gtk_widget_class_install_action (widget_class, "save-chart.choose", NULL, save_action);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/octant-chart-save-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantChartSaveDialog, format);
  gtk_widget_class_bind_template_child (widget_class, OctantChartSaveDialog, size);
  gtk_widget_class_bind_template_callback (widget_class, format_cb);
}

static void
octant_chart_save_dialog_init (OctantChartSaveDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  format_cb (self);
}

AdwDialog *
octant_chart_save_dialog_new (OctantSession *session,
                              const char    *spec)
{
  OctantChartSaveDialog *self;

  g_return_val_if_fail (OCTANT_IS_SESSION (session) && octant_chart_spec_is_valid (spec), NULL);

  self = g_object_new (OCTANT_TYPE_CHART_SAVE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->spec = g_strdup (spec);

  return ADW_DIALOG (self);
}
