#!/bin/sh
# usage: check-classes.sh BIN-FOLDER
# PLOVER classes of original sentences: see classes.py.
exec python3 "$(dirname "$0")/classes.py" "$1"
