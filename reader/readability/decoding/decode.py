"""Turns the bytes of a page into text, whatever encoding they are in and whatever the page says of it."""

import codecs
import re

from ...errors import PageError
from ...page import Limits, Page, within
from ...patterns import later
from .encodings import codec_named, guess_codec, is_eastern
from .mend import mend

_BOMS = (
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xfe\xff", "utf-16-be"),
    (b"\xff\xfe", "utf-16-le"),
)
_BINARY = (
    ("a PDF document", "turn it into text or HTML", (b"%PDF-",)),
    ("a zip archive, an e-book or an office document", "save what is in it as text or HTML", (b"PK\3\4", b"PK\5\6")),
    ("an office document", "save it as text or HTML", (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",)),
    ("an archive", "unpack it", (b"\x1f\x8b\x08", b"BZh91AY", b"\xfd7zXZ\0", b"7z\xbc\xaf", b"Rar!\x1a")),
    ("an image", "", (b"\x89PNG", b"GIF87a", b"GIF89a", b"\xff\xd8\xff", b"II*\0", b"MM\0*", b"\0\0\1\0")),
    ("sound or video", "", (b"ID3\2", b"ID3\3", b"ID3\4", b"OggS\0", b"fLaC\0", b"\x1aE\xdf\xa3", b"\xff\xfb")),
    ("a program", "", (b"\x7fELF", b"MZ\x90\0", b"\0asm", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")),
    ("a database or a font", "", (b"SQLite format 3\0", b"wOFF", b"wOF2", b"OTTO\0", b"\0\1\0\0\0")),
)  # fmt: skip
_BINARY_LATER = {b"ftyp": "sound or video", b"WEBP": "an image", b"WAVE": "sound or video", b"AVI ": "sound or video"}
_META = re.compile(rb"""<meta\b[^>]{0,400}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:+-]{1,40})""", re.I)
_XML = re.compile(rb"""\s{0,99}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:+-]{1,40})""", re.I)
_LANG = re.compile(rb"""<html\b[^>]{0,1000}?\blang\s{0,9}=\s{0,9}["']?([a-z]{2,3})\b""", re.I)
_CHARSET = re.compile(r"""charset\s*=\s*["']?\s*([\w.:+-]{1,40})""", re.I)
_HEAD = 16_384
"""How many bytes are searched for a declaration; browsers look at 1,024, but real pages put scripts before it."""

_WORD = re.compile(rb"[A-Za-z]{3,}")
_CONTROLS = bytes(i for i in (*range(9), *range(14, 32), 127))
_PRINTABLE = bytes((*b"\t\n\r", *range(32, 127)))
_LINE_ENDS = bytes.maketrans(b"\v\f", b"\n\n")
_STRAY = _CONTROLS.replace(b"\x1b", b"")
_HAS_CONTROL = re.compile("[\0-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff]")
_C1 = later("[\x80-\x84\x86-\x9f]")
_RARE = later("[\x80-\x9f\u2028\u2029\ufffe\uffff]")
_DOUBLE_BYTE = frozenset({"gb18030", "big5hkscs", "cp932", "cp949", "euc_jp"})


def decode(page: Page) -> str:
    """The text of ``page``: lines end with ``\\n``, control characters are gone, bytes that fit nothing are U+FFFD.

    The encoding is the one that the byte order mark, the media type, the page itself or the bytes tell, in that order,
    but valid UTF-8 is always taken as UTF-8, and a declaration that the bytes contradict is not believed.
    Takes time in proportion to the length of the bytes. Raises `PageError` for empty and for binary data, and
    `PageTooLargeError` beyond `reader.page.Limits`; nothing else, whatever the bytes are.
    """
    data = within(page.data, Limits(), page.location)
    if not data.strip(b" \t\r\n\f\v\0"):
        raise PageError(f"{page.location}: the page is empty; check the address, or open it in a browser and save it")
    _refuse_binary(data, page.location)
    text = _clean(_as_text(data, page.media_type))
    if not text.strip(" \n\t\ufeff\ufffd"):
        raise PageError(f"{page.location}: not text, or in an unknown encoding; save it as UTF-8 text and read that")
    return text


def _refuse_binary(data: bytes, location: str) -> None:
    for kind, remedy, magics in _BINARY:
        if data.startswith(magics):
            raise _binary(location, kind, remedy)
    for offset in (4, 8):
        if data[:4] != data[offset : offset + 4] and data[offset : offset + 4] in _BINARY_LATER and b"\0" in data[:32]:
            raise _binary(location, _BINARY_LATER[data[offset : offset + 4]])
    sample = data[:8192]
    stray = len(sample) - len(sample.translate(None, _STRAY))
    told = sample.startswith(tuple(bom for bom, _ in _BOMS)) or _wide_codec(sample[:4096])
    if stray * 20 > len(sample) and not told:
        words = b"".join(_WORD.findall(sample.replace(b"\0", b"")))
        if len(words) * 3 < len(sample) - sample.count(0):
            raise _binary(location, "binary data")


def _binary(location: str, kind: str, remedy: str = "") -> PageError:
    todo = f"{remedy} and read that" if remedy else "only pages and text can be read aloud"
    return PageError(f"{location}: this is {kind}, not a page; {todo}")


def _as_text(data: bytes, media_type: str) -> str:
    for bom, codec in _BOMS:
        if data.startswith(bom):
            if not codec.startswith("utf-16") or b"\0" in data[:4096] or not _is_ascii_like(data[2:4096]):
                return data[len(bom) :].decode(codec, "replace") if codec != "utf-8" else _as_narrow(data[3:], "utf-8")
            data = data[len(bom) :]
            break
    if wide := _wide_codec(data[:4096]):
        return data.decode(wide, "replace")
    declared = _declared(data[:_HEAD], media_type)
    if declared.startswith("utf-") and declared != "utf-8" and not _is_narrow(data):
        return data.decode(declared, "replace")
    return _as_narrow(data, "" if declared.startswith("utf-") else declared)


def _is_narrow(data: bytes) -> bool:
    """Whether ``data`` is in UTF-8, or mostly ASCII, as UTF-16 without a byte of zero never is."""
    try:
        data[:_HEAD].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(data[:_HEAD]) - 4 or _is_ascii_like(data[:4096])
    return True


def _as_narrow(data: bytes, declared: str) -> str:
    """The text of ``data``, which is in an encoding that has ASCII in it."""
    if b"\x1b$" in data[:_HEAD] or (declared == "hz" and b"~{" in data):
        # These look like ASCII; what they switch with is found in no other page.
        return data.decode("hz" if declared == "hz" else "iso2022_jp", "replace")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start >= len(data) - 3 and error.end == len(data):
            return data[: error.start].decode("utf-8")
    else:
        return _unless_chance(text, data, declared)
    lenient = data.decode("utf-8", "replace")
    broken = lenient.count("\ufffd")
    whole = len(lenient) - len(lenient.encode("ascii", "ignore")) - broken
    if whole >= 4 * broken:
        return data.decode("utf-8", _PATCH) if broken < 10_000 else lenient
    declared = guess_codec(data) if declared in ("", "utf-8") else guess_codec(data, declared)
    return data.decode(declared, "replace")


def _unless_chance(text: str, data: bytes, declared: str) -> str:
    # A few characters of two bytes may be valid UTF-8 by chance; a dozen are not.
    if declared in _DOUBLE_BYTE and 0 < len(data) - len(text) < 24:
        try:
            return data.decode(declared)
        except UnicodeDecodeError:
            return text
    return text


def _patch(error: UnicodeError) -> tuple[str, int]:
    """The bytes in ``error`` as Windows-1252: what is pasted into a page of UTF-8 is mostly that."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_PATCH = "sayall.patch"
codecs.register_error(_PATCH, _patch)


def _wide_codec(sample: bytes) -> str:
    """UTF-32 told by its zero bytes, or UTF-16 by the low bytes in every other place; else ""."""
    sample = sample[: len(sample) // 4 * 4]
    if len(sample) < 8:
        return ""
    if sample[2::4].count(0) == sample[3::4].count(0) == len(sample) // 4:
        return "utf-32-le"
    if sample[0::4].count(0) == sample[1::4].count(0) == len(sample) // 4:
        return "utf-32-be"
    low = [1 - 2 * len(sample[lane::2].translate(None, _CONTROLS)) / len(sample) for lane in (0, 1)]
    if max(low) < 0.6 or min(low) > 0.3:
        eastern = () if _is_narrow(sample) else ("utf-16-le", "utf-16-be")
        return next((codec for codec in eastern if is_eastern(sample, codec)), "")
    return "utf-16-be" if low[0] > low[1] else "utf-16-le"


def _is_ascii_like(sample: bytes) -> bool:
    return len(sample.translate(None, _PRINTABLE)) * 10 <= len(sample)


def _declared(head: bytes, media_type: str) -> str:
    """The codec that the source or the page names, else ""."""
    if (match := _CHARSET.search(media_type[:400])) and (codec := codec_named(match[1])):
        return codec
    if media_type.startswith("text/plain"):
        return ""
    match_in_page = _XML.match(head) or _META.search(head)
    if not match_in_page:
        return ""
    codec = codec_named(match_in_page[1].decode("ascii", "ignore"))
    # HTML, "determining the character encoding": a page that could be read this far is not UTF-16.
    return "utf-8" if codec.startswith("utf-") else codec


def _clean(text: str) -> str:
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not _HAS_CONTROL.search(text):
        return text
    if _C1.search(text):
        text = mend(text)
    # Deleting in the bytes of UTF-8 is many times faster than in the text.
    text = text.encode("utf-8", "replace").translate(_LINE_ENDS, _CONTROLS).decode("utf-8")
    return _RARE.sub(lambda match: "\n" if match[0] in "\x85\u2028\u2029" else "", text)
