/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-technique-pane.h"

#include <glib/gi18n.h>

#include "octant-technique-column.h"
#include "octant-texts.h"

struct _OctantTechniquePane
{
  AdwBin parent_instance;

  GPtrArray *rows; /* (owned) (element-type GtkWidget): borrowed rows, and the group of each by turns */

  GtkLabel *id;
  GtkLabel *name;
  GtkLabel *tactics;
  GtkLabel *score;
  GtkLabel *reason;
  AdwPreferencesGroup *parts_group;
  AdwPreferencesGroup *mitigations_group;
  AdwPreferencesGroup *family_group;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_CLOSE,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantTechniquePane, octant_technique_pane, ADW_TYPE_BIN)

/* What is shown, for the length of an update. */
typedef struct
{
  OctantTechniquePane *pane;
  OctantCoverage *coverage;
  OctantScorer *scorer;
  OctantModel *model;
  OctantAttack *attack;
  const OctantAttackTechnique *techniques;
  guint n_techniques;
  const OctantAttackTerm *mitigations;
} View;

static void
close_cb (OctantTechniquePane *self)
{
  g_signal_emit (self, signals[SIGNAL_CLOSE], 0);
}

static void
technique_activated_cb (AdwActionRow        *row,
                        OctantTechniquePane *self)
{
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "technique")));
}

static GtkWidget *
add_row (OctantTechniquePane *self,
         AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
  g_ptr_array_add (self->rows, row);
  g_ptr_array_add (self->rows, group);
  return row;
}

static void
remove_rows (OctantTechniquePane *self)
{
  for (guint i = 0; i < self->rows->len; i += 2)
    adw_preferences_group_remove (g_ptr_array_index (self->rows, i + 1), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
}

static void
add_number (GtkWidget  *row,
            const char *text,
            const char *tip)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_set_tooltip_text (label, tip);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
}

static const OctantScore *
get_score (const View               *view,
           const OctantCoveragePart *part)
{
  return octant_scorer_get_score (view->scorer, octant_model_subdomain_node (view->model, part->subdomain));
}

/* The weakest first; what does not apply last. */
static int
compare_parts (gconstpointer a,
               gconstpointer b,
               gpointer      user_data)
{
  const OctantCoveragePart *x = *(OctantCoveragePart *const *) a;
  const OctantCoveragePart *y = *(OctantCoveragePart *const *) b;
  int order = x->applicable && y->applicable ? octant_rational_compare (&get_score (user_data, x)->s, &get_score (user_data, y)->s)
                                             : y->applicable - x->applicable;

  return order != 0 ? order : (x->subdomain > y->subdomain) - (x->subdomain < y->subdomain);
}

/* "15.3 %, M1031 M1049" */
static char *
describe_part (const View               *view,
               const OctantCoveragePart *part)
{
  const OctantRational hundred = { 100, 1, NULL };
  g_auto (OctantRational) share = { 0 };
  g_autoptr (GString) ids = g_string_new (NULL);
  g_autofree char *plain = NULL;
  g_autofree char *percent = NULL;

  for (guint m = 0; m < part->mitigations->len; m++)
    g_string_append_printf (ids, "%s%s", m > 0 ? " " : "", view->mitigations[g_array_index (part->mitigations, guint, m)].id);
  if (!part->applicable)
    return g_strdup_printf ("%s · %s", _("Not applicable"), ids->str);
  octant_rational_set (&share, &part->weight);
  octant_rational_multiply (&share, &hundred);
  plain = octant_rational_to_text (&share, 1);
  percent = octant_format_score (plain);
  /* Translators: a share in percent, and ids of mitigations */
  return g_strdup_printf (_("%s %% · %s"), percent, ids->str);
}

static void
add_part (const View               *view,
          const OctantCoveragePart *part)
{
  const OctantModelSubdomain *subdomain = octant_model_get_subdomain (view->model, part->subdomain);
  const OctantScore *score = get_score (view, part);
  g_autofree char *title = g_strdup_printf ("%s %s", subdomain->code, octant_localise (&subdomain->name));
  g_autofree char *subtitle = describe_part (view, part);
  GtkWidget *row = add_row (view->pane, view->pane->parts_group, title, subtitle);

  if (part->applicable)
    {
      g_autofree char *low = octant_rational_to_text (&score->s, 2);
      g_autofree char *high = octant_rational_to_text (&score->s_hi, 2);
      g_autofree char *text = octant_format_interval (low, high);

      add_number (row, text, NULL);
    }
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", subdomain->code);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.show-node");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

static void
add_mitigations (const View *view,
                 guint       technique,
                 GPtrArray  *parts)
{
  const OctantAttackTechnique *info = &view->techniques[technique];

  for (guint m = 0; m < info->n_mitigations; m++)
    {
      const OctantAttackTerm *mitigation = &view->mitigations[info->mitigations[m]];
      g_autofree char *title = g_strdup_printf ("%s %s", mitigation->id, mitigation->name);
      g_autoptr (GString) codes = g_string_new (NULL);

      for (guint i = 0; i < parts->len; i++)
        {
          const OctantCoveragePart *part = g_ptr_array_index (parts, i);

          for (guint j = 0; j < part->mitigations->len; j++)
            if (g_array_index (part->mitigations, guint, j) == info->mitigations[m])
              g_string_append_printf (codes, "%s%s", codes->len > 0 ? " " : "",
                                      octant_model_get_subdomain (view->model, part->subdomain)->code);
        }
      add_row (view->pane, view->pane->mitigations_group, title,
               codes->len > 0 ? codes->str : _("No sub-domain stands for it"));
    }
  gtk_widget_set_visible (GTK_WIDGET (view->pane->mitigations_group), info->n_mitigations > 0);
}

