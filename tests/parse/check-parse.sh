#!/bin/sh
# usage: check-parse.sh BIN-FOLDER
# That training is deterministic and works, that threads do not change the output, and how well
# the committed models and the recipe do on the treebanks, when they are there (../shared/ud).
# Floors are a little below what was measured: see docs/models.
bin=$1
root=$(cd "$(dirname "$0")/../.." && pwd)
PATH=$bin:$PATH LC_ALL=C.UTF-8
export PATH LC_ALL
failed=0
complain() {
    echo "$*"
    failed=1
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# F1 of a metric: figure FILE SECTION METRIC
figure() {
    awk -F'\t' -v section="# $2" -v metric="$3" \
        '$0 ~ /^#/ { on = $0 == section } on && $1 == metric { print $4 }' "$1"
}
floor() { # floor NAME FILE SECTION METRIC LEAST
    value=$(figure "$2" "$3" "$4")
    echo "$1, $3: $4 $value (floor $5)"
    awk -v a="$value" -v b="$5" 'BEGIN { exit !(a != "" && a + 0 >= b) }' ||
        complain "$1: $4 from $3 is below $5"
}

# A model learnt from what the French model makes of the samples: the same bytes twice, and it
# knows its own trees.
ent-parse -j1 "$root"/samples/fr/*.txt >"$work/trees.conllu" || complain "ent-parse fails"
ent-parse -j3 "$root"/samples/fr/*.txt | cmp - "$work/trees.conllu" ||
    complain "the number of threads changes the output"
lexicon=$root/lib/data/fr/lexicon.ent
cp "$lexicon" "$work"
for model in a b; do
    ent-train -l "$lexicon" -t own -e 4 --tag-epochs 4 --voters 2 -o "$work/$model.ent" \
        own="$work/trees.conllu" || complain "ent-train fails"
done
cmp "$work/a.ent" "$work/b.ent" || complain "training is not deterministic"
ent-parse -e -m "$work/a.ent" "$work/trees.conllu" >"$work/own" || complain "--eval fails"
floor "a model on its own trees" "$work/own" "gold tokens" LAS 91
floor "a model on its own trees" "$work/own" "raw text" Words 99

ud=$root/../shared/ud
[ -d "$ud" ] || { [ $failed -eq 0 ] && exit 77; exit 1; }
for bank in fr_sequoia-ud-train fr_sequoia-ud-test fr_gsd-ud-test en_ewt-ud-test; do
    xz -dkc "$ud/$bank.conllu.xz" >"$work/$bank.conllu"
done
# The committed models have seen these sets and so prove nothing by them: a low figure means
# that model and code do not fit. What the recipe is worth is seen below, on a small model.
ent-parse -e -t sequoia "$work/fr_sequoia-ud-test.conllu" >"$work/fr"
floor "French, committed" "$work/fr" "gold tokens" LAS 94
floor "French, committed" "$work/fr" "raw text" Words 99.3
floor "French, committed" "$work/fr" "raw text" Sentences 85
floor "French, committed" "$work/fr" "raw text" LAS 87
ent-parse -e --lang en "$work/en_ewt-ud-test.conllu" >"$work/en"
floor "English, committed" "$work/en" "gold tokens" LAS 88
# The recipe: Sequoia alone, few passes.
ent-train -q -l "$lexicon" -e 3 --tag-epochs 3 --folds 2 -o "$work/small.ent" \
    "$work/fr_sequoia-ud-train.conllu"
ent-parse -e -m "$work/small.ent" "$work/fr_sequoia-ud-test.conllu" >"$work/small"
floor "French, Sequoia alone" "$work/small" "gold tokens" LAS 84.5
floor "French, Sequoia alone" "$work/small" "gold tokens" UPOS 97.5
exit $failed
