"""The outline of a story: its sections, and how long each is when it is heard."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ..story import Position, Role, Story
from .utterance import Pause, Utterance


@dataclass(frozen=True, slots=True)
class Section:
    """A section begins at ``at`` with its heading; ``number`` counts from 1, ``seconds`` are of speech."""

    number: int
    title: str
    level: int
    at: Position
    seconds: float


def outline(story: Story, utterances: Iterable[Utterance], rate_wpm: int) -> Iterator[Section]:
    """The sections in the order in which they are said; what comes before the first heading counts to the headline."""
    section = Section(1, story.headline or "Untitled", 1, Position(0), 0.0)
    for utterance in utterances:
        at = utterance.start
        block = story.blocks[at.block]
        begins = block.role is Role.HEADING and at.offset == 0 and utterance.style == Role.HEADING
        if begins:
            yield section
            section = Section(section.number + 1, block.text, block.level or 2, at, 0.0)
        section = replace(section, seconds=section.seconds + _seconds(utterance, rate_wpm))
    yield section


def _seconds(utterance: Utterance, rate_wpm: int) -> float:
    """A word every 60 / rate seconds; scripts that put no space between words are counted by two characters a word."""
    text = utterance.text
    words = sum(max(1, len(word) // 2 if not word.isascii() and len(word) > 20 else 1) for word in text.split())
    pauses_ms = sum(part.ms for part in utterance.parts if isinstance(part, Pause))
    return words * 60 / rate_wpm + pauses_ms / 1000


def duration(seconds: float) -> str:
    """``seconds`` in words: "45 seconds", "3 minutes 20 seconds", "1 hour 2 minutes"."""
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "hour"), (minutes, "minute"), (rest if not hours else 0, "second")]
    said = [f"{n} {unit}{'' if n == 1 else 's'}" for n, unit in parts if n]
    return " ".join(said) or "0 seconds"
