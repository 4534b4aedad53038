# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of octant-cli share: running it, and an independent computation of scores in exact fractions."""

import copy
import datetime
import json
import os
import subprocess
import sys
import tempfile
import time
import traceback
from fractions import Fraction
from pathlib import Path

PROGRAM = os.environ.get('OCTANT_CLI', 'octant-cli')
MODEL_FILE = Path(os.environ['OCTANT_MODEL_DIR']) / 'sf-ccmm-1.0.json'


class Cli:
    """octant-cli on one data directory"""

    def __init__(self, folder, **environment):
        self.folder = Path(folder)
        self.environment = dict(os.environ, LC_ALL='C', **environment)
        self.environment.pop('LANGUAGE', None)
        self.environment.pop('OCTANT_DATA_DIR', None)

    def command(self, args):
        return [PROGRAM, '--data-dir', str(self.folder), *args]

    def run(self, *args, status=0, **options):
        """(stdout, stderr) of a call; fails when the exit status is another, or stderr not as promised"""
        done = subprocess.run(self.command(args), capture_output=True, env=self.environment, check=False, timeout=120, **options)
        out, err = done.stdout.decode(), done.stderr.decode()
        assert done.returncode == status, f'{args}: status {done.returncode}, not {status}\n{out}{err}'
        if status == 0:
            assert err == '', f'{args}: {err}'
        else:
            assert err.endswith('\n') and err.strip(), f'{args}: nothing on stderr'
        return out, err

    def done(self, *args):
        return self.run(*args)[0].strip()

    def json(self, *args):
        return json.loads(self.run(*args, '--json')[0])

    def refused(self, *args, status=1):
        """the one line on stderr of a call that must fail"""
        err = self.run(*args, status=status)[1]
        assert err.count('\n') == 1, f'{args}: more than one line: {err}'
        assert err.startswith('octant-cli: '), err
        return err

    def misused(self, *args):
        return self.refused(*args, status=2)


VALUES = {'N': Fraction(0), 'P': Fraction(1, 3), 'L': Fraction(2, 3), 'F': Fraction(1)}


def aspect(items, unanswered):
    """(S, L) of one aspect; items are (level, rating or None); None when nothing applies"""
    rated = [(level, rating or unanswered) for level, rating in items if rating != 'NA']
    if not rated:
        return None
    score, lowest, reached, standing = Fraction(0), Fraction(1), 0, True
    for level in range(1, 6):
        ratings = [rating for other, rating in rated if other == level]
        if not ratings:
            continue
        mean = sum(VALUES[rating] for rating in ratings) / len(ratings)
        lowest = min(lowest, mean)
        score += lowest
        standing = standing and all(rating in 'LF' for rating in ratings)
        if standing:
            reached = level
        standing = standing and mean > Fraction(17, 20)
    return score, reached


def roll_up(parts, gates=None):
    """(S, L) of weighted parts; None parts do not count"""
    parts = [(Fraction(weight), part) for weight, part in parts if part]
    if not parts:
        return None
    total = sum(weight for weight, _ in parts)
    level = 0
    for k in range(1, 6):
        share = sum(weight for weight, part in parts if part[1] >= k) / total
        if share < Fraction(3, 4) or min(part[1] for _, part in parts) < k - 1:
            break
        if gates is not None and any(gate and gate[1] < k for gate in gates):
            break
        level = k
    return sum(weight * part[0] for weight, part in parts) / total, level


def months_between(before, after):
    """whole months; a started one does not count"""
    a, b = datetime.date.fromisoformat(before), datetime.date.fromisoformat(after)
    return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day)


def freshness(evidence, as_of):
    """what evidence is still worth at the date of the assessment"""
    collected = evidence['collected_on']
    if not collected or collected > as_of or (evidence['valid_until'] or as_of) < as_of:
        return Fraction(0)
    months = months_between(collected, as_of)
    return Fraction(1) if months <= 12 else Fraction(1, 2) if months <= 24 else Fraction(0)


def stands(evidence, as_of):
    """collected by the date of the assessment, and still valid then"""
    return (evidence['collected_on'] or as_of) <= as_of <= (evidence['valid_until'] or as_of)


def mean(parts):
    """weighted mean of (weight, value or None)"""
    parts = [(Fraction(weight), value) for weight, value in parts if value is not None]
    return sum(weight * value for weight, value in parts) / sum(weight for weight, _ in parts) if parts else None


