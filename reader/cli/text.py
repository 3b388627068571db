"""``sayall text``: what would be said, for pipes and for listeners with their own screen reader."""

from dataclasses import replace

import click

from .options import Choices, page_options
from .pipeline import prepare_each


@click.command("text")
@page_options
@click.option("--words", is_flag=True, help="Numbers, dates and signs in the words in which they are spoken.")
def text_command(choices: Choices, words: bool) -> None:
    """Prints what would be said, one utterance a line; what was left out is listed on standard error.

    It is spelled as on the page, since screen readers and braille displays have their own ways with numbers and signs;
    with --words it is spelled as the speech engine gets it.
    """
    from ..treatment import ledger

    for reading in prepare_each(choices):
        for utterance in (reading if words else replace(reading, rules=())).narrate():
            click.echo(" ".join(utterance.text.split()))
        if line := ledger(reading.story):
            click.echo(line, err=True)
