#!/usr/bin/env python3
"""What confidence.py fits on: relations found in texts that may be tuned on, judged.

usage: judgements.py BIN FOLDER [NAME=COMPLETION.tsv]... [TEXTS]...

Runs BIN/ent-extract without a least confidence and BIN/ent-why --explain on real news (judged
by readers: judged-*.tsv; the open half of real/), on the dev half of the gold standard, on
own/, on the open part of articles/ and on the sentence batches. Writes FOLDER/NAME.jsonl
for NAME real, sampled (the random samples of judged-*.tsv alone), dev, own, articles,
batches: the relations found, each with "signs" of its confidence and with "right" (null where
the gold calls it optional). Where a COMPLETION.tsv is given for a source, roles are
completed with it in place of lib/data/completion.tsv: one that was not fitted on the source,
lest the confidence be fitted on what is known by heart. TEXTS are folders of more articles (*.txt,
the relations of all of them in one *.jsonl): a source each, called like the folder.
"""
import importlib.util
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"
READERS = ("judged-real.tsv", "judged-completed.tsv", "judged-blind.tsv", "judged-fresh.tsv",
           "judged-news.tsv", "judged-default.tsv")
SAMPLES = ("judged-blind.tsv", "judged-fresh.tsv", "judged-news.tsv", "judged-default.tsv")


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
    environment = dict(os.environ)
    if name in COMPLETIONS:
        os.environ["ENTENTE_DATA"] = str(data_with(COMPLETIONS[name]))
    rows = [json.loads(line) for line in
            output(BIN / "ent-extract", "--min-confidence", "0", *files).splitlines()]
    parts = list(signs_of(output(BIN / "ent-why", "--explain", "--min-confidence", "0", *files)))
    os.environ.clear()
    os.environ.update(environment)
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


def articles(name, files, gold, docs):
    docs = set(docs.read_text().split())
    gold = [r for r in score.read(gold) if r["doc"] in docs]
    rows = extract(name, [f for f in files if f.stem in docs])
    for r in rows:
        r["right"] = verdict([g for g in gold if score.match(g, r, "triple", CANON)])
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
        rows = extract("batches", [docs.name])
    for r in rows:
        r["right"] = verdict([g for g in items[int(r["doc"])]["gold"] if run.match(g, r, CANON)])
    write("batches", rows)


def judged(names):
    """What readers said of (document, source, relation, target); the last reader counts."""
    result = {}
    for path in (HERE / name for name in names):
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else ():
            if not line.startswith("#"):
                *key, right = line.split("\t")
                result[tuple(key)] = int(right)
    return result


def some_documents(docs):
    corpus = SHARED / "corpus" / "wikinews-fr.jsonl"
    file = tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8")
    for line in open(corpus, encoding="utf-8"):
        if json.loads(line)["id"] in docs:
            file.write(line)
    file.flush()
    return file


def real():
    readers, samples = judged(READERS), judged(SAMPLES)
    annotated = set((HERE / "real" / "open.docs").read_text().split())
    unseen = set((HERE / "real" / "unseen.docs").read_text().split())
    gold = {}
    for g in score.read(HERE / "real" / "real.jsonl"):
        gold.setdefault(g["doc"], []).append(g)
    with some_documents(({key[0] for key in readers} | annotated) - unseen) as file:
        rows = extract("real", [file.name])
    for r in rows:
        key = (r["doc"], r["source"]["group"], r["relation"], r["target"]["group"])
        r["right"] = readers.get(key)
        r["sampled"] = samples.get(key)
        if r["doc"] in annotated:
            r["right"] = verdict([g for g in gold.get(r["doc"], ())
                                  if score.match(g, r, "triple", CANON)])
    write("real", [r for r in rows if r["right"] is not None])
    write("sampled", [{**r, "right": r["sampled"]} for r in rows if r["sampled"] is not None])


if len(sys.argv) < 3:
    sys.exit(__doc__)
BIN, FOLDER = Path(sys.argv[1]), Path(sys.argv[2])
COMPLETIONS = {a.split("=", 1)[0]: Path(a.split("=", 1)[1]).resolve() for a in sys.argv[3:] if "=" in a}
score = load(SHARED / "gold" / "score.py")
run = load(HERE.parent / "corpus" / "run.py")
CANON = score.load_aliases(SHARED / "gold" / "aliases.tsv")
FOLDER.mkdir(parents=True, exist_ok=True)
real()
articles("dev", sorted((SHARED / "gold" / "news").glob("*.txt")), SHARED / "gold" / "news.jsonl",
         HERE / "dev.docs")
articles("own", sorted((HERE / "own").glob("*.txt")), HERE / "own" / "own.jsonl",
         HERE / "own" / "own.docs")
articles("articles", sorted((HERE / "articles").glob("*.txt")),
         HERE / "articles" / "articles.jsonl", HERE / "articles" / "open.docs")
batches()
for texts in (Path(a) for a in sys.argv[3:] if "=" not in a):
    names, golds = FOLDER / f"{texts.name}.docs", list(texts.glob("*.jsonl"))
    if golds:
        annotated = {r["doc"] for r in score.read(golds[0])}
        names.write_text("\n".join(sorted(annotated & {f.stem for f in texts.glob("*.txt")})))
        articles(texts.name, sorted(texts.glob("*.txt")), golds[0], names)
