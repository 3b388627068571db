"""``sayall save``: the reading as a sound file."""

from functools import partial
from pathlib import Path

import click

from .options import Choices, page_options, speech_options
from .pipeline import prepare, to_the_end


@click.command("save")
@page_options
@speech_options
@click.option("-o", "--output", required=True, metavar="FILE", help="The WAV file to write; - is standard output.")
def save_command(choices: Choices, engine: str | None, voice: str, rate: int | None, output: str) -> None:
    """Writes the reading to a sound file, faster than it could be heard."""
    if output != "-" and Path(output).suffix.lower() not in ("", ".wav", ".wave"):
        raise click.UsageError(f"{output}: only WAV files are written; name it {Path(output).with_suffix('.wav')}")
    from ..speech.outputs import WavFile
    from ..speech.player import Player
    from ..speech.terminal import ending_in_order
    from .speaking import start

    reading = prepare(choices)
    speaking = start(reading.plugins, engine, voice)
    player = Player(
        partial(to_the_end, reading),
        engine=speaking.engine,
        style_for=speaking.style_for,
        output=WavFile(output),
        on_notice=lambda line: click.echo(f"sayall: {line}", err=True),
        fallbacks=speaking.fallbacks,
    )
    if rate:
        player.set_rate(rate)
    with ending_in_order(), player:
        player.play()
        player.wait()
