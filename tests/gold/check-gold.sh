#!/bin/sh
# usage: check-gold.sh BIN-FOLDER [--relations]
# Scores ent-extract on the gold standard: on the half that rules were tuned on (dev.docs), on
# the half that was only scored (held.docs), and on all, each also by language; prints the
# figures (with --relations per relation too) and fails when one is below its floor in
# floors.tsv. Scores our own articles besides: own/, and the parts of articles/ that rules
# were tuned on (open) and that nobody has read (unseen); and the annotated articles of real
# news, with the same two parts (real, real-new). Skipped without ../shared/gold.
bin=$(cd "$1" && pwd) || exit 2
here=$(cd "$(dirname "$0")" && pwd)
gold=$here/../../../shared/gold
[ -d "$gold" ] || { echo "skipped: no ../shared/gold"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bin"/ent-extract "$gold"/news/*.txt >"$work/system.jsonl" || exit 1
for folder in own articles; do
    "$bin"/ent-extract "$here/$folder"/*.txt >"$work/$folder-system.jsonl" || exit 1
done
cat "$here/dev.docs" "$here/held.docs" >"$work/all.docs"
cp "$here/dev.docs" "$here/held.docs" "$work"
cp "$here/own/own.docs" "$here/articles/open.docs" "$here/articles/unseen.docs" "$work"
cp "$here/real/open.docs" "$work/real.docs"
cp "$here/real/unseen.docs" "$work/real-new.docs"
sets="dev held all own open unseen real real-new"
grep -hE "\"id\": *\"($(cat "$work"/real*.docs | paste -sd'|'))\"" \
    "$gold/../corpus/wikinews-fr.jsonl" >"$work/real.jsonl"
"$bin"/ent-extract "$work/real.jsonl" >"$work/real-system.jsonl" || exit 1
score() { # score NAME GOLD SYSTEM
    grep -E "\"doc\": *\"($(paste -sd'|' "$work/$1.docs"))\"" "$2" >"$work/gold.jsonl"
    python3 "$gold/score.py" "$work/gold.jsonl" "$3" --docs "$work/$1.docs" --json \
        >"$work/$1.json" || exit 1
}
for set in $sets; do
    grep '^en-' "$work/$set.docs" >"$work/$set-en.docs"
    grep -v '^en-' "$work/$set.docs" >"$work/$set-fr.docs"
    case $set in
    real*) names=$set ;; # all French
    *) names="$set $set-fr $set-en" ;;
    esac
    for name in $names; do
        case $set in
        own) score "$name" "$here/own/own.jsonl" "$work/own-system.jsonl" ;;
        real | real-new) score "$name" "$here/real/real.jsonl" "$work/real-system.jsonl" ;;
        open | unseen)
            score "$name" "$here/articles/articles.jsonl" "$work/articles-system.jsonl" ;;
        *) score "$name" "$gold/news.jsonl" "$work/system.jsonl" ;;
        esac
    done
done
python3 - "$here/floors.tsv" "$work" "$2" $sets <<'EOF'
import json, sys
failed = 0
figures = {}
sets = sys.argv[4:]
names = [s + l for s in sets for l in ("", "-fr", "-en") if not (l and s.startswith("real"))]
for name in names:
    result = json.load(open(f"{sys.argv[2]}/{name}.json"))
    for level in ("triple", "sign", "pair"):
        for key in ("precision", "recall", "f1"):
            figures[name, f"{level}_{key}"] = result[level][key]
    figures[name, "status_accuracy"] = result["status_accuracy"]
    print(f"{name:9}", *(f"{level} P {result[level]['precision']:.3f} R {result[level]['recall']:.3f}"
          f" F1 {result[level]['f1']:.3f};" for level in ("triple", "sign", "pair")),
          f"status {result['status_accuracy']:.3f}")
    if sys.argv[3] == "--relations" and name in sets:
        for relation, tally in result["relations"].items():
            right, wrong, missed = (tally.get(k, 0) for k in ("hit", "wrong", "missed"))
            print(f"    {relation:18} F1 {2 * right / (2 * right + wrong + missed):.3f}"
                  f"   right {right:3}  wrong {wrong:3}  missed {missed:3}")
for line in open(sys.argv[1]):
    if line.strip() and not line.startswith("#"):
        name, figure, floor = line.split()
        if figures[name, figure] < float(floor):
            print(f"{name} {figure} is {figures[name, figure]:.3f}, below the floor of {floor}")
            failed = 1
sys.exit(failed)
EOF
