"""A service that speaks by itself: what it must do, and what it tells of what is heard.

It is a program that the listener has set up already, with a voice, a rate and a manner of its own, such as Speech
Dispatcher. `reader.speech.service_player` plays a story through it.
"""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Begun:
    """The first sound of a message was heard."""

    message: int


@dataclass(frozen=True, slots=True)
class Passed:
    """The character ``char`` of a message's text is being heard."""

    message: int
    char: int


@dataclass(frozen=True, slots=True)
class Done:
    """A message is over: heard to its end, or ``canceled``, by us or by another program."""

    message: int
    canceled: bool = False


Told = Begun | Passed | Done


class Service(Protocol):
    """Speaks by itself. `say` and `cancel` come from one thread at a time, `next` from another.

    Every method raises `reader.errors.EngineError` where the service is gone.
    """

    name: str
    fastest_wpm: int
    """The fastest rate that it can be asked for."""
    sets_volume: bool
    """Whether it heeds the volume that it is given."""

    def say(self, text: str, language: str, rate_wpm: int | None, volume: int) -> int:
        """Queues ``text`` and gives the message's number.

        Without a rate it is the listener's own; ``volume`` is percent of the listener's own.
        """
        ...

    def cancel(self) -> None:
        """Silences this program's messages, and only those."""
        ...

    def next(self, timeout_s: float) -> Told | None:
        """What the service tells next; None where it tells nothing for so long."""
        ...

    @property
    def rate_wpm(self) -> int:
        """The listener's own rate."""
        ...

    def close(self) -> None:
        """Silences it and lets go of it; safe to call twice."""
        ...
