"""What every command works on: the story, what plays it, what is said and shown, where the listener has been."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Literal

from ...script.moved import Move
from ...story import Position, Story
from ..playing import Playing
from .trail import Trail
from .typed import Line

Sections = Literal["", "shown", "said"]


@dataclass(slots=True)
class Ground:
    """``show`` prints a line, ``echo`` what the listener types as it is typed.

    ``sections``: whether the number of a section is shown, or said first, where a jump leads to its heading. What it
    tells is only shown where that is not ``aloud``.
    """

    story: Story
    player: Playing
    show: Callable[[str], None]
    echo: Callable[[str], None]
    sections: Sections = ""
    aloud: bool = True
    trail: Trail = field(default_factory=Trail)
    typing: Line | None = None
    is_head: bool = False
    """Whether the story is the head of a very long page, the rest of which is still being read."""
    moved: bool = False
    """Whether the listener has gone elsewhere; whoever asks sets it back."""
    _landed: Position | None = None

    @property
    def here(self) -> Position:
        """Where the listener is: at what is heard, or while paused at the place that was jumped to last.

        Whoever looks around in a pause hears a sentence to its end and yet stands at its start, as in a screen reader.
        """
        return self._landed if self._landed and self.player.paused else self.player.position

    def go_over(self, story: Story, move: Move, begin: Callable[[], None]) -> None:
        """Takes ``story``, the whole, in place of its head, as `Playing.go_over`."""
        self.player.go_over(move, begin)
        self.story = story
        self.trail.move(move)
        self._landed = move(self._landed) if self._landed else None

    def toggle_pause(self) -> None:
        """Pauses, or lets the speech go on."""
        if self.player.paused:
            self.resume()
        else:
            self._landed = None
            self.player.pause()

    def resume(self) -> None:
        """Lets the speech go on."""
        self._landed = None
        self.player.resume()

    def seek(self, place: Position, *lines: str, alone: bool = False, language: str = "en") -> None:
        """Reads on from ``place`` after saying ``lines``, as `Playing.seek`."""
        self._landed = place if self.player.paused else None
        self.moved = True
        self.player.seek(place, *lines, alone=alone, language=language)

    def go(self, place: Position, *lines: str, alone: bool = False, small: bool = False, language: str = "en") -> None:
        """Jumps to ``place`` after saying ``lines``, as `Playing.seek`; a run of ``small`` jumps counts as one."""
        self.trail.leave(self.here, small=small)
        self.seek(place, *lines, alone=alone, language=language)

    def go_or_tell(self, place: Position | None, miss: str) -> None:
        """Jumps to ``place``, or says what is missing."""
        if place is None:
            self.tell(miss)
        else:
            self.go(place)

    def tell(self, *lines: str) -> None:
        """Says and prints ``lines``."""
        for line in lines:
            self.show(line)
        if self.aloud:
            self.player.say(*(line.strip() for line in lines))

    def ask(self, question: str, done: Callable[[str], None], *before: str) -> None:
        """Says ``before`` and the question, and lets the listener type a line, silent meanwhile, for ``done``."""
        self.typing = Line(done, self.player.paused)
        self._landed = self.here
        self.player.pause()
        self.tell(*before, question)

    def type(self, key: str) -> None:
        """Takes a key as a part of the line that is being typed: Enter ends it, Escape drops it."""
        line = self.typing
        if line is None:
            return
        if key not in ("enter", "escape"):
            self.echo(line.press(key))
            return
        self.typing = None
        self.echo("\n")
        typed = line.text.strip()
        if key == "enter" and typed:
            line.done(typed)
        else:
            self.tell("cancelled")
        if not line.was_paused and self.typing is None:
            self.resume()
