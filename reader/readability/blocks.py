"""Cuts the tree of a page into pieces of text in reading order; nothing is lost and no words run together."""

from __future__ import annotations

import re
from itertools import islice

from lxml import etree
from lxml.html import HtmlElement

from ..counting import Count, count_of
from ..patterns import later
from .cutting.inline import Run
from .cutting.inline_notes import inline_note
from .cutting.samples import beside_lines, code_lines, is_coloured
from .cutting.tables import is_data, is_grid
from .kinds.recipes import is_ingredients
from .outline import Box, Outline, State
from .pieces import add_code, add_lines, add_media, add_note, add_rows, add_table, add_unseen, give_ordinals, pieces_of
from .vocabulary import words
from .words import Meaning, meaning

BLOCKS = words("elements", "blocks")
_SKIPPED = words("elements", "skipped")
_PHRASES = words("elements", "phrases")
_TAKEN_WHOLE = _SKIPPED | {"br", "img", "math"}
_NAMED = frozenset(
    ["class", "id", "itemprop", "role", "rel", "data-component", "data-testid", "data-type", "data-module", "data-area",
    "data-gu-name", "data-qa", "data-name", "data-block", "data-e2e", "slot"]
)  # fmt: skip
_UNSHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
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

_MOST_PIECES = 12_000
"""So many pieces are looked at one by one, more than the longest novel has; what follows them is cut coarsely."""
_MANUAL = 0.5
_LONG_RUN = 200
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_DEEPEST_HEADING = 6
_LISTS = ("ul", "ol")
_FEW_ITEMS = 12
_FIELDS = ("input", "textarea", "select")
_UNFILLED = ("hidden", "submit", "button", "image", "reset", "checkbox")
_WORD_WHOLE = re.compile(r"\w+")
_LONG_NAME = 5
_WORD = later(r"[^\W_]+")


def cut(root: HtmlElement, titles: frozenset[str] = frozenset()) -> Outline:
    """The boxes and pieces of the page, in one pass over its tree; ``titles`` are what it may call its story."""
    scissors = _Scissors(root, titles)
    walker = etree.iterwalk(root, events=("start", "end", "comment"))
    for event, element in walker:
        if event == "start":
            if not scissors.enter(element):
                walker.skip_subtree()
        elif event == "end":
            scissors.leave(element)
        else:
            scissors.run.add(element.tail)
    scissors.flush()
    scissors.outline.boxes[0].last = len(scissors.outline.pieces)
    return scissors.outline


