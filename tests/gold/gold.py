#!/usr/bin/env python3
"""Score ent-extract on every set of annotated documents.

usage: gold.py BIN [--relations]

Sets: the half of the gold standard that rules were tuned on (dev), the half that was only
scored (held), and all; our own articles: own, and of articles/ the part that rules were tuned
on (open) and that nobody has read (unseen); the articles of real news with the same two parts
(real, real-new). Prints the figures of each, also by language (with --relations per relation
too), and fails (1) when one is below its floor in floors.tsv.
"""
import json
import sys
from pathlib import Path

import texts
from texts import GOLD, HERE

# set: its documents, and where texts and relations of these are
SETS = {
    "dev": ("dev.docs", GOLD / "news", GOLD / "news.jsonl"),
    "held": ("held.docs", GOLD / "news", GOLD / "news.jsonl"),
    "all": ("dev.docs held.docs", GOLD / "news", GOLD / "news.jsonl"),
    "own": ("own/own.docs", HERE / "own", HERE / "own" / "own.jsonl"),
    "open": ("articles/open.docs", HERE / "articles", HERE / "articles" / "articles.jsonl"),
    "unseen": ("articles/unseen.docs", HERE / "articles", HERE / "articles" / "articles.jsonl"),
    "real": ("real/open.docs", None, HERE / "real" / "real.jsonl"),
    "real-new": ("real/unseen.docs", None, HERE / "real" / "real.jsonl"),
}


def docs_of(name):
    return [doc for path in SETS[name][0].split() for doc in texts.read_docs(HERE / path)]


def extract_all(folder):
    """All relations that ent-extract finds in the texts of a set, by folder of texts."""
    found = {}
    for place in {place for _, place, _ in SETS.values() if place}:
        found[place] = texts.output(Path(folder) / "ent-extract", *sorted(place.glob("*.txt")))
    real = {doc for name, (_, place, _) in SETS.items() if not place for doc in docs_of(name)}
    with texts.jsonl_file(texts.read_corpus(real)) as name:
        found[None] = texts.output(Path(folder) / "ent-extract", name)
    return {place: texts.parse_lines(lines) for place, lines in found.items()}


def parts_of(name):
    """A set and its parts by language, each with its documents; real news are all French."""
    docs = docs_of(name)
    yield name, docs
    if SETS[name][1]:
        yield f"{name}-fr", [d for d in docs if not d.startswith("en-")]
        yield f"{name}-en", [d for d in docs if d.startswith("en-")]


def score(gold, system, docs):
    """What score.py says of these documents."""
    wanted = set(docs)
    with texts.jsonl_file(r for r in gold if r["doc"] in wanted) as gold_path, \
            texts.jsonl_file(r for r in system if r["doc"] in wanted) as system_path, \
            texts.lines_file(docs) as docs_path:
        return json.loads(texts.output(sys.executable, GOLD / "score.py", gold_path, system_path,
                                       "--docs", docs_path, "--json"))


def show(name, result, relations):
    for level in ("triple", "sign", "pair"):
        m = result[level]
        name = f"{name:9} {level} P {m['precision']:.3f} R {m['recall']:.3f} F1 {m['f1']:.3f};"
    print(f"{name} status {result['status_accuracy']:.3f}")
    for relation, tally in result["relations"].items() if relations else ():
        right, wrong, missed = (tally.get(k, 0) for k in ("hit", "wrong", "missed"))
        print(f"    {relation:18} F1 {2 * right / (2 * right + wrong + missed):.3f}"
              f"   right {right:3}  wrong {wrong:3}  missed {missed:3}")


def main():
    options = [a for a in sys.argv[1:] if a.startswith("--")]
    names = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(names) != 1 or set(options) - {"--relations"}:
        sys.exit(__doc__)
    system, figures = extract_all(names[0]), {}
    for name, (_, place, gold_path) in SETS.items():
        gold = texts.read_jsonl(gold_path)
        for part, docs in parts_of(name):
            result = score(gold, system[place], docs)
            show(part, result, options and part == name)
            for level in ("triple", "sign", "pair"):
                for figure in ("precision", "recall", "f1"):
                    figures[part, f"{level}_{figure}"] = result[level][figure]
            figures[part, "status_accuracy"] = result["status_accuracy"]
    strange = texts.read_floors(HERE / "floors.tsv").keys() - figures.keys()
    for key in sorted(strange):
        print(f"{' '.join(key)} in floors.tsv is no figure")
    needed = [(name, "triple_f1") for name in SETS]
    sys.exit(texts.below_floors(HERE / "floors.tsv", figures, needed) or bool(strange))


if __name__ == "__main__":
    main()
