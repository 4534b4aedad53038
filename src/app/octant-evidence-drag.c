/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-evidence-drag.h"

#include <glib/gi18n.h>

/* As long as one hovers on purpose, in milliseconds. */
#define SPRING_DELAY 600

struct _OctantEvidenceDrag
{
  char **ids;
};

G_DEFINE_BOXED_TYPE (OctantEvidenceDrag, octant_evidence_drag, octant_evidence_drag_copy, octant_evidence_drag_free)

static OctantEvidenceDrag *
drag_new (const char *const *evidence_ids)
{
  OctantEvidenceDrag *self = g_new0 (OctantEvidenceDrag, 1);

  self->ids = g_strdupv ((char **) evidence_ids);
  return self;
}

OctantEvidenceDrag *
octant_evidence_drag_copy (OctantEvidenceDrag *self)
{
  return drag_new ((const char *const *) self->ids);
}

void
octant_evidence_drag_free (OctantEvidenceDrag *self)
{
  g_strfreev (self->ids);
  g_free (self);
}

const char *const *
octant_evidence_drag_get_ids (const OctantEvidenceDrag *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return (const char *const *) self->ids;
}

GdkContentProvider *
octant_evidence_drag_new_content (const char *const *evidence_ids)
{
  OctantEvidenceDrag *self = drag_new (evidence_ids);
  GdkContentProvider *content = gdk_content_provider_new_typed (OCTANT_TYPE_EVIDENCE_DRAG, self);

  octant_evidence_drag_free (self);
  return content;
}

void
octant_evidence_drag_set_icon (GdkDrag    *drag,
                               const char *title,
                               guint       n_pieces)
{
  g_autofree char *many = g_strdup_printf (ngettext ("%u file", "%u files", n_pieces), n_pieces);
  GtkWidget *label = gtk_label_new (n_pieces == 1 ? title : many);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_add_css_class (label, "evidence-drag");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), label);
}

GtkEventController *
octant_evidence_drag_new_target (void)
{
  GType types[] = { OCTANT_TYPE_EVIDENCE_DRAG, GDK_TYPE_FILE_LIST };
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  return GTK_EVENT_CONTROLLER (target);
}

/* Lives as long as the controller whose data it is. */
typedef struct
{
  const char *action;
  OctantSpringFunc get_target;
  GtkWidget *widget; /* (unowned) */
  guint timer;
} Spring;

static void
spring_free (Spring *spring)
{
  g_clear_handle_id (&spring->timer, g_source_remove);
  g_free (spring);
}

static void
release_cb (gpointer user_data)
{
  Spring *spring = user_data;
  const char *target = spring->get_target (spring->widget);

  spring->timer = 0;
  if (target != NULL)
    gtk_widget_activate_action (spring->widget, spring->action, "s", target);
}

static void
enter_cb (Spring *spring)
{
  if (spring->timer == 0)
    spring->timer = g_timeout_add_once (SPRING_DELAY, release_cb, spring);
}

static void
leave_cb (Spring *spring)
{
  g_clear_handle_id (&spring->timer, g_source_remove);
}

void
octant_spring_install (GtkWidget       *widget,
                       const char      *action,
                       OctantSpringFunc get_target)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  Spring *spring = g_new0 (Spring, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (action != NULL && get_target != NULL);

  spring->action = g_intern_string (action);
  spring->get_target = get_target;
  spring->widget = widget;
  g_object_set_data_full (G_OBJECT (motion), "octant-spring", spring, (GDestroyNotify) spring_free);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (enter_cb), spring);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), spring);
  gtk_widget_add_controller (widget, motion);
}
