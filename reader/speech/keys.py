"""The keys: what each does, in one table; ? reads it out."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from ..seek import LEVELS, Kind


class Action(StrEnum):
    """What a key does beside jumping."""

    PAUSE = "pause"
    REPEAT = "repeat"
    RETURN = "return"
    LEAVE = "leave"
    FIRST = "first"
    LAST = "last"
    FASTER = "faster"
    SLOWER = "slower"
    WHERE = "where"
    OUTLINE = "outline"
    LEFT_OUT = "left out"
    HELP = "help"
    QUIT = "quit"


@dataclass(frozen=True, slots=True)
class Jump:
    """Goes to the next of that kind, or to the one before."""

    kind: Kind
    back: bool = False


Command = Jump | Action


@dataclass(frozen=True, slots=True)
class Key:
    """One line of the table: any of ``names`` gives the command, ``help`` says what it does."""

    names: tuple[str, ...]
    command: Command
    help: str


def _both(lower: tuple[str, ...], upper: tuple[str, ...], kind: Kind, name: str = "") -> tuple[Key, Key]:
    name = name or kind.value
    return Key(lower, Jump(kind), f"next {name}"), Key(upper, Jump(kind, back=True), f"previous {name}")


# Letters are those of browse mode in NVDA and Orca wherever they have one, capitals go back as they do there; the
# arrows and the page keys are those of DAISY players: left and right for the small step, up and down for the large.
# One differs: q is a quote in NVDA, but ends everything else that runs in a terminal, and who wants to end must not
# search; so quotes are on u. Escape ends too.
KEYS: Final[tuple[Key, ...]] = (
    Key(("space",), Action.PAUSE, "pause, or go on"),
    *_both(("h", "page down"), ("H", "page up"), Kind.HEADING, "section"),
    *_both(("p", "down"), ("P", "up"), Kind.PARAGRAPH),
    *_both(("s", "right"), ("S", "left"), Kind.SENTENCE),
    *(
        key
        for level in range(1, 7)
        for key in _both((str(level),), (f"alt-{level}",), Kind[f"HEADING_{level}"])
    ),
    *_both(("l",), ("L",), Kind.LIST),
    *_both(("i",), ("I",), Kind.ITEM),
    *_both(("u",), ("U",), Kind.QUOTE),
    *_both(("c",), ("C",), Kind.CAPTION),
    *_both(("b", "a"), ("B", "A"), Kind.SIDEBAR),
    *_both(("t",), ("T",), Kind.TABLE),
    Key(("k",), Action.LEFT_OUT, "what was left out"),
    *_both(("n",), ("N",), Kind.LEFT_OUT, "piece that was left out"),
    Key((",", "e"), Action.LEAVE, "out of this list, table, quote or sidebar"),
    Key(("r",), Action.REPEAT, "this sentence again"),
    Key(("z", "backspace"), Action.RETURN, "back to before the last jump"),
    Key(("g", "home"), Action.FIRST, "the beginning"),
    Key(("G", "end"), Action.LAST, "the last paragraph"),
    Key(("w",), Action.WHERE, "where am I"),
    Key(("o",), Action.OUTLINE, "the outline"),
    Key(("+", "="), Action.FASTER, "faster"),
    Key(("-",), Action.SLOWER, "slower"),
    Key(("?",), Action.HELP, "these keys"),
    Key(("q", "escape"), Action.QUIT, "end"),
)  # fmt: skip

COMMANDS: Final = {name: key.command for key in KEYS for name in key.names}
"""What each key means."""


def key_help() -> Iterator[str]:
    """The table in lines to be said or printed: a key that goes on and the one that goes back share a line."""
    keys = iter(KEYS)
    for key in keys:
        match key.command:
            case Jump(kind):
                other = next(keys)
                if kind is Kind.HEADING_1:
                    yield "1 to 6: next section at that level; with alt, the one before"
                elif kind not in LEVELS:
                    yield f"{_named(key)}: {key.help}; {_named(other)}: the one before"
            case _:
                yield f"{_named(key)}: {key.help}"


def _named(key: Key) -> str:
    words = {"?": "question mark", ",": "comma", "+": "plus", "-": "minus", "=": "equals"}
    return " or ".join(
        words.get(name, f"capital {name}" if len(name) == 1 and name.isupper() else name) for name in key.names
    )
