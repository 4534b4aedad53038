#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""octant-cli from outside: the whole main job, what it prints, what it refuses."""

import csv
import io
import json
import os
import random
import signal
import subprocess
import time
from fractions import Fraction
from pathlib import Path

from octant_cli import MODEL_FILE, Cli, Reference, main

NAMES = ['核心交易系统', '门户网站']
VERSIONS = Path(__file__).parent.parent / 'data' / 'model'


def start(cli, objects=True):
    """an institution with a cycle; the cycle's id"""
    cli.done('org', 'add', '测试期货', '--kind', 'futures')
    words = []
    if objects:
        cli.done('object', 'add', '测试期货', NAMES[0], '--kind', 'OBJ-TRD', '--level', '3')
        cli.done('object', 'add', '测试期货', NAMES[1], '--kind', 'OBJ-WEB', '--level', '2', '--criticality', '1')
        words = ['--object', NAMES[0], '--object', NAMES[1]]
    return cli.done('cycle', 'new', '2025', '--org', '测试期货', '--as-of', '2025-11-01', *words)


def test_one_name(cli):
    """a name that is there is refused, however it is typed, as in the window"""
    start(cli)
    for arguments in (('org', 'add', ' 测试期货\u3000'), ('object', 'add', '测试期货', f' {NAMES[0]}', '--kind', 'OBJ-TRD', '--level', '3'),
                      ('cycle', 'new', '2025', '--org', '测试期货'), ('cycle', 'new', '２０２５', '--org', '测试期货')):
        assert 'there already' in cli.refused('--lang', 'en', *arguments), arguments
    cli.done('org', 'add', '乙期货')
    cli.done('cycle', 'new', '2025', '--org', '乙期货')


def same_node(node, expected, upper):
    code = node['code']
    if expected is None:
        assert node['applicable'] is False and node['s'] is None and node['l'] is None, node
        return
    assert Fraction(node['s']) == expected[0], (code, node['s'], expected)
    assert node['l'] == expected[1], (code, node['l'], expected)
    assert Fraction(node['s_hi']) == upper[0] and node['l_hi'] == upper[1], (code, node, upper)
    assert node['limited'] == (int(expected[0]) > expected[1]), node
    hundredths = int(expected[0] * 100 + Fraction(1, 2))
    assert node['s_text'] == f'{hundredths // 100}.{hundredths % 100:02}', node


def check_scores(cli, cycle):
    path = cli.folder / 'export.json'
    cli.done('export', cycle, '--format', 'json', '-o', str(path))
    reference = Reference(json.loads(path.read_text()))
    low, high = reference.nodes('N'), reference.nodes('F')
    score = cli.json('score', cycle)
    for node in [score['overall'], *score['domains'], *score['subdomains']]:
        same_node(node, low[node['code']], high[node['code']])
    confidence = reference.confidence()
    for node in [score['overall'], *score['domains'], *score['subdomains']]:
        expected = confidence[node['code']]
        assert (node['confidence'] is None) == (expected is None), node
        assert expected is None or Fraction(node['confidence']) == expected, (node, expected)
    for node in score['subdomains']:
        if node['applicable']:
            counts = node['coverage']['answered'], node['coverage']['applicable'], node['carried_over']
            assert counts == reference.counts(node['code']), (node, reference.counts(node['code']))
    for domain in score['domains']:
        below = [node for node in score['subdomains'] if node['code'].startswith(domain['code'] + '.') and node['applicable']]
        for name in ('answered', 'applicable'):
            assert domain['coverage'][name] == sum(node['coverage'][name] for node in below), domain
        assert domain['carried_over'] == sum(node['carried_over'] for node in below), domain
    return score, reference


