#!/usr/bin/env python3
"""Write who might fill the roles that rules leave empty, with what readers hold right.

usage: completion_dump.py BIN articles TEXTS GOLD.jsonl DOCS >DUMP
       completion_dump.py BIN batches FILE.batch... >DUMP
       completion_dump.py BIN judged CORPUS.jsonl JUDGED.tsv... >DUMP

One JSON object a trigger: doc, relation, word, text, act (cues), sources and targets ([group, cues]),
pairs ([source, target, cues,
"right", "optional", "like" (another relation of the sign) or "wrong", told before]) and what the rules
found in the document. completion.py fits on such files.
"""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent / "corpus"), str(HERE.parents[2] / "shared" / "gold")]
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
            triggers.append({"relation": part[1], "word": int(part[2]), "text": text, "act": cues.split(), "sources": [],
                             "targets": [], "pairs": []})
        elif line.startswith(("      source ", "      target ")):
            triggers[-1][part[0] + "s"].append([head.split(None, 2)[2], cues.split()])
        elif line.startswith("      pair "):
            triggers[-1]["pairs"].append([int(part[1]), int(part[2]), cues.split()])
    yield triggers, found


def explain(folder, files):
    done = subprocess.run([f"{folder}/ent-why", "--explain", "--candidates", *files],
                          capture_output=True, text=True, check=True)
    return documents(done.stdout.splitlines())


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


def articles(folder, texts, gold_path, docs_path):
    import score
    canon = score.load_aliases(Path(score.__file__).with_name("aliases.tsv"))
    gold = score.read(gold_path)
    ids = [d for d in Path(docs_path).read_text().split() if Path(f"{texts}/{d}.txt").exists()]
    for doc, (triggers, found) in zip(ids, explain(folder, [f"{texts}/{d}.txt" for d in ids])):
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
    import run
    canon = run.load_aliases(run.SHARED)
    for path in map(Path, paths):
        items = run.read_batch(path)
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
            for n, item in enumerate(items):
                json.dump({"id": f"item{n}", "date": item["date"], "lang": item["lang"],
                           "text": item["text"]}, file, ensure_ascii=False)
                file.write("\n")
            file.flush()
            for item, (triggers, found) in zip(items, explain(folder, [file.name])):
                def judge(source, relation, target):
                    record = {"relation": relation, "source": {"group": source},
                              "target": {"group": target}}
                    hits = [g for g in item["gold"] if run.match(g, record, canon)]
                    firm = any(not g["optional"] for g in hits)
                    return "right" if firm else "optional" if hits else "wrong"
                write(item["where"], triggers, found, judge, run.SYMMETRIC)


def judged(folder, corpus, paths):
    """Only triggers of which some pair was judged."""
    verdicts = {}
    for path in paths:
        for line in open(path, encoding="utf-8"):
            if not line.startswith("#"):
                *key, right = line.rstrip("\n").split("\t")
                verdicts[tuple(key)] = right == "1"
    docs = {key[0] for key in verdicts}
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        kept = []
        for line in open(corpus, encoding="utf-8"):
            doc = json.loads(line)["id"]
            if doc in docs:
                kept.append(doc)
                file.write(line)
        file.flush()
        for doc, (triggers, found) in zip(kept, explain(folder, [file.name])):
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
