"""Marks that lead to a note are not said: [1], [citation needed], [edit], † and ‡."""

from collections.abc import Iterator

from .pattern import Pattern
from .rule import Edit

_MARK = Pattern(
    r"\s?\[(?:(?:note|nb|n|fn|ref|a|b|c|d|e)\s?\d{0,3}|\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*|\*+|†+|‡+|[ivx]{1,4}"
    r"|(?:better |full |additional )?(?:citations?|sources?|clarification|verification|page|quotation|year|date"
    r"|dead link|link)"
    r"(?: (?:needed|required|dead))?|citation|edit|update|when\?|who\?|where\?|which\?|by whom\?|why\?|vague"
    r"|dubious[^\]]{0,20}"
    r"|according to whom\?|further explanation needed|dead link|original research\??|not in citation given"
    r"|failed verification)\]:?\d{0,3}(?![\w(])",
    2,
)
_DAGGER = Pattern(
    r"(?<=[\w.,;:!?”\"’')])(?:\s?[†‡]+|\*{1,3}(?=\s|$|[.,;:])(?<!\d\*(?=\s(?:hot|res|lux|spa|rev|rat|acc|ser))))|^\s*(?:[†‡]+|\*{1,3})\s*(?=\S)"
)


def find(text: str) -> Iterator[Edit]:
    if "[" in text:
        for match in _MARK.finditer(text):
            start = match.start()
            # "[1]" alone, or before the text it is a note to, is the number of the note.
            if start == 0 and text[match.end() :].strip():
                continue
            if not text[:start].strip() and not text[match.end() :].strip():
                continue
            yield Edit(start, match.end(), "")
    if "†" in text or "‡" in text or "*" in text:
        for match in _DAGGER.finditer(text):
            if match.group().strip().startswith("*") and text[: match.start()].count("*") % 2:
                continue
            yield Edit(*match.span(), "")
