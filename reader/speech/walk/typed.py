"""What a listener types while a story is read: a line, a place to go to, the name of a part."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ...seek import at_percent, at_second, heard
from ...story import Position, Role, Story
from ...treatment import left_out

GO_TO_HELP: Final = "Type 40 percent, 12:30 for minutes and seconds, or p7 for paragraph 7, and press Enter."


@dataclass(slots=True)
class Line:
    """A line that is being typed; ``done`` is called with it when Enter is pressed, unless it is empty."""

    done: Callable[[str], None]
    was_paused: bool
    text: str = ""

    def press(self, key: str) -> str:
        """Takes a key and gives what a terminal shows for it; keys that type nothing do nothing."""
        if key == "backspace":
            shown = "\b \b" if self.text else ""
            self.text = self.text[:-1]
            return shown
        char = " " if key == "space" else key
        if len(char) != 1 or not char.isprintable():
            return ""
        self.text += char
        return char


_PERCENT = re.compile(r"(\d{1,3}(?:[.,]\d+)?) ?(?:%|percent|per cent)?")
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{2})")
_MINUTES = re.compile(r"(?:minute )?(\d{1,3}(?:[.,]\d+)?)(?: ?(?:m|min|minutes?))?(?: (\d{1,2}) ?(?:s|sec|seconds?))?")
_SECONDS = re.compile(r"(\d{1,5}) ?(?:s|sec|seconds?)")
_PARAGRAPH = re.compile(r"(?:p|par|paragraph|#) ?(\d{1,7})")


def place_of(typed: str, story: Story, characters_a_second: float) -> Position | None:
    """The place that ``typed`` names: "40%", "40", "12:30", "12 min", "90 s", "p7"; None where there is no such place.

    A number alone is percent. Minutes count from the beginning. Raises `ValueError` where it names
    no place at all.
    """
    text = " ".join(typed.lower().split())
    if found := _PERCENT.fullmatch(text):
        return at_percent(story, _number(found[1]))
    if found := _CLOCK.fullmatch(text):
        return at_second(story, 3600 * int(found[1] or 0) + 60 * int(found[2]) + int(found[3]), characters_a_second)
    if found := _MINUTES.fullmatch(text):
        return at_second(story, 60 * _number(found[1]) + int(found[2] or 0), characters_a_second)
    if found := _SECONDS.fullmatch(text):
        return at_second(story, int(found[1]), characters_a_second)
    if found := _PARAGRAPH.fullmatch(text):
        order = list(heard(story))
        number = int(found[1])
        return Position(order[number - 1]) if 1 <= number <= len(order) else None
    raise ValueError(typed)


def roles_in(story: Story) -> list[tuple[Role, int]]:
    """The roles of what is read or was left out, page furniture aside, each with how often it occurs."""
    counts = Counter(story.blocks[number].role for number in {*heard(story), *left_out(story)})
    return [(role, counts[role]) for role in Role if counts[role]]


def role_of(typed: str, story: Story) -> Role:
    """The role that ``typed`` names, by its number in `roles_in`, its name or how that begins; else `ValueError`."""
    text = " ".join(typed.lower().replace("_", " ").split())
    present = [role for role, _ in roles_in(story)]
    if text.isdecimal() and 1 <= int(text) <= len(present):
        return present[int(text) - 1]
    every: list[Role] = [*present, *Role]
    for role in every:
        names = (role.spoken(), role.spoken(2), role.value.replace("_", " "))
        if text and any(name.startswith(text) for name in names):
            return role
    raise ValueError(typed)


def _number(written: str) -> float:
    return float(written.replace(",", "."))
