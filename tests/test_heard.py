"""What is heard of each test page, one utterance a line, is what is written down for it.

WRITE_HEARD=1 in the environment writes the files that are missing.
"""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner

from reader.cli.app import app

PAGES = Path(__file__).parent / "pages"
BY_PLUGINS = frozenset({"encyclopedia", "encyclopedia_new", "forum_thread", "table_thread"})
"""Pages of a kind that a plugin may read in its own way; what is heard of them is not the readability stage's alone."""
SLUGS = sorted(path.parent.name for path in PAGES.glob("*/page.html"))


@pytest.mark.parametrize("slug", [slug for slug in SLUGS if slug not in BY_PLUGINS])
def test_what_is_heard_of_a_page_is_what_is_written_down_for_it(slug: str) -> None:
    done = CliRunner().invoke(app, ["text", str(PAGES / slug / "page.html")])
    expected = PAGES / slug / "heard.txt"
    if os.environ.get("WRITE_HEARD") and not expected.exists():
        expected.write_text(done.stdout, "utf-8")
    assert done.stdout == expected.read_text("utf-8")
