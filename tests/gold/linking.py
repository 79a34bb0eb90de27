#!/usr/bin/env python3
"""Score the mentions of actors that a system found against mentions that readers marked.

usage: linking.py MENTIONS.tsv ACTORS.conllu --docs FILE [--gold DIR] [--data DIR]
                  [--floors SET] [--errors]

MENTIONS.tsv: doc, start, end (characters of the text), surface, group, class, as
mentions/README.md tells. ACTORS.conllu is what ent-actors wrote. Mentions that a system
marks as a place, a thing or an adjective are no mentions of actors. A mention is right if it
overlaps a marked one and its group, or set of groups, is the same. Prints

    P, R, F1   over all mentions; over those of states and of organisations of the actor
               files (known); and both again over names alone
    groups     share of the (document, group) pairs found that no marked mention has
    accuracy   share of the marked mentions of a class found with the right group: names,
               pronouns, descriptions, and the last two together (reference)

--gold is the folder of score.py and aliases.tsv, --data that of the actor files. --floors SET
fails (1) below the floors that linking-floors.tsv has for the set.
"""
import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

import entities
import texts

HERE = Path(__file__).resolve().parent


class Linker:
    """Says whether two groups are the same, and which are in the knowledge base."""

    def __init__(self, gold, data):
        self.score = texts.load_score(gold)
        self.canon = self.score.load_aliases(Path(gold) / "aliases.tsv")
        self.known, self.alias = set(), {}
        for path in Path(data).glob("*.tsv"):
            for row in texts.read_rows(path):
                if row[0] == "actor":
                    _, name, _, _, french, english = row
                    names = [name] + french.split(";") + english.split(";")
                    for n in names:
                        if n != "-" and not n.endswith("?"):
                            self.alias.setdefault(self.score.fold(n), name)
                    self.known |= {self.key(n.rstrip("?")) for n in names if n != "-"}

    def key(self, group):
        if self.score.is_state(group):
            return group
        folded = self.score.fold(group)
        if folded not in self.canon:  # "Exxon Mobil" is the actor files' "ExxonMobil"
            folded = self.score.fold(self.alias.get(folded, folded))
        return self.canon.get(folded, folded)

    def sets(self, group):
        """The sets of groups that a marked mention accepts: "A|B" or "A+B"."""
        return [frozenset(self.key(g) for g in other.split("+"))
                for other in group.split("|")]

    def is_known(self, sets):
        return all(g in self.known for groups in sets for g in groups)


def read_marked(path, linker):
    """{doc: marked mentions}, {doc: where marking ends}"""
    marked, ends = defaultdict(list), {}
    for doc, start, end, surface, group, kind in texts.read_rows(path):
        if kind == "end":
            ends[doc] = int(end)
        else:
            marked[doc].append({"start": int(start), "end": int(end), "text": surface,
                                "groups": linker.sets(group), "class": kind, "raw": group})
    return marked, ends


def read_system(path, linker):
    """{doc: mentions of actors}; one for each span, with all the groups it stands for."""
    docs = defaultdict(list)
    with open(path, encoding="utf-8") as lines:
        found = entities.read_entities(lines)
    for doc, mentions in found.items():
        merged = {}
        for m in mentions:
            if {"place", "thing", "adjective"} & set(m["flags"]) or m["group"] is None:
                continue
            one = merged.setdefault((m["start"], m["end"]), {
                "start": m["start"], "end": m["end"], "groups": set(), "names": set(),
                "kind": m["flags"][0], "head": m["head"]})
            one["groups"].add(linker.key(m["group"]))
            one["names"].add(linker.key(m["name"]))
        docs[doc] = list(merged.values())
    return docs


def overlap(a, b):
    return min(a["end"], b["end"]) - max(a["start"], b["start"])


def closeness(mark, one):
    """How well the spans agree, 0 if they are not of the same phrase."""
    common = overlap(mark, one)
    if common <= 0:
        return 0
    share = common / (max(mark["end"], one["end"]) - min(mark["start"], one["start"]))
    headed = mark["start"] <= one["head"][0] < mark["end"]
    inside = one["start"] <= mark["start"] and mark["end"] <= one["end"]
    return share + headed if headed or inside or share >= 0.5 else 0


def agree(mark, one):
    """The same groups; a group that is no state may be written by the actor's own name."""
    for groups in mark["groups"]:
        if groups == one["groups"] or (len(groups) == len(one["groups"]) == 1 and
                                       not one["groups"] & STATES and groups <= one["names"]):
            return True
    return False


def match(marked, system):
    """Pairs each marked mention with one of the system's. A system's mention may hold
    several marked ones of one phrase ("le ministre, Bruno Le Roux,")."""
    pairs = sorted(((closeness(m, s), i, k) for i, m in enumerate(marked)
                    for k, s in enumerate(system) if closeness(m, s) > 0),
                   key=lambda p: (-p[0], p[1], p[2]))
    chosen, taken = {}, set()
    for _, i, k in pairs:
        held = system[k]["start"] <= marked[i]["start"] and marked[i]["end"] <= system[k]["end"]
        if i not in chosen and (k not in taken or held):
            chosen[i] = k
            taken.add(k)
    return chosen


def add_surfaces(marked, linker):
    """An actor outside the knowledge base may go by any name that the document gives it."""
    names = defaultdict(set)
    for m in marked:
        if m["class"] == "name":
            for groups in m["groups"]:
                names[groups].add(frozenset([linker.key(m["text"])]))
    for m in marked:
        if not linker.is_known(m["groups"]):
            m["groups"] = m["groups"] + sorted(set().union(*(names[g] for g in m["groups"])),
                                               key=sorted)


