"""No sound at all: a clock that stands still until you advance it, so that tests hear the same every time."""

from ...errors import SayallError
from ..output import Due, Feed, Taken
from ..samples import SAMPLE_BYTES
from ..synthesis import Over

STEP_MS = 10


class Nothing:
    """Takes sound as the clock is advanced by hand; events fire within `advance`, in the order they are heard.

    With ``keep`` what would have been heard, silence included, is in ``pcm``.
    """

    def __init__(self, *, keep: bool = False) -> None:
        self.frames = 0
        """How far the clock has been advanced, in samples."""
        self.over = False
        """Whether the last sound has been heard."""
        self.sample_rate = 0
        self.pcm = bytearray()
        self._keep = keep
        self._feed: Feed | None = None
        self._error: Exception | None = None

    def open(self, sample_rate: int, feed: Feed) -> None:
        self.sample_rate, self._feed = sample_rate, feed

    def close(self) -> None:
        self._feed = None

    def advance(self, ms: float) -> None:
        """Lets ``ms`` of the listener's time go by."""
        frames = round(ms * self.sample_rate / 1000)
        while frames > 0:
            step = min(frames, self.sample_rate * STEP_MS // 1000)
            self._play(step)
            frames -= step

    def run(self, limit_ms: float = 3_600_000) -> None:
        """Advances until the last sound was heard; raises `SayallError` where that takes longer than ``limit_ms``."""
        end = self.frames + limit_ms * self.sample_rate / 1000
        while self._feed:
            self.advance(STEP_MS)
            if self.over:
                return
            if self.frames > end:
                raise SayallError(f"nothing ended within {limit_ms / 1000:.0f} s of speech")

    def _play(self, frames: int) -> None:
        if self._feed is None:
            return
        taken: Taken = self._feed.take(frames, wait=True)
        if self._keep:
            self.pcm += taken.pcm.ljust(frames * SAMPLE_BYTES, b"\0")
        self.over, start = taken.ended or (self.over and not taken.pcm), self.frames
        for due in taken.dues:
            self.frames = start + due.offset
            self._hear(due)
        self.frames = start + frames

    def _hear(self, due: Due) -> None:
        if self._feed is not None:
            self.over = isinstance(due.cue, Over)
            self._feed.heard(due)
