"""What single elements of markup tell: a language, a link, the sign of a note, that they are unseen."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
NOTE = re.compile(r"\[?(?:\d{1,3}|[*†‡]+)\]?")
"""What a sign of a note may be: a number or a mark, in brackets or not."""


def language_of(element: HtmlElement) -> str:
    """The language that an element itself says its text is in, "" where it says none."""
    names = ("lang", "xml:lang", "{http://www.w3.org/XML/1998/namespace}lang")
    return next((str(told) for name in names if (told := element.get(name))), "")


def is_unshown(element: HtmlElement) -> bool:
    return (
        element.get("hidden") is not None
        or element.get("aria-hidden") == "true"
        or bool(_UNSHOWN.search(element.get("style", "")))
    )


def leads_to_note(element: HtmlElement, tag: str) -> bool:
    """Whether a number is the sign of a footnote: raised, or declared so (EPUB structural semantics, DPUB-ARIA)."""
    declared = (element.get(name, "") for name in ("{http://www.idpf.org/2007/ops}type", "epub:type", "role", "class"))
    if re.search("noteref|footnote-?ref", " ".join(declared)):
        return True
    links = [element] if tag == "a" else [child for child in element if child.tag == "a"]
    raised = tag == "sup" or any(child.tag == "sup" for child in element) or _parent_tag(element) == "sup"
    return raised and any(link.get("href", "").find("#") >= 0 for link in links)


def target_of(element: HtmlElement, tag: str) -> str:
    if tag == "sup" and len(element) == 1 and element[0].tag == "a" and NOTE.fullmatch(element[0].text or ""):
        return str(element[0].get("href", ""))
    return str(element.get("href", "")).strip() if tag == "a" else ""


def _parent_tag(element: HtmlElement) -> str:
    parent = element.getparent()
    return str(parent.tag) if parent is not None else ""
