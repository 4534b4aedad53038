/* SPDX-FileCopyrightText: 2026 The Octant contributors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "scoring-fixture.h"
#include "scoring/octant-scoring-private.h"

/* The invariants of the rules on random models and answers; each test has its own fixed seed. */

static void
assert_within (const OctantRational *value,
               gint64                least,
               gint64                most)
{
  OctantRational low = { least, 1, NULL };
  OctantRational high = { most, 1, NULL };

  g_assert_cmpint (octant_rational_compare (value, &low), >=, 0);
  g_assert_cmpint (octant_rational_compare (value, &high), <=, 0);
}

/* 1: 0 ≤ S ≤ n, 0 ≤ L ≤ n, lo ≤ hi; the highest S of an aspect has the highest L. */
static void
check_bounds (ScoringFixture *fixture)
{
  guint n = fixture->spec->n_levels;

  for (guint node = 0; node < octant_model_get_n_nodes (fixture->model); node++)
    {
      const OctantScore *score = octant_scorer_get_score (fixture->scorer, node);
      OctantRational top = { n, 1, NULL };

      assert_within (&score->s, 0, n);
      assert_within (&score->s_hi, 0, n);
      assert_within (&score->confidence, 0, 1);
      g_assert_cmpint (score->l, >=, 0);
      g_assert_cmpint (score->l, <=, score->l_hi);
      g_assert_cmpint (score->l_hi, <=, (int) n);
      g_assert_cmpint (octant_rational_compare (&score->s, &score->s_hi), <=, 0);
      g_assert_cmpint (score->limited, ==, score->applicable && octant_rational_floor (&score->s) > score->l);
      g_assert_cmpuint (score->answered, <=, score->applicable_items);
      for (guint a = 0; a < fixture->spec->n_aspects; a++)
        {
          assert_within (&score->s_aspect[a], 0, n);
          g_assert_cmpint (octant_rational_compare (&score->s_aspect[a], &score->s_aspect_hi[a]), <=, 0);
          if (node > fixture->spec->n_domains && octant_rational_equal (&score->s_aspect[a], &top))
            g_assert_cmpint (score->l_aspect[a], ==, (int) n);
        }
    }
}

static void
test_bounds (void)
{
  scoring_for_each_model (1, check_bounds);
}

typedef struct
{
  OctantRational s, s_hi;
  OctantRational aspects[OCTANT_MODEL_MAX_ASPECTS];
  OctantRational aspects_hi[OCTANT_MODEL_MAX_ASPECTS];
  int l, l_hi;
  int l_aspect[OCTANT_MODEL_MAX_ASPECTS];
} Copy;

static Copy *
copy_scores (OctantScorer *scorer,
             guint        *n)
{
  Copy *copies;

  *n = octant_model_get_n_nodes (octant_scorer_get_model (scorer));
  copies = g_new0 (Copy, *n);
  for (guint i = 0; i < *n; i++)
    {
      const OctantScore *score = octant_scorer_get_score (scorer, i);

      octant_rational_set (&copies[i].s, &score->s);
      octant_rational_set (&copies[i].s_hi, &score->s_hi);
      copies[i].l = score->l;
      copies[i].l_hi = score->l_hi;
      for (guint a = 0; a < OCTANT_MODEL_MAX_ASPECTS; a++)
        {
          octant_rational_set (&copies[i].aspects[a], &score->s_aspect[a]);
          octant_rational_set (&copies[i].aspects_hi[a], &score->s_aspect_hi[a]);
          copies[i].l_aspect[a] = score->l_aspect[a];
        }
    }
  return copies;
}

static void
free_copies (Copy *copies,
             guint n)
{
  for (guint i = 0; i < n; i++)
    {
      octant_rational_clear (&copies[i].s);
      octant_rational_clear (&copies[i].s_hi);
      for (guint a = 0; a < OCTANT_MODEL_MAX_ASPECTS; a++)
        {
          octant_rational_clear (&copies[i].aspects[a]);
          octant_rational_clear (&copies[i].aspects_hi[a]);
        }
    }
  g_free (copies);
}

