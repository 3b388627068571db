"""Speaks with Speech Dispatcher sentence by sentence, and turns what it tells into places in the text."""

import contextlib
import locale
import re
from html import escape
from itertools import pairwise
from queue import Empty

from reader.speech.service import Begun, Done, Passed, Told
from reader_speechd_client import Connection, connected, gone

_WORD = re.compile(r"\S+")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_RATES = ((80, -100), (170, 0), (390, 100))
"""Words a minute, and Speech Dispatcher's number for them, as its eSpeak module takes it."""


class Speechd:
    """Speaks with Speech Dispatcher; see `reader.speech.service.Service`.

    What the listener has set there is kept: a rate is set only when it is asked for, a language only where it is not
    the one of the listener's own system.
    """

    name = "speechd"
    fastest_wpm = _RATES[-1][0]
    sets_volume = True

    def __init__(self) -> None:
        self._connection: Connection = connected()
        for setting in ("CLIENT_NAME user:sayall:main", "SSML_MODE ON", "PRIORITY MESSAGE", "NOTIFICATION ALL ON"):
            self._connection.ask(f"SET SELF {setting}")
        self._own_rate = wpm(int(next(iter(self._connection.ask("GET RATE")), "0")))
        self._own_volume = int(next(iter(self._connection.ask("GET VOLUME")), "100"))
        self._rate: int | None = None
        self._volume = 100
        self._language = (locale.getlocale()[0] or "en").split("_")[0].lower()

    @property
    def rate_wpm(self) -> int:
        return self._rate or self._own_rate

    def say(self, text: str, language: str, rate_wpm: int | None, volume: int) -> int:
        if rate_wpm and rate_wpm != self._rate:
            self._connection.ask(f"SET SELF RATE {number(rate_wpm)}")
            self._rate = rate_wpm
        if volume != self._volume:
            # From -100, silence, to 100; no louder than the server can.
            self._connection.ask(f"SET SELF VOLUME {min(100, (self._own_volume + 100) * volume // 100 - 100)}")
            self._volume = volume
        primary = language.split("-")[0].lower()
        if primary and primary.isalpha() and primary != self._language:
            self._connection.ask(f"SET SELF LANGUAGE {primary}")
            self._language = primary
        return self._connection.speak(marked(text))

    def cancel(self) -> None:
        self._connection.ask("CANCEL SELF")

    def next(self, timeout_s: float) -> Told | None:
        try:
            event = self._connection.events.get(timeout=timeout_s)
        except Empty:
            return None
        match event:
            case None:
                raise gone()
            case ("700", message, _, mark) if mark.isdigit():
                return Passed(int(message), int(mark))
            case ("701", message, *_):
                return Begun(int(message))
            case ("702" | "703" as code, message, *_):
                return Done(int(message), canceled=code == "703")
            case _:
                return None

    def close(self) -> None:
        with contextlib.suppress(Exception):
            self.cancel()
        self._connection.close()


def marked(text: str) -> str:
    """``text`` as SSML with a mark before each word but the first, named by its place in the text.

    A mark before the first word would be lost by the server; the beginning of the message tells that place.
    """
    text = _CONTROL.sub(" ", text)
    starts = [word.start() for word in _WORD.finditer(text)][1:]
    cuts = [0, *starts, len(text)]
    pieces = [escape(" ".join(text[a:b].split("\n")), quote=False) for a, b in pairwise(cuts)]
    marks = ["", *(f'<mark name="{at}"/>' for at in starts)]
    return f"<speak>{''.join(mark + piece for mark, piece in zip(marks, pieces, strict=True))}</speak>"


def number(rate_wpm: int) -> int:
    """Speech Dispatcher's number from -100 to 100 for ``rate_wpm``, as near as it has one."""
    return _between(rate_wpm, _RATES)


def wpm(rate: int) -> int:
    """The words a minute of Speech Dispatcher's number ``rate``."""
    return _between(rate, tuple((number, words) for words, number in _RATES))


def _between(value: int, points: tuple[tuple[int, int], ...]) -> int:
    for (low, to_low), (high, to_high) in pairwise(points):
        if value <= high:
            return max(points[0][1], round(to_low + (value - low) / (high - low) * (to_high - to_low)))
    return points[-1][1]
