"""Seeking: where each jump leads, from everywhere, and what is said of a place."""

from hypothesis import given
from hypothesis import strategies as st

from reader.page import Page
from reader.readability import read
from reader.seek import (
    Cell,
    Kind,
    Section,
    Where,
    at_percent,
    at_second,
    back,
    beside,
    cell_at,
    first,
    forward,
    further,
    heard,
    into,
    last,
    link_at,
    next_match,
    out,
    outline,
    previous_match,
    section_number,
    sentence,
    where,
    word_at,
)
from reader.story import Block, Group, Link, Position, Role, Story, Treatment

LIST = Group(1, "", 2)
BOX = Group(2, "Facts", 2)

STORY = Story(
    "Storm",
    (
        Block(Role.HEADLINE, "Storm", 1),  # 0
        Block(Role.PARAGRAPH, "Roofs flew. Trees fell. Rain came."),  # 1
        Block(Role.CAPTION, "A roof.", treatment=Treatment.ANNOUNCE),  # 2
        Block(Role.HEADING, "Damage", 2),  # 3
        Block(Role.LIST_ITEM, "Ten roofs", 1, group=LIST),  # 4
        Block(Role.LIST_ITEM, "Two trees", 1, group=LIST),  # 5
        Block(Role.PARAGRAPH, "Nobody was hurt."),  # 6
        Block(Role.QUOTE, "It was loud."),  # 7
        Block(Role.SIDEBAR, "Facts", group=BOX, treatment=Treatment.SKIP),  # 8
        Block(Role.SIDEBAR, "Wind 100", group=BOX, treatment=Treatment.SKIP),  # 9
        Block(Role.SIDEBAR, "Rain 20", group=BOX, treatment=Treatment.SKIP),  # 10
        Block(Role.FOOTNOTE, "Measured.", treatment=Treatment.AFTER),  # 11
        Block(Role.HEADING, "By night", 3),  # 12
        Block(Role.PARAGRAPH, "Dark."),  # 13
        Block(Role.HEADING, "Outlook", 2),  # 14
        Block(Role.TABLE, "Mon Rain\nTue Sun", items=(("Mon", "Rain"), ("Tue", "Sun"))),  # 15
        Block(Role.BOILERPLATE, "Log in", treatment=Treatment.SKIP),  # 16
    ),
    language="en",
)

KINDS = {
    Kind.HEADING: [0, 3, 12, 14],
    Kind.HEADING_1: [0],
    Kind.HEADING_2: [3, 14],
    Kind.HEADING_3: [12],
    Kind.HEADING_6: [],
    Kind.PARAGRAPH: [0, 1, 3, 4, 5, 6, 7, 12, 13, 14, 15, 11],
    Kind.LIST: [4],
    Kind.ITEM: [4, 5],
    Kind.QUOTE: [7],
    Kind.CAPTION: [2],
    Kind.SIDEBAR: [8],
    Kind.TABLE: [15],
    Kind.LEFT_OUT: [2, 9, 10],
}

PLACES = st.builds(
    lambda number, share: Position(number, int(share * len(STORY.blocks[number].text))),
    st.integers(0, len(STORY.blocks) - 1),
    st.floats(0, 0.99),
)


def test_every_kind_is_found_from_the_beginning_to_the_end() -> None:
    for kind, numbers in KINDS.items():
        found, place = [], forward(STORY, Position(0), kind)
        while place:
            found.append(place.block)
            place = forward(STORY, place, kind)
        assert found == [number for number in numbers if number != 0], kind


def test_every_kind_is_found_from_the_end_to_the_beginning() -> None:
    for kind, numbers in KINDS.items():
        found, place = [], back(STORY, last(STORY), kind)
        while place:
            found.append(place.block)
            place = back(STORY, place, kind)
        assert found == [number for number in reversed(numbers) if number != last(STORY).block], kind


