"""``sayall save``: the reading as a sound file."""

from functools import partial
from pathlib import Path

import click

from ..errors import SayallError
from ..folders import write_whole
from ..growing import to_the_end
from .notices import notice
from .options import Choices, page_options, speech_options
from .pipeline import prepare


@click.command("save")
@page_options
@speech_options
@click.option(
    "-o", "--output", required=True, metavar="FILE", help="The file to write: .wav, .mp3, .ogg, .opus or .flac; - "
    "writes WAV to standard output.",
)  # fmt: skip
@click.option("--timings", metavar="FILE", help="Write when each sentence is said, as WebVTT, to this file too.")
def save_command(
    choices: Choices, engine: str | None, voice: str, rate: int | None, output: str, timings: str | None
) -> None:
    """Writes the reading to a sound file, faster than it could be heard."""
    from ..speech.outputs.encoders import Tags, check
    from ..speech.outputs.sound_file import SoundFile
    from ..speech.player import Player
    from ..speech.terminal import ending_in_order
    from .speaking import start, warm_up

    check(output)
    # What is piped into a player is waited for.
    reading = prepare(choices, early=output == "-", meanwhile=partial(warm_up, engine=engine, voice=voice))
    speaking = start(reading.plugins, engine, voice, language=reading.story.language, rate_wpm=rate)
    file = SoundFile(output, Tags(reading.story.headline, reading.story.byline), timed=bool(timings))
    player = Player(
        partial(to_the_end, reading),
        engine=speaking.engine,
        style_for=speaking.style_for,
        output=file,
        on_notice=lambda line: click.echo(f"sayall: {line}", err=True),
        fallbacks=speaking.fallbacks,
    )
    if rate:
        player.set_rate(rate)
    with ending_in_order(), player:
        player.play()
        player.wait()
    if timings:
        from ..speech.outputs.timings import webvtt

        try:
            write_whole(Path(timings), webvtt(file.timings))
        except OSError as error:
            told = f"{timings}: cannot be written: {error.strerror}; give another place with --timings"
            raise SayallError(told) from error
    if output != "-" and file.seconds:
        from ..script.outline import duration

        notice(f"{output}: {duration(file.seconds)}")