class _Scissors:
    """Where in the tree the cutting is: the box that is open, and the text gathered in it so far."""

    def __init__(self, root: HtmlElement, titles: frozenset[str]) -> None:
        self.titles = titles
        self.outline = Outline()
        self.run = Run()
        self.notes: list[tuple[str, str]] = []
        self.box = Box("html", root, None, 0, 0, 0, 0)
        self.outline.boxes.append(self.box)
        self.open: list[tuple[HtmlElement, Box]] = []
        self.counts: dict[HtmlElement, Count] = {}
        self._root = root
        self._manual: bool | None = None

    def flush(self) -> None:
        """Makes pieces of the text gathered so far."""
        pieces = self.outline.pieces
        if self.run.parts:
            first = len(pieces)
            pieces.extend(pieces_of(self.run, self.box, first, self.titles))
            if self.counts:
                give_ordinals(pieces[first:], self.box)
            self.run.clear()
        for text in self.run.take_asides():
            add_unseen(self.outline, self.box, text)
        for mark, text in self.notes:
            add_note(self.outline, self.box, f"{mark} {text}".lstrip())
        self.notes.clear()

    def enter(self, element: HtmlElement) -> bool:
        """An element begins. Gives whether its inside is to be walked through."""
        tag = str(element.tag)
        if tag in _SKIPPED:
            if tag == "script" and "math" in (element.get("type") or ""):
                self.run.add(element.text)
            return False
        attributes = element.attrib
        names = " ".join([value for name, value in attributes.items() if name in _NAMED]) if attributes else ""
        if "-" in tag:
            names = f"{names} {tag}"  # the authors of a page made this element, and named it
        hints = meaning(names) if names else 0
        if hints and "id" in attributes and meaning(attributes["id"]) and _is_slug(attributes["id"], element):
            hints = meaning(" ".join([attributes[name] for name in _NAMED if name in attributes and name != "id"]))
        if self._is_block(element, tag):
            if self._is_full():
                return self._enter_coarsely(element, tag, hints)
            return self._enter_box(element, tag, hints)
        if tag == "br":
            self.run.break_line()
        elif tag == "img":
            if (
                self.box.tag in _HEADINGS
                and not self.run.parts
                and not "".join(map(str, self.box.element.itertext())).strip()
            ):
                self.run.add(element.get("alt"))
            elif "fallback" not in names and ("math" in names or "latex" in names or "tex" in names.split()):
                self.run.add(" " + (element.get("alt") or "") + " ")
        elif tag == "math":
            self.run.add_math(element)
            return False
        elif (tag == "sup" or (tag == "a" and self.run.parts)) and self.run.add_reference(element):
            return False
        elif tag == "span" and (note := inline_note(element, hints if self.run.parts else 0)):
            self.run.add(f"[{note[0]}]" if note[0] else None)
            self.notes.append(note)
            return False
        elif self.run.is_apart(element, tag, hints, _is_hidden(element), names):
            self.run.put_aside(element)
            return False
        else:
            told = (attributes.get("lang") or attributes.get("xml:lang") or "") if attributes else ""
            self.run.open(element, tag, hints, told)
            self.run.add(element.text)
        return True

    def leave(self, element: HtmlElement) -> None:
        """An element ends; the text behind it belongs to what is around it."""
        if self.open and self.open[-1][0] is element:
            self.flush()
            self.box.last = len(self.outline.pieces)
            _, self.box = self.open.pop()
        elif element.tag not in _TAKEN_WHOLE:
            self.run.close(element)
            if self._is_full() and element.tag in BLOCKS:
                self.run.add(" ")
        self.run.add(element.tail)

    def _is_manual(self) -> bool:
        """Whether most of the page stands in several preformatted elements, as in a manual."""
        if self._manual is None:
            plain = (sample for sample in self._root.iter("pre") if not is_coloured(sample))
            samples = [sum(map(len, map(str, sample.itertext()))) for sample in plain]
            body = self._root.find("body")
            whole = sum(len(str(text)) for text in (self._root if body is None else body).itertext())
            self._manual = len(samples) > 2 and sum(samples) > _MANUAL * whole
        return self._manual

    def _is_full(self) -> bool:
        return len(self.outline.pieces) >= _MOST_PIECES

    def _enter_coarsely(self, element: HtmlElement, tag: str, hints: int) -> bool:
        """A box begins where there were too many: its text is a part of a larger piece."""
        if len(self.run.parts) > _LONG_RUN:
            self.flush()
        self.run.add(" ")
        self.run.open(element, tag, hints)
        self.run.add(element.text)
        return True

    def _is_block(self, element: HtmlElement, tag: str) -> bool:
        if tag in BLOCKS or ("-" in tag and not self.run.parts):
            return True
        headed = tag != "a" and element.get("role") == "heading"
        if not headed and tag not in ("button", "cite"):
            return False
        parent = element.getparent()
        if parent is None:
            return False
        if headed and parent.tag not in _HEADINGS:
            return True
        return (tag == "button" and parent.tag not in _PHRASES) or (
            tag == "cite"
            and parent[0] is element
            and "blockquote" in (parent.tag, getattr(parent.getparent(), "tag", ""))
        )

    def _enter_box(self, element: HtmlElement, tag: str, hints: int) -> bool:
        self.flush()
        state = self.box.state | _STATES.get(tag, 0)
        if tag == "form" and not self.box.state & State.FORM and _holds_page(element):
            state &= ~State.FORM
        if element.attrib:
            state |= _ROLES.get(element.get("role") or "", 0)
            if _is_hidden(element):
                state |= State.HIDDEN
        if tag == "template" and element.get("shadowrootmode") is None:
            state |= State.HIDDEN
        if tag in _LISTS:
            state = state | State.SECTION if _holds_sections(element) else state & ~State.SECTION
        if tag in _HEADINGS:  # a heading that keeps clear of a bar, or has a link to itself, is no navigation
            hints &= ~Meaning.NAV
        self.open.append((element, self.box))
        self.box = Box(tag, element, self.box, hints, state, self.box.depth + 1, len(self.outline.pieces))
        self.outline.boxes.append(self.box)
        if tag == "ol":
            self.counts[element] = count_of(element)
        elif tag == "li" and (count := self.counts.get(element.getparent())):
            # The entries of a live report are counted by nobody: they have a time each.
            is_timed = state & State.SECTION and next(element.iter("time"), None) is not None
            self.box.ordinal = None if is_timed else count.take(element)
        if tag == "table" and is_ingredients(element, self.outline.pieces):
            add_rows(self.outline, self.box, element)
            return False
        if (tag == "table" and is_data(element)) or (tag == "div" and is_grid(element)):
            add_table(self.outline, self.box, element)
            return False
        if tag == "pre":
            add_code(self.outline, self.box, element, as_prose=self._is_manual())
            return False
        if tag == "div" and (lines := code_lines(element)):
            add_lines(self.outline, self.box, lines)
            for text in beside_lines(element):
                add_unseen(self.outline, self.box, text)
            return False
        if tag in ("iframe", "object", "video", "audio"):
            add_media(self.outline, self.box, element)
            if tag in ("iframe", "object"):
                return False
        self.run.add(element.text)
        return True


