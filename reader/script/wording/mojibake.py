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
        # The sequence may be two, three or four bytes long.
        for length in (4, 3, 2):
            broken = text[match.start() : match.start() + length]
            mended = _mended(broken) if len(broken) == length else None
            if mended is not None:
                yield Edit(match.start(), match.start() + length, mended)
                break


def _mended(broken: str) -> str | None:
    """The one character that was meant, or None."""
    for page in _PAGES:
        try:
            meant = broken.encode(page).decode("utf-8")
        except (UnicodeEncodeError, UnicodeDecodeError):
            continue
        if len(meant) == 1 and len(broken) > 1 and (meant.isprintable() or meant == "\xa0"):
            return {"\xa0": " ", "’": "'", "‘": "'"}.get(meant, meant)
    return None
