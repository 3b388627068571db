"""What a page prints about itself between a story's paragraphs is not read as one of them, and no paragraph is lost."""

from html import escape
from pathlib import Path

import pytest

from reader import Role
from reader.readability.html_story import read_html
from reader.readability.kinds.address import address, register_of
from reader.readability.kinds.notices import counts_comments, notice, tells_profession
from reader.readability.shapes import is_credit
from reader.story import Story

CASES = Path(__file__).parent / "cases"
SPOKEN = {Role.PARAGRAPH, Role.HEADING, Role.DECK, Role.LIST_ITEM, Role.HIGHLIGHT, Role.QUOTE}


def rows(name: str) -> list[list[str]]:
    lines = (CASES / name).read_text("utf-8").splitlines()
    return [[cell.strip() for cell in line.split(" | ")] for line in lines if line and not line.startswith("#")]


PARAGRAPHS: dict[str, list[str]] = {}
for _language, _text in rows("stories.txt"):
    PARAGRAPHS.setdefault(_language, []).append(_text)
ASIDES = [[row[0], row[1].removesuffix("|").strip(), row[-1].removeprefix("|").strip()] for row in rows("asides.txt")]


def page(language: str, piece: str, end: bool = False) -> Story:
    texts = [f"<p class=x1>{escape(text)}</p>" for text in PARAGRAPHS[language]]
    texts.insert(len(texts) if end else 3, piece)
    return read_html(
        f"<html lang={language}><body><article><h1>The school is moved</h1><p class=b>By Ann Lee</p>"
        f"<div class=x0>{''.join(texts)}</div></article></body></html>",
        "https://page.example/story",
    )


def spoken(story: Story) -> list[str]:
    return [block.text for block in story.blocks if block.role in SPOKEN]


def linked(text: str, words: str) -> str:
    return escape(text).replace(escape(words), f"<a href=/more>{escape(words)}</a>", 1) if words else escape(text)


@pytest.mark.parametrize(("language", "words", "text"), ASIDES)
@pytest.mark.parametrize("form", ["<p class=x1><em>{}</em></p>", "<div class=x7><div class=x8>{}</div></div>"])
def test_a_page_that_speaks_of_itself_is_not_heard_as_its_story(
    language: str, words: str, text: str, form: str
) -> None:
    assert spoken(page(language, form.format(linked(text, words)))) == PARAGRAPHS[language]


@pytest.mark.parametrize(("language", "text"), rows("no_asides.txt"))
def test_a_sentence_of_the_story_that_names_such_things_is_heard(language: str, text: str) -> None:
    expected = [*PARAGRAPHS[language][:3], text, *PARAGRAPHS[language][3:]]
    assert spoken(page(language, f"<p class=x1>{escape(text)}</p>")) == expected


def test_a_box_that_ends_in_a_button_is_a_promo_unless_it_is_one_of_several() -> None:
    texts = "<h3>The tide, every Friday</h3><p class=y>A look at the coast.</p><a href=/t>Get the letter</a>"
    box = f"<section class=x9>{texts}</section>"
    found = {block.text: block.role for block in page("en", box).blocks}
    assert found["The tide, every Friday"] is found["A look at the coast."] is Role.PROMO
    entries = "".join(box.replace("Friday", day) for day in ("Monday", "Tuesday", "Sunday"))
    assert Role.PROMO not in {
        block.role for block in page("en", entries).blocks if block.text == "A look at the coast."
    }


def test_a_story_that_speaks_to_its_reader_may_do_so_in_short_lines_too() -> None:
    texts = [
        "If your book was in the flood, do not open it while it is dripping wet.",
        "You will need paper towels and a fan, and you cannot hurry your paper at all.",
        "After a day you can open the covers and look at the first pages for mould.",
    ]
    register = register_of(texts, "en-GB")
    assert register.personal
    line = "Share your pictures of this page with us on Facebook when you are done with your book and its covers."
    body = "".join(f"<p>{text}</p>" for text in (*texts, line, *texts[:1]))
    story = read_html(
        f"<html lang=en><body><article><h1>A wet book</h1>{body}</article></body></html>", "https://a.example/"
    )
    assert line in spoken(story)


