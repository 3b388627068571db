"""A screen reader as a service: it gets one sentence at a time, and its pace is kept by the clock where it tells none.

No screen reader says when a sentence was heard to its end, save those that tell whether they are speaking. For all
others the place is what the clock makes of the rate, which + and - change.
"""

import contextlib
import threading
import time
from collections import deque
from typing import Final, Protocol

from reader.errors import EngineError
from reader.speech.service import Begun, Done, Told

USUAL_WPM: Final = 200
CHARACTERS_PER_WORD: Final = 6
BREATH_S: Final = 0.3
"""How long a screen reader takes to begin, and to end: added to each sentence."""

ASK_S: Final = 0.05


class Announcer(Protocol):
    """What a screen reader does for other programs; `reader.errors.EngineError` where it is gone."""

    name: str
    """Its own: "NVDA", "VoiceOver"."""

    def present(self, text: str) -> None:
        """Speaks ``text`` behind what it is saying, and shows it in braille where it can."""
        ...

    def silence(self) -> None:
        """Stops what it is saying, where it can be asked to."""
        ...

    def is_speaking(self) -> bool | None:
        """None where it does not tell."""
        ...


class ScreenReader:
    """Speaks through an `Announcer`; see `reader.speech.service.Service`.

    Voice, punctuation and volume are the screen reader's own; a rate is how fast it is taken to speak.
    """

    name = "screenreader"
    fastest_wpm = 900
    sets_volume = False

    def __init__(self, announcer: Announcer) -> None:
        self._announcer = announcer
        self._changed = threading.Condition()
        self._waiting: deque[tuple[int, str, float]] = deque()
        self._now = 0
        """The message that is being said; 0 for none."""
        self._began_s = self._lasts_s = 0.0
        self._has_spoken = False
        self._count = 0
        self._rate_wpm = USUAL_WPM

    @property
    def speaker(self) -> str:
        """The name of the screen reader."""
        return self._announcer.name

    @property
    def rate_wpm(self) -> int:
        return self._rate_wpm

    def say(self, text: str, language: str, rate_wpm: int | None, volume: int = 100) -> int:
        with self._changed:
            self._rate_wpm = rate_wpm or self._rate_wpm
            lasts_s = BREATH_S + len(text) / CHARACTERS_PER_WORD / self._rate_wpm * 60
            self._count += 1
            self._waiting.append((self._count, text, lasts_s))
            self._changed.notify_all()
            return self._count

    def cancel(self) -> None:
        with self._changed:
            self._waiting.clear()
            was, self._now = self._now, 0
            self._changed.notify_all()
        if was:
            self._announcer.silence()

    def next(self, timeout_s: float) -> Told | None:
        end = time.monotonic() + timeout_s
        with self._changed:
            while (left_s := end - time.monotonic()) > 0:
                if self._now and self._is_over():
                    done, self._now = self._now, 0
                    return Done(done)
                if not self._now and self._waiting:
                    break
                self._changed.wait(min(left_s, ASK_S if self._now else left_s))
            else:
                return None
            number, text, self._lasts_s = self._waiting.popleft()
            self._now, self._has_spoken = number, False
            self._began_s = time.monotonic()
        self._announcer.present(text)
        if self._now != number:  # taken back before it was asked for
            self._announcer.silence()
        return Begun(number)

    def close(self) -> None:
        with contextlib.suppress(EngineError):
            self.cancel()

    def _is_over(self) -> bool:
        """By its own word, once it has begun to speak, else by the clock."""
        speaks = self._announcer.is_speaking()
        self._has_spoken = self._has_spoken or bool(speaks)
        if speaks is not None and self._has_spoken:
            return not speaks
        return time.monotonic() >= self._began_s + self._lasts_s
