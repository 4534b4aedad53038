/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-interview-view.h"

#include <glib/gi18n.h>

#include "octant-interview-agenda.h"
#include "octant-interview-context.h"
#include "octant-interview-item.h"
#include "octant-interview-outline.h"
#include "octant-note-view.h"
#include "octant-paragraph.h"
#include "octant-rating-keys.h"
#include "octant-rating-toggle.h"
#include "octant-session-interviews.h"
#include "octant-texts.h"
#include "octant-words.h"

struct _OctantInterviewView
{
  AdwBin parent_instance;

  OctantSession *session;        /* (owned) (nullable) */
  OctantInterviewAgenda *agenda; /* (owned) (nullable): while an interview is held */
  GHashTable *left_at;           /* (owned) interview id → position at which it was left, while the program runs */
  gboolean composing;            /* an input method is at work, and has the keys */

  GtkLabel *person;
  GtkLabel *role;
  OctantInterviewOutline *outline;
  GtkWidget *keep;
  GtkWidget *keep_pill;
  GtkProgressBar *progress;
  GtkStack *screens;
  AdwStatusPage *end_page;
  GtkScrolledWindow *scroller;
  GtkLabel *code;
  GtkWidget *object_box;
  GtkLabel *object;
  GtkWidget *same;
  OctantParagraph *question;
  OctantRatingToggle *toggle;
  GtkLabel *rating_name;
  OctantNoteView *minutes;
  GtkLabel *minutes_error;
  OctantInterviewContext *context;
  GtkWidget *back;
};

enum
{
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantInterviewView, octant_interview_view, ADW_TYPE_BIN)

/* FALSE at the end, and while no interview is held. */
static gboolean
get_item (OctantInterviewView *self,
          OctantItemRef       *item)
{
  return self->agenda != NULL && octant_interview_agenda_get_item (self->agenda, item);
}

static OctantAssessment *
get_assessment (OctantInterviewView *self)
{
  return octant_interview_agenda_get_assessment (self->agenda);
}

static const char *
get_interview_id (OctantInterviewView *self)
{
  return octant_interview_agenda_get_interview_id (self->agenda);
}

static void
refused_cb (OctantInterviewView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->minutes_error), TRUE);
}

static void
typed_cb (OctantInterviewView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->minutes_error), FALSE);
}

void
octant_interview_view_keep (OctantInterviewView *self)
{
  g_autofree char *minutes = NULL;
  g_autoptr (GError) error = NULL;
  OctantInterviewAnswer answer;
  OctantItemRef item;

  g_return_if_fail (OCTANT_IS_INTERVIEW_VIEW (self));

  octant_note_view_settle (self->minutes);
  /* Another assessment, or the interview undone: there is no place for the words any more. */
  if (!get_item (self, &item) || get_assessment (self) != octant_session_get_assessment (self->session)
      || octant_assessment_get_interview (get_assessment (self), get_interview_id (self)) == NULL)
    return;
  minutes = octant_note_view_dup_text (self->minutes);
  octant_assessment_get_interview_answer (get_assessment (self), get_interview_id (self), item, &answer);
  if (g_strcmp0 (answer.minutes != NULL ? answer.minutes : "", minutes) != 0
      && !octant_session_interview_minutes (self->session, get_interview_id (self), item, minutes, &error))
    g_debug ("The minutes were refused: %s", error->message);
}

