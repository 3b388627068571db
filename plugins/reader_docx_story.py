"""The story of a Word document, by its styles, with what is in another language marked as such."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

from reader import Block, Limits, Page, Role, Story
from reader.errors import PageError, PageTooLargeError
from reader.sources import lacking, shown

_STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Subtitle'] => p.subtitle:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='caption'] => p.caption:fresh
p[style-name='Quote'] => blockquote:fresh
p[style-name='Intense Quote'] => p.pullquote:fresh
comment-reference => sup
"""
_RUN = re.compile(r"<w:r[ >]")
_LANG = re.compile(r"<w:lang [^>]*?w:val=\"([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)\"")
_TEXT = re.compile(r"(<w:t(?: [^>]*)?>)([^<]*\S[^<]*)(</w:t>)")
_BEGINS, _BEGUN, _ENDS = "\ue0f0", "\ue0f1", "\ue0f2"
_SIGNS = re.compile(f"{_ENDS}(\\s*){_BEGINS}([A-Za-z0-9-]+){_BEGUN}|{_BEGINS}([A-Za-z0-9-]+){_BEGUN}|{_ENDS}")
_DEFAULT = re.compile(rb"<w:docDefaults>.*?<w:lang [^>]*?w:val=\"([A-Za-z0-9-]+)\".*?</w:docDefaults>", re.S)
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_ROLES = {
    "subtitle": Role.DECK,
    "caption": Role.CAPTION,
    "pullquote": Role.PULLQUOTE,
}
_NAMES = {
    "title": "{http://purl.org/dc/elements/1.1/}title",
    "creator": "{http://purl.org/dc/elements/1.1/}creator",
    "language": "{http://purl.org/dc/elements/1.1/}language",
    "modified": "{http://purl.org/dc/terms/}modified",
}


def story_of(page: Page, limits: Limits) -> Story:
    """The document as a story; `PageError` where it cannot be read, or mammoth is not installed."""
    try:
        import mammoth
    except ImportError:
        raise lacking(page.location, "a Word document", "docx") from None
    from zipfile import BadZipFile

    from reader.markup import blocks_of, parsed

    name = shown(page.location)
    try:
        details = _details(page, limits)
        data = _marked(page.data, details["language"])
        html = mammoth.convert_to_html(BytesIO(data), style_map=_STYLES, convert_image=_described(mammoth)).value
        running = tuple(_running(page.data))
    except (BadZipFile, LookupError, OSError, ValueError, RuntimeError, EOFError, SyntaxError, zlib.error) as error:
        raise PageError(
            f"{name}: is a damaged Word document ({error}); open it in a word processor and save it"
        ) from None
    html = re.sub(r"(id=\"comment-ref-\d+\">\[)[^\]\d]*(\d+\])", r"\1\2", html)  # who made it is said at the comment
    html = _spanned(html)
    if not re.sub(r"<[^>]*>|\s", "", html):
        raise PageError(f"{name}: is a Word document without text; nothing in it can be read aloud")
    blocks = tuple(_headed(blocks_of(parsed(html), tell=_told), details["title"]))
    headline = next((block.text for block in blocks if block.role is Role.HEADLINE), "")
    blocks = (*blocks, *running)
    return Story(headline, blocks, details["creator"], details["modified"][:10], details["language"], page.location)


def _details(page: Page, limits: Limits) -> dict[str, str]:
    """What the document says of itself; `PageTooLargeError` where it unpacks to much more than it should."""
    from xml.etree import ElementTree
    from zipfile import ZipFile

    with ZipFile(BytesIO(page.data)) as archive:
        parts = [part for part in archive.infolist() if part.filename.endswith(".xml")]
        if sum(part.file_size for part in parts) > 5 * limits.bytes:
            raise PageTooLargeError(f"{shown(page.location)}: unpacks to more than {5 * limits.bytes // 1_000_000} MB")
        names = archive.namelist()
        written = _DEFAULT.search(archive.read("word/styles.xml")) if "word/styles.xml" in names else None
        core = ElementTree.fromstring(archive.read("docProps/core.xml") if "docProps/core.xml" in names else "<none/>")
    details = {name: " ".join((core.findtext(tag) or "").split()) for name, tag in _NAMES.items()}
    details["language"] = details["language"] or (written[1].decode() if written else "")
    return details


