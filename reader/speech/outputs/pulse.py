"""Sound through PulseAudio or PipeWire: far ahead, so that nothing drops out, and changed at once when it must be.

The server is given what will most likely be heard for a good while. A listener's key makes other sound likely, which
then takes the place of what is not heard yet. So a busy machine may keep this thread waiting for long without a gap,
and a key is answered sooner than a short buffer could answer it.
"""

import threading
import time
from collections import deque
from collections.abc import Callable
from queue import SimpleQueue
from typing import Final

from ..output import Due, Feed
from ..samples import SAMPLE_BYTES
from .libpulse import Connection, PulseError

AHEAD_SECONDS: Final = 0.5
"""So long this thread may be kept waiting."""

MARGIN_SECONDS: Final = 0.012
"""So much longer than the server says is fixed what will be heard."""

REQUEST_SECONDS: Final = 0.015
"""The server takes sound in such pieces: the shorter they are, the later it can still be changed."""

TICK_SECONDS: Final = 0.008
RESTING_SECONDS: Final = 0.03
"""How often the feed is asked, and how often when it has given no sound for a while: a pause may last all night."""

_LAST_SECONDS: Final = 1.0
"""The end of a fade is not waited for longer than that."""


class PulsePlayback:
    """Plays what ``feed`` gives through ``connection``, which is closed with it; ``on_lost`` is called when it is gone.

    Raises `PulseError` where the server has no sink.
    """

    def __init__(self, connection: Connection, sample_rate: int, feed: Feed, *, on_lost: Callable[[], None]) -> None:
        connection.open("speech", sample_rate, buffer_seconds=AHEAD_SECONDS, request_seconds=REQUEST_SECONDS)
        self._connection, self._feed, self._on_lost = connection, feed, on_lost
        self._ahead = int(AHEAD_SECONDS * sample_rate)
        self._margin = int(MARGIN_SECONDS * sample_rate)
        self._fixed, self._written = 0, b""
        self._sounding_until = 0
        self._dues: deque[tuple[int, Due]] = deque()
        self._heard: SimpleQueue[Due | None] = SimpleQueue()
        self._closing = threading.Event()
        self._threads = [
            threading.Thread(target=self._play, name="sayall sound", daemon=True),
            threading.Thread(target=self._tell, name="sayall clock", daemon=True),
        ]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def finish(self) -> None:
        """Ends it when what is fixed, and the fade behind it, was heard."""
        self._closing.set()
        if threading.current_thread() is not self._threads[0]:
            self._threads[0].join(_LAST_SECONDS)

    def _play(self) -> None:
        lost = False
        try:
            while not self._step():
                resting = self._fixed - self._sounding_until > self._ahead
                time.sleep(RESTING_SECONDS if resting else TICK_SECONDS)
        except PulseError:
            lost = not self._closing.is_set()
        except Exception as error:
            self._feed.failed(error)
        self._connection.close()
        self._heard.put(None)
        if lost:
            self._on_lost()

    def _step(self) -> bool:
        """Brings what the server holds up to date, and says whether all is over."""
        now, unchangeable = self._connection.passed()
        while self._dues and self._dues[0][0] <= now:
            self._heard.put(self._dues.popleft()[1])
        closing = self._closing.is_set()
        self._fix(now + unchangeable + self._margin)
        return closing and now >= self._sounding_until

    def _fix(self, until: int) -> None:
        """Takes from the feed what will be heard before the sample ``until``, and writes what is not written so."""
        held = len(self._written) // SAMPLE_BYTES
        frames = max(0, min(until - self._fixed, held))
        taken = self._feed.take(frames)
        self._dues += ((self._fixed + due.offset, due) for due in taken.dues)
        if taken.pcm:
            self._sounding_until = self._fixed + len(taken.pcm) // SAMPLE_BYTES
        likely = self._feed.peek(self._ahead).ljust(self._ahead * SAMPLE_BYTES, b"\0")
        wanted = taken.pcm.ljust(frames * SAMPLE_BYTES, b"\0") + likely
        if frames == held:
            # It begins, or this thread was kept waiting until nothing was left: what comes next is not lost for that.
            self._fixed = max(until, self._fixed + frames)
            self._connection.write(likely, self._fixed)
        else:
            same = held if wanted.startswith(self._written) else 0
            self._connection.write(wanted[same * SAMPLE_BYTES :], self._fixed + same)
            self._fixed += frames
        self._written = likely

    def _tell(self) -> None:
        """Tells what was heard from a thread of its own, since those who are told may take their time."""
        while (due := self._heard.get()) is not None:
            self._feed.heard(due)