static void
preedit_cb (OctantInterviewView *self,
            const char          *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

static void
update_answer (OctantInterviewView *self)
{
  OctantInterviewAnswer answer;
  OctantItemRef item;

  if (!get_item (self, &item))
    return;
  octant_assessment_get_interview_answer (get_assessment (self), get_interview_id (self), item, &answer);
  octant_rating_toggle_set_rating (self->toggle, answer.rating, FALSE);
  gtk_label_set_label (self->rating_name, octant_rating_get_name (answer.rating));
  gtk_widget_set_sensitive (self->same, answer.rating != OCTANT_RATING_UNANSWERED || answer.minutes != NULL);
  octant_note_view_set_text (self->minutes, answer.minutes != NULL ? answer.minutes : "");
  octant_interview_context_update_others (self->context, get_assessment (self), get_interview_id (self), item);
}

static void
update_head (OctantInterviewView *self)
{
  OctantRecord *interview = octant_assessment_get_interview (get_assessment (self), get_interview_id (self));
  g_autofree char *date = octant_format_date (octant_record_get (interview, OCTANT_INTERVIEW_HELD_ON));
  g_autofree char *role = NULL;
  g_autofree char *answered = NULL;
  guint n_done, n_questions;

  role = g_strdup_printf ("%s · %s", octant_interview_role_name (get_assessment (self),
                                                                 octant_interview_agenda_get_role (self->agenda)),
                          date);
  octant_assessment_count_interview (get_assessment (self), get_interview_id (self), &n_done, &n_questions);
  gtk_label_set_label (self->person, octant_record_get (interview, OCTANT_INTERVIEW_PERSON));
  gtk_label_set_label (self->role, role);
  octant_interview_outline_update (self->outline, n_done);
  gtk_progress_bar_set_fraction (self->progress, n_questions > 0 ? (double) n_done / n_questions : 0);
  gtk_widget_set_sensitive (self->keep, n_done > 0 || octant_record_get (interview, OCTANT_INTERVIEW_MINUTES) != NULL);
  gtk_widget_set_sensitive (self->keep_pill, gtk_widget_get_sensitive (self->keep));
  /* Translators: how many questions of an interview were answered */
  answered = g_strdup_printf (_("%u of %u questions"), n_done, n_questions);
  adw_status_page_set_description (self->end_page, answered);
}

/* Code, sub-domain and what is answered of it. */
static void
update_code (OctantInterviewView *self)
{
  OctantModel *model = octant_assessment_get_model (get_assessment (self));
  const OctantRequirement *requirement;
  OctantInterviewSection section;
  OctantItemRef item;
  g_autofree char *level = NULL;
  g_autofree char *code = NULL;

  if (!get_item (self, &item) || !octant_interview_agenda_get_section (self->agenda, &section))
    return;
  requirement = octant_model_get_requirement (model, item.requirement);
  /* Translators: the number of a level */
  level = g_strdup_printf (_("Level %u"), requirement->level);
  /* Translators: code, aspect and level of a requirement, its sub-domain, then how many questions of that are answered */
  code = g_strdup_printf (_("%s · %s · %s · %s: %u of %u answered"), requirement->code,
                          octant_localise (&octant_model_get_aspect (model, requirement->aspect)->name), level,
                          octant_localise (&octant_model_get_subdomain (model, section.subdomain)->name),
                          section.n_done, section.n_questions);
  gtk_label_set_label (self->code, code);
}

static void
fill_question (OctantInterviewView *self,
               OctantItemRef        item)
{
  OctantAssessment *assessment = get_assessment (self);
  const OctantRequirement *requirement = octant_model_get_requirement (octant_assessment_get_model (assessment),
                                                                       item.requirement);
  gboolean by_object = octant_interview_agenda_get_object_id (self->agenda) != NULL;
  OctantAnswer before = { 0 };
  gboolean known = octant_assessment_get_previous_answer (assessment, item.requirement, item.slot, &before);

  octant_paragraph_set_text (self->question, octant_localise (&requirement->question));
  gtk_label_set_label (self->object, by_object ? octant_record_get (octant_assessment_get_object (assessment, item.slot),
                                                                    OCTANT_CYCLE_OBJECT_NAME)
                                               : "");
  gtk_widget_set_visible (self->object_box, by_object);
  gtk_widget_set_visible (self->same, octant_assessment_get_item_slots (assessment, item.requirement) > 1);
  octant_rating_toggle_set_ghost (self->toggle, known ? before.rating : OCTANT_RATING_UNANSWERED);
  octant_interview_context_show (self->context, assessment, get_interview_id (self), item);
}

/* The keyboard stays in the minutes from question to question, so a screen reader has to be told of the next one. */
static void
announce (OctantInterviewView *self)
{
  g_autofree char *text = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  text = g_strdup_printf ("%s. %s", gtk_label_get_label (self->object), octant_paragraph_get_text (self->question));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_position (OctantInterviewView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->minutes));
  OctantItemRef item;
  gboolean asked = get_item (self, &item);
  GtkTextIter end;

  gtk_stack_set_visible_child_name (self->screens, octant_interview_agenda_get_n_questions (self->agenda) == 0 ? "none"
                                                   : asked ? "question" : "end");
  update_head (self);
  update_code (self);
  gtk_widget_set_sensitive (self->back, octant_interview_agenda_get_position (self->agenda) > 0);
  if (asked)
    {
      fill_question (self, item);
      update_answer (self);
      gtk_widget_set_visible (GTK_WIDGET (self->minutes_error), FALSE);
      gtk_text_buffer_get_end_iter (buffer, &end);
      gtk_text_buffer_place_cursor (buffer, &end);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
      announce (self);
    }
  octant_interview_view_focus (self);
}

