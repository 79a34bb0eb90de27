#!/usr/bin/env python3
"""Score whom pronouns and descriptions are taken for, against labelled ones.

usage: reference.py REFERENCE.tsv ACTORS.conllu [--gold DIR] [--data DIR] [--fold K/N]
                    [--floors SET] [--errors]

REFERENCE.tsv: doc, start, end, surface, group, class (pronoun or description) as in
mentions/README.md; the group "-" says that no actor is meant. ACTORS.conllu is what ent-actors
wrote. Prints for each class and for both, in each language (doc names begin with it), the
precision of the answers given to labelled words, the recall of those that mean an actor, and
F1. --fold 2/5 keeps every fifth document, from the second. --floors SET fails (1)
below the floors that linking-floors.tsv has for the set.
"""
import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

import linking
import texts

HERE = Path(__file__).resolve().parent


def read_labels(path, linker, fold):
    """{doc: labelled words}; `groups` is empty where no actor is meant."""
    docs = defaultdict(list)
    for doc, start, end, surface, group, kind in texts.read_rows(path):
        docs[doc].append({"start": int(start), "end": int(end), "text": surface,
                          "groups": [] if group == "-" else linker.sets(group),
                          "raw": group, "class": kind})
    if fold:
        k, n = map(int, fold.split("/"))
        docs = {d: docs[d] for i, d in enumerate(sorted(docs)) if i % n == k - 1}
    return docs


def answer(label, system):
    """The system's mention of the labelled word, the closest in extent."""
    best = max(system, key=lambda s: linking.closeness(label, s), default=None)
    if best is None or not linking.closeness(label, best):
        return None
    if label["class"] == "pronoun" and best["end"] - best["start"] > \
            label["end"] - label["start"] + 3:
        return None  # a phrase around a possessive is no answer to it
    return best


def judge(doc, labels, system, tally, report):
    for label in labels:
        got = answer(label, system)
        right = bool(got and label["groups"] and linking.agree(label, got))
        for scope in (label["class"], "both", label["class"] + " " + doc[:2], "both " + doc[:2]):
            tally[scope, "given"] += got is not None
            tally[scope, "right"] += right
            tally[scope, "meant"] += bool(label["groups"])
        if not right and (got or label["groups"]):
            report(f"{'wrong ' if got else 'missed'} {label['class']:11} {doc} "
                   f"{label['start']}: {label['raw']}, got "
                   f"{'/'.join(sorted(got['groups'])) if got else '-'} in "
                   f"{linking.context(doc, label)}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("labels", type=Path)
    parser.add_argument("system", type=Path)
    parser.add_argument("--gold", type=Path, default=texts.GOLD)
    parser.add_argument("--data", type=Path, default=texts.DATA / "actors")
    parser.add_argument("--fold")
    parser.add_argument("--floors")
    parser.add_argument("--errors", action="store_true")
    a = parser.parse_args()
    linker = linking.Linker(a.gold, a.data)
    linking.STATES.update(linker.score.STATES)
    labels = read_labels(a.labels, linker, a.fold)
    system = linking.read_system(a.system, linker)
    tally, figures = Counter(), {}
    for doc in sorted(labels):
        for text in HERE.glob(f"*/{doc}.txt") if a.errors else ():
            linking.TEXT[doc] = text.read_text(encoding="utf-8")
        judge(doc, labels[doc], system[doc], tally, print if a.errors else lambda line: None)
    for scope in sorted({s for s, _ in tally}):
        p = tally[scope, "right"] / max(1, tally[scope, "given"])
        r = tally[scope, "right"] / max(1, tally[scope, "meant"])
        figures[a.floors, scope, "F1"] = 2 * p * r / (p + r) if p + r else 0
        print(f"{scope.replace(' ', '_'):14} P {p:.3f} R {r:.3f} F1 "
              f"{figures[a.floors, scope, 'F1']:.3f}   right {tally[scope, 'right']} "
              f"of {tally[scope, 'given']} given, {tally[scope, 'meant']} meant")
    if a.floors:
        needed = [(a.floors, kind, "F1") for kind in ("pronoun", "description")]
        sys.exit(texts.below_floors(HERE / "linking-floors.tsv", figures, needed))


if __name__ == "__main__":
    main()
