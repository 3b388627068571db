"""A story as one HTML page that needs nothing else: no script, no picture, no address but those of its links."""

from base64 import b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import sha256
from itertools import groupby
from pathlib import Path
from types import MappingProxyType
from typing import assert_never

from ..notes import Reference, references
from ..script.tongues import foreign
from ..story import Block, Role, Story, Tongue
from .arrangement import Arrangement, Box, Fold, Heading, Items, Part, Passage, Summarize, arrange
from .listings import is_continued, listings
from .markup import direction_of, element, linked, may_follow, place_of, quoted, shown
from .settings import Kept, settings
from .tables import table

_NAMED = frozenset({Role.CAPTION, Role.FOOTNOTE, Role.PULLQUOTE, Role.PROMO, Role.MEDIA})
"""Roles whose word stands before them where they are read, or they would be taken for the story."""


def page(
    story: Story,
    *,
    summarize: Summarize | None = None,
    kept: Kept = MappingProxyType({}),
    tools: tuple[str, str] = ("", ""),
    script: str = "",
) -> str:
    """The whole page as text; ``story`` is treated already, ``kept`` are the reader's settings.

    A block with the number ``n`` is the element with the id ``bn``: its text begins with the block's text, character
    for character, so that a `Position` leads to its place. ``tools`` is markup before and behind the story, ``script``
    the one script that may run, as the served view has them; without them nothing runs at all.
    """
    writer = _Writer(story, arrange(story, summarize))
    title = story.headline or writer.headline_text or "Untitled"
    language = story.language or "en"
    head = (
        '<meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{quoted(policy(script))}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer">'
        '<meta name="color-scheme" content="light dark">',
        element("title", shown(" ".join(title.split()))),
        f"<style>{style()}</style>",
    )
    foot = element("footer", *writer.source(), settings(kept, keeps=bool(script)), lang=writer.english)
    run = f"<script>{script}</script>" if script else ""
    before, behind = tools
    body = element("body", before, element("main", *writer.main(title), id="story"), behind, foot, run)
    return (
        f"<!DOCTYPE html>\n{element('html', element('head', *head), body, lang=language, dir=direction_of(language))}\n"
    )


def policy(script: str = "") -> str:
    """What the page may do (Content Security Policy, level 3): show its own style, run ``script``, load nothing."""
    rules = ["default-src 'none'", f"style-src '{_digest(style())}'", "base-uri 'none'"]
    if script:
        rules += [f"script-src '{_digest(script)}'", "connect-src 'self'", "form-action 'self'"]
    else:
        rules.append("form-action 'none'")
    return "; ".join(rules)


@cache
def style() -> str:
    """The style sheet."""
    return Path(__file__).with_name("style.css").read_text("utf-8")


