#!/usr/bin/env python3
"""Fit the weights of lib/data/confidence.tsv on judged relations, or tell how well they do.

usage: confidence.py FOLDER >confidence.tsv
       confidence.py --check FOLDER

FOLDER is what judgements.py wrote. Logistic regression with a quadratic penalty (PENALTIES: signs of
the document and of two things together need more to count), by Newton's method; a relation
of the batches, whose sentences are all about relations, has BATCHES of the weight of another,
one of real news REAL times as much: articles written to be annotated are easier to read.
--check cross-validates by document: for each kind of text how many relations are found by least
confidence, and how many of these are right; and what share is right by tenths of confidence.
"""
import re
import sys
import zlib
from pathlib import Path

import numpy as np

import texts

FOLDS, BATCHES, REAL, LEAST_USES = 8, 0.15, 2.0, 8
PENALTIES = ((re.compile(r"bias$"), 0.01),
             (re.compile(r"(text|told|pair)\.|(source|target)\.acts$|completed\.(acts|no_acts|powers)$"), 4.0),
             (re.compile(r"(name|noun|pronoun|possessive|adjective)\+|rule\."), 2.0),
             (re.compile(r""), 1.6))


def fit(x, y, weight, penalty, start=None):
    beta = np.zeros(x.shape[1]) if start is None else start.copy()
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (weight * (y - p)) - penalty * beta
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-4:
            break
    return beta


class Data:
    def __init__(self, folder):
        self.rows, kinds = [], []
        for path in sorted(Path(folder).glob("*.jsonl")):
            for row in texts.read_jsonl(path):
                if row["right"] is not None and path.stem != "sampled":
                    self.rows.append(row)
                    kinds.append(path.stem)
        self.kinds = np.array(kinds)
        uses = {}
        for row in self.rows:
            for name in row["signs"]:
                uses[name] = uses.get(name, 0) + 1
        self.names = sorted((n for n in uses if uses[n] >= LEAST_USES),
                            key=lambda n: (n != "bias", n))
        self.x = self.matrix(self.rows)
        self.y = np.array([float(row["right"]) for row in self.rows])
        weights = {"batches": BATCHES, "real": REAL}
        self.weight = np.array([weights.get(kind, 1.0) for kind in self.kinds])
        self.penalty = np.array([next(p for pattern, p in PENALTIES if pattern.match(n))
                                 for n in self.names])

    def matrix(self, rows):
        index = {name: i for i, name in enumerate(self.names)}
        x = np.zeros((len(rows), len(self.names)))
        for i, row in enumerate(rows):
            for name, value in row["signs"].items():
                if name in index:
                    x[i, index[name]] = value
        return x

    def fit(self, chosen=slice(None), start=None):
        return fit(self.x[chosen], self.y[chosen], self.weight[chosen], self.penalty, start)


def report(name, chance, right):
    print(f"{name}: {len(right)} relations, {right.mean():.2f} right")
    for low in np.arange(0.3, 0.75, 0.05):
        kept = chance >= low
        if kept.any():
            spread = 1.96 * np.sqrt(right[kept].mean() * (1 - right[kept].mean()) / kept.sum())
            print(f"  confidence >= {low:.2f}: {kept.sum():4} found, {right[kept].mean():.2f}"
                  f" +- {spread:.2f} right, {right[kept].sum() / right.sum():.2f} of the right ones")
    for low in np.arange(0, 1, 0.1):
        here = (chance >= low) & (chance < low + 0.1)
        if here.any():
            print(f"  {low:.1f}-{low + 0.1:.1f}: {here.sum():4}, mean {chance[here].mean():.2f},"
                  f" {right[here].mean():.2f} right")


def check(data, folder):
    beta = data.fit()
    fold = np.array([zlib.crc32(row["doc"].encode()) % FOLDS for row in data.rows])
    betas = [data.fit(fold != k, beta) for k in range(FOLDS)]
    chance = np.array([1 / (1 + np.exp(-x @ betas[k])) for x, k in zip(data.x, fold)])
    real = data.kinds == "real"
    dense = ~real & (data.kinds != "batches")
    report("annotated articles, cross-validated", chance[dense], data.y[dense])
    report("real news, cross-validated", chance[real], data.y[real])
    rows = texts.read_jsonl(Path(folder) / "sampled.jsonl")
    fold = [zlib.crc32(row["doc"].encode()) % FOLDS for row in rows]
    chance = np.array([1 / (1 + np.exp(-x @ betas[k])) for x, k in zip(data.matrix(rows), fold)])
    report("random samples of real news, cross-validated", chance,
           np.array([float(row["right"]) for row in rows]))


def main():
    if len(sys.argv) < 2 or sys.argv[-1].startswith("-"):
        sys.exit(__doc__)
    data = Data(sys.argv[-1])
    if sys.argv[1] == "--check":
        check(data, sys.argv[-1])
        return
    print("# What a sign adds to the log-odds that a relation is right: see evidence.c, context.c.\n"
          "# Fitted by tests/gold/fit.sh; do not edit by hand.")
    for name, value in zip(data.names, data.fit()):
        print(f"{name}\t{value:.3f}")


main()
