"""A sound file: written as the speech is made, and there under its name only when it is whole."""

import os
import stat
import struct
import sys
import threading
from pathlib import Path
from typing import BinaryIO, Final

from ..output import Feed, cannot_write
from ..samples import SAMPLE_BYTES
from ..synthesis import Over

_UNKNOWN: Final = 0xFFFFFFFF
_CHUNK_SECONDS: Final = 0.5
_POLL_SECONDS: Final = 0.02


class WavFile:
    """Writes mono 16-bit WAV to ``path``, faster than it could be heard; "-" is standard output.

    The file grows under another name beside it and takes its name when it is complete, so that no half file is ever
    left. Standard output, and what is not a regular file, gets a header of unknown length, as streams have.
    """

    def __init__(self, path: str | Path) -> None:
        self._path = path
        self._part: Path | None = None
        self._file: BinaryIO | None = None
        self._thread: threading.Thread | None = None
        self._closing = threading.Event()

    def open(self, sample_rate: int, feed: Feed) -> None:
        try:
            self._file = self._begin()
            self._file.write(_header(sample_rate, _UNKNOWN))
        except OSError as error:
            self._discard()
            raise cannot_write(self._path, error) from error
        self._thread = threading.Thread(
            target=self._write, args=(self._file, sample_rate, feed), name="sayall file", daemon=True
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
        return self._part.open("wb")

    def _write(self, file: BinaryIO, sample_rate: int, feed: Feed) -> None:
        try:
            size = self._stream(file, sample_rate, feed)
        except OSError as error:
            self._discard()
            feed.failed(error if isinstance(error, BrokenPipeError) else cannot_write(self._path, error))
        except Exception as error:
            self._discard()
            feed.failed(error)
        else:
            if size is None:
                self._discard()

    def _stream(self, file: BinaryIO, sample_rate: int, feed: Feed) -> int | None:
        """Writes until the end and gives the bytes of sound; None where it was closed before."""
        size = 0
        while not self._closing.is_set():
            taken = feed.take(int(sample_rate * _CHUNK_SECONDS), wait=True)
            file.write(taken.pcm)
            size += len(taken.pcm)
            over = [due for due in taken.dues if isinstance(due.cue, Over)]
            if over:
                self._finish(file, sample_rate, size)
            for due in taken.dues:
                feed.heard(due)
            if over:
                return size
            if not taken.pcm:
                self._closing.wait(_POLL_SECONDS)
        return None

    def _finish(self, file: BinaryIO, sample_rate: int, size: int) -> None:
        file.flush()
        if self._part:
            file.seek(0)
            file.write(_header(sample_rate, size))
            file.flush()
            os.fsync(file.fileno())
            file.close()
            os.replace(self._part, Path(self._path).resolve())
            self._part = None
        self._discard()

    def _discard(self) -> None:
        if self._file and self._file is not sys.stdout.buffer:
            self._file.close()
        if self._part:
            self._part.unlink(missing_ok=True)
        self._part = self._file = None


def _header(sample_rate: int, size: int) -> bytes:
    """A RIFF header for ``size`` bytes of sound; past 4 GB, the most it can say, it says unknown."""
    data = min(size, _UNKNOWN - 36)
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI", b"RIFF", data + 36, b"WAVE", b"fmt ", 16, 1, 1, sample_rate, sample_rate * SAMPLE_BYTES,
        SAMPLE_BYTES, 8 * SAMPLE_BYTES, b"data", data,
    )  # fmt: skip
