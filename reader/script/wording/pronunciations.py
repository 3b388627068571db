r"""A listener's own pronunciations: how a name is said, and what is never said at all.

A file of them is TOML; each entry has a word or a pattern (Python's regular expressions), and what is said for it::

    [[say]]
    word = "Kyiv"
    as = "Keev"

    [[say]]
    pattern = 'Ep\. (\d+)'
    as = 'episode \1'
    language = "en"         # only in stories in English; without it, in all
    case = true             # only where capitals are written so; without it, everywhere

    [[skip]]
    word = "Advertisement"

A word stands for itself between the ends of words, and may be several words. The lexicons of the W3C (PLS 1.0) and
NVDA's speech dictionaries are read as well: `reader.script.wording.dictionaries`.
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from ...errors import PronunciationError
from .rule import Edit, Rule


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """``written``, a word or with ``is_pattern`` a regular expression, is said as ``said``; "" says nothing for it.

    ``language`` is a BCP 47 tag, "" means every language.
    """

    written: str
    said: str
    is_pattern: bool = False
    case: bool = False
    language: str = ""


def load(path: Path) -> tuple[Rule, ...]:
    """The rules of a file, to stand before those of sayall; words come first, then patterns in their order.

    Raises `PronunciationError` where the file cannot be read or an entry is broken, and names the entry.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise PronunciationError(f"{path}: cannot be read ({error.strerror}); name a file of pronunciations") from error
    if path.suffix.lower() == ".toml":
        return rules(from_toml(data, str(path)), str(path))
    from .dictionaries import from_nvda, from_pls

    read = from_pls if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<") else from_nvda
    return rules(read(data, str(path)), str(path))


def from_toml(data: bytes, name: str) -> Iterator[Pronunciation]:
    """The entries of a TOML file called ``name``."""
    try:
        tables = tomllib.loads(data.decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise PronunciationError(f"{name}: is not TOML ({error})") from error
    for kind, entries in tables.items():
        if kind not in ("say", "skip") or not isinstance(entries, list):
            raise PronunciationError(f"{name}: begin each entry with [[say]] or [[skip]], not {kind!r}")
        for number, entry in enumerate(entries, 1):
            yield _entry(entry, kind, f"{name}: [[{kind}]] number {number}")


def _entry(entry: Mapping[str, object], kind: str, place: str) -> Pronunciation:
    known = {"word": str, "pattern": str, "as": str, "language": str, "case": bool}
    if kind == "skip":
        del known["as"]
    for key, value in entry.items():
        if key not in known:
            raise PronunciationError(f"{place}: {key!r} is unknown; there are {', '.join(known)}")
        if not isinstance(value, known[key]):
            raise PronunciationError(
                f"{place}: {key} = {value!r} is no {'text' if known[key] is str else 'true or false'}"
            )
    if ("word" in entry) == ("pattern" in entry):
        raise PronunciationError(f"{place}: give either a word or a pattern")
    if kind == "say" and "as" not in entry:
        raise PronunciationError(f'{place}: give what is said, as = "…"')
    return Pronunciation(
        str(entry.get("word") or entry.get("pattern") or ""),
        str(entry.get("as", "")),
        "pattern" in entry,
        bool(entry.get("case", False)),
        str(entry.get("language", "")),
    )


def rules(entries: Iterable[Pronunciation], name: str) -> tuple[Rule, ...]:
    """The rules for some pronunciations, named as their file; all words of a language and case are sought together."""
    words: dict[tuple[str, bool], dict[str, str]] = {}
    patterns: list[Rule] = []
    for entry in entries:
        if not entry.written.strip():
            raise PronunciationError(f"{name}: an entry has an empty word or pattern")
        if entry.is_pattern:
            patterns.append(_pattern(entry, name))
        else:
            written = " ".join(entry.written.split())
            those = words.setdefault((entry.language, entry.case), {})
            those.setdefault(written if entry.case else written.casefold(), entry.said)
    # Entries for one language, and those that heed capitals, are the more exact ones.
    ordered = sorted(words.items(), key=lambda item: (not item[0][0], not item[0][1]))
    return (*(_words(those, language, case, name) for (language, case), those in ordered), *patterns)


def _words(said: Mapping[str, str], language: str, case: bool, name: str) -> Rule:
    longest_first = sorted(said, key=len, reverse=True)
    either = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in longest_first)
    found = re.compile(rf"(?<!\w)(?:{either})(?!\w)", 0 if case else re.IGNORECASE)

    def find(text: str) -> Iterator[Edit]:
        for match in found.finditer(text):
            written = " ".join(match[0].split())
            word = said.get(written if case else written.casefold())
            if word is not None:
                yield Edit(*match.span(), word)

    return Rule(Path(name).name, find, _tags(language), written=True)


def _pattern(entry: Pronunciation, name: str) -> Rule:
    try:
        found = re.compile(entry.written, 0 if entry.case else re.IGNORECASE)
        # A replacement is read only when there is a match, so one is made: of the pattern, or nothing.
        re.compile(f"(?:{entry.written})?", found.flags).sub(entry.said, "", count=1)
    except (re.error, IndexError, OverflowError, RecursionError) as error:
        raise PronunciationError(f"{name}: the pattern {entry.written!r} is broken ({error})") from error

    def find(text: str) -> Iterator[Edit]:
        for match in found.finditer(text):
            if match[0]:
                yield Edit(*match.span(), match.expand(entry.said))

    return Rule(Path(name).name, find, _tags(entry.language), written=True)


def _tags(language: str) -> tuple[str, ...]:
    return (language.split("-")[0].lower(),) if language else ()
