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
    files=$(sed "s|.*|$here/mentions/texts/&.txt|" "$here/mentions/$name.docs")
    # shellcheck disable=SC2086 # names without blanks
    "$bin"/ent-parse $files | "$bin"/ent-actors >"$work/actors.conllu" || exit 1
    python3 "$here/linking.py" "$here/mentions/mentions.tsv" "$work/actors.conllu" \
        --docs "$here/mentions/$name.docs" --gold "$gold" --floors "$name" $errors \
        >"$work/figures" || failed=1
    sed "s/^/$name: /" "$work/figures"
done
exit $failed
