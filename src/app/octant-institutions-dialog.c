/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-institutions-dialog.h"

#include <glib/gi18n.h>

#include "base/octant-name.h"
#include "octant-session-manage.h"
#include "octant-texts.h"
#include "octant-words.h"

struct _OctantInstitutionsDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) (nullable) */

  GtkListBox *list;
  GtkWidget *group;
  GtkLabel *error;
};

G_DEFINE_FINAL_TYPE (OctantInstitutionsDialog, octant_institutions_dialog, ADW_TYPE_DIALOG)

/* What a row stands for. */
static const char *
get_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "octant-institution");
}

/* Rows are made anew and are deaf while an act runs; a dialog without the keyboard does not hear Escape. */
static void
take_focus (OctantInstitutionsDialog *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root != NULL && gtk_root_get_focus (root) == NULL)
    gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

static void
managed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (OctantInstitutionsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  gboolean done = octant_session_manage_finish (OCTANT_SESSION (source), result, &error);
  g_autofree char *message = octant_describe_store_error (error);

  /* Closed meanwhile. */
  if (self->list == NULL)
    return;
  gtk_widget_set_sensitive (self->group, TRUE);
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), !done);
  take_focus (self);
}

static void
apply_cb (OctantInstitutionsDialog *self,
          GtkWidget                *row)
{
  g_autofree char *name = octant_name_trim (gtk_editable_get_text (GTK_EDITABLE (row)));
  const char *fault = octant_words_find_fault (ADW_ENTRY_ROW (row), OCTANT_WORDS_NAME);

  if (*name == '\0')
    fault = _("An institution needs a name");
  else if (fault == NULL && octant_session_has_institution (self->session, name, get_id (row)))
    fault = _("There is an institution of this name: choose another name");
  gtk_label_set_label (self->error, fault != NULL ? fault : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), fault != NULL);
  if (fault != NULL)
    return;
  gtk_widget_set_sensitive (self->group, FALSE);
  octant_session_edit_institution_async (self->session, get_id (row), name, NULL, managed_cb, g_object_ref (self));
}

/* Nothing is lost for good, so nothing is asked: the toast of the window takes it back. */
static void
delete_cb (OctantInstitutionsDialog *self,
           GtkWidget                *button)
{
  GtkWidget *row = gtk_widget_get_ancestor (button, ADW_TYPE_ENTRY_ROW);

  gtk_widget_set_sensitive (self->group, FALSE);
  octant_session_delete_institution_async (self->session, get_id (row), managed_cb, g_object_ref (self));
  adw_dialog_close (ADW_DIALOG (self));
}

static guint
count_cycles (OctantInstitutionsDialog *self,
              const char               *id)
{
  GListModel *cycles = octant_session_get_cycles (self->session);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OctantCycleItem) item = g_list_model_get_item (cycles, i);

      if (g_strcmp0 (octant_record_get (octant_cycle_item_get_record (item), OCTANT_CYCLE_ORG), id) == 0)
        n++;
    }
  return n;
}

static void
add_row (OctantInstitutionsDialog *self,
         OctantRecord             *organisation)
{
  const char *id = octant_record_get (organisation, OCTANT_ORGANISATION_ID);
  const char *name = octant_record_get (organisation, OCTANT_ORGANISATION_NAME);
  guint n = count_cycles (self, id);
  g_autofree char *count = g_strdup_printf (ngettext ("%u assessment", "%u assessments", n), n);
  /* The title of an entry says what is written there. */
  g_autofree char *title = g_strdup_printf ("%s · %s", C_("institution", "Name"), count);
  /* Translators: %s is the name of an institution */
  g_autofree char *label = g_strdup_printf (_("Delete %s"), name);
  GtkWidget *row = adw_entry_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_editable_set_text (GTK_EDITABLE (row), name);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "octant-institution", g_strdup (id), g_free);
  gtk_widget_set_tooltip_text (button, _("Delete"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
  g_signal_connect_object (row, "apply", G_CALLBACK (apply_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (delete_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_append (self->list, row);
}

static void
fill (OctantInstitutionsDialog *self)
{
  GPtrArray *organisations = octant_session_get_organisations (self->session);

  gtk_list_box_remove_all (self->list);
  for (guint i = 0; organisations != NULL && i < organisations->len; i++)
    add_row (self, g_ptr_array_index (organisations, i));
  gtk_widget_set_visible (GTK_WIDGET (self->list), organisations != NULL && organisations->len > 0);
  take_focus (self);
}

static void
new_cb (OctantInstitutionsDialog *self)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  adw_dialog_close (ADW_DIALOG (self));
  gtk_widget_activate_action (window, "win.new-institution", NULL);
}

static void
octant_institutions_dialog_dispose (GObject *object)
{
  OctantInstitutionsDialog *self = OCTANT_INSTITUTIONS_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_INSTITUTIONS_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_institutions_dialog_parent_class)->dispose (object);
}

static void
octant_institutions_dialog_class_init (OctantInstitutionsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_institutions_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/octant-institutions-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantInstitutionsDialog, error);
  gtk_widget_class_bind_template_child (widget_class, OctantInstitutionsDialog, group);
  gtk_widget_class_bind_template_child (widget_class, OctantInstitutionsDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, new_cb);
}

static void
octant_institutions_dialog_init (OctantInstitutionsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
octant_institutions_dialog_new (OctantSession *session)
{
  OctantInstitutionsDialog *self = g_object_new (OCTANT_TYPE_INSTITUTIONS_DIALOG, NULL);

  self->session = g_object_ref (session);
  fill (self);
  /* The list of cycles is filled anew whenever the institutions are. */
  g_signal_connect_object (octant_session_get_cycles (session), "items-changed", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  return ADW_DIALOG (self);
}
