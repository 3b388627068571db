"""``sayall bookmarks``: the bookmarks of every story, each with its note and the sentence it stands at."""

import json
import os
from typing import TYPE_CHECKING

import click

from ..errors import UsageError

if TYPE_CHECKING:
    from ..speech.bookmarks import Bookmark


@click.command("bookmarks")
@click.argument("page", required=False)
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@click.option("--delete", type=click.IntRange(1), metavar="N", help="Delete this bookmark of PAGE.")
def bookmarks_command(page: str | None, as_json: bool, delete: int | None) -> None:
    """Lists your bookmarks, story by story; sayall PAGE --bookmark N begins at one.

    PAGE is where the story is, or a part of that or of its headline. While a story is read, m sets a bookmark.
    """
    from ..speech.bookmarks import Bookmarks

    kept = Bookmarks()
    stories = [story for story in kept.stories() if page is None or _is_meant(page, story[0])]
    if delete:
        if len(stories) != 1:
            raise UsageError(f"--delete {delete}: {len(stories)} stories with bookmarks; give the PAGE of one")
        if delete > len(stories[0]):
            count = f"{len(stories[0])} bookmark{'' if len(stories[0]) == 1 else 's'}"
            raise UsageError(f"--delete {delete}: {stories[0][0].place.location} has {count}; give one of them")
        kept.delete(stories[0][delete - 1])
        click.echo(f"Bookmark {delete} deleted.")
    elif as_json:
        click.echo(json.dumps([_as_json(story) for story in stories], ensure_ascii=False, indent=2))
    else:
        for story in stories:
            click.echo(f"{story[0].place.headline or 'Untitled'}, {story[0].place.location}")
            for number, mark in enumerate(story, 1):
                click.echo(f"{number}. {': '.join(part for part in (mark.note, mark.text) if part)}")
        if not stories:
            click.echo("There are no bookmarks; while a story is read, m sets one.")


def _is_meant(page: str, mark: "Bookmark") -> bool:
    exact = page, os.path.abspath(os.path.expanduser(page))
    named = f"{mark.place.location}\n{mark.place.headline}".casefold()
    return mark.place.location in exact or page.casefold() in named


def _as_json(story: "list[Bookmark]") -> dict[str, object]:
    marks = [
        {
            "number": number,
            "note": mark.note,
            "text": mark.text,
            "set_at": mark.set_at,
            "block": mark.place.block,
            "offset": mark.place.offset,
        }
        for number, mark in enumerate(story, 1)
    ]
    return {"headline": story[0].place.headline, "location": story[0].place.location, "bookmarks": marks}
