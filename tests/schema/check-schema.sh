#!/bin/sh
# usage: check-schema.sh BIN-FOLDER
# What is written is valid by the GraphML schema. Skipped without ../shared/schema.
schema=$(cd "$(dirname "$0")/../.." && pwd)/../shared/schema
[ -d "$schema" ] || { echo "skipped: no ../shared/schema"; exit 77; }
samples=$(cd "$(dirname "$0")/../../samples" && pwd)
PATH=$(cd "$1" && pwd):$PATH
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ent-extract "$samples"/fr/*.txt | ent-graph | ent-rank --all | ent-camps >"$work/network.graphml" ||
    exit 1
cd "$schema" && XML_CATALOG_FILES=catalog.xml xmllint --nonet --noout --stream \
    --schema graphml/graphml.xsd "$work/network.graphml"
