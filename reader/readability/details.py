"""The headline as the page prints it, its author, its day and its language."""

from __future__ import annotations

import re
from functools import lru_cache

from ..patterns import has_eastern, later
from .metadata import Told
from .outline import Box, Kind, Outline, Piece, State
from .shapes import has_date, iso_date
from .words import Meaning

_MASTHEAD, _CHAPTER, _SPOKEN = -6.0, 2.5, 1.0
_TAIL = 0.5
"""What counts for a line named a title that is all that the page's title says after a colon."""
_TOP = 20
"""Among so many pieces of a short page, at least, its headline is looked for beside the name of the site."""
_EARLIEST = "1990"
"""No page of the web is older: such a day is one that the story tells of."""
_TELLING = 3
"""A part of the page's title with so many words names a story, not a site."""
_FAR = 2_000
"""So many pieces above and below the begin of the story are looked at for its headline."""
_HOME = re.compile(r"(?:https?:)?(?://[^/]+)?/?(?:index\.\w+)?")
"""Where the name of a site leads."""
_TAG = later(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SITE = re.compile(r"\s+[|–—·»:-]\s+|\s*[|｜]\s*")


def titles_of(told: Told) -> frozenset[str]:
    """What the page may call its story, letters and digits without case: its titles, and the parts of these."""
    parts = {part for title in told.headlines[:6] for part in (title, *_SITE.split(title), title.partition(": ")[2])}
    parts |= {part.partition(": ")[2] for part in parts}
    return frozenset("".join(filter(str.isalnum, part.casefold())) for part in parts) - {""}


def find_headline(outline: Outline, told: Told, story: Box, spoken: frozenset[int] = frozenset()) -> int:
    """The number of the piece that is the headline; -1 where the page prints none.

    Headings are weighed by their level, by how much of what the page calls itself they repeat, by how near above the
    story they stand, and by whether they are among the pieces that the publisher wants ``spoken``.
    """
    titles = [words_of(title) for title in told.headlines[:6]]
    split = [_SITE.split(title) for title in told.headlines[:6]]
    # The last part of several is the name of the site.
    parts = frozenset(words_of(part) for title in split for part in (title[:-1] if len(title) > 1 else title))
    tails = frozenset(words_of(title.partition(": ")[2]) for title in told.headlines[:6]) - {frozenset()}
    site = words_of(told.site)
    named = _by_part_of_title(outline, told, story)
    best, best_score = -1, 0.0
    for piece in outline.pieces[max(0, story.first - _FAR) : story.first + _FAR]:
        if len(piece.text) > 300 or (piece.number >= story.last and best >= 0):
            continue
        score = _headline_score(piece, titles, parts, tails, site, story) + named.get(piece.number, 0.0)
        if score and piece.number in spoken and piece.kind is Kind.HEADING:
            score += _SPOKEN
        if score > best_score:
            best, best_score = piece.number, score
    return best if best >= 0 else _named_headline(outline, story)


def _named_headline(outline: Outline, story: Box) -> int:
    """The last short line above the first long one that a name calls a headline; -1 where there is none."""
    found = -1
    for piece in outline.pieces[max(0, story.first - 12) : story.last]:
        if len(piece.text) > 160 or piece.kind not in (Kind.TEXT, Kind.HEADING):
            break
        if (piece.meaning | piece.box.meaning) & Meaning.HEADLINE and len(piece.text) > 12 and not piece.linked:
            found = piece.number
    return found


def _by_part_of_title(outline: Outline, told: Told, story: Box) -> dict[int, float]:
    """What counts for or against headings that repeat one part each of the page's title: the nearest is the headline.

    “Stones - The Book of Walls” is printed as the name of the book at the top and as the name of the chapter below it.
    """
    split = [_SITE.split(title) for title in told.headlines[:6]]
    parts = frozenset(words_of(part) for title in split if len(title) > 1 for part in title) - {frozenset()}
    whole = frozenset(words_of(title[0]) for title in split if len(title) == 1)
    if not parts:
        return {}
    last = story.first + max(_TOP, (story.last - story.first) // 4)
    named = [
        (piece.number, part)
        for piece in outline.pieces[max(0, story.first - _FAR) : min(last, story.first + _FAR)]
        if piece.kind is Kind.HEADING
        and not (piece.meaning | piece.box.meaning) & Meaning.BYLINE
        and len(piece.text) < 300
        and (part := _part_named(words_of(piece.text), parts))
    ]
    found = {number: _MASTHEAD for number, part in named if part != named[-1][1] and not _part_named(part, whole)}
    chapter = {number: _CHAPTER for number, part in named if part == named[-1][1]}
    return found | chapter if found else {}


def _part_named(words: frozenset[str], parts: frozenset[frozenset[str]]) -> frozenset[str]:
    """The part of a title that a heading repeats, but for a number or so; empty where it repeats none."""
    best = max(parts, key=lambda part: len(part & words) / len(part | words), default=frozenset())
    return best if len(best & words) > 0.6 * len(best | words) else frozenset()


def _headline_score(
    piece: Piece, titles: list[frozenset[str]], parts: frozenset[frozenset[str]], tails: frozenset[frozenset[str]],
    site: frozenset[str], story: Box,
) -> float:  # fmt: skip
    is_heading = piece.kind is Kind.HEADING
    hints = piece.meaning | piece.box.meaning
    plain = piece.box.tag in ("div", "td", "p", "header", "span", "dt", "b", "strong", "font")
    if not is_heading and not hints & Meaning.HEADLINE and not plain:
        return 0.0
    words = words_of(piece.text)
    if not words or (hints & Meaning.BYLINE and piece.level != 1):
        return 0.0
    alike = max((likeness(words, title) for title in titles), default=0.0)
    if not is_heading and alike < 0.8:
        return 0.0
    if hints & Meaning.HEADLINE and not is_heading and words in tails:
        alike += _TAIL
    score = {1: 3.0, 2: 1.4, 3: 0.7}.get(piece.level, 0.4) if is_heading else 0.2
    score += 4.0 * alike
    is_part = len(words) >= _TELLING and any(words == part for part in parts)
    score += 1.5 if is_part else 0.0
    if hints & Meaning.HEADLINE or piece.box.element.get("itemprop") == "headline":
        score += 0.6
    if piece.box.state & (State.NAV | State.FOOTER | State.ASIDE | State.FORM | State.HIDDEN | State.NOSCRIPT):
        score -= 2.5
    if not is_heading and any(box.meaning & (Meaning.SHARE | Meaning.COMMENTS) for box in piece.box.chain()[:3]):
        score -= 2.5
    if piece.number >= story.last:
        score -= 3.0
    elif piece.number > story.first + 0.3 * (story.last - story.first):
        score -= 1.5 if is_heading else 3.5  # a line far down repeats the headline, as boxes for sharing do
    elif piece.number < story.first - 150:
        score -= 0.5
    if piece.link_share > 0.9:
        score -= 0.3 if hints & Meaning.HEADLINE else 0.8
    if words == site:
        score -= 2.5
    if piece.links and piece.link_share > 0.9 and not is_part and _HOME.fullmatch(piece.links[0][2].strip()):
        score -= 4.0
    if len(words) < 2 and alike < 0.5:
        score -= 1.0
    return score if score > 1.5 else 0.0


def likeness(words: frozenset[str], title: frozenset[str]) -> float:
    """How much a heading repeats of a title that may also name the site."""
    if not title:
        return 0.0
    shared = len(words & title)
    return (shared / len(words)) * min(1.0, 0.25 + shared / len(title))


@lru_cache(maxsize=1024)
def words_of(text: str) -> frozenset[str]:
    """The words of a text without case; each letter where no spaces part them."""
    eastern = "" if not has_eastern(text) else r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|"
    return frozenset(re.findall(rf"{eastern}\w+", text.casefold()))


def told_headline(told: Told) -> str:
    """The headline by the page's own account, without the name of the site; for pages that print none."""
    for title in told.headlines:
        parts = [part for part in _SITE.split(title) if part.strip()]
        if parts:
            return max(parts, key=len).strip() if len(parts) > 1 else title
    return ""


def find_published(told: Told, datelines: list[tuple[str, str]]) -> str:
    """The day of publication as ISO 8601 where it can be read, else as printed, else "".

    ``datelines`` are the printed ones with their machine-readable date or "".
    """
    for text in [told.published, *(machine for _, machine in datelines), *(printed for printed, _ in datelines)]:
        found = iso_date(text) if text else ""
        if found >= _EARLIEST:
            return found
    undated = (printed for printed, _ in datelines if has_date(printed) and not iso_date(printed))
    return next(undated, "" if iso_date(told.published) else told.published)


def language_of(box: Box, language: str, known: dict[Box, str]) -> str:
    """The language that a box, or one around it on the page, says where it is another one than the story's, else "".

    ``known`` is what the boxes say that were asked about before.
    """
    found = _told_on(box, known)
    return "" if found.split("-")[0].lower() == language.split("-")[0].lower() else found


def _told_on(box: Box, known: dict[Box, str]) -> str:
    found, asked = "", []
    at: Box | None = box
    while at is not None and at.tag not in ("html", "body"):
        if at in known:
            found = known[at]
            break
        asked.append(at)
        tag = at.element.get("lang") or ""
        if tag and _TAG.fullmatch(tag):
            found = tag
            break
        at = at.parent
    known.update(dict.fromkeys(asked, found))
    return found
