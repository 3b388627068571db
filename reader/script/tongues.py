"""Tells where a sentence goes over into another language, so that a voice for it can say that part."""

from collections.abc import Iterator

from ..readability.language import language_of_sentence, small_words
from .wording.pattern import Pattern

_QUOTED = Pattern(
    r"“[^“”]{20,}[”“]|„[^„“”]{20,}[“”]|«[^«»]{20,}»|»[^«»]{20,}«|\"[^\"]{20,}\"|‘[^‘]{20,}’(?!\w)|(?<!\w)'[^']{20,}'(?!\w)"
)
"""What stands in quotation marks and is long enough to be a sentence."""


def passages(sentence: str, language: str) -> Iterator[tuple[int, int, str]]:
    """The parts of ``sentence`` in order, each (start, end, language); one part where all of it is in ``language``.

    Only what is quoted, or a whole sentence, can be in another language, and only when that is sure.
    """
    parts = list(_quoted(sentence, language))
    whole = language_of_sentence(sentence, language)
    if whole != language:
        around = small_words(
            " ".join(sentence[start:end] for start, end, tongue in parts if tongue == language), language
        )
        if not around - small_words(" ".join(around), whole):
            parts = [(0, len(sentence), whole)]
    yield from parts


def _quoted(sentence: str, language: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    for found in _QUOTED.finditer(sentence):
        tongue = language_of_sentence(found[0], language)
        if tongue != language:
            if sentence[at : found.start()].strip():
                yield at, found.start(), language
                at = found.start()
            yield at, found.end(), tongue
            at = found.end()
    if at == 0 or any(map(str.isalnum, sentence[at:])):
        yield at, len(sentence), language
