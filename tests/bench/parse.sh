#!/bin/sh
# usage: parse.sh BIN-FOLDER [RUNS]
# Words per CPU second of the whole of ent-parse on the news of ../shared/corpus, one thread, and
# wall-clock gain of two threads: median of RUNS (5). With SPACY set to a python that has spaCy
# and fr_core_news_sm, that is timed on the same text.
bin=$1
runs=${2:-5}
root=$(cd "$(dirname "$0")/../.." && pwd)
corpus=$root/../shared/corpus/wikinews-fr.jsonl
[ -f "$corpus" ] || { echo "no $corpus"; exit 77; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
median() { sort -n | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }
words=$("$bin"/ent-parse -j1 "$corpus" | grep -c '^[0-9][0-9]*	')
for model in fast accurate; do
    for i in $(seq "$runs"); do
        # user + system seconds, wall seconds
        bash -c "TIMEFORMAT='%U %S %R'; time '$bin/ent-parse' -m $model -j1 '$corpus' -o /dev/null" 2>>"$work/one"
        bash -c "TIMEFORMAT='%R'; time '$bin/ent-parse' -m $model -j2 '$corpus' -o /dev/null" 2>>"$work/two"
    done
    cpu=$(awk '{ print $1 + $2 }' "$work/one" | median)
    one=$(awk '{ print $3 }' "$work/one" | median)
    two=$(median <"$work/two")
    awk -v m="$model" -v w="$words" -v c="$cpu" -v a="$one" -v b="$two" \
        'BEGIN { printf "%s\t%d words\t%d words per CPU second\t-j2 %.2f times as fast\n", m, w, w / c, a / b }'
    rm -f "$work/one" "$work/two"
done
[ -n "$SPACY" ] && "$SPACY" - "$corpus" <<'PY'
import json, sys, time
import spacy
nlp = spacy.load("fr_core_news_sm")
texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf8")][:200]
start = time.process_time()
words = sum(len(doc) for doc in nlp.pipe(texts))
print("spaCy fr_core_news_sm\t%d words per CPU second" % (words / (time.process_time() - start)))
PY
exit 0
