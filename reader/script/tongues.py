"""Tells where a text goes over into another language, so that a voice for it can say that part."""

from collections.abc import Iterable, Iterator

from ..readability.language import is_believed, language_of_sentence, other_scripts, small_words
from ..story import Block, Position, Story, Tongue
from .wording.pattern import Pattern

_QUOTED = Pattern(
    r"“[^“”]{20,}[”“]|„[^„“”]{20,}[“”]|«[^«»]{20,}»|»[^«»]{20,}«|\"[^\"]{20,}\"|‘[^‘]{20,}’(?!\w)|(?<!\w)'[^']{20,}'(?!\w)"
)
"""What stands in quotation marks and is long enough to be a sentence."""

_MOST = 500

Part = tuple[int, int, str]
"""Where a part starts and ends, and its language."""


def declared(block: Block, language: str) -> tuple[Tongue, ...]:
    """The passages of a block in ``language`` that its page says are in another, one after another, where that may be.

    A passage within another one is cut out of that. Of a block that goes to and fro all the time nothing is believed.
    """
    if len(block.tongues) > _MOST:
        return ()
    found: list[Tongue] = []
    for told in sorted(block.tongues, key=lambda tongue: tongue.start - tongue.end):
        start, end = max(told.start, 0), min(told.end, len(block.text))
        text = block.text[start:end]
        start, end = start + len(text) - len(text.lstrip()), end - len(text) + len(text.rstrip())
        around = next((one.language for one in found if one.start <= start and end <= one.end), language)
        if around != language and _primary(told.language) == _primary(language):
            inner = Tongue(start, end, language)
        elif is_believed(told.language, text, around):
            inner = Tongue(start, end, told.language)
        else:
            continue
        found = [piece for one in found for piece in _without(one, inner)] + [inner]
    return tuple(sorted((one for one in found if one.language != language), key=lambda tongue: tongue.start))


def foreign(block: Block, language: str) -> tuple[Tongue, ...]:
    """The passages of a block in ``language`` that are surely in another, by their page or by their script."""
    told = declared(block, language) if block.tongues else ()
    taken = [(one.start, one.end, one.language) for one in told]
    written = (part for part in other_scripts(block.text, language) if not any(_meet(part, one) for one in taken))
    return tuple(Tongue(*part) for part in sorted((*taken, *written)))


def language_at(story: Story, at: Position) -> str:
    """The language of the word at that place, as far as its page says."""
    block = story.blocks[at.block]
    language = block.language or story.language
    found = (one.language for one in declared(block, language) if one.start <= at.offset < one.end)
    return next(found, language) if block.tongues else language


def passages(sentence: str, language: str, told: Iterable[Part] = ()) -> Iterator[Part]:
    """The parts of ``sentence`` in order, each (start, end, language); one part where all of it is in ``language``.

    What is ``told`` of it is believed. Of the rest, only what is quoted, what is in a script of its own or a whole
    sentence can be in another language, and only when that is sure.
    """
    known = list(told)
    if language and not known:
        found = list(_filled(sentence, _quoted(sentence, language), language))
        whole = language_of_sentence(sentence, language)
        if whole != language:
            said = " ".join(sentence[start:end] for start, end, tongue in found if tongue == language)
            around = small_words(said, language)
            if not around - small_words(" ".join(around), whole):
                yield 0, len(sentence), whole
                return
        known = [part for part in found if part[2] != language]
    known += (part for part in other_scripts(sentence, language) if not any(_meet(part, other) for other in known))
    yield from _filled(sentence, sorted(known), language)


def _quoted(sentence: str, language: str) -> Iterator[Part]:
    for found in _QUOTED.finditer(sentence):
        tongue = language_of_sentence(found[0], language)
        if tongue != language:
            yield *found.span(), tongue


def _filled(sentence: str, known: Iterable[Part], language: str) -> Iterator[Part]:
    """``known`` parts and what is between them, in ``language``; signs alone are said with what is before them."""
    parts: list[Part] = []
    at = 0
    for start, end, tongue in known:
        between = sentence[at:start]
        if parts and not any(map(str.isalnum, between)):
            parts[-1] = (parts[-1][0], start, parts[-1][2])
            if parts[-1][2] == tongue:
                start = parts.pop()[0]
        elif between.strip():
            parts.append((at, start, language))
        else:
            start = at
        parts.append((start, end, tongue))
        at = end
    if not parts or any(map(str.isalnum, sentence[at:])):
        parts.append((at, len(sentence), language))
    elif at < len(sentence):
        parts[-1] = (parts[-1][0], len(sentence), parts[-1][2])
    yield from parts


def _meet(one: Part, other: Part) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _without(outer: Tongue, inner: Tongue) -> Iterator[Tongue]:
    """What ``inner`` leaves of ``outer``."""
    if inner.end <= outer.start or outer.end <= inner.start:
        yield outer
        return
    if outer.start < inner.start:
        yield Tongue(outer.start, inner.start, outer.language)
    if inner.end < outer.end:
        yield Tongue(inner.end, outer.end, outer.language)


def _primary(tag: str) -> str:
    return tag.split("-")[0].lower()
