#!/usr/bin/env python3
"""What confidence.py fits on: relations found in texts that may be tuned on, judged.

usage: judgements.py BIN FOLDER [NAME=COMPLETION.tsv]... [TEXTS]...

Runs BIN/ent-extract without a least confidence and BIN/ent-why --explain on real news (judged
by READERS; the open half of real/), on the dev half of the gold standard, on own/, on the
open part of articles/ and on the sentence batches. Writes FOLDER/NAME.jsonl for NAME real,
sampled (SAMPLES alone), dev, own, articles, batches: the relations found, each with "signs" of
its confidence and with "right" (null where the gold calls it optional). Where a COMPLETION.tsv
is given for a source, roles are completed with it in place of lib/data/completion.tsv: one
that was not fitted on the source, lest the confidence be fitted on what is known by heart.
TEXTS are folders of more articles (*.txt, the relations of all of them in one *.jsonl): a
source each, called like the folder.
"""
import contextlib
import json
import os
import sys
import tempfile
from pathlib import Path

import texts
from texts import GOLD, HERE

import run

# Not judged-{default,ramp,steps,handicap}.tsv: samples of what the defaults give stay tests only
# as long as nothing is fitted on their verdicts. (Most of their relations were judged for
# other files as well: for an honest figure, fit on the other half of the documents, as when
# they were drawn.)
SAMPLES = ("judged-blind.tsv", "judged-fresh.tsv", "judged-news.tsv")
READERS = ("judged-real.tsv", "judged-completed.tsv", *SAMPLES)


@contextlib.contextmanager
def environment(name):
    """Where the tools read completion.tsv from another file: the data, linked into a folder."""
    if name not in COMPLETIONS:
        yield os.environ
        return
    with tempfile.TemporaryDirectory() as folder:
        for path in texts.DATA.iterdir():
            other = COMPLETIONS[name] if path.name == "completion.tsv" else path
            (Path(folder) / path.name).symlink_to(other)
        yield {**os.environ, "ENTENTE_DATA": folder}


def signs_of(explained):
    """The signs of every relation, in the order in which the relations are written."""
    for line in explained.splitlines():
        if line.startswith("  confidence "):
            yield {}
        elif line.startswith(("    of the event:", "    of the document:")):
            yield {p[0]: float(p[1]) if len(p) > 1 else 1.0
                   for p in (s.split("=") for s in line.split(":", 1)[1].split())}


def extract(name, files):
    """The relations of the files with the signs of their confidence."""
    options = ("--min-confidence", "0", *files)
    with environment(name) as env:
        rows = texts.parse_lines(texts.output(BIN / "ent-extract", *options, env=env))
        explained = texts.output(BIN / "ent-why", "--explain", *options, env=env)
    parts = list(signs_of(explained))
    if len(parts) != 3 * len(rows):
        sys.exit(f"{name}: {len(rows)} relations, but {len(parts) / 3} were explained")
    for row, (head, event, document) in zip(rows, zip(*[iter(parts)] * 3)):
        row["signs"] = {**head, **event, **document}
    return rows


def write(name, rows):
    with open(FOLDER / f"{name}.jsonl", "w", encoding="utf-8") as out:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False), file=out)


def verdict(golds):
    """None where only an optional gold relation matches."""
    firm = any(not g.get("optional") for g in golds)
    return 1 if firm else None if golds else 0


def articles(name, folder, gold, docs):
    gold = [r for r in texts.read_jsonl(gold) if r["doc"] in docs]
    rows = extract(name, [f for f in sorted(folder.glob("*.txt")) if f.stem in docs])
    for r in rows:
        r["right"] = verdict([g for g in gold if score.match(g, r, "triple", CANON)])
    write(name, rows)


def batches():
    files = sorted((HERE.parent / "corpus").glob("*.batch"))
    items = [item for f in files for item in run.read_batch(f)]
    with texts.jsonl_file(run.records(items)) as name:
        rows = extract("batches", [name])
    golds = {record["id"]: item["gold"] for record, item in zip(run.records(items), items)}
    for r in rows:
        r["right"] = verdict([g for g in golds[r["doc"]] if run.match(g, r, CANON)])
    write("batches", rows)


def real():
    readers, samples = (texts.read_verdicts(*(HERE / name for name in names))
                        for names in (READERS, SAMPLES))
    annotated = set(texts.read_docs(HERE / "real" / "open.docs"))
    unseen = set(texts.read_docs(HERE / "real" / "unseen.docs"))
    gold = {}
    for g in texts.read_jsonl(HERE / "real" / "real.jsonl"):
        gold.setdefault(g["doc"], []).append(g)
    docs = ({key[0] for key in readers} | annotated) - unseen
    with texts.jsonl_file(texts.read_corpus(docs)) as name:
        rows = extract("real", [name])
    for r in rows:
        r["right"] = readers.get(texts.key_of(r))
        r["sampled"] = samples.get(texts.key_of(r))
        if r["doc"] in annotated:
            r["right"] = verdict([g for g in gold.get(r["doc"], ())
                                  if score.match(g, r, "triple", CANON)])
    write("real", [r for r in rows if r["right"] is not None])
    write("sampled", [{**r, "right": r["sampled"]} for r in rows if r["sampled"] is not None])


if len(sys.argv) < 3:
    sys.exit(__doc__)
BIN, FOLDER = Path(sys.argv[1]), Path(sys.argv[2])
COMPLETIONS = {name: Path(path).resolve()
               for name, path in (a.split("=", 1) for a in sys.argv[3:] if "=" in a)}
score = texts.load_score()
CANON = score.load_aliases(GOLD / "aliases.tsv")
FOLDER.mkdir(parents=True, exist_ok=True)
real()
articles("dev", GOLD / "news", GOLD / "news.jsonl", set(texts.read_docs(HERE / "dev.docs")))
articles("own", HERE / "own", HERE / "own" / "own.jsonl",
         set(texts.read_docs(HERE / "own" / "own.docs")))
articles("articles", HERE / "articles", HERE / "articles" / "articles.jsonl",
         set(texts.read_docs(HERE / "articles" / "open.docs")))
batches()
for folder in (Path(a) for a in sys.argv[3:] if "=" not in a):
    for gold in list(folder.glob("*.jsonl"))[:1]:
        articles(folder.name, folder, gold, {r["doc"] for r in texts.read_jsonl(gold)})
