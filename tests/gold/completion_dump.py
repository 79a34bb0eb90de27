#!/usr/bin/env python3
"""Write who might fill the roles that rules leave empty, with what readers hold right.

usage: completion_dump.py BIN articles TEXTS GOLD.jsonl DOCS >DUMP
       completion_dump.py BIN batches FILE.batch... >DUMP
       completion_dump.py BIN judged CORPUS.jsonl JUDGED.tsv... >DUMP

TEXTS is a folder of *.txt or a corpus (*.jsonl). One JSON object a trigger: doc, relation,
word, text, act (cues), sources and targets ([group, cues]), pairs ([source, target, cues,
"right", "optional", "like" (another relation of the sign) or "wrong", told before]) and what
the rules found in the document. completion.py fits on such files.
"""
import json
import re
import sys
from pathlib import Path

import texts

import run

RELATION = re.compile(r"^\S* \S+: (.+) ([a-z_]+) (.+) \[[a-z]+[, ]")


def documents(lines):
    """The triggers and the relations of every document of the trace."""
    triggers, found, over, text = [], [], False, ""
    for line in lines:
        line = line.rstrip("\n")
        if line == "relations:":
            over = True
            continue
        match = RELATION.match(line) if over else None
        if match:
            found.append(match.groups())
            continue
        if over and not line.startswith("    "):
            yield triggers, found
            triggers, found, over = [], [], False
        if line and not line.startswith(" "):
            text = line
        head, _, cues = line.partition(": ")
        part = head.split()
        if line.startswith("    lacking "):
            triggers.append({"relation": part[1], "word": int(part[2]), "text": text,
                             "act": cues.split(), "sources": [], "targets": [], "pairs": []})
        elif line.startswith(("      source ", "      target ")):
            triggers[-1][part[0] + "s"].append([head.split(None, 2)[2], cues.split()])
        elif line.startswith("      pair "):
            triggers[-1]["pairs"].append([int(part[1]), int(part[2]), cues.split()])
    yield triggers, found


def explain(folder, files):
    trace = texts.output(f"{folder}/ent-why", "--explain", "--candidates", *files)
    return documents(trace.splitlines())


def explain_texts(folder, place, docs):
    """The documents of a folder of *.txt or of a corpus, each with its trace."""
    if Path(place).is_file():
        records = texts.read_corpus(set(docs), place)
        with texts.jsonl_file(records) as name:
            return list(zip((r["id"] for r in records), explain(folder, [name])))
    docs = [d for d in docs if Path(f"{place}/{d}.txt").exists()]
    return list(zip(docs, explain(folder, [f"{place}/{d}.txt" for d in docs])))


def write(doc, triggers, found, judge, symmetric):
    known = [(s, t) for s, _, t in found]
    for trigger in triggers:
        relation = trigger["relation"]
        if not trigger["pairs"]:
            continue
        done = [[s, t] for s, r, t in found if r == relation]
        done += [[t, s] for s, t in done] if relation in symmetric else []
        for pair in trigger["pairs"]:
            source, target = trigger["sources"][pair[0]][0], trigger["targets"][pair[1]][0]
            pair += [judge(source, relation, target),
                     any(c.startswith("pair.tie=told") for c in pair[2])]
        print(json.dumps({"doc": doc, **trigger, "found": done, "all": found}, ensure_ascii=False))


def articles(folder, place, gold_path, docs_path):
    score = texts.load_score()
    canon = score.load_aliases(texts.GOLD / "aliases.tsv")
    gold = texts.read_jsonl(gold_path)
    docs = texts.read_docs(docs_path)
    for doc, (triggers, found) in explain_texts(folder, place, docs):
        rows = [g for g in gold if g["doc"] == doc]

        def judge(source, relation, target):
            record = {"doc": doc, "relation": relation, "source": {"group": source},
                      "target": {"group": target}}
            hits = [g for g in rows if score.match(g, record, "triple", canon)]
            if any(not g.get("optional") for g in hits):
                return "right"
            like = any(score.match(g, record, "sign", canon) for g in rows)
            return "optional" if hits else "like" if like else "wrong"
        write(doc, triggers, found, judge, score.SYMMETRIC)


def batches(folder, paths):
    canon = run.load_aliases(run.ALIASES)
    for path in map(Path, paths):
        items = run.read_batch(path)
        with texts.jsonl_file(run.records(items)) as name:
            for item, (triggers, found) in zip(items, explain(folder, [name])):
                def judge(source, relation, target):
                    record = {"relation": relation, "source": {"group": source},
                              "target": {"group": target}}
                    hits = [g for g in item["gold"] if run.match(g, record, canon)]
                    firm = any(not g["optional"] for g in hits)
                    return "right" if firm else "optional" if hits else "wrong"
                write(item["where"], triggers, found, judge, run.SYMMETRIC)


def judged(folder, corpus, paths):
    """Only triggers of which some pair was judged."""
    verdicts = texts.read_verdicts(*paths)
    for doc, (triggers, found) in explain_texts(folder, corpus, {key[0] for key in verdicts}):
        def judge(source, relation, target):
            return "right" if verdicts.get((doc, source, relation, target)) else "wrong"
        seen = [t for t in triggers
                if any((doc, t["sources"][p[0]][0], t["relation"], t["targets"][p[1]][0])
                       in verdicts for p in t["pairs"])]
        write(doc, seen, found, judge, set())


def main():
    if len(sys.argv) == 6 and sys.argv[2] == "articles":
        articles(sys.argv[1], *sys.argv[3:])
    elif len(sys.argv) > 3 and sys.argv[2] == "batches":
        batches(sys.argv[1], sys.argv[3:])
    elif len(sys.argv) > 4 and sys.argv[2] == "judged":
        judged(sys.argv[1], sys.argv[3], sys.argv[4:])
    else:
        sys.exit(__doc__)


main()
