"""The story of a book in EPUB: its documents in order, with the roles that the book gives to what is in them."""

from __future__ import annotations

import posixpath
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.entities import name2codepoint
from io import BytesIO
from itertools import count, pairwise
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from reader import Block, Limits, Page, Role, Story
from reader.errors import PageError, PageTooLargeError
from reader.sources import shown

if TYPE_CHECKING:
    from zipfile import ZipFile

_TYPE = "{http://www.idpf.org/2007/ops}type"
_SPOKEN = {
    Role.FOOTNOTE: "footnote footnotes endnote endnotes rearnote rearnotes",
    Role.SIDEBAR: "sidebar tip notice warning help assessment case-study",
    Role.PULLQUOTE: "pullquote",
    Role.QUOTE: "epigraph",
    Role.DECK: "subtitle",
    Role.BOILERPLATE: "toc landmarks loi lot loa lov page-list pagelist index pagebreak titlepage halftitlepage cover"
    " title-page copyright-page imprint colophon other-credits navigation contentinfo search",
}
_ROLES = {name: role for role, names in _SPOKEN.items() for name in names.split()}
"""What EPUB 3 Structural Semantics 1.1, DPUB-ARIA 1.1 (with ``doc-`` before it) and EPUB 2's guide call things."""

_NOTES = frozenset({"footnote", "footnotes", "footnote-list", "endnote", "endnotes"})
"""Classes of notes in books that say nothing of semantics, as many programs write them."""

_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]*);")


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A document of the book: its path in the archive, and what the book as a whole says it is."""

    path: str
    role: Role | None
    label: str


def book_of(page: Page, limits: Limits) -> Story:
    """The whole book as one story; its chapters are sections. Raises `PageError`."""
    from zipfile import BadZipFile, ZipFile

    name = shown(page.location)
    try:
        with ZipFile(BytesIO(page.data)) as archive:
            return _book(archive, page.location, limits)
    except (BadZipFile, NotImplementedError, ValueError, RuntimeError, EOFError, OSError, zlib.error) as error:
        raise PageError(f"{name}: is a damaged EPUB book ({error}); fetch it again") from None
    except KeyError as error:
        raise PageError(
            f"{name}: is an EPUB book in which a part is missing ({error.args[0]}); fetch it again"
        ) from None


def _book(archive: ZipFile, location: str, limits: Limits) -> Story:
    container = _tree(archive.read("META-INF/container.xml"))
    package = next(str(root.get("full-path")) for root in container.iter("rootfile"))
    opf = _tree(_member(archive, package, limits))
    title, authors = _details(opf, "title"), _details(opf, "creator")
    headline = title[0] if title else posixpath.basename(location)
    language = next(iter(_details(opf, "language")), "")
    published = next(iter(_details(opf, "date")), "")
    blocks = [Block(Role.HEADLINE, headline, level=1, reason="the book's title", source=package)]
    if authors:
        blocks.append(Block(Role.BYLINE, f"By {', '.join(authors)}", reason="the book's authors", source=package))
    protected = _protected(archive)
    groups, size = count(1), 0
    labels = _labels(archive, package, opf, limits)
    known = frozenset(map(_letters, (headline, *authors, ", ".join(authors))))
    for chapter in _chapters(opf, package, labels):
        if chapter.path in protected:
            raise PageError(f"{shown(location)}: is locked by its seller; open it in the program that it was sold for")
        data = _member(archive, chapter.path, limits)
        size += len(data)
        if size > 3 * limits.bytes:
            raise PageTooLargeError(f"{shown(location)}: unpacks to more than {size // 1_000_000} MB of text")
        found = tuple(_chapter_blocks(chapter, data, language, groups))
        blocks += _without_front_matter(found, known, frozenset(labels.values()))
    if not any(block.role is not Role.BOILERPLATE for block in blocks[2:]):
        raise PageError(f"{shown(location)}: is an EPUB book of pictures without text; nothing in it can be read aloud")
    return Story(
        headline, tuple(_with_labels(_without_numbers(blocks))), ", ".join(authors), published, language, location
    )


def _details(opf: Any, name: str) -> list[str]:
    """The book's Dublin Core metadata of that name."""
    found = (" ".join("".join(element.itertext()).split()) for element in opf.iter(name))
    return [text for text in found if text]


