#!/bin/sh
# usage: halves.sh BIN-FOLDER >RELATIONS.jsonl
# What the defaults extract from the real news of ../shared/corpus with completion and confidence
# fitted without the half of the documents at hand: for samples to judge, and for judged.py. Needs
# what fit.sh left in $FIT (default /tmp/entente-fit), numpy and ../shared.
bin=$(cd "$1" && pwd) || exit 2
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../lib/data
fit=${FIT:-/tmp/entente-fit}
python=${PYTHON:-python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

lines() { # lines IS|NOT HALF FILE: those whose document is (not) of the half
    $python - "$@" <<'EOF'
import json
import sys
import zlib

which, half, path = sys.argv[1:]
for line in open(path, encoding="utf-8"):
    record = json.loads(line)
    name = record.get("doc") or record["id"]
    if (zlib.crc32(name.encode()) % 2 == int(half)) == (which == "IS"):
        sys.stdout.write(line)
EOF
}

for half in 0 1; do
    mkdir -p "$work/judged" "$work/data"
    rm -f "$work"/*.dump "$work"/judged/* "$work"/data/*
    cp "$fit"/*.dump "$work"
    cp "$fit"/judged/*.jsonl "$work/judged"
    for name in real.dump judged.dump; do
        lines NOT $half "$fit/$name" >"$work/$name" || exit 1
    done
    for name in real sampled; do
        lines NOT $half "$fit/judged/$name.jsonl" >"$work/judged/$name.jsonl" || exit 1
    done
    for path in "$data"/*; do ln -s "$path" "$work/data"; done
    rm "$work/data/completion.tsv" "$work/data/confidence.tsv"
    $python "$here/completion.py" "$work"/*.dump >"$work/data/completion.tsv" 2>/dev/null &&
        $python "$here/confidence.py" "$work/judged" >"$work/data/confidence.tsv" &&
        lines IS $half "$here/../../../shared/corpus/wikinews-fr.jsonl" >"$work/half.jsonl" &&
        ENTENTE_DATA=$work/data "$bin/ent-extract" "$work/half.jsonl" || exit 1
done
