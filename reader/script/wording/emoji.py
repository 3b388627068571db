"""Emoji are said by their names, once however often they are repeated; smileys made of signs are not said."""

from collections.abc import Iterator

from .pattern import Pattern
from .rule import Edit

_ONE = (
    "(?:[\U0001f1e6-\U0001f1ff]{2}|"
    "[\u231a-\u23ff\u25fe\u2600-\u2604\u260e-\u27bf\u2b05-\u2b1c\u2b55\U0001f000-\U0001faff])"
)
_EMOJI = Pattern(f"{_ONE}[\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*(?:\u200d{_ONE}[\ufe0f\U0001f3fb-\U0001f3ff]*)*")
_KEYCAP = Pattern("([0-9#*])\ufe0f?\u20e3")
_SMILEY = Pattern(r"(?<![\w:;])(?:[:;=]['’]?-?[)(DPp|/\\]|\^_\^|[xX]D)(?=\s|$|[.,!?])")
_POINTING = "➡⬅⬆⬇↗↘↙↖▶◀👇👉👆👈☝🔗🔻🔺🔹🔸🔴🔵⚫⚪🟢"
# Where the name in Unicode is not what people call it.
_CALLED = {
    "❤": "red heart", "👍": "thumbs up", "👎": "thumbs down", "🙏": "folded hands", "🔥": "fire", "💪": "flexed biceps",
    "👏": "clapping hands", "🙌": "raising hands",
    "🤦": "face palm", "🤷": "shrug", "💯": "hundred points", "☀": "sun", "☹": "frowning face", "☺": "smiling face",
    "✔": "check mark", "✅": "check mark", "❌": "cross mark",
    "⚽": "soccer ball", "🏆": "trophy", "💔": "broken heart", "👀": "eyes", "🤣": "rolling on the floor laughing",
    "🥰": "smiling face with hearts", "✨": "sparkles",
    "⚠": "warning", "📷": "camera", "📸": "camera with flash", "📍": "round pushpin", "🎥": "movie camera",
    "☕": "hot beverage", "💙": "blue heart", "😢": "crying face",
    "😡": "angry face", "🚨": "police light", "✌": "victory hand", "🎂": "birthday cake", "👋": "waving hand",
    "🥳": "partying face", "🤔": "thinking face", "👌": "OK hand",
}  # fmt: skip


def find(text: str) -> Iterator[Edit]:
    if ":" in text or ";" in text or "^_^" in text or "=" in text or "D" in text:
        for match in _SMILEY.finditer(text):
            yield Edit(*match.span(), "")
    if text.isascii():
        return
    for match in _KEYCAP.finditer(text):
        yield Edit(*match.span(), {"#": "hash", "*": "star"}.get(match[1], match[1]))
    last, last_end = "", -1
    for match in _EMOJI.finditer(text):
        name = _name(match[0])
        repeated = name == last and not text[last_end : match.start()].strip()
        last, last_end = name, match.end()
        left = " " if match.start() and text[match.start() - 1].isalnum() else ""
        right = " " if text[match.end() : match.end() + 1].isalnum() else ""
        yield Edit(*match.span(), "" if repeated or not name else left + name + right)


def _name(emoji: str) -> str:
    first = emoji[0]
    if first in _POINTING:
        return ""
    if "\U0001f1e6" <= first <= "\U0001f1ff":
        country = "".join(chr(ord(char) - 0x1F1E6 + 65) for char in emoji[:2])
        return f"{country} flag"
    if first in _CALLED:
        return _CALLED[first]
    import unicodedata

    name = unicodedata.name(first, "emoji").lower()
    return (
        name.removesuffix(" sign")
        .removesuffix(" symbol")
        .replace("-", " ")
        .removeprefix("black ")
        .removeprefix("white ")
    )