def _running(data: bytes) -> Iterator[Block]:
    """What runs along at the top and the foot of each page, which mammoth passes over: once, as furniture."""
    from xml.etree import ElementTree
    from zipfile import ZipFile

    seen = set()
    with ZipFile(BytesIO(data)) as archive:
        for name in sorted(archive.namelist()):
            if not re.fullmatch(r"word/(?:header|footer)\d*\.xml", name):
                continue
            for paragraph in ElementTree.fromstring(archive.read(name)).iter(f"{{{_W}}}p"):
                text = " ".join("".join(part.text or "" for part in paragraph.iter(f"{{{_W}}}t")).split())
                if text and text not in seen:
                    seen.add(text)
                    yield Block(Role.BOILERPLATE, text, source=name, reason="a running header or footer")


def _marked(data: bytes, language: str) -> bytes:
    """The document with signs of our own around the text of runs in another language, which mammoth passes over.

    The language of a run is that of Office Open XML (ISO/IEC 29500-1, 17.3.2.20).
    """
    from zipfile import ZipFile

    with ZipFile(BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    own = language.split("-")[0].lower()
    found = False
    for name in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        if b"<w:lang " not in parts.get(name, b""):
            continue
        text = parts[name].decode("utf-8", "replace")
        marked = "</w:r>".join(_mark(piece, own) for piece in text.split("</w:r>"))
        found, parts[name] = found or marked != text, marked.encode()
    if not found:
        return data
    written = BytesIO()
    with ZipFile(written, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return written.getvalue()


def _mark(piece: str, own: str) -> str:
    """What ends with a run: the run in it that is in another language than the document is marked."""
    begins = [begin.start() for begin in _RUN.finditer(piece)] if "<w:lang " in piece else []
    run = piece[begins[-1] :] if begins else ""
    told = _LANG.search(run)
    if told is None or told[1].split("-")[0].lower() == own:
        return piece
    marked = _TEXT.sub(lambda text: f"{text[1]}{_BEGINS}{told[1]}{_BEGUN}{text[2]}{_ENDS}{text[3]}", run)
    return piece[: begins[-1]] + marked


def _spanned(html: str) -> str:
    """The elements that our signs stand for; a passage that was typed in several goes is one."""
    language = ""

    def element(sign: re.Match[str]) -> str:
        nonlocal language
        before, language = language, sign[2] or sign[3] or ""
        if sign[2] and sign[2] == before:
            return sign[1]
        ended = f"</span>{sign[1] or ''}" if before else ""
        return f'{ended}<span lang="{language}">' if language else ended

    return _SIGNS.sub(element, html) if _BEGINS in html else html


def _described(mammoth: Any) -> Any:
    """Pictures by the words that stand for them, without their data."""
    return mammoth.images.img_element(lambda image: {"src": ""})


def _told(element: Any) -> Role | None:
    """What a style says; the list that the notes are kept in is all footnotes, each with an arrow back."""
    if element.tag == "li" and re.match(r"(?:foot|end)note-", element.get("id", "")):
        return Role.FOOTNOTE
    if (
        element.tag in ("ol", "dl")
        and len(element)
        and re.match(r"(?:(?:foot|end)note|comment)-", element[0].get("id", ""))
    ):
        return Role.FOOTNOTE
    return _ROLES.get(element.get("class", ""))


def _headed(blocks: tuple[Block, ...], title: str) -> Iterator[Block]:
    """The blocks with the headline at the front: the document's title as printed, else its first large heading."""
    number = next((n for n, b in enumerate(blocks[:5]) if b.role is Role.HEADING and b.level == 1), None)
    if number is not None:
        yield replace(blocks[number], role=Role.HEADLINE, reason="the first heading")
    elif title:
        yield Block(Role.HEADLINE, title, level=1, reason="the document's title")
    yield from (block for at, block in enumerate(blocks) if at != number)
