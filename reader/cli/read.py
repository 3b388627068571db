"""``sayall PAGE``: reads it aloud now, and obeys keys."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING

import click

from ..speech.events import Event, Started
from .options import Choices, page_options, speech_options
from .pipeline import prepare_each, to_the_end

if TYPE_CHECKING:
    from ..reading import Reading
    from ..speech.outputs import Device
    from ..speech.playing import Playing
    from ..speech.walk import Walk


@click.command("read")
@page_options
@speech_options
@click.option("--show", is_flag=True, help="Print each sentence as it is heard.")
def read_command(choices: Choices, engine: str | None, voice: str, rate: int | None, show: bool) -> None:
    """Reads a page aloud. While it reads, ? lists the keys; q ends. Several stories are read one after another."""
    from ..speech.outputs import Device

    device = Device()
    device.warm_up()
    for reading in prepare_each(choices):
        walk = _aloud(reading, choices, device, engine, voice, rate, show)
        if walk and walk.over:
            break
        device = Device()


def _aloud(
    reading: Reading, choices: Choices, device: Device, engine: str | None, voice: str, rate: int | None, show: bool
) -> Walk | None:
    """Reads one story to its end, or until the listener ends it; None where it was printed instead."""
    from ..speech.player import Player
    from ..speech.terminal import keyboard
    from ..speech.walk import Walk
    from .speaking import start
    from .through import player as service_player
    from .through import print_for_a_screen_reader, service_name

    def heard(event: Event) -> None:
        for _ in reading.plugins.each("heard", event=event):
            pass
        if show and isinstance(event, Started):
            click.echo(" ".join(event.utterance.text.split()))

    player: Playing
    if name := service_name(reading.plugins, engine):
        through = service_player(reading, name, rate, heard, chosen=engine is not None)
        if through is None:
            print_for_a_screen_reader(reading)
            return None
        player = through
    else:
        speaking = start(reading.plugins, engine, voice, rate)
        player = Player(
            partial(to_the_end, reading),
            engine=speaking.engine,
            style_for=speaking.style_for,
            output=device,
            on_event=heard,
            on_notice=lambda line: click.echo(f"sayall: {line}", err=True),
            fallbacks=speaking.fallbacks,
        )
    with keyboard(page_is_stdin=choices.page == "-", on_suspend=player.pause, on_resume=player.resume) as keys, player:
        player.play()
        if sys.stdout.isatty() and not show:
            click.echo(f"{reading.story.headline or choices.page}. Press ? for the keys, q to end.")
        walk = Walk(reading.story, player, show=click.echo)
        walk.run(keys)
    return walk
