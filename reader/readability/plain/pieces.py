"""One piece of plain text: a paragraph, an item, a line; and what its shape tells."""

import re
from dataclasses import dataclass

from ...patterns import later
from ...story import Link, Role

_WIDE = later("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")
_ENDS = re.compile("[.!?…。！？؟।॥][\"'”’»)」』\\]]*(?:\\s*\\[\\d+\\])*$")


@dataclass(slots=True, eq=False)
class Piece:
    """A paragraph, item or line of the text; the rules set ``role`` and ``reason``."""

    text: str
    line: int = 0
    """The number of its first line, from 1."""
    block: int = 0
    """Pieces with no blank line between them have the same number."""
    alone: bool = True
    """Whether blank lines stand before and after it."""
    mark: str = ""
    """The bullet or number it begins with; ``text`` has the number but not the bullet."""
    level: int = 0
    items: tuple[tuple[str, ...], ...] = ()
    links: tuple[Link, ...] = ()
    role: Role | None = None
    reason: str = ""
    is_centred: bool = False
    """Whether it is one line that stands far from the margin."""
    is_spread: bool = False
    """Whether it is one line with wide gaps in it, as those over the pages of a document have."""
    section: int = 0
    """The number of the list, box or gallery it is in; 0 where it is in none."""

    @property
    def size(self) -> int:
        """Its length in characters; a Chinese, Japanese, Korean or Thai character counts for two and a half."""
        wide = 0 if self.text.isascii() else len(_WIDE.findall(self.text[:2000]))
        return len(self.text) + wide + wide // 2

    @property
    def words(self) -> int:
        """About how many words it has; in scripts without spaces two characters count as one."""
        wide = 0 if self.text.isascii() else len(_WIDE.findall(self.text[:2000]))
        return self.text.count(" ") + 1 + wide // 2

    @property
    def ends(self) -> bool:
        """Whether it ends as sentences end."""
        return _ENDS.search(self.text[-40:]) is not None

    @property
    def reads_on(self) -> bool:
        """Whether it reads like a paragraph of a story, whatever its role: long, or a whole sentence of some length."""
        if self.mark or self.items:
            return False
        size = self.size
        return size >= 160 or (size >= 45 and self.ends and self.words >= 7)

    @property
    def is_sentence(self) -> bool:
        """Whether it reads on and tells something, rather than to ask or to break off as titles of stories do."""
        return self.reads_on and not self.text.endswith(("?", "...", "…"))

    @property
    def is_prose(self) -> bool:
        """Whether it has no role yet and reads like a paragraph of a story."""
        return self.role is None and self.reads_on

    @property
    def is_numbered(self) -> bool:
        """Whether it begins with a number or letter, as the items of a numbered list do."""
        return len(self.mark) > 1

    def is_now(self, role: Role, reason: str) -> None:
        """Gives it a role, unless it has one already."""
        if self.role is None:
            self.role, self.reason = role, reason
