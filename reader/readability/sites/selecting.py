"""Finds the elements of a page that a CSS selector names, in a time that does not grow with the square of the page.

cssselect makes one XPath expression of a whole selector, which takes minutes for ``p + p`` on a page of ten thousand
paragraphs. So only what is said of one element is left to it; how elements stand to each other is looked at here.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from cssselect import HTMLTranslator, SelectorError, parse
from cssselect.parser import CombinedSelector, Tree
from lxml import etree
from lxml.html import HtmlElement

_TRANSLATOR = HTMLTranslator()


def selected(root: HtmlElement, selector: str) -> list[HtmlElement]:
    """The elements that ``selector`` names. Raises `ValueError` with the reason where it is none that can be used."""
    try:
        found = []
        for one in parse(selector):
            if one.pseudo_element:
                raise ValueError("It names a part of an element, not an element")
            found += _named(root, one.parsed_tree)
        return found
    except (SelectorError, etree.XPathError) as error:
        raise ValueError(str(error)) from error


def _named(root: HtmlElement, tree: Tree) -> list[HtmlElement]:
    if not isinstance(tree, CombinedSelector):
        return list(root.xpath(f"descendant-or-self::{_TRANSLATOR.xpath(tree)}"))
    left = set(_named(root, tree.selector))
    stands = _RELATIONS[tree.combinator](left)
    return [element for element in _named(root, tree.subselector) if stands(element)] if left else []


Stands = Callable[[HtmlElement], bool]


def _inside(left: Container[HtmlElement]) -> Stands:
    known: dict[HtmlElement, bool] = {}

    def stands(element: HtmlElement) -> bool:
        passed: list[HtmlElement] = []
        answer = False
        for outer in element.iterancestors():
            if outer in known:
                answer = known[outer]
                break
            passed.append(outer)
            if outer in left:
                answer = True
                break
        known.update((outer, answer) for outer in passed)
        return answer

    return stands


def _right_inside(left: Container[HtmlElement]) -> Stands:
    return lambda element: element.getparent() in left


def _right_after(left: Container[HtmlElement]) -> Stands:
    return lambda element: next(element.itersiblings("*", preceding=True), None) in left


def _after(left: Container[HtmlElement]) -> Stands:
    known: dict[HtmlElement | None, frozenset[HtmlElement]] = {}

    def stands(element: HtmlElement) -> bool:
        parent = element.getparent()
        if parent not in known:
            children = [] if parent is None else list(parent.iterchildren("*"))
            first = next((place for place, child in enumerate(children) if child in left), len(children))
            known[parent] = frozenset(children[first + 1 :])
        return element in known[parent]

    return stands


_RELATIONS: dict[str, Callable[[Container[HtmlElement]], Stands]] = {
    " ": _inside,
    ">": _right_inside,
    "+": _right_after,
    "~": _after,
}
