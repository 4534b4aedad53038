#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes versions-1.json and versions-2.json: one model, and the next major version of it.

Run it here after a change; both files are kept, so that the tests need no Python. Between the two lies everything that
model/README.md allows:

  AA       weight 2 → 1
  AA.01    renamed, with its former name as alias
    1.W.02   split into 1.W.03 and 1.W.04
    2.W.01   reworded (rev 2)
    2.W.02   retired without a successor
  AA.02    weight 1 → 3
    1.W.01, 1.W.02   merged into 1.W.03
    2.W.01   rated for each object, as before
    2.W.02   new, supersedes nothing
  BB.01
    2.W.01   superseded by 2.W.02 in 1.1.0, and that by 2.W.03 in 2.0.0
  BB.02    retired
    1.W.01   moved to CC.01.1.W.01
    2.W.01   retired without a successor
  CC       a new domain with the sub-domain CC.01
    2.W.01   new
"""

import copy
import json
import pathlib

HERE = pathlib.Path(__file__).parent


def base():
    model = json.loads((HERE / 'small.json').read_text())
    model['id'] = 'versions'
    model['title'] = {'zh': '两版模型', 'en': 'A model of two versions'}
    model['levels'] = model['levels'][:2]
    model['scoring']['values'] = {'N': 0, 'P': '1/3', 'L': '2/3', 'F': 1}
    model['scoring']['attain_rating'] = 'L'
    model['scoring']['confidence']['required_strength'] = [1, 2]
    return model


def domain(code, weight):
    return {'code': code, 'name': {'zh': f'领域{code}', 'en': f'Domain {code}'}, 'weight': weight, 'aliases': []}


def subdomain(template, code, weight=1, since='1.0.0', status='active', name=None, aliases=(), gate=False):
    made = copy.deepcopy(template)
    made.pop('standard_note', None)
    made.pop('remark', None)
    made.update(code=code, domain=code[:2], weight=weight, since=since, status=status, gate=gate, aliases=list(aliases),
                name=name or {'zh': f'子域{code}', 'en': f'Sub-domain {code}'})
    return made


def requirement(template, code, scope='org', since='1.0.0', rev=1, by=None, retired=None, supersedes=None):
    made = copy.deepcopy(template)
    name, level, aspect, _number = code.rsplit('.', 3)
    word = {1: ('', ''), 2: ('（修订）', ', reworded')}[rev]
    made.update(code=code, subdomain=name, level=int(level), aspect=aspect, scope=scope, since=since, rev=rev,
                text={'zh': f'{code} 的要求{word[0]}', 'en': f'What {code} asks for{word[1]}'})
    if retired is not None:
        made.update(status='retired', retired_in=retired, superseded_by=by)
    if supersedes is not None:
        made['supersedes'] = supersedes
    return made


def first():
    model = base()
    s, r = model['subdomains'][0], model['requirements'][0]
    model['version'] = '1.0.0'
    model['domains'] = [domain('AA', 2), domain('BB', 1)]
    model['subdomains'] = [subdomain(s, 'AA.01', gate=True), subdomain(s, 'AA.02'), subdomain(s, 'BB.01'),
                           subdomain(s, 'BB.02')]
    model['requirements'] = [
        requirement(r, 'AA.01.1.W.01'), requirement(r, 'AA.01.1.W.02'),
        requirement(r, 'AA.01.2.W.01'), requirement(r, 'AA.01.2.W.02'),
        requirement(r, 'AA.02.1.W.01'), requirement(r, 'AA.02.1.W.02'),
        requirement(r, 'AA.02.2.W.01', scope='object'),
        requirement(r, 'BB.01.1.W.01'), requirement(r, 'BB.01.2.W.01'),
        requirement(r, 'BB.02.1.W.01'), requirement(r, 'BB.02.2.W.01'),
    ]
    return model


def second():
    model = base()
    s, r = model['subdomains'][0], model['requirements'][0]
    new = '2.0.0'
    model['version'] = new
    model['domains'] = [domain('AA', 1), domain('BB', 1), domain('CC', 1)]
    model['subdomains'] = [
        subdomain(s, 'AA.01', gate=True, name={'zh': '资产总览', 'en': 'Overview of assets'}, aliases=['Sub-domain AA.01']),
        subdomain(s, 'AA.02', weight=3), subdomain(s, 'BB.01'), subdomain(s, 'BB.02', status='retired'),
        subdomain(s, 'CC.01', since=new)]
    model['requirements'] = [
        requirement(r, 'AA.01.1.W.01'),
        requirement(r, 'AA.01.1.W.02', retired=new, by=['AA.01.1.W.03', 'AA.01.1.W.04']),
        requirement(r, 'AA.01.1.W.03', since=new, supersedes=['AA.01.1.W.02']),
        requirement(r, 'AA.01.1.W.04', since=new, supersedes=['AA.01.1.W.02']),
        requirement(r, 'AA.01.2.W.01', rev=2),
        requirement(r, 'AA.01.2.W.02', retired=new, by=[]),
        requirement(r, 'AA.02.1.W.01', retired=new, by=['AA.02.1.W.03']),
        requirement(r, 'AA.02.1.W.02', retired=new, by=['AA.02.1.W.03']),
        requirement(r, 'AA.02.1.W.03', since=new, supersedes=['AA.02.1.W.01', 'AA.02.1.W.02']),
        requirement(r, 'AA.02.2.W.01', scope='object'),
        requirement(r, 'AA.02.2.W.02', since=new),
        requirement(r, 'BB.01.1.W.01'),
        requirement(r, 'BB.01.2.W.01', retired='1.1.0', by=['BB.01.2.W.02']),
        requirement(r, 'BB.01.2.W.02', since='1.1.0', retired=new, by=['BB.01.2.W.03'], supersedes=['BB.01.2.W.01']),
        requirement(r, 'BB.01.2.W.03', since=new, supersedes=['BB.01.2.W.02']),
        requirement(r, 'BB.02.1.W.01', retired=new, by=['CC.01.1.W.01']),
        requirement(r, 'BB.02.2.W.01', retired=new, by=[]),
        requirement(r, 'CC.01.1.W.01', since=new, supersedes=['BB.02.1.W.01']),
        requirement(r, 'CC.01.2.W.01', since=new),
    ]
    return model


for name, model in (('versions-1.json', first()), ('versions-2.json', second())):
    (HERE / name).write_text(json.dumps(model, ensure_ascii=False, indent=1) + '\n')
