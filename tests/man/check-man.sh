#!/bin/sh
# usage: check-man.sh BIN-FOLDER
# Every tool has a man page that mandoc accepts, that names all of the tool's long options, and
# whose examples (lines that start with "$ ") run and exit 0 in a folder with the files that
# the pages speak of.
bin=$(cd "$1" && pwd) || exit 2
root=$(cd "$(dirname "$0")/../.." && pwd)
PATH=$bin:$PATH LC_ALL=C.UTF-8 OPENBLAS_NUM_THREADS=1
export PATH LC_ALL OPENBLAS_NUM_THREADS
failed=0
complain() {
    echo "$*"
    failed=1
}
command -v mandoc >/dev/null || { echo "skipped: no mandoc"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What the examples may use: articles/, documents.jsonl, trees.conllu, actors.conllu,
# relations.jsonl, aggregates.jsonl, network.graphml.
prepare() {
    mkdir "$work/stage" && cd "$work/stage" || exit 2
    mkdir articles
    cp "$root"/samples/fr/*.txt "$root"/samples/en/*.txt articles/
    cp articles/02-soutien-otan.txt article.txt
    ent-read articles/*.txt >documents.jsonl
    ent-parse documents.jsonl >trees.conllu
    ent-actors trees.conllu >actors.conllu
    ent-relate actors.conllu >relations.jsonl
    ent-merge relations.jsonl >aggregates.jsonl
    ent-graph relations.jsonl | ent-rank | ent-camps >network.graphml
    cp network.graphml old.graphml
    cp network.graphml new.graphml
    cp relations.jsonl gold.jsonl
}
prepare || complain "cannot prepare the files of the examples"

for tool in "$bin"/ent-*; do
    name=${tool##*/}
    page=$root/docs/man/$name.1
    [ -f "$page" ] || { complain "$name has no man page"; continue; }
    mandoc -T lint -W error "$page" >"$work/lint" 2>&1 || complain "$(cat "$work/lint")"
    text=$(mandoc -T ascii -O width=400 "$page" | sed 's/.\x08//g')
    for option in $("$tool" --help | grep -oE -- '--[a-z][a-z0-9-]+' | sort -u); do
        printf '%s' "$text" | grep -q -- "$option" || complain "$name.1 says nothing of $option"
    done
    help=$("$tool" --help)
    for option in $(grep '^\.It' "$page" | grep -oE 'Fl -[a-z][a-z0-9-]+' | sed 's/^Fl //'); do
        printf '%s' "$help" | grep -q -- "-$option\b" || complain "$name has no -$option: $page"
    done
done

# Completions know every tool, and offer every option and the values that --help names.
for script in _entente entente.bash entente.fish; do
    for tool in "$bin"/ent-*; do
        grep -qw -- "${tool##*/}" "$root/docs/completions/$script" ||
            complain "$script does not complete ${tool##*/}"
    done
done
complete_word() { # complete_word TOOL PREVIOUS CURRENT
    bash -c '. "$1"; COMP_WORDS=("$2" "$3" "$4") COMP_CWORD=2; _entente; echo " ${COMPREPLY[*]} "' \
        bash "$root/docs/completions/entente.bash" "$1" "$2" "$3"
}
if command -v bash >/dev/null; then
    for tool in "$bin"/ent-*; do
        offered=$(complete_word "$tool" "" --)
        for option in $("$tool" --help | sed -n 's/^ .\{5\}\(--[a-z0-9-]*\).*/\1/p'); do
            case $offered in
            *" $option "*) ;;
            *) complain "bash does not complete ${tool##*/} $option" ;;
            esac
        done
    done
    [ "$(complete_word "$bin/ent-graph" --level a)" = " actor " ] ||
        complain "bash does not complete the values of ent-graph --level"
fi
for page in "$root"/docs/man/*.[157]; do
    mandoc -T ascii -O width=400 "$page" | sed 's/.\x08//g' | sed -n 's/^ *\$ //p' >"$work/examples"
    while read -r command; do
        rm -rf "$work/run"
        cp -r "$work/stage" "$work/run"
        (cd "$work/run" && sh -c "$command") >"$work/out" 2>"$work/err" </dev/null ||
            complain "${page##*/}: '$command' fails: $(head -3 "$work/err")"
    done <"$work/examples"
done
exit $failed