def test_whole_job(cli):
    """two years: rate, attach, carry over, confirm, compare, export, chart"""
    start(cli)
    cli.done('rate', '2025', 'AP.01.1.H.01', 'F', '--note', '能说明')
    cli.done('rate', '2025', 'AP.01.2.P.01', 'P', '--object', NAMES[0])
    cli.done('rate', '2025', 'AP.01.2.P.01', 'L', '--object', NAMES[1])
    document = cli.folder / '证据 一.txt'
    document.write_text('内容')
    identity = cli.done('evidence', 'add', '2025', 'AP.01.1.H.01', str(document), '--title', '台账', '--collected', '2025-10-01',
                        '--valid-until', '2026-10-01', '--strength', '2')
    listed = cli.json('evidence', 'list', '2025', 'AP')
    assert [entry['id'] for entry in listed] == [identity] and listed[0]['name'] == '证据 一.txt', listed
    assert Path(cli.done('evidence', 'open-path', identity)).read_text() == '内容'
    cli.done('tailor', '2025', 'SH.12', '--out', '--reason', '没有云', '--approver', '批准人')
    check_scores(cli, '2025')

    cli.done('cycle', 'new', '2026', '--org', '测试期货', '--from', '2025', '--as-of', '2026-11-01')
    score = cli.json('score', '2026')
    assert score['overall']['carried_over'] == 3 and score['overall']['coverage']['answered'] == 0, score['overall']
    assert '3' in cli.done('confirm', '2026', 'AP')
    cli.done('rate', '2026', 'AP.01.2.P.01', 'F', '--object', NAMES[0])
    score, _ = check_scores(cli, '2026')
    assert score['overall']['coverage']['answered'] == 3
    assert score['cycle']['title'] == '2026' and score['cycle']['as_of'] == '2026-11-01' and score['cycle']['sealed'] is False
    assert score['engine'] == '1' and score['model']['id'] == 'sf-ccmm'

    changes = cli.json('compare', '2025', '2026')
    improved = [entry for entry in changes['items'] if entry['kind'] == 'improved']
    assert [(entry['code'], entry['object'], entry['rating_a'], entry['rating_b']) for entry in improved] == [
        ('AP.01.2.P.01', NAMES[0], 'P', 'F')], improved
    rows = list(csv.reader(io.StringIO(cli.run('compare', '2025', '2026', '--csv')[0])))
    assert len(rows) > 49 and all(len(row) == len(rows[0]) for row in rows)
    alike = cli.json('compare', '2025', '2026', '--like-for-like')
    assert [node['code'] for node in alike['nodes_like_for_like']] == [node['code'] for node in alike['nodes']]
    for key in ('attribution', 'attribution_like_for_like'):
        parts = alike[key]
        whole = alike['nodes' + key.removeprefix('attribution')][0]
        assert Fraction(parts['total']) == Fraction(whole['delta']) == sum(Fraction(part['total']) for part in parts['subdomains'])
        assert Fraction(parts['total']) == sum(Fraction(parts[cause]) for cause in ('answers', 'basis', 'weight'))
    for kind, name, magic in (('radar', 'a.svg', b'<?xml'), ('radar', 'a.png', b'\x89PNG'), ('trend', 'a.pdf', b'%PDF')):
        cli.done('chart', '2026', '--kind', kind, '-o', str(cli.folder / name), '--with', '2025')
        assert (cli.folder / name).read_bytes().startswith(magic)
    cli.done('chart', '2026', '--kind', 'heatmap', '-o', str(cli.folder / 'h.svg'))
    cli.done('chart', '2026', '--kind', 'attack', '-o', str(cli.folder / 'a.svg'))
    cli.misused('chart', '2026', '--kind', 'attack', '--with', '2025', '-o', str(cli.folder / 'a.svg'))
    assert (cli.folder / 'h.svg').read_bytes().startswith(b'<?xml')
    widths = []
    for scale in ('1', '4'):
        for kind, *rest in (('ladder', '--code', 'AP.01'), ('distribution',), ('distribution', '--code', 'SH'), ('radar', '--lens', 'role')):
            cli.done('chart', '2026', '--kind', kind, '-o', str(cli.folder / 's.png'), '--scale', scale, *rest)
            picture = (cli.folder / 's.png').read_bytes()
            assert picture.startswith(b'\x89PNG')
            widths.append(int.from_bytes(picture[16:20], 'big'))
    assert widths == [960, 1120, 1120, 960, 3840, 4480, 4480, 3840]

    # Of one object: another picture for each.
    for kind, *rest in (('radar', '--with', '2025'), ('heatmap',), ('ladder', '--code', 'AP.01'), ('distribution',)):
        pictures = set()
        for choice in ((), ('--object', NAMES[0]), ('--object', NAMES[1])):
            cli.done('chart', '2026', '--kind', kind, *rest, *choice, '-o', str(cli.folder / 'o.png'))
            pictures.add((cli.folder / 'o.png').read_bytes())
        assert len(pictures) == 3, kind
    out = '-o', str(cli.folder / 'o.png')
    for kind in ('trend', 'slope'):
        cli.misused('chart', '2026', '--kind', kind, '--object', NAMES[0], *out)
    cli.refused('chart', '2026', '--kind', 'radar', '--object', '没有', *out)
    cli.done('cycle', 'new', '其他', '--org', '测试期货', '--object', NAMES[1])
    assert '其他' in cli.refused('chart', '2026', '--kind', 'radar', '--object', NAMES[0], '--with', '其他', *out)
    assert cli.done('check') == cli.done('--lang', 'en', 'check')


def test_two_versions(cli):
    """cycles of two versions of a model, as scored and like for like, with what supersedes what"""
    for number in (1, 2):
        cli.done('model', 'install', str(VERSIONS / f'versions-{number}.json'))
    cli.done('org', 'add', '甲证券')
    cli.done('cycle', 'new', '一', '--org', '甲证券', '--model', 'versions@1.0.0', '--as-of', '2025-11-01')
    for code, rating in (('AA.01.1.W.01', 'F'), ('AA.01.1.W.02', 'L'), ('AA.02.1.W.01', 'F'), ('BB.01.1.W.01', 'P')):
        cli.done('rate', '一', code, rating)
    document = cli.folder / 'a.txt'
    document.write_text('a')
    identity = cli.done('evidence', 'add', '一', 'AA.01.1.W.02', str(document))
    cli.done('cycle', 'new', '二', '--org', '甲证券', '--from', '一', '--model', 'versions@2.0.0', '--as-of', '2026-11-01')
    for code in ('AA.01.1.W.03', 'AA.01.1.W.04'):
        assert [piece['id'] for piece in cli.json('evidence', 'list', '二', code)] == [identity]
    assert cli.json('score', '二')['overall']['carried_over'] == 2
    cli.done('rate', '二', 'AA.01.1.W.03', 'F')
    cli.done('tailor', '二', 'AA.02', '--out', '--reason', '=外包', '--approver', '批准人')

    changes = cli.json('compare', '一', '二', '--like-for-like')
    items = {entry['code']: entry for entry in changes['items']}
    assert items['AA.01.1.W.02']['replaced_by'] == ['AA.01.1.W.03', 'AA.01.1.W.04']
    assert items['AA.01.1.W.03']['replaces'] == ['AA.01.1.W.02'] and items['AA.01.1.W.03']['rating_b'] == 'F'
    assert items['BB.01.2.W.01']['replaced_by'] == ['BB.01.2.W.03']
    assert items['AA.01.2.W.01']['reworded'] and not items['AA.01.1.W.01']['reworded']
    nodes = {entry['code']: entry for entry in changes['nodes']}
    assert nodes['AA.01']['renamed'] and nodes['AA.02']['weight_a'] == '1' and nodes['AA.02']['weight_b'] == '3'
    assert nodes['BB.02']['known_a'] and not nodes['BB.02']['known_b'] and nodes['CC']['weight_a'] is None
    assert changes['scope'] == [{'code': 'AA.02', 'out': True, 'reason': '=外包', 'approver': '批准人'}]
    text = cli.done('--lang', 'en', 'compare', '一', '二')
    for words in ('replaced by AA.01.1.W.03 AA.01.1.W.04', 'replaces AA.02.1.W.01 AA.02.1.W.02', 'was called Sub-domain AA.01'):
        assert words in text, text

    cli.done('--lang', 'en', 'chart', '二', '--kind', 'slope', '--lens', 'subdomains', '-o', str(cli.folder / 's.svg'))
    cli.done('chart', '二', '--kind', 'slope', '--with', '一', '--like-for-like', '-o', str(cli.folder / 's.png'))
    cli.done('chart', '一', '--kind', 'slope', '--with', '二', '-o', str(cli.folder / 's.pdf'))
    assert (cli.folder / 's.svg').read_bytes().startswith(b'<?xml')
    assert (cli.folder / 's.png').read_bytes().startswith(b'\x89PNG')
    assert (cli.folder / 's.pdf').read_bytes().startswith(b'%PDF')
    cli.misused('chart', '一', '--kind', 'slope', '-o', str(cli.folder / 's.svg'))
    cli.misused('chart', '一', '--kind', 'slope', '--with', '一', '二', '-o', str(cli.folder / 's.svg'))
    cli.misused('chart', '一', '--kind', 'radar', '--like-for-like', '-o', str(cli.folder / 's.svg'))
    path = cli.folder / 'changes.csv'
    cli.done('compare', '一', '二', '--csv', '-o', str(path))
    data = path.read_bytes()
    assert data.startswith(b'\xef\xbb\xbf')
    rows = list(csv.DictReader(io.StringIO(data.decode('utf-8-sig'))))
    assert [row['reason'] for row in rows if row['type'] == 'scope'] == ["'=外包"]
    assert [row['replaced_by'] for row in rows if row['code'] == 'AA.02.1.W.02'] == ['AA.02.1.W.03']
    assert [row['kind'] for row in rows if row['code'] == 'AA.02' and row['type'] == 'node'] == ['out-of-scope']
    cli.misused('compare', '一', '二', '-o', str(path))
    assert 'two different' in cli.refused('--lang', 'en', 'compare', '一', '一')
    cli.refused('chart', '一', '--kind', 'slope', '--with', '一', '-o', str(cli.folder / 's.svg'))


