"""An utterance: one sentence as it will be said, which never forgets where in the story it came from."""

from ..frozen import frozen
from ..story import Position

ANNOUNCEMENT = "announcement"
"""The style of what sayall itself says: "3 captions skipped"."""


@frozen
class Mark:
    """A place: the text that follows it stands at ``at`` in the story."""

    at: Position


@frozen
class Pause:
    """Silence, in milliseconds at the voice's normal rate."""

    ms: int


AFTER_NUMBER = Pause(150)
"""What sets the number of an item off from its text."""


@frozen
class Language:
    """What follows is in the language ``tag`` (BCP 47), up to the next of these."""

    tag: str


Part = str | Mark | Pause | Language


@frozen
class Utterance:
    """One sentence, or one announcement: text, marks, pauses and changes of language in one flat sequence.

    Text right after a mark runs along with the story, character for character, until the next mark. Where words
    were rewritten for the ear, a mark stands before them and another behind them, so that no place can move.
    ``language`` is that of all before the first change of it. ``style`` is a role's value or `ANNOUNCEMENT`; a voice
    maps it to a way of speaking. ``of_head`` tells that its places are those in the head of a very long page, whose
    whole story was not there yet.
    """

    parts: tuple[Part, ...]
    language: str = ""
    style: str = "paragraph"
    of_head: bool = False

    @property
    def text(self) -> str:
        """What is said, without marks and pauses."""
        return "".join(part for part in self.parts if isinstance(part, str))

    @property
    def start(self) -> Position:
        """The place of its first mark; every utterance has one."""
        return next(part.at for part in self.parts if isinstance(part, Mark))

    def position_at(self, char: int) -> Position:
        """The place in the story of the character ``char`` of `text`, never past the next mark in its block."""
        place, since, at = self.start, 0, 0
        for part in self.parts:
            match part:
                case Mark(mark):
                    if at > char:
                        ahead = place.offset + char - since
                        if mark.block == place.block:
                            ahead = min(ahead, max(mark.offset - 1, place.offset))
                        return Position(place.block, ahead)
                    place, since = mark, at
                case str():
                    at += len(part)
                case Pause() | Language():
                    pass
        return Position(place.block, place.offset + max(0, min(char, at) - since))
