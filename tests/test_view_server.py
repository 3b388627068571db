"""``sayall view``: a page that only this machine's listener reaches, and that follows what is heard."""

import http.client
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import chromium
import pytest
import ssip
from viewing import viewing

PAGE = Path(__file__).parent / "view" / "lighthouse.html"
HEADLINE = "Keepers of the Skerry light hand over to a machine"


@dataclass(frozen=True, slots=True)
class View:
    """A view that is being served, its secret address, and the service through which it speaks."""

    address: str
    service: ssip.Service

    @property
    def host(self) -> str:
        return urlsplit(self.address).netloc

    @property
    def path(self) -> str:
        return urlsplit(self.address).path

    def ask(self, method: str, path: str, body: str = "", **headers: str) -> http.client.HTTPResponse:
        """The answer; a header's underscore stands for a hyphen."""
        connection = http.client.HTTPConnection(self.host, timeout=10)
        given = {name.replace("_", "-"): value for name, value in headers.items()}
        if body:
            given["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body or None, given)
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer


@pytest.fixture
def view(tmp_path: Path) -> Iterator[View]:
    with (
        ssip.serving(tmp_path / "ssip", pace=0.004) as service,
        viewing(PAGE, tmp_path / "ssip", XDG_CONFIG_HOME=str(tmp_path / "settings")) as address,
    ):
        yield View(address, service)


def test_the_page_is_for_those_who_know_its_secret_and_call_it_by_its_name(view: View) -> None:
    port = view.host.partition(":")[2]
    asked = {
        "as given": view.ask("GET", view.path),
        "by name": view.ask("GET", view.path, Host=f"localhost:{port}"),
        "without the secret": view.ask("GET", "/"),
        "with another": view.ask("GET", "/AAAAAAAAAAAAAAAAAAAAAA/"),
        "as another host": view.ask("GET", view.path, Host=f"example.org:{port}"),
        "without a port": view.ask("GET", view.path, Host="127.0.0.1"),
        "beyond it": view.ask("GET", f"{view.path}../etc/passwd"),
        "news as another host": view.ask("GET", f"{view.path}news", Host="rebound.example"),
    }
    assert {how: answer.status for how, answer in asked.items()} == {
        "as given": 200, "by name": 200, "without the secret": 404, "with another": 404, "as another host": 404,
        "without a port": 404, "beyond it": 404, "news as another host": 404,
    }  # fmt: skip
    policy = asked["as given"].headers["Content-Security-Policy"]
    assert re.sub(r"'sha256-[^']*'", "HASH", policy) == (
        "default-src 'none'; style-src HASH; base-uri 'none'; script-src HASH; connect-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'"
    )
    assert asked["as given"].headers["Referrer-Policy"] == "no-referrer"


def test_buttons_obey_the_page_alone(view: View) -> None:
    button = f"{view.path}do"
    answers = [
        view.ask("POST", button, "do=toggle", Origin="https://example.org"),
        view.ask("POST", button, "do=toggle", Host="rebound.example"),
        view.ask("POST", f"{view.path}keep", "size=Huge", Origin="https://example.org"),
        view.ask("POST", "/do", "do=toggle"),
        view.ask("POST", button, "do=format-the-disk"),
        view.ask("POST", button, "do=" + "x" * 2_000),
        view.ask("GET", button),
        view.ask("PUT", button, "do=toggle"),
    ]
    assert [answer.status for answer in answers] == [404, 404, 404, 404, 404, 413, 404, 501]
    assert view.service.texts() == []
    pressed = view.ask("POST", button, "do=toggle", Origin=f"http://{view.host}")
    assert pressed.status == 303
    assert re.fullmatch(r"\./#b\d+", pressed.headers["Location"])
    assert view.service.quiet(0.1)[0] == HEADLINE


@pytest.fixture
def tab(tmp_path: Path, view: View) -> Iterator[chromium.Tab]:
    if why := chromium.missing():
        pytest.skip(why)
    with chromium.tab(tmp_path / "profile") as opened:
        yield opened


def until(tab: chromium.Tab, script: str, limit_s: float = 10) -> None:
    end = time.monotonic() + limit_s
    while not tab.evaluate(script):
        assert time.monotonic() < end, script
        time.sleep(0.02)


MARKED = "[...CSS.highlights.get('heard')].map(range => range.toString()).join()"


@pytest.mark.browser
def test_the_sentence_that_is_heard_is_marked_and_in_sight(view: View, tab: chromium.Tab) -> None:
    tab.resize(800, 500)
    tab.open(view.address)
    tab.evaluate("document.getElementById('toggle').click()")
    until(tab, f"{MARKED} === {HEADLINE!r}")
    until(tab, "document.getElementById('toggle').textContent === 'Pause'")
    for marked in ("142 steps", "£310,000", "Saturday"):
        until(tab, f"{MARKED}.includes({marked!r})", 30)
        until(
            tab,
            "(r => r.top >= 0 && r.bottom <= innerHeight)([...CSS.highlights.get('heard')][0].getBoundingClientRect())",
        )


@pytest.mark.browser
def test_what_is_left_out_is_marked_by_its_fold_which_stays_closed(view: View, tab: chromium.Tab) -> None:
    tab.open(view.address)
    tab.evaluate("document.getElementById('toggle').click()")
    until(tab, f"{MARKED} === 'Caption, 1'")
    assert tab.evaluate("document.querySelectorAll('details[open]').length") == 0


@pytest.mark.browser
def test_what_sayall_says_of_itself_appears_in_a_polite_region(view: View, tab: chromium.Tab) -> None:
    tab.open(view.address)
    tab.evaluate("document.getElementById('toggle').click()")
    until(tab, f"{MARKED} !== ''")
    tab.evaluate("document.getElementById('previous-section').click()")
    until(tab, "document.querySelector('[role=status]').textContent.startsWith('no previous')")
    tab.evaluate("document.getElementById('next-section').click()")
    until(tab, "document.querySelector('[role=status]').textContent === 'Section 1 of 3'")
    until(tab, f"{MARKED} === 'A rock with a garden'")
    assert "no previous heading" in view.service.texts()
    assert "Section 1 of 3" not in view.service.texts()  # its heading is read, which says enough
    tab.evaluate("document.getElementById('toggle').click()")
    until(tab, "document.getElementById('toggle').textContent === 'Play'")


CHECKED = "[...document.querySelectorAll('input[type=radio]:checked')].map(c => c.id).filter(id => !id.endsWith('-0'))"


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False], ids=["with javascript", "without"])
def test_settings_are_kept_from_page_to_page(view: View, tab: chromium.Tab, tmp_path: Path, scripts: bool) -> None:
    tab.open(view.address, scripts=scripts)
    for chosen in ("size-2", "letters-1"):
        tab.evaluate(f"document.getElementById('{chosen}').click()")
    if not scripts:
        tab.evaluate("document.getElementById('keep').click()")
    kept = tmp_path / "settings" / "sayall" / "view.toml"
    wanted = 'size = "Larger"\n'
    end = time.monotonic() + 10
    while not kept.exists() or wanted not in kept.read_text() or "Wide" not in kept.read_text():
        assert time.monotonic() < end
        time.sleep(0.02)
    tab.open("about:blank")
    tab.open(view.address)
    assert tab.evaluate(CHECKED) == ["size-2", "letters-1"]
    assert tab.evaluate("getComputedStyle(document.body).fontSize") == "32px"
    written = subprocess.run(
        [sys.executable, "-c", "from reader.cli import main; main()", "html", str(PAGE)],
        env={**os.environ, "XDG_CONFIG_HOME": str(tmp_path / "settings")}, capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    assert 'id="size-2" checked' in written


@pytest.mark.parametrize("body", ["size=Gigantic", "size=%22%0Ax", "do=toggle"])
def test_only_settings_are_kept(view: View, tmp_path: Path, body: str) -> None:
    view.ask("POST", f"{view.path}keep", f"{body}&width=Short&quiet=1")
    assert (tmp_path / "settings" / "sayall" / "view.toml").read_text() == 'width = "Short"\n'
    assert view.service.texts() == []


@pytest.mark.browser
def test_the_first_link_leads_past_the_story_to_the_player(view: View, tab: chromium.Tab) -> None:
    tab.open(view.address)
    for kind in ("keyDown", "keyUp"):
        tab.call("Input.dispatchKeyEvent", type=kind, key="Tab", code="Tab", windowsVirtualKeyCode=9)
    assert tab.evaluate("document.activeElement.textContent") == "To the player"
    shown = "(r => r.left >= 0 && r.top >= 0)(document.activeElement.getBoundingClientRect())"
    assert tab.evaluate(shown)
    tab.evaluate("document.activeElement.click()")
    until(tab, "document.activeElement.textContent === 'Play or pause'")


@pytest.mark.browser
def test_buttons_work_without_javascript(view: View, tab: chromium.Tab) -> None:
    tab.open(view.address, scripts=False)
    tab.evaluate("document.getElementById('next-section').click()")
    until(tab, "location.hash !== '' && document.readyState === 'complete'")
    assert tab.evaluate("document.querySelector(':target').textContent") == "A rock with a garden"
    assert {urlsplit(address).netloc for address in tab.requests} == {view.host}


@pytest.mark.browser
def test_every_button_has_a_name_and_no_letter_is_taken(view: View, tab: chromium.Tab) -> None:
    tab.open(view.address)
    names = tab.evaluate("[...document.querySelectorAll('.player button')].map(button => button.textContent)")
    assert names == [
        "Play or pause", "Previous section", "Next section", "Previous sentence", "Next sentence", "Slower", "Faster",
    ]  # fmt: skip
    assert "keydown" not in (Path(__file__).parents[1] / "reader/view/follow.js").read_text()
    assert tab.evaluate("document.querySelectorAll('[accesskey]').length") == 0
