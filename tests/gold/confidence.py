#!/usr/bin/env python3
"""Fit the weights of lib/data/confidence.tsv on judged relations.

usage: confidence.py EXPLAINED JUDGED.tsv... >confidence.tsv

EXPLAINED is what `ent-why --explain` printed of the articles; JUDGED has lines
SENTENCE <TAB> SOURCE <TAB> RELATION <TAB> TARGET <TAB> 1 if readers agreed, else 0.
Files called real-* are real news: together they have half as much weight again as another.
Logistic regression with a quadratic penalty, by Newton's method. Prints on standard error
how well held-out tenths are ordered and how sure they are found.
"""
import re
import sys

import numpy as np

PENALTY, FOLDS = 2.0, 10
EVENT = re.compile(r"^    (.+) \([^()]*\) ([a-z_]+) (.+) \([^()]*\)$")


def signs_of(path):
    """Events are told before their signs: match them in order."""
    result, sentence, waiting = {}, "", []
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if line.startswith("      signs:"):
            pairs = (s.split("=") for s in line[12:].split())
            signs = {p[0]: float(p[1]) if len(p) > 1 else 1.0 for p in pairs}
            if waiting:
                result.setdefault(waiting.pop(0), []).append(signs)
            continue
        found = EVENT.match(line)
        if found:
            waiting.append((sentence, *found.groups()))
            continue
        waiting = []
        if line and not line.startswith(" "):
            sentence = line
    return result


def fit(x, y, weight):
    beta = np.zeros(x.shape[1])
    penalty = np.full(x.shape[1], PENALTY)
    penalty[0] = 0.01
    for _ in range(30):
        p = 1 / (1 + np.exp(-x @ beta))
        gradient = x.T @ (weight * (y - p)) - penalty * beta
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + np.diag(penalty)
        step = np.linalg.solve(hessian, gradient)
        beta += step
        if np.abs(step).max() < 1e-6:
            break
    return beta


def report(x, y, weight, groups, files, names):
    chance = np.zeros(len(y))
    for fold in range(FOLDS):
        out = groups % FOLDS == fold
        beta = fit(x[~out], y[~out], weight[~out])
        chance[out] = 1 / (1 + np.exp(-x[out] @ beta))
    for number, name in enumerate(names):
        here = files == number
        print(f"{name}: {here.sum()} judged relations, {y[here].mean():.2f} right", file=sys.stderr)
        for low in np.arange(0.2, 0.9, 0.1):
            kept = here & (chance >= low)
            if kept.any():
                print(f"  p >= {low:.1f}: {kept.sum():4} kept, {y[kept].mean():.2f} right,"
                      f" {y[kept].sum() / y[here].sum():.2f} of the right ones", file=sys.stderr)


def main():
    explained = signs_of(sys.argv[1])
    rows = []
    for number, path in enumerate(sys.argv[2:]):
        for line in open(path, encoding="utf-8"):
            sentence, source, relation, target, right = line.rstrip("\n").split("\t")
            found = explained.get((sentence, source, relation, target)) \
                or explained.get((sentence, target, relation, source))
            if found:
                rows.append((found[0], int(right), sentence, number))
    names = ["bias"] + sorted({n for signs, *_ in rows for n in signs} - {"bias"})
    counts = {n: sum(n in signs for signs, *_ in rows) for n in names}
    names = [n for n in names if counts[n] >= 5]
    x = np.array([[signs.get(n, 0.0) for n in names] for signs, *_ in rows])
    y = np.array([float(r) for _, r, _, _ in rows])
    order = {}
    groups = np.array([order.setdefault(s, len(order)) for _, _, s, _ in rows])
    files = np.array([f for *_, f in rows])
    counts = np.bincount(files)
    real = np.array(["real-" in path for path in sys.argv[2:]])
    share = np.where(real, 300 / counts[real].sum() if real.any() else 1,
                     200 / np.maximum(counts, 200))
    weight = np.minimum(share, 1.5)[files]
    report(x, y, weight, groups, files, sys.argv[2:])
    beta = fit(x, y, weight)
    print("# What a sign adds to the log-odds that a relation is right: see evidence.c. Fitted\n"
          "# by tests/gold/confidence.py; do not edit by hand.")
    for name, value in zip(names, beta):
        print(f"{name}\t{value:.3f}")


main()