def test_demo_scores(cli):
    """every score of the sample equals an independent computation"""
    cli.done('demo')
    levels = []
    for title in ('2024', '2025', '2026'):
        score, reference = check_scores(cli, title)
        levels.append((score['overall']['l'], score['overall']['limited']))
        for identity, weight in reference.objects:
            own = cli.json('score', title, '--object', identity)
            low = reference.nodes('N', [(identity, weight)])
            high = reference.nodes('F', [(identity, weight)])
            for node in [own['overall'], *own['domains'], *own['subdomains']]:
                same_node(node, low[node['code']], high[node['code']])
    assert levels == [(1, False), (2, False), (2, True)], levels
    listed = cli.json('cycle', 'list')
    assert [entry['title'] for entry in listed] == ['2024', '2025', '2026']
    assert [entry['l'] for entry in listed] == [1, 2, 2]
    assert 'already' in cli.refused('demo')


def test_demo_is_the_same_every_time(cli):
    other = Cli(cli.folder.parent / 'other')
    exports = []
    for one in (cli, other):
        one.done('demo')
        path = one.folder / 'out.csv'
        one.done('export', '2026', '--format', 'csv', '-o', str(path))
        rows = list(csv.DictReader(io.StringIO(path.read_text('utf-8-sig'))))
        exports.append([{name: row[name] for name in ('code', 'object', 'rating', 'note', 'state')} for row in rows])
    assert exports[0] == exports[1]


def test_json_of_score(cli):
    """the members, their types, and the cells"""
    start(cli, objects=False)
    for code, rating in (('AP.01.1.H.01', 'F'), ('AP.01.1.P.01', 'L'), ('AP.01.2.P.01', 'P')):
        cli.done('rate', '2025', code, rating)
    score, _ = check_scores(cli, '2025')
    assert list(score) == ['cycle', 'model', 'engine', 'reading', 'overall', 'domains', 'subdomains'], list(score)
    members = ['code', 'applicable', 's', 's_hi', 'l', 'l_hi', 's_people', 's_process', 's_text', 'limited', 'coverage', 'confidence',
               'carried_over', 'target']
    assert list(score['overall']) == members and list(score['domains'][0]) == members
    assert list(score['subdomains'][0]) == members + ['cells']
    cells = {(cell['aspect'], cell['level']): (cell['a'], cell['m']) for cell in score['subdomains'][0]['cells']}
    assert len(cells) == 10 and cells['H', 1] == ('1', '1') and cells['P', 1] == ('2/3', '2/3'), cells
    assert cells['H', 2] == ('0', '0') and cells['P', 5] == ('0', '0'), cells
    assert score['overall']['confidence'] == '0'
    # With several objects a cell exists for each of them; one object alone shows its own.
    cli.done('demo')
    whole = {node['code']: node for node in cli.json('score', '2026')['subdomains']}
    assert whole['AP.01']['cells'] == [] and len(whole['PM.01']['cells']) == 10
    assert whole['SH.12']['applicable'] is False and whole['SH.12']['cells'] == [] and whole['SH.12']['l'] is None
    one = {node['code']: node for node in cli.json('score', '2026', '--object', '核心交易系统')['subdomains']}
    assert len(one['AP.01']['cells']) == 10


