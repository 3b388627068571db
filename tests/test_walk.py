"""Walking: what is heard and printed when keys are pressed."""

from collections.abc import Callable
from pathlib import Path
from typing import Self

from humming import STORY, Listening
from hypothesis import given, settings
from hypothesis import strategies as st

from reader.errors import LocationError, VoiceError
from reader.script.narrate import narrate
from reader.speech.bookmarks import Bookmarks
from reader.speech.engine import Style
from reader.speech.key_names import named
from reader.speech.playing import StyleFor
from reader.speech.walk import Marks, Voices, Walk
from reader.story import Block, Group, Link, Position, Role, Story, Treatment

TEXT = "Café Zürich’s roof, torn off, was found in Bern. It can be seen in the harbour museum until Monday."
LONG = Story(
    "Storm",
    (
        Block(Role.HEADLINE, "Storm", 1),  # 0
        Block(
            Role.PARAGRAPH,
            TEXT,
            links=(
                Link(0, 18, "https://www.example.org/news/roof"),
                Link(TEXT.index("harbour"), TEXT.index(" until"), "#museum"),
            ),
        ),  # 1
        Block(
            Role.TABLE,
            "Town Wind Damage Bern 90 roofs Basel 80 Thun 70 trees",
            items=(("Town", "Wind", "Damage"), ("Bern", "90", "roofs"), ("Basel", "80", ""), ("Thun", "70", "trees")),
        ),  # 2
        Block(Role.CAPTION, "A roof in Bern.", treatment=Treatment.SKIP),  # 3
        Block(Role.HEADING, "Outlook", 2),  # 4
        Block(Role.LIST_ITEM, "Rain on Monday", 1, group=Group(1, "", 2)),  # 5
        Block(Role.LIST_ITEM, "Sun on Tuesday", 1, group=Group(1, "", 2)),  # 6
        Block(Role.FOOTNOTE, "Measured in Bern.", treatment=Treatment.AFTER),  # 7
    ),
    language="en",
    location="https://www.example.org/storm",
)


class _Walking(Listening):
    """A listener who presses keys and hears for a while what comes of each."""

    def __init__(
        self,
        story: Story = STORY,
        *,
        marks: Marks | None = None,
        voices: Voices | None = None,
        follow: Callable[[str], None] | None = None,
        came_from: str = "",
    ) -> None:
        super().__init__(script=lambda start: narrate(story, start))
        self.printed: list[str] = []
        self.echoed = ""
        self.walk = Walk(
            story,
            self.player,
            show=self.printed.append,
            echo=self._echo,
            voices=voices,
            marks=marks,
            follow=follow,
            came_from=came_from,
        )
        self.player.play()

    def _echo(self, text: str) -> None:
        self.echoed += text

    def __enter__(self) -> Self:
        return self

    def press(self, *keys: str, ms: int = 25) -> list[str]:
        """What begins to be said within ``ms`` of the last of ``keys``."""
        before = len(self.log)
        for key in keys:
            self.walk.press(key)
        self.output.advance(ms)
        return [line.removeprefix("started ") for line in self.heard()[before:] if line.startswith("started")]

    def type(self, text: str, ms: int = 25) -> list[str]:
        """What begins to be said when that was typed and Enter pressed."""
        return self.press(*named(text), "enter", ms=ms)


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
        assert walking.press("x") == ["Caption: A roof in a tree."]
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
        assert walking.press("!") == ["not a key; question mark lists them"]
        walking.output.run()
        assert walking.heard()[-1] == "finished Then it stops."


def test_where_a_screen_reader_says_it_an_answer_is_only_shown() -> None:
    with _Walking() as walking:
        quiet = Walk(STORY, walking.player, show=walking.printed.append, tells_aloud=False)
        quiet.press("5")
        walking.output.run()
        assert walking.printed == ["no next heading at level 5"]
        assert not [line for line in walking.heard() if "no next" in line]


def test_space_pauses_and_goes_on() -> None:
    with _Walking() as walking:
        walking.output.advance(30)
        walking.press("space", ms=2_000)
        assert walking.heard() == ["started Storm hits coast", "at 0:0"]
        walking.press("space", ms=40)
        assert walking.heard()[2:] == ["at 0:6"]


