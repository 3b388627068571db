"""Addresses of the web: a link is named by its site, a mail address is read out, a hashtag is parted into words."""

import re
from collections.abc import Iterator

from .grammar import inner
from .mailboxes import mailbox
from .numbers import cardinal, digits, year
from .pattern import Pattern, spaced
from .rule import Edit

_TOPS = (
    "com|org|net|edu|gov|mil|int|info|biz|io|co|ai|app|dev|tv|me|ly|be|gl|news|blog|online|site|shop|store|tech|media|xyz|"
    "uk|us|eu|de|fr|es|it|nl|ch|at|ie|ca|au|nz|in|jp|cn|kr|ru|br|mx|se|no|dk|fi|pl|pt|cz|gr|tr|za|ar|cl|il|sg|hk|tw|th|id|"
    "my|ph|vn|ua|hu|ro|bg|hr|rs|lt|lv|ee|is|lu|li|cat|museum|travel|jobs|mobi|name|pro|aero|coop|sm|fm|am|to|cc|ws"
)
_PATH = r"(?:/[^\s<>\"“”|\\^`{}]*)?"
_END = r"(?<![.,;:!?'’)\]*_])"
LINK = Pattern(rf"\b(?:https?|ftp)://([\w.-]+(?::\d+)?){_PATH}(?:[?#][^\s<>\"“”]*)?{_END}", 2)
_MAIL = Pattern(r"(?<!\w)(?:mailto:)?(\w[\w.+%&'-]{0,63}(?<!\.)|\w)@((?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,})(/[\w/.-]*\w)?")
_SITE = Pattern(
    rf"(?<![\w@./-])((?:[A-Za-z0-9][A-Za-z0-9-]*\.)+(?:{_TOPS}))\b(?![@\w-]|\.\w)(/[^\s<>\"“”|]*)?{_END}", 2
)
# A path that nobody could write down while listening.
_UNSAID = Pattern(r"[?=&%#]|[a-z][A-Z]\w*[A-Z]|[A-Za-z]\d\w*[A-Za-z]|.{40}")
_HASHTAG = Pattern(r"(?<![\w&/])#(?=\w*[^\W\d])(\w+)")
_HANDLE = Pattern(r"(?<![\w.@])@(?=\w*[A-Za-z])(\w{1,40})")
_FILE = Pattern(
    r"(?<![\w./\\-])([\w-]{1,200}(?:\.[\w-]{1,200}){0,8})\.(pdf|docx?|xlsx?|pptx?|jpe?g|png|gif|svg|mp3|mp4|avi|mov|zip|exe|txt|csv|html?|xml|json"
    r"|py|js|ts|css|md|toml|ya?ml|rtf|epub|iso|apk|dll|sh|cpp|java|tar\.gz)\b",
    2,
)
_ENDING = Pattern(r"(?<!\S)\.(NET|com|org|net|edu|gov|int|mil|io)\b(?!\.\w)")
_IP = Pattern(r"(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w.]\w)")
_VERSION = Pattern(r"(?<!\d,)(?<![\w.$€£])(v(?:ersion )?)?(\d{1,4}(?:\.\d{1,4}){2,4})(?![\w]|\.\d)", 2)
NAMES = {
    ".": "dot", "-": "dash", "_": "underscore", "/": "slash", "&": "ampersand", "+": "plus", "%": "percent",
    ":": "colon",
    "'": "apostrophe", "~": "tilde", "?": "question mark", "=": "equals", "#": "hash", "@": "at",
}  # fmt: skip
_PIECE = Pattern(r"[A-Za-zÀ-ÿ]+|\d+|\S")
_HUMP = Pattern(r"[A-Z]+(?![a-z])s?(?![a-z])|[A-Z]?[^\W\dA-Z_]+|\d+|[A-Z]")


