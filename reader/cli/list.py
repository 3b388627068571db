"""``sayall list``: the stories of a feed, a folder or a mailbox, numbered, one a line."""

import click

from .options import Choices, page_options
from .pipeline import open_choice


@click.command("list")
@page_options
def list_command(choices: Choices) -> None:
    """Lists the stories of a feed, a folder or a mailbox; PAGE#3 names the third for any other command."""
    from ..listing import Listing
    from ..readability import read
    from ..story import Story

    found, _ = open_choice(choices)
    match found:
        case Listing():
            for number, entry in enumerate(found.entries, 1):
                click.echo(", ".join(part for part in (f"{number}. {entry.title}", entry.published) if part))
            count = len(found.entries)
            title = f"{found.title}: " if found.title else ""
            click.echo(f"{title}{count} {'story' if count == 1 else 'stories'}")
        case Story():
            click.echo(f"1. {found.headline}")
        case page:
            click.echo(f"1. {read(page).headline}")
