/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-session-carry.h"

#include <glib/gi18n.h>

#include "base/octant-time.h"
#include "model/octant-lineage.h"
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

/* Of one object alone while it is the one that is shown. Asks the assessment itself: items of the whole are many. */
static void
add_requirement (GArray           *refs,
                 GHashTable       *seen,
                 OctantAssessment *assessment,
                 guint             requirement)
{
  OctantModel *model = octant_assessment_get_model (assessment);
  guint shown = octant_assessment_get_shown_slot (assessment);
  gboolean by_object = octant_model_get_requirement (model, requirement)->scope == OCTANT_SCOPE_OBJECT;
  guint n = octant_assessment_get_item_slots (assessment, requirement);

  if (!octant_model_asks (model, requirement))
    return;
  for (guint slot = 0; slot < n; slot++)
    if (!by_object || shown == G_MAXUINT || slot == shown)
      add_carried (refs, seen, assessment, requirement, slot);
}

static void
add_node (GArray     *refs,
          GHashTable *seen,
          OctantNode *node)
{
  OctantAssessment *assessment = octant_node_get_assessment (node);
  OctantModel *model = octant_assessment_get_model (assessment);
  GListModel *children = octant_node_get_children (node);
  const OctantModelSubdomain *subdomain;

  for (guint i = 0; children != NULL && i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (OctantNode) child = g_list_model_get_item (children, i);

      add_node (refs, seen, child);
    }
  if (!octant_node_is_subdomain (node))
    return;
  subdomain = octant_model_get_subdomain (model, octant_node_get_index (node) - octant_model_subdomain_node (model, 0));
  for (guint i = 0; i < subdomain->n_requirements; i++)
    add_requirement (refs, seen, assessment, subdomain->first_requirement + i);
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
