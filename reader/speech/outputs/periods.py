"""Sound through miniaudio, in short periods: for every system whose sound server sayall does not talk to itself."""

import contextlib
import sys
from collections.abc import Callable
from typing import Any, Final

from ..output import Feed
from .clock import Clock

PERIOD_MS: Final = 40
PERIODS: Final = 2
"""Shorter ones drop out when the machine is busy, longer ones answer late."""

_WRITTEN_TO: Final = frozenset({"ALSA", "OSS", "sndio", "audio(4)", "Null"})
"""The backends of miniaudio that it writes to rather than being asked by them."""


class NoDeviceError(Exception):
    """There is no sound device, or it cannot be opened."""


class PeriodicPlayback:
    """Plays what ``feed`` gives on the default device; ``on_lost`` is called when it asks for sound no more.

    ``imaginary`` plays on no device, but in real time. Raises `NoDeviceError`.
    """

    def __init__(self, sample_rate: int, feed: Feed, *, imaginary: bool, on_lost: Callable[[], None]) -> None:
        miniaudio = load()
        if miniaudio is None:
            raise NoDeviceError
        _quieten_alsa()
        self._failure = miniaudio.MiniaudioError
        other = {miniaudio.Backend.CUSTOM, miniaudio.Backend.PULSEAUDIO}
        try:
            self._device = miniaudio.PlaybackDevice(
                output_format=miniaudio.SampleFormat.SIGNED16,
                nchannels=1,
                sample_rate=sample_rate,
                buffersize_msec=PERIOD_MS,
                callback_periods=PERIODS,
                backends=[
                    backend
                    for backend in miniaudio.Backend
                    if (backend is miniaudio.Backend.NULL) == imaginary and backend not in other
                ],
                app_name="sayall",
            )
        except self._failure as error:
            raise NoDeviceError from error
        self._clock = Clock(
            feed,
            sample_rate,
            period_seconds=PERIOD_MS / 1000,
            latency_seconds=_unheard_seconds(self._device.backend),
            on_lost=on_lost,
        )

    def start(self) -> None:
        source = self._clock.source()
        next(source)
        try:
            self._device.start(source)
        except self._failure as error:
            self.finish()
            raise NoDeviceError from error
        self._clock.start()

    def finish(self) -> None:
        """Ends it when what the device took is heard."""
        self._clock.finish()
        self._device.close()


def _unheard_seconds(backend: str) -> float:
    """Seconds of sound that are still to be heard when the device asks for more at the earliest.

    Most ask when a period has become free. Those that are written to ask one period earlier, and then wait.
    """
    return (PERIODS if backend in _WRITTEN_TO else PERIODS - 1) * PERIOD_MS / 1000


def load() -> Any:
    """miniaudio, which takes longest to import of all that speaking needs; None where it cannot be loaded."""
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
