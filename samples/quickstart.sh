#!/bin/sh
# From a fresh Debian machine to a drawn network: installs what building needs, builds, runs
# the pipe over the sample articles, and says where the results are.
set -e
cd "$(dirname "$0")/.."
sh samples/install-packages.sh build
mkdir -p build
{
    # A tree that the tests have already configured stays as it is.
    { [ -f build/release/CMakeCache.txt ] || cmake --preset release -DBUILD_TESTING=OFF; } &&
        cmake --build --preset release
} >build/quickstart.log 2>&1 || {
    cat build/quickstart.log >&2
    exit 1
}
PATH=$PWD/build/release/bin:$PATH
out=build/quickstart
mkdir -p "$out"
ent-extract samples/fr/*.txt samples/en/*.txt -o "$out/relations.jsonl"
ent-graph "$out/relations.jsonl" | ent-rank | ent-camps -o "$out/network.graphml"
ent-export -f dot "$out/network.graphml" -o "$out/network.dot"
sfdp -Tsvg "$out/network.dot" -o "$out/network.svg"
ent-export -f html --evidence "$out/relations.jsonl" "$out/network.graphml" -o "$out/network.html"
ent-rank --table "$out/network.graphml" -o "$out/actors.tsv"
echo "relations  $out/relations.jsonl"
echo "network    $out/network.graphml   (open it in Gephi)"
echo "graph      $out/network.dot"
echo "picture    $out/network.svg"
echo "page       $out/network.html   (open it in a browser)"
echo "actors     $out/actors.tsv"
head -n 11 "$out/actors.tsv"
