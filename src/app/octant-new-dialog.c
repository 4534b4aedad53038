/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-new-dialog.h"

#include <glib/gi18n.h>

#include "base/octant-name.h"
#include "base/octant-time.h"
#include "octant-date-row.h"
#include "octant-objects-dialog.h"
#include "octant-session-manage.h"
#include "octant-session-objects.h"
#include "octant-texts.h"
#include "octant-words.h"

struct _OctantNewDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) */
  GPtrArray *models;      /* (owned) (nullable) (element-type OctantModel) */
  GPtrArray *objects;     /* (owned) (nullable) (element-type OctantRecord): the register of the institution */
  GPtrArray *object_rows; /* (owned) (element-type GtkWidget): borrowed switches, one for each */
  char *objects_of;       /* (owned) (nullable): id of the institution that they are of */
  GPtrArray *cycles;      /* (owned) (element-type OctantCycleItem) what can be gone on from */

  GtkStack *stack;
  AdwComboRow *institution;
  AdwEntryRow *name;
  AdwComboRow *kind;
  AdwEntryRow *title_row;
  OctantDateRow *date;
  AdwComboRow *model;
  AdwComboRow *from;
  AdwPreferencesGroup *scope;
  GtkLabel *error;
  GtkButton *create;
};

G_DEFINE_FINAL_TYPE (OctantNewDialog, octant_new_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (AdwEntryRow *row)
{
  return octant_name_trim (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static guint
get_n_institutions (OctantNewDialog *self)
{
  GPtrArray *organisations = octant_session_get_organisations (self->session);

  return organisations != NULL ? organisations->len : 0;
}

static OctantRecord *
get_institution (OctantNewDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->institution);

  if (selected >= get_n_institutions (self))
    return NULL;
  return g_ptr_array_index (octant_session_get_organisations (self->session), selected);
}

static OctantModel *
get_model (OctantNewDialog *self)
{
  guint selected = adw_combo_row_get_selected (self->model);

  if (self->models == NULL || selected >= self->models->len)
    return NULL;
  return g_ptr_array_index (self->models, selected);
}

static void
mark (GtkWidget *row,
      gboolean   wrong)
{
  if (wrong)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
set_error (OctantNewDialog *self,
           const char      *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

static void
clear_objects (OctantNewDialog *self)
{
  for (guint i = 0; i < self->object_rows->len; i++)
    adw_preferences_group_remove (self->scope, g_ptr_array_index (self->object_rows, i));
  g_ptr_array_set_size (self->object_rows, 0);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  gtk_widget_set_visible (GTK_WIDGET (self->scope), FALSE);
}

typedef struct
{
  OctantNewDialog *dialog; /* (owned) */
  char *id;                /* (owned) */
} Listing;

static Listing *
listing_new (OctantNewDialog *self,
             const char      *id)
{
  Listing *listing = g_new0 (Listing, 1);

  listing->dialog = g_object_ref (self);
  listing->id = g_strdup (id);
  return listing;
}

static void
listing_free (Listing *listing)
{
  g_object_unref (listing->dialog);
  g_free (listing->id);
  g_free (listing);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Listing, listing_free)

/* (nullable): the assessment to go on from */
static const char *
get_from (OctantNewDialog *self)
{
  guint from = adw_combo_row_get_selected (self->from);

  return from > 0 && from <= self->cycles->len ? octant_cycle_item_get_id (g_ptr_array_index (self->cycles, from - 1)) : NULL;
}

static gboolean
has_object (GPtrArray  *scope,
            const char *id)
{
  for (guint i = 0; i < scope->len; i++)
    if (g_str_equal (octant_record_get (g_ptr_array_index (scope, i), OCTANT_CYCLE_OBJECT_OBJECT), id))
      return TRUE;
  return FALSE;
}

static void
scope_listed_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  g_autoptr (Listing) listing = user_data;
  OctantNewDialog *self = listing->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) scope = octant_session_list_objects_finish (OCTANT_SESSION (source), result, &error);

  /* Closed, or something else chosen meanwhile. */
  if (self->stack == NULL || g_strcmp0 (listing->id, get_from (self)) != 0)
    return;
  if (scope == NULL)
    {
      set_error (self, error->message);
      return;
    }
  for (guint i = 0; i < self->object_rows->len; i++)
    adw_switch_row_set_active (g_ptr_array_index (self->object_rows, i),
                               has_object (scope, octant_record_get (g_ptr_array_index (self->objects, i), OCTANT_OBJECT_ID)));
}

/* What goes on from an earlier assessment begins with its objects, what is new with all there are. */
static void
preselect_objects (OctantNewDialog *self)
{
  if (self->object_rows->len == 0)
    return;
  if (get_from (self) != NULL)
    octant_session_list_scope_async (self->session, get_from (self), scope_listed_cb, listing_new (self, get_from (self)));
  else
    for (guint i = 0; i < self->object_rows->len; i++)
      adw_switch_row_set_active (g_ptr_array_index (self->object_rows, i), TRUE);
}

static void
fill_objects (OctantNewDialog *self)
{
  OctantModel *model = get_model (self);

  for (guint i = 0; i < self->objects->len; i++)
    {
      OctantRecord *object = g_ptr_array_index (self->objects, i);
      GtkWidget *row = adw_switch_row_new ();
      g_autofree char *about = model != NULL ? octant_object_describe (model, object) : NULL;

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), octant_record_get (object, OCTANT_OBJECT_NAME));
      if (about != NULL)
        adw_action_row_set_subtitle (ADW_ACTION_ROW (row), about);
      adw_preferences_group_add (self->scope, row);
      g_ptr_array_add (self->object_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->scope), self->objects->len > 0);
  preselect_objects (self);
}

