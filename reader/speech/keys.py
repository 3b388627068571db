"""The keys: what each does, in one table; ? reads it out, group by group."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ..seek import LEVELS, Kind


class Action(StrEnum):
    """What a key does beside going to the next or the previous of something."""

    PAUSE = "pause"
    REPEAT = "repeat"
    WHERE = "where"
    HELP = "help"
    QUIT = "quit"
    FIRST = "first"
    LAST = "last"
    GO_TO = "go to"
    RETURN = "return"
    RETURN_AGAIN = "return again"
    INTO = "into"
    LEAVE = "leave"
    SPELL = "spell"
    ADDRESS = "address"
    FOLLOW = "follow"
    QUEUE = "queue"
    OUTLINE = "outline"
    LEFT_OUT = "left out"
    CHOOSE_ROLE = "choose a role"
    NEXT_OF_ROLE = "next of the role"
    PREVIOUS_OF_ROLE = "previous of the role"
    FIND = "find"
    NEXT_MATCH = "next match"
    PREVIOUS_MATCH = "previous match"
    BOOKMARK = "bookmark"
    NEXT_BOOKMARK = "next bookmark"
    PREVIOUS_BOOKMARK = "previous bookmark"
    BOOKMARKS = "bookmarks"
    FORGET_BOOKMARK = "forget bookmark"
    FASTER = "faster"
    SLOWER = "slower"
    LOUDER = "louder"
    SOFTER = "softer"
    NEXT_VOICE = "next voice"
    PREVIOUS_VOICE = "previous voice"


@dataclass(frozen=True, slots=True)
class Jump:
    """Goes to the next of that kind, or to the one before."""

    kind: Kind
    back: bool = False


@dataclass(frozen=True, slots=True)
class Skip:
    """Goes so many seconds of speech on, or back where they are negative."""

    seconds: int


@dataclass(frozen=True, slots=True)
class Step:
    """Goes so many cells down and to the right in a table, one of the two being 0."""

    rows: int
    columns: int


Command = Jump | Skip | Step | Action


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the table: any of ``names`` gives the command, ``help`` says what it does.

    With ``goes_back`` it is said together with the line before, whose command it turns round.
    """

    names: tuple[str, ...]
    command: Command
    help: str
    goes_back: bool = False


def _both(lower: str, upper: str, kind: Kind, name: str = "") -> tuple[Key, Key]:
    return _pair(lower, upper, Jump(kind), Jump(kind, back=True), f"next {name or kind.value}", "the one before")


def _pair(names: str, others: str, command: Command, other: Command, help: str, other_help: str) -> tuple[Key, Key]:
    split = (tuple(written.split("|")) for written in (names, others))
    return Key(next(split), command, help), Key(next(split), other, other_help, goes_back=True)


def _one(names: str, command: Command, help: str) -> Key:
    return Key(tuple(names.split("|")), command, help)


