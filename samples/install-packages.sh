#!/bin/sh
# usage: install-packages.sh build|test
# Installs the Debian packages that building (and testing) needs; does nothing when they are
# there. Root is needed only if something is missing.
set -e
build="gcc libc6-dev cmake ninja-build pkg-config libigraph-dev libcjson-dev libutf8proc-dev
libxml2-dev libglpk-dev graphviz"
test="libcmocka-dev libxml2-utils python3 python3-networkx python3-igraph xz-utils
file mandoc dpkg-dev hunspell-fr-classical"
case $1 in
build) wanted=$build ;;
test) wanted="$build $test" ;;
*) echo "usage: $0 build|test" >&2; exit 2 ;;
esac
missing=
for package in $wanted; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' ||
        missing="$missing $package"
done
[ -n "$missing" ] || exit 0
echo "installing:$missing" >&2
export DEBIAN_FRONTEND=noninteractive
log=$(mktemp)
apt-get update -qq >"$log" 2>&1 &&
    apt-get install -y -qq --no-install-recommends $missing >>"$log" 2>&1 || {
    cat "$log" >&2
    echo "could not install:$missing" >&2
    exit 1
}
rm -f "$log"
