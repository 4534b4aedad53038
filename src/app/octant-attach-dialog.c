/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-attach-dialog.h"

#include <glib/gi18n.h>

#include "octant-evidence-item.h"
#include "octant-session-library.h"
#include "octant-texts.h"

/* What is known before anything is picked. */
typedef struct
{
  OctantSession *session; /* (owned) */
  OctantItem *item;       /* (owned) (nullable): evidence is picked for it */
  char **evidence_ids;    /* (owned) (nullable): requirements are picked for these */
} Attach;

static void
attach_free (gpointer  data,
             GClosure *closure)
{
  Attach *attach = data;

  g_object_unref (attach->session);
  g_clear_object (&attach->item);
  g_strfreev (attach->evidence_ids);
  g_free (attach);
}

static void
evidence_picked_cb (OctantPickDialog *dialog,
                    Attach           *attach)
{
  g_autoptr (GPtrArray) picked = octant_pick_dialog_list_picked (dialog);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  g_auto (GStrv) evidence_ids = NULL;

  for (guint i = 0; i < picked->len; i++)
    g_strv_builder_add (ids, octant_evidence_item_get_id (picked->pdata[i]));
  evidence_ids = g_strv_builder_end (ids);
  g_ptr_array_add (items, attach->item);
  octant_session_attach_existing (attach->session, items, (const char *const *) evidence_ids);
}

static void
requirements_picked_cb (OctantPickDialog *dialog,
                        Attach           *attach)
{
  g_autoptr (GPtrArray) picked = octant_pick_dialog_list_picked (dialog);

  octant_session_attach_existing (attach->session, picked, (const char *const *) attach->evidence_ids);
}

static OctantPickItem *
pick_evidence (OctantEvidenceItem *evidence)
{
  OctantRecord *record = octant_evidence_item_get_record (evidence);
  OctantEvidenceState state = octant_evidence_item_get_state (evidence);
  const char *title = octant_record_get (record, OCTANT_EVIDENCE_TITLE);
  const char *source = octant_record_get (record, OCTANT_EVIDENCE_SOURCE);
  g_autofree char *subtitle = NULL;
  g_autofree char *words = g_strjoin (" ", title, octant_record_get (record, OCTANT_EVIDENCE_NAME), source, NULL);

  g_object_get (evidence, "subtitle", &subtitle, NULL);
  return octant_pick_item_new (G_OBJECT (evidence), title, subtitle,
                               octant_evidence_type_get_icon (octant_evidence_item_get_kind (evidence)),
                               octant_evidence_state_get_icon (state), words);
}

/* What is attached already would only be refused. */
static GPtrArray *
list_evidence (gpointer data)
{
  OctantItem *item = ((Attach *) data)->item;
  OctantAssessment *assessment = octant_item_get_assessment (item);
  g_autoptr (GListStore) library = g_list_store_new (OCTANT_TYPE_EVIDENCE_ITEM);
  g_autoptr (GPtrArray) attached = NULL;
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  if (assessment == NULL) /* another one was opened meanwhile */
    return items;
  attached = octant_assessment_list_evidence (assessment, octant_item_get_requirement_index (item),
                                              octant_item_get_slot (item));
  for (guint i = 0; i < attached->len; i++)
    g_hash_table_add (ids, (gpointer) octant_record_get (attached->pdata[i], OCTANT_EVIDENCE_ID));
  octant_evidence_items_fill (library, assessment, G_MAXUINT);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (library)); i++)
    {
      g_autoptr (OctantEvidenceItem) evidence = g_list_model_get_item (G_LIST_MODEL (library), i);

      if (!g_hash_table_contains (ids, octant_evidence_item_get_id (evidence)))
        g_ptr_array_add (items, pick_evidence (evidence));
    }
  return items;
}

static OctantPickItem *
pick_requirement (OctantNode *subdomain,
                  OctantItem *item)
{
  const OctantRequirement *requirement = octant_item_get_requirement (item);
  const OctantText *name = octant_node_get_name (subdomain);
  GListModel *children = octant_item_get_children (item);
  guint n_objects = children != NULL ? g_list_model_get_n_items (children) : 0;
  g_autofree char *objects =
      n_objects > 0 ? g_strdup_printf (ngettext (" · %u protected object", " · %u protected objects", n_objects), n_objects)
                    : g_strdup ("");
  g_autofree char *subtitle = g_strdup_printf ("%s · %s%s", requirement->code, octant_localise (name), objects);
  g_autofree char *words = g_strjoin (" ", requirement->code, requirement->text.zh, requirement->text.en, name->zh,
                                      name->en, NULL);

  return octant_pick_item_new (G_OBJECT (item), octant_localise (&requirement->text), subtitle, NULL, NULL, words);
}

