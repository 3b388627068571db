"""Pronunciations that were made for other readers: the lexicons of the W3C, and the speech dictionaries of NVDA."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ...errors import PronunciationError
from .pronunciations import Pronunciation

if TYPE_CHECKING:
    from lxml import etree

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def from_pls(data: bytes, name: str) -> Iterator[Pronunciation]:
    """The lexemes of a Pronunciation Lexicon (https://www.w3.org/TR/pronunciation-lexicon/) that have an alias.

    Those that only have phonemes need an engine that reads them, and are left out: a voice here is given words.
    """
    from lxml import etree

    # No entity is expanded and nothing is fetched: a lexicon may come from anywhere.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise PronunciationError(f"{name}: is not XML ({error})") from error
    if etree.QName(root).localname != "lexicon":
        raise PronunciationError(f"{name}: is no pronunciation lexicon, it begins with <{etree.QName(root).localname}>")
    language = root.get(_XML_LANG) or ""
    for lexeme in root.iter("{*}lexeme"):
        alias = next((_text(found) for found in lexeme.iter("{*}alias")), "")
        if not alias:
            continue
        for grapheme in lexeme.iter("{*}grapheme"):
            if written := _text(grapheme):
                # The specification compares graphemes as they are written.
                yield Pronunciation(written, alias, case=True, language=language)


def _text(element: "etree._Element") -> str:
    """The words of an element; none where it holds an entity, which is not expanded."""
    from lxml import etree

    if any(child.tag is etree.Entity for child in element.iter()):
        return ""
    return " ".join("".join(map(str, element.itertext(etree.Element))).split())


# NVDA's types of entries, each as the pattern that it stands for.
_NVDA = {
    0: "{0}",
    1: "{0}",
    2: r"\b{0}\b",
    3: r"(?:(?<=\w){0}|{0}(?=\w))",
    4: r"\b{0}(?=\w)",
    5: r"(?<=\w){0}\b",
}


def from_nvda(data: bytes, name: str) -> Iterator[Pronunciation]:
    """The entries of an NVDA dictionary: pattern, replacement, case (0 or 1) and type, with tabs between."""
    try:
        lines = data.decode("utf-8-sig").splitlines()
    except UnicodeDecodeError as error:
        raise PronunciationError(f"{name}: is neither a lexicon nor a speech dictionary in UTF-8") from error
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        fields = line.split("\t")
        if len(fields) != 4 or fields[2] not in ("0", "1") or not fields[3].isdecimal():
            raise PronunciationError(
                f"{name}: line {number} is no entry of a speech dictionary (pattern, replacement, 0 or 1, type)"
            )
        written, said = (text.replace(r"\#", "#") for text in fields[:2])
        kind = int(fields[3])
        if kind not in _NVDA:
            raise PronunciationError(f"{name}: line {number} has the type {kind}; 0 to {max(_NVDA)} are known")
        if kind != 1:
            written, said = _NVDA[kind].format(re.escape(written)), said.replace("\\", r"\\")
        yield Pronunciation(written, said, is_pattern=True, case=fields[2] == "1")
