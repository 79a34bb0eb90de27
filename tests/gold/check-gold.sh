#!/bin/sh
# usage: check-gold.sh BIN-FOLDER
# Scores ent-extract on the gold standard: on the half that rules were tuned on (dev.docs), on
# the half that was only scored (held.docs), and on all; prints the figures and fails when one
# is below its floor in floors.tsv. Skipped without ../shared/gold.
here=$(cd "$(dirname "$0")" && pwd)
gold=$here/../../../shared/gold
[ -d "$gold" ] || { echo "skipped: no ../shared/gold"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$1"/ent-extract "$gold"/news/*.txt >"$work/system.jsonl" || exit 1
cat "$here/dev.docs" "$here/held.docs" >"$work/all.docs"
cp "$here/dev.docs" "$here/held.docs" "$work"
for set in dev held all; do
    grep -E "\"doc\": *\"($(paste -sd'|' "$work/$set.docs"))\"" "$gold/news.jsonl" >"$work/gold.jsonl"
    python3 "$gold/score.py" "$work/gold.jsonl" "$work/system.jsonl" \
        --docs "$work/$set.docs" --json >"$work/$set.json" || exit 1
done
python3 - "$here/floors.tsv" "$work" <<'EOF'
import json, sys
failed = 0
figures = {}
for name in ("dev", "held", "all"):
    result = json.load(open(f"{sys.argv[2]}/{name}.json"))
    for level in ("triple", "sign", "pair"):
        for key in ("precision", "recall", "f1"):
            figures[name, f"{level}_{key}"] = result[level][key]
    figures[name, "status_accuracy"] = result["status_accuracy"]
    print(name, *(f"{level} P {result[level]['precision']:.3f} R {result[level]['recall']:.3f}"
                  f" F1 {result[level]['f1']:.3f};" for level in ("triple", "sign", "pair")),
          f"status {result['status_accuracy']:.3f}")
for line in open(sys.argv[1]):
    if line.strip() and not line.startswith("#"):
        name, figure, floor = line.split()
        if figures[name, figure] < float(floor):
            print(f"{name} {figure} is {figures[name, figure]:.3f}, below the floor of {floor}")
            failed = 1
sys.exit(failed)
EOF