/* 2: raising any rating lowers nothing. */
static void
check_monotone (ScoringFixture *fixture)
{
  guint n_requirements = octant_model_get_n_requirements (fixture->model);
  guint n_slots = octant_scorer_get_n_slots (fixture->scorer);

  for (guint i = 0; i < 25; i++)
    {
      guint r = (guint) g_rand_int_range (fixture->rand, 0, (gint32) n_requirements);
      guint slot = (guint) g_rand_int_range (fixture->rand, 0, (gint32) n_slots);
      OctantRating rating = octant_scorer_get_rating (fixture->scorer, r, slot);
      Copy *before;
      guint n;

      if (rating < OCTANT_RATING_N || rating > OCTANT_RATING_L)
        continue;
      before = copy_scores (fixture->scorer, &n);
      octant_scorer_set_rating (fixture->scorer, r, slot, (OctantRating) (rating + 1));
      octant_scorer_update (fixture->scorer, NULL, NULL);
      for (guint node = 0; node < n; node++)
        {
          const OctantScore *score = octant_scorer_get_score (fixture->scorer, node);

          g_assert_cmpint (octant_rational_compare (&score->s, &before[node].s), >=, 0);
          g_assert_cmpint (octant_rational_compare (&score->s_hi, &before[node].s_hi), >=, 0);
          g_assert_cmpint (score->l, >=, before[node].l);
          g_assert_cmpint (score->l_hi, >=, before[node].l_hi);
          for (guint a = 0; a < OCTANT_MODEL_MAX_ASPECTS; a++)
            {
              g_assert_cmpint (octant_rational_compare (&score->s_aspect[a], &before[node].aspects[a]), >=, 0);
              g_assert_cmpint (octant_rational_compare (&score->s_aspect_hi[a], &before[node].aspects_hi[a]), >=, 0);
              g_assert_cmpint (score->l_aspect[a], >=, before[node].l_aspect[a]);
            }
        }
      free_copies (before, n);
    }
}

static void
test_monotone (void)
{
  scoring_for_each_model (2, check_monotone);
}

/* Where requirement @r of the built model stands in the spec. */
static SpecItem *
find_item (Spec           *spec,
           guint           r,
           SpecSubdomain **subdomain,
           guint          *index)
{
  for (guint s = 0; s < spec->subdomains->len; s++)
    {
      *subdomain = g_ptr_array_index (spec->subdomains, s);
      if (r < (*subdomain)->items->len)
        {
          *index = r;
          return &g_array_index ((*subdomain)->items, SpecItem, r);
        }
      r -= (*subdomain)->items->len;
    }
  g_assert_not_reached ();
}

static gboolean
is_alone (const SpecSubdomain *subdomain,
          const SpecItem      *item)
{
  guint n = 0;

  for (guint i = 0; i < subdomain->items->len; i++)
    {
      const SpecItem *other = &g_array_index (subdomain->items, SpecItem, i);

      n += !other->retired && other->level == item->level && other->aspect == item->aspect;
    }
  return n == 1;
}

static void
copy_without (OctantScorer *from,
              OctantScorer *to,
              guint         removed)
{
  guint n_slots = octant_scorer_get_n_slots (from);

  for (guint r = 0; r < octant_model_get_n_requirements (octant_scorer_get_model (to)); r++)
    for (guint slot = 0; slot < n_slots; slot++)
      {
        guint source = r < removed ? r : r + 1;
        gsize item = octant_scorer_item (from, source, slot);

        octant_scorer_set_rating (to, r, slot, octant_scorer_get_rating (from, source, slot));
        octant_scorer_set_evidence (to, r, slot, from->strength[item], from->age[item]);
      }
  for (guint node = 1; node < octant_model_get_n_nodes (from->model); node++)
    octant_scorer_set_tailored (to, node,
                                node <= from->n_domains ? from->domains[node - 1].tailored
                                                        : from->subdomains[node - 1 - from->n_domains].tailored);
  octant_scorer_update (to, NULL, NULL);
}

/* 3: an item that is not applicable is an item that does not exist. */
static void
check_na (ScoringFixture *fixture)
{
  guint n_requirements = octant_model_get_n_requirements (fixture->model);

  for (guint i = 0; i < 4; i++)
    {
      guint r = (guint) g_rand_int_range (fixture->rand, 0, (gint32) n_requirements);
      g_autoptr (OctantModel) model = NULL;
      g_autoptr (OctantScorer) without = NULL;
      SpecSubdomain *subdomain;
      SpecItem kept;
      guint index;

      kept = *find_item (fixture->spec, r, &subdomain, &index);
      if (kept.retired || is_alone (subdomain, &kept))
        continue;
      for (guint slot = 0; slot < octant_scorer_get_n_slots (fixture->scorer); slot++)
        octant_scorer_set_rating (fixture->scorer, r, slot, OCTANT_RATING_NA);
      octant_scorer_update (fixture->scorer, NULL, NULL);

      g_array_remove_index (subdomain->items, index);
      model = spec_build (fixture->spec);
      without = scoring_new_like (fixture->scorer, model);
      copy_without (fixture->scorer, without, r);
      scoring_assert_same (fixture->scorer, without, SCORING_SCORES | SCORING_CONFIDENCE);
      g_array_insert_val (subdomain->items, index, kept);
    }
}