def _chapters(opf: Any, package: str, labels: dict[str, str]) -> Iterator[_Chapter]:
    """The documents of the book in reading order."""
    folder = posixpath.dirname(package)
    items = {item.get("id"): item for item in opf.iter("item")}
    guide = {_path(folder, ref.get("href", "")): ref.get("type", "") for ref in opf.iter("reference")}
    seen: set[str] = set()
    for ref in opf.iter("itemref"):
        item = items.get(ref.get("idref"))
        path = _path(folder, item.get("href", "")) if item is not None else ""
        if item is None or path in seen or "html" not in item.get("media-type", ""):
            continue
        seen.add(path)
        told = "toc" if "nav" in item.get("properties", "").split() else guide.get(path, "")
        yield _Chapter(path, _ROLES.get(told), labels.get(path, ""))


def _labels(archive: ZipFile, package: str, opf: Any, limits: Limits) -> dict[str, str]:
    """What the table of contents calls each place; under a document alone stands the first entry that leads into it."""
    labels: dict[str, str] = {}
    for item in opf.iter("item"):
        path = _path(posixpath.dirname(package), item.get("href", ""))
        if "nav" in item.get("properties", "").split():
            toc = _tree(_member(archive, path, limits))
            lists = [nav for nav in toc.iter("nav") if "toc" in nav.get(_TYPE, "toc").split()]
            links = [(a.get("href", ""), "".join(a.itertext())) for nav in lists for a in nav.iter("a")]
        elif item.get("media-type") == "application/x-dtbncx+xml":
            toc = _tree(_member(archive, path, limits))
            links = [(p.find("content").get("src", ""), p.findtext("navLabel/text", "")) for p in toc.iter("navPoint")]
        else:
            continue
        for target, label in links:
            if target:
                place = _path(posixpath.dirname(path), target)
                labels.setdefault(place, " ".join(label.split()))
                labels.setdefault(f"{place}#{target.partition('#')[2]}", " ".join(label.split()))
    return labels


def _without_front_matter(blocks: tuple[Block, ...], known: frozenset[str], labels: frozenset[str]) -> Iterator[Block]:
    """Title pages say again who wrote what, and a printed table of contents what a listener walks through anyway."""
    entries = frozenset(map(_letters, labels))
    longest = 2 * max(map(len, labels), default=0)  # no paragraph is an entry
    listed = sum(len(block.text) <= longest and _letters(block.text) in entries for block in blocks)
    is_contents = len(blocks) > 5 and listed > 0.7 * len(blocks)
    for block in blocks:
        if is_contents:
            yield replace(block, role=Role.BOILERPLATE, group=None, reason="an entry of the table of contents")
        elif len(blocks) < 12 and _letters(block.text) in known:
            yield replace(block, role=Role.BOILERPLATE, group=None, reason="the title page says it again")
        else:
            yield block


def _chapter_blocks(chapter: _Chapter, data: bytes, language: str, groups: Iterator[int]) -> Iterator[Block]:
    from reader.markup import blocks_of

    root = _tree(data)
    body = next(root.iter("body"), root)
    _without_addresses(body)
    blocks = list(blocks_of(body, tell=_told, source=chapter.path, groups=groups))
    if chapter.role:
        yield from (
            replace(block, role=chapter.role, reason="the book's guide says so", group=None) for block in blocks
        )
        return
    opening = [block for block in blocks if block.role is not Role.BOILERPLATE][:6]
    label, first = chapter.label, opening[0] if opening else None
    if label and first and not any(block.role is Role.HEADING for block in opening):
        if _letters(first.text) == _letters(label):
            blocks = [
                replace(b, role=Role.HEADING, level=1, reason="in the contents") if b is first else b for b in blocks
            ]
        else:
            yield Block(Role.HEADING, label, level=1, source=chapter.path, reason="from the table of contents")
    for block in blocks:
        yield replace(block, language="") if block.language == language else block


