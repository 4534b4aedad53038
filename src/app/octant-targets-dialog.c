/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-targets-dialog.h"

#include <glib/gi18n.h>

#include "octant-discard.h"
#include "octant-drop-down.h"
#include "octant-session-targets.h"
#include "octant-texts.h"

/*
 * The choice of a node is the position in its drop-down list: 0 for none of its own, else the
 * level. Sub-domains are few enough (40 in the shipped model) to have all their rows at once.
 */
struct _OctantTargetsDialog
{
  AdwDialog parent_instance;

  OctantSession *session;       /* (owned) */
  OctantAssessment *assessment; /* (owned): another one may be opened behind the dialog */
  GPtrArray *choices;           /* (owned) (element-type GtkDropDown) (nullable elements): by node */

  GtkLabel *error;
  AdwPreferencesGroup *whole;
  AdwPreferencesGroup *domains;
};

G_DEFINE_FINAL_TYPE (OctantTargetsDialog, octant_targets_dialog, ADW_TYPE_DIALOG)

static GtkStringList *
make_levels (OctantModel *model,
             const char  *none)
{
  GtkStringList *names = gtk_string_list_new (NULL);

  gtk_string_list_append (names, none);
  for (guint level = 1; level <= octant_model_get_n_levels (model); level++)
    {
      g_autofree char *name = g_strdup_printf (_("Level %d: %s"), (int) level,
                                               octant_localise (&octant_model_get_level (model, level)->name));

      gtk_string_list_append (names, name);
    }
  return names;
}

/* Long names of levels would leave no room for the row's own in a narrow window: closed, the list shows the number alone. */
static void
setup_closed_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  gtk_list_item_set_child (item, gtk_label_new (NULL));
}

static void
bind_closed_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                const char               *none)
{
  guint position = gtk_list_item_get_position (item);
  g_autofree char *text = position > 0 ? g_strdup_printf (_("Level %d"), (int) position) : g_strdup (none);

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), text);
}

/* Some forty choices are soon made, and soon lost. */
static void
changed_cb (OctantTargetsDialog *self)
{
  gboolean changed = FALSE;

  for (guint node = 0; node < self->choices->len; node++)
    changed = changed || (self->choices->pdata[node] != NULL
                          && (int) gtk_drop_down_get_selected (self->choices->pdata[node])
                                 != octant_assessment_get_own_target (self->assessment, node));
  octant_discard_set_typed (ADW_DIALOG (self), changed);
}

static GtkWidget *
make_choice (OctantTargetsDialog *self,
             guint                node,
             const char          *name,
             const char          *none)
{
  GtkStringList *levels = make_levels (octant_assessment_get_model (self->assessment), none);
  GtkWidget *choice = gtk_drop_down_new (G_LIST_MODEL (levels), NULL);
  g_autoptr (GtkListItemFactory) closed = gtk_signal_list_item_factory_new ();
  /* Translators: %s is the name of a domain */
  g_autofree char *label = g_strdup_printf (_("Target of %s"), name);

  g_signal_connect (closed, "setup", G_CALLBACK (setup_closed_cb), NULL);
  g_signal_connect_data (closed, "bind", G_CALLBACK (bind_closed_cb), g_strdup (none), (GClosureNotify) (GCallback) g_free, 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (choice), (guint) octant_assessment_get_own_target (self->assessment, node));
  octant_drop_down_set_up (GTK_DROP_DOWN (choice), label);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (choice), closed);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_valign (choice, GTK_ALIGN_CENTER);
  self->choices->pdata[node] = choice;

  return choice;
}

static void
set_title (AdwPreferencesRow *row,
           const char        *code,
           const char        *name)
{
  adw_preferences_row_set_use_markup (row, FALSE);
  adw_preferences_row_set_title (row, name);
  g_object_set (row, "subtitle", code, NULL);
}

static gboolean
is_out (OctantTargetsDialog *self,
        guint                node)
{
  return !octant_scorer_get_score (octant_assessment_get_scorer (self->assessment, OCTANT_READING_OFFICIAL), node)->applicable;
}

