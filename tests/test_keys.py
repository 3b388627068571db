"""Keys: the table, what terminals send, and what is heard when they are pressed."""

from collections import Counter
from typing import Self

from humming import STORY, Listening

from reader.seek import Kind
from reader.speech.key_names import named
from reader.speech.keys import COMMANDS, KEYS, Action, Jump, key_help
from reader.speech.walk import Walk
from reader.story import Position


def test_no_key_has_two_meanings_and_every_command_has_a_key() -> None:
    names = Counter(name for key in KEYS for name in key.names)
    assert [name for name, count in names.items() if count > 1] == []
    jumps = {key.command for key in KEYS if isinstance(key.command, Jump)}
    assert jumps == {Jump(kind, back) for kind in Kind for back in (False, True)}
    assert {key.command for key in KEYS} - jumps == set(Action)


def test_a_capital_goes_back_to_what_its_small_letter_goes_on_to() -> None:
    for name, command in COMMANDS.items():
        if len(name) == 1 and name.islower() and isinstance(command, Jump):
            assert COMMANDS[name.upper()] == Jump(command.kind, back=True)


def test_the_help_names_every_key() -> None:
    assert list(key_help()) == [
        "space: pause, or go on",
        "h or page down: next section; capital H or page up: the one before",
        "p or down: next paragraph; capital P or up: the one before",
        "s or right: next sentence; capital S or left: the one before",
        "1 to 6: next section at that level; with alt, the one before",
        "l: next list; capital L: the one before",
        "i: next list item; capital I: the one before",
        "u: next quote; capital U: the one before",
        "c: next caption; capital C: the one before",
        "b or a: next sidebar; capital B or capital A: the one before",
        "t: next table; capital T: the one before",
        "k: what was left out",
        "n: next piece that was left out; capital N: the one before",
        "comma or e: out of this list, table, quote or sidebar",
        "r: this sentence again",
        "z or backspace: back to before the last jump",
        "g or home: the beginning",
        "capital G or end: the last paragraph",
        "w: where am I",
        "o: the outline",
        "plus or equals: faster",
        "minus: slower",
        "question mark: these keys",
        "q or escape: end",
    ]


def test_what_a_terminal_sends_is_told_apart() -> None:
    assert list(named("h H\x1b[A\x1bOB\x1b[5~\x1b[6~\x1b[1;5C\x1b1\x7f\r\x1b")) == [
        "h", "space", "H", "up", "down", "page up", "page down", "alt-1", "backspace", "enter", "escape",
    ]  # fmt: skip
    assert list(named("\x1b\x1b")) == ["escape", "escape"]
    assert list(named("\x1b[200~")) == []


class _Walking(Listening):
    """A listener who presses keys and hears for a while what comes of each."""

    def __init__(self) -> None:
        super().__init__()
        self.printed: list[str] = []
        self.walk = Walk(STORY, self.player, show=self.printed.append)
        self.player.play()

    def __enter__(self) -> Self:
        return self

    def press(self, *keys: str, ms: int = 25) -> list[str]:
        """What begins to be said within ``ms`` of the last of ``keys``."""
        before = len(self.log)
        for key in keys:
            self.walk.press(key)
        self.output.advance(ms)
        return [line.removeprefix("started ") for line in self.heard()[before:] if line.startswith("started")]


def test_each_key_is_heard_at_once() -> None:
    with _Walking() as walking:
        assert walking.press("p") == ["Roofs flew off."]
        assert walking.press("s") == ["Trees fell too."]
        assert walking.press("S") == ["Roofs flew off."]
        assert walking.press("h") == ["Outlook"]
        assert walking.press("H") == ["Storm hits coast"]
        assert walking.press("c") == ["Caption: A roof in a tree."]
        assert walking.press("2") == ["Outlook"]
        assert walking.press("z") == ["Caption: A roof in a tree."]
        assert walking.press("g") == ["Storm hits coast"]
        assert walking.press("n") == ["Caption: A roof in a tree."]
        assert walking.press("G") == ["It will rain."]
        assert walking.press("right") == ["Then it stops."]
        assert walking.press("r") == ["Then it stops."]


def test_pressed_three_times_only_the_last_place_is_heard() -> None:
    with _Walking() as walking:
        assert walking.press("p", "p", "p") == ["It will rain."]
        assert walking.player.position == Position(4)


def test_a_miss_is_said_and_reading_goes_on() -> None:
    with _Walking() as walking:
        assert walking.press("G", "h") == ["no next heading"]
        assert walking.press("g", "H") == ["no previous heading"]
        assert walking.press("5") == ["no next heading at level 5"]
        assert walking.press("l") == ["no next list"]
        assert walking.press("t") == ["no next table"]
        assert walking.press("e") == ["nothing to leave"]
        assert walking.press("y") == ["not a key; question mark lists them"]
        walking.output.run()
        assert walking.heard()[-1] == "finished Then it stops."


def test_space_pauses_and_goes_on() -> None:
    with _Walking() as walking:
        walking.output.advance(30)
        walking.press("space", ms=2_000)
        assert walking.heard() == ["started Storm hits coast", "at 0:0"]
        walking.press("space", ms=40)
        assert walking.heard()[2:] == ["at 0:6"]


def test_where_what_was_left_out_and_the_outline_are_said_and_printed() -> None:
    with _Walking() as walking:
        place = "Under Storm hits coast. Paragraph 2 of 4, 19 percent, less than a minute left."
        assert walking.press("p", "w") == [place]
        assert walking.press("k") == ["Left out: 1 caption. Press n to hear the next of them."]
        assert walking.press("o", ms=200) == ["Storm hits coast", "Outlook"]
        assert walking.printed == [
            place, "Left out: 1 caption. Press n to hear the next of them.", "Storm hits coast", "  Outlook",
        ]  # fmt: skip


def test_faster_and_slower_change_the_rate_by_a_tenth_until_the_end_of_the_scale() -> None:
    with _Walking() as walking:
        walking.press("+", "+", "-")
        assert walking.printed == ["200 words a minute", "220 words a minute", "200 words a minute"]
        for _ in range(20):
            walking.walk.press("+")
        assert walking.player.rate_wpm == 800
        assert walking.press("+") == ["as fast as it goes"]


def test_q_and_escape_end_it() -> None:
    for key in ("q", "escape"):
        with _Walking() as walking:
            walking.walk.press(key)
            assert walking.walk.over
            assert walking.player.ended
