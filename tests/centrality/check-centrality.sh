#!/bin/sh
# usage: check-centrality.sh BIN-FOLDER
# ent-rank equals python3-igraph: ten networks of ../shared/instances, undirected and directed
# (direction and weights drawn with a fixed seed), all measures that do not look at signs.
# Skipped without the networks or without python3-igraph.
bin=$1
instances=$(cd "$(dirname "$0")/../.." && pwd)/../shared/instances
here=$(cd "$(dirname "$0")" && pwd)
[ -d "$instances" ] || { echo "skipped: no ../shared/instances"; exit 77; }
/usr/bin/python3 -c 'import igraph' 2>/dev/null || { echo "skipped: no python3-igraph"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
OPENBLAS_NUM_THREADS=1 /usr/bin/python3 "$here/compare_igraph.py" "$bin/ent-rank" "$instances" "$work"
