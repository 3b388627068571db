"""``sayall text``: what would be said, for pipes and for listeners with their own screen reader."""

from dataclasses import replace

import click

from .notices import notice
from .options import Choices, page_options
from .pipeline import prepare_each


@click.command("text")
@page_options
@click.option("--words", is_flag=True, help="Numbers, dates and signs in the words in which they are spoken.")
@click.option(
    "--width", type=click.IntRange(10, 1_000), metavar="N", help="Lines of at most N characters, for braille."
)
def text_command(choices: Choices, words: bool, width: int | None) -> None:
    """Prints what would be said, one utterance a line; what was left out is listed on standard error.

    It is spelled as on the page, since screen readers and braille displays have their own ways with numbers and signs;
    with --words it is spelled as the speech engine gets it.
    """
    from ..treatment import ledger

    for reading in prepare_each(choices):
        for utterance in (reading if words else replace(reading, rules=())).narrate():
            for line in lines(utterance.text, width):
                click.echo(line)
        if left_out := ledger(reading.story):
            notice(left_out)


def lines(text: str, width: int | None) -> list[str]:
    """An utterance on one line, or on lines of at most ``width`` characters that are broken between words."""
    line = " ".join(text.split())
    if width is None:
        return [line]
    from textwrap import wrap

    return wrap(line, width, break_on_hyphens=False)
