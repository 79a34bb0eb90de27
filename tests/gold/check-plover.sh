#!/bin/sh
# usage: check-plover.sh BIN-FOLDER
# Recall on real English sentences marked with PLOVER classes, as it comes and for who reads
# everything: see plover.py.
plover=$(dirname "$0")/plover.py
python3 "$plover" "$1" || exit $?
exec python3 "$plover" "$1" --min-confidence 0 --open-actors
