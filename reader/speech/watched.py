"""An engine with an eye on it: since when has it given nothing?"""

import time
from collections.abc import Generator, Iterator
from typing import Final

from .engine import Engine, Sound, Speaker, Style, Word, who_speaks

PATIENCE_SECONDS: Final = 8.0
"""An engine that gives nothing for so long hangs."""


class Watched:
    """An engine that can be asked for how long it has been silent while something was wanted of it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._since: float | None = None
        self.name = engine.name
        self.sample_rate = engine.sample_rate

    @property
    def silent_seconds(self) -> float:
        """How long the engine has been at work on the next piece of sound; 0 while nothing is asked of it."""
        since = self._since
        return 0.0 if since is None else time.monotonic() - since

    def speakers(self) -> tuple[Speaker, ...]:
        return self._engine.speakers()

    def who_speaks(self, language: str) -> str:
        return who_speaks(self._engine, language)

    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Sound | Word]:
        self._since = time.monotonic()
        items: Iterator[Sound | Word] = iter(())
        try:
            items = self._engine.synthesize(text, language, style)
            for item in items:
                self._since = None
                yield item
                self._since = time.monotonic()
        finally:
            self._since = None
            if isinstance(items, Generator):
                items.close()

    def close(self) -> None:
        self._engine.close()
