#!/bin/sh
# usage: check-faults.sh BIN-FOLDER
# What every tool must do when things go wrong: help and version, unknown options, files that
# are not there, a full disk, a closed pipe, an empty input, and random bytes.
bin=$(cd "$1" && pwd) || exit 2
failed=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
complain() {
    echo "$*"
    failed=1
}
# A death by signal shows as a status above 128; sanitizer reports end with status 1 too, but
# they name themselves.
check() { # check NAME WANTED-STATUS ACTUAL-STATUS
    [ "$3" -eq "$2" ] || complain "$1: exit status $3, wanted $2"
    grep -qE 'Sanitizer|runtime error' "$work/err" && complain "$1: $(head -5 "$work/err")"
}
head -c 20000 /dev/urandom >"$work/random"
printf 'a\0b\n{"doc":1}\n' >"$work/nul"

for path in "$bin"/ent-*; do
    tool=${path##*/}
    "$path" --help >"$work/out" 2>"$work/err"
    check "$tool --help" 0 $?
    grep -q '^Usage: ' "$work/out" || complain "$tool --help prints no usage"
    [ -s "$work/err" ] && complain "$tool --help speaks on standard error"
    "$path" --version >"$work/out" 2>"$work/err"
    check "$tool --version" 0 $?
    grep -qE "^$tool \(entente\) [0-9]+\.[0-9]+" "$work/out" || complain "$tool --version: form"
    "$path" --no-such-option >"$work/out" 2>"$work/err" </dev/null
    check "$tool --no-such-option" 2 $?
    [ -s "$work/err" ] || complain "$tool says nothing about an unknown option"
    "$path" --help >/dev/full 2>"$work/err"
    check "$tool --help on a full disk" 1 $?
    case $tool in
    ent-train) continue ;; # its operands are checked by its own cases
    ent-score | ent-compare) set -- "$work/absent" "$work/absent" ;;
    *) set -- "$work/absent" ;;
    esac
    "$path" "$@" >"$work/out" 2>"$work/err"
    check "$tool on a missing file" 1 $?
    grep -q absent "$work/err" || complain "$tool does not name the missing file"
    for input in random nul; do
        case $tool in
        ent-score | ent-compare) set -- "$work/$input" "$work/$input" ;;
        *) set -- "$work/$input" ;;
        esac
        timeout 60 "$path" "$@" >"$work/out" 2>"$work/err"
        status=$?
        [ $status -gt 1 ] && complain "$tool on $input bytes: exit status $status"
        grep -qE 'Sanitizer|runtime error' "$work/err" &&
            complain "$tool on $input bytes: $(head -5 "$work/err")"
    done
done

# The whole pipe's intermediate results, then every stage onto a full disk and a closed pipe.
samples=$(dirname "$0")/../../samples
article=$samples/fr/02-soutien-otan.txt
cd "$work" || exit 2
cp "$article" article.txt
"$bin/ent-read" article.txt >documents.jsonl 2>err || complain "ent-read failed: $(cat err)"
"$bin/ent-parse" documents.jsonl >trees.conllu 2>err || complain "ent-parse failed: $(cat err)"
"$bin/ent-actors" trees.conllu >actors.conllu 2>err || complain "ent-actors failed: $(cat err)"
"$bin/ent-relate" actors.conllu >relations.jsonl 2>err || complain "ent-relate failed: $(cat err)"
"$bin/ent-graph" relations.jsonl >network.graphml 2>err || complain "ent-graph failed: $(cat err)"
while read -r tool input; do
    "$bin/$tool" "$input" >/dev/full 2>"$work/err"
    check "$tool on a full disk" 1 $?
    [ -s "$work/err" ] || complain "$tool says nothing about a full disk"
    # A closed pipe ends the tool by SIGPIPE (141 in a shell), or it had finished before.
    { "$bin/$tool" "$input" 2>"$work/err"; echo $? >"$work/status"; } | head -c 1 >/dev/null
    status=$(cat "$work/status")
    [ "$status" -eq 141 ] || [ "$status" -eq 0 ] || [ "$status" -eq 1 ] ||
        complain "$tool into a closed pipe: exit status $status"
    grep -qE 'Sanitizer|runtime error' "$work/err" && complain "$tool: $(head -5 "$work/err")"
done <<EOF
ent-read article.txt
ent-parse documents.jsonl
ent-actors trees.conllu
ent-relate actors.conllu
ent-extract article.txt
ent-merge relations.jsonl
ent-graph relations.jsonl
ent-rank network.graphml
ent-camps network.graphml
ent-export network.graphml
ent-why relations.jsonl
EOF
exit $failed
