"""Mends letters that were garbled on their way, such as "d├ętente" for "détente", and leaves all else alone."""

import re
from collections import Counter
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from ...patterns import later

_BY_FTFY = ("cp1252", "latin_1", "cp1251", "mac_roman", "cp437")
_CODECS = (
    *_BY_FTFY, "cp850", "cp852", "cp1250", "iso8859_2", "cp1254", "cp1253", "cp1257", "cp858", "cp857", "cp863",
    "cp865", "cp861", "cp737", "cp866", "koi8_r", "koi8_u", "mac_turkish", "mac_cyrillic",
)  # fmt: skip
_RUN = re.compile(r"[A-Za-z]?[^\x00-\x7f]{2,2000}[A-Za-z]?")
"""Garbled UTF-8 is two characters past ASCII in a row, or more; the letters beside them tell whether it fits there."""

_LOST_END = later("â€(?:\ufffd|\x9d)|(?<=[a-zß-ÿ])Ã(?: |\xa0(?=[a-zß-ÿ]))")
"""Garbled pieces that lost their last byte: a closing quotation mark, and "à" before a space."""

_TYPOGRAPHIC = "\xa0\xad\u200b\u200c\u200d\u2060\ufeff–—―‘’‚‛“”„‟«»‹›…•·¿¡§©®™°′″€£\ufffd"
_AROUND_WORDS = _TYPOGRAPHIC.translate(dict.fromkeys(map(ord, "©®°™§€£")))
_PLAIN = later("[\x00-\x7f“”‘’]+")
_MUCH = 8
_MOST_ROUNDS = 4
"""Text may be garbled in several ways, and more than once."""

_FTFY_LINE, _FTFY_TOTAL = 20_000, 200_000
"""ftfy takes a second for a million characters, so it gets no more than this many of a line and of a page."""


def mend(text: str) -> str:
    """``text`` with mojibake, UTF-8 that was read in an older encoding, turned back where that surely helps.

    Text in which nothing is garbled comes back as it is, and so does any doubtful piece. Never raises; takes time in
    proportion to the length.
    """
    if text.isascii():
        return text
    for _ in range(_MOST_ROUNDS):
        mended = _mend_once(text)
        if mended == text:
            break
        text = mended
    return text


def _mend_once(text: str) -> str:
    lost = "â€" in text or "Ã" in text
    found = Counter(_RUN.findall(text))
    runs = {run: times for run, times in found.items() if _is_odd(run)}
    if not runs and not lost:
        return text
    if lost:
        text = _LOST_END.sub(lambda match: "”" if match[0][0] == "â" else "à ", text)
    best, chosen = (False, 0.0), ""
    for codec in _CODECS if runs else ():
        gain = sum(_judged(run, codec)[1] * times for run, times in runs.items())
        if gain <= 0 or _draws_boxes(text, codec):
            continue
        # Of code pages that explain much, the one is right in which all the rest makes most sense, too.
        weight = sum(_judged(run, codec, True)[1] * times for run, times in runs.items())
        if (gain >= _MUCH, weight if gain >= _MUCH else gain) > best:
            best, chosen = (gain >= _MUCH, weight if gain >= _MUCH else gain), codec
            if all(_judged(run, codec)[1] >= len(_PLAIN.sub("", run)) for run in runs):
                break
    if not chosen:
        return text
    if chosen in _BY_FTFY and (fixed := _mended_by_ftfy(text, chosen)) != text:
        return fixed
    if best[0]:
        # Where so much is garbled in one way, what would be doubtful elsewhere is, too.
        return _RUN.sub(lambda run: _judged(run[0], chosen, True)[0], text)
    mended = {run: _judged(run, chosen)[0] for run in runs}
    return _RUN.sub(lambda run: mended.get(run[0], run[0]), text)


@cache
def _foreign() -> re.Pattern[str]:
    """Scripts that no code page tried here has."""
    return re.compile("[\u0590-\u1fff\u2c00-\uf8fe\uf900-\ufb00\ufb03-\U0010ffff]+")


def _is_odd(run: str) -> bool:
    """Whether ``run`` may be garbled: it is not just a word, nor a word beside quotation marks or dashes."""
    if _SURE_START.search(run) or _MIXED.search(run):
        return True
    plain = _foreign().sub("", run).strip(_AROUND_WORDS)
    return bool(plain) and not (
        plain.isalpha() and (plain.islower() or plain.isupper() or plain[1:].islower() or len(plain) == 1)
    )


_SURE_START = later("(?:ÔÇ|ŌĆ|‚Ä|â€)[^\x00-\x7f]")
"""How dashes and quotation marks begin in several code pages, although it may look like a word."""


class _CodePage(NamedTuple):
    pattern: re.Pattern[str]
    back: Callable[[str], bytes]


@lru_cache(maxsize=len(_CODECS))
def _code_page(codec: str) -> _CodePage:
    """What UTF-8 looks like when it is read in ``codec``, and the way back to its bytes."""
    letters = {byte: bytes((byte,)).decode(codec, "ignore") or chr(byte) for byte in range(0x80, 0x100)}

    def among(first: int, last: int) -> str:
        return f"[{re.escape(''.join(letters[byte] for byte in range(first, last + 1)))}]"

    after = among(0x80, 0xBF)
    pattern = rf"(?:{among(0xC2, 0xDF)}{after}|{among(0xE0, 0xEF)}{after}{{2}}|{among(0xF0, 0xF4)}{after}{{3}})+"
    numbers = {letter: byte for byte, letter in reversed(letters.items())}
    return _CodePage(re.compile(pattern), lambda piece: bytes(numbers[letter] for letter in piece))