def test_targets(cli):
    """set, inherited, listed, exported, carried over, drawn, undone; wrong ones refused"""
    start(cli, objects=False)
    assert cli.json('target', '2025')['targets'] == []
    assert cli.json('score', '2025')['overall']['target'] is None
    cli.done('chart', '2025', '--kind', 'radar', '-o', str(cli.folder / 'before.svg'))
    cli.done('target', '2025', 'overall', '3')
    cli.done('target', '2025', 'ED', '4')
    cli.done('target', '2025', 'ED.02', '2')
    expected = [{'code': 'overall', 'level': 3}, {'code': 'ED', 'level': 4}, {'code': 'ED.02', 'level': 2}]
    assert cli.json('target', '2025')['targets'] == expected
    assert cli.json('cycle', 'show', '2025')['targets'] == expected
    score = cli.json('score', '2025')
    targets = {node['code']: node['target'] for node in [*score['domains'], *score['subdomains']]}
    assert (targets['AP'], targets['AP.01'], targets['ED'], targets['ED.01'], targets['ED.02']) == (3, 3, 4, 4, 2)
    assert all(node['s'] == '0' and node['l'] == 0 for node in score['domains']), 'a target is no score'
    path = cli.folder / 'export.json'
    cli.done('export', '2025', '--format', 'json', '-o', str(path))
    assert json.loads(path.read_text())['targets'] == expected
    cli.done('chart', '2025', '--kind', 'radar', '-o', str(cli.folder / 'after.svg'))
    assert (cli.folder / 'before.svg').read_bytes() != (cli.folder / 'after.svg').read_bytes()
    cli.done('cycle', 'new', '2026', '--org', '测试期货', '--from', '2025')
    assert cli.json('target', '2026')['targets'] == expected
    assert 'ED.02' in cli.done('target', '2025') and 'ED.03' not in cli.done('target', '2025')
    cli.done('target', '2026', 'ED.02', '-')
    assert cli.json('target', '2026')['targets'] == expected[:2]
    changed = cli.json('compare', '2025', '2026')['targets']
    assert changed == [{'code': 'ED.02', 'target_a': 2, 'target_b': None}]
    assert 'Target before' in cli.done('--lang', 'en', 'compare', '2025', '2026')
    rows = list(csv.DictReader(io.StringIO(cli.done('compare', '2025', '2026', '--csv'))))
    assert [(row['code'], row['before'], row['after']) for row in rows if row['type'] == 'target'] == [('ED.02', '2', '')]
    cli.done('undo')
    assert cli.json('target', '2026')['targets'] == expected
    assert [entry['kind'] for entry in cli.json('journal', '2026')][-2:] == ['target', 'undo']
    assert '1' in cli.refused('target', '2026', 'overall', '6')
    cli.refused('target', '2026', 'ZZ', '3')
    for words in (('2026', 'overall'), ('2026', 'overall', 'high'), ('2026', 'overall', '0'), ('2026', 'overall', '3', '--json')):
        cli.misused('target', *words)


def test_readings(cli):
    """claimed and backed, by the reference; the official result stays what it is"""
    cli.done('demo')
    official = cli.json('score', '2026')
    for code, strength, collected in (('AP.01.1.H.01', 3, '2026-01-05'), ('AP.02.1.H.01', 1, None), ('AP.03.1.H.01', 2, '2031-01-01')):
        word = [] if collected is None else ['--collected', collected]
        cli.done('evidence', 'add', '2026', code, str(MODEL_FILE), '--strength', str(strength), *word)
    path = cli.folder / 'export.json'
    cli.done('export', '2026', '--format', 'json', '-o', str(path))
    reference = Reference(json.loads(path.read_text()))
    for name in ('claimed', 'backed'):
        other = reference.reading(name)
        low, high = other.nodes('N'), other.nodes('F')
        score = cli.json('score', '2026', '--reading', name)
        assert score['reading'] == name
        nodes = [score['overall'], *score['domains'], *score['subdomains']]
        for node in nodes:
            same_node(node, low[node['code']], high[node['code']])
        one = cli.json('score', '2026', '--reading', name, '--object', '核心交易系统')
        low = other.nodes('N', [entry for entry in other.objects if entry[0] == one['object']['id']])
        for node in [one['overall'], *one['domains'], *one['subdomains']]:
            assert (Fraction(node['s']), node['l']) == low[node['code']] if node['applicable'] else low[node['code']] is None, node
    after = cli.json('score', '2026')
    assert after['reading'] == 'official'
    assert [(node['s'], node['l']) for node in after['subdomains']] == [(node['s'], node['l']) for node in official['subdomains']]
    backed = cli.json('score', '2026', '--reading', 'backed')
    assert any(Fraction(a['s']) > Fraction(b['s']) for a, b in zip(after['domains'], backed['domains']))
    cli.misused('score', '2026', '--reading', 'wishful')


def test_json_has_no_locale(cli):
    cli.done('demo')
    outputs = set()
    for locale, extra in (('C', []), ('zh_CN.UTF-8', []), ('C', ['--lang', 'zh']), ('de_DE.UTF-8', ['--lang', 'en'])):
        other = Cli(cli.folder)
        other.environment['LC_ALL'] = locale
        outputs.add(tuple(other.run(*args, '--json', *extra)[0] for args in (
            ('score', '2026'), ('explain', '2026', 'overall'), ('compare', '2025', '2026'), ('journal',), ('evidence', 'list', '2026'))))
    assert len(outputs) == 1


def test_lenses(cli):
    cli.done('demo')
    model = json.loads(MODEL_FILE.read_text())
    whole = cli.json('score', '2026')
    scores = {node['code']: node for node in whole['subdomains']}
    weights = {}
    for domain in model['domains']:
        inside = [entry for entry in model['subdomains'] if entry['domain'] == domain['code'] and scores[entry['code']]['applicable']]
        for entry in inside:
            weights[entry['code']] = Fraction(domain['weight']) * Fraction(entry['weight']) / sum(Fraction(other['weight']) for other in inside)
    tags = {lens['id']: {entry['code']: entry['tags'][lens['id']] for entry in model['subdomains']} for lens in model['lenses']}
    tags['role'] = {entry['code']: entry['roles'] for entry in model['subdomains']}
    tags['csf2_categories'] = {entry['code']: entry['references'].get('csf2_categories', []) for entry in model['subdomains']}
    names = {lens['id']: [group['id'] for group in lens['groups']] for lens in model['lenses']}
    names['role'] = [role['id'] for role in model['roles']]
    names['csf2_categories'] = sorted({name for groups in tags['csf2_categories'].values() for name in groups})
    for lens, tagging in tags.items():
        groups = cli.json('score', '2026', '--lens', lens)['lens']['groups']
        assert [group['id'] for group in groups] == names[lens]
        for group in groups:
            tagged = [code for code, groups in tagging.items() if group['id'] in groups and code in weights]
            if not tagged:
                assert group['s'] is None, group
                continue
            for bound in ('s', 's_hi'):
                expected = sum(weights[code] * Fraction(scores[code][bound]) for code in tagged) / sum(weights[code] for code in tagged)
                assert Fraction(group[bound]) == expected, (lens, group, expected)
    aspects = cli.json('score', '2026', '--lens', 'aspect')['lens']['groups']
    assert [(group['id'], group['s']) for group in aspects] == [('H', whole['overall']['s_people']), ('P', whole['overall']['s_process'])]
    assert 'wpdrrc' in cli.refused('score', '2026', '--lens', 'nothing')


