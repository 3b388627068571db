"""Finds a story that a page holds but does not show: in its JSON-LD, in a template, in the data of its scripts.

Pages that a script builds in the browser, and pages with a paywall, print no story, or only its begin. Where that is
so, the text is put into the page at the place where its begin stands, or under its headline, and is read from there.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from ..outline import Kind, Outline, State
from ..scene import Scene

MARK = "data-sayall-from"
"""The attribute of an element that was put in; its value says where the text is from."""
_LEAST = 400
"""So many characters, at least, make a story worth looking for."""
_LITTLE = 400
"""A page with less prose than this, and less than a quarter of what was found, shows no story."""
_SHOWN = 0.5
"""Where so much of the text is on the page, nothing is put in."""
_BEGIN = 30
_HIDDEN = State.HIDDEN | State.NOSCRIPT
_DATA = 2_000_000
_MOST_STRINGS = 20_000
_DEEPEST = 60
_PARAGRAPH = 320
_WORD = re.compile(r"\w+")
_STOP = re.compile(r"[^.!?。！？।]*[.!?。！？।]+[\"'”’»)」』]*\s*|[^.!?。！？।]+$")
_MARKUP = re.compile(r"<(?:p|br|div|h[1-6]|li)\b", re.I)
_PROSE = re.compile(r"\w{2,}.{20,}[.!?…。！？।][\"'”’»)」』]*\s*$", re.S)


@dataclass(frozen=True, slots=True)
class Unshown:
    """A text that the page does not show: where it is from, in words, and its paragraphs."""

    origin: str
    paragraphs: tuple[str, ...]

    @property
    def size(self) -> int:
        """How many characters it has."""
        return sum(map(len, self.paragraphs))


def put_in(root: HtmlElement, scene: Scene, headline: str) -> str:
    """Puts a story that the page holds and does not show into its tree. Gives where it is from, "" where none is.

    ``headline`` is that of the story; where the page prints none it is put above.
    """
    outline, measures, told = scene.outline, scene.measures, scene.told
    if len(told.body) >= _LEAST:
        found = Unshown("JSON-LD (articleBody)", _paragraphs(told.raw_body))
        if _share_shown(found, outline) < _SHOWN:
            return _place(root, outline, found, headline, told.authors)
    shown = sum(m.raw for m in measures.pieces if not m.piece.box.state & _HIDDEN)
    if shown >= _LITTLE:
        return ""
    for other in (_in_templates(root), _in_scripts(root)):
        if other is not None and other.size >= max(_LEAST, 4 * shown):
            return _place(root, outline, other, headline, told.authors)
    return ""


def explain(scene: Scene) -> None:
    """Adds to the reason of each piece that was put in where it is from."""
    for view in scene.views:
        for box in view.piece.box.chain()[:3]:
            if MARK in box.element.attrib:
                view.reason += f"; the page does not show it: it is from {box.element.get(MARK)}"
                break


def _place(root: HtmlElement, outline: Outline, found: Unshown, headline: str, authors: tuple[str, ...]) -> str:
    """Puts paragraphs behind those that the page shows of them, else behind its headline, else at its end."""
    at, rest = _begun(outline, found)
    article = etree.SubElement(_body(root), "article", {MARK: found.origin})
    if at is None:
        printed = _printed(outline, headline)
        if printed is None and headline:
            etree.SubElement(article, "h1").text = headline
            for author in authors[:3]:
                etree.SubElement(article, "p").text = author
        at = printed
    for paragraph in rest:
        etree.SubElement(article, "p").text = paragraph
    if at is not None:
        article.tag = "div" if at.tag == "p" else article.tag
        at.addnext(article)
    return found.origin


def _begun(outline: Outline, found: Unshown) -> tuple[HtmlElement | None, tuple[str, ...]]:
    """The last element of the page that prints a paragraph of the text, and the paragraphs that it does not print.

    A paragraph that the page breaks off is taken from it, since the whole of it is put in.
    """
    begins = {_bare(paragraph)[:_BEGIN]: paragraph for paragraph in found.paragraphs}
    for piece in outline.pieces:
        broken = piece.text.endswith(("…", "...")) and _bare(piece.text)[:_BEGIN] in begins
        if broken and piece.box.tag == "p" and piece.box.element.getparent() is not None:
            piece.box.element.drop_tree()
    printed = {
        _bare(piece.text): piece.box.element
        for piece in outline.pieces
        if piece.kind is not Kind.HEADING and not piece.box.state & _HIDDEN
    }
    at = None
    rest = []
    for paragraph in found.paragraphs:
        element = printed.get(_bare(paragraph))
        if element is None:
            rest.append(paragraph)
        else:
            at = element
    return at, tuple(rest)


def _printed(outline: Outline, headline: str) -> HtmlElement | None:
    """The element of the headline, where the page prints it."""
    mine = _bare(headline)
    headings = (piece for piece in outline.pieces if piece.kind is Kind.HEADING and not piece.box.state & _HIDDEN)
    return next((piece.box.element for piece in headings if mine and _bare(piece.text) == mine), None)


def _share_shown(found: Unshown, outline: Outline) -> float:
    """How much of a text the page shows, 0 to 1, by runs of four words."""
    shown = _runs(" ".join(piece.text for piece in outline.pieces if not piece.box.state & _HIDDEN))
    mine = _runs(" ".join(found.paragraphs))
    return len(mine & shown) / len(mine) if mine else 1.0


def _runs(text: str) -> set[int]:
    words = _WORD.findall(text.casefold())
    if len(words) < len(text) / 20:  # no spaces part the words
        words = [c for c in text if c.isalnum()]
    return {hash(tuple(words[i : i + 4])) for i in range(max(1, len(words) - 3))}


def _bare(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _body(root: HtmlElement) -> HtmlElement:
    body = root.find("body")
    return root if body is None else body


def _paragraphs(raw: str) -> tuple[str, ...]:
    """The paragraphs of a text: by its markup, by its lines, or, where it is one line, a few sentences each."""
    if _MARKUP.search(raw):
        tree = etree.fromstring(f"<div>{raw}</div>", HTMLParser())
        for element in tree.iter("script", "style"):
            element.text = ""
        for element in tree.iter("p", "div", "br", "li", "h1", "h2", "h3", "h4"):
            element.tail = "\n" + (element.tail or "")
        raw = "".join(map(str, tree.itertext()))
    elif "&" in raw:
        raw = html.unescape(raw)
    lines = tuple(" ".join(line.split()) for line in raw.splitlines() if line.strip())
    return lines if len(lines) > 1 else tuple(_by_sentences(lines[0])) if lines else ()


def _by_sentences(text: str) -> Iterator[str]:
    gathered = ""
    for match in _STOP.finditer(text):
        gathered += match.group()
        if len(gathered) >= _PARAGRAPH:
            yield gathered.strip()
            gathered = ""
    if gathered.strip():
        yield gathered.strip()


def _in_templates(root: HtmlElement) -> Unshown | None:
    """The paragraphs of the template or noscript element that holds most of them."""
    best: Unshown | None = None
    for element in root.iter("template", "noscript"):
        texts = (" ".join("".join(map(str, p.itertext())).split()) for p in element.iter("p", "h2", "h3", "li"))
        found = Unshown(f"its {element.tag} element", tuple(filter(None, texts)))
        if best is None or found.size > best.size:
            best = found
    return best


def _in_scripts(root: HtmlElement) -> Unshown | None:
    """The longest text in the data that the page gives to its own scripts, as of Next.js."""
    best: Unshown | None = None
    for script in root.iter("script"):
        kind, raw = script.get("type") or "", script.text or ""
        if "json" not in kind or "ld+json" in kind or not _LEAST < len(raw) < _DATA:
            continue
        try:
            value = json.loads(raw)
        except (ValueError, RecursionError):
            continue
        for paragraphs in _texts(value):
            found = Unshown(f"the data of its scripts ({script.get('id') or kind})", paragraphs)
            if best is None or found.size > best.size:
                best = found
    return best


def _texts(value: object) -> Iterator[tuple[str, ...]]:
    """The texts in a piece of data: each long string with markup, and the sentences of each list, in their order."""
    runs: dict[tuple[object, ...], list[str]] = {}
    waiting: list[tuple[object, tuple[object, ...], int]] = [(value, (), 0)]
    seen = 0
    while waiting and seen < _MOST_STRINGS:
        at, way, depth = waiting.pop()
        if depth > _DEEPEST:
            continue
        if isinstance(at, dict):
            waiting.extend((inner, way, depth + 1) for inner in reversed(at.values()))
        elif isinstance(at, list):
            # What stands in one list is one text, however deep its strings are in its members.
            mine = way if way else (id(at),)
            waiting.extend((inner, (id(at),) if depth < 1 else mine, depth + 1) for inner in reversed(at))
        elif isinstance(at, str):
            seen += 1
            if _MARKUP.search(at) and len(at) > _LEAST:
                yield _paragraphs(at)
            elif _PROSE.search(at):
                runs.setdefault(way, []).append(" ".join(at.split()))
    for texts in runs.values():
        yield tuple(dict.fromkeys(texts))
