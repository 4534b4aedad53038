/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-carry.h"

#include <glib/gi18n.h>

#include "base/octant-time.h"
#include "octant-session-private.h"

/* A set, in order: a requirement and one of its objects may both be selected. */
static void
add_carried (GArray           *refs,
             GHashTable       *seen,
             OctantAssessment *assessment,
             guint             requirement,
             guint             slot)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  guint subdomain = octant_model_get_requirement (model, requirement)->subdomain;
  OctantItemRef ref = { requirement, slot };
  OctantAnswer answer;

  octant_assessment_get_answer (assessment, requirement, slot, &answer);
  /* Of what is out of scope none waits. */
  if (!answer.carried || octant_assessment_get_n_carried (assessment, octant_model_subdomain_node (model, subdomain)) == 0)
    return;
  if (g_hash_table_add (seen, g_strdup_printf ("%u/%u", requirement, slot)))
    g_array_append_val (refs, ref);
}

static void
add_item (GArray     *refs,
          GHashTable *seen,
          OctantItem *item)
{
  OctantAssessment *assessment = octant_item_get_assessment (item);
  GListModel *children = octant_item_get_children (item);
  guint n = children != NULL ? g_list_model_get_n_items (children) : 1;

  for (guint i = 0; i < n; i++)
    add_carried (refs, seen, assessment, octant_item_get_requirement_index (item),
                 children != NULL ? i : octant_item_get_slot (item));
}

static void
add_node (GArray     *refs,
          GHashTable *seen,
          OctantNode *node)
{
  GListModel *list = octant_node_is_subdomain (node) ? octant_node_get_items (node) : octant_node_get_children (node);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (GObject) object = g_list_model_get_item (list, i);

      if (OCTANT_IS_ITEM (object))
        add_item (refs, seen, octant_item_get_shown (OCTANT_ITEM (object)));
      else
        add_node (refs, seen, OCTANT_NODE (object));
    }
}

static guint
confirm (OctantSession *self,
         GArray        *refs)
{
  g_autofree char *now = octant_time_now ();
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  OctantBy by = { self->actor, now };
  OctantAct *act;

  if (refs->len == 0)
    {
      octant_session_notice_private (self, _("Nothing to confirm here"), FALSE);
      return 0;
    }
  act = octant_act_confirm (self->assessment, (OctantItemRef *) (gpointer) refs->data, refs->len, &by, &error);
  if (act == NULL)
    {
      g_debug ("Refused: %s", error->message);
      octant_session_notice_private (self, _("The assessment does not allow this"), FALSE);
      return 0;
    }
  octant_session_carry_out_private (self, act);
  message = g_strdup_printf (ngettext ("%u answer confirmed", "%u answers confirmed", refs->len), refs->len);
  octant_session_notice_private (self, message, TRUE);
  return refs->len;
}

guint
octant_session_confirm_node (OctantSession *self,
                             OctantNode    *node)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (OctantItemRef));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (OCTANT_IS_SESSION (self), 0);
  g_return_val_if_fail (OCTANT_IS_NODE (node), 0);

  if (self->queue == NULL || octant_node_get_assessment (node) != self->assessment)
    return 0;
  add_node (refs, seen, node);
  return confirm (self, refs);
}

guint
octant_session_confirm_items (OctantSession *self,
                              GPtrArray     *items)
{
  g_autoptr (GArray) refs = g_array_new (FALSE, FALSE, sizeof (OctantItemRef));
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  g_return_val_if_fail (OCTANT_IS_SESSION (self), 0);
  g_return_val_if_fail (items != NULL, 0);

  if (self->queue == NULL)
    return 0;
  for (guint i = 0; i < items->len; i++)
    if (octant_item_get_assessment (items->pdata[i]) == self->assessment)
      add_item (refs, seen, items->pdata[i]);
  return confirm (self, refs);
}
