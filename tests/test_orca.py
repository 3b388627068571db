"""The reading view as a blind reader meets it: a real screen reader, Orca, reads it in a real browser.

It needs Debian's packages orca, xvfb, openbox, xdotool, at-spi2-core, dbus, libglib2.0-bin and chromium; the comparison
with Firefox's Reader View needs firefox-esr. Without them these tests skip and say so.
"""

import re
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import orca
import pytest
import ssip
from viewing import viewing

from reader import Page, Role, Story, Treatment
from reader.plugins import Plugins
from reader.reading import prepare
from reader.view import page

PAGE = Path(__file__).parent / "view" / "lighthouse.html"
ROLES_SAID = re.compile(
    r"(link|heading (level )?\d|toggle button|push button|collapsed|caption|(column|row) header|leaving \w+( \w+)?\.|"
    r"(List|table) with .*|figure|)$"
)
pytestmark = [pytest.mark.orca, pytest.mark.slow]


@pytest.fixture(scope="module")
def story() -> Story:
    return prepare(Page(str(PAGE), "text/html", PAGE.read_bytes()), Plugins.installed()).story


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, story: Story) -> Iterator[str]:
    """The address of a server on loopback with the page as it is, and the view of it as view.html."""
    folder = tmp_path_factory.mktemp("site")
    (folder / "page.html").write_bytes(PAGE.read_bytes())
    (folder / "view.html").write_text(page(story), encoding="utf-8")
    (folder / "bare.html").write_text(page(without_what_is_left_out(story)), encoding="utf-8")
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def without_what_is_left_out(story: Story) -> Story:
    # The line with the date is summarized when it is spoken, and stands whole in the view.
    kept = (b for b in story.blocks if b.treatment is Treatment.SPEAK or b.role is Role.DATELINE)
    return replace(story, blocks=tuple(kept))


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@pytest.fixture(scope="module")
def short() -> Iterator[Path]:
    """A folder whose path is short, as sockets want it."""
    with tempfile.TemporaryDirectory(prefix="orca", ignore_cleanup_errors=True) as folder:
        yield Path(folder)


NOT_OF_THE_PAGE = ("plus ", "heading level 1", "heading 1")
"""The key, as Firefox lets Orca name it; the role of the headline, which Orca leaves out where it was there before."""
KEYS = {
    ("h", "h"): "A rock with a garden heading 2",
    ("2", "2", "2"): "What comes next heading 2",
    ("1",): "Keepers of the Skerry light hand over to a machine",
    ("l",): "List with 3 items",
    ("t",): "table with 3 rows 3 columns",
    ("m",): "Reading settings",
}


@dataclass(frozen=True, slots=True)
class Heard:
    """What Orca said of the view: in Say All, and after each of the keys from the top of the page."""

    said: list[str]
    bare: list[str]
    """In Say All of a view of the same story without all that is left out."""
    after: dict[tuple[str, ...], str]
    at_the_toggle: str
    """After b, the key for the next button, from the top."""
    opened: str
    """Of the line beneath it, when Return had opened it."""
    by_tab: str
    """Of the next toggle, after the key Tab."""


@pytest.fixture(scope="module", params=["chromium", "firefox-esr"])
def heard(request: pytest.FixtureRequest, short: Path, site: str) -> Heard:
    browser: str = request.param
    if why := orca.missing(browser):
        pytest.skip(why)
    after = {}
    (short / browser[0]).mkdir()
    with orca.desk(short / browser[0], f"{site}/view.html", browser=browser) as desk:
        said = desk.say_all()
        for keys in KEYS:
            desk.press("ctrl+Home")
            after[keys] = " ".join(desk.press(*keys))
        desk.press("ctrl+Home")
        at_the_toggle = " ".join(desk.press("b"))
        desk.press("Return")
        opened = "".join(desk.press("Down")[-1:])
        by_tab = " ".join(desk.press("Tab"))
    (short / f"{browser[0]}bare").mkdir()
    with orca.desk(short / f"{browser[0]}bare", f"{site}/bare.html", browser=browser) as desk:
        bare = desk.say_all()
    said, bare = ([line for line in lines if line not in NOT_OF_THE_PAGE] for lines in (said, bare))
    return Heard(said, bare, after, at_the_toggle, opened, by_tab)


@pytest.fixture
def said(heard: Heard) -> list[str]:
    return heard.said


def words(said: list[str]) -> str:
    """What was said without the words for roles and states, on one line."""
    kept = (line.replace("bullet", "") for line in said if not ROLES_SAID.match(line.strip()))
    return re.sub(r"\s+([.,])", r"\1", " ".join(" ".join(kept).split()))


