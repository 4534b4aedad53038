#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Octant contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds model/schema.json and the validator against each other, and the content hash against another writer.

What the schema refuses the validator must refuse; what only the validator knows is marked in mutations.json.
"""

import copy
import hashlib
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import jsonschema

TOOL, MODELS, DATA = sys.argv[1], pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3])
number = 0
failed = 0


def ok(condition, name):
    global number, failed
    number += 1
    failed += not condition
    print(f"{'ok' if condition else 'not ok'} {number} {name}", flush=True)


def canonical_hash(document):
    text = json.dumps(document, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


def judge(texts):
    """The validator's answer to each text: a hash or "refused"."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for i, text in enumerate(texts):
            path = pathlib.Path(folder, f"{i}.json")
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
        answer = subprocess.run([TOOL, *paths], check=True, capture_output=True, text=True)
    return answer.stdout.split()


def shuffled(document, rng):
    if isinstance(document, dict):
        names = list(document)
        rng.shuffle(names)
        return {name: shuffled(document[name], rng) for name in names}
    if isinstance(document, list):
        return [shuffled(value, rng) for value in document]
    return document


def tokens(pointer):
    return [t.replace("~1", "/").replace("~0", "~") for t in pointer.split("/")[1:]]


def find(document, path):
    for token in path:
        document = document[int(token)] if isinstance(document, list) else document[token]
    return document


def put(document, path, value):
    if not path:
        return value
    container = find(document, path[:-1])
    container[int(path[-1]) if isinstance(container, list) else path[-1]] = value
    return document


def remove(document, path):
    container = find(document, path[:-1])
    del container[int(path[-1]) if isinstance(container, list) else path[-1]]
    return document


def apply(document, mutation):
    document = copy.deepcopy(document)
    path = tokens(mutation["path"])
    if mutation["op"] == "set":
        return put(document, path, mutation["value"])
    if mutation["op"] == "remove":
        return remove(document, path)
    other = tokens(mutation["with"])
    left, right = find(document, path), find(document, other)
    return put(put(document, path, right), other, left)


def places(document, path=()):
    if path:
        yield path
    if isinstance(document, dict):
        for name, value in document.items():
            yield from places(value, (*path, name))
    elif isinstance(document, list):
        for i, value in enumerate(document):
            yield from places(value, (*path, str(i)))


def random_mutant(document, rng):
    document = copy.deepcopy(document)
    path = list(rng.choice(list(places(document))))
    values = [None, True, False, 0, 1, 2, -1, 10**10, 0.5, "", " ", "x", "R1", "1/2", "7/3", "0", "AA", "AA.01", "1.0.0",
              [], {}, ["x"], {"zh": "一", "en": "x"}, "retired", "\u0001", copy.deepcopy(find(document, rng.choice(list(places(document)))))]
    if rng.random() < 0.25:
        return remove(document, path)
    if rng.random() < 0.15 and isinstance(find(document, path), dict):
        path.append("extra")
    return put(document, path, rng.choice(values))


def main():
    schema = json.loads((MODELS / "schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    rng = random.Random(20261122)

    for path in (MODELS / "sf-ccmm-1.0.json", DATA / "small.json"):
        text = path.read_text(encoding="utf-8")
        document = json.loads(text)
        errors = [e.json_path for e in validator.iter_errors(document)]
        ok(errors == [], f"schema takes {path.name} {errors[:3]}")
        expected = canonical_hash(document)
        texts = [text, json.dumps(document), json.dumps(shuffled(document, rng), indent=3, ensure_ascii=False),
                 json.dumps(shuffled(document, rng), separators=(" ,\t", "\r\n: "))]
        ok(judge(texts) == [expected] * 4, f"hash of {path.name} is that of its content")

    small = json.loads((DATA / "small.json").read_text(encoding="utf-8"))
    changed = copy.deepcopy(small)
    changed["title"]["en"] += "!"
    ok(judge([json.dumps(changed)]) == [canonical_hash(changed)] != [canonical_hash(small)], "another text, another hash")

    mutations = json.loads((DATA / "mutations.json").read_text(encoding="utf-8"))
    mutants = [apply(small, m) for m in mutations]
    answers = judge([json.dumps(m) for m in mutants])
    for mutation, mutant, answer in zip(mutations, mutants, answers, strict=True):
        ok((not validator.is_valid(mutant)) == mutation["schema"]
           and (answer == "refused") == bool(mutation["faults"]), mutation["name"])

    mutants = [random_mutant(small, rng) for _ in range(400)]
    answers = judge([json.dumps(m) for m in mutants])
    by_schema = [not validator.is_valid(m) for m in mutants]
    by_both = [a == "refused" for a in answers]
    stricter = [json.dumps(m) for m, s, c in zip(mutants, by_schema, by_both, strict=True) if s and not c]
    ok(not stricter, "the validator refuses whatever the schema refuses")
    ok(200 < sum(by_schema) <= sum(by_both) < 400, f"of 400 random mutants {sum(by_schema)} and {sum(by_both)} refused")
    taken = [(m, a) for m, a in zip(mutants, answers, strict=True) if a != "refused"]
    ok(all(a == canonical_hash(m) for m, a in taken), f"hashes of the {len(taken)} valid mutants")
    print(f"1..{number}")
    return failed > 0


sys.exit(main())