static void
objects_listed_cb (GObject      *source,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr (Listing) listing = user_data;
  OctantNewDialog *self = listing->dialog;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) objects = octant_session_list_objects_finish (OCTANT_SESSION (source), result, &error);

  /* Closed, or another institution chosen meanwhile. */
  if (self->stack == NULL || g_strcmp0 (listing->id, self->objects_of) != 0)
    return;
  if (objects == NULL)
    {
      set_error (self, error->message);
      return;
    }
  clear_objects (self);
  self->objects = g_steal_pointer (&objects);
  fill_objects (self);
}

/* The register of the chosen institution, once for each choice. */
static void
follow_institution (OctantNewDialog *self)
{
  OctantRecord *institution = get_institution (self);
  const char *id = institution != NULL ? octant_record_get (institution, OCTANT_ORGANISATION_ID) : NULL;

  if (!g_set_str (&self->objects_of, id))
    return;
  clear_objects (self);
  if (id == NULL)
    return;
  octant_session_list_objects_async (self->session, id, objects_listed_cb, listing_new (self, id));
}

static GStrv
dup_chosen_objects (OctantNewDialog *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < self->object_rows->len; i++)
    if (adw_switch_row_get_active (g_ptr_array_index (self->object_rows, i)))
      g_strv_builder_add (builder, octant_record_get (g_ptr_array_index (self->objects, i), OCTANT_OBJECT_ID));
  return g_strv_builder_end (builder);
}

/* What keeps it from being made, NULL for nothing. */
static const char *
find_fault (OctantNewDialog *self,
            const char      *name,
            const char      *title)
{
  OctantRecord *institution = get_institution (self);
  const char *title_fault = octant_words_find_fault (self->title_row, OCTANT_WORDS_NAME);
  const char *name_fault = octant_words_find_fault (self->name, OCTANT_WORDS_NAME);

  if (institution == NULL && name_fault != NULL)
    return name_fault;
  if (institution == NULL && octant_session_has_institution (self->session, name, NULL))
    return _("There is an institution of this name: choose it above, or another name");
  if (title_fault != NULL)
    return title_fault;
  if (institution != NULL
      && octant_session_has_cycle (self->session, octant_record_get (institution, OCTANT_ORGANISATION_ID), title, NULL))
    return _("The institution has an assessment of this title: choose another title");
  return NULL;
}

static void
changed_cb (OctantNewDialog *self)
{
  g_autofree char *name = dup_text (self->name);
  g_autofree char *title = dup_text (self->title_row);
  g_autofree char *date = octant_date_row_dup_date (self->date);
  gboolean first = get_institution (self) == NULL;
  gboolean date_ok = date != NULL && *date != '\0';
  const char *fault = self->session != NULL ? find_fault (self, name, title) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->name), first);
  gtk_widget_set_visible (GTK_WIDGET (self->kind), first);
  mark (GTK_WIDGET (self->date), !date_ok);
  if (fault == NULL && !date_ok)
    fault = _("This is no day of the calendar: a date is written as in 2026-12-31");
  set_error (self, fault);
  gtk_widget_set_sensitive (GTK_WIDGET (self->create), (!first || *name != '\0') && *title != '\0' && fault == NULL
                                                           && get_model (self) != NULL);
  if (self->models != NULL)
    follow_institution (self);
}

