/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-filter-button.h"

#include <glib/gi18n.h>

#include "octant-drop-down.h"
#include "octant-texts.h"

static const OctantItemFlags all_conditions[] = {
  OCTANT_ITEM_UNANSWERED,     OCTANT_ITEM_TO_CONFIRM, OCTANT_ITEM_WITHOUT_EVIDENCE,
  OCTANT_ITEM_STALE_EVIDENCE, OCTANT_ITEM_BLOCKING,   OCTANT_ITEM_UNSETTLED,
  OCTANT_ITEM_NEWS,
};

struct _OctantFilterButton
{
  AdwBin parent_instance;

  OctantSession *session; /* (owned) (nullable) */
  GtkWidget *checks[G_N_ELEMENTS (all_conditions)];
  GtkWidget *labels[OCTANT_N_FACETS];
  GtkWidget *choices[OCTANT_N_FACETS];
  GPtrArray *values[OCTANT_N_FACETS]; /* (owned) (element-type utf8): ids behind the choices; the first is NULL, any */
  gboolean updating;

  GtkMenuButton *button; /* the bin's child, which a template must not bind */
  GtkPopover *popover;
  GtkBox *conditions;
  GtkGrid *facets;
  GtkButton *clear;
};

typedef enum
{
  PROP_SESSION = 1,
} OctantFilterButtonProperty;

static GParamSpec *props[PROP_SESSION + 1];

G_DEFINE_FINAL_TYPE (OctantFilterButton, octant_filter_button, ADW_TYPE_BIN)

static OctantRequirementFilter *
get_filter (OctantFilterButton *self)
{
  return octant_session_get_filter (self->session);
}

static void
add_value (GPtrArray     *values,
           GtkStringList *names,
           const char    *id,
           const char    *name)
{
  g_ptr_array_add (values, g_strdup (id));
  gtk_string_list_append (names, name);
}

/* What there is to choose from in this assessment. */
static void
list_values (OctantAssessment *assessment,
             OctantFacet       facet,
             GPtrArray        *values,
             GtkStringList    *names)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  const OctantModelTerm *roles;
  guint n;

  if (facet == OCTANT_FACET_ROLE)
    {
      roles = octant_model_get_roles (model, &n);
      for (guint i = 0; i < n; i++)
        add_value (values, names, roles[i].id, octant_localise (&roles[i].name));
    }
  else if (facet == OCTANT_FACET_OBJECT)
    for (guint i = 0; i < octant_assessment_get_n_objects (assessment); i++)
      {
        OctantRecord *object = octant_assessment_get_object (assessment, i);

        add_value (values, names, octant_record_get (object, OCTANT_CYCLE_OBJECT_OBJECT),
                   octant_record_get (object, OCTANT_CYCLE_OBJECT_NAME));
      }
  else if (facet == OCTANT_FACET_ASPECT)
    for (guint i = 0; i < octant_model_get_n_aspects (model); i++)
      {
        const OctantModelAspect *aspect = octant_model_get_aspect (model, i);

        add_value (values, names, aspect->id, octant_localise (&aspect->name));
      }
  else
    for (guint i = 1; i <= octant_model_get_n_levels (model); i++)
      {
        g_autofree char *id = g_strdup_printf ("%u", i);
        g_autofree char *name = g_strdup_printf (_("Level %u"), i);

        add_value (values, names, id, name);
      }
}

static void
update_facet (OctantFilterButton *self,
              OctantFacet         facet)
{
  OctantAssessment *assessment = octant_session_get_assessment (self->session);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  const char *wanted = octant_requirement_filter_get_facet (get_filter (self), facet);
  guint selected = 0;

  g_ptr_array_set_size (self->values[facet], 0);
  /* Translators: no restriction, as in “Role: Any” */
  add_value (self->values[facet], names, NULL, _("Any"));
  if (assessment != NULL)
    list_values (assessment, facet, self->values[facet], names);
  for (guint i = 1; i < self->values[facet]->len; i++)
    if (g_strcmp0 (self->values[facet]->pdata[i], wanted) == 0)
      selected = i;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->choices[facet]), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->choices[facet]), selected);
  gtk_widget_set_visible (self->choices[facet], self->values[facet]->len > 1);
  gtk_widget_set_visible (self->labels[facet], self->values[facet]->len > 1);
}

/* Fills the popover when it opens: what it can ask for depends on the assessment. */
static void
show_cb (OctantFilterButton *self)
{
  guint conditions = octant_requirement_filter_get_conditions (get_filter (self));

  self->updating = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (all_conditions); i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->checks[i]), (conditions & all_conditions[i]) != 0);
  for (guint i = 0; i < OCTANT_N_FACETS; i++)
    update_facet (self, (OctantFacet) i);
  self->updating = FALSE;
}

