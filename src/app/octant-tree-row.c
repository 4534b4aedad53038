/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-tree-row.h"

#include <glib/gi18n.h>

#include "octant-evidence-drag.h"
#include "octant-level-pill.h"
#include "octant-node-bar.h"
#include "octant-texts.h"
#include "octant-tip.h"

struct _OctantTreeRow
{
  AdwBin parent_instance;

  OctantNode *node; /* (owned) (nullable) */
  OctantRequirementFilter *filter; /* (owned) (nullable) */

  GtkLabel *code;
  GtkLabel *name;
  GtkLabel *progress;
  GtkLabel *limited;
  GtkImage *blocking;
  GtkImage *carried;
  GtkImage *tailored;
  OctantLevelPill *pill;
  OctantNodeBar *bar;
};

G_DEFINE_FINAL_TYPE (OctantTreeRow, octant_tree_row, ADW_TYPE_BIN)

/* A class of CSS would have GTK style each row of the sidebar anew. (transfer none) */
static PangoAttrList *
get_bold (void)
{
  static PangoAttrList *bold;

  if (bold == NULL)
    {
      bold = pango_attr_list_new ();
      pango_attr_list_insert (bold, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
    }
  return bold;
}

static void
update_cb (OctantTreeRow *self)
{
  const OctantScore *score = octant_node_get_score (self->node);
  gboolean applicable = octant_node_get_applicable (self->node);
  gboolean blocking;
  guint carried;
  gboolean filtered = self->filter != NULL && octant_requirement_filter_is_active (self->filter);
  g_autofree char *progress = filtered
                                  ? g_strdup_printf ("%u", octant_requirement_filter_count (self->filter, self->node))
                                  : g_strdup_printf ("%u/%u", score->answered, score->applicable_items);

  g_object_get (self->node, "blocking", &blocking, "carried", &carried, NULL);
  gtk_label_set_label (self->progress, applicable || filtered ? progress : "");
  octant_tip_set (GTK_WIDGET (self->progress), filtered ? _("Requirements that match the filter") : NULL);
  gtk_label_set_attributes (self->progress, filtered ? get_bold () : NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->blocking), blocking && applicable);
  gtk_widget_set_visible (GTK_WIDGET (self->carried), carried > 0 && applicable);
  gtk_widget_set_visible (GTK_WIDGET (self->tailored), !applicable);
  gtk_widget_set_visible (GTK_WIDGET (self->bar), applicable);
  gtk_widget_set_visible (GTK_WIDGET (self->limited), score->limited);
  octant_level_pill_set_level (self->pill, applicable ? octant_node_get_level (self->node) : -1);
  if (applicable)
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "dimmed");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "dimmed");
}

static void
octant_tree_row_dispose (GObject *object)
{
  OctantTreeRow *self = OCTANT_TREE_ROW (object);

  octant_tree_row_set_node (self, NULL);
  octant_tree_row_set_filter (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_TREE_ROW);

  G_OBJECT_CLASS (octant_tree_row_parent_class)->dispose (object);
}

static void
octant_tree_row_class_init (OctantTreeRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = octant_tree_row_dispose;

  g_type_ensure (OCTANT_TYPE_LEVEL_PILL);
  g_type_ensure (OCTANT_TYPE_NODE_BAR);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-tree-row.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantTreeRow, bar);
  gtk_widget_class_bind_template_child (widget_class, OctantTreeRow, blocking);
  gtk_widget_class_bind_template_child (widget_class, OctantTreeRow, carried);
  gtk_widget_class_bind_template_child (widget_class, OctantTreeRow, code);
  gtk_widget_class_bind_template_child (widget_class, OctantTreeRow, name);
  gtk_widget_class_bind_template_child (widget_class, OctantTreeRow, limited);
  gtk_widget_class_bind_template_child (widget_class, OctantTreeRow, pill);
  gtk_widget_class_bind_template_child (widget_class, OctantTreeRow, progress);
  gtk_widget_class_bind_template_child (widget_class, OctantTreeRow, tailored);
}

