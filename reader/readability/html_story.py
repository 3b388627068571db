"""Reads the story out of a web page: where it is, what everything on it is, and in which order to read it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from ..errors import PageError
from ..story import Block, Group, Link, Role, Story, Tongue
from .blocks import cut
from .cutting.paths import Paths
from .cutting.posts import join_posts
from .cutting.steps import number_steps
from .cutting.targets import resolving
from .details import find_published, language_of, titles_of, told_headline
from .groups import grouped
from .kinds.recipes import label_recipe
from .language import language_in, language_of_part
from .metadata import told_by
from .outline import Kind, State
from .parse import parse
from .roles import assign
from .scene import Scene, View
from .setting import set_scene

if TYPE_CHECKING:
    from lxml.html import HtmlElement

    from .outline import Box, Outline
    from .site_rules import SiteRules
    from .sites.ruled import Ruled


def read_html(text: str, location: str, rules: Sequence[SiteRules] = ()) -> Story:
    """The story of a page; what is no part of it is in there too, as boilerplate at its place."""
    root = parse(text, location)
    told = told_by(root)
    outline = cut(root, titles_of(told))
    join_posts(outline)
    number_steps(outline)
    if not outline.pieces:
        raise PageError(f"{location}: there is no text on this page")
    if not rules and _is_mostly_preformatted(outline):
        from .cutting.preformatted import read_preformatted

        preformatted = read_preformatted(outline, location, told.language)
        if preformatted:
            return preformatted
    by_site = _ruled(outline, root, location, rules) if rules else None
    scene = set_scene(outline, told, root, by_site)
    origin = ""
    if not by_site and _shows_little(scene):
        from .choosing.unshown import put_in

        origin = put_in(root, scene, told_headline(told))
        if origin:
            outline = cut(root, titles_of(told))
            join_posts(outline)
            number_steps(outline)
            scene = set_scene(outline, told, root)
    if by_site:
        by_site.apply(scene)
    if not scene.thread:
        label_recipe(scene)
    assign(scene)
    if by_site:
        by_site.explain(scene)
    if origin:
        from .choosing.unshown import explain

        explain(scene)
    views = ordered(scene)
    language = language_in(" ".join(view.text for view in views if view.role in _WRITTEN), told.language)
    groups = grouped(views)
    path, target = Paths().of, resolving(location)
    told_on: dict[Box, str] = {}
    blocks = tuple(
        _block(
            view,
            target,
            path(view.piece.box.element) if view.zone != "outside" or view.passed_over else "",
            groups.get(view.number),
            _language(view, language, told_on),
        )
        for view in views
    )
    headline = outline.pieces[scene.headline].text if scene.headline >= 0 else told_headline(told)
    if scene.headline < 0 and len(headline.split()) > 1:
        blocks = (Block(Role.HEADLINE, headline, reason="headline: none is printed; the page calls itself so"), *blocks)
    bylines = tuple(dict.fromkeys(view.text for view in views if view.role is Role.BYLINE))
    byline = "; ".join(bylines[:1] if scene.thread else bylines)
    datelines = [(view.text, view.piece.timed) for view in views if view.role is Role.DATELINE]
    return Story(headline, blocks, byline, find_published(told, datelines), language, location, scene.passed_over)


def _is_mostly_preformatted(outline: Outline) -> bool:
    """Whether one preformatted text is more than half of all text on the page."""
    longest = max((len(piece.text) for piece in outline.pieces if piece.kind is Kind.CODE), default=0)
    return 2 * longest > sum(len(piece.text) for piece in outline.pieces)


_LITTLE = 400
_LONG = 400


def _shows_little(scene: Scene) -> bool:
    """Whether a page shows little of its story: less than it tells of itself to machines, or hardly any prose."""
    prose = scene.measures.prose(scene.story)
    if scene.told.body:
        return prose < 0.6 * len(scene.told.body) >= 0.6 * _LONG
    if prose >= _LITTLE * 10:
        return False
    hidden = State.HIDDEN | State.NOSCRIPT
    return sum(m.raw for m in scene.measures.pieces if not m.piece.box.state & hidden) < _LITTLE


def _ruled(outline: Outline, root: HtmlElement, location: str, rules: Sequence[SiteRules]) -> Ruled | None:
    """What the rules say that are for the site of this page; None where there are none."""
    from .sites.hosts import host_of

    host = host_of(root, location)
    fitting = [rule for rule in rules if rule.fit(host)]
    if not fitting:
        return None
    from .sites.ruled import ruled

    return ruled(outline, root, fitting)


def ordered(scene: Scene) -> list[View]:
    """Page order, except that headline and header come first, then what stood above the headline of the story."""
    first: list[View] = []
    header: list[View] = []
    above: list[View] = []
    rest: list[View] = []
    outside: tuple[list[View], list[View]] = ([], [])
    is_over = False
    for view in scene.views:
        if view.number == scene.headline:
            first.append(view)
        elif view.zone == "outside":
            outside[view.number >= scene.story.first].append(view)
        elif view.role in _HEADER and view.zone in ("header", "above") and not is_over:
            header.append(view)
        elif view.zone == "above":
            above.append(view)
        else:
            # A date under a highlight or a heading belongs to that, as in a live report.
            is_over = is_over or view.role in (Role.HIGHLIGHT, Role.HEADING, Role.PARAGRAPH)
            rest.append(view)
    return [*outside[0], *first, *header, *above, *rest, *outside[1]]


_HEADER = (Role.DECK, Role.BYLINE, Role.DATELINE)


_WRITTEN = (Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE, Role.HEADING, Role.DECK, Role.HIGHLIGHT, Role.HEADLINE)
_COUNTED = (Role.LIST_ITEM, Role.HIGHLIGHT, Role.HEADING)
_LONG_PART = 250


def _language(view: View, language: str, told_on: dict[Box, str]) -> str:
    """The language of a piece of the story where the page or its own words say that it is another; else ""."""
    if view.zone == "outside":
        return ""
    found = language_of(view.piece.box, language, told_on)
    if len(view.text) > _LONG_PART and view.role in _WRITTEN:
        found = language_of_part(view.text, found or language)
    return "" if found == language else found


def _block(view: View, target: Callable[[str], str], source: str, group: Group | None, language: str) -> Block:
    piece = view.piece
    return Block(
        role=view.role or Role.BOILERPLATE,
        text=piece.text,
        level=piece.level,
        language=language,
        links=tuple(
            Link(start, end, target(href))
            for start, end, href in piece.links
            if not href.startswith(("javascript:", "data:"))
        ),
        items=piece.items,
        group=group,
        source=source,
        reason=view.reason,
        ordinal=piece.ordinal if view.role in _COUNTED else None,
        tongues=tuple(Tongue(*told) for told in piece.tongues) if view.zone != "outside" else (),
    )
