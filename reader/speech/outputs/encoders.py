"""The kinds of sound files: WAV is written here, smaller ones by libsndfile where the extra ``audio`` is installed."""

from __future__ import annotations

import struct
from pathlib import Path
from typing import Any, BinaryIO, Final, NamedTuple, Protocol

from ...errors import SayallError
from ..samples import SAMPLE_BYTES, Resampling

_UNKNOWN: Final = 0xFFFFFFFF
_COMPRESSED: Final = {
    ".mp3": ("MP3", None),
    ".ogg": ("OGG", "VORBIS"),
    ".opus": ("OGG", "OPUS"),
    ".flac": ("FLAC", None),
}
_OPUS_RATE: Final = 24_000
"""Opus knows only a few sample rates (RFC 6716, section 2); this one holds all that speech has."""

KINDS: Final = (".wav", ".wave", *_COMPRESSED)
"""The endings of names of files that can be written."""


class Tags(NamedTuple):
    """What a player shows of the sound, in the kinds of files that can hold it."""

    title: str = ""
    artist: str = ""


class Encoder(Protocol):
    """Writes 16-bit mono sound to a file that was opened for it."""

    def write(self, pcm: bytes) -> None:
        """Writes on."""
        ...

    def finish(self) -> None:
        """Makes the file whole, where it can be; the file stays open."""
        ...


class Wav:
    """RIFF WAVE: until `finish`, and for good in a stream, its header says that its length is unknown."""

    def __init__(self, file: BinaryIO, sample_rate: int) -> None:
        self._file, self._rate, self._size = file, sample_rate, 0
        file.write(_header(sample_rate, _UNKNOWN))

    def write(self, pcm: bytes) -> None:
        self._file.write(pcm)
        self._size += len(pcm)

    def finish(self) -> None:
        self._file.flush()
        if self._file.seekable():
            self._file.seek(0)
            self._file.write(_header(self._rate, self._size))


class Compressed:
    """MP3, Ogg Vorbis, Opus or FLAC."""

    def __init__(self, file: BinaryIO, sample_rate: int, kind: str, tags: Tags) -> None:
        import soundfile

        name, coding = _COMPRESSED[kind]
        rate = _OPUS_RATE if coding == "OPUS" else sample_rate
        self._resampled = Resampling(sample_rate, rate)
        self._written: Any = soundfile.SoundFile(file, "w", rate, channels=1, format=name, subtype=coding)
        self._written.title, self._written.artist = tags.title, tags.artist

    def write(self, pcm: bytes) -> None:
        self._written.buffer_write(self._resampled(pcm), dtype="int16")

    def finish(self) -> None:
        self._written.close()


def check(path: str) -> None:
    """Raises `SayallError` where no file of that name can be written: it says which can, or what is missing."""
    kind = Path(path).suffix.lower()
    if path == "-" or kind in ("", ".wav", ".wave"):
        return
    if kind not in KINDS:
        raise SayallError(f"{path}: {kind} is no kind of sound file that can be written; there are {', '.join(KINDS)}")
    try:
        import soundfile  # noqa: F401
    except (ImportError, OSError) as error:
        wav = Path(path).with_suffix(".wav")
        raise SayallError(
            f'{path}: {kind[1:].upper()} needs the extra audio; pip install "sayall[audio]", or name it {wav}'
        ) from error


def encoder(path: str | Path, file: BinaryIO, sample_rate: int, tags: Tags) -> Encoder:
    """What writes the kind of sound that ``path`` names to ``file``; see `check`."""
    kind = Path(path).suffix.lower()
    return Compressed(file, sample_rate, kind, tags) if kind in _COMPRESSED else Wav(file, sample_rate)


def _header(sample_rate: int, size: int) -> bytes:
    """A RIFF header for ``size`` bytes of sound; past 4 GB, the most it can say, it says unknown."""
    data = min(size, _UNKNOWN - 36)
    return struct.pack(
        "<4sI4s4sIHHIIHH4sI", b"RIFF", data + 36, b"WAVE", b"fmt ", 16, 1, 1, sample_rate, sample_rate * SAMPLE_BYTES,
        SAMPLE_BYTES, 8 * SAMPLE_BYTES, b"data", data,
    )  # fmt: skip