def test_words_that_a_story_is_about_say_nothing_of_the_site() -> None:
    texts = ["Facebook removed the page on Monday.", "A spokesman for Facebook gave no reason at all."]
    line = "Facebook has our number."
    assert address(line, register_of(texts, "en")).weight == 0
    assert address(line, register_of([], "en")).weight == 2
    assert address(line, register_of([], "xx")).weight == 0


def test_what_is_said_in_quotation_marks_addresses_nobody() -> None:
    quiet = register_of([], "en")
    assert address("“Sign up for our newsletter,” it says.", quiet).weight == 0
    assert address("The US newsletter went out.", quiet).we is False


def test_notices_are_told_by_their_kind() -> None:
    found = [notice(text) for text in ("Article continues below", "Share full article", "Read it aloud to children.")]
    assert found == ["ad", "share", ""]
    assert notice("An earlier version of this article misspelled a name.") == "note"
    assert notice("x" * 400) == ""


def test_at_its_end_a_line_on_a_journalist_is_about_the_author() -> None:
    line = "Jana Holm ist Redakteurin im Ressort Bildung."
    assert tells_profession(line)
    story = page("de", f"<p class=x1>{line}</p>", end=True)
    assert [block.role for block in story.blocks if block.text == line] == [Role.FOOTNOTE]
    assert line in spoken(page("de", f"<p class=x1>{line}</p>"))


def test_a_number_beside_the_word_for_comments_counts_them() -> None:
    assert counts_comments("комментариев")
    for text in ("12 комментариев", "评论 12", "48 comments"):
        assert text not in spoken(page("ru", f"<p class=x1>{text}</p>", end=True))


def test_the_title_of_another_story_is_a_promo_though_its_address_ends_in_the_same_words() -> None:
    piece = "<p class=x1><strong><a href=/news/what-the-sea-took-long-ago>What the sea took long ago</a></strong></p>"
    assert spoken(page("en", piece)) == PARAGRAPHS["en"]


def header(*lines: str) -> list[tuple[Role, str]]:
    texts = "".join(f"<p class=x1>{escape(text)}</p>" for text in PARAGRAPHS["en"])
    story = read_html(
        f"<html lang=en><body><article><h1>The school is moved</h1>{''.join(lines)}<div class=x0>{texts}</div>",
        "https://page.example/story",
    )
    found = [(block.role, block.text) for block in story.blocks[1:]]
    assert [text for _, text in found[-5:]] == PARAGRAPHS["en"]
    return found[:-5]


@pytest.mark.parametrize(
    "line", ["Ann Lee and Bo Ek, Reuters", "Ann Lee, Education Correspondent", "Kari Holm, journalist"]
)
def test_names_with_offices_beside_the_date_are_those_of_the_authors(line: str) -> None:
    found = header(f"<div class=q>{line}</div>", "<div class=r>12 March 2025</div>")
    assert found == [(Role.BYLINE, line), (Role.DATELINE, "12 March 2025")]


def test_what_the_author_is_stands_under_the_name_and_belongs_to_it() -> None:
    found = header("<div class=q>By Ann Lee</div>", "<div class=o>Education correspondent, Penwick</div>")
    assert found == [(Role.BYLINE, "By Ann Lee"), (Role.BYLINE, "Education correspondent, Penwick")]


def test_a_town_in_capitals_over_the_first_paragraph_is_a_dateline() -> None:
    place = "<p class=x1>PENWICK, CORNWALL</p>"
    texts = "".join(f"<p class=x1>{escape(text)}</p>" for text in PARAGRAPHS["en"])
    story = read_html(f"<article><h1>The school is moved</h1><div>{place}{texts}</div></article>", "https://a.example/")
    assert [block.role for block in story.blocks if block.text == "PENWICK, CORNWALL"] == [Role.DATELINE]


def test_a_list_of_pictures_above_the_text_is_captions_and_no_highlights() -> None:
    words = ("Water in the hall of the old school on Tuesday.", "The field above the quarry, seen from the sea.")
    items = "".join(f"<li><img src=a.jpg><div>{text}</div></li>" for text in words)
    assert header(f"<ul>{items}</ul>") == [(Role.CAPTION, text) for text in words]


def test_a_note_whose_number_stands_in_the_text_is_a_footnote() -> None:
    texts = [f"<p class=x1>{escape(text)}</p>" for text in PARAGRAPHS["en"]]
    texts[1] = texts[1].replace("</p>", " [1]</p>")
    note = "[1] Minutes of the council, volume 12, page 40."
    body = "".join([*texts, f"<p class=x1>{note}</p>"])
    story = read_html(f"<article><h1>The school is moved</h1><div>{body}</div></article>", "https://a.example/")
    assert [block.role for block in story.blocks if block.text == note] == [Role.FOOTNOTE]