def test_explain(cli):
    cli.done('demo')
    whole = cli.json('explain', '2026', 'overall')
    assert [part['code'] for part in whole['parts']] == ['AP', 'SH', 'ED', 'ER', 'DT', 'CA', 'SO', 'PM']
    gates = [block for block in whole['blocks'] if block['kind'] == 'gate']
    assert gates and 'SH.05' in gates[0]['nodes'], whole['blocks']
    assert any('SH.05.3.P.03' in block['requirements'] for block in whole['blocks'])
    assert all(block['sentence']['zh'] and block['sentence']['en'] for block in whole['blocks'])
    below = cli.json('explain', '2026', 'SH.05')
    assert len(below['cells']) == 4 * 2 * 5
    assert 'SH.05.3.P.03' in cli.done('--lang', 'zh', 'explain', '2026', 'SH.05')


def test_explained_numbers(cli):
    """for the whole, domains, sub-domains and one object: parts add up, blocks are true, evidence as counted independently"""
    cli.done('demo')
    path = cli.folder / 'export.json'
    cli.done('export', '2026', '--format', 'json', '-o', str(path))
    reference = Reference(json.loads(path.read_text()))
    names = {entry['id']: entry['name'] for entry in json.loads(path.read_text())['objects']}
    backed = reference.reading('backed')
    for identity in [None, *names]:
        words = [] if identity is None else ['--object', names[identity]]
        objects = None if identity is None else [entry for entry in reference.objects if entry[0] == identity]
        low, borne = reference.nodes('N', objects), backed.nodes('N', objects)
        for code in ('overall', 'AP', 'SH', 'AP.01', 'SH.05', 'PM.01'):
            told = cli.json('explain', '2026', code, *words)
            assert told['object'] == identity
            assert (Fraction(told['s']), told['l']) == low[code], (identity, code)
            assert (Fraction(told['backed']['s']), told['backed']['l']) == borne[code], (identity, code)
            for part in told.get('parts', []):
                assert part['s'] is None if low[part['code']] is None else Fraction(part['s']) == low[part['code']][0]
            if 'parts' in told:
                assert sum(Fraction(part['weight']) * Fraction(part['s']) for part in told['parts'] if part['s']) \
                    == low[code][0] * sum(Fraction(part['weight']) for part in told['parts'] if part['s'])
            else:
                assert {cell['object'] for cell in told['cells']} == ({names[identity]} if identity else set(names.values()))
            keys = {key for key in reference.answers if (identity is None or key[1] in (None, identity)) and key[0] in {
                entry['code'] for entry in reference.model['requirements']
                if code == 'overall' or entry['subdomain'].startswith(code)}}
            weak = {key for key in keys if backed.answers[key] != reference.answers[key]
                    and key[0][:5] not in reference.out and key[0][:2] not in reference.out}
            assert {(item['code'], item['object']) for item in told['backed']['unbacked']} \
                == {(key[0], names.get(key[1])) for key in weak}, (identity, code)
            for item in told['backed']['unbacked']:
                assert 'NPLF'.index(item['counts']) < 'NPLF'.index(item['rating']) and item['strength'] < item['needed']
    text = cli.done('--lang', 'en', 'explain', '2026', 'overall')
    assert 'What the evidence bears is score' in text and 'which --json lists' in text
    assert '证据所能支撑的得分' in cli.done('--lang', 'zh', 'explain', '2026', 'AP', '--object', list(names.values())[0])
    cli.refused('explain', '2026', 'AP', '--object', 'nobody')


def test_answers(cli):
    """every rating, clearing, NA and its rules"""
    start(cli)
    for rating in ('N', 'P', 'L', 'F'):
        cli.done('rate', '2025', 'PM.01.1.H.01', rating)
    cli.done('rate', '2025', 'PM.01.1.H.01', '-')
    assert cli.json('score', '2025')['overall']['coverage']['answered'] == 0
    code = 'SH.02.3.H.02'
    cli.refused('rate', '2025', code, 'NA')
    cli.refused('rate', '2025', code, 'NA', '--reason', '不涉及')
    me = cli.json('journal')[0]['actor']
    cli.refused('rate', '2025', code, 'NA', '--reason', '不涉及', '--approver', me)
    cli.refused('rate', '2025', 'PM.01.1.H.01', 'NA', '--reason', '不涉及', '--approver', '批准人')
    before = cli.json('score', '2025')['overall']['coverage']['applicable']
    cli.done('rate', '2025', code, 'NA', '--reason', '不涉及', '--approver', '批准人')
    assert cli.json('score', '2025')['overall']['coverage']['applicable'] == before - 1
    cli.refused('rate', '2025', 'AP.01.2.P.01', 'F')
    cli.refused('rate', '2025', 'PM.01.1.H.01', 'F', '--object', NAMES[0])
    cli.refused('rate', '2025', 'AP.01.2.P.01', 'F', '--object', '没有')
    cli.refused('tailor', '2025', 'XX', '--out', '--reason', 'r', '--approver', 'a')
    cli.done('tailor', '2025', 'SH.12', '--out', '--reason', '没有云', '--approver', '批准人')
    cli.refused('rate', '2025', 'SH.12.1.H.01', 'F')
    cli.done('tailor', '2025', 'SH.12', '--in')
    # a gate needs the head of information security
    gate = ['tailor', '2025', 'SH.01', '--out', '--reason', '外包', '--approver', '批准人']
    cli.refused(*gate)
    cli.refused(*gate, '--approver-role', 'R2')
    cli.done(*gate, '--approver-role', 'R1')
    cli.done('tailor', '2025', 'SH.01', '--in')
    cli.done('rate', '2025', 'SH.12.1.H.01', 'F')


