#!/bin/sh
# usage: make.sh BIN-FOLDER
# Makes the pictures of docs/graphviz.md anew from the samples. (page.png is a screenshot of the
# page of docs/html.md.)
PATH=$1:$PATH OPENBLAS_NUM_THREADS=1
export PATH OPENBLAS_NUM_THREADS
cd "$(dirname "$0")" || exit 2
network=$(mktemp)
trap 'rm -f "$network"' EXIT
ent-extract ../../samples/fr/*.txt ../../samples/en/*.txt | ent-graph --lang fr | ent-rank | ent-camps \
    >"$network" || exit 1
ent-export --lang fr --title "Crise en mer Baltique" "$network" | sfdp -Tsvg >samples.svg
ent-export --lang fr --title "Crise en mer Baltique" --top 16 --theme print --clusters "$network" |
    dot -Tsvg >print.svg
