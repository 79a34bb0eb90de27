#!/bin/sh
# usage: check-corpus.sh BIN-FOLDER
# Scores ent-extract on the batch files of this folder; fails below their floors: see run.py.
here=$(dirname "$0")
exec python3 "$here/run.py" "$1" "$here"/*.batch --floors
