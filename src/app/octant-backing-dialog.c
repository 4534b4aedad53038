/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-backing-dialog.h"

#include <glib/gi18n.h>

#include "octant-arrow.h"
#include "octant-score-text.h"
#include "octant-texts.h"
#include "report/octant-sentences.h"

struct _OctantBackingDialog
{
  AdwDialog parent_instance;

  OctantAssessment *assessment; /* (owned) */

  GtkLabel *sentence;
  AdwPreferencesGroup *group;
};

G_DEFINE_FINAL_TYPE (OctantBackingDialog, octant_backing_dialog, ADW_TYPE_DIALOG)

/* A row leads away from here. */
static void
item_activated_cb (OctantBackingDialog *self,
                   AdwActionRow        *row)
{
  g_autofree char *code = g_strdup (g_object_get_data (G_OBJECT (row), "code"));
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (root, "win.show-requirement", "s", code);
}

static GtkWidget *
make_item (OctantBackingDialog  *self,
           const OctantUnbacked *item)
{
  const OctantRequirement *requirement =
      octant_model_get_requirement (octant_assessment_get_model (self->assessment), item->item.requirement);
  g_autofree char *sentence = octant_sentence_unbacked (self->assessment, item, octant_language_from_locale ());
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), octant_localise (&requirement->text));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), sentence);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), octant_arrow_new ());
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "code", g_strdup (requirement->code), g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (item_activated_cb), self, G_CONNECT_SWAPPED);

  return row;
}

/* With six objects there are hundreds of rows: they are made when they are to be seen. */
static void
expanded_cb (OctantBackingDialog *self,
             GParamSpec          *pspec,
             AdwExpanderRow      *row)
{
  guint node = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (row), "node"));
  g_autoptr (GArray) items = NULL;

  if (node == 0 || !adw_expander_row_get_expanded (row))
    return;
  g_object_set_data (G_OBJECT (row), "node", NULL);
  items = octant_assessment_list_unbacked (self->assessment, node);
  for (guint i = 0; i < items->len; i++)
    adw_expander_row_add_row (row, make_item (self, &g_array_index (items, OctantUnbacked, i)));
}

static GtkWidget *
make_loss (OctantBackingDialog     *self,
           const OctantBackingLoss *loss)
{
  OctantModel *model = octant_assessment_get_model (self->assessment);
  const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, loss->subdomain);
  GtkWidget *row = adw_expander_row_new ();
  g_autofree char *count = g_strdup_printf (ngettext ("%u rating", "%u ratings", loss->n_items), loss->n_items);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s", subdomain->code, count);
  g_autofree char *plain = octant_rational_to_text (&loss->loss, 3);
  g_autofree char *number = octant_format_score (plain);
  g_autofree char *text = octant_format_signed (-1, number);
  GtkWidget *label = gtk_label_new (text);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), octant_localise (&subdomain->name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, octant_localise (&subdomain->name), -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (row), subtitle);
  gtk_widget_add_css_class (label, "numeric");
  octant_score_text_set_exact (label, &loss->loss, NULL);
  adw_expander_row_add_suffix (ADW_EXPANDER_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "node", GUINT_TO_POINTER (octant_model_subdomain_node (model, loss->subdomain)));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (expanded_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
octant_backing_dialog_dispose (GObject *object)
{
  OctantBackingDialog *self = OCTANT_BACKING_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_BACKING_DIALOG);
  g_clear_object (&self->assessment);

  G_OBJECT_CLASS (octant_backing_dialog_parent_class)->dispose (object);
}

static void
octant_backing_dialog_class_init (OctantBackingDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_backing_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-backing-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantBackingDialog, group);
  gtk_widget_class_bind_template_child (widget_class, OctantBackingDialog, sentence);
}

static void
octant_backing_dialog_init (OctantBackingDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* The session has an open assessment. */
AdwDialog *
octant_backing_dialog_new (OctantSession *session)
{
  OctantBackingDialog *self;
  g_autoptr (GPtrArray) losses = NULL;
  g_autofree char *sentence = NULL;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);
  g_return_val_if_fail (octant_session_get_assessment (session) != NULL, NULL);

  self = g_object_new (OCTANT_TYPE_BACKING_DIALOG, NULL);
  self->assessment = g_object_ref (octant_session_get_assessment (session));
  sentence = octant_sentence_backing (self->assessment, OCTANT_NODE_OVERALL, octant_language_from_locale ());
  gtk_label_set_label (self->sentence, sentence);
  losses = octant_assessment_list_backing_losses (self->assessment);
  gtk_widget_set_visible (GTK_WIDGET (self->group), losses->len > 0);
  for (guint i = 0; i < losses->len; i++)
    adw_preferences_group_add (self->group, make_loss (self, g_ptr_array_index (losses, i)));

  return ADW_DIALOG (self);
}
