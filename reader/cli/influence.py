"""What each plugin changed on a page: it is made ready once more without that plugin, and the blocks are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..story import Block, Story
    from .options import Choices

_HOOKS = frozenset({"adjust_story", "treat_block"})


def influences(choices: Choices) -> Iterator[tuple[str, list[str]]]:
    """The plugins that had a say in the story, each with a line for every block that would be other without it."""
    from .pipeline import open_one, prepare_found, taking_part

    found, plugins = open_one(choices)
    story = prepare_found(found, plugins, choices).story
    for plugin in plugins:
        if _HOOKS.isdisjoint(plugin.hooks):
            continue
        others = taking_part(choices.no_plugins, choices.files, without=(plugin.name,))
        without = prepare_found(found, others, choices).story
        if changes := list(differences(without, story)):
            yield plugin.name, changes


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
