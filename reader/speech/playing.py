"""What plays a story: the commands a listener has, whoever makes the sound."""

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, Protocol, Self

from ..script.moved import Move
from ..script.utterance import ANNOUNCEMENT, Mark, Utterance
from ..story import START, Position
from .engine import Style
from .pace import Pace
from .synthesis import Planned

StyleFor = Callable[[str, str], Style]
"""How an utterance of a style, in a language, sounds."""

FASTEST_WPM: Final = 800

LOUDEST: Final = 200
"""Percent of the voice's own loudness."""


@dataclass(slots=True)
class Tuned:
    """What the listener has changed with keys, None where nothing: kept from story to story."""

    rate_wpm: int | None = None
    volume: int | None = None
    voice: str | None = None


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

    def seek(self, position: Position, *lines: str, alone: bool = False, language: str = "en") -> None:
        """Says ``lines`` and reads on from ``position``, at once; while paused, no more than the sentence there.

        With ``alone`` it is no more than the lines.
        """
        ...

    def say(self, *lines: str, language: str = "en") -> None:
        """Says ``lines`` in between, at once."""
        ...

    def set_rate(self, rate_wpm: int) -> None:
        """Speaks at ``rate_wpm`` words a minute from now on."""
        ...

    def set_styles(self, style_for: StyleFor) -> bool:
        """Speaks with other styles from now on; False where the voice is not ours to choose."""
        ...

    def set_volume(self, percent: int) -> bool:
        """Speaks at ``percent`` of the voice's own loudness, 0 to `LOUDEST`; False where that is not ours to choose."""
        ...

    def go_over(self, move: Move, begin: Callable[[], None]) -> None:
        """Takes the whole story in place of its head, without a sound: ``move`` gives for each place the one in it.

        ``begin`` is called when no place of the head is in use any more; from then on the script gives the whole.
        """
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

    @property
    def fastest_wpm(self) -> int:
        """The fastest rate that can be set."""
        ...

    @property
    def volume(self) -> int: ...

    @property
    def characters_a_second(self) -> float:
        """How fast the story is heard."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(self, *_: object) -> None: ...


class Playback:
    """How far a player has come: what everyone may ask of it while it plays."""

    def __init__(self) -> None:
        self._position = START
        self._paused = False
        self._volume = 100
        self._pace = Pace()
        self._ended = threading.Event()
        self._error: Exception | None = None
        self._move: Move | None = None
        """How places in the head of the story become those in the whole, once that is there."""

    def stop(self) -> None:
        """Ends at once; safe to call twice."""
        raise NotImplementedError

    def wait(self, timeout_s: float | None = None) -> None:
        """Until the last sound was heard, it was stopped, or ``timeout_s`` has passed; raises what went wrong."""
        self._ended.wait(timeout_s)
        if self._error:
            raise self._error

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def position(self) -> Position:
        """The place of the word that was heard last; the place that was jumped to where nothing was yet.

        What sayall itself says has no place of its own.
        """
        return self._position

    @property
    def paused(self) -> bool:
        """Whether the listener has paused."""
        return self._paused

    @property
    def ended(self) -> bool:
        """Whether the last sound was heard, or nothing more will be."""
        return self._ended.is_set()

    @property
    def volume(self) -> int:
        """Percent of the voice's own loudness."""
        return self._volume

    @property
    def rate_wpm(self) -> int:
        """Words a minute of a plain paragraph."""
        raise NotImplementedError

    @property
    def fastest_wpm(self) -> int:
        """The fastest rate that can be set."""
        return FASTEST_WPM

    @property
    def characters_a_second(self) -> float:
        """How many characters of the story are heard a second, going by what was heard of it so far."""
        return self._pace.characters_a_second(self.rate_wpm)

    def _asides(self, lines: tuple[str, ...], language: str, *, alone: bool = True) -> list[Planned]:
        """``lines`` as what sayall itself says here; ``alone``, speech rests behind the last while it is paused."""
        said = [Planned(self._announcement(line, language), aside=True) for line in lines]
        return [*said[:-1], *(replace(last, holds=alone) for last in said[-1:])]

    def _announcement(self, line: str, language: str = "en") -> Utterance:
        return Utterance((Mark(self._position), line), language, ANNOUNCEMENT)