static void
test_na (void)
{
  scoring_for_each_model (3, check_na);
}

static void
shuffle (GRand *rand,
         guint *indexes,
         guint  n)
{
  for (guint i = 0; i < n; i++)
    indexes[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint j = (guint) g_rand_int_range (rand, 0, (gint32) i);
      guint swap = indexes[i - 1];

      indexes[i - 1] = indexes[j];
      indexes[j] = swap;
    }
}

/*
 * The same model with domains, sub-domains and the items of each cell in another order.
 * @subdomains and @items say for each of the new ones which old one it is.
 */
static Spec *
reorder (const Spec *spec,
         GRand      *rand,
         guint      *domains,
         guint      *subdomains,
         guint      *items)
{
  Spec *other = spec_new ();
  GPtrArray *list = other->subdomains;
  g_autofree guint *order = g_new (guint, spec->subdomains->len);
  guint n = 0, n_items = 0;

  *other = *spec;
  other->subdomains = list;
  shuffle (rand, domains, spec->n_domains);
  shuffle (rand, order, spec->subdomains->len);
  for (guint d = 0; d < spec->n_domains; d++)
    {
      other->domain_weights[d] = spec->domain_weights[domains[d]];
      for (guint i = 0; i < spec->subdomains->len; i++)
        {
          const SpecSubdomain *old = g_ptr_array_index (spec->subdomains, order[i]);
          SpecSubdomain *new;
          g_autofree guint *numbers = g_new (guint, old->items->len);
          guint first = 0;

          if (old->domain != domains[d])
            continue;
          for (guint s = 0; s < order[i]; s++)
            first += ((SpecSubdomain *) g_ptr_array_index (spec->subdomains, s))->items->len;
          subdomains[n++] = order[i];
          new = g_new0 (SpecSubdomain, 1);
          *new = *old;
          new->domain = d;
          new->items = g_array_copy (old->items);
          g_ptr_array_add (other->subdomains, new);

          /* Numbers by chance; after the build's sort by cell and number each remembers whose it was. */
          shuffle (rand, numbers, old->items->len);
          for (guint j = 0; j < old->items->len; j++)
            g_array_index (new->items, SpecItem, j).number = numbers[j] + 1;
          for (guint k = 1; k <= spec->n_levels; k++)
            for (guint a = 0; a < spec->n_aspects; a++)
              for (guint number = 1; number <= old->items->len; number++)
                for (guint j = 0; j < old->items->len; j++)
                  {
                    const SpecItem *item = &g_array_index (new->items, SpecItem, j);

                    if (item->level == k && item->aspect == a && item->number == number)
                      items[n_items++] = first + j;
                  }
        }
    }
  return other;
}

static void
answer_shuffled (OctantScorer *from,
                 OctantScorer *to,
                 GRand        *rand,
                 const guint  *items,
                 const guint  *slots)
{
  guint n_slots = octant_scorer_get_n_slots (from);
  guint n = octant_model_get_n_requirements (from->model) * n_slots;
  g_autofree guint *order = g_new (guint, n);

  shuffle (rand, order, n);
  for (guint i = 0; i < n; i++)
    {
      guint r = order[i] / n_slots, slot = order[i] % n_slots;
      gsize item = octant_scorer_item (from, items[r], slots[slot]);

      octant_scorer_set_rating (to, r, slot, octant_scorer_get_rating (from, items[r], slots[slot]));
      octant_scorer_set_evidence (to, r, slot, from->strength[item], from->age[item]);
      if (i % 5 == 0)
        octant_scorer_update (to, NULL, NULL);
    }
}