static void
go_to (OctantInterviewView *self,
       guint                position)
{
  octant_interview_view_keep (self);
  octant_interview_agenda_set_position (self->agenda, position);
  show_position (self);
}

static void
rate (OctantInterviewView *self,
      OctantRating         rating)
{
  OctantItemRef item;

  if (!get_item (self, &item))
    return;
  octant_interview_view_keep (self);
  octant_session_interview_rate (self->session, get_interview_id (self), item, rating);
  update_answer (self);
}

static void
same_cb (OctantInterviewView *self)
{
  OctantItemRef item;

  if (!get_item (self, &item) || !gtk_widget_get_visible (self->same) || !gtk_widget_get_visible (self->object_box))
    return;
  octant_interview_view_keep (self);
  if (gtk_widget_get_sensitive (self->same))
    octant_session_interview_same (self->session, get_interview_id (self), item);
}

static void
section_chosen_cb (OctantInterviewView *self,
                   guint                position)
{
  go_to (self, position);
}

static void
chosen_cb (OctantInterviewView *self,
           int                  rating)
{
  rate (self, rating);
}

static void
next_cb (OctantInterviewView *self)
{
  go_to (self, octant_interview_agenda_get_position (self->agenda) + 1);
}

static void
back_cb (OctantInterviewView *self)
{
  guint position = octant_interview_agenda_get_position (self->agenda);

  if (position > 0)
    go_to (self, position - 1);
}

/* The next question without an answer; when all have one, that is said where the questions end. */
static void
next_open (OctantInterviewView *self)
{
  octant_interview_view_keep (self);
  go_to (self, octant_interview_agenda_find_open (self->agenda,
                                                  octant_interview_agenda_get_position (self->agenda) + 1));
}

static void
leave_cb (OctantInterviewView *self)
{
  g_signal_emit (self, signals[SIGNAL_LEFT], 0);
}

static void
keep_cb (OctantInterviewView *self)
{
  octant_interview_view_keep (self);
  octant_session_keep_minutes (self->session, get_interview_id (self));
}

static gboolean
is_typing (OctantInterviewView *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return root != NULL && gtk_root_get_focus (root) == GTK_WIDGET (self->minutes);
}

static gboolean
rate_by_key (OctantInterviewView *self,
             guint                key)
{
  OctantRating rating;

  if (!octant_rating_find_key (key, &rating) || rating == OCTANT_RATING_NA)
    return GDK_EVENT_PROPAGATE;
  rate (self, rating);
  return GDK_EVENT_STOP;
}

