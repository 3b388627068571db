"""The bookmarks of the story that is being read, with their places in it as it is now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from ...script.pieces import pieces
from ...seek import sentence
from ...story import Position, Story
from ..bookmarks import Bookmark, Bookmarks

_WORDS_SAID = 12


@dataclass(frozen=True, slots=True)
class Mark:
    """A bookmark with its number from 1 and where it is in the story now, None where its text is gone."""

    number: int
    at: Position | None
    bookmark: Bookmark

    def line(self) -> str:
        """It in a line to be said: its number, its note, what is read there."""
        gone = "no longer in the story" if self.at is None else ""
        words = self.bookmark.text.split()
        text = " ".join(words[:_WORDS_SAID]) + (" …" if len(words) > _WORDS_SAID else "")
        return ". ".join(part.rstrip(".") for part in (str(self.number), gone, self.bookmark.note, text) if part)


class Marks:
    """The bookmarks of ``story``, each at the start of a sentence; a function gives the story as it is now."""

    def __init__(self, story: Story | Callable[[], Story], bookmarks: Bookmarks | None = None) -> None:
        self._of, self._given = story, bookmarks

    @property
    def _story(self) -> Story:
        return self._of if isinstance(self._of, Story) else self._of()

    @property
    def are_kept(self) -> bool:
        """Whether the story can be found again: a page from standard input cannot."""
        return bool(self._story.location) and self._story.location != "-"

    @property
    def _bookmarks(self) -> Bookmarks:
        self._given = self._given or Bookmarks()
        return self._given

    def all(self) -> list[Mark]:
        """The bookmarks in order."""
        found = self._bookmarks.of(self._story.location) if self.are_kept else []
        return [Mark(number, mark.place.within(self._story), mark) for number, mark in enumerate(found, 1)]

    def here(self, at: Position) -> Mark | None:
        """The bookmark of the sentence in which ``at`` stands."""
        begins = sentence(self._story, at)
        return next((mark for mark in self.all() if mark.at and sentence(self._story, mark.at) == begins), None)

    def set(self, at: Position) -> Mark:
        """Sets a bookmark at the sentence in which ``at`` stands; raises `SayallError` where it cannot be kept."""
        block = self._story.blocks[at.block]
        begins = sentence(self._story, at)
        said = pieces(block, block.language or self._story.language)
        text = next((block.text[piece.start : piece.end] for piece in said if piece.start >= begins.offset), block.text)
        new = self._bookmarks.set(self._story.location, self._story, begins, text)
        return next(mark for mark in self.all() if mark.bookmark == new)

    def annotate(self, mark: Mark, note: str) -> None:
        """Writes a note to it; raises `SayallError` where it cannot be kept."""
        self._bookmarks.annotate(mark.bookmark, note)

    def delete(self, mark: Mark) -> None:
        """Deletes it; raises `SayallError` where it cannot be."""
        self._bookmarks.delete(mark.bookmark)
