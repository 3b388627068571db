"""Walking through a story with keys: each press is heard at once, and a miss is said."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, assert_never

from ..seek import Kind, Where, back, first, forward, last, out, outline, sentence, where
from ..story import Position, Role, Story
from ..treatment import ledger
from .keys import COMMANDS, Action, Command, Jump, key_help
from .playing import Playing
from .terminal import Keyboard

SLOWEST_WPM: Final = 80
FASTEST_WPM: Final = 800
CHARACTERS_PER_WORD: Final = 6
"""A standard word of typists, space included: for how long the rest will take."""

POLL_SECONDS: Final = 0.1


class Walk:
    """Turns keys into what the player does. ``show`` prints a line where listing something aloud is not enough."""

    def __init__(self, story: Story, player: Playing, *, show: Callable[[str], None] = lambda line: None) -> None:
        self._story, self._player, self._show = story, player, show
        self._came_from: list[Position] = []
        self.over = False
        """Whether the listener has ended it."""

    def run(self, keyboard: Keyboard) -> None:
        """Obeys keys until the story is over or the listener ends it; raises what made the player fail."""
        while not self.over and not self._player.ended:
            key = keyboard.read(POLL_SECONDS)
            if key is not None:
                self.press(key)
        if not self.over:
            self._player.wait()

    def press(self, key: str) -> None:
        """Does what ``key`` stands for; one that stands for nothing is said to."""
        command = COMMANDS.get(key)
        if command is None:
            self._tell("not a key; question mark lists them")
        else:
            self.do(command)

    def do(self, command: Command) -> None:
        """Does what ``command`` says."""
        match command:
            case Jump(kind, goes_back):
                self._jump(kind, goes_back)
            case Action():
                self._act(command)
            case _:
                assert_never(command)

    def _jump(self, kind: Kind, goes_back: bool) -> None:
        here = self._player.position
        place = back(self._story, here, kind) if goes_back else forward(self._story, here, kind)
        if place is None:
            self._tell(f"no {'previous' if goes_back else 'next'} {kind.value}")
        else:
            self._go(place)

    def _go(self, place: Position) -> None:
        self._came_from.append(self._player.position)
        self._player.seek(place)

    def _act(self, action: Action) -> None:
        player, story, here = self._player, self._story, self._player.position
        match action:
            case Action.PAUSE:
                if player.paused:
                    player.resume()
                else:
                    player.pause()
            case Action.REPEAT:
                player.seek(sentence(story, here))
            case Action.RETURN:
                if self._came_from:
                    player.seek(sentence(story, self._came_from.pop()))
                else:
                    self._tell("no jump to go back from")
            case Action.LEAVE:
                place = out(story, here)
                if place is None:
                    self._tell("nothing to leave")
                else:
                    self._go(place)
            case Action.FIRST:
                self._go(first(story))
            case Action.LAST:
                self._go(last(story))
            case Action.FASTER:
                self._change_rate(1)
            case Action.SLOWER:
                self._change_rate(-1)
            case Action.WHERE:
                self._tell(spoken_place(where(story, here), player.rate_wpm))
            case Action.OUTLINE:
                self._tell(*(_indented(section.level) + section.title for section in outline(story)))
            case Action.LEFT_OUT:
                line = ledger(story)
                self._tell(f"{line} Press n to hear the next of them." if line else "Nothing was left out.")
            case Action.HELP:
                self._tell(*key_help())
            case Action.QUIT:
                self.over = True
                player.stop()
            case _:
                assert_never(action)

    def _change_rate(self, steps: int) -> None:
        old = self._player.rate_wpm
        new = min(FASTEST_WPM, max(SLOWEST_WPM, old + steps * max(10, round(old / 10, -1))))
        if new == old:
            self._tell("as fast as it goes" if steps > 0 else "as slow as it goes")
        else:
            self._player.set_rate(int(new))
            self._show(f"{int(new)} words a minute")

    def _tell(self, *lines: str) -> None:
        if not lines:
            lines = ("There are no headings.",)
        for line in lines:
            self._show(line)
        self._player.say(*(line.strip() for line in lines))


def spoken_place(place: Where, rate_wpm: int) -> str:
    """Where someone is, in a sentence or two to be said."""
    under = f"Under {', '.join(reversed(place.path))}. " if place.path else ""
    if place.items:
        part = f"{place.role.spoken().capitalize()} {place.item} of {place.items}. "
    elif place.role in (Role.PARAGRAPH, Role.HEADING, Role.HEADLINE):
        part = ""
    else:
        part = f"In a {place.role.spoken()}. "
    minutes = round(place.characters_left / CHARACTERS_PER_WORD / rate_wpm)
    left = f"about {minutes} minute{'s' if minutes > 1 else ''} left" if minutes else "less than a minute left"
    return f"{under}{part}Paragraph {place.number} of {place.count}, {place.percent} percent, {left}."


def _indented(level: int) -> str:
    return "  " * (level - 1)
