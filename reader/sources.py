"""What a source needs: what some bytes are, told by the bytes, and a location fit to be said in one line."""

import re

from .errors import PageError
from .patterns import later

TEXTUAL = frozenset({"text/html", "application/xhtml+xml", "text/plain"})
"""The media types in which the readability stage looks for a story."""

READABLE = TEXTUAL | {
    "application/atom+xml", "application/epub+zip", "application/feed+json", "application/gzip", "application/json",
    "application/mbox", "application/pdf", "application/rss+xml", "application/warc", "message/rfc822",
    "application/zip", "multipart/related", "text/xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
}  # fmt: skip
"""The media types in which the readability stage or a plugin (hook ``read_page``) may find one."""

_HEAD_BYTES = 4096
_CONTROL_BYTES = frozenset([*range(0x00, 0x09), 0x0B, *range(0x0E, 0x1B), *range(0x1C, 0x20)])
"""Bytes that text never has: WHATWG MIME Sniffing, "binary data byte"."""

_MAGIC: tuple[tuple[int, bytes, str], ...] = (
    (0, b"\x89PNG\r\n\x1a\n", "image/png"),
    (0, b"\xff\xd8\xff", "image/jpeg"),
    (0, b"GIF8", "image/gif"),
    (8, b"WEBP", "image/webp"),
    (8, b"WAVE", "audio/wav"),
    (4, b"ftypavif", "image/avif"),
    (4, b"ftypheic", "image/heic"),
    (4, b"ftyp", "video/mp4"),
    (0, b"\x1aE\xdf\xa3", "video/webm"),
    (0, b"OggS", "audio/ogg"),
    (0, b"fLaC", "audio/flac"),
    (0, b"ID3", "audio/mpeg"),
    (30, b"mimetypeapplication/epub+zip", "application/epub+zip"),
    (30, b"mimetypeapplication/vnd.oasis", "application/vnd.oasis.opendocument.text"),
    (30, b"[Content_Types].xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    (0, b"PK\x03\x04", "application/zip"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword"),
    (0, b"{\\rtf", "application/rtf"),
    (0, b"%!PS", "application/postscript"),
    (0, b"bplist00", "application/x-webarchive"),
    (0, b"\x1f\x8b", "application/gzip"),
    (0, b"BZh", "application/x-bzip2"),
    (0, b"\xfd7zXZ\x00", "application/x-xz"),
    (0, b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (0, b"Rar!", "application/vnd.rar"),
)
_XML_ROOTS = {"html": "application/xhtml+xml", "rss": "application/rss+xml", "feed": "application/atom+xml",
              "rdf:rdf": "application/rss+xml", "svg": "image/svg+xml"}  # fmt: skip
_SPOKEN = {
    "application/pdf": "a PDF document",
    "application/epub+zip": "an EPUB book",
    "application/zip": "a ZIP archive",
    "application/msword": "a Word document",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "an Office document",
    "application/vnd.oasis.opendocument.text": "an OpenDocument file",
    "application/rtf": "a rich text document",
    "application/postscript": "a PostScript document",
    "application/json": "JSON data",
    "application/octet-stream": "neither a page nor text",
    "application/rss+xml": "a news feed",
    "application/atom+xml": "a news feed",
    "application/x-webarchive": "a Safari web archive",
    "multipart/related": "a page saved in one file with its pictures (MHTML)",
    "image/svg+xml": "a drawing",
}
_KINDS = {"image": "a picture", "audio": "a sound recording", "video": "a video", "font": "a font"}

_XML_OPENING = re.compile(
    r"(?:\s*(?:<\?.*?\?>|<!--.*?-->|<!doctype[^>\[]*(?:\[.*?\])?\s*>))*\s*<([a-z][\w.:-]*)(?=[\s/>])", re.I | re.S
)
_LATE_PAGE = later(
    r"^.{0,512}?^\s*<(?:!doctype\s+html|html)\b.{0,3072}?<(?:head|body|title|meta)\b", re.I | re.S | re.M
)
_HTML_TAG = later(
    "html|head|body|title|meta|link|script|style|base|noscript|iframe|template|main|article|section|header|footer|nav"
    "|aside|h[1-6r]|hgroup|p|div|span|br|a|b|i|u|em|strong|small|big|font|center|table|tbody|thead|tr|td|th|caption|ul|ol"
    "|li|dl|dt|dd|blockquote|pre|code|figure|figcaption|img|picture|video|audio|form|address|details"
)


def media_type_of(data: bytes) -> str:
    """What the bytes are, by their content alone; "application/octet-stream" where they are neither text nor known.

    Text is ``text/html``, ``application/xhtml+xml`` or ``text/plain``, with a ``charset`` where it is UTF-16 without
    a byte order mark to say so. After the WHATWG MIME Sniffing standard, sections 6 and 7, and more generous in what
    counts as HTML: any common element may come first.
    """
    head = data[:_HEAD_BYTES]
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    for at, magic, media_type in _MAGIC:
        if head.startswith(magic, at):
            return media_type
    encoding, declared = _encoding(head)
    text = head.decode(encoding, "replace").lstrip("\ufeff")
    found = _markup(text)
    if found:
        return found + declared
    if encoding == "latin-1" and not _CONTROL_BYTES.isdisjoint(head[:1445]):
        return "application/octet-stream"
    return "text/plain" + declared


def described(media_type: str) -> str:
    """The words for a media type: "a PDF document", "a picture"."""
    name = media_type.partition(";")[0].strip().lower()
    kind = name.partition("/")[0]
    return _SPOKEN.get(name) or _KINDS.get(kind) or f"{name}, not a page"


def advice(media_type: str) -> str:
    """What to do with something that holds no page, in a few words."""
    match media_type.partition(";")[0].strip().lower():
        case "application/pdf":
            return "turn it into text first, for instance with pdftotext, and read that"
        case "application/x-webarchive" | "multipart/related":
            return "save the page again as HTML only, and read that"
        case "application/rss+xml" | "application/atom+xml":
            return "open one of its stories and read that"
        case (
            "application/gzip" | "application/zip" | "application/x-bzip2" | "application/x-xz" | "application/vnd.rar"
        ):
            return "unpack it and read what is inside"
        case name if name.startswith(("image/", "audio/", "video/", "font/")):
            return "open it in the program made for it"
        case _:
            return "open it in the program it comes from, save it as HTML or text, and read that"


def lacking(location: str, what: str, extra: str) -> PageError:
    """The error for a page that is ``what`` ("a news feed"), where the packages of the extra ``extra`` are missing."""
    return PageError(f'{shown(location)}: is {what}; reading it takes one more package: pip install "sayall[{extra}]"')


def shown(location: str) -> str:
    """The location fit for one line of a message: no control characters, and not endless."""
    line = "".join(c if c.isprintable() else "\N{REPLACEMENT CHARACTER}" for c in location)
    return line if len(line) <= 200 else line[:150] + "…" + line[-49:]


def _encoding(head: bytes) -> tuple[str, str]:
    """The encoding to look at the head with, and the parameter that says so where no byte order mark does."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", ""
    if head.startswith(b"\xef\xbb\xbf"):
        return "utf-8", ""
    even, odd = head[0::2], head[1::2]
    if len(head) >= 8 and even.count(0) * 10 < len(even) and odd.count(0) * 2 > len(odd):
        return "utf-16-le", "; charset=utf-16le"
    if len(head) >= 8 and odd.count(0) * 10 < len(odd) and even.count(0) * 2 > len(even):
        return "utf-16-be", "; charset=utf-16be"
    return "latin-1", ""


def _markup(text: str) -> str:
    """The media type of text with markup, "" for text without."""
    if _is_mhtml(text):
        return "multipart/related"
    prolog = re.match(r"\s*<\?xml\b", text, re.I)
    root = _XML_OPENING.match(text)
    name = root[1].lower() if root else ""
    if prolog or (name != "html" and name in _XML_ROOTS):
        return _XML_ROOTS.get(name, "text/xml")
    if (
        name == "html"
        or _HTML_TAG.fullmatch(name)
        or _LATE_PAGE.match(text)
        or re.match(r"\s*<!(?:doctype html\b|--)", text, re.I)
    ):
        return "text/html"
    return ""


def _is_mhtml(text: str) -> bool:
    headers = re.split(r"\r?\n\r?\n", text, maxsplit=1)[0]
    return bool(
        re.match(r"[A-Z][\w-]*:", headers) and re.search(r"^content-type:\s*multipart/related", headers, re.I | re.M)
    )
