"""usage: readers.py EXPORT NETWORK.graphml SCHEMA-FOLDER|- NODE-MODULES|-
Every format of ent-export, read by other programs, holds the same actors, ties and values."""
import csv
import io
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

import igraph
import networkx

export, source, schema, modules = sys.argv[1:]
work = pathlib.Path(tempfile.mkdtemp())
failures = 0


def complain(*what):
    global failures
    failures += 1
    print(*what)


def same(what, seen, wanted):
    if seen != wanted:
        complain(f"{what}: {str(seen)[:300]}, wanted {str(wanted)[:300]}")


def run(*arguments):
    done = subprocess.run([export, *arguments, source], capture_output=True)
    if done.returncode or done.stderr:
        complain(arguments, done.returncode, done.stderr.decode())
    return done.stdout


def saved(name, *arguments):
    path = work / name
    path.write_bytes(run(*arguments))
    return path


def named(graph):
    """Attributes by the actors' names: {name: {...}}, {(from, to): {...}}."""
    # networkx leaves empty strings of GraphML out, or makes them None.
    for *_, data in [*graph.nodes(data=True), *graph.edges(data=True)]:
        for key in [key for key, value in data.items() if value in ("", None)]:
            del data[key]
    names = {node: data.get("name", node) for node, data in graph.nodes(data=True)}
    return ({names[n]: dict(d, name=names[n]) for n, d in graph.nodes(data=True)},
            {(names[a], names[b]): d for a, b, d in graph.edges(data=True)})


def valid(path, kind, grammar):
    if schema == "-":
        return
    done = subprocess.run(["xmllint", "--nonet", "--noout", kind, grammar, path], cwd=schema,
                          capture_output=True, env=dict(os.environ, XML_CATALOG_FILES="catalog.xml"))
    if done.returncode:
        complain(path.name, done.stderr.decode()[:300])


reference = networkx.read_graphml(source)
actors, ties = named(reference)

copy = saved("copy.graphml", "-f", "graphml")
same("GraphML", named(networkx.read_graphml(copy)), (actors, ties))
valid(copy, "--schema", "graphml/graphml.xsd")

gephi = saved("gephi.graphml", "-f", "gephi")
valid(gephi, "--schema", "graphml/graphml.xsd")
for name, data in named(networkx.read_graphml(gephi))[0].items():
    same(name, {k: v for k, v in data.items() if k in actors[name]}, actors[name])
    same(name + " is painted", {"color", "size", "x", "y", "label"} - set(data), set())

graph = igraph.Graph.Read_GraphML(str(gephi))
same("igraph", (graph.vcount(), graph.ecount()), (len(actors), len(ties)))
for vertex in graph.vs:
    for key, value in actors[vertex["name"]].items():
        if vertex[key] != value and not isinstance(value, float):
            complain("igraph", vertex["name"], key, vertex[key], value)

network = json.loads(run("-f", "json"))
same("JSON", named(networkx.node_link_graph(network)), (actors, ties))
same("JSON of D3", {(l["source"], l["target"]) for l in network["links"]}, set(ties))

for form, separator in (("csv", ","), ("tsv", "\t")):
    text = run("-f", form, "--table", "vertices").decode()
    rows = csv.DictReader(io.StringIO(text, newline=""), delimiter=separator,
                          quoting=csv.QUOTE_MINIMAL if form == "csv" else csv.QUOTE_NONE)
    for row in rows:
        for key, value in actors[row["name"]].items():
            if isinstance(value, float):
                same(f"{form} {key}", float(row[key]), value)
            elif form == "csv":
                same(f"{form} {key}", row[key], str(value))
    text = run("-f", form, "--table", "arcs").decode()
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=separator,
                               quoting=csv.QUOTE_MINIMAL if form == "csv" else csv.QUOTE_NONE))
    same(f"{form} arcs", {(r["source"], r["target"]): float(r["weight"]) for r in rows},
         {pair: d["weight"] for pair, d in ties.items()})

gexf = saved("network.gexf", "-f", "gexf")
valid(gexf, "--relaxng", "gexf-1.3/gexf.rng")
space = "{http://gexf.net/1.3}"
viz = "{http://gexf.net/1.3/viz}"
root = tree.parse(gexf).getroot()


def color(node):
    shown = node.find(viz + "color")
    if shown.get("hex"):
        return shown.get("hex")
    return "#%02x%02x%02x" % tuple(int(shown.get(part)) for part in "rgb")


titles = {a.get("id"): a.get("title") for kind in root.iter(space + "attributes")
          if kind.get("class") == "node" for a in kind}
for node in root.iter(space + "node"):
    values = {titles[v.get("for")]: v.get("value") for v in node.iter(space + "attvalue")}
    for key, value in actors[node.get("id")].items():
        if key == "label":
            same("GEXF label", node.get("label"), value)
        elif key == "size":
            same("GEXF size", float(node.find(viz + "size").get("value")), float(value))
        elif key == "color":
            same("GEXF colour", color(node), value)
        elif isinstance(value, str):
            same("GEXF " + key, values.get(key), value)
        else:
            same("GEXF " + key, float(values[key]), float(value))
same("GEXF arcs", {(e.get("source"), e.get("target")): float(e.get("weight"))
                   for e in root.iter(space + "edge")},
     {pair: d["weight"] for pair, d in ties.items()})

if modules != "-":
    script = pathlib.Path(__file__).with_name("readers.cjs")
    done = subprocess.run(["node", script, modules, gephi, gexf], capture_output=True)
    wanted = {"labels": sorted(d["label"] for d in actors.values()), "arcs": len(ties),
              "weight": round(sum(d["weight"] for d in ties.values()), 6)}
    readings = [json.loads(line) for line in done.stdout.decode().splitlines()]
    for seen in readings:
        program = seen.pop("program")
        same(program, dict(seen, labels=sorted(seen["labels"]), weight=round(seen["weight"], 6)),
             wanted)
    if done.returncode or len(readings) != 3:
        complain("readers.cjs", done.stderr.decode()[:500])
sys.exit(failures > 0)
