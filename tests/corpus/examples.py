#!/usr/bin/env python3
"""Check the example sentence of every frame: does ent-extract find its relation and pair?

usage: examples.py BIN DATA LANG [--floor SHARE]

BIN is the folder of the tools, DATA the data folder (lib/data), LANG fr or en. An example
reads "SENTENCE => SOURCE TARGET" or "SENTENCE => nothing"; a name with spaces stands in
double quotes. Lists the examples that fail; exits 1 when the share of those that hold is
below SHARE (default 1).
"""
import argparse
import json
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from run import SHARED, SYMMETRIC, load_aliases, same  # noqa: E402


def read_examples(folder, lang):
    """(where, relation, sentence, wanted pair or None) of every frame that has an example."""
    for path in sorted((folder / lang).glob("frames*.tsv")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            columns = line.split("\t")
            if line.startswith("#") or len(columns) < 6 or " => " not in columns[5]:
                continue
            sentence, wanted = columns[5].rsplit(" => ", 1)
            pair = None if wanted.strip() == "nothing" else shlex.split(wanted)
            if pair is not None and len(pair) != 2:
                sys.exit(f"{path}:{number}: not SOURCE TARGET: {wanted}")
            yield f"{path.name}:{number}", columns[0], sentence.strip(), pair


def extract(folder, lang, sentences):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as docs:
        for n, sentence in enumerate(sentences):
            docs.write(json.dumps({"id": str(n), "date": "2018-06-01", "lang": lang,
                                   "text": sentence}, ensure_ascii=False) + "\n")
        docs.flush()
        done = subprocess.run([str(folder / "ent-extract"), "--min-confidence", "0", docs.name],
                              stdout=subprocess.PIPE, check=False)
    if done.returncode:
        sys.exit(f"ent-extract failed with {done.returncode}")
    found = {}
    for line in done.stdout.decode("utf-8").splitlines():
        record = json.loads(line)
        found.setdefault(int(record["doc"]), []).append(record)
    return found


def holds(record, relation, pair, canon):
    if relation not in ("same", record["relation"]):
        return False
    ends = [record["source"], record["target"]]
    orders = [pair] + ([pair[::-1]] if relation in SYMMETRIC else [])
    return any(same([a], ends[0], canon) and same([b], ends[1], canon) for a, b in orders)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("bin", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("lang", choices=("fr", "en"))
    parser.add_argument("--floor", type=float, default=1.0)
    options = parser.parse_args()
    examples = list(read_examples(options.data, options.lang))
    found = extract(options.bin, options.lang, [e[2] for e in examples])
    canon, failed = load_aliases(SHARED), 0
    for n, (where, relation, sentence, pair) in enumerate(examples):
        records = found.get(n, [])
        good = (not records if pair is None
                else any(holds(r, relation, pair, canon) for r in records))
        if not good:
            failed += 1
            got = ", ".join(f"{r['source']['group']} {r['relation']} {r['target']['group']}"
                            for r in records)
            print(f"{where}: {relation}: {sentence} => {pair}; found: {got or 'nothing'}")
    share = 1 - failed / max(1, len(examples))
    print(f"{options.lang}: {len(examples)} examples, {failed} fail, {share:.3f} hold")
    return share < options.floor


if __name__ == "__main__":
    sys.exit(main())
