"""From the words of a command to a story that is ready to be said."""

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ..errors import PageError, PronunciationError, SayallError, UsageError
from ..folders import NAME, own_folder
from ..installed import installed
from ..listing import Entry, Listing
from ..opening import entered, opened, told
from ..page import Limits, Page
from ..plugins import Plugins
from ..reading import Reading, Rest
from ..reading import prepare as prepared
from ..script.wording import Rule, switched_off
from ..sources import shown
from ..story import Role, Story
from .notices import notice
from .options import Choices
from .own_files import files_in

Meanwhile = Callable[[Plugins], None]
"""Called when the plugins are loaded and nothing is opened yet, for what goes on beside; it returns at once."""


def prepare(choices: Choices, *, early: bool = False, meanwhile: Meanwhile | None = None) -> Reading:
    """Opens the page, finds its story and treats every block; raises `LocationError` or `PageError`.

    With ``early`` of a very long page it may be the head alone.
    """
    found, plugins = open_one(choices, meanwhile)
    return _with_story(prepare_found(found, plugins, choices, early=early), choices.page)


def open_one(choices: Choices, meanwhile: Meanwhile | None = None) -> tuple[Page | Story, Plugins]:
    """The same as `open_choice`, where one story is wanted: of several the listener must name one."""
    found, plugins = open_choice(choices, meanwhile)
    if isinstance(found, Listing):
        name = shown(choices.page)
        raise UsageError(
            f"{name}: holds {len(found.entries)} stories; sayall list {name} shows them, and {name}#1 is the first"
        )
    return found, plugins


def prepare_each(
    choices: Choices, first: int = 1, *, early: bool = False, meanwhile: Meanwhile | None = None
) -> Iterator[Reading]:
    """The story at a location, or each from the ``first`` on of several, opened when its turn comes; see `prepare`."""
    found, plugins = open_choice(choices, meanwhile)
    if not isinstance(found, Listing):
        yield _with_story(prepare_found(found, plugins, choices, early=early), choices.page)
        return
    for number, entry in enumerate(found.entries[first - 1 :], first):
        opening = f"Story {number} of {len(found.entries)}."
        try:
            story = entered(entry, found, _limits(choices), plugins)
            if isinstance(story, Listing):
                raise UsageError(f"it holds {len(story.entries)} stories of its own, read as {choices.page}#{number}")
            reading = _with_story(prepare_found(story, plugins, choices, early=early), f"{choices.page}#{number}")
        except SayallError as error:
            reading = prepare_found(told(entry, error), plugins, choices)
        yield replace(reading, opening=opening)


def told_instead(readings: Iterator[Reading], choices: Choices, failed: list[SayallError]) -> Iterator[Reading]:
    """``readings``; where a page cannot be opened, a story that tells so, and the error in ``failed``.

    For the listener who is read several pages and may not look at what is printed.
    """
    try:
        yield from readings
    except SayallError as error:
        failed.append(error)
        plugins = taking_part(choices.no_plugins, choices.files)
        yield prepare_found(told(Entry(shown(choices.page), choices.page), error), plugins, choices)


def open_choice(choices: Choices, meanwhile: Meanwhile | None = None) -> tuple[Page | Story | Listing, Plugins]:
    """What stands at the location that was given, and the plugins that opened it."""
    plugins = taking_part(choices.no_plugins, choices.files)
    if meanwhile:
        meanwhile(plugins)
    try:
        return opened(choices.page, _limits(choices), plugins), plugins
    except SayallError:
        # There is no reading in which the listener would hear of plugins that failed, which may be why there is none.
        for line in plugins.notices():
            notice(f"sayall: {line}")
        raise


def prepare_found(found: Page | Story, plugins: Plugins, choices: Choices, *, early: bool = False) -> Reading:
    """What was opened, its story found and every block treated, as the listener chose; see `prepare`."""
    own = () if choices.no_plugins else files_in(own_folder("sites"), ".toml")
    reading = prepared(
        found,
        plugins,
        choices.detail,
        chosen=choices.chosen,
        options=choices.settings,
        site_files=(*choices.sites, *own),
        early=early,
    )
    said = tuple(pronunciations(plugins))

    def spoken(reading: Reading) -> Reading:
        rules = worded((*said, *reading.rules), choices.literal, spell_links=choices.spell_links)
        return replace(reading, rules=rules, one_language=choices.one_language)

    rest = reading.rest
    return replace(spoken(reading), rest=Rest(lambda: spoken(rest.whole())) if rest else None)


def _with_story(reading: Reading, page: str) -> Reading:
    """``reading``; `PageError` where all of the page was taken for its furniture, so that nothing would be heard."""
    if all(block.role is Role.BOILERPLATE for block in reading.story.blocks):
        name = shown(page)
        raise PageError(f"{name}: no story was found on this page; sayall explain {name} --all shows what is there")
    return reading


def worded(rules: tuple[Rule, ...], literal: Iterable[str], *, spell_links: bool = False) -> tuple[Rule, ...]:
    """The wording rules; what those named in ``literal`` would change stays as it is written.

    With ``spell_links`` web addresses are read out. `UsageError` where there is none of such a name.
    """
    without = frozenset(literal)
    if unknown := sorted(without.difference(rule.name for rule in rules)):
        raise UsageError(f"--literal {unknown[0]}: there is no such wording rule; sayall say --rules lists them")
    if without:
        rules = tuple(switched_off(rule) if rule.name in without else rule for rule in rules)
    if spell_links:
        from ..script.wording.read_out import READ_OUT

        rules = (*READ_OUT, *rules)
    return rules


def pronunciations(plugins: Plugins) -> Iterator[Rule]:
    """The listener's own pronunciations, to stand before all other rules; of a broken file the listener is told."""
    for file in files_in(own_folder("pronunciations"), ".toml", ".pls", ".dic"):
        from ..script.wording.pronunciations import load

        try:
            yield from load(file)
        except PronunciationError as error:
            plugins.note(f"Pronunciations {error}. Reading on without them.")


def _limits(choices: Choices) -> Limits:
    return Limits(allow_private=choices.allow_private)


def taking_part(own_only: bool = False, files: Iterable[Path] = (), without: Iterable[str] = ()) -> Plugins:
    """The plugins that are installed, those in the listener's folder, and ``files``, save ``without``.

    SAYALL_PLUGINS may narrow the choice. It names plugins, with commas between: beside those that come with sayall only
    these take part, and a name with a minus before it takes no part, wherever it comes from.
    """
    named = [name.strip() for name in os.environ.get("SAYALL_PLUGINS", "").split(",") if name.strip()]
    only: set[str] | None = None
    if own_only or any(not name.startswith("-") for name in named):
        only = {entry.name for entry in installed(NAME) if entry.distribution == NAME}
        only |= set() if own_only else {name for name in named if not name.startswith("-")}
    left_out = {*without, *(name[1:] for name in named if name.startswith("-"))}
    own = () if own_only else files_in(own_folder("plugins"), ".py")
    plugins = Plugins.installed(only=only, without=left_out, files=own)
    for file in files:
        if file.stem not in left_out:
            plugins.load_file(file)
    return plugins
