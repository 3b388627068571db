"""What a source opens, and what one hook of a plugin gives."""

from collections.abc import Mapping
from typing import Any

from ..hook_checks import HOOKS, suggestion
from ..listing import Entry, Listing
from ..opening import entered
from ..opening import opened as open_location
from ..page import Limits, Page
from ..reading import prepare
from ..story import Story
from .readied import LIMITS, PluginLike, plugins_of, raise_trouble


def opened(place: str | Page, *, plugins: PluginLike, limits: Limits = LIMITS) -> Page | Story | Listing:
    """What ``plugins`` open at the location ``place``, or find in a page: ``PLACE#3`` is the third story of a listing.

    Raises `LocationError` or `PageError` as a listener would be told it.
    """
    taking_part = plugins_of(plugins)
    if isinstance(place, Page):
        found = entered(Entry("", place), Listing("", ()), limits, taking_part)
    else:
        found = open_location(place, limits, taking_part)
    raise_trouble(taking_part)
    return found


def story_at(place: str | Page, *, plugins: PluginLike, limits: Limits = LIMITS) -> Story:
    """The story that ``plugins`` open there, before anything is treated; a page of HTML or text is read as one."""
    found = opened(place, plugins=plugins, limits=limits)
    assert not isinstance(found, Listing), f"{found.location}: holds several stories; add # and a number"
    return found if isinstance(found, Story) else prepare(found, plugins_of(())).story


def listing_at(place: str | Page, *, plugins: PluginLike, limits: Limits = LIMITS) -> Listing:
    """The listing that ``plugins`` open there."""
    found = opened(place, plugins=plugins, limits=limits)
    assert isinstance(found, Listing), f"{place}: is a {type(found).__name__}, not a listing"
    return found


def labelled(story: Story) -> list[tuple[str, str]]:
    """The role and the text of each block: ``("headline", "The quay")``."""
    return [(block.role.value, block.text) for block in story.blocks]


def asked(plugin: object, hook: str, **offered: Any) -> Any:
    """What the one ``hook`` of ``plugin`` gives when it is called as sayall calls it; None where it leaves the matter.

    What is not offered here is what a listener has by default. Raises what the plugin raises, and `PluginError` where
    it gives something else than it should.
    """
    assert hook in HOOKS, f"{hook} is not a hook{suggestion(hook, HOOKS)}"
    arguments = HOOKS[hook].arguments
    for name in offered:
        assert name in arguments, f"{hook} does not offer {name}; it offers {', '.join(arguments)}"
    given = {**_usual(offered), **offered}
    for name in arguments:
        assert name in given, f"{hook} offers {name}; say what it is, as {name}=…"
    plugins = plugins_of([plugin])
    found = plugins.first(hook, **{name: given[name] for name in arguments})
    raise_trouble(plugins)
    return found


def _usual(offered: Mapping[str, Any]) -> dict[str, Any]:
    """What a hook is offered where a test does not say."""
    usual = {"limits": LIMITS, "option": "", "detail": "standard", "language": "en", "number": 0}
    match offered:
        case {"blocks": blocks}:
            return usual | {"story": Story("", tuple(blocks))}
        case {"block": block}:
            return usual | {"story": Story("", (block,))}
        case {"page": page}:
            return usual | {"asked": page.location}
        case {"story": story}:
            return usual | {"page": Page(story.location, "text/html", b"")}
        case _:
            return usual
