"""Bookmarks: places in stories, each with a note where the listener wrote one, found again when the page was edited."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from ..errors import SayallError
from ..folders import data_folder, name_of, write_whole
from ..story import Position, Story
from .places import Place

_TEXTS: Final = ("text", "note", "set_at")


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place in a story, ``text`` what is read there, and ``set_at`` when it was set, as ISO 8601."""

    place: Place
    text: str
    note: str
    set_at: str
    path: Path = field(compare=False)


class Bookmarks:
    """All bookmarks, in ``folder``: the platform's folder for data where none is given.

    Each is a file of its own that is replaced as a whole, so that ending at any moment loses none, and several readers
    do not get in each other's way. A story's bookmarks are numbered from 1 in the order of their places.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or data_folder("bookmarks")

    def set(self, location: str, story: Story, at: Position, text: str, note: str = "") -> Bookmark:
        """Sets a bookmark; raises `SayallError` where it cannot be written."""
        path = self._folder / name_of(location) / f"{uuid4().hex}.json"
        now = datetime.now(UTC).isoformat(timespec="seconds")
        bookmark = Bookmark(Place.at(location, story, at), " ".join(text.split()), note, now, path)
        self._write(bookmark)
        return bookmark

    def annotate(self, bookmark: Bookmark, note: str) -> None:
        """Writes ``note`` to it in place of what was there; raises `SayallError` where that cannot be written."""
        self._write(replace(bookmark, note=note))

    def delete(self, bookmark: Bookmark) -> None:
        """Deletes it; raises `SayallError` where it cannot be."""
        try:
            bookmark.path.unlink(missing_ok=True)
        except OSError as error:
            raise SayallError(f"{bookmark.path}: the bookmark cannot be deleted: {error.strerror}") from error
        with suppress(OSError):
            bookmark.path.parent.rmdir()

    def of(self, location: str) -> list[Bookmark]:
        """The bookmarks of the story at ``location``, in the order of their places."""
        return _ordered(self._folder / name_of(location))

    def stories(self) -> list[list[Bookmark]]:
        """The bookmarks of every story that has any, the story whose bookmark was set last first."""
        folders = (_ordered(folder) for folder in self._folder.glob("*"))
        return sorted(filter(None, folders), key=lambda found: max(mark.set_at for mark in found), reverse=True)

    def _write(self, bookmark: Bookmark) -> None:
        fields = {"place": asdict(bookmark.place), **{name: getattr(bookmark, name) for name in _TEXTS}}
        try:
            write_whole(bookmark.path, json.dumps(fields, ensure_ascii=False))
        except OSError as error:
            raise SayallError(
                f"{bookmark.path.parent}: a bookmark cannot be kept there: {error.strerror}; make the folder writable"
            ) from error


def _ordered(folder: Path) -> list[Bookmark]:
    found = filter(None, map(_read, folder.glob("*.json")))
    return sorted(found, key=lambda mark: (mark.place.block, mark.place.offset, mark.set_at))


def _read(path: Path) -> Bookmark | None:
    """A bookmark from its file; None where it is not one of ours."""
    try:
        fields: dict[str, Any] = json.loads(path.read_text("utf-8"))
        place = Place.from_fields(fields.pop("place"))
        bookmark = Bookmark(place, path=path, **fields) if place else None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    whole = bookmark and all(isinstance(getattr(bookmark, name), str) for name in _TEXTS)
    return bookmark if whole else None
