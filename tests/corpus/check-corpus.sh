#!/bin/sh
# usage: check-corpus.sh BIN-FOLDER
# Scores ent-extract on the batch files of this folder and fails when the F1 of triples of a
# file is below its floor in floors.tsv, or when a file has no floor.
here=$(cd "$(dirname "$0")" && pwd)
figures=$(python3 "$here/run.py" "$1" "$here"/*.batch --tsv) || exit 1
echo "$figures" | awk -F '\t' -v floors="$here/floors.tsv" '
    BEGIN {
        while ((getline line < floors) > 0)
            if (line !~ /^#/ && split(line, part, "\t") == 2)
                floor[part[1]] = part[2]
    }
    {
        printf "%s: %d items, P %s R %s F1 %s, status %s\n", $1, $2, $3, $4, $5, $6
        if (!($1 in floor)) {
            printf "%s has no floor in floors.tsv\n", $1
            failed = 1
        } else if ($5 + 0 < floor[$1] + 0) {
            printf "%s: F1 is %s, below the floor of %s\n", $1, $5, floor[$1]
            failed = 1
        }
    }
    END { exit failed }'
