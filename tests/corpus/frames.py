#!/usr/bin/env python3
"""Parse the example of every frame in lib/data and look for its relation.

usage: frames.py BIN [--data DIR] [--errors]

Prints per language how many frames have an example, how many triggers they list, and the
share of the examples from which ent-extract gets the frame's relation between the two actors
the example names (for a "none" frame: no relation at all). --errors lists the others. Fails
when a share falls below its floor in frame-floors.tsv, when a relation has no frame, and when
a frame says what another one says already (doubles.py).
"""
import argparse
import json
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

import doubles
from run import RELATIONS, SYMMETRIC, fold

HERE = Path(__file__).resolve().parent


def read_frames(folder):
    frames = []
    for path in sorted(folder.glob("frames*.tsv")):
        for n, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.strip() and not line.startswith("#"):
                columns = line.split("\t")
                frames.append({"where": f"{path.name}:{n}", "line": line,
                               "relation": columns[0],
                               "trigger": columns[2],
                               "example": columns[5] if len(columns) > 5 else "-"})
    return frames


def triggers_of(frame):
    """How many head words the trigger lists."""
    words = frame["trigger"].removeprefix("se ").split(" ")[0]
    return len(words.split("|"))


def extract(folder, lang, frames):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as docs:
        for n, frame in enumerate(frames):
            json.dump({"id": f"f{n}", "lang": lang, "date": "2018-06-01",
                       "text": frame["example"].split("=>")[0].strip()}, docs)
            docs.write("\n")
        docs.flush()
        done = subprocess.run([f"{folder}/ent-extract", docs.name], check=True,
                              stdout=subprocess.PIPE)
    found = {}
    for line in done.stdout.decode("utf-8").splitlines():
        record = json.loads(line)
        found.setdefault(int(record["doc"][1:]), []).append(record)
    return found


def names(actor):
    return {fold(str(actor.get(k) or "")) for k in ("group", "actor", "mention")}


def holds(frame, records):
    wanted = [fold(name) for name in shlex.split(frame["example"].split("=>")[1])]
    if frame["relation"] == "none":
        return wanted == ["nothing"] and not records
    if len(wanted) != 2:
        return False
    for record in records:
        sides = [names(record["source"]), names(record["target"])]
        fits = wanted[0] in sides[0] and wanted[1] in sides[1]
        if frame["relation"] in SYMMETRIC:
            fits |= wanted[1] in sides[0] and wanted[0] in sides[1]
        if fits and frame["relation"] in (record["relation"], "same"):
            return True
    return False


def main():
    options = argparse.ArgumentParser()
    options.add_argument("bin")
    options.add_argument("--data", default=HERE.parents[1] / "lib" / "data", type=Path)
    options.add_argument("--errors", action="store_true")
    given = options.parse_args()
    floors = dict(re.findall(r"^([a-z]+)\t([0-9.]+)", (HERE / "frame-floors.tsv").read_text(),
                             re.M))
    failed = False
    for lang in ("en", "fr"):
        frames = read_frames(given.data / lang)
        with_example = [f for f in frames if "=>" in f["example"]]
        found = extract(given.bin, lang, with_example)
        bad = [(f, found.get(n, [])) for n, f in enumerate(with_example)
               if not holds(f, found.get(n, []))]
        share = 1 - len(bad) / len(with_example)
        print(f"{lang}: {len(frames)} frames, {sum(map(triggers_of, frames))} triggers, "
              f"{len(with_example)} examples, {share:.3f} of them give their relation")
        for frame, records in bad if given.errors else ():
            got = "; ".join(f"{r['source']['group']} {r['relation']} {r['target']['group']}"
                            for r in records)
            print(f"{frame['where']}: {frame['relation']} {frame['trigger']}\n    "
                  f"{frame['example']}    [{got}]")
        missing = RELATIONS - {f["relation"] for f in frames}
        if missing or share < float(floors[lang]):
            print(f"{lang}: below the floor of {floors[lang]}, or no frames for {missing}")
            failed = True
        for double in doubles.find([doubles.parse(lang, f["where"], f["line"])
                                    for f in frames]):
            print(f"{lang}/{double}")
            failed = True
    sys.exit(failed)


if __name__ == "__main__":
    main()
