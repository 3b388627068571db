"""``sayall PAGE``: reads it aloud now, and obeys keys."""

from functools import partial

import click

from ..errors import LocationError, SayallError, UsageError
from .ahead import Ahead
from .aloud import Aloud, Ending
from .notices import notice
from .options import AT_END, SHOW, Choices, pages_options, speech_options
from .pipeline import prepare_each, told_instead


@click.command("read")
@pages_options
@speech_options
@click.option("--resume", is_flag=True, help="Go on where you were; without PAGE, in the story you heard last.")
@click.option("--bookmark", type=click.IntRange(1), metavar="N", help="Begin at this bookmark; sayall bookmarks lists.")
@SHOW
@AT_END
def read_command(
    choices: Choices,
    pages: tuple[str, ...],
    engine: str | None,
    voice: str,
    rate: int | None,
    resume: bool,
    bookmark: int | None,
    show: bool,
    at_end: str | None,
) -> None:
    """Reads a page aloud. While it reads, ? lists the keys; q ends. Several stories are read one after another."""
    from .playing import sound_device
    from .speaking import warm_up

    if resume and bookmark:
        raise UsageError("--resume and --bookmark both say where to begin; give one")
    if bookmark and len(pages) > 1:
        raise UsageError(f"--bookmark {bookmark}: belongs to one page; give only that one")
    if not pages:
        pages = (_heard_last(),) if resume else _missing()
    device = sound_device()
    device.warm_up()
    ready = partial(warm_up, engine=engine, voice=voice)
    failed: list[SayallError] = []
    for number, one in enumerate((choices._replace(page=page) for page in pages), 1):
        aloud = Aloud(one, engine, voice, rate, show, at_end or "")
        # A place in the midst of a story is found in the whole of it.
        each = prepare_each(one, early=not resume and not bookmark, meanwhile=ready)
        readings = Ahead(each if len(pages) == 1 else told_instead(each, one, failed))
        more, waiting = partial(readings.more, number < len(pages)), partial(_waiting, one.page)
        for reading in readings:
            ending = aloud.through(reading, device, resume=resume, bookmark=bookmark, more=more, waiting=waiting)
            if ending in (Ending.ENDED, Ending.HEARD_AND_ENDED):
                return
            if ending is Ending.WENT_ON and not more():
                _read_waiting(aloud, one.page)
            device, bookmark = sound_device(), None
    if failed:
        raise LocationError(f"{len(failed)} of {len(pages)} pages could not be read: {failed[0]}")


def _waiting(heard: str) -> str:
    from .queue import first_waiting  # not needed before a story is over

    return first_waiting(heard)


def _read_waiting(aloud: Aloud, heard: str) -> None:
    from .queue import read_waiting

    read_waiting(aloud, heard)


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