static void
fill_kinds (OctantNewDialog *self)
{
  OctantModel *model = get_model (self);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const OctantModelTerm *kinds;
  guint n;

  if (model == NULL)
    return;
  kinds = octant_model_get_institution_kinds (model, &n);
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, octant_localise (&kinds[i].name));
  adw_combo_row_set_model (self->kind, G_LIST_MODEL (names));
}

static void
models_listed_cb (GObject      *source,
                  GAsyncResult *result,
                  gpointer      user_data)
{
  g_autoptr (OctantNewDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->models = octant_session_list_models_finish (OCTANT_SESSION (source), result, &error);
  /* Closed meanwhile. */
  if (self->stack == NULL)
    return;
  gtk_stack_set_visible_child_name (self->stack, "form");
  if (self->models == NULL)
    {
      set_error (self, error->message);
      return;
    }
  for (guint i = 0; i < self->models->len; i++)
    {
      OctantModel *model = g_ptr_array_index (self->models, i);
      g_autofree char *name = g_strdup_printf ("%s %s", octant_localise (octant_model_get_title (model)),
                                               octant_model_get_version (model));

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->model, G_LIST_MODEL (names));
  fill_kinds (self);
  changed_cb (self);
}

static void
created_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (OctantNewDialog) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (octant_session_new_cycle_finish (OCTANT_SESSION (source), result, &error))
    {
      adw_dialog_force_close (ADW_DIALOG (self));
      return;
    }
  if (self->stack == NULL)
    return;
  message = octant_describe_store_error (error);
  gtk_stack_set_visible_child_name (self->stack, "form");
  gtk_widget_set_sensitive (GTK_WIDGET (self->create), TRUE);
  adw_dialog_set_can_close (ADW_DIALOG (self), TRUE);
  set_error (self, message);
}

static void
create_cb (OctantNewDialog *self)
{
  OctantRecord *institution = get_institution (self);
  OctantModel *model = get_model (self);
  OctantNewCycleRequest *request;
  const OctantModelTerm *kinds;
  guint n;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->create)) || model == NULL)
    return;
  request = g_new0 (OctantNewCycleRequest, 1);
  kinds = octant_model_get_institution_kinds (model, &n);
  if (institution != NULL)
    request->organisation_id = g_strdup (octant_record_get (institution, OCTANT_ORGANISATION_ID));
  else
    {
      request->organisation_name = dup_text (self->name);
      request->organisation_kind = g_strdup (kinds[MIN (adw_combo_row_get_selected (self->kind), n - 1)].id);
    }
  request->title = dup_text (self->title_row);
  request->as_of = octant_date_row_dup_date (self->date);
  if (self->objects != NULL)
    request->objects = dup_chosen_objects (self);
  request->model = g_object_ref (model);
  request->from_cycle = g_strdup (get_from (self));
  gtk_widget_set_sensitive (GTK_WIDGET (self->create), FALSE);
  adw_dialog_set_can_close (ADW_DIALOG (self), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "busy");
  octant_session_new_cycle_async (self->session, request, created_cb, g_object_ref (self));
}

static void
fill_institutions (OctantNewDialog *self)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint n = get_n_institutions (self);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (names, octant_record_get (g_ptr_array_index (octant_session_get_organisations (self->session), i),
                                                      OCTANT_ORGANISATION_NAME));
  gtk_string_list_append (names, _("New Institution…"));
  adw_combo_row_set_model (self->institution, G_LIST_MODEL (names));
  gtk_widget_set_visible (GTK_WIDGET (self->institution), n > 0);
}

/* Only an assessment of the same institution can be gone on from. */
static void
fill_cycles (OctantNewDialog *self)
{
  OctantRecord *institution = get_institution (self);
  const char *id = institution != NULL ? octant_record_get (institution, OCTANT_ORGANISATION_ID) : NULL;
  GListModel *cycles = octant_session_get_cycles (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  g_ptr_array_set_size (self->cycles, 0);
  gtk_string_list_append (names, _("Nothing, every question is open"));
  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (cycles); i++)
    {
      g_autoptr (OctantCycleItem) item = g_list_model_get_item (cycles, i);

      if (g_strcmp0 (octant_record_get (octant_cycle_item_get_record (item), OCTANT_CYCLE_ORG), id) != 0)
        continue;
      gtk_string_list_append (names, octant_cycle_item_get_title (item));
      g_ptr_array_add (self->cycles, g_steal_pointer (&item));
    }
  adw_combo_row_set_model (self->from, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->from, self->cycles->len > 0 ? 1 : 0);
  gtk_widget_set_visible (GTK_WIDGET (self->from), self->cycles->len > 0);
}

