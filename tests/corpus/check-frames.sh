#!/bin/sh
# usage: check-frames.sh BIN-FOLDER
# The example of every frame gives its relation: see frames.py.
exec python3 "$(dirname "$0")/frames.py" "$1"
