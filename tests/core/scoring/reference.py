#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Computes random assessments again by the definitions and compares every string.

    reference.py PROGRAM SEED MODELS CASES

PROGRAM is scoring-cases, which writes models, answers and what the scorer made of them.
Nothing is shared with it: sums of fractions, no caches, no common denominators.
"""

import json
import subprocess
import sys
from fractions import Fraction

UNANSWERED, N, P, L, F, NA = range(6)
LO, HI = range(2)


def fraction(pair):
    return Fraction(pair[0], pair[1])


def mean(pairs):
    """Weighted mean of (weight, value)."""
    return sum(w * x for w, x in pairs) / sum(w for w, _ in pairs)


class Item:
    def __init__(self, raw):
        self.level, self.aspect, self.object, self.retired = raw[:4]
        self.weight = fraction(raw[4])


class Subdomain:
    def __init__(self, raw):
        self.domain = raw['domain']
        self.gate = raw['gate']
        self.retired = raw['retired']
        self.tags = raw['tags']
        self.weight = fraction(raw['weight'])
        self.items = [Item(item) for item in raw['items']]


class Model:
    def __init__(self, raw):
        self.levels = raw['levels']
        self.aspects = raw['aspects']
        self.attain = raw['attain']
        self.tolerances = raw['domain_tolerance'], raw['overall_tolerance']
        self.strength = raw['strength']
        self.freshness = list(zip(raw['months'], map(fraction, raw['factors'])))
        self.values = [fraction(value) for value in raw['values']]
        self.aspect_weights = [fraction(weight) for weight in raw['aspect_weights']]
        self.domain_weights = [fraction(weight) for weight in raw['domain_weights']]
        self.threshold = fraction(raw['threshold'][0])
        self.quorums = [fraction(quorum) for quorum in raw['quorums']]
        self.heavy = fraction(raw['heavy'][0])
        self.subdomains = [Subdomain(raw) for raw in raw['subdomains']]


class Score:
    """What is said of a node; the defaults are those of one that does not apply."""

    def __init__(self):
        self.applicable = False
        self.level = [0, 0]
        self.s = [Fraction(0), Fraction(0)]
        self.aspects = {}  # index: ([S lo, S hi], level)
        self.confidence = Fraction(0)
        self.answered = self.items = self.na = 0
        self.heavy = False

    def row(self, n_aspects):
        limited = self.applicable and self.s[LO] // 1 > self.level[LO]
        row = [int(self.applicable), self.level[LO], self.level[HI], int(limited), int(self.heavy),
               self.answered, self.items, self.na, int(self.applicable),
               str(self.s[LO]), str(self.s[HI]), str(self.confidence)]
        for a in range(n_aspects):
            s, level = self.aspects.get(a, ((0, 0), 0))
            row += [int(a in self.aspects), level, str(s[LO]), str(s[HI])]
        return row


class Assessment:
    def __init__(self, model, raw):
        self.model = model
        self.slots = raw['slots']
        self.criticality = [fraction(c) for c in raw['criticality']] or [Fraction(1)]
        self.tailored = raw['tailored']
        self.rated = []  # by sub-domain: (item, answers by slot)
        answers = iter(raw['answers'])
        for subdomain in model.subdomains:
            self.rated.append([(item, [next(answers) for _ in range(self.slots)]) for item in subdomain.items])

    # --- one sub-domain for one object

    def seen_by(self, s, slot):
        """The items that count for an object, with their answers."""
        return [(item, answers[slot if item.object else 0])
                for item, answers in self.rated[s] if not item.retired]

    def cells(self, s, a, slot, bound):
        """By level: None, or (items, answered, A, m, all attained)."""
        cells = []
        least = Fraction(1)
        seen = self.seen_by(s, slot)
        for level in range(1, self.model.levels + 1):
            here = [(item, answer[0]) for item, answer in seen
                    if item.level == level and item.aspect == a and answer[0] != NA]
            if not here:
                cells.append(None)
                continue
            counted = [(item.weight, (N, F)[bound] if rating == UNANSWERED else rating) for item, rating in here]
            achieved = mean([(weight, self.model.values[rating - N]) for weight, rating in counted])
            least = min(least, achieved)
            cells.append((len(here), sum(rating != UNANSWERED for _, rating in here), achieved, least,
                          all(rating >= self.model.attain for _, rating in counted)))
        return cells

    def aspect(self, cells):
        """(S, L), or None without items."""
        there = [(k, cell) for k, cell in enumerate(cells, 1) if cell is not None]
        if not there:
            return None
        reached = [k for k, _ in there
                   if all(cell[4] for j, cell in there if j <= k)
                   and all(cell[2] > self.model.threshold for j, cell in there if j < k)]
        return sum(cell[3] for _, cell in there), max(reached, default=0)

    def confidence_of(self, item, answer):
        rating, strength, age = answer
        if rating == UNANSWERED or strength < 0 or age < 0:
            return Fraction(0)
        fresh = next((factor for months, factor in self.model.freshness if age <= months), Fraction(0))
        return min(Fraction(1), Fraction(strength, self.model.strength[item.level - 1])) * fresh

    def object_score(self, s, slot):
        score = Score()
        if not self.in_scope(s):
            return score
        seen = self.seen_by(s, slot)
        score.na = sum(answer[0] == NA for _, answer in seen)
        applicable = [(item, answer) for item, answer in seen if answer[0] != NA]
        if not applicable:
            return score
        score.applicable = True
        score.items = len(applicable)
        score.answered = sum(answer[0] != UNANSWERED for _, answer in applicable)
        score.confidence = sum(self.confidence_of(*pair) for pair in applicable) / len(applicable)
        found = {}
        for a in range(self.model.aspects):
            both = [self.aspect(self.cells(s, a, slot, bound)) for bound in (LO, HI)]
            if both[LO] is not None:
                found[a] = both
                score.aspects[a] = ([both[LO][0], both[HI][0]], both[LO][1])
        for bound in (LO, HI):
            score.s[bound] = mean([(self.model.aspect_weights[a], both[bound][0]) for a, both in found.items()])
            score.level[bound] = min(both[bound][1] for both in found.values())
        return score

    # --- upwards

    def in_scope(self, s):
        subdomain = self.model.subdomains[s]
        return not (subdomain.retired or self.tailored[1 + subdomain.domain]
                    or self.tailored[1 + len(self.model.domain_weights) + s])

    def roll_up(self, children, split_levels=False):
        """Means of (weight, score) over the applicable ones; levels are the caller's."""
        score = Score()
        there = [(weight, child) for weight, child in children if child.applicable]
        if not there:
            return score
        score.applicable = True
        score.confidence = mean([(weight, child.confidence) for weight, child in there])
        for bound in (LO, HI):
            score.s[bound] = mean([(weight, child.s[bound]) for weight, child in there])
        for a in range(self.model.aspects):
            having = [(weight, child.aspects[a]) for weight, child in there if a in child.aspects]
            if having:
                level = min(aspect[1] for _, aspect in having) if split_levels else 0
                score.aspects[a] = ([mean([(weight, aspect[0][bound]) for weight, aspect in having])
                                     for bound in (LO, HI)], level)
        return score

    def subdomain_score(self, s):
        if not self.in_scope(s):
            return Score()
        by_object = [self.object_score(s, slot) for slot in range(self.slots)]
        score = self.roll_up(list(zip(self.criticality, by_object)), split_levels=True)
        if score.applicable:
            for bound in (LO, HI):
                score.level[bound] = min(child.level[bound] for child in by_object if child.applicable)
        for item, answers in self.rated[s]:
            if item.retired:
                continue
            for rating, _, _ in answers if item.object else answers[:1]:
                score.na += rating == NA
                score.items += rating != NA
                score.answered += rating not in (NA, UNANSWERED)
        return score

    def level(self, children, bound, quorum, tolerance, gates=()):
        """Largest k whose conditions hold for it and all smaller."""
        there = [(weight, child.level[bound]) for weight, child in children if child.applicable]
        total = sum(weight for weight, _ in there)
        reached = 0
        for k in range(1, self.model.levels + 1):
            at_k = sum(weight for weight, level in there if level >= k)
            if (at_k < quorum * total or any(level < k - tolerance for _, level in there)
                    or any(gate.applicable and gate.level[bound] < k for gate in gates)):
                break
            reached = k
        return reached

    def parent_score(self, children, quorum, tolerance, gates=()):
        score = self.roll_up(children)
        if score.applicable:
            score.level = [self.level(children, bound, quorum, tolerance, gates) for bound in (LO, HI)]
        for _, child in children:
            score.answered += child.answered
            score.items += child.items
            score.na += child.na
        return score

    def compute(self):
        model = self.model
        subdomains = [self.subdomain_score(s) for s in range(len(model.subdomains))]
        domains = []
        for d in range(len(model.domain_weights)):
            children = [(sub.weight, subdomains[s]) for s, sub in enumerate(model.subdomains) if sub.domain == d]
            score = self.parent_score(children, model.quorums[0], model.tolerances[0])
            everything = score.items + score.na
            score.heavy = everything > 0 and Fraction(score.na, everything) > model.heavy
            domains.append(score)
        gates = [subdomains[s] for s, sub in enumerate(model.subdomains) if sub.gate]
        overall = self.parent_score(list(zip(model.domain_weights, domains)), model.quorums[1],
                                    model.tolerances[1], gates)
        overall.heavy = any(domain.heavy for domain in domains)
        return overall, domains, subdomains

    def lens(self, group, subdomains):
        model = self.model
        pairs = []
        for s, sub in enumerate(model.subdomains):
            if not sub.tags & (1 << group) or not subdomains[s].applicable:
                continue
            total = sum(other.weight for t, other in enumerate(model.subdomains)
                        if other.domain == sub.domain and subdomains[t].applicable)
            pairs.append((model.domain_weights[sub.domain] * sub.weight / total, subdomains[s]))
        if not pairs:
            return [0, '0', '0']
        return [1] + [str(mean([(weight, score.s[bound]) for weight, score in pairs])) for bound in (LO, HI)]

    def cell_rows(self, s, slot):
        rows = []
        for bound in (LO, HI):
            for a in range(self.model.aspects):
                cells = self.cells(s, a, slot, bound) if self.in_scope(s) else [None] * self.model.levels
                rows += [[cell[0], cell[1], 1, str(cell[2]), str(cell[3])] if cell else [0, 0, 0, '0', '0']
                         for cell in cells]
        return rows