def judge(doc, marked, system, linker, tally, report):
    """Adds the document's right, wrong and missed mentions to the tally."""
    add_surfaces(marked, linker)
    firm = [m for m in marked if m["class"] != "optional"]
    unsure = [m for m in marked if m["class"] == "optional"]
    chosen = match(firm, system)
    right = {chosen[i] for i in chosen if agree(firm[i], system[chosen[i]])}
    for i, mark in enumerate(firm):
        good = i in chosen and agree(mark, system[chosen[i]])
        known = linker.is_known(mark["groups"][:1])
        for scope in scopes(known, mark["class"] == "name"):
            tally[scope, "found" if good else "missed"] += 1
        tally["class " + mark["class"], "found" if good else "missed"] += 1
        if not good:
            got = "/".join(sorted(system[chosen[i]]["groups"])) if i in chosen else "-"
            report(f"{'wrong ' if i in chosen else 'missed'} {mark['class']:11} {doc} "
                   f"{mark['start']}: {mark['text']} = {mark['raw']}, got {got} in {context(doc, mark)}")
    count_groups(marked, system, tally)
    for k, one in enumerate(system):
        near = [m for m in firm if overlap(m, one) > 0]
        if k in right:
            verdict = "right"
        elif any(overlap(m, one) > 0 for m in unsure) or any(agree(m, one) for m in near):
            continue
        else:
            verdict = "false"
        known = linker.is_known([one["groups"]])
        for scope in scopes(known, one["kind"] == "name"):
            tally[scope, verdict] += 1
        if verdict == "false" and not near:
            report(f"false  {one['kind']:11} {doc} {one['start']}: "
                   f"{'/'.join(sorted(one['groups']))} in {context(doc, one)}")


def count_groups(marked, system, tally):
    """Groups of the document that some marked mention has, and others."""
    marks = {g for m in marked for groups in m["groups"] for g in groups}
    names = defaultdict(set)
    for one in system:
        for group in one["groups"]:
            names[group] |= {group} | (one["names"] if len(one["groups"]) == 1 else set())
    for group, others in names.items():
        same = {group} if group in STATES else others
        tally["groups", "right" if same & marks else "false"] += 1


def context(doc, one):
    text, start, end = TEXT.get(doc, ""), one["start"], one["end"]
    around = text[max(0, start - 40):start] + "[" + text[start:end] + "]" + text[end:end + 25]
    return " ".join(around.split())


def scopes(known, name):
    """The figures that a mention counts for."""
    return (["all"] + ["known"] * known + ["names"] * name +
            ["known names"] * (known and name))


TEXT = {}
STATES = set()
FLOORED = (("known", "F1"), ("all", "F1"), ("reference", "accuracy"))


def ratio(part, rest):
    return part / (part + rest) if part + rest else 0.0


def print_figures(tally):
    """Prints all figures and returns those that have floors."""
    figures = {}
    for scope in ("all", "known", "names", "known names"):
        p = ratio(tally[scope, "right"], tally[scope, "false"])
        r = ratio(tally[scope, "found"], tally[scope, "missed"])
        figures[scope, "F1"] = 2 * p * r / (p + r) if p + r else 0
        print(f"{scope.replace(' ', '_'):12} P {p:.3f} R {r:.3f} "
              f"F1 {figures[scope, 'F1']:.3f}   "
              f"found {tally[scope, 'found']} missed {tally[scope, 'missed']} "
              f"right {tally[scope, 'right']} false {tally[scope, 'false']}")
    right, false = tally["groups", "right"], tally["groups", "false"]
    print(f"{'groups':12} false {ratio(false, right):.3f} ({false} of {right + false})")
    refer = Counter()
    for kind in ("name", "pronoun", "description"):
        hit, miss = tally["class " + kind, "found"], tally["class " + kind, "missed"]
        if kind != "name":
            refer["hit"] += hit
            refer["miss"] += miss
        print(f"{kind:12} accuracy {ratio(hit, miss):.3f} ({hit} of {hit + miss})")
    figures["reference", "accuracy"] = ratio(refer["hit"], refer["miss"])
    print(f"{'reference':12} accuracy {ratio(refer['hit'], refer['miss']):.3f} "
          f"({refer['hit']} of {refer['hit'] + refer['miss']})")
    return figures


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("marked", type=Path)
    ap.add_argument("system")
    ap.add_argument("--docs", required=True)
    ap.add_argument("--gold", default=texts.GOLD)
    ap.add_argument("--data", default=texts.DATA / "actors")
    ap.add_argument("--floors")
    ap.add_argument("--errors", action="store_true")
    a = ap.parse_args()
    linker = Linker(a.gold, a.data)
    STATES.update(linker.score.STATES)
    marked, ends = read_marked(a.marked, linker)
    system = read_system(a.system, linker)
    tally = Counter()
    for doc in texts.read_docs(a.docs):
        text = a.marked.parent / "texts" / f"{doc}.txt"
        if a.errors and text.exists():
            TEXT[doc] = text.read_text(encoding="utf-8")
        found = [s for s in system[doc] if s["start"] < ends.get(doc, sys.maxsize)]
        judge(doc, marked[doc], found, linker, tally, print if a.errors else lambda x: None)
    figures = {(a.floors, *key): figure for key, figure in print_figures(tally).items()}
    if a.floors:
        needed = [(a.floors, *key) for key in FLOORED]
        sys.exit(texts.below_floors(HERE / "linking-floors.tsv", figures, needed))


if __name__ == "__main__":
    main()
