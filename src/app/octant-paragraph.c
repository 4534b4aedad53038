/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-paragraph.h"

struct _OctantParagraph
{
  GtkWidget parent_instance;

  char *text;          /* (owned) */
  PangoLayout *layout; /* (owned) (nullable): made when it is needed */
  int lines;
  int width_chars;
  int max_width_chars;
};

typedef enum
{
  PROP_TEXT = 1,
  PROP_LINES,
  PROP_WIDTH_CHARS,
  PROP_MAX_WIDTH_CHARS,
} OctantParagraphProperty;

static GParamSpec *props[PROP_MAX_WIDTH_CHARS + 1];

G_DEFINE_FINAL_TYPE (OctantParagraph, octant_paragraph, GTK_TYPE_WIDGET)

static PangoLayout *
get_layout (OctantParagraph *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  if (self->layout != NULL)
    return self->layout;
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout, mirrored ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);
  if (self->lines > 0)
    {
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
      pango_layout_set_height (self->layout, -self->lines);
    }
  return self->layout;
}

/* Fonts, sizes and the direction may be others from now on. */
static void
forget_layout (OctantParagraph *self)
{
  g_clear_object (&self->layout);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static int
get_char_width (OctantParagraph *self)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (gtk_widget_get_pango_context (GTK_WIDGET (self)), NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_char_width (metrics),
                   pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return width;
}

static GtkSizeRequestMode
octant_paragraph_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
octant_paragraph_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  OctantParagraph *self = OCTANT_PARAGRAPH (widget);
  int width = self->width_chars > 0 || self->max_width_chars > 0 ? get_char_width (self) : 0;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = PANGO_PIXELS_CEIL (width * self->width_chars);
      *natural = PANGO_PIXELS_CEIL (width * MAX (self->width_chars, self->max_width_chars));
      return;
    }
  width *= MAX (self->width_chars, self->max_width_chars);
  if (for_size >= 0)
    width = for_size * PANGO_SCALE;
  pango_layout_set_width (get_layout (self), for_size >= 0 || width > 0 ? width : -1);
  pango_layout_get_pixel_size (self->layout, NULL, minimum);
  *natural = *minimum;
}

static void
octant_paragraph_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  pango_layout_set_width (get_layout (OCTANT_PARAGRAPH (widget)), width * PANGO_SCALE);
}

static void
octant_paragraph_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  OctantParagraph *self = OCTANT_PARAGRAPH (widget);
  GdkRGBA color;

  gtk_widget_get_color (widget, &color);
  pango_layout_set_width (get_layout (self), gtk_widget_get_width (widget) * PANGO_SCALE);
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
}

static void
octant_paragraph_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  OctantParagraph *self = OCTANT_PARAGRAPH (widget);

  GTK_WIDGET_CLASS (octant_paragraph_parent_class)->css_changed (widget, change);
  /* What the change is of is GTK's own: it asks for a new size by itself when it is of the font. */
  g_clear_object (&self->layout);
}

static void
octant_paragraph_system_setting_changed (GtkWidget        *widget,
                                         GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (octant_paragraph_parent_class)->system_setting_changed (widget, setting);
  forget_layout (OCTANT_PARAGRAPH (widget));
}

static void
octant_paragraph_direction_changed (GtkWidget        *widget,
                                    GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (octant_paragraph_parent_class)->direction_changed (widget, previous);
  forget_layout (OCTANT_PARAGRAPH (widget));
}

static void
octant_paragraph_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  OctantParagraph *self = OCTANT_PARAGRAPH (object);

  switch ((OctantParagraphProperty) prop_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_LINES:
      g_value_set_int (value, self->lines);
      break;
    case PROP_WIDTH_CHARS:
      g_value_set_int (value, self->width_chars);
      break;
    case PROP_MAX_WIDTH_CHARS:
      g_value_set_int (value, self->max_width_chars);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_number (OctantParagraph *self,
            int             *number,
            int              value,
            GParamSpec      *pspec)
{
  if (*number == value)
    return;
  *number = value;
  forget_layout (self);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

static void
octant_paragraph_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  OctantParagraph *self = OCTANT_PARAGRAPH (object);

  switch ((OctantParagraphProperty) prop_id)
    {
    case PROP_TEXT:
      octant_paragraph_set_text (self, g_value_get_string (value));
      break;
    case PROP_LINES:
      set_number (self, &self->lines, g_value_get_int (value), pspec);
      break;
    case PROP_WIDTH_CHARS:
      set_number (self, &self->width_chars, g_value_get_int (value), pspec);
      break;
    case PROP_MAX_WIDTH_CHARS:
      set_number (self, &self->max_width_chars, g_value_get_int (value), pspec);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
octant_paragraph_dispose (GObject *object)
{
  g_clear_object (&OCTANT_PARAGRAPH (object)->layout);

  G_OBJECT_CLASS (octant_paragraph_parent_class)->dispose (object);
}

static void
octant_paragraph_finalize (GObject *object)
{
  g_free (OCTANT_PARAGRAPH (object)->text);

  G_OBJECT_CLASS (octant_paragraph_parent_class)->finalize (object);
}

static void
octant_paragraph_class_init (OctantParagraphClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = octant_paragraph_get_property;
  object_class->set_property = octant_paragraph_set_property;
  object_class->dispose = octant_paragraph_dispose;
  object_class->finalize = octant_paragraph_finalize;
  widget_class->get_request_mode = octant_paragraph_get_request_mode;
  widget_class->measure = octant_paragraph_measure;
  widget_class->size_allocate = octant_paragraph_size_allocate;
  widget_class->snapshot = octant_paragraph_snapshot;
  widget_class->css_changed = octant_paragraph_css_changed;
  widget_class->system_setting_changed = octant_paragraph_system_setting_changed;
  widget_class->direction_changed = octant_paragraph_direction_changed;

  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", flags);
  props[PROP_LINES] = g_param_spec_int ("lines", NULL, NULL, 0, G_MAXINT, 0, flags);
  props[PROP_WIDTH_CHARS] = g_param_spec_int ("width-chars", NULL, NULL, 0, 1000, 0, flags);
  props[PROP_MAX_WIDTH_CHARS] = g_param_spec_int ("max-width-chars", NULL, NULL, 0, 1000, 0, flags);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
octant_paragraph_init (OctantParagraph *self)
{
  self->text = g_strdup ("");
}

GtkWidget *
octant_paragraph_new (const char *text)
{
  return g_object_new (OCTANT_TYPE_PARAGRAPH, "text", text, NULL);
}

const char *
octant_paragraph_get_text (OctantParagraph *self)
{
  g_return_val_if_fail (OCTANT_IS_PARAGRAPH (self), NULL);

  return self->text;
}

void
octant_paragraph_set_text (OctantParagraph *self,
                           const char      *text)
{
  g_return_if_fail (OCTANT_IS_PARAGRAPH (self));

  if (!g_set_str (&self->text, text != NULL ? text : ""))
    return;
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, self->text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, self->text, -1);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TEXT]);
}
