"""Everyone who reads pages in the benchmark: this project, and the peers that are installed, all in one form.

A reader takes the text of a page and gives its blocks as (role, text), in order.
"""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable, Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring, tostring

Blocks = list[tuple[str, str]]
Reader = Callable[[str], Blocks]
_ROLES = {
    "p": "paragraph", "li": "list_item", "blockquote": "quote", "pre": "code", "table": "table",
    "figcaption": "caption", **{f"h{level}": "heading" for level in range(1, 7)},
}  # fmt: skip
_XML_ROLES = {
    "p": "paragraph", "head": "heading", "item": "list_item", "quote": "quote", "code": "code", "table": "table",
}  # fmt: skip


def readers() -> dict[str, Reader]:
    """The readers that can run here, by name; this project first."""
    found: dict[str, Reader] = {"sayall": ours, "readability-lxml": readability_lxml}
    if importlib.util.find_spec("trafilatura"):
        found["trafilatura"] = lambda text: trafilatura(text, precision=False)
        found["trafilatura precision"] = lambda text: trafilatura(text, precision=True)
    return found


def ours(text: str) -> Blocks:
    """This project, without page furniture: that is not spoken, and announced only where the listener asks for it."""
    from reader.readability.html_story import read_html

    story = read_html(text, "https://page.example/")
    return [(block.role.value, block.text) for block in story.blocks if block.role != "boilerplate"]


def readability_lxml(text: str) -> Blocks:
    """readability-lxml by itself: its title, and a role for each element of its summary."""
    from readability import Document

    document = Document(text)
    title = document.short_title()
    return [("headline", title), *_html_blocks(document_fromstring(document.summary() or "<p></p>"))]


def trafilatura(text: str, precision: bool) -> Blocks:
    """trafilatura's own elements as roles, its title as headline."""
    from trafilatura import extract, extract_metadata

    found = extract(text, output_format="xml", include_comments=False, favor_precision=precision)
    metadata = extract_metadata(text)
    title = [("headline", metadata.title)] if metadata and metadata.title else []
    if not found:
        return title
    return [*title, *_xml_blocks(etree.fromstring(found.encode()))]


def _html_blocks(root: HtmlElement) -> Iterator[tuple[str, str]]:
    for element in root.iter(*_ROLES):
        if any(above.tag in _ROLES and above.tag != "blockquote" for above in element.iterancestors()):
            continue
        if element.tag == "blockquote" and element.find(".//p") is not None:
            continue
        text = " ".join(element.text_content().split())
        if text:
            inside = any(above.tag == "blockquote" for above in element.iterancestors())
            yield ("quote" if inside else _ROLES[str(element.tag)]), text


def _xml_blocks(root: etree._Element) -> Iterator[tuple[str, str]]:
    for element in root.iter(*_XML_ROLES):
        if any(above.tag in _XML_ROLES for above in element.iterancestors()):
            continue
        text = " ".join(" ".join(map(str, element.itertext())).split())
        if text:
            yield _XML_ROLES[str(element.tag)], text


def without_names(text: str) -> str:
    """The same page with every class and id taken away."""
    root = document_fromstring(re.sub(r"^\s*<\?xml[^>]*>", "", text).encode(), parser=HTMLParser(encoding="utf-8"))
    for element in root.iter():
        for name in ("class", "id"):
            if name in element.attrib:
                del element.attrib[name]
    return str(tostring(root, encoding="unicode"))
