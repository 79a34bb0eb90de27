#!/bin/sh
# usage: check-browser.sh BIN-FOLDER
# The HTML page in headless Chromium, driven by Playwright. Skipped where Chromium, Node.js or
# the npm package playwright-core are not there; ENTENTE_BROWSER_TESTS=1 fetches the package.
bin=$1
here=$(cd "$(dirname "$0")" && pwd)
modules=${ENTENTE_NODE_MODULES:-$bin/../node}
skip() {
    echo "skipped: $*"
    exit 77
}
command -v node >/dev/null || skip "no node"
for name in chromium chromium-browser google-chrome; do
    chromium=$(command -v $name) && break
done
[ -n "$chromium" ] || skip "no chromium"
if [ ! -d "$modules/node_modules/playwright-core" ]; then
    [ "$ENTENTE_BROWSER_TESTS" = 1 ] || skip "no playwright-core; set ENTENTE_BROWSER_TESTS=1"
    npm install --silent --no-save --prefix "$modules" playwright-core@1 >/dev/null 2>&1 ||
        skip "npm cannot fetch playwright-core"
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
network=$here/../cases/ent-export/network.graphml
"$bin/ent-export" -f html "$network" -o "$work/page.html" || exit 1
cat >"$work/hostile.graphml" <<'XML'
<graphml><graph edgedefault="directed">
<node id="&lt;/script&gt;&lt;img src=x onerror=alert(1)&gt;{{data}}&lt;!--"/>
<node id="__proto__"/><node id="\u2028';alert(2);//"/>
<edge source="__proto__" target="__proto__"/>
<edge source="__proto__" target="\u2028';alert(2);//"/>
</graph></graphml>
XML
"$bin/ent-export" -f html "$work/hostile.graphml" -o "$work/hostile.html" || exit 1
actors=$(grep -c '<node ' "$network")
ties=$(grep -c '<edge ' "$network")
node "$here/browser.mjs" "$modules" "$chromium" "$work/page.html" "$work/hostile.html" \
    "$actors" "$ties"
