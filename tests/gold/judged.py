#!/usr/bin/env python3
"""Precision on the relations of real news that readers judged, by least confidence.

usage: ent-extract --min-confidence 0 CORPUS.jsonl | judged.py JUDGED.tsv...
"""
import sys

import texts

if len(sys.argv) < 2:
    sys.exit(__doc__)
verdicts = texts.read_verdicts(*sys.argv[1:])
relations = texts.parse_lines(sys.stdin.read())
rows = [(r["confidence"], verdicts[texts.key_of(r)]) for r in relations
        if texts.key_of(r) in verdicts]
print(f"{len(relations)} relations, {len(rows)} of them judged")
for least in (0, 0.5, 0.55, 0.6, 0.65, 0.7):
    kept = [right for confidence, right in rows if confidence >= least]
    if kept:
        print(f"confidence >= {least:.2f}: {len(kept):4} judged, "
              f"{sum(kept) / len(kept):.2f} right")
