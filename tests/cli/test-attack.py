#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""octant-cli and ATT&CK: the scores of techniques against an independent computation, and the layer against its format."""

import json
import os
import sys
from fractions import Fraction
from pathlib import Path

import jsonschema

from octant_cli import MODEL_FILE, Cli, Reference, main

SCHEMA = json.loads(Path(sys.argv[1]).read_text())
ATTACK = json.loads((Path(os.environ['OCTANT_MODEL_DIR']) / 'attack-18.1.json').read_text())
MODEL = json.loads(MODEL_FILE.read_text())
TECHNIQUES = {entry['id']: entry for entry in ATTACK['techniques']}
SHORT = {entry['id']: entry['name'].lower().replace(' ', '-') for entry in ATTACK['tactics']}


def effective(nodes):
    """e_s of each applicable sub-domain, by scoring.md"""
    weights = {}
    for domain in MODEL['domains']:
        below = [entry for entry in MODEL['subdomains'] if entry['domain'] == domain['code'] and nodes[entry['code']]]
        for entry in below:
            weights[entry['code']] = Fraction(domain['weight']) * Fraction(entry['weight']) / sum(Fraction(one['weight']) for one in below)
    return weights


def named(technique):
    """sub-domain → mitigations of the technique that it names"""
    found = {entry['code']: [one for one in technique['mitigations'] if one in entry['references'].get('attack_mitigations', [])]
             for entry in MODEL['subdomains']}
    return {code: mitigations for code, mitigations in found.items() if mitigations}


def reference_of(cli, cycle):
    path = cli.folder / 'export.json'
    cli.done('export', cycle, '--format', 'json', '-o', str(path))
    return Reference(json.loads(path.read_text()))


def check_technique(entry, low, high):
    technique = TECHNIQUES[entry['id']]
    covering, weights = named(technique), effective(low)
    applicable = [code for code in covering if low[code]]
    assert {part['code']: part['mitigations'] for part in entry['covered_by']} == covering, entry
    assert entry['mitigations'] == technique['mitigations'] and entry['tactics'] == technique['tactics'], entry
    assert entry['parent'] == (entry['id'][:5] if '.' in entry['id'] else None), entry
    if not applicable:
        state = 'out-of-scope' if covering else 'unmapped' if technique['mitigations'] else 'no-mitigation'
        assert entry['coverage'] == state and entry['s'] is None and entry['s_hi'] is None, (entry, state)
        return
    total = sum(weights[code] for code in applicable)
    assert entry['coverage'] == 'scored', entry
    assert Fraction(entry['s']) == sum(weights[code] * low[code][0] for code in applicable) / total, entry
    assert Fraction(entry['s_hi']) == sum(weights[code] * high[code][0] for code in applicable) / total, entry
    for part in entry['covered_by']:
        assert part['applicable'] == (part['code'] in applicable), part
        if part['applicable']:
            assert Fraction(part['weight']) == weights[part['code']] / total and Fraction(part['s']) == low[part['code']][0], part


def test_scores(cli):
    """every technique of the sample's cycles equals an independent computation"""
    cli.done('demo')
    cli.done('tailor', '2026', 'ED', '--out', '--reason', '不涉及', '--approver', '审批人', '--approver-role', 'R1')
    cli.done('tailor', '2026', 'SO.01', '--out', '--reason', '不涉及', '--approver', '审批人', '--approver-role', 'R1')
    for cycle in ('2025', '2026'):
        reference = reference_of(cli, cycle)
        low, high = reference.nodes('N'), reference.nodes('F')
        answer = cli.json('attack', cycle)
        assert answer['attack']['version'] == '18.1' and answer['attack']['domain'] == 'enterprise-attack'
        assert [entry['id'] for entry in answer['techniques']] == list(TECHNIQUES)
        for entry in answer['techniques']:
            check_technique(entry, low, high)


def test_one_object(cli):
    """a technique, and the scores of one object alone"""
    cli.done('demo')
    reference = reference_of(cli, '2026')
    answer = cli.json('attack', '2026', 'T1059', '--object', reference.objects[0][0])
    low, high = (reference.nodes(end, reference.objects[:1]) for end in 'NF')
    assert [entry['id'] for entry in answer['techniques']] == [one for one in TECHNIQUES if one.startswith('T1059')]
    for entry in answer['techniques']:
        check_technique(entry, low, high)
    assert Fraction(answer['techniques'][0]['s']) != Fraction(cli.json('attack', '2026', 'T1059')['techniques'][0]['s'])


def test_text(cli):
    cli.done('demo')
    en, zh = cli.done('--lang', 'en', 'attack', '2026'), cli.done('--lang', 'zh', 'attack', '2026')
    assert 'T1059.001' in en and '691 techniques' in en and 'MITRE' in en
    assert 'T1059.001' in zh and '691' in zh and 'techniques:' not in zh and '�' not in zh
    one = cli.done('--lang', 'zh', 'attack', '2026', 'T1486')
    assert 'M1053' in one and 'T1059' not in one and '%' in one
    assert 'T1059' in cli.refused('attack', '2026', 'T9999')
    cli.refused('attack', '2024x')
    cli.refused('attack', '2026', 'T1059', '--object', 'nothing')
    Cli(cli.folder.parent / 'none').misused('attack')


