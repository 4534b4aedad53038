/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-interview-outline.h"

#include <glib/gi18n.h>

#include "octant-texts.h"

struct _OctantInterviewOutline
{
  AdwBin parent_instance;

  OctantInterviewAgenda *agenda; /* (nullable) */
  GArray *sections;              /* (owned) (nullable) (element-type OctantInterviewSection): as listed */
  guint focus;                   /* a source that brings the selected row into sight once it has a place */

  GtkMenuButton *button; /* the bin's child, which a template must not bind */
  GtkPopover *popover;
  GtkListBox *list;
  GtkLabel *position;
  GtkLabel *answered;
};

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantInterviewOutline, octant_interview_outline, ADW_TYPE_BIN)

static GtkWidget *
make_row (OctantInterviewOutline       *self,
          const OctantInterviewSection *section)
{
  OctantModel *model = octant_assessment_get_model (octant_interview_agenda_get_assessment (self->agenda));
  const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, section->subdomain);
  g_autofree char *name = g_strdup_printf ("%s %s", subdomain->code, octant_localise (&subdomain->name));
  g_autofree char *count = g_strdup_printf ("%u / %u", section->n_done, section->n_questions);
  /* Translators: a sub-domain, then how many of its questions are answered */
  g_autofree char *spoken = g_strdup_printf (_("%s, %u of %u questions"), name, section->n_done, section->n_questions);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *number = gtk_label_new (count);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (number, "numeric");
  gtk_widget_add_css_class (number, section->n_done == section->n_questions ? "accent" : "dimmed");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), number);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  return row;
}

static gboolean
focus_cb (gpointer user_data)
{
  OctantInterviewOutline *self = user_data;
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  self->focus = 0;
  if (row == NULL)
    return G_SOURCE_REMOVE;
  gtk_viewport_scroll_to (GTK_VIEWPORT (gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_VIEWPORT)),
                          GTK_WIDGET (row), NULL);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  return G_SOURCE_REMOVE;
}

/* Filled when it opens: every answer would change it. */
static void
map_cb (OctantInterviewOutline *self)
{
  guint position;

  gtk_list_box_remove_all (self->list);
  g_clear_pointer (&self->sections, g_array_unref);
  if (self->agenda == NULL)
    return;
  self->sections = octant_interview_agenda_list_sections (self->agenda);
  position = octant_interview_agenda_get_position (self->agenda);
  for (guint i = 0; i < self->sections->len; i++)
    {
      const OctantInterviewSection *section = &g_array_index (self->sections, OctantInterviewSection, i);
      GtkWidget *row = make_row (self, section);

      gtk_list_box_append (self->list, row);
      if (position >= section->first && position < section->first + section->n_questions)
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
    }
  g_clear_handle_id (&self->focus, g_source_remove);
  self->focus = g_idle_add_full (G_PRIORITY_LOW, focus_cb, self, NULL);
}

static void
row_activated_cb (OctantInterviewOutline *self,
                  GtkListBoxRow          *row)
{
  const OctantInterviewSection *section;
  guint open;

  if (self->agenda == NULL || self->sections == NULL)
    return;
  section = &g_array_index (self->sections, OctantInterviewSection, (guint) gtk_list_box_row_get_index (row));
  open = octant_interview_agenda_find_open (self->agenda, section->first);
  gtk_popover_popdown (self->popover);
  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0,
                 open < section->first + section->n_questions && open >= section->first ? open : section->first);
}

static void
octant_interview_outline_dispose (GObject *object)
{
  OctantInterviewOutline *self = OCTANT_INTERVIEW_OUTLINE (object);

  g_clear_handle_id (&self->focus, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_INTERVIEW_OUTLINE);
  self->agenda = NULL;
  g_clear_pointer (&self->sections, g_array_unref);

  G_OBJECT_CLASS (octant_interview_outline_parent_class)->dispose (object);
}

static void
octant_interview_outline_class_init (OctantInterviewOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_interview_outline_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-interview-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewOutline, answered);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewOutline, list);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewOutline, popover);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewOutline, position);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, map_cb);
}

static void
octant_interview_outline_init (OctantInterviewOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->button = GTK_MENU_BUTTON (adw_bin_get_child (ADW_BIN (self)));
}

void
octant_interview_outline_set_agenda (OctantInterviewOutline *self,
                                     OctantInterviewAgenda  *agenda)
{
  g_return_if_fail (OCTANT_IS_INTERVIEW_OUTLINE (self));

  self->agenda = agenda;
  gtk_popover_popdown (self->popover);
}

void
octant_interview_outline_update (OctantInterviewOutline *self,
                                 guint                   n_done)
{
  g_autofree char *position = NULL;
  g_autofree char *answered = NULL;
  g_autofree char *spoken = NULL;
  guint n;

  g_return_if_fail (OCTANT_IS_INTERVIEW_OUTLINE (self));
  g_return_if_fail (self->agenda != NULL);

  n = octant_interview_agenda_get_n_questions (self->agenda);
  position = g_strdup_printf ("%u / %u", MIN (octant_interview_agenda_get_position (self->agenda) + 1, n), n);
  answered = g_strdup_printf (_("%u answered"), n_done);
  /* Translators: the place of a question among all, then how many are answered */
  spoken = g_strdup_printf (_("Sub-domains: question %s, %s"), position, answered);
  gtk_label_set_label (self->position, position);
  gtk_label_set_label (self->answered, answered);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self->button), n > 0);
}
