/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-object-dialog.h"

#include <glib/gi18n.h>

#include "base/octant-name.h"
#include "octant-session-objects.h"
#include "octant-texts.h"
#include "octant-words.h"

struct _OctantObjectDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) */
  OctantRecord *object;   /* (owned) (nullable) */
  GPtrArray *kinds;       /* (owned) (element-type utf8): ids, in the order of the list */

  AdwEntryRow *name;
  AdwComboRow *kind;
  AdwComboRow *level;
  AdwComboRow *criticality;
  GtkLabel *error;
  GtkButton *apply;
};

G_DEFINE_FINAL_TYPE (OctantObjectDialog, octant_object_dialog, ADW_TYPE_DIALOG)

static void
set_error (OctantObjectDialog *self,
           const char         *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
changed_cb (OctantObjectDialog *self)
{
  g_autofree char *name = octant_name_trim (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  const char *fault = octant_words_find_fault (self->name, OCTANT_WORDS_NAME);

  set_error (self, fault);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), *name != '\0' && fault == NULL);
}

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (OctantObjectDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;
  gboolean done = octant_session_change_object_finish (OCTANT_SESSION (source), result, &error);

  /* Closed meanwhile. */
  if (self->apply == NULL)
    return;
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  if (done)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  message = octant_describe_store_error (error);
  set_error (self, message);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), TRUE);
}

static void
apply_cb (OctantObjectDialog *self)
{
  OctantObjectFields *fields;
  guint kind = adw_combo_row_get_selected (self->kind);

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->apply)) || kind >= self->kinds->len
      || octant_session_get_assessment (self->session) == NULL)
    return;
  fields = g_new0 (OctantObjectFields, 1);
  fields->name = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name)));
  fields->kind = g_strdup (g_ptr_array_index (self->kinds, kind));
  fields->level = (int) adw_combo_row_get_selected (self->level) + 1;
  fields->criticality = (int) adw_combo_row_get_selected (self->criticality);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  octant_session_change_object_async (self->session, self->object, fields, done_cb, g_object_ref (self));
}

/* The kinds of the model, and the object's own when the model does not have it. */
static void
fill_kinds (OctantObjectDialog *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  const char *own = self->object != NULL ? octant_record_get (self->object, OCTANT_OBJECT_KIND) : NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const OctantModelTerm *kinds = NULL;
  guint selected = 0;
  guint n = 0;

  if (assessment != NULL)
    kinds = octant_model_get_object_kinds (octant_assessment_get_model (assessment), &n);
  for (guint i = 0; i < n; i++)
    {
      if (g_strcmp0 (kinds[i].id, own) == 0)
        selected = i;
      g_ptr_array_add (self->kinds, g_strdup (kinds[i].id));
      gtk_string_list_append (names, octant_localise (&kinds[i].name));
    }
  if (own != NULL && (n == 0 || g_strcmp0 (kinds[selected].id, own) != 0))
    {
      selected = self->kinds->len;
      g_ptr_array_add (self->kinds, g_strdup (own));
      gtk_string_list_append (names, own);
    }
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->kind, selected);
}

static void
octant_object_dialog_dispose (GObject *object)
{
  OctantObjectDialog *self = OCTANT_OBJECT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_OBJECT_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->object, octant_record_unref);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_object_dialog_parent_class)->dispose (object);
}

static void
octant_object_dialog_class_init (OctantObjectDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_object_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-object-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantObjectDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, OctantObjectDialog, criticality);
  gtk_widget_class_bind_template_child (widget_class, OctantObjectDialog, error);
  gtk_widget_class_bind_template_child (widget_class, OctantObjectDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, OctantObjectDialog, level);
  gtk_widget_class_bind_template_child (widget_class, OctantObjectDialog, name);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
octant_object_dialog_init (OctantObjectDialog *self)
{
  self->kinds = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
octant_object_dialog_new (OctantSession *session,
                          OctantRecord  *object)
{
  OctantObjectDialog *self;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);

  self = g_object_new (OCTANT_TYPE_OBJECT_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->object = object != NULL ? octant_record_ref (object) : NULL;
  fill_kinds (self);
  /* Most core systems of the industry are of level 3. */
  adw_combo_row_set_selected (self->level, 2);
  if (object != NULL)
    {
      gint64 level = octant_record_get_int (object, OCTANT_OBJECT_LEVEL);
      gint64 criticality = octant_record_get_int (object, OCTANT_OBJECT_CRITICALITY);

      adw_dialog_set_title (ADW_DIALOG (self), _("Protected Object"));
      gtk_button_set_label (self->apply, _("_Apply"));
      gtk_editable_set_text (GTK_EDITABLE (self->name), octant_record_get (object, OCTANT_OBJECT_NAME));
      adw_combo_row_set_selected (self->level, (guint) CLAMP (level, 1, 5) - 1);
      adw_combo_row_set_selected (self->criticality, criticality == level ? 0 : (guint) CLAMP (criticality, 1, 5));
    }
  changed_cb (self);
  return ADW_DIALOG (self);
}
