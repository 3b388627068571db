"""A good voice that takes a while to load, and a quick one that speaks until it is there: speech starts at once."""

import threading
from collections.abc import Callable, Generator, Iterator

from .engine import Engine, Sound, Speaker, Style, Word, who_speaks
from .samples import SAMPLE_BYTES, Resampling


class Hastened:
    """Speaks with ``quick`` until the engine that ``make`` gives, in another thread, is ready; from then on with that.

    It is loaded behind the first sentence, so that nothing delays that.
    ``sample_rate`` is that engine's, ``name`` its name. Where it cannot start, ``quick`` goes on, and ``on_failed`` is
    called with what was raised. See `reader.speech.engine.Engine`.
    """

    def __init__(
        self,
        name: str,
        sample_rate: int,
        make: Callable[[], Engine],
        *,
        quick: Engine,
        on_failed: Callable[[Exception], None] = lambda error: None,
    ) -> None:
        self.name, self.sample_rate = name, sample_rate
        self._quick, self._make, self._on_failed = quick, make, on_failed
        self._better: Engine | None = None
        self._closed = False
        self._lock = threading.Lock()
        self._loading: threading.Thread | None = None

    def speakers(self) -> tuple[Speaker, ...]:
        return (self._better or self._quick).speakers()

    def who_speaks(self, language: str) -> str:
        return who_speaks(self._better or self._quick, language)

    def synthesize(self, text: str, language: str, style: Style) -> Generator[Sound | Word]:
        if self._better:
            yield from self._better.synthesize(text, language, style)
            return
        yield from resampled(self._quick.synthesize(text, language, style), self._quick.sample_rate, self.sample_rate)
        if self._loading is None:
            self._loading = threading.Thread(target=self._load, name=f"sayall {self.name}", daemon=True)
            self._loading.start()

    def close(self) -> None:
        with self._lock:
            self._closed = True
            if self._better:
                self._better.close()
        self._quick.close()

    def _load(self) -> None:
        try:
            better = self._make()
        except Exception as error:
            self._on_failed(error)
            return
        with self._lock:
            if self._closed:
                better.close()
            else:
                self._better = better


def resampled(items: Iterator[Sound | Word], source: int, target: int) -> Generator[Sound | Word]:
    """What an engine gives at the rate ``source``, at the rate ``target``; closing it closes ``items``."""
    resample = Resampling(source, target)
    made = 0
    try:
        for item in items:
            if isinstance(item, Word):
                yield Word(max(made, item.sample * target // source), item.char)
            elif pcm := resample(item.pcm):
                yield Sound(pcm)
                made += len(pcm) // SAMPLE_BYTES
    finally:
        if isinstance(items, Generator):
            items.close()