def differences(model, raw):
    assessment = Assessment(model, raw)
    overall, domains, subdomains = assessment.compute()
    expected = {
        'nodes': [score.row(model.aspects) for score in [overall] + domains + subdomains],
        'objects': [assessment.object_score(s, slot).row(model.aspects)
                    for s in range(len(subdomains)) for slot in range(assessment.slots)],
        'lens': [assessment.lens(group, subdomains) for group in range(len(raw['lens']))],
    }
    # A sub-domain without object-rated items has one result for all objects; its counts are the node's.
    for name, rows in expected.items():
        for i, row in enumerate(rows):
            if raw[name][i] != row:
                yield f'{name}[{i}]: scorer {raw[name][i]}, reference {row}'
    cells = raw['cells']
    rows = assessment.cell_rows(cells['subdomain'], cells['slot'])
    if rows != cells['values']:
        yield f'cells: scorer {cells}, reference {rows}'


def main(program, seed, n_models, n_cases):
    print('1..1')
    models = cases = applicable = failed = 0
    levels = {}
    with subprocess.Popen([program, seed, n_models, n_cases], stdout=subprocess.PIPE, text=True) as process:
        for line in process.stdout:
            raw = json.loads(line)
            if 'model' in raw:
                model = Model(raw)
                models += 1
                continue
            cases += 1
            applicable += raw['nodes'][0][0]
            levels[raw['nodes'][0][1]] = levels.get(raw['nodes'][0][1], 0) + 1
            for difference in differences(model, raw):
                failed += 1
                if failed <= 10:
                    print(f'# model {models}, case {cases}: {difference}')
    complete = process.returncode == 0 and cases == int(n_models) * int(n_cases)
    print(f'# {cases} assessments of {models} models, {applicable} applicable, '
          f'by level {dict(sorted(levels.items()))}, {failed} differences')
    ok = complete and failed == 0 and applicable > cases // 2
    print(f'{"ok" if ok else "not ok"} 1 - {cases} assessments equal the definitions')
    return 0 if ok else 1


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