def test_where_what_was_left_out_and_the_outline_are_said_and_printed() -> None:
    with _Walking() as walking:
        place = "Under Storm hits coast. Paragraph 2 of 4, 19 percent, 5 seconds left."
        assert walking.press("p", "w") == [place]
        assert walking.press("k") == ["Left out: 1 caption. Press x to hear the next of them."]
        assert walking.press("o", ms=200) == ["Storm hits coast", "Outlook"]
        assert walking.printed == [
            place, "Left out: 1 caption. Press x to hear the next of them.", "Storm hits coast", "  Outlook",
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


def test_while_paused_a_word_is_said_alone_and_can_be_spelt() -> None:
    with _Walking(LONG) as walking:
        walking.press("p", "space")
        assert walking.press("f", ms=2_000) == ["Zürich’s"]
        assert walking.press("f", ms=2_000) == ["roof,"]
        assert walking.press("F", "F", ms=2_000) == ["Café"]
        assert walking.press("f", "W", ms=3_000) == ["cap Z, Ü, R, I, C, H, apostrophe, S"]
        again = "cap Zulu, latin small letter u with diaeresis, Romeo, India, Charlie, Hotel, apostrophe, Sierra"
        assert walking.press("W", ms=3_000) == [again]
        assert walking.press("f", "f", "W", ms=2_000) == ["T, O, R, N"]
        assert walking.player.paused
        walking.press("space")
        walking.output.run()
    assert "started torn off, was found in Bern." in walking.heard()


def test_word_by_word_reading_goes_on_from_the_word() -> None:
    with _Walking(LONG) as walking:
        assert walking.press("p", "f", "f") == ["roof, torn off, was found in Bern."]


def test_links_are_said_alone_while_paused_and_their_address_on_demand() -> None:
    with _Walking(LONG) as walking:
        assert walking.press("u") == [f"{TEXT[: TEXT.index(' It')]}"]
        assert walking.press("a", ms=400) == ["example.org slash news slash roof"]
        assert walking.printed == ["https://www.example.org/news/roof"]
        assert walking.press("a", ms=400) == ["HTTPS colon slash slash WWW dot example dot org slash news slash roof"]
        walking.press("space")
        assert walking.press("u", ms=2_000) == ["harbour museum, link"]
        assert walking.press("a", ms=2_000) == ["a place in this page: museum"]
        assert walking.press("u") == ["no next link"]
        assert walking.press("U", ms=2_000) == ["Café Zürich’s roof, link"]
        assert walking.press("g", "a") == ["no link here"]


def test_enter_opens_what_a_link_leads_to_and_what_cannot_be_opened_is_said() -> None:
    opened: list[str] = []

    def follow(target: str) -> None:
        opened.append(target)
        if len(opened) == 1:
            raise LocationError("example.org: does not answer")

    with _Walking(LONG, follow=follow) as walking:
        assert walking.press("u", "enter", ms=250) == ["example.org: does not answer"]
        assert walking.printed == ["opening example.org slash news slash roof", "example.org: does not answer"]
        walking.press("s", "u")
        said = "this link leads to a place in this page: museum, where sayall does not follow"
        assert walking.press("enter") == [said]
        walking.press("g", "u", "enter")
        assert (walking.walk.gone, walking.walk.over, walking.player.ended) == (True, False, True)
        assert walking.walk.left_at == Position(1)
    assert opened == ["https://www.example.org/news/roof"] * 2


def test_z_without_a_jump_leads_back_to_the_story_the_link_stood_in() -> None:
    with _Walking(came_from="Storm") as walking:
        walking.press("p", "z")
        assert not walking.walk.gone
        walking.press("z")
        assert walking.walk.gone


def test_z_leads_back_jump_after_jump_and_capital_z_forward_again() -> None:
    with _Walking(LONG) as walking:
        assert walking.press("t", "h", "i", "s", "s") == ["Footnote: Measured in Bern."]
        # From sentence to sentence is one jump.
        assert walking.press("z") == ["List, 2 items"]
        assert walking.press("z") == ["Outlook"]
        assert walking.press("z", "z") == ["Storm"]
        assert walking.press("z") == ["no jump to go back from"]
        assert walking.press("Z", "Z") == ["Outlook"]
        assert walking.press("Z", "Z") == ["Footnote: Measured in Bern."]
        assert walking.press("Z") == ["no jump to go forward to"]
        assert walking.press("z", "g", "Z") == ["no jump to go forward to"]


def test_a_table_is_walked_cell_by_cell_and_what_changed_is_said_with_its_header() -> None:
    with _Walking(LONG) as walking:
        assert walking.press("alt-down") == ["not in a table"]
        assert walking.press("t", ms=400) == ["Table, 4 rows, 3 columns", "Town, Wind, Damage"]
        walking.press("space", "<")
        assert walking.press("alt-down", ms=2_000) == ["Row 2 of 4: Bern"]
        assert walking.press("alt-right", ms=2_000) == ["Column 2 of 3, Wind: 90"]
        assert walking.press("alt-down", ms=2_000) == ["Row 3 of 4, Basel: 80"]
        assert walking.press("alt-right", ms=2_000) == ["right edge of the table"]
        assert walking.press("alt-up", "ctrl-alt-right", ms=2_000) == ["Column 3 of 3, Damage: roofs"]
        # The cell below is empty.
        assert walking.press("alt-down", ms=2_000) == ["Row 4 of 4, Thun: trees"]
        assert walking.press("alt-down", ms=2_000) == ["bottom edge of the table"]
        place = "Under Storm. Table, row 4 of 4, column 3 of 3, Damage. Paragraph 3 of 7, 72 percent, 4 seconds left."
        assert walking.press("w", ms=2_000) == [place]
        # The row is heard to its end, and yet one stands at its beginning.
        assert walking.press("<", ms=2_000)[0].startswith("Town, Wind")
        assert walking.press("alt-down", ms=2_000) == ["Row 2 of 4: Bern"]
        walking.press("space")
        assert walking.press("alt-right", ms=300) == ["Column 2 of 3, Wind", "90, Damage: roofs"]
        assert walking.press("e") == ["Outlook"]
        assert walking.press("<") == ["not in a list, table, quote or sidebar"]


def test_in_a_pause_one_stands_where_one_jumped_to_however_far_it_was_heard() -> None:
    with _Walking(LONG) as walking:
        walking.press("space")
        assert walking.press("p", ms=3_000) == [TEXT[: TEXT.index(" It")]]
        assert walking.press("f", ms=2_000) == ["Zürich’s"]
        assert walking.press("P", "p", "s", ms=3_000) == [TEXT[TEXT.index("It can") :]]
        assert walking.press("space", ms=500)[0].startswith("Town, Wind")


def test_seconds_on_and_back_lead_to_the_sentence_that_is_heard_then() -> None:
    many = Story("", tuple(Block(Role.PARAGRAPH, f"Sentence number {n:02} is here. " * 2) for n in range(50)))
    with _Walking(many) as walking:
        # As long as nothing was heard, 12.75 characters a second are reckoned with: 191 in 15 s. A paragraph has 56.
        walking.press("]")
        assert walking.player.position == Position(3)
        walking.press("}", "]")
        assert walking.player.position == Position(12, 28)
        walking.press("{", "[", "[")
        assert walking.player.position == Position(0)
        assert walking.press("[") == ["the beginning"]
        walking.press("G")
        assert walking.press("]") == ["less than 15 seconds are left"]


def test_a_place_is_typed_and_what_is_no_place_is_said_to_be_none() -> None:
    many = Story("", tuple(Block(Role.PARAGRAPH, f"Sentence number {n:02}.") for n in range(100)))
    with _Walking(many) as walking:
        for typed, place in {
            "40%": 40, "40": 40, "7,5 percent": 7, "100": 99, "0:30": 20, "1:00": 40, "1 min": 40, "minute 1": 40,
            "1 m 3 s": 42, "30 s": 20, "p7": 6, "Paragraph 100": 99, "# 1": 0,
        }.items():  # fmt: skip
            walking.press("j")
            assert walking.type(typed) == [f"Sentence number {place:02}."]
        walking.press("%")
        assert walking.type("12:00") == ["12:00: beyond the end of the story"]
        walking.press("%")
        assert walking.type("p101") == ["p101: beyond the end of the story"]
        walking.press("j")
        said = "far away: not understood. Type 40 percent, 12:30 for minutes and seconds, or p7 for paragraph 7, and "
        assert walking.type("far away") == [f"{said}press Enter."]
        assert not walking.player.paused


def test_while_a_line_is_typed_it_is_silent_and_the_line_is_shown_as_it_is_typed() -> None:
    with _Walking(LONG) as walking:
        walking.press("t")
        assert walking.press("/", ms=10_000) == ["Type what to find and press Enter."]
        walking.press("H", "backspace", "b", "space", "down", "left", "n", "alt-1", "ü")
        assert walking.echoed == "H\b \bb nü"
        walking.press("escape")
        assert walking.printed == ["Type what to find and press Enter.", "cancelled"]
        assert walking.echoed == "H\b \bb nü\n"
        assert not walking.player.paused
        walking.press("space", "/", "enter")
        assert walking.player.paused


def test_a_text_is_found_whatever_its_case_and_its_accents_and_the_end_is_said() -> None:
    with _Walking(LONG) as walking:
        walking.press("/")
        assert walking.type("BERN", ms=100) == ["1 of 4", "Bern."]
        assert walking.press("n", ms=100) == ["2 of 4", "Bern, Wind: 90, Damage: roofs"]
        assert walking.press("n", ms=430) == ["3 of 4, in a caption that was left out", "Bern."]
        assert walking.press("n", ms=100) == ["4 of 4", "Bern."]
        assert walking.press("n") == ["no more matches; again, and it goes on at the beginning"]
        assert walking.press("n", ms=300) == ["from the beginning, 1 of 4", "Bern."]
        assert walking.press("N") == ["no more matches; again, and it goes on at the end"]
        assert walking.press("f3") == ["2 of 4"]
        assert walking.press("shift-f3") == ["1 of 4"]
        assert walking.press("N", "N") == ["from the end, 4 of 4"]
        # Whoever does something else in between goes on from there.
        assert walking.press("n", "w", "n") == ["no more matches; again, and it goes on at the beginning"]
        walking.press("g", "/")
        assert walking.type("storm", ms=300) == ["from the beginning, 1 of 1", "Storm"]
        walking.press("/")
        assert walking.type("zurich's  ROOF", ms=200) == ["1 of 1", "Zürich’s roof, torn off, was found in Bern."]
        walking.press("/")
        assert walking.type("hail") == ["hail: not found"]


def test_n_without_a_search_asks_what_to_find() -> None:
    with _Walking() as walking:
        assert walking.press("n", ms=1_000) == ["Type what to find and press Enter."]
        assert walking.type("STOPS") == ["1 of 1"]


def test_any_part_is_found_by_the_name_of_its_role_or_its_number() -> None:
    with _Walking(LONG) as walking:
        assert walking.press("d", ms=3_000)[:2] == ["1. headline, 1", "2. heading, 1"]
        assert walking.printed == [
            "1. headline, 1", "2. heading, 1", "3. paragraph, 1", "4. list item, 2", "5. caption, 1", "6. table, 1",
            "7. footnote, 1", "Type a name or a number and press Enter.",
        ]  # fmt: skip
        assert walking.type("foot") == ["Footnote: Measured in Bern."]
        assert walking.press("d") == ["no next footnote"]
        walking.press("g", ":")
        assert walking.type("4") == ["List, 2 items"]
        assert walking.press("d") == ["Sun on Tuesday"]
        assert walking.press("D") == ["List, 2 items"]
        walking.press(":")
        assert walking.type("code sample") == ["no next code sample"]
        walking.press(":")
        assert walking.type("banana") == ["banana: no such part; press colon for a list"]


def test_bookmarks_are_set_with_a_note_found_listed_and_deleted(tmp_path: Path) -> None:
    def marks() -> Marks:
        return Marks(LONG, Bookmarks(tmp_path))

    with _Walking(LONG, marks=marks()) as walking:
        assert walking.press("y") == ["no next bookmark"]
        assert walking.press("M") == ["no bookmarks; m sets one"]
        assert walking.press("i", "m") == ["bookmark 1 set; press m again for a note"]
        assert walking.press("p", "P", "m") == ["Type a note to bookmark 1 and press Enter."]
        assert walking.type("umbrella!") == ["bookmark 1: umbrella!"]
        assert walking.press("p", "P", "m", ms=400) == [
            "The note is: umbrella!", "Type a note to bookmark 1 and press Enter.",
        ]  # fmt: skip
        walking.press("escape")
        assert walking.press("g", "s", "s", "m") == ["bookmark 1 set; press m again for a note"]
    with _Walking(LONG, marks=marks()) as walking:
        assert walking.press("y", ms=200) == ["bookmark 1", TEXT[TEXT.index("It can") :]]
        assert walking.press("y", ms=300) == ["bookmark 2: umbrella!", "List, 2 items"]
        assert walking.press("y") == ["no next bookmark"]
        assert walking.press("Y") == ["bookmark 1"]
        assert walking.press("M", ms=9_000) == [
            "1. It can be seen in the harbour museum until Monday", "2. umbrella!. Rain on Monday",
            "Type the number of a bookmark and press Enter, or Escape to stay.",
        ]  # fmt: skip
        assert walking.type("2", ms=300) == ["bookmark 2: umbrella!", "List, 2 items"]
        walking.press("M")
        assert walking.type("3") == ["3: there is no such bookmark"]
        assert walking.press("i", "I", "delete") == ["bookmark 2 deleted"]
        assert walking.press("delete") == ["no bookmark here"]
    assert [mark.number for mark in marks().all()] == [1]


def test_a_page_from_standard_input_has_no_bookmarks(tmp_path: Path) -> None:
    with _Walking(STORY, marks=Marks(STORY, Bookmarks(tmp_path))) as walking:
        assert walking.press("m") == ["no bookmarks in a page from standard input, which cannot be found again"]
        assert walking.press("M") == ["no bookmarks; m sets one"]
    assert list(tmp_path.iterdir()) == []


def test_voices_follow_one_another_from_the_next_word_on_and_a_broken_one_is_named() -> None:
    def style_for(name: str) -> StyleFor:
        if name == "mine":
            raise VoiceError("mine.toml: is not TOML")
        return lambda style, language: Style(rate_wpm={"plain": 180, "brisk": 360}[name])

    with _Walking(voices=Voices("plain", lambda: ("brisk", "mine", "plain"), style_for)) as walking:
        assert walking.press("v") == ["voice brisk, 360 words a minute"]
        assert walking.press("v", ms=350) == ["mine.toml: is not TOML", "voice plain, 180 words a minute"]
        assert walking.press("V", ms=230) == ["mine.toml: is not TOML", "voice brisk, 360 words a minute"]
        walking.press("p")
        walking.output.run()
    assert walking.words()[-14:] == [
        (1, 0), (1, 6), (1, 11), (1, 16), (1, 22), (1, 27), (3, 0), (4, 0), (4, 3), (4, 8), (4, 14), (4, 19), (4, 22),
    ][-14:]  # fmt: skip


def test_where_there_is_one_voice_only_it_says_so() -> None:
    with _Walking() as walking:
        assert walking.press("v") == ["no other voice"]


def test_louder_and_softer_change_the_volume_until_the_end_of_the_scale() -> None:
    with _Walking() as walking:
        walking.press("9", "9", "0", "ctrl-down", "ctrl-up")
        assert walking.printed == [f"volume {percent} percent" for percent in (90, 80, 90, 80, 90)]
        assert walking.press(*["0"] * 12) == ["as loud as it goes"]
        assert walking.player.volume == 200
        assert walking.press(*["9"] * 20) == ["as soft as it goes"]


def test_the_keys_are_said_group_by_group_as_long_as_question_mark_is_pressed_again() -> None:
    with _Walking() as walking:
        assert walking.press("?")[0] == "Reading:"
        assert walking.press("?") == ["Further and back:"]
        assert walking.printed[-1] == "Question mark again: parts of the story."
        assert walking.press("?", "?", "?", "?") == ["Voice:"]
        assert walking.press("?") == ["Reading:"]
        assert walking.press("?", "p", "?") == ["Reading:"]


QUICK = [
    *"sSpPhHfFkKctli12xgGe<][woOa!", "alt-down", "alt-right", "alt-up", "ctrl-alt-left",
]  # fmt: skip


@given(st.lists(st.sampled_from(QUICK), min_size=40, max_size=40), st.integers(0, 30))
@settings(max_examples=40, deadline=None)
def test_after_forty_quick_presses_only_what_the_last_one_asked_for_is_heard(keys: list[str], gap_ms: int) -> None:
    with _Walking(LONG) as walking, _Walking(LONG) as once:
        for key in keys[:-1]:
            walking.press(key, ms=gap_ms)
        here, printed = walking.player.position, len(walking.printed)
        heard = walking.press(keys[-1], ms=5_000)
        once.player.seek(here)
        expected = once.press(keys[-1], ms=5_000)
        told = len(walking.printed) - printed
    assert heard[: told + 1][:1] == expected[:1]
    # Of a sentence that was interrupted the rest is heard, but it does not begin anew.
    assert heard[told:] in (expected[told:], expected[told + 1 :]) if told else heard == expected
