"""Checks that tell a text on something else, or in another language, by its words."""

from __future__ import annotations

from itertools import islice

from ..cutting.inline_notes import leads_back
from ..language import language_in
from ..outline import State
from .cases import Case

_LONG_ENOUGH = 300
"""A shorter text has too few words to say what it is about."""
_LONG = 1_500
_FEWEST_WORDS = 3
"""So many words of the headline, at least, the text under it must share before others are held against it."""
_SHARED_AT_MOST, _BY_CHANCE, _OTHER_FORM = 0.15, 0.2, 0.3
_LONG_ENOUGH_TO_SHARE = 1_000
"""Of the words of the shorter text so many stand in the other as well, where they are about different things.

So little had the last 800 characters in common with the first 400 in 5 of 145 news stories, the last 1,600 in 1 of 124;
of texts from another story 3 in 4.
"""
_HARDLY = 0.3
"""A list of terms or a talk has no more than such a share of the subject where it is about something else."""
_NAMES = 2
"""A text in another language shares no more than so many words with the story; a part that waits for its translation
shares what all the rest is about.
"""
_FOLLOWING = 8
"""So many boxes made alike are looked at."""


def language(case: Case) -> str:
    part, main = case.part, case.main
    if part.heading is None and part.text.count("\n") == 0:
        return ""
    if part.pieces[0].box.state & State.QUOTE or (part.heading is not None and _around(case, "article")):
        return ""  # what somebody said, a letter, a law in full
    told = _primary(main.ground.told.language)
    if not part.language or _primary(part.language) == told or (told and main.language != told):
        return ""
    if not main.language or main.language == part.language or len(part.topic & main.topic) > _NAMES:
        return ""
    if _is_among_its_like(case) or all(leads_back(piece.text, piece.links) for piece in part.pieces):
        return ""  # a page that is half translated, and the notes under its text
    return f"it is in another language ({part.language}) than the text under the headline ({main.language})"


def about(case: Case) -> str:
    part, main = case.part, case.main
    if part.heading is None or len(part.text) < _LONG_ENOUGH or not (case.is_last or part.first < main.first):
        return ""
    if main.on_subject < max(_FEWEST_WORDS, 0.25 * len(main.ground.subject)) or case.has_deck:
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


def _primary(tag: str) -> str:
    return tag.split("-")[0].lower()


def _is_among_its_like(case: Case) -> bool:
    """Whether a box follows that is made alike, in the language of the text under the headline."""
    box, ground = case.part.box, case.main.ground
    if box is None:
        return False
    alike = (
        other
        for other in ground.children.get(id(box.parent), ())
        if other.first >= box.last and other.tag == box.tag and other.element.get("class") == box.element.get("class")
    )
    return any(
        language_in(" ".join(piece.text for piece in ground.outline.pieces[other.first : other.last])[:_LONG])
        == case.main.language
        for other in islice(alike, _FOLLOWING)
    )


def _around(case: Case, tag: str) -> bool:
    """Whether an element of that name is around both texts."""
    box = case.part.box.parent if case.part.box else case.main.box
    return box is not None and any(outer.tag == tag for outer in box.chain())