/* How many of the pieces each requirement has, in all its objects together; indexed like the model. (transfer full) */
static guint *
count_links (OctantAssessment  *assessment,
             const char *const *evidence_ids)
{
  guint *n = g_new0 (guint, octant_model_get_n_requirements (octant_assessment_get_model (assessment)));

  for (guint i = 0; evidence_ids[i] != NULL; i++)
    {
      g_autoptr (GArray) uses = octant_assessment_list_evidence_items (assessment, evidence_ids[i]);

      for (guint k = 0; k < uses->len; k++)
        n[g_array_index (uses, OctantItemRef, k).requirement]++;
    }
  return n;
}

static void
add_requirements (GPtrArray   *items,
                  OctantNode  *subdomain,
                  const guint *n_links,
                  guint        n_pieces)
{
  OctantAssessment *assessment = octant_node_get_assessment (subdomain);
  GListModel *requirements = octant_node_get_items (subdomain);

  for (guint i = 0; i < g_list_model_get_n_items (requirements); i++)
    {
      g_autoptr (OctantItem) item = g_list_model_get_item (requirements, i);
      guint index = octant_item_get_requirement_index (item);

      if (n_links[index] < n_pieces * octant_assessment_get_item_slots (assessment, index))
        g_ptr_array_add (items, pick_requirement (subdomain, item));
    }
}

static GPtrArray *
list_requirements (gpointer data)
{
  Attach *attach = data;
  OctantAssessment *assessment = octant_session_get_assessment (attach->session);
  g_autofree guint *n_links = NULL;
  guint n_pieces = g_strv_length (attach->evidence_ids);
  GListModel *domains;
  GPtrArray *items = g_ptr_array_new_with_free_func (g_object_unref);

  if (assessment == NULL)
    return items;
  n_links = count_links (assessment, (const char *const *) attach->evidence_ids);
  domains = octant_assessment_get_domains (assessment);
  for (guint i = 0; i < g_list_model_get_n_items (domains); i++)
    {
      g_autoptr (OctantNode) domain = g_list_model_get_item (domains, i);
      GListModel *subdomains = octant_node_get_children (domain);

      for (guint k = 0; k < g_list_model_get_n_items (subdomains); k++)
        {
          g_autoptr (OctantNode) subdomain = g_list_model_get_item (subdomains, k);

          add_requirements (items, subdomain, n_links, n_pieces);
        }
    }
  return items;
}

AdwDialog *
octant_attach_dialog_new (OctantSession *session,
                          OctantItem    *item)
{
  AdwDialog *dialog;
  Attach *attach;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);
  g_return_val_if_fail (octant_item_get_assessment (item) != NULL, NULL);

  attach = g_new0 (Attach, 1);
  attach->session = g_object_ref (session);
  attach->item = g_object_ref (item);
  dialog = octant_pick_dialog_new (
      _("Attach Existing Evidence"), _("Search evidence"), _("Nothing to Attach"),
      _("All evidence of the institution is attached to this requirement already, or there is none yet"),
      list_evidence, attach);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (evidence_picked_cb), attach, attach_free, G_CONNECT_DEFAULT);
  return dialog;
}

AdwDialog *
octant_attach_dialog_new_requirements (OctantSession     *session,
                                       const char *const *evidence_ids)
{
  AdwDialog *dialog;
  Attach *attach;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);
  g_return_val_if_fail (octant_session_get_assessment (session) != NULL, NULL);

  attach = g_new0 (Attach, 1);
  attach->session = g_object_ref (session);
  attach->evidence_ids = g_strdupv ((char **) evidence_ids);
  dialog = octant_pick_dialog_new (_("Attach to Requirements"), _("Code or words of the requirement"),
                                   _("Nothing to Attach To"),
                                   _("It is attached to every requirement of the assessment already"),
                                   list_requirements, attach);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (requirements_picked_cb), attach, attach_free,
                         G_CONNECT_DEFAULT);
  return dialog;
}