def write_layer(cli, cycle, *words):
    path = cli.folder / 'layer.json'
    cli.done('export', cycle, '--format', 'navigator', '-o', str(path), *words)
    text = path.read_text()
    layer = json.loads(text)
    jsonschema.Draft202012Validator(SCHEMA).validate(layer)
    return layer, text


def check_entry(entry, answer, layer, parents):
    """what a schema cannot say of one technique"""
    technique = answer[entry['techniqueID']]
    assert entry['tactic'] in [SHORT[one] for one in technique['tactics']], entry
    assert ('showSubtechniques' in entry) == (entry['techniqueID'] in parents), entry
    assert ('score' in entry) == (technique['coverage'] == 'scored'), entry
    values = [one['value'] for one in entry['metadata']]
    for part in technique['covered_by']:
        assert f'\n{part["code"]} ' in entry['comment'], (entry, part)
    if 'score' not in entry:
        assert entry['color'] == layer['legendItems'][-1]['color'] and entry['comment'], entry
        return
    exact = Fraction(technique['s'])
    assert entry['score'] == int(exact * 100 + Fraction(1, 2)) / 100, (entry, exact)
    assert 0 <= entry['score'] <= layer['gradient']['maxValue']
    assert entry['color'] == layer['gradient']['colors'][int(exact)], entry
    assert technique['s'] in values and technique['s_hi'] in values, entry


def test_layer(cli):
    """the layer follows its format, and says of each technique what the program says"""
    cli.done('demo')
    cli.done('tailor', '2026', 'ED', '--out', '--reason', '不涉及', '--approver', '审批人', '--approver-role', 'R1')
    answer = {entry['id']: entry for entry in cli.json('attack', '2026')['techniques']}
    parents = {entry['parent'] for entry in answer.values()} - {None}
    layer, text = write_layer(cli, '2026', '--lang', 'zh')
    assert layer['versions'] == {'attack': '18.1', 'navigator': '4.9.0', 'layer': '4.5'}
    assert layer['domain'] == 'enterprise-attack' and 'MITRE' in layer['description']
    gradient = layer['gradient']
    assert (gradient['minValue'], gradient['maxValue'], len(gradient['colors'])) == (0, 5, 6)
    assert [item['color'] for item in layer['legendItems'][:-1]] == gradient['colors']
    assert len({item['color'] for item in layer['legendItems']}) == 7
    pairs = [(entry['techniqueID'], entry['tactic']) for entry in layer['techniques']]
    assert pairs == [(entry['id'], SHORT[tactic]) for entry in ATTACK['techniques'] for tactic in entry['tactics']]
    for entry in layer['techniques']:
        check_entry(entry, answer, layer, parents)
    assert write_layer(cli, '2026', '--lang', 'zh')[1] == text
    english = write_layer(cli, '2026', '--lang', 'en')[1]
    assert not any('一' <= letter <= '鿿' for letter in english)


def test_institution(cli):
    """nobody learns whose weak places these are unless the user says so"""
    cli.done('demo')
    name = cli.json('org', 'list')[0]['name']
    secret, named_one = write_layer(cli, '2026')[1], write_layer(cli, '2026', '--name-institution')[0]
    assert name not in secret
    assert name in named_one['name'] and name in [one['value'] for one in named_one['metadata']]
    cli.misused('export', '2026', '--format', 'json', '-o', 'f', '--name-institution')
    cli.refused('export', '2026', '--format', 'navigator', '-o', '/nowhere/at/all.json')
    assert 'navigator' in cli.done('export', '--formats')


def test_schema(cli):
    """the schema refuses what the format forbids"""
    good = {'name': 'x', 'domain': 'ics-attack', 'techniques': [{'techniqueID': 'T1001.001'}],
            'gradient': {'colors': ['#000000', '#ffffff'], 'minValue': 0, 'maxValue': 1}}
    check = jsonschema.Draft202012Validator(SCHEMA)
    assert check.is_valid(good)
    for change in ({'domain': 'office-attack'}, {'name': 5}, {'sorting': 4}, {'versions': {'layer': '4.5'}},
                   {'versions': {'layer': '4.4', 'navigator': '5.1.0'}}, {'versions': {'layer': '4.5', 'navigator': '4.8.2'}},
                   {'techniques': [{'techniqueID': 'T1'}]}, {'techniques': [{'tactic': 'impact'}]}, {'extra': 1},
                   {'techniques': [{'techniqueID': 'T1001', 'score': '3'}]}, {'techniques': [{'techniqueID': 'T1001', 'color': 'red-ish'}]},
                   {'gradient': {'colors': ['#000000'], 'minValue': 0, 'maxValue': 1}}, {'legendItems': [{'label': 'x'}]},
                   {'metadata': [{'name': 'x'}]}, {'layout': {'layout': 'round'}}):
        assert not check.is_valid(good | change), change


main([test_scores, test_one_object, test_text, test_layer, test_institution, test_schema])
