"""Earcons: tiny sounds, each under an eighth of a second, that tell what comes before a word of it is said."""

import math
from array import array
from collections.abc import Mapping
from functools import cache
from typing import Final

from .samples import SAMPLE_BYTES

GAP_MS: Final = 60
"""Silence between the sound and the words."""

_LOUDNESS: Final = 5_000
_RISE_MS: Final = 5

EARCONS: Final[Mapping[str, tuple[tuple[int, int], ...]]] = {
    "headline": ((523, 50), (784, 70)),
    "section": ((523, 60), (659, 50)),
    "item": ((880, 40),),
    "quote": ((659, 45), (587, 45)),
    "caption": ((988, 30), (988, 30)),
    "aside": ((440, 70),),
    "code": ((330, 40), (330, 40)),
    "note": ((1047, 50),),
}
"""Each by its word, as tones one after the other: hertz and milliseconds."""


@cache
def earcon(word: str, sample_rate: int) -> bytes:
    """The sound of that word, 16-bit mono, and the silence behind it; nothing where there is no such word."""
    samples = array("h")
    for hertz, ms in EARCONS.get(word, ()):
        frames, rise = ms * sample_rate // 1000, _RISE_MS * sample_rate // 1000
        for at in range(frames):
            # It rises and falls softly, so that nothing clicks.
            loudness = _LOUDNESS * min(1.0, at / rise, (frames - at) / rise)
            samples.append(round(loudness * math.sin(2 * math.pi * hertz * at / sample_rate)))
    if not samples:
        return b""
    return samples.tobytes() + bytes(GAP_MS * sample_rate // 1000 * SAMPLE_BYTES)
