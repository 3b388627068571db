"""The story of a paper, by the classes that LaTeXML and arXiv give to its parts."""

from __future__ import annotations

import re
from copy import deepcopy
from dataclasses import replace
from itertools import count
from typing import Any

from reader import Block, Page, Role, Story
from reader.markup import blocks_of, parsed
from reader.readability.cutting.formula import tex_of

_CLASSES = {
    Role.BYLINE: "ltx_authors authors",
    Role.DATELINE: "ltx_dates dateline",
    Role.MATH: "ltx_equation ltx_equationgroup",
    Role.FOOTNOTE: "ltx_bibliography ltx_moved",
    Role.CAPTION: "ltx_caption",
    Role.PARAGRAPH: "abstract",
    Role.CODE: "ltx_listing",
    Role.BOILERPLATE: "ltx_eqn_eqno ltx_ERROR ltx_TOC ltx_page_footer ltx_page_header ltx_author_before"
    " ltx_note_mark ltx_tag_note descriptor submission-history extra-services metatable",
}
_ROLES = {name: role for role, names in _CLASSES.items() for name in names.split()}


_SIGNS = re.compile(r"(?:\s*\[[^\]]{0,9}\])+")
"""The signs of notes behind the name of an author."""


def story_of(page: Page) -> Story | None:
    """The paper, and what stands around it as furniture; None where there is none on the page."""
    from reader.readability.decoding.decode import decode

    root = parsed(decode(page))
    body = next(iter(_of_class(root, "ltx_document") or root.xpath("//*[@id='abs']")), None)
    if body is None:
        return None
    heading = next(iter(_of_class(body, "ltx_title_document") or _of_class(body, "title")), None)
    title = _words(heading)
    groups = count(1)
    blocks = [Block(Role.HEADLINE, title, level=1, reason="the title of the paper")] if title else []
    if heading is not None:
        heading.drop_tree()
    _move_notes(body)
    _name_authors(body)
    _bare_equations(body)
    for name in ("abstract", "acknowledgements", "keywords"):
        for heading in _of_class(body, f"ltx_title_{name}"):
            heading.tag = "h2"  # they are printed small, and are sections all the same
    for bullet in _of_class(body, "ltx_tag_item"):
        if not any(map(str.isalnum, _words(bullet))):
            bullet.drop_tree()
    found = blocks_of(body, tell=_told, base=page.location, source="the paper", groups=groups)
    blocks += (replace(block, level=min(block.level, 6)) for block in found)
    byline = next((block.text for block in blocks if block.role is Role.BYLINE), "")
    body.drop_tree()
    blocks += (
        replace(block, role=Role.BOILERPLATE, group=None, reason="around the paper")
        for block in blocks_of(root, groups=groups)
    )
    return Story(title, tuple(blocks), byline, language=root.get("lang") or "", location=page.location)


def _told(element: Any) -> Role | None:
    return next((_ROLES[name] for name in element.get("class", "").split() if name in _ROLES), None)


def _name_authors(body: Any) -> None:
    """Names with commas between them, as they would be said."""
    for authors in _of_class(body, "ltx_authors"):
        names = [
            _SIGNS.sub("", _words(name)).replace(" ,", ",").strip() for name in _of_class(authors, "ltx_personname")
        ]
        if names:
            _become(authors, "div", "By " + ", ".join(names))


def _move_notes(body: Any) -> None:
    """Notes from the middle of a sentence to behind their paragraph, with their sign left at the place."""
    last: dict[Any, Any] = {}
    for note in _of_class(body, "ltx_note"):
        sign = _words(next(iter(_of_class(note, "ltx_note_mark")), None))
        content = next(iter(_of_class(note, "ltx_note_content")), note)
        moved = deepcopy(content)
        for mark in (*_of_class(moved, "ltx_note_mark"), *_of_class(moved, "ltx_tag_note")):
            mark.drop_tree()
        moved.tag, moved.tail = "div", None
        moved.set("class", "ltx_moved")
        moved.text = f"[{sign}] {moved.text or ''}" if sign else moved.text
        around = [*note.iterancestors("p"), *_around(note, "ltx_authors"), *note.iterancestors("div")]
        _become(note, "span", f"[{sign}]" if sign else "")
        if around:
            before = last.get(around[0], around[0])
            moved.tail, before.tail = before.tail, None
            before.addnext(moved)
            last[around[0]] = moved


def _bare_equations(body: Any) -> None:
    """Equations, which stand in tables with their numbers, as lines of their own."""
    for table in body.xpath(".//table[contains(@class, 'ltx_eqn_table')]"):
        lines = [tex_of(math) for math in table.iter("math")]
        number = _words(next(iter(_of_class(table, "ltx_tag")), None))
        _become(table, "div", " ".join(filter(None, (*lines, number))))
        table.set("class", "ltx_equation")


def _around(element: Any, name: str) -> list[Any]:
    return [outer for outer in element.iterancestors() if name in outer.get("class", "").split()]


def _of_class(element: Any, name: str) -> list[Any]:
    return list(element.xpath(f".//*[contains(concat(' ', normalize-space(@class), ' '), ' {name} ')]"))


def _words(element: Any) -> str:
    """The text of an element without its label, such as "Title:"."""
    text = "" if element is None else " ".join("".join(element.itertext()).split())
    return re.sub(r"^(?:Title|Authors?|Abstract):\s*", "", text)


def _become(element: Any, tag: str, text: str) -> None:
    tail, name = element.tail, element.get("class", "")
    element.clear()
    element.tag, element.text, element.tail = tag, text, tail
    element.set("class", name.split()[0] if name and tag == "div" else "")
