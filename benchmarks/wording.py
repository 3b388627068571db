"""Written → spoken: how much is said as it should be, beside other libraries, and how long a sentence takes.

    python benchmarks/wording.py [--cases FOLDER] [--python PYTHON] [--misses]

The cases are the files *.tsv of FOLDER (../shared/cases unless told): class, written, accepted forms between " || ".
Peers are those that PYTHON can import, from a virtual environment that keeps them out of ours: kitten-text-processing,
itntext, damga, spokenform, normt2s, wetext, num2words; "any peer" is right where one of them is. "spelled" is sayall
with --spell-links, which reads addresses out.
"""

import argparse
import json
import re
import subprocess
import sys
import time
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path

ROOT = Path(__file__).parents[1]
CASES = ROOT.parent / "shared" / "cases"

Case = tuple[str, str, frozenset[str]]
Said = tuple[list[str], float]

PEERS = {
    "kitten": "from kitten_text_processing import Normalizer; said = Normalizer(lang='en').normalize",
    "itntext": "from itntext import Normalizer; said = Normalizer(lang='en', operator='tn').normalize",
    "damga": "from damga import Normalizer; said = Normalizer(mode='tn', lang='en').normalize",
    "spokenform": "from spokenform import prepare_text; said = lambda t: prepare_text(t, language='en').text",
    "normt2s": "from normt2s import normalize as said",
    "wetext": "from wetext import Normalizer; said = Normalizer(lang='en', operator='tn').normalize",
    "num2words": (
        "import re; from num2words import num2words; said = lambda t: re.sub(r'\\d+', lambda m: num2words(m[0]), t)"
    ),
}
ASK = """
import json, sys, time
{setup}
lines = json.load(sys.stdin)
str(said(lines[0]))
began = time.perf_counter()
out = []
for line in lines:
    try:
        out.append(str(said(line)))
    except Exception:
        out.append(line)
json.dump([out, time.perf_counter() - began], sys.stdout)
"""


def main() -> None:
    """Prints a table: a line a class and file, a column a library; then the milliseconds a sentence."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=Path, default=CASES)
    parser.add_argument("--python", default=sys.executable)
    parser.add_argument("--misses", action="store_true", help="print what sayall says otherwise than accepted")
    given = parser.parse_args()
    cases = {file.stem: list(read(file)) for file in sorted(given.cases.glob("*.tsv"))}
    if not cases:
        sys.exit(f"{given.cases} holds no cases; name their folder with --cases")
    written = [case[1] for file in cases.values() for case in file]
    answers = {"sayall": ours(written), "spelled": ours(written, spell_links=True), "as written": (written, 0.0)}
    for name, setup in PEERS.items():
        answer = peer(given.python, setup, written)
        if answer is not None:
            answers[name] = answer
    print(f"{'':34}" + "".join(f"{name:>12}" for name in [*answers, "any peer"]))
    start = 0
    for file, those in cases.items():
        right = {name: tally(those, said[start : start + len(those)]) for name, (said, _) in answers.items()}
        right["any peer"] = {
            kind: any_of([right[name][kind] for name in PEERS if name in right]) for kind in right["sayall"]
        }
        for kind in sorted({case[0] for case in those}):
            row(kind, [those[kind] for those in right.values()])
        row(f"{file}, all", [[hit for hits in those.values() for hit in hits] for those in right.values()])
        start += len(those)
    print(f"{'ms a sentence':34}" + "".join(f"{1000 * took / len(written):12.2f}" for _, took in answers.values()))
    if given.misses:
        for (_, text, forms), said in zip(
            (case for file in cases.values() for case in file), answers["sayall"][0], strict=True
        ):
            if plain(said) not in forms:
                print(f"{text!r} is said as {said!r}")


def read(file: Path) -> Iterable[Case]:
    """The cases of one file; its first line names the columns."""
    for line in file.read_text(encoding="utf-8").splitlines()[1:]:
        kind, text, forms = line.split("\t")
        yield kind, text, frozenset(plain(form) for form in forms.split(" || "))


def plain(text: str) -> str:
    """Words only: case, punctuation and spacing are set aside."""
    text = unicodedata.normalize("NFKC", text).casefold().replace("-", " ")
    return " ".join(re.sub(r"[^\w\s'&]", " ", text).split())


def ours(written: list[str], *, spell_links: bool = False) -> Said:
    """As ``sayall say`` does it: sentence by sentence."""
    from reader.script.sentences import sentences
    from reader.script.wording import RULES, speak
    from reader.script.wording.read_out import READ_OUT

    rules = (*READ_OUT, *RULES) if spell_links else RULES

    def said(text: str) -> str:
        return " ".join(speak(text[start:end], "en", rules) for start, end in sentences(text, "en"))

    return timed(said, written)


def timed(said: Callable[[str], str], written: list[str]) -> Said:
    """What is said, and the seconds it took, without those for the first."""
    said(written[0])
    began = time.perf_counter()
    out = [said(text) for text in written]
    return out, time.perf_counter() - began


def peer(python: str, setup: str, written: list[str]) -> Said | None:
    """What another library says; None where it cannot be imported."""
    try:
        done = subprocess.run(
            [python, "-c", ASK.format(setup=setup)],
            input=json.dumps(written),
            capture_output=True,
            text=True,
            timeout=300,
        )
        out, took = json.loads(done.stdout)
    except (OSError, ValueError, subprocess.TimeoutExpired):
        return None
    return out, took


def tally(cases: list[Case], said: list[str]) -> dict[str, list[bool]]:
    """For each class, whether each of its cases was right."""
    right = defaultdict(list)
    for (kind, _, forms), words in zip(cases, said, strict=True):
        right[kind].append(plain(words) in forms)
    return right


def any_of(columns: list[list[bool]]) -> list[bool]:
    """For each case, whether one of the columns has it right."""
    return [any(hits) for hits in zip(*columns, strict=True)] if columns else [False]


def row(name: str, columns: list[list[bool]]) -> None:
    print(f"{name:28} {len(columns[0]):5}" + "".join(f"{100 * sum(hits) / len(hits):11.1f}%" for hits in columns))


if __name__ == "__main__":
    main()