/* What is there already is no title for another one. */
static void
fill_title (OctantNewDialog *self)
{
  OctantRecord *institution = get_institution (self);
  g_autofree char *today = octant_date_today ();
  g_autofree char *year = g_strndup (today, 4);
  /* Translators: the default title of a new assessment; %s is a year */
  g_autofree char *title = g_strdup_printf (_("%s Annual Assessment"), year);
  gboolean taken = institution != NULL
                   && octant_session_has_cycle (self->session, octant_record_get (institution, OCTANT_ORGANISATION_ID),
                                                title, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->title_row), taken ? "" : title);
}

static void
institution_cb (OctantNewDialog *self)
{
  if (self->session == NULL)
    return;
  fill_cycles (self);
  changed_cb (self);
}

/* The institution that is looked at. */
static void
select_institution (OctantNewDialog *self)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  GPtrArray *organisations = octant_session_get_organisations (self->session);
  const char *id = assessment != NULL ? octant_record_get (octant_assessment_get_cycle (assessment), OCTANT_CYCLE_ORG)
                                      : NULL;

  for (guint i = 0; id != NULL && i < get_n_institutions (self); i++)
    if (g_strcmp0 (octant_record_get (g_ptr_array_index (organisations, i), OCTANT_ORGANISATION_ID), id) == 0)
      adw_combo_row_set_selected (self->institution, i);
}

static void
octant_new_dialog_dispose (GObject *object)
{
  OctantNewDialog *self = OCTANT_NEW_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_NEW_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->models, g_ptr_array_unref);
  g_clear_pointer (&self->objects, g_ptr_array_unref);
  g_clear_pointer (&self->object_rows, g_ptr_array_unref);
  g_clear_pointer (&self->objects_of, g_free);
  g_clear_pointer (&self->cycles, g_ptr_array_unref);

  G_OBJECT_CLASS (octant_new_dialog_parent_class)->dispose (object);
}

static void
octant_new_dialog_class_init (OctantNewDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_new_dialog_dispose;
  g_type_ensure (OCTANT_TYPE_DATE_ROW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-new-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantNewDialog, create);
  gtk_widget_class_bind_template_child (widget_class, OctantNewDialog, date);
  gtk_widget_class_bind_template_child (widget_class, OctantNewDialog, error);
  gtk_widget_class_bind_template_child (widget_class, OctantNewDialog, from);
  gtk_widget_class_bind_template_child (widget_class, OctantNewDialog, institution);
  gtk_widget_class_bind_template_child (widget_class, OctantNewDialog, kind);
  gtk_widget_class_bind_template_child (widget_class, OctantNewDialog, model);
  gtk_widget_class_bind_template_child (widget_class, OctantNewDialog, name);
  gtk_widget_class_bind_template_child (widget_class, OctantNewDialog, scope);
  gtk_widget_class_bind_template_child (widget_class, OctantNewDialog, stack);
  gtk_widget_class_bind_template_child (widget_class, OctantNewDialog, title_row);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, create_cb);
  gtk_widget_class_bind_template_callback (widget_class, institution_cb);
  gtk_widget_class_bind_template_callback (widget_class, preselect_objects);
}

static void
octant_new_dialog_init (OctantNewDialog *self)
{
  self->object_rows = g_ptr_array_new ();
  self->cycles = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
octant_new_dialog_new (OctantSession *session)
{
  OctantNewDialog *self = g_object_new (OCTANT_TYPE_NEW_DIALOG, NULL);
  g_autofree char *today = octant_date_today ();

  self->session = g_object_ref (session);
  fill_institutions (self);
  select_institution (self);
  fill_cycles (self);
  fill_title (self);
  gtk_editable_set_text (GTK_EDITABLE (self->date), today);
  changed_cb (self);
  /* The first question that has no answer yet. */
  adw_dialog_set_focus (ADW_DIALOG (self), get_n_institutions (self) > 0 ? GTK_WIDGET (self->title_row)
                                                                         : GTK_WIDGET (self->name));
  octant_session_list_models_async (session, models_listed_cb, g_object_ref (self));
  return ADW_DIALOG (self);
}

AdwDialog *
octant_new_dialog_new_for_institution (OctantSession *session)
{
  OctantNewDialog *self = OCTANT_NEW_DIALOG (octant_new_dialog_new (session));

  /* The last row of the list is the one that is not there yet. */
  adw_combo_row_set_selected (self->institution, get_n_institutions (self));
  fill_title (self);
  adw_dialog_set_focus (ADW_DIALOG (self), GTK_WIDGET (self->name));
  return ADW_DIALOG (self);
}
