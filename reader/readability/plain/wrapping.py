"""Tells whether the lines of a text were broken to fit a width, and joins such lines again."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice, pairwise


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How the lines of a text were wrapped: at ``width`` characters, 0 where every paragraph is one line."""

    width: int

    def goes_on(self, line: str, following: str) -> bool:
        """Whether ``line`` ended only because the first word of ``following`` did not fit any more."""
        if self == ANYWHERE:
            return True
        first = following.split(None, 1)[0]
        if len(line.rstrip()) + 1 + len(first) > self.width - 12:
            return True
        return first[0].islower() and line.rstrip()[-1:] not in ".:;!?"

    def is_verse(self, lines: Sequence[str]) -> bool:
        """Whether ``lines``, which stand together, end where their author wanted them to."""
        if len(lines) < 3 or not self.width or self == ANYWHERE:
            return False
        early = sum(len(a.rstrip()) + 1 + len(b.split(None, 1)[0]) <= self.width - 12 for a, b in pairwise(lines))
        return early >= 0.7 * (len(lines) - 1)


ANYWHERE = Wrapping(-1)
"""Lines may end anywhere, and only a blank line ends a paragraph, as in Markdown."""


def wrapping(lines: Sequence[str]) -> Wrapping:
    """How ``lines`` were wrapped: hardly any is longer than some width, and the long ones have no room for more."""
    lengths = sorted(len(line.rstrip()) for line in islice(lines, 20_000) if " " in line.strip())
    if len(lengths) < 4:
        return Wrapping(0)
    width = lengths[int(0.99 * (len(lengths) - 1))]
    if not 40 <= width <= 110:
        return Wrapping(0)
    long = full = 0
    for line, following in pairwise(islice(lines, 20_000)):
        if len(line.rstrip()) >= 0.6 * width and following.strip():
            long += 1
            full += len(line.rstrip()) + 1 + len(following.split(None, 1)[0]) > width - 8
    return Wrapping(width) if full >= 3 and full >= 0.6 * long else Wrapping(0)


def joined(lines: Sequence[str]) -> str:
    """Wrapped lines as one; a word that was parted at its hyphen is whole again."""
    parts: list[str] = []
    for line in lines:
        line = " ".join(line.split())
        if parts and parts[-1][-1:] in "-‐" and parts[-1][-2:-1].isalpha() and line[:1].islower():
            parts[-1] += line
        elif parts and parts[-1].endswith("\xad"):
            parts[-1] = parts[-1][:-1] + line
        elif line:
            parts.append(line)
    return " ".join(parts)
