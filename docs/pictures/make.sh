#!/bin/sh
# usage: make.sh BIN-FOLDER
# Makes the pictures of docs/graphviz.md and docs/coalitions.md anew from the samples, and, where
# Chromium is installed, the screenshot of the page of docs/html.md with one tie chosen.
PATH=$1:$PATH OPENBLAS_NUM_THREADS=1
export PATH OPENBLAS_NUM_THREADS
cd "$(dirname "$0")" || exit 2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
network=$work/network.graphml
ent-extract ../../samples/fr/*.txt ../../samples/en/*.txt >"$work/relations.jsonl" || exit 1
ent-graph --lang fr "$work/relations.jsonl" | ent-rank >"$work/ranked.graphml" || exit 1
ent-camps -o "$network" "$work/ranked.graphml" || exit 1
ent-export --lang fr --title "Crise en mer Baltique" "$network" | sfdp -Tsvg >samples.svg
ent-export --lang fr --title "Crise en mer Baltique" --top 16 --theme print --clusters "$network" |
    dot -Tsvg >print.svg
ent-camps -k 2 "$work/ranked.graphml" | ent-export --lang fr | sfdp -Tsvg >../coalitions-sample.svg

for name in chromium chromium-browser google-chrome; do
    chromium=$(command -v $name) && break
done
[ -n "$chromium" ] || { echo "no Chromium: page.png stays as it is" >&2; exit 0; }
ent-export -f html --lang fr --title "Crise en mer Baltique" --evidence "$work/relations.jsonl" \
    "$network" -o "$work/whole.html" || exit 1
# The page's own function chooses the tie that the most sentences state.
cat >"$work/choose.html" <<'HTML'
<script>
addEventListener("load", () => setTimeout(() => {
  let best = 0;
  data.arcs.forEach((arc, i) => {
    const count = (arc.evidence || []).length;
    if (count > (data.arcs[best].evidence || []).length) best = i;
  });
  select("e" + best);
}, 2000));
</script>
HTML
cat "$work/whole.html" "$work/choose.html" >"$work/page.html"
"$chromium" --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1400,900 \
    --virtual-time-budget=15000 --screenshot=page.png "file://$work/page.html" 2>"$work/log" ||
    { cat "$work/log" >&2; exit 1; }
