#!/bin/sh
# usage: train.sh eval|final [BIN-FOLDER [OUT-FOLDER]]
# Trains the French and English models from ../shared/ud. `eval` leaves the test sets out (French
# twice: pud/ has not seen PUD either) and prints figures; `final` uses everything and writes what
# ships. Takes about an hour on one core.
set -e
mode=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
bin=${2:-$root/build/release/bin}
out=${3:-$root/build/models-$mode}
ud=$root/../shared/ud
press=$root/docs/models/fr-press.conllu
english_press=$root/docs/models/en-press.conllu
case $mode in eval | final) ;; *) echo "usage: train.sh eval|final [BIN [OUT]]" >&2; exit 2 ;; esac
mkdir -p "$out/fr" "$out/en" "$out/pud"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for file in "$ud"/*.conllu.xz; do
    name=${file##*/}
    xz -dkc "$file" >"$work/${name%.xz}"
done
u() { echo "$work/$1-ud-$2.conllu"; }

"$bin"/ent-train --hunspell /usr/share/hunspell/fr -o "$out/fr/lexicon.ent" \
    "$root"/lib/data/actors/*.tsv
"$bin"/ent-train --lang en --hunspell /usr/share/hunspell/en_US -o "$out/en/lexicon.ent" \
    "$root"/lib/data/actors/*.tsv
cp "$out/fr/lexicon.ent" "$out/pud"

# train FOLDER N OPTION-OR-TREEBANK...: tagger and the first two parsers, which are sums of three
# trainings; then the parsers that see those two, sums of N.
train() {
    folder=$out/$1
    members=$2
    shift 2
    mkdir -p "$folder/plain"
    cp "$folder/lexicon.ent" "$folder/plain"
    set -- -v -l "$folder/lexicon.ent" -e 7 --patience 9 "$@"
    "$bin"/ent-train --members 3 --voters 2 -o "$folder/plain/fast.ent" \
        -a "$folder/plain/accurate.ent" "$@"
    "$bin"/ent-train --members "$members" --voters 2 --guided 2 -o "$folder/fast.ent" \
        -a "$folder/accurate.ent" \
        --from "$folder/plain/fast.ent,$folder/plain/accurate.ent" "$@"
    rm -r "$folder/plain"
}
train_fr() { # train_fr FOLDER [NAME=]TREEBANK...
    folder=$1
    shift
    train "$folder" 2 "$@" -t sequoia sequoia="$(u fr_sequoia train)" sequoia="$press" \
        gsd="$(u fr_gsd dev)" fqb="$(u fr_fqb test)" \
        rhapsodie="$(u fr_rhapsodie train)" parisstories="$(u fr_parisstories train)"
}
train_en() {
    train en 1 --lang en "$@" "$(u en_ewt train)" "$english_press" "$english_press"
}
if [ "$mode" = final ]; then
    train_fr fr pud="$(u fr_pud test)" sequoia="$(u fr_sequoia dev)" \
        sequoia="$(u fr_sequoia test)" gsd="$(u fr_gsd test)"
    train_en "$(u en_ewt dev)" "$(u en_ewt test)"
    exit
fi
train_fr fr -d sequoia="$(u fr_sequoia dev)" pud="$(u fr_pud test)"
train_en -d "$(u en_ewt dev)"
train_fr pud -d sequoia="$(u fr_sequoia dev)"
for model in fast accurate; do
    for test in "fr sequoia sequoia" "fr gsd gsd" "pud gsd pud"; do # folder, conventions, test
        set -- $test
        echo "== $model, French $3 test"
        "$bin"/ent-parse -e -m "$out/$1/$model.ent" -t "$2" "$(u "fr_$3" test)"
    done
    echo "== $model, English EWT test"
    "$bin"/ent-parse -e --lang en -m "$out/en/$model.ent" "$(u en_ewt test)"
done
