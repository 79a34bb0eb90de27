#!/usr/bin/env python3
"""Ask ent-extract for the PLOVER class of the sentences of en-classes.tsv.

usage: classes.py BIN [--errors]

Prints by class how many of the sentences have a relation of it, with --open-actors and the
default confidence; --errors lists the others. Fails (1) below FLOOR.
"""
import argparse
import collections
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
FLOOR = 0.66


def main():
    options = argparse.ArgumentParser()
    options.add_argument("bin")
    options.add_argument("--errors", action="store_true")
    given = options.parse_args()
    lines = [line.rstrip("\n").split("\t")
             for line in open(HERE / "en-classes.tsv", encoding="utf-8")
             if line.strip() and not line.startswith("#")]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as docs:
        for n, (_, text) in enumerate(lines):
            json.dump({"id": str(n), "lang": "en", "text": text}, docs)
            docs.write("\n")
        docs.flush()
        done = subprocess.run([f"{given.bin}/ent-extract", "--open-actors", docs.name],
                              check=True, stdout=subprocess.PIPE)
    found = collections.defaultdict(set)
    for line in done.stdout.decode("utf-8").splitlines():
        record = json.loads(line)
        found[int(record["doc"])].add(record.get("plover"))
    counts = collections.defaultdict(lambda: [0, 0])
    for n, (name, text) in enumerate(lines):
        for key in (name, "all"):
            counts[key][0] += name in found[n]
            counts[key][1] += 1
        if given.errors and name not in found[n]:
            print(f"{name}\t{text}\t{' '.join(sorted(map(str, found[n])))}")
    for key in sorted(counts, key=lambda k: (k == "all", k)):
        print(f"{key:10} {counts[key][0]:3} of {counts[key][1]:3}")
    sys.exit(counts["all"][0] / counts["all"][1] < FLOOR)


if __name__ == "__main__":
    main()
