"""What sayall itself says of the blocks: "3 highlights", "14 captions skipped", "Table, 12 rows, 4 columns"."""

from collections.abc import Callable, Sequence

from ..story import Block, Role

Said = Callable[[str], str]
"""What is said for the words of a label, which are those of the page: "STORY HIGHLIGHTS" is no row of letters."""


def group_opening(block: Block, said: Said = str) -> str:
    """What is said where a group of spoken blocks begins; "" where its members speak for themselves."""
    group = block.group
    if group is None:
        return ""
    if block.role in (Role.SIDEBAR, Role.QUOTE):
        name = block.role.spoken().capitalize()
        return f"{name}: {said(group.label)}" if group.label else name
    if group.label:
        label = group.label.rstrip(" :.")
        if group.size < 2 or block.role.value in label.lower():
            return said(label) if group.size < 2 else f"{said(label)}: {group.size}"
        return f"{said(label)}: {group.size} {_members(block.role, group.size)}"
    if group.size < 2:
        return ""
    if block.role is Role.LIST_ITEM:
        return f"List, {group.size} items"
    return f"{group.size} {block.role.spoken(group.size)}"


def _members(role: Role, count: int) -> str:
    return "items" if role is Role.LIST_ITEM else role.spoken(count)


def skipped(blocks: Sequence[Block], said: Said = str) -> str:
    """What is said in place of ``blocks``, neighbours of one role that are announced: never nothing."""
    members = [block for block in blocks if not block.is_label] or list(blocks)
    first, count = members[0], len(members)
    if count == 1:
        match first.role:
            case Role.TABLE if first.items:
                rows, columns = len(first.items), max(map(len, first.items))
                return f"Table, {_count(rows, 'row')}, {_count(columns, 'column')}, skipped."
            case Role.CODE:
                return f"Code sample, {_count(first.text.count(chr(10)) + 1, 'line')}, skipped."
            case role if role is not Role.SIDEBAR:
                return f"{role.spoken().capitalize()} skipped."
    if first.role is Role.SIDEBAR:
        return _sidebar(members, said)
    return f"{count} {first.role.spoken(count)} skipped."


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" + ("" if number == 1 else "s")


def _sidebar(blocks: Sequence[Block], said: Said) -> str:
    """One line for one or more boxes: boxes are counted, not their lines."""
    labels = dict.fromkeys((b.group.number, b.group.label) if b.group else (-n, "") for n, b in enumerate(blocks))
    if len(labels) > 1:
        return f"{len(labels)} sidebars skipped."
    (_, label), *_ = labels
    # A box that begins with a number has no name.
    return f"Sidebar, {said(label.rstrip(' :.'))}, skipped." if any(map(str.isalpha, label)) else "Sidebar skipped."
