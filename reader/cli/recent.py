"""``sayall recent``: the stories that were not heard to their end, the last one first."""

import json

import click

from ..speech.places import Places


@click.command("recent")
@click.argument("number", type=click.IntRange(1), default=20)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def recent_command(number: int, as_json: bool) -> None:
    """Lists the stories that you have not heard to their end, at most NUMBER of them (20).

    sayall --resume goes on with the first of them, sayall PAGE --resume with another.
    """
    places = Places().recent()[:number]
    if as_json:
        lines = [{"headline": place.headline, "location": place.location} for place in places]
        click.echo(json.dumps(lines, ensure_ascii=False, indent=1))
        return
    for count, place in enumerate(places, 1):
        click.echo(f"{count}. {place.headline or 'Untitled'}, {place.location}")
    if not places:
        click.echo("Nothing is waiting to be heard to its end.")
