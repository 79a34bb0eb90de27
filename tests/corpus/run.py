#!/usr/bin/env python3
"""Score ent-extract on the sentences of the batch files in this folder.

usage: run.py BIN FILE.batch... [--errors] [--floors]

BIN is the folder of the tools. The format of a batch file and what is counted are in
README.md. --errors lists every wrong, missed and misjudged relation with its sentence;
--floors prints only one line a file and fails (1) when the F1 of triples of a file (the share
of items without a wrong one where there is nothing to find) is below its floor in floors.tsv.
"""
import re
import shlex
import sys
import unicodedata
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.append(str(HERE.parent / "gold"))

import texts  # noqa: E402
from texts import SYMMETRIC  # noqa: E402

ALIASES = texts.GOLD / "aliases.tsv"
STATES = set((HERE / "states.txt").read_text().split())
RELATIONS = SYMMETRIC | {
    "supports", "aids", "sponsors", "requests", "concedes_to", "accuses", "rejects",
    "threatens", "protests_against", "mobilizes_against", "sanctions", "coerces", "attacks"}
STATUSES = {"asserted", "alleged", "planned", "denied", "hypothetical"}


def die(message):
    sys.exit(f"run.py: {message}")


def fold(name):
    """Casefolded form of a name without accents, punctuation and leading article."""
    text = unicodedata.normalize("NFKD", name)
    text = "".join(c for c in text if not unicodedata.combining(c)).casefold()
    text = re.sub(r"[^\w]+", " ", text).strip()
    return re.sub(r"^(the|le|la|les|l|un|une|des) ", "", text)


def load_aliases(path):
    """Every folded name of the alias table with the folded canonical name."""
    canon = {}
    if path.exists():
        for row in texts.read_rows(path):
            names = [fold(n) for n in row if n.strip()]
            for name in names:
                canon.setdefault(name, names[0])
    return canon


def gold_line(words, where):
    if len(words) != 4 or not set(words[1].split("|")) <= RELATIONS:
        die(f"{where}: not SOURCE relation TARGET status")
    statuses = set(words[3].split("|"))
    if not statuses <= STATUSES:
        die(f"{where}: unknown status in {words[3]}")
    return {"source": words[0].split("|"), "relation": set(words[1].split("|")),
            "target": words[2].split("|"), "status": statuses,
            "line": " ".join(words)}


def read_batch(path):
    """The items of one file: date, theme, text, and its gold relations."""
    items, item, date, theme = [], None, None, path.stem
    for n, line in enumerate(path.read_text(encoding="utf-8").splitlines() + [""], 1):
        where, line = f"{path.name}:{n}", line.strip()
        if line.startswith("## "):
            theme = line[3:].strip()
        elif not line or line.startswith("#"):
            if not line and item:
                if not item["closed"]:
                    die(f"{where}: the item before has neither relation nor -")
                items.append(item)
                item = None
        elif line.startswith("@ ") and item is None:
            date = line[2:].strip()
        elif item is None:
            item = {"where": where, "date": date or "2023-06-01", "theme": theme,
                    "text": line, "gold": [], "closed": False,
                    "lang": path.stem.split("-")[0]}
            date = None
        elif line == "-":
            item["closed"] = True
        elif line[0] in "=?" and line[1:2] == " ":
            gold = gold_line(shlex.split(line[2:]), where)
            gold["optional"] = line[0] == "?"
            item["gold"].append(gold)
            item["closed"] = True
        else:
            die(f"{where}: not understood: {line}")
    return items


def records(items):
    """The items as documents that the tools read, named item0, item1 ..."""
    return [{"id": f"item{n}", "date": item["date"], "lang": item["lang"], "text": item["text"]}
            for n, item in enumerate(items)]


def same(accepted, actor, canon):
    """Does an extracted actor denote one of the accepted gold groups?"""
    group = str(actor.get("group") or "")
    if group in STATES:
        return group in accepted
    names = {fold(str(actor[k])) for k in ("group", "actor", "mention") if actor.get(k)}
    names = {canon.get(n, n) for n in names}
    return any(canon.get(fold(a), fold(a)) in names for a in accepted if a not in STATES)


def match(gold, record, canon):
    if record["relation"] not in gold["relation"]:
        return False
    a, b = record["source"], record["target"]
    straight = same(gold["source"], a, canon) and same(gold["target"], b, canon)
    crossed = (record["relation"] in SYMMETRIC and
               same(gold["source"], b, canon) and same(gold["target"], a, canon))
    return straight or crossed


