"""usage: strange_texts.py BIN-FOLDER [CHARACTERS]

Texts nobody wrote: endless words, sentences, lines, brackets, marks, scripts, nesting. ent-extract
must end well with each, in time that grows with its size and no faster: four times the text may
take eight times the processor time. Also: token ranges are exact in characters
of the input; damaged, truncated and binary input; tokens kept from CoNLL-U."""
import os
import subprocess
import sys
import tempfile

TIMES, ALLOWED, NOISE = 4, 8, 0.8  # times the size; times the time; seconds that say nothing

REPEATED = {
    "words": "mot ", "capitals": "MACRON RENCONTRE MERKEL ", "names": "Paris Lyon Marseille ",
    "one word": "a", "stops": "a. ", "initials": "A. ", "dots": ".", "brackets": "( ",
    "brackets, glued": "(", "closing": ") ", "quotes": '" ', "guillemets": "« ",
    "elisions": "l'", "apostrophes": "'", "hyphens": "a-", "clitics": "a-t-il", "digits": "1",
    "groups": "000 ", "points": "1.", "at": "a@", "mail": "a@a.", "protocols": "http://",
    "domains": "a.b.", "hashes": "#a", "han": "北京", "arabic": "سلام ", "thai": "สวัสดี",
    "emoji": "👩‍👩‍👧‍👦", "flags": "🇫🇷", "marks": "\u0301\u0323", "joiners": "\u200d",
    "no width": "a\u200b", "soft hyphens": "a\u00ad", "no-break": "1\u00a0000\u00a0",
    "line ends": "\n", "lines": "a\n", "dashes": "– ", "semicolons": "a ; ", "titles": "Mot : ",
    "coordination": "Macron et Merkel et ", "commas": "Macron, Merkel, ",
    "relatives": "qui dit que Macron ", "genitives": "le président de ", "des": "des ",
    "attacks": "la Russie attaque l'Ukraine ", "sentences": "La Russie attaque l'Ukraine. ",
    "speech": "« Macron soutient Merkel », a dit ", "tags": "<div>", "entities": "&amp;",
    "arrays": "[", "objects": '{"a":', "abbreviations": "M. ", "acronyms": "U.S.",
    "underscores": "a_", "pronouns": "il ", "presidents": "Le président Macron. Il part. ",
}

failed = 0


def complain(*what):
    global failed
    failed = 1
    print(*what)


def run(tool, path, *options):
    """Status, processor seconds, output."""
    with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        process = subprocess.Popen([tool, *options, path], stdout=out, stderr=err)
        _, status, usage = os.wait4(process.pid, 0)
        out.seek(0)
        err.seek(0)
        message = err.read()
        if b"Sanitizer" in message or b"runtime error" in message:
            complain(tool, path, message[:500])
        return os.waitstatus_to_exitcode(status), usage.ru_utime + usage.ru_stime, out.read()


def write(folder, text):
    path = os.path.join(folder, "text.txt")
    mode = {"mode": "wb"} if isinstance(text, bytes) else {
        "mode": "w", "encoding": "utf8", "newline": ""}
    with open(path, **mode) as file:
        file.write(text)
    return path


