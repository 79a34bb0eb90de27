#!/bin/sh
# usage: check-hostile.sh BIN-FOLDER
# Random networks with hostile strings in every format, read by other programs. 300 of them;
# ENTENTE_HOSTILE=10000 makes more.
bin=$1
here=$(cd "$(dirname "$0")" && pwd)
count=${ENTENTE_HOSTILE:-300}
for program in nop dot xmllint; do
    command -v $program >/dev/null || { echo "skipped: no $program"; exit 77; }
done
schema=$here/../../../shared/schema
[ -d "$schema" ] || schema=-
python=/usr/bin/python3
[ -x $python ] || python=python3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failed=0
for seed in $(seq 1 $(((count + 999) / 1000))); do
    part=$((count < 1000 ? count : 1000))
    rm -rf "$work"/*
    "$bin/../tests/test_draw_hostile" "$work" $part "$seed" || exit 1
    $python "$here/hostile.py" "$work" "$schema" || failed=1
done
exit $failed
