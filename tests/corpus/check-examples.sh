#!/bin/sh
# usage: check-examples.sh BIN-FOLDER
# The example sentence of every frame must show its relation; the share that does may not fall.
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../lib/data
python3 "$here/examples.py" "$1" "$data" fr --floor 0.96 || failed=1
python3 "$here/examples.py" "$1" "$data" en --floor 0.90 || failed=1
[ -z "$failed" ]
