"""A very long page is heard while it is still being read: first its head, and then the whole, at a sentence's end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from .errors import SayallError
from .reading import Reading
from .script.moved import Moved
from .script.narrate import announce, closing
from .script.utterance import ANNOUNCEMENT, Mark, Pause, Utterance
from .story import START, Position, Story, Treatment

WAIT_MS: Final = 200
ONE_MOMENT: Final = "One moment: the rest of the page is still being read."


def said(reading: Reading, start: Position = START, *, as_written: bool = False) -> Iterator[Utterance]:
    """The utterances from ``start`` on, of the head of a page and then of the whole, ``as_written`` on the page.

    Of a head all that is in it is said, whenever the rest comes, so that it is the same each time.
    """
    worded = replace(reading, rules=()) if as_written else reading
    for number, utterance in enumerate(_so_far(worded, start)):
        if number == 1 and reading.rest:
            reading.rest.begin()
        yield utterance
    if reading.rest:
        whole = reading.rest.whole()
        yield from said(whole, Moved(reading.story, whole.story).behind_all(), as_written=as_written)


def _so_far(reading: Reading, start: Position) -> Iterator[Utterance]:
    """The utterances from ``start`` on; of a head without what is put off until the body is over, which it is not."""
    if reading.rest is None:
        yield from reading.narrate(start)
        return
    for utterance in reading.narrate(start):
        number = utterance.start.block
        if number != start.block and reading.story.blocks[number].treatment is Treatment.AFTER:
            return
        yield utterance


def to_the_end(reading: Reading, start: Position = START) -> Iterator[Utterance]:
    """What `said` gives, and what was left out when the story is over."""
    yield from said(reading, start)
    yield from closing(whole_of(reading).story)


def whole_of(reading: Reading) -> Reading:
    """The whole of a page, also where ``reading`` is its head: then it may have to be waited for."""
    return reading.rest.whole() if reading.rest else reading


class Growing:
    """What is played of a page that may be a head only; `begin` has the rest read, `go_over` takes the whole instead.

    Places are those of `story`, which `go_over` changes.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._head, self._rest = reading.story, reading.rest
        self._whole: Reading | None = None
        self._moved: Moved | None = None
        self._error: SayallError | None = None
        self._has_gone_over = False

    @property
    def story(self) -> Story:
        return self.reading.story

    @property
    def is_head(self) -> bool:
        """Whether more is to come."""
        return self._rest is not None

    def begin(self) -> None:
        """Has the rest of the page read, in another thread; asked again, it does nothing."""
        if rest := self._rest:
            rest.begin()

    def story_of(self, utterance: Utterance) -> Story:
        """The story in which the places of an utterance are."""
        return self._head if utterance.of_head else self.story

    @property
    def comes(self) -> bool:
        """Whether the whole is there to be taken, or cannot be had: then `trouble` says why."""
        return self._rest is not None and self._rest.is_over

    def whole(self) -> tuple[Story, Moved] | None:
        """The whole story and how places in the head become those in it; None where it cannot be had."""
        assert self._rest
        try:
            self._whole = replace(self._rest.whole(), opening=self.reading.opening)
        except SayallError as error:
            self._error, self._rest = error, None
            self.reading = replace(self.reading, rest=None)
            return None
        self._moved = Moved(self.reading.story, self._whole.story)
        return self._whole.story, self._moved

    def go_over(self) -> None:
        """From now on `script` gives the whole; what it has given of the head before, it goes on with and goes over."""
        assert self._whole
        self.reading, self._rest, self._has_gone_over = self._whole, None, True

    @property
    def trouble(self) -> str:
        """Why the whole cannot be had, in a line; "" while it can."""
        return f"The rest of the page cannot be read: {self._error}" if self._error else ""

    def script(self, start: Position) -> Iterator[Utterance]:
        """The utterances from ``start`` on, a place in the story as it is now."""
        return to_the_end(self.reading, start) if not self.is_head else self._of_head(self.reading, start)

    def _of_head(self, head: Reading, start: Position) -> Iterator[Utterance]:
        at = start
        for utterance in _so_far(head, start):
            yield replace(utterance, of_head=True)
            at = utterance.start
            place = self._moved.behind(utterance) if self._moved and self._has_gone_over else None
            if place is not None:
                yield from to_the_end(self.reading, place)
                return
        if self.is_head:
            yield replace(announce(ONE_MOMENT, at), of_head=True)
        while self.is_head:
            yield Utterance((Mark(at), Pause(WAIT_MS), Mark(at)), "en", ANNOUNCEMENT, of_head=True)
        if self._moved:
            yield from to_the_end(self.reading, self._moved.behind_all())
        else:
            yield replace(announce(self.trouble, at), of_head=True)
            yield from closing(head.story)
