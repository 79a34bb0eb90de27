#!/bin/sh
# usage: check-gold.sh BIN-FOLDER [--relations]
# Scores ent-extract on all annotated documents and fails below the floors: see gold.py.
# Skipped without ../shared/gold.
here=$(cd "$(dirname "$0")" && pwd)
[ -d "$here/../../../shared/gold" ] || { echo "skipped: no ../shared/gold"; exit 77; }
exec python3 "$here/gold.py" "$@"
