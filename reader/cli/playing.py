"""What plays a story: an engine, or a service that is asked for or in which a screen reader takes turns with sayall."""

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import Final

import click

from ..errors import SayallError
from ..plugins import Plugins
from ..reading import Reading
from ..speech.events import Event
from ..speech.output import Output
from ..speech.playing import Playing
from ..speech.service import Service, ServicePlayer
from .notices import notice
from .pipeline import to_the_end

BESIDE_A_SCREEN_READER: Final = "speechd"
"""The service in which sayall and a screen reader take turns."""


def services(plugins: Plugins) -> Mapping[str, Callable[[], Service]]:
    """Every service that a plugin brings, by name, in alphabetical order."""
    found: dict[str, Callable[[], Service]] = {}
    for _, more in plugins.each("services", convert=dict):
        found = {**more, **found}
    return dict(sorted(found.items()))


def service_name(plugins: Plugins, engine: str | None) -> str:
    """Which service to speak through, "" for none; what was chosen for the listener's sake is said on standard error.

    Without ``engine`` it is the one in which screen readers take turns, where a screen reader is running.
    """
    if engine:
        return engine if engine in services(plugins) else ""
    from ..speech.screen_reader import running

    reader = running()
    if not reader or BESIDE_A_SCREEN_READER not in services(plugins):
        return ""
    _tell(f"{reader} is running, so sayall speaks in turn with it, through Speech Dispatcher; --engine overrides this")
    return BESIDE_A_SCREEN_READER


def playing(
    reading: Reading,
    engine: str | None,
    voice: str,
    rate: int | None,
    output: Output,
    on_event: Callable[[Event], None],
) -> Playing | None:
    """What plays the story, to ``output`` or through a service.

    None where a screen reader is running and turns cannot be taken with it: who speaks then talks over it.
    """
    if name := service_name(reading.plugins, engine):
        try:
            service = services(reading.plugins)[name]()
        except SayallError as error:
            if engine:
                raise
            _tell(str(error))
            return None
        return ServicePlayer(partial(to_the_end, reading), service=service, rate_wpm=rate, on_event=on_event)
    from ..speech.player import Player
    from .speaking import start

    speaking = start(reading.plugins, engine, voice)
    player = Player(
        partial(to_the_end, reading),
        engine=speaking.engine,
        style_for=speaking.style_for,
        output=output,
        on_event=on_event,
        on_notice=_tell,
        fallbacks=speaking.fallbacks,
    )
    if rate:
        player.set_rate(rate)
    return player


def print_for_a_screen_reader(reading: Reading) -> None:
    """The story as lines, where speaking would talk over the screen reader that is running."""
    _tell("so that nobody talks over the other, the story follows as text; --engine espeak reads it aloud all the same")
    for utterance in to_the_end(reading):
        click.echo(" ".join(utterance.text.split()))


@cache
def _tell(line: str) -> None:
    """Once, however many stories are read."""
    notice(f"sayall: {line}")
