"""What is said on demand: where am I, the outline, what was left out, a word spelt, where a link leads, the keys."""

from __future__ import annotations

from ...seek import link_at, outline, where, word_at
from ...story import Position
from ...treatment import ledger
from ..keys import GROUPS, key_help
from .ground import Ground
from .spoken import spelled, spoken_address, spoken_place


class Telling:
    """Tells of the story on ``ground``."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._spelt: Position | None = None
        self._group = 0

    def where(self) -> None:
        """Where the listener is."""
        ground = self._ground
        place, pace = where(ground.story, ground.here), ground.player.characters_a_second
        ground.tell(spoken_place(place, pace, is_head=ground.is_head))

    def outline(self) -> None:
        """The headings."""
        found = [f"{'  ' * (section.level - 1)}{section.title}" for section in outline(self._ground.story)]
        self._ground.tell(*found or ["There are no headings."])

    def left_out(self) -> None:
        """The ledger."""
        line = ledger(self._ground.story)
        self._ground.tell(f"{line} Press x to hear the next of them." if line else "Nothing was left out.")

    def spell(self) -> None:
        """The word that is being heard, letter by letter; when it was spelt just now, with a word for each."""
        here = self._ground.here
        word = word_at(self._ground.story, here)
        if not word:
            self._ground.tell("no word here")
            return
        again, self._spelt = self._spelt == here, None if self._spelt == here else here
        self._ground.tell(spelled(word, by_radio=again))

    def address(self, *, again: bool) -> None:
        """Where the link leads in which the listener is; its whole address is printed, and ``again`` read out."""
        ground = self._ground
        link = link_at(ground.story, ground.here)
        if link is None:
            ground.tell("no link here")
            return
        if again:
            from ...script.wording.read_out import read_out

            ground.player.say(read_out(link.target))
            return
        ground.show(link.target)
        ground.player.say(spoken_address(link.target, ground.story.location))

    def keys(self, *, goes_on: bool) -> None:
        """The first group of keys; when it was said just now, the next."""
        names = list(GROUPS)
        self._group = (self._group + 1) % len(names) if goes_on else 0
        following = names[(self._group + 1) % len(names)].lower()
        name = names[self._group]
        self._ground.tell(f"{name}:", *key_help(name), f"Question mark again: {following}.")
