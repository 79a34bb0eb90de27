#!/usr/bin/env python3
"""What confidence.py fits on: relations found in texts that may be tuned on, judged.

usage: judgements.py BIN FOLDER [NAME=COMPLETION.tsv]...

Runs BIN/ent-extract without a least confidence and BIN/ent-why --explain on real news
(judged by readers: judged-*.tsv; the open half of real/), on the dev half of the gold standard,
on own/, on the open half of articles/ and on the sentence batches. Writes FOLDER/explained
and, for each source, FOLDER/NAME.tsv with lines SENTENCE SOURCE RELATION TARGET RIGHT, those
that the gold calls optional left out; real news in two parts, real-0.tsv and real-1.tsv, so that one can be kept out. Where a COMPLETION.tsv is given for a source (dev, own,
articles, batches), roles are completed with it in place of lib/data/completion.tsv: one that was
not fitted on the source, lest the confidence be fitted on what is known by heart.
"""
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"


def load(path):
    spec = importlib.util.spec_from_file_location(path.stem, path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def data_with(completion):
    """A copy of lib/data with another completion.tsv."""
    folder = Path(tempfile.mkdtemp())
    for path in (HERE.parents[1] / "lib" / "data").iterdir():
        (folder / path.name).symlink_to(completion if path.name == "completion.tsv" else path)
    return folder


def output(*command):
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, check=True)
    return done.stdout.decode("utf-8")


def extract(name, files):
    if name in COMPLETIONS:
        os.environ["ENTENTE_DATA"] = str(data_with(COMPLETIONS[name]))
    else:
        os.environ.pop("ENTENTE_DATA", None)
    text = output(BIN / "ent-extract", "--min-confidence", "0", *files)
    EXPLAINED.write(output(BIN / "ent-why", "--explain", "--min-confidence", "0", *files))
    return [json.loads(line) for line in text.splitlines()]


def write(name, rows):
    with open(FOLDER / f"{name}.tsv", "w", encoding="utf-8") as out:
        for r, right in rows:
            print(r["sentence"].replace("\t", " "), r["source"]["group"], r["relation"],
                  r["target"]["group"], int(right), sep="\t", file=out)


def verdict(golds):
    """None where only an optional gold relation matches."""
    firm = any(not g.get("optional") for g in golds)
    return True if firm else None if golds else False


def articles(name, files, gold, docs):
    docs = set(docs.read_text().split())
    gold = [r for r in score.read(gold) if r["doc"] in docs]
    rows = []
    for r in extract(name, [f for f in files if f.stem in docs]):
        right = verdict([g for g in gold if score.match(g, r, "triple", CANON)])
        if right is not None:
            rows.append((r, right))
    write(name, rows)


def batches():
    files = sorted((HERE.parent / "corpus").glob("*.batch"))
    items = [item for f in files for item in run.read_batch(f)]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as docs:
        for n, item in enumerate(items):
            json.dump({"id": str(n), "date": item["date"], "lang": item["lang"],
                       "text": item["text"]}, docs, ensure_ascii=False)
            docs.write("\n")
        docs.flush()
        found = extract("batches", [docs.name])
    rows = []
    for r in found:
        gold = items[int(r["doc"])]["gold"]
        right = verdict([g for g in gold if run.match(g, r, CANON)])
        if right is not None:
            rows.append((r, right))
    write("batches", rows)


def real():
    judged = {}
    for name in ("judged-real.tsv", "judged-blind.tsv", "judged-completed.tsv",
                 "judged-fresh.tsv"):
        for line in (HERE / name).read_text(encoding="utf-8").splitlines():
            if not line.startswith("#"):
                *key, right = line.split("\t")
                judged[tuple(key)] = int(right)
    annotated = set((HERE / "real" / "open.docs").read_text().split())
    gold = {}
    for g in score.read(HERE / "real" / "real.jsonl"):
        gold.setdefault(g["doc"], []).append(g)
    parts = ([], [])
    for r in extract("real", [SHARED / "corpus" / "wikinews-fr.jsonl"]):
        key = (r["doc"], r["source"]["group"], r["relation"], r["target"]["group"])
        right = judged.get(key)
        if r["doc"] in annotated:
            right = verdict([g for g in gold.get(r["doc"], ())
                             if score.match(g, r, "triple", CANON)])
        if right is not None:
            parts[zlib.crc32(r["doc"].encode()) % 2].append((r, right))
    write("real-0", parts[0])
    write("real-1", parts[1])


if len(sys.argv) < 3 or any("=" not in a for a in sys.argv[3:]):
    sys.exit(__doc__)
BIN, FOLDER = Path(sys.argv[1]), Path(sys.argv[2])
COMPLETIONS = {a.split("=", 1)[0]: Path(a.split("=", 1)[1]).resolve() for a in sys.argv[3:]}
score = load(SHARED / "gold" / "score.py")
run = load(HERE.parent / "corpus" / "run.py")
CANON = score.load_aliases(SHARED / "gold" / "aliases.tsv")
with open(FOLDER / "explained", "w", encoding="utf-8") as EXPLAINED:
    real()
    news = SHARED / "gold"
    articles("dev", sorted((news / "news").glob("*.txt")), news / "news.jsonl",
             HERE / "dev.docs")
    articles("own", sorted((HERE / "own").glob("*.txt")), HERE / "own" / "own.jsonl",
             HERE / "own" / "own.docs")
    articles("articles", sorted((HERE / "articles").glob("*.txt")),
             HERE / "articles" / "articles.jsonl", HERE / "articles" / "open.docs")
    batches()
