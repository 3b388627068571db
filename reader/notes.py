"""Which footnote a sign in the text leads to: "[1]" to the note with that number, or to the first that has none."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from .story import Block, Role

_SIGN = re.compile(r"\[(\d{1,3})\]")
_NUMBER = re.compile(r"\[?(\d{1,3})[\].)]?(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Reference:
    """The sign ``blocks[block].text[start:end]``, and the number of the block with its note."""

    block: int
    start: int
    end: int
    note: int


def references(blocks: Sequence[Block]) -> tuple[Reference, ...]:
    """Every sign that leads to a note, in the order of the text.

    Only signs since the notes before count, for books number them anew in every chapter. Notes without a number are
    told by their turn, where there are as many of them as there are signs.
    """
    return tuple(sorted(_found(blocks), key=lambda found: (found.block, found.start)))


def _found(blocks: Sequence[Block]) -> Iterator[Reference]:
    signs: list[tuple[int, re.Match[str]]] = []
    at = 0
    while at < len(blocks):
        if blocks[at].role is not Role.FOOTNOTE:
            if blocks[at].role not in (Role.CODE, Role.MATH) and not blocks[at].is_label:
                signs += [(at, sign) for sign in _SIGN.finditer(blocks[at].text)]
            at += 1
            continue
        end = next((n for n in range(at, len(blocks)) if blocks[n].role is not Role.FOOTNOTE), len(blocks))
        named = _named(
            blocks, [n for n in range(at, end) if not blocks[n].is_label], {int(sign[1]) for _, sign in signs}
        )
        for block, sign in signs:
            if (note := named.get(int(sign[1]))) is not None:
                yield Reference(block, sign.start(), sign.end(), note)
        signs, at = [], end


def _named(blocks: Sequence[Block], notes: Sequence[int], asked: set[int]) -> dict[int, int]:
    """The note for each number that is asked for."""
    labels = {n: label for n in notes if (label := _NUMBER.match(blocks[n].text))}
    if labels:
        return {int(label[1]): n for n, label in reversed(labels.items()) if int(label[1]) in asked}
    return dict(zip(sorted(asked), notes, strict=True)) if len(asked) == len(notes) else {}
