"""The text of an element on one line, as nobody marked anything in it."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

SPACE = re.compile(r"\s+")
ODD = re.compile("[\u00ad\u200b\u2060\ufeff]|(?<![\u0600-\u0dff])\u200c")
"""What shows nothing; in Persian and the languages of India the non-joiner spells a word."""
_BREAKS = frozenset(["br", "p", "div", "li", "td", "th", "tr", "h1", "h2", "h3", "h4", "dt", "dd", "blockquote"])
_UNSHOWN = frozenset(["script", "style", "svg", "template", "noscript", "select", "textarea"])


def flat_text(element: HtmlElement) -> str:
    """All shown text inside an element, whitespace collapsed, a space wherever a tag breaks the line."""
    parts: list[str] = [] if element.tag in _UNSHOWN else [element.text or ""]
    within = [(element, iter(element))]
    while within:
        outer, children = within[-1]
        child = next(children, None)
        if child is not None and child.tag not in _UNSHOWN and isinstance(child.tag, str):
            parts.append(" " if child.tag in _BREAKS else "")
            parts.append(child.text or "")
            within.append((child, iter(child)))
        elif child is not None:
            parts.append(child.tail or "")
        else:
            within.pop()
            if within:
                parts.append(" " if outer.tag in _BREAKS else "")
                parts.append(outer.tail or "")
    return SPACE.sub(" ", ODD.sub("", "".join(parts))).strip()
