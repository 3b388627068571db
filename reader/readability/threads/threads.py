"""Finds a thread: a page whose story is what several people wrote one after another, each post signed and dated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, islice
from typing import NamedTuple

from ...patterns import later
from ..features import Measured, Measures
from ..labels import label
from ..outline import Box, Kind, Outline, State
from ..words import Meaning
from .signs import USER, USER_CLASS, is_dated, named

_DIGITS = re.compile(r"[\d_-]+")
_POSTS = frozenset(["div", "td", "article", "section", "li", "dd", "table"])
_LAST = later(r"[^/=]*/?$")
_AWAY = State.NAV | State.FOOTER | State.HIDDEN
_SHAPED = 4
_MOST_BESIDE = 12
_MOST_MAKES = 6
_FEWEST = 2
_COVERED = 0.6
"""So much of the page's prose is in the posts of a thread, at least."""
_SIGNED = 0.6
_MOST_LINKS = 300
_NESTED, _LONGEST_HEAD = 2, 8
_CLOSE = 3
_MOST_OPENED = 2.0


class Post(NamedTuple):
    """One post; in ``box`` is all that belongs to it, in ``body`` what was written."""

    box: Box
    body: Box
    first: int
    """The first of its pieces; where answers stand inside the box of what they answer, its head is outside ``box``."""

    @property
    def last(self) -> int:
        """The number after the last of its pieces."""
        return self.box.last

    def around(self) -> Iterator[int]:
        """The numbers of the pieces around the body: name, day, rank, buttons."""
        yield from range(self.first, self.body.first)
        yield from range(self.body.last, self.last)


class Thread(NamedTuple):
    """A run of posts, and the smallest box with all of them and with what opened the thread."""

    box: Box
    posts: tuple[Post, ...]
    opening: range
    """The pieces of an opening post that is made otherwise than the rest; empty where there is none."""

    @property
    def first(self) -> int:
        """The first piece that somebody wrote."""
        return self.opening.start if self.opening else self.posts[0].body.first

    @property
    def last(self) -> int:
        """The last piece that somebody wrote."""
        return self.posts[-1].body.last - 1


def find_thread(outline: Outline, measures: Measures) -> Thread | None:
    """The thread on a page; None where its story is one text, which readers may have commented on.

    Posts are boxes of one make that hold most of what is written on the page, and each has a name and a day beside it.
    """
    sums = list(accumulate((m.raw for m in measures.pieces), initial=0.0))
    if not sums[-1]:
        return None
    for bodies in _bodies(outline, measures, sums):
        posts = _posts(bodies)
        signed = [post for post in posts if _is_signed(post, outline)]
        makes = {make for post in signed for make in _make(post.box)}
        # What is neither signed nor made like the others stands beside the thread.
        posts = [post for post in posts if makes & _make(post.box)]
        if len(signed) < _FEWEST or len(signed) < _SIGNED * len(posts) or _are_stories(signed, outline):
            continue
        written = sum(sums[post.body.last] - sums[post.body.first] for post in posts)
        if written < 0.8 * _COVERED * (sums[-1] - sums[posts[0].first]):
            continue
        opening = _opening(posts, outline, measures)
        above = sum(m.raw for m in measures.pieces[: posts[0].first] if not m.piece.box.state & State.ASIDE)
        if above > _MOST_OPENED * written or _are_comments(posts, opening, above, written, outline):
            continue
        return Thread(_common([post.body for post in posts], opening), tuple(posts), opening)
    return None


def _are_stories(posts: list[Post], outline: Outline) -> bool:
    """Whether each post has a headline of the first level that is its own: then one story follows another."""
    heads = [[outline.pieces[number] for number in post.around()] for post in posts]
    titles = [next((p.text for p in head if p.kind is Kind.HEADING and p.level == 1), "") for head in heads]
    return all(titles) and not any(titles[0] in title for title in titles[1:])


def _bodies(outline: Outline, measures: Measures, sums: list[float]) -> list[list[Box]]:
    """Boxes of one make each that may be the bodies of posts, the likeliest make first."""
    makes: dict[tuple[str, str], list[Box]] = {}
    places: dict[int, int] = {}
    children: dict[int, int] = {}
    beside: dict[int, str] = {}
    for box in outline.boxes:
        place = children.get(id(box.parent), 0) + 1
        places[id(box)] = children[id(box.parent)] = place
        if box.tag not in _POSTS or box.last == box.first or box.state & _AWAY:
            continue
        names = _DIGITS.sub("", box.element.get("class") or "").split()
        names += [f"#{name}" for name in _DIGITS.sub(" ", box.element.get("id") or "").split()[:1]]
        if box.tag == "dd":
            names = [f"dd {box.depth}"]
        elif not names:
            names = [
                f"{box.depth} {place} {places.get(id(box.parent))}",
                _shape(box, place, beside),
            ]
        for name in names:
            found = makes.setdefault((box.tag, name), [])
            if not found or box.first >= found[-1].last:
                found.append(box)
    scored = []
    for boxes in makes.values():
        if len(boxes) < _FEWEST:
            continue
        written = [sums[box.last] - sums[box.first] for box in boxes]
        if sum(map(bool, written)) < _FEWEST:
            continue
        covered = sum(written) / ((sums[-1] - sums[boxes[0].first]) or 1.0)
        if covered >= _COVERED:
            share = sum(written) / sum(map(measures.size, boxes))
            scored.append((round(covered * share, 1), boxes[0].depth, boxes))
    scored.sort(key=lambda found: (-found[0], -found[1]))
    return [boxes for _, _, boxes in scored[:_MOST_MAKES]]


