"""Blocks from markup that is all story: the chapter of a book, a letter, an entry of a feed.

There is nothing to be found and nothing to be left out here, as on a web page: the tags say what everything is. Plugins
whose documents are made of HTML, or can be turned into it, use this and add what their own format tells of roles.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from .counting import Count, continued, count_of, of_text
from .markup_tags import NOTE, is_unshown, language_of, leads_to_note, target_of
from .story import Block, Group, Link, Ordinal, Role, Tongue

if TYPE_CHECKING:
    from lxml.html import HtmlElement

Tell = Callable[["HtmlElement"], "Role | None"]
"""What a format of its own says of an element: the role of all text in it, None where it says nothing."""

_BLOCK_TAGS = """
    address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer
    form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot
    th thead tr ul
"""
_UNSAID_TAGS = "head script style template svg rt rp colgroup object embed input select textarea"
_BLOCKS, _UNSAID = frozenset(_BLOCK_TAGS.split()), frozenset(_UNSAID_TAGS.split())
_ROLES = {"blockquote": Role.QUOTE, "figcaption": Role.CAPTION, "caption": Role.CAPTION, "aside": Role.SIDEBAR}
_SPACE = re.compile(r"\s+")
_ODD = re.compile("[\u00ad\u200b\u2060\ufeff]")
_FILE_NAME = re.compile(r"\S*[\d_]\S*|\S+\.\w{3,4}")


@dataclass(frozen=True, slots=True)
class _Here:
    """What holds for the text at a place in the tree."""

    role: Role | None = None
    kind: Role = Role.PARAGRAPH
    reason: str = "a paragraph"
    level: int = 0
    depth: int = 0
    language: str = ""
    group: Group | None = None
    count: Count | None = None
    item: list[Ordinal | None] = field(default_factory=list)
    """The number of the item that the text is in, where it is in one of an ordered list; its first text takes it."""


def blocks_of(
    root: HtmlElement,
    *,
    tell: Tell = lambda element: None,
    base: str = "",
    source: str = "",
    groups: Iterator[int] | None = None,
) -> tuple[Block, ...]:
    """The blocks of all text in ``root``, in order.

    ``base`` is what its links are relative to, ``source`` where it stands ("chapter2.xhtml"). ``groups`` numbers the
    groups, and is shared between the parts of one story.
    """
    gatherer = _Gatherer(tell, base, source, groups or count(1))
    gatherer.walk(root, _Here())
    gatherer.flush(_Here())
    return tuple(gatherer.blocks)


def parsed(markup: str) -> HtmlElement:
    """The tree of a whole page or of a piece of one; markup without any text gives an empty tree."""
    from lxml import html

    parser = html.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", " ", markup)
    return html.document_fromstring(f"<body>{text}</body>" if "<body" not in text[:5000] else text, parser=parser)


@dataclass(slots=True)
class _Gatherer:
    tell: Tell
    base: str
    source: str
    groups: Iterator[int]
    blocks: list[Block] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _length: int = 0
    _links: list[Link] = field(default_factory=list)
    _tongues: list[Tongue] = field(default_factory=list)
    _line: int = 0

    def add(self, text: str | None, *, keep_space: bool = False) -> None:
        if not text:
            return
        if not keep_space:
            text = _SPACE.sub(" ", _ODD.sub("", text))
            if not self._length or self._text[-1].endswith(" "):
                text = text.lstrip(" ")
        if text:
            self._text.append(text)
            self._length += len(text)

    def flush(self, here: _Here) -> None:
        """Makes a block of the text gathered since the last one."""
        text = "".join(self._text).rstrip()
        links = tuple(replace(link, end=min(link.end, len(text))) for link in self._links if link.start < len(text))
        tongues = tuple(replace(one, end=min(one.end, len(text))) for one in self._tongues if one.start < len(text))
        self._text.clear()
        self._links.clear()
        self._tongues.clear()
        self._length = 0
        if text:
            # A passage holds those within it.
            self._put(here, text, links, tongues=tuple(sorted(tongues, key=lambda one: one.start - one.end)))

    def _put(
        self,
        here: _Here,
        text: str,
        links: tuple[Link, ...] = (),
        items: tuple[tuple[str, ...], ...] = (),
        tongues: tuple[Tongue, ...] = (),
    ) -> None:
        place = f"{self.source}, line {self._line}" if self.source and self._line else self.source
        role = here.role or here.kind
        level = here.level if role in (Role.HEADING, Role.LIST_ITEM) else 0
        ordinal = None
        if here.item and role in (Role.HEADING, Role.LIST_ITEM):
            ordinal = of_text(here.item.pop(), text)
            here.item.append(continued(ordinal))
        self.blocks.append(
            Block(
                role,
                text,
                level,
                here.language,
                links,
                items,
                here.group,
                place,
                here.reason,
                ordinal=ordinal,
                tongues=tongues,
            )
        )

    def walk(self, element: HtmlElement, here: _Here) -> None:
        """Gathers an element and all in it; its tail belongs to its parent."""
        tag = element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
        if not tag or tag in _UNSAID:
            return
        if tag == "br":
            self.add(" ")
        elif tag == "img":
            self._add_picture(element, here)
        elif tag == "pre":
            self._add_code(element, here)
        elif tag == "math":
            from .readability.cutting.formula import tex_of

            self.add(f" {tex_of(element)}")
        elif tag == "table" and self._add_table(element, here):
            pass
        elif tag not in _BLOCKS and self.tell(element) is Role.BOILERPLATE:
            self._add_unshown(element, here)
        elif tag in _BLOCKS or self.tell(element):
            self._add_block(element, tag, here)
        else:
            self._add_inline(element, tag, here)

    def _children(self, element: HtmlElement, here: _Here) -> None:
        self.add(element.text)
        for child in element:
            self.walk(child, here)
            self.add(child.tail)

    def _add_block(self, element: HtmlElement, tag: str, here: _Here) -> None:
        self.flush(here)
        self._line = element.sourceline or self._line
        inner = self._inside(element, tag, here)
        first = len(self.blocks)
        self._children(element, inner)
        self.flush(inner)
        if inner.role is Role.SIDEBAR and here.role is None:
            self._box(first)

    def _inside(self, element: HtmlElement, tag: str, here: _Here) -> _Here:
        told = self.tell(element)
        here = replace(here, language=language_of(element) or here.language)
        if is_unshown(element):
            return replace(here, role=Role.BOILERPLATE, reason="not shown")
        if told and here.role is None:
            return replace(here, role=told, reason="the document says so")
        if tag in _ROLES and here.role is None:
            return replace(here, role=_ROLES[tag], reason=f"in <{tag}>")
        if tag[0] == "h" and tag[1:].isdigit():
            return replace(here, kind=Role.HEADING, level=int(tag[1:]), reason=f"<{tag}>")
        match tag:
            case "ul" | "ol" | "dl" | "menu":
                size = sum(1 for child in element if child.tag in ("li", "dt"))
                group = Group(next(self.groups), "", size) if here.role is None else here.group
                listed = count_of(element) if tag == "ol" else None
                return replace(here, group=group, depth=here.depth + 1, count=listed, item=[])
            case "li" | "dt" | "dd":
                level = (here.depth or 1) + (tag == "dd")
                item = [here.count.take(element)] if here.count and tag == "li" else []
                return replace(here, kind=Role.LIST_ITEM, level=level, reason=f"<{tag}> in a list", item=item)
            case _:
                return here

    def _add_inline(self, element: HtmlElement, tag: str, here: _Here) -> None:
        words = "".join(element.itertext()).strip() if tag in ("a", "sup") else ""
        if tag == "a" and words and not any(map(str.isalnum, words)) and not NOTE.fullmatch(words):
            return  # an arrow back to where a footnote is called, a paragraph sign
        start = self._length
        if NOTE.fullmatch(words) and leads_to_note(element, tag):
            self.add(f"[{words.strip('[]')}]")
        elif is_unshown(element):
            self._add_unshown(element, here)
        else:
            self._children(element, here)
        language = language_of(element)
        if language and self._length > start:
            self._tongues.append(Tongue(start, self._length, language))
        target = target_of(element, tag)
        if target and self._length > start and not target.lower().startswith(("javascript:", "data:")):
            self._links.append(Link(start, self._length, urljoin(self.base, target) if self.base else target))

    def _add_unshown(self, element: HtmlElement, here: _Here) -> None:
        text = _SPACE.sub(" ", "".join(element.itertext())).strip()
        if text:
            self._put(replace(here, role=Role.BOILERPLATE, reason="not shown"), text)

    def _add_picture(self, element: HtmlElement, here: _Here) -> None:
        text = _SPACE.sub(" ", element.get("alt", "")).strip()
        if _FILE_NAME.fullmatch(text):
            self._put(replace(here, role=Role.BOILERPLATE, reason="the name of a picture's file"), text)
        elif text:
            self._put(replace(here, role=here.role or Role.CAPTION, reason="the words in place of a picture"), text)

    def _add_code(self, element: HtmlElement, here: _Here) -> None:
        self.flush(here)
        self._line = element.sourceline or self._line
        for br in element.iter("br"):
            br.tail = "\n" + (br.tail or "")
        lines = "".join(element.itertext()).replace("\r\n", "\n").expandtabs(4).split("\n")
        text = "\n".join(line.rstrip() for line in lines).strip("\n")
        if text.strip():
            self._put(replace(here, role=here.role or Role.CODE, reason="<pre>"), text)

    def _add_table(self, element: HtmlElement, here: _Here) -> bool:
        """Whether the table held data; one that only arranges text is gathered like any other element."""
        from .readability.cutting.tables import is_data, rows

        if not is_data(element):
            return False
        self.flush(here)
        self._line = element.sourceline or self._line
        title, items = rows(element)
        if title:
            self._put(replace(here, role=here.role or Role.CAPTION, reason="the title of a table"), title)
        text = " ".join(cell for row in items for cell in row if cell)
        if text:
            self._put(replace(here, kind=Role.TABLE, reason="a table of data"), text, items=items)
        return True

    def _box(self, first: int) -> None:
        """Makes one group of the blocks of a sidebar, under the heading that it begins with."""
        inside = self.blocks[first:]
        if not inside:
            return
        is_labelled = inside[0].reason.startswith("<h")
        group = Group(next(self.groups), inside[0].text if is_labelled else "", len(inside) - is_labelled)
        self.blocks[first:] = [replace(block, group=group) for block in inside]
