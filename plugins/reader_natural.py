"""The engine ``natural``: a voice that sounds like a person's, for English at up to 300 words a minute.

It needs ``pip install "sayall[natural]"``. What it cannot say well, other languages and greater speed, eSpeak NG says
in its place. A speaker is one of hibari-tts's voices that is on this machine; "heart" comes with it.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from reader import hookimpl
from reader.errors import EngineError
from reader.patterns import later
from reader.speech.engine import Engine, Sound, Speaker, Style, Word

if TYPE_CHECKING:
    from reader_espeak import Espeak
    from reader_natural_model import Model

DEFAULT = "heart"
FASTEST_WPM = 300

_PIECE_BYTES = 2 * 2_400
_CLAUSE_END = later(r"[,;:—–]\s+(?=\S)")
_SHORT = 100
"""Characters made at once; of a longer text the first clause is made by itself, if it ends soon, so that sound starts
early."""
_LONGEST = 300
"""Characters in a piece at most: about what the network was made for."""


@hookimpl
def engines() -> Mapping[str, Callable[[], Engine]]:
    return {"natural": Natural}


class Natural:
    """Speaks with hibari-tts; see `reader.speech.engine.Engine`. Words are placed to within its frames of 25 ms."""

    name = "natural"
    sample_rate = 24_000

    @staticmethod
    def suits(language: str, rate_wpm: int) -> bool:
        """Whether it is installed, and says by itself what is in ``language`` at that rate."""
        if not _is_english(language) or rate_wpm > FASTEST_WPM:
            return False
        from importlib.util import find_spec

        return find_spec("hibari") is not None

    def __init__(self) -> None:
        try:
            from reader_natural_model import Model
        except ImportError as error:
            raise EngineError(f'natural is not installed; pip install "sayall[natural]" ({error})') from error
        self._models: dict[str, Model] = {DEFAULT: Model(DEFAULT)}
        self._espeak: Espeak | None = None

    def speakers(self) -> tuple[Speaker, ...]:
        """Its voices that are on this machine."""
        from reader_natural_model import present

        return tuple(Speaker(name, (language,)) for name, language in present().items())

    def who_speaks(self, language: str) -> str:
        """Itself in English, eSpeak NG in other languages."""
        return self.name if _is_english(language) else self._quick().who_speaks(language)

    def synthesize(self, text: str, language: str, style: Style) -> Generator[Sound | Word, None, None]:
        """The first clause as soon as it is made, then the rest."""
        if not _is_english(language) or style.rate_wpm > FASTEST_WPM:
            yield from self._by_espeak(text, language, style)
            return
        from reader_natural_model import NORMAL_WPM

        model = self._model(style.speaker)
        before = 0
        for start, clause in _clauses(text):
            spoken = model.speak(clause, style.rate_wpm / NORMAL_WPM, style.pitch / 100, style.volume / 100)
            pcm, words = spoken.pcm, list(spoken.words)
            for at in range(0, len(pcm), _PIECE_BYTES):
                piece = pcm[at : at + _PIECE_BYTES]
                while words and words[0][0] < (at + len(piece)) // 2:
                    sample, char = words.pop(0)
                    yield Word(before + sample, start + char)
                yield Sound(piece)
            before += len(pcm) // 2

    def close(self) -> None:
        """Nothing goes on between two pieces."""
        if self._espeak:
            self._espeak.close()

    def _model(self, name: str) -> Model:
        from reader_natural_model import Model

        name = name or DEFAULT
        if name not in self._models:
            try:
                self._models[name] = Model(name)
            except FileNotFoundError:
                known = " or ".join(speaker.name for speaker in self.speakers())
                raise EngineError(f"natural has no speaker {name} on this machine; there is {known}") from None
        return self._models[name]

    def _by_espeak(self, text: str, language: str, style: Style) -> Generator[Sound | Word, None, None]:
        from reader.speech.hastened import resampled

        espeak = self._quick()
        items = espeak.synthesize(text, language, replace(style, speaker=""))
        yield from resampled(items, espeak.sample_rate, self.sample_rate)

    def _quick(self) -> Espeak:
        from reader_espeak import Espeak

        self._espeak = self._espeak or Espeak()
        return self._espeak


def _is_english(language: str) -> bool:
    return language.lower().replace("_", "-").split("-")[0] in ("", "en")


def _clauses(text: str) -> Iterator[tuple[int, str]]:
    """``text`` in pieces to be made one by one, each with its start."""
    start = 0
    if len(text) > _SHORT and (first := _CLAUSE_END.search(text, _SHORT // 6, _SHORT)):
        start = first.end()
        yield 0, text[:start]
    while len(text) - start > _LONGEST:
        ends = [found.end() for found in _CLAUSE_END.finditer(text, start, start + _LONGEST)]
        end = ends[-1] if ends else text.rfind(" ", start, start + _LONGEST) + 1 or start + _LONGEST
        yield start, text[start:end]
        start = end
    if text[start:].strip():
        yield start, text[start:]
