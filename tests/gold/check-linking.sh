#!/bin/sh
# usage: check-linking.sh BIN-FOLDER [dev|held...] [--errors]
# Measures which actor every mention in mentions/ is linked to, on the half that may be read
# (dev) and the half that nobody who writes rules has read (held: totals only, please); fails
# below linking-floors.tsv. Skipped without ../shared/gold, whose aliases it needs.
bin=$(cd "$1" && pwd) || exit 2
shift
here=$(cd "$(dirname "$0")" && pwd)
gold=$here/../../../shared/gold
[ -d "$gold" ] || { echo "skipped: no ../shared/gold"; exit 77; }
errors=
sets=
for word in "$@"; do
    case $word in
    --errors) errors=--errors ;;
    *) sets="$sets $word" ;;
    esac
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
for name in ${sets:-dev held}; do
    [ -s "$here/mentions/$name.docs" ] || continue
    files=$(sed "s|.*|$here/mentions/texts/&.txt|" "$here/mentions/$name.docs")
    # shellcheck disable=SC2086 # names without blanks
    "$bin"/ent-parse $files | "$bin"/ent-actors >"$work/actors.conllu" || exit 1
    python3 "$here/linking.py" "$here/mentions/mentions.tsv" "$work/actors.conllu" \
        --docs "$here/mentions/$name.docs" --gold "$gold" $errors >"$work/figures" || exit 1
    sed "s/^/$name: /" "$work/figures"
    awk -v set="$name" 'NR == FNR { if ($1 == set) floor[$2 " " $3] = $4; next }
        { for (i = 2; i < NF; i++) {
              key = $1 " " $i
              if (key in floor && $(i + 1) < floor[key]) {
                  print set ": " key " is " $(i + 1) ", below the floor of " floor[key]
                  bad = 1
              } } }
        END { exit bad }' "$here/linking-floors.tsv" "$work/figures" || failed=1
done
exit $failed
