/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-interview-view.h"

#include <glib/gi18n.h>

#include "octant-interview-item.h"
#include "octant-rating-toggle.h"
#include "octant-session-interviews.h"
#include "octant-texts.h"

/* Typed words become an act after this long without a key. */
#define PAUSE_SECONDS 2
/* What one question's minutes may have, as the assessment has it. */
#define MAX_MINUTES 10000

struct _OctantInterviewView
{
  AdwBin parent_instance;

  OctantSession *session;       /* (owned) (nullable) */
  OctantAssessment *assessment; /* (owned) (nullable): while an interview is held */
  char *interview_id;           /* (owned) (nullable) */
  char *asked_role;             /* (owned) (nullable): whose questions these are */
  char *shown_object;           /* (owned) (nullable): which the question on screen is about */
  GArray *questions;            /* (owned) (nullable) (element-type OctantItemRef) */
  guint position;               /* as many as there are questions: at the end */
  guint pause;                  /* a source while typed words are not kept */
  gboolean filling;
  gboolean composing;           /* an input method is at work, and has the keys */

  GtkLabel *person;
  GtkLabel *role;
  GtkLabel *position_label;
  GtkLabel *answered;
  GtkWidget *keep;
  GtkWidget *keep_pill;
  GtkProgressBar *progress;
  GtkStack *screens;
  AdwStatusPage *end_page;
  GtkScrolledWindow *scroller;
  GtkLabel *code;
  GtkLabel *object;
  GtkLabel *question;
  OctantRatingToggle *toggle;
  GtkLabel *rating_name;
  GtkTextView *minutes;
  GtkLabel *minutes_error;
  GtkWidget *others_box;
  GtkLabel *others;
  GtkWidget *differ;
  GtkWidget *previous_box;
  GtkLabel *previous_title;
  GtkLabel *previous_rating;
  GtkLabel *previous_note;
  GtkLabel *check;
  GtkLabel *requirement;
  GtkWidget *back;
};

enum
{
  SIGNAL_LEFT,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantInterviewView, octant_interview_view, ADW_TYPE_BIN)

static gboolean
has_question (OctantInterviewView *self)
{
  return self->questions != NULL && self->position < self->questions->len;
}

static OctantItemRef
get_item (OctantInterviewView *self)
{
  return g_array_index (self->questions, OctantItemRef, self->position);
}

/* (nullable): NULL for the institution */
static const char *
get_object_id (OctantInterviewView *self,
               OctantItemRef        item)
{
  OctantModel *model = octant_assessment_get_model (self->assessment);

  if (octant_model_get_requirement (model, item.requirement)->scope != OCTANT_SCOPE_OBJECT
      || octant_assessment_get_n_objects (self->assessment) == 0)
    return NULL;
  return octant_record_get (octant_assessment_get_object (self->assessment, item.slot), OCTANT_CYCLE_OBJECT_OBJECT);
}

static char *
dup_minutes (OctantInterviewView *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->minutes);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
show_minutes_error (OctantInterviewView *self)
{
  gboolean too_long = gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (self->minutes)) > MAX_MINUTES;

  gtk_widget_set_visible (GTK_WIDGET (self->minutes_error), too_long);
}

