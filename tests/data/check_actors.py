#!/usr/bin/env python3
"""Check the actor files: python3 check_actors.py [DIR] (default lib/data/actors).

Prints one line FILE:LINE: message for every fault and exits 1 if there is any.
"""
import glob
import os
import re
import sys
import unicodedata

# A descriptor may also name what any body with a name of its own is: an institution.
KINDS = set("state igo company media ngo party armed_group hacker_group movement "
            "agency union federation church court person set".split())
PLACES = {"capital", "seat", "city"}
TITLES = set("head_of_state head_of_government minister official military diplomat "
             "spokesperson parliament court monarch leader executive religious member".split())
CLASSES = {"government", "security", "people", "nonstate", "thing", "descriptor"}
COLUMNS = {"actor": 6, "demonym": 4, "place": 5, "person": 6, "title": 4, "group": 4,
           "alias": 4}
UNIONS = {"UN"}  # whose agencies and missions act for them
HISTORICAL = set("SUN YUG SCG CSK DDR ANT YMD VDR PCZ TMP".split())
FIRST_YEAR, LAST_YEAR = 1900, 2035
DATE = re.compile(r"^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$")


class Checker:
    """Collects faults; references to actors are resolved once every file is read."""

    def __init__(self):
        self.faults = []
        self.actors = {}       # id -> (where, kind)
        self.persons = {}      # name -> where
        self.codes = HISTORICAL | UNIONS
        self.references = []   # (where, id, what)
        self.count = {}

    def fault(self, where, message):
        self.faults.append("%s:%d: %s" % (where[0], where[1], message))

    def names(self, where, column, allow_mark=True):
        """The alternatives of a column, checked for shape; [] for '-'."""
        if column == "-":
            return []
        names = column.split(";")
        for name in names:
            if not name or name != name.strip() or "  " in name:
                self.fault(where, "empty or badly spaced name in '%s'" % column)
            if name == "-":
                self.fault(where, "'-' among alternatives")
            bare = name.partition("=")[0] if "=" in name else name
            if "?" in bare[:-1] + name[len(bare):] or (bare.endswith("?") and not allow_mark):
                self.fault(where, "misplaced '?' in '%s'" % name)
        if len(set(names)) != len(names):
            self.fault(where, "repeated name in '%s'" % column)
        return names

    def code(self, where, code, allow_none=True):
        if code == "-" and allow_none:
            return
        if code not in self.codes:
            self.fault(where, "unknown country code '%s'" % code)

    def actor(self, where, f):
        ident, kind, country = f[1:4]
        if kind not in KINDS:
            self.fault(where, "unknown kind '%s'" % kind)
        if ident in self.actors:
            self.fault(where, "actor '%s' already at %s:%d" % ((ident,) + self.actors[ident][0]))
        self.actors.setdefault(ident, (where, kind))
        if kind == "state" and ident not in self.codes:
            self.fault(where, "state '%s' is no alpha-3 code" % ident)
        if kind == "agency" and country == "-":
            self.fault(where, "agency '%s' without a country" % ident)
        self.code(where, country)
        if not self.names(where, f[4]) + self.names(where, f[5]):
            self.fault(where, "actor '%s' without a name" % ident)

    def demonym(self, where, f):
        self.references.append((where, f[1], "demonym"))
        if f[2] == "-" and f[3] == "-":
            self.fault(where, "demonym without forms")
        for column, forms in ((f[2], 4), (f[3], 3)):
            if column != "-" and len(column.split(";")) != forms:
                self.fault(where, "'%s' needs %d forms" % (column, forms))
        if f[2] != f[2].lower():
            self.fault(where, "French forms are lower case: '%s'" % f[2])

    def place(self, where, f):
        self.references.append((where, f[1], "place"))
        if f[2] not in PLACES:
            self.fault(where, "unknown place type '%s'" % f[2])
        if not self.names(where, f[3]) + self.names(where, f[4]):
            self.fault(where, "place without a name")

    def person(self, where, f):
        name = f[1]
        if name in self.persons:
            self.fault(where, "person '%s' already at %s:%d" % ((name,) + self.persons[name]))
        self.persons.setdefault(name, where)
        if f[2] not in ("m", "f"):
            self.fault(where, "gender '%s'" % f[2])
        self.code(where, f[3])
        if name in self.names(where, f[4]):
            self.fault(where, "'%s' repeated among its variants" % name)
        for office in self.names(where, f[5], allow_mark=False):
            self.office(where, office)

    def office(self, where, office):
        parts = office.split(":")
        if len(parts) != 3 or ".." not in parts[2]:
            self.fault(where, "office '%s' is not GROUP:ROLE:FROM..TO" % office)
            return
        group, role, span = parts
        self.references.append((where, group, "office"))
        if not re.match(r"^[a-z][a-z' -]*$", role):
            self.fault(where, "role '%s' is not lower-case English" % role)
        start, _, end = span.partition("..")
        if start and end:
            width = min(len(start), len(end))
            if start[:width] > end[:width]:
                self.fault(where, "office '%s' ends before it begins" % office)
        for day in (start, end):
            if day and not self.valid(day):
                self.fault(where, "bad date '%s'" % day)

    @staticmethod
    def valid(day):
        m = DATE.match(day)
        return bool(m) and FIRST_YEAR <= int(m[1]) <= LAST_YEAR \
            and (not m[2] or 1 <= int(m[2]) <= 12) and (not m[3] or 1 <= int(m[3]) <= 31)

    def title(self, where, f):
        if f[1] not in ("fr", "en") or f[2] not in TITLES:
            self.fault(where, "unknown language or kind: %s %s" % (f[1], f[2]))
        if not self.names(where, f[3]):
            self.fault(where, "title without phrases")

    def group(self, where, f):
        if f[1] not in ("fr", "en") or f[2] not in CLASSES:
            self.fault(where, "unknown language or class: %s %s" % (f[1], f[2]))
        valued = f[2] in ("nonstate", "descriptor")
        for noun in self.names(where, f[3]):
            if valued != ("=" in noun):
                self.fault(where, "'%s': =value is for nonstate and descriptor only" % noun)
            if f[2] == "nonstate" and not re.match(r"^[a-z-]+$", noun.rpartition("=")[2]):
                self.fault(where, "'%s' is no lower-case word" % noun)
            if f[2] == "descriptor" and noun.rpartition("=")[2] not in KINDS | {"institution"}:
                self.fault(where, "'%s' names no kind" % noun)

    def alias(self, where, f):
        self.references.append((where, f[1], "alias"))
        if f[2] not in ("fr", "en") or not self.names(where, f[3]):
            self.fault(where, "alias needs a language and phrases")

    def line(self, where, text):
        if text.startswith("#") or not text:
            return
        if unicodedata.normalize("NFC", text) != text:
            self.fault(where, "not in normal form C")
        if re.search(r"[ \t]$|^[ ]| \t|\t |[\r\u00a0\u2019\ufeff]", text):
            self.fault(where, "stray white space, curly apostrophe or carriage return")
        fields = text.split("\t")
        kind = fields[0]
        if kind not in COLUMNS:
            self.fault(where, "unknown record '%s'" % kind)
        elif len(fields) != COLUMNS[kind] or "" in fields:
            self.fault(where, "%s needs %d filled columns" % (kind, COLUMNS[kind]))
        else:
            self.count[kind] = self.count.get(kind, 0) + 1
            getattr(self, kind)(where, fields)

    def resolve(self):
        for where, ident, what in self.references:
            if ident not in self.actors:
                self.fault(where, "%s of an unknown actor '%s'" % (what, ident))


