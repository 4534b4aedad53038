/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-evidence-preview.h"

#include <glib/gi18n.h>

#include "evidence/octant-evidence.h"
#include "octant-evidence-item.h"
#include "octant-pdf.h"

/* Enough of a text to know it by. */
#define TEXT_BYTES (64 * 1024)
/* The longer side of a picture in pixels: twice what is shown, for screens that are dense. */
#define PICTURE_SIZE 1280
/* How high a picture is shown; a page has more to read. */
#define PICTURE_HEIGHT 280
#define PAGE_HEIGHT 420
/* A small file can claim a huge picture: more than this is not decoded. */
#define PICTURE_PIXELS (100 * 1000 * 1000)

struct _OctantEvidencePreview
{
  AdwBin parent_instance;

  GCancellable *loading; /* (owned) (nullable) */
  char *path;            /* (owned) (nullable): the stored file */
  OctantEvidenceType type;
  gboolean readable;     /* a text, or a table that is one */
  gboolean paged;        /* a PDF file */
  guint page;            /* which of its pages is asked for, from 1 */
  guint n_pages;

  GtkStack *stack;
  GtkPicture *picture;
  GtkWidget *pager;
  GtkLabel *page_label;
  GtkTextView *text;
  GtkImage *icon;
  GtkLabel *reason;
};

G_DEFINE_FINAL_TYPE (OctantEvidencePreview, octant_evidence_preview, ADW_TYPE_BIN)

typedef struct
{
  char *path; /* (owned) (nullable) */
  OctantEvidenceType type;
  gboolean readable;
  guint page; /* 0 for what is no PDF file */
} Request;

typedef struct
{
  gboolean missing;
  GdkTexture *texture; /* (owned) (nullable) */
  guint n_pages;
  char *text;          /* (owned) (nullable) */
  GError *error;       /* (owned) (nullable): why no page was drawn */
} Preview;

static void
request_free (Request *request)
{
  g_free (request->path);
  g_free (request);
}

static void
preview_free (Preview *preview)
{
  g_clear_object (&preview->texture);
  g_free (preview->text);
  g_clear_error (&preview->error);
  g_free (preview);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Preview, preview_free)

/* NULL when it is no picture that can be shown. */
static GdkTexture *
load_picture (const char *path)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autoptr (GBytes) bytes = NULL;
  int width, height;

  if (gdk_pixbuf_get_file_info (path, &width, &height) == NULL || width <= 0 || height <= 0
      || (gint64) width * height > PICTURE_PIXELS)
    return NULL;
  if (MAX (width, height) > PICTURE_SIZE)
    pixbuf = gdk_pixbuf_new_from_file_at_scale (path, PICTURE_SIZE, PICTURE_SIZE, TRUE, NULL);
  else
    pixbuf = gdk_pixbuf_new_from_file (path, NULL);
  upright = pixbuf != NULL ? gdk_pixbuf_apply_embedded_orientation (pixbuf) : NULL;
  if (upright == NULL)
    return NULL;
  bytes = gdk_pixbuf_read_pixel_bytes (upright);
  return gdk_memory_texture_new (gdk_pixbuf_get_width (upright), gdk_pixbuf_get_height (upright),
                                 gdk_pixbuf_get_has_alpha (upright) ? GDK_MEMORY_R8G8B8A8 : GDK_MEMORY_R8G8B8,
                                 bytes, (gsize) gdk_pixbuf_get_rowstride (upright));
}

/* Chinese office programs still write GB 18030; NULL when it is no text at all. */
static char *
decode (const char *bytes,
        gsize       length)
{
  const char *end;
  char *text;
  gsize read;

  if (memchr (bytes, 0, length) != NULL)
    return NULL;
  if (g_utf8_validate (bytes, (gssize) length, &end) || bytes + length - end < 4)
    return g_strndup (bytes, (gsize) (end - bytes));
  for (gsize cut = 0; cut < 4 && cut < length; cut++)
    {
      text = g_convert (bytes, (gssize) (length - cut), "UTF-8", "GB18030", &read, NULL, NULL);
      if (text != NULL)
        return text;
    }
  return NULL;
}

