#!/bin/sh
# usage: check-plover.sh BIN-FOLDER
# Recall on real English sentences marked with PLOVER classes: see plover.py.
exec python3 "$(dirname "$0")/plover.py" "$1"