def find(text: str) -> Iterator[Edit]:
    """Links, mail addresses, sites and files."""
    if "@" in text:
        yield from mails(text)
    if "://" in text:
        for match in LINK.finditer(text):
            yield Edit(*match.span(), "link to " + spelled(_host(match[1])))
    if "." not in inner(text):
        return
    for match in sites(text):
        host, path = match[1], (match[2] or "").rstrip("/")
        if host.lower().startswith("www."):
            host = host[4:]
        if _UNSAID.search(path):
            yield Edit(*match.span(), f"link to {spelled(host)}")
        else:
            yield Edit(*match.span(), spelled(host) + (f" {spelled(path)}" if path else ""))
    for match in _ENDING.finditer(text) if " ." in text or text[0] == "." else ():
        yield Edit(*match.span(), f"dot {match[1]}")
    for match in _FILE.finditer(text):
        yield Edit(*match.span(), f"{spelled(match[1])} dot {spelled(match[2])}")
    for match in _IP.finditer(text):
        yield Edit(*match.span(), " dot ".join(digits(part) for part in match[0].split(".")))
    for match in _VERSION.finditer(text):
        parts = match[2].split(".")
        if [len(part) for part in parts] == [3, 3, 4]:
            continue  # a telephone number
        if len(parts) == 3 and len(parts[0]) == 4 and len(parts[1]) == 2 and not match[1]:
            continue  # a date, too
        if len(parts) == 3 and len(parts[2]) in (2, 4) and sorted(map(int, parts[:2])) <= [12, 31] and not match[1]:
            continue  # a date
        said = " point ".join(cardinal(int(part), " ") for part in parts)
        yield Edit(*match.span(), f"version {said}" if match[1] else said)


def mails(text: str) -> Iterator[Edit]:
    """Mail addresses, read out."""
    for match in _MAIL.finditer(text):
        said = f"{spelled(mailbox(match[1]))} at {spelled(match[2])}" + (f" {spelled(match[3])}" if match[3] else "")
        yield Edit(*match.span(), (" " if text[match.start() - 1 : match.start()] == "." else "") + said)


def sites(text: str) -> Iterator[re.Match[str]]:
    """Addresses without a scheme: the site and its path."""
    for match in _SITE.finditer(text):
        labels = match[1].split(".")
        # "left.It" is a missing space, not a site of Italy.
        if (labels[-1].islower() or match[1].isupper()) and not (len(labels) == 2 and labels[0].isdigit()):
            yield match


def find_tags(text: str) -> Iterator[Edit]:
    """Hashtags and handles."""
    if "#" in text:
        for match in _HASHTAG.finditer(text):
            named = "" if text[: match.start()].rstrip().lower().endswith("hashtag") else "hashtag "
            yield Edit(*match.span(), spaced(text, *match.span(), named + in_words(match[1])))
    if "@" in text:
        for match in _HANDLE.finditer(text):
            yield Edit(*match.span(), f"at {in_words(match[1])}")


def parted(name: str) -> list[str]:
    """The words and numbers of a name without spaces."""
    return [piece[0] for piece in _HUMP.finditer(name)]


def in_words(name: str) -> str:
    """A name without spaces, parted at its capitals and numbers: "COP26" is "COP twenty six"."""
    return " ".join(_counted(word) if word.isdecimal() else word for word in parted(name))


def _counted(number: str) -> str:
    if number[0] == "0" or len(number) > 4:
        return digits(number)
    return year(int(number)) if len(number) == 4 and "1900" < number < "2100" else cardinal(int(number))


def spelled(address: str) -> str:
    """An address, read out: "a-1.b@c.org" is "a dash one dot b at c dot org"."""
    words = []
    for piece in _PIECE.finditer(address):
        word = piece[0]
        words.append(digits(word) if word.isdecimal() else NAMES.get(word, word))
    return " ".join(words)


def _host(host: str) -> str:
    host = host.rpartition("@")[2].partition(":")[0].strip(".")
    return host[4:] if host.lower().startswith("www.") else host
