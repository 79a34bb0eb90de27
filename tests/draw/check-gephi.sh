#!/bin/sh
# usage: check-gephi.sh BIN-FOLDER
# What Gephi's own importer makes of our files: counts, typed columns, labels, sizes, colours,
# places, and no warning. Skipped without Java and Maven; as the toolkit is a download of
# 60 MB, only done with ENTENTE_GEPHI_TESTS=1 or where it has been fetched before.
bin=$1
here=$(cd "$(dirname "$0")" && pwd)
build=$bin/../gephi
skip() {
    echo "skipped: $*"
    exit 77
}
command -v java >/dev/null && command -v mvn >/dev/null || skip "no java and mvn"
if [ ! -d "$build/target/lib" ]; then
    [ "$ENTENTE_GEPHI_TESTS" = 1 ] || skip "no Gephi toolkit; set ENTENTE_GEPHI_TESTS=1"
    rm -rf "$build" && cp -r "$here/gephi" "$build"
    (cd "$build" && mvn -q -B package dependency:copy-dependencies \
        -DoutputDirectory=target/lib) >"$build/log" 2>&1 || {
        rm -rf "$build/target"
        skip "Maven cannot build: $(grep -m 1 ERROR "$build/log")"
    }
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
network=$here/../cases/ent-export/network.graphml
"$bin/ent-camps" "$network" >"$work/plain.graphml" || exit 1
"$bin/ent-export" -f gephi "$network" >"$work/gephi.graphml" || exit 1
"$bin/ent-export" -f gexf "$network" >"$work/network.gexf" || exit 1
cd "$work" || exit 2
java -cp "$build/target/classes:$build/target/lib/*" Import plain.graphml gephi.graphml \
    network.gexf >seen 2>err || { cat err; exit 1; }
diff -u "$here/gephi/expected" seen || exit 1

# The network of a real corpus: every actor and tie, a column for every attribute, no issue.
corpus=$here/../../../shared/corpus/wikinews-fr.jsonl
[ -f "$corpus" ] || exit 0
PATH=$bin:$PATH
ent-extract "$corpus" | ent-graph | ent-rank | ent-camps >corpus.graphml || exit 1
java -cp "$build/target/classes:$build/target/lib/*" Import corpus.graphml >seen 2>err ||
    { cat err; exit 1; }
count() { grep -c "$@"; }
failed=0
equal() { [ "$2" = "$3" ] || { echo "corpus: $1: Gephi has $2, we wrote $3"; failed=1; }; }
equal actors "$(count '^node' seen)" "$(count '<node ' corpus.graphml)"
equal ties "$(count '^edge' seen)" "$(count '<edge ' corpus.graphml)"
equal issues "$(count '^issue' seen)" 0
equal 'actors without colour' "$(count '^node.*000000' seen)" 0
# label, size, colour and weight go into Gephi's own columns; it adds id, label, timeset,
# weight, and makes x and y places.
for kind in vertices:node arcs:edge; do
    for name in $(sed -n "s/.*<key .*for=\"${kind#*:}\" attr.name=\"\([^\"]*\)\".*/\1/p" corpus.graphml); do
        case $name in label | size | color | weight) continue ;; esac
        grep -q "^${kind%:*}	._$name	" seen || { echo "corpus: no column $name"; failed=1; }
    done
done
exit $failed
