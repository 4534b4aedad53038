/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-objects-dialog.h"

#include <glib/gi18n.h>

#include "octant-notice.h"
#include "octant-object-dialog.h"
#include "octant-session-objects.h"
#include "octant-texts.h"
#include "octant-tip.h"
#include "octant-trickle.h"

struct _OctantObjectsDialog
{
  AdwDialog parent_instance;

  OctantSession *session;   /* (owned) */
  GSignalGroup *assessment; /* (owned) signals of the session's assessment */
  GPtrArray *objects;       /* (owned) (nullable) (element-type OctantRecord): the register */
  GPtrArray *rows;          /* (owned) (element-type GtkWidget): borrowed rows of the list */
  guint source;             /* makes rows, 0 for none */
  guint serial;             /* which of several readings under way is wanted */
  gboolean updating;

  AdwToastOverlay *toasts;
  GtkStack *stack;
  AdwPreferencesGroup *group;
  AdwBanner *banner;
};

G_DEFINE_FINAL_TYPE (OctantObjectsDialog, octant_objects_dialog, ADW_TYPE_DIALOG)

char *
octant_object_describe (OctantModel  *model,
                        OctantRecord *object)
{
  const char *kind = octant_record_get (object, OCTANT_OBJECT_KIND);
  guint n;
  const OctantModelTerm *kinds = octant_model_get_object_kinds (model, &n);

  for (guint i = 0; i < n; i++)
    if (g_str_equal (kinds[i].id, kind))
      {
        kind = octant_localise (&kinds[i].name);
        break;
      }
  /* Translators: kind of a protected object, its classified-protection level, its criticality */
  return g_strdup_printf (_("%s · level %s · criticality %s"), kind, octant_record_get (object, OCTANT_OBJECT_LEVEL),
                          octant_record_get (object, OCTANT_OBJECT_CRITICALITY));
}

static OctantRecord *
get_object (OctantObjectsDialog *self,
            GtkWidget           *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);
  guint index;

  if (self->objects == NULL || row == NULL || !g_ptr_array_find (self->rows, row, &index))
    return NULL;
  return g_ptr_array_index (self->objects, index);
}

static gboolean
is_in_scope (OctantObjectsDialog *self,
             OctantRecord        *object)
{
  guint slot;

  return octant_assessment_find_object (octant_session_get_assessment (self->session),
                                        octant_record_get (object, OCTANT_OBJECT_ID), &slot);
}

/* The objects in scope keep their order; one that comes in is put last. */
static void
switch_cb (GtkSwitch           *widget,
           GParamSpec          *pspec,
           OctantObjectsDialog *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  OctantRecord *changed = get_object (self, GTK_WIDGET (widget));
  g_autoptr (GPtrArray) objects = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;

  if (self->updating || changed == NULL || assessment == NULL
      || gtk_switch_get_active (widget) == is_in_scope (self, changed))
    return;
  for (guint slot = 0; slot < octant_assessment_get_n_objects (assessment); slot++)
    {
      const char *id = octant_record_get (octant_assessment_get_object (assessment, slot), OCTANT_CYCLE_OBJECT_OBJECT);

      for (guint i = 0; i < self->objects->len; i++)
        {
          OctantRecord *object = g_ptr_array_index (self->objects, i);

          if (object != changed && g_str_equal (octant_record_get (object, OCTANT_OBJECT_ID), id))
            g_ptr_array_add (objects, object);
        }
    }
  if (gtk_switch_get_active (widget))
    g_ptr_array_add (objects, changed);
  if (!octant_session_set_scope (self->session, objects, &error))
    octant_notice_show (self->toasts, self->session, error->message, FALSE);
}

static void
edit_cb (GtkWidget           *button,
         OctantObjectsDialog *self)
{
  OctantRecord *object = get_object (self, button);

  if (object != NULL)
    adw_dialog_present (octant_object_dialog_new (self->session, object), GTK_WIDGET (self));
}

