#!/bin/sh
# usage: check-mentions.sh BIN-FOLDER [SET...]
# Measures which actors of the gold relations are found as mentions, on the half that was tuned
# on (dev) and the half that was not (held); fails below linking-floors.tsv. Skipped without the gold.
bin=$(cd "$1" && pwd) || exit 2
shift
[ $# -gt 0 ] || set -- dev held
here=$(cd "$(dirname "$0")" && pwd)
gold=$here/../../../shared/gold
[ -d "$gold" ] || { echo "skipped: no ../shared/gold"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
for name in "$@"; do
    files=$(sed "s|.*|$gold/news/&.txt|" "$here/$name.docs")
    # shellcheck disable=SC2086 # names without blanks
    "$bin"/ent-parse $files | "$bin"/ent-actors >"$work/actors.conllu" || exit 1
    python3 "$here/actors.py" "$gold/news.jsonl" "$work/actors.conllu" \
        --docs "$here/$name.docs" --score "$gold" --floors "$name" >"$work/figures" || failed=1
    sed "s/^/$name: /" "$work/figures"
done
exit $failed
