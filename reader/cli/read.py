"""``sayall PAGE``: reads it aloud now, and obeys keys."""

from dataclasses import replace

import click

from ..errors import LocationError, SayallError, UsageError
from .aloud import Aloud
from .notices import notice
from .options import Choices, pages_options, speech_options
from .pipeline import prepare_each, told_instead


@click.command("read")
@pages_options
@speech_options
@click.option("--resume", is_flag=True, help="Go on where you were; without PAGE, in the story you heard last.")
@click.option("--bookmark", type=click.IntRange(1), metavar="N", help="Begin at this bookmark; sayall bookmarks lists.")
@click.option("--show", is_flag=True, help="Print each sentence as it is heard.")
def read_command(
    choices: Choices,
    pages: tuple[str, ...],
    engine: str | None,
    voice: str,
    rate: int | None,
    resume: bool,
    bookmark: int | None,
    show: bool,
) -> None:
    """Reads a page aloud. While it reads, ? lists the keys; q ends. Several stories are read one after another."""
    from .playing import sound_device

    if resume and bookmark:
        raise UsageError("--resume and --bookmark both say where to begin; give one")
    if bookmark and len(pages) > 1:
        raise UsageError(f"--bookmark {bookmark}: belongs to one page; give only that one")
    if not pages:
        pages = (_heard_last(),) if resume else _missing()
    device = sound_device()
    device.warm_up()
    failed: list[SayallError] = []
    for one in (replace(choices, page=page) for page in pages):
        aloud = Aloud(one, engine, voice, rate, show)
        # A place in the midst of a story is found in the whole of it.
        readings = prepare_each(one, early=not resume and not bookmark)
        for reading in readings if len(pages) == 1 else told_instead(readings, one, failed):
            if not aloud.through(reading, device, resume=resume, bookmark=bookmark):
                return
            device, bookmark = sound_device(), None
    if failed:
        raise LocationError(f"{len(failed)} of {len(pages)} pages could not be read: {failed[0]}")


def _missing() -> tuple[str, ...]:
    raise UsageError("give a PAGE: a web address, a file, or - for standard input; --resume goes on with the last one")


def _heard_last() -> str:
    """Where the story is that was heard last and not to its end."""
    from ..speech.places import Places

    place = next(iter(Places().recent()), None)
    if place is None:
        raise UsageError("--resume: no story is waiting to be heard to its end; give a PAGE")
    notice(f"Going on with {place.headline or place.location}.")
    return place.location