def _shape(box: Box, place: int, known: dict[int, str]) -> str:
    """The elements that a box without a name is in, and what stands beside it: answers may be any levels deep.

    ``known`` is what stands in each box, as far as that was asked.
    """
    tags, outer = [box.tag], box
    while outer.parent is not None and len(tags) < _SHAPED:
        outer = outer.parent
        tags.append(outer.tag)
    beside = known.get(id(outer))
    if beside is None:
        beside = " ".join([str(child.tag) for child in islice(outer.element.iterchildren("*"), _MOST_BESIDE)])
        known[id(outer)] = beside
    return f"{place} {'>'.join(tags)}: {beside}"


def _posts(bodies: list[Box]) -> list[Post]:
    """The post around each body: the largest box without another body in it, as many boxes up as is usual here."""
    ways: list[list[Box]] = []
    for number, body in enumerate(bodies):
        before = bodies[number - 1].last if number else 0
        after = bodies[number + 1].first if number + 1 < len(bodies) else 1_000_000_000
        way = [body]
        while (box := way[-1].parent) is not None and before <= box.first and box.last <= after:
            if box.tag in ("body", "html"):
                break
            way.append(box)
        ways.append(way)
    usual = sorted(map(len, ways))[(len(ways) - 1) // 2]
    posts: list[Post] = []
    for way in ways:
        box = way[min(usual, len(way)) - 1]
        above = box.parent
        head = (
            max(above.first, posts[-1].last if posts else 0) if above is not None and len(way) <= _NESTED else box.first
        )
        posts.append(Post(box, way[0], head if 0 < box.first - head <= _LONGEST_HEAD else box.first))
    return posts


def _make(box: Box) -> set[tuple[str, str]]:
    """How the box of a post is made: its tag with each of its classes, or with its depth where it has none."""
    names = _DIGITS.sub("", box.element.get("class") or "").split()
    return {(box.tag, name) for name in names or [str(box.depth)]}


def _is_signed(post: Post, outline: Outline) -> bool:
    around = [outline.pieces[number] for number in post.around()]
    return any(map(is_dated, around)) and any(map(named, around))


def _opening(posts: list[Post], outline: Outline, measures: Measures) -> range:
    """What was written above the first post and close to all, from its first piece of prose to its last."""
    around = _common([post.body for post in posts], range(0))
    for _ in range(_CLOSE):
        if around.parent is not None and around.parent.tag not in ("body", "html"):
            around = around.parent
    written = [
        m.piece.number
        for m in measures.pieces[around.first : posts[0].first]
        if m.raw > 30 and not m.piece.box.state & (State.ASIDE | State.HEADER)
    ]
    if not written:
        return range(0)
    end = written[-1] + 1
    while end < posts[0].first and _goes_on(measures.pieces[end], measures.pieces[written[-1]].piece.box):
        end += 1
    return range(written[0], end)


def _goes_on(measured: Measured, box: Box) -> bool:
    """Whether a sentence stands in or beside the box of what was written before it."""
    own = measured.piece.box
    beside = own is box or own.parent is box or (own.parent is box.parent and own.tag == box.tag)
    return beside and bool(measured.sentences) and measured.piece.link_share < 0.5


def _are_comments(posts: list[Post], opening: range, above: float, written: float, outline: Outline) -> bool:
    """Whether the posts are what readers wrote under a story, which is above them or made like them.

    What began a thread is signed as the posts are; a story of some length has a header of its own.
    """
    called = [any(box.meaning & Meaning.COMMENTS for box in _alone(post, posts)) for post in posts]
    story = not called[0] and sum(called) >= 0.5 * len(posts)
    if story:
        return not _same_hand(posts[1], range(posts[0].first, posts[0].last), outline)
    if opening and _same_hand(posts[0], opening, outline):
        return False
    titles = outline.pieces[max(0, posts[0].first - 12) : posts[0].first]
    heads = [number for number, piece in enumerate(titles) if piece.kind is Kind.HEADING]
    titles = titles[heads[-1] if heads else 0 :]  # what stands above the last heading belongs to what opened the thread
    is_thread = not called[0] and not any(label(piece.text) == "comments" for piece in titles)
    return above > (0.6 if is_thread else 0.12) * written


def _alone(post: Post, posts: list[Post]) -> list[Box]:
    """The boxes around the body of a post that do not hold every post."""
    return [box for box in post.body.chain() if box.first > posts[0].first or box.last < posts[-1].last]


def _same_hand(first: Post, opening: range, outline: Outline) -> bool:
    """Whether the name over the opening is marked up as those over the posts: then it is one of them."""
    box = outline.pieces[first.first].box
    while box.parent is not None and box.last < first.last:
        box = box.parent
    mine = _hands(box)
    box = outline.pieces[opening.start].box
    while box.parent is not None and box.last <= first.first:
        if mine & _hands(box):
            return True
        box = box.parent
    return False


def _hands(box: Box) -> set[tuple[str, str]]:
    """How the links to writers are made in a box: their class, and where they lead without the name itself."""
    found = ((link.get("class") or "", link.get("href") or "") for link in islice(box.element.iter("a"), _MOST_LINKS))
    return {
        (name, _DIGITS.sub("", _LAST.sub("", href)))
        for name, href in found
        if USER_CLASS.search(name) or USER.search(href)
    }


def _common(bodies: list[Box], opening: range) -> Box:
    """The smallest box around all bodies and what opened the thread."""
    first = min(bodies[0].first, opening.start) if opening else bodies[0].first
    box = bodies[0]
    while box.parent is not None and not (box.first <= first and bodies[-1].last <= box.last):
        box = box.parent
    return box
