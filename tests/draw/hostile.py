"""usage: hostile.py FOLDER SCHEMA-FOLDER|-
Give the files that test_draw_hostile wrote to other programs: every one must take them and
find as many vertices and arcs as are there."""
import csv
import json
import pathlib
import re
import subprocess
import sys
import xml.parsers.expat
from html.parser import HTMLParser

try:
    import networkx
except ImportError:
    networkx = None

folder, schema = pathlib.Path(sys.argv[1]), sys.argv[2]
failures = 0
csv.field_size_limit(10**9)


def complain(name, text):
    global failures
    failures += 1
    if failures <= 20:
        print(f"{name}: {str(text)[:400]}")


class Page(HTMLParser):
    data, inside = "", False

    def handle_starttag(self, tag, attributes):
        self.inside = dict(attributes).get("id") == "data"

    def handle_endtag(self, tag):
        self.inside = False

    def handle_data(self, text):
        if self.inside:
            self.data += text


def check_table(number, ending, rows):
    path = folder / f"{number}.{ending}"
    with open(path, newline="", encoding="utf-8") as file:
        if ending.endswith("csv"):
            table = list(csv.reader(file, strict=True))
        else:
            table = [line.split("\t") for line in file.read().split("\n")[:-1]]
    if len(table) != rows + 1 or len({len(row) for row in table}) != 1:
        complain(path.name, f"{len(table)} rows, wanted {rows + 1}")
    if len(set(table[0])) != len(table[0]):
        complain(path.name, "equal names of columns")


def check_json(number, vertices, arcs):
    network = json.loads((folder / f"{number}.json").read_bytes().decode("utf-8"))
    if (len(network["nodes"]), len(network["links"])) != (vertices, arcs):
        complain(f"{number}.json", "counts")
    if len({node["id"] for node in network["nodes"]}) != vertices:
        complain(f"{number}.json", "ids are not unique")
    if networkx:
        graph = networkx.node_link_graph(network)
        if (len(graph), graph.number_of_edges()) != (vertices, arcs):
            complain(f"{number}.json", "counts in networkx")


def check_xml(number, ending, vertices, arcs):
    text = (folder / f"{number}.{ending}").read_bytes()
    seen = {"node": 0, "edge": 0}

    def start(name, attributes):
        if name in seen:
            seen[name] += 1

    parser = xml.parsers.expat.ParserCreate("utf-8")
    parser.StartElementHandler = start
    parser.Parse(text, True)
    if (seen["node"], seen["edge"]) != (vertices, arcs):
        complain(f"{number}.{ending}", "counts")
    # networkx takes an attribute `key` for its own key of parallel arcs.
    if networkx and ending == "graphml" and b'attr.name="key"' not in text:
        graph = networkx.read_graphml(folder / f"{number}.graphml", force_multigraph=True)
        if (len(graph), graph.number_of_edges()) != (vertices, arcs):
            complain(f"{number}.graphml", "counts in networkx")


def check_page(number, vertices, arcs):
    path = folder / f"{number}.html"
    if not path.exists():
        return
    page = Page()
    page.feed(path.read_bytes().decode("utf-8"))
    network = json.loads(page.data)
    if (len(network["nodes"]), len(network["arcs"])) != (vertices, arcs):
        complain(path.name, "counts")


def run(command, what):
    done = subprocess.run(command, capture_output=True)
    if done.returncode or done.stderr:
        complain(what, done.stderr.decode("utf-8", "replace") or done.returncode)
    return done.stdout


def check_dot(batch):
    paths = [str(folder / f"{number}.dot") for number, *_ in batch]
    run(["nop", "-p", *paths], "nop " + paths[0])
    pictures = run(["dot", "-Tsvg", *paths], "dot " + paths[0])
    parts = re.split(rb"(?=<\?xml )", pictures)[1:]
    if len(parts) != len(batch):
        complain(paths[0], f"{len(parts)} pictures of {len(batch)}")
    for (number, vertices, arcs), picture in zip(batch, parts):
        try:
            xml.parsers.expat.ParserCreate().Parse(picture, True)
        except xml.parsers.expat.ExpatError as error:
            complain(f"{number}.dot", error)
        nodes = picture.count(b'class="node"')
        if nodes != vertices:
            complain(f"{number}.dot", f"{nodes} nodes drawn of {vertices}")


def check_schema(batch):
    if schema == "-":
        return
    for ending, kind, grammar in (("graphml", "--schema", "graphml/graphml.xsd"),
                                  ("gexf", "--relaxng", "gexf-1.3/gexf.rng")):
        paths = [str((folder / f"{number}.{ending}").resolve()) for number, *_ in batch]
        done = subprocess.run(["xmllint", "--nonet", "--noout", "--huge", kind, grammar, *paths],
                              cwd=schema, capture_output=True,
                              env={"XML_CATALOG_FILES": "catalog.xml", "PATH": "/usr/bin:/bin"})
        if done.returncode:
            wrong = [line for line in done.stderr.decode().split("\n")
                     if line and not line.endswith("validates")]
            complain(ending, "\n".join(wrong[:3]))


def main():
    items = [tuple(map(int, line.split())) for line in open(folder / "list")]
    for number, vertices, arcs in items:
        try:
            check_table(number, "arcs.csv", arcs)
            check_table(number, "arcs.tsv", arcs)
            check_table(number, "vertices.csv", vertices)
            check_table(number, "neo4j.csv", arcs if number % 2 else vertices)
            check_json(number, vertices, arcs)
            check_xml(number, "graphml", vertices, arcs)
            check_xml(number, "gexf", vertices, arcs)
            check_page(number, vertices, arcs)
        except Exception as error:
            complain(number, repr(error))
    for i in range(0, len(items), 100):
        check_dot(items[i : i + 100])
        check_schema(items[i : i + 100])
    print(f"{len(items)} networks, {failures} failures")
    sys.exit(failures > 0)


main()
