"""Tells tables of data from tables that only arrange a page, and reads their rows."""

from itertools import islice

from lxml.html import HtmlElement

from .inline import flat_text

_MOST_ELEMENTS = 2_000
"""So much of a table is looked at; what it is shows in its first rows."""
_STACK = 3
"""So many boxes under each other in one cell make a column of a page."""
_CELLS = ("cell", "columnheader", "rowheader", "gridcell")
_BLOCKY = ("table", "h1", "h2", "h3", "h4", "p", "ul", "ol", "article", "form", "pre", "blockquote", "div", "hr")


def is_data(table: HtmlElement) -> bool:
    """Whether a table holds data: headers, or several rows of several short cells and nothing that builds pages."""
    if table.get("role") in ("presentation", "none"):
        return False
    counts = dict.fromkeys(_BLOCKY, 0)
    cells = heads = spanned = lines = text = longest = 0
    stacked = False
    for element in islice(table.iter(), _MOST_ELEMENTS):
        tag = element.tag
        if tag in counts:
            counts[tag] += 1
        elif tag == "tr":
            lines += 1
        elif tag == "td":
            cells += 1
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
    return lines >= 2 and cells >= 4 and text / cells < 200 and longest < 600 and counts["p"] <= cells


def is_grid(element: HtmlElement) -> bool:
    """Whether an element that is no table says by its role that it is one, and has rows of cells."""
    if element.get("role") not in ("table", "grid"):
        return False
    found = _grid_rows(element)
    return len(found) > 1 and max(map(len, found)) > 1


def _grid_rows(table: HtmlElement) -> list[tuple[str, ...]]:
    return [
        tuple(flat_text(cell) for cell in row.iter() if cell.get("role") in _CELLS)
        for row in islice(table.iter(), _MOST_ELEMENTS)
        if row.get("role") == "row"
    ]


def rows(table: HtmlElement) -> tuple[str, tuple[tuple[str, ...], ...]]:
    """The title printed with a table ("" where there is none), and its rows of cells without empty rows."""
    if table.tag != "table":
        return "", tuple(row for row in _grid_rows(table) if any(row))
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
