"""Reads footnotes where a listener wants them: ``--set footnotes=here`` says each right after its paragraph.

Other choices are speak (where they stand), after (when the body is over), announce and skip.
"""

import re

from reader import Block, Role, Story, Treatment, hookimpl
from reader.errors import PluginError

_CHOICES = {name: Treatment(name) for name in ("speak", "after", "announce", "skip")}


@hookimpl
def adjust_story(story: Story, option: str) -> Story | None:
    """The story with each footnote after the paragraph that has its sign, where that is what was chosen."""
    if option != "here" or not any(block.role is Role.FOOTNOTE for block in story.blocks):
        return None
    from dataclasses import replace

    return replace(story, blocks=placed(story.blocks))


@hookimpl
def treat_block(block: Block, option: str) -> Treatment | None:
    """What was chosen for footnotes."""
    if block.role is not Role.FOOTNOTE or not option:
        return None
    if option != "here" and option not in _CHOICES:
        raise PluginError(f"there is no option {option}; choose one of here, {', '.join(_CHOICES)}")
    return _CHOICES.get(option, Treatment.SPEAK)


def placed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, each footnote behind the one that has its sign: by its number, else by its turn.

    Only signs since the footnotes before count, for books number them anew in every chapter.
    """
    behind: dict[int, list[Block]] = {}
    stays: set[int] = set()
    signs: list[tuple[str, int]] = []
    at = 0
    while at < len(blocks):
        if blocks[at].role is not Role.FOOTNOTE:
            signs += [(sign, at) for sign in re.findall(r"\[(\d{1,3})\]", blocks[at].text)]
            stays.add(at)
            at += 1
            continue
        end = next((n for n in range(at, len(blocks)) if blocks[n].role is not Role.FOOTNOTE), len(blocks))
        owner: int | None = None
        for turn, number in enumerate(range(at, end)):
            label = re.match(r"\[?(\d{1,3})[\].)]?(?:\s|$)", blocks[number].text)
            named = next((where for sign, where in signs if label and sign == label[1]), None)
            if named is not None:
                owner = named
            elif label is None and turn < len(signs) and end - at == len(signs):
                owner = signs[turn][1]
            if owner is None:
                stays.add(number)
            else:
                behind.setdefault(owner, []).append(blocks[number])
        signs, at = [], end
    return tuple(part for n, block in enumerate(blocks) if n in stays for part in (block, *behind.get(n, ())))
