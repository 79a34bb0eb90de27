#!/usr/bin/env python3
"""Ask ent-extract for the PLOVER class of the sentences of en-classes.tsv.

usage: classes.py BIN [--errors]

Prints by class how many of the sentences have a relation of it, with --open-actors and the
default confidence; --errors lists the others. Fails (1) below the floor in floors.tsv.
"""
import argparse
import collections
import sys

from run import HERE, texts

SENTENCES = HERE / "en-classes.tsv"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("bin")
    options.add_argument("--errors", action="store_true")
    given = options.parse_args()
    rows = list(texts.read_rows(SENTENCES))
    records = [{"id": str(n), "lang": "en", "text": text} for n, (_, text) in enumerate(rows)]
    found = texts.extract(given.bin, records, "--open-actors")
    counts = collections.defaultdict(lambda: [0, 0])
    for n, (name, text) in enumerate(rows):
        classes = {str(relation.get("plover")) for relation in found.get(str(n), ())}
        for key in (name, "all"):
            counts[key][0] += name in classes
            counts[key][1] += 1
        if given.errors and name not in classes:
            print(f"{name}\t{text}\t{' '.join(sorted(classes))}")
    for key in sorted(counts, key=lambda k: (k == "all", k)):
        print(f"{key:10} {counts[key][0]:3} of {counts[key][1]:3}")
    figures = {(SENTENCES.name,): counts["all"][0] / counts["all"][1]}
    sys.exit(texts.below_floors(HERE / "floors.tsv", figures))


if __name__ == "__main__":
    main()
