"""Texts, what readers said of them, and floors: what the scripts here and in ../corpus share."""
import contextlib
import importlib.util
import json
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
DATA = HERE.parents[1] / "lib" / "data"
SHARED = HERE.parents[2] / "shared"
GOLD = SHARED / "gold"
CORPUS = SHARED / "corpus" / "wikinews-fr.jsonl"
SYMMETRIC = {"allies_with", "cooperates_with", "meets"}

sys.path.append(str(HERE.parent / "corpus"))  # run.py reads the batches


def load_score(folder=GOLD):
    """score.py of the gold standard: it says when two names mean one actor."""
    spec = importlib.util.spec_from_file_location("score", Path(folder) / "score.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_rows(path):
    """The lines of a table, split at tabs, but for empty ones and comments."""
    for line in Path(path).read_text(encoding="utf-8").split("\n"):
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def read_docs(path):
    """The ids of documents in a file, in its order."""
    return Path(path).read_text(encoding="utf-8").split()


def parse_lines(text):
    return [json.loads(line) for line in text.split("\n") if line.strip()]


def read_jsonl(path):
    return parse_lines(Path(path).read_text(encoding="utf-8"))


def read_corpus(docs, path=CORPUS):
    """The records of those documents, in the order of the corpus."""
    return [record for record in read_jsonl(path) if record["id"] in docs]


def read_verdicts(*paths):
    """{(doc, source, relation, target): 1 or 0} of files judged-*.tsv; the last reader counts."""
    return {tuple(key): int(right) for path in paths for *key, right in read_rows(path)}


def key_of(relation):
    """What the verdict on a relation found is told by."""
    return (relation["doc"], relation["source"]["group"], relation["relation"],
            relation["target"]["group"])


@contextlib.contextmanager
def lines_file(lines, suffix=".docs"):
    """The name of a file that holds the lines as long as the block lasts."""
    with tempfile.NamedTemporaryFile("w", suffix=suffix, encoding="utf-8") as file:
        for line in lines:
            print(line, file=file)
        file.flush()
        yield file.name


def jsonl_file(records):
    """The same of records."""
    return lines_file((json.dumps(r, ensure_ascii=False) for r in records), ".jsonl")


def output(*command, **options):
    """What a command writes; ends the script where it fails."""
    done = subprocess.run([str(c) for c in command], stdout=subprocess.PIPE, encoding="utf-8",
                          check=False, **options)
    if done.returncode:
        sys.exit(f"{Path(sys.argv[0]).name}: {Path(command[0]).name} failed "
                 f"with {done.returncode}")
    return done.stdout


def extract(folder, records, *options):
    """{document: relations} that ent-extract finds in the records."""
    with jsonl_file(records) as name:
        lines = output(Path(folder) / "ent-extract", *options, name)
    found = {}
    for relation in parse_lines(lines):
        found.setdefault(relation["doc"], []).append(relation)
    return found


def read_floors(path):
    """{names: floor} of a table whose last column is the floor of what the others name."""
    return {tuple(key): float(floor) for *key, floor in read_rows(path)}


def below_floors(path, figures, needed=None):
    """Whether one of {names: figure} is below its floor, or has none where one is needed.

    needed are the names that must have a floor, by default all. Prints what fails.
    """
    floors, failed = read_floors(path), False
    for key in figures if needed is None else needed:
        if key not in floors:
            print(f"{' '.join(key)} has no floor in {Path(path).name}")
            failed = True
    for key, floor in floors.items():
        if key in figures and figures[key] < floor:
            print(f"{' '.join(key)} is {figures[key]:.3f}, below the floor of {floor}")
            failed = True
    return failed
