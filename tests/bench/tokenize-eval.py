#!/usr/bin/env python3
"""Scores tokenisation against a UD treebank as the CoNLL 2018 task does.

usage: tokenize-eval.py COMMAND GOLD.conllu[.xz] [--errors N]

COMMAND (run by sh) gets the raw text, which is the concatenation of the sentences' "# text"
with a blank line at "# newpar" and "# newdoc", and prints CoNLL-U. Tokens and sentences are
compared as spans over the text without white space; the words of multiword tokens are
compared by form when the token's span agrees.
"""
import collections
import lzma
import subprocess
import sys


def read(lines):
    """Yields (raw text piece, [(token form, [word forms])]) per sentence."""
    piece, separator, tokens, skip = "", " ", [], 0
    for line in lines:
        line = line.rstrip("\n")
        if line.startswith("# text = "):
            piece = line[9:]
        elif line.startswith("# newpar") or line.startswith("# newdoc"):
            separator = "\n\n"
        elif line == "":
            if tokens:
                yield separator, piece, tokens
            piece, separator, tokens, skip = "", " ", [], 0
        elif line[0] != "#":
            columns = line.split("\t")
            if "." in columns[0]:
                continue
            if "-" in columns[0]:
                first, last = map(int, columns[0].split("-"))
                tokens.append((columns[1], []))
                skip = last
            elif int(columns[0]) <= skip:
                tokens[-1][1].append(columns[1])
            else:
                tokens.append((columns[1], [columns[1]]))


def bare(text):
    return "".join(text.split())


def spans(sentences):
    """Sets of token, word and sentence spans over the text without white space."""
    at, tokens, words, ends, start = 0, {}, collections.Counter(), set(), 0
    for _, _, sentence in sentences:
        for form, parts in sentence:
            size = len(bare(form))
            tokens[(at, at + size)] = form
            for k, part in enumerate(parts):
                words[(at, at + size, k if len(parts) > 1 else 0, part.lower())] += 1
            at += size
        ends.add((start, at))
        start = at
    return tokens, words, ends


def f1(gold, system):
    right = len(set(gold) & set(system))
    return 200.0 * right / (len(gold) + len(system)) if gold or system else 100.0


def show_errors(gold, system, text, count):
    wrong = collections.Counter()
    for start, end in set(gold) - set(system):
        cover = sorted(s for s in near(system, start, end))
        wrong[(gold[(start, end)], " ".join(system[s] for s in cover))] += 1
    for (form, other), n in wrong.most_common(count):
        print(f"  {n:4d}  gold {form!r}  system {other!r}")


def near(system, start, end):
    return [s for s in system_index(system, start, end)]


def system_index(system, start, end):
    if "index" not in cache:
        cache["index"] = {p: s for s in system for p in range(s[0], s[1])}
    found = {cache["index"][p] for p in range(start, end) if p in cache["index"]}
    return found


cache = {}


def main():
    command, path = sys.argv[1:3]
    count = int(sys.argv[4]) if "--errors" in sys.argv else 0
    opener = lzma.open if path.endswith(".xz") else open
    with opener(path, "rt", encoding="utf-8") as file:
        gold = list(read(file))
    text = "".join((s if i else "") + t for i, (s, t, _) in enumerate(gold)) + "\n"
    run = subprocess.run(command, shell=True, input=text.encode(), stdout=subprocess.PIPE)
    system = list(read(run.stdout.decode().split("\n")))
    gold_tokens, gold_words, gold_ends = spans(gold)
    tokens, words, ends = spans(system)
    print(f"{path.split('/')[-1]}: tokens {f1(gold_tokens, tokens):.2f} "
          f"words {f1(gold_words, words):.2f} sentences {f1(gold_ends, ends):.2f}")
    if count:
        show_errors(gold_tokens, tokens, text, count)
        whole = bare(text)
        missing = sorted({e for _, e in gold_ends} - {e for _, e in ends})
        extra = sorted({e for _, e in ends} - {e for _, e in gold_ends})
        for name, places in (("missed", missing), ("wrong", extra)):
            print(f"  {name} sentence ends: {len(places)}")
            for at in places[:count]:
                print(f"    {whole[max(0, at - 30):at]} || {whole[at:at + 25]}")


main()