def _digest(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"


class _Writer:
    """Writes the parts of one story."""

    def __init__(self, story: Story, arrangement: Arrangement) -> None:
        self._story, self._blocks, self._arrangement = story, story.blocks, arrangement
        self.english = None if (story.language or "en").split("-")[0].lower() == "en" else "en"
        self._folds = 0
        self._signs: dict[int, list[Reference]] = {}
        self._led_to: dict[int, Reference] = {}
        for sign in references(story.blocks):
            self._signs.setdefault(sign.block, []).append(sign)
            self._led_to.setdefault(sign.note, sign)

    @property
    def headline_text(self) -> str:
        number = self._arrangement.headline
        return "" if number is None else self._blocks[number].text

    def main(self, title: str) -> Iterator[str]:
        number = self._arrangement.headline
        yield element("h1", shown(title)) if number is None else self._block("h1", number)
        yield from self._parts(self._arrangement.body)
        if self._arrangement.left_out:
            yield element("h2", "Left out", lang=self.english, class_="aside")
            yield from self._parts(self._arrangement.left_out)

    def source(self) -> Iterator[str]:
        if may_follow(self._story.location):
            yield element("p", element("a", "The original page", href=self._story.location))

    def _parts(self, parts: Sequence[Part]) -> Iterator[str]:
        return (self._part(part) for part in parts)

    def _part(self, part: Part) -> str:
        match part:
            case Heading(number, level):
                return self._heading(f"h{level}", number)
            case Passage(number):
                return self._passage(number)
            case Items(numbers, label):
                lang = self.english if label == "Highlights" else None
                return "".join(self._lists(numbers, aria_label=label or None, lang=None if not label else lang))
            case Box():
                return self._box(part)
            case Fold():
                return self._fold(part)
            case _:
                assert_never(part)

    def _heading(self, name: str, number: int) -> str:
        """A heading; the number of the item that it begins stands before its own element."""
        sign = self._blocks[number].number_shown
        if not sign:
            return self._block(name, number)
        return element(name, f"{sign}. ", self._block("span", number))

    def _fold(self, fold: Fold) -> str:
        """A plain line that tells what is left out, and behind it the toggle that opens it, whose name says what.

        The line costs Orca's Say All one utterance. The toggle would take three (name, role, state), but Orca up to 48
        passes over what names something that can have the focus. So the toggle names the element around it, by a role
        that no screen reader we ran tells of, and that ARIA wants to be named by what it explains.
        """
        told, name = [shown(fold.title)], [shown(fold.title)]
        if fold.label is not None:
            word, _, count = fold.title.rpartition(", ")
            told = [f"{shown(word)}: ", self._block("span", fold.label, around=self.english), f", {count}"]
            label = element("span", shown(self._blocks[fold.label].text), lang=self._other(fold.label, self.english))
            name = [f"{shown(word)}: ", label, f", {count}"]
        self._folds += 1
        place = f"f{self._folds}"
        toggle = element("summary", "Show", " ", element("span", *name, class_="unseen"), id=place, lang=self.english)
        inner = element("div", *self._parts(fold.parts), lang=self.english and (self._story.language or "en"))
        around = {"role": "definition", "tabindex": "-1", "aria_labelledby": place}
        opened = element("div", element("details", toggle, inner), **around)
        return element("p", *told, class_="told", lang=self.english) + opened

    def _box(self, box: Box) -> str:
        name = "nav" if box.role is Role.RELATED else "aside"
        if box.label is None:
            return element(name, *self._parts(box.parts), aria_label=box.name)
        label = self._block("p", box.label, class_="label")
        return element(name, label, *self._parts(box.parts), aria_labelledby=f"b{box.label}")

    def _passage(self, number: int) -> str:
        block = self._blocks[number]
        match block.role:
            case Role.QUOTE:
                return element("blockquote", self._block("p", number))
            case Role.CODE:
                return element("pre", self._block("code", number))
            case Role.TABLE if block.items:
                return table(number, block)
            case role if role in _NAMED and not block.is_label and self._is_read(block):
                word = element("span", f"{role.spoken().capitalize()}: ", class_="role", lang=self.english)
                return element("p", word, self._block("span", number), class_=role.value)
            case Role.PARAGRAPH:
                return self._block("p", number)
            case role:
                return self._block("p", number, class_="label" if block.is_label else role.value)

    def _is_read(self, block: Block) -> bool:
        return block.treatment.value in ("speak", "after")

    def _are_numbered(self, numbers: Sequence[int]) -> bool:
        """Whether they are the notes that the signs 1, 2, 3… lead to, without a number of their own."""
        signs = [self._led_to.get(number) for number in numbers]
        texts = [self._blocks[sign.block].text[sign.start : sign.end] for sign in signs if sign]
        return texts == [f"[{n}]" for n in range(1, len(numbers) + 1)] and not any(
            self._blocks[number].text.lstrip("[")[:1].isdigit() for number in numbers
        )

    def _lists(self, numbers: Sequence[int], **attributes: str | None) -> Iterator[str]:
        """The items as lists: an ordered one ends where an item is not counted as the one before it."""
        if self._are_numbered(numbers):
            yield element("ol", *(self._block("li", number) for number in numbers), **attributes)
            return
        for listing, items in listings(self._blocks, numbers):
            inner = (self._item(item, value) for item, value in items)
            if listing is None:
                yield element("ul", *inner, **attributes)
            else:
                start = None if listing.first == 1 and not listing.falls else str(listing.first)
                style = None if listing.style == "1" else listing.style
                falls = "" if listing.falls else None
                yield element("ol", *inner, start=start, reversed=falls, type=style, **attributes)

    def _item(self, item: Sequence[int], value: str | None) -> str:
        """An item: its text, its further paragraphs, and deeper lists within it."""
        first, *rest = item
        more = "".join(self._within(rest))
        return self._block("li", first, more=more, value=value)

    def _within(self, rest: Sequence[int]) -> Iterator[str]:
        blocks = self._blocks
        for goes_on, run in groupby(rest, key=lambda n: is_continued(blocks[n])):
            members = list(run)
            yield from (self._block("p", n) for n in members) if goes_on else self._lists(members)

    def _block(
        self,
        name: str,
        number: int,
        more: str = "",
        *,
        class_: str | None = None,
        value: str | None = None,
        around: str | None = None,
    ) -> str:
        """The text of a block, whose language is told where it is not the one ``around`` it.

        A span has no role, or a browser would tell of it for its ``id`` and cut the sentence around it in three.
        """
        block = self._blocks[number]
        other = self._other(number, around)
        return element(
            name,
            linked(block.text, block.links, self._signs.get(number, ()), self._tongues(block)),
            self._way_back(number),
            more,
            id=f"b{number}",
            class_=class_,
            value=value,
            role="none" if name == "span" else None,
            lang=other,
            dir=direction_of(other) or "ltr" if other else None,
        )

    def _other(self, number: int, around: str | None) -> str | None:
        """The language of a block, where it is not that of what is around it: ``around``, or the story where None."""
        language = self._blocks[number].language or self._story.language
        return language if language and language != (around or self._story.language) else None

    def _tongues(self, block: Block) -> tuple[Tongue, ...]:
        return foreign(block, block.language or self._story.language)

    def _way_back(self, number: int) -> str:
        """From a footnote to its sign in the text."""
        sign = self._led_to.get(number)
        if sign is None:
            return ""
        link = element(
            "a", "↩", href=f"#{place_of(sign)}", role="doc-backlink", aria_label="Back to the text", lang=self.english
        )
        return f" {link}"
