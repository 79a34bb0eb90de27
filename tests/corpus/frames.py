#!/usr/bin/env python3
"""Parse the example of every frame in lib/data and look for its relation.

usage: frames.py BIN [--data DIR] [--lang fr|en] [--errors]

An example reads "SENTENCE => SOURCE TARGET" or "SENTENCE => nothing"; a name with spaces stands
in double quotes. Prints per language how many frames have an example, how many triggers they
list, and the share of the examples from which ent-extract gets the frame's relation between
the two actors the example names (for "nothing": no relation at all): of those that come out
by default, and of all with any confidence. --errors lists the others. Fails (1) when a share
is below its floor in floors.tsv, when a relation has no frame, and when a frame says what another
one says already (doubles.py).
"""
import argparse
import shlex
import sys
from pathlib import Path

import doubles
from run import ALIASES, HERE, RELATIONS, load_aliases, match, texts

CUTS = (("by default", ()), ("with any confidence", ("--min-confidence", "0")))


def read_frames(folder):
    """The frames of a language; "wanted" is the pair of the example, None for nothing."""
    frames = []
    for path in sorted(folder.glob("frames*.tsv")):
        for n, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
            if not line.strip() or line.startswith("#"):
                continue
            columns = line.split("\t")
            frame = {"where": f"{path.name}:{n}", "line": line, "relation": columns[0],
                     "trigger": columns[2]}
            if len(columns) > 5 and " => " in columns[5]:
                frame["text"], wanted = columns[5].rsplit(" => ", 1)
                frame["wanted"] = None if wanted.strip() == "nothing" else shlex.split(wanted)
                if frame["wanted"] is not None and len(frame["wanted"]) != 2:
                    sys.exit(f"{path}:{n}: not SOURCE TARGET: {wanted}")
            frames.append(frame)
    return frames


def triggers_of(frame):
    """How many head words the trigger lists."""
    words = frame["trigger"].removeprefix("se ").split(" ")[0]
    return len(words.split("|"))


def holds(frame, relations, canon):
    if frame["wanted"] is None:
        return not relations
    source, target = frame["wanted"]
    allowed = RELATIONS if frame["relation"] == "same" else {frame["relation"]}
    gold = {"source": [source], "relation": allowed, "target": [target]}
    return any(match(gold, relation, canon) for relation in relations)


def share_of(given, lang, frames, cut, canon):
    """The share of the examples that hold; lists the others where --errors asks for it."""
    name, options = cut
    records = [{"id": frame["where"], "lang": lang, "date": "2018-06-01",
                "text": frame["text"].strip()} for frame in frames]
    found = texts.extract(given.bin, records, *options)
    bad = [f for f in frames if not holds(f, found.get(f["where"], []), canon)]
    for frame in bad if given.errors else ():
        got = "; ".join(f"{r['source']['group']} {r['relation']} {r['target']['group']}"
                        for r in found.get(frame["where"], []))
        wanted = "nothing" if frame["wanted"] is None else " ".join(frame["wanted"])
        print(f"{frame['where']}: {frame['relation']} {frame['trigger']}, {name}\n    "
              f"{frame['text']} => {wanted}    [{got}]")
    return 1 - len(bad) / len(frames)


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("bin")
    options.add_argument("--data", default=texts.DATA, type=Path)
    options.add_argument("--lang", choices=("fr", "en"))
    options.add_argument("--errors", action="store_true")
    given = options.parse_args()
    canon, figures, failed = load_aliases(ALIASES), {}, False
    for lang in (given.lang,) if given.lang else ("en", "fr"):
        frames = read_frames(given.data / lang)
        examples = [f for f in frames if "text" in f]
        shares = [share_of(given, lang, examples, cut, canon) for cut in CUTS]
        for (name, _), share in zip(CUTS, shares):
            figures[f"{lang} frames {name}",] = share
        print(f"{lang}: {len(frames)} frames, {sum(map(triggers_of, frames))} triggers, "
              f"{len(examples)} examples, {shares[0]:.3f} of them give their relation, "
              f"{shares[1]:.3f} with any confidence")
        missing = RELATIONS - {f["relation"] for f in frames}
        if missing:
            print(f"{lang}: no frame for {', '.join(sorted(missing))}")
        found = doubles.find([doubles.parse(lang, f["where"], f["line"]) for f in frames])
        for double in found:
            print(f"{lang}/{double}")
        failed |= bool(missing or found)
    sys.exit(texts.below_floors(HERE / "floors.tsv", figures) or failed)


if __name__ == "__main__":
    main()