static void
removed_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (OctantObjectsDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (octant_session_change_object_finish (OCTANT_SESSION (source), result, &error) || self->toasts == NULL)
    return;
  message = octant_describe_store_error (error);
  octant_notice_show (self->toasts, self->session, message, FALSE);
}

static void
remove_cb (GtkWidget           *button,
           OctantObjectsDialog *self)
{
  OctantRecord *object = get_object (self, button);

  if (object != NULL)
    octant_session_change_object_async (self->session, object, NULL, removed_cb, g_object_ref (self));
}

static void
add_cb (OctantObjectsDialog *self)
{
  adw_dialog_present (octant_object_dialog_new (self->session, NULL), GTK_WIDGET (self));
}

static void
refresh_cb (OctantObjectsDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (self->objects != NULL && !octant_session_refresh_objects (self->session, self->objects, &error))
    octant_notice_show (self->toasts, self->session, error->message, FALSE);
}

static GtkWidget *
make_button (const char *icon,
             const char *tooltip,
             const char *object)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);
  g_autofree char *label = g_strdup_printf ("%s: %s", tooltip, object);

  octant_tip_set (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  return button;
}

static GtkWidget *
make_row (OctantObjectsDialog *self,
          OctantModel         *model,
          OctantRecord        *object)
{
  GtkWidget *row = adw_action_row_new ();
  const char *name = octant_record_get (object, OCTANT_OBJECT_NAME);
  g_autofree char *about = octant_object_describe (model, object);
  g_autofree char *label = g_strdup_printf ("%s: %s", _("In scope"), name);
  GtkWidget *scope = gtk_switch_new ();
  GtkWidget *edit = make_button ("document-edit-symbolic", _("Edit"), name);
  GtkWidget *trash = make_button ("user-trash-symbolic", _("Remove"), name);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
  gtk_switch_set_active (GTK_SWITCH (scope), is_in_scope (self, object));
  gtk_widget_set_valign (scope, GTK_ALIGN_CENTER);
  octant_tip_set (scope, _("In scope of this assessment"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (scope), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (scope, "notify::active", G_CALLBACK (switch_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (edit, "clicked", G_CALLBACK (edit_cb), self, G_CONNECT_DEFAULT);
  g_signal_connect_object (trash, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_DEFAULT);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), scope);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), edit);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), trash);
  g_object_set_data (G_OBJECT (row), "scope", scope);
  return row;
}

/* The assessment keeps an object as it was; the register may say something else by now. */
static gboolean
differs (OctantObjectsDialog *self,
         OctantRecord        *object)
{
  static const guint columns[][2] = {
    { OCTANT_OBJECT_NAME, OCTANT_CYCLE_OBJECT_NAME },
    { OCTANT_OBJECT_KIND, OCTANT_CYCLE_OBJECT_KIND },
    { OCTANT_OBJECT_LEVEL, OCTANT_CYCLE_OBJECT_LEVEL },
    { OCTANT_OBJECT_CRITICALITY, OCTANT_CYCLE_OBJECT_CRITICALITY },
  };
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  OctantRecord *own;
  guint slot;

  if (!octant_assessment_find_object (assessment, octant_record_get (object, OCTANT_OBJECT_ID), &slot))
    return FALSE;
  own = octant_assessment_get_object (assessment, slot);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    if (g_strcmp0 (octant_record_get (object, columns[i][0]), octant_record_get (own, columns[i][1])) != 0)
      return TRUE;
  return FALSE;
}

/* Switches and banner follow the assessment; the rows stay, and with them the keyboard. */
static void
update_scope (OctantObjectsDialog *self)
{
  gboolean stale = FALSE;

  if (self->objects == NULL || octant_session_get_assessment (self->session) == NULL)
    return;
  self->updating = TRUE;
  for (guint i = 0; i < self->objects->len; i++)
    {
      OctantRecord *object = g_ptr_array_index (self->objects, i);

      if (i < self->rows->len)
        gtk_switch_set_active (g_object_get_data (g_ptr_array_index (self->rows, i), "scope"),
                               is_in_scope (self, object));
      stale |= differs (self, object);
    }
  self->updating = FALSE;
  adw_banner_set_revealed (self->banner, stale);
}