/* 4: neither the order of anything in the model nor that of objects and answers matters. */
static void
check_order (ScoringFixture *fixture)
{
  guint n_subdomains = octant_model_get_n_subdomains (fixture->model);
  guint n_slots = octant_scorer_get_n_slots (fixture->scorer);
  g_autofree guint *domains = g_new (guint, fixture->spec->n_domains);
  g_autofree guint *subdomains = g_new (guint, n_subdomains);
  g_autofree guint *slots = g_new (guint, n_slots);
  g_autofree guint *items = g_new (guint, octant_model_get_n_requirements (fixture->model));
  g_autofree OctantFraction *criticality = g_new (OctantFraction, n_slots);
  g_autoptr (Spec) spec = reorder (fixture->spec, fixture->rand, domains, subdomains, items);
  g_autoptr (OctantModel) model = spec_build (spec);
  g_autoptr (OctantScorer) scorer = NULL;
  OctantScorer *old = fixture->scorer;

  shuffle (fixture->rand, slots, n_slots);
  for (guint i = 0; i < n_slots; i++)
    {
      const OctantRational *c = &old->criticality.exact[slots[i]];

      criticality[i] = (OctantFraction) { c->num, c->den };
    }
  scorer = octant_scorer_new (model, criticality, n_slots);
  answer_shuffled (old, scorer, fixture->rand, items, slots);
  for (guint d = 0; d < spec->n_domains; d++)
    octant_scorer_set_tailored (scorer, octant_model_domain_node (model, d), old->domains[domains[d]].tailored);
  for (guint s = 0; s < n_subdomains; s++)
    octant_scorer_set_tailored (scorer, octant_model_subdomain_node (model, s),
                                old->subdomains[subdomains[s]].tailored);
  octant_scorer_update (scorer, NULL, NULL);

  for (guint node = 0; node < octant_model_get_n_nodes (model); node++)
    {
      guint other = node == 0 ? 0
                    : node <= spec->n_domains
                        ? octant_model_domain_node (fixture->model, domains[node - 1])
                        : octant_model_subdomain_node (fixture->model, subdomains[node - 1 - spec->n_domains]);
      g_autofree char *x = scoring_describe (octant_scorer_get_score (scorer, node), SCORING_EVERYTHING);
      g_autofree char *y = scoring_describe (octant_scorer_get_score (old, other), SCORING_EVERYTHING);

      g_assert_cmpstr (x, ==, y);
    }
}

static void
test_order (void)
{
  scoring_for_each_model (4, check_order);
}

/* TRUE when an aspect or a sub-domain vanished for an object: the interval rule then begins anew. */
static gboolean
shape_differs (OctantScorer *scorer,
               gboolean     *shape,
               gboolean      first)
{
  gboolean differs = FALSE;
  guint i = 0;

  for (guint s = 0; s < scorer->n_subdomains; s++)
    for (guint slot = 0; slot < scorer->n_slots; slot++)
      for (guint a = 0; a < scorer->n_aspects; a++, i++)
        {
          gboolean has = octant_scorer_get_object_score (scorer, s, slot)->has_aspect[a];

          differs |= !first && shape[i] != has;
          shape[i] = has;
        }
  return differs;
}

/* 5: answering what was unanswered, with NA too, stays within the interval; none unanswered: lo = hi. */
static void
check_interval (ScoringFixture *fixture)
{
  OctantScorer *scorer = fixture->scorer;
  g_autofree gboolean *shape = g_new (gboolean, scorer->n_subdomains * scorer->n_slots * scorer->n_aspects);

  shape_differs (scorer, shape, TRUE);
  for (guint r = 0; r < octant_model_get_n_requirements (fixture->model); r++)
    for (guint slot = 0; slot < scorer->n_slots; slot++)
      {
        OctantRating rating = (OctantRating) g_rand_int_range (fixture->rand, OCTANT_RATING_N, OCTANT_RATING_NA + 1);
        Copy *before;
        guint n;

        if (octant_scorer_get_rating (scorer, r, slot) != OCTANT_RATING_UNANSWERED)
          continue;
        /* With N worth more than nothing a removed item can cost its level that much. */
        if (rating == OCTANT_RATING_NA && fixture->spec->values[0].num > 0)
          rating = OCTANT_RATING_N;
        before = copy_scores (scorer, &n);
        octant_scorer_set_rating (scorer, r, slot, rating);
        octant_scorer_update (scorer, NULL, NULL);
        if (!shape_differs (scorer, shape, FALSE))
          for (guint node = 0; node < n; node++)
            {
              const OctantScore *score = octant_scorer_get_score (scorer, node);

              g_assert_cmpint (octant_rational_compare (&before[node].s, &score->s), <=, 0);
              g_assert_cmpint (octant_rational_compare (&score->s_hi, &before[node].s_hi), <=, 0);
              g_assert_cmpint (before[node].l, <=, score->l);
              g_assert_cmpint (score->l_hi, <=, before[node].l_hi);
            }
        free_copies (before, n);
      }
  for (guint node = 0; node < octant_model_get_n_nodes (fixture->model); node++)
    {
      const OctantScore *score = octant_scorer_get_score (scorer, node);

      g_assert_true (octant_rational_equal (&score->s, &score->s_hi));
      g_assert_cmpint (score->l, ==, score->l_hi);
      g_assert_cmpuint (score->answered, ==, score->applicable_items);
    }
}

