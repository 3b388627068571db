"""How it sounds: faster and slower, louder and softer, another voice; all from the next word on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ...errors import SayallError
from ..playing import LOUDEST, StyleFor, Tuned
from .ground import Ground

SLOWEST_WPM: Final = 80
VOLUME_STEP: Final = 10
_THEIRS: Final = "is that of the program that speaks; change it there"


@dataclass(frozen=True, slots=True)
class Voices:
    """The voices to choose from: ``current`` speaks, ``every()`` names them all, ``style_for`` gives one by its name.

    It raises `SayallError` where a voice is broken.
    """

    current: str
    every: Callable[[], tuple[str, ...]]
    style_for: Callable[[str], StyleFor]

    @property
    def names(self) -> tuple[str, ...]:
        """All names, the one that speaks first."""
        every = self.every()
        at = every.index(self.current) if self.current in every else 0
        return (self.current, *(name for name in (*every[at:], *every[:at]) if name != self.current))


class Tuning:
    """Changes how the player on ``ground`` sounds, and keeps it in ``tuned``."""

    def __init__(self, ground: Ground, voices: Voices | None, tuned: Tuned) -> None:
        self._ground, self._voices, self._tuned = ground, voices, tuned
        self._number = 0

    def rate(self, steps: int) -> None:
        """By a tenth for each step."""
        player = self._ground.player
        old = player.rate_wpm
        new = round(min(player.fastest_wpm, max(SLOWEST_WPM, old + steps * max(10, round(old / 10, -1)))))
        if new == old:
            self._ground.tell("as fast as it goes" if steps > 0 else "as slow as it goes")
        else:
            player.set_rate(new)
            self._tuned.rate_wpm = new
            self._ground.show(f"{new} words a minute")

    def volume(self, steps: int) -> None:
        """By ten percent of the voice's own for each step."""
        player = self._ground.player
        new = min(LOUDEST, max(VOLUME_STEP, player.volume + steps * VOLUME_STEP))
        if new == player.volume:
            self._ground.tell("as loud as it goes" if steps > 0 else "as soft as it goes")
        else:
            if not player.set_volume(new):
                self._ground.tell(f"the volume {_THEIRS}")
                return
            self._tuned.volume = new
            self._ground.show(f"volume {new} percent")

    def voice(self, steps: int) -> None:
        """The next voice, or the one before; one that cannot be loaded is passed over and named."""
        names = self._voices.names if self._voices else ()
        lines: list[str] = []
        for _ in names[1:]:
            self._number = (self._number + steps) % len(names)
            name = names[self._number]
            try:
                if not self._voices or not self._ground.player.set_styles(self._voices.style_for(name)):
                    self._ground.tell(f"the voice {_THEIRS}")
                    return
            except SayallError as error:
                lines.append(str(error))
                continue
            self._tuned.voice = name
            self._ground.tell(*lines, f"voice {name}, {self._ground.player.rate_wpm} words a minute")
            return
        self._ground.tell(*lines, "no other voice")
