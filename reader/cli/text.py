"""``sayall text``: what would be said, for pipes and for listeners with their own screen reader."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from ..growing import said, whole_of
from .notices import notice
from .options import Choices, page_options
from .pipeline import prepare_each

if TYPE_CHECKING:
    from ..script.utterance import Utterance


@click.command("text")
@page_options
@click.option("--words", is_flag=True, help="Numbers, dates and signs in the words in which they are spoken.")
@click.option("--width", type=click.IntRange(10, 1_000), metavar="N", help="Lay it out for N cells of braille.")
@click.option("--page", "rows", type=click.IntRange(5, 1_000), metavar="N", help="With --width: pages of N lines.")
def text_command(choices: Choices, words: bool, width: int | None, rows: int | None) -> None:
    """Prints what would be said, one utterance a line; what was left out is listed on standard error.

    It is spelled as on the page, since screen readers and braille displays have their own ways with numbers and signs;
    with --words it is spelled as the speech engine gets it. With --width paragraphs stay whole, headings, quotes and
    items are named or marked, and what sayall itself says stands in brackets; with --page 25 each page ends with its
    number, and a form feed stands between two.
    """
    from ..treatment import ledger

    if rows and not width:
        raise UsageError(f"--page {rows} needs --width too, as in --width 40 --page 25")
    before = ""
    for reading in prepare_each(choices, early=True):
        utterances = said(reading, as_written=not words)
        for line in _laid_out(utterances, width, rows) if width else plain(utterances):
            click.echo(before + line)
            before = "\f" if rows else ""
        if left_out := ledger(whole_of(reading).story):
            notice(left_out)


def plain(utterances: Iterable[Utterance]) -> Iterator[str]:
    """Each utterance on one line."""
    return (" ".join(utterance.text.split()) for utterance in utterances)


def _laid_out(utterances: Iterable[Utterance], width: int, rows: int | None) -> Iterator[str]:
    from ..script.braille import pages, paragraphs

    laid_out = paragraphs(utterances, width)
    if rows:
        yield from pages(laid_out, rows, width)
    else:
        yield from (line for paragraph in laid_out for line in paragraph)
