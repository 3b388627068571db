"""Finds the lists and boxes of a plain text: highlights, lists, and what a page offers besides its story."""

from dataclasses import dataclass, field

from ...story import Role
from ..labels import label_role
from . import marks
from .pieces import Piece


@dataclass(slots=True)
class Sections:
    """Numbers the sections of a text, and knows the label printed over each."""

    labels: dict[int, str] = field(default_factory=dict)

    def open(self, label: str = "") -> int:
        """The number of a new section."""
        number = len(self.labels) + 1
        self.labels[number] = label
        return number

    def gather_lists(self, pieces: list[Piece]) -> None:
        """Makes one section of each run of list items, highlights, related links or captions without one."""
        before: Piece | None = None
        for piece in pieces:
            if piece.section or piece.role not in (Role.LIST_ITEM, Role.HIGHLIGHT, Role.RELATED):
                before = None
                continue
            if before is None or before.role is not piece.role:
                first = self.open()
            piece.section = first
            before = piece


def find_sections(pieces: list[Piece], sections: Sections) -> None:
    """Gives the roles of whole boxes that have a label: highlights, related stories, comments, notes."""
    at = 0
    while at < len(pieces):
        piece = pieces[at]
        role = _label(piece, pieces[at + 1 : at + 3])
        if role is None:
            at += 1
            continue
        end = _end(pieces, at, role)
        number = sections.open(piece.text)
        reason = f"stands under the label {piece.text!r}"
        members = pieces[at + 1 : end]
        piece.role, piece.reason, piece.section = role, "is the label of a box", number
        if role is Role.RELATED:
            members = _teasers(pieces, at + 1, end)
            end = at + 1 + len(members)
        for member in members:
            if member.role is not Role.BOILERPLATE:
                member.role, member.reason, member.section = role, reason, number
        at = end


def _label(piece: Piece, following: list[Piece]) -> Role | None:
    if piece.role not in (None, Role.BOILERPLATE, Role.PROMO) or piece.mark or not following or piece.size > 90:
        return None
    if marks.COMMENTS.fullmatch(piece.text):
        return Role.SIDEBAR if len(following) > 1 and following[0].role is not Role.BOILERPLATE else None
    if piece.role is not None:
        return None
    role = label_role(piece.text)
    if role is Role.PROMO or (role is Role.HIGHLIGHT and following[0].is_prose and following[0].size > 250):
        return None
    return role


def _end(pieces: list[Piece], label: int, role: Role) -> int:
    """The number of the piece after the last member of the box."""
    at = label + 1
    dated = role is Role.RELATED and pieces[at].role is Role.DATELINE
    first_mark = pieces[at].mark
    while at < len(pieces):
        piece = pieces[at]
        apart = piece.block != pieces[at - 1].block
        if at > label + 1 and _label(piece, pieces[at + 1 : at + 3]) is not None:
            break
        if role is Role.HIGHLIGHT:
            if first_mark != piece.mark or (not first_mark and apart and at > label + 1) or piece.role is not None:
                break
        elif role in (Role.FOOTNOTE, Role.SIDEBAR):
            pass
        elif dated:
            if at > label + 2 and apart and piece.is_prose and _resumes(pieces, at):
                break
        elif apart and piece.is_prose and _resumes(pieces, at):
            break
        at += 1
    return at


def _resumes(pieces: list[Piece], at: int) -> bool:
    """Whether the story goes on at ``at``: with a long paragraph, or with several paragraphs in a row."""
    following = pieces[at : at + 4]
    prose = [piece for piece in following if piece.is_prose]
    if any(piece.role is Role.DATELINE for piece in following):
        return False
    return sum(piece.size for piece in prose) >= 400 and len(prose) >= 2


def _teasers(pieces: list[Piece], first: int, end: int) -> list[Piece]:
    """Puts the lines of one teaser, its title, its text and its date, together; the teasers."""
    members = pieces[first:end]
    dates = sum(member.role is Role.DATELINE for member in members)
    groups: list[list[Piece]] = []
    if dates >= 2 or (dates and len(members) == 2):
        leads = members[0].role is Role.DATELINE
        for member in members:
            is_date = member.role is Role.DATELINE
            opens = is_date if leads else bool(groups) and groups[-1][-1].role is Role.DATELINE
            if not groups or opens or member.role is Role.BOILERPLATE:
                groups.append([])
            groups[-1].append(member)
    else:
        groups = [[member] for member in members]
    for group in groups:
        group[0].text = "\n".join(member.text for member in group)
    kept = [group[0] for group in groups]
    pieces[first:end] = kept
    return kept