def test_sentence_by_sentence_the_whole_story_is_passed_in_the_order_it_is_read() -> None:
    places, place = [], first(STORY)
    while True:
        places.append((place.block, place.offset))
        further = forward(STORY, place, Kind.SENTENCE)
        if further is None:
            break
        place = further
    assert places == [
        (0, 0), (1, 0), (1, 12), (1, 24), (3, 0), (4, 0), (5, 0), (6, 0), (7, 0), (12, 0), (13, 0), (14, 0),
        (15, 0), (15, 9), (11, 0),
    ]  # fmt: skip
    backwards = [(place.block, place.offset)]
    while (before := back(STORY, place, Kind.SENTENCE)) is not None:
        place = before
        backwards.append((place.block, place.offset))
    assert backwards == places[::-1]


def test_back_from_the_third_sentence_of_a_paragraph_leads_to_its_first() -> None:
    assert back(STORY, Position(1, 25), Kind.PARAGRAPH) == Position(1)
    assert back(STORY, Position(1, 5), Kind.PARAGRAPH) == Position(0)


def test_back_from_within_a_section_leads_to_its_heading() -> None:
    assert back(STORY, Position(6), Kind.HEADING) == Position(3)
    assert back(STORY, Position(3, 2), Kind.HEADING) == Position(0)
    assert back(STORY, Position(13), Kind.HEADING_2) == Position(3)


def test_a_sentence_begins_where_its_first_word_stands() -> None:
    assert [sentence(STORY, Position(1, at)).offset for at in (0, 11, 12, 23, 24, 33)] == [0, 0, 12, 12, 24, 24]


def test_out_of_a_list_a_quote_a_sidebar_and_a_table_but_of_nothing_else() -> None:
    assert out(STORY, Position(4)) == Position(6)
    assert out(STORY, Position(7)) == Position(12)
    assert out(STORY, Position(8)) == Position(12)
    assert out(STORY, Position(15, 9)) == Position(11)
    assert out(STORY, Position(6)) is None


def test_sections_are_numbered_and_the_headline_begins_none() -> None:
    numbers = [section_number(STORY, Position(block))[0] for block in range(len(STORY.blocks))]
    assert numbers == [0, 0, 0, *[1] * 8, 3, 2, 2, 3, 3, 3]
    assert section_number(STORY, Position(0)) == (0, 3)
    assert section_number(Story("", (Block(Role.PARAGRAPH, "x"),)), Position(0)) == (0, 0)


def test_the_outline_has_every_heading_with_the_length_under_it() -> None:
    assert list(outline(STORY)) == [
        Section(Position(0), 1, "Storm", 39),
        Section(Position(3), 2, "Damage", 52),
        Section(Position(12), 3, "By night", 13),
        Section(Position(14), 2, "Outlook", 32),
    ]


def test_where_one_is() -> None:
    assert where(STORY, Position(5, 4)) == Where(("Storm", "Damage"), Role.LIST_ITEM, 5, 12, 2, 2, 42, 78)
    assert where(STORY, Position(13)) == Where(("Storm", "Damage", "By night"), Role.PARAGRAPH, 9, 12, 0, 0, 72, 37)
    assert where(STORY, Position(3)) == Where(("Storm", "Damage"), Role.HEADING, 3, 12, 0, 0, 28, 97, level=2)
    assert where(STORY, Position(15, 13)) == Where(
        ("Storm", "Outlook"), Role.TABLE, 11, 12, 0, 0, 91, 12,
        cell=Cell(Position(15, 13), 2, 2, 2, 2, "Sun", row_header="Tue", column_header="Rain"),
    )  # fmt: skip
    assert where(STORY, Position(8)) == Where(("Storm", "Damage"), Role.SIDEBAR, 7, 12, 0, 0, 66, 45, is_heard=False)


def test_an_empty_story_has_no_places() -> None:
    empty = Story("", ())
    assert list(outline(empty)) == []
    assert first(empty) == last(empty) == Position(0)


@given(PLACES, st.sampled_from(Kind))
def test_a_jump_leads_on_or_back_to_something_of_its_kind_and_the_way_back_is_short(
    start: Position, kind: Kind
) -> None:
    order = [*heard(STORY)]
    further = forward(STORY, start, kind)
    if further is not None:
        assert further != start
        assert kind not in KINDS or further.block in KINDS[kind]
        assert back(STORY, further, kind) != further
        if start.block in order and further.block in order:
            assert (order.index(further.block), further.offset) > (order.index(start.block), start.offset)