void
octant_interview_view_keep (OctantInterviewView *self)
{
  g_autofree char *minutes = NULL;
  g_autoptr (GError) error = NULL;
  OctantInterviewAnswer answer;

  g_return_if_fail (OCTANT_IS_INTERVIEW_VIEW (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  /* Another assessment, or the interview undone: there is no place for the words any more. */
  if (!has_question (self) || self->assessment != octant_session_get_assessment (self->session)
      || octant_assessment_get_interview (self->assessment, self->interview_id) == NULL)
    return;
  minutes = dup_minutes (self);
  octant_assessment_get_interview_answer (self->assessment, self->interview_id, get_item (self), &answer);
  if (g_strcmp0 (answer.minutes != NULL ? answer.minutes : "", minutes) != 0
      && !octant_session_interview_minutes (self->session, self->interview_id, get_item (self), minutes, &error))
    g_debug ("The minutes were refused: %s", error->message);
}

static gboolean
pause_cb (gpointer user_data)
{
  OctantInterviewView *self = user_data;

  self->pause = 0;
  octant_interview_view_keep (self);
  return G_SOURCE_REMOVE;
}

static void
typed_cb (OctantInterviewView *self)
{
  if (self->filling)
    return;
  show_minutes_error (self);
  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add_seconds (PAUSE_SECONDS, pause_cb, self);
}

static void
minutes_left_cb (OctantInterviewView *self)
{
  octant_interview_view_keep (self);
}

static void
preedit_cb (OctantInterviewView *self,
            const char          *preedit)
{
  self->composing = preedit != NULL && *preedit != '\0';
}

static void
fill_minutes (OctantInterviewView *self,
              const char          *minutes)
{
  g_autofree char *shown = dup_minutes (self);

  /* What is being typed is newer than anything that the assessment says. */
  if (self->pause != 0 || g_strcmp0 (shown, minutes) == 0)
    return;
  self->filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->minutes), minutes, -1);
  self->filling = FALSE;
  show_minutes_error (self);
}

static void
fill_others (OctantInterviewView *self)
{
  g_autoptr (GPtrArray) said = octant_assessment_list_said (self->assessment, get_item (self));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < said->len; i++)
    {
      OctantRecord *row = g_ptr_array_index (said, i);
      const char *id = octant_record_get (row, OCTANT_INTERVIEW_ANSWER_INTERVIEW);
      const char *minutes = octant_record_get (row, OCTANT_INTERVIEW_ANSWER_MINUTES);
      OctantRecord *interview = octant_assessment_get_interview (self->assessment, id);
      OctantInterviewAnswer answer;

      if (interview == NULL || g_str_equal (id, self->interview_id))
        continue;
      octant_assessment_get_interview_answer (self->assessment, id, get_item (self), &answer);
      if (text->len > 0)
        g_string_append_c (text, '\n');
      /* Translators: a person, the role, then the rating given */
      g_string_append_printf (text, _("%s (%s): %s"), octant_record_get (interview, OCTANT_INTERVIEW_PERSON),
                              octant_interview_role_name (self->assessment,
                                                          octant_record_get (interview, OCTANT_INTERVIEW_ROLE)),
                              octant_rating_get_name (answer.rating));
      if (minutes != NULL)
        g_string_append_printf (text, "\n%s", minutes);
    }
  gtk_label_set_label (self->others, text->str);
  gtk_widget_set_visible (self->others_box, text->len > 0);
  gtk_widget_set_visible (self->differ,
                          octant_assessment_get_voices (self->assessment, get_item (self)) == OCTANT_VOICES_DIFFER);
}

static void
update_answer (OctantInterviewView *self)
{
  OctantInterviewAnswer answer;

  if (!has_question (self))
    return;
  octant_assessment_get_interview_answer (self->assessment, self->interview_id, get_item (self), &answer);
  octant_rating_toggle_set_rating (self->toggle, answer.rating, FALSE);
  gtk_label_set_label (self->rating_name, octant_rating_get_name (answer.rating));
  fill_minutes (self, answer.minutes != NULL ? answer.minutes : "");
  fill_others (self);
}

