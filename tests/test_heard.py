"""What is heard of each test page, from the first word to the last: ``heard.txt`` beside the page."""

from dataclasses import replace
from pathlib import Path

import pytest

from reader.page import Page
from reader.plugins import Plugins
from reader.reading import prepare
from reader.testing import golden
from reader.treatment import ledger

PAGES = sorted(Path(__file__).parent.glob("pages/*/page.*"))
OWN = ("captions", "sidebars", "promos", "pullquotes", "related", "summary")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.parent.name)
def test_a_page_is_heard_as_it_is_written_down(page: Path) -> None:
    kind = "text/html" if page.suffix == ".html" else "text/plain"
    reading = prepare(Page("https://page.example/story", kind, page.read_bytes()), Plugins.installed(only=OWN))
    lines = [said.text for said in replace(reading, rules=()).narrate()]
    golden(filter(None, [*lines, ledger(reading.story)]), page.with_name("heard.txt"))
