"""The client library of PulseAudio, which PipeWire serves too: as much of it as playing one stream takes.

Constants and structures are those of its public headers, ``pulse/def.h``, ``pulse/sample.h`` and ``pulse/stream.h``.
"""

import ctypes
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import POINTER, byref, c_char_p, c_int, c_int64, c_size_t, c_uint8, c_uint32, c_uint64, c_void_p
from functools import cache
from typing import Any, Final

PATIENCE_SECONDS: Final = 3.0
"""A server that takes longer to answer is as good as none."""

_DO_NOT_START_A_SERVER: Final = 1
_CONTEXT_READY, _CONTEXT_FAILED = 4, 5
_STREAM_READY, _STREAM_FAILED = 2, 3
_S16LE: Final = 3
_DEFAULT: Final = 0xFFFFFFFF
_INTERPOLATED_TIMING, _TIMING_UPDATES, _EARLY_REQUESTS = 0x2, 0x8, 0x4000
_AT: Final = 1


class PulseError(Exception):
    """There is no sound server, it has no sink, or it went away."""


class _Sample(ctypes.Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class _Buffer(ctypes.Structure):
    _fields_ = tuple((name, c_uint32) for name in ("longest", "target", "before_start", "request", "fragment"))


class _Timing(ctypes.Structure):
    _fields_ = (
        ("seconds", ctypes.c_long), ("microseconds", ctypes.c_long), ("synchronized", c_int), ("sink_us", c_uint64),
        ("source_us", c_uint64), ("transport_us", c_uint64), ("playing", c_int), ("write_index_corrupt", c_int),
        ("write_index", c_int64), ("read_index_corrupt", c_int), ("read_index", c_int64),
        ("configured_sink_us", c_uint64), ("configured_source_us", c_uint64), ("since_underrun", c_int64),
    )  # fmt: skip


class Connection:
    """A connection to the listener's sound server, and one stream through it; for one thread at a time.

    The stream is a line of samples that begins to pass when it is opened and never waits. What is written to a place
    that has not passed yet takes the place of what was written there before.
    """

    def __init__(self, name: str) -> None:
        """Connects as the program ``name``; raises `PulseError` where there is no server. None is started."""
        self._native = _native()
        self._rate = 0
        self._stream: int | None = None
        self._loop = self._native.pa_threaded_mainloop_new()
        self._context = self._native.pa_context_new(
            self._native.pa_threaded_mainloop_get_api(self._loop), name.encode()
        )
        self._native.pa_context_connect(self._context, None, _DO_NOT_START_A_SERVER, None)
        self._native.pa_threaded_mainloop_start(self._loop)
        self._wait(lambda: self._native.pa_context_get_state(self._context), _CONTEXT_READY, _CONTEXT_FAILED)

    def open(self, name: str, sample_rate: int, *, buffer_seconds: float, request_seconds: float) -> None:
        """Opens a stream of 16-bit mono sound on the default sink; raises `PulseError` where there is none."""
        self._rate = sample_rate
        sample = _Sample(_S16LE, sample_rate, 1)
        sizes = (2 * int(seconds * sample_rate) for seconds in (buffer_seconds, request_seconds))
        buffer = _Buffer(_DEFAULT, next(sizes), 0, next(sizes), _DEFAULT)
        flags = _INTERPOLATED_TIMING | _TIMING_UPDATES | _EARLY_REQUESTS
        with self._locked():
            stream = self._native.pa_stream_new(self._context, name.encode(), byref(sample), None)
            self._stream = stream
            self._native.pa_stream_connect_playback(stream, None, byref(buffer), flags, None, None)
        self._wait(lambda: self._native.pa_stream_get_state(self._stream), _STREAM_READY, _STREAM_FAILED)

    def passed(self) -> tuple[int, int]:
        """The sample that is being heard now, and how many behind it cannot be changed any more.

        Raises `PulseError` when the server or the sink is gone.
        """
        now = c_uint64()
        with self._locked():
            if self._native.pa_stream_get_state(self._stream) != _STREAM_READY:
                raise PulseError("the sound server or its sink went away")
            known = self._native.pa_stream_get_time(self._stream, byref(now)) == 0
            timing = self._native.pa_stream_get_timing_info(self._stream)
            sink_us = timing[0].configured_sink_us if known and timing else 0
        return now.value * self._rate // 1_000_000, sink_us * self._rate // 1_000_000

    def write(self, pcm: bytes, at: int) -> None:
        """Puts sound at the sample ``at``; raises `PulseError` when the server or the sink is gone."""
        with self._locked():
            failed = self._native.pa_stream_write(self._stream, pcm, len(pcm), None, 2 * at, _AT)
        if failed:
            raise PulseError("the sound server or its sink went away")

    def close(self) -> None:
        """Ends it at once; safe to call twice."""
        if not self._loop:
            return
        with self._locked():
            if self._stream:
                self._native.pa_stream_disconnect(self._stream)
                self._native.pa_stream_unref(self._stream)
            self._native.pa_context_disconnect(self._context)
            self._native.pa_context_unref(self._context)
        self._native.pa_threaded_mainloop_stop(self._loop)
        self._native.pa_threaded_mainloop_free(self._loop)
        self._loop = self._stream = None

    @contextmanager
    def _locked(self) -> Iterator[None]:
        self._native.pa_threaded_mainloop_lock(self._loop)
        try:
            yield
        finally:
            self._native.pa_threaded_mainloop_unlock(self._loop)

    def _wait(self, state: Callable[[], int], ready: int, failed: int) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while True:
            with self._locked():
                reached = state()
            if reached == ready:
                return
            if reached >= failed or time.monotonic() > end:
                self.close()
                raise PulseError("there is no sound server, or it has no sink")
            time.sleep(0.0005)


@cache
def _native() -> Any:
    try:
        native = ctypes.CDLL("libpulse.so.0")
    except OSError as error:
        raise PulseError("the library libpulse is not installed") from error
    pointer, text, number = c_void_p, c_char_p, c_int
    for name, given, result in (
        ("threaded_mainloop_new", (), pointer),
        ("threaded_mainloop_get_api", (pointer,), pointer),
        ("threaded_mainloop_start", (pointer,), number),
        ("threaded_mainloop_stop", (pointer,), None),
        ("threaded_mainloop_free", (pointer,), None),
        ("threaded_mainloop_lock", (pointer,), None),
        ("threaded_mainloop_unlock", (pointer,), None),
        ("context_new", (pointer, text), pointer),
        ("context_connect", (pointer, text, number, pointer), number),
        ("context_get_state", (pointer,), number),
        ("context_disconnect", (pointer,), None),
        ("context_unref", (pointer,), None),
        ("stream_new", (pointer, text, pointer, pointer), pointer),
        ("stream_connect_playback", (pointer, text, pointer, number, pointer, pointer), number),
        ("stream_get_state", (pointer,), number),
        ("stream_get_time", (pointer, POINTER(c_uint64)), number),
        ("stream_get_timing_info", (pointer,), POINTER(_Timing)),
        ("stream_write", (pointer, text, c_size_t, pointer, c_int64, number), number),
        ("stream_disconnect", (pointer,), number),
        ("stream_unref", (pointer,), None),
    ):
        function = getattr(native, f"pa_{name}")
        function.argtypes, function.restype = given, result
    return native
