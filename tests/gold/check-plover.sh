#!/bin/sh
# usage: check-plover.sh BIN-FOLDER
# Recall on real English sentences marked with PLOVER classes, as it comes and for who reads more
# than that; fails below plover-floors.tsv: see plover.py.
plover=$(dirname "$0")/plover.py
failed=0
for options in "" "--min-confidence 0" "--open-actors" "--min-confidence 0 --open-actors"; do
    echo "ent-extract $options"
    # shellcheck disable=SC2086 # options are words
    python3 "$plover" "$1" $options || failed=$?
    [ $failed -eq 77 ] && break
done
exit $failed
