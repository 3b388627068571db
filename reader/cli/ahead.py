"""What is read one after another, with a look at whether there is more."""

from collections.abc import Iterator

from ..reading import Reading


class Ahead:
    """The readings of ``given``; the next is made ready when it is asked for, or asked about."""

    def __init__(self, given: Iterator[Reading]) -> None:
        self._given = given
        self._next: list[Reading] = []

    def __iter__(self) -> Iterator[Reading]:
        return self

    def __next__(self) -> Reading:
        return self._next.pop() if self._next else next(self._given)

    def more(self, otherwise: bool = False) -> bool:
        """Whether there is another one, or something comes ``otherwise``."""
        if not otherwise and not self._next:
            self._next = [reading for reading in (next(self._given, None),) if reading]
        return otherwise or bool(self._next)