def distinct(records):
    """One record for each (source, relation, target), symmetric ones either way."""
    seen, out = set(), []
    for r in records:
        ends = [str(r["source"].get("group")), str(r["target"].get("group"))]
        if r["relation"] in SYMMETRIC:
            ends.sort()
        key = (r["relation"], *ends)
        if key not in seen:
            seen.add(key)
            out.append(r)
    return out


class Tally:
    def __init__(self):
        self.items = self.clean = self.hit = self.wrong = self.missed = self.good_status = 0

    def add(self, other):
        for key, value in vars(other).items():
            setattr(self, key, getattr(self, key) + value)

    def figures(self):
        p = self.hit / (self.hit + self.wrong) if self.hit + self.wrong else 0.0
        r = self.hit / (self.hit + self.missed) if self.hit + self.missed else 0.0
        f = 2 * p * r / (p + r) if p + r else 0.0
        return p, r, f, self.good_status / self.hit if self.hit else 0.0

    def row(self):
        p, r, f, s = self.figures()
        counts = (f"({self.items} items, {self.hit} right, {self.wrong} wrong,"
                  f" {self.missed} missed)")
        if not self.hit + self.missed:
            return f"nothing wrong in {self.clean / self.items:.3f}   {counts}"
        return f"P {p:.3f}  R {r:.3f}  F1 {f:.3f}  status {s:.3f}   {counts}"

    def floor_figure(self):
        """F1, or the share of items without a wrong relation where none is to be found."""
        return self.figures()[2] if self.hit + self.missed else self.clean / self.items


def judge(item, records, canon):
    """The tally of one item and its errors as (kind, relation) pairs."""
    tally, errors, records = Tally(), [], distinct(records)
    tally.items, used = 1, set()
    for gold in sorted(item["gold"], key=lambda g: g["optional"]):
        line = gold["line"]
        hits = [i for i, r in enumerate(records) if i not in used and match(gold, r, canon)]
        used.update(hits)
        if gold["optional"]:
            continue
        if not hits:
            tally.missed += 1
            errors.append(("missed", line))
            continue
        tally.hit += 1
        if records[hits[0]]["status"] in gold["status"]:
            tally.good_status += 1
        else:
            errors.append(("status", f"{line}, found {records[hits[0]]['status']}"))
    for i, r in enumerate(records):
        if i not in used:
            tally.wrong += 1
            errors.append(("wrong", f"{r['source'].get('group')} {r['relation']} "
                           f"{r['target'].get('group')} {r['status']}   [{r.get('rule')}]"))
    tally.clean = not tally.wrong
    return tally, errors


def report(path, items, found, canon, options):
    total, themes = Tally(), {}
    for n, item in items:
        tally, errors = judge(item, found.get(n, []), canon)
        total.add(tally)
        themes.setdefault(item["theme"], Tally()).add(tally)
        if errors and "--errors" in options:
            print(f"{item['where']}: {item['text']}")
            for kind, line in errors:
                print(f"    {kind:6} {line}")
    if "--floors" in options:
        print(f"{path.name}: {total.row()}")
        return total
    print(f"{path.name}\n  {'all':28} {total.row()}")
    for theme, tally in themes.items():
        if len(themes) > 1:
            print(f"  {theme:28} {tally.row()}")
    return total


def main():
    options = {a for a in sys.argv[1:] if a.startswith("--")}
    names = [a for a in sys.argv[1:] if not a.startswith("--")]
    if len(names) < 2 or options - {"--errors", "--floors"}:
        sys.exit(__doc__)
    files = [(Path(name), read_batch(Path(name))) for name in names[1:]]
    flat = [item for _, items in files for item in items]
    found, canon = texts.extract(names[0], records(flat)), load_aliases(ALIASES)
    total, start, figures = Tally(), 0, {}
    for path, items in files:
        numbered = [(f"item{n}", item) for n, item in enumerate(items, start)]
        start += len(items)
        tally = report(path, numbered, found, canon, options)
        figures[path.name,] = tally.floor_figure()
        total.add(tally)
    if "--floors" in options:
        sys.exit(texts.below_floors(HERE / "floors.tsv", figures))
    if len(files) > 1:
        print(f"{'all files':30} {total.row()}")


if __name__ == "__main__":
    main()
