"""What each plugin did to a page: it is made ready once more without that plugin, and the outcomes are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..reading import Reading
    from ..story import Block, Story
    from .options import Choices

_STORY = frozenset({"adjust_story", "treat_block"})
_WORDS = frozenset({"summarize", "wording_rules"})


def influences(choices: Choices) -> Iterator[tuple[str, list[str]]]:
    """The plugins that had a say, in the order of the hooks, with a line for each thing that would be other without.

    First come those that opened the page, then those that changed blocks, then those that changed what is said.
    """
    from .pipeline import open_one, prepare_found, taking_part

    found, plugins = open_one(choices)
    for name, what in plugins.opened_by:
        yield name, [f"opened {what}"]
    reading = prepare_found(found, plugins, choices)
    said = _said(reading)
    for hooks in (_STORY, _WORDS):
        for plugin in plugins:
            if hooks.isdisjoint(plugin.hooks) or plugin.trouble:
                continue
            others = taking_part(choices.no_plugins, choices.files, without=(plugin.name,))
            without = prepare_found(found, others, choices)
            if hooks is _STORY:
                changes = list(differences(without.story, reading.story))
            else:
                changes = list(_otherwise(_said(without), said)) if without.story == reading.story else []
            if changes:
                yield plugin.name, changes


def _said(reading: Reading) -> list[str]:
    return [" ".join(utterance.text.split()) for utterance in reading.narrate()]


def _otherwise(before: list[str], after: list[str]) -> Iterator[str]:
    """What is said in other words in ``after``, utterance by utterance."""
    for _, start, end, since, until in SequenceMatcher(a=before, b=after, autojunk=False).get_opcodes():
        if before[start:end] != after[since:until]:
            was, now = (" ".join(lines).split() for lines in (before[start:end], after[since:until]))
            same = next((n for n, (one, other) in enumerate(zip(was, now, strict=False)) if one != other), 0)
            since_word = same - 2 if same > 4 else 0
            said, otherwise = (_excerpt(" ".join(words[since_word:])) for words in (now, was))
            yield f"says {'… ' if since_word else ''}{said}, was {'… ' if since_word else ''}{otherwise}"


def differences(before: Story, after: Story) -> Iterator[str]:
    """What is other in ``after``, block by block: role, treatment, group, place."""
    old, new = _keyed(before), _keyed(after)
    order = [key for key in old if key in new]
    kept = [key for key in new if key in old]
    moved = {key for key, other in zip(kept, order, strict=True) if key != other}
    for key, (number, block) in new.items():
        if key not in old:
            yield f"{number}. added {block.role}: {_excerpt(block.text)}"
            continue
        was = old[key][1]
        said = [
            f"{name} {getattr(block, name)}, was {getattr(was, name)}"
            for name in ("role", "treatment")
            if getattr(block, name) != getattr(was, name)
        ]
        said += ["another group"] if block.group != was.group else []
        said += ["moved"] if key in moved and not said else []
        if said:
            yield f"{number}. {'; '.join(said)}: {_excerpt(block.text)}"
    for key, (number, block) in old.items():
        if key not in new:
            yield f"{number}. taken out {block.role}: {_excerpt(block.text)}"


def _keyed(story: Story) -> dict[tuple[str, int], tuple[int, Block]]:
    """Blocks with their numbers, by their text and how often it stood before."""
    seen: Counter[str] = Counter()
    found: dict[tuple[str, int], tuple[int, Block]] = {}
    for number, block in enumerate(story.blocks, 1):
        found[block.text, seen[block.text]] = (number, block)
        seen[block.text] += 1
    return found


def _excerpt(text: str, length: int = 60) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"