# Letters are those of browse mode in NVDA and Orca wherever they have one, capitals go back as they do there; n is the
# next match as in less and vim. The arrows and the page keys are those of DAISY players: left and right for the small
# step, up and down for the large; with Ctrl, words, as in every editor, and with Alt, the cells of a table.
# Some differ: q is a quote in NVDA, but ends everything else that runs in a terminal, and who wants to end must not
# search; so quotes are on their own marks. k, a link there, says what was left out; links are on u, which is for those
# not yet visited there. d, a landmark there, is a part of the story by its role. Escape ends too.
GROUPS: Final[dict[str, tuple[Key, ...]]] = {
    "Reading": (
        _one("space", Action.PAUSE, "pause, or go on"),
        *_both("s|right", "S|left", Kind.SENTENCE),
        *_both("p|down", "P|up", Kind.PARAGRAPH),
        *_both("h|page down", "H|page up", Kind.HEADING, "section"),
        _one("r", Action.REPEAT, "this sentence again"),
        _one("w", Action.WHERE, "where am I"),
        *_pair("+|=", "-", Action.FASTER, Action.SLOWER, "faster", "slower"),
        _one("q|escape", Action.QUIT, "end"),
        _one("?", Action.HELP, "these keys, group by group"),
    ),
    "Further and back": (
        *_pair("z|backspace", "Z", Action.RETURN, Action.RETURN_AGAIN, "back to before the last jump", "forward again"),
        *_pair("g|home", "G|end", Action.FIRST, Action.LAST, "the beginning", "the last paragraph"),
        *_pair("]|shift-right", "[|shift-left", Skip(15), Skip(-15), "15 seconds on", "15 seconds back"),
        *_pair("}|shift-down", "{|shift-up", Skip(30), Skip(-30), "30 seconds on", "30 seconds back"),
        _one("j|%", Action.GO_TO, "go to a percentage, a minute or a paragraph that you type"),
        *(
            key
            for level in range(1, 7)
            for key in _both(str(level), f"alt-{level}", Kind[f"HEADING_{level}"])
        ),
        _one("o", Action.OUTLINE, "the outline"),
    ),
    "Parts of the story": (
        *_both("l", "L", Kind.LIST),
        *_both("i", "I", Kind.ITEM),
        *_both('"', "'", Kind.QUOTE),
        *_both("c", "C", Kind.CAPTION),
        *_both("b", "B", Kind.SIDEBAR),
        *_both("t", "T", Kind.TABLE),
        *_pair("alt-right|ctrl-alt-right", "alt-left|ctrl-alt-left", Step(0, 1), Step(0, -1),
               "in a table the next cell", "the one before"),
        *_pair("alt-down|ctrl-alt-down", "alt-up|ctrl-alt-up", Step(1, 0), Step(-1, 0), "the cell below", "above"),
        *_pair(",|e", "<", Action.LEAVE, Action.INTO, "out of this list, table, quote or sidebar", "its beginning"),
        _one(":", Action.CHOOSE_ROLE, "a part whose name you type, such as footnote"),
        *_pair("d", "D", Action.NEXT_OF_ROLE, Action.PREVIOUS_OF_ROLE, "the next part of that name", "the one before"),
        *_both("x", "X", Kind.LEFT_OUT, "piece that was left out"),
        _one("k", Action.LEFT_OUT, "what was left out"),
    ),
    "Words and links": (
        *_both("f|ctrl-right|alt-f", "F|ctrl-left|alt-b", Kind.WORD),
        _one("W", Action.SPELL, "spell this word; again, with a word for each letter"),
        *_both("u", "U", Kind.LINK),
        _one("a", Action.ADDRESS, "where this link leads; again, read out sign by sign"),
        _one("enter", Action.FOLLOW, "read the story that this link leads to"),
        _one("Q", Action.QUEUE, "put it into the queue"),
    ),
    "Finding and bookmarks": (
        _one("/", Action.FIND, "find a text that you type"),
        *_pair("n|f3", "N|shift-f3", Action.NEXT_MATCH, Action.PREVIOUS_MATCH, "next match", "the one before"),
        _one("m", Action.BOOKMARK, "set a bookmark here; again, write a note to it"),
        *_pair("y", "Y", Action.NEXT_BOOKMARK, Action.PREVIOUS_BOOKMARK, "next bookmark", "the one before"),
        _one("M", Action.BOOKMARKS, "list the bookmarks and go to one"),
        _one("delete", Action.FORGET_BOOKMARK, "delete the bookmark here"),
    ),
    "Voice": (
        *_pair("v", "V", Action.NEXT_VOICE, Action.PREVIOUS_VOICE, "next voice", "the one before"),
        *_pair("0|ctrl-up", "9|ctrl-down", Action.LOUDER, Action.SOFTER, "louder", "softer"),
    ),
}  # fmt: skip
"""Every key, in the order in which a newcomer needs them."""

KEYS: Final = tuple(key for keys in GROUPS.values() for key in keys)

COMMANDS: Final = {name: key.command for key in KEYS for name in key.names}
"""What each key means."""


def key_help(group: str) -> Iterator[str]:
    """A group of the table in lines to be said or printed: a key and the one that turns it round share a line.

    Of a key's names the first two are given.
    """
    keys = [key for key in GROUPS[group] if not (isinstance(key.command, Jump) and key.command.kind in LEVELS)]
    for key, other in zip(keys, [*keys[1:], None], strict=True):
        if not key.goes_back:
            back = f"; {_named(other)}: {other.help}" if other and other.goes_back else ""
            yield f"{_named(key)}: {key.help}{back}"
    if len(keys) < len(GROUPS[group]):
        yield "1 to 6: next section at that level; with alt, the one before"


def _named(key: Key) -> str:
    words = {
        "?": "question mark", ",": "comma", "+": "plus", "-": "minus", "=": "equals", "<": "less than", "/": "slash",
        ":": "colon", "%": "percent", "[": "left bracket", "]": "right bracket", "{": "left brace", "}": "right brace",
        '"': "quotation mark", "'": "apostrophe",
    }  # fmt: skip
    return " or ".join(
        words.get(name, f"capital {name}" if len(name) == 1 and name.isupper() else name.replace("-", " "))
        for name in key.names[:2]
    )
