"""What is said, in order: sentence by sentence from any place on, with what is left out announced where it stood."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby, takewhile

from ..story import START, Block, Position, Role, Story, Tongue, Treatment
from ..treatment import ledger
from .announcements import group_opening, skipped
from .pieces import Piece, pieces
from .tongues import declared, passages
from .utterance import AFTER_NUMBER, ANNOUNCEMENT, Language, Mark, Part, Pause, Utterance
from .wording import speak
from .wording.rule import Edit, Rule, edits

Summarize = Callable[[tuple[Block, ...]], str | None]
Notices = Callable[[], Iterable[str]]

_STOPS = frozenset(",;:.!?…—–")
_APART_MS = 90
"""The stop of a speaker at a comma, where an engine does not see what follows."""

_ASIDE = frozenset({
    Role.CAPTION, Role.SIDEBAR, Role.FOOTNOTE, Role.PULLQUOTE, Role.PROMO, Role.RELATED, Role.MEDIA, Role.BOILERPLATE,
})  # fmt: skip
"""Roles that are named when they are spoken, or they would be taken for the story."""


def narrate(
    story: Story,
    start: Position = START,
    *,
    rules: Sequence[Rule] = (),
    summarize: Summarize | None = None,
    notices: Notices | None = None,
    one_language: bool = False,
) -> Iterator[Utterance]:
    """The utterances from ``start`` to the end of the story, made one at a time as they are asked for.

    The block at ``start`` is spoken from that character on whatever its treatment, so that anything left out can be
    heard at its place; only from the very beginning all goes by the treatments. Blocks treated ``after`` come when the
    body is over. With ``one_language`` all is said in the story's. ``notices`` is asked before each utterance, and at
    the end, for lines that the listener must hear.
    """
    for utterance in _story(story, start, rules, summarize, one_language):
        for line in notices() if notices else ():
            yield announce(line, utterance.start)
        yield utterance
    for line in notices() if notices else ():
        yield announce(line, Position(max(0, len(story.blocks) - 1)))


def announce(line: str, at: Position) -> Utterance:
    """``line`` as what sayall itself says, belonging to the place ``at``."""
    return Utterance((Mark(at), line, Mark(at)), "en", ANNOUNCEMENT)


def closing(story: Story) -> Iterator[Utterance]:
    """What is said when the story is over: the ledger, where anything was left out."""
    if line := ledger(story):
        yield announce(line, Position(max(0, len(story.blocks) - 1)))


def _story(
    story: Story, start: Position, rules: Sequence[Rule], summarize: Summarize | None, one_language: bool
) -> Iterator[Utterance]:
    role: Role | None = None
    for treatment, numbers in _runs(story, start):
        if treatment in (Treatment.ANNOUNCE, Treatment.SUMMARIZE):
            yield _instead(story, numbers, summarize if treatment is Treatment.SUMMARIZE else None, rules)
            role = None
            continue
        for number in numbers:
            block = story.blocks[number]
            offset = start.offset if number == start.block else 0
            opening = group_opening(block, _said(story, rules)) if not offset and _opens(story, number) else ""
            if opening:
                yield announce(opening, Position(number))
            if not (opening and block.is_label):
                named = block.role in _ASIDE and block.role is not role and not opening and not offset
                said = f"{block.role.spoken().capitalize()}: " if named else ""
                yield from _spoken(story, number, offset, rules, said, one_language)
            role = block.role


def _runs(story: Story, start: Position) -> Iterator[tuple[Treatment, list[int]]]:
    """Runs of neighbours with the same treatment and role, what is skipped aside; what is spoken stands alone."""
    blocks = story.blocks

    def treatment(number: int) -> Treatment:
        wanted = number == start.block and start != START and (start.offset or blocks[number].treatment not in _SAID)
        return Treatment.SPEAK if wanted else blocks[number].treatment

    def kind(number: int) -> tuple[Treatment, Role | int]:
        how = treatment(number)
        return (how, number) if how in _SAID else (how, blocks[number].role)

    body: Iterable[int] = range(start.block, len(blocks))
    after = (n for n, block in enumerate(blocks) if block.treatment is Treatment.AFTER)
    if start != START and start.block < len(blocks) and blocks[start.block].treatment is Treatment.AFTER:
        body, after = (), (n for n in after if n >= start.block)
    kept = (n for n in body if treatment(n) not in (Treatment.SKIP, Treatment.AFTER))
    for (how, _), run in groupby(kept, key=kind):
        yield how, list(run)
    for number in after:
        yield Treatment.SPEAK, [number]


_SAID = frozenset({Treatment.SPEAK, Treatment.AFTER})


def _opens(story: Story, number: int) -> bool:
    """Whether a group begins with that block: no list begins again after a nested one, or after what is not read."""
    group = story.blocks[number].group
    if group is None:
        return False
    back = (story.blocks[n] for n in range(number - 1, -1, -1))
    before = takewhile(lambda block: block.group is not None or block.treatment not in _SAID, back)
    return all(block.group != group for block in before)


def _instead(story: Story, numbers: list[int], summarize: Summarize | None, rules: Sequence[Rule]) -> Utterance:
    blocks = tuple(story.blocks[number] for number in numbers)
    summary = summarize(blocks) if summarize else None
    said = _said(story, rules)
    line = said(summary) if summary else skipped(blocks, said)
    return announce(line, Position(numbers[0]))


def _said(story: Story, rules: Sequence[Rule]) -> Callable[[str], str]:
    """What is said for words of the page that stand in an announcement."""
    return lambda text: speak(text, story.language, rules)


def _spoken(
    story: Story, number: int, offset: int, rules: Sequence[Rule], name: str, one_language: bool
) -> Iterator[Utterance]:
    block = story.blocks[number]
    language = story.language if one_language else block.language or story.language
    told = () if one_language or not block.tongues else declared(block, language)
    begins = True
    for piece in pieces(block, language):
        if piece.end <= offset:
            continue
        said = [(piece.start, piece.end, language)]
        if not (one_language or piece.edits):
            said = [part for part in _tongues(block.text, piece, language, told) if part[1] > offset] or said
        first = tongue = said[0][2]
        before = _before(block, offset, name, first, rules) if begins else ()
        begins = False
        parts: list[Part] = [Mark(Position(number, piece.start)), *before] if before else []
        for start, end, other in said:
            if other != tongue:
                parts += [Pause(_APART_MS)] if _is_phrase_end(block.text, start) else []
                parts.append(Language(other))
            at, edits = Position(number, start), _always(piece.edits)
            parts += _worded(block.text[start:end], at, max(offset, start), (*edits, *rules), other)
            tongue = other
        yield Utterance(tuple(parts), first, block.role.value)


def _before(block: Block, offset: int, name: str, language: str, rules: Sequence[Rule]) -> tuple[str | Pause, ...]:
    """What is said before the text of a block: the name of its role, and the number of an item.

    Where numbers are put into words a Roman one is said as the number that it is, and a letter as a letter, not "a".
    """
    sign = block.number_shown
    if rules and sign and block.ordinal:
        sign = str(block.ordinal.value) if block.ordinal.style in "iI" else sign.upper()
    number = (f"{speak(sign, language, rules)}. ", AFTER_NUMBER) if sign and not offset else ()
    return (name, *number) if name else number


def _tongues(text: str, piece: Piece, language: str, told: tuple[Tongue, ...]) -> Iterator[tuple[int, int, str]]:
    """The parts of a piece that are in one language each, by where they stand in the block."""
    here = [
        (max(one.start, piece.start) - piece.start, min(one.end, piece.end) - piece.start, one.language)
        for one in told
        if one.start < piece.end and piece.start < one.end
    ]
    for start, end, tongue in passages(text[piece.start : piece.end], language, here):
        yield piece.start + start, piece.start + end, tongue


def _is_phrase_end(text: str, at: int) -> bool:
    """Whether a speaker would stop there for a moment, were the words before and behind in one language."""
    before, behind = text[:at].rstrip()[-1:], text[at:].lstrip()[:1]
    return behind in _STOPS or (not before.isalnum() and before not in "([«„“‘\"'-/")


def _always(fixed: tuple[Edit, ...]) -> tuple[Rule, ...]:
    return (Rule("pieces", lambda _: fixed),) if fixed else ()


def _worded(text: str, at: Position, since: int, rules: Sequence[Rule], language: str) -> tuple[str | Mark, ...]:
    """The parts of a sentence that stands at ``at``, from the character ``since`` of its block on."""
    parts: list[str | Mark] = []
    cursor = since - at.offset
    for edit in edits(text, rules, language):
        if edit.end <= cursor and (edit.end > edit.start or edit.end < cursor):
            continue
        parts += _verbatim(text, at, cursor, edit)
        parts += [Mark(Position(at.block, at.offset + edit.start)), edit.said] if edit.said else []
        cursor = edit.end
    parts += _verbatim(text, at, cursor, Edit(len(text), len(text), ""))
    return (*parts, Mark(Position(at.block, at.offset + len(text))))


def _verbatim(text: str, at: Position, cursor: int, until: Edit) -> list[str | Mark]:
    if cursor >= until.start:
        return []
    return [Mark(Position(at.block, at.offset + cursor)), text[cursor : until.start]]
