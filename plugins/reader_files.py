"""Opens files, told apart by what is in them and not by their name; ``-`` is standard input."""

import os
import re
import stat
import sys
from pathlib import Path

from reader import Limits, Page, hookimpl
from reader.errors import LocationError, PageError
from reader.page import within
from reader.patterns import later
from reader.sources import READABLE, advice, described, media_type_of, shown

_SCHEME = later(r"[a-z][a-z0-9+.-]+:", re.I)
_SITE = later(r"(?:[a-z0-9-]+\.)+[a-z]{2,24}(?:[:/?#].*)?", re.I)


@hookimpl
def open_location(location: str, limits: Limits) -> Page | None:
    """The file at a path, at a ``file:`` address, or what standard input brings.

    Pipes and devices are read as far as ``limits.bytes``, and as long as the program at the other end needs.
    """
    if location == "-":
        return _page("standard input", "-", _standard_input(limits), limits)
    if not location:
        raise LocationError("nothing to open: give a file, a web address, or - for standard input")
    path = _path(location)
    if path is None:
        return None
    return _page(shown(location), os.path.abspath(path), _file(path, location, limits), limits)


def _path(location: str) -> Path | None:
    """The path that is meant; None where it is an address of another kind."""
    if location[:5].lower() == "file:":
        from urllib.parse import unquote, urlsplit

        parts = urlsplit(location)
        if parts.netloc not in ("", "localhost"):
            raise LocationError(f"{shown(location)}: is on another computer; give the path of a file on this one")
        local = unquote(parts.path, errors="surrogateescape")
        return Path(local.lstrip("/") if os.name == "nt" else local)
    path = Path(os.path.expanduser(location))
    return None if not os.path.lexists(path) and _SCHEME.match(location) else path


def _standard_input(limits: Limits) -> bytes:
    if sys.stdin is None:
        raise LocationError("-: there is no standard input; give a file or a web address")
    return sys.stdin.buffer.read(limits.bytes + 1)


def _file(path: Path, location: str, limits: Limits) -> bytes:
    """At most one byte more than the limit, so that too much can be told from just enough."""
    name = shown(location)
    try:
        if stat.S_ISDIR(os.stat(path).st_mode):
            raise LocationError(f"{name}: is a folder; {_within(path)}")
        with open(path, "rb") as file:
            return file.read(limits.bytes + 1)
    except FileNotFoundError:
        raise LocationError(f"{name}: there is no such file; {_instead(path, location)}") from None
    except NotADirectoryError:
        raise LocationError(f"{name}: there is no such file, since part of that path is a file itself") from None
    except PermissionError:
        raise LocationError(f"{name}: may not be read by you; ask its owner, or change its permissions") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise LocationError(f"{name}: cannot be read ({reason.lower()}); check the path") from None


def _page(name: str, location: str, data: bytes, limits: Limits) -> Page:
    if not data:
        raise PageError(f"{name}: is empty; check that it was saved whole")
    media_type = media_type_of(data)
    if media_type.partition(";")[0] not in READABLE:
        raise PageError(f"{name}: is {described(media_type)}; {advice(media_type)}")
    return Page(location, media_type, within(data, limits, name))


def _within(folder: Path) -> str:
    """What to do with a folder: a page in it that could be meant."""
    pages = sorted(_names(folder), key=lambda name: (not name.lower().startswith("index."), name))
    pages = [name for name in pages if name.lower().endswith((".html", ".htm", ".xhtml", ".txt"))]
    return f"name a file in it, such as {shown(str(folder / pages[0]))}" if pages else "name a file in it"


def _instead(path: Path, location: str) -> str:
    """What to do when there is no such file: the file or the web address that was probably meant."""
    from difflib import get_close_matches

    close = get_close_matches(path.name, _names(path.parent), 1, cutoff=0.7)
    if close:
        return f"did you mean {shown(str(path.with_name(close[0])))}?"
    if _SITE.fullmatch(location):
        return f"for the web page, say https://{shown(location)}"
    if not path.parent.is_dir():
        return f"nor is there a folder {shown(str(path.parent))}; check the path"
    return "check the path"


def _names(folder: Path) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []
