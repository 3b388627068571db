"""Lists where a story leads: with ``--set links=list`` its links are read when it is over, each with its site."""

from dataclasses import replace

from reader import Block, Group, Link, Role, Story, Treatment, hookimpl
from reader.errors import PluginError

LABEL = "Links in this story"
_REASON = "listed as you asked"
_BODY = frozenset({Role.PARAGRAPH, Role.LIST_ITEM, Role.QUOTE, Role.HEADING, Role.DECK, Role.HIGHLIGHT, Role.HEADLINE})


@hookimpl
def adjust_story(story: Story, option: str) -> Story | None:
    """The story with a list of its links at its end, each address once; None where that was not asked for."""
    if not option:
        return None
    if option != "list":
        raise PluginError(f"there is no option {option}; choose list")
    found = tuple(listed(story.blocks))
    return replace(story, blocks=(*story.blocks, *found)) if found else None


@hookimpl(tryfirst=True)
def treat_block(block: Block) -> Treatment | None:
    """The list is read, wherever else links that lead away are skipped."""
    return Treatment.SPEAK if block.reason == _REASON else None


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