static void
test_interval (void)
{
  scoring_for_each_model (5, check_interval);
}

/* 6: S lies between its aspects, L is the least of theirs. 7: what a level is worth at least. */
static void
check_split (ScoringFixture *fixture)
{
  const Spec *spec = fixture->spec;
  OctantScorer *scorer = fixture->scorer;

  for (guint s = 0; s < scorer->n_subdomains; s++)
    for (guint slot = 0; slot < scorer->n_slots; slot++)
      {
        const OctantScore *score = octant_scorer_get_object_score (scorer, s, slot);
        gboolean above = FALSE, below = FALSE;
        int least = G_MAXINT;

        if (!score->applicable)
          continue;
        for (guint a = 0; a < spec->n_aspects; a++)
          {
            OctantExactAspect aspect;
            gboolean skipped = FALSE;

            if (!score->has_aspect[a])
              continue;
            above |= octant_rational_compare (&score->s, &score->s_aspect[a]) >= 0;
            below |= octant_rational_compare (&score->s, &score->s_aspect[a]) <= 0;
            least = MIN (least, score->l_aspect[a]);
            /* The object's own climb; l_aspect of a sub-domain is the least over objects. */
            octant_exact_aspect (scorer, s, a, slot, OCTANT_BOUND_LO, &aspect);
            for (guint k = 0; k < spec->n_levels; k++)
              skipped |= aspect.cells[k].n_items == 0;
            if (!skipped && aspect.level >= 1)
              {
                g_auto (OctantRational) worth = { 0 };
                OctantRational threshold = octant_rational_from_fraction (&spec->threshold);
                OctantRational attain = octant_rational_from_fraction (&spec->values[spec->attain - OCTANT_RATING_N]);
                OctantRational steps = { aspect.level - 1, 1, NULL };

                octant_rational_set (&worth, &threshold);
                octant_rational_multiply (&worth, &steps);
                octant_rational_add (&worth, aspect.level > 1 && octant_rational_compare (&threshold, &attain) < 0
                                                 ? &threshold
                                                 : &attain);
                g_assert_cmpint (octant_rational_compare (&aspect.s, &worth), >=, 0);
              }
            octant_exact_aspect_clear (&aspect);
          }
        g_assert_true (above && below);
        g_assert_cmpint (score->l, ==, least);
      }
}

static void
test_split (void)
{
  scoring_for_each_model (6, check_split);
}

/* 8: no level above the gates, none more than the tolerance above the weakest. */
static void
check_gates (ScoringFixture *fixture)
{
  const Spec *spec = fixture->spec;
  OctantModel *model = fixture->model;
  const OctantScore *overall = octant_scorer_get_score (fixture->scorer, OCTANT_NODE_OVERALL);

  for (guint s = 0; s < spec->subdomains->len; s++)
    {
      const SpecSubdomain *subdomain = g_ptr_array_index (spec->subdomains, s);
      const OctantScore *score = octant_scorer_get_score (fixture->scorer, octant_model_subdomain_node (model, s));
      const OctantScore *domain = octant_scorer_get_score (fixture->scorer,
                                                           octant_model_domain_node (model, subdomain->domain));

      if (!score->applicable)
        continue;
      g_assert_cmpint (domain->l, <=, score->l + (int) spec->domain_tolerance);
      g_assert_cmpint (domain->l_hi, <=, score->l_hi + (int) spec->domain_tolerance);
      g_assert_cmpint (overall->l, <=, domain->l + (int) spec->overall_tolerance);
      if (subdomain->gate && !subdomain->retired)
        {
          g_assert_cmpint (overall->l, <=, score->l);
          g_assert_cmpint (overall->l_hi, <=, score->l_hi);
        }
    }
}

static void
test_gates (void)
{
  scoring_for_each_model (8, check_gates);
}

static OctantFraction
scaled (OctantFraction fraction)
{
  g_autofree char *string = g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, fraction.num * 15,
                                             fraction.den * 7);
  OctantFraction out;

  g_assert_true (octant_fraction_parse (string, &out));
  return out;
}