static gboolean
add_row_step (gpointer data)
{
  OctantObjectsDialog *self = data;
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  GtkWidget *row;

  if (assessment == NULL || self->rows->len >= self->objects->len)
    return FALSE;
  row = make_row (self, octant_assessment_get_model (assessment), g_ptr_array_index (self->objects, self->rows->len));
  g_ptr_array_add (self->rows, row);
  adw_preferences_group_add (self->group, row);
  return self->rows->len < self->objects->len;
}

static void
rebuild (OctantObjectsDialog *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  if (assessment == NULL)
    return;
  octant_trickle_queue_dialog (&self->source, add_row_step, self);
  gtk_stack_set_visible_child_name (self->stack, self->objects->len > 0 ? "list" : "none");
  update_scope (self);
}

typedef struct
{
  OctantObjectsDialog *dialog; /* (owned) */
  guint serial;
} Reading;

static void
listed_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  Reading *reading = user_data;
  g_autoptr (OctantObjectsDialog) self = reading->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) objects = octant_session_list_objects_finish (OCTANT_SESSION (source), result, &error);
  gboolean wanted = reading->serial == self->serial && self->stack != NULL;

  g_free (reading);
  if (!wanted)
    return;
  if (objects == NULL)
    {
      g_autofree char *message = octant_describe_store_error (error);

      octant_notice_show (self->toasts, self->session, message, FALSE);
      return;
    }
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  self->objects = g_steal_pointer (&objects);
  rebuild (self);
}

static void
read_register (OctantObjectsDialog *self)
{
  Reading *reading;

  if (octant_session_get_assessment (self->session) == NULL)
    {
      adw_dialog_close (ADW_DIALOG (self));
      return;
    }
  reading = g_new0 (Reading, 1);
  reading->dialog = g_object_ref (self);
  reading->serial = ++self->serial;
  octant_session_list_objects_async (self->session, NULL, listed_cb, reading);
}

static void
assessment_cb (OctantObjectsDialog *self)
{
  g_signal_group_set_target (self->assessment, octant_session_get_assessment (self->session));
  read_register (self);
}

/* The window's own toasts lie behind the dialog. */
static void
notice_cb (OctantObjectsDialog *self,
           const char          *message,
           gboolean             undoable)
{
  octant_notice_show (self->toasts, self->session, message, undoable);
}

static void
octant_objects_dialog_dispose (GObject *object)
{
  OctantObjectsDialog *self = OCTANT_OBJECTS_DIALOG (object);

  g_clear_handle_id (&self->source, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_OBJECTS_DIALOG);
  g_clear_object (&self->assessment);
  g_clear_object (&self->session);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_objects_dialog_parent_class)->dispose (object);
}

static void
octant_objects_dialog_class_init (OctantObjectsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_objects_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-objects-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantObjectsDialog, banner);
  gtk_widget_class_bind_template_child (widget_class, OctantObjectsDialog, group);
  gtk_widget_class_bind_template_child (widget_class, OctantObjectsDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, OctantObjectsDialog, toasts);
  /* A dialog keeps the keys of the window away, and what is done here is done at once. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "win.redo", NULL);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
  gtk_widget_class_bind_template_callback (widget_class, refresh_cb);
}

static void
octant_objects_dialog_init (OctantObjectsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->assessment = g_signal_group_new (OCTANT_TYPE_ASSESSMENT);
  g_signal_group_connect_swapped (self->assessment, "structure-changed", G_CALLBACK (update_scope), self);
}

AdwDialog *
octant_objects_dialog_new (OctantSession *session)
{
  OctantObjectsDialog *self;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);

  self = g_object_new (OCTANT_TYPE_OBJECTS_DIALOG, NULL);
  self->session = g_object_ref (session);
  g_signal_connect_object (session, "notify::assessment", G_CALLBACK (assessment_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "objects-changed", G_CALLBACK (read_register), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  assessment_cb (self);
  return ADW_DIALOG (self);
}
