"""``sayall outline``: the sections of a story, with the time it takes to hear each."""

import click

from ..script.outline import duration, outline
from .options import Choices, page_options
from .pipeline import prepare


@click.command("outline")
@page_options
@click.option(
    "--rate", type=click.IntRange(40, 900), default=195, show_default=True, metavar="WPM", help="Words a minute."
)
def outline_command(choices: Choices, rate: int) -> None:
    """Lists the sections of the story with their spoken length."""
    reading = prepare(choices)
    sections = list(outline(reading.story, reading.narrate(), rate))
    for section in sections:
        click.echo(f"{section.number}. {section.title}, level {section.level}, {duration(section.seconds)}")
    count = f"{len(sections)} {'section' if len(sections) == 1 else 'sections'}"
    click.echo(f"{count}, {duration(sum(section.seconds for section in sections))}")
