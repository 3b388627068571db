"""``sayall voices``: what there is to choose from with --voice and --engine."""

import click

from ..errors import SayallError
from ..voices import available, load
from .pipeline import taking_part
from .playing import services
from .speaking import factories


@click.command("voices")
@click.option("--engine", metavar="NAME", help="List the speakers of this engine, each with its languages.")
def voices_command(engine: str | None) -> None:
    """Lists the voices and the speech engines."""
    if engine:
        _list_speakers(engine)
        return
    for name in available():
        try:
            voice = load(name)
            click.echo(f"voice {name}, {voice.rate_wpm} words a minute on {voice.engine}: {voice.description}")
        except SayallError as error:
            click.echo(f"voice {name}, broken: {error}")
    plugins = taking_part()
    for name, make in factories(plugins).items():
        try:
            make().close()
            click.echo(f"engine {name}")
        except SayallError as error:
            click.echo(f"engine {name}, not to be had: {error}")
    for name in services(plugins):
        click.echo(f"engine {name}, which speaks by itself: see docs/screen-readers.md")


def _list_speakers(name: str) -> None:
    from .speaking import start

    engine = start(taking_part(), name, "plain").engine
    for speaker in engine.speakers():
        languages = ", ".join(speaker.languages) or "language unknown"
        click.echo(f"{speaker.name}, {languages}{': ' + speaker.description if speaker.description else ''}")
    engine.close()