def test_into_leads_to_the_start_of_what_out_leads_out_of() -> None:
    assert into(STORY, Position(5, 3)) == Position(4)
    assert into(STORY, Position(10)) == Position(8)
    assert into(STORY, Position(15, 9)) == Position(15)
    assert into(STORY, Position(6)) is None


def test_every_role_is_found_whatever_its_treatment() -> None:
    assert forward(STORY, Position(0), Role.SIDEBAR) == Position(8)
    assert forward(STORY, Position(8), Role.SIDEBAR) == Position(9)
    assert forward(STORY, Position(13), Role.FOOTNOTE) == Position(11)
    assert back(STORY, Position(11), Role.PARAGRAPH) == Position(13)
    assert forward(STORY, Position(0), Role.CODE) is None


def paragraphs(*texts: str) -> Story:
    return Story("", tuple(Block(Role.PARAGRAPH, text) for text in texts), language="en")


def words(story: Story) -> list[str]:
    """The words from the first to the last, going on; the way back is checked to be the same."""
    there: list[Position] = []
    place: Position | None = Position(0, -1)
    while place and (place := forward(story, place, Kind.WORD)):
        there.append(place)
    again, place = there[-1:], there[-1] if there else None
    while place and (place := back(story, place, Kind.WORD)):
        again.append(place)
    assert again == there[::-1]
    return [word_at(story, at) for at in there]


def test_words_are_what_stands_between_spaces_and_can_be_said() -> None:
    said = paragraphs("“Well – it’s 5 % & more…”", "", " — ", "(e.g.) 東京 is", "ไทย")
    assert words(said) == [
        "“Well", "it’s", "5", "%", "&", "more…”", "(e.g.)", "東", "京", "is", "ไ", "ท", "ย",
    ]  # fmt: skip


@given(st.lists(st.text("ab ,.–“”é", max_size=30), min_size=1, max_size=4))
def test_word_by_word_every_letter_is_passed_once(texts: list[str]) -> None:
    story = paragraphs(*texts)
    letters = [char for word in words(story) for char in word if char.isalnum()]
    assert letters == [char for text in texts for char in text if char.isalnum()]


def test_links_are_found_where_they_have_words_and_from_within_one_goes_back_to_the_one_before() -> None:
    text = "The mayor and the harbour. The school."
    block = Block(
        Role.PARAGRAPH, text, links=(Link(18, 25, "c"), Link(4, 9, "a"), Link(9, 9, "b"), Link(31, 37, ""))
    )  # fmt: skip
    story = Story("", (Block(Role.PARAGRAPH, "No link."), block, Block(Role.PARAGRAPH, "None.")), language="en")
    assert forward(story, Position(0), Kind.LINK) == Position(1, 4)
    assert forward(story, Position(1, 4), Kind.LINK) == Position(1, 18)
    assert forward(story, Position(1, 18), Kind.LINK) is None
    assert back(story, Position(2), Kind.LINK) == Position(1, 18)
    assert back(story, Position(1, 20), Kind.LINK) == Position(1, 4)
    assert back(story, Position(1, 12), Kind.LINK) == Position(1, 4)
    assert back(story, Position(1, 4), Kind.LINK) is None
    assert [link_at(story, Position(1, at)) for at in (0, 6, 14, 25, 30)] == [
        None, Link(4, 9, "a"), Link(4, 9, "a"), Link(18, 25, "c"), None,
    ]  # fmt: skip


TOWNS = Story(
    "",
    (
        Block(
            Role.TABLE,
            "Wind at noon Town Wind Bern 90 Basel Thun 70",
            items=(("Town", "Wind"), ("Bern", "90"), ("Basel", ""), ("Thun", "70")),
        ),
    ),
)


