"""A page is cut into pieces in reading order: nothing is lost, and no words run together."""

import re

from hypothesis import given
from hypothesis import strategies as st

from reader.readability.blocks import cut
from reader.readability.html_story import read_html
from reader.readability.outline import Kind, Piece
from reader.readability.parse import LIMITS, parse
from reader.story import Link, Role


def pieces(text: str) -> list[Piece]:
    return cut(parse(f"<html><body>{text}</body></html>")).pieces


def texts(text: str) -> list[str]:
    return [piece.text for piece in pieces(text)]


def test_paragraphs_divs_and_loose_text_are_pieces_of_their_own() -> None:
    assert texts("<div>one<p>two</p>three<div>four</div></div>") == ["one", "two", "three", "four"]


def test_a_page_may_leave_out_the_tags_of_its_head_and_its_body() -> None:
    for start in ("", "<!doctype html>", "<html lang=en>", "<html><head>"):
        for box in ("article", "main", "section", "div"):
            page = f"{start}<title>T</title><meta charset=utf-8><{box}><p>one</p></{box}>two<p>three</p>"
            assert [piece.text for piece in cut(parse(page)).pieces] == ["one", "two", "three"]
            assert parse(page).xpath("string(/html/head/title)") == "T"


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    assert texts("<div>one<br>and more<br><br>two</div>") == ["one and more", "two"]


def test_numbered_lines_are_items_and_the_line_over_them_is_not() -> None:
    found = pieces("<p>We took:<br>1. a map<br>2. a rope</p>")
    assert [(piece.kind, piece.text) for piece in found] == [
        (Kind.TEXT, "We took:"),
        (Kind.ITEM, "1. a map"),
        (Kind.ITEM, "2. a rope"),
    ]


def test_a_drop_cap_stays_with_its_word() -> None:
    assert texts("<p><span class='dropcap'>T</span>he <b>un</b>seen <em>H</em><span>ouse</span></p>") == [
        "The unseen House"
    ]


def test_neighbouring_spans_do_not_run_together() -> None:
    assert texts("<div><span>2 May 2019</span><span>5:45 AM</span></div>") == ["2 May 2019 5:45 AM"]
    assert texts("<li><b>Winter Jane</b><span>keeps until April</span></li>") == ["Winter Jane keeps until April"]


def test_an_empty_element_that_draws_a_bar_parts_words() -> None:
    assert texts("<div><span>Nov 20 2019<span class='bar'></span>4:29 AM</span></div>") == ["Nov 20 2019 4:29 AM"]


def test_soft_hyphens_and_spaces_without_width_are_not_part_of_a_word() -> None:
    assert texts("<p>magnify\u00ading glass\u200bes</p>") == ["magnifying glasses"]


def test_the_words_of_a_table_cell_stay_in_their_order_and_apart() -> None:
    row = "<tr><td>The <a><b>big</b></a> dog (<a><i>Rex</i></a>)</td><td><p>one</p>two<br>three</td></tr>"
    table = pieces(f"<table><tr><th>Who</th><th>What</th></tr>{row}</table>")
    assert [piece.items for piece in table] == [(("Who", "What"), ("The big dog (Rex)", "one two three"))]


def test_code_keeps_its_line_breaks() -> None:
    assert texts("<pre>if a:\n    b()\n</pre>") == ["if a:\n    b()"]


def test_a_table_of_data_is_one_piece_with_its_rows() -> None:
    (piece,) = pieces("<table><tr><th>Place<th>Snow</tr><tr><td>Mill<td>64</tr></table>")
    assert piece.items == (("Place", "Snow"), ("Mill", "64"))


def test_a_table_that_arranges_the_page_is_walked_through() -> None:
    assert texts("<table><tr><td><h1>Title</h1><p>One sentence.</p><td><p>Another one.</p></table>") == [
        "Title",
        "One sentence.",
        "Another one.",
    ]


def test_a_formula_is_read_as_its_author_wrote_it() -> None:
    tex = "<math><semantics><mi>x</mi><annotation encoding='application/x-tex'>x^2</annotation></semantics></math>"
    assert texts(f"<p>where {tex} is</p>") == ["where x^2 is"]


def test_words_for_screen_readers_and_heading_anchors_stand_apart() -> None:
    found = texts(
        "<h2>Use<a class='headerlink' href='#use'>¶</a></h2><p>See it <span class='sr-only'>opens a window</span>.</p>"
    )
    assert found == ["Use", "See it .", "opens a window"]


def test_the_edit_link_of_a_heading_is_cut() -> None:
    assert texts("<h2>History [<a href='/edit'>edit</a>]</h2>") == ["History"]


def test_links_know_their_place_in_the_text() -> None:
    story = read_html(
        "<p>Read  the <a href='/a'>whole\n report</a> here, it is long enough to matter.</p>", "https://x.example/b/"
    )
    (block,) = story.blocks
    assert block.links == (Link(9, 21, "https://x.example/a"),)
    assert block.text[9:21] == "whole report"


def test_the_source_of_a_block_is_its_place_in_the_tree() -> None:
    story = read_html(
        "<div><p>One sentence that is long enough.</p><p>Two sentences. Long enough as well.</p></div>", ""
    )
    assert [block.source for block in story.blocks] == ["/html/body/div/p[1]", "/html/body/div/p[2]"]


def test_text_nested_deeper_than_the_limit_is_kept() -> None:
    deep = LIMITS.depth * 8
    assert texts("<div>" * deep + "deep" + "</div>" * deep + "<p>after</p>") == ["deep", "after"]


def test_text_in_a_form_put_around_the_whole_page_is_read() -> None:
    body = "".join(f"<p>Paragraph {n} of a story, which is long enough to be read aloud.</p>" for n in range(4))
    story = read_html(f"<form><h1>A headline of its own</h1>{body}</form>", "")
    assert [block.role for block in story.blocks] == [Role.HEADLINE, *[Role.PARAGRAPH] * 4]


WORDS = st.lists(st.from_regex("[a-zé日]{1,8}", fullmatch=True), min_size=1, max_size=6).map(" ".join)
TAGS = st.sampled_from(
    ["p", "div", "span", "b", "li", "ul", "h2", "a", "blockquote", "td", "table", "section", "em", "nav"]
)
TREES = st.recursive(WORDS, lambda inner: st.tuples(TAGS, st.lists(inner, max_size=4)), max_leaves=20)


def markup(tree: object) -> str:
    if isinstance(tree, str):
        return f" {tree} "
    assert isinstance(tree, tuple)
    tag, inside = tree
    return f"<{tag}>{''.join(markup(one) for one in inside)}</{tag}>"


@given(TREES)
def test_every_word_of_a_page_is_in_its_story_once(tree: object) -> None:
    page = f"<html><body><p>begin</p>{markup(tree)}</body></html>"
    story = read_html(page, "")
    words = re.sub(r"<[^>]*>", " ", page).split()
    assert sorted(word for block in story.blocks for word in block.text.split()) == sorted(words)
