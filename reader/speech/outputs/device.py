"""The sound device: sound in small periods, silence fed while it rests, and a clock of what was heard."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from collections import deque
from collections.abc import Generator
from typing import TYPE_CHECKING, Any, Final

from ...errors import NoSoundError
from ..output import Due, Feed
from ..samples import SAMPLE_BYTES

if TYPE_CHECKING:
    import miniaudio

PERIOD_MS: Final = 40
PERIODS: Final = 2
"""Shorter ones drop out when the machine is busy, longer ones answer late."""

REQUESTS_KEPT: Final = 25
"""The clock goes by so many requests: about a second."""

LOST_SECONDS: Final = 2.0
"""A device that has not asked for sound this long is gone."""

SWITCH_SECONDS: Final = 0.001
"""How long another thread may go on while the device waits: with Python's usual 5 ms sound drops out under load."""

_WRITTEN_TO: Final = frozenset({"ALSA", "OSS", "sndio", "audio(4)", "Null"})
"""The backends of miniaudio that it writes to rather than being asked by them."""

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
        self._switch_before: float | None = None

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
        _quieten_alsa()
        self._switch_before = sys.getswitchinterval()
        sys.setswitchinterval(min(SWITCH_SECONDS, self._switch_before))
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
            self._clock = _Clock(feed, sample_rate, self._period_ms / 1000, self._unheard(self._device.backend))
            source = self._clock.source()
            next(source)
            self._device.start(source)
        except miniaudio.MiniaudioError as error:
            self.close()
            raise NoSoundError(_WAYS_OUT) from error
        self._clock.start()

    def _unheard(self, backend: str) -> float:
        """Seconds of sound that are still to be heard when the device asks for more at the earliest.

        Most ask when a period has become free. Those that are written to ask one period earlier, and then wait.
        """
        periods = self._periods if backend in _WRITTEN_TO else self._periods - 1
        return periods * self._period_ms / 1000

    def close(self) -> None:
        device, self._device = self._device, None
        if self._clock:
            self._clock.finish()
        if device:
            device.close()
        if self._switch_before is not None:
            sys.setswitchinterval(self._switch_before)
            self._switch_before = None


def _load() -> Any:
    """miniaudio takes longest to import of all that speaking needs."""
    with contextlib.suppress(ImportError, OSError):
        import miniaudio

        return miniaudio
    return None


def _quieten_alsa() -> None:
    """Where there is no sound card, ALSA's library prints a dozen lines of its own; one from sayall is enough."""
    global _alsa_handler
    if sys.platform != "linux" or _alsa_handler is not None:
        return
    import ctypes

    handler = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)
    with contextlib.suppress(OSError, AttributeError):
        library = ctypes.CDLL("libasound.so.2")
        _alsa_handler = handler(lambda *_: None)
        library.snd_lib_error_set_handler(_alsa_handler)


# ALSA keeps calling it for as long as the process lives.
_alsa_handler: Any = None


class _Clock:
    """Hands out sound to the device and tells the feed of each cue when its samples come out of it.

    The device takes a period as soon as it has room for one; how late each request comes wavers with what else the
    machine does. So time is told by the earliest of the latest requests: sample ``n`` is heard ``n / sample_rate``
    after the moment at which, going by it, sample 0 was.
    """

    def __init__(self, feed: Feed, sample_rate: int, period_seconds: float, latency_seconds: float) -> None:
        self._feed, self._rate = feed, sample_rate
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
                self._feed.failed(NoSoundError("the sound device went away; connect one and run sayall again"))
                return
