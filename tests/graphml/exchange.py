"""Write networks with networkx and igraph, pass them through our reader and writer, read them
back with both, and compare."""
import glob
import math
import random
import subprocess
import sys

import igraph
import networkx

bin_folder, samples, work = sys.argv[1:]
STRINGS = ["", "x", "FRANCE INFO", "null", "é ü 漢 😀", "a & b < c > d \"e\" 'f'", "]]>",
           " blanks ", "line\nbreak", "tab\there", "1.2.3", "INF", "graph", "‮rtl‬", "x" * 20000]
problems = []


def through(path):
    """Our reader and writer; the path of what came out."""
    out = path + ".out"
    with open(out, "w") as file:
        done = subprocess.run([f"{bin_folder}/ent-export", "-f", "graphml", path], stdout=file,
                              stderr=subprocess.PIPE, text=True)
    if done.returncode or done.stderr:
        problems.append(f"{path}: {done.returncode} {done.stderr}")
    return out


def equal(a, b):
    if isinstance(a, float) and isinstance(b, float):
        return a == b or (math.isnan(a) and math.isnan(b))
    # networkx reads no value where there is an empty string.
    return a == b or (a == "" and b is None)


def compare(what, wanted, got):
    """Two lists of attribute dictionaries in the same order."""
    if len(wanted) != len(got):
        problems.append(f"{what}: {len(got)} in the place of {len(wanted)}")
        return
    for number, (a, b) in enumerate(zip(wanted, got)):
        for key, value in a.items():
            if not equal(value, b.get(key)):
                problems.append(f"{what} {number} {key}: {b.get(key)!r} is not {value!r}")
                return


def random_networkx(draw, kind):
    graph = kind()
    nodes = [draw.choice(["n", "é ", "<&>"]) + str(i) for i in range(draw.randint(1, 12))]
    for node in nodes:
        graph.add_node(node, text=draw.choice(STRINGS), count=draw.randint(-2**31, 2**31 - 1),
                       real=draw.uniform(-1, 1) * 10 ** draw.randint(-300, 300),
                       flag=draw.random() < 0.5)
    for _ in range(draw.randint(0, 30)):
        data = {"weight": draw.random(), "note": draw.choice(STRINGS)}
        if draw.random() < 0.5:
            data["sometimes"] = draw.randint(0, 9)
        graph.add_edge(draw.choice(nodes), draw.choice(nodes), **data)
    return graph


def check_networkx(draw, number):
    kind = draw.choice([networkx.Graph, networkx.DiGraph, networkx.MultiGraph,
                        networkx.MultiDiGraph])
    graph = random_networkx(draw, kind)
    path = f"{work}/nx{number}.graphml"
    networkx.write_graphml_xml(graph, path)
    back = networkx.read_graphml(through(path), force_multigraph=graph.is_multigraph())
    if back.is_directed() != graph.is_directed():
        problems.append(f"{path}: direction")
    compare(f"{path} node", [{"name": n, **d} for n, d in graph.nodes(data=True)],
            [d for _, d in back.nodes(data=True)])
    names = networkx.get_node_attributes(back, "name")
    def ends(g, name):
        return [{"ends": frozenset((name(u), name(v))) if not g.is_directed()
                 else (name(u), name(v)), **d} for u, v, d in g.edges(data=True)]
    key = lambda d: (str(sorted(d["ends"]) if not graph.is_directed() else d["ends"]),
                     d["weight"])
    compare(f"{path} edge", sorted(ends(graph, lambda n: n), key=key),
            sorted(ends(back, names.get), key=key))


def check_igraph(draw, number):
    count = draw.randint(1, 12)
    edges = [(draw.randrange(count), draw.randrange(count)) for _ in range(draw.randint(0, 30))]
    graph = igraph.Graph(count, edges, directed=draw.random() < 0.5)
    # igraph 0.10.2 writes no controls and garbles very long strings.
    clean = [s for s in STRINGS if s.isprintable() and len(s) < 1000]
    graph.vs["label"] = [draw.choice(clean) for _ in range(count)]
    graph.vs["real"] = [round(draw.uniform(-1, 1), 12) for _ in range(count)]
    if edges:
        graph.es["flag"] = [draw.random() < 0.5 for _ in edges]
        graph.es["weight"] = [float(draw.randint(1, 9)) for _ in edges]
    path = f"{work}/ig{number}.graphml"
    graph.write_graphml(path)
    back = igraph.Graph.Read_GraphML(through(path))
    if back.get_edgelist() != graph.get_edgelist() or back.is_directed() != graph.is_directed():
        problems.append(f"{path}: edges")
    compare(f"{path} vertex", [v.attributes() for v in graph.vs], [v.attributes() for v in back.vs])
    compare(f"{path} edge", [e.attributes() for e in graph.es], [e.attributes() for e in back.es])


def check_samples():
    """NAME-VERTICES-EDGES.graphml"""
    for path in sorted(glob.glob(samples + "/*.graphml")):
        vertices, edges = path[:-len(".graphml")].rsplit("-", 2)[1:]
        copy = f"{work}/{path.rsplit('/', 1)[1]}"
        open(copy, "wb").write(open(path, "rb").read())
        back = networkx.read_graphml(through(copy), force_multigraph=True)
        got = (back.number_of_nodes(), back.number_of_edges())
        if got != (int(vertices), int(edges)):
            problems.append(f"{path}: {got}")
        for _, data in back.nodes(data=True):
            if not data.get("label") or not data.get("name"):
                problems.append(f"{path}: a node without label or name")


draw = random.Random(1)
for number in range(60):
    check_networkx(draw, number)
    check_igraph(draw, number)
check_samples()
for problem in problems[:20]:
    print(problem[:500])
print(f"{len(problems)} problems")
sys.exit(bool(problems))
