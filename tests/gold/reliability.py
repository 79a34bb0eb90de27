#!/usr/bin/env python3
"""Reliability of the confidence: of relations with confidence about p, how many are right?

usage: reliability.py SCORE_DIR GOLD.jsonl SYSTEM.jsonl DOCS

SCORE_DIR holds score.py and its tables. A found relation is right if the gold has its triple,
firm or optional. Prints a row per tenth of confidence: how many relations, their mean
confidence, the share that is right.
"""
import sys
from pathlib import Path

import texts

if len(sys.argv) != 5:
    sys.exit(__doc__)
folder, gold_path, system_path, docs_path = sys.argv[1:]
score = texts.load_score(folder)
canon = score.load_aliases(Path(folder) / "aliases.tsv")
docs = set(texts.read_docs(docs_path))
gold = [r for r in texts.read_jsonl(gold_path) if r["doc"] in docs]
system = [r for r in texts.read_jsonl(system_path) if r["doc"] in docs]
bins = {}
for relation in system:
    right = any(score.match(g, relation, "triple", canon) for g in gold)
    low = min(int(relation["confidence"] * 10), 9)
    bins.setdefault(low, []).append((relation["confidence"], right))
print("confidence  relations  mean  right")
for low, items in sorted(bins.items()):
    mean = sum(c for c, _ in items) / len(items)
    share = sum(r for _, r in items) / len(items)
    print(f"{low / 10:.1f}-{low / 10 + 0.1:.1f}     {len(items):6}  {mean:.2f}  {share:.2f}")
error = sum(abs(sum(r for _, r in items) - sum(c for c, _ in items)) for items in bins.values())
print(f"expected calibration error {error / max(1, len(system)):.3f}")
