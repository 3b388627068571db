"""Opens tide:PLACE, the tides in the file tides/PLACE.txt: a day on the first line, then one tide a line."""

from collections.abc import Iterator
from pathlib import Path

from reader import Block, Limits, Role, Story, hookimpl
from reader.errors import LocationError, PageError
from reader.page import within

TESTED_WITH = "0.1"


@hookimpl
def open_location(location: str, limits: Limits) -> Story | None:
    """The tides as a story; None leaves every other location to others."""
    if not location.startswith("tide:"):
        return None
    place = Path(location.removeprefix("tide:")).name
    try:
        data = Path("tides", f"{place}.txt").read_bytes()
    except OSError:
        raise LocationError(f"{location}: there is no such place; the folder tides has those that there are") from None
    lines = within(data, limits, location).decode("utf-8", "replace").splitlines()
    if not lines:
        raise PageError(f"{location}: its file is empty; write a day on the first line, then one tide a line")
    return Story(f"Tides, {place}", tuple(_blocks(place, lines)), published=lines[0], language="en", location=location)


def _blocks(place: str, lines: list[str]) -> Iterator[Block]:
    yield Block(Role.HEADLINE, f"Tides, {place}", level=1, reason="the name of the place")
    yield Block(Role.DATELINE, lines[0], reason="the first line")
    for line in lines[1:]:
        is_note = line.startswith("*")
        yield Block(Role.FOOTNOTE if is_note else Role.LIST_ITEM, line.lstrip("* "), reason="its first character")
