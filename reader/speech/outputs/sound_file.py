"""A sound file: written as the speech is made, and there under its name only when it is whole."""

import os
import stat
import sys
import threading
from pathlib import Path
from typing import BinaryIO, Final

from ..output import Due, Feed, cannot_write
from ..synthesis import Began, Ended, Over
from .encoders import Encoder, Tags, encoder
from .timings import Timing

_CHUNK_SECONDS: Final = 0.5
_POLL_SECONDS: Final = 0.02


class SoundFile:
    """Writes sound to ``path``, in the kind that its name tells, faster than it could be heard; "-" is standard output.

    The file grows under another name beside it and takes its name when it is complete, so that no half file is ever
    left. Standard output, and what is not a regular file, is written as it comes. When it is whole, `seconds` tells how
    long it is up to the end of the last utterance and, where it is ``timed``, `timings` where each stands in it.
    """

    def __init__(self, path: str | Path, tags: Tags = Tags(), *, timed: bool = True) -> None:  # noqa: B008 - frozen
        self._path, self._tags, self._timed = path, tags, timed
        self._part: Path | None = None
        self._file: BinaryIO | None = None
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()
        self._started_s = 0.0
        self.seconds = 0.0
        self.timings: list[Timing] = []

    def open(self, sample_rate: int, feed: Feed) -> None:
        try:
            self._file = self._begin()
            written = encoder(self._path, self._file, sample_rate, self._tags)
        except OSError as error:
            self._discard()
            raise cannot_write(self._path, error) from error
        self._thread = threading.Thread(
            target=self._write, args=(written, sample_rate, feed), name="sayall file", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        self._closing.set()
        if self._thread and self._thread is not threading.current_thread():
            self._thread.join()

    def _begin(self) -> BinaryIO:
        if str(self._path) == "-":
            return sys.stdout.buffer
        path = Path(self._path)
        if path.exists() and not stat.S_ISREG(path.stat().st_mode):
            return path.open("wb")
        # The link itself stays, what it leads to is replaced.
        path = path.resolve()
        self._part = path.with_name(f".{path.name}.{os.getpid()}.part")
        return self._part.open("w+b")

    def _write(self, written: Encoder, sample_rate: int, feed: Feed) -> None:
        try:
            is_whole = self._stream(written, sample_rate, feed)
        except OSError as error:
            self._discard()
            feed.failed(error if isinstance(error, BrokenPipeError) else cannot_write(self._path, error))
        except Exception as error:
            self._discard()
            feed.failed(error)
        else:
            if not is_whole:
                self._discard()

    def _stream(self, written: Encoder, sample_rate: int, feed: Feed) -> bool:
        """Writes until the end; False where it was closed before."""
        frames = 0
        while not self._closing.is_set():
            taken = feed.take(int(sample_rate * _CHUNK_SECONDS), wait=True)
            if taken.pcm:
                written.write(taken.pcm)
            over = [due for due in taken.dues if isinstance(due.cue, Over)]
            if over:
                self._finish(written)
            for due in taken.dues:
                self._time(due, (frames + due.offset) / sample_rate)
                feed.heard(due)
            if over:
                return True
            frames += len(taken.pcm) // 2
            if not taken.pcm:
                self._closing.wait(_POLL_SECONDS)
        return False

    def _time(self, due: Due, seconds: float) -> None:
        match due.cue:
            case Began():
                self._started_s = seconds
            case Ended(planned):
                self.seconds = seconds
                if self._timed:
                    self.timings.append(Timing(planned.utterance, self._started_s, seconds))
            case _:
                pass

    def _finish(self, written: Encoder) -> None:
        written.finish()
        if self._part and self._file:
            self._file.flush()
            os.fsync(self._file.fileno())
            self._file.close()
            os.replace(self._part, Path(self._path).resolve())
            self._part = None
        self._discard()

    def _discard(self) -> None:
        if self._file and self._file is not sys.stdout.buffer:
            self._file.close()
        if self._part:
            self._part.unlink(missing_ok=True)
        self._part = self._file = None
