/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "model/octant-model-parse-private.h"

static void
read_share (OctantParser      *parser,
            const OctantPlace *object,
            const char        *member,
            OctantFraction    *out)
{
  OctantPlace place = octant_place_member (object, member);

  octant_reader_fraction (&parser->reader, &place, FALSE, 1, out);
}

/* Each member's fraction must lie above the one before it. */
static void
read_rising (OctantParser      *parser,
             const OctantPlace *object,
             const char *const *members,
             gboolean           zero,
             OctantFraction    *out)
{
  OctantReader *reader = &parser->reader;
  const OctantFraction *before = NULL;

  for (guint i = 0; members[i] != NULL; i++)
    {
      OctantPlace place = octant_place_member (object, members[i]);

      if (!octant_reader_fraction (reader, &place, zero && i == 0, 1, &out[i]))
        continue;
      if (before != NULL && octant_fraction_compare (before, &out[i]) >= 0)
        octant_fault_list_add (reader->faults, &place, "The value must be greater than that of \"%s\".",
                               members[i - 1]);
      before = &out[i];
    }
}

static void
read_values (OctantParser       *parser,
             const OctantPlace  *place,
             OctantModelScoring *out)
{
  static const char *const ratings[] = { "N", "P", "L", "F", NULL };
  OctantPlace values = octant_place_member (place, "values");

  if (octant_reader_object (&parser->reader, &values, ratings, NULL))
    read_rising (parser, &values, ratings, TRUE, out->values);
}

static void
read_attain_rating (OctantParser       *parser,
                    const OctantPlace  *place,
                    OctantModelScoring *out)
{
  static const char *const words[] = { "P", "L", "F", NULL };
  OctantPlace rating = octant_place_member (place, "attain_rating");
  guint word;

  out->attain_rating = OCTANT_RATING_L;
  if (octant_reader_word (&parser->reader, &rating, words, &word))
    octant_rating_parse (words[word], &out->attain_rating);
}

/* A share must exceed the threshold, so that of 1 could never be passed. */
static void
read_full_threshold (OctantParser       *parser,
                     const OctantPlace  *place,
                     OctantModelScoring *out)
{
  OctantPlace threshold = octant_place_member (place, "full_threshold");

  if (octant_reader_fraction (&parser->reader, &threshold, FALSE, 1, &out->full_threshold)
      && out->full_threshold.num == out->full_threshold.den)
    octant_fault_list_add (parser->reader.faults, &threshold, "The threshold must be less than 1.");
}

static void
read_aspect_weights (OctantParser      *parser,
                     const OctantPlace *place)
{
  OctantReader *reader = &parser->reader;
  OctantModel *model = reader->model;
  OctantPlace weights = octant_place_member (place, "aspect_weights");
  g_autofree const char **members = octant_parser_aspect_members (parser);

  if (!octant_reader_object (reader, &weights, members, NULL))
    return;
  for (guint i = 0; i < model->n_aspects; i++)
    {
      OctantPlace weight;

      if (model->aspects[i].id == NULL)
        continue;
      weight = octant_place_member (&weights, model->aspects[i].id);
      octant_reader_fraction (reader, &weight, FALSE, 0, &model->aspects[i].weight);
    }
}

static void
read_tolerance (OctantParser      *parser,
                const OctantPlace *object,
                const char        *member,
                guint             *out)
{
  OctantPlace place = octant_place_member (object, member);
  gint64 number;

  if (octant_reader_integer (&parser->reader, &place, 0, OCTANT_MODEL_MAX_LEVELS, &number))
    *out = (guint) number;
}

static void
read_required_strength (OctantParser      *parser,
                        const OctantPlace *confidence)
{
  OctantReader *reader = &parser->reader;
  OctantModelScoring *out = &reader->model->scoring;
  OctantPlace list = octant_place_member (confidence, "required_strength");
  guint n;

  out->required_strength = octant_reader_new (reader, guint, reader->model->n_levels);
  /* Without levels there is nothing to compare the length with. */
  if (reader->model->n_levels == 0
      || !octant_reader_array (reader, &list, reader->model->n_levels, reader->model->n_levels, &n))
    return;
  for (guint i = 0; i < n; i++)
    {
      OctantPlace element = octant_place_element (&list, i);
      gint64 number;

      if (octant_reader_integer (reader, &element, 1, 3, &number))
        out->required_strength[i] = (guint) number;
    }
}