/* A domain has no page; the arrow before it unfolds it under a drag by itself. */
static const char *
get_spring_target (GtkWidget *row)
{
  OctantNode *node = OCTANT_TREE_ROW (row)->node;

  return node != NULL && octant_node_is_subdomain (node) ? octant_node_get_code (node) : NULL;
}

static void
octant_tree_row_init (OctantTreeRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  octant_spring_install (GTK_WIDGET (self), "win.show-node", get_spring_target);
}

GtkWidget *
octant_tree_row_new (void)
{
  return g_object_new (OCTANT_TYPE_TREE_ROW, NULL);
}

OctantNode *
octant_tree_row_get_node (OctantTreeRow *self)
{
  g_return_val_if_fail (OCTANT_IS_TREE_ROW (self), NULL);

  return self->node;
}

static void
counts_changed_cb (OctantTreeRow *self)
{
  if (self->node != NULL)
    update_cb (self);
}

void
octant_tree_row_set_filter (OctantTreeRow           *self,
                            OctantRequirementFilter *filter)
{
  g_return_if_fail (OCTANT_IS_TREE_ROW (self));

  if (self->filter == filter)
    return;
  if (self->filter != NULL)
    g_signal_handlers_disconnect_by_func (self->filter, counts_changed_cb, self);
  g_set_object (&self->filter, filter);
  if (filter != NULL)
    g_signal_connect_object (filter, "counts-changed", G_CALLBACK (counts_changed_cb), self, G_CONNECT_SWAPPED);
}

void
octant_tree_row_set_node (OctantTreeRow *self,
                          OctantNode    *node)
{
  g_return_if_fail (OCTANT_IS_TREE_ROW (self));

  if (self->node == node)
    return;
  if (self->node != NULL)
    g_signal_handlers_disconnect_by_func (self->node, update_cb, self);
  g_set_object (&self->node, node);
  octant_node_bar_set_node (self->bar, node, -1);
  if (node == NULL)
    return;

  g_signal_connect_object (node, "notify", G_CALLBACK (update_cb), self, G_CONNECT_SWAPPED);
  gtk_label_set_label (self->code, octant_node_get_code (node));
  gtk_label_set_label (self->name, octant_localise (octant_node_get_name (node)));
  octant_tip_set (GTK_WIDGET (self->name), octant_localise (octant_node_get_name (node)));
  if (octant_node_is_subdomain (node))
    gtk_widget_remove_css_class (GTK_WIDGET (self), "heading");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "heading");
  update_cb (self);
}

char *
octant_tree_row_describe (OctantNode              *node,
                          OctantRequirementFilter *filter)
{
  const OctantScore *score = octant_node_get_score (node);
  GString *text = g_string_new (octant_node_get_code (node));
  gboolean blocking;
  guint carried;

  g_object_get (node, "blocking", &blocking, "carried", &carried, NULL);
  g_string_append_printf (text, " %s, ", octant_localise (octant_node_get_name (node)));
  if (!score->applicable)
    {
      g_string_append (text, _("out of scope"));
      return g_string_free (text, FALSE);
    }
  g_string_append_printf (text, _("level %d"), score->l);
  if (score->limited)
    g_string_append_printf (text, " (%s)", _("limited"));
  g_string_append (text, ", ");
  g_string_append_printf (text, ngettext ("%u of %u requirement answered", "%u of %u requirements answered",
                                          score->applicable_items),
                          score->answered, score->applicable_items);
  if (blocking)
    g_string_append_printf (text, ", %s", _("keeps the whole from its next level"));
  if (carried > 0)
    g_string_append_printf (text, ", %s", _("has answers to confirm"));
  if (filter != NULL && octant_requirement_filter_is_active (filter))
    {
      guint n = octant_requirement_filter_count (filter, node);

      g_string_append (text, ", ");
      g_string_append_printf (text, ngettext ("%u requirement matches the filter", "%u requirements match the filter", n), n);
    }
  return g_string_free (text, FALSE);
}
