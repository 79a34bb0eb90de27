#!/usr/bin/env python3
"""Measure the actors found in documents against the actors of gold relations.

usage: actors.py GOLD.jsonl ACTORS.conllu [--docs FILE] [--score DIR] [--floors SET] [--errors]

GOLD.jsonl holds relations as score.py reads them; ACTORS.conllu is what ent-actors wrote,
documents named by "# newdoc id". Prints two figures:

    found   share of the (document, group) pairs of firm relations that some mention has
    false   share of the (document, group) pairs found, not only as a place, an adjective or
            a thing, that no relation of the document (firm or optional) has; of all
            documents, then of those that have relations

--score DIR is the folder of score.py, whose rules say when two names mean one actor.
--floors SET fails (1) below the floor that linking-floors.tsv has for the set.
"""
import argparse
import sys
from collections import defaultdict
from pathlib import Path

import entities
import texts

HERE = Path(__file__).resolve().parent


def read_actors(path):
    """{doc: {(group, name): kinds of mentions}}"""
    docs = {}
    with open(path, encoding="utf-8") as lines:
        found = entities.read_entities(lines)
    for doc, mentions in found.items():
        docs[doc] = defaultdict(set)
        for m in mentions:
            if m["group"] is not None:
                weak = {"place", "thing", "adjective"} & set(m["flags"])
                docs[doc][m["group"], m["name"]].add("weak" if weak else m["flags"][0])
    return docs


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("gold")
    ap.add_argument("actors")
    ap.add_argument("--docs")
    ap.add_argument("--score", default=texts.GOLD)
    ap.add_argument("--floors")
    ap.add_argument("--errors", action="store_true")
    a = ap.parse_args()
    score = texts.load_score(a.score)
    canon = score.load_aliases(Path(a.score) / "aliases.tsv")
    found = read_actors(a.actors)
    docs = set(texts.read_docs(a.docs)) if a.docs else set(found)
    gold = [g for g in texts.read_jsonl(a.gold) if g["doc"] in docs]

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
    if a.floors:
        figures = {(a.floors, "gold", "found"): hits / total if total else 0}
        sys.exit(texts.below_floors(HERE / "linking-floors.tsv", figures))


if __name__ == "__main__":
    main()