def _holds_sections(listing: HtmlElement) -> bool:
    """Whether the items of a list are parts of a story, as in a live report: a heading and paragraphs in each."""
    items = list(islice(listing.iterchildren("li"), _FEW_ITEMS))
    if len(items) < 2:
        return False
    headed = len(items)
    for item in items:
        headed -= next(item.iter(*_HEADINGS), None) is None
        if headed < 0.6 * len(items):
            return False  # as most lists of links show by their first items
    return sum(len(item.findall(".//p")) for item in items) >= 1.5 * len(items)


def _is_slug(name: str, element: HtmlElement) -> bool:
    """Whether what an id hints at are words of the heading below it: it says what a text is about, not what it is."""
    heading: HtmlElement | None = element
    for _ in range(_DEEPEST_HEADING):
        if heading is None or heading.tag in _HEADINGS:
            break
        # Empty elements in front are targets of older links.
        heading = next((child for child in islice(heading.iterchildren("*"), 5) if len(child) or child.text), None)
    if heading is None or heading.tag not in _HEADINGS:
        # The name of what is described: “method-i-next_list” over “next_list()”.
        first = _WORD_WHOLE.search(" ".join(islice((str(text) for text in element.itertext() if text.strip()), 1)))
        return first is not None and len(first[0]) >= _LONG_NAME and first[0] in name
    title = frozenset(_WORD.findall("".join(map(str, heading.itertext())).casefold()))
    return heading is element or not meaning(
        " ".join(word for word in _WORD.findall(name) if word.casefold() not in title)
    )


def _is_hidden(element: HtmlElement) -> bool:
    names = element.keys()
    if "hidden" in names or ("style" in names and _UNSHOWN.search(element.get("style")) is not None):
        return True
    # What an element of AMP shows until it has what it is for.
    return element.tag not in _FIELDS and ("placeholder" in names or "fallback" in names)


def _holds_page(form: HtmlElement) -> bool:
    """Whether a form is put around a whole page, or around a text without a field to fill in, as some servers do."""
    if not any(field.tag != "input" or field.get("type") not in _UNFILLED for field in form.iter(*_FIELDS)):
        return True
    return form.find(".//h1") is not None or form.find(".//article") is not None or len(form.findall(".//p")) > 5