def test_import(cli):
    """all or nothing, faults by line, and an export reads back"""
    start(cli)
    path = cli.folder / '评分.csv'
    path.write_text('code,object,rating,note,reason,approver\n'
                    'AP.01.1.H.01,,F,第一行,,\n'
                    f'AP.01.2.P.01,{NAMES[0]},P,,,\n'
                    f'AP.01.2.P.01,{NAMES[1]},L,"两行\n备注",,\n'
                    'SH.02.3.H.02,,NA,,不涉及,批准人\n')
    assert '4' in cli.done('rate', '2025', '--import', str(path), '--dry-run')
    assert cli.json('score', '2025')['overall']['coverage']['answered'] == 0
    assert '4' in cli.done('rate', '2025', '--import', str(path))
    assert cli.json('score', '2025')['overall']['coverage']['answered'] == 3
    bad = cli.folder / 'bad.csv'
    bad.write_text('code,object,rating,note,reason,approver\n'
                   'AP.01.1.H.01,,N,,,\n'
                   'AP.99.1.H.01,,F,,,\n'
                   'AP.01.1.P.01,没有,X,,,\n'
                   'SH.02.3.H.02,,NA,,,\n')
    before = cli.json('journal')
    err = cli.run('rate', '2025', '--import', str(bad), status=1)[1]
    for line in (3, 4):
        assert f'bad.csv:{line}: ' in err, err
    assert 'bad.csv:2: ' not in err
    assert cli.json('journal') == before
    for data in (b'', b'\xff\xfe\x00', b'code;rating\nAP.01.1.H.01;F\n', b'code,rating\n"AP', b'code,rating\nAP.01.1.H.01,F,\x00\n'):
        bad.write_bytes(data)
        cli.run('rate', '2025', '--import', str(bad), status=1)
    cli.refused('rate', '2025', '--import', str(cli.folder / 'missing.csv'))
    out = cli.folder / 'out.csv'
    cli.done('export', '2025', '--format', 'csv', '-o', str(out))
    cli.done('cycle', 'new', 'again', '--org', '测试期货', '--object', NAMES[0], NAMES[1])
    cli.done('rate', 'again', '--import', str(out))
    first, second = cli.json('score', '2025'), cli.json('score', 'again')
    assert [first['overall'][name] for name in ('s', 's_hi', 'l')] == [second['overall'][name] for name in ('s', 's_hi', 'l')]
    assert 'csv' in cli.done('export', '--formats') and 'json' in cli.done('export', '--formats')


def state(cli):
    cycles = cli.json('cycle', 'list')
    return [cli.json('org', 'list'), cycles, [cli.json('score', entry['id']) for entry in cycles],
            [cli.json('evidence', 'list', entry['id']) for entry in cycles]]


def test_undo_and_redo(cli):
    """every act backwards to the empty directory and forwards again"""
    start(cli)
    document = cli.folder / 'a.txt'
    document.write_text('a')
    cli.done('rate', '2025', 'PM.01.1.H.01', 'F')
    cli.done('evidence', 'add', '2025', 'PM.01.1.H.01', str(document))
    cli.done('tailor', '2025', 'DT', '--out', '--reason', 'r', '--approver', 'a')
    cli.done('cycle', 'new', '2026', '--org', '测试期货', '--from', '2025')
    cli.done('confirm', '2026', 'PM')
    cli.done('cycle', 'delete', '2025', '--yes')
    states = [state(cli)]
    n = len(cli.json('journal'))
    for _ in range(n):
        cli.done('undo')
        states.append(state(cli))
    assert states[-1][:2] == [[], []]
    assert 'undo' in cli.refused('undo')
    for expected in reversed(states[:-1]):
        cli.done('redo')
        assert state(cli) == expected
    assert 'redo' in cli.refused('redo')
    cli.done('undo')
    cli.done('rate', '2026', 'PM.01.1.H.01', 'N')
    cli.refused('redo')
    cli.done('check')
    cli.done('journal', 'verify')
    journal = cli.json('journal')
    assert [entry['seq'] for entry in journal] == list(range(1, len(journal) + 1))
    assert cli.json('journal', '--since', '2999-01-01') == []


def test_words(cli):
    """a cycle by id, prefix and title; what is ambiguous is named"""
    cycle = start(cli, objects=False)
    assert cli.json('score', cycle)['cycle']['id'] == cycle
    assert cli.json('score', cycle[:8])['cycle']['id'] == cycle
    cli.done('org', 'add', '乙期货')
    second = cli.done('cycle', 'new', '2025', '--org', '乙期货')
    err = cli.refused('score', '2025')
    assert cycle in err and second in err
    assert cli.json('score', second)['cycle']['id'] == second
    cli.done('org', 'add', '测试基金')
    cli.refused('object', 'list', '测试')
    cli.refused('org', 'add', '测试基金')
    cli.done('object', 'add', '测试期货', '系统', '--kind', 'OBJ-TRD', '--level', '3')
    cli.refused('object', 'add', '测试期货', '系统', '--kind', 'OBJ-TRD', '--level', '2')
    assert cli.json('object', 'list', '测试基') == []
    cli.refused('object', 'add', '测试基金', '系统', '--kind', 'OBJ-TRD', '--level', '3', '--criticality', '0', status=2)
    cli.done('cycle', 'new', 'x', '--org', '测试基金', '--model', 'sf-ccmm@1.0.0')
    cli.refused('cycle', 'new', 'y', '--org', '测试基金', '--model', 'nothing')
    cli.refused('model', 'remove', 'sf-ccmm@1.0.0')


