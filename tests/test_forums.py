"""Threads of posts: who wrote what, and when, apart from points, ranks and buttons."""

import pytest

from reader.readability.html_story import read_html

BELLS = (
    "The bell was cast in March, when the clay is cold and nobody wants to be outside.",
    "It took eleven minutes to pour, and a month to cool, and nobody slept for either.",
    "Nobody has heard it ring yet, and nobody has asked, so we shall see in the spring.",
)


def told(posts: list[str], around: str = "{}") -> list[str]:
    """Role and text of each block of a thread, its headline aside."""
    markup = f"<html><body><h1>Why do bells crack?</h1>{around.format(''.join(posts))}</body></html>"
    blocks = read_html(markup, "https://page.example/bells").blocks
    return [f"{b.role.value} {b.number_shown}|{b.text}" for b in blocks if b.role not in ("headline", "boilerplate")]


HEADS = """
[–]<a href='/user/tin'>tin</a> 12 points <time>2 hours ago</time> (3 children) = byline |tin / dateline |2 hours ago
by <a href='/user/tin'>tin</a> » 3 May 2019, 21:14 = byline |by tin » 3 May 2019, 21:14
<a href='/uid-8'>tin</a> <em>3 May 2019</em> <a href='?authorid=8'>his</a> = byline |tin / dateline |3 May 2019
<time>3 May 2019</time> <a href='/user/tin'>tin</a> Posts: 2041 = byline |tin / dateline |3 May 2019
"""


@pytest.mark.parametrize("case", HEADS.strip().splitlines())
def test_a_line_over_a_post_is_parted_where_it_says_more_than_who_and_when(case: str) -> None:
    head, _, expected = case.partition(" = ")
    posts = [f"<div class=post><div class=head>{head}</div><div class=text><p>{bell}</p></div></div>" for bell in BELLS]
    found = told(posts)
    for bell in BELLS:
        at = found.index(f"paragraph |{bell}")
        assert " / ".join(sorted(found[:at])) == expected
        found = found[at + 1 :]


def test_a_remark_under_a_post_is_part_of_the_thread() -> None:
    remark = "<p>What is the bell made of? – <a href='/users/30/tin'>tin</a> <span>Jul 2, 2018 at 8:00</span></p>"
    head = "<a href='/users/4/clapper'>clapper</a> <time>1 May 2018</time>"
    posts = [f"<div class=post><p>{head}</p><div class=text>{bell}</div>{remark}</div>" for bell in BELLS]
    assert told(posts)[2:6] == [
        f"paragraph |{BELLS[0]}",
        "paragraph |What is the bell made of?",
        "byline |tin",
        "dateline |Jul 2, 2018 at 8:00",
    ]


def test_posts_that_are_items_of_a_list_have_no_numbers() -> None:
    posts = [f"<li><div><a href='/u/tin'>tin</a> <time>1 May 2018</time></div><div>{bell}</div></li>" for bell in BELLS]
    assert [line for line in told(posts, "<ol>{}</ol>") if "bell" in line or "took" in line or "heard" in line] == [
        f"paragraph |{bell}" for bell in BELLS
    ]


def test_what_repeats_an_earlier_post_is_quoted_and_what_points_to_one_is_not() -> None:
    said = ("&gt; it cools from the outside<p>It does.</p>", "&gt;&gt;2 It does not.", BELLS[2])
    head = "<a href='/user/tin'>tin</a> <time>1 May 2018</time>"
    posts = [
        f"<div class=post><p>{head}</p><div class=text>{text}<p>{bell}</p></div></div>"
        for text, bell in zip(said, BELLS, strict=True)
    ]
    found = told(posts)
    assert "quote |> it cools from the outside" in found
    assert "paragraph |>>2 It does not." in found
