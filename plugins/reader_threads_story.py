"""The story of a discussion: what was asked, and each answer after what it answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from itertools import count
from typing import Any

from reader import Block, Page, Role, Story

_DEEPEST = 200
"""Answers to answers beyond this depth are read as if they stood at it."""


@dataclass(frozen=True, slots=True)
class _Post:
    """One contribution; ``text`` is HTML."""

    title: str
    author: str
    text: str
    link: str
    when: str
    answers: tuple[Any, ...]


def story_of(page: Page) -> Story | None:
    """The discussion as a story; None where the JSON holds none."""
    try:
        found = json.loads(page.data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    post = _post(found)
    if post is None or not (post.title or post.text) or not post.answers:
        return None
    groups = count(1)
    answers = list(_answers(post.answers, 1, post.author, groups))
    blocks = [
        Block(Role.HEADLINE, _line(post.title) or f"Discussion by {post.author}", level=1, reason="what it is about")
    ]
    if post.author:
        blocks.append(Block(Role.BYLINE, f"By {post.author}", reason="who began it"))
    if post.when:
        blocks.append(Block(Role.DATELINE, post.when, reason="when it began"))
    blocks += _said(post, groups)
    total = sum(block.role is Role.HEADING for block in answers)
    blocks.append(Block(Role.DECK, f"{total} {'answer' if total == 1 else 'answers'}", reason="how many there are"))
    return Story(blocks[0].text, (*blocks, *answers), post.author, post.when, location=page.location)


def _answers(children: tuple[Any, ...], depth: int, to: str, groups: Iterator[int]) -> Iterator[Block]:
    """Each answer under a heading that says whose it is; what was deleted is left out unless it was answered."""
    waiting = [(child, depth, to) for child in reversed(children)]
    while waiting:
        child, level, answered = waiting.pop()
        post = _post(child)
        if post is None or not (post.text or post.answers):
            continue
        name = post.author or "someone who left"
        said = f"{name} answers {answered}" if level > 1 and answered else name
        yield Block(Role.HEADING, said, level=min(level + 1, 6), source=f"level {level}", reason="whose answer it is")
        yield from (
            _said(post, groups) if post.text else [Block(Role.PARAGRAPH, "deleted", reason="what was there is gone")]
        )
        waiting += [(inner, min(level + 1, _DEEPEST), name) for inner in reversed(post.answers)]


def _said(post: _Post, groups: Iterator[int]) -> Iterator[Block]:
    """What a post says; lines that begin with a sign of quotation quote the post before."""
    from reader.markup import blocks_of, parsed

    if not post.text.strip():
        return
    for block in blocks_of(parsed(post.text), groups=groups):
        if block.role is Role.PARAGRAPH and block.text.startswith(">"):
            yield replace(block, role=Role.QUOTE, text=block.text.lstrip("> "), links=(), reason="quoted")
        else:
            yield block


def _post(found: Any) -> _Post | None:
    """A post from any of the shapes in which such sites give them; None where it is none."""
    if isinstance(found, list):  # a listing of the post, then one of its answers
        posts = [_post(part) for part in found[:2]]
        if len(posts) == 2 and posts[0] and isinstance(found[1], dict):
            return replace(posts[0], answers=_children(found[1]))
        return None
    if not isinstance(found, dict):
        return None
    data = found.get("data", found)
    if isinstance(data, dict) and isinstance(data.get("children"), list) and found.get("kind") == "Listing":
        return _post(data["children"][0]) if data["children"] else None
    if not isinstance(data, dict):
        return None
    text = _first(data, "text", "body_html", "selftext_html", "content", "body", "comment", "selftext")
    when = _first(data, "created_at", "created_utc", "time", "created_at_i", "published")
    return _Post(
        _first(data, "title", "story_title"),
        _first(data, "author", "by", "user", "username"),
        _markup(text),
        _first(data, "url"),
        _day(when),
        _children(data),
    )


def _markup(text: str) -> str:
    """A text as HTML, which some sites give masked, and others not at all."""
    from html import escape, unescape

    if text.startswith("&lt;"):
        return unescape(text)
    if "<p>" in text or "</" in text or "&#" in text or "&quot;" in text:
        return f"<p>{text}" if not text.startswith("<") else text
    return "".join(f"<p>{escape(unescape(part))}</p>" for part in text.split("\n\n") if part.strip())


def _children(data: dict[str, Any]) -> tuple[Any, ...]:
    inner = data.get("data", data)
    for name in ("children", "kids", "replies", "comments"):
        found = inner.get(name) if isinstance(inner, dict) else None
        if isinstance(found, dict):
            return _children(found)
        if isinstance(found, list) and all(isinstance(child, dict) for child in found):
            return tuple(found)
    return ()


def _first(data: dict[str, Any], *names: str) -> str:
    values = (data.get(name) for name in names)
    return next((str(value) for value in values if isinstance(value, str | int | float) and value), "")


def _day(when: str) -> str:
    try:
        return f"{datetime.fromtimestamp(float(when), UTC):%Y-%m-%d}"
    except (ValueError, OverflowError, OSError):
        return when[:10]


def _line(text: str) -> str:
    from html import unescape

    return " ".join(unescape(text).split())
