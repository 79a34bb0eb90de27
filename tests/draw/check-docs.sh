#!/bin/sh
# usage: check-docs.sh BIN-FOLDER
# The commands of docs/graphviz.md, gephi.md and html.md (lines that start with "    $ ") run over
# the network of the samples, say nothing on standard error and write what they say they write.
bin=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
PATH=$bin:$PATH LC_ALL=C.UTF-8 OPENBLAS_NUM_THREADS=1
export PATH LC_ALL OPENBLAS_NUM_THREADS
for program in sfdp gvmap xmllint; do
    command -v $program >/dev/null || { echo "skipped: no $program"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 2
failed=0
ent-extract "$root"/samples/fr/*.txt "$root"/samples/en/*.txt >relations.jsonl &&
    ent-graph relations.jsonl | ent-rank | ent-camps >network.graphml || exit 1
for page in graphviz gephi html; do
    sed -n 's/^    \$ //p' "$root/docs/$page.md" >commands
    [ -s commands ] || { echo "$page.md has no commands"; failed=1; }
    while read -r command; do
        sh -c "$command" 2>err </dev/null || { echo "$page.md: $command: fails"; failed=1; }
        [ -s err ] && { echo "$page.md: $command: $(head -2 err)"; failed=1; }
        result=$(echo "$command" | sed -n 's/.*\(-o\|>\) *\([^ ]*\).*/\2/p')
        [ -s "$result" ] || { echo "$page.md: $command: writes nothing"; failed=1; }
        case $result in
        *.svg | *.gexf | *.graphml) xmllint --huge --noout "$result" || failed=1 ;;
        esac
    done <commands
done
exit $failed
