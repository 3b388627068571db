"""Recognizes dates, names of authors and picture credits by how they are written, in many languages."""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime
from functools import cache, lru_cache

from ..patterns import has_eastern, later
from .vocabulary import sections, words

MONTHS: dict[str, int] = {}
for _row in sections("shapes")["months"]:
    for _number, _name in enumerate(_row.split(), 1):
        MONTHS.setdefault(_name, _number)
_OTHER_MONTHS = words("shapes", "other months")
_LONGEST_MONTH = max(map(len, MONTHS))
_AROUND = words("shapes", "around date")
_AGO = words("shapes", "ago")
_BEFORE = words("shapes", "before")
_WORK = words("shapes", "work")
_BY = words("shapes", "byline")
_PHOTO = words("shapes", "photo")
_AGENCIES = words("shapes", "agency")
_PLAIN_TOKEN = re.compile(r"\d+|[^\W\d]+(?:\.[^\W\d](?=\.))*")
_NUMERIC = re.compile(
    r"\d{4}-\d\d?-\d\d?|\b\d{1,2}[./]\s?\d{1,2}[./]\s?\d{2,4}|\d{4}[/.]\d{1,2}[/.]\d{1,2}|\d\s?[年년月월]\s?\d"
)
_CLOCK = re.compile(
    r"(?<![\d.])(?:[01]?\d|2[0-4])(?:[:h][0-5]\d\b|\.[0-5]\d\b(?!\.\d))|\b\d{1,2}\s?[ap]\.?m\b|\d\s?[時시点點时]\s?\d",
    re.I,
)
_BARE = re.compile(r"\d\.\d\d|0:\d\d")
"""A pair of numbers alone: a version or a price, or how long a video is, rather than a time of the day."""
_DRAWN = ("(Graphic", "(graphic", "(c)", "(C)")
"""A graphic in brackets is one to look at elsewhere, not the picture above."""
_CAPTION_BEGINS = tuple(sections("shapes")["caption begins"])
_CAPTION_ENDS = tuple(words("shapes", "caption ends"))
"""How captions of pictures are written where no spaces part the words."""
UNSEEN: dict[int, str | int | None] = dict.fromkeys(
    [*range(0x64B, 0x653), 0x640, 0x200E, 0x200F, 0x61C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
"""For `str.translate`: takes out marks of direction, which show nothing, and Arabic marks that are mostly left out."""
_EASTERN = re.compile(
    "[年月日時分秒时年월일시분초午前後后上下更新公開配信発表掲載发布發布时间時間来源前曜火水木金土星期周一二三四五六입력수정등록오전후]+"
)
_THAI = later("[\u0e01-\u0e4e]")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_DIGIT = re.compile(r"\d")
_NAME = re.compile(r"[^\W\d_a-z]")


@cache
def _token() -> re.Pattern[str]:
    """Words and numbers in any script: in many the vowels are marks over, under and between the letters."""
    blocks = range(0x900, 0xE00, 0x80)  # of India, each with its digits at the same place
    marks = (
        "\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0e31-\u0e3a\u0e47-\u0e4e\u200c\u200d"
    )
    marks += "".join(f"{chr(at)}-{chr(at + 0x63)}{chr(at + 0x70)}-{chr(at + 0x7F)}" for at in blocks)
    letter = rf"(?:[^\W\d]|[{marks}])"
    return re.compile(rf"\d+|{letter}+(?:\.{letter}(?=\.))*")


def _tokens(text: str) -> list[str]:
    """The words and the numbers of a text; letters between points, "a.m", are one word."""
    return (_PLAIN_TOKEN if text.isascii() else _token()).findall(text)


def _plain(text: str) -> str:
    """Without marks of direction, and with letters composed, as the lists are."""
    return text if text.isascii() else unicodedata.normalize("NFC", text).translate(UNSEEN)


@lru_cache(maxsize=8192)
def is_date(text: str) -> bool:
    """Whether a text is nothing but a date or a time with the usual words around it."""
    text = _plain(text)
    if len(text) > 120 or not (any(map(str.isdigit, text)) or " ago" in text or _is_since(text)):
        return False
    if _BARE.fullmatch(text.strip()):
        return False
    if not (has_date(text) or _CLOCK.search(text) or _is_ago(text)):
        return False
    unknown = sum(
        len(token) for token in _tokens(_EASTERN.sub(" ", text.casefold()))
        if not token.isdigit() and token not in _AROUND and token not in _AGO and not _month(token)
        and token not in _OTHER_MONTHS
    )  # fmt: skip
    return unknown <= max(4, len(text) // 6)


@lru_cache(maxsize=8192)
def has_date(text: str) -> bool:
    """Whether a text names a day or a month of a year."""
    text = _plain(text)
    if not _DIGIT.search(text):
        return False
    if _NUMERIC.search(text):
        return True
    tokens = _tokens(text.casefold())
    for i, token in enumerate(tokens):
        # "ago" is August in Spanish, "out" October in Portuguese, and neither a month in English.
        if token in ("out", "set") and not _YEAR.search(text):
            continue
        if not token.isdigit() and token != "ago" and (_month(token) or token in _OTHER_MONTHS):
            around = [other for other in tokens[max(0, i - 3) : i + 3] if other.isdigit()]
            if token in _OTHER_MONTHS and len(around) > 1:
                return True
            if any((len(number) <= 2 and 1 <= int(number) <= 31) or 1900 <= int(number) <= 2200 for number in around):
                return True
    return False


def _is_since(text: str) -> bool:
    """Whether a text may say how long ago something was, with the word for it in front: “vor 3 Stunden”."""
    first, _, rest = text.casefold().partition(" ")
    return first in _BEFORE and 0 < len(rest) < 30


def _is_ago(text: str) -> bool:
    tokens = _tokens(text.casefold())
    return len(tokens) <= 8 and (
        _is_since(text)
        or any(token in _AGO for token in tokens)
        or (not text.isascii() and re.search(r"\d\s?(?:分|時間|日|小时|小時|天|시간)\s?[前전]", text) is not None)
    )


@lru_cache(maxsize=8192)
def _month(token: str) -> int:
    """The number of a month by its name or the beginning of its name; 0 when it is none."""
    found = MONTHS.get(token, 0)
    if found or len(token) < 4:
        return found
    for size in range(min(len(token), _LONGEST_MONTH), 2, -1):
        if token[:size] in MONTHS:
            return MONTHS[token[:size]] if size > 3 or not token.isascii() or len(token) <= 5 else 0
    return 0


@lru_cache(maxsize=8192)
def is_byline(text: str) -> bool:
    """Whether a short text says who wrote something."""
    if len(text) > 160:
        return False
    tokens = text.split()
    for i, token in enumerate(tokens[:4]):
        folded = token.casefold()
        rest = tokens[i + 1 : i + 3]
        if folded in ("by", "by:") and i < 4 and rest and all(t.casefold() in _WORK for t in tokens[:i]):
            set_off = len(rest) > 1 and rest[1] in ("»", "|", "·", "•", "-", "–", "—", "on")
            return _NAME.match(rest[0]) is not None or len(tokens) <= 4 or (set_off and has_date(text))
        worked = i > 0 and not folded.endswith(":") and all(t.casefold() in _WORK for t in tokens[:i])
        by = folded in _BY or (worked and folded in ("de", "di", "del", "della", "du"))
        if (i == 0 or worked) and by and rest:
            return _NAME.match(rest[0]) is not None and len(tokens) < 14
    return bool(
        len(text) < 40
        and any(word in text for word in _WRITTEN_EAST)  # before a pattern is compiled that takes long
        and re.search(
            r"[\u4e00-\u9fff\uac00-\ud7af]{2,6}\s?(?:記者|记者|기자)\b|^(?:文|撰文|作者|記者|执笔|執筆)\s?[／/|｜:：=＝・]|^本报记者\s",
            text,
        )
    )


_WRITTEN_EAST = ("記者", "记者", "기자", "文", "作者", "执笔", "執筆")
_VOTES = words("shapes", "votes")
_STARS = "★☆⭐✩✪⯪"


@lru_cache(maxsize=4096)
def is_rating(text: str) -> bool:
    """Whether a short text says how many stars readers gave, and nothing else: “4.87 from 132 votes”, “★★★★☆ (87)”."""
    if len(text) > 60 or not _DIGIT.search(text):
        return False
    tokens = re.findall(r"[^\W\d]+|\d+", text.casefold())
    named = [token for token in tokens if not token.isdecimal()]
    if len(tokens) - len(named) > 4 or not all(token in _VOTES for token in named):
        return False
    starred = any(star in text for star in _STARS) or re.search(r"\d ?/ ?(?:5|10)\b", text) is not None
    return starred or (bool(named) and len(tokens) - len(named) > 1) or len(named) > 1


def is_author_word(text: str) -> bool:
    """Whether a text is a word for an author and nothing else: "Author," "Von"."""
    word = _plain(text).strip(" ,:：，،").casefold()
    return word in _BY or f"{word}:" in _BY


def is_date_word(word: str) -> bool:
    """Whether a word is one of those that stand around dates: "Published", "Updated"."""
    return word.casefold().strip(":") in _AROUND


_AUTHOR_PAGES = words("shapes", "author pages")


def is_page_of_author(href: str) -> bool:
    """Whether a link leads to the page of an author, by how such addresses are written."""
    address = href.casefold()
    heads = (part.partition("-")[0].partition("_")[0].partition("?")[0] for part in address.split("/")[:-1])
    return "author=" in address or any(head in _AUTHOR_PAGES for head in heads)


@cache
def _uncased() -> re.Pattern[str]:
    """Letters of scripts without capitals: made at its first use, since such wide ranges take long to compile."""
    return re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


def is_name(text: str) -> bool:
    """Whether a line may be the name of a person: two to four words that begin with capitals, and nothing else."""
    tokens = text.split()
    if not 2 <= len(tokens) <= 4 or len(text) > 50 or any(c.isdigit() for c in text):
        return False
    if len(text) > 12 and has_eastern(text) and _uncased().search(text):
        return False
    return all(_NAME.match(token) or token in ("de", "van", "von", "der", "da", "bin", "al") for token in tokens)


def _ends_as_caption(text: str) -> bool:
    bare = text.rstrip(")）】]。 ")
    return bare.endswith(_CAPTION_ENDS) and not bare.endswith(("拍摄", "拍攝"))  # the word for filming


_BEHIND = later(r"[.!?…)\]\"”»]\s+([^\W\d]+)\s?[:：]\s?[^:：.!?]{2,60}$")
"""What is said behind the sentences of a caption, with a word and a colon in front."""


def is_credit(text: str) -> bool:
    """Whether a text names whom a picture is by, at its start or its end."""
    if len(text) > 400:
        return False
    text = text.lstrip("|·•–—-/ ")
    if text.startswith("(") and not text.startswith(_DRAWN):
        text = text[1:]
    if text.casefold().startswith(("©", "(c)", *_CAPTION_BEGINS)) or _ends_as_caption(text):
        return True
    tokens = _tokens(text.casefold())
    if not tokens:
        return False
    if tokens[0] in _PHOTO:
        rest = text[len(tokens[0]) :].lstrip(" .")
        if rest[:1] in (":", "：", "/", "／", "©", "|", "=", "＝", "-") or rest.casefold().startswith(
            ("by ", "credit", "courtesy", "source", "via ", "von ")
        ):
            return len(text) < 200
    behind = _BEHIND.search(text) if ":" in text or "：" in text else None
    if behind and behind[1].casefold() in _PHOTO:
        return True
    last = tokens[-1]
    if last in _AGENCIES and (last != "images" or tokens[-2:-1] == ["getty"]):
        return (
            last not in ("commons", "tt", "pa", "rex", "ap")
            or re.search(r"[/|(,©＝=)-]\s*\w+\)?$|\s[A-Z]{2,3}\)?$", text) is not None
        )
    signed = "/" in text or "＝" in text
    return signed and re.search(r"＝(?:ＡＰ|ロイター|共同|時事|AFP)\S*$|/\s?[A-Z]{2,5}\)?$", text) is not None


def iso_date(text: str) -> str:
    """The day in ``text`` as ISO 8601, with the time where it is machine-readable; "" where it cannot be read."""
    text = text if text.isascii() else _western(text)
    machine = re.match(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?", text.strip())
    if machine:
        try:
            found = datetime.fromisoformat(machine.group().replace("Z", "+00:00")).isoformat()
        except ValueError:
            return machine.group()[:10]
        return found[:10] if len(machine.group()) == 10 else found
    eastern = re.search(r"(\d{4})\s?[年년/.]\s?(\d{1,2})\s?[月월/.]\s?(\d{1,2})", text)
    if eastern:
        return _day(*eastern.groups())
    southern = re.search(r"\b(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})\b", text)
    if southern:
        return _day(southern[3], southern[2], southern[1])
    tokens = _tokens(_CLOCK.sub(" ", text.casefold()))
    for i, token in enumerate(tokens):
        month = 0 if token.isdigit() or token == "ago" else _month(token)
        if not month:
            continue
        near = tokens[max(0, i - 2) : i] + tokens[i + 1 : i + 5]
        days = [other for other in near if other.isdigit() and len(other) <= 2]
        years = [other for other in near if other.isdigit() and len(other) == 4 and "1800" <= other <= "2199"]
        if days and years:
            return _day(years[0], month, days[0])
    return ""


def _western(text: str) -> str:
    """With the digits that English has, and a year of the Thai calendar reckoned as one of the common calendar."""
    text = "".join(str(unicodedata.digit(c)) if c.isdigit() and not c.isascii() else c for c in _plain(text))
    thai = re.search(r"\b2[45]\d\d\b", text) if _THAI.search(text) else None
    return text[: thai.start()] + str(int(thai.group()) - 543) + text[thai.end() :] if thai else text


def _day(year: str | int, month: str | int, day: str | int) -> str:
    try:
        return datetime(int(year), int(month), int(day)).date().isoformat()
    except ValueError:
        return ""