/* What leads from question to question. */
static gboolean
lead_by_key (OctantInterviewView *self,
             guint                key,
             GdkModifierType      held)
{
  gboolean is_return = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
  gboolean is_down = key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down;
  gboolean is_up = key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up;

  if ((held == GDK_CONTROL_MASK && is_return) || (held == 0 && is_down))
    next_cb (self);
  else if (held == 0 && is_up)
    back_cb (self);
  else if (held == GDK_CONTROL_MASK && is_down)
    go_to (self, octant_interview_agenda_find_next (self->agenda));
  else if (held == GDK_CONTROL_MASK && is_up)
    go_to (self, octant_interview_agenda_find_previous (self->agenda));
  else if (held == GDK_CONTROL_MASK && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    next_open (self);
  else if (held == GDK_ALT_MASK && gdk_keyval_to_lower (key) == GDK_KEY_s)
    same_cb (self);
  else if (held == 0 && key == GDK_KEY_Escape)
    leave_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

/* Before the text has them: what would only move about in it leads on. */
static gboolean
key_pressed_cb (OctantInterviewView *self,
                guint                key,
                guint                code,
                GdkModifierType      modifiers)
{
  GdkModifierType held = modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK | GDK_SUPER_MASK);

  if (self->agenda == NULL || self->composing)
    return GDK_EVENT_PROPAGATE;
  if (held == GDK_ALT_MASK || (held == 0 && !is_typing (self)))
    if (rate_by_key (self, key) == GDK_EVENT_STOP)
      return GDK_EVENT_STOP;
  return lead_by_key (self, key, held);
}

static void
interviews_changed_cb (OctantInterviewView *self)
{
  OctantRecord *interview = octant_assessment_get_interview (get_assessment (self), get_interview_id (self));

  if (interview == NULL)
    leave_cb (self);
  else if (g_strcmp0 (octant_record_get (interview, OCTANT_INTERVIEW_ROLE),
                      octant_interview_agenda_get_role (self->agenda)) != 0)
    {
      /* Other questions: words about those before must not go to one of them. */
      octant_note_view_settle (self->minutes);
      octant_interview_agenda_reload (self->agenda);
      show_position (self);
    }
  else
    {
      update_head (self);
      update_code (self);
      update_answer (self);
    }
}

/* Objects came or went, or something left the scope: the same question, if it is still asked. */
static void
structure_changed_cb (OctantInterviewView *self)
{
  if (!octant_interview_agenda_reload (self->agenda))
    octant_note_view_settle (self->minutes);
  show_position (self);
}

static void
octant_interview_view_unmap (GtkWidget *widget)
{
  octant_interview_view_keep (OCTANT_INTERVIEW_VIEW (widget));

  GTK_WIDGET_CLASS (octant_interview_view_parent_class)->unmap (widget);
}

static void
octant_interview_view_dispose (GObject *object)
{
  OctantInterviewView *self = OCTANT_INTERVIEW_VIEW (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_INTERVIEW_VIEW);
  g_clear_object (&self->session);
  g_clear_pointer (&self->agenda, octant_interview_agenda_free);
  g_clear_pointer (&self->left_at, g_hash_table_unref);

  G_OBJECT_CLASS (octant_interview_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, back);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, code);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, context);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, end_page);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, keep);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, keep_pill);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, minutes);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, minutes_error);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, object);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, object_box);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, outline);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, person);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, progress);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, question);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, rating_name);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, role);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, same);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, screens);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, scroller);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, toggle);
}

