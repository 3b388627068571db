"""``sayall queue``: pages that are read one after the other, and what can be done with what waits."""

import json
import os
import re
from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from pathlib import Path

import click

from ..errors import LocationError, SayallError, UsageError
from ..sources import shown
from ..speech.places import Places
from ..speech.queue import Queue, Waiting
from .ahead import Ahead
from .aloud import Aloud, Ending
from .options import AT_END, SHOW, Choices, reading_options, speech_options
from .pipeline import prepare_each, told_instead

_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:")


@click.group("queue", invoke_without_command=True)
@reading_options
@speech_options
@SHOW
@AT_END
def queue_command(
    choices: Choices, engine: str | None, voice: str, rate: int | None, show: bool, at_end: str | None
) -> None:
    """Reads what waits in the queue, one after the other, each from where you left it.

    What is heard to its end leaves the queue. A page that cannot be read is told, and stays.
    """
    context = click.get_current_context()
    context.obj = Aloud(choices, engine, voice, rate, show, at_end=at_end or "")
    if context.invoked_subcommand is None:
        _read(context.obj, Queue().all())


@queue_command.command("add")
@click.argument("pages", nargs=-1, required=True, metavar="PAGE...")
def add(pages: tuple[str, ...]) -> None:
    """Puts pages at the end of the queue."""
    for location in [_location(page) for page in pages]:
        click.echo(put(location))


@queue_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def list_waiting(as_json: bool) -> None:
    """Lists what waits, in order."""
    waiting = Queue().all()
    begun = {place.location: place.headline for place in Places().recent()}
    if as_json:
        lines = [
            {
                "number": number,
                "location": one.location,
                "headline": begun.get(one.location, ""),
                "begun": _is_begun(one, begun),
                "story": one.story,
            }
            for number, one in enumerate(waiting, 1)
        ]
        click.echo(json.dumps(lines, ensure_ascii=False, indent=1))
        return
    for number, one in enumerate(waiting, 1):
        title = f"{begun[one.location]}, " if begun.get(one.location) else ""
        story = f", from story {one.story} on" if one.story > 1 else ", begun" if _is_begun(one, begun) else ""
        click.echo(f"{number}. {title}{shown(one.location)}{story}")
    if not waiting:
        click.echo("Nothing waits; sayall queue add PAGE puts a page into the queue.")


@queue_command.command("next")
@click.pass_obj
def read_next(aloud: Aloud) -> None:
    """Leaves the page you are in for later, and reads the next."""
    queue = Queue()
    waiting = queue.all()
    if waiting and _is_begun(waiting[0], {place.location for place in Places().recent()}):
        queue.add(waiting[0].location, waiting[0].story)
        queue.remove(waiting[0])
    _read(aloud, queue.all())


@queue_command.command("remove")
@click.argument("which", nargs=-1, required=True, metavar="NUMBER|PAGE...")
def remove(which: tuple[str, ...]) -> None:
    """Takes pages out, by their numbers or by name."""
    queue = Queue()
    waiting = queue.all()
    for one in [_meant(word, waiting) for word in which]:
        queue.remove(one)
        click.echo(f"{shown(one.location)} no longer waits.")


@queue_command.command("clear")
def clear() -> None:
    """Takes everything out of the queue."""
    queue = Queue()
    waiting = queue.all()
    for one in waiting:
        queue.remove(one)
    click.echo(f"{len(waiting)} {'page' if len(waiting) == 1 else 'pages'} taken out of the queue.")


def put(location: str) -> str:
    """Puts a location at the end of the queue, unless it waits already, and says so in a line."""
    queue = Queue()
    before = queue.all()
    place = next((at for at, waiting in enumerate(before, 1) if waiting.location == location), 0)
    if place:
        return f"{shown(location)} waits already, as number {place}."
    queue.add(location)
    return f"{len(before) + 1}. {shown(location)}"


def first_waiting(heard: str) -> str:
    """What waits first in the queue beside the page that was heard, "" for nothing."""
    return next((shown(one.location) for one in Queue().all() if one.location != _whereabouts(heard)), "")


def read_waiting(aloud: Aloud, heard: str) -> None:
    """Reads what waits in the queue beside the page that was heard."""
    _read(aloud, [one for one in Queue().all() if one.location != _whereabouts(heard)])


def _whereabouts(page: str) -> str:
    """A page by the name that it has in the queue."""
    path = Path(os.path.expanduser(page))
    return os.path.abspath(path) if os.path.lexists(path) else page


def _read(aloud: Aloud, waiting: list[Waiting]) -> None:
    from .playing import sound_device

    if not waiting:
        raise UsageError("nothing waits in the queue; sayall queue add PAGE puts a page into it")
    queue = Queue()
    failed: list[SayallError] = []
    for place, one in enumerate(waiting, 1):
        before = len(failed)
        choices = aloud.choices._replace(page=one.location)
        readings = Ahead(told_instead(prepare_each(choices, one.story), choices, failed))
        more = partial(readings.more, place < len(waiting))
        for number, reading in enumerate(readings, one.story):
            is_broken = len(failed) > before
            ending = replace(aloud, choices=choices).through(reading, sound_device(), resume=True, more=more)
            if ending is Ending.ENDED:
                return
            if not is_broken:
                queue.advance(one, number + 1)
            if ending is Ending.HEARD_AND_ENDED:
                if not is_broken and not readings.more():
                    queue.remove(one)
                return
        if len(failed) == before:
            queue.remove(one)
    if failed:
        raise LocationError(f"{len(failed)} of {len(waiting)} pages could not be read and stay in the queue")


def _is_begun(waiting: Waiting, begun: Iterable[str]) -> bool:
    return waiting.story > 1 or waiting.location in begun


def _location(page: str) -> str:
    """Where the page is, whatever folder the listener is in tomorrow."""
    if page == "-":
        raise UsageError("-: standard input cannot wait; put the text into a file and add that")
    path = Path(os.path.expanduser(page))
    if os.path.lexists(path) or not _ELSEWHERE.match(page):
        if not os.path.lexists(os.path.expanduser(re.sub(r"#\d+$", "", page))):
            raise LocationError(f"{shown(page)}: there is no such file; give a web address or the path of a file")
        return os.path.abspath(path)
    return page


def _meant(which: str, waiting: list[Waiting]) -> Waiting:
    if which.isdecimal() and 1 <= int(which) <= len(waiting):
        return waiting[int(which) - 1]
    for one in waiting:
        if one.location in (which, os.path.abspath(os.path.expanduser(which))):
            return one
    raise UsageError(f"{shown(which)}: does not wait in the queue, which holds {len(waiting)}; sayall queue list shows")
