"""What plays a story: an engine, or a service that is asked for or in which a screen reader takes turns with sayall."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Final

import click

from ..errors import EngineError, SayallError
from ..growing import Growing, to_the_end
from ..plugins import Plugins
from ..reading import Reading
from ..speech.events import Event
from ..speech.output import Output
from ..speech.playing import Playing
from ..speech.service import Service
from ..speech.service_player import ServicePlayer
from .notices import notice

if TYPE_CHECKING:
    from ..speech.outputs.device import Device

TURNS: Final = {
    "speechd": "so sayall speaks in turn with it, through Speech Dispatcher",
    "screenreader": "so sayall hands it the story sentence by sentence; + and - set the pace",
}
"""The services that talk over no screen reader, the best first, and what is said where one of them is chosen."""


def services(plugins: Plugins) -> Mapping[str, Callable[[], Service]]:
    """Every service that a plugin brings, by name, in alphabetical order."""
    found: dict[str, Callable[[], Service]] = {}
    for _, more in plugins.each("services", convert=dict):
        found = {**more, **found}
    return dict(sorted(found.items()))


def beside_a_screen_reader(plugins: Plugins) -> Service | None:
    """The best service that talks over no screen reader, where one is running; `EngineError` where none can be had.

    What was chosen for the listener's sake is said on standard error.
    """
    from ..speech.screen_reader import running

    if not (reader := running()):
        return None
    known, troubles = services(plugins), list[str]()
    for name in (name for name in TURNS if name in known):
        try:
            service = known[name]()
        except SayallError as error:
            troubles.append(str(error))
        else:
            _tell(f"{reader} is running, {TURNS[name]}; --engine overrides this")
            return service
    raise EngineError("; ".join(troubles) or f"{reader} is running, and no plugin lets sayall speak in turn with it")


def playing(
    growing: Growing,
    engine: str | None,
    voice: str,
    rate: int | None,
    output: Output,
    on_event: Callable[[Event], None],
) -> Playing | None:
    """What plays the story of ``growing``, to ``output`` or through a service.

    None where a screen reader is running and turns cannot be taken with it: who speaks then talks over it.
    """
    reading = growing.reading
    try:
        make = services(reading.plugins).get(engine) if engine else partial(beside_a_screen_reader, reading.plugins)
        service = make() if make else None
    except SayallError as error:
        if engine:
            raise
        _tell(str(error))
        return None
    if service:
        return ServicePlayer(growing.script, service=service, rate_wpm=rate, on_event=on_event)
    from ..speech.player import Player
    from .speaking import start

    language = reading.story.language
    speaking = start(reading.plugins, engine, voice, language=language, rate_wpm=rate, at_once=True)
    player = Player(
        growing.script,
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


def is_announced(player: Playing) -> bool:
    """Whether it speaks as screen readers do, through a service, where listeners expect to be told of sections."""
    return isinstance(player, ServicePlayer)


def print_for_a_screen_reader(reading: Reading) -> None:
    """The story as lines, where speaking would talk over the screen reader that is running."""
    _tell("so that nobody talks over the other, the story follows as text; --engine espeak reads it aloud all the same")
    for utterance in to_the_end(reading):
        click.echo(" ".join(utterance.text.split()))


def sound_device() -> Device:
    """The listener's sound device; where it goes away, and when there is one again, a line says so."""
    from ..speech.outputs.device import Device

    return Device(on_notice=lambda line: notice(f"sayall: {line}"))


@cache
def _tell(line: str) -> None:
    """Once, however many stories are read."""
    notice(f"sayall: {line}")