static void
update_head (OctantInterviewView *self)
{
  OctantRecord *interview = octant_assessment_get_interview (self->assessment, self->interview_id);
  g_autofree char *date = octant_format_date (octant_record_get (interview, OCTANT_INTERVIEW_HELD_ON));
  g_autofree char *role = g_strdup_printf ("%s · %s", octant_interview_role_name (self->assessment, self->asked_role),
                                           date);
  g_autofree char *position = NULL;
  g_autofree char *answered = NULL;
  guint n_done, n_questions;

  octant_assessment_count_interview (self->assessment, self->interview_id, &n_done, &n_questions);
  position = g_strdup_printf ("%u / %u", MIN (self->position + 1, self->questions->len), self->questions->len);
  answered = g_strdup_printf (_("%u answered"), n_done);
  gtk_label_set_label (self->person, octant_record_get (interview, OCTANT_INTERVIEW_PERSON));
  gtk_label_set_label (self->role, role);
  gtk_label_set_label (self->position_label, position);
  gtk_label_set_label (self->answered, answered);
  gtk_progress_bar_set_fraction (self->progress, n_questions > 0 ? (double) n_done / n_questions : 0);
  gtk_widget_set_sensitive (self->keep, n_done > 0 || octant_record_get (interview, OCTANT_INTERVIEW_MINUTES) != NULL);
  gtk_widget_set_sensitive (self->keep_pill, gtk_widget_get_sensitive (self->keep));
  /* Translators: how many questions of an interview were answered */
  g_free (answered);
  answered = g_strdup_printf (_("%u of %u questions"), n_done, n_questions);
  adw_status_page_set_description (self->end_page, answered);
}

static void
fill_previous (OctantInterviewView *self)
{
  OctantItemRef item = get_item (self);
  OctantAssessment *previous = octant_assessment_get_previous (self->assessment);
  OctantAnswer answer = { 0 };
  gboolean known = octant_assessment_get_previous_answer (self->assessment, item.requirement, item.slot, &answer);
  gboolean has_note = known && answer.note != NULL && *answer.note != '\0';

  gtk_widget_set_visible (self->previous_box, known);
  octant_rating_toggle_set_ghost (self->toggle, known ? answer.rating : OCTANT_RATING_UNANSWERED);
  if (!known)
    return;
  gtk_label_set_label (self->previous_title, octant_assessment_get_title (previous));
  gtk_label_set_label (self->previous_rating, octant_rating_get_name (answer.rating));
  gtk_label_set_label (self->previous_note, has_note ? answer.note : "");
  gtk_widget_set_visible (GTK_WIDGET (self->previous_note), has_note);
}

static void
fill_question (OctantInterviewView *self)
{
  OctantModel *model = octant_assessment_get_model (self->assessment);
  OctantItemRef item = get_item (self);
  const OctantRequirement *requirement = octant_model_get_requirement (model, item.requirement);
  const OctantModelSubdomain *subdomain = octant_model_get_subdomain (model, requirement->subdomain);
  const OctantModelAspect *aspect = octant_model_get_aspect (model, requirement->aspect);
  gboolean by_object = get_object_id (self, item) != NULL;
  /* Translators: the number of a level */
  g_autofree char *level = g_strdup_printf (_("Level %u"), requirement->level);
  g_autofree char *code = g_strdup_printf ("%s · %s · %s · %s", requirement->code, octant_localise (&subdomain->name),
                                           level, octant_localise (&aspect->name));

  gtk_label_set_label (self->code, code);
  gtk_label_set_label (self->question, octant_localise (&requirement->question));
  gtk_label_set_label (self->check, octant_localise (&requirement->check));
  gtk_label_set_label (self->requirement, octant_localise (&requirement->text));
  gtk_label_set_label (self->object, by_object ? octant_record_get (octant_assessment_get_object (self->assessment, item.slot),
                                                                    OCTANT_CYCLE_OBJECT_NAME)
                                               : "");
  gtk_widget_set_visible (GTK_WIDGET (self->object), by_object);
  g_set_str (&self->shown_object, get_object_id (self, item));
}

