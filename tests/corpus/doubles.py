"""Doubles in lib/data/*/frames*.tsv: alternatives of a trigger that another frame has too.

Each head word of a line is asked alone whether another line says all that it says: the same
relation and kind of trigger, the same dependents or more alternatives of them, the same roles
found in the same positions or more, at least as surely. So a line that stands twice is found, a
word shared by two lines that differ in others, and one that two lines give different weights.
"""
import itertools
import re
from typing import NamedTuple

DEFAULT_WEIGHT = 0.9
NARROWING = {"kind", "by", "form"}
OWNERS = {"fr": "poss,adj,compound,de", "en": "poss,adj,compound,of"}


class Dependent(NamedTuple):
    place: frozenset  # prepositions or one other position; of what follows ">" the parent's
    below: bool       # stands behind ">"
    negative: bool
    words: frozenset

    def covers(self, other):
        same = self.place == other.place and self.below == other.below
        if not same or self.negative != other.negative:
            return False
        if "*" in self.words | other.words:  # counts half a word: another length of trigger
            return self.words == other.words
        return self.words <= other.words if self.negative else self.words >= other.words


class Frame(NamedTuple):
    where: str
    relation: str
    kind: str
    heads: list
    dependents: list
    roles: dict
    options: dict
    trigger: str

    @property
    def weight(self):
        return float(self.options.get("weight", DEFAULT_WEIGHT))


def split_trigger(text):
    """Its alternatives ("se taire" is one word) and its dependents."""
    text = re.sub(r"(?<![^|])se (en )?", lambda m: "se~" + ("en~" if m[1] else ""), text)
    head, *rest = text.split(" ")
    dependents = []
    for part in rest:
        negative, part = part.startswith("!"), part.removeprefix("!")
        place, words = part.rsplit(":", 1) if ":" in part else ("", part)
        parent, arrow, below = words.partition(">")
        if arrow:
            words = below
            place = next(("|".join(d.place) for d in reversed(dependents)
                          if parent in d.words), place)
        dependents.append(Dependent(frozenset(place.split("|")), bool(arrow), negative,
                                    frozenset(words.split("|"))))
    return head.split("|"), dependents


def parse(lang, where, line):
    relation, kind, trigger, roles, options, *_ = line.split("\t")
    heads, dependents = split_trigger(trigger)
    pairs = [dict(part.split("=", 1) for part in column.split() if part != "-")
             for column in (roles, options)]
    roles = {name: frozenset(re.sub(r"\bgen\b", OWNERS[lang], value).split(","))
             for name, value in pairs[0].items()}
    return Frame(where, relation, kind, heads, dependents, roles, pairs[1], trigger)


def looser(a, b):
    """Does a hold wherever b does? Conditions narrow a frame; all else must be the same."""
    names = (set(a.options) | set(b.options)) - {"weight"}
    return all(a.options.get(name) == b.options.get(name)
               or name in NARROWING and name not in a.options for name in names)


def covers(a, b):
    """Does b, but for its heads, add nothing to a? A surer frame does add something."""
    return (a.weight >= b.weight and len(a.dependents) == len(b.dependents)
            and a.roles.keys() == b.roles.keys() and looser(a, b)
            and all(b.roles[role] <= a.roles[role] for role in a.roles)
            and any(all(x.covers(y) for x, y in zip(order, b.dependents))
                    for order in itertools.permutations(a.dependents)))


def twice_in(frame):
    """Words that a list of alternatives of the frame has more than once."""
    for part in frame.trigger.split(" "):
        words = re.split(r"[|:]", part)
        yield from sorted({word for word in words if words.count(word) > 1})


def find(frames):
    """A line of text for each double; frames as parse gives them, of one language."""
    by_head, found = {}, []
    for n, frame in enumerate(frames):
        found += [f"{frame.where}: {word} twice" for word in twice_in(frame)]
        for head in set(frame.heads):
            by_head.setdefault((frame.relation, frame.kind, head), []).append(n)
    for (_, _, head), group in by_head.items():
        for i, j in itertools.permutations(group, 2):
            a, b = frames[i], frames[j]
            if covers(a, b) and (i < j or not covers(b, a)):
                found.append(f"{b.where}: {b.relation} {head} ({b.trigger[:40]}): "
                             f"all that {a.where} says ({a.trigger[:40]})")
    return found
