/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-detail-pane.h"

#include <glib/gi18n.h>

#include "assessment/octant-applicability.h"
#include "octant-attach-dialog.h"
#include "octant-evidence-drag.h"
#include "octant-evidence-paste.h"
#include "octant-evidence-row.h"
#include "octant-note-view.h"
#include "octant-paragraph.h"
#include "octant-texts.h"
#include "octant-words.h"

struct _OctantDetailPane
{
  AdwBin parent_instance;

  OctantSession *session;   /* (owned) (nullable) */
  OctantItem *item;         /* (owned) (nullable) */
  GSignalGroup *assessment; /* (owned) the one of @item */
  guint fill_tick; /* fills what follows a frame later, 0 for none */

  GtkStack *stack;
  GtkScrolledWindow *scroller;
  GtkLabel *code;
  OctantParagraph *object;
  OctantParagraph *text;
  GtkWidget *carried_box;
  GtkWidget *na_box;
  OctantParagraph *na_text;
  OctantParagraph *check;
  OctantParagraph *question;
  OctantParagraph *roles;
  OctantParagraph *types;
  OctantParagraph *advice;
  GtkWidget *previous_box;
  GtkLabel *previous_title;
  OctantParagraph *previous_rating;
  OctantParagraph *previous_note;
  GtkWidget *answer_box;
  GtkWidget *objects_hint;
  OctantNoteView *note;
  GtkListBox *evidence;
  GtkWidget *import_box;
  GtkProgressBar *import_bar;
  GtkWidget *drop_hint;
};

G_DEFINE_FINAL_TYPE (OctantDetailPane, octant_detail_pane, ADW_TYPE_BIN)

void
octant_detail_pane_keep_note (OctantDetailPane *self)
{
  g_autofree char *note = NULL;
  OctantAnswer answer;

  g_return_if_fail (OCTANT_IS_DETAIL_PANE (self));

  octant_note_view_settle (self->note);
  if (self->item == NULL || octant_item_get_children (self->item) != NULL
      /* An item may outlive its assessment, and then has nowhere to be written to. */
      || octant_item_get_assessment (self->item) == NULL)
    return;
  note = octant_note_view_dup_text (self->note);
  octant_assessment_get_answer (octant_item_get_assessment (self->item),
                                octant_item_get_requirement_index (self->item),
                                octant_item_get_slot (self->item), &answer);
  if (g_strcmp0 (answer.note != NULL ? answer.note : "", note) != 0)
    octant_session_note (self->session, self->item, note);
}

static void
note_refused_cb (OctantDetailPane *self)
{
  if (self->session != NULL)
    g_signal_emit_by_name (self->session, "notice", octant_words_get_refusal (), FALSE);
}

/* Escape in the note gives the keyboard back to the list. */
static gboolean
note_key_cb (OctantDetailPane *self,
             guint             key,
             guint             code,
             GdkModifierType   modifiers)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-list", NULL);
  return GDK_EVENT_STOP;
}

static void
detach_cb (OctantEvidenceRow *row,
           OctantDetailPane  *self)
{
  OctantRecord *evidence = octant_evidence_row_get_evidence (row);
  g_autofree char *id = g_strdup (octant_record_get (evidence, OCTANT_EVIDENCE_ID));

  /* The row may still be of the requirement before. */
  if (self->fill_tick != 0)
    return;
  octant_session_detach (self->session, self->item, id);
}

static OctantEvidenceState
get_state (OctantDetailPane *self,
           OctantRecord     *evidence)
{
  OctantAssessment *assessment = octant_item_get_assessment (self->item);

  return octant_evidence_state (octant_assessment_get_model (assessment), evidence,
                                octant_assessment_get_as_of (assessment));
}

/* The rows that are there say all this already: what has the keyboard among them keeps it. */
static gboolean
shows_evidence (OctantDetailPane *self,
                GPtrArray        *records)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->evidence));

  for (guint i = 0; i < records->len; i++, child = gtk_widget_get_next_sibling (child))
    {
      OctantRecord *record = g_ptr_array_index (records, i);

      if (!OCTANT_IS_EVIDENCE_ROW (child)
          || !octant_record_equal (octant_evidence_row_get_evidence (OCTANT_EVIDENCE_ROW (child)), record)
          || octant_evidence_row_get_state (OCTANT_EVIDENCE_ROW (child)) != get_state (self, record))
        return FALSE;
    }
  return child == NULL;
}

