"""Letters that were read in the wrong code page are mended: "cafÃ©" is said as "café"."""

from collections.abc import Iterator

from .pattern import Pattern
from .rule import Edit

_PAGES = ("cp1252", "latin-1", "cp437", "cp850", "cp852", "mac-roman")
# A byte that starts a UTF-8 sequence, as each of the code pages shows it; true words hardly ever hold these pairs.
_SUSPECT = Pattern(
    "[ÃÂâÐÑØÙðÅÄ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[├┬ÔÒ╬╧Γ╨╤┼─][\x80-\xffäÇüéâåçêëèïîìÄÅôöòûùÿÖÜøØ£×ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤®ęŘłĄąŽžĘČşŹźťŤćÉĺĆ]"
)


def find(text: str) -> Iterator[Edit]:
    if text.isascii() or not _SUSPECT.search(text):
        return
    for match in _SUSPECT.finditer(text):
        start = match.start()
        if match[0][0] == "Â" and ord(match[0][1]) < 0xC0:
            # The second byte stands for itself: the sign behind is whole, and other rules will want it.
            yield Edit(start, start + 1, "")
            continue
        # The sequence may be two, three or four bytes long.
        for length in (4, 3, 2):
            broken = text[start : start + length]
            mended = _mended(broken) if len(broken) == length else None
            if mended in ("–", "—") and text[start - 1 : start].isdigit() and text[start + length :][:1].isdigit():
                mended = " to "
            if mended is not None:
                yield Edit(start, start + length, mended)
                break
        else:
            if match[0] == "â€":  # the last byte of a closing quote is often lost
                yield Edit(start, start + 2, "”")


def _mended(broken: str) -> str | None:
    """The one character that was meant, or None."""
    for page in _PAGES:
        try:
            meant = b"".join(_byte(char, page) for char in broken).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if len(meant) == 1 and (meant.isprintable() or meant == "\xa0"):
            return {"\xa0": " ", "’": "'", "‘": "'"}.get(meant, meant)
    return None


def _byte(char: str, page: str) -> bytes:
    """Bytes that a code page leaves undefined are shown as the control characters of the same number."""
    return char.encode("latin-1") if "\x80" <= char <= "\x9f" else char.encode(page)