static void
add_relative (const View *view,
              guint       technique)
{
  const OctantTechniqueScore *score = octant_coverage_get_score (view->coverage, technique);
  g_autofree char *text = octant_technique_format_score (score, TRUE);
  GtkWidget *row = add_row (view->pane, view->pane->family_group, view->techniques[technique].name,
                            view->techniques[technique].id);

  add_number (row, text, octant_technique_explain_kind (score->kind));
  g_object_set_data (G_OBJECT (row), "technique", GUINT_TO_POINTER (technique));
  g_signal_connect_object (row, "activated", G_CALLBACK (technique_activated_cb), view->pane, G_CONNECT_DEFAULT);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
}

static void
add_family (const View *view,
            guint       technique)
{
  guint parent = view->techniques[technique].parent;
  guint n = 0;

  if (parent != OCTANT_ATTACK_NO_PARENT)
    add_relative (view, parent);
  for (guint t = 0; t < view->n_techniques; t++)
    if (view->techniques[t].parent == technique)
      {
        add_relative (view, t);
        n++;
      }
  adw_preferences_group_set_title (view->pane->family_group,
                                   parent != OCTANT_ATTACK_NO_PARENT ? _("Refines") : _("Sub-Techniques"));
  gtk_widget_set_visible (GTK_WIDGET (view->pane->family_group), n > 0 || parent != OCTANT_ATTACK_NO_PARENT);
}

static void
show_head (const View *view,
           guint       technique)
{
  OctantTechniquePane *self = view->pane;
  const OctantAttackTechnique *info = &view->techniques[technique];
  const OctantTechniqueScore *score = octant_coverage_get_score (view->coverage, technique);
  gboolean scored = score->kind == OCTANT_COVERAGE_SCORED;
  g_autofree char *text = octant_technique_format_score (score, TRUE);
  g_autofree char *exact = octant_rational_to_string (&score->s);
  g_autofree char *tip = g_strdup_printf (_("Exactly %s"), exact);
  g_autoptr (GString) tactics = g_string_new (NULL);
  guint n;

  for (guint i = 0; i < info->n_tactics; i++)
    {
      const OctantAttackTerm *tactic = &octant_attack_get_tactics (view->attack, &n)[info->tactics[i]];
      const OctantText *name = octant_coverage_get_tactic_name (view->coverage, tactic->id);

      g_string_append_printf (tactics, "%s%s", i > 0 ? " · " : "", name != NULL ? octant_localise (name) : tactic->name);
    }
  gtk_label_set_label (self->id, info->id);
  gtk_label_set_label (self->name, info->name);
  gtk_label_set_label (self->tactics, tactics->str);
  gtk_label_set_label (self->score, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->score), tip);
  gtk_widget_set_visible (GTK_WIDGET (self->score), scored);
  gtk_label_set_label (self->reason, scored ? "" : octant_technique_explain_kind (score->kind));
  gtk_widget_set_visible (GTK_WIDGET (self->reason), !scored);
}

static void
octant_technique_pane_dispose (GObject *object)
{
  OctantTechniquePane *self = OCTANT_TECHNIQUE_PANE (object);

  /* The bin has to let go of its child before the template does. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_TECHNIQUE_PANE);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_technique_pane_parent_class)->dispose (object);
}

static void
octant_technique_pane_class_init (OctantTechniquePaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_technique_pane_dispose;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_CLOSE] = g_signal_new ("close", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-technique-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantTechniquePane, family_group);
  gtk_widget_class_bind_template_child (widget_class, OctantTechniquePane, id);
  gtk_widget_class_bind_template_child (widget_class, OctantTechniquePane, mitigations_group);
  gtk_widget_class_bind_template_child (widget_class, OctantTechniquePane, name);
  gtk_widget_class_bind_template_child (widget_class, OctantTechniquePane, parts_group);
  gtk_widget_class_bind_template_child (widget_class, OctantTechniquePane, reason);
  gtk_widget_class_bind_template_child (widget_class, OctantTechniquePane, score);
  gtk_widget_class_bind_template_child (widget_class, OctantTechniquePane, tactics);
  gtk_widget_class_bind_template_callback (widget_class, close_cb);
}

static void
octant_technique_pane_init (OctantTechniquePane *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
octant_technique_pane_update (OctantTechniquePane *self,
                              OctantCoverage      *coverage,
                              OctantScorer        *scorer,
                              guint                technique)
{
  g_autoptr (GPtrArray) parts = NULL;
  View view = { .pane = self, .coverage = coverage, .scorer = scorer };
  guint n;

  g_return_if_fail (OCTANT_IS_TECHNIQUE_PANE (self) && coverage != NULL && scorer != NULL);

  view.model = octant_coverage_get_model (coverage);
  view.attack = octant_coverage_get_attack (coverage);
  view.techniques = octant_attack_get_techniques (view.attack, &view.n_techniques);
  view.mitigations = octant_attack_get_mitigations (view.attack, &n);
  g_return_if_fail (technique < view.n_techniques);

  remove_rows (self);
  show_head (&view, technique);
  parts = octant_coverage_list_parts (coverage, scorer, technique);
  g_ptr_array_sort_with_data (parts, compare_parts, &view);
  for (guint i = 0; i < parts->len; i++)
    add_part (&view, g_ptr_array_index (parts, i));
  gtk_widget_set_visible (GTK_WIDGET (self->parts_group), parts->len > 0);
  add_mitigations (&view, technique, parts);
  add_family (&view, technique);
}