static void
condition_cb (OctantFilterButton *self,
              GtkCheckButton     *check)
{
  if (self->updating)
    return;
  for (guint i = 0; i < G_N_ELEMENTS (all_conditions); i++)
    if (self->checks[i] == GTK_WIDGET (check))
      octant_requirement_filter_set_condition (get_filter (self), all_conditions[i],
                                               gtk_check_button_get_active (check));
}

static void
choice_cb (OctantFilterButton *self,
           GParamSpec         *pspec,
           GtkDropDown        *choice)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (self->updating)
    return;
  for (guint i = 0; i < OCTANT_N_FACETS; i++)
    if (self->choices[i] == GTK_WIDGET (choice) && selected < self->values[i]->len)
      octant_requirement_filter_set_facet (get_filter (self), (OctantFacet) i, self->values[i]->pdata[selected]);
}

static void
clear_cb (OctantFilterButton *self)
{
  octant_requirement_filter_clear (get_filter (self));
  gtk_popover_popdown (self->popover);
}

static void
filter_changed_cb (OctantFilterButton *self)
{
  gboolean active = octant_requirement_filter_is_active (get_filter (self));

  if (active)
    gtk_widget_add_css_class (GTK_WIDGET (self->button), "accent");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->button), "accent");
  gtk_widget_set_sensitive (GTK_WIDGET (self->clear), active);
}

static void
set_session (OctantFilterButton *self,
             OctantSession      *session)
{
  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  g_signal_connect_object (get_filter (self), "changed", G_CALLBACK (filter_changed_cb), self, G_CONNECT_SWAPPED);
  filter_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_SESSION]);
}

static void
octant_filter_button_get_property (GObject    *object,
                                   guint       prop_id,
                                   GValue     *value,
                                   GParamSpec *pspec)
{
  if (prop_id == PROP_SESSION)
    g_value_set_object (value, OCTANT_FILTER_BUTTON (object)->session);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_filter_button_set_property (GObject      *object,
                                   guint         prop_id,
                                   const GValue *value,
                                   GParamSpec   *pspec)
{
  if (prop_id == PROP_SESSION)
    set_session (OCTANT_FILTER_BUTTON (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_filter_button_dispose (GObject *object)
{
  OctantFilterButton *self = OCTANT_FILTER_BUTTON (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_FILTER_BUTTON);
  g_clear_object (&self->session);
  for (guint i = 0; i < OCTANT_N_FACETS; i++)
    g_clear_pointer (&self->values[i], g_ptr_array_unref);

  G_OBJECT_CLASS (octant_filter_button_parent_class)->dispose (object);
}

static void
octant_filter_button_class_init (OctantFilterButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = octant_filter_button_get_property;
  object_class->set_property = octant_filter_button_set_property;
  object_class->dispose = octant_filter_button_dispose;

  props[PROP_SESSION] = g_param_spec_object ("session", NULL, NULL, OCTANT_TYPE_SESSION,
                                             G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-filter-button.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantFilterButton, clear);
  gtk_widget_class_bind_template_child (widget_class, OctantFilterButton, conditions);
  gtk_widget_class_bind_template_child (widget_class, OctantFilterButton, facets);
  gtk_widget_class_bind_template_child (widget_class, OctantFilterButton, popover);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
}

static void
add_facet (OctantFilterButton *self,
           OctantFacet         facet,
           const char         *name)
{
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *choice = gtk_drop_down_new (NULL, NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (choice, TRUE);
  octant_drop_down_set_up (GTK_DROP_DOWN (choice), name);
  gtk_grid_attach (self->facets, label, 0, (int) facet, 1, 1);
  gtk_grid_attach (self->facets, choice, 1, (int) facet, 1, 1);
  g_signal_connect_object (choice, "notify::selected", G_CALLBACK (choice_cb), self, G_CONNECT_SWAPPED);
  self->labels[facet] = label;
  self->choices[facet] = choice;
  self->values[facet] = g_ptr_array_new_with_free_func (g_free);
}

static void
octant_filter_button_init (OctantFilterButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->button = GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self)));
  for (guint i = 0; i < G_N_ELEMENTS (all_conditions); i++)
    {
      self->checks[i] = gtk_check_button_new_with_label (octant_condition_get_name (all_conditions[i]));
      g_signal_connect_object (self->checks[i], "toggled", G_CALLBACK (condition_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->conditions, self->checks[i]);
    }
  add_facet (self, OCTANT_FACET_ROLE, _("Role"));
  add_facet (self, OCTANT_FACET_OBJECT, _("Object"));
  add_facet (self, OCTANT_FACET_ASPECT, _("Aspect"));
  add_facet (self, OCTANT_FACET_LEVEL, _("Level"));
}

void
octant_filter_button_popup (OctantFilterButton *self)
{
  g_return_if_fail (OCTANT_IS_FILTER_BUTTON (self));

  gtk_menu_button_popup (self->button);
}
