"""The mentions of actors in what ent-actors wrote."""
import re
from collections import defaultdict
from urllib.parse import unquote

BRACKET = re.compile(r"\((e\d+)-([^-()]*)-(\d+)-([^()]*)(\)?)|(e\d+)\)")


def misc_value(misc, name):
    """The value of one of the last column's fields."""
    return next((x[len(name) + 1:] for x in misc.split("|") if x.startswith(name + "=")), "")


def read_document(sentences):
    """The mentions of a document's sentences, each [(word, its range of the text, misc)]."""
    actors, found = {}, []
    for rows in sentences:
        for _, _, misc in rows:
            value = misc_value(misc, "Actor")
            for actor in value.split(",") if value else ():
                eid, group, name = [unquote(x) for x in actor.split(":")[:3]]
                actors[eid] = (group, name)
    for rows in sentences:
        ranges = {word: place for word, place, _ in rows if place}
        for first, last, head, other, eid in brackets(rows):
            covered = [ranges[w] for w in range(first, last + 1) if w in ranges]
            if covered:
                group, name = actors.get(eid, (None, None))
                found.append({"start": covered[0][0], "end": covered[-1][1],
                              "head": ranges.get(head, covered[0]), "id": eid, "group": group,
                              "name": name, "flags": other.split(":")[0].split("+")})
    return found


def brackets(rows):
    """(first, last, head, flags and more, id) of a sentence's mentions as they end."""
    found, open_ones = [], defaultdict(list)
    for word, _, misc in rows:
        for item in BRACKET.findall(misc_value(misc, "Entity")):
            eid, _, head, other, closed, closing = item
            if closing:
                if open_ones[closing]:
                    first, offset, flags = open_ones[closing].pop()
                    found.append((first, word, first + offset, flags, closing))
            elif closed:
                found.append((word, word, word, other, eid))
            else:
                open_ones[eid].append((word, int(head) - 1, other))
    return found


def read_entities(lines):
    """{document: its mentions} of a CoNLL-U file with Entity= and Actor=.

    A mention has start and end (characters of the text), head (the range of its head), id,
    group and name (None where the id names no actor) and flags: its kind (name, noun,
    pronoun ...), place, thing, adjective.
    """
    docs, sentences, rows = {}, [], []
    doc, contraction = "", None
    for line in lines:
        columns = line.rstrip("\n").split("\t")
        if len(columns) != 10:
            if rows:
                sentences.append(rows)
                rows, contraction = [], None
            if line.startswith("# newdoc id = "):
                docs[doc] = read_document(sentences)
                doc, sentences = line.rstrip("\n").split("= ", 1)[1], []
            continue
        place = re.search(r"TokenRange=(\d+):(\d+)", columns[9])
        place = (int(place[1]), int(place[2])) if place else None
        if "-" in columns[0]:
            contraction = (*map(int, columns[0].split("-")), place)
            continue
        word = int(columns[0])
        if place is None and contraction and contraction[0] <= word <= contraction[1]:
            place = contraction[2]
        rows.append((word, place, columns[9]))
    if rows:
        sentences.append(rows)
    docs[doc] = read_document(sentences)
    if not docs.get("", True):
        del docs[""]
    return docs
