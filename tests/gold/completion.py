#!/usr/bin/env python3
"""Fit the weights of lib/data/completion.tsv, or report how well they do on unseen documents.

usage: completion.py DUMP... >completion.tsv
       completion.py --check DUMP... (cross-validation by document, printed)

A DUMP is what completion_dump.py writes: one line a candidate pair or piece of cues. The
model is a softmax over all pairs of a trigger and "nobody" (score 0). Pairs that readers
hold right share the probability; where there are none, pairs that readers tie by another
relation of the same sign get LIKE of it. L2 penalty, L-BFGS. Cues that few triggers have are
left out. Needs numpy.
"""
import sys

import numpy as np

import texts

PENALTY, LIKE, LEAST_USES, FOLDS, LEAST_WEIGHT, LEAST_CHANCE = 5.0, 0.2, 6, 8, 0.02, 0.15


class Data:
    """Pieces of cues (act, choices, pairs) and the pairs that add them up."""

    def __init__(self, paths):
        self.names, self.index = [], {}
        self.cues, self.starts = [], [0]
        self.pieces, self.labels, self.likes, self.told, self.keys = [], [], [], [], []
        self.trigger, self.docs, self.sets, self.info = [], [], [], []
        for number, path in enumerate(paths):
            for trigger in texts.read_jsonl(path):
                self.add(trigger, number)
        self.cues = np.array(self.cues)
        self.starts = np.array(self.starts)
        self.pieces = np.array(self.pieces)
        self.labels, self.likes = np.array(self.labels), np.array(self.likes)
        self.trigger = np.array(self.trigger)
        self.docs = np.array(self.docs)

    def piece(self, cues):
        for cue in cues:
            if cue not in self.index:
                self.index[cue] = len(self.names)
                self.names.append(cue)
            self.cues.append(self.index[cue])
        self.starts.append(len(self.cues))
        return len(self.starts) - 2

    def add(self, trigger, number):
        act = self.piece(trigger["act"])
        source = [self.piece(c) for _, c in trigger["sources"]]
        target = [self.piece(c) for _, c in trigger["targets"]]
        at = len(self.docs)
        self.docs.append(trigger["doc"])
        self.sets.append(number)
        self.info.append(trigger)
        for s, t, cues, label, told in trigger["pairs"]:
            if label == "optional":
                continue
            self.pieces.append((act, source[s], target[t], self.piece(cues)))
            self.labels.append(label == "right")
            self.likes.append(label == "like")
            self.told.append(told)
            self.keys.append((trigger["sources"][s][0], trigger["targets"][t][0]))
            self.trigger.append(at)


def groups_of(data):
    order = {}
    numbers = np.array([order.setdefault(d, len(order)) for d in data.docs])
    return np.random.RandomState(1).permutation(len(order))[numbers] % FOLDS


def scores(data, weights):
    sums = np.concatenate([[0.0], np.cumsum(weights[data.cues])])
    piece = sums[data.starts[1:]] - sums[data.starts[:-1]]
    return piece[data.pieces].sum(axis=1)


def loss(data, weights, used, penalty):
    """Minus log likelihood and its gradient over the triggers that are used."""
    count = len(data.docs)
    share = np.exp(np.minimum(scores(data, weights), 40))
    total = 1 + np.bincount(data.trigger, share, count)
    any_right = np.bincount(data.trigger, data.labels, count) > 0
    any_like = np.bincount(data.trigger, data.likes, count) > 0
    wanted = np.where(any_right[data.trigger], data.labels, data.likes)
    part = np.where(any_right, 1, np.where(any_like, LIKE, 0))
    right = np.bincount(data.trigger, share * wanted, count)
    right[part == 0] = 1
    value = (np.log(total) - part * np.log(right))[used].sum()
    error = share / total[data.trigger] - (part / right)[data.trigger] * wanted * share
    error *= used[data.trigger]
    by_piece = sum(np.bincount(data.pieces[:, k], error, len(data.starts) - 1) for k in range(4))
    by_cue = np.repeat(by_piece, np.diff(data.starts))
    gradient = np.bincount(data.cues, by_cue, len(weights)) + penalty * weights
    return value + penalty / 2 * weights @ weights, gradient


