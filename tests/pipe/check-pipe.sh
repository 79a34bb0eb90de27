#!/bin/sh
# usage: check-pipe.sh BIN-FOLDER
# The pipe end to end over the samples: one process equals four, any number of threads gives
# the same bytes, and other programs read what comes out.
bin=$(cd "$1" && pwd) || exit 2
samples=$(cd "$(dirname "$0")/../../samples" && pwd)
PATH=$bin:$PATH LC_ALL=C.UTF-8 OPENBLAS_NUM_THREADS=1
export PATH LC_ALL OPENBLAS_NUM_THREADS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
failed=0
complain() {
    echo "$*"
    failed=1
}
set -- "$samples"/fr/*.txt "$samples"/en/*.txt

ent-extract -j1 "$@" >one 2>err || complain "ent-extract -j1: $(cat err)"
[ -s err ] && complain "ent-extract speaks on success: $(cat err)"
[ -s one ] || complain "ent-extract finds nothing in the samples"
for jobs in 2 5; do
    ent-extract -j$jobs "$@" >many
    cmp one many || complain "ent-extract -j$jobs differs from -j1"
done
ent-read "$@" | ent-parse | ent-actors | ent-relate >four
cmp one four || complain "the four tools piped differ from ent-extract"
cat "$samples"/fr/*.txt >/dev/null
ent-read "$@" >documents.jsonl
ent-extract documents.jsonl >from-documents
cmp one from-documents || complain "documents from ent-read give other relations"

ent-graph one | ent-rank | ent-camps >network.graphml 2>err || complain "network: $(cat err)"
ent-merge one >merged && ent-graph merged >from-merged && ent-graph one >from-relations
sed '/<!--/d' from-merged >a
sed '/<!--/d' from-relations >b
cmp a b || complain "ent-graph differs between relations and their aggregate"
ent-export -f dot network.graphml >network.dot || complain "ent-export -f dot failed"
nop -p network.dot >/dev/null || complain "Graphviz cannot parse the graph"
for engine in dot sfdp; do
    $engine -Tsvg network.dot >network.svg 2>err || complain "$engine failed"
    [ -s err ] && complain "$engine complains: $(cat err)"
    xmllint --noout network.svg || complain "$engine draws malformed SVG"
done
for format in graphml csv json; do
    ent-export -f $format network.graphml >network.$format.out 2>err ||
        complain "ent-export -f $format: $(cat err)"
done
python3 -m json.tool network.json.out >/dev/null || complain "malformed JSON"

/usr/bin/python3 - <<'EOF' || complain "networkx does not read the network"
import networkx
network = networkx.read_graphml("network.graphml")
assert network.is_directed()
assert network.number_of_nodes() > 5 and network.number_of_edges() > 5
for _, data in network.nodes(data=True):
    assert data["name"] and data["label"] and "camp" in data
for _, _, data in network.edges(data=True):
    assert data["weight"] > 0 and data["sign"] in (-1, 0, 1)
EOF
exit $failed
