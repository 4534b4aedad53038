/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-note-view.h"

#include "octant-words.h"

/* A pause of this length ends a note: long enough to think, short enough to lose little. */
#define PAUSE_SECONDS 2

struct _OctantNoteView
{
  GtkTextView parent_instance;

  guint longest;       /* seconds, 0 for any */
  guint pause;         /* a source while typed words are not kept */
  gint64 typing_since; /* monotonic, of the first key that is not kept */
  gboolean filling;    /* the text is being set by the program */
};

typedef enum
{
  PROP_LONGEST = 1,
} OctantNoteViewProperty;

static GParamSpec *props[PROP_LONGEST + 1];

enum
{
  SIGNAL_KEEP,
  SIGNAL_REFUSED,
  SIGNAL_TYPED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (OctantNoteView, octant_note_view, GTK_TYPE_TEXT_VIEW)

static GtkTextBuffer *
get_buffer (OctantNoteView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
keep (OctantNoteView *self)
{
  g_signal_emit (self, signals[SIGNAL_KEEP], 0);
}

static gboolean
pause_cb (gpointer user_data)
{
  OctantNoteView *self = user_data;

  self->pause = 0;
  keep (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (OctantNoteView *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->filling)
    return;
  g_signal_emit (self, signals[SIGNAL_TYPED], 0);
  g_clear_handle_id (&self->pause, g_source_remove);
  if (self->typing_since == 0)
    self->typing_since = now;
  if (self->longest > 0 && now - self->typing_since > self->longest * G_USEC_PER_SEC)
    keep (self);
  else
    self->pause = g_timeout_add_seconds (PAUSE_SECONDS, pause_cb, self);
}

static void
refused_cb (gpointer user_data)
{
  gtk_widget_error_bell (GTK_WIDGET (user_data));
  g_signal_emit (user_data, signals[SIGNAL_REFUSED], 0);
}

static void
octant_note_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  if (prop_id == PROP_LONGEST)
    g_value_set_uint (value, OCTANT_NOTE_VIEW (object)->longest);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_note_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  if (prop_id == PROP_LONGEST)
    OCTANT_NOTE_VIEW (object)->longest = g_value_get_uint (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_note_view_dispose (GObject *object)
{
  g_clear_handle_id (&OCTANT_NOTE_VIEW (object)->pause, g_source_remove);

  G_OBJECT_CLASS (octant_note_view_parent_class)->dispose (object);
}

static void
octant_note_view_class_init (OctantNoteViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = octant_note_view_get_property;
  object_class->set_property = octant_note_view_set_property;
  object_class->dispose = octant_note_view_dispose;

  props[PROP_LONGEST] = g_param_spec_uint ("longest", NULL, NULL, 0, G_MAXUINT, 0,
                                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
  signals[SIGNAL_KEEP] = g_signal_new ("keep", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_REFUSED] = g_signal_new ("refused", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TYPED] = g_signal_new ("typed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
octant_note_view_init (OctantNoteView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_top_margin (view, 9);
  gtk_text_view_set_bottom_margin (view, 9);
  gtk_text_view_set_left_margin (view, 12);
  gtk_text_view_set_right_margin (view, 12);
  octant_words_guard (view, OCTANT_WORDS_TEXT, refused_cb, self);
  g_signal_connect_object (get_buffer (self), "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (focus, "leave", G_CALLBACK (keep), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

char *
octant_note_view_dup_text (OctantNoteView *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (OCTANT_IS_NOTE_VIEW (self), NULL);

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, FALSE);
}

void
octant_note_view_set_text (OctantNoteView *self,
                           const char     *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (OCTANT_IS_NOTE_VIEW (self));
  g_return_if_fail (text != NULL);

  /* A space or line end at the end of what is typed belongs to what comes. */
  shown = octant_note_view_dup_text (self);
  if (self->pause != 0 || octant_words_equal (shown, text))
    return;
  self->filling = TRUE;
  gtk_text_buffer_set_text (get_buffer (self), text, -1);
  self->filling = FALSE;
}

void
octant_note_view_settle (OctantNoteView *self)
{
  g_return_if_fail (OCTANT_IS_NOTE_VIEW (self));

  g_clear_handle_id (&self->pause, g_source_remove);
  self->typing_since = 0;
}
