"""The story of a MediaWiki article, with the roles that its classes tell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from typing import Any

from reader import Block, Page, Role, Story
from reader.markup import blocks_of, parsed

_CLASSES = {
    Role.SIDEBAR: "infobox sidebar infobox_v2 taxobox vcard wikitable-infobox",
    Role.RELATED: "navbox vertical-navbox hatnote portalbox sistersitebox side-box navigation-not-searchable rellink"
    " dablink",
    Role.FOOTNOTE: "references reflist refbegin mw-references-wrap",
    Role.CAPTION: "thumbcaption gallerytext",
    Role.DECK: "shortdescription",
    Role.BOILERPLATE: "mw-editsection toc ambox metadata mw-indicators noprint catlinks mw-empty-elt printfooter"
    " mw-jump-link authority-control stub",
    Role.QUOTE: "quotebox templatequote",
    Role.PULLQUOTE: "pullquote",
}
_ROLES = {name: role for role, names in _CLASSES.items() for name in names.split()}


def article_of(page: Page) -> Story | None:
    """The article, and what stands around it as furniture; None where there is no article on the page."""
    from reader.readability.decode import decode

    root = parsed(decode(page))
    bodies = root.xpath("//*[contains(concat(' ', @class, ' '), ' mw-parser-output ')]")
    body = max(bodies, key=lambda element: len("".join(element.itertext())), default=None)
    if body is None:
        return None
    headings = root.xpath("//h1[@id='firstHeading'] | //h1[contains(@class, 'firstHeading')]") or root.xpath("//h1")
    title = " ".join("".join(headings[0].itertext()).split()) if headings else ""
    for math in body.xpath(".//*[contains(@class, 'mwe-math-element')]"):
        _keep_formula(math)
    for table in body.xpath(".//table[contains(@class, 'infobox') or contains(@class, 'taxobox')]"):
        _unroll(table)
    groups = count(1)
    blocks = [Block(Role.HEADLINE, title, level=1, reason="the title of the article")] if title else []
    blocks += _reordered(blocks_of(body, tell=_told, base=page.location, source="the article", groups=groups))
    blocks += _around(root, body, headings, groups)
    language = body.get("lang") or root.get("lang") or ""
    return Story(title, tuple(blocks), language=language, location=page.location)


def _told(element: Any) -> Role | None:
    """What an element's classes say; a short description is hidden on the page but made for this."""
    for name in element.get("class", "").split():
        if name in _ROLES:
            if name == "shortdescription":
                element.attrib.pop("style", None)
            return _ROLES[name]
    return None


def _keep_formula(element: Any) -> None:
    """Leaves one of the three ways in which a formula is there: as its author wrote it."""
    ways = [math.get("alttext", "") for math in element.iter("math")] + [
        img.get("alt", "") for img in element.iter("img")
    ]
    said = re.sub(r"^\{\s*\\(?:displaystyle|textstyle) (.*)\}$", r"\1", next(filter(None, ways), ""))
    tail = element.tail
    element.clear()
    element.text, element.tail = f" {said} ", tail


def _unroll(table: Any) -> None:
    """Makes a box out of a table of names and values: its title, and a line for each."""
    from lxml import html

    box = html.Element("aside")
    for row in table.iter("tr"):
        names, values = row.findall("th"), row.findall("td")
        if names and values:
            line = html.Element("p")
            names[0].tag = "span"
            names[0].tail = ": "
            line.append(names[0])
            for value in values:
                value.tag = "span"
                value.tail = " "
                line.append(value)
            box.append(line)
            continue
        for cell in (*names, *values):
            cell.tag = "h3" if cell in names else "p"
            cell.tail = ""
            box.append(cell)
    box.tail = table.tail
    parent = table.getparent()
    parent.replace(table, box)


def _reordered(found: tuple[Block, ...]) -> Iterator[Block]:
    """The short description first; a box at the side after the first paragraphs, as a reader's eye takes them."""
    decks = [block for block in found if block.role is Role.DECK]
    rest = [block for block in found if block.role is not Role.DECK]
    yield from decks
    first = next((at for at, block in enumerate(rest) if block.role is Role.PARAGRAPH), None)
    boxes = rest[:first] if first is not None else []
    heading = next((at for at, block in enumerate(rest) if block.role is Role.HEADING), len(rest))
    if first is None or heading < first:
        yield from rest
        return
    yield from (block for block in boxes if block.role is not Role.SIDEBAR)
    yield from rest[first:heading]
    yield from (block for block in boxes if block.role is Role.SIDEBAR)
    yield from rest[heading:]


def _around(root: Any, body: Any, headings: list[Any], groups: Iterator[int]) -> Iterator[Block]:
    """What stands on the page around the article."""
    for element in (body, *headings[:1]):
        element.drop_tree()
    for block in blocks_of(root, groups=groups):
        yield replace(block, role=Role.BOILERPLATE, group=None, reason="around the article")