/* The keyboard stays in the minutes from question to question, so a screen reader has to be told of the next one. */
static void
announce (OctantInterviewView *self)
{
  g_autofree char *text = NULL;

  if (!gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  text = g_strdup_printf ("%s. %s", gtk_label_get_label (self->object), gtk_label_get_label (self->question));
  gtk_accessible_announce (GTK_ACCESSIBLE (self), text, GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

static void
show_position (OctantInterviewView *self)
{
  GtkTextIter end;

  gtk_stack_set_visible_child_name (self->screens, self->questions->len == 0 ? "none"
                                                   : has_question (self)     ? "question"
                                                                             : "end");
  update_head (self);
  gtk_widget_set_sensitive (self->back, self->position > 0);
  if (has_question (self))
    {
      fill_question (self);
      fill_previous (self);
      update_answer (self);
      gtk_text_buffer_get_end_iter (gtk_text_view_get_buffer (self->minutes), &end);
      gtk_text_buffer_place_cursor (gtk_text_view_get_buffer (self->minutes), &end);
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
  self->position = MIN (position, self->questions->len);
  show_position (self);
}

static gboolean
is_open_question (OctantInterviewView *self,
                  guint                position)
{
  OctantInterviewAnswer answer;

  return !octant_assessment_get_interview_answer (self->assessment, self->interview_id,
                                                  g_array_index (self->questions, OctantItemRef, position), &answer);
}

/* The first open question from @start on, going round; the end when there is none. */
static guint
find_open (OctantInterviewView *self,
           guint                start)
{
  for (guint i = 0; i < self->questions->len; i++)
    if (is_open_question (self, (start + i) % self->questions->len))
      return (start + i) % self->questions->len;
  return self->questions->len;
}

static void
rate (OctantInterviewView *self,
      OctantRating         rating)
{
  if (!has_question (self))
    return;
  octant_interview_view_keep (self);
  octant_session_interview_rate (self->session, self->interview_id, get_item (self), rating);
  update_answer (self);
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
  go_to (self, self->position + 1);
}

static void
back_cb (OctantInterviewView *self)
{
  if (self->position > 0)
    go_to (self, self->position - 1);
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
  octant_session_keep_minutes (self->session, self->interview_id);
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
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_4)
    key = GDK_KEY_0 + (key - GDK_KEY_KP_0);
  if (key == GDK_KEY_0)
    rate (self, OCTANT_RATING_UNANSWERED);
  else if (key >= GDK_KEY_1 && key <= GDK_KEY_4)
    rate (self, OCTANT_RATING_N + (key - GDK_KEY_1));
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
  gboolean is_return = key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;

  if (self->questions == NULL || self->composing)
    return GDK_EVENT_PROPAGATE;
  if (held == GDK_ALT_MASK || (held == 0 && !is_typing (self)))
    if (rate_by_key (self, key) == GDK_EVENT_STOP)
      return GDK_EVENT_STOP;
  if ((held == GDK_CONTROL_MASK && is_return)
      || (held == 0 && (key == GDK_KEY_Page_Down || key == GDK_KEY_KP_Page_Down)))
    next_cb (self);
  else if (held == 0 && (key == GDK_KEY_Page_Up || key == GDK_KEY_KP_Page_Up))
    back_cb (self);
  else if (held == GDK_CONTROL_MASK && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    go_to (self, find_open (self, self->position + 1));
  else if (held == 0 && key == GDK_KEY_Escape)
    leave_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
load_questions (OctantInterviewView *self,
                const char          *role)
{
  g_set_str (&self->asked_role, role);
  g_clear_pointer (&self->questions, g_array_unref);
  self->questions = octant_assessment_list_questions (self->assessment, role);
}

static void
interviews_changed_cb (OctantInterviewView *self)
{
  OctantRecord *interview = octant_assessment_get_interview (self->assessment, self->interview_id);

  if (interview == NULL)
    leave_cb (self);
  else if (g_strcmp0 (octant_record_get (interview, OCTANT_INTERVIEW_ROLE), self->asked_role) != 0)
    {
      g_clear_handle_id (&self->pause, g_source_remove);
      load_questions (self, octant_record_get (interview, OCTANT_INTERVIEW_ROLE));
      self->position = find_open (self, 0);
      show_position (self);
    }
  else
    {
      update_head (self);
      update_answer (self);
    }
}

/* Objects came or went, or something left the scope: the same question, if it is still asked. */
static void
structure_changed_cb (OctantInterviewView *self)
{
  guint requirement = has_question (self) ? get_item (self).requirement : G_MAXUINT;
  g_autofree char *role = g_strdup (self->asked_role);
  gboolean found = FALSE;

  load_questions (self, role);
  self->position = MIN (self->position, self->questions->len);
  for (guint i = 0; !found && i < self->questions->len; i++)
    {
      OctantItemRef item = g_array_index (self->questions, OctantItemRef, i);

      found = item.requirement == requirement && g_strcmp0 (get_object_id (self, item), self->shown_object) == 0;
      if (found)
        self->position = i;
    }
  /* Words about what is not asked any more must not go to another question. */
  if (!found)
    g_clear_handle_id (&self->pause, g_source_remove);
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

  g_clear_handle_id (&self->pause, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_INTERVIEW_VIEW);
  g_clear_object (&self->session);
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->interview_id, g_free);
  g_clear_pointer (&self->asked_role, g_free);
  g_clear_pointer (&self->shown_object, g_free);
  g_clear_pointer (&self->questions, g_array_unref);

  G_OBJECT_CLASS (octant_interview_view_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, answered);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, back);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, check);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, code);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, differ);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, end_page);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, keep);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, keep_pill);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, minutes);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, minutes_error);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, object);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, others);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, others_box);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, person);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, position_label);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, previous_box);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, previous_note);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, previous_rating);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, previous_title);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, progress);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, question);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, rating_name);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, requirement);
  gtk_widget_class_bind_template_child (widget_class, OctantInterviewView, role);
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

  g_type_ensure (OCTANT_TYPE_RATING_TOGGLE);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/octantapp/Octant/octant-interview-view.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, minutes_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, preedit_cb);
}

