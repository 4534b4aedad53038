/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-chart-page-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <math.h>

#include "base/octant-file.h"
#include "octant-chart-file.h"

#define MARGIN OCTANT_PAGE_MARGIN
#define FONT_SIZE 14.0

struct _OctantChartPage
{
  OctantPageFormat format;
  GByteArray *bytes;        /* (owned) */
  GBytes **picture;         /* (nullable) */
  cairo_surface_t *surface; /* (owned) */
  cairo_t *cr;              /* (owned) */
  PangoContext *context;    /* (owned) */
  double width;
  double height;
  double top;               /* of the chart's box */
  double bottom;
};

G_DEFINE_QUARK (octant-output-error-quark, octant_output_error)

/* By the path's ending, in any case of letters. */
gboolean
octant_page_format_from_path (const char       *path,
                              OctantPageFormat *format,
                              GError          **error)
{
  static const char *const endings[] = { ".svg", ".png", ".pdf" };
  g_autofree char *lower = g_ascii_strdown (path, -1);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (lower, endings[i]))
      {
        *format = (OctantPageFormat) i;
        return TRUE;
      }
  g_set_error (error, OCTANT_OUTPUT_ERROR, OCTANT_OUTPUT_ERROR_FORMAT,
               "%s: a chart is written as .svg, .png or .pdf", path);

  return FALSE;
}

static cairo_status_t
append_bytes (void                *closure,
              const unsigned char *data,
              unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
make_surface (const OctantPageSetup *setup,
              GByteArray            *bytes)
{
  double scale = CLAMP (setup->scale > 0 ? setup->scale : 1, 0.25, 8);
  cairo_surface_t *surface;

  switch (setup->format)
    {
    case OCTANT_PAGE_SVG:
      surface = cairo_svg_surface_create_for_stream (append_bytes, bytes, setup->width, setup->height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case OCTANT_PAGE_PDF:
      surface = cairo_pdf_surface_create_for_stream (append_bytes, bytes, setup->width * 0.75, setup->height * 0.75);
      cairo_surface_set_device_scale (surface, 0.75, 0.75);
      return surface;
    case OCTANT_PAGE_PNG:
      surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) ceil (setup->width * scale),
                                            (int) ceil (setup->height * scale));
      cairo_surface_set_device_scale (surface, scale, scale);
      return surface;
    default:
      g_assert_not_reached ();
    }
}

/* The file tells what it is and of which day the result is, never when it was drawn. */
static void
set_metadata (cairo_surface_t       *surface,
              const OctantPageSetup *setup)
{
  g_autofree char *date = NULL;

  if (setup->format != OCTANT_PAGE_PDF)
    return;
  date = g_strdup_printf ("%sT00:00:00Z", setup->date);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, setup->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, setup->subtitle);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Octant " OCTANT_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

static PangoContext *
make_context (const OctantPageSetup *setup)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  g_autoptr (PangoFontDescription) font = pango_font_description_from_string ("Sans");
  cairo_font_options_t *options = cairo_font_options_create ();

  pango_font_description_set_absolute_size (font, FONT_SIZE * PANGO_SCALE);
  pango_context_set_font_description (context, font);
  /* The language picks the Chinese forms of characters that Chinese and Japanese share. */
  pango_context_set_language (context,
                              pango_language_from_string (setup->language == OCTANT_LANGUAGE_ZH ? "zh-cn" : "en"));
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_round_glyph_positions (context, FALSE);
  /* Nothing of the screen that happens to be there gets into the file. */
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 96);
  cairo_font_options_destroy (options);

  return context;
}