def check_growth(bin_folder, folder, size):
    tool = os.path.join(bin_folder, "ent-extract")  # all that ent-parse does, and more
    for name, piece in REPEATED.items():
        seconds = []
        for characters in (size, TIMES * size):
            path = write(folder, (piece * (characters // len(piece) + 1))[:characters])
            status, used, _ = run(tool, path, "-j1", "--lang", "fr")
            seconds.append(used)
            if status not in (0, 1):
                complain("ent-extract on %s: status %d" % (name, status))
        if seconds[1] > ALLOWED * max(seconds[0], NOISE / ALLOWED):
            complain("%s: %.2f s, %d times the text %.2f s" %
                     (name, seconds[0], TIMES, seconds[1]))


def tokens(output):
    for line in output.decode("utf8").split("\n"):
        columns = line.split("\t")
        if len(columns) == 10 and "TokenRange=" in columns[9]:
            span = columns[9].split("TokenRange=")[1].split("|")[0].split(":")
            yield columns[1], int(span[0]), int(span[1])


def check_ranges(bin_folder, folder):
    """Every token is found in the untouched input at its range."""
    text = ("MACRON RENCONTRE MERKEL\n\nL’armée 🇫🇷 a tiré 1 200 obus — d'après l'« ONU » "
            "(10\u202f000 selon l’AFP) 👩‍👩‍👧. Voir https://x.fr/a?b=c #Paix @onu\u200b !\r\n"
            "Le president a ete elu, said Mr. Smith: \"We won't.\" 北京 сегодня سلام\n"
            "A l'Elysee, M. J.-P. Durand (né en 1950) dit: «Non»…\n")
    path = write(folder, text)
    for lang in ("fr", "en"):
        _, _, output = run(os.path.join(bin_folder, "ent-parse"), path, "--lang", lang)
        found = list(tokens(output))
        if len(found) < 60:
            complain("only %d tokens of the mixed text" % len(found))
        covered = set()
        for form, start, end in found:
            if text[start:end] != form:
                complain("%s: token '%s' is not at %d:%d ('%s')" %
                         (lang, form, start, end, text[start:end]))
            covered.update(range(start, end))
        for at, character in enumerate(text):
            if not character.isspace() and at not in covered and character != "\u200b":
                complain("%s: '%s' at %d is in no token" % (lang, character, at))


def check_damage(bin_folder, folder):
    """Wrong bytes, NULs, cut records: no crash, and what is good is kept."""
    good = '{"id":"d","lang":"fr","text":"La Russie attaque l\'Ukraine."}\n'.encode()
    texts = {
        "latin-1": "Le président a été élu à Orléans.\n".encode("latin-1"),
        "cut character": "Le président a été".encode()[:-1],
        "NULs": b"Le mot\0 et la \0\0 chose.\n",
        "overlong": b"Un \xc0\xaf mot \xed\xa0\x80 faux \xf5\x80\x80\x80.\n",
        "UTF-16": "Le président parle.".encode("utf-16"),
        "byte order mark": b"\xef\xbb\xbfLe mot.\n",
        "cut record": good + good[:40],
        "bad between good": good + b'{"id": 3, \n' + good,
        "no text": b'{"id":"x"}\n' + good,
        "long line": good[:-4] + b" Oui." * 200000 + b'"}\n',
    }
    for name, data in texts.items():
        path = write(folder, data)
        for options in ((), ("--input", "jsonl"), ("--input", "text"), ("--input", "html"),
                        ("--input", "csv"), ("--input", "feed"), ("--input", "conllu")):
            status, used, output = run(os.path.join(bin_folder, "ent-parse"), path, *options)
            if status not in (0, 1):
                complain("ent-parse %s on %s: status %d" % (" ".join(options), name, status))
            if used > 30:
                complain("ent-parse %s on %s: %.0f s" % (" ".join(options), name, used))
            try:
                output.decode("utf8")
            except UnicodeDecodeError:
                complain("ent-parse %s on %s: output is not UTF-8" % (" ".join(options), name))
        if name == "bad between good":
            status, _, output = run(os.path.join(bin_folder, "ent-parse"), path,
                                    "--input", "jsonl")
            if status != 1 or output.count(b"# newdoc") != 2:
                complain("a bad record between good ones: status %d, %d documents" %
                         (status, output.count(b"# newdoc")))


def columns(output, *numbers):
    return [tuple(line.split("\t")[n] for n in numbers)
            for line in output.decode("utf8").split("\n") if line[:1].isdigit()]


def check_kept(bin_folder, folder):
    """Another parser's tokens stay as they are, with --keep-tags its tags too."""
    foreign = ("# sent_id = s1\n1-2\tdu\t_\t_\t_\t_\t_\t_\t_\t_\n"
               "1\tde\tde\tADP\tP\t_\t3\tcase\t_\t_\n2\tle\tle\tDET\tD\tDefinite=Def\t3\tdet\t_\t_\n"
               "3\tpain d'épice\tpain d'épice\tNOUN\tN\tNumber=Sing\t0\troot\t_\tX=1\n"
               "4\tsu-per\tsuper\tADJ\tA\t_\t3\tamod\t_\tSpaceAfter=No\n5\t!!\t!!\tSYM\tS\t_\t3\tdep\t_\t_\n\n")
    path = os.path.join(folder, "foreign.conllu")
    with open(path, "w", encoding="utf8") as file:
        file.write(foreign)
    parse = os.path.join(bin_folder, "ent-parse")
    wanted = columns(foreign.encode(), 0, 1)
    _, _, output = run(parse, path, "--lang", "fr")
    if columns(output, 0, 1) != wanted:
        complain("tokens of CoNLL-U input were changed:", columns(output, 0, 1))
    _, _, output = run(parse, path, "--lang", "fr", "--input", "conllu", "--keep-tags")
    wanted = columns(foreign.encode(), 0, 1, 2, 3, 5)
    if columns(output, 0, 1, 2, 3, 5) != wanted:
        complain("--keep-tags changed tags:", columns(output, 0, 1, 2, 3, 5))


def main():
    bin_folder = sys.argv[1]
    size = int(sys.argv[2]) if len(sys.argv) > 2 else 40000
    with tempfile.TemporaryDirectory() as folder:
        check_growth(bin_folder, folder, size)
        check_ranges(bin_folder, folder)
        check_damage(bin_folder, folder)
        check_kept(bin_folder, folder)
    return failed


sys.exit(main())
