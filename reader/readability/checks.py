"""Checks that a text beside the one under the headline must pass to be taken for the story, or for a part of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .inline_notes import leads_back
from .language import language_in
from .outline import Box, Kind, Piece, State
from .parts import Part
from .shapes import is_byline, is_date, is_name, is_page_of_author
from .signs import is_dated
from .vocabulary import sections
from .words import Meaning

_LONG_ENOUGH = 300
"""A shorter text has too few words to say what it is about."""
_LONG = 1_500
_SHORT = 400
_MUCH_LONGER = 3
_STORY = 400
"""A story of its own has so many characters of prose, at least."""
_FEWEST_WORDS = 3
"""So many words of the headline, at least, the text under it must share before others are held against it."""
_SHARED_AT_MOST, _BY_CHANCE, _OTHER_FORM = 0.15, 0.2, 0.3
_LONG_ENOUGH_TO_SHARE = 1_000
"""Of the words of the shorter text so many stand in the other as well, where they are about different things.

So little had the last 800 characters in common with the first 400 in 5 of 145 news stories, the last 1,600 in 1 of 124;
of texts from another story 3 in 4.
"""
_RIGHTS = 3
"""So many phrases about consent or rights are no accident."""
_RARE = 400
"""On so many characters of such a text there is one of them, at least."""
_FEWEST_ENTRIES, _SECTIONS = 3, 3
_NAMES = 2
"""A text in another language shares no more than so many words with the story; a part that waits for its translation
shares what all the rest is about.
"""
_CLOSE = 5
_OWN_ROLES = Meaning.FOOTNOTE | Meaning.SIDEBAR | Meaning.BIO | Meaning.CAPTION | Meaning.HIGHLIGHTS
"""What is named so belongs to the story, and has its role by that name."""
_ALL = 0.9
_NEXT, _LINE = 4, 60
_FEW_HEADINGS = 2
_HARDLY = 0.3
_TOLD = 0.15
"""So far the number of words that a page tells of may be from the one we count."""


@dataclass(frozen=True, slots=True)
class Case:
    """A text, the one under the headline, and what stands around both."""

    part: Part
    main: Part
    others: Sequence[Part]
    """All texts beside the main one, in page order."""

    @property
    def is_last(self) -> bool:
        """Whether no other text follows."""
        return all(other.first <= self.part.first for other in (*self.others, self.main))


@dataclass(frozen=True, slots=True)
class Check:
    """A named check; ``fault`` gives what is wrong with a text, "" where nothing is."""

    name: str
    fault: Callable[[Case], str]


def faults(main: Part, others: Sequence[Part]) -> list[tuple[Part, str, str]]:
    """The texts beside the main one that do not pass; the check that each fails, and what is wrong with it.

    Texts under headings of one level are sections of a story, where there are several of them, or where one passes.
    """
    found = [(part, *fault(Case(part, main, others))) for part in others]
    levels = Counter(part.heading.level for part in others if part.heading is not None)
    passing = {part.heading.level for part, name, _ in found if not name and part.heading is not None}
    sections = passing | {level for level, count in levels.items() if count >= _SECTIONS}
    end = max([main.last, *(part.last for part, name, _ in found if not name)])
    return [
        (part, name, reason)
        for part, name, reason in found
        if name
        and not (name in OF_SECTIONS and part.heading is not None and part.heading.level in sections)
        and not (name == "wrong language" and main.last <= part.first < end)  # what a story quotes in its midst
    ]


def fault(case: Case) -> tuple[str, str]:
    """The name of the first check that a text does not pass, and what is wrong; ("", "") where it passes all."""
    if case.part.box is not None and case.part.box.meaning & _OWN_ROLES:
        return "", ""
    for check in CHECKS:
        found = check.fault(case)
        if found:
            return check.name, found
    return "", ""


def _links(case: Case) -> str:
    size = sum(len(piece.text) for piece in case.part.pieces)
    linked = sum(len(piece.text) for piece in case.part.pieces if piece.link_share > _ALL)
    return f"{round(100 * linked / size)} of 100 characters are linked lines" if linked > 0.5 * size else ""


def _language(case: Case) -> str:
    part, main = case.part, case.main
    language = _primary(main.ground.told.language)
    if not part.language or _primary(part.language) == language or (language and main.language != language):
        return ""
    if not main.language or main.language == part.language or part.pieces[0].box.state & State.QUOTE:
        return ""
    if len(part.topic & main.topic) > _NAMES or (part.heading is None and part.text.count("\n") == 0):
        return ""
    if _around(case, "article") and part.heading is not None:
        return ""  # a letter, a law in full
    if _is_among_its_like(case) or all(leads_back(piece.text, piece.links) for piece in part.pieces):
        return ""  # a page that is half translated, and the notes under its text
    return f"it is in another language ({part.language}) than the text under the headline ({main.language})"


def _above(case: Case) -> str:
    part, main = case.part, case.main
    if part.last > main.ground.headline or part.on_subject > main.on_subject:
        return ""
    return "it stands above the headline, and another text below it"


def _entries(case: Case) -> str:
    """What readers wrote: names and days in turn, over one text each, and no headings."""
    pieces = case.part.pieces
    if any(piece.kind is Kind.HEADING for piece in pieces[2:]) or _signatures(case.main) >= _FEWEST_ENTRIES:
        return ""
    count = _signatures(case.part)
    return f"{count} entries, each signed and dated, as readers write them" if count >= _FEWEST_ENTRIES else ""


def _rights(case: Case) -> str:
    found = _phrases(case.part)
    if len(found) < _RIGHTS or len(_phrases(case.main)) > 1 or sum(found.values()) * _RARE < len(case.part.text):
        return ""
    if 2 * case.part.on_subject > case.main.on_subject:
        return ""
    return f"it speaks of consent or rights ({', '.join(sorted(found)[:3])})"


def _own_headline(case: Case) -> str:
    """Another story: the only text that begins with such a heading, which is signed or linked or in an article."""
    part, main = case.part, case.main
    heading = part.heading
    if heading is None or part.first < main.ground.headline or part.prose < _STORY or _is_author(heading, case):
        return ""
    like = [piece for piece in part.pieces if piece.kind is Kind.HEADING and piece.level == heading.level]
    like += [other.heading for other in (main, *case.others) if other.heading and other.heading.level == heading.level]
    if len(like) > _FEW_HEADINGS:
        return ""  # entries, or sections
    below = [piece for piece in part.pieces if piece.number > heading.number][:_CLOSE]
    header = [piece for piece in main.ground.outline.pieces[main.ground.headline + 1 :][:_CLOSE] if piece not in below]
    if _is_signed(below) and _is_signed(header):
        return "it has a headline, an author or a day of its own"
    if _is_deck(case):
        return ""
    if heading.link_share > 0.9 and not heading.links[0][2].startswith("#"):
        return "it has a headline of its own that leads to another page"
    mine, its = _article(part), _article(main)
    return "it is an article of its own, with a headline" if mine and its and mine is not its else ""


def _about(case: Case) -> str:
    part, main = case.part, case.main
    if part.heading is None or len(part.text) < _LONG_ENOUGH or not (case.is_last or part.first < main.first):
        return ""
    if main.on_subject < max(_FEWEST_WORDS, 0.25 * len(main.ground.subject)) or _is_deck(case):
        return ""
    shared = len(part.topic & main.topic) / (min(len(part.topic), len(main.topic)) or 1)
    if part.form != main.form:
        strange = part.on_subject <= _HARDLY * main.on_subject and shared <= _OTHER_FORM
    elif len(part.text) > _LONG:
        strange = part.on_subject <= min(2, main.on_subject // 4) and shared <= _SHARED_AT_MOST
    else:
        strange = part.on_subject == 0 and shared <= _SHARED_AT_MOST
    strange = strange or (part.on_subject == 0 and len(part.text) > _LONG_ENOUGH_TO_SHARE and shared <= _BY_CHANCE)
    if not strange or (part.language and main.language and part.language != main.language):
        return ""  # the words of two languages tell nothing
    return (
        f"it has {part.on_subject} words of the headline and the summary, the text under the headline {main.on_subject}"
        + (f"; it is {part.form}" if part.form != main.form and part.form else "")
    )


def _told_words(case: Case) -> str:
    told = case.main.ground.told.words
    mine = len(case.main.text.split())
    if not told or abs(mine - told) > _TOLD * told or len(case.part.text.split()) < 2 * _TOLD * told:
        return ""
    return f"the page says that its story has {told} words, as the text under the headline has"


CHECKS = (
    Check("mostly links", _links),
    Check("wrong language", _language),
    Check("far from the headline", _above),
    Check("written by readers", _entries),
    Check("consent or rights", _rights),
    Check("another story", _own_headline),
    Check("longer than told", _told_words),
    Check("not about the headline", _about),
)


OF_SECTIONS = frozenset(
    ["mostly links", "wrong language", "written by readers", "another story", "not about the headline"]
)
"""Checks that a section of a long story might fail."""


def _primary(tag: str) -> str:
    return tag.split("-")[0].lower()


def _is_among_its_like(case: Case) -> bool:
    """Whether a box follows that is made alike, in the language of the text under the headline."""
    box, ground = case.part.box, case.main.ground
    if box is None:
        return False
    return any(
        other.first >= box.last
        and other.tag == box.tag
        and other.element.get("class") == box.element.get("class")
        and language_in(" ".join(piece.text for piece in ground.outline.pieces[other.first : other.last])[:_LONG])
        == case.main.language
        for other in ground.children.get(id(box.parent), ())
    )


def _is_deck(case: Case) -> bool:
    """Whether what stands under the headline is short, and the other text so much longer that it may be the story."""
    part, main = case.part, case.main
    much = main.prose < _SHORT and part.prose > _MUCH_LONGER * main.prose
    return much and 2 * part.on_subject >= main.on_subject


def _is_author(heading: Piece, case: Case) -> bool:
    """Whether a heading names the author of the story, over a note about the author."""
    named = any(heading.text.casefold() in author.casefold() for author in case.main.ground.told.authors)
    return named or is_name(heading.text) or any(is_page_of_author(href) for _, _, href in heading.links)


def _around(case: Case, tag: str) -> bool:
    """Whether an element of that name is around both texts."""
    box = case.part.box.parent if case.part.box else case.main.box
    return box is not None and any(outer.tag == tag for outer in box.chain())


def _article(part: Part) -> Box | None:
    """The article element that a text is, or is in."""
    box = part.box or part.pieces[0].box
    return next((outer for outer in box.chain() if outer.tag == "article"), None)


def _signatures(part: Part) -> int:
    """How many different short lines stand right beside a day and over a text, as the names of writers do."""
    names = set()
    pieces = part.pieces
    for number, piece in enumerate(pieces):
        if not _is_line(piece) or not is_dated(piece):
            continue
        if not any(part.ground.measures.pieces[other.number].raw for other in pieces[number + 1 : number + _NEXT]):
            continue
        for other in (*pieces[max(0, number - 1) : number], *pieces[number + 1 : number + 2]):
            if _is_line(other) and not is_dated(other):
                names.add(other.text)
        if is_byline(piece.text):
            names.add(piece.text)
    return len(names)


def _is_line(piece: Piece) -> bool:
    return len(piece.text) < _LINE and piece.kind in (Kind.TEXT, Kind.ITEM) and not piece.text.endswith((".", ":", ","))


def _is_signed(pieces: Sequence[Piece]) -> bool:
    signs = Meaning.BYLINE | Meaning.DATE
    return any(
        piece.timed or is_date(piece.text) or is_byline(piece.text) or (piece.meaning | piece.box.meaning) & signs
        for piece in pieces
        if len(piece.text) < 160
    )


def _phrases(part: Part) -> dict[str, int]:
    """What a text says of consent or rights, each with how often."""
    folded = part.text.casefold()
    return {phrase: folded.count(phrase) for phrase in sections("rights")["rights"] if phrase in folded}
