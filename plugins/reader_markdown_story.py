"""The story of a Markdown document, and how one is told from plain text."""

from __future__ import annotations

import re
from codecs import getincrementaldecoder
from dataclasses import replace
from typing import Any

from reader import Block, Page, Role, Story

_SIGNS = {
    "heading": r"^#{1,6}[ \t]+\S",
    "underlined heading": r"^\S.*\n(?:={3,}|-{3,})[ \t]*$",
    "link": r"\[[^\]\n]+\]\((?:https?:|/|\.|#|\w)[^)\s]*(?: \"[^\"]*\")?\)|^\[[^\]^\n]+\]:[ \t]+\S+",
    "picture": r"!\[[^\]\n]*\]\([^)\n]+\)",
    "fence": r"^(?:```|~~~)[\w+-]*[ \t]*$",
    "bold": r"(?<![\w*])\*\*\S(?:[^*\n]*\S)?\*\*(?![\w*])",
    "code": r"(?<![`\w])`[^`\n]+`(?![`\w])",
    "table": r"^\|?[ \t]*:?-{3,}:?[ \t]*(?:\|[ \t]*:?-{3,}:?[ \t]*)+\|?[ \t]*$",
    "footnote": r"^\[\^[\w-]+\]:",
    "quote": r"^> \S",
}
_SIGN = {name: re.compile(pattern, re.M) for name, pattern in _SIGNS.items()}
_TYPES = ("text/markdown", "text/x-markdown")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\n((?:[\w -]+:.*\n|[ \t]+.*\n|- .*\n|#.*\n)+)(?:---|\.\.\.)[ \t]*\n")
_FIELD = re.compile(r"^(title|author|authors|date|lang|language):[ \t]*[\"']?(.+?)[\"']?[ \t]*$", re.M)
_FENCED = re.compile(r"^(```+|~~~+).*?^\1[ \t]*$", re.M | re.S)
_NOTE = re.compile(r"^\[\^([\w-]+)\]:[ \t]*", re.M)
_NOTE_SIGN = re.compile(r"\[\^([\w-]+)\]")
_SAID = {
    Role.LIST_ITEM: re.compile(r"\[([ xX])\]\s+(?=\S)"),
    Role.QUOTE: re.compile(r"\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s+(?=\S)"),
}
_TASKS = {" ": "To do: ", "x": "Done: ", "X": "Done: "}
_LOOKED_AT = 50_000
_BEGINNING_BYTES = 4 * _LOOKED_AT
"""So many bytes have at least `_LOOKED_AT` characters, in whatever encoding."""
_NOTE_TEXT = "\ue000"
"""Marks the paragraphs that are the text of a footnote; a private character, which no text has."""


def story_of(page: Page) -> Story | None:
    """The document as a story; None where it is plain text, or the package is missing."""
    kind = page.media_type.partition(";")[0]
    from reader.readability.decoding.decode import decode

    if kind == "text/plain" and (beginning := _beginning(page.data)) and not is_markdown(beginning):
        return None
    text = decode(page).replace("\r\n", "\n").replace(_NOTE_TEXT, "")
    if kind == "text/plain" and not is_markdown(text):
        return None
    try:
        from markdown_it import MarkdownIt
    except ImportError:
        return None
    from reader.markup import blocks_of, parsed

    matter = _FRONT_MATTER.match(text)
    details = dict(_FIELD.findall(matter[1])) if matter else {}
    body, numbers = _with_notes(text[matter.end() :] if matter else text)
    rendered = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body)
    found = blocks_of(parsed(rendered), tell=_told, base=page.location if kind in _TYPES else "")
    blocks = _headed(tuple(_worded(_noted(block, numbers)) for block in found), details.get("title", ""))
    if matter:
        blocks = (*blocks, Block(Role.BOILERPLATE, matter[1].strip(), reason="the front matter"))
    headline = next((block.text for block in blocks if block.role is Role.HEADLINE), "")
    byline = (details.get("author") or details.get("authors", "")).strip("[]")
    language = details.get("lang") or details.get("language", "")
    return Story(headline, blocks, byline, details.get("date", ""), language, page.location)


def _beginning(data: bytes) -> str:
    """What of a very long text is looked at for signs, since decoding it all takes time; "" where that is unclear."""
    if len(data) <= _BEGINNING_BYTES or b"\0" in data[:_BEGINNING_BYTES]:
        return ""
    try:
        text = getincrementaldecoder("utf-8")().decode(data[:_BEGINNING_BYTES])
    except UnicodeDecodeError:
        return ""
    return text.replace("\r\n", "\n")


def is_markdown(text: str) -> bool:
    """Whether a text has signs of Markdown of two kinds, or front matter."""
    if _FRONT_MATTER.match(text):
        return True
    start = text[:_LOOKED_AT]
    kinds = {name for name, sign in _SIGN.items() if sign.search(start)}
    return len(kinds) >= 2 and not kinds <= {"bold", "code", "quote"}


def _with_notes(text: str) -> tuple[str, dict[str, int]]:
    """The text with its footnotes marked as paragraphs of their own, and their names numbered; code is left alone."""
    parts, cursor, numbers = [], 0, dict[str, int]()

    def marked(match: re.Match[str]) -> str:
        numbers.setdefault(match[1], len(numbers) + 1)
        return f"\n{_NOTE_TEXT}[^{match[1]}] "

    for fence in _FENCED.finditer(text):
        parts += [_NOTE.sub(marked, text[cursor : fence.start()]), fence[0]]
        cursor = fence.end()
    parts.append(_NOTE.sub(marked, text[cursor:]))
    return "".join(parts), numbers


def _noted(block: Block, numbers: dict[str, int]) -> Block:
    """The block with its signs of footnotes as numbers, which are not said within a sentence; or as a footnote."""
    if block.role is Role.CODE or not numbers:
        return block
    signs = [sign for sign in _NOTE_SIGN.finditer(block.text) if sign[1] in numbers]

    def shifted(at: int) -> int:
        return at + sum(len(str(numbers[sign[1]])) - len(sign[1]) - 1 for sign in signs if sign.end() <= at)

    text = _NOTE_SIGN.sub(lambda sign: f"[{numbers[sign[1]]}]" if sign[1] in numbers else sign[0], block.text)
    links = tuple(replace(link, start=shifted(link.start), end=shifted(link.end)) for link in block.links)
    tongues = tuple(replace(one, start=shifted(one.start), end=shifted(one.end)) for one in block.tongues)
    if text.startswith(_NOTE_TEXT):
        links = tuple(replace(link, start=link.start - 1, end=link.end - 1) for link in links)
        tongues = tuple(replace(one, start=max(0, one.start - 1), end=one.end - 1) for one in tongues)
        reason = "the text of a footnote"
        return replace(block, role=Role.FOOTNOTE, text=text[1:], links=links, tongues=tongues, reason=reason)
    return replace(block, text=text, links=links, tongues=tongues)


def _worded(block: Block) -> Block:
    """The block with the signs of GitHub's Markdown as words: tasks, and notes in quotes; a formula alone is one."""
    if block.role is Role.PARAGRAPH and (formula := re.fullmatch(r"\$\$\s*([^$]+?)\s*\$\$", block.text)):
        return replace(block, role=Role.MATH, text=formula[1], links=(), tongues=(), reason="a formula between $$")
    sign = _SAID.get(block.role)
    found = sign.match(block.text) if sign else None
    if found is None:
        return block
    said = _TASKS.get(found[1], f"{found[1].capitalize()}: ")
    longer = len(said) - found.end()
    links = tuple(replace(link, start=link.start + longer, end=link.end + longer) for link in block.links)
    tongues = tuple(replace(one, start=max(0, one.start + longer), end=one.end + longer) for one in block.tongues)
    return replace(block, text=said + block.text[found.end() :], links=links, tongues=tongues)


def _headed(blocks: tuple[Block, ...], title: str) -> tuple[Block, ...]:
    """The blocks with a headline: the first heading of level 1, where nothing is told before it."""
    if title:
        again = blocks[:1] if blocks and blocks[0].role is Role.HEADING and blocks[0].text == title else ()
        return (Block(Role.HEADLINE, title, level=1, reason="the title in the front matter"), *blocks[len(again) :])
    for number, block in enumerate(blocks[:3]):
        if block.role is Role.HEADING and block.level == 1:
            headline = replace(block, role=Role.HEADLINE, reason="the first heading")
            return (headline, *blocks[:number], *blocks[number + 1 :])
    return blocks


def _told(element: Any) -> Role | None:
    """Badges, pictures that are links in a paragraph of nothing else, are furniture."""
    if element.tag != "p" or len(element) == 0 or (element.text or "").strip():
        return None
    badges = all(child.tag == "a" and len(child) and all(inner.tag == "img" for inner in child) for child in element)
    words = any((child.tail or "").strip() or (child.text or "").strip() for child in element)
    return Role.BOILERPLATE if badges and not words else None
