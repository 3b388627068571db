"""An utterance in segments: text in one language each, and the pauses between them."""

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from ..script.utterance import Language, Part, Pause, Utterance
from .engine import Engine, who_speaks

_FEW_WORDS = 2


class Segment(NamedTuple):
    """Text in one language that stands at the character ``char`` of an utterance's text.

    ``goes_on`` where the sentence does, in another language.
    """

    text: str
    char: int
    language: str
    goes_on: bool = False


def segments(utterance: Utterance, since: int = 0) -> Iterator[Segment | Pause]:
    """The pauses of an utterance, and its text between them, from the character ``since`` on."""
    at, text, language = 0, "", utterance.language
    for part in utterance.parts:
        match part:
            case str():
                text += part[max(0, since - at) :]
                at += len(part)
            case Pause():
                if text.strip():
                    yield Segment(text, at - len(text), language)
                text = ""
                if at >= since:
                    yield part
            case Language(tag):
                if text.strip():
                    yield Segment(text, at - len(text), language, goes_on=True)
                text, language = "", tag
            case _:
                pass
    if text.strip():
        yield Segment(text, at - len(text), language)


def language_for(engine: Engine, language: str, part: Segment) -> str:
    """The language in which ``engine`` says a part of an utterance in ``language``: its own where that can be.

    Not where nobody speaks it, nor where somebody else than the voice of the utterance would step in for a word or two
    that this one can read: there the voices would change in mid-sentence for nothing. An engine that cannot tell
    (``who_speaks``) speaks every language itself.
    """
    if part.language == language:
        return language
    speaks = who_speaks(engine, part.language)
    if not speaks:
        return language
    return language if _is_brief(part.text) and speaks != who_speaks(engine, language) else part.language


def by_language(utterance: Utterance) -> Iterator[Utterance]:
    """An utterance cut where it goes over into another language, save for a word or two that any voice can read."""
    runs: list[tuple[str, list[Part]]] = [(utterance.language, [])]
    for tag, parts in _runs(utterance):
        language = utterance.language if _is_brief("".join(part for part in parts if isinstance(part, str))) else tag
        if language != runs[-1][0]:
            runs.append((language, []))
        runs[-1][1].extend(parts)
    for language, said in runs:
        if any(isinstance(part, str) and part.strip() for part in said) or len(runs) == 1:
            yield replace(utterance, parts=tuple(said), language=language)


def _runs(utterance: Utterance) -> Iterator[tuple[str, list[Part]]]:
    language, run = utterance.language, list[Part]()
    for part in utterance.parts:
        if isinstance(part, Language):
            yield language, run
            language, run = part.tag, []
        else:
            run.append(part)
    yield language, run


def _is_brief(text: str) -> bool:
    """Whether it is a word or two in Latin letters (up to U+036F, and U+1E00 to U+2E7F with signs)."""
    letters = (character for character in text if character.isalpha())
    return len(text.split()) <= _FEW_WORDS and not any("\u0370" <= one < "\u1e00" or one > "\u2e80" for one in letters)
