"""Emoji are said by their names, once however often they are repeated; smileys made of signs are not said."""

from collections.abc import Iterator

from .pattern import Pattern
from .rule import Edit

_ONE = (
    "(?:[\U0001f1e6-\U0001f1ff]{2}|"
    "[\u231a-\u23ff\u25fe\u2600-\u2604\u260e-\u27bf\u2b05-\u2b1c\u2b55\U0001f000-\U0001faff])"
)
_DRESS = "[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]*(?:[\U000e0020-\U000e007f]{1,9})?"
_EMOJI = Pattern(f"{_ONE}{_DRESS}(?:\u200d(?:{_ONE}|[\u2640\u2642]){_DRESS})*")
_KEYCAP = Pattern("([0-9#*])\ufe0f?\u20e3")
_SKIN = Pattern("[\U0001f3fb-\U0001f3ff]")
_SMILEY = Pattern(r"(?<![\w:;])(?:[:;=]['’]?-?[)(DPp|/\\]|\^_\^|[xX]D)(?=\s|$|[.,!?])")
_POINTING = "➡⬅⬆⬇↗↘↙↖▶◀👇👉👆👈☝🔗🔻🔺🔹🔸🔴🔵⚫⚪🟢"
# Where the common name is shorter, or is that of what is meant.
_CALLED = {"check mark button": "check mark", "police car light": "police light", "person shrugging": "shrug"}
_PLACES = {"1st": "first", "2nd": "second", "3rd": "third"}

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "tr", "id", "ru", "fa", "ar", "ja", "ko", "zh")
"""Those in which the names are known: the short names of Unicode's CLDR, as the library `emoji` brings them."""


def find(text: str, language: str = "en") -> Iterator[Edit]:
    """The emoji of a text, named in ``language``, one of `LANGUAGES`."""
    if ":" in text or ";" in text or "^_^" in text or "=" in text or "D" in text:
        for match in _SMILEY.finditer(text):
            yield Edit(*match.span(), "")
    if text.isascii():
        return
    for match in _KEYCAP.finditer(text):
        yield Edit(*match.span(), _key(match[1], language))
    last, last_end = "", -1
    for match in _EMOJI.finditer(text):
        name = "" if match[0][0] in _POINTING else _name(match[0], language)
        repeated = name == last and not text[last_end : match.start()].strip()
        last, last_end = name, match.end()
        left = " " if match.start() and text[match.start() - 1].isalnum() else ""
        right = " " if text[match.end() : match.end() + 1].isalnum() else ""
        yield Edit(*match.span(), "" if repeated or not name else left + name + right)


def _key(sign: str, language: str) -> str:
    if language != "en":
        return sign
    from .numbers import digits

    return {"#": "hash", "*": "star"}.get(sign) or digits(sign)


def _name(written: str, language: str) -> str:
    # The names are a table of a few thousand lines: read in with the first emoji, never before the first sound.
    import emoji

    plain = _SKIN.compiled.sub("", written) or written  # a colour of skin may stand alone
    for known in (plain, plain.rstrip("\ufe0e\ufe0f"), plain[0] + "\ufe0f"):
        name = emoji.demojize(known, delimiters=("", ""), language=language)
        if name != known and name.replace("_", "").replace("-", "").isalnum():
            break
    else:
        return _in_unicode(plain[0])
    said = " ".join(_PLACES.get(word, word) for word in name.replace("_", " ").replace("-", " ").split())
    if language == "en" and ("\U0001f1e6" <= plain[0] <= "\U0001f1ff" or "\U000e007f" in plain):
        return f"{said} flag"
    return _CALLED.get(said, said)


def _in_unicode(sign: str) -> str:
    """The name of a sign that is no emoji proper, as a playing card."""
    import unicodedata

    name = unicodedata.name(sign, "emoji").lower()
    name = name.removesuffix(" sign").removesuffix(" symbol").replace("-", " ")
    return name.removeprefix("black ").removeprefix("white ")
