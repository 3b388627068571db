"""Where the listener has been: back to before a jump, jump after jump, and forward again."""

from ...script.moved import Move
from ...story import Position


class Trail:
    """The places that were left by jumping, as a browser keeps its pages.

    A run of small steps, such as from word to word, counts as one jump.
    """

    def __init__(self) -> None:
        self._behind: list[Position] = []
        self._ahead: list[Position] = []
        self._stepping = False

    def leave(self, here: Position, *, small: bool = False) -> None:
        """Notes that the listener jumps away from ``here``."""
        if not (small and self._stepping):
            self._behind.append(here)
        self._stepping = small
        self._ahead.clear()

    def back(self, here: Position) -> Position | None:
        """Where the last jump was made, None where there is none to go back from."""
        return self._move(here, self._behind, self._ahead)

    def forward(self, here: Position) -> Position | None:
        """Where the listener last went back from, None where there is none."""
        return self._move(here, self._ahead, self._behind)

    def move(self, move: Move) -> None:
        """Takes for each place the one that ``move`` gives."""
        self._behind = [move(place) for place in self._behind]
        self._ahead = [move(place) for place in self._ahead]

    def _move(self, here: Position, source: list[Position], target: list[Position]) -> Position | None:
        if not source:
            return None
        target.append(here)
        self._stepping = False
        return source.pop()
