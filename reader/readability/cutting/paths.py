"""Says where in the page an element stands, as a path of tags with their numbers."""

from __future__ import annotations

from collections import Counter

from lxml.html import HtmlElement


class Paths:
    """The paths of elements as XPath writes them, ``/html/body/p[3]``, found in time that grows with the page only.

    `lxml.etree._ElementTree.getpath` gives the same, but counts all siblings before an element each time.
    """

    def __init__(self) -> None:
        self._known: dict[HtmlElement, str] = {}

    def of(self, element: HtmlElement) -> str:
        """The path of ``element``."""
        way = [element]
        while way[-1] not in self._known and (parent := way[-1].getparent()) is not None:
            way.append(parent)
        for at in reversed(way):
            if at not in self._known:
                self._number(at)
        return self._known[element]

    def _number(self, element: HtmlElement) -> None:
        parent = element.getparent()
        if parent is None:
            self._known[element] = f"/{element.tag}"
            return
        above = self._known[parent]
        total = Counter(child.tag for child in parent if isinstance(child.tag, str))
        count: Counter[str] = Counter()
        for child in parent:
            tag = child.tag
            if isinstance(tag, str):
                count[tag] += 1
                self._known[child] = f"{above}/{tag}[{count[tag]}]" if total[tag] > 1 else f"{above}/{tag}"
