/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-attach-dialog.h"

#include <glib/gi18n.h>

#include "octant-evidence-item.h"
#include "octant-session-library.h"
#include "octant-texts.h"

/* Pieces of evidence that are listed at a time. */
#define PIECES_AT_ONCE 32

/* What is known before anything is picked, and how far it has been listed. */
typedef struct
{
  OctantSession *session; /* (owned) */
  OctantItem *item;       /* (owned) (nullable): evidence is picked for it */
  char **evidence_ids;    /* (owned) (nullable): requirements are picked for these */

  OctantAssessment *assessment; /* (owned) (nullable): what is listed is of this one */
  guint n_listed;          /* pieces of evidence, or sub-domains */
  GListStore *library;     /* (owned) (nullable) */
  GHashTable *attached;    /* (owned) (nullable): ids of what the requirement has already */
  guint *n_links;          /* (owned) (nullable): see count_links() */
} Attach;

static void
attach_free (gpointer  data,
             GClosure *closure)
{
  Attach *attach = data;

  g_object_unref (attach->session);
  g_clear_object (&attach->item);
  g_strfreev (attach->evidence_ids);
  g_clear_object (&attach->assessment);
  g_clear_object (&attach->library);
  g_clear_pointer (&attach->attached, g_hash_table_unref);
  g_free (attach->n_links);
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

/* Once another assessment is open, nothing more is listed of this one. */
static gboolean
is_open (Attach *attach)
{
  return attach->assessment == octant_session_get_assessment (attach->session);
}

static void
begin_evidence (Attach *attach)
{
  g_autoptr (GPtrArray) attached =
      octant_assessment_list_evidence (attach->assessment, octant_item_get_requirement_index (attach->item),
                                       octant_item_get_slot (attach->item));

  attach->attached = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < attached->len; i++)
    g_hash_table_add (attach->attached, g_strdup (octant_record_get (attached->pdata[i], OCTANT_EVIDENCE_ID)));
  attach->library = g_list_store_new (OCTANT_TYPE_EVIDENCE_ITEM);
  octant_evidence_items_fill (attach->library, attach->assessment, G_MAXUINT);
}

/* What is attached already would only be refused. */
static gboolean
list_evidence (GPtrArray *items,
               gpointer   data)
{
  Attach *attach = data;
  guint n;

  if (!is_open (attach) || octant_item_get_assessment (attach->item) == NULL)
    return FALSE;
  if (attach->library == NULL)
    {
      begin_evidence (attach);
      return TRUE;
    }
  n = g_list_model_get_n_items (G_LIST_MODEL (attach->library));
  for (guint i = 0; i < PIECES_AT_ONCE && attach->n_listed < n; i++)
    {
      g_autoptr (OctantEvidenceItem) evidence = g_list_model_get_item (G_LIST_MODEL (attach->library), attach->n_listed++);

      if (!g_hash_table_contains (attach->attached, octant_evidence_item_get_id (evidence)))
        g_ptr_array_add (items, pick_evidence (evidence));
    }
  return attach->n_listed < n;
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

/* One sub-domain each time. */
static gboolean
list_requirements (GPtrArray *items,
                   gpointer   data)
{
  Attach *attach = data;
  OctantModel *model;

  if (!is_open (attach))
    return FALSE;
  model = octant_assessment_get_model (attach->assessment);
  if (attach->n_links == NULL)
    attach->n_links = count_links (attach->assessment, (const char *const *) attach->evidence_ids);
  if (octant_model_get_subdomain (model, attach->n_listed)->active)
    add_requirements (items,
                      octant_assessment_get_node (attach->assessment,
                                                  octant_model_subdomain_node (model, attach->n_listed)),
                      attach->n_links, g_strv_length (attach->evidence_ids));
  return ++attach->n_listed < octant_model_get_n_subdomains (model);
}

static Attach *
attach_new (OctantSession *session)
{
  Attach *attach = g_new0 (Attach, 1);

  attach->session = g_object_ref (session);
  attach->assessment = g_object_ref (octant_session_get_assessment (session));
  return attach;
}

AdwDialog *
octant_attach_dialog_new (OctantSession *session,
                          OctantItem    *item)
{
  AdwDialog *dialog;
  Attach *attach;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);
  g_return_val_if_fail (octant_session_get_assessment (session) != NULL, NULL);
  g_return_val_if_fail (octant_item_get_assessment (item) != NULL, NULL);

  attach = attach_new (session);
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

  attach = attach_new (session);
  attach->evidence_ids = g_strdupv ((char **) evidence_ids);
  dialog = octant_pick_dialog_new (_("Attach to Requirements"), _("Code or words of the requirement"),
                                   _("Nothing to Attach To"),
                                   _("It is attached to every requirement of the assessment already"),
                                   list_requirements, attach);
  g_signal_connect_data (dialog, "accepted", G_CALLBACK (requirements_picked_cb), attach, attach_free,
                         G_CONNECT_DEFAULT);
  return dialog;
}
