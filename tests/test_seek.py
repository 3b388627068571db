"""Seeking: where each jump leads, from everywhere, and what is said of a place."""

from hypothesis import given
from hypothesis import strategies as st

from reader.seek import Kind, Section, Where, back, first, forward, heard, last, out, outline, sentence, where
from reader.story import Block, Group, Position, Role, Story, Treatment

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
    assert where(STORY, Position(15)) == Where(("Storm", "Outlook"), Role.TABLE, 11, 12, 0, 0, 81, 25)


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
