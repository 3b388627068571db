"""A story made ready to be said: roles adjusted, blocks treated and wording rules gathered, through every plugin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from .errors import PluginError, SiteRuleError
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


@dataclass(frozen=True, slots=True)
class Reading:
    """A treated story, and the plugins that take part in saying it."""

    story: Story
    plugins: Plugins
    rules: tuple[Rule, ...]
    one_language: bool = False
    """Whether all is said in the language of the story, also what the page, or its words, say is in another."""
    opening: str = ""
    """What is said before the story, where it is one of several: "Story 2 of 30."."""

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
) -> Reading:
    """What a source opened, ready to be said; raises `reader.errors.PageError` where it holds no story.

    ``detail`` is one of `reader.treatment.PRESETS`. ``chosen`` is what the listener wants of a role, ``options`` what
    the listener set for a plugin, by its name. ``site_files`` are the listener's rules for sites, weightiest first.
    """
    if isinstance(opened, Page):
        page, story = opened, _read(opened, plugins, site_files)
    else:
        page, story = Page(opened.location, "", b""), opened
    plugins.expect(options or ())
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


def _read(page: Page, plugins: Plugins, site_files: Iterable[Path]) -> Story:
    """The story of a page, by the rules for its site where there are some; of broken ones the listener is told."""
    owned = [("", rules) for rules in _loaded(site_files, plugins)]
    owned += [(name, rules) for name, given in plugins.each("site_rules") for rules in given]
    while True:
        try:
            return read(page, [rules for _, rules in owned])
        except SiteRuleError as error:
            # Their selectors are tried only on a page that they are for, so this is the first time that it shows.
            (broken, *_) = (name for name, rules in owned if rules.name == error.name)
            if broken:
                plugins.report(broken, "failed in site_rules", PluginError(str(error)))
            else:
                _note(error, plugins)
            owned = [(name, rules) for name, rules in owned if rules.name != error.name]


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