static void
octant_interview_view_class_init (OctantInterviewViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_interview_view_dispose;
  widget_class->unmap = octant_interview_view_unmap;
  signals[SIGNAL_LEFT] = g_signal_new ("left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                       0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (OCTANT_TYPE_INTERVIEW_CONTEXT);
  g_type_ensure (OCTANT_TYPE_INTERVIEW_OUTLINE);
  g_type_ensure (OCTANT_TYPE_NOTE_VIEW);
  g_type_ensure (OCTANT_TYPE_PARAGRAPH);
  g_type_ensure (OCTANT_TYPE_RATING_TOGGLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-interview-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, octant_interview_view_keep);
  gtk_widget_class_bind_template_callback (widget_class, preedit_cb);
  gtk_widget_class_bind_template_callback (widget_class, refused_cb);
  gtk_widget_class_bind_template_callback (widget_class, same_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, typed_cb);
}

static void
octant_interview_view_init (OctantInterviewView *self)
{
  GtkEventController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->left_at = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_label_set_label (self->minutes_error, octant_words_get_refusal ());
  /* Nobody says of a requirement that it does not apply: that is a decision, taken elsewhere. */
  gtk_widget_set_visible (gtk_widget_get_last_child (GTK_WIDGET (self->toggle)), FALSE);

  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
octant_interview_view_set_session (OctantInterviewView *self,
                                   OctantSession       *session)
{
  g_return_if_fail (OCTANT_IS_INTERVIEW_VIEW (self));

  if (g_set_object (&self->session, session) && session != NULL)
    g_signal_connect_object (session, "leaving", G_CALLBACK (octant_interview_view_keep), self, G_CONNECT_SWAPPED);
}

gboolean
octant_interview_view_start (OctantInterviewView *self,
                             const char          *interview_id)
{
  OctantAssessment *assessment;
  gpointer left_at;

  g_return_val_if_fail (OCTANT_IS_INTERVIEW_VIEW (self), FALSE);
  g_return_val_if_fail (interview_id != NULL, FALSE);

  octant_interview_view_stop (self);
  assessment = octant_session_get_assessment (self->session);
  if (assessment == NULL || octant_assessment_get_interview (assessment, interview_id) == NULL)
    return FALSE;
  self->agenda = octant_interview_agenda_new (assessment, interview_id);
  if (g_hash_table_lookup_extended (self->left_at, interview_id, NULL, &left_at))
    octant_interview_agenda_set_position (self->agenda, GPOINTER_TO_UINT (left_at));
  octant_interview_outline_set_agenda (self->outline, self->agenda);
  g_signal_connect_object (assessment, "interviews-changed", G_CALLBACK (interviews_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (assessment, "structure-changed", G_CALLBACK (structure_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_position (self);
  return TRUE;
}

void
octant_interview_view_go_to (OctantInterviewView *self,
                             const char          *code,
                             const char          *object_id)
{
  guint position;

  g_return_if_fail (OCTANT_IS_INTERVIEW_VIEW (self));
  g_return_if_fail (self->agenda != NULL);

  position = octant_interview_agenda_find (self->agenda, code, object_id);
  if (position < octant_interview_agenda_get_n_questions (self->agenda))
    go_to (self, position);
}

void
octant_interview_view_stop (OctantInterviewView *self)
{
  g_return_if_fail (OCTANT_IS_INTERVIEW_VIEW (self));

  octant_interview_view_keep (self);
  if (self->agenda == NULL)
    return;
  /* At the end there is nothing to go on with: next time it begins where something is open. */
  if (octant_interview_agenda_get_position (self->agenda) < octant_interview_agenda_get_n_questions (self->agenda))
    g_hash_table_insert (self->left_at, g_strdup (get_interview_id (self)),
                         GUINT_TO_POINTER (octant_interview_agenda_get_position (self->agenda)));
  else
    g_hash_table_remove (self->left_at, get_interview_id (self));
  g_signal_handlers_disconnect_by_data (get_assessment (self), self);
  octant_interview_outline_set_agenda (self->outline, NULL);
  g_clear_pointer (&self->agenda, octant_interview_agenda_free);
}

void
octant_interview_view_focus (OctantInterviewView *self)
{
  OctantItemRef item;

  g_return_if_fail (OCTANT_IS_INTERVIEW_VIEW (self));

  if (get_item (self, &item))
    gtk_widget_grab_focus (GTK_WIDGET (self->minutes));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->screens), GTK_DIR_TAB_FORWARD);
}
