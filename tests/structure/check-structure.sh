#!/bin/sh
# The rules of docs/architecture.md that a machine can check: a folder of lib includes only
# headers of folders before it, igraph, cJSON and utf8proc stay where they belong, no source
# file is too long, and nothing in lib prints or exits.
cd "$(dirname "$0")/../.." || exit 2
failed=0
complain() {
    echo "$*"
    failed=1
}

# Which folder each public header belongs to.
folder_of() {
    case $1 in
    status | str | arena | buf | map | utf8 | json | lines | pool | random | data | date) echo base ;;
    document | conllu | text) echo text ;;
    parse | train | evaluate) echo parse ;;
    actor) echo actor ;;
    relation | score) echo relation ;;
    network | aggregate) echo network ;;
    measure | coalition | community | balance | dynamic | rank | compare | bootstrap | uncertainty) echo measure ;;
    graphml | draw | export | gexf | html | theme) echo draw ;;
    *) echo unknown ;;
    esac
}
order="base text parse actor relation network measure draw"
rank_of() {
    i=0
    for f in $order; do
        i=$((i + 1))
        [ "$f" = "$1" ] && echo $i && return
    done
    echo 0
}

for folder in $order; do
    mine=$(rank_of "$folder")
    for file in lib/"$folder"/*.c lib/"$folder"/*.h; do
        [ -f "$file" ] || continue
        for header in $(sed -n 's,^#include <entente/\([a-z0-9_]*\)\.h>.*,\1,p' "$file"); do
            theirs=$(folder_of "$header")
            [ "$theirs" = unknown ] && complain "$file: unknown header entente/$header.h"
            [ "$(rank_of "$theirs")" -gt "$mine" ] &&
                complain "$file: includes entente/$header.h of the later folder $theirs"
        done
        for other in $(sed -n 's,^#include "\([a-z]*\)/.*,\1,p' "$file"); do
            [ "$(rank_of "$other")" -gt "$mine" ] &&
                complain "$file: includes a file of the later folder $other"
        done
    done
done

only_in() { # only_in PATTERN ALLOWED-REGEX WHAT
    grep -lE "$1" $(find lib tools include -name '*.[ch]') | grep -vE "$2" | while read -r file; do
        echo "$file: $3"
    done
}
found=$(
    only_in '#include <cjson' '^lib/base/json\.c$' 'includes cJSON'
    only_in '#include <utf8proc' '^lib/base/utf8\.c$' 'includes utf8proc'
    only_in '#include <igraph' '^lib/(network|measure|draw)/' 'includes igraph'
    grep -nE '\b(printf|puts|putchar|exit|abort|perror)\(|fprintf\(std(out|err)' \
        $(find lib -name '*.c') | grep -vE 'snprintf|_printf|//|\* '
    find lib/data \( -name '*.c' -o -name '*.h' \) | sed 's/$/: source among the data/'
    find lib include tools tests \( -name '*.c' -o -name '*.h' \) -exec wc -l {} + |
        awk '$2 != "total" && $1 > 500 {print $2 ": " $1 " lines"}'
)
[ -n "$found" ] && complain "$found"
exit $failed
