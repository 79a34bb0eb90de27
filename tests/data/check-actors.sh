#!/bin/sh
# The actor files are well formed; and the checker notices when they are not.
here=$(dirname "$0")
command -v python3 >/dev/null || exit 77
python3 "$here/check_actors.py" "$here/../../lib/data/actors" || exit 1

broken=$(mktemp -d) || exit 1
trap 'rm -rf "$broken"' EXIT
{
    printf 'actor\tFRA\tstate\tFRA\tFrance\tFrance\n'
    printf 'actor\tFRA\tparty\tXYZ\tFrance;France\t-\n'
    printf 'demonym\tNOBODY\tFrançais;française\t-\n'
    printf 'place\tFRA\tvillage\tParis \t-\n'
    printf 'person\tA B\tx\tFRA\tA B\tFRA:President:2012-13..2011\n'
    printf 'title\tde\tminister\tMinister\n'
    printf 'group\tfr\tnonstate\trebelles\n'
    printf 'thing\tFRA'
} >"$broken/broken.tsv"
python3 "$here/check_actors.py" "$broken" >"$broken/faults" && exit 1
for line in 2 3 4 5 6 7 8; do
    grep -q "^broken.tsv:$line: " "$broken/faults" || {
        echo "the fault in line $line of a broken file was not noticed"
        exit 1
    }
done
