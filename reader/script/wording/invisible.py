"""Characters that nobody sees are not said: soft hyphens, zero-width marks, marks of direction."""

from collections.abc import Iterator

from .pattern import Pattern
from .rule import Edit

# Soft hyphen, combining grapheme joiner, zero-width space and joiners, word joiner, direction marks, byte order mark,
# variation selectors, interlinear marks, private use, tag characters.
_INVISIBLE = Pattern(
    "[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffc\ue000-\uf8ff"
    "\U000e0000-\U000e007f]+"
)
# Joiners carry meaning inside Persian and Indic words and inside emoji.
_JOINED = Pattern("[\u0600-\u0dff\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]")
# Behind these a control character is a part of a letter that was read in the wrong code page.
_CONTROL = Pattern("(?<![ÃÂâÐÑØÙ€])[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]+")


def find(text: str) -> Iterator[Edit]:
    if text.isascii() and text.isprintable():
        return
    for match in _INVISIBLE.finditer(text):
        start, end = match.span()
        if match[0] in ("\u200c", "\u200d", "\ufe0f") and _JOINED.match(text, start - 1 if start else 0):
            continue
        yield Edit(start, end, "")
    for match in _CONTROL.finditer(text):
        yield Edit(*match.span(), "")
