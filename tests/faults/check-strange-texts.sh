#!/bin/sh
# usage: check-strange-texts.sh BIN-FOLDER
# Texts nobody wrote: see strange_texts.py.
exec python3 "$(dirname "$0")/strange_texts.py" "$1"
