#!/bin/sh
# usage: check-corpus.sh BIN-FOLDER
# Scores ent-extract on the batch files of this folder and fails when the F1 of triples of a
# file (the share of items without a wrong one where there is nothing to find) is below its
# floor in floors.tsv, or when a file has no floor.
here=$(cd "$(dirname "$0")" && pwd)
figures=$(python3 "$here/run.py" "$1" "$here"/*.batch --tsv) || exit 1
echo "$figures" | awk -F '\t' -v floors="$here/floors.tsv" '
    BEGIN {
        while ((getline line < floors) > 0)
            if (line !~ /^#/ && split(line, part, "\t") == 2)
                floor[part[1]] = part[2]
    }
    {
        printf "%s: %s\n", $1, $3
        if (!($1 in floor)) {
            printf "%s has no floor in floors.tsv\n", $1
            failed = 1
        } else if ($2 + 0 < floor[$1] + 0) {
            printf "%s: %s is below the floor of %s\n", $1, $2, floor[$1]
            failed = 1
        }
    }
    END { exit failed }'
