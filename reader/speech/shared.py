"""One engine for what it says well, and another for the rest: a German quotation in an English story, say."""

from collections.abc import Callable, Generator
from dataclasses import replace

from .engine import Engine, Sound, Speaker, Style, Word, who_speaks
from .hastened import resampled


class Shared:
    """Speaks with ``better`` what that ``suits``, by language and words a minute, and the rest with another engine.

    That one is made by ``spare`` when it is first needed. The ``name`` and ``sample_rate`` are those of ``better``.
    See `reader.speech.engine.Engine`.
    """

    def __init__(self, better: Engine, suits: Callable[[str, int], bool], spare: Callable[[], Engine]) -> None:
        self.name, self.sample_rate = better.name, better.sample_rate
        self._better, self._suits, self._make = better, suits, spare
        self._spare: Engine | None = None

    def speakers(self) -> tuple[Speaker, ...]:
        return self._better.speakers()

    def who_speaks(self, language: str) -> str:
        if self._suits(language, Style().rate_wpm):
            return self.name
        return who_speaks(self._other(), language)

    def synthesize(self, text: str, language: str, style: Style) -> Generator[Sound | Word]:
        if self._suits(language, style.rate_wpm):
            yield from self._better.synthesize(text, language, style)
            return
        other = self._other()
        # A speaker is one of the better engine's.
        items = other.synthesize(text, language, replace(style, speaker=""))
        yield from resampled(items, other.sample_rate, self.sample_rate)

    def close(self) -> None:
        self._better.close()
        if self._spare:
            self._spare.close()

    def _other(self) -> Engine:
        self._spare = self._spare or self._make()
        return self._spare
