"""From the words of a command to a story that is ready to be said."""

from collections.abc import Iterator

from ..errors import LocationError
from ..installed import installed
from ..page import Limits, Page
from ..plugins import Plugins
from ..reading import Reading
from ..reading import prepare as prepared
from ..script.narrate import closing
from ..script.utterance import Utterance
from ..story import START, Position, Story
from .options import Choices

NAME = "sayall"


def prepare(choices: Choices) -> Reading:
    """Opens the page, finds its story and treats every block; raises `LocationError` or `PageError`."""
    plugins = Plugins.installed(only=_own() if choices.no_plugins else None)
    limits = Limits(allow_private=choices.allow_private)
    opened = plugins.first("open_location", location=choices.page, limits=limits)
    if not isinstance(opened, Page | Story):
        raise LocationError(f"{choices.page}: no such file, and no source knows it; give a web address, a file, or -")
    return prepared(opened, plugins, choices.detail, chosen=choices.chosen, options=choices.settings)


def to_the_end(reading: Reading, start: Position = START) -> Iterator[Utterance]:
    """The utterances from ``start`` on, and what was left out when the story is over."""
    yield from reading.narrate(start)
    yield from closing(reading.story)


def _own() -> set[str]:
    """The plugins that come with sayall, without which no file can be opened and nothing spoken."""
    return {entry.name for entry in installed(NAME) if entry.distribution == NAME}
