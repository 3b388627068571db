"""What can be jumped to."""

from enum import StrEnum
from typing import Final

from ..story import Role


class Kind(StrEnum):
    """What can be jumped to; the value is its name in a sentence such as "no next list"."""

    HEADING = "heading"
    HEADING_1 = "heading at level 1"
    HEADING_2 = "heading at level 2"
    HEADING_3 = "heading at level 3"
    HEADING_4 = "heading at level 4"
    HEADING_5 = "heading at level 5"
    HEADING_6 = "heading at level 6"
    PARAGRAPH = "paragraph"
    SENTENCE = "sentence"
    WORD = "word"
    LINK = "link"
    LIST = "list"
    ITEM = "list item"
    QUOTE = "quote"
    CAPTION = "caption"
    SIDEBAR = "sidebar"
    TABLE = "table"
    LEFT_OUT = "text that was left out"


LEVELS: Final = {
    kind: level
    for level, kind in enumerate(
        (Kind.HEADING_1, Kind.HEADING_2, Kind.HEADING_3, Kind.HEADING_4, Kind.HEADING_5, Kind.HEADING_6), 1
    )
}
"""The kinds that are headings of one level, each with it; the headline is at level 1."""

ROLES: Final = {
    Kind.QUOTE: (Role.QUOTE, Role.PULLQUOTE),
    Kind.CAPTION: (Role.CAPTION,),
    Kind.SIDEBAR: (Role.SIDEBAR,),
    Kind.TABLE: (Role.TABLE,),
}
"""The kinds that are roles, found whatever their treatment."""

ITEMS: Final = (Role.LIST_ITEM, Role.HIGHLIGHT)

WITHIN: Final = (Kind.SENTENCE, Kind.WORD, Kind.LINK)
"""The kinds of which a block may hold several."""


def named(target: Kind | Role) -> str:
    """Its name in a sentence: "list item", "related link"."""
    return target.value if isinstance(target, Kind) else target.spoken()
