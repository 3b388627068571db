"""While only the head of a very long page is there: what waits for the whole, and how the whole takes its place."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, Protocol

from ... import seek
from ...script.moved import Move
from ...story import Story
from ..keys import Action, Command, Jump, Skip
from .ground import Ground

WAITING: Final = "One moment: the rest of the page is still being read."


class Growth(Protocol):
    """What is read of a page so far, and what is still to come; see `reader.growing.Growing`."""

    @property
    def is_head(self) -> bool:
        """Whether more is to come."""
        ...

    @property
    def comes(self) -> bool:
        """Whether the whole is there to be taken, or cannot be had."""
        ...

    def whole(self) -> tuple[Story, Move] | None:
        """The whole story and how places in the head become those in it; None where it cannot be had."""
        ...

    def go_over(self) -> None:
        """From now on the script gives the whole."""
        ...

    @property
    def trouble(self) -> str:
        """Why the whole cannot be had, in a line; "" while it can."""
        ...


_OF_WHOLE: Final = frozenset({
    Action.LAST, Action.OUTLINE, Action.LEFT_OUT, Action.CHOOSE_ROLE, Action.NEXT_OF_ROLE, Action.PREVIOUS_OF_ROLE,
    Action.NEXT_MATCH, Action.PREVIOUS_MATCH, Action.BOOKMARK, Action.NEXT_BOOKMARK, Action.PREVIOUS_BOOKMARK,
    Action.BOOKMARKS, Action.FORGET_BOOKMARK,
})  # fmt: skip
"""What can be done in the whole story only."""

_ELSEWHERE: Final = frozenset({
    Action.FIRST, Action.GO_TO, Action.FIND, Action.RETURN, Action.RETURN_AGAIN, Action.INTO, Action.LEAVE,
    Action.FOLLOW,
})  # fmt: skip
"""What leads to another place: who goes there no longer waits."""


class Waiting:
    """Holds back on ``ground`` what needs the whole story, and does it when that is there; of several, the last."""

    def __init__(self, ground: Ground, growth: Growth | None) -> None:
        self._ground, self._growth = ground, growth if growth and growth.is_head else None
        ground.is_head = self._growth is not None
        self._later: Callable[[], None] | None = None

    def holds_back(self, command: Command, do: Callable[[], None]) -> bool:
        """Whether the command waits; what waited before it is dropped where this one leads anywhere."""
        if not isinstance(command, Action) or command in _ELSEWHERE:
            self._later = None
        return self._needs_whole(command) and self._wait(do)

    def holds_back_line(self, key: str, do: Callable[[], None]) -> bool:
        """Whether the end of a line that was typed waits, since it may lead anywhere."""
        self._later = None
        return self._growth is not None and key == "enter" and self._wait(do)

    def look(self) -> None:
        """Takes the whole where it is there, and does what has waited for it."""
        growth = self._growth
        if growth is None or not growth.comes:
            return
        self._growth, self._ground.is_head = None, False
        later, self._later = self._later, None
        if not (whole := growth.whole()):
            self._ground.tell(growth.trouble)
            return
        self._ground.go_over(*whole, growth.go_over)
        if later:
            later()

    def _wait(self, do: Callable[[], None]) -> bool:
        self._later = do
        self._ground.tell(WAITING)
        return True

    def _needs_whole(self, command: Command) -> bool:
        if self._growth is None:
            return False
        ground = self._ground
        story, here = ground.story, ground.here
        match command:
            case Jump(kind, False):
                return seek.forward(story, here, kind) is None
            case Skip(seconds) if seconds > 0:
                return seek.further(story, here, seconds, ground.player.characters_a_second) is None
            case Action.LEAVE:
                return seek.into(story, here) is not None and seek.out(story, here) is None
            case Action():
                return command in _OF_WHOLE
            case _:
                return False
