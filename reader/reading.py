"""A story made ready to be said: roles adjusted, blocks treated and wording rules gathered, through every plugin."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from .errors import PageError, PluginError, SiteRuleError
from .frozen import frozen
from .page import Page
from .plugins import Plugins
from .readability import read
from .script.narrate import announce, narrate
from .script.utterance import Utterance
from .script.wording import RULES, Edit, Rule
from .story import START, Block, Position, Role, Story, Treatment
from .treatment import treat

if TYPE_CHECKING:
    from pathlib import Path

    from .readability.site_rules import SiteRules


_WORDING_SECONDS = 2.0
"""What a plugin's wording rule may take for a sentence."""


class Rest:
    """The whole of a page, read by ``read`` in a thread of its own as soon as it is wanted."""

    def __init__(self, read: Callable[[], Reading]) -> None:
        self._read = read
        self._over = threading.Event()
        self._begun = threading.Lock()
        self._whole: Reading | None = None
        self._error: Exception | None = None

    def begin(self) -> None:
        """Begins to read it; asked again, it does nothing."""
        if self._begun.acquire(blocking=False):
            threading.Thread(target=self._work, name="sayall rest", daemon=True).start()

    @property
    def is_over(self) -> bool:
        """Whether it is read, or cannot be."""
        return self._over.is_set()

    def whole(self) -> Reading:
        """Waits for it; raises what went wrong."""
        self.begin()
        self._over.wait()
        if self._error:
            raise self._error
        assert self._whole
        return self._whole

    def _work(self) -> None:
        try:
            self._whole = self._read()
        except Exception as error:
            self._error = error
        self._over.set()


@frozen
class Reading:
    """A treated story, and the plugins that take part in saying it."""

    story: Story
    plugins: Plugins
    rules: tuple[Rule, ...]
    one_language: bool = False
    """Whether all is said in the language of the story, also what the page, or its words, say is in another."""
    opening: str = ""
    """What is said before the story, where it is one of several: "Story 2 of 30."."""
    rest: Rest | None = None
    """Where it is the head of a very long page: the whole page, which is still to be read."""

    def narrate(self, start: Position = START) -> Iterator[Utterance]:
        """The utterances from ``start`` on; notices of broken plugins are said among them."""
        if self.opening and start == START:
            yield announce(self.opening, START)
        yield from narrate(
            self.story,
            start,
            rules=self.rules,
            summarize=self.summarize,
            notices=self.plugins.notices,
            one_language=self.one_language,
        )

    def summarize(self, blocks: tuple[Block, ...]) -> str | None:
        """What a plugin says in place of ``blocks``; None where none of them has anything to say."""
        summary = self.plugins.first("summarize", blocks=blocks, story=self.story)
        return str(summary) if summary else None


def prepare(
    opened: Page | Story,
    plugins: Plugins,
    detail: str = "standard",
    *,
    chosen: Mapping[Role, Treatment] | None = None,
    options: Mapping[str, str] | None = None,
    site_files: Iterable[Path] = (),
    early: bool = False,
) -> Reading:
    """What a source opened, ready to be said; raises `reader.errors.PageError` where it holds no story.

    ``detail`` is one of `reader.treatment.PRESETS`. ``chosen`` is what the listener wants of a role, ``options`` what
    the listener set for a plugin, by its name. ``site_files`` are the listener's rules for sites, weightiest first.
    With ``early`` it may be the head of a very long page, whose ``rest`` is still to be read.
    """
    plugins.expect(options or ())
    treated = partial(_treated, plugins=plugins, detail=detail, chosen=chosen, options=options)
    if not isinstance(opened, Page):
        return treated(Page(opened.location, "", b""), opened)
    page = opened
    owned = _owned(site_files, plugins)
    head = _head(page, owned, plugins) if early else None
    if head is None:
        return treated(page, _read(page, owned, plugins))
    rest = Rest(lambda: treated(page, _read(page, owned, plugins, beside=True)))
    return replace(treated(page, head), rest=rest)


def _treated(
    page: Page,
    story: Story,
    *,
    plugins: Plugins,
    detail: str,
    chosen: Mapping[Role, Treatment] | None,
    options: Mapping[str, str] | None,
) -> Reading:
    """A story found, and what plugins and listener want of it."""
    story = plugins.chain("adjust_story", "story", story, Story, _kept, page=page, option=options or {})

    def vote(block: Block, number: int, story: Story) -> tuple[str, Treatment] | None:
        votes = plugins.each(
            "treat_block", block=block, number=number, story=story, detail=detail, option=options or {}
        )
        return next(votes, None)

    story = plugins.together(partial(treat, story, detail, chosen=chosen, vote=vote))
    added = (
        _guarded(plugins, name, rule)
        for name, rules in plugins.each("wording_rules", language=story.language)
        for rule in rules
    )
    return Reading(story, plugins, (*added, *RULES))


_Owned = list[tuple[str, "SiteRules"]]
"""Rules for sites, each with the name of the plugin that brings them, "" for the listener's own."""


def _owned(site_files: Iterable[Path], plugins: Plugins) -> _Owned:
    own = [("", rules) for rules in _loaded(site_files, plugins)]
    return [*own, *((name, rules) for name, given in plugins.each("site_rules") for rules in given)]


def _head(page: Page, owned: _Owned, plugins: Plugins) -> Story | None:
    """The story in the head of a very long page, as far as it is clear; else None."""
    from .readability.long_pages.head import begun, heads_of

    for head in heads_of(page):
        with suppress(PageError):
            if story := begun(_read(head, owned, plugins), is_text=head.media_type.startswith("text/plain")):
                return story
    return None


def _read(page: Page, owned: _Owned, plugins: Plugins, *, beside: bool = False) -> Story:
    """The story of a page, by the rules for its site where there are some; broken ones are told of, and dropped.

    With ``beside`` another process reads it, so that nothing else waits.
    """
    if beside:
        from .readability.long_pages.beside import read_beside as find
    else:
        find = read
    while True:
        try:
            return find(page, [rules for _, rules in owned])
        except SiteRuleError as error:
            # Their selectors are tried only on a page that they are for, so this is the first time that it shows.
            (broken, *_) = (name for name, rules in owned if rules.name == error.name)
            if broken:
                plugins.report(broken, "failed in site_rules", PluginError(str(error)))
            else:
                _note(error, plugins)
            owned[:] = [(name, rules) for name, rules in owned if rules.name != error.name]


def _kept(before: Story, after: Story) -> Story:
    """The story as a plugin adjusted it; `PluginError` where all of it is gone."""
    if before.blocks and not after.blocks:
        raise PluginError("gave a story without blocks; give what is not to be heard another role, and leave it there")
    return after


def _loaded(files: Iterable[Path], plugins: Plugins) -> Iterator[SiteRules]:
    for file in files:
        from .readability.site_rules import load

        try:
            yield load(file)
        except SiteRuleError as error:
            _note(error, plugins)


def _note(error: SiteRuleError, plugins: Plugins) -> None:
    line = " ".join(str(error).split())
    plugins.note(f"Site rules {line}. Reading on without them.")


def _guarded(plugins: Plugins, name: str, rule: Rule) -> Rule:
    """The rule, which leaves a sentence as it is where it would raise."""

    def find(text: str) -> tuple[Edit, ...]:
        what = f"its wording rule {rule.name}"
        return plugins.ask(name, what, _WORDING_SECONDS, lambda: tuple(rule.find(text))) or ()

    return replace(rule, find=find)
