/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-profile-dialog.h"

#include <glib/gi18n.h>

#include "octant-level-pill.h"
#include "octant-texts.h"

struct _OctantProfileDialog
{
  AdwDialog parent_instance;

  OctantSession *session;   /* (owned) */
  GSignalGroup *assessment; /* (owned) signals of the session's assessment */
  gboolean filling;

  GtkStack *stack;
  GtkDropDown *object;
  AdwPreferencesPage *page;
  GPtrArray *groups; /* (owned) (element-type GtkWidget): borrowed groups of the page */
};

G_DEFINE_FINAL_TYPE (OctantProfileDialog, octant_profile_dialog, ADW_TYPE_DIALOG)

static char *
format_score (const OctantScore *score)
{
  g_autofree char *low = octant_rational_to_text (&score->s, 2);
  g_autofree char *high = octant_rational_to_text (&score->s_hi, 2);

  return octant_format_interval (low, high);
}

static void
activated_cb (AdwActionRow        *row,
              OctantProfileDialog *self)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (row), "code"));

  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-node", "s", code);
  adw_dialog_close (ADW_DIALOG (self));
}

static GtkWidget *
make_row (OctantProfileDialog *self,
          OctantNode          *node,
          OctantScorer        *scorer)
{
  const OctantScore *own = octant_scorer_get_score (scorer, octant_node_get_index (node));
  const OctantScore *whole = octant_node_get_score (node);
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *pill = octant_level_pill_new ();
  g_autofree char *score = own->applicable ? format_score (own) : g_strdup ("–");
  g_autofree char *all = whole->applicable ? format_score (whole) : g_strdup ("–");
  /* Translators: %s is a score */
  g_autofree char *subtitle = g_strdup_printf (_("All objects: %s"), all);
  GtkWidget *label = gtk_label_new (score);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), octant_localise (octant_node_get_name (node)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), own->applicable ? subtitle : _("Out of scope"));
  gtk_widget_add_css_class (label, "numeric");
  octant_level_pill_set_level (OCTANT_LEVEL_PILL (pill), own->applicable ? own->l : -1);
  gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), pill);
  if (octant_node_is_subdomain (node))
    {
      gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
      g_object_set_data_full (G_OBJECT (row), "code", g_strdup (octant_node_get_code (node)), g_free);
      g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_DEFAULT);
    }
  return row;
}

static AdwPreferencesGroup *
add_group (OctantProfileDialog *self)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_page_add (self->page, ADW_PREFERENCES_GROUP (group));
  g_ptr_array_add (self->groups, group);
  return ADW_PREFERENCES_GROUP (group);
}

static void
show_object (OctantProfileDialog *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  guint slot = gtk_drop_down_get_selected (self->object);
  g_autoptr (OctantScorer) scorer = NULL;
  GListModel *domains;

  for (guint i = 0; i < self->groups->len; i++)
    adw_preferences_page_remove (self->page, g_ptr_array_index (self->groups, i));
  g_ptr_array_set_size (self->groups, 0);
  if (assessment == NULL || slot >= octant_assessment_get_n_objects (assessment))
    return;
  scorer = octant_assessment_new_object_scorer (assessment, slot, OCTANT_READING_OFFICIAL);
  adw_preferences_group_add (add_group (self),
                             make_row (self, octant_assessment_get_node (assessment, OCTANT_NODE_OVERALL), scorer));
  domains = octant_assessment_get_domains (assessment);
  for (guint i = 0; i < g_list_model_get_n_items (domains); i++)
    {
      g_autoptr (OctantNode) domain = g_list_model_get_item (domains, i);
      GListModel *children = octant_node_get_children (domain);
      AdwPreferencesGroup *group = add_group (self);
      GtkWidget *expander = adw_expander_row_new ();
      const OctantScore *own = octant_scorer_get_score (scorer, octant_node_get_index (domain));
      g_autofree char *score = own->applicable ? format_score (own) : g_strdup (_("Out of scope"));
      GtkWidget *pill = octant_level_pill_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (expander), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (expander), octant_localise (octant_node_get_name (domain)));
      adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (expander), score);
      octant_level_pill_set_level (OCTANT_LEVEL_PILL (pill), own->applicable ? own->l : -1);
      gtk_widget_set_valign (pill, GTK_ALIGN_CENTER);
      adw_expander_row_add_suffix (ADW_EXPANDER_ROW (expander), pill);
      for (guint k = 0; k < g_list_model_get_n_items (children); k++)
        {
          g_autoptr (OctantNode) child = g_list_model_get_item (children, k);

          adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), make_row (self, child, scorer));
        }
      adw_preferences_group_add (group, expander);
    }
}

static void
object_cb (OctantProfileDialog *self)
{
  if (!self->filling)
    show_object (self);
}

static void
fill (OctantProfileDialog *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = assessment != NULL ? octant_assessment_get_n_objects (assessment) : 0;

  for (guint slot = 0; slot < n; slot++)
    gtk_string_list_append (names, octant_record_get (octant_assessment_get_object (assessment, slot),
                                                      OCTANT_CYCLE_OBJECT_NAME));
  self->filling = TRUE;
  gtk_drop_down_set_model (self->object, G_LIST_MODEL (names));
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->object), n > 0);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "page" : "none");
  show_object (self);
}

static void
assessment_cb (OctantProfileDialog *self)
{
  g_signal_group_set_target (self->assessment, octant_session_get_assessment (self->session));
  fill (self);
}

static void
octant_profile_dialog_dispose (GObject *object)
{
  OctantProfileDialog *self = OCTANT_PROFILE_DIALOG (object);

  self->filling = TRUE;
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_PROFILE_DIALOG);
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  g_clear_pointer (&self->groups, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_profile_dialog_parent_class)->dispose (object);
}

static void
octant_profile_dialog_class_init (OctantProfileDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_profile_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-profile-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantProfileDialog, object);
  gtk_widget_class_bind_template_child (widget_class, OctantProfileDialog, page);
  gtk_widget_class_bind_template_child (widget_class, OctantProfileDialog, stack);
  gtk_widget_class_bind_template_callback (widget_class, object_cb);
}

static void
octant_profile_dialog_init (OctantProfileDialog *self)
{
  self->filling = TRUE;
  self->groups = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->assessment = g_signal_group_new (OCTANT_TYPE_ASSESSMENT);
  g_signal_group_connect_swapped (self->assessment, "structure-changed", G_CALLBACK (fill), self);
  g_signal_group_connect_swapped (self->assessment, "scores-changed", G_CALLBACK (show_object), self);
}

AdwDialog *
octant_profile_dialog_new (OctantSession *session)
{
  OctantProfileDialog *self;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);

  self = g_object_new (OCTANT_TYPE_PROFILE_DIALOG, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);
  assessment_cb (self);
  return ADW_DIALOG (self);
}
