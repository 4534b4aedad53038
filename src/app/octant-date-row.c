/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-date-row.h"

#include <glib/gi18n.h>

#include "base/octant-time.h"
#include "octant-tip.h"

struct _OctantDateRow
{
  AdwEntryRow parent_instance;

  GtkMenuButton *button;
  GtkCalendar *calendar; /* (nullable) until it is asked for */
  gboolean valid;
  gboolean filling; /* the calendar is being set by the program */
};

typedef enum
{
  PROP_VALID = 1,
} OctantDateRowProperty;

static GParamSpec *props[PROP_VALID + 1];

G_DEFINE_FINAL_TYPE (OctantDateRow, octant_date_row, ADW_TYPE_ENTRY_ROW)

/* The numbers of a text, at most three; what stands between them does not matter. */
static guint
split (const char *text,
       int        *numbers)
{
  guint n = 0;

  for (const char *p = text; *p != '\0' && n <= 3; p = g_utf8_next_char (p))
    {
      char *end;
      gint64 number;

      if (!g_ascii_isdigit (*p))
        continue;
      if (n == 3)
        return 0;
      number = g_ascii_strtoll (p, &end, 10);
      numbers[n++] = (int) MIN (number, 100000000);
      p = end;
      if (*p == '\0')
        break;
    }
  return n;
}

char *
octant_date_row_dup_date (OctantDateRow *self)
{
  g_autofree char *text = NULL;
  g_autofree char *date = NULL;
  int numbers[3];
  guint n;

  g_return_val_if_fail (OCTANT_IS_DATE_ROW (self), NULL);

  text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self)));
  if (*g_strstrip (text) == '\0')
    return g_strdup ("");
  n = split (text, numbers);
  if (n == 1 && strlen (text) == 8)
    date = g_strdup_printf ("%04d-%02d-%02d", numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100);
  else if (n == 3)
    date = g_strdup_printf ("%04d-%02d-%02d", numbers[0], numbers[1], numbers[2]);
  return octant_date_is_valid (date) ? g_steal_pointer (&date) : NULL;
}

static void
changed_cb (OctantDateRow *self)
{
  g_autofree char *date = octant_date_row_dup_date (self);
  gboolean valid = date != NULL;

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  octant_tip_set (GTK_WIDGET (self), valid ? NULL : _("This is no day of the calendar: a date is written as in 2026-12-31"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  if (self->valid == valid)
    return;
  self->valid = valid;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_VALID]);
}

static void
day_cb (OctantDateRow *self)
{
  g_autoptr (GDateTime) day = NULL;
  g_autofree char *text = NULL;

  if (self->filling)
    return;
  day = gtk_calendar_get_date (self->calendar);
  text = g_date_time_format (day, "%Y-%m-%d");
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_menu_button_popdown (self->button);
}

static void
make_calendar (OctantDateRow *self)
{
  GtkWidget *popover = gtk_popover_new ();

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  gtk_menu_button_set_popover (self->button, popover);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (day_cb), self, G_CONNECT_SWAPPED);
}

/* The calendar opens at the date that is there, else at today. It has some hundred parts: few rows ever need it. */
static void
popup_cb (GtkMenuButton *button,
          gpointer       user_data)
{
  OctantDateRow *self = OCTANT_DATE_ROW (user_data);
  g_autofree char *date = octant_date_row_dup_date (self);
  g_autofree char *today = octant_date_today ();
  g_autoptr (GDateTime) day = NULL;
  int y, m, d;

  if (self->calendar == NULL)
    make_calendar (self);
  if (sscanf (date != NULL && *date != '\0' ? date : today, "%d-%d-%d", &y, &m, &d) != 3)
    return;
  day = g_date_time_new_local (y, m, d, 12, 0, 0);
  self->filling = TRUE;
  if (day != NULL)
    gtk_calendar_select_day (self->calendar, day);
  self->filling = FALSE;
}

static void
octant_date_row_get_property (GObject    *object,
                              guint       prop_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  if (prop_id == PROP_VALID)
    g_value_set_boolean (value, OCTANT_DATE_ROW (object)->valid);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_date_row_class_init (OctantDateRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = octant_date_row_get_property;
  props[PROP_VALID] = g_param_spec_boolean ("valid", NULL, NULL, TRUE,
                                            G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_date_row_init (OctantDateRow *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->valid = TRUE;
  self->button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  octant_tip_set (button, _("Choose a Day"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Choose a Day"), -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), button);
  gtk_menu_button_set_create_popup_func (self->button, popup_cb, self, NULL);
  g_signal_connect (self, "changed", G_CALLBACK (changed_cb), NULL);
}

void
octant_date_row_set_date (OctantDateRow *self,
                          const char    *date)
{
  g_return_if_fail (OCTANT_IS_DATE_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self), date != NULL ? date : "");
}

gboolean
octant_date_row_get_valid (OctantDateRow *self)
{
  g_return_val_if_fail (OCTANT_IS_DATE_ROW (self), FALSE);

  return self->valid;
}