static void
add_subdomains (OctantTargetsDialog *self,
                AdwExpanderRow      *parent,
                guint                domain)
{
  OctantModel *model = octant_assessment_get_model (self->assessment);
  const OctantModelDomain *info = octant_model_get_domain (model, domain);

  for (guint s = info->first_subdomain; s < info->first_subdomain + info->n_subdomains; s++)
    {
      const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, s);
      guint node = octant_model_subdomain_node (model, s);
      GtkWidget *row;

      if (is_out (self, node))
        continue;
      row = adw_action_row_new ();
      set_title (ADW_PREFERENCES_ROW (row), subdomain->code, octant_localise (&subdomain->name));
      adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                                 make_choice (self, node, octant_localise (&subdomain->name), _("As the domain")));
      adw_expander_row_add_row (parent, row);
    }
}

static void
add_domains (OctantTargetsDialog *self)
{
  OctantModel *model = octant_assessment_get_model (self->assessment);

  for (guint d = 0; d < octant_model_get_n_domains (model); d++)
    {
      const OctantModelDomain *domain = octant_model_get_domain (model, d);
      guint node = octant_model_domain_node (model, d);
      GtkWidget *row;

      if (is_out (self, node))
        continue;
      row = adw_expander_row_new ();
      set_title (ADW_PREFERENCES_ROW (row), domain->code, octant_localise (&domain->name));
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, octant_localise (&domain->name), -1);
      adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row),
                                   make_choice (self, node, octant_localise (&domain->name), _("As the whole")));
      add_subdomains (self, ADW_EXPANDER_ROW (row), d);
      adw_preferences_group_add (self->domains, row);
    }
}

static void
show_error (OctantTargetsDialog *self,
            const char          *message)
{
  gtk_label_set_label (self->error, message);
  gtk_widget_set_visible (GTK_WIDGET (self->error), TRUE);
}

static gboolean
is_open (OctantTargetsDialog *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);

  /* The same one may have been read anew meanwhile. */
  return assessment != NULL
         && g_str_equal (octant_assessment_get_id (assessment), octant_assessment_get_id (self->assessment));
}

static void
apply_cb (OctantTargetsDialog *self)
{
  g_autofree OctantTarget *targets = g_new (OctantTarget, self->choices->len);
  g_autoptr (GError) error = NULL;
  gsize n = 0;

  for (guint node = 0; node < self->choices->len; node++)
    if (self->choices->pdata[node] != NULL)
      targets[n++] = (OctantTarget){ node, (int) gtk_drop_down_get_selected (self->choices->pdata[node]) };
  if (!is_open (self))
    show_error (self, _("Another assessment was opened meanwhile: close this dialog, and set the targets there"));
  else if (octant_session_set_targets (self->session, targets, n, &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    show_error (self, error->message);
}

static void
octant_targets_dialog_dispose (GObject *object)
{
  OctantTargetsDialog *self = OCTANT_TARGETS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_TARGETS_DIALOG);
  g_clear_pointer (&self->choices, g_ptr_array_unref);
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_targets_dialog_parent_class)->dispose (object);
}

static void
octant_targets_dialog_class_init (OctantTargetsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_targets_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-targets-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantTargetsDialog, domains);
  gtk_widget_class_bind_template_child (widget_class, OctantTargetsDialog, error);
  gtk_widget_class_bind_template_child (widget_class, OctantTargetsDialog, whole);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
}

static void
octant_targets_dialog_init (OctantTargetsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The session has an open assessment. */
AdwDialog *
octant_targets_dialog_new (OctantSession *session)
{
  OctantTargetsDialog *self;
  GtkWidget *row;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);
  g_return_val_if_fail (octant_session_get_assessment (session) != NULL, NULL);

  self = g_object_new (OCTANT_TYPE_TARGETS_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->assessment = g_object_ref (octant_session_get_assessment (session));
  self->choices = g_ptr_array_new ();
  g_ptr_array_set_size (self->choices, (int) octant_model_get_n_nodes (octant_assessment_get_model (self->assessment)));
  row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Overall"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_choice (self, OCTANT_NODE_OVERALL, _("Overall"), _("No target")));
  adw_preferences_group_add (self->whole, row);
  adw_dialog_set_focus (ADW_DIALOG (self), self->choices->pdata[OCTANT_NODE_OVERALL]);
  add_domains (self);

  return ADW_DIALOG (self);
}
