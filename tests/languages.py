"""A few sentences in each of many languages, from tests/cases/languages.txt."""

from pathlib import Path

ROWS = tuple(
    (name.strip(), tuple(codecs.split()), text.strip())
    for name, codecs, text in (
        line.split("|")
        for line in (Path(__file__).parent / "cases" / "languages.txt").read_text("utf-8").splitlines()
        if line and not line.startswith("#")
    )
)
"""Name, older codecs, sentences."""
TEXTS = {name: text for name, _, text in ROWS}
CODED = tuple((name, codec) for name, codecs, _ in ROWS for codec in codecs)
