"""Cuts the tree of a page into pieces of text in reading order; nothing is lost and no words run together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree
from lxml.html import HtmlElement

from .inline import Part, Run, flat_text
from .outline import Box, Kind, Outline, Piece, State
from .tables import is_data, rows
from .words import Meaning, meaning

BLOCKS = frozenset(
    [
        "html",
        "body",
        "address",
        "article",
        "aside",
        "blockquote",
        "center",
        "dd",
        "details",
        "dialog",
        "dir",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "search",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
        "video",
        "audio",
        "iframe",
        "noscript",
        "template",
        "legend",
        "object",
        "embed",
        "select",
        "option",
        "textarea",
        "label",
        "canvas",
        "marquee",
        "picture",
        "map",
        "frameset",
        "noframes",
        "amp-img",
        "head",
        "title",
    ]
)
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "title",
        "meta",
        "link",
        "svg",
        "template-content",
        "input",
        "datalist",
        "param",
        "source",
        "track",
    ]
)
_NAMED = ("class", "id", "itemprop", "role", "data-component", "data-testid", "data-type", "data-module", "rel")
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_FORMS = frozenset(["form", "fieldset", "select", "textarea"])
_STATES = {
    "figure": State.FIGURE, "blockquote": State.QUOTE, "aside": State.ASIDE, "nav": State.NAV, "footer": State.FOOTER,
    "header": State.HEADER, "form": State.FORM, "fieldset": State.FORM, "select": State.FORM, "textarea": State.FORM,
    "noscript": State.NOSCRIPT, "article": State.ARTICLE, "menu": State.NAV, "table": State.TABLE,
}  # fmt: skip
_ROLES = {
    "navigation": State.NAV, "contentinfo": State.FOOTER, "complementary": State.ASIDE, "banner": State.HEADER,
    "search": State.FORM, "form": State.FORM, "dialog": State.FORM, "alertdialog": State.FORM, "figure": State.FIGURE,
    "article": State.ARTICLE, "menu": State.NAV, "menubar": State.NAV, "tablist": State.NAV,
}  # fmt: skip
_PHRASES = frozenset(
    [
        "p",
        "span",
        "a",
        "b",
        "i",
        "em",
        "strong",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "td",
        "dt",
        "dd",
        "small",
        "sup",
        "sub",
        "u",
        "code",
        "q",
        "cite",
        "mark",
    ]
)


def cut(root: HtmlElement) -> Outline:
    """The boxes and pieces of the page, in one pass over its tree."""
    outline = Outline()
    run = Run()
    box = Box("html", root, None, 0, 0, 0, 0)
    outline.boxes.append(box)
    stack: list[tuple[HtmlElement, Box]] = []

    def flush() -> None:
        if run.parts:
            outline.pieces.extend(_pieces(run, box, len(outline.pieces)))
            run.clear()
        for text in run.take_asides():
            state = Box("span", box.element, box, Meaning.UNSEEN, box.state | State.HIDDEN, box.depth + 1, 0)
            outline.pieces.append(Piece(len(outline.pieces), text, state, Kind.CONTROL))

    walker = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walker:
        tag = element.tag
        if event == "comment" or not isinstance(tag, str):
            run.add(element.tail)
            continue
        if event == "start":
            if tag in _SKIPPED:
                if tag == "script" and "math" in (element.get("type") or ""):
                    run.add(element.text)
                walker.skip_subtree()
                continue
            attributes = element.attrib
            names = " ".join([attributes[name] for name in _NAMED if name in attributes]) if attributes else ""
            hints = meaning(names) if names else 0
            hidden = bool(attributes) and (
                "hidden" in attributes or ("style" in attributes and _UNSHOWN.search(attributes["style"]) is not None)
            )
            if (
                tag in BLOCKS
                or (tag == "cite" and _begins_quote(element))
                or ("-" in tag and not run.parts)
                or (tag == "button" and not _in_phrase(element))
            ):
                flush()
                state = box.state | _STATES.get(tag, 0)
                if tag == "form" and _holds_page(element):
                    state &= ~State.FORM
                if attributes:
                    if hidden:
                        state |= State.HIDDEN
                    if attributes.get("aria-hidden") == "true":
                        state |= State.UNSEEN_BY_READERS
                    if "role" in attributes:
                        state |= _ROLES.get(attributes["role"], 0)
                if tag == "template" and "shadowrootmode" not in attributes:
                    state |= State.HIDDEN
                stack.append((element, box))
                box = Box(tag, element, box, hints, state, box.depth + 1, len(outline.pieces))
                outline.boxes.append(box)
                if tag == "table" and is_data(element):
                    _add_table(outline, box, element)
                    walker.skip_subtree()
                elif tag == "pre":
                    _add_code(outline, box, element)
                    walker.skip_subtree()
                elif tag == "iframe" or tag == "object":
                    _add_media(outline, box, element)
                    walker.skip_subtree()
                else:
                    if tag in ("video", "audio"):
                        _add_media(outline, box, element)
                    run.add(element.text)
                continue
            if tag == "br":
                run.break_line()
            elif tag == "img":
                if (hints and "math" in names) or "tex" in names.split() or "latex" in names:
                    if "fallback" not in names:
                        run.add(" " + (element.get("alt") or "") + " ")
            elif tag == "math":
                run.add_math(element)
                walker.skip_subtree()
            elif run.is_apart(element, tag, hints, hidden, names):
                run.put_aside(element)
                walker.skip_subtree()
            else:
                run.open(element, tag, hints)
                run.add(element.text)
        else:
            if tag in _SKIPPED or tag in ("br", "img", "math"):
                run.add(element.tail)
                continue
            if stack and stack[-1][0] is element:
                flush()
                box.last = len(outline.pieces)
                _, box = stack.pop()
            else:
                run.close(element)
            run.add(element.tail)
    flush()
    for open_box in (box, outline.boxes[0]):
        open_box.last = len(outline.pieces)
    return outline


def _holds_page(form: HtmlElement) -> bool:
    """Whether a form is put around a whole page, as some servers do."""
    return form.find(".//h1") is not None or form.find(".//article") is not None or len(form.findall(".//p")) > 5


def _begins_quote(cite: HtmlElement) -> bool:
    parent = cite.getparent()
    return parent is not None and parent.tag == "blockquote" and parent[0] is cite


def _in_phrase(element: HtmlElement) -> bool:
    parent = element.getparent()
    return parent is not None and parent.tag in _PHRASES


def _kind(box: Box) -> tuple[Kind, int]:
    """The kind that the tag gives, and the heading level or the depth of a list item."""
    tag = box.tag
    if tag in _HEADINGS:
        return Kind.HEADING, _HEADINGS[tag]
    if tag == "figcaption" or tag == "caption":
        return Kind.CAPTION, 0
    if tag == "dt":
        return Kind.TERM, 0
    if tag in ("button", "option", "label", "select", "textarea", "legend"):
        return Kind.CONTROL, 0
    outer: Box | None = box
    steps = 0
    while outer is not None and steps < 4:
        if outer.tag in _HEADINGS:
            return Kind.HEADING, _HEADINGS[outer.tag]
        if outer.tag == "figcaption":
            return Kind.CAPTION, 0
        if outer.tag == "li" or outer.tag == "dd":
            return Kind.ITEM, sum(around.tag in ("ul", "ol", "menu", "dir", "dl") for around in outer.chain())
        if outer.tag not in ("p", "div", "span"):
            break
        outer = outer.parent
        steps += 1
    if box.element.get("role") == "heading":
        level = box.element.get("aria-level") or "2"
        return Kind.HEADING, int(level) if level.isdigit() and 1 <= int(level) <= 6 else 2
    return Kind.TEXT, 0


_EDIT = re.compile(r"\s*\[[^\[\]]{2,40}\]$")


def _without_edit(part: Part) -> Part:
    """A heading without the “[edit]” after it, where that is a link."""
    found = _EDIT.search(part.text)
    if not found or not any(start >= found.start() for start, _, _ in part.links):
        return part
    links = tuple(link for link in part.links if link[1] <= found.start())
    return replace(
        part, text=part.text[: found.start()], links=links, linked=sum(end - start for start, end, _ in links)
    )


def _pieces(run: Run, box: Box, number: int) -> Iterator[Piece]:
    kind, level = _kind(box)
    for part in run.split(keep=kind in (Kind.HEADING, Kind.CAPTION)):
        part = _without_edit(part) if kind is Kind.HEADING else part
        part_kind, part_level = (Kind.ITEM, 1) if part.is_item and kind is Kind.TEXT else (kind, level)
        if part.is_math and kind is Kind.TEXT:
            part_kind = Kind.MATH
        yield Piece(
            number, part.text, box, part_kind, part.meaning, part.links, part.linked, part.bold, part.timed, part_level,
            (), part.tags,
        )  # fmt: skip
        number += 1


def _add_table(outline: Outline, box: Box, table: HtmlElement) -> None:
    title, cells = rows(table)
    if title:
        inner = Box("caption", table, box, Meaning.CAPTION, box.state, box.depth + 1, len(outline.pieces))
        outline.pieces.append(Piece(len(outline.pieces), title, inner, Kind.CAPTION))
    text = " ".join(cell for row in cells for cell in row if cell)
    if text:
        linked = sum(len(flat_text(link)) for link in table.iter("a"))
        outline.pieces.append(
            Piece(len(outline.pieces), text, box, Kind.TABLE, linked=min(linked, len(text)), items=cells)
        )
    box.last = len(outline.pieces)


def _add_code(outline: Outline, box: Box, element: HtmlElement) -> None:
    for br in element.iter("br"):
        br.tail = "\n" + (br.tail or "")
    lines = "".join(element.itertext()).replace("\r\n", "\n").expandtabs(4).split("\n")
    text = "\n".join(line.rstrip() for line in lines).strip("\n")
    if text.strip():
        outline.pieces.append(Piece(len(outline.pieces), text, box, Kind.CODE))


def _add_media(outline: Outline, box: Box, element: HtmlElement) -> None:
    title = flat_text(element) if element.tag == "object" else ""
    title = title or (element.get("title") or element.get("aria-label") or "").strip()
    if title:
        outline.pieces.append(Piece(len(outline.pieces), " ".join(title.split()), box, Kind.MEDIA))
