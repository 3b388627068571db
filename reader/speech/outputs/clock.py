"""The clock of a sound device: it hands out sound, and knows when each sample of it is heard."""

import threading
import time
from collections import deque
from collections.abc import Callable, Generator
from typing import Final

from ..output import Due, Feed
from ..samples import SAMPLE_BYTES

REQUESTS_KEPT: Final = 25
"""The clock goes by so many requests: about a second."""

LOST_SECONDS: Final = 2.0
"""A device that has not asked for sound this long is gone."""


class Clock:
    """Hands out sound to the device and tells the feed of each cue when its samples come out of it.

    The device takes a period as soon as it has room for one; how late each request comes wavers with what else the
    machine does. So time is told by the earliest of the latest requests: sample ``n`` is heard ``n / sample_rate``
    after the moment at which, going by it, sample 0 was. ``latency_seconds`` of sound are still to be heard when the
    device asks for more at the earliest. ``on_lost`` is called, and the clock ends, when it asks no more.
    """

    def __init__(
        self,
        feed: Feed,
        sample_rate: int,
        *,
        period_seconds: float,
        latency_seconds: float,
        on_lost: Callable[[], None],
    ) -> None:
        self._feed, self._rate, self._on_lost = feed, sample_rate, on_lost
        self._period, self._latency = period_seconds, latency_seconds
        self._taken = self._sounding_until = 0
        self._starts: deque[float] = deque(maxlen=REQUESTS_KEPT)
        self._asked = time.monotonic()
        self._dues: deque[tuple[int, Due]] = deque()
        self._changed = threading.Condition()
        self._closing = False
        self._thread = threading.Thread(target=self._tell, name="sayall clock", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def source(self) -> Generator[bytes, int, None]:
        """What the device asks: it sends the number of frames it wants."""
        pcm = b""
        while True:
            frames = yield pcm
            now = time.monotonic()
            try:
                taken = self._feed.take(frames)
            except Exception as error:
                self._feed.failed(error)
                return
            pcm = taken.pcm.ljust(frames * SAMPLE_BYTES, b"\0")
            with self._changed:
                self._note(now)
                self._dues += ((self._taken + due.offset, due) for due in taken.dues)
                if taken.pcm:
                    self._sounding_until = self._taken + frames
                self._taken += frames
                self._changed.notify()

    def finish(self) -> None:
        """Ends the clock, when what the device took, and the fade that it takes next, is heard."""
        with self._changed:
            if self._wait_for(self._sounding_until) > 0:
                self._changed.wait_for(lambda: False, timeout=self._latency + 2 * self._period)
            self._closing = True
            self._changed.notify()

    def _note(self, now: float) -> None:
        start = now - self._taken / self._rate
        if self._starts and start > min(self._starts) + self._latency + self._period:
            # It came so late that the device ran dry: what is taken now is heard later than was thought.
            self._starts.clear()
        self._starts.append(start)
        self._asked = now

    def _wait_for(self, frame: int) -> float:
        """Seconds until a sample is heard, negative when it was."""
        if not self._starts:
            return 0.0
        return min(self._starts) + self._latency + frame / self._rate - time.monotonic()

    def _tell(self) -> None:
        while True:
            with self._changed:
                wait = self._wait_for(self._dues[0][0]) if self._dues else LOST_SECONDS / 2
                if wait > 0:
                    self._changed.wait(wait)
                if self._closing:
                    return
                ready = []
                while self._dues and self._wait_for(self._dues[0][0]) <= 0:
                    ready.append(self._dues.popleft()[1])
                lost = time.monotonic() - self._asked > LOST_SECONDS
            for due in ready:
                self._feed.heard(due)
            if lost:
                self._on_lost()
                return