USAGE = [
    [], ['nothing'], ['cycle'], ['cycle', 'nothing'], ['model', 'show'], ['model', 'validate'], ['org', 'add'], ['org', 'list', 'x'],
    ['object', 'add', 'o', 'n'], ['object', 'add', 'o', 'n', '--kind', 'k', '--level', 'x'],
    ['object', 'add', 'o', 'n', '--kind', 'k', '--level', '6'], ['cycle', 'new', 't'], ['cycle', 'new', 't', '--org'],
    ['cycle', 'new', 't', '--org', 'o', '--as-of', '2025-02-30'], ['cycle', 'delete', 'c'], ['rate', 'c'], ['rate', 'c', 'd'],
    ['rate', 'c', 'd', 'X'], ['rate', 'c', 'd', ''], ['rate', 'c', 'd', 'F', 'e'], ['rate', 'c', 'd', 'F', '--nothing'],
    ['rate', 'c', 'd', 'F', '--import', 'f'], ['rate', 'c', '--dry-run'], ['confirm', 'c'], ['tailor', 'c', 'd'],
    ['tailor', 'c', 'd', '--in', '--out'], ['tailor', 'c', 'd', '--out'], ['score'], ['score', 'c', '--json=yes'], ['score', 'c', 'd'],
    ['explain', 'c'], ['compare', 'c'], ['compare', 'c', 'd', '--json', '--csv'], ['evidence', 'add', 'c', 'd'],
    ['evidence', 'add', 'c', 'd', 'f', '--strength', '4'], ['evidence', 'add', 'c', 'd', 'f', '--collected', 'today'],
    ['evidence', 'open-path'], ['export', 'c'], ['export', 'c', '--format', 'xls', '-o', 'f'], ['export', '--formats', 'c'],
    ['chart', 'c'], ['chart', 'c', '--kind', 'pie', '-o', 'f.svg'], ['chart', 'c', '--kind', 'radar', '-o', 'f.gif'],
    ['chart', 'c', '--kind', 'ladder', '-o', 'f.svg'], ['chart', 'c', '--kind', 'heatmap', '-o', 'f.svg', '--with', 'd'],
    ['chart', 'c', '--kind', 'radar', '-o', 'f.svg', '--code', 'AP'], ['chart', 'c', '--kind', 'radar', '-o', 'f.png', '--scale', '9'],
    ['chart', 'c', '--kind', 'trend', '-o', 'f.svg', '--lens', 'role'],
    ['journal', '--since', 'x'], ['undo', 'x'], ['--lang', 'fr', 'check'], ['score', 'c', '-x'], ['score', 'c', '--object'],
]


def test_wrong_usage(cli):
    """status 2, one line, and no data directory made for it"""
    for args in USAGE:
        cli.misused(*args)
    assert not cli.folder.exists()


REFUSED = [
    ['score', '2024'], ['cycle', 'show', 'x'], ['object', 'list', 'x'], ['rate', '2025', 'XX.01.1.H.01', 'F'],
    ['confirm', '2025', 'XX'], ['explain', '2025', 'XX'], ['evidence', 'list', '2025', 'XX'], ['evidence', 'open-path', 'x'],
    ['evidence', 'add', '2025', 'AP.01.1.H.01', 'missing.txt'], ['evidence', 'add', '2025', 'AP.01.1.H.01', '/'],
    ['model', 'show', 'x'], ['model', 'validate', 'missing.json'], ['model', 'install', 'missing.json'],
    ['export', '2025', '--format', 'json', '-o', '/nowhere/at/all.json'], ['chart', '2025', '--kind', 'ladder', '--code', 'AP', '-o', 'x.svg'],
    ['chart', '2025', '--kind', 'radar', '--lens', 'x', '-o', 'x.svg'], ['chart', '2025', '--kind', 'distribution', '--code', 'XX', '-o', 'x.svg'],
    ['undo'], ['chart', '2025', '--kind', 'radar', '-o', '/nowhere/x.svg'],
]


def test_refusals(cli):
    """status 1 and one line, and nothing changed"""
    start(cli)
    for args in REFUSED[:-2] + REFUSED[-1:]:
        before = cli.json('journal')
        cli.refused(*args)
        assert cli.json('journal') == before
    Cli(cli.folder.parent / 'empty').refused('undo')


def test_help(cli):
    out = cli.done('--help')
    for word in ('cycle new', 'rate', 'score', 'evidence add', 'demo', '--data-dir'):
        assert word in out, word
    assert '--approver' in cli.done('rate', '--help')
    assert cli.done('--version').startswith('octant-cli ')
    assert '用法' in cli.done('--lang', 'zh', '--help')
    assert '附上文件' in cli.done('--lang=zh', 'evidence', 'add', '--help')
    assert '没有' in cli.refused('score', 'x', '--lang', 'zh')


def test_languages(cli):
    cli.done('demo')
    zh, en = cli.done('--lang', 'zh', 'score', '2026'), cli.done('--lang', 'en', 'score', '2026')
    assert '攻击预防' in zh and 'Attack prevention' not in zh and '总体' in zh and '受限' in zh
    assert 'Attack prevention' in en and '攻击预防' not in en and 'limited' in en
    cli.environment['LC_ALL'] = 'zh_CN.UTF-8'
    assert cli.done('score', '2026') == zh
    assert '�' not in zh
    assert '附上证据' in cli.done('journal') and '攻防演习总结_2026.md' in cli.done('journal')


def test_options_anywhere(cli):
    cycle = start(cli, objects=False)
    cli.done('rate', '--note', '-', '2025', 'PM.01.1.H.01', '--', '-')
    cli.done('--lang', 'en', 'rate', '2025', '--note=a = b', 'PM.01.1.H.01', 'F')
    assert cli.json('score', '--lang', 'zh', cycle)['overall']['coverage']['answered'] == 1
    cli.done('org', 'add', '--', '--help')
    assert [entry['name'] for entry in cli.json('org', 'list')][-1] == '--help'


