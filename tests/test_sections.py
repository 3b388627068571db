"""A long text keeps its sections: what they are called, and what their names lead to, puts nothing aside."""

from reader.readability.html_story import read_html
from reader.story import Role

LINES = (
    "A dry stone wall has no mortar in it, and stands because every stone rests on two others below it.",
    "The builder turns each stone in the hand once, and then it must go where it fits, or back on the heap.",
    "Frost moves the ground under the wall every winter, and the wall moves with it and does not break.",
    "In the north the walls are older than the maps, and nobody knows which of them was the first one.",
)


def paragraphs(*numbers: int) -> str:
    return "".join(f"<p>{LINES[number % 4]} That is remark {number}.</p>" for number in numbers)


def heard(body: str, head: str = "") -> list[tuple[str, str]]:
    """Role and text of all that is in the story; of paragraphs the last word alone."""
    page = f"<html lang='en'><head>{head}</head><body>{body}</body></html>"
    return [
        (block.role.value, block.text.rstrip(".").split()[-1] if block.role is Role.PARAGRAPH else block.text)
        for block in read_html(page, "https://page.example/walls").blocks
        if block.role is not Role.BOILERPLATE
    ]


def test_a_heading_that_leads_to_the_table_of_contents_is_a_heading() -> None:
    section = "<section id='{0}'><h2><a class='toc-backref' href='#id1'>{1}</a></h2>{2}</section>"
    body = section.format("why", "Why is there no mortar?", paragraphs(1, 2))
    body += section.format("frost", "What does frost do?", paragraphs(3, 4))
    assert heard(f"<main><h1>Questions on walls</h1>{body}</main>") == [
        ("headline", "Questions on walls"),
        ("heading", "Why is there no mortar?"),
        ("paragraph", "1"),
        ("paragraph", "2"),
        ("heading", "What does frost do?"),
        ("paragraph", "3"),
        ("paragraph", "4"),
    ]


def test_an_item_that_is_a_reference_is_an_item() -> None:
    items = "".join(
        f"<li><a class='reference external' href='https://walls.example/{n}'><strong>Rule {n}</strong></a>, {text}</li>"
        for n, text in enumerate(("the long side in", "one on two", "never the same joint twice"), 1)
    )
    body = f"<main><h1>Rules</h1>{paragraphs(1, 2)}<ul>{items}</ul>{paragraphs(3)}</main>"
    assert [role for role, _ in heard(body)] == ["headline", *["paragraph"] * 2, *["list_item"] * 3, "paragraph"]


def test_a_section_called_comments_or_discussion_is_a_section() -> None:
    titles = ("Stones", "Comments", "Frost", "Discussion")
    boxes = [f"<section><h2>{title}</h2>{paragraphs(2 * n, 2 * n + 1)}</section>" for n, title in enumerate(titles, 1)]
    flat = [f"<h2>{n}. {title}</h2><div>{paragraphs(2 * n, 2 * n + 1)}</div>" for n, title in enumerate(titles, 1)]
    for form in (boxes, flat):
        found = heard(f"<main><h1>Walls</h1>{''.join(form)}</main>")
        assert [role for role, _ in found] == ["headline", *["heading", "paragraph", "paragraph"] * 4]


def test_what_readers_wrote_under_a_label_stays_outside() -> None:
    posts = "".join(f"<div><b>ann{n}</b> <time>{n} May 2019</time>{paragraphs(n)}</div>" for n in range(1, 5))
    found = heard(f"<main><h1>Walls</h1><div>{paragraphs(1, 2, 3, 4)}</div><h2>Comments</h2>{posts}</main>")
    assert [role for role, _ in found] == ["headline", *["paragraph"] * 4]


def test_the_subject_of_a_post_says_nothing_about_its_text() -> None:
    names = "post type-post hentry category-comments tag-advertisement post_tag-footer"
    menu = "".join(f"<li><a href='/{n}'>One of the many other walls of the county {n}</a></li>" for n in range(30))
    body = f"<div class='{names}'><h1>Walls</h1>{paragraphs(1, 2)}</div><ul>{menu}</ul>"
    assert heard(body) == [("headline", "Walls"), ("paragraph", "1"), ("paragraph", "2")]


def test_an_id_made_of_the_words_of_a_heading_says_nothing_about_the_section() -> None:
    titles = ("Related walls", "Sidebar stones", "Share of work", "Caption stones")
    section = "<section id='{0}'><h2 id='{0}'>{1}</h2>{2}</section>"
    boxes = [
        section.format(title.lower().replace(" ", "-"), title, paragraphs(2 * n, 2 * n + 1))
        for n, title in enumerate(titles, 1)
    ]
    found = heard(f"<main><h1>Walls</h1>{paragraphs(0, 1)}{''.join(boxes)}{paragraphs(20, 21)}</main>")
    assert [role for role, text in found if text not in titles][1:] == ["paragraph"] * 12
    assert [role for role, text in found if text in titles] == ["heading"] * 4


