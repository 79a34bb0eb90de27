#!/usr/bin/python3
"""A large aggregate with planted camps, as ent-merge writes it, for timing ent-graph.

usage: aggregates.py [VERTICES [TIES [CAMPS [NOISE]]]]    (200000 1000000 50 0.1)

Each tie is of its own pair of actors, has one document and a sentence of usual length; 70 % of
the ties are drawn within a camp, and a share NOISE of the signs is wrong.
"""
import random
import sys

KINDS = ["state", "person", "party", "company", "igo"]
FRIENDLY = ["supports", "cooperates_with", "allies_with", "aids"]
HOSTILE = ["accuses", "rejects", "sanctions", "threatens"]
LINE = ('{"source":{"group":"Acteur %d","kind":"%s"},"relation":"%s",'
        '"target":{"group":"Acteur %d","kind":"%s"},"status":"asserted","date":"%s",'
        '"evidence":[["doc-%d",%.3f,"%016x",1]],"sentence":"%s","sentence_doc":"doc-%d",'
        '"sentence_confidence":%.3f}\n')
SENTENCE = ("L'acteur %d a fait savoir mardi soir, au terme d'une longue séance, ce qu'il pensait "
            "de l'acteur %d et des conditions posées par celui-ci.")


def main():
    given = [float(word) for word in sys.argv[1:]]
    n, m, k, noise = (given + [200000, 1000000, 50, 0.1][len(given):])[:4]
    n, m, k = int(n), int(m), int(k)
    random.seed(6)
    camp = [random.randrange(k) for _ in range(n)]
    members = [[] for _ in range(k)]
    for vertex, own in enumerate(camp):
        members[own].append(vertex)
    seen = set()
    while len(seen) < m:
        # Every vertex is met: the first n ties are one each.
        u = len(seen) if len(seen) < n else random.randrange(n)
        v = random.choice(members[camp[u]]) if random.random() < 0.7 else random.randrange(n)
        if u == v or (u, v) in seen:
            continue
        seen.add((u, v))
        friendly = (camp[u] == camp[v]) != (random.random() < noise)
        relation = random.choice(FRIENDLY if friendly else HOSTILE)
        date = "%d-%02d-%02d" % (random.randint(2005, 2024), random.randint(1, 12),
                                 random.randint(1, 28))
        document, sure = random.randrange(m), random.randint(500, 990) / 1000
        sys.stdout.write(LINE % (u, KINDS[u % 5], relation, v, KINDS[v % 5], date, document,
                                 sure, random.getrandbits(64), SENTENCE % (u, v), document, sure))


main()
