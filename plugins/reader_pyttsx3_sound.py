"""Sound files as the systems' voices write them, WAV and on macOS AIFF, read as the PCM that engines give."""

import io
import sys
import wave
from array import array
from dataclasses import dataclass

from reader.errors import EngineError

SAMPLE_RATE = 22_050
_SILENT = 32  # of 32,767: what a voice's dither stays under
_MARGIN = SAMPLE_RATE // 200


@dataclass(frozen=True, slots=True)
class _Recording:
    """Little-endian frames; ``width`` is bytes a sample, 1 meaning unsigned."""

    frames: bytes
    width: int
    channels: int
    rate: float


def read_sound(data: bytes) -> bytes:
    """16-bit little-endian mono PCM at `SAMPLE_RATE`, without the silence at either end; `EngineError` otherwise."""
    try:
        recording = _aiff(data) if data[:4] == b"FORM" else _wav(data)
    except (wave.Error, EOFError, IndexError, ValueError) as error:
        raise EngineError(f"pyttsx3 wrote a sound file that cannot be read: {error}") from error
    return _trimmed(_converted(recording))


def _wav(data: bytes) -> _Recording:
    with wave.open(io.BytesIO(data)) as file:
        frames = file.readframes(file.getnframes())
        return _Recording(frames, file.getsampwidth(), file.getnchannels(), file.getframerate())


def _aiff(data: bytes) -> _Recording:
    """Apple's Audio Interchange File Format 1.3, and AIFF-C with plain samples in either order."""
    chunks: dict[bytes, bytes] = {}
    at = 12
    while at + 8 <= len(data):
        size = int.from_bytes(data[at + 4 : at + 8])
        chunks[data[at : at + 4]] = data[at + 8 : at + 8 + size]
        at += 8 + size + size % 2
    common, sound = chunks.get(b"COMM", b""), chunks.get(b"SSND", b"")
    if len(common) < 18 or len(sound) < 8:
        raise ValueError("it is an AIFF without sound")
    channels, bits = int.from_bytes(common[:2]), int.from_bytes(common[6:8])
    rate = int.from_bytes(common[10:18]) * 2.0 ** (int.from_bytes(common[8:10]) - 16_383 - 63)
    order = common[18:22] if data[8:12] == b"AIFC" else b"NONE"
    if bits != 16 or order not in (b"NONE", b"twos", b"sowt"):
        raise ValueError(f"it holds {bits}-bit samples of kind {order.decode('ascii', 'replace')}")
    samples = array("h", sound[8 + int.from_bytes(sound[:4]) :])
    if order != b"sowt":
        samples.byteswap()
    return _Recording(samples.tobytes(), 2, channels, rate)


def _converted(recording: _Recording) -> bytes:
    if (recording.width, recording.channels, recording.rate) == (2, 1, SAMPLE_RATE):
        return recording.frames
    import miniaudio

    kinds = miniaudio.SampleFormat
    widths = {1: kinds.UNSIGNED8, 2: kinds.SIGNED16, 3: kinds.SIGNED24, 4: kinds.SIGNED32}
    source = (widths[recording.width], recording.channels, round(recording.rate), recording.frames)
    return bytes(miniaudio.convert_frames(*source, kinds.SIGNED16, 1, SAMPLE_RATE))


def _trimmed(pcm: bytes) -> bytes:
    samples = array("h", pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    first = next((at for at, sample in enumerate(samples) if abs(sample) > _SILENT), len(samples))
    last = next((at for at, sample in enumerate(reversed(samples)) if abs(sample) > _SILENT), 0)
    if first == len(samples):
        return b""
    return pcm[2 * max(0, first - _MARGIN) : 2 * (len(samples) - max(0, last - _MARGIN))]
