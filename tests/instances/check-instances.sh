#!/bin/sh
# usage: check-instances.sh BIN-FOLDER
# ent-camps reaches and proves every proven optimum of ../shared/instances in both objectives,
# in 60 s together, and bitcoin_alpha in as much again. Skipped without ../shared/instances.
bin=$1
here=$(cd "$(dirname "$0")" && pwd)
instances=$here/../../../shared/instances
[ -f "$instances/manifest.tsv" ] || { echo "skipped: no ../shared/instances"; exit 77; }
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT

tab=$(printf '\t')
seconds() { date +%s; }
limit=60
case $bin in *asan*) limit=1200 ;; esac # sanitised builds are not timed
begin=$(seconds)
slow=0
checked=0
failed=0
check() { # check NAME OBJECTIVE COST
    camps=any
    [ "$2" = 2-camp ] && camps=2
    [ -f "$work/$1.graphml" ] ||
        sh "$here/tsv2graphml" "$instances/$1.tsv" >"$work/$1.graphml"
    found=$("$bin/ent-camps" --camps "$camps" --no-margins --no-balance --summary \
        "$work/$1.graphml" | sed -n 's/^cost\t//p;s/^proven\t/proven /p' | paste -sd' ')
    checked=$((checked + 1))
    if [ "$found" != "$3 proven 1" ]; then
        echo "$1 $2: wanted $3 proven, got $found"
        failed=$((failed + 1))
    fi
}
while IFS=$tab read -r name _ _ _ objective cost proven _; do
    [ "$proven" = yes ] && [ "$name" != bitcoin_alpha ] && check "$name" "$objective" "$cost"
done <"$instances/manifest.tsv"
took=$(($(seconds) - begin))
echo "$checked optima, $failed not reached and proven, $took s"
if [ $took -gt $limit ]; then
    echo "slower than $limit s"
    slow=1
fi
begin=$(seconds)
while IFS=$tab read -r name _ _ _ objective cost proven _; do
    [ "$name" = bitcoin_alpha ] && check "$name" "$objective" "$cost"
done <"$instances/manifest.tsv"
took=$(($(seconds) - begin))
echo "bitcoin_alpha: $took s"
[ $took -gt $limit ] && slow=1
[ $failed -eq 0 ] && [ $slow -eq 0 ]
