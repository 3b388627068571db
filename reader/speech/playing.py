"""What plays a story: the commands a listener has, whoever makes the sound."""

from typing import Protocol, Self

from ..story import START, Position


class Playing(Protocol):
    """`reader.speech.player.Player` for engines that give sound, `ServicePlayer` for services that speak themselves."""

    def play(self, start: Position = START) -> None:
        """Begins at ``start``."""
        ...

    def pause(self) -> None:
        """Silence, until `resume`."""
        ...

    def resume(self) -> None:
        """Speech goes on where it rested."""
        ...

    def seek(self, position: Position) -> None:
        """Reads on from ``position`` at once; while paused, only the sentence there."""
        ...

    def say(self, *lines: str, language: str = "en") -> None:
        """Says ``lines`` in between, at once."""
        ...

    def set_rate(self, rate_wpm: int) -> None:
        """Speaks at ``rate_wpm`` words a minute from now on."""
        ...

    def stop(self) -> None:
        """Ends at once; safe to call twice."""
        ...

    def wait(self, timeout_s: float | None = None) -> None:
        """Until the end, or ``timeout_s``; raises what went wrong."""
        ...

    @property
    def position(self) -> Position:
        """The place that is being heard."""
        ...

    @property
    def paused(self) -> bool: ...

    @property
    def ended(self) -> bool:
        """Whether nothing more will be heard."""
        ...

    @property
    def rate_wpm(self) -> int: ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...
