"""The reading view before the checkers: axe (WCAG 2.2 AA), W3C's validator of HTML, and the sizes of small windows.

Needs chromium, and npm to bring axe-core; the validator needs Java too. Without them these tests skip and say so.
"""

import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import chromium
import pytest

from reader import Page
from reader.plugins import Plugins
from reader.reading import prepare
from reader.view import page
from reader.view.tools import script, tools

ROOT = Path(__file__).parents[1]
PAGES = [
    ROOT / "docs/example.html",
    *sorted((ROOT / "tests").glob("view/*.html")),
    *sorted((ROOT / "tests").glob("pages/*/page.*")),
]
KINDS = {".html": "text/html", ".txt": "text/plain"}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def views(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """A view of every page that the tests have, and one as it is served, with the player."""
    folder = tmp_path_factory.mktemp("views")
    plugins = Plugins.installed()
    made = []
    for number, source in enumerate(PAGES):
        story = prepare(Page(str(source), KINDS[source.suffix], source.read_bytes()), plugins).story
        made.append(folder / f"{number}-{source.parent.name}.html")
        made[-1].write_text(page(story), encoding="utf-8")
    made.append(folder / "served.html")
    made[-1].write_text(page(story, tools=tools(), script=script()), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with axe-core and the validator, as npm brings them."""
    if not shutil.which("npm"):
        pytest.skip("not installed: npm")
    folder = tmp_path_factory.mktemp("npm")
    command = [
        "npm",
        "install",
        "--silent",
        "--no-save",
        "--ignore-scripts",
        "--prefix",
        str(folder),
        "axe-core@4",
        "vnu-jar",
    ]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    if done.returncode:
        pytest.skip(f"npm brought no axe-core: {done.stderr.strip()[:200]}")
    return folder / "node_modules"


@pytest.fixture(scope="module")
def tab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[chromium.Tab]:
    if why := chromium.missing():
        pytest.skip(why)
    with chromium.tab(tmp_path_factory.mktemp("profile")) as opened:
        yield opened


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("opened", [False, True], ids=["as it opens", "all folds open"])
def test_axe_finds_nothing_on_any_page(
    tab: chromium.Tab, views: list[Path], packages: Path, scheme: str, opened: bool
) -> None:
    found = {}
    for view in views:
        tab.prefer(color_scheme=scheme)
        found[view.name] = broken_rules(tab, view, packages, opened)
    assert found == {view.name: [] for view in views}


@pytest.mark.parametrize(
    "setting",
    [
        "colours-1",
        "colours-2",
        "colours-3",
        "colours-4",
        "size-3",
        "lines-2",
        "letters-2",
        "words-2",
        "font-2",
        "width-1",
    ],
)
def test_axe_finds_nothing_with_any_setting(tab: chromium.Tab, views: list[Path], packages: Path, setting: str) -> None:
    tab.prefer(color_scheme="light")
    assert broken_rules(tab, views[0], packages, True, f"document.getElementById('{setting}').click()") == []


def broken_rules(tab: chromium.Tab, view: Path, packages: Path, opened: bool, do: str = "") -> list[str]:
    """Each rule that is broken, with the first element that breaks it; axe must have checked something."""
    tab.call("Page.setBypassCSP", enabled=True)
    tab.open(view.as_uri())
    if opened:
        tab.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
    tab.evaluate(do)
    tab.evaluate((packages / "axe-core" / "axe.min.js").read_text("utf-8") + "; 0")
    result: dict[str, Any] = tab.evaluate(f"axe.run({{runOnly: {json.dumps(RULES)}}})")
    assert len(result["passes"]) > 10
    return [f"{rule['id']}: {rule['nodes'][0]['html']}" for rule in result["violations"]]


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (768, 1), (1280, 1), (1280, 2), (1280, 4)])
def test_no_window_is_too_narrow_and_nothing_is_cut_off(
    tab: chromium.Tab, views: list[Path], width: int, zoom: int
) -> None:
    elements = "[...document.querySelectorAll('main *, footer *')]"
    outside = f"{elements}.filter(e => e.getBoundingClientRect().right > innerWidth + 1)"
    tab.resize(width, zoom=zoom)
    for view in views:
        tab.open(view.as_uri())
        tab.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), view
        assert tab.evaluate(f"{outside}.map(e => e.outerHTML.slice(0, 80))") == [], view


def test_the_page_asks_for_nothing_and_works_without_javascript(tab: chromium.Tab, views: list[Path]) -> None:
    tab.resize(1280)
    for view in views:
        tab.open(view.as_uri(), scripts=False)
        assert tab.requests == [view.as_uri()], view
    size = "getComputedStyle(document.body).fontSize"
    before = tab.evaluate(size)
    tab.call("Emulation.setScriptExecutionDisabled", value=True)
    tab.evaluate("document.querySelector('.settings').open = true; document.getElementById('size-2').click()")
    assert (before, tab.evaluate(size)) == ("18px", "32px")


def test_there_is_no_motion_for_those_who_want_none(tab: chromium.Tab, views: list[Path]) -> None:
    behaviour = {}
    for wish in ("reduce", "no-preference"):
        tab.prefer(reduced_motion=wish)
        tab.open(views[0].as_uri())
        behaviour[wish] = tab.evaluate("getComputedStyle(document.documentElement).scrollBehavior")
    assert behaviour == {"reduce": "auto", "no-preference": "smooth"}


@pytest.mark.parametrize("wish", [{"forced_colors": "active"}, {"contrast": "more"}, {"color_scheme": "dark"}], ids=str)
def test_the_mark_is_seen_whatever_colours_the_reader_wishes(
    tab: chromium.Tab, views: list[Path], wish: dict[str, str]
) -> None:
    tab.prefer(**wish)
    tab.open(views[-1].as_uri())
    colours = tab.evaluate("""(() => {
        const mark = getComputedStyle(document.body, "::highlight(heard)");
        const page = getComputedStyle(document.documentElement);
        return [mark.backgroundColor, mark.color, page.backgroundColor, page.color];
    })()""")
    assert colours[0] not in (*colours[1:3], "rgba(0, 0, 0, 0)")


def test_the_validator_of_the_w3c_finds_no_error(views: list[Path], packages: Path) -> None:
    if not shutil.which("java"):
        pytest.skip("not installed: java (Debian: default-jre-headless)")
    jar = next((packages / "vnu-jar").rglob("vnu.jar"))
    command = ["java", "-jar", str(jar), "--format", "json", "--stdout", *map(str, views)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    messages = json.loads(done.stdout)["messages"]
    assert [f"{m['url'].rsplit('/')[-1]}: {m['message']}" for m in messages if m["type"] == "error"] == []
