"""The sound device: sound in small periods, silence fed while it rests, and a clock of what was heard."""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from typing import TYPE_CHECKING, Any, Final

from ...errors import NoSoundError
from ..output import Feed
from .clock import Clock

if TYPE_CHECKING:
    import miniaudio

PERIOD_MS: Final = 40
PERIODS: Final = 2
"""Shorter ones drop out when the machine is busy, longer ones answer late."""

RETURN_SECONDS: Final = 10.0
"""So long a device that went away is waited for."""

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
        self._playing: tuple[miniaudio.PlaybackDevice, Clock] | None = None
        self._changed = threading.Condition()
        self._closed = False
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
        try:
            self._begin(sample_rate, feed)
        except miniaudio.MiniaudioError as error:
            self.close()
            raise NoSoundError(_WAYS_OUT) from error

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            playing, self._playing = self._playing, None
        if playing:
            device, clock = playing
            clock.finish()
            device.close()
        if self._switch_before is not None:
            sys.setswitchinterval(self._switch_before)
            self._switch_before = None

    def _begin(self, sample_rate: int, feed: Feed) -> None:
        """Plays on the device that is there now; raises miniaudio's error where there is none."""
        import miniaudio

        backends = [
            backend
            for backend in miniaudio.Backend
            if (backend is miniaudio.Backend.NULL) == self._imaginary and backend is not miniaudio.Backend.CUSTOM
        ]
        device = miniaudio.PlaybackDevice(
            output_format=miniaudio.SampleFormat.SIGNED16,
            nchannels=1,
            sample_rate=sample_rate,
            buffersize_msec=self._period_ms,
            callback_periods=self._periods,
            backends=backends,
            app_name="sayall",
        )
        clock = Clock(
            feed,
            sample_rate,
            period_seconds=self._period_ms / 1000,
            latency_seconds=self._unheard(device.backend),
            on_lost=lambda: self._replace(sample_rate, feed),
        )
        source = clock.source()
        next(source)
        with self._changed:
            if self._closed:
                device.close()
                return
            device.start(source)
            clock.start()
            self._playing = device, clock

    def _replace(self, sample_rate: int, feed: Feed) -> None:
        """Goes on where the sound stopped, on another device or on the same one when it is back."""
        import miniaudio

        with self._changed:
            lost, self._playing = self._playing, None
        if lost:
            lost[0].close()
        end = time.monotonic() + RETURN_SECONDS
        while not self._closed:
            try:
                self._begin(sample_rate, feed)
                return
            except miniaudio.MiniaudioError:
                if time.monotonic() > end:
                    feed.failed(NoSoundError("the sound device went away; connect one and run sayall again"))
                    return
            with self._changed:
                self._changed.wait_for(lambda: self._closed, timeout=0.5)

    def _unheard(self, backend: str) -> float:
        """Seconds of sound that are still to be heard when the device asks for more at the earliest.

        Most ask when a period has become free. Those that are written to ask one period earlier, and then wait.
        """
        periods = self._periods if backend in _WRITTEN_TO else self._periods - 1
        return periods * self._period_ms / 1000


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
