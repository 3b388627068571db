"""Finds the boxes of a plain text by the labels over them: highlights, related stories, comments, notes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ...story import Role
from ..labels import label
from .pieces import Piece

_ROLES = {
    "highlight": Role.HIGHLIGHT, "related": Role.RELATED, "elsewhere": Role.RELATED, "footnote": Role.FOOTNOTE,
    "comments": Role.SIDEBAR,
}  # fmt: skip
_GATHERED = (Role.LIST_ITEM, Role.HIGHLIGHT, Role.RELATED, Role.CAPTION)
_LONGEST_POINT = 160
_PASSED = (Role.PROMO, Role.BOILERPLATE, Role.MEDIA)


@dataclass(slots=True)
class Boxes:
    """Numbers the boxes and lists of a text, and knows the label printed over each."""

    labels: dict[int, str] = field(default_factory=dict)

    def open(self, label: str = "") -> int:
        """The number of a new box."""
        number = len(self.labels) + 1
        self.labels[number] = label
        return number

    def gather(self, pieces: Sequence[Piece]) -> None:
        """Makes one list of neighbours with the same of these roles, where they are in no box."""
        before: Piece | None = None
        for piece in pieces:
            if piece.role in _PASSED and before is not None and before.role is Role.LIST_ITEM:
                continue
            if piece.section or piece.role not in _GATHERED:
                before = None
                continue
            if before is None or before.role is not piece.role:
                number = self.open()
            piece.section = number
            before = piece


def give_box_roles(pieces: list[Piece], boxes: Boxes) -> None:
    """Gives whole boxes that have a label their role, and puts the lines of one teaser together."""
    at = 0
    prose = [piece for piece in pieces if piece.is_prose]
    parted = sum(piece.alone for piece in prose) >= 0.5 * len(prose)
    while at < len(pieces):
        role = _labelled(pieces, at)
        if role is None:
            at += 1
            continue
        end = _end(pieces, at, role, parted)
        name = pieces[at].text
        if role is Role.RELATED:
            end = _join_teasers(pieces, at + 1, end)
        number = boxes.open(name) if end > at + 1 else 0
        pieces[at].role, pieces[at].reason, pieces[at].section = role, "is the label of a box", number
        for member in pieces[at + 1 : end]:
            if member.role is not Role.BOILERPLATE:
                member.role, member.reason, member.section = role, f"stands under “{name}”", number
        at = end


def _labelled(pieces: Sequence[Piece], at: int) -> Role | None:
    """The role of the box whose label stands at ``at``, None where there is no label."""
    piece = pieces[at]
    comments = label(piece.text) == "comments" and at > 0.3 * len(pieces)
    if not (piece.role in (None, Role.PROMO) or comments) or piece.mark or piece.size > 90 or at + 1 == len(pieces):
        return None
    role = _ROLES.get(label(piece.text))
    following = pieces[at + 1]
    if role is Role.HIGHLIGHT and following.reads_on and following.size > 300:
        return None
    if role is Role.SIDEBAR and not any(other.reads_on for other in pieces[at + 1 : at + 4]):
        return None
    # "Notes", "Sources" over long paragraphs are headings of the story.
    if (
        role is Role.FOOTNOTE
        and not label(piece.text).startswith("about")
        and following.is_prose
        and not following.mark
    ):
        short = "about" in piece.text.casefold() or at > 0.8 * len(pieces)
        return role if short else None
    return role


def _end(pieces: Sequence[Piece], at: int, role: Role, parted: bool) -> int:
    """The number of the piece after the last one in the box whose label stands at ``at``.

    Where paragraphs are ``parted`` by blank lines, the story goes on after a blank line only.
    """
    first = at + 1
    dated = role is Role.RELATED and any(piece.role is Role.DATELINE for piece in pieces[first : first + 2])
    for number in range(first, len(pieces)):
        piece = pieces[number]
        apart = number > first and piece.block != pieces[number - 1].block
        if _labelled(pieces, number) is not None:
            return number
        match role:
            case Role.HIGHLIGHT:
                if (
                    piece.mark != pieces[first].mark
                    or (not piece.mark and piece.size > _LONGEST_POINT)
                    or (apart and not piece.mark)
                    or piece.role not in (None, Role.DATELINE)
                ):
                    return number
            case Role.RELATED:
                begins = not parted or piece.block != pieces[number - 1].block
                if piece.role is Role.FOOTNOTE or (begins and _resumes(pieces, number, dated)):
                    return number
            case Role.SIDEBAR:
                if piece.role is Role.BOILERPLATE and "©" in piece.text:
                    return number
            case Role.FOOTNOTE:
                if apart and not piece.mark and not piece.reads_on and piece.text[:1] not in "[^":
                    return number
    return len(pieces)


def _resumes(pieces: Sequence[Piece], at: int, dated: bool) -> bool:
    """Whether the story goes on at ``at``: with a long paragraph, or paragraphs that follow each other."""
    if not pieces[at].is_prose:
        return False
    following = [
        piece for piece in pieces[at : at + 8] if piece.role not in (Role.BOILERPLATE, Role.PROMO, Role.MEDIA)
    ][:4]
    if dated and any(piece.role is Role.DATELINE for piece in following):
        return False
    run = 0
    for piece in following:
        if not piece.is_prose:
            break
        run += piece.size
    return run >= 250


def _join_teasers(pieces: list[Piece], first: int, end: int) -> int:
    """Makes one piece of the title, the text and the date of each teaser; the number after the last of them."""
    members = pieces[first:end]
    teasers: list[list[Piece]] = []
    if sum(piece.role is Role.DATELINE for piece in members) * 4 >= len(members) and len(members) > 1:
        teasers = _dated(members)
    else:
        teasers = [[piece] for piece in members]
    for teaser in teasers:
        teaser[0].text = "\n".join(piece.text for piece in teaser)
    pieces[first:end] = [teaser[0] for teaser in teasers]
    return first + len(teasers)


def _dated(members: Sequence[Piece]) -> list[list[Piece]]:
    """Teasers that each have a date before them, or after them."""
    backwards = members[-1].role is Role.DATELINE
    runs: list[list[Piece]] = [[]]
    for piece in reversed(members) if backwards else members:
        if piece.role is Role.DATELINE:
            runs.append([])
        runs[-1].append(piece)
    counts = Counter(len(run) for run in runs[1:])
    usual = max(2, counts.most_common(1)[0][0]) if counts else 2
    teasers: list[list[Piece]] = []
    for number, run in enumerate(runs):
        whole = usual if number else 0
        teasers += [run[:whole], *([piece] for piece in run[whole:])]
    teasers = [teaser for teaser in teasers if teaser]
    return [teaser[::-1] for teaser in reversed(teasers)] if backwards else teasers
