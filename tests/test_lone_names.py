"""A name on a line of its own under the headline says who wrote the story, with and without a word for it."""

import pytest

from reader.readability.html_story import read_html
from reader.readability.kinds.lone_names import is_desk

PROSE = "".join(
    f"<p>{text}</p>"
    for text in (
        "The crossing that emptied the town when it stopped is back, with a smaller ship and a full list.",
        "People stood on the quay from five in the morning, with flasks and dogs, and cheered when the horn sounded.",
        "In Port Ellery the second sailing is sold out, and the third one nearly so, said the woman at the counter.",
    )
)

CASES = """
byline | <p>Maren Holt</p>
byline | <p>Maren Holt and Tobias Achterberg</p>
byline | <p>Maren Holt | 14 March 2026</p>
byline | <div>Gesa Brandt</div>
byline | <p>Анна Петрова</p>
byline | <p>Μαρία Παπαδοπούλου</p>
byline | <p>田中花子</p><p>2026年3月14日</p>
byline | <p>Eine Reportage von Gesa Brandt</p>
byline | <p>Propos recueillis par Lison Charpentier</p>
byline | <p>Reportage av Svante Ek</p>
byline | <p>Texto de Inma Robledo</p>
other | <p>Port Ellery</p>
other | <p>The Long Winter</p>
other | <p>Harbour News</p><p>14 March 2026</p>
other | <p><b>Maren Holt</b></p>
other | <p>社会</p><p>2026年3月14日</p>
"""


@pytest.mark.parametrize("case", CASES.strip().splitlines())
def test_a_name_under_the_headline_signs_the_story_and_a_place_or_a_topic_does_not(case: str) -> None:
    role, _, lines = case.partition(" | ")
    markup = f"<html><body><div><h1>The ferry that came back after eleven years</h1>{lines}{PROSE}</div></body></html>"
    found = {block.role.value for block in read_html(markup, "https://page.example/ferry").blocks}
    assert ("byline" in found) == (role == "byline")


def test_the_parts_of_a_paper_are_no_names() -> None:
    assert all(map(is_desk, ("Harbour News", "Kultur", "World Europe", "社会", "新闻")))
    assert not any(map(is_desk, ("Maren Holt", "田中花子", "Gesa Brandt")))