static void
fill_evidence (OctantDetailPane *self)
{
  OctantAssessment *assessment = octant_item_get_assessment (self->item);
  g_autoptr (GPtrArray) records =
      octant_assessment_list_evidence (assessment, octant_item_get_requirement_index (self->item),
                                       octant_item_get_slot (self->item));

  gtk_widget_set_visible (GTK_WIDGET (self->evidence), records->len > 0);
  if (shows_evidence (self, records))
    return;
  gtk_list_box_remove_all (self->evidence);
  for (guint i = 0; i < records->len; i++)
    {
      OctantRecord *record = g_ptr_array_index (records, i);
      GtkWidget *row = octant_evidence_row_new (self->session, record, get_state (self, record));

      g_signal_connect_object (row, "detach", G_CALLBACK (detach_cb), self, G_CONNECT_DEFAULT);
      gtk_list_box_append (self->evidence, row);
    }
}

static void
update_answer (OctantDetailPane *self)
{
  gboolean single = octant_item_get_children (self->item) == NULL;
  OctantAnswer answer = { 0 };
  g_autofree char *na = NULL;

  gtk_widget_set_visible (self->answer_box, single);
  gtk_widget_set_visible (self->objects_hint, !single);
  gtk_widget_set_visible (self->carried_box, octant_item_get_carried (self->item)
                                                 && !octant_item_get_out_of_scope (self->item));
  gtk_widget_set_visible (self->na_box, FALSE);
  if (!single)
    return;
  octant_assessment_get_answer (octant_item_get_assessment (self->item),
                                octant_item_get_requirement_index (self->item),
                                octant_item_get_slot (self->item), &answer);
  octant_note_view_set_text (self->note, answer.note != NULL ? answer.note : "");
  if (answer.rating == OCTANT_RATING_NA)
    {
      /* Translators: a reason, then the name of who approved it */
      na = g_strdup_printf (_("%s — approved by %s"), answer.na_reason != NULL ? answer.na_reason : "",
                            answer.na_approver != NULL ? answer.na_approver : "");
      octant_paragraph_set_text (self->na_text, na);
      gtk_widget_set_visible (self->na_box, TRUE);
    }
}

static void
item_notify_cb (OctantDetailPane *self)
{
  update_answer (self);
  if (octant_item_get_children (self->item) == NULL)
    fill_evidence (self);
}

/* Titles and dates are edited in the library, which is no change of the item. */
static void
evidence_changed_cb (OctantDetailPane *self)
{
  if (self->item != NULL && octant_item_get_assessment (self->item) != NULL
      && octant_item_get_children (self->item) == NULL)
    fill_evidence (self);
}

static char *
join_terms (const OctantModelTerm *terms,
            const guint           *indexes,
            guint                  n)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        /* Translators: between the parts of an enumeration */
        g_string_append (text, C_("enumeration", ", "));
      g_string_append (text, octant_localise (&terms[indexes[i]].name));
    }
  return g_string_free (text, FALSE);
}

/* The types that fit the requirement, each with the sub-domain's example of it. */
static char *
describe_types (OctantModel             *model,
                const OctantRequirement *requirement)
{
  const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, requirement->subdomain);
  guint n_types;
  const OctantModelTerm *types = octant_model_get_evidence_types (model, &n_types);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < requirement->n_evidence; i++)
    {
      guint type = requirement->evidence[i];

      if (i > 0)
        g_string_append_c (text, '\n');
      g_string_append_printf (text, "• %s", octant_localise (&types[type].name));
      for (guint k = 0; k < subdomain->n_evidence; k++)
        if (subdomain->evidence[k].type == type)
          g_string_append_printf (text, C_("evidence type and example", ": %s"),
                                  octant_localise (&subdomain->evidence[k].hint));
    }
  return g_string_free (text, FALSE);
}

/* "Replaces AP.05.2.P.02 (L), AP.05.2.P.03 (F)": what the earlier assessment asked instead, with its answers. */
static char *
dup_replaced (OctantItem       *item,
              OctantAssessment *assessment,
              OctantAssessment *previous)
{
  g_auto (GStrv) codes = octant_assessment_list_replaced (assessment, octant_item_get_requirement_index (item));
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; codes != NULL && codes[i] != NULL; i++)
    {
      OctantAnswer answer = { 0 };
      guint requirement;

      if (i > 0)
        g_string_append (list, C_("enumeration", ", "));
      g_string_append (list, codes[i]);
      if (octant_model_find_requirement (octant_assessment_get_model (previous), codes[i], &requirement) &&
          octant_assessment_get_item_slots (previous, requirement) == 1)
        octant_assessment_get_answer (previous, requirement, 0, &answer);
      if (answer.rating != OCTANT_RATING_UNANSWERED)
        g_string_append_printf (list, " (%s)", octant_rating_get_letter (answer.rating));
    }
  /* Translators: codes of requirements of an earlier version of the model */
  return codes != NULL ? g_strdup_printf (_("Replaces %s"), list->str) : NULL;
}

