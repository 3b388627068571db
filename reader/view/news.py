"""What is heard, told to every page that is open, however late it was opened."""

import json
import threading
from collections.abc import Iterator
from typing import Final

BEAT_S: Final = 1.0
"""How often a page hears something, so that one that was closed is noticed."""


class News:
    """The last thing told of each kind, and when it changed."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._last: dict[str, tuple[int, str]] = {}
        self._count = 0
        self._over = False

    def tell(self, kind: str, value: object) -> None:
        """Tells every page ``value``, in place of what was told of this kind before."""
        with self._changed:
            self._count += 1
            self._last[kind] = (self._count, json.dumps(value))
            self._changed.notify_all()

    def end(self) -> None:
        """Nothing more will be told."""
        with self._changed:
            self._over = True
            self._changed.notify_all()

    def events(self) -> Iterator[str]:
        """Server-sent events, as the HTML standard has them, without end; a comment where nothing happens."""
        seen = 0
        while not self._over:
            with self._changed:
                self._changed.wait_for(lambda: self._count > seen or self._over, timeout=BEAT_S)  # noqa: B023
                fresh = sorted((number, kind, value) for kind, (number, value) in self._last.items() if number > seen)
                seen = self._count
            yield "".join(f"event: {kind}\ndata: {value}\n\n" for _, kind, value in fresh) or ": nothing new\n\n"
