#!/usr/bin/env python3
"""Precision on the relations of real news that a reader judged, by least confidence.

usage: ent-extract --min-confidence 0 CORPUS.jsonl | judged.py JUDGED.tsv [--lines]

--lines prints them as lines that confidence.py reads (with their sentences) instead.
"""
import json
import sys

judged = {}
for line in open(sys.argv[1], encoding="utf-8"):
    if not line.startswith("#"):
        *key, right = line.rstrip("\n").split("\t")
        judged[tuple(key)] = int(right)
found, rows = 0, []
for line in sys.stdin:
    r = json.loads(line)
    key = (r["doc"], r["source"]["group"], r["relation"], r["target"]["group"])
    found += 1
    if key in judged:
        rows.append((r["confidence"], judged[key], r["sentence"].replace("\t", " "), key))
if "--lines" in sys.argv:
    for _, right, sentence, key in rows:
        print(sentence, *key[1:], right, sep="\t")
else:
    print(f"{found} relations, {len(rows)} of them judged")
    for least in (0, 0.5, 0.55, 0.6, 0.65, 0.7):
        kept = [right for confidence, right, *_ in rows if confidence >= least]
        if kept:
            print(f"confidence >= {least:.2f}: {len(kept):4} judged, "
                  f"{sum(kept) / len(kept):.2f} right")