static void
read_freshness_step (OctantParser      *parser,
                     const OctantPlace *element,
                     guint              i)
{
  static const char *const members[] = { "months", "factor", NULL };
  OctantReader *reader = &parser->reader;
  OctantFreshness *steps = reader->model->scoring.freshness;
  OctantPlace months = octant_place_member (element, "months");
  OctantPlace factor = octant_place_member (element, "factor");
  gint64 number;

  if (!octant_reader_object (reader, element, members, NULL))
    return;
  if (octant_reader_integer (reader, &months, 1, 1200, &number))
    {
      steps[i].months = (int) number;
      if (i > 0 && steps[i].months <= steps[i - 1].months)
        octant_fault_list_add (reader->faults, &months, "The months must rise from step to step.");
    }
  if (octant_reader_fraction (reader, &factor, FALSE, 1, &steps[i].factor)
      && i > 0 && steps[i - 1].factor.den != 0
      && octant_fraction_compare (&steps[i].factor, &steps[i - 1].factor) >= 0)
    octant_fault_list_add (reader->faults, &factor, "The factor must fall from step to step.");
}

static void
read_freshness (OctantParser      *parser,
                const OctantPlace *confidence)
{
  OctantReader *reader = &parser->reader;
  OctantModelScoring *out = &reader->model->scoring;
  OctantPlace list = octant_place_member (confidence, "freshness");

  if (!octant_reader_array (reader, &list, 1, OCTANT_MODEL_MAX_LIST, &out->n_freshness))
    return;
  out->freshness = octant_reader_new (reader, OctantFreshness, out->n_freshness);
  for (guint i = 0; i < out->n_freshness; i++)
    {
      OctantPlace element = octant_place_element (&list, i);

      read_freshness_step (parser, &element, i);
    }
}

static void
read_confidence (OctantParser      *parser,
                 const OctantPlace *scoring)
{
  static const char *const members[] = { "required_strength", "freshness", "bands", NULL };
  static const char *const bands[] = { "high", "medium", "low", NULL };
  static const char *const rising[] = { "low", "medium", "high", NULL };
  OctantReader *reader = &parser->reader;
  OctantPlace confidence = octant_place_member (scoring, "confidence");
  OctantPlace place;
  OctantFraction bounds[3] = { 0 };

  if (!octant_reader_object (reader, &confidence, members, NULL))
    return;
  read_required_strength (parser, &confidence);
  read_freshness (parser, &confidence);
  place = octant_place_member (&confidence, "bands");
  if (octant_reader_object (reader, &place, bands, NULL))
    read_rising (parser, &place, rising, FALSE, bounds);
  reader->model->scoring.band_low = bounds[0];
  reader->model->scoring.band_medium = bounds[1];
  reader->model->scoring.band_high = bounds[2];
}

void
octant_parser_read_scoring (OctantParser      *parser,
                            const OctantPlace *root)
{
  static const char *const members[] = {
    "values", "attain_rating", "full_threshold", "aspect_weights", "domain_quorum", "domain_tolerance",
    "overall_quorum", "overall_tolerance", "confidence", "heavy_tailoring", NULL
  };
  OctantModelScoring *out = &parser->reader.model->scoring;
  OctantPlace scoring = octant_place_member (root, "scoring");

  if (!octant_reader_object (&parser->reader, &scoring, members, NULL))
    return;
  read_values (parser, &scoring, out);
  read_attain_rating (parser, &scoring, out);
  read_full_threshold (parser, &scoring, out);
  read_aspect_weights (parser, &scoring);
  read_share (parser, &scoring, "domain_quorum", &out->domain_quorum);
  read_tolerance (parser, &scoring, "domain_tolerance", &out->domain_tolerance);
  read_share (parser, &scoring, "overall_quorum", &out->overall_quorum);
  read_tolerance (parser, &scoring, "overall_tolerance", &out->overall_tolerance);
  read_confidence (parser, &scoring);
  read_share (parser, &scoring, "heavy_tailoring", &out->heavy_tailoring);
}