def _without_addresses(body: Any) -> None:
    """Takes out the address that is printed behind the words of a link, as they lead there anyway."""
    for link in body.iter("a"):
        behind = link.getnext()
        if behind is None or behind.tag != "span" or (link.tail or "").strip():
            continue
        if "".join(behind.itertext()).strip(" []()<>") == link.get("href"):
            behind[:], behind.text = [], ""


def _told(element: Any) -> Role | None:
    """What the book says that an element is; page numbers of the printed book are furniture."""
    names = f"{element.get(_TYPE, '')} {element.get('role', '').replace('doc-', '')}".split()
    classes = element.get("class", "")
    if "boilerplate" in classes:
        return Role.BOILERPLATE
    if element.tag != "a" and _NOTES.intersection(classes.lower().split()):
        return Role.FOOTNOTE
    return next((_ROLES[name] for name in names if name in _ROLES), None)


def _without_numbers(blocks: list[Block]) -> Iterator[Block]:
    """Numbers of pages, or of paragraphs, that stand alone and count on are furniture."""
    kept = {at: block for at, block in enumerate(blocks) if block.role is not Role.FOOTNOTE}
    numbers = {at: int(block.text) for at, block in kept.items() if re.fullmatch(r"\d{1,5}", block.text)}
    values = list(numbers.values())
    follow = sum(other == one + 1 for one, other in pairwise(values))
    counts = len(values) >= 8 and follow > 0.8 * len(values)
    for at, block in enumerate(blocks):
        is_number = counts and at in numbers
        yield replace(block, role=Role.BOILERPLATE, reason="one of the numbers that count on") if is_number else block


def _with_labels(blocks: Iterator[Block]) -> Iterator[Block]:
    """Footnotes with their numbers, where these stand in blocks of their own."""
    label = ""
    for block in blocks:
        if block.role is Role.FOOTNOTE and re.fullmatch(r"\[?\d{1,3}[\].]?", block.text):
            if label:
                yield Block(Role.FOOTNOTE, label, reason=block.reason)
            label = block.text.strip("[].")
        elif label and block.role is Role.FOOTNOTE:
            shift = len(label) + 3
            links = tuple(replace(link, start=link.start + shift, end=link.end + shift) for link in block.links)
            tongues = tuple(replace(one, start=one.start + shift, end=one.end + shift) for one in block.tongues)
            yield replace(block, text=f"[{label}] {block.text}", links=links, tongues=tongues)
            label = ""
        else:
            if label:
                yield Block(Role.FOOTNOTE, label, reason="the number of a footnote")
                label = ""
            yield block
    if label:
        yield Block(Role.FOOTNOTE, label, reason="the number of a footnote")


def _letters(text: str) -> str:
    """A text by its letters and digits alone, for comparing."""
    return re.sub(r"&\w+;|\W", "", text).casefold()


def _protected(archive: ZipFile) -> frozenset[str]:
    """The documents that are encrypted; fonts often are, in books that anyone may read."""
    if "META-INF/encryption.xml" not in archive.namelist():
        return frozenset()
    root = _tree(archive.read("META-INF/encryption.xml"))
    return frozenset(unquote(reference.get("URI", "")) for reference in root.iter("CipherReference"))


def _path(folder: str, href: str) -> str:
    return posixpath.normpath(posixpath.join(folder, unquote(href.partition("#")[0])))


def _member(archive: ZipFile, path: str, limits: Limits) -> bytes:
    with archive.open(path) as file:
        data = file.read(limits.bytes + 1)
    if len(data) > limits.bytes:
        raise PageTooLargeError(f"{path}: unpacks to more than {limits.bytes // 1_000_000} MB")
    return data


def _tree(data: bytes) -> Any:
    """The elements of an XML file under their names without namespaces, HTML's names of letters understood."""
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, huge_tree=True)
    root = etree.fromstring(_ENTITY.sub(_numbered, data), parser)
    if root is None:
        raise PageError("is an EPUB book with a part that cannot be read; fetch it again")
    for element in root.iter(etree.Element):
        element.tag = etree.QName(element).localname
    return root


def _numbered(entity: re.Match[bytes]) -> bytes:
    name = entity[1].decode()
    known = name not in ("amp", "lt", "gt", "quot", "apos") and name in name2codepoint
    return f"&#{name2codepoint[name]};".encode() if known else entity[0]
