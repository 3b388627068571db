"""Tells tables of data from tables that only arrange a page, and reads their rows."""

import re
from itertools import islice

from lxml.html import HtmlElement

from ..vocabulary import words
from .flat import flat_text

_MOST_ELEMENTS = 2_000
"""So much of a table is looked at; what it is shows in its first rows."""
_STACK = 3
"""So many boxes under each other in one cell make a column of a page."""
_MOST_IN_ROW = 6
_LONGEST_IN_ROW = 300
_IN_ROW = frozenset(
    ["p", "code", "tt", "b", "strong", "i", "em", "var", "span", "a", "sub", "sup", "acronym", "abbr", "wbr", "br"]
)
"""What may stand in the cells of a table of one row."""
_HEAD = re.compile(r"\btable-?header\b|\bcol(?:umn)?-?head(?:er)?\b|\bhead(?:er)?-?cell\b|\bth\b", re.I)
_ADMONITIONS = words("shapes", "admonition")
_CELLS = ("cell", "columnheader", "rowheader", "gridcell")
_BLOCKY = ("table", "h1", "h2", "h3", "h4", "p", "ul", "ol", "article", "form", "pre", "blockquote", "div", "hr")


def is_data(table: HtmlElement) -> bool:
    """Whether a table holds data: headers, or several rows of several short cells and nothing that builds pages."""
    if table.get("role") in ("presentation", "none"):
        return False
    if _is_row(table):
        return True
    head = next(table.iter("th"), None)
    if head is not None and flat_text(head).strip(" :").casefold() in _ADMONITIONS and len(list(table.iter("tr"))) < 3:
        return False  # a box of a manual, drawn as a table
    counts = dict.fromkeys(_BLOCKY, 0)
    cells = heads = spanned = lines = text = longest = empty = 0
    stacked = False
    for element in islice(table.iter(), _MOST_ELEMENTS):
        tag = element.tag
        if tag in counts:
            counts[tag] += 1
        elif tag == "tr":
            lines += 1
        elif tag == "td":
            cells += 1
            empty += not len(element) and not (element.text or "").strip() and element.get("colspan") is not None
            stacked = stacked or len(element.findall("div")) >= _STACK
            spanned += (element.get("colspan") or "1") != "1"
        elif tag == "th":
            heads += 1
            spanned += (element.get("colspan") or "1") != "1"
        if isinstance(tag, str) and tag not in ("script", "style"):
            text += len(element.text or "") + len(element.tail or "")
            longest = max(longest, len(element.text or ""))
    if counts["table"] > 1 or counts["form"] or counts["article"] or counts["pre"]:
        return False
    if counts["h1"] or counts["h2"] or counts["p"] > cells + heads or counts["blockquote"]:
        return False
    if counts["hr"] or ((stacked or counts["div"] > cells + heads) and not heads):
        return False
    if lines < 2 or cells + heads + spanned < 2 * lines - 1:
        return False
    if heads and cells:
        return True
    if empty >= 0.6 * (lines - 1):  # cells that push what is beside them to its place
        return False
    return lines >= 2 and cells >= 4 and text / cells < 200 and longest < 600 and counts["p"] <= cells


def _is_row(table: HtmlElement) -> bool:
    """Whether a table is one row of a few short cells and nothing else, as of what an option is called and takes."""
    lines = list(islice(table.iter("tr"), 2))
    if len(lines) != 1:
        return False
    cells = [cell for cell in lines[0] if cell.tag in ("td", "th")]
    texts = [text for cell in cells if (text := flat_text(cell))]
    if not 1 < len(texts) <= _MOST_IN_ROW or max(map(len, texts)) > _LONGEST_IN_ROW:
        return False
    inner = {element.tag for cell in cells for element in islice(cell.iterdescendants(), _MOST_ELEMENTS)}
    linked = sum(len(flat_text(link)) for link in table.iter("a") if link.get("href"))
    return inner <= _IN_ROW and 2 * linked < sum(map(len, texts))


def is_grid(element: HtmlElement) -> bool:
    """Whether an element that is no table is one by its role and rows, or by the names of its first cells."""
    if element.get("role") not in ("table", "grid"):
        return bool(_columns(element))
    found = _grid_rows(element)
    return len(found) > 1 and max(map(len, found)) > 1


def _columns(element: HtmlElement) -> int:
    """How many columns a box has that is a table by its style: first boxes named heads, then full rows; else 0."""
    if not len(element) or element[0].tag != "div" or not _HEAD.search(element[0].get("class") or ""):
        return 0
    children = list(islice(element.iterchildren(), _MOST_ELEMENTS))
    heads = 0
    while heads < len(children) and _HEAD.search(children[heads].get("class") or ""):
        heads += 1
    if not 1 < heads <= _MOST_IN_ROW or len(children) < 2 * heads or len(children) % heads:
        return 0
    cells = children[heads:]
    whole = all(child.tag == "div" for child in children) and not (element.text or "").strip()
    return heads if whole and not any(_HEAD.search(cell.get("class") or "") for cell in cells) else 0


def _grid_rows(table: HtmlElement) -> list[tuple[str, ...]]:
    return [
        tuple(flat_text(cell) for cell in row.iter() if cell.get("role") in _CELLS)
        for row in islice(table.iter(), _MOST_ELEMENTS)
        if row.get("role") == "row"
    ]


def rows(table: HtmlElement) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """The title printed with a table ("" where there is none), and its rows of cells without empty rows."""
    if table.tag != "table":
        width = _columns(table)
        texts = [flat_text(cell) for cell in table] if width else []
        lines = [tuple(texts[i : i + width]) for i in range(0, len(texts), width or 1)] or _grid_rows(table)
        return "", tuple(row for row in lines if any(row))
    title = ""
    found: list[tuple[str, ...]] = []
    for element in table.iter("caption", "tr"):
        if element.tag == "caption":
            title = title or flat_text(element)
            continue
        cells = tuple(flat_text(cell) for cell in element if cell.tag in ("td", "th"))
        if any(cells):
            found.append(cells)
    return title, tuple(found)