/* 9: only proportions of weights count, in every sum. */
static void
check_scale (ScoringFixture *fixture)
{
  Spec *spec = fixture->spec;
  guint n_slots = octant_scorer_get_n_slots (fixture->scorer);
  g_autofree OctantFraction *criticality = g_new (OctantFraction, n_slots);
  g_autoptr (OctantModel) model = NULL;
  g_autoptr (OctantScorer) scorer = NULL;

  /* Fractions of a model have limits that huge weights would leave. */
  if (spec->domain_weights[0].num > 1000 || spec->domain_weights[0].den > 1000)
    return;
  for (guint a = 0; a < spec->n_aspects; a++)
    spec->aspect_weights[a] = scaled (spec->aspect_weights[a]);
  for (guint d = 0; d < spec->n_domains; d++)
    spec->domain_weights[d] = scaled (spec->domain_weights[d]);
  for (guint s = 0; s < spec->subdomains->len; s++)
    {
      SpecSubdomain *subdomain = g_ptr_array_index (spec->subdomains, s);

      subdomain->weight = scaled (subdomain->weight);
      for (guint i = 0; i < subdomain->items->len; i++)
        {
          SpecItem *item = &g_array_index (subdomain->items, SpecItem, i);

          /* Each cell is a sum of its own: here every other one. */
          if ((item->level + item->aspect) % 2 == 0)
            item->weight = scaled (item->weight);
        }
    }
  for (guint i = 0; i < n_slots; i++)
    {
      const OctantRational *c = &fixture->scorer->criticality.exact[i];

      criticality[i] = scaled ((OctantFraction) { c->num, c->den });
    }
  model = spec_build (spec);
  scorer = octant_scorer_new (model, criticality, n_slots);
  scoring_copy_answers (fixture->scorer, scorer);
  scoring_assert_same (fixture->scorer, scorer, SCORING_EVERYTHING);
}

static void
test_scale (void)
{
  scoring_for_each_model (9, check_scale);
}

/* 10: the way to an assessment leaves no trace in its result. */
static void
check_determinism (ScoringFixture *fixture)
{
  g_autoptr (OctantModel) model = spec_build (fixture->spec);
  g_autoptr (OctantScorer) scorer = scoring_new_like (fixture->scorer, model);

  for (guint i = 0; i < 40; i++)
    {
      spec_random_edit (scorer, fixture->rand);
      octant_scorer_update (scorer, NULL, NULL);
    }
  scoring_copy_answers (fixture->scorer, scorer);
  scoring_assert_same (fixture->scorer, scorer, SCORING_EVERYTHING);
}

static void
test_determinism (void)
{
  scoring_for_each_model (10, check_determinism);
}

/* 11: evidence moves confidence and nothing else. */
static void
check_confidence (ScoringFixture *fixture)
{
  g_auto (GStrv) before = scoring_describe_nodes (fixture->scorer, SCORING_SCORES | SCORING_COUNTS);
  g_auto (GStrv) after = NULL;

  for (guint r = 0; r < octant_model_get_n_requirements (fixture->model); r++)
    for (guint slot = 0; slot < octant_scorer_get_n_slots (fixture->scorer); slot++)
      octant_scorer_set_evidence (fixture->scorer, r, slot, g_rand_int_range (fixture->rand, -1, 4),
                                  g_rand_int_range (fixture->rand, -1, 30));
  octant_scorer_update (fixture->scorer, NULL, NULL);
  after = scoring_describe_nodes (fixture->scorer, SCORING_SCORES | SCORING_COUNTS);
  g_assert_cmpstrv (before, after);
}

static void
test_confidence (void)
{
  scoring_for_each_model (11, check_confidence);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scoring/properties/bounds", test_bounds);
  g_test_add_func ("/scoring/properties/monotone", test_monotone);
  g_test_add_func ("/scoring/properties/na-neutral", test_na);
  g_test_add_func ("/scoring/properties/order", test_order);
  g_test_add_func ("/scoring/properties/interval", test_interval);
  g_test_add_func ("/scoring/properties/split-and-link", test_split);
  g_test_add_func ("/scoring/properties/gates", test_gates);
  g_test_add_func ("/scoring/properties/weight-scale", test_scale);
  g_test_add_func ("/scoring/properties/determinism", test_determinism);
  g_test_add_func ("/scoring/properties/confidence-apart", test_confidence);
  return g_test_run ();
}
