"""Says where a story leads: with ``--set links=say`` "link" is said before each, as screen readers do.

With ``--set links=list`` they are read when the story is over, each with its site; ``links=both`` does both.
"""

import re
from dataclasses import replace

from reader import Block, Group, Link, Role, Story, Treatment, hookimpl
from reader.errors import PluginError

LABEL = "Links in this story"
_SAID = "link "
_SIGN = r"\W*\d{0,3}\W*"
_REASON = "listed as you asked"
_BODY = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE, Role.HEADING, Role.DECK, Role.HIGHLIGHT, Role.HEADLINE})


@hookimpl
def adjust_story(story: Story, option: str) -> Story | None:
    """The story with its links named, or listed at its end, each address once; None where neither was asked for."""
    if not option:
        return None
    if option not in ("say", "list", "both"):
        raise PluginError(f"there is no option {option}; choose say, list or both")
    found = listed(story.blocks) if option != "say" else []
    blocks = tuple(map(named, story.blocks)) if option != "list" else story.blocks
    return replace(story, blocks=(*blocks, *found))


@hookimpl(tryfirst=True)
def treat_block(block: Block) -> Treatment | None:
    """The list is read, wherever else links that lead away are skipped."""
    return Treatment.SPEAK if block.reason == _REASON else None


def named(block: Block) -> Block:
    """The block with "link" before the words of each of its links, signs of notes aside."""
    if block.items or block.role is Role.CODE:
        return block
    text, links, cursor = "", list[Link](), 0
    begins = list[int]()
    for link in sorted(block.links, key=lambda link: link.start):
        if link.start < cursor or re.fullmatch(_SIGN, block.text[link.start : link.end]):
            continue
        text += block.text[cursor : link.start] + _SAID
        links.append(replace(link, start=len(text), end=len(text) + link.end - link.start))
        text += block.text[link.start : link.end]
        begins.append(link.start)
        cursor = link.end

    def moved(at: int) -> int:
        return at + len(_SAID) * sum(begin <= at for begin in begins)

    if not links:
        return block
    tongues = tuple(replace(one, start=moved(one.start), end=moved(one.end - 1) + 1) for one in block.tongues)
    return replace(block, text=text + block.text[cursor:], links=tuple(links), tongues=tongues)


def listed(blocks: tuple[Block, ...]) -> list[Block]:
    """A label and an item for each web address that the body leads to: its words, and its site."""
    from urllib.parse import urlsplit

    words: dict[str, str] = {}
    for block in blocks:
        for link in block.links if block.role in _BODY else ():
            said = block.text[link.start : link.end].strip()
            if link.target.startswith(("http://", "https://")) and any(map(str.isalnum, said)):
                words.setdefault(link.target.partition("#")[0], said)
    number = 1 + max((block.group.number for block in blocks if block.group), default=0)
    group = Group(number, LABEL, len(words))
    items = [
        Block(
            Role.RELATED,
            f"{said}, {(urlsplit(target).hostname or '').removeprefix('www.')}",
            links=(Link(0, len(said), target),),
            group=group,
            reason=_REASON,
        )
        for target, said in words.items()
    ]
    return [Block(Role.RELATED, LABEL, group=group, reason=_REASON), *items] if items else []