static void
octant_interview_view_init (OctantInterviewView *self)
{
  GtkEventController *keys;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_label_set_label (self->minutes_error, _("The minutes are too long to be kept: shorten them to 10,000 characters"));
  g_signal_connect_object (gtk_text_view_get_buffer (self->minutes), "changed", G_CALLBACK (typed_cb), self,
                           G_CONNECT_SWAPPED);
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

  g_set_object (&self->session, session);
}

gboolean
octant_interview_view_start (OctantInterviewView *self,
                             const char          *interview_id)
{
  OctantAssessment *assessment;
  OctantRecord *interview;

  g_return_val_if_fail (OCTANT_IS_INTERVIEW_VIEW (self), FALSE);
  g_return_val_if_fail (interview_id != NULL, FALSE);

  octant_interview_view_stop (self);
  assessment = octant_session_get_assessment (self->session);
  interview = assessment != NULL ? octant_assessment_get_interview (assessment, interview_id) : NULL;
  if (interview == NULL)
    return FALSE;
  g_set_object (&self->assessment, assessment);
  g_set_str (&self->interview_id, interview_id);
  load_questions (self, octant_record_get (interview, OCTANT_INTERVIEW_ROLE));
  self->position = find_open (self, 0);
  g_signal_connect_object (assessment, "interviews-changed", G_CALLBACK (interviews_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (assessment, "structure-changed", G_CALLBACK (structure_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_position (self);
  return TRUE;
}

void
octant_interview_view_stop (OctantInterviewView *self)
{
  g_return_if_fail (OCTANT_IS_INTERVIEW_VIEW (self));

  octant_interview_view_keep (self);
  if (self->assessment != NULL)
    g_signal_handlers_disconnect_by_data (self->assessment, self);
  g_clear_object (&self->assessment);
  g_clear_pointer (&self->interview_id, g_free);
  g_clear_pointer (&self->asked_role, g_free);
  g_clear_pointer (&self->shown_object, g_free);
  g_clear_pointer (&self->questions, g_array_unref);
}

void
octant_interview_view_focus (OctantInterviewView *self)
{
  g_return_if_fail (OCTANT_IS_INTERVIEW_VIEW (self));

  if (has_question (self))
    gtk_widget_grab_focus (GTK_WIDGET (self->minutes));
  else
    gtk_widget_child_focus (GTK_WIDGET (self->screens), GTK_DIR_TAB_FORWARD);
}
