"""Rules for a site name elements by selectors, come before all else, and when one is broken the reading goes on."""

import os
import re
import subprocess
import sys
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from cssselect import HTMLTranslator
from hypothesis import given, settings
from hypothesis import strategies as st

from reader import Page, Role, Story, hookimpl
from reader.cli.own_files import files_in
from reader.cli.sites import sites_command
from reader.conformance import checked
from reader.errors import SiteRuleError
from reader.folders import own_folder
from reader.plugins import Plugins
from reader.readability import read
from reader.readability.parse import parse
from reader.readability.site_rules import SiteRules, load
from reader.readability.sites.hosts import host_of
from reader.readability.sites.selecting import selected
from reader.reading import prepare

ROOT = Path(__file__).parents[1]
GUIDE = (ROOT / "docs" / "site-rules.md").read_text("utf-8")
(RULES,) = re.findall(r"^```toml\n(.*?)^```$", GUIDE, re.M | re.S)
(HTML,) = re.findall(r"^```html\n(.*?)^```$", GUIDE, re.M | re.S)
CHECKED, EXPLAINED = re.findall(r"^```console\n(.*?)^```$", GUIDE, re.M | re.S)
PLACE = "https://harbour.example/boat"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the example of the guide lies."""
    (tmp_path / "harbour.toml").write_text(RULES, "utf-8")
    (tmp_path / "harbour.html").write_text(HTML, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(html: str, roles: dict[str, list[str]], location: str = PLACE) -> list[tuple[str, str]]:
    """Role and text of each block by one file of rules."""
    story = read(Page(location, "text/html", html.encode()), [SiteRules("mine", ("harbour.example",), roles)])
    return [(block.role.value, block.text) for block in story.blocks]


def sayall(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from reader.cli import main; main()", *arguments]
    environment = {**os.environ, "XDG_CONFIG_HOME": str(home)}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, timeout=60)


# What the guide says


def test_the_example_of_the_guide_passes_its_own_tests_as_shown(folder: Path) -> None:
    done = CliRunner().invoke(sites_command, ["check", "harbour.toml"])
    assert f"$ sayall sites check harbour.toml\n{done.output}" == CHECKED


def test_explain_names_the_file_and_the_selector_as_shown(folder: Path) -> None:
    done = sayall("explain", "harbour.html", "--site", "harbour.toml", "--no-plugins", home=folder)
    command, *shown = EXPLAINED.split("…\n")
    assert command == "$ sayall explain harbour.html --site harbour.toml\n"
    assert shown[0] in done.stdout
    assert done.stderr == ""


def test_every_role_and_key_is_in_the_guide() -> None:
    assert [role for role in Role if role.value not in GUIDE] == []
    with pytest.raises(SiteRuleError, match=r"There are host, hosts, roles, test$"):
        load_text("nothing = 1")


# Elements and their roles


def test_a_rule_comes_before_all_else_that_is_known_of_pages() -> None:
    without = read(Page(PLACE, "text/html", HTML.encode()))
    assert [block.role.value for block in without.blocks if "old line" in block.text] == ["paragraph"]
    assert ("promo", "The old line, remembered by those who worked on it.") in told(HTML, {"promo": ["p.also"]})


def test_no_rule_changes_a_page_of_another_site() -> None:
    plain = read(Page("https://harbour.example.net/boat", "text/html", HTML.encode()))
    ruled = SiteRules("mine", ("harbour.example",), {"promo": ["p"]})
    assert read(Page("https://harbour.example.net/boat", "text/html", HTML.encode()), [ruled]) == plain


def test_the_inner_element_decides_and_of_two_selectors_the_first() -> None:
    html = (
        "<h1>Boats</h1><div class=box><p>One is outside.</p><p class=in>One is inside.</p></div><p>It rained all day."
    )
    roles = {"promo": [".in"], "sidebar": [".box", ".in"]}
    assert told(html, roles)[1:3] == [("sidebar", "One is outside."), ("promo", "One is inside.")]


def test_a_phrase_speaks_for_its_line_where_it_is_half_of_it() -> None:
    html = "<h1>Boats</h1><p>By <b>Maren Holt-Achterberg</b></p><p>It rained on <b>Friday</b> and all of Saturday, too."
    assert told(html, {"byline": ["b"]})[1:] == [
        ("byline", "By Maren Holt-Achterberg"),
        ("paragraph", "It rained on Friday and all of Saturday, too."),
    ]


def test_what_is_hidden_in_an_element_is_not_spoken_for_by_it() -> None:
    points = '<p>One left.</p><p style="display:none">Gone.</p><button>Copy</button>'
    html = f"<h1>Boats</h1><div class=b>{points}</div><p>It rained."
    assert told(html, {"highlight": [".b"]})[1:4] == [
        ("highlight", "One left."),
        ("boilerplate", "Gone."),
        ("boilerplate", "Copy"),
    ]
    assert ("caption", "Gone.") in told(html, {"caption": ["[style]"]})


def test_there_is_one_headline_and_a_heading_that_is_something_else_is_none() -> None:
    heads = "<title>Boats return to the quay</title><h1 class=logo>Boats</h1><h2>Boats return to the quay</h2>"
    html = f"{heads}<p>They came at noon, all of them."
    assert ("headline", "Boats return to the quay") in told(html, {"boilerplate": [".logo"]})
    assert [role for role, _ in told(html, {"headline": ["h1, h2"]})].count("headline") == 1


def test_a_place_outside_the_story_is_where_the_rule_puts_it() -> None:
    nav = "<nav><p class=k>Points that were put into the navigation.</p></nav>"
    html = (
        f"<body>{nav}<article><h1>Boats</h1><p>They came at noon, all of them, and left again at night.</p></article>"
    )
    assert told(html, {"highlight": [".k"]}) == [
        ("headline", "Boats"),
        ("highlight", "Points that were put into the navigation."),
        ("paragraph", "They came at noon, all of them, and left again at night."),
    ]


def test_the_story_is_where_a_rule_says() -> None:
    long = "<p>This is a long comment, which says a good deal more than the story that it is about does.</p>" * 9
    html = f"<h1>Boats</h1><div id=s><p>They came at noon.</p><p>They left.</p></div><div>{long}</div>"
    roles = {block[0] for block in told(html, {"story": ["#s"]}) if "comment" in block[1]}
    assert roles == {"boilerplate"}
    story = read(Page(PLACE, "text/html", html.encode()), [SiteRules("mine", ("harbour.example",), {"story": ["#s"]})])
    assert story.blocks[1].reason == "paragraph: text of the story, found by site rule mine: #s"


def printed(story: Story) -> list[str]:
    """The texts that the page shows: not its name where its headline is something else, nor what it only holds."""
    hidden = ("headline: none is printed", "the page does not show it: it is from")
    return sorted(block.text for block in story.blocks if not any(reason in block.reason for reason in hidden))


def test_every_role_can_be_given_to_everything() -> None:
    for path in sorted((ROOT / "tests" / "pages").glob("*/page.html"))[:8]:
        page = Page(PLACE, "text/html", path.read_bytes())
        plain = read(page)
        for role in Role:
            rules = SiteRules("mine", ("harbour.example",), {role.value: ["body *"]})
            plugins = Plugins()
            plugins.add(SimpleNamespace(site_rules=hookimpl(lambda rules=rules: [rules])), "mine")
            reading = prepare(page, plugins, "full")
            assert printed(reading.story) == printed(plain)
            assert list(reading.narrate()) or role in (Role.PULLQUOTE, Role.BOILERPLATE)


@settings(max_examples=60, deadline=None)
@given(
    st.dictionaries(
        st.sampled_from(["story", *(role.value for role in Role)]),
        st.lists(st.sampled_from(["p", "div", "#text", "h1", "html", "a", "span", ".x", "div > p", "p + p", "*"])),
    )
)
def test_no_rule_loses_a_text(roles: dict[str, list[str]]) -> None:
    page = Page(PLACE, "text/html", HTML.encode())
    rules = SiteRules("mine", ("harbour.example",), roles)
    assert printed(read(page, [rules])) == printed(read(page))


@pytest.mark.parametrize(
    "selector",
    ["p", "div p", "div > p", "h1 + p", "h1 ~ p", "li:nth-child(2n) a", "body > * > p ~ p", "p:has(a) + p", "p, li > a",
     "div:not(.x) li li", "article p ~ p + p", "html body *"],
)  # fmt: skip
def test_a_selector_names_the_elements_that_cssselect_names(selector: str) -> None:
    for path in sorted((ROOT / "tests" / "pages").glob("*/page.html")):
        root = parse(path.read_text("utf-8"))
        wanted = root.xpath(HTMLTranslator().css_to_xpath(selector))
        assert set(selected(root, selector)) == set(wanted)


@pytest.mark.parametrize("selector", [".a + .a", "p ~ p ~ p", "div p", "p:nth-child(2n)"])
def test_no_selector_takes_long_on_a_long_page(selector: str) -> None:
    root = parse("<div>" + "<p class=a>It rained.</p>" * 5000)
    began = time.process_time()
    assert len(selected(root, selector)) >= 2500
    assert time.process_time() - began < 3


# Whose page it is


@pytest.mark.parametrize(
    ("head", "host"),
    [
        ('<link rel="canonical" href="https://www.Harbour.example/boat">', "www.harbour.example"),
        ('<meta property="og:url" content="http://harbour.example:8080/boat">', "harbour.example"),
        ('<base href="//harbour.example/">', "harbour.example"),
        ("<title>None</title>", ""),
        ('<link rel="canonical" href="/boat"><base href="https://harbour.example/">', "harbour.example"),
        ('<link rel="canonical" href="https://häfen.example/">', "xn--hfen-loa.example"),
        ('<link rel="canonical" href="https://[broken/">', ""),
    ],
)
def test_a_saved_page_tells_its_site(head: str, host: str) -> None:
    assert host_of(parse(f"<html><head>{head}</head><p>It rained."), "/home/me/boat.html") == host


def test_the_comment_of_a_browser_counts_before_what_the_page_says() -> None:
    link = '<link rel="canonical" href="https://other.example/">'
    saved = f"<!DOCTYPE html>\n<!-- saved from url=(0028)https://harbour.example/boat -->\n<html>{link}<p>It rained."
    single = f"<html><!--\n Page saved with SingleFile \n url: https://harbour.example/boat \n-->{link}<p>It rained."
    assert [host_of(parse(text), "boat.html") for text in (saved, single)] == ["harbour.example"] * 2


def test_a_page_of_the_web_cannot_pass_itself_off_as_another_site() -> None:
    root = parse('<link rel="canonical" href="https://harbour.example/"><p>It rained.')
    assert host_of(root, "https://copies.example/boat") == "copies.example"


# Files with mistakes


def load_text(text: str) -> SiteRules:
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        path = Path(folder) / "mine.toml"
        path.write_text(text, "utf-8")
        try:
            return load(path)
        except SiteRuleError as error:
            raise SiteRuleError("mine.toml", str(error).removeprefix(f"{path}: ")) from error


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("host = ", "is not TOML: Invalid value (at end of document)"),
        ("hosst = 'a.example'", "hosst: is no key; did you mean host or hosts? There are host, hosts, roles, test"),
        ("[roles]", 'host: is missing; say for which site this is: host = "example.org"'),
        ("host = 3", 'host: is 3; give text in quotes: "example.org"'),
        (
            "host = 'https://a.example/b'",
            "host: is 'https://a.example/b'; give the name of the site alone, such as \"a.example\"",
        ),
        ("host = 'a.example'\nroles = 3", "roles: is 3; put selectors by role under a line [roles]"),
        (
            "host = 'a.example'\n[roles]\npromo = [1]",
            'roles.promo: is [1]; give text in quotes: [".more-on", "aside p"]',
        ),
        ("host = 'a.example'\ntest = 1", "test: is one table; begin each test with a line [[test]], in two brackets"),
        ("host = 'a.example'\n[[test]]", 'test 1: page: is missing; name the page that is tried: page = "page.html"'),
        (
            "host = 'a.example'\n[[test]]\npage = 'no.html'",
            "test 1: page: there is no file no.html; it is looked for beside the rules",
        ),
    ],
)  # fmt: skip
def test_a_mistake_names_the_key_and_what_is_allowed(text: str, message: str) -> None:
    with pytest.raises(SiteRuleError) as raised:
        load_text(text)
    assert str(raised.value) == f"mine.toml: {message}"


def test_a_role_that_is_none_is_named_with_its_neighbour_and_all_that_there_are() -> None:
    with pytest.raises(
        SiteRuleError, match=r"roles\.higlight: is no role; did you mean highlight\? There are story, "
    ) as raised:
        load_text("host = 'a.example'\n[roles]\nhiglight = 'p'")
    assert [role for role in Role if role.value not in str(raised.value)] == []


@pytest.mark.parametrize("selector", ["p:foo", "p[", "p::before", "", "a:contains()"])
def test_a_selector_that_is_none_is_named(selector: str) -> None:
    with pytest.raises(SiteRuleError, match=re.escape(f'mine: roles.promo: "{selector}" is no CSS selector')):
        told(HTML, {"promo": [selector]})


def test_a_broken_file_is_told_once_and_the_others_are_used(tmp_path: Path) -> None:
    texts = {
        "a.toml": "host = 3",
        "b.toml": "host = 'harbour.example'\n[roles]\npromo = 'p:foo'\nsidebar = 'p.also'",
        "c.toml": "host = 'harbour.example'\n[roles]\nfootnote = 'p.also'",
        "d.toml": "host = 'elsewhere.example'\n[roles]\npromo = 'p:foo'",
    }
    for name, text in texts.items():
        (tmp_path / name).write_text(text, "utf-8")
    plugins = Plugins()
    reading = prepare(Page(PLACE, "text/html", HTML.encode()), plugins, site_files=files_in(tmp_path, ".toml"))
    assert [block.text[:12] for _, block in reading.story.numbered(Role.FOOTNOTE)] == ["The old line"]
    first, second = plugins.notices()
    assert first.startswith(f"Site rules {tmp_path / 'a.toml'}: host: is 3; ")
    assert second.startswith(f'Site rules {tmp_path / "b.toml"}: roles.promo: "p:foo" is no CSS selector')
    assert second.endswith("Reading on without them.")


def test_the_listener_comes_before_a_plugin_and_a_broken_one_is_named(folder: Path) -> None:
    plugins = Plugins()
    path = folder / "other.toml"
    path.write_text("host = 'harbour.example'\n[roles]\nfootnote = ['p.also', '.ticket-counter']", "utf-8")
    plugins.add(SimpleNamespace(site_rules=hookimpl(lambda: [path])), "good")
    plugins.add(SimpleNamespace(site_rules=hookimpl(lambda: [folder / "none.toml"])), "bad")
    odd = SiteRules("odd", ("harbour.example",), {"quote": ["p:foo"]})
    plugins.add(SimpleNamespace(site_rules=hookimpl(lambda: [odd])), "odd")
    story = prepare(Page(PLACE, "text/html", HTML.encode()), plugins, site_files=[folder / "harbour.toml"]).story
    assert role_of(story, "The old line") is Role.PROMO
    assert role_of(story, "There are 14") is Role.BOILERPLATE
    assert {plugin.name: bool(plugin.trouble) for plugin in plugins} == {"good": False, "bad": True, "odd": True}


def role_of(story: Story, start: str) -> Role:
    (role,) = [block.role for block in story.blocks if block.text.startswith(start)]
    return role


def test_a_plugin_whose_selectors_cannot_be_used_does_not_keep_the_contract() -> None:
    def found(selector: str) -> list[str]:
        rules = SiteRules("mine", ("harbour.example",), {"promo": [selector]})
        return [finding.trouble for finding in checked(SimpleNamespace(site_rules=hookimpl(lambda: [rules])), "mine")]

    assert found("p") == ["", ""]
    assert found("p:foo")[1].startswith('mine: roles.promo: "p:foo" is no CSS selector')


# The commands, and the folder


def test_a_test_that_fails_says_what_is_there_and_why(folder: Path) -> None:
    path = folder / "harbour.toml"
    path.write_text(path.read_text("utf-8").replace('promo = ["The old', 'caption = ["Gone", "The old'), "utf-8")
    done = CliRunner().invoke(sites_command, ["check", "harbour.toml"])
    assert done.exit_code == 1
    assert done.output.splitlines() == [
        "test 1, harbour.html: 'Gone' is not on the page",
        "test 1, harbour.html: 'The old line, remembered' is promo, not caption (site rule harbour.toml: p.also)",
        "roles.promo: .box .more names nothing on the test pages",
        "3 right, 2 wrong",
    ]


def test_the_rules_of_the_folder_are_used_and_listed(folder: Path) -> None:
    mine = folder / "sayall" / "sites"
    mine.mkdir(parents=True)
    (mine / "harbour.toml").write_text(RULES.partition("[[test]]")[0], "utf-8")
    (mine / "broken.toml").write_text("host = 3", "utf-8")
    listed = sayall("sites", home=folder).stdout.splitlines()
    assert listed[0].startswith(f"broken: {mine / 'broken.toml'}: host: is 3")
    assert listed[1] == f"{mine / 'harbour.toml'}: harbour.example, story, highlight, promo, boilerplate, 0 tests"
    assert listed[-1] == f"2 files of site rules; yours are looked for in {mine}"
    done = sayall("text", "harbour.html", home=folder)
    assert "The old line" not in done.stdout
    assert done.stdout.count("broken.toml") == 1


def test_without_rules_nothing_more_is_imported(folder: Path) -> None:
    script = "import sys; from reader.cli import main\ntry: main()\nexcept SystemExit: pass\nprint(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script, "text", "harbour.html"],
        capture_output=True, text=True, env={**os.environ, "XDG_CONFIG_HOME": str(folder)}, timeout=60,
    )  # fmt: skip
    modules = set(done.stdout.splitlines()[-1].split())
    assert "reader.readability.html_story" in modules
    assert (
        modules
        & {"cssselect", "tomllib", "platformdirs", "reader.readability.sites.ruled", "reader.readability.site_rules"}
        == set()
    )


def test_the_folder_is_the_one_that_platformdirs_names(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    from platformdirs import user_config_path

    for value in ("", str(tmp_path)):
        monkeypatch.setenv("XDG_CONFIG_HOME", value)
        assert own_folder("sites") == user_config_path("sayall", appauthor=False) / "sites"
