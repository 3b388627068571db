"""``sayall recent``: the stories that were not heard to their end, the last one first."""

import click

from ..speech.places import Places


@click.command("recent")
@click.option("-n", "--number", type=click.IntRange(1), default=20, show_default=True, help="How many to list.")
def recent_command(number: int) -> None:
    """Lists the stories that you have not heard to their end; sayall --resume PAGE goes on where you were."""
    places = Places().recent()
    for count, place in enumerate(places[:number], 1):
        click.echo(f"{count}. {place.headline or 'Untitled'}, {place.location}")
    if not places:
        click.echo("Nothing is waiting to be heard to its end.")
