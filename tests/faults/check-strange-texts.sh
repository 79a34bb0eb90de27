#!/bin/sh
# usage: check-strange-texts.sh BIN-FOLDER
# Texts nobody wrote: see strange_texts.py. Smaller ones where sanitisers make the tools slow.
size=40000
grep -q __asan_init "$1/ent-extract" && size=5000
exec python3 "$(dirname "$0")/strange_texts.py" "$1" $size
