"""The sound device: sound in small periods, silence fed while it rests, and a clock of what was heard."""

from __future__ import annotations

import contextlib
import threading
import time
from collections import deque
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, Final

from ...errors import NoSoundError
from ..output import Due, Feed

if TYPE_CHECKING:
    import miniaudio

PERIOD_MS: Final = 40
PERIODS: Final = 2
"""Shorter ones drop out when the machine is busy, longer ones answer late."""

LOST_SECONDS: Final = 2.0
"""A device that has not asked for sound this long is gone."""

_WAYS_OUT: Final = (
    "no sound device was found; print the story with sayall text PAGE, write it to a file with "
    "sayall save PAGE -o story.wav, or choose an engine that speaks for itself with --engine"
)


class Device:
    """Plays on the default sound device. ``imaginary`` plays on none, but in real time: for tests."""

    def __init__(self, *, period_ms: int = PERIOD_MS, periods: int = PERIODS, imaginary: bool = False) -> None:
        self._period_ms, self._periods, self._imaginary = period_ms, periods, imaginary
        self._device: miniaudio.PlaybackDevice | None = None
        self._clock: _Clock | None = None
        self._warming: threading.Thread | None = None

    def warm_up(self) -> None:
        """Loads what playing needs in another thread, so that it is ready when the first sound is."""
        self._warming = threading.Thread(target=_load, name="sayall sound", daemon=True)
        self._warming.start()

    def open(self, sample_rate: int, feed: Feed) -> None:
        if self._warming:
            self._warming.join()
        miniaudio = _load()
        if miniaudio is None:
            raise NoSoundError(_WAYS_OUT)
        backends = [
            backend
            for backend in miniaudio.Backend
            if (backend is miniaudio.Backend.NULL) == self._imaginary and backend is not miniaudio.Backend.CUSTOM
        ]
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=sample_rate,
                buffersize_msec=self._period_ms,
                callback_periods=self._periods,
                backends=backends,
                app_name="sayall",
            )
            self._clock = _Clock(feed, sample_rate, self._period_ms * self._periods / 1000)
            source = self._clock.source()
            next(source)
            self._device.start(source)
        except miniaudio.MiniaudioError as error:
            self.close()
            raise NoSoundError(_WAYS_OUT) from error
        self._clock.start()

    def close(self) -> None:
        device, self._device = self._device, None
        if self._clock:
            self._clock.finish()
        if device:
            device.close()


def _load() -> Any:
    """miniaudio takes longest to import of all that speaking needs."""
    with contextlib.suppress(ImportError, OSError):
        import miniaudio

        return miniaudio
    return None


class _Clock:
    """Hands out sound to the device and tells the feed of each cue when its samples come out of it."""

    def __init__(self, feed: Feed, sample_rate: int, latency_seconds: float) -> None:
        self._feed, self._rate, self._latency = feed, sample_rate, latency_seconds
        self._dues: deque[tuple[float, Due]] = deque()
        self._changed = threading.Condition()
        self._asked = time.monotonic()
        self._sounding_until = 0.0
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
            pcm = taken.pcm.ljust(frames * 2, b"\0")
            with self._changed:
                self._asked = now
                if taken.pcm:
                    self._sounding_until = now + self._latency + frames / self._rate
                self._dues += ((now + self._latency + due.offset / self._rate, due) for due in taken.dues)
                if taken.dues:
                    self._changed.notify()

    def finish(self) -> None:
        """Ends the clock, when what the device took, and the fade that it takes next, is heard."""
        with self._changed:
            if time.monotonic() < self._sounding_until:
                period = self._latency / PERIODS
                self._changed.wait_for(lambda: False, timeout=self._latency + period)
            self._closing = True
            self._changed.notify()

    def _tell(self) -> None:
        while True:
            with self._changed:
                wait = self._dues[0][0] - time.monotonic() if self._dues else LOST_SECONDS / 2
                if wait > 0:
                    self._changed.wait(wait)
                if self._closing:
                    return
                now = time.monotonic()
                ready = []
                while self._dues and self._dues[0][0] <= now:
                    ready.append(self._dues.popleft()[1])
                lost = now - self._asked > LOST_SECONDS
            for due in ready:
                self._feed.heard(due)
            if lost:
                self._feed.failed(NoSoundError("the sound device went away; connect one and run sayall again"))
                return