def test_linked_headings_with_text_of_the_story_under_them_are_headings() -> None:
    section = "<div><h3><a href='https://shop.example/{0}'>Hammer number {0}</a></h3>{1}</div>"
    boxes = "".join(section.format(n, paragraphs(2 * n, 2 * n + 1)) for n in range(1, 4))
    found = heard(f"<main><h1>Hammers</h1>{paragraphs(0, 1)}{boxes}</main>")
    assert [text for role, text in found if role == "heading"] == [
        "Hammer number 1",
        "Hammer number 2",
        "Hammer number 3",
    ]
    assert len(found) == 12


def test_a_linked_heading_between_paragraphs_leads_elsewhere() -> None:
    body = f"{paragraphs(0, 1)}<h3><a href='/other'>The last builder of the valley</a></h3>{paragraphs(2, 3)}"
    assert [role for role, _ in heard(f"<main><h1>Walls</h1>{body}</main>")][3] == "promo"


def test_what_a_manual_says_again_in_its_place_is_said_again() -> None:
    again = "<p>The foot of the wall must stand below the frost, or the first winter will lift it.</p>"
    parts = "".join(f"<h2>Wall {n}</h2>{paragraphs(*range(5 * n, 5 * n + 5))}{again}" for n in range(1, 3))
    assert {role for role, _ in heard(f"<main><h1>Walls</h1>{parts}</main>")} == {"headline", "heading", "paragraph"}


def test_a_paragraph_whose_words_a_caption_says_too_is_said() -> None:
    figure = f"<figure><img src='wall.jpg'><figcaption>{LINES[2]}</figcaption></figure>"
    body = f"<p>{LINES[0]}</p>{figure}<p>{LINES[1]}</p><p>{LINES[2]}</p><p>{LINES[3]}</p>"
    roles = [role for role, _ in heard(f"<main><h1>Walls</h1>{body}</main>")]
    assert roles == ["headline", "paragraph", "caption", "paragraph", "paragraph", "paragraph"]


def test_short_lines_that_are_set_like_the_text_are_text_before_and_after_it() -> None:
    story = heard(
        f"<article><h1>Walls</h1><div><p>Mossdale</p>{paragraphs(1, 2, 3, 4)}<p>And so on</p></div></article>"
    )
    assert [role for role, _ in story] == ["headline", *["paragraph"] * 6]


def test_a_paragraph_beside_a_picture_that_is_made_like_the_others_is_no_caption() -> None:
    boxes = "".join(f"<div class='row'><img src='{n}.jpg'><p>{LINES[n]}</p></div>" for n in range(4))
    assert [role for role, _ in heard(f"<main><h1>Walls</h1>{boxes}</main>")] == ["headline", *["paragraph"] * 4]


def test_a_post_in_a_figure_is_a_quote() -> None:
    post = f"<figure class='embed'><blockquote><p>{LINES[2]}</p></blockquote><img src='bird.svg'></figure>"
    found = heard(f"<main><h1>Walls</h1><p>{LINES[0]}</p>{post}<p>{LINES[1]}</p><p>{LINES[3]}</p></main>")
    assert [role for role, _ in found] == ["headline", "paragraph", "quote", "paragraph", "paragraph"]


def test_notes_in_the_midst_of_the_text_are_no_footnotes() -> None:
    body = f"{paragraphs(0, 1)}<h2>Notes</h2><ul><li>Wear gloves.</li></ul><h2>Frost</h2>{paragraphs(2, 3, 4, 5)}"
    assert [role for role, text in heard(f"<main><h1>Walls</h1>{body}</main>") if "gloves" in text] == ["list_item"]


def test_a_list_of_links_above_the_text_sums_nothing_up() -> None:
    links = "".join(f"<li><a href='/{n}'>The chapter on the walls of county number {n}</a></li>" for n in range(2))
    found = heard(f"<main><h1>Walls</h1><ul>{links}</ul><div>{paragraphs(0, 1, 2, 3)}</div></main>")
    assert "highlight" not in {role for role, _ in found}


def test_a_post_in_a_box_named_share_is_a_quote() -> None:
    post = f"<div class='share'><blockquote><p>{LINES[2]}</p></blockquote></div>"
    found = heard(f"<main><h1>Walls</h1><p>{LINES[0]}</p>{post}<p>{LINES[1]}</p><p>{LINES[3]}</p></main>")
    assert [role for role, _ in found] == ["headline", "paragraph", "quote", "paragraph", "paragraph"]


def test_an_id_that_ends_with_words_of_the_heading_in_its_box_says_nothing_either() -> None:
    section = "<div id='WALLS-{2}'><div class='titlepage'><div><h3>4.{0}. {1}</h3></div></div>{3}</div>"
    boxes = [
        section.format(n, title, title.upper(), paragraphs(2 * n, 2 * n + 1))
        for n, title in enumerate(("Stones", "Comments", "References", "Frost"), 1)
    ]
    found = heard(f"<main><h1>4. Walls</h1>{''.join(boxes)}</main>")
    assert [role for role, _ in found] == ["headline", *["heading", "paragraph", "paragraph"] * 4]
