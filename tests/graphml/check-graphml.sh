#!/bin/sh
# usage: check-graphml.sh BIN-FOLDER
# GraphML of other programs: what networkx and python-igraph write is read with the same
# vertices, edges, types and values, and what we write they read. Files in the manner of Gephi,
# Cytoscape, graphology and yEd lie in samples/. Skipped without networkx and python-igraph.
bin=$1
here=$(cd "$(dirname "$0")" && pwd)
/usr/bin/python3 -c 'import igraph, networkx' 2>/dev/null ||
    { echo "skipped: no python3-igraph or python3-networkx"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
LC_ALL=C.UTF-8 /usr/bin/python3 "$here/exchange.py" "$bin" "$here/samples" "$work"
