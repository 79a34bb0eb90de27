#!/usr/bin/python3
"""ent-camps against what else there is: igraph's Leiden at resolution 0 and spinglass, and the
AND model on GLPK. Instances are those of ../shared/instances.

usage: camps.py BUILD-FOLDER [INSTANCE]...    (build/release; default: a selection)

Prints a table (tabs): instance, objective, method, cost, bound, proven, seconds of CPU time.
"""
import os
import random
import resource
import subprocess
import sys

import igraph

HERE = os.path.dirname(os.path.abspath(__file__))
INSTANCES = os.path.join(HERE, "../../../shared/instances")
SELECTION = ["tribes", "cloister", "sampson_t4", "congress", "cow_01", "cow_29", "cow_51",
             "egfr", "bitcoin_alpha", "wikielections"]
AND_SECONDS = 60


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


def spinglass(graph, ties):
    random.seed(1)
    part = graph.community_spinglass(weights=list(ties.values()), implementation="neg",
                                     gamma=0, **{"lambda_": 0}, spins=25)
    return cost(ties, part.membership)


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


def main():
    build, names = sys.argv[1], sys.argv[2:] or SELECTION
    report("instance", "camps", "method", "cost", "bound", "proven", "seconds")
    for name in names:
        count, ties = read(os.path.join(INSTANCES, name + ".tsv"))
        for camps in ("2", "any"):
            ours(build, name, camps)
        graph = igraph.Graph(count, list(ties))
        begin = cpu()
        best = leiden(graph, ties)
        report(name, "any", "Leiden, best of 10", "%g" % best, "", "", "%.2f" % (cpu() - begin))
        if len(ties) < 5000 and graph.is_connected():
            begin = cpu()
            found = spinglass(graph, ties)
            report(name, "any", "spinglass", "%g" % found, "", "", "%.2f" % (cpu() - begin))
        if len(ties) < 20000:
            output = subprocess.run(
                [os.path.join(build, "bench/bench_and_model"),
                 os.path.join(INSTANCES, name + ".tsv"), str(AND_SECONDS)],
                capture_output=True, check=True).stdout.decode().strip()
            found, state, seconds = output.split("\t")
            report(name, "2", "AND model, GLPK", found, "", "yes" if state == "proven" else "no",
                   seconds)


main()
