#!/bin/sh
# usage: fit.sh BIN-FOLDER [--confidence] [TEXTS]...
# Fits lib/data/completion.tsv and lib/data/confidence.tsv anew on all that may be tuned on: dev,
# own/, the open articles, the open half of real/, what readers judged of real news (but for
# judged-{default,ramp,steps,handicap}.tsv, which stay tests), the batches, and TEXTS (folders of more
# *.txt with the relations of all in one *.jsonl). --confidence leaves completion.tsv as it is
# and fits the confidence alone, on completions as the last fit left them in $FIT. The
# confidence is fitted with completions that were fitted without the text at hand. Prints how
# the confidence does, cross-validated by document. Works in $FIT (default /tmp/entente-fit). Needs numpy and ../shared.
bin=$(cd "$1" && pwd) || exit 2
shift
here=$(cd "$(dirname "$0")" && pwd)
data=$here/../../lib/data
shared=$here/../../../shared
corpus=$shared/corpus/wikinews-fr.jsonl
fit=${FIT:-/tmp/entente-fit}
python=${PYTHON:-python3}
completion=yes
[ "$1" = --confidence ] && completion= && shift
mkdir -p "$fit/judged"

dump() { # dump NAME WHAT...: who might fill roles that no rule fills
    name=$1
    shift
    $python "$here/completion_dump.py" "$bin" "$@" >"$fit/$name.dump" || exit 1
}

dump_all() { # dump_all [TEXTS]...
    rm -f "$fit"/*.dump "$fit"/no-*.tsv
    dump dev articles "$shared/gold/news" "$shared/gold/news.jsonl" "$here/dev.docs"
    dump own articles "$here/own" "$here/own/own.jsonl" "$here/own/own.docs"
    dump articles articles "$here/articles" "$here/articles/articles.jsonl" "$here/articles/open.docs"
    dump real articles "$corpus" "$here/real/real.jsonl" "$here/real/open.docs"
    dump judged judged "$corpus" "$here/judged-completed.tsv"
    dump batches batches "$here"/../corpus/*.batch
    for folder in "$@"; do
        for file in "$folder"/*.txt; do basename "$file" .txt; done >"$fit/docs"
        dump "$(basename "$folder")" articles "$folder" "$folder"/*.jsonl "$fit/docs"
    done
}

fit_completion() {
    all=$(ls "$fit"/*.dump)
    $python "$here/completion.py" $all >"$fit/completion.tsv" || exit 1
    for path in $all; do
        name=$(basename "$path" .dump)
        [ "$name" = judged ] && continue
        without="/$name.dump"
        [ "$name" = real ] && without='/(real|judged).dump'
        $python "$here/completion.py" $(ls "$fit"/*.dump | grep -vE "$without\$") \
            >"$fit/no-$name.tsv" || exit 1
    done
    cp "$fit/completion.tsv" "$data/completion.tsv"
}

if [ $completion ]; then
    dump_all "$@"
    fit_completion
fi
rm -f "$fit"/judged/*
set -- "$@" $(for path in "$fit"/no-*.tsv; do
    [ -e "$path" ] && name=$(basename "$path" .tsv) && echo "${name#no-}=$path"
done)
$python "$here/judgements.py" "$bin" "$fit/judged" "$@" &&
    $python "$here/confidence.py" "$fit/judged" >"$fit/confidence.tsv" &&
    cp "$fit/confidence.tsv" "$data/confidence.tsv" &&
    $python "$here/confidence.py" --check "$fit/judged"
