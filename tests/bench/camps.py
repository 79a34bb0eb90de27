#!/usr/bin/python3
"""ent-camps against what else there is: igraph's Leiden at resolution 0 and spinglass, networkx's
max-cut by exchanges and Louvain, and the AND model on GLPK. Instances are those of
../shared/instances.

usage: camps.py BUILD-FOLDER [INSTANCE]...    (build/release; default: a selection)

Prints a table (tabs): instance, objective, method, cost, bound, proven, seconds of CPU time.
"""
import os
import random
import resource
import subprocess
import sys

import igraph
import networkx
from networkx.algorithms.approximation import maxcut

HERE = os.path.dirname(os.path.abspath(__file__))
INSTANCES = os.path.join(HERE, "../../../shared/instances")
SELECTION = ["tribes", "cloister", "sampson_t4", "congress", "cow_01", "cow_29", "cow_51",
             "egfr", "bitcoin_alpha", "wikielections"]
AND_SECONDS = 60  # by the clock: GLPK's limit


def cpu():
    own = resource.getrusage(resource.RUSAGE_SELF)
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def read(path):
    numbers, ties = {}, {}
    with open(path, encoding="utf-8") as file:
        for line in file:
            u, v, sign = line.split()
            u = numbers.setdefault(u, len(numbers))
            v = numbers.setdefault(v, len(numbers))
            ties[u, v] = float(sign)
    return len(numbers), ties


def cost(ties, camp):
    return sum(abs(w) for (u, v), w in ties.items() if (camp[u] == camp[v]) != (w > 0))


def leiden(graph, ties, starts=10):
    best = None
    for seed in range(starts):
        random.seed(seed)
        part = graph.community_leiden(objective_function="CPM", weights=list(ties.values()),
                                      resolution_parameter=0, n_iterations=20)
        found = cost(ties, part.membership)
        best = found if best is None else min(best, found)
    return best


def spinglass(graph, ties, spins):
    """Component by component; "neg" is the implementation that takes negative weights."""
    random.seed(1)
    graph.vs["number"] = range(graph.vcount())
    graph.es["weight"] = list(ties.values())
    camp = [None] * graph.vcount()
    for component in graph.decompose():
        part = [0] * component.vcount()
        if component.ecount() > 1:
            part = component.community_spinglass(
                weights="weight", implementation="neg", gamma=0, lambda_=0, spins=spins).membership
        for vertex, own in zip(component.vs["number"], part):
            camp[vertex] = own
    return cost(ties, camp)


def of_networkx(ties, flip):
    graph = networkx.Graph()
    for (u, v), weight in ties.items():
        graph.add_edge(u, v, weight=weight * flip)
    return graph


def exchange(ties):
    """Two camps are a cut that is heavy in negative ties and light in positive ones."""
    best = None
    for seed in range(10):
        _, (side, _) = maxcut.one_exchange(of_networkx(ties, -1), weight="weight", seed=seed)
        found = cost(ties, {v: v in side for tie in ties for v in tie})
        best = found if best is None else min(best, found)
    return best


def louvain(ties):
    """networkx's communities know no negative ties: they see the positive ones."""
    graph = of_networkx(ties, 1)
    graph.remove_edges_from([(u, v) for u, v, w in graph.edges(data="weight") if w < 0])
    parts = networkx.community.louvain_communities(graph, seed=1)
    return cost(ties, {v: i for i, part in enumerate(parts) for v in part})


def report(*cells):
    print("\t".join(str(cell) for cell in cells), flush=True)


def ours(build, name, camps):
    graphml = subprocess.run(
        ["sh", os.path.join(HERE, "../instances/tsv2graphml"),
         os.path.join(INSTANCES, name + ".tsv")], capture_output=True, check=True).stdout
    begin = cpu()
    output = subprocess.run(
        [os.path.join(build, "bin/ent-camps"), "--camps", camps, "--no-margins", "--no-balance",
         "--summary"], input=graphml, capture_output=True, check=True).stdout
    seconds = cpu() - begin
    value = dict(line.split("\t")[:2] for line in output.decode().splitlines())
    report(name, camps, "ent-camps", value["cost"], value["bound"],
           "yes" if value["proven"] == "1" else "no", "%.2f" % seconds)


def theirs(name, camps, method, found, *arguments):
    begin = cpu()
    best = found(*arguments)
    report(name, camps, method, "%g" % best, "", "", "%.2f" % (cpu() - begin))


def and_model(build, name):
    output = subprocess.run(
        [os.path.join(build, "bench/bench_and_model"), os.path.join(INSTANCES, name + ".tsv"),
         str(AND_SECONDS)], capture_output=True, check=True).stdout.decode().strip()
    found, state, seconds = output.split("\t")
    report(name, "2", "AND model, GLPK", found, "", "yes" if state == "proven" else "no", seconds)


def main():
    build, names = sys.argv[1], sys.argv[2:] or SELECTION
    report("instance", "camps", "method", "cost", "bound", "proven", "seconds")
    for name in names:
        count, ties = read(os.path.join(INSTANCES, name + ".tsv"))
        small = len(ties) < 5000
        graph = igraph.Graph(count, list(ties))
        for camps in ("2", "any"):
            ours(build, name, camps)
        theirs(name, "any", "igraph Leiden, best of 10", leiden, graph, ties)
        if small:
            theirs(name, "any", "igraph spinglass", spinglass, graph, ties, 25)
            theirs(name, "2", "igraph spinglass, 2 spins", spinglass, graph, ties, 2)
        if len(ties) < 20000:
            if small:
                theirs(name, "2", "networkx one_exchange, best of 10", exchange, ties)
            theirs(name, "any", "networkx Louvain, positive ties", louvain, ties)
            and_model(build, name)


main()