static void
show_previous (OctantDetailPane *self)
{
  OctantAssessment *assessment = octant_item_get_assessment (self->item);
  OctantAssessment *previous = octant_assessment_get_previous (assessment);
  OctantAnswer answer = { 0 };
  gboolean has = octant_item_get_children (self->item) == NULL && previous != NULL
                 && octant_assessment_get_previous_answer (assessment,
                                                           octant_item_get_requirement_index (self->item),
                                                           octant_item_get_slot (self->item), &answer);
  g_autofree char *rating = previous != NULL ? dup_replaced (self->item, assessment, previous) : NULL;
  gboolean has_note = has && answer.note != NULL && *answer.note != '\0';

  gtk_widget_set_visible (self->previous_box, has || rating != NULL);
  if (!has && rating == NULL)
    return;
  if (rating == NULL)
    rating = g_strdup_printf ("%s · %s", octant_rating_get_letter (answer.rating),
                              octant_rating_get_name (answer.rating));
  gtk_label_set_label (self->previous_title, octant_assessment_get_title (previous));
  octant_paragraph_set_text (self->previous_rating, rating);
  octant_paragraph_set_text (self->previous_note, has_note ? answer.note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->previous_note), has_note);
}

static void
set_text (OctantParagraph  *paragraph,
          const OctantText *text)
{
  g_autofree char *full = octant_localise_full (text);

  octant_paragraph_set_text (paragraph, full);
}

static void
show_requirement (OctantDetailPane *self)
{
  const OctantRequirement *requirement = octant_item_get_requirement (self->item);
  OctantModel *model = octant_assessment_get_model (octant_item_get_assessment (self->item));
  const char *object = octant_item_get_object_name (self->item);
  guint n_roles;
  const OctantModelTerm *terms = octant_model_get_roles (model, &n_roles);
  g_autofree char *roles = join_terms (terms, requirement->roles, requirement->n_roles);
  g_autofree char *types = describe_types (model, requirement);

  gtk_label_set_label (self->code, requirement->code);
  octant_paragraph_set_text (self->object, object != NULL ? object : "");
  gtk_widget_set_visible (GTK_WIDGET (self->object), object != NULL);
  set_text (self->text, &requirement->text);
  set_text (self->check, &requirement->check);
  set_text (self->question, &requirement->question);
  set_text (self->advice, &requirement->advice);
  octant_paragraph_set_text (self->roles, roles);
  octant_paragraph_set_text (self->types, types);
  show_previous (self);
}

/* What is only read comes with the next frame: who goes through the rows does not wait for it at each. */
static gboolean
fill_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  OctantDetailPane *self = OCTANT_DETAIL_PANE (widget);

  self->fill_tick = 0;
  if (self->item == NULL || octant_item_get_assessment (self->item) == NULL)
    return G_SOURCE_REMOVE;
  show_requirement (self);
  if (octant_item_get_children (self->item) == NULL)
    fill_evidence (self);
  return G_SOURCE_REMOVE;
}

static gboolean
drop_cb (OctantDetailPane *self,
         const GValue     *value,
         double            x,
         double            y)
{
  /* A drop is not followed by a leave. */
  gtk_widget_set_visible (self->drop_hint, FALSE);
  return self->item != NULL && octant_evidence_drop (self->session, self->item, value);
}

static GdkDragAction
drop_enter_cb (OctantDetailPane *self,
               double            x,
               double            y)
{
  gboolean accepts = self->item != NULL && octant_item_get_children (self->item) == NULL;

  gtk_widget_set_visible (self->drop_hint, accepts);
  return accepts ? GDK_ACTION_COPY : 0;
}

static void
drop_leave_cb (OctantDetailPane *self)
{
  gtk_widget_set_visible (self->drop_hint, FALSE);
}

void
octant_detail_pane_attach (OctantDetailPane *self)
{
  g_return_if_fail (OCTANT_IS_DETAIL_PANE (self));

  if (self->item == NULL || octant_item_get_children (self->item) != NULL)
    gtk_widget_error_bell (GTK_WIDGET (self));
  else
    octant_evidence_choose (self->session, self->item, GTK_WIDGET (self));
}

static void
attach_clicked_cb (OctantDetailPane *self)
{
  octant_detail_pane_attach (self);
}

/* Whether there is a requirement that takes evidence; the bell says that there is none. */
static gboolean
takes_evidence (OctantDetailPane *self)
{
  if (self->session != NULL && self->item != NULL && octant_item_get_children (self->item) == NULL
      && octant_item_get_assessment (self->item) != NULL)
    return TRUE;
  gtk_widget_error_bell (GTK_WIDGET (self));
  return FALSE;
}

