"""Remembers where you were in each story, and finds the place again when the page was edited meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

from ..errors import SayallError
from ..folders import data_folder, name_of, write_whole
from ..story import Position, Story

AROUND_CHARACTERS: Final = 60
"""So much text before and behind a place tells it from others."""

_ALIKE: Final = 0.6
"""From this share of equal text on, an edited block is taken for the same."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place by the text around it: ``before`` and ``behind`` in its block, whose number and beginning are hints."""

    location: str
    headline: str
    block: int
    offset: int
    begins: str
    before: str
    behind: str

    @classmethod
    def at(cls, location: str, story: Story, position: Position) -> Place:
        """The place ``position`` of ``story``."""
        text = story.blocks[position.block].text
        before = text[max(0, position.offset - AROUND_CHARACTERS) : position.offset]
        behind = text[position.offset : position.offset + AROUND_CHARACTERS]
        return cls(location, story.headline, position.block, position.offset, text[:AROUND_CHARACTERS], before, behind)

    @classmethod
    def from_fields(cls, fields: Any) -> Place | None:
        """The place whose fields they are, as `dataclasses.asdict` gives them; None where they are no place's."""
        try:
            place = cls(**fields)
        except TypeError:
            return None
        return place if all(isinstance(getattr(place, name), kind) for name, kind in _KINDS.items()) else None

    def within(self, story: Story) -> Position | None:
        """Where it is in ``story`` now: at the same text, else at the start of the block most like it, else None."""
        near = sorted(range(len(story.blocks)), key=lambda number: abs(number - self.block))
        for number in near:
            at = _offset(story.blocks[number].text, self.before, self.behind, self.offset)
            if at is not None:
                return Position(number, at)
        return self._most_alike(story, near)

    def _most_alike(self, story: Story, near: list[int]) -> Position | None:
        from difflib import SequenceMatcher

        wanted = self.begins if self.before == "" else self.before + self.behind
        compare = SequenceMatcher(autojunk=False)
        compare.set_seq2(wanted)
        best, found = _ALIKE, None
        for number in near:
            text = story.blocks[number].text
            first = max(0, self.offset - AROUND_CHARACTERS) if self.before else 0
            compare.set_seq1(text[first : first + len(wanted)])
            if compare.real_quick_ratio() > best and compare.quick_ratio() > best and (alike := compare.ratio()) > best:
                best, found = alike, Position(number)
        return found


def _offset(text: str, before: str, behind: str, offset: int) -> int | None:
    """Where ``before`` and ``behind`` meet in ``text``, nearest to ``offset``; a long one of them is enough."""
    for part, shift in ((before + behind, len(before)), (behind, 0), (before, len(before))):
        if len(part) < AROUND_CHARACTERS // 2 and part != text:
            continue
        starts = _occurrences(part, text)
        nearest = min(starts, key=lambda start: abs(start + shift - offset), default=None)
        if nearest is not None:
            return nearest + shift
    return None


def _occurrences(part: str, text: str) -> Iterator[int]:
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


class Places:
    """The places that are remembered, one a story, in ``folder``: the platform's folder for data where none is given.

    Each place is a file of its own that is replaced as a whole, so that ending at any moment loses none, and several
    readers do not get in each other's way.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder

    def save(self, location: str, story: Story, position: Position) -> None:
        """Remembers ``position`` for the story at ``location``; raises `SayallError` where it cannot be written."""
        path = self._path(location)
        try:
            write_whole(path, json.dumps(asdict(Place.at(location, story, position)), ensure_ascii=False))
        except OSError as error:
            raise SayallError(f"{path.parent}: your place cannot be remembered there: {error.strerror}") from error

    def find(self, location: str, story: Story) -> Position | None:
        """The place in ``story`` that was remembered for ``location``; None where none was, or its text is gone."""
        place = _read(self._path(location))
        return place.within(story) if place else None

    def forget(self, location: str) -> None:
        """Forgets the place, as when a story was heard to its end."""
        with suppress(OSError):
            self._path(location).unlink(missing_ok=True)

    def recent(self) -> list[Place]:
        """All places, the one heard last first."""
        found: list[tuple[float, Place]] = []
        for path in self._path("").parent.glob("*.json"):
            with suppress(OSError):  # another reader has just heard it to its end
                moment, place = path.stat().st_mtime, _read(path)
                found += [(moment, place)] if place else []
        return [place for _, place in sorted(found, key=lambda pair: pair[0], reverse=True)]

    def _path(self, location: str) -> Path:
        self._folder = self._folder or data_folder("places")
        return self._folder / f"{name_of(location)}.json"


def _read(path: Path) -> Place | None:
    """A place from its file; None where there is none, or it is not one of ours."""
    try:
        return Place.from_fields(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError):
        return None


_KINDS: Final = {
    "location": str, "headline": str, "block": int, "offset": int, "begins": str, "before": str, "behind": str,
}  # fmt: skip
