"""``sayall text``: what would be said, for pipes and for listeners with their own screen reader."""

import click

from .options import Choices, page_options
from .pipeline import prepare_each


@click.command("text")
@page_options
def text_command(choices: Choices) -> None:
    """Prints what would be said, one utterance a line; what was left out is listed on standard error."""
    from ..treatment import ledger

    for reading in prepare_each(choices):
        for utterance in reading.narrate():
            click.echo(" ".join(utterance.text.split()))
        if line := ledger(reading.story):
            click.echo(line, err=True)
