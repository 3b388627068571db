"""What is done to samples: fading, so that speech stops without a click, and changing the sample rate."""

from array import array
from typing import Final

SAMPLE_BYTES: Final = 2
"""Sound is 16-bit signed mono everywhere."""

FADE_MS: Final = 7


def faded_out(pcm: bytes) -> bytes:
    """``pcm`` falling from its loudness to silence."""
    samples = array("h", pcm)
    last = max(1, len(samples))
    return array("h", (sample * (last - i) // last for i, sample in enumerate(samples))).tobytes()


def faded_in(pcm: bytes, sample_rate: int) -> bytes:
    """``pcm`` with its first milliseconds rising from silence."""
    samples = array("h", pcm)
    last = min(len(samples), sample_rate * FADE_MS // 1000)
    for i in range(last):
        samples[i] = samples[i] * i // last
    return samples.tobytes()


class Resampling:
    """Changes the sample rate of a stream that comes in pieces, by straight lines between samples.

    Good enough for speech whose engine changes in the middle of a story; engines give their own rate otherwise.
    """

    def __init__(self, source: int, target: int) -> None:
        self._step = source / target
        self._at = 0.0
        self._last: int | None = None

    def __call__(self, pcm: bytes) -> bytes:
        if self._step == 1 or not pcm:
            return pcm
        samples = array("h", pcm)
        if self._last is None:
            self._last = samples[0]
        # `at` counts from the last sample of the piece before.
        samples.insert(0, self._last)
        at, end, made = self._at, len(samples) - 1, array("h")
        while at < end:
            whole = int(at)
            made.append(int(samples[whole] + (samples[whole + 1] - samples[whole]) * (at - whole)))
            at += self._step
        self._at, self._last = at - end, samples[-1]
        return made.tobytes()