def test_hostile(cli):
    """what nobody sane would type: refused or stored, never a crash"""
    start(cli, objects=False)
    for args in ([b'score', b'\xff\xfe'], [b'rate', b'2025', b'PM.01.1.H.01', b'F', b'--note', b'\xc3'], [b'\xff'], [b'--\xff']):
        done = subprocess.run([os.fsencode(part) for part in cli.command([])] + args, capture_output=True, env=cli.environment, check=False)
        assert done.returncode == 2 and done.stderr.count(b'\n') == 1, (args, done)
    name = os.fsencode(str(cli.folder)) + b'/\xff\xfe name.txt'
    Path(os.fsdecode(name)).write_text('x')
    done = subprocess.run([os.fsencode(part) for part in cli.command(['evidence', 'add', '2025', 'PM.01.1.H.01'])] + [name],
                          capture_output=True, env=cli.environment, check=False)
    assert done.returncode == 0, done
    long_csv = cli.folder / 'long.csv'
    long_csv.write_text('code,rating,note\nPM.01.1.H.01,F,' + '长' * 3500000 + '\n')
    assert cli.run('rate', '2025', '--import', str(long_csv), status=1)[1].count('\n') <= 2
    for text in ('\x1b[2J\x07', '=1+1', "'; DROP TABLE answer; --", '<b>&amp;</b>', '%s%n', '两行\n文字'):
        done = subprocess.run(cli.command(['rate', '2025', 'PM.01.1.H.01', 'F', '--note', text]), capture_output=True,
                              env=cli.environment, check=False)
        assert done.returncode in (0, 1), done
    out, _ = cli.run('journal')
    assert '\x1b' not in out
    cli.done('check')


def test_model_files(cli):
    """validate, install, list, remove"""
    bad = cli.folder.parent / 'bad.json'
    bad.write_text('{"format": "octant-model/1"')
    err = cli.run('model', 'validate', str(bad), status=1)[1]
    assert ': ' in err
    model = json.loads(MODEL_FILE.read_text())
    model['subdomains'][0]['weight'] = -1
    model['requirements'][0]['text']['en'] = ''
    bad.write_text(json.dumps(model, ensure_ascii=False))
    lines = cli.run('model', 'validate', str(bad), status=1)[1].splitlines()
    assert any(line.startswith('/subdomains/0/weight: ') for line in lines), lines
    assert any(line.startswith('/requirements/0/text/en: ') for line in lines), lines
    assert cli.run('model', 'validate', str(MODEL_FILE))[1] == ''
    assert cli.json('model', 'show', 'sf-ccmm') == json.loads(MODEL_FILE.read_text())
    shown = cli.done('--lang', 'zh', 'model', 'show', 'sf-ccmm@1.0.0')
    for word in ('AP.01.1.H.01', 'OBJ-TRD', 'futures', 'wpdrrc', '17/20'):
        assert word in shown, word
    model = json.loads(MODEL_FILE.read_text())
    model['version'] = '1.0.1'
    good = cli.folder.parent / 'good.json'
    good.write_text(json.dumps(model, ensure_ascii=False))
    cli.done('model', 'install', str(good))
    assert [entry['version'] for entry in cli.json('model', 'list')] == ['1.0.1', '1.0.0']
    cli.done('org', 'add', '甲')
    cli.done('cycle', 'new', 'c', '--org', '甲', '--model', 'sf-ccmm@1.0.1')
    assert 'c' in cli.refused('model', 'remove', 'sf-ccmm@1.0.1')
    cli.done('cycle', 'delete', 'c', '--yes')
    cli.done('model', 'remove', 'sf-ccmm@1.0.1')
    assert len(cli.json('model', 'list')) == 1


def test_portal(cli):
    """a folder that the document portal lends is no place for a database, by whatever way it is named"""
    lent = cli.folder.parent / 'run' / 'doc' / '4af3c1'
    lent.mkdir(parents=True)
    (cli.folder.parent / 'link').symlink_to(lent)
    for folder in (lent, lent / 'octant', cli.folder.parent / 'link', Path('/run/user/1/doc/4af3c1')):
        other = Cli(folder)
        other.environment['XDG_RUNTIME_DIR'] = str(cli.folder.parent / 'run')
        assert 'lent by a portal' in other.refused('org', 'add', '乙')
    assert not list(lent.iterdir())


def test_second_instance(cli):
    """who comes second is told, and the first is not disturbed"""
    first = subprocess.Popen(cli.command(['demo']), stdout=subprocess.DEVNULL, env=cli.environment)
    while not (cli.folder / 'evidence').exists() or not any((cli.folder / 'evidence').iterdir()):
        assert first.poll() is None, 'the first was done before it could be stopped'
    first.send_signal(signal.SIGSTOP)
    try:
        for args in (['score', '2026'], ['org', 'add', '乙'], ['demo']):
            cli.refused(*args)
    finally:
        first.send_signal(signal.SIGCONT)
    assert first.wait() == 0
    assert len(cli.json('cycle', 'list')) == 3
    cli.done('check')


def test_killed(cli):
    """killed at any moment, what was acknowledged is there and the data are sound"""
    start(cli, objects=False)
    model = json.loads(MODEL_FILE.read_text())
    codes = [entry['code'] for entry in model['requirements'] if entry['subdomain'].startswith('PM')]
    chance = random.Random(20261122)
    acknowledged = []
    for code in codes[:24]:
        process = subprocess.Popen(cli.command(['rate', '2025', code, 'F']), env=cli.environment)
        deadline = time.monotonic() + chance.random() * 0.03
        while time.monotonic() < deadline and process.poll() is None:
            pass
        process.send_signal(signal.SIGKILL)
        if process.wait() == 0:
            acknowledged.append(code)
    answered = {entry['subject'] for entry in cli.json('journal') if entry['kind'] == 'rate'}
    assert set(acknowledged) <= answered, set(acknowledged) - answered
    cli.done('check')


def test_no_room_to_speak(cli):
    start(cli, objects=False)
    with open('/dev/full', 'wb') as full:
        done = subprocess.run(cli.command(['score', '2025']), stdout=full, stderr=subprocess.PIPE, env=cli.environment, check=False)
    assert done.returncode == 1 and done.stderr.count(b'\n') == 1, done


if __name__ == '__main__':
    main([case for name, case in list(globals().items()) if name.startswith('test_')])
