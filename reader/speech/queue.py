"""The queue: what is to be read next, one after the other, tomorrow too."""

from __future__ import annotations

import json
import os
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..errors import SayallError
from ..folders import data_folder


@dataclass(frozen=True, slots=True)
class Waiting:
    """A location that waits; ``number`` gives it its turn. Of several stories ``story`` is to come next."""

    number: int
    location: str
    story: int = 1


class Queue:
    """What waits, in ``folder``: the platform's folder for data where none is given.

    Each location is a file of its own, so that nothing is lost whenever it ends, and several programs may add at once.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder or data_folder("queue")

    def all(self) -> list[Waiting]:
        """Everything that waits, in order."""
        return sorted(self._read(), key=lambda waiting: waiting.number)

    def add(self, location: str, story: int = 1) -> Waiting:
        """Puts it at the end; raises `SayallError` where that cannot be kept."""
        last = max((waiting.number for waiting in self._read()), default=0)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            while True:
                last += 1
                with suppress(FileExistsError):  # another program was quicker
                    return self._written(Waiting(last, location, story), new=True)
        except OSError as error:
            raise SayallError(f"{self._folder}: the queue cannot be kept there: {error.strerror}") from error

    def advance(self, waiting: Waiting, story: int) -> None:
        """Notes the story of a listing to go on with; raises `SayallError` where that cannot be kept."""
        try:
            self._written(Waiting(waiting.number, waiting.location, story), new=False)
        except OSError as error:
            raise SayallError(f"{self._folder}: the queue cannot be kept there: {error.strerror}") from error

    def remove(self, waiting: Waiting) -> None:
        """Takes it out."""
        with suppress(OSError):
            self._path(waiting.number).unlink(missing_ok=True)

    def _read(self) -> Iterator[Waiting]:
        for path in self._folder.glob("*.json"):
            with suppress(OSError, ValueError, TypeError, KeyError):
                fields: dict[str, Any] = json.loads(path.read_text("utf-8"))
                yield Waiting(int(path.stem), str(fields["location"]), int(fields["story"]))

    def _written(self, waiting: Waiting, *, new: bool) -> Waiting:
        """Writes beside, and gives it its name when it is on the disk; `FileExistsError` where that name is taken."""
        path = self._path(waiting.number)
        part = path.with_suffix(f".{os.getpid()}.{threading.get_ident()}.part")
        try:
            with part.open("w", encoding="utf-8") as file:
                json.dump(asdict(waiting), file, ensure_ascii=False)
                file.flush()
                os.fsync(file.fileno())
            if new:
                os.link(part, path)
            else:
                os.replace(part, path)
        finally:
            part.unlink(missing_ok=True)
        return waiting

    def _path(self, number: int) -> Path:
        return self._folder / f"{number:06}.json"
