"""Two readings never talk over each other: the one that was begun last has its turn, and the other pauses."""

from __future__ import annotations

import json
import os
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Self

from ..folders import data_folder, write_whole
from ..speech.playing import Playing
from .notices import notice

POLL_SECONDS: Final = 0.1
FREE_SECONDS: Final = 2.0
"""Where several stories are read one after another, nobody has the turn for a moment."""


@dataclass(frozen=True, slots=True)
class _Holder:
    """Who has the turn, and what is read."""

    token: str
    story: str


class Turn:
    """Takes the turn for ``player`` as long as the ``with`` lasts, and pauses it when another sayall takes it.

    The listener who goes on here takes it back. Where no key can be pressed (``has_keys``), reading goes on by itself
    when the other one has ended. The turn is a file, ``path``; where it cannot be written, everyone reads on.
    """

    def __init__(self, player: Playing, story: str, *, has_keys: bool, path: Path | None = None) -> None:
        self._player, self._has_keys = player, has_keys
        self._path = path or data_folder("turn.json")
        self._mine = _Holder(f"{os.getpid()}-{time.monotonic_ns()}", story)
        self._gave_way = False
        self._free_since: float | None = None
        self._ended = threading.Event()
        self._watching = threading.Thread(target=self._watch, name="sayall turn", daemon=True)

    def __enter__(self) -> Self:
        before = self._holder()
        if before and _is_alive(before):
            notice(f"sayall: another sayall is reading {before.story}; it pauses")
        self._take()
        self._watching.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._watching.join()
        if self._holder() == self._mine:
            with suppress(OSError):
                self._path.unlink(missing_ok=True)

    def _watch(self) -> None:
        while not self._ended.wait(POLL_SECONDS):
            self._look()

    def _look(self) -> None:
        holder = self._holder()
        if holder == self._mine:
            return
        if holder is None:
            self._free_since = self._free_since or time.monotonic()
            if self._gave_way and not self._has_keys and time.monotonic() - self._free_since > FREE_SECONDS:
                self._player.resume()
            if not self._player.paused:
                self._take()
            return
        self._free_since = None
        if self._gave_way and not self._player.paused:
            self._take()
        elif not self._gave_way:
            self._gave_way = True
            if not self._player.paused:
                self._player.pause()
                goes_on = "space goes on" if self._has_keys else "it goes on when the other one ends"
                notice(f"sayall: another sayall is reading {holder.story} now, so this one pauses; {goes_on}")

    def _take(self) -> None:
        self._gave_way = False
        with suppress(OSError):
            write_whole(self._path, json.dumps({"token": self._mine.token, "story": self._mine.story}))

    def _holder(self) -> _Holder | None:
        with suppress(OSError, ValueError, TypeError):
            return _Holder(**json.loads(self._path.read_text("utf-8")))
        return None


def _is_alive(holder: _Holder) -> bool:
    """Whether its process still runs; where asking would end it, no."""
    if os.name != "posix":
        return False
    try:
        os.kill(int(holder.token.partition("-")[0]), 0)
    except (ValueError, OverflowError, OSError):
        return False
    return True
