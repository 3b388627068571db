"""Keys: the table, and what terminals send."""

from collections import Counter

from reader.seek import Kind
from reader.speech.key_names import named
from reader.speech.keys import COMMANDS, GROUPS, KEYS, Action, Jump, Skip, Step, key_help


def test_no_key_has_two_meanings_and_every_command_has_a_key() -> None:
    names = Counter(name for key in KEYS for name in key.names)
    assert [name for name, count in names.items() if count > 1] == []
    jumps = {key.command for key in KEYS if isinstance(key.command, Jump)}
    assert jumps == {Jump(kind, back) for kind in Kind for back in (False, True)}
    assert {key.command for key in KEYS if isinstance(key.command, Action)} == set(Action)
    turned = [key.command for key in KEYS if isinstance(key.command, Skip | Step)]
    assert {(-s.seconds if isinstance(s, Skip) else (-s.rows, -s.columns)) for s in turned} == {
        (s.seconds if isinstance(s, Skip) else (s.rows, s.columns)) for s in turned
    }


def test_a_capital_goes_back_to_what_its_small_letter_goes_on_to() -> None:
    for name, command in COMMANDS.items():
        if len(name) == 1 and name.islower() and isinstance(command, Jump):
            assert COMMANDS[name.upper()] == Jump(command.kind, back=True)


def test_the_help_goes_group_by_group_and_names_every_key_but_the_third_names() -> None:
    for group, lines in HELP.items():
        assert list(key_help(group)) == lines
    assert list(HELP) == list(GROUPS)
    assert max(map(len, HELP.values())) <= 13


def test_what_a_terminal_sends_is_told_apart() -> None:
    assert list(named("h H\x1b[A\x1bOB\x1b[5~\x1b[6~\x1b1\x7f\r\x1b")) == [
        "h", "space", "H", "up", "down", "page up", "page down", "alt-1", "backspace", "enter", "escape",
    ]  # fmt: skip
    assert list(named("\x1b[1;5C\x1b[1;3A\x1b[1;7D\x1b[1;2B\x1b[3~\x1bOR\x1b[1;2R\x1b[13~\x1bf")) == [
        "ctrl-right", "alt-up", "ctrl-alt-left", "shift-down", "delete", "f3", "shift-f3", "f3", "alt-f",
    ]  # fmt: skip
    assert list(named("\x1b[[C\x1b[[A\x1bOd\x1b[c\x1b\x1b[D\x1b\x1bOCx")) == [
        "f3", "ctrl-left", "shift-right", "alt-left", "alt-right", "x",
    ]  # fmt: skip
    assert list(named("\x1b\x1b")) == ["escape", "escape"]
    assert list(named("\x1b[200~\x1b[1;5S\x1b[99;3~")) == []


HELP = {
    "Reading": [
        "space: pause, or go on",
        "s or right: next sentence; capital S or left: the one before",
        "p or down: next paragraph; capital P or up: the one before",
        "h or page down: next section; capital H or page up: the one before",
        "r: this sentence again",
        "w: where am I",
        "plus or equals: faster; minus: slower",
        "q or escape: end",
        "question mark: these keys, group by group",
    ],
    "Further and back": [
        "z or backspace: back to before the last jump; capital Z: forward again",
        "g or home: the beginning; capital G or end: the last paragraph",
        "right bracket or shift right: 15 seconds on; left bracket or shift left: 15 seconds back",
        "right brace or shift down: 30 seconds on; left brace or shift up: 30 seconds back",
        "j or percent: go to a percentage, a minute or a paragraph that you type",
        "o: the outline",
        "1 to 6: next section at that level; with alt, the one before",
    ],
    "Parts of the story": [
        "l: next list; capital L: the one before",
        "i: next list item; capital I: the one before",
        "quotation mark: next quote; apostrophe: the one before",
        "c: next caption; capital C: the one before",
        "b: next sidebar; capital B: the one before",
        "t: next table; capital T: the one before",
        "alt right or ctrl alt right: in a table the next cell; alt left or ctrl alt left: the one before",
        "alt down or ctrl alt down: the cell below; alt up or ctrl alt up: above",
        "comma or e: out of this list, table, quote or sidebar; less than: its beginning",
        "colon: a part whose name you type, such as footnote",
        "d: the next part of that name; capital D: the one before",
        "x: next piece that was left out; capital X: the one before",
        "k: what was left out",
    ],
    "Words and links": [
        "f or ctrl right: next word; capital F or ctrl left: the one before",
        "capital W: spell this word; again, with a word for each letter",
        "u: next link; capital U: the one before",
        "a: where this link leads; again, read out sign by sign",
        "enter: read the story that this link leads to",
        "capital Q: put it into the queue",
    ],
    "Finding and bookmarks": [
        "slash: find a text that you type",
        "n or f3: next match; capital N or shift f3: the one before",
        "m: set a bookmark here; again, write a note to it",
        "y: next bookmark; capital Y: the one before",
        "capital M: list the bookmarks and go to one",
        "delete: delete the bookmark here",
    ],
    "Voice": [
        "v: next voice; capital V: the one before",
        "0 or ctrl up: louder; 9 or ctrl down: softer",
    ],
}
