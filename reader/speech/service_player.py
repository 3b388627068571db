"""Plays a story through a service that speaks by itself, and follows by ear: what the service tells moves the place.

A service is a program that the listener has set up already, with a voice, a rate and a manner of its own, such as
Speech Dispatcher. It gets one message a sentence. Its own pause is never used, since it would silence every program
that speaks through it: to pause is to cancel and to remember the place.
"""

import threading
import time
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from ..errors import SayallError
from ..script.moved import Move, moved
from ..script.utterance import ANNOUNCEMENT, Utterance
from ..story import START, Position
from .events import Event, Finished, Reached, Started
from .playing import LOUDEST, Playback, StyleFor
from .segments import by_language
from .service import Begun, Done, Passed, Service, Told
from .synthesis import Planned

AHEAD: Final = 2
"""Messages that lie with the service, so that no silence falls between two sentences."""

POLL_S: Final = 0.5

Script = Callable[[Position], Iterator[Utterance]]


@dataclass(slots=True)
class _Sent:
    """A message that lies with the service, and how far it was heard: a character of the utterance's text."""

    planned: Planned
    heard: int


class ServicePlayer(Playback):
    """Says what ``script`` gives, from any position on, through ``service``, which is closed with it.

    It has the commands of `Playing`, each of which returns at once. ``on_event`` is called from another thread as
    things are heard.
    """

    def __init__(
        self,
        script: Script,
        *,
        service: Service,
        rate_wpm: int | None = None,
        on_event: Callable[[Event], None] = lambda event: None,
    ) -> None:
        super().__init__()
        self._script, self._service, self._on_event = script, service, on_event
        self._rate_wpm = rate_wpm
        self._lock = threading.RLock()
        self._sent: dict[int, _Sent] = {}
        self._ahead: deque[Planned] = deque()
        self._rest: Iterator[Utterance] = iter(())
        self._resting = self._closing = False
        self._since: float | None = None
        self._worker: threading.Thread | None = None

    def play(self, start: Position = START) -> None:
        self._paused = False
        self.seek(start)
        if self._worker is None:
            self._worker = threading.Thread(target=self._follow, name="sayall service", daemon=True)
            self._worker.start()

    def pause(self) -> None:
        with self._lock:
            self._paused = True
            if not self._resting:
                self._take_back()
                self._resting = True

    def resume(self) -> None:
        with self._lock:
            self._paused = self._resting = False
            self._fill()

    def seek(self, position: Position, *lines: str, alone: bool = False, language: str = "en") -> None:
        with self._lock:
            self._take_back()
            self._position = position
            self._ahead = deque(self._asides(lines, language, alone=alone))
            self._rest = iter(self._script(position))
            self._begin()

    def say(self, *lines: str, language: str = "en") -> None:
        if not lines:
            return
        with self._lock:
            self._take_back()
            ahead = (planned for planned in self._ahead if not planned.aside)
            self._ahead = deque([*self._asides(lines, language), *ahead])
            self._begin()

    def set_rate(self, rate_wpm: int) -> None:
        with self._lock:
            self._rate_wpm = min(rate_wpm, self._service.fastest_wpm)
            self._renew()

    def set_styles(self, style_for: StyleFor) -> bool:
        """False: the voice is the one that the listener has chosen for the service."""
        return False

    def set_volume(self, percent: int) -> bool:
        with self._lock:
            if self._service.sets_volume:
                self._volume = min(max(percent, 0), LOUDEST)
                self._renew()
        return self._service.sets_volume

    def go_over(self, move: Move, begin: Callable[[], None]) -> None:
        with self._lock:
            begin()
            self._move = move
            self._position = move(self._position)

    def stop(self) -> None:
        with self._lock:
            self._closing = True
            self._sent.clear()
            self._service.close()
        self._ended.set()

    @property
    def fastest_wpm(self) -> int:
        return self._service.fastest_wpm

    @property
    def rate_wpm(self) -> int:
        return self._rate_wpm or self._service.rate_wpm

    # How a command takes effect; the lock is held

    def _begin(self) -> None:
        self._resting = False
        self._ended.clear()
        self._fill()

    def _renew(self) -> None:
        """Says anew what lies with the service, from the word on that is being heard."""
        if not self._resting:
            self._take_back()
            self._fill()

    def _take_back(self) -> None:
        """Silence; what was not heard yet lies ahead again, from the word on that was interrupted."""
        self._since = None
        if not self._sent:
            return
        sent = list(self._sent.values())
        self._sent.clear()
        self._ahead.extendleft(replace(message.planned, since=message.heard) for message in reversed(sent))
        try:
            self._service.cancel()
        except SayallError as error:
            self._fail(error)

    def _fill(self) -> None:
        """Gives the service the next sentences, up to the one behind which a pause goes on."""
        while len(self._sent) < AHEAD and not self._resting and not self._closing and not self._error:
            if self._paused and any(message.planned.holds for message in self._sent.values()):
                return
            planned = self._ahead.popleft() if self._ahead else self._more()
            if planned is None:
                break
            text = planned.utterance.text[planned.since :]
            if text.strip():
                self._send(planned, text)
            elif planned.utterance.of_head:
                return  # there is nothing to say until the whole story is there; it is asked for again soon
        if not self._sent and not self._resting:
            self._ended.set()

    def _more(self) -> Planned | None:
        """The next message: a sentence, or each passage of one that goes over into another language."""
        utterance = next(self._rest, None)
        if utterance is None:
            return None
        *parts, last = (Planned(part) for part in by_language(utterance))
        first, *rest = [*parts, replace(last, holds=utterance.style != ANNOUNCEMENT)]
        self._ahead.extend(rest)
        return first

    def _send(self, planned: Planned, text: str) -> None:
        try:
            number = self._service.say(text, planned.utterance.language, self._rate_wpm, self._volume)
        except SayallError as error:
            self._fail(error)
        else:
            self._sent[number] = _Sent(planned, planned.since)

    def _fail(self, error: Exception) -> None:
        self._error = self._error or error
        self._ended.set()

    # What the service tells

    def _follow(self) -> None:
        while not self._closing and not self._error:
            try:
                told = self._service.next(POLL_S)
                if told is None:
                    self._go_on_waiting()
                for event in self._heard(told) if told else ():
                    self._on_event(event)
            except Exception as error:
                if not self._closing:
                    self._fail(error)

    def _go_on_waiting(self) -> None:
        """Looks whether there is more to say by now, where nothing lies with the service."""
        with self._lock:
            if not self._sent and not self._ended.is_set():
                self._fill()

    def _heard(self, told: Told) -> list[Event]:
        """The events in what was told; of messages that were taken back nothing is heard."""
        with self._lock:
            sent = self._sent.get(told.message)
            if sent is None:
                return []
            utterance = sent.planned.utterance
            seen = moved(utterance, self._move) if self._move and utterance.of_head else utterance
            match told:
                case Begun():
                    self._since = self._since or time.monotonic()
                    started: list[Event] = [] if sent.planned.since else [Started(seen)]
                    return [*started, *self._reached(utterance, sent.heard)]
                case Passed(_, char):
                    sent.heard = sent.planned.since + char
                    return self._reached(utterance, sent.heard)
                case Done(number, canceled):
                    if canceled:  # by another program: a screen reader that was told to be silent, say
                        self.pause()
                        return []
                    del self._sent[number]
                    self._note_pace(sent.planned)
                    if sent.planned.holds and self._paused:
                        self._resting = True
                    self._fill()
                    return [Finished(seen)]

    def _note_pace(self, planned: Planned) -> None:
        now = time.monotonic()
        if self._since and not planned.aside:
            self._pace.note(planned.characters, now - self._since, self.rate_wpm)
        self._since = now

    def _reached(self, utterance: Utterance, char: int) -> list[Event]:
        """The place has moved, save in what sayall itself says."""
        if utterance.style == ANNOUNCEMENT:
            return []
        place = utterance.position_at(char)
        self._position = self._move(place) if self._move and utterance.of_head else place
        return [Reached(self._position)]
