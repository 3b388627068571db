"""``sayall html``: the story as one quiet page, for a screen reader or for eyes that need room."""

from pathlib import Path

import click

from ..errors import SayallError
from .options import Choices, page_options
from .pipeline import prepare


@click.command("html")
@page_options
@click.option("-o", "--output", metavar="FILE", help="Write the page to FILE; without it to standard output.")
def html_command(choices: Choices, output: str | None) -> None:
    """Writes the story as one accessible HTML page that loads nothing from anywhere."""
    from ..view import page
    from .kept import kept

    reading = prepare(choices)
    written = page(reading.story, summarize=reading.summarize, kept=kept()).encode()
    if output is None or output == "-":
        click.echo(written, nl=False)
        return
    try:
        Path(output).write_bytes(written)
    except OSError as error:
        raise SayallError(
            f"{output}: cannot be written: {error.strerror or error}; give another place with -o"
        ) from error
