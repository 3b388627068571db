"""What sayall itself says of the blocks: "3 highlights", "14 captions skipped", "Table, 12 rows, 4 columns"."""

from collections.abc import Sequence

from ..story import Block, Role


def group_opening(block: Block) -> str:
    """What is said where a group of spoken blocks begins; "" where its members speak for themselves."""
    group = block.group
    if group is None:
        return ""
    if block.role in (Role.SIDEBAR, Role.QUOTE):
        return f"{block.role.spoken().capitalize()}: {group.label}" if group.label else block.role.spoken().capitalize()
    if group.label:
        label = group.label.rstrip(" :.")
        if group.size < 2 or block.role.value in label.lower():
            return label if group.size < 2 else f"{label}: {group.size}"
        return f"{label}: {group.size} {_members(block.role, group.size)}"
    if group.size < 2:
        return ""
    if block.role is Role.LIST_ITEM:
        return f"List, {group.size} items"
    return f"{group.size} {block.role.spoken(group.size)}"


def _members(role: Role, count: int) -> str:
    return "items" if role is Role.LIST_ITEM else role.spoken(count)


def skipped(blocks: Sequence[Block]) -> str:
    """What is said in place of ``blocks``, neighbours of one role that are announced: never nothing."""
    members = [block for block in blocks if not block.is_label] or list(blocks)
    first, count = members[0], len(members)
    if count == 1:
        match first.role:
            case Role.TABLE if first.items:
                return f"Table, {len(first.items)} rows, {max(map(len, first.items))} columns, skipped."
            case Role.CODE:
                return f"Code sample, {first.text.count(chr(10)) + 1} lines, skipped."
            case role if role is not Role.SIDEBAR:
                return f"{role.spoken().capitalize()} skipped."
    if first.role is Role.SIDEBAR:
        return _sidebar(members)
    return f"{count} {first.role.spoken(count)} skipped."


def _sidebar(blocks: Sequence[Block]) -> str:
    """One line for one or more boxes: boxes are counted, not their lines."""
    labels = dict.fromkeys((b.group.number, b.group.label) if b.group else (-n, "") for n, b in enumerate(blocks))
    if len(labels) > 1:
        return f"{len(labels)} sidebars skipped."
    (_, label), *_ = labels
    return f"Sidebar, {label.rstrip(' :.')}, skipped." if label else "Sidebar skipped."
