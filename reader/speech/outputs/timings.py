"""When each sentence is said in a sound file, as WebVTT: players show the text along with the sound."""

from collections.abc import Iterable
from typing import NamedTuple

from ...script.utterance import Utterance


class Timing(NamedTuple):
    """An utterance, and the seconds from the start of the sound at which its own begins and ends."""

    utterance: Utterance
    start_s: float
    end_s: float


def webvtt(timings: Iterable[Timing]) -> str:
    """The timings as a WebVTT file (W3C WebVTT, section 4.1), one cue an utterance that has words."""
    cues = ["WEBVTT"]
    for timing in timings:
        text = " ".join(timing.utterance.text.split())
        if text:
            safe = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
            cues.append(f"{_clock(timing.start_s)} --> {_clock(timing.end_s)}\n{safe}")
    return "\n\n".join(cues) + "\n"


def _clock(seconds: float) -> str:
    ms = round(seconds * 1000)
    return f"{ms // 3_600_000:02}:{ms // 60_000 % 60:02}:{ms // 1000 % 60:02}.{ms % 1000:03}"