def read(path):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    return text.split("\n"), text.endswith("\n")


def main():
    here = os.path.dirname(os.path.abspath(__file__))
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.join(here, "../../lib/data/actors")
    paths = sorted(glob.glob(os.path.join(folder, "*.tsv")))
    checker = Checker()
    texts = [(os.path.basename(p),) + read(p) for p in paths]
    for _, lines, _ in texts:
        for line in lines:
            fields = line.split("\t")
            if fields[:1] == ["actor"] and len(fields) > 3 and fields[2] == "state":
                if re.match(r"^[A-Z]{3}$", fields[1]):
                    checker.codes.add(fields[1])
    for name, lines, ended in texts:
        if not ended:
            checker.fault((name, len(lines)), "no newline at the end")
        for number, line in enumerate(lines, 1):
            checker.line((name, number), line)
    checker.resolve()
    if not paths:
        checker.faults.append("%s: no actor files" % folder)
    iso = os.path.join(here, "../../../shared/gold/iso3166-alpha3.txt")
    if os.path.exists(iso):
        with open(iso, encoding="utf-8") as file:
            for code in file.read().split():
                if code not in checker.actors:
                    checker.faults.append("states: '%s' is missing" % code)
    print("\n".join(checker.faults + ["%d faults; " % len(checker.faults) + ", ".join(
        "%d %s" % (n, k) for k, n in sorted(checker.count.items()))]))
    return 1 if checker.faults else 0


if __name__ == "__main__":
    sys.exit(main())
