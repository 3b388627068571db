"""The sound device: the listener's sound server where there is one, or the system's own device; if it goes, another."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Final, Protocol

from ...errors import NoSoundError
from ..output import Feed
from .libpulse import Connection, PulseError

RETURN_SECONDS: Final = 10.0
"""So long a device that went away is waited for, and another one looked for."""

SWITCH_SECONDS: Final = 0.001
"""How long another thread may go on while sound waits: with Python's usual 5 ms keys are answered late under load."""

_WAYS_OUT: Final = (
    "no sound device was found; print the story with sayall text PAGE, write it to a file with "
    "sayall save PAGE -o story.wav, or choose an engine that speaks for itself with --engine"
)


class Playback(Protocol):
    """Sound on its way to one device."""

    def start(self) -> None:
        """Begins to take sound."""
        ...

    def finish(self) -> None:
        """Ends it when what was taken is heard; safe to call twice."""
        ...


class Device:
    """Plays on the default sound device. ``imaginary`` plays on none, but in real time: for tests.

    ``on_notice`` gets a line when the device goes away and when there is one again; after ``patience_s`` without one
    the reading fails with `NoSoundError`.
    """

    def __init__(
        self,
        *,
        imaginary: bool = False,
        on_notice: Callable[[str], None] = lambda line: None,
        patience_s: float = RETURN_SECONDS,
    ) -> None:
        self._imaginary, self._on_notice, self._patience = imaginary, on_notice, patience_s
        self._playing: Playback | None = None
        self._connection: Connection | None = None
        self._changed = threading.Condition()
        self._closed = False
        self._warming: threading.Thread | None = None
        self._switch_before: float | None = None

    def warm_up(self) -> None:
        """Prepares in another thread what playing needs, so that it is ready when the first sound is."""
        self._warming = threading.Thread(target=self._prepare, name="sayall sound", daemon=True)
        self._warming.start()

    def open(self, sample_rate: int, feed: Feed) -> None:
        if self._warming:
            self._warming.join()
        self._switch_before = sys.getswitchinterval()
        sys.setswitchinterval(min(SWITCH_SECONDS, self._switch_before))
        if not self._begin(sample_rate, feed):
            self.close()
            raise NoSoundError(_WAYS_OUT)

    def close(self) -> None:
        with self._changed:
            self._closed = True
            self._changed.notify_all()
            playing, self._playing = self._playing, None
            connection, self._connection = self._connection, None
        if playing:
            playing.finish()
        if connection:
            connection.close()
        if self._switch_before is not None:
            sys.setswitchinterval(self._switch_before)
            self._switch_before = None

    def _prepare(self) -> None:
        if self._imaginary or not self._connected():
            from .periods import load

            load()

    def _connected(self) -> bool:
        """Whether the listener's sound server answers."""
        if sys.platform == "linux" and self._connection is None:
            with suppress(PulseError):
                self._connection = Connection("sayall")
        return self._connection is not None

    def _begin(self, sample_rate: int, feed: Feed) -> bool:
        """Plays on the device that is there now, and says whether there is one."""
        playing = self._made(sample_rate, feed)
        if playing is None:
            return False
        with self._changed:
            closed = self._closed
            self._playing = None if closed else playing
        if closed:
            playing.finish()
        return True

    def _made(self, sample_rate: int, feed: Feed) -> Playback | None:
        def lost() -> None:
            self._replace(sample_rate, feed)

        if not self._imaginary and self._connected():
            from .pulse import PulsePlayback

            connection, self._connection = self._connection, None
            assert connection
            with suppress(PulseError):
                pulse = PulsePlayback(connection, sample_rate, feed, on_lost=lost)
                pulse.start()
                return pulse
        from .periods import NoDeviceError, PeriodicPlayback

        with suppress(NoDeviceError):
            periodic = PeriodicPlayback(sample_rate, feed, imaginary=self._imaginary, on_lost=lost)
            periodic.start()
            return periodic
        return None

    def _replace(self, sample_rate: int, feed: Feed) -> None:
        """Goes on where the sound stopped, on another device or on the same one when it is back."""
        with self._changed:
            lost, self._playing = self._playing, None
        if self._closed:
            return
        if lost:
            lost.finish()
        self._on_notice("the sound device went away; reading goes on as soon as there is one")
        end = time.monotonic() + self._patience
        while not self._closed:
            if self._begin(sample_rate, feed):
                self._on_notice("there is a sound device again")
                return
            if time.monotonic() > end:
                feed.failed(NoSoundError("the sound device went away; connect one and run sayall again"))
                return
            with self._changed:
                self._changed.wait_for(lambda: self._closed, timeout=0.5)
