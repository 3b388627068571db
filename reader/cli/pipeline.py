"""From what was given to a story that is ready to be said, through every plugin."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ..errors import LocationError
from ..page import Limits, Page
from ..plugins import Plugins
from ..readability import read
from ..script.narrate import narrate
from ..script.utterance import Utterance
from ..script.wording import RULES, Edit, Rule
from ..story import START, Block, Position, Story, Treatment
from ..treatment import treat
from .options import Choices


@dataclass(frozen=True, slots=True)
class Reading:
    """A treated story and the plugins that take part in saying it."""

    story: Story
    plugins: Plugins
    rules: tuple[Rule, ...]

    def narrate(self, start: Position = START) -> Iterator[Utterance]:
        """The utterances from ``start`` on; notices of broken plugins are said among them."""
        return narrate(self.story, start, rules=self.rules, summarize=self._summarize, notices=self.plugins.notices)

    def _summarize(self, blocks: tuple[Block, ...]) -> str | None:
        summary = self.plugins.first("summarize", blocks=blocks, story=self.story)
        return str(summary) if summary else None


def prepare(choices: Choices) -> Reading:
    """Opens the page, finds its story and treats every block; raises `LocationError` or `PageError`."""
    plugins = Plugins.installed()
    page, story = _open(choices, plugins)
    story = plugins.chain("adjust_story", "story", story, Story, page=page)
    settings = choices.settings or {}

    def vote(block: Block, number: int, story: Story) -> tuple[str, Treatment] | None:
        asked = plugins.each(
            "treat_block", Treatment, block=block, number=number, story=story, detail=choices.detail, option=settings
        )
        return next(asked, None)

    story = treat(story, choices.detail, chosen=choices.chosen, vote=vote)
    extra = (
        _guarded(plugins, name, rule)
        for name, rules in plugins.each("wording_rules", tuple, language=story.language)
        for rule in rules
    )
    return Reading(story, plugins, (*extra, *RULES))


def _guarded(plugins: Plugins, name: str, rule: Rule) -> Rule:
    """The rule, which leaves a sentence as it is where it would raise."""

    def find(text: str) -> tuple[Edit, ...]:
        try:
            return tuple(rule.find(text))
        except Exception as error:
            plugins.report(name, f"failed in its wording rule {rule.name}", error)
            return ()

    return replace(rule, find=find)


def _open(choices: Choices, plugins: Plugins) -> tuple[Page, Story]:
    limits = Limits(allow_private=choices.allow_private)
    opened = plugins.first("open_location", location=choices.page, limits=limits)
    match opened:
        case Page():
            return opened, read(opened)
        case Story():
            return Page(choices.page, "", b""), opened
        case _:
            raise LocationError(
                f"{choices.page}: no such file, and no source knows it; give a web address, a file, or -"
            )