class Reference:
    """scores of a cycle, computed from what `export --format json` gives and the model file alone"""

    def __init__(self, exported, model=None):
        self.model = model or json.loads(MODEL_FILE.read_text())
        self.objects = [(entry['id'], entry['criticality']) for entry in exported['objects']] or [(None, 1)]
        self.out = {entry['code'] for entry in exported['tailoring']}
        self.answers, self.worth, self.carried = {}, {}, set()
        self.claimed, self.strength = {}, {}
        evidence = {entry['id']: entry for entry in exported['evidence']}
        levels = {entry['code']: entry['level'] for entry in self.model['requirements']}
        for answer in exported['answers']:
            key = answer['code'], answer['object']
            self.answers[key] = answer['rating'] if answer['state'] == 'confirmed' else None
            self.claimed[key] = answer['rating']
            self.strength[key] = max([evidence[one]['strength'] for one in answer['evidence']
                                      if stands(evidence[one], exported['cycle']['as_of'])], default=0)
            if answer['state'] == 'carried':
                self.carried.add(key)
            needed = (1, 2, 2, 3, 3)[levels[answer['code']] - 1]
            self.worth[key] = max([min(Fraction(1), Fraction(evidence[one]['strength'], needed))
                                   * freshness(evidence[one], exported['cycle']['as_of']) for one in answer['evidence']],
                                  default=Fraction(0))

    def items(self, code, identity):
        """keys of the items of a sub-domain for one object"""
        return [(entry['code'], identity if entry['scope'] == 'object' else None)
                for entry in self.model['requirements'] if entry['subdomain'] == code]

    def confidence(self):
        """code → confidence or None"""
        result, whole = {}, []
        for domain in self.model['domains']:
            below = []
            for entry in self.model['subdomains']:
                if entry['domain'] != domain['code']:
                    continue
                parts = []
                for identity, weight in self.objects:
                    keys = [key for key in self.items(entry['code'], identity) if self.answers.get(key) != 'NA']
                    if keys and entry['code'] not in self.out and domain['code'] not in self.out:
                        parts.append((weight, Fraction(sum(self.worth[key] for key in keys if self.answers[key]), len(keys))))
                result[entry['code']] = mean(parts)
                below.append((entry['weight'], result[entry['code']]))
            result[domain['code']] = mean(below)
            whole.append((domain['weight'], result[domain['code']]))
        result['overall'] = mean(whole)
        return result

    def reading(self, name):
        """the same with other answers: those carried over too, or capped by evidence"""
        other = copy.copy(self)
        if name == 'claimed':
            other.answers = self.claimed
        else:
            other.answers = {key: rating if rating not in ('L', 'F') else 'PLF'[min(self.strength[key], 'PLF'.index(rating))]
                             for key, rating in self.answers.items()}
        return other

    def counts(self, code):
        """(answered, applicable, carried over) of a sub-domain"""
        keys = {key for identity, _ in self.objects for key in self.items(code, identity)}
        keys = {key for key in keys if self.answers.get(key) != 'NA'}
        return sum(1 for key in keys if self.answers[key]), len(keys), len(keys & self.carried)

    def subdomain(self, code, unanswered, objects=None):
        score, level, total = Fraction(0), 5, 0
        for identity, weight in objects or self.objects:
            sides = []
            for side in 'HP':
                items = [(entry['level'], self.answers.get((entry['code'], identity if entry['scope'] == 'object' else None)))
                         for entry in self.model['requirements'] if entry['subdomain'] == code and entry['aspect'] == side]
                sides.append(aspect(items, unanswered))
            sides = [side for side in sides if side]
            if not sides:
                continue
            score += weight * sum(side[0] for side in sides) / len(sides)
            level = min([level] + [side[1] for side in sides])
            total += weight
        return (score / total, level) if total else None

    def nodes(self, unanswered='N', objects=None):
        """code → (S, L) or None"""
        result, domains, gates = {}, [], []
        for domain in self.model['domains']:
            below = []
            for entry in self.model['subdomains']:
                if entry['domain'] != domain['code']:
                    continue
                gone = entry['code'] in self.out or domain['code'] in self.out
                value = None if gone else self.subdomain(entry['code'], unanswered, objects)
                result[entry['code']] = value
                below.append((entry['weight'], value))
                if entry['gate']:
                    gates.append(value)
            result[domain['code']] = roll_up(below)
            domains.append((domain['weight'], result[domain['code']]))
        result['overall'] = roll_up(domains, gates)
        return result


def main(cases):
    """runs the functions as TAP"""
    failed = 0
    print(f'1..{len(cases)}')
    for number, case in enumerate(cases, 1):
        begun = time.monotonic()
        try:
            with tempfile.TemporaryDirectory() as folder:
                case(Cli(Path(folder) / 'data'))
            print(f'ok {number} - {case.__name__}\n# {time.monotonic() - begun:.1f} s', flush=True)
        except Exception:  # every failure is a result
            failed += 1
            print(f'not ok {number} - {case.__name__}')
            print('\n'.join('# ' + line for line in traceback.format_exc().split('\n')), flush=True)
    sys.exit(1 if failed else 0)
