"""Searching a text in the story."""

from __future__ import annotations

from ...seek import last, match_number, next_match, previous_match
from ...story import Position, Treatment
from .ground import Ground


class Finding:
    """Finds on ``ground`` what the listener types.

    Behind the last match it says so, and when it is asked once more it goes round.
    """

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._text = ""
        self._at_end: bool | None = None

    def ask(self) -> None:
        """Asks for a text, and goes to its next place."""
        self._ground.ask("Type what to find and press Enter.", self._find)

    def go(self, *, backwards: bool, again: bool = False) -> None:
        """To the next place of the text, or to the one before; ``again`` where the same was asked for just now."""
        if not self._text:
            self.ask()
            return
        ground = self._ground
        goes_round = again and self._at_end is backwards
        self._at_end = None
        start, edge = ground.here, "end" if backwards else "beginning"
        if goes_round:
            end = last(ground.story)
            start = Position(end.block, len(ground.story.blocks[end.block].text)) if backwards else Position(0, -1)
        place = (previous_match if backwards else next_match)(ground.story, self._text, start)
        if place is not None:
            self._go(place, f"from the {edge}, " if goes_round else "")
            return
        _, count = match_number(ground.story, self._text, start)
        if not count:
            ground.tell(f"{self._text}: not found")
            return
        self._at_end = backwards
        ground.tell(f"no more matches; again, and it goes on at the {edge}")

    def _find(self, text: str) -> None:
        self._text, self._at_end = text, None
        if next_match(self._ground.story, text, self._ground.here) is None:
            # It may stand before the place at which the search begins.
            self._at_end = False
        self.go(backwards=False, again=True)

    def _go(self, place: Position, how: str) -> None:
        story = self._ground.story
        number, count = match_number(story, self._text, place)
        block = story.blocks[place.block]
        is_heard = block.treatment in (Treatment.SPEAK, Treatment.AFTER)
        inside = "" if is_heard else f", in a {block.role.spoken()} that was left out"
        self._ground.go(place, f"{how}{number} of {count}{inside}")