def _mended_piece(piece: str, codec: str) -> str:
    try:
        return _code_page(codec).back(piece).decode("utf-8")
    except UnicodeDecodeError:
        return ""


_LIKELY = later(
    "[\xa0-\xff\u0100-\u017f\u0192\u01a0\u01a1\u01af\u01b0\u0218-\u021b\u1ea0-\u1ef9\u2010-\u2027\u2030\u2032\u2033"
    "\u2039\u203a\u20ac\u2122\u2190-\u2193\u2212\u2713\u2714\u200b-\u200f\ufeff\ufffd\U0001f300-\U0001faff\ufe0f]+"
)
_LIKELY_WORD = later(
    "[\u0370-\u03ff]{2,}|[\u0400-\u04ff]{2,}|[\u05d0-\u05ea]{2,}|[\u0600-\u06ff]{2,}|[\u0900-\u0dff]{2,}"
    "|[\u0e00-\u0e7f]{2,}|[\u3000-\u30ff\u4e00-\u9fff\uff00-\uff60]{2,}|[\uac00-\ud7a3]{2,}"
)


@lru_cache(maxsize=1)
def _cases() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A small letter before a capital; that, or two capitals before a small letter. Neither is within common words."""
    letters = [chr(number) for number in (*range(0x41, 0x250), *range(0x386, 0x530))]
    lower, upper = ("".join(filter(test, letters)) for test in (str.islower, str.isupper))
    broken = f"[{lower}][{upper}]"
    return re.compile(broken), re.compile(f"{broken}|[{upper}][{upper}](?=[{lower}])")


@lru_cache(maxsize=10_000)
def _judge(before: str, garbled: str, after: str, codec: str, much: bool) -> tuple[str, float]:
    """What ``garbled`` surely was, else itself, and how likely that is: 0 where it stays."""
    mended = _mended_piece(garbled, codec)
    foreign = _LIKELY.sub("", mended)
    if not mended or (foreign and not _LIKELY_WORD.fullmatch(foreign * 2 if much else foreign)):
        return garbled, 0.0
    if not much and not _is_no_text(before, garbled, after, mended):
        return garbled, 0.0
    odd = len(_RARE.findall(mended)) + len(_cases()[1].findall(before + mended + after))
    return mended, len(garbled) - 0.9 * odd


def _is_no_text(before: str, garbled: str, after: str, mended: str) -> bool:
    """Whether ``garbled`` can hardly stand where it does as it is."""
    around = before + garbled + after
    if _cases()[0].search(around) or _MIXED.search(around):
        return True
    if garbled.isalpha():
        is_mark = "\u2010" <= mended[0] <= "\u203a" and not (garbled.islower() or garbled.istitle())
        return is_mark and ("ÔÇ" in garbled or not garbled.isupper())
    if garbled[0] > "\u0370" and all(letter.isalpha() or letter in _TYPOGRAPHIC for letter in garbled):
        return len(garbled) >= 8
    if not _IS_CLOSED.fullmatch(garbled):
        return True
    # A letter and the mark that closes a quotation, or a space, are text, as in "CAFÉ»".
    if garbled[-1] in "\xa0’":
        return False
    return _SURELY.issuperset(mended) or (mended == "œ" and after.islower())


_IS_CLOSED = later(f"(?:[^\\W\\d_][{_TYPOGRAPHIC}])+")
_MIXED = later("[A-Za-zÀ-ɏ][Ͱ-ӿ]|[Ͱ-ӿ][A-Za-zÀ-ɏ]")
_RARE = later("[ĈĉĊċĜĝĠġĤĥĦħĨĩĬĭĴĵĸŉŊŋŎŏŒŜŝŦŧŨũŬŭŴŵŶŷſ¤¦¨¬¯¸ƒ]")
_SURELY = frozenset("éèêëàáâãäåçìíîïñòóôõöøùúûüýÿß°£©®»«")


@lru_cache(maxsize=10_000)
def _judged(run: str, codec: str, much: bool = False) -> tuple[str, float]:
    """``run`` with each piece that is surely garbled turned back, and how much was won."""
    pieces: list[str] = []
    end, won = 0, 0.0
    for piece in _code_page(codec).pattern.finditer(run):
        start = piece.start()
        before, after = run[max(0, start - 1) : start], run[piece.end() : piece.end() + 1]
        mended, gain = _judge(before, piece[0], after, codec, much)
        pieces += (run[end:start], mended)
        end, won = piece.end(), won + gain
    return "".join((*pieces, run[end:])), won


def _draws_boxes(text: str, codec: str) -> bool:
    """Whether ``text`` has lines and boxes drawn with characters that are letters' halves in ``codec``."""
    if not codec.startswith(("cp4", "cp7", "cp8", "koi8")):
        return False
    rest = _code_page(codec).pattern.sub("", text)
    return any("\u2500" <= letter <= "\u259f" for letter in set(rest))


def _mended_by_ftfy(text: str, codec: str) -> str:
    from ftfy import fix_encoding  # its import takes longer than all the rest of a short page

    pattern, _ = _code_page(codec)
    left = _FTFY_TOTAL
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if line.isascii() or len(line) > min(left, _FTFY_LINE) or not pattern.search(line):
            continue
        left -= len(line)
        fixed = fix_encoding(line)
        if fixed.count("\ufffd") <= line.count("\ufffd"):
            lines[number] = fixed
    return "\n".join(lines)