/* One wrapped text at the page's left margin; returns its height. */
static double
draw_text (OctantChartPage   *self,
           const char        *text,
           double             size,
           PangoWeight        weight,
           const OctantColor *color,
           double             y,
           gboolean           draw)
{
  g_autoptr (PangoLayout) layout = NULL;
  g_autoptr (PangoAttrList) attrs = NULL;
  int height;

  if (text == NULL || *text == '\0')
    return 0;
  layout = pango_layout_new (self->context);
  attrs = pango_attr_list_new ();
  pango_attr_list_insert (attrs, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));
  pango_attr_list_insert (attrs, pango_attr_weight_new (weight));
  pango_layout_set_attributes (layout, attrs);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, (int) ((self->width - 2 * MARGIN) * PANGO_SCALE));
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, NULL, &height);
  if (draw)
    {
      octant_color_set (color, 1, self->cr);
      cairo_move_to (self->cr, MARGIN, y);
      pango_cairo_show_layout (self->cr, layout);
    }

  return height;
}

static void
draw_frame (OctantChartPage        *self,
            const OctantPageSetup  *setup,
            const OctantChartStyle *style)
{
  double foot;

  octant_color_set (&style->background, 1, self->cr);
  cairo_paint (self->cr);
  self->top = MARGIN;
  self->top += draw_text (self, setup->institution, 14, PANGO_WEIGHT_NORMAL, &style->dim, self->top, TRUE);
  self->top += draw_text (self, setup->title, 24, PANGO_WEIGHT_BOLD, &style->foreground, self->top, TRUE) + 4;
  self->top += draw_text (self, setup->subtitle, 14, PANGO_WEIGHT_NORMAL, &style->foreground, self->top, TRUE) + 18;
  foot = draw_text (self, setup->foot, 11, PANGO_WEIGHT_NORMAL, &style->dim, 0, FALSE);
  self->bottom = self->height - MARGIN * 0.75 - foot;
  draw_text (self, setup->foot, 11, PANGO_WEIGHT_NORMAL, &style->dim, self->bottom, TRUE);
  self->bottom -= 18;
}

OctantChartPage *
octant_chart_page_new (const OctantPageSetup  *setup,
                       const OctantChartStyle *style)
{
  OctantChartPage *self = g_new0 (OctantChartPage, 1);

  self->format = setup->format;
  self->width = setup->width;
  self->height = setup->height;
  self->bytes = g_byte_array_new ();
  self->picture = setup->picture;
  self->surface = make_surface (setup, self->bytes);
  set_metadata (self->surface, setup);
  self->cr = cairo_create (self->surface);
  self->context = make_context (setup);
  draw_frame (self, setup, style);

  return self;
}

void
octant_chart_page_free (OctantChartPage *self)
{
  if (self == NULL)
    return;
  cairo_destroy (self->cr);
  /* The surface may still write into the bytes when it goes. */
  cairo_surface_destroy (self->surface);
  g_byte_array_unref (self->bytes);
  g_object_unref (self->context);
  g_free (self);
}

PangoContext *
octant_chart_page_get_context (OctantChartPage *self)
{
  return self->context;
}

cairo_t *
octant_chart_page_get_cairo (OctantChartPage *self,
                             double          *width,
                             double          *height)
{
  *width = self->width - 2 * MARGIN;
  *height = MAX (self->bottom - self->top, 1);
  cairo_identity_matrix (self->cr);
  cairo_translate (self->cr, MARGIN, self->top);

  return self->cr;
}

gboolean
octant_chart_page_write (OctantChartPage *self,
                         const char      *path,
                         GError         **error)
{
  cairo_status_t status = cairo_status (self->cr);

  if (status == CAIRO_STATUS_SUCCESS && self->format == OCTANT_PAGE_PNG)
    status = cairo_surface_write_to_png_stream (self->surface, append_bytes, self->bytes);
  if (status == CAIRO_STATUS_SUCCESS && self->format != OCTANT_PAGE_PNG)
    {
      cairo_show_page (self->cr);
      cairo_surface_finish (self->surface);
      status = cairo_surface_status (self->surface);
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, OCTANT_OUTPUT_ERROR, OCTANT_OUTPUT_ERROR_FAILED,
                   "Cannot draw %s: %s", path, cairo_status_to_string (status));
      return FALSE;
    }

  if (self->picture != NULL)
    {
      *self->picture = g_bytes_new (self->bytes->data, self->bytes->len);
      return TRUE;
    }

  return octant_file_replace (path, self->bytes->data, self->bytes->len, error);
}
