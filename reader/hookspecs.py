"""Every hook, typed: the table of contents for plugin authors.

A plugin is a module, or an object, with functions of these names marked ``@reader.hookimpl``, found through an entry
point in the group ``sayall``. A function may ask for fewer arguments than are offered here. Each is called alone:
one that raises is named to the listener, and the reading goes on without it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from .listing import Listing
from .marks import NAME, hookimpl, hookspec
from .page import Limits, Page
from .script.wording.rule import Rule
from .story import Block, Story, Treatment

if TYPE_CHECKING:
    from pathlib import Path

    import click

    from .readability.site_rules import SiteRules
    from .speech.engine import Engine
    from .speech.events import Event
    from .speech.service import Service

__all__ = ["NAME", "hookimpl"]


@hookspec(since="0.1", seconds=5)
def open_location(location: str, limits: Limits) -> Page | Story | Listing | str | None:
    """What stands at ``location``: bytes to find a story in, or a ready `Story`; None leaves it to the next plugin.

    A `Listing` holds several stories; a ``str`` is another location that this one stands for.
    Raise `reader.errors.LocationError` when the location is yours but cannot be opened: its message is shown.
    """


@hookspec(since="0.1", seconds=5)
def read_page(page: Page, asked: str, limits: Limits) -> Page | Story | Listing | str | None:
    """What is in ``page``, told by its bytes, wherever it came from; None leaves it to others and then to readability.

    ``asked`` is the location as the listener gave it. What is given may be the `Story`, a `Listing` of several, the
    page proper where ``page`` is but its wrapping, or a ``str``, the location of what is meant.
    Raise `reader.errors.PageError` when the page is yours but cannot be read: its message is shown.
    """


@hookspec(since="0.1", seconds=5)
def site_rules() -> Iterable[Path | SiteRules]:
    """Rules for what the elements of certain sites are: files as in docs/site-rules.md, or the rules themselves.

    Those of the listener come before them, and they come before all that is known of pages in general.
    """


@hookspec(since="0.1", seconds=5)
def adjust_story(story: Story, page: Page, option: str) -> Story | None:
    """The story with roles, groups or blocks set right; None leaves it as it is. Plugins adjust one after another.

    ``option`` is what the listener set for this plugin with ``--set NAME=OPTION``, else "".
    """


@hookspec(since="0.1", seconds=5)
def treat_block(block: Block, number: int, story: Story, detail: str, option: str) -> Treatment | None:
    """What happens to ``story.blocks[number]``; None leaves it to the next plugin, and then to the preset ``detail``.

    ``option`` is what the listener set for this plugin with ``--set NAME=OPTION``, else "".
    """


@hookspec(since="0.1", seconds=10)
def summarize(blocks: tuple[Block, ...], story: Story) -> str | None:
    """A sentence or two to say in place of ``blocks``, neighbours to be summarized; None leaves it to others."""


@hookspec(since="0.1", seconds=5)
def wording_rules(language: str) -> Iterable[Rule]:
    """Rules for how things are said in a story in ``language``; they claim a sentence before the rules of sayall do."""


@hookspec(since="0.1", seconds=5)
def engines() -> Mapping[str, Callable[[], Engine]]:
    """Speech engines by name. Each is made only when it is chosen; making it may raise `reader.errors.EngineError`.

    What makes an engine, its class as a rule, may have a function ``suits(language, rate_wpm)`` that tells whether it
    is installed and speaks well so: then the engine "auto", which listeners have by default, takes it for such stories.
    Where it also has ``sample_rate``, another engine speaks until it is loaded.
    """


@hookspec(since="0.1", seconds=5)
def services() -> Mapping[str, Callable[[], Service]]:
    """Services that speak by themselves, by name, for ``--engine`` too. Each is made only when it is chosen."""


@hookspec(since="0.1", seconds=2)
def heard(event: Event) -> None:
    """Watches what was heard, as it is heard. Return soon: the next event waits."""


@hookspec(since="0.1", seconds=5)
def commands() -> Iterable[click.Command]:
    """Commands to add to ``sayall``."""
