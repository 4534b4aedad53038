/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-shortcut-row.h"

struct _OctantShortcutRow
{
  AdwActionRow parent_instance;

  char *accelerator; /* (owned) (nullable) */
  AdwWrapBox *keys;  /* a narrow row breaks between alternatives */
};

typedef enum
{
  PROP_ACCELERATOR = 1,
} OctantShortcutRowProperty;

static GParamSpec *props[PROP_ACCELERATOR + 1];

G_DEFINE_FINAL_TYPE (OctantShortcutRow, octant_shortcut_row, ADW_TYPE_ACTION_ROW)

/* (transfer full) The key as it stands on keyboards. */
static char *
describe_key (const char *accelerator)
{
  static const struct
  {
    guint key;
    const char *sign;
  } arrows[] = {
    { GDK_KEY_Left, "←" },
    { GDK_KEY_Up, "↑" },
    { GDK_KEY_Right, "→" },
    { GDK_KEY_Down, "↓" },
  };
  guint key;
  GdkModifierType modifiers;

  if (!gtk_accelerator_parse (accelerator, &key, &modifiers))
    {
      g_critical ("“%s” is no key", accelerator);
      return g_strdup (accelerator);
    }
  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    if (arrows[i].key == key)
      {
        g_autofree char *held = gtk_accelerator_get_label (0, modifiers);

        return g_strconcat (held, *held != '\0' ? "+" : "", arrows[i].sign, NULL);
      }
  return gtk_accelerator_get_label (key, modifiers);
}

static void
append (GtkBox     *box,
        const char *text,
        const char *style)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, style);
  gtk_box_append (box, label);
}

static void
set_accelerator (OctantShortcutRow *self,
                 const char        *accelerator)
{
  g_auto (GStrv) alternatives = NULL;
  g_autoptr (GString) heard = g_string_new (NULL);

  if (!g_set_str (&self->accelerator, accelerator) || accelerator == NULL)
    return;
  alternatives = g_strsplit (accelerator, " ", -1);
  for (guint i = 0; alternatives[i] != NULL; i++)
    {
      g_auto (GStrv) ends = g_strsplit (alternatives[i], "...", 2);
      GtkBox *range = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));

      adw_wrap_box_append (self->keys, GTK_WIDGET (range));
      for (guint k = 0; ends[k] != NULL; k++)
        {
          g_autofree char *key = describe_key (ends[k]);

          if (i + k > 0)
            append (range, k > 0 ? "–" : "/", "dimmed");
          append (range, key, "key");
          g_string_append_printf (heard, "%s%s", i + k == 0 ? "" : k > 0 ? " – " : " / ", key);
        }
    }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, heard->str, -1);
}

static void
octant_shortcut_row_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_ACCELERATOR)
    g_value_set_string (value, OCTANT_SHORTCUT_ROW (object)->accelerator);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_shortcut_row_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_ACCELERATOR)
    set_accelerator (OCTANT_SHORTCUT_ROW (object), g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
octant_shortcut_row_finalize (GObject *object)
{
  g_free (OCTANT_SHORTCUT_ROW (object)->accelerator);

  G_OBJECT_CLASS (octant_shortcut_row_parent_class)->finalize (object);
}

static void
octant_shortcut_row_class_init (OctantShortcutRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = octant_shortcut_row_get_property;
  object_class->set_property = octant_shortcut_row_set_property;
  object_class->finalize = octant_shortcut_row_finalize;

  props[PROP_ACCELERATOR] = g_param_spec_string ("accelerator", NULL, NULL, NULL,
                                                 G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, G_N_ELEMENTS (props), props);
}

static void
octant_shortcut_row_init (OctantShortcutRow *self)
{
  self->keys = ADW_WRAP_BOX (adw_wrap_box_new ());
  adw_wrap_box_set_child_spacing (self->keys, 6);
  adw_wrap_box_set_line_spacing (self->keys, 6);
  adw_wrap_box_set_align (self->keys, 1);
  gtk_widget_set_valign (GTK_WIDGET (self->keys), GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), GTK_WIDGET (self->keys));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
}