static void
attach_existing_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  OctantDetailPane *self = OCTANT_DETAIL_PANE (widget);

  if (takes_evidence (self))
    adw_dialog_present (octant_attach_dialog_new (self->session, self->item), widget);
}

static void
paste_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  OctantDetailPane *self = OCTANT_DETAIL_PANE (widget);

  if (takes_evidence (self))
    octant_evidence_paste (self->session, self->item, gtk_widget_get_clipboard (widget));
}

static void
cancel_import_cb (OctantDetailPane *self)
{
  octant_session_cancel_import (self->session);
}

static void
confirm_cb (OctantDetailPane *self)
{
  octant_session_confirm (self->session, self->item);
}

static void
octant_detail_pane_dispose (GObject *object)
{
  OctantDetailPane *self = OCTANT_DETAIL_PANE (object);

  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, item_notify_cb, self);
  g_clear_object (&self->assessment);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_DETAIL_PANE);
  g_clear_object (&self->item);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (octant_detail_pane_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, advice);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, answer_box);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, carried_box);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, check);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, code);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, drop_hint);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, evidence);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, import_bar);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, import_box);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, na_box);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, na_text);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, note);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, object);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, objects_hint);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, previous_box);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, previous_note);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, previous_rating);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, previous_title);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, question);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, roles);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, stack);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, text);
  gtk_widget_class_bind_template_child (widget_class, OctantDetailPane, types);
}

static void
octant_detail_pane_class_init (OctantDetailPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_detail_pane_dispose;
  g_type_ensure (OCTANT_TYPE_NOTE_VIEW);
  g_type_ensure (OCTANT_TYPE_PARAGRAPH);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-detail-pane.ui");
  bind_children (widget_class);
  gtk_widget_class_install_action (widget_class, "details.attach-existing", NULL, attach_existing_action);
  gtk_widget_class_install_action (widget_class, "details.paste", NULL, paste_action);
  /* In the note the key pastes text, as everywhere. */
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_v, GDK_CONTROL_MASK, "details.paste", NULL);
  gtk_widget_class_bind_template_callback (widget_class, attach_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_import_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_key_cb);
  gtk_widget_class_bind_template_callback (widget_class, note_refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, octant_detail_pane_keep_note);
}

static void
octant_detail_pane_init (OctantDetailPane *self)
{
  GtkEventController *target;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->assessment = g_signal_group_new (OCTANT_TYPE_ASSESSMENT);
  g_signal_group_connect_swapped (self->assessment, "evidence-changed", G_CALLBACK (evidence_changed_cb), self);

  target = octant_evidence_drag_new_target ();
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "enter", G_CALLBACK (drop_enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (drop_leave_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), target);
}

void
octant_detail_pane_set_session (OctantDetailPane *self,
                                OctantSession    *session)
{
  g_return_if_fail (OCTANT_IS_DETAIL_PANE (self));

  if (!g_set_object (&self->session, session) || session == NULL)
    return;
  g_signal_connect_object (session, "leaving", G_CALLBACK (octant_detail_pane_keep_note), self, G_CONNECT_SWAPPED);
  g_object_bind_property (session, "importing", self->import_box, "visible", G_BINDING_SYNC_CREATE);
  g_object_bind_property (session, "import-progress", self->import_bar, "fraction", G_BINDING_SYNC_CREATE);
}

/* @item: (nullable) */
void
octant_detail_pane_set_item (OctantDetailPane *self,
                             OctantItem       *item)
{
  g_return_if_fail (OCTANT_IS_DETAIL_PANE (self));

  if (self->item == item)
    return;
  octant_detail_pane_keep_note (self);
  if (self->item != NULL)
    g_signal_handlers_disconnect_by_func (self->item, item_notify_cb, self);
  g_set_object (&self->item, item);
  g_signal_group_set_target (self->assessment, item != NULL ? octant_item_get_assessment (item) : NULL);
  gtk_stack_set_visible_child_name (self->stack, item != NULL ? "item" : "none");
  if (item == NULL)
    return;
  g_signal_connect_object (item, "notify", G_CALLBACK (item_notify_cb), self, G_CONNECT_SWAPPED);
  update_answer (self);
  /* What another one was read of says nothing about where this one begins. */
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  if (self->fill_tick == 0)
    self->fill_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), fill_cb, NULL, NULL);
}

void
octant_detail_pane_focus_note (OctantDetailPane *self)
{
  g_return_if_fail (OCTANT_IS_DETAIL_PANE (self));

  if (self->item != NULL && octant_item_get_children (self->item) == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->note));
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}
