#!/usr/bin/env python3
"""Score ent-extract's recall on single English news sentences marked with PLOVER classes.

usage: plover.py BIN [--half open|unseen|both] [--tsv] [--misses [CLASS]]
                 [--min-confidence P] [--open-actors]

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

"by the guide" counts those whose relation has the marked root in the table of
../shared/gold/GUIDE.md, whatever the status: what this script counted before records had
the field.

"within reach" counts the marked pairs of which ent-actors finds an actor in both spans, of
different vertices: others ("officials", "the company" without more) are no actors by the
guide, or make a loop that the guide leaves out, and only --open-actors can hit them.

The process fails (1) when a figure is below its floor in plover-floors.tsv; it is skipped
(77) where ../shared is absent.
"""
import argparse
import collections
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import unquote

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[2] / "shared" / "gold" / "english" / "plover-train.jsonl"
SYMMETRIC = {"allies_with", "cooperates_with", "meets"}
CLASSES = {
    "allies_with": {"COOPERATE"}, "cooperates_with": {"COOPERATE", "AGREE"},
    "supports": {"SUPPORT"}, "aids": {"AID"}, "sponsors": {"AID"}, "meets": {"CONSULT"},
    "requests": {"REQUEST"}, "concedes_to": {"YIELD"}, "accuses": {"ACCUSE"},
    "rejects": {"REJECT"}, "threatens": {"THREATEN"}, "protests_against": {"PROTEST"},
    "mobilizes_against": {"MOBILIZE"}, "sanctions": {"SANCTION"}, "coerces": {"COERCE"},
    "attacks": {"ASSAULT"}}


def half_of(text):
    return "unseen" if hashlib.sha256(text.encode()).digest()[0] & 1 else "open"


def occurrences(text, part):
    return [(m.start(), m.end()) for m in re.finditer(re.escape(part), text)] if part else []


def overlap(a, b):
    return a[0] < b[1] and b[0] < a[1]


def run_tools(folder, items, extra=()):
    """Relations by document, and mentions (group, start, end) by document."""
    with tempfile.TemporaryDirectory() as work:
        source = Path(work) / "in.jsonl"
        with open(source, "w", encoding="utf-8") as out:
            for item in items:
                json.dump({"id": item["id"], "lang": "en", "text": item["text"]}, out)
                out.write("\n")
        relations = subprocess.run([f"{folder}/ent-extract", *extra, str(source)], check=True,
                                   stdout=subprocess.PIPE).stdout.decode()
        trees = subprocess.run([f"{folder}/ent-parse", str(source)], check=True,
                               stdout=subprocess.PIPE).stdout
        actors = subprocess.run([f"{folder}/ent-actors"], input=trees, check=True,
                                stdout=subprocess.PIPE).stdout.decode()
    found = collections.defaultdict(list)
    for line in relations.splitlines():
        record = json.loads(line)
        found[record["doc"]].append(record)
    return found, read_mentions(actors)


def read_mentions(conllu):
    """{doc: [(group, start, end)]} of what ent-actors wrote."""
    mentions, doc, where = collections.defaultdict(list), None, None
    groups, spans, starts = {}, [], collections.defaultdict(list)

    def flush():
        for eid, start, end in spans:
            mentions[doc].append((groups.get(eid, eid), start, end))
        groups.clear()
        spans.clear()
        starts.clear()

    for line in conllu.splitlines():
        if line.startswith("# newdoc id = "):
            flush()
            doc = line.split("= ", 1)[1]
        misc = line.split("\t")[9] if line.count("\t") == 9 else ""
        # the words of a contraction have their range on the line before
        where = re.search(r"TokenRange=(\d+):(\d+)", misc) or where
        for item in re.findall(r"Actor=([^|]*)", misc):
            for actor in item.split(","):
                eid, group = actor.split(":")[:2]
                groups[eid] = unquote(group)
        for item in re.findall(r"Entity=([^|]*)", misc):
            for opened, closed in re.findall(r"\((e\d+)-[^()]*|(e\d+)?\)", item):
                if opened:
                    starts[opened].append(int(where.group(1)))
                    last = opened
                elif starts[closed or last]:
                    spans.append((closed or last, starts[closed or last].pop(),
                                  int(where.group(2))))
    flush()
    return mentions


def stands_for(side, spans, mentions):
    return (any(overlap(side["span"], span) for span in spans)
            or any(group == side["group"] and overlap((start, end), span)
                   for group, start, end in mentions for span in spans))