def test_cells_are_walked_and_empty_ones_are_passed_over() -> None:
    def beyond(at: int, rows: int, columns: int) -> str:
        cell = beside(TOWNS, Position(0, at), rows, columns)
        return f"{cell.row} {cell.column} {cell.text}" if cell else ""

    assert cell_at(TOWNS, Position(0, 3)) is None
    assert beyond(0, 1, 0) == "1 1 Town"
    town, ninety = TOWNS.blocks[0].text.index("Town"), TOWNS.blocks[0].text.index("90")
    assert [beyond(town, *step) for step in ((1, 0), (0, 1), (-1, 0), (0, -1))] == ["2 1 Bern", "1 2 Wind", "", ""]
    assert [beyond(ninety, *step) for step in ((1, 0), (0, 1), (-1, 0), (0, -1))] == [
        "4 2 70",
        "",
        "1 2 Wind",
        "2 1 Bern",
    ]
    assert cell_at(TOWNS, Position(0, ninety + 1)) == Cell(Position(0, ninety), 2, 4, 2, 2, "90", "Bern", "Wind")


def test_percent_and_seconds_lead_to_the_sentence_that_is_read_there() -> None:
    assert at_percent(STORY, 0) == Position(0)
    assert at_percent(STORY, 20) == Position(1, 12)
    assert at_percent(STORY, 99) == at_percent(STORY, 100) == Position(11)
    assert at_percent(STORY, 101) is None
    assert [at_second(STORY, seconds, 10) for seconds in (0, 1, 3, 13, 14)] == [
        Position(0), Position(1), Position(1, 24), Position(11), None,
    ]  # fmt: skip


@given(PLACES, st.integers(-300, 300).filter(bool), st.floats(2, 80))
def test_seconds_on_or_back_lead_to_another_sentence_or_nowhere(start: Position, seconds: int, pace: float) -> None:
    order = [*heard(STORY)]
    if start.block not in order:
        return
    place = further(STORY, start, seconds, pace)
    begins = sentence(STORY, start)
    if place is None:
        return
    assert place == sentence(STORY, place)
    moved = (order.index(place.block), place.offset)
    assert (
        moved > (order.index(begins.block), begins.offset)
        if seconds > 0
        else moved
        < (
            order.index(start.block),
            start.offset,
        )
    )


def test_a_text_is_found_in_the_order_of_reading_and_page_furniture_is_not_searched() -> None:
    assert next_match(STORY, "a", Position(0)) == Position(1, 25)
    assert next_match(STORY, "RAIN  came", Position(1)) == Position(1, 24)
    assert next_match(STORY, "log in", Position(0)) is None
    assert next_match(STORY, "measured", Position(15)) == Position(11)
    assert previous_match(STORY, "measured", Position(15)) is None
    assert next_match(STORY, "  ", Position(0)) is None


def test_case_accents_quotes_dashes_spaces_and_invisible_characters_make_no_difference() -> None:
    text = "Die Straße nach Zu\u0308rich – “heute” \u00a0 ge\u00ad\u200bsperrt, ﬁn İzmir"
    story = paragraphs(text)
    for wanted, found in {
        "strasse": "Straße", "ZURICH": "Zu\u0308rich", 'zürich - "heute" gesperrt': "Zu\u0308rich", "fin": "ﬁn",
        "izmir": "İzmir", "gesperrt": "ge\u00ad", "ſperrt": "sperrt",
    }.items():  # fmt: skip
        assert next_match(story, wanted, Position(0)) == Position(0, text.index(found)), wanted


def test_a_text_is_found_across_the_tags_of_a_page() -> None:
    page = (
        "<html><body><article><h1>The quay</h1><p>The <b>har</b>bour <a href='/x'>was <i>old</i></a>&nbsp;and\n "
        "quiet, and it was built long before the <em>town</em> was.</p>"
        "<p>Nobody knows when, since the records were lost at sea.</p>"
        "</article></body></html>"
    )
    story = read(Page("https://page.example/quay", "text/html", page.encode()))
    at = next_match(story, "harbour was old and quiet", Position(0))
    assert at is not None
    assert story.blocks[at.block].text[at.offset :].startswith("harbour was old")


@given(st.text(max_size=60), st.integers(0, 59), st.integers(1, 10))
def test_any_part_of_a_text_is_found_in_it(text: str, start: int, length: int) -> None:
    part = text[start : start + length]
    found = next_match(paragraphs(text), part, Position(0, -1))
    if part.isascii() and part.strip():
        assert found is not None
    if found:
        # What is passed over at its beginning, such as spaces, counts for nothing.
        assert found.offset < start + len(part)
