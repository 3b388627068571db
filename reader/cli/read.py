"""``sayall PAGE``: reads it aloud now, and obeys keys."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ..speech.events import Event, Started
from ..story import START
from .notices import notice
from .options import Choices, page_options, speech_options
from .pipeline import prepare_each

if TYPE_CHECKING:
    from ..reading import Reading
    from ..speech.outputs import Device
    from ..speech.walk import Walk


@click.command("read")
@page_options
@speech_options
@click.option("--resume", is_flag=True, help="Go on where you were when you last read this story.")
@click.option("--show", is_flag=True, help="Print each sentence as it is heard.")
def read_command(choices: Choices, engine: str | None, voice: str, rate: int | None, resume: bool, show: bool) -> None:
    """Reads a page aloud. While it reads, ? lists the keys; q ends. Several stories are read one after another."""
    from ..speech.outputs import Device

    device = Device()
    device.warm_up()
    for reading in prepare_each(choices):
        walk = _aloud(reading, choices, device, engine, voice, rate, resume, show)
        if walk and walk.over:
            break
        device = Device()


def _aloud(
    reading: Reading,
    choices: Choices,
    device: Device,
    engine: str | None,
    voice: str,
    rate: int | None,
    resume: bool,
    show: bool,
) -> Walk | None:
    """Reads one story to its end, or until the listener ends it; None where it was printed instead."""
    from ..speech.terminal import keyboard
    from ..speech.walk import Walk
    from .playing import playing, print_for_a_screen_reader
    from .remembering import Remembering

    remembering = Remembering(reading.story)

    def heard(event: Event) -> None:
        for _ in reading.plugins.each("heard", event=event):
            pass
        remembering.heard(event)
        if show and isinstance(event, Started):
            click.echo(" ".join(event.utterance.text.split()))

    player = playing(reading, engine, voice, rate, device, heard)
    if player is None:
        print_for_a_screen_reader(reading)
        return None
    with keyboard(page_is_stdin=choices.page == "-", on_suspend=player.pause, on_resume=player.resume) as keys, player:
        player.play(remembering.place() if resume else START)
        if sys.stdout.isatty() and not show:
            notice(f"{reading.story.headline or choices.page}. Press ? for the keys, q to end.")
        walk = Walk(reading.story, player, show=(lambda line: None) if show else click.echo)
        walk.run(keys)
    if not walk.over:
        remembering.finished()
    return walk
