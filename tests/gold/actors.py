#!/usr/bin/env python3
"""Measure the actors found in documents against the actors of gold relations.

usage: actors.py GOLD.jsonl ACTORS.conllu [--docs FILE] [--score DIR] [--errors]

GOLD.jsonl holds relations as score.py reads them; ACTORS.conllu is what ent-actors wrote,
documents named by "# newdoc id". Prints two figures:

    found   share of the (document, group) pairs of firm relations that some mention has
    false   share of the (document, group) pairs found, not only as a place, an adjective or
            a thing, that no relation of the document (firm or optional) has; of all
            documents, then of those that have relations

--score DIR is the folder of score.py, whose rules say when two names mean one actor.
"""
import argparse
import importlib.util
import re
import sys
from collections import defaultdict
from pathlib import Path
from urllib.parse import unquote


def load_score(folder):
    spec = importlib.util.spec_from_file_location("score", Path(folder) / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_mentions(path):
    """{doc: {(group, name): kinds of mentions}} of a CoNLL-U file with Entity= and Actor=."""
    docs, doc = defaultdict(lambda: defaultdict(set)), ""
    actors, kinds = {}, []

    def flush():
        for eid, kind in kinds:
            if eid in actors:
                docs[doc][actors[eid]].add(kind)
        actors.clear()
        kinds.clear()

    for line in open(path, encoding="utf-8"):
        if line.startswith("# newdoc id = "):
            flush()
            doc = line.split("= ", 1)[1].strip()
            docs[doc]
        columns = line.rstrip("\n").split("\t")
        if len(columns) != 10:
            continue
        for item in columns[9].split("|"):
            if item.startswith("Actor="):
                for actor in item[6:].split(","):
                    eid, group, name = [unquote(x) for x in actor.split(":")[:3]]
                    actors[eid] = (group, name)
            elif item.startswith("Entity="):
                for eid, other in re.findall(r"\((e\d+)-[^-()]*-\d+-([^()]*)", item):
                    flags = other.split(":")[0].split("+")
                    weak = {"place", "thing", "adjective"} & set(flags)
                    kinds.append((eid, "weak" if weak else flags[0]))
    flush()
    return docs


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("gold")
    ap.add_argument("actors")
    ap.add_argument("--docs")
    ap.add_argument("--score", default=str(Path(__file__).parents[3] / "shared/gold"))
    ap.add_argument("--errors", action="store_true")
    a = ap.parse_args()
    score = load_score(a.score)
    canon = score.load_aliases(Path(a.score) / "aliases.tsv")
    found = read_mentions(a.actors)
    docs = set(Path(a.docs).read_text().split()) if a.docs else set(found)
    gold = [g for g in score.read(a.gold) if g["doc"] in docs]

    firm, every = defaultdict(list), defaultdict(list)
    for g in gold:
        for side in ("source", "target"):
            every[g["doc"]].append(g[side])
            same = [x for x in firm[g["doc"]] if score.same(x, g[side], canon)]
            if not g.get("optional") and not same:
                firm[g["doc"]].append(g[side])
    system = {d: [{"group": k[0], "actor": k[1], "kinds": v} for k, v in found[d].items()]
              for d in docs}

    hits = missed = 0
    for d in sorted(docs):
        for g in firm[d]:
            if any(score.same(g, s, canon) for s in system[d]):
                hits += 1
            else:
                missed += 1
                if a.errors:
                    print(f"missed {d}: {g['group']} ({g['actor']})")
    right = wrong = calm = 0
    for d in sorted(docs):
        groups = []
        for s in system[d]:
            if s["kinds"] != {"weak"} and s["group"] not in groups:
                groups.append(s["group"])
        for group in groups:
            names = [s for s in system[d] if s["group"] == group]
            if any(score.same(g, s, canon) for g in every[d] for s in names):
                right += 1
            else:
                wrong += 1
                calm += not every[d]
                if a.errors:
                    print(f"extra  {d}: {group} {sorted(set().union(*(s['kinds'] for s in names)))}")
    total = hits + missed
    print(f"found {hits / total if total else 0:.3f} ({hits} of {total} document-group pairs)")
    print(f"false {wrong / (right + wrong) if right + wrong else 0:.3f} "
          f"({wrong} of {right + wrong} groups found as actors)")
    wrong -= calm
    print(f"false {wrong / (right + wrong) if right + wrong else 0:.3f} "
          f"({wrong} of {right + wrong} in documents that have relations)")


if __name__ == "__main__":
    main()
