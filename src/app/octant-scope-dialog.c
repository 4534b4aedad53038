/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-scope-dialog.h"

#include <glib/gi18n.h>

#include "assessment/octant-applicability.h"
#include "base/octant-name.h"
#include "octant-discard.h"
#include "octant-session-scope.h"
#include "octant-texts.h"
#include "octant-words.h"

struct _OctantScopeDialog
{
  AdwDialog parent_instance;

  OctantSession *session; /* (owned) */
  OctantNode *node;       /* (owned) */
  char *before;           /* (owned) (nullable): the reason that stood there, once the dialog is filled */

  GtkLabel *about;
  GtkLabel *gate;
  AdwEntryRow *reason;
  AdwEntryRow *approver;
  AdwSwitchRow *role;
  GtkLabel *error;
  GtkButton *apply;
};

G_DEFINE_FINAL_TYPE (OctantScopeDialog, octant_scope_dialog, ADW_TYPE_DIALOG)

static char *
dup_text (AdwEntryRow *row)
{
  return octant_name_trim (gtk_editable_get_text (GTK_EDITABLE (row)));
}

static void
set_error (OctantScopeDialog *self,
           const char        *message)
{
  gtk_label_set_label (self->error, message != NULL ? message : "");
  gtk_widget_set_visible (GTK_WIDGET (self->error), message != NULL);
}

/* A gate is taken out by one role alone, which has to be stated. */
static gboolean
needs_role (OctantScopeDialog *self)
{
  OctantAssessment *assessment = octant_node_get_assessment (self->node);

  return assessment != NULL
         && octant_model_needs_gate_role (octant_assessment_get_model (assessment), octant_node_get_index (self->node));
}

static void
changed_cb (OctantScopeDialog *self)
{
  g_autofree char *reason = dup_text (self->reason);
  g_autofree char *approver = dup_text (self->approver);
  const char *reason_fault = octant_words_find_fault (self->reason, OCTANT_WORDS_TEXT);
  const char *fault = octant_words_find_fault (self->approver, OCTANT_WORDS_NAME);

  if (reason_fault != NULL)
    fault = reason_fault;
  else if (fault == NULL)
    fault = octant_session_check_approval (self->session, approver);
  set_error (self, fault);
  octant_discard_set_typed (ADW_DIALOG (self), self->before != NULL && !octant_words_equal (reason, self->before));
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply), *reason != '\0' && *approver != '\0' && fault == NULL
                                                          && (!needs_role (self) || adw_switch_row_get_active (self->role)));
}

static void
apply_cb (OctantScopeDialog *self)
{
  g_autofree char *reason = dup_text (self->reason);
  g_autofree char *name = dup_text (self->approver);
  g_autofree char *approver = needs_role (self) ? octant_approver_with_gate_role (name) : g_strdup (name);
  g_autoptr (GError) error = NULL;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->apply)))
    return;
  /* Another assessment may have been opened behind the dialog. */
  if (octant_node_get_assessment (self->node) != octant_session_get_assessment (self->session))
    set_error (self, _("Another assessment was opened: close this dialog and start again"));
  else if (octant_session_tailor (self->session, self->node, TRUE, reason, approver, &error))
    adw_dialog_force_close (ADW_DIALOG (self));
  else
    set_error (self, error->message);
}

/* Gates limit the level of the whole: what leaves with them has to be said before it is decided. */
static char *
describe_gates (OctantNode *node)
{
  OctantModel *model = octant_assessment_get_model (octant_node_get_assessment (node));
  g_autoptr (GString) gates = g_string_new (NULL);

  for (guint i = 0; i < octant_model_get_n_subdomains (model); i++)
    {
      const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, i);
      guint index = octant_node_get_index (node);

      if (!subdomain->gate || !subdomain->active
          || (octant_model_subdomain_node (model, i) != index
              && octant_model_domain_node (model, subdomain->domain) != index))
        continue;
      g_string_append_printf (gates, "%s%s", gates->len > 0 ? " " : "", subdomain->code);
    }
  if (gates->len == 0)
    return NULL;
  /* Translators: %s are codes of sub-domains */
  return g_strdup_printf (_("%s limits the level of the whole. Only the head of information security may take it "
                            "out of scope, and the report says so on its first page."),
                          gates->str);
}

static void
octant_scope_dialog_dispose (GObject *object)
{
  OctantScopeDialog *self = OCTANT_SCOPE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_SCOPE_DIALOG);
  g_clear_object (&self->node);
  g_clear_object (&self->session);
  g_clear_pointer (&self->before, g_free);

  G_OBJECT_CLASS (octant_scope_dialog_parent_class)->dispose (object);
}

static void
octant_scope_dialog_class_init (OctantScopeDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_scope_dialog_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-scope-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantScopeDialog, about);
  gtk_widget_class_bind_template_child (widget_class, OctantScopeDialog, apply);
  gtk_widget_class_bind_template_child (widget_class, OctantScopeDialog, approver);
  gtk_widget_class_bind_template_child (widget_class, OctantScopeDialog, error);
  gtk_widget_class_bind_template_child (widget_class, OctantScopeDialog, gate);
  gtk_widget_class_bind_template_child (widget_class, OctantScopeDialog, reason);
  gtk_widget_class_bind_template_child (widget_class, OctantScopeDialog, role);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
}

static void
octant_scope_dialog_init (OctantScopeDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

AdwDialog *
octant_scope_dialog_new (OctantSession *session,
                         OctantNode    *node)
{
  OctantScopeDialog *self;
  OctantRecord *record;
  g_autofree char *about = NULL;
  g_autofree char *gate = NULL;
  g_autofree char *name = NULL;
  gboolean stated;

  g_return_val_if_fail (OCTANT_IS_SESSION (session), NULL);
  g_return_val_if_fail (OCTANT_IS_NODE (node), NULL);

  self = g_object_new (OCTANT_TYPE_SCOPE_DIALOG, NULL);
  self->session = g_object_ref (session);
  self->node = g_object_ref (node);
  about = g_strdup_printf ("%s  %s", octant_node_get_code (node), octant_localise (octant_node_get_name (node)));
  gate = describe_gates (node);
  gtk_label_set_label (self->about, about);
  gtk_label_set_label (self->gate, gate != NULL ? gate : "");
  gtk_widget_set_visible (GTK_WIDGET (self->gate), gate != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->role), needs_role (self));
  record = octant_assessment_get_tailoring (octant_node_get_assessment (node), octant_node_get_index (node));
  if (record != NULL)
    {
      gtk_editable_set_text (GTK_EDITABLE (self->reason), octant_record_get (record, OCTANT_TAILORING_REASON));
      name = octant_approver_get_name (octant_record_get (record, OCTANT_TAILORING_APPROVER), &stated);
      gtk_editable_set_text (GTK_EDITABLE (self->approver), name);
      adw_switch_row_set_active (self->role, stated);
    }
  self->before = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->reason)));
  changed_cb (self);
  return ADW_DIALOG (self);
}
