#!/usr/bin/python3
"""A large signed network with planted camps, as GraphML.

usage: planted.py [VERTICES [TIES [CAMPS [NOISE]]]]    (200000 1000000 50 0.1)

70 % of the ties are drawn within a camp; a share NOISE of the signs is wrong.
"""
import random
import sys


def main():
    given = [float(word) for word in sys.argv[1:]]
    n, m, k, noise = (given + [200000, 1000000, 50, 0.1][len(given):])[:4]
    n, m, k = int(n), int(m), int(k)
    random.seed(5)
    camp = [random.randrange(k) for _ in range(n)]
    members = [[] for _ in range(k)]
    for vertex, own in enumerate(camp):
        members[own].append(vertex)
    write = sys.stdout.write
    write('<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
          '<key id="w" for="edge" attr.name="weight" attr.type="double"/>\n'
          '<key id="s" for="edge" attr.name="sign" attr.type="int"/>\n'
          '<graph edgedefault="directed">\n')
    for vertex in range(n):
        write('<node id="n%d"/>\n' % vertex)
    for _ in range(m):
        u = random.randrange(n)
        v = random.choice(members[camp[u]]) if random.random() < 0.7 else random.randrange(n)
        if u == v:
            continue
        sign = 1 if camp[u] == camp[v] else -1
        if random.random() < noise:
            sign = -sign
        write('<edge source="n%d" target="n%d"><data key="w">1</data><data key="s">%d</data>'
              '</edge>\n' % (u, v, sign))
    write('</graph></graphml>\n')


main()