def fit(data, used, active, penalty=PENALTY, rounds=60):
    """L-BFGS over the active cues."""
    weights, history = np.zeros(len(active)), []
    value, gradient = loss(data, weights, used, penalty)
    gradient *= active
    for _ in range(rounds):
        direction, alphas = -gradient, []
        for s, y in reversed(history):
            alphas.append(s @ direction / (s @ y))
            direction = direction - alphas[-1] * y
        if history:
            s, y = history[-1]
            direction *= (s @ y) / (y @ y)
        for (s, y), alpha in zip(history, reversed(alphas)):
            direction = direction + (alpha - y @ direction / (s @ y)) * s
        size = 1.0 if history else 1 / max(1, np.abs(gradient).sum() / 10)
        while True:
            after = weights + size * direction
            new, slope = loss(data, after, used, penalty)
            if new <= value + 1e-4 * size * (gradient @ direction) or size < 1e-8:
                break
            size /= 2
        slope *= active
        step, change = after - weights, slope - gradient
        if step @ change > 1e-10:
            history = (history + [(step, change)])[-8:]
        done = value - new < 1e-4 * abs(value) / 100
        weights, value, gradient = after, new, slope
        if done:
            break
    return weights


def frequent(data, used, least=LEAST_USES):
    """Cues that enough of the used triggers have."""
    owner = np.full(len(data.starts) - 1, -1)
    for k in range(4):
        owner[data.pieces[:, k]] = data.trigger
    seen = np.repeat(owner, np.diff(data.starts))
    ok = (seen >= 0) & used[seen]
    pairs = np.unique(np.stack([data.cues[ok], seen[ok]]), axis=1)
    return np.bincount(pairs[0], minlength=len(data.names)) >= least


def hints(data, chance):
    """For each new (doc, relation, source, target): chance, right, like, file."""
    by_trigger, result = {}, {}
    for i, trigger in enumerate(data.trigger):
        if not data.told[i] and list(data.keys[i]) not in data.info[trigger]["found"]:
            old = by_trigger.get((trigger, data.keys[i]), (0,))[0]
            by_trigger[trigger, data.keys[i]] = (old + chance[i], i)
    for (trigger, key), (part, i) in by_trigger.items():
        info = data.info[trigger]
        triple = (info["doc"], info["relation"], *key)
        old = result.get(triple, (0,))[0]
        result[triple] = (1 - (1 - old) * (1 - part), data.labels[i], data.likes[i],
                          data.sets[trigger])
    return result


def check(data, names):
    """Precision on documents that the weights were not fitted on."""
    folds, chance = groups_of(data), np.zeros(len(data.trigger))
    for fold in range(FOLDS):
        out = folds == fold
        weights = fit(data, ~out, frequent(data, ~out))
        share = np.exp(np.minimum(scores(data, weights), 40))
        total = 1 + np.bincount(data.trigger, share, len(data.docs))
        chance[out[data.trigger]] = (share / total[data.trigger])[out[data.trigger]]
    found = hints(data, chance)
    for number, name in enumerate(names + ["all"]):
        print(name)
        for low in (0.2, 0.25, 0.3, 0.35, 0.4, 0.5, 0.6):
            rows = [r for r in found.values()
                    if r[0] >= low and number in (r[3], len(names))]
            right, like = sum(r[1] for r in rows), sum(r[2] for r in rows)
            print(f"  chance >= {low:.2f}: {len(rows):4} new, {right / max(len(rows), 1):.2f} "
                  f"right, {(right + like) / max(len(rows), 1):.2f} right but for the relation")


def main():
    paths = [a for a in sys.argv[1:] if not a.startswith("--")]
    data = Data(paths)
    everything = np.ones(len(data.docs), bool)
    rights = np.bincount(data.trigger, data.labels, len(data.docs)) > 0
    print(f"{len(data.docs)} triggers, {rights.sum()} of them with a right pair, "
          f"{len(data.labels)} pairs, {len(data.names)} cues", file=sys.stderr)
    if "--check" in sys.argv:
        check(data, paths)
        return
    active = frequent(data, everything)
    weights = fit(data, everything, active)
    active &= np.abs(weights) >= LEAST_WEIGHT
    weights = fit(data, everything, active)
    print("# What a cue adds to the score of a pair of actors for roles that no rule fills: see\n"
          "# complete.c. Fitted by tests/gold/completion.py; do not edit by hand.\n"
          f"least\t{LEAST_CHANCE}")
    for name, weight in sorted(zip(data.names, weights)):
        if abs(weight) >= LEAST_WEIGHT / 2:
            print(f"{name}\t{weight:.3f}")


if __name__ == "__main__":
    main()
