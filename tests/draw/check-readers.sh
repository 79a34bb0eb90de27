#!/bin/sh
# usage: check-readers.sh BIN-FOLDER
# networkx, igraph, xmllint, graphology and Cytoscape.js find in every format what the network
# holds: a small one, that of the samples and that of ../shared/corpus, if it is there. Skipped
# without networkx and igraph for Python; graphology and Cytoscape.js only where their npm
# packages are in ENTENTE_NODE_MODULES, or with ENTENTE_BROWSER_TESTS=1.
bin=$1
here=$(cd "$(dirname "$0")" && pwd)
modules=${ENTENTE_NODE_MODULES:-$bin/../node}
PATH=$bin:$PATH OPENBLAS_NUM_THREADS=1
export PATH OPENBLAS_NUM_THREADS
python=/usr/bin/python3
$python -c 'import networkx, igraph' 2>/dev/null || {
    echo "skipped: no networkx and igraph for $python"
    exit 77
}
if [ ! -d "$modules/node_modules/cytoscape-graphml" ]; then
    [ "$ENTENTE_BROWSER_TESTS" = 1 ] && command -v npm >/dev/null &&
        npm install --silent --no-save --prefix "$modules" playwright-core@1 graphology@0.26 \
            graphology-gexf@0.13 graphology-graphml@0.5 cytoscape@3 cytoscape-graphml@1 \
            jquery@3 jsdom@24 >/dev/null 2>&1
fi
[ -d "$modules/node_modules/cytoscape-graphml" ] || modules=-
schema=$here/../../../shared/schema
[ -d "$schema" ] && schema=$(cd "$schema" && pwd) || schema=-
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ent-extract "$here"/../../samples/fr/*.txt "$here"/../../samples/en/*.txt | ent-graph | ent-camps \
    >"$work/samples.graphml" || exit 1
corpus=$here/../../../shared/corpus/wikinews-fr.jsonl
[ -f "$corpus" ] && { ent-extract "$corpus" | ent-graph | ent-rank | ent-camps \
    >"$work/corpus.graphml" || exit 1; }
failed=0
for network in "$here/../cases/ent-export/network.graphml" "$work"/*.graphml; do
    $python "$here/readers.py" "$bin/ent-export" "$network" "$schema" "$modules" || failed=1
done
exit $failed
