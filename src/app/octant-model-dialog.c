/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-model-dialog.h"

#include <glib/gi18n.h>

#include "octant-texts.h"

struct _OctantModelDialog
{
  AdwDialog parent_instance;

  GtkLabel *name;
  GtkLabel *provenance;
  AdwActionRow *version;
  AdwActionRow *hash;
  AdwActionRow *counts;
  AdwPreferencesGroup *levels;
  AdwPreferencesGroup *lenses;
};

G_DEFINE_FINAL_TYPE (OctantModelDialog, octant_model_dialog, ADW_TYPE_DIALOG)

static void
octant_model_dialog_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), OCTANT_TYPE_MODEL_DIALOG);

  G_OBJECT_CLASS (octant_model_dialog_parent_class)->dispose (object);
}

static void
octant_model_dialog_class_init (OctantModelDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_model_dialog_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-model-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantModelDialog, counts);
  gtk_widget_class_bind_template_child (widget_class, OctantModelDialog, hash);
  gtk_widget_class_bind_template_child (widget_class, OctantModelDialog, lenses);
  gtk_widget_class_bind_template_child (widget_class, OctantModelDialog, levels);
  gtk_widget_class_bind_template_child (widget_class, OctantModelDialog, name);
  gtk_widget_class_bind_template_child (widget_class, OctantModelDialog, provenance);
  gtk_widget_class_bind_template_child (widget_class, OctantModelDialog, version);
}

static void
octant_model_dialog_init (OctantModelDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
add_row (AdwPreferencesGroup *group,
         const char          *title,
         const char          *subtitle)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (group, row);
}

static void
add_levels (OctantModelDialog *self,
            OctantModel       *model)
{
  for (guint i = 1; i <= octant_model_get_n_levels (model); i++)
    {
      const OctantModelLevel *level = octant_model_get_level (model, i);
      /* Translators: the number and the name of a level */
      g_autofree char *title = g_strdup_printf (C_("level", "%u · %s"), i, octant_localise (&level->name));

      add_row (self->levels, title, octant_localise (&level->summary));
    }
}

static void
add_lenses (OctantModelDialog *self,
            OctantModel       *model)
{
  guint n;
  const OctantModelLens *lenses = octant_model_get_lenses (model, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *groups =
          g_strdup_printf (ngettext ("%u group", "%u groups", lenses[i].n_groups), lenses[i].n_groups);
      g_autofree char *subtitle =
          lenses[i].version != NULL ? g_strdup_printf (_("Version %s, %s"), lenses[i].version, groups) : g_strdup (groups);

      add_row (self->lenses, octant_localise (&lenses[i].name), subtitle);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->lenses), n > 0);
}

/* What is retired is in the file, but is asked of nobody. */
static char *
describe_counts (OctantModel *model)
{
  guint n_active = 0;
  g_autofree char *domains = NULL;
  g_autofree char *subdomains = NULL;
  g_autofree char *requirements = NULL;
  guint n_domains = octant_model_get_n_domains (model);
  guint n_subdomains = octant_model_get_n_subdomains (model);

  for (guint i = 0; i < octant_model_get_n_requirements (model); i++)
    n_active += octant_model_get_requirement (model, i)->active ? 1 : 0;
  domains = g_strdup_printf (ngettext ("%u domain", "%u domains", n_domains), n_domains);
  subdomains = g_strdup_printf (ngettext ("%u sub-domain", "%u sub-domains", n_subdomains), n_subdomains);
  requirements = g_strdup_printf (ngettext ("%u requirement", "%u requirements", n_active), n_active);
  return g_strdup_printf ("%s · %s · %s", domains, subdomains, requirements);
}

AdwDialog *
octant_model_dialog_new (OctantModel *model)
{
  OctantModelDialog *self;
  g_autofree char *version = NULL;
  g_autofree char *counts = NULL;

  g_return_val_if_fail (OCTANT_IS_MODEL (model), NULL);

  self = g_object_new (OCTANT_TYPE_MODEL_DIALOG, NULL);
  version = g_strdup_printf ("%s %s", octant_model_get_id (model), octant_model_get_version (model));
  counts = describe_counts (model);
  gtk_label_set_label (self->name, octant_localise (octant_model_get_title (model)));
  gtk_label_set_label (self->provenance, octant_localise (octant_model_get_provenance (model)));
  adw_action_row_set_subtitle (self->version, version);
  adw_action_row_set_subtitle (self->hash, octant_model_get_hash (model));
  adw_action_row_set_subtitle (self->counts, counts);
  add_levels (self, model);
  add_lenses (self, model);
  return ADW_DIALOG (self);
}