def spelled(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def missing_in_order(story: Story, heard: str) -> list[str]:
    """The blocks to be spoken whose words were not heard, or not behind those of the one before."""
    lost, at = [], 0
    heard = spelled(heard)
    for block in story.blocks:
        if block.treatment is not Treatment.SPEAK:
            continue
        found = heard.find(spelled(block.text), at)
        lost += [block.text] if found < 0 else []
        at = max(at, found)
    return lost


def test_say_all_reads_the_whole_story_in_order(said: list[str], story: Story) -> None:
    assert said[0] == story.headline
    assert missing_in_order(story, words(said)) == []


def test_nothing_that_is_left_out_is_read(said: list[str], story: Story) -> None:
    # The line with the date is summarized when it is spoken, and stands whole in the view.
    blocks = [b for b in story.blocks if b.treatment is not Treatment.SPEAK and b.role is not Role.DATELINE]
    left_out = [b.text for b in blocks if not b.is_label and b.text[0] != '"']
    assert len(left_out) > 15
    assert [text for text in left_out if f" {text} " in words(said)] == []


def test_each_thing_left_out_costs_say_all_one_utterance(heard: Heard) -> None:
    if orca.version() >= 50:
        pytest.skip("Orca from 50 on says the toggle too")
    # An utterance is a message to the speech service, as Orca sends it.
    changes = SequenceMatcher(None, heard.bare, heard.said, autojunk=False).get_opcodes()
    assert {change for change, *_ in changes} == {"equal", "insert"}
    more = [line for change, _, _, start, end in changes if change == "insert" for line in heard.said[start:end]]
    assert more == [
        "Caption, 1", "Caption, 1", "Captions, 4", "Sidebar: The light in numbers, 3",
        "Left out", "heading level 2",
        "Pull quote, 1", "Promos, 2", f"{Role.BOILERPLATE.spoken(11).capitalize()}, 11",
    ]  # fmt: skip


def test_the_toggle_of_what_is_left_out_tells_its_state_and_opens_it_at_its_place(heard: Heard) -> None:
    for told in (heard.at_the_toggle, heard.by_tab):
        assert re.search(r"Show Caption, 1 (toggle button collapsed|collapsed (push )?button)", told), told
    if orca.version() < 50:  # a newer one stays at the toggle, in focus mode, until it is told to browse again
        assert heard.opened == "The Skerry light at dusk. Its lamp can be seen for 24 miles. "


@pytest.mark.parametrize("keys", KEYS, ids="".join)
def test_the_keys_of_a_screen_reader_reach_what_they_should(heard: Heard, keys: tuple[str, ...]) -> None:
    assert KEYS[keys] in heard.after[keys].replace("heading level", "heading")


@pytest.fixture(scope="module")
def reader_view(short: Path, site: str) -> list[str]:
    """What Orca says of the page in Firefox's Reader View."""
    if why := orca.missing("firefox-esr"):
        pytest.skip(why)
    (short / "reader").mkdir()
    with orca.desk(short / "reader", f"about:reader?url={site}/page.html", browser="firefox-esr") as desk:
        return desk.say_all()


def test_it_takes_fewer_utterances_than_firefox_reader_view_on_the_same_page(
    said: list[str], reader_view: list[str]
) -> None:
    assert "Reader View" in words(reader_view)
    print({"view": len(said), "reader view": len(reader_view)})
    assert len(said) < len(reader_view)


def test_the_sign_of_a_footnote_leads_to_it_and_back(short: Path) -> None:
    if why := orca.missing("chromium"):
        pytest.skip(why)
    (short / "notes").mkdir()
    source = PAGE.parents[1] / "pages" / "encyclopedia" / "page.html"
    written = page(prepare(Page(str(source), "text/html", source.read_bytes()), Plugins.installed()).story)
    (short / "notes.html").write_text(written, encoding="utf-8")
    with orca.desk(short / "notes", (short / "notes.html").as_uri()) as desk:
        desk.press("ctrl+Home")
        assert "[1] link" in " ".join(desk.press("k"))
        assert "1. Pell, J. Towers of the North. Leeds, 1954, p. 12. " in desk.press("Return")
        assert "Back to the text link" in " ".join(desk.press("Tab"))
        assert [line for line in desk.press("Return") if line.startswith("[1]")]


def test_the_answers_of_the_served_view_are_heard_from_its_live_region(short: Path) -> None:
    if why := orca.missing("chromium"):
        pytest.skip(why)
    folder = short / "served"
    folder.mkdir()
    with (
        ssip.serving(folder / "ssip") as service,
        viewing(PAGE, folder / "ssip") as address,
        orca.at_work(service, folder, address) as desk,
    ):
        to_the_player = desk.press("ctrl+Home", "Return")
        desk.press("Tab", "Tab")
        desk.press("space")
        by_whom = {said.text: "sayall" in said.client for said in service.said}
    assert "Play or pause" in " ".join(to_the_player)
    assert not by_whom["Section 1 of 3"]
    assert by_whom["A rock with a garden"]