static char *
load_text (GInputStream *stream,
           GCancellable *cancellable)
{
  g_autofree char *bytes = g_malloc (TEXT_BYTES);
  gsize length;

  if (!g_input_stream_read_all (stream, bytes, TEXT_BYTES, &length, cancellable, NULL))
    return NULL;
  return decode (bytes, length);
}

static void
load_in_thread (GTask        *task,
                gpointer      source,
                gpointer      data,
                GCancellable *cancellable)
{
  Request *request = data;
  Preview *preview = g_new0 (Preview, 1);
  g_autoptr (GFile) file = request->path != NULL ? g_file_new_for_path (request->path) : NULL;
  g_autoptr (GFileInputStream) stream = NULL;

  /* What lies there instead of a plain file must not make the thread wait. */
  if (request->path != NULL && g_file_test (request->path, G_FILE_TEST_IS_REGULAR)
      && !g_file_test (request->path, G_FILE_TEST_IS_SYMLINK))
    stream = g_file_read (file, cancellable, NULL);
  preview->missing = stream == NULL;
  if (stream != NULL && request->page > 0)
    preview->texture = octant_pdf_draw_page (request->path, request->page, PICTURE_SIZE, &preview->n_pages,
                                             cancellable, &preview->error);
  else if (stream != NULL && request->type == OCTANT_EVIDENCE_PICTURE)
    preview->texture = load_picture (request->path);
  else if (stream != NULL && request->readable)
    preview->text = load_text (G_INPUT_STREAM (stream), cancellable);
  g_task_return_pointer (task, preview, (GDestroyNotify) preview_free);
}

static void
show_picture (OctantEvidencePreview *self,
              Preview               *preview)
{
  /* Translators: pages of a PDF file, as in: 3 of 12 */
  g_autofree char *label = g_strdup_printf (_("%u of %u"), self->page, preview->n_pages);

  self->n_pages = preview->n_pages;
  gtk_label_set_label (self->page_label, label);
  gtk_widget_set_visible (self->pager, self->n_pages > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.back", self->page > 1);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "preview.forward", self->page < self->n_pages);
  gtk_widget_set_size_request (GTK_WIDGET (self->picture), -1, self->paged ? PAGE_HEIGHT : PICTURE_HEIGHT);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (preview->texture));
  gtk_stack_set_visible_child_name (self->stack, "picture");
}

static void
show_none (OctantEvidencePreview *self,
           const GError          *error)
{
  const char *reason = error == NULL ? _("No preview of this type")
                       : g_error_matches (error, OCTANT_PDF_ERROR, OCTANT_PDF_ERROR_LOCKED)
                           ? _("No preview: the file asks for a password")
                           : _("No preview: the file is damaged, or takes too long to draw");

  if (error != NULL)
    g_debug ("No page: %s", error->message);
  gtk_label_set_label (self->reason, reason);
  gtk_stack_set_visible_child_name (self->stack, "other");
}

static void
loaded_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  OctantEvidencePreview *self = OCTANT_EVIDENCE_PREVIEW (source);
  g_autoptr (Preview) preview = g_task_propagate_pointer (G_TASK (result), NULL);

  /* NULL: another piece was asked for, or nobody looks any more. */
  if (preview == NULL || self->stack == NULL)
    return;
  g_clear_object (&self->loading);
  if (preview->missing)
    gtk_stack_set_visible_child_name (self->stack, "missing");
  else if (preview->texture != NULL)
    show_picture (self, preview);
  else if (preview->text != NULL)
    {
      gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->text), preview->text, -1);
      gtk_stack_set_visible_child_name (self->stack, "text");
    }
  else
    show_none (self, preview->error);
}

