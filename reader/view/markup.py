"""Writes HTML of which no part can be mistaken for markup: text is escaped, and links lead only where they may."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from ..notes import Reference
from ..story import Link, Tongue

_RIGHT_TO_LEFT = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"])
_LINKED = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}]+\Z", re.IGNORECASE)
_UNSHOWN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""Characters that no HTML document may hold; each is shown as U+FFFD, so that places in the text stay as they are."""


def element(name: str, /, *content: str, **attributes: str | None) -> str:
    """An element around ``content``, which is markup already; attributes are escaped, and left out where None.

    A trailing underscore in an attribute's name is dropped (``class_``), any other stands for a hyphen.
    """
    given = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{quoted(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{given}>{''.join(content)}</{name}>"


def shown(text: str) -> str:
    """``text`` as markup that shows exactly this text."""
    return escape(_UNSHOWN.sub("\ufffd", text), quote=False).replace("\r", "&#13;")


def quoted(value: str) -> str:
    """``value`` for an attribute in double quotes."""
    return escape(_UNSHOWN.sub("\ufffd", value))


def linked(
    text: str, links: Iterable[Link], references: Iterable[Reference] = (), tongues: Sequence[Tongue] = ()
) -> str:
    """``text`` with those of its links that lead to the web or write a letter; the others are text only.

    ``references`` are the signs of footnotes in it: each leads to its note, and can be led back to. ``tongues`` are its
    passages in other languages, one after another (WCAG 2.2, 3.1.2).
    """
    spans: list[Link | Reference] = [*references, *(link for link in links if may_follow(link.target))]
    parts: list[str] = []
    cursor = 0
    for span in sorted(spans, key=lambda span: span.start):
        start = max(span.start, 0)
        end = max(min(span.end, len(text)), start)
        if start < cursor or not text[start:end].strip():
            continue
        parts += [_in_languages(text, cursor, start, tongues), _link(span, _in_languages(text, start, end, tongues))]
        cursor = end
    return "".join([*parts, _in_languages(text, cursor, len(text), tongues)])


def _in_languages(text: str, start: int, end: int, tongues: Sequence[Tongue]) -> str:
    """``text[start:end]`` with each passage in another language marked as such."""
    parts: list[str] = []
    for tongue in tongues:
        first, last = max(tongue.start, start), min(tongue.end, end)
        if first < last:
            inner = shown(text[first:last])
            direction = direction_of(tongue.language) or "ltr"
            parts += [shown(text[start:first]), element("span", inner, lang=tongue.language, dir=direction)]
            start = last
    return "".join([*parts, shown(text[start:end])])


def direction_of(language: str) -> str | None:
    """ "rtl" for a language that is written from right to left, else None."""
    return "rtl" if language.split("-")[0].lower() in _RIGHT_TO_LEFT else None


def _link(span: Link | Reference, inner: str) -> str:
    if isinstance(span, Link):
        return element("a", inner, href=span.target)
    return element("a", inner, href=f"#b{span.note}", id=place_of(span), role="doc-noteref")


def place_of(reference: Reference) -> str:
    """The id of the sign of a footnote."""
    return f"r{reference.block}-{reference.start}"


def may_follow(target: str) -> bool:
    """Whether a link may lead there: to http, https or mailto, and nowhere else."""
    return _LINKED.match(target) is not None
