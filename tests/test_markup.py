"""Blocks from markup that is all story."""

from hypothesis import given
from hypothesis import strategies as st

from reader import Block, Group, Link, Role
from reader.markup import blocks_of, parsed


def blocks(markup: str) -> tuple[Block, ...]:
    return blocks_of(parsed(markup))


def told(markup: str) -> list[tuple[str, int, str]]:
    return [(block.role.value, block.level, block.text) for block in blocks(markup)]


def test_tags_say_what_everything_is() -> None:
    assert told(
        "<h2>Boats</h2><p>They came  <em>at</em>\nnoon.</p>loose words<blockquote><p>Ahoy</p></blockquote>"
        "<pre>a = 1\n  b</pre><figure><img alt='A boat at sea'><figcaption>The boat.</figcaption></figure>"
    ) == [
        ("heading", 2, "Boats"),
        ("paragraph", 0, "They came at noon."),
        ("paragraph", 0, "loose words"),
        ("quote", 0, "Ahoy"),
        ("code", 0, "a = 1\n  b"),
        ("caption", 0, "A boat at sea"),
        ("caption", 0, "The boat."),
    ]


def test_a_list_within_a_list_goes_a_level_down_and_back() -> None:
    found = blocks("<ul><li>One<ol><li>inner</li></ol>more</li><li><p>Two</p></li></ul>")
    outer, inner = Group(1, "", 2), Group(2, "", 1)
    assert [(b.text, b.level, b.group) for b in found] == [
        ("One", 1, outer), ("inner", 2, inner), ("more", 1, outer), ("Two", 1, outer),
    ]  # fmt: skip


def test_a_sidebar_is_one_group_under_its_heading() -> None:
    found = blocks("<p>Before.</p><aside><h3>At a glance</h3><p>One.</p><p>Two.</p></aside><p>After.</p>")
    group = Group(1, "At a glance", 2)
    assert [(b.role.value, b.text, b.group) for b in found] == [
        ("paragraph", "Before.", None),
        ("sidebar", "At a glance", group),
        ("sidebar", "One.", group),
        ("sidebar", "Two.", group),
        ("paragraph", "After.", None),
    ]
    assert [b.is_label for b in found] == [False, True, False, False, False]


def test_the_sign_of_a_footnote_is_kept_apart_from_the_words() -> None:
    (block,) = blocks('<p>It rained<sup><a href="#n1">1</a></sup> on 3<sup>2</sup> days.</p>')
    assert block.text == "It rained[1] on 32 days."
    assert block.links == (Link(9, 12, "#n1"),)


def test_links_stand_at_their_words_and_are_made_absolute() -> None:
    markup = '<p>See <a href="b.html">the  boat</a> or <a href="javascript:x()">this</a>.</p>'
    (block,) = blocks_of(parsed(markup), base="https://example.org/a/")
    assert [(block.text[x.start : x.end], x.target) for x in block.links] == [
        ("the boat", "https://example.org/a/b.html")
    ]


def test_a_table_of_data_keeps_its_rows() -> None:
    (block,) = blocks("<table><tr><th>Day</th><th>Rain</th></tr><tr><td>Monday</td><td>3 mm</td></tr></table>")
    assert (block.role, block.items) == (Role.TABLE, (("Day", "Rain"), ("Monday", "3 mm")))


def test_what_is_not_shown_is_kept_as_page_furniture() -> None:
    assert told("<p>Seen.</p><p hidden>Hidden.</p>") == [("paragraph", 0, "Seen."), ("boilerplate", 0, "Hidden.")]


_WORDS = st.text("abc", min_size=1, max_size=4)
_TAGS = st.sampled_from(
    ["p", "div", "ul", "li", "em", "aside", "blockquote", "h2", "a", "table", "td", "section", "pre"]
)
_MARKUP = st.recursive(
    _WORDS,
    lambda inner: st.builds(lambda tag, parts: f"<{tag}>{' '.join(parts)}</{tag}>", _TAGS, st.lists(inner, max_size=4)),
)


@given(_MARKUP)
def test_no_word_is_lost_or_said_twice(markup: str) -> None:
    root = parsed(markup)
    expected = " ".join(root.itertext()).split()
    said = " ".join(block.text for block in blocks_of(root)).split()
    assert sorted("".join(said)) == sorted("".join(expected))