static void
cancel (OctantEvidencePreview *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
load (OctantEvidencePreview *self)
{
  g_autoptr (GTask) task = NULL;
  Request *request = g_new0 (Request, 1);

  cancel (self);
  self->loading = g_cancellable_new ();
  request->path = g_strdup (self->path);
  request->type = self->type;
  request->readable = self->readable;
  request->page = self->paged ? self->page : 0;
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_source_tag (task, load);
  g_task_set_task_data (task, request, (GDestroyNotify) request_free);
  g_task_run_in_thread (task, load_in_thread);
}

/* The page that is shown stays until the next one is there. */
static void
turn (OctantEvidencePreview *self,
      guint                  page)
{
  if (page < 1 || page > self->n_pages || page == self->page)
    return;
  self->page = page;
  load (self);
}

static void
back_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  turn (OCTANT_EVIDENCE_PREVIEW (widget), OCTANT_EVIDENCE_PREVIEW (widget)->page - 1);
}

static void
forward_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  turn (OCTANT_EVIDENCE_PREVIEW (widget), OCTANT_EVIDENCE_PREVIEW (widget)->page + 1);
}

static void
octant_evidence_preview_dispose (GObject *object)
{
  OctantEvidencePreview *self = OCTANT_EVIDENCE_PREVIEW (object);

  cancel (self);
  /* The stack is the child and a child of the template: the bin must forget it first. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), OCTANT_TYPE_EVIDENCE_PREVIEW);

  G_OBJECT_CLASS (octant_evidence_preview_parent_class)->dispose (object);
}

static void
octant_evidence_preview_finalize (GObject *object)
{
  g_free (OCTANT_EVIDENCE_PREVIEW (object)->path);

  G_OBJECT_CLASS (octant_evidence_preview_parent_class)->finalize (object);
}

static void
octant_evidence_preview_class_init (OctantEvidencePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = octant_evidence_preview_dispose;
  G_OBJECT_CLASS (klass)->finalize = octant_evidence_preview_finalize;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/octantapp/Octant/octant-evidence-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePreview, icon);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePreview, page_label);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePreview, pager);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePreview, picture);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePreview, reason);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePreview, stack);
  gtk_widget_class_bind_template_child (widget_class, OctantEvidencePreview, text);
  gtk_widget_class_install_action (widget_class, "preview.back", NULL, back_action);
  gtk_widget_class_install_action (widget_class, "preview.forward", NULL, forward_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.forward", NULL);
}

static void
octant_evidence_preview_init (OctantEvidencePreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
octant_evidence_preview_show (OctantEvidencePreview *self,
                              const char            *data_dir,
                              OctantRecord          *evidence)
{
  const char *media_type;

  g_return_if_fail (OCTANT_IS_EVIDENCE_PREVIEW (self));
  g_return_if_fail (data_dir != NULL && evidence != NULL);

  media_type = octant_record_get (evidence, OCTANT_EVIDENCE_MEDIA_TYPE);
  g_free (self->path);
  self->path = octant_evidence_path (data_dir, evidence);
  self->type = octant_evidence_type_guess (media_type);
  self->readable = self->type == OCTANT_EVIDENCE_TEXT || g_str_has_prefix (media_type, "text/");
  self->paged = g_strcmp0 (media_type, "application/pdf") == 0 && octant_pdf_is_available ();
  self->page = 1;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  gtk_image_set_from_icon_name (self->icon, octant_evidence_type_get_icon (self->type));
  load (self);
}

guint
octant_evidence_preview_get_page (OctantEvidencePreview *self,
                                  guint                 *n_pages)
{
  g_return_val_if_fail (OCTANT_IS_EVIDENCE_PREVIEW (self), 0);

  *n_pages = self->n_pages;
  return self->page;
}

const char *
octant_evidence_preview_get_shown (OctantEvidencePreview *self)
{
  g_return_val_if_fail (OCTANT_IS_EVIDENCE_PREVIEW (self), NULL);

  return gtk_stack_get_visible_child_name (self->stack);
}
