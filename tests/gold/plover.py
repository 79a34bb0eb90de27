#!/usr/bin/env python3
"""Score ent-extract's recall on single English news sentences marked with PLOVER classes.

usage: plover.py BIN [--half open|unseen|both] [--misses [CLASS]] [--min-confidence P]
                 [--open-actors]

The sentences are ../shared/gold/english/plover-train.jsonl: each has marked (source, PLOVER
root, target) spans, one labelled pair as a rule, so the file measures recall of a class, not
precision. It is split in two by a hash of the text: rules may be tuned on the open half; of
the unseen half only the figures are ever looked at, so --misses prints the open one alone.

A marked pair is found when ent-extract, with its defaults, gives a relation

* whose field "plover" is the marked root, and
* whose two sides stand for the marked spans, in the marked order, or in either order for the
  symmetric relations. A side stands for a span when its mention shares a character with the
  span, or when ent-actors finds in the span a mention of the same vertex: relations are
  merged by vertex and may show another mention, or a pronoun, as their evidence.

"within reach" counts the marked pairs of which ent-actors finds an actor in both spans, of
different vertices: others ("officials", "the company" without more) are no actors by the
guide, or make a loop that the guide leaves out, and only --open-actors can hit them.

The process fails (1) when a figure is below its floor in plover-floors.tsv or has none; it is
skipped (77) where ../shared is absent.
"""
import argparse
import collections
import hashlib
import re
import sys
from pathlib import Path

import entities
import texts

HERE = Path(__file__).resolve().parent
SENTENCES = texts.GOLD / "english" / "plover-train.jsonl"


def half_of(text):
    return "unseen" if hashlib.sha256(text.encode()).digest()[0] & 1 else "open"


def occurrences(text, part):
    return [(m.start(), m.end()) for m in re.finditer(re.escape(part), text)] if part else []


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def run_tools(folder, items, extra=()):
    """Relations by document, and mentions by document."""
    records = [{"id": item["id"], "lang": "en", "text": item["text"]} for item in items]
    relations = texts.extract(folder, records, *extra)
    with texts.jsonl_file(records) as name:
        trees = texts.output(f"{folder}/ent-parse", name)
    actors = texts.output(f"{folder}/ent-actors", input=trees)
    found = entities.read_entities(actors.split("\n"))
    mentions = {doc: [(m["group"] or m["id"], m["start"], m["end"]) for m in some]
                for doc, some in found.items()}
    return relations, mentions


def stands_for(side, spans, mentions):
    return (any(overlap(side["span"], span) for span in spans)
            or any(group == side["group"] and overlap((start, end), span)
                   for group, start, end in mentions for span in spans))


def is_hit(event, text, relations, mentions):
    """Whether the pair is found with the marked class, and with any."""
    sides = [occurrences(text, event[k]) for k in ("source", "target")]
    right = any_class = False
    for relation in relations:
        pairs = [("source", "target")]
        if relation["relation"] in texts.SYMMETRIC:
            pairs.append(("target", "source"))
        fits = any(stands_for(relation[a], sides[0], mentions)
                   and stands_for(relation[b], sides[1], mentions) for a, b in pairs)
        any_class |= fits
        right |= fits and event["code"] == relation.get("plover")
    return right, any_class


def is_reachable(event, text, mentions):
    groups = [{group for group, start, end in mentions
               if any(overlap((start, end), span) for span in occurrences(text, event[k]))}
              for k in ("source", "target")]
    return any(a != b for a in groups[0] for b in groups[1])


def tally(items, relations, mentions, half):
    """Counts [marked, within reach, found, with another class] by class."""
    counts, misses = collections.defaultdict(lambda: [0] * 4), []
    for item in items:
        if half_of(item["text"]) != half:
            continue
        for event in item["events"]:
            found, near = relations.get(item["id"], ()), mentions.get(item["id"], ())
            right, other = is_hit(event, item["text"], found, near)
            reach = is_reachable(event, item["text"], near)
            for key in (event["code"], "all"):
                for k, yes in enumerate((True, reach, right, other and not right)):
                    counts[key][k] += yes
            if not right:
                misses.append((item, event, reach, other))
    return counts, misses


def show(half, counts):
    for key in sorted(counts, key=lambda k: (k == "all", k)):
        marked, reach, right, other = counts[key]
        print(f"{half:7} {key:10} recall {right / marked:.3f}   found {right:3} of "
              f"{marked:3}, {reach:3} within reach; {other:2} with another class")


def main():
    options = argparse.ArgumentParser()
    options.add_argument("bin")
    options.add_argument("--half", choices=("open", "unseen", "both"), default="both")
    options.add_argument("--misses", nargs="?", const="all",
                         help="list what the open half misses, of one class or all")
    options.add_argument("--min-confidence", help="of relations that count (default: as the"
                                                  " tool has it)")
    options.add_argument("--open-actors", action="store_true",
                         help="phrases that name no actor count too")
    given = options.parse_args()
    if not SENTENCES.exists():
        print("skipped: no ../shared/gold")
        sys.exit(77)
    items = texts.read_jsonl(SENTENCES)
    if given.misses:
        given.half = "open"
    if given.half != "both":
        items = [item for item in items if half_of(item["text"]) == given.half]
    extra = ["--min-confidence", given.min_confidence] if given.min_confidence else []
    extra += ["--open-actors"] if given.open_actors else []
    relations, mentions = run_tools(given.bin, items, extra)
    mode, figures = " ".join(extra) or "default", {}
    for half in ("open", "unseen"):
        counts, misses = tally(items, relations, mentions, half)
        if not counts:
            continue
        show(half, counts)
        told = sum(len(relations.get(item["id"], ())) for item in items
                   if half_of(item["text"]) == half)
        marked = counts["all"][0]
        print(f"{half:7} {told} relations told, {told / marked:.2f} for each marked pair")
        figures[mode, half] = counts["all"][2] / counts["all"][0]
        for item, event, reach, other in misses if given.misses else ():
            if given.misses in ("all", event["code"]):
                print(f"\n{item['id']} {event['code']}: [{event['source']}] -> "
                      f"[{event['target']}]{'' if reach else ' (out of reach)'}"
                      f"{' (another class)' if other else ''}\n  {item['text']}")
                for r in relations.get(item["id"], ()):
                    print(f"    {r['source']['group']} {r['relation']} "
                          f"{r['target']['group']} {r['status']} {r['confidence']} "
                          f"{r['rule']} {r.get('plover')}")
    sys.exit(texts.below_floors(HERE / "plover-floors.tsv", figures))


if __name__ == "__main__":
    main()
