#!/bin/sh
# usage: check-docs.sh BIN-FOLDER
# The commands of README.md and of the pages in docs (lines that start with "    $ ") run over the
# network of the samples, say nothing on standard error and write what they say they write.
# Those that speak of ../shared are left out where that is not there.
bin=$(cd "$1" && pwd) || exit 2
root=$(cd "$(dirname "$0")/../.." && pwd)
PATH=$bin:$PATH LC_ALL=C.UTF-8 OPENBLAS_NUM_THREADS=1
export PATH LC_ALL OPENBLAS_NUM_THREADS
for program in sfdp gvmap xmllint; do
    command -v $program >/dev/null || { echo "skipped: no $program"; exit 77; }
done
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir "$work/run" && cd "$work/run" || exit 2
failed=0
ln -s "$root/samples" "$root/tests" .
ln -s "$root/samples/fr" articles
[ -d "$root/../shared" ] && ln -s "$root/../shared" ../shared
ent-extract "$root"/samples/fr/*.txt "$root"/samples/en/*.txt >relations.jsonl &&
    ent-graph relations.jsonl | ent-rank | ent-camps >network.graphml || exit 1
for page in README docs/graphviz docs/gephi docs/html docs/measures docs/coalitions; do
    sed -n 's/^    \$ //p' "$root/$page.md" >commands
    [ -s commands ] || { echo "$page.md has no commands"; failed=1; }
    while read -r command; do
        case $command in
        *../shared*) [ -d ../shared ] || continue ;;
        *tribes*) [ -s tribes.graphml ] || continue ;;
        esac
        sh -c "$command" 2>err </dev/null || { echo "$page.md: $command: fails"; failed=1; }
        # dot says so of its own splines on some networks with clusters; the picture is fine.
        sed -i '/^Warning: Unable to reclaim box space/d' err
        [ -s err ] && { echo "$page.md: $command: $(head -2 err)"; failed=1; }
        result=$(echo "$command" | sed -n 's/.*\(-o\|>\) *\([^ ]*\).*/\2/p')
        [ -s "$result" ] || { echo "$page.md: $command: writes nothing"; failed=1; }
        case $result in
        *.svg | *.gexf | *.graphml) xmllint --huge --noout "$result" || failed=1 ;;
        esac
    done <commands
done
exit $failed
