"""Bookmarks while reading: set with a note, found, listed and deleted."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ...errors import SayallError
from ...seek import sentence
from .ground import Ground
from .marks import Mark, Marks


class Bookmarking:
    """Keeps the bookmarks of the story on ``ground`` in ``marks``, at the start of a sentence each."""

    def __init__(self, ground: Ground, marks: Marks) -> None:
        self._ground, self._marks = ground, marks

    def set(self) -> None:
        """Sets a bookmark; where there is one already, asks for a note to it."""
        if not self._marks.are_kept:
            self._ground.tell("no bookmarks in a page from standard input, which cannot be found again")
        elif mark := self._marks.here(self._ground.here):
            now = (f"The note is: {mark.bookmark.note}",) if mark.bookmark.note else ()
            question = f"Type a note to bookmark {mark.number} and press Enter."
            self._ground.ask(question, partial(self._annotate, mark), *now)
        else:
            self._try(self._set)

    def go(self, *, backwards: bool) -> None:
        """To the next bookmark, or to the one before; its number and its note are said first."""
        begins = sentence(self._ground.story, self._ground.here)
        places = [(mark.at, mark) for mark in self._marks.all() if mark.at]
        beside = [(at, mark) for at, mark in places if (at < begins if backwards else at > begins)]
        if not beside:
            self._ground.tell(f"no {'previous' if backwards else 'next'} bookmark")
            return
        self._go((max if backwards else min)(beside, key=lambda place: place[0])[1])

    def list(self) -> None:
        """Lists them, and goes to the one whose number the listener types."""
        if not (marks := self._marks.all()):
            self._ground.tell("no bookmarks; m sets one")
            return
        lines = (mark.line() for mark in marks)
        self._ground.ask("Type the number of a bookmark and press Enter, or Escape to stay.", self._go_to, *lines)

    def delete(self) -> None:
        """Deletes the bookmark of this sentence."""
        if mark := self._marks.here(self._ground.here):
            self._try(partial(self._delete, mark))
        else:
            self._ground.tell("no bookmark here")

    def _set(self) -> None:
        mark = self._marks.set(self._ground.here)
        self._ground.tell(f"bookmark {mark.number} set; press m again for a note")

    def _annotate(self, mark: Mark, note: str) -> None:
        self._try(partial(self._write, mark, note))

    def _write(self, mark: Mark, note: str) -> None:
        self._marks.annotate(mark, note)
        self._ground.tell(f"bookmark {mark.number}: {note}")

    def _delete(self, mark: Mark) -> None:
        self._marks.delete(mark)
        self._ground.tell(f"bookmark {mark.number} deleted")

    def _go_to(self, typed: str) -> None:
        marks = {str(mark.number): mark for mark in self._marks.all()}
        if typed not in marks:
            self._ground.tell(f"{typed}: there is no such bookmark")
        else:
            self._go(marks[typed])

    def _go(self, mark: Mark) -> None:
        if mark.at is None:
            self._ground.tell(f"what bookmark {mark.number} stood at is no longer in the story")
            return
        note = f": {mark.bookmark.note}" if mark.bookmark.note else ""
        self._ground.go(mark.at, f"bookmark {mark.number}{note}")

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except SayallError as error:
            self._ground.tell(str(error))
