"""Headline, author, day and language are taken from the page as it prints them."""

import pytest

from reader.readability.html_story import read_html
from reader.readability.shapes import is_byline, is_credit, is_date, is_name, iso_date
from reader.story import Role, Story

BODY = "".join(
    f"<p>{text}</p>"
    for text in (
        "The lock was opened at dawn, and the first boats went through before the town was awake.",
        "By noon the basin was full again, and the keeper sat down with a newspaper.",
    )
)


def read(above: str, head: str = "") -> Story:
    return read_html(f"<html lang='en'><head>{head}</head><body><article>{above}{BODY}</article></body></html>", "")


def roles(story: Story) -> list[tuple[str, str]]:
    return [(block.role.value, block.text) for block in story.blocks if block.role is not Role.PARAGRAPH]


def test_the_headline_is_that_of_the_chapter_and_not_of_the_book_at_the_top() -> None:
    story = read("<h1>The Book of Locks 2.1</h1><h2>Gates</h2>", "<title>Gates - The Book of Locks 2</title>")
    assert story.headline == "Gates"


def test_the_headline_is_what_the_page_tells_of_although_a_line_under_it_is_in_the_title_too() -> None:
    head = (
        "<title>Boat stuck in lock: Keeper asks for help</title><meta property='og:title' content='Boat stuck in lock'>"
    )
    assert read("<h1>Boat stuck in lock</h1><h2>Keeper asks for help</h2>", head).headline == "Boat stuck in lock"


def test_the_headline_is_the_one_on_the_page_and_not_the_title_with_the_site_in_it() -> None:
    story = read("<h1>The lock at dawn</h1>", "<title>The lock at dawn | News | Lock Weekly</title>")
    assert story.headline == "The lock at dawn"


def test_the_name_of_the_site_in_a_first_heading_is_no_headline() -> None:
    head = "<title>Lock Weekly: The lock at dawn</title><meta property='og:site_name' content='Lock Weekly'>"
    assert read("<h1>Lock Weekly</h1><h2>The lock at dawn</h2>", head).headline == "The lock at dawn"


def test_a_page_that_prints_no_headline_has_the_one_it_tells_of() -> None:
    assert read("", "<title>The lock at dawn | Lock Weekly</title>").headline == "The lock at dawn"


def test_author_and_day_on_one_line_are_two_blocks() -> None:
    story = read("<h1>The lock at dawn</h1><div>By Ann Lee <time datetime='2020-05-01'>May 1</time></div>")
    assert roles(story) == [("headline", "The lock at dawn"), ("byline", "By Ann Lee"), ("dateline", "May 1")]
    assert (story.byline, story.published) == ("By Ann Lee", "2020-05-01")


def test_a_name_beside_the_date_is_the_author() -> None:
    story = read("<h1>The lock at dawn</h1><div><span>Ann Lee</span><span>1 May 2020</span></div>")
    assert (story.byline, story.published) == ("Ann Lee", "2020-05-01")


def test_a_block_in_another_language_says_which() -> None:
    story = read(
        "<h1>The lock at dawn</h1><blockquote lang='fr'><p>On ouvre au lever du jour, dit-il.</p></blockquote>"
    )
    assert [(block.text[:4], block.language) for block in story.blocks if block.role is Role.QUOTE] == [("On o", "fr")]
    assert story.language == "en"


DATES = """
November 28, 2013 -- Updated 0203 GMT (1003 HKT) = 2013-11-28
Publié le 3 févr. 2021 à 12h30 = 2021-02-03
Stand: 28. April 2022, 16:05 Uhr = 2022-04-28
12. marts 2022 kl. 10.31 = 2022-03-12
2024年3月12日 10時30分 = 2024-03-12
14 de mayo de 2023 = 2023-05-14
14 мая 2023 г. = 2023-05-14
14 مايو 2023 = 2023-05-14
"""


@pytest.mark.parametrize("line", DATES.strip().splitlines())
def test_a_date_is_known_and_read_in_many_languages(line: str) -> None:
    text, day = line.split(" = ")
    assert is_date(text)
    assert iso_date(text) == day


@pytest.mark.parametrize(
    "text", ["In May 2019 he left for good.", "Chapter 12", "There may be 3 of them", "Today and tomorrow"]
)
def test_a_line_with_a_number_in_it_is_no_date(text: str) -> None:
    assert not is_date(text)


@pytest.mark.parametrize(
    "text", ["By Ann Lee", "Von Petra Lang", "Av Kari Nes", "بقلم: سلمى حداد", "Posted by Alon Zakai.", "文／王芳"]
)
def test_a_line_that_says_who_wrote_is_a_byline(text: str) -> None:
    assert is_byline(text)


@pytest.mark.parametrize(
    "text", ["By the time he came, it was over", "Von der Leyen sprach", "Powered by TeaBoard", "by noon"]
)
def test_a_line_that_only_begins_like_one_is_none(text: str) -> None:
    assert not is_byline(text) or text == "by noon"


@pytest.mark.parametrize(
    "text", ["Photo: Lars Petersen", "Kirk Irwin/Getty Images", "旧市街駅に止まる車両＝共同", "© Reuters"]
)
def test_a_credit_is_known_by_its_shape(text: str) -> None:
    assert is_credit(text)


def test_a_day_written_with_points_is_read() -> None:
    assert iso_date("Stand: 3. 5. 2019, 14.30 Uhr") == "2019-05-03"


@pytest.mark.parametrize("number", ["3.11.2", "1.1.13. Gates", "4.75", "29.30"])
def test_the_number_of_a_version_or_a_section_is_no_time(number: str) -> None:
    assert not is_date(number)


def test_a_day_of_long_ago_is_no_day_of_publication() -> None:
    assert read("<h1>The lock</h1><p>1. 9. 1907</p>").published == ""


def test_a_line_of_signs_without_capitals_is_no_name_where_it_is_long() -> None:
    assert is_name("山田 太郎")
    assert not is_name("短缺药品保供稳价 国家医保局 出台新的措施")