def is_hit(event, text, relations, mentions):
    """Whether the pair is found with the marked class, by the guide's class, with any."""
    sides = [occurrences(text, event[k]) for k in ("source", "target")]
    right = guide = any_class = False
    for relation in relations:
        pairs = [("source", "target")]
        if relation["relation"] in SYMMETRIC:
            pairs.append(("target", "source"))
        fits = any(stands_for(relation[a], sides[0], mentions)
                   and stands_for(relation[b], sides[1], mentions) for a, b in pairs)
        any_class |= fits
        right |= fits and event["code"] == relation.get("plover")
        guide |= fits and event["code"] in CLASSES[relation["relation"]]
    return right, guide, any_class


def is_reachable(event, text, mentions):
    groups = [{group for group, start, end in mentions
               if any(overlap((start, end), span) for span in occurrences(text, event[k]))}
              for k in ("source", "target")]
    return any(a != b for a in groups[0] for b in groups[1])


def tally(items, relations, mentions, half):
    """Counts [marked, within reach, found, by the guide, with another class] by class."""
    counts, misses = collections.defaultdict(lambda: [0] * 5), []
    for item in items:
        if half_of(item["text"]) != half:
            continue
        for event in item["events"]:
            right, guide, other = is_hit(event, item["text"], relations[item["id"]],
                                          mentions[item["id"]])
            reach = is_reachable(event, item["text"], mentions[item["id"]])
            for key in (event["code"], "all"):
                for k, yes in enumerate((True, reach, right, guide, other and not right)):
                    counts[key][k] += yes
            if not right:
                misses.append((item, event, reach, other))
    return counts, misses


def show(half, counts, tsv):
    for key in sorted(counts, key=lambda k: (k == "all", k)):
        marked, reach, right, guide, other = counts[key]
        if tsv:
            print(half, key, f"{right / marked:.3f}", marked, reach, right, guide, sep="\t")
        else:
            print(f"{half:7} {key:10} recall {right / marked:.3f}   found {right:3} of "
                  f"{marked:3}, {reach:3} within reach; by the guide {guide / marked:.3f}; "
                  f"{other:2} with another class")


def check_floors(figures, mode):
    failed = False
    for line in open(HERE / "plover-floors.tsv", encoding="utf-8"):
        if line.strip() and not line.startswith("#"):
            name, half, floor = line.split("\t")
            if name == mode and half in figures and figures[half] < float(floor):
                print(f"{half}: recall {figures[half]:.3f} is below the floor of {floor.strip()}")
                failed = True
    return failed


def main():
    options = argparse.ArgumentParser()
    options.add_argument("bin")
    options.add_argument("--half", choices=("open", "unseen", "both"), default="both")
    options.add_argument("--tsv", action="store_true")
    options.add_argument("--misses", nargs="?", const="all",
                         help="list what the open half misses, of one class or all")
    options.add_argument("--min-confidence", help="of relations that count (default: as the"
                                                  " tool has it)")
    options.add_argument("--open-actors", action="store_true",
                         help="phrases that name no actor count too")
    given = options.parse_args()
    if not DATA.exists():
        print("skipped: no ../shared/gold")
        sys.exit(77)
    items = [json.loads(line) for line in open(DATA, encoding="utf-8")]
    if given.misses:
        given.half = "open"
    if given.half != "both":
        items = [item for item in items if half_of(item["text"]) == given.half]
    extra = ["--min-confidence", given.min_confidence] if given.min_confidence else []
    extra += ["--open-actors"] if given.open_actors else []
    relations, mentions = run_tools(given.bin, items, extra)
    figures = {}
    for half in ("open", "unseen"):
        counts, misses = tally(items, relations, mentions, half)
        if not counts:
            continue
        show(half, counts, given.tsv)
        if not given.tsv:
            told = sum(len(relations[item["id"]]) for item in items
                       if half_of(item["text"]) == half)
            marked = counts["all"][0]
            print(f"{half:7} {told} relations told, {told / marked:.2f} for each marked pair")
        figures[half] = counts["all"][2] / counts["all"][0]
        for item, event, reach, other in misses if given.misses else ():
            if given.misses in ("all", event["code"]):
                print(f"\n{item['id']} {event['code']}: [{event['source']}] -> "
                      f"[{event['target']}]{'' if reach else ' (out of reach)'}"
                      f"{' (another class)' if other else ''}\n  {item['text']}")
                for r in relations[item["id"]]:
                    print(f"    {r['source']['group']} {r['relation']} "
                          f"{r['target']['group']} {r['status']} {r['confidence']} "
                          f"{r['rule']} {r.get('plover')}")
    sys.exit(1 if check_floors(figures, " ".join(extra) or "default") else 0)


if __name__ == "__main__":
    main()
