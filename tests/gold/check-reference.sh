#!/bin/sh
# usage: check-reference.sh BIN-FOLDER [--errors]
# Measures whom pronouns and descriptions of articles/ and own/ are taken for, against
# mentions/reference.tsv; fails below linking-floors.tsv. Skipped without ../shared/gold, whose
# aliases it needs.
bin=$(cd "$1" && pwd) || exit 2
here=$(cd "$(dirname "$0")" && pwd)
gold=$here/../../../shared/gold
[ -d "$gold" ] || { echo "skipped: no ../shared/gold"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$bin"/ent-parse "$here"/articles/*.txt "$here"/own/*.txt | "$bin"/ent-actors \
    >"$work/actors.conllu" || exit 1
python3 "$here/reference.py" "$here/mentions/reference.tsv" "$work/actors.conllu" \
    --gold "$gold" --floors open ${2:+"$2"}