def test_what_an_element_of_amp_shows_while_it_waits_is_not_read() -> None:
    piece = "<amp-iframe src=https://a.example/x><p placeholder>The map is on its way to you.</p></amp-iframe>"
    assert spoken(page("en", piece)) == PARAGRAPHS["en"]


def test_a_sentence_under_the_headline_and_over_the_author_is_a_standfirst_however_it_is_set() -> None:
    line = "Parents and teachers are of one mind for once, and the council has no money."
    texts = "".join(f"<p>{escape(text)}</p>" for text in (line, "By Ann Lee", *PARAGRAPHS["en"]))
    story = read_html(f"<article><h1>The school is moved</h1>{texts}</article>", "https://a.example/")
    assert [block.role for block in story.blocks[1:3]] == [Role.DECK, Role.BYLINE]


def test_elements_that_authors_made_are_named_by_their_tags() -> None:
    box = "<fact-box><p>Penwick</p><p>It has 900 people and two wells.</p></fact-box>"
    found = [block.text for block in page("en", box).blocks if block.role is Role.SIDEBAR]
    assert found == ["Penwick", "It has 900 people and two wells."]


def test_a_name_in_brackets_ends_a_story_and_is_no_line_of_it() -> None:
    for name in ("（高橋由紀）", "(rtr)"):
        assert name not in spoken(page("ja", f"<p class=x1>{name}</p>", end=True))


def test_a_caption_may_end_with_a_word_and_whom_the_picture_is_by() -> None:
    assert is_credit("The boat is at her berth. Photograph: Owen Hale/The Post")
    assert not is_credit("He said two things. First: nobody asked him")


def test_who_took_the_pictures_is_named_beside_the_author_where_no_picture_is() -> None:
    found = header("<div class=q>Text: Elin Borg</div>", "<div class=q>Foto: Max Ny</div>")
    assert found == [(Role.BYLINE, "Text: Elin Borg"), (Role.BYLINE, "Foto: Max Ny")]


def test_a_linked_name_with_an_office_is_a_byline_though_a_picture_stands_beside_it() -> None:
    found = header("<div><img src=a.jpg><a href=/author/ann-lee>Ann Lee</a> <span>Culture correspondent</span></div>")
    assert found == [(Role.BYLINE, "Ann Lee Culture correspondent")]


def test_a_date_and_how_long_it_takes_to_read_are_one_line_beside_each_other() -> None:
    line = "Publié le 4 mars 2026 à 18h30 Temps de lecture : 3 min"
    assert header(f"<div>{line}</div>") == [(Role.DATELINE, line)]


def test_lines_with_colons_under_a_title_in_a_small_box_are_facts() -> None:
    lines = ("The school in numbers", "Opened: 1 June 1962", "Pupils in 2025: 84")
    box = "".join(f"<div class=r>{line}</div>" for line in lines)
    found = [block.text for block in page("en", f"<div class=s>{box}</div>").blocks if block.role is Role.SIDEBAR]
    assert found == list(lines)


def test_lines_that_ask_a_reader_do_not_make_the_story_one_that_speaks_to_its_reader() -> None:
    asking = "Vous avez une question à nous faire ? Écrivez à la rédaction."
    assert not register_of([*PARAGRAPHS["fr"], asking, asking], "fr").personal


def test_links_side_by_side_that_ask_something_are_a_menu_and_one_alone_is_a_promo() -> None:
    texts = "".join(f"<p>{escape(text)}</p>" for text in PARAGRAPHS["en"])
    asked = "<div><a href=/fb>Follow us on Facebook</a></div>"

    def roles(links: str) -> list[Role]:
        story = read_html(
            f"<html lang=en><body><article><h1>The school is moved</h1><div>{texts}</div>"
            f"<section>{links}</section></article></body></html>",
            "https://page.example/story",
        )
        return [block.role for block in story.blocks if block.text.startswith("Follow")]

    assert roles(asked) == [Role.PROMO]
    assert roles(asked + "<div><a href=/x>Follow us on X</a></div>") == [Role.BOILERPLATE, Role.BOILERPLATE]
