/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "octant-cli-json.h"

#include "octant-cli-i18n.h"


void
octant_cli_json_string (JsonBuilder *json,
                        const char  *name,
                        const char  *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

void
octant_cli_json_int (JsonBuilder *json,
                     const char  *name,
                     gint64       value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

void
octant_cli_json_bool (JsonBuilder *json,
                      const char  *name,
                      gboolean     value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_boolean_value (json, value);
}

void
octant_cli_json_fraction (JsonBuilder          *json,
                          const char           *name,
                          gboolean              applicable,
                          const OctantRational *value)
{
  g_autofree char *text = applicable ? octant_rational_to_string (value) : NULL;

  octant_cli_json_string (json, name, text);
}

void
octant_cli_json_level (JsonBuilder *json,
                       const char  *name,
                       gboolean     applicable,
                       int          value)
{
  if (applicable)
    octant_cli_json_int (json, name, value);
  else
    octant_cli_json_string (json, name, NULL);
}

void
octant_cli_json_coverage (JsonBuilder *json,
                          guint        answered,
                          guint        applicable)
{
  json_builder_set_member_name (json, "coverage");
  json_builder_begin_object (json);
  octant_cli_json_int (json, "answered", answered);
  octant_cli_json_int (json, "applicable", applicable);
  json_builder_end_object (json);
}

void
octant_cli_json_model (JsonBuilder *json,
                       OctantModel *model)
{
  json_builder_set_member_name (json, "model");
  json_builder_begin_object (json);
  octant_cli_json_string (json, "id", octant_model_get_id (model));
  octant_cli_json_string (json, "version", octant_model_get_version (model));
  octant_cli_json_string (json, "hash", octant_model_get_hash (model));
  json_builder_end_object (json);
}

void
octant_cli_json_text (JsonBuilder      *json,
                      const char       *name,
                      const OctantText *text)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  octant_cli_json_string (json, "zh", text->zh);
  octant_cli_json_string (json, "en", text->en);
  json_builder_end_object (json);
}

char *
octant_cli_fraction_text (const char *fraction)
{
  g_auto (OctantRational) value = { 0 };

  if (fraction == NULL || !octant_rational_parse (&value, fraction))
    return g_strdup ("–");
  return octant_rational_to_text (&value, 2);
}

char *
octant_cli_score_text (const OctantScore *score)
{
  GString *text;
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (!score->applicable)
    return g_strdup (_("not applicable"));
  low = octant_rational_to_text (&score->s, 2);
  high = octant_rational_to_text (&score->s_hi, 2);
  text = g_string_new (NULL);
  if (score->l == score->l_hi)
    g_string_append_printf (text, _("level %d"), score->l);
  else
    g_string_append_printf (text, _("level %d … %d"), score->l, score->l_hi);
  g_string_append (text, _(", "));
  if (octant_rational_equal (&score->s, &score->s_hi))
    g_string_append_printf (text, _("score %s"), low);
  else
    g_string_append_printf (text, _("score %s … %s"), low, high);
  if (score->limited)
    g_string_append_printf (text, "%s%s", _(", "), _("limited"));
  return g_string_free_and_steal (text);
}
