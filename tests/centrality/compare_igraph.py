"""Compare ent-rank's table with python-igraph's own calls, network by network."""
import csv
import random
import subprocess
import sys

import igraph

rank, instances, work = sys.argv[1:]
NAMES = ["tribes", "cloister", "congress", "cow_01", "cow_15", "cow_33", "cow_45",
         "sampson_t4", "egfr", "sampson_t2"]
worst = 0.0


def load(name, directed):
    """The network with |weights| 1..5; an undirected edge gets a random direction."""
    draw = random.Random(name)
    edges, index = [], {}
    for line in open(f"{instances}/{name}.tsv"):
        a, b, sign = line.split()
        ends = [index.setdefault(x, len(index)) for x in (a, b)]
        if directed and draw.random() < 0.5:
            ends.reverse()
        edges.append((*ends, draw.randint(1, 5) * int(sign)))
    graph = igraph.Graph(len(index), [e[:2] for e in edges], directed=directed)
    graph.vs["name"] = list(index)
    graph.es["signed"] = [float(e[2]) for e in edges]
    return graph


def write(graph, path):
    copy = graph.copy()
    copy.es["weight"] = copy.es["signed"]
    del copy.es["signed"]
    copy.write_graphml(path)


def expected(graph):
    weight = [abs(w) for w in graph.es["signed"]]
    far = [1 / w for w in weight]
    positive = [max(w, 0.0) for w in graph.es["signed"]]
    negative = [max(-w, 0.0) for w in graph.es["signed"]]
    undirected = graph.copy()
    undirected.to_undirected(mode="each")
    values = {
        "degree": graph.degree(), "strength": graph.strength(weights=weight),
        "betweenness": graph.betweenness(weights=far, directed=graph.is_directed()),
        "closeness": graph.closeness(weights=far, mode="all"),
        "harmonic": graph.harmonic_centrality(weights=far, mode="all"),
        "eigenvector": undirected.eigenvector_centrality(weights=weight, directed=False),
        "pagerank": graph.pagerank(weights=weight, directed=graph.is_directed()),
        "coreness": graph.coreness(mode="all"),
        "constraint": graph.constraint(weights=weight),
        "pagerank_positive": graph.pagerank(weights=positive, directed=graph.is_directed()),
        "pagerank_negative": graph.pagerank(weights=negative, directed=graph.is_directed()),
        "leader": graph.authority_score(weights=positive),
        "target": graph.authority_score(weights=negative),
    }
    if graph.is_directed():
        values["in_degree"] = graph.indegree()
        values["out_strength"] = graph.strength(weights=weight, mode="out")
        values["hub"] = graph.hub_score(weights=weight)
        values["authority"] = graph.authority_score(weights=weight)
        values["supporter"] = graph.hub_score(weights=positive)
        values["aggressor"] = graph.hub_score(weights=negative)
    return values


failed = False
for name in NAMES:
    for directed in (False, True):
        graph = load(name, directed)
        path = f"{work}/{name}.graphml"
        write(graph, path)
        wanted = expected(graph)
        table = subprocess.run([rank, "-q", "--table", "-m", ",".join(wanted), path],
                               capture_output=True, text=True, check=True).stdout
        rows = {row["name"]: row for row in csv.DictReader(table.splitlines(), delimiter="\t")}
        for measure, values in wanted.items():
            for vertex, value in zip(graph.vs["name"], values):
                cell = rows[vertex][measure]
                if cell == "" or value != value:
                    bad = not (cell == "" and value != value)
                    difference = 0.0
                else:
                    difference = abs(float(cell) - value) / max(1.0, abs(value))
                    bad = difference > 1e-6
                worst = max(worst, difference)
                if bad:
                    print(f"{name} directed={directed} {measure} {vertex}: {cell} is not {value}")
                    failed = True
                    break
print(f"{len(NAMES)} networks, directed and not: largest difference {worst:.1e}")
sys.exit(failed)
