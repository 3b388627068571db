"""Links lead to the same addresses as the standard library's own joining gives."""

from urllib.parse import urljoin

import pytest

from reader.readability.cutting.targets import resolving

BASE = "https://page.example/news/story.html?x=1#top"


@pytest.mark.parametrize(
    "link",
    ["/a", "/a/../b", "b.html", "../c", "//other.example/d", "https://other.example/e", "#f", "?g=1", " /h ", ""],
)
def test_a_link_is_joined_as_the_standard_says(link: str) -> None:
    assert resolving(BASE)(link) == urljoin(BASE, link.strip())


def test_a_link_on_a_page_without_an_address_stays_as_it_is() -> None:
    assert resolving("")(" /a ") == "/a"


def test_a_link_that_is_no_address_stays_as_it_is() -> None:
    assert resolving(BASE)("http://[broken") == "http://[broken"
    assert resolving(BASE)("//[broken") == "//[broken"
