"""Plugins are found, checked and called one by one, and whatever one of them does, the reading goes on."""

import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from reader import Block, Entry, Limits, Listing, Page, Role, Story, Treatment, hookimpl
from reader.errors import LocationError, PluginError
from reader.hook_checks import RESULTS
from reader.installed import Installed, installed
from reader.marks import SPEC, HookSpec, hookspec
from reader.plugins import HOOKS, Plugins
from reader.reading import prepare
from reader.script.wording.rule import Edit, Rule

STORY = Story("The quay", (Block(Role.PARAGRAPH, "It rained."), Block(Role.PARAGRAPH, "It stopped.")))
OFFERED: dict[str, Any] = {"block": STORY.blocks[0], "number": 0, "story": STORY, "detail": "standard", "option": {}}


def module(name: str, **functions: Any) -> ModuleType:
    made = ModuleType(name)
    vars(made).update(functions)
    return made


def hook(name: str, function: Any, **options: Any) -> Any:
    return hookimpl(specname=name, **options)(function)


def only(plugin: object, name: str = "mine") -> Plugins:
    plugins = Plugins()
    plugins.add(plugin, name)
    return plugins


def trouble(plugin: object) -> str:
    plugins = only(plugin)
    (found,) = plugins
    end = "" if found.trouble.endswith("?") else "."
    assert plugins.notices() == ((f"Plugin mine {found.trouble}{end} Reading on without it.",) if found.trouble else ())
    return found.trouble


# How they are called


def test_each_is_asked_with_the_arguments_it_wants_and_the_one_added_last_first() -> None:
    plugins = Plugins()
    plugins.add(module("one", a=hook("summarize", lambda: "one")), "one")
    plugins.add(module("two", a=hook("summarize", lambda blocks: f"two of {len(blocks)}")), "two")
    plugins.add(module("six", a=hook("summarize", lambda story, blocks: story.headline)), "six")
    plugins.add(module("all", a=hook("summarize", lambda **offered: " ".join(sorted(offered)))), "all")
    plugins.add(module("key", a=hook("summarize", keyword_only)), "key")
    plugins.add(module("none", a=hook("summarize", lambda: None)), "none")
    plugins.add(module("last", a=hook("summarize", lambda: "last", trylast=True)), "last")
    assert list(plugins.each("summarize", blocks=STORY.blocks, story=STORY)) == [
        ("key", "The quay and more"),
        ("all", "blocks story"),
        ("six", "The quay"),
        ("two", "two of 2"),
        ("one", "one"),
        ("last", "last"),
    ]
    assert plugins.first("summarize", blocks=STORY.blocks, story=STORY) == "The quay and more"
    assert plugins.first("engines") is None
    assert plugins.notices() == ()


def keyword_only(*, story: Story, more: str = "more") -> str:
    return f"{story.headline} and {more}"


def test_each_gets_its_own_option() -> None:
    plugins = Plugins()
    for name in ("one", "two"):
        plugins.add(module(name, a=hook("treat_block", lambda option: option or None)), name)
    offered: dict[str, Any] = OFFERED | {"option": {"two": "after"}}
    assert list(plugins.each("treat_block", **offered)) == [("two", Treatment.AFTER)]


def test_a_story_passes_through_one_after_another() -> None:
    plugins = Plugins()
    for name in ("one", "two"):
        plugins.add(module(name, a=hook("adjust_story", lambda story, name=name: adjusted(story, name))), name)
    plugins.add(module("none", a=hook("adjust_story", lambda story: None)), "none")
    page = Page("here", "text/html", b"")
    assert plugins.chain("adjust_story", "story", STORY, Story, page=page, option={}).headline == "The quay, two, one"


def adjusted(story: Story, name: str) -> Story:
    return Story(f"{story.headline}, {name}", story.blocks)


def test_a_hook_in_an_object_sees_the_object() -> None:
    class Counting:
        def __init__(self) -> None:
            self.count = 0

        @hookimpl
        def heard(self, event: object) -> None:
            self.count += 1

    counting = Counting()
    plugins = only(counting)
    assert [plugins.first("heard", event="a") for _ in range(3)] == [None] * 3
    assert counting.count == 3


# What goes wrong


def raises(error: BaseException) -> Any:
    def raising() -> None:
        raise error

    return raising


@pytest.mark.parametrize("error", [ValueError("odd"), SystemExit(3), RecursionError("deep"), PluginError("it broke")])
def test_one_that_raises_is_named_once_and_left_out_from_then_on(error: BaseException) -> None:
    plugins = Plugins()
    plugins.add(module("calm", a=hook("summarize", lambda: "calm")), "calm")
    plugins.add(module("wild", a=hook("summarize", raises(error)), b=hook("engines", lambda: {})), "wild")
    for _ in range(2):
        assert list(plugins.each("summarize", blocks=(), story=STORY)) == [("calm", "calm")]
    assert list(plugins.each("engines")) == []
    what = "it broke" if isinstance(error, PluginError) else f"{type(error).__name__}: {error}"
    (line,) = plugins.notices()
    assert line.startswith(f"Plugin wild failed in summarize: {what}")
    assert line.endswith(". Reading on without it.")
    assert plugins.notices() == ()
    calm, wild = plugins
    assert (calm.trouble, wild.error) == ("", error)


def test_a_listener_who_stops_it_all_is_not_held_up() -> None:
    with pytest.raises(KeyboardInterrupt):
        only(module("m", a=hook("summarize", raises(KeyboardInterrupt())))).first("summarize", blocks=(), story=STORY)


def test_the_error_of_a_source_is_for_the_listener() -> None:
    plugins = only(module("m", a=hook("open_location", raises(LocationError("x: is not there; look elsewhere")))))
    with pytest.raises(LocationError, match="x: is not there; look elsewhere"):
        plugins.first("open_location", location="x", limits=Limits())
    assert plugins.notices() == ()


def test_what_a_generator_raises_is_caught_too() -> None:
    def rules() -> Iterator[Rule]:
        yield Rule("one", lambda text: ())
        raise ValueError("odd")

    plugins = only(module("m", a=hook("wording_rules", rules)))
    assert list(plugins.each("wording_rules", language="en")) == []
    assert plugins.notices()[0].startswith("Plugin mine failed in wording_rules: ValueError: odd")


@pytest.mark.parametrize(
    ("name", "gives", "said"),
    [
        ("treat_block", "loud", "gave 'loud' instead of one of speak, skip, announce, summarize, after"),
        ("treat_block", True, "gave True instead of one of speak, skip, announce, summarize, after"),
        ("summarize", 3, "gave 3 instead of a str"),
        ("summarize", b"a" * 99, "gave a bytes instead of a str"),
        ("adjust_story", ["a"], "gave ['a'] instead of a Story"),
        ("wording_rules", "ab", "gave 'ab' instead of several Rules"),
        ("wording_rules", ["ab"], "gave 'ab' instead of a Rule"),
        ("engines", ["espeak"], "gave ['espeak'] instead of a Mapping"),
        ("engines", {"mine": 1}, "gave 1 instead of what makes the engine mine"),
        ("commands", 1, "gave 1 instead of several Commands"),
    ],
)
def test_a_result_of_the_wrong_kind_is_said(name: str, gives: object, said: str) -> None:
    plugins = only(module("m", a=hook(name, lambda: gives)))
    offered = OFFERED | {"page": None, "language": "en", "blocks": ()}
    assert plugins.first(name, **offered) is None
    assert plugins.notices() == (f"Plugin mine failed in {name}: {said}. Reading on without it.",)


def treat_block(block: Block) -> None:
    """Not marked."""


async def sleeping() -> None:
    pass


def wrapper() -> Iterator[None]:
    yield


WRAPPED = "engines is a wrapper, but every plugin is called alone; make it a plain function"
UNMARKED = module("test_plugins", treat_block=treat_block)


@pytest.mark.parametrize(
    ("plugin", "said"),
    [
        (module("m", summarise=hookimpl(lambda: "a")), "summarise is not a hook; did you mean summarize?"),
        (module("m", qqq=hookimpl(lambda: "a")), "qqq is not a hook"),
        (module("m", a=hook("read", lambda: "a", optionalhook=True)), ""),
        (
            module("m", a=hook("treat_block", lambda blok: None)),
            "treat_block asks for blok, which is not offered; did you mean block? "
            "(it offers block, number, story, detail, option)",
        ),
        (module("m", a=hook("engines", lambda one: {})),
         "engines asks for one, which is not offered (it offers no arguments)"),
        (module("m", a=hook("engines", lambda one=1: {})), ""),
        (module("m", a=hook("engines", sleeping)), "engines is async, but nobody awaits it; make it a plain function"),
        (module("m", a=hook("engines", wrapper, wrapper=True)), WRAPPED),
        (module("m", a=hook("engines", wrapper, hookwrapper=True)), WRAPPED),
        (UNMARKED, "treat_block is not marked as a hook; put @reader.hookimpl above it"),
        (module("m"), "has no hooks; put @reader.hookimpl above each function that is one"),
        (SimpleNamespace(), "has no hooks; put @reader.hookimpl above each function that is one"),
    ],
)  # fmt: skip
def test_what_would_never_be_called_is_said_with_what_was_meant(plugin: object, said: str) -> None:
    assert trouble(plugin) == (f"cannot be used: {said}" if said else "")


def test_a_wording_rule_that_raises_leaves_the_words_as_they_are() -> None:
    def broken(text: str) -> list[Edit]:
        raise ValueError("odd")

    plugins = only(module("m", a=hook("wording_rules", lambda: [Rule("mine", broken)])))
    lines = [utterance.text for utterance in prepare(STORY, plugins).narrate()]
    (notice,) = (
        line for line in lines if line.startswith("Plugin mine failed in its wording rule mine: ValueError: odd")
    )
    assert [line for line in lines if line != notice] == ["It rained.", "It stopped."]


def test_notices_lose_nothing_when_many_ask_and_tell_at_once() -> None:
    plugins = Plugins()
    for n in range(200):
        plugins.add(module(f"m{n}", a=hook("summarize", raises(ValueError("odd")))), f"p{n}")
    told: list[str] = []
    threads = [
        threading.Thread(target=lambda: list(plugins.each("summarize", blocks=(), story=STORY))) for _ in range(4)
    ]
    for thread in threads:
        thread.start()
    while any(thread.is_alive() for thread in threads):
        told += plugins.notices()
    told += plugins.notices()
    assert sorted(line.split()[1] for line in told) == sorted(f"p{n}" for n in range(200))


# What hangs


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every plugin has a tenth of a second."""
    short = {name: spec._replace(seconds=0.1) for name, spec in HOOKS.items()}
    monkeypatch.setattr("reader.plugins.HOOKS", short)
    monkeypatch.setattr("reader.plugins._LOADING_SECONDS", 0.1)


def for_ever() -> Any:
    while True:
        pass


def asleep(seconds: float) -> Any:
    time.sleep(seconds)


@pytest.mark.parametrize("hang", [for_ever, lambda: asleep(3)], ids=["busy", "waiting"])
def test_one_that_hangs_is_named_and_the_reading_goes_on(hang: Any, hurried: None) -> None:
    plugins = Plugins()
    plugins.add(module("calm", a=hook("treat_block", lambda: "skip"), b=hook("summarize", lambda: "calm")), "calm")
    plugins.add(module("mine", a=hook("treat_block", hang), b=hook("summarize", lambda: "mine")), "mine")
    began = time.monotonic()
    reading = prepare(STORY, plugins)
    assert [block.treated_by for block in reading.story.blocks] == ["plugin calm", "plugin calm"]
    assert plugins.first("summarize", blocks=(), story=STORY) == "calm"
    assert time.monotonic() - began < 2
    assert [line.text for line in reading.narrate()] == [
        "Plugin mine failed in treat_block: did not answer within 0.1 s. Reading on without it."
    ]


def test_what_ran_in_vain_is_ended(hurried: None) -> None:
    turns: list[int] = []

    def counting() -> None:
        while True:
            turns.append(len(turns))
            time.sleep(0.001)

    plugins = only(module("m", a=hook("engines", counting)))
    assert plugins.first("engines") is None
    time.sleep(0.1)
    before = len(turns)
    time.sleep(0.1)
    assert len(turns) == before


def test_one_that_is_slow_over_a_whole_story_is_named(hurried: None) -> None:
    story = Story("", tuple(Block(Role.PARAGRAPH, str(n)) for n in range(50)))
    plugins = only(module("m", a=hook("treat_block", lambda: time.sleep(0.02))))
    prepare(story, plugins)
    (line,) = plugins.notices()
    assert line == "Plugin mine failed in treat_block: did not answer within 0.1 s. Reading on without it."


def test_a_source_has_the_time_that_its_limits_give(hurried: None) -> None:
    plugins = only(module("m", a=hook("open_location", lambda: asleep(1) or "elsewhere")))
    assert plugins.first("open_location", location="x", limits=Limits(seconds=3)) == "elsewhere"
    assert plugins.first("open_location", location="x", limits=Limits(seconds=0.01)) is None
    assert plugins.notices()[0].startswith("Plugin mine failed in open_location: did not answer within 0.11 s.")


def test_one_that_hangs_while_it_is_loaded_does_not_keep_others_away(site: Path, hurried: None) -> None:
    install(site, "aaa", slow="import time\ntime.sleep(2)\n" + GOOD.format("slow"), words=GOOD.format("words"))
    plugins = Plugins.installed(only=["slow", "words"])
    assert [(plugin.name, plugin.trouble) for plugin in plugins] == [
        ("slow", "cannot be loaded: did not answer within 0.1 s"),
        ("words", ""),
    ]


def test_a_wording_rule_that_hangs_leaves_the_words_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reader.reading._WORDING_SECONDS", 0.1)
    plugins = only(module("m", a=hook("wording_rules", lambda: [Rule("mine", lambda text: for_ever() or [])])))
    lines = [utterance.text for utterance in prepare(STORY, plugins).narrate()]
    notice = "Plugin mine failed in its wording rule mine: did not answer within 0.1 s. Reading on without it."
    assert sorted(lines) == ["It rained.", "It stopped.", notice]


# What they were tested with


@pytest.mark.parametrize(
    ("tested_with", "said"),
    [
        ("99.1", "; it was tested with sayall 99.1, and this is {}"),
        ("{}", ""),
        ("", ""),
    ],
)
def test_trouble_of_one_that_was_tested_with_another_version_tells_so(tested_with: str, said: str) -> None:
    here = metadata.version("sayall")
    plugin = module("m", TESTED_WITH=tested_with.format(here), a=hook("engines", lambda mood: {}))
    plugins = only(plugin)
    (found,) = plugins
    assert found.tested_with == tested_with.format(here)
    reason = "cannot be used: engines asks for mood, which is not offered (it offers no arguments)"
    assert found.trouble == reason + said.format(here)


def test_one_for_a_later_version_may_have_hooks_that_are_not_known_yet() -> None:
    assert trouble(module("m", a=hook("sing", lambda: "a", optionalhook=True))) == ""


def test_every_hook_and_argument_has_the_version_that_brought_it() -> None:
    for name, spec in HOOKS.items():
        assert float(spec.since) <= float(".".join(metadata.version("sayall").split(".")[:2])), name
        assert all(version >= spec.since for version in spec.arguments.values()), name
    later = hookspec(since="0.1", seconds=1, later={"b": "0.2"})(lambda a, b: None)
    assert getattr(later, SPEC) == HookSpec("0.1", 1, {"a": "0.1", "b": "0.2"})


# How they are found


GOOD = "from reader import hookimpl\n@hookimpl\ndef summarize():\n    return {!r}\n"


def install(folder: Path, distribution: str, version: str = "1.0", **plugins: str) -> None:
    """Puts modules, and a list of them as plugins, where an installer would."""
    info = folder / f"{distribution}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n")
    entries = "\n".join(f"{name} = {distribution}_{name}" for name in plugins)
    (info / "entry_points.txt").write_text(f"[other]\na = b\n\n[sayall]\n# its plugins\n{entries}\n")
    for name, source in plugins.items():
        (folder / f"{distribution}_{name}.py").write_text(source)


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on the path, where a plugin may be installed."""
    folder = tmp_path / "site"
    folder.mkdir()
    monkeypatch.setattr(sys, "path", ["", str(folder), *sys.path])
    known = set(sys.modules)
    yield folder
    for name in set(sys.modules) - known:
        if str(folder) in str(getattr(sys.modules[name], "__file__", "")):
            del sys.modules[name]


def test_what_others_installed_is_found_and_may_overrule_what_comes_with_sayall(site: Path) -> None:
    install(site, "aaa", words=GOOD.format("mine"))
    plugins = Plugins.installed()
    found = {plugin.name: plugin for plugin in plugins}
    assert (found["words"].module, found["words"].version, found["words"].distribution) == ("aaa_words", "1.0", "aaa")
    assert found["words"].hooks == ("summarize",)
    assert found["captions"].distribution == "sayall"
    caption = Block(Role.CAPTION, "A boat.")
    assert [name for name, _ in plugins.each("summarize", blocks=(caption,), story=STORY)] == ["words", "captions"]


@pytest.mark.parametrize(
    ("source", "error", "line"),
    [
        ("import no_such_module_at_all", "ModuleNotFoundError: No module named 'no_such_module_at_all'", 1),
        ("\n\n1 / 0", "ZeroDivisionError: division by zero", 3),
        ("raise SystemExit('no')", "SystemExit: no", 1),
        ("def (", "SyntaxError: invalid syntax", 1),
    ],
)
def test_one_that_cannot_be_loaded_is_named_with_the_place(site: Path, source: str, error: str, line: int) -> None:
    install(site, "bbb", words=source)
    said = f"cannot be loaded: {error} (bbb_words.py, line {line})"
    plugins = Plugins.installed(only=["words", "captions"])
    assert [(plugin.name, plugin.trouble) for plugin in plugins] == [("captions", ""), ("words", said)]
    assert plugins.notices() == (f"Plugin words {said}. Reading on without it.",)


def test_where_a_call_failed_is_said_for_the_author(site: Path) -> None:
    install(
        site, "ccc", words=GOOD.format("a").replace("    return", "    import json\n    json.loads('{')\n    return")
    )
    plugins = Plugins.installed(only=["words"])
    assert plugins.first("summarize", blocks=(), story=STORY) is None
    assert plugins.notices()[0].endswith(" (ccc_words.py, line 5). Reading on without it.")


def test_of_two_plugins_of_one_name_the_second_is_named_and_left_out(site: Path) -> None:
    install(site, "ddd", words=GOOD.format("d"), captions=GOOD.format("d"))
    install(site, "eee", words=GOOD.format("e"))
    plugins = Plugins.installed(only=["words", "captions"])
    assert [(plugin.name, plugin.trouble) for plugin in plugins] == [
        ("captions", ""),
        ("captions of ddd", "has the name of another plugin, captions of sayall, which is used instead"),
        ("words", ""),
        ("words of eee", "has the name of another plugin, words of ddd, which is used instead"),
    ]
    assert plugins.first("summarize", blocks=(), story=STORY) == "d"


def test_only_some_can_be_used_or_all_but_some_and_a_misspelt_one_is_said(site: Path) -> None:
    install(site, "fff", words=GOOD.format("f"), more=GOOD.format("m"))
    names = [plugin.name for plugin in Plugins.installed()]
    assert [plugin.name for plugin in Plugins.installed(only=["words", "more"], without=["more"])] == ["words"]
    assert [plugin.name for plugin in Plugins.installed(without=["words"])] == [n for n in names if n != "words"]
    assert list(Plugins.installed(only=[])) == []
    plugins = Plugins.installed(only=["wrods"], without=["captoins", "zzz"])
    plugins.expect(["words"])
    assert plugins.notices() == (
        "There is no plugin captoins; did you mean captions?",
        "There is no plugin wrods; did you mean words?",
        "There is no plugin zzz.",
        "There is no plugin words.",
    )
    prepare(STORY, plugins, options={"words": "a", "cpations": "skip"})
    assert plugins.notices() == ("There is no plugin cpations.",)


def test_the_current_folder_brings_no_plugins(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(tmp_path / "pages", "evil", words=GOOD.format("e"))
    monkeypatch.chdir(tmp_path / "pages")
    for path in ([""], [str(tmp_path / "pages")]):
        monkeypatch.setattr(sys, "path", [*path, str(site)])
        assert list(installed("sayall")) == []
    monkeypatch.setattr(sys, "path", [str(site), str(tmp_path / "pages")])
    assert list(installed("sayall")) == [Installed("words", "evil_words", "evil", "1.0")]


@pytest.mark.parametrize("group", ["sayall", "console_scripts", "pytest11"])
def test_what_is_found_is_what_python_itself_finds(group: str, site: Path) -> None:
    install(site, "Ggg.h_i", words="")
    expected = {
        (entry.name, entry.value, entry.dist.version) for entry in metadata.entry_points(group=group) if entry.dist
    }
    assert {(entry.name, entry.value, entry.version) for entry in installed(group)} == expected


def test_what_is_in_an_archive_is_found_too(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import shutil

    install(tmp_path / "inside", "hhh", words=GOOD.format("h"))
    archive = shutil.make_archive(str(tmp_path / "app"), "zip", tmp_path / "inside")
    monkeypatch.setattr(sys, "path", [archive, str(site)])
    assert list(installed("sayall")) == [Installed("words", "hhh_words", "hhh", "1.0")]


def test_an_object_in_a_module_can_be_a_plugin(site: Path) -> None:
    install(
        site, "iii", words="from reader import hookimpl\nclass A:\n  class B:\n    @hookimpl\n    def engines(): ...\n"
    )
    assert Installed("x", "iii_words:A.B", "iii", "").load().__name__ == "B"


def test_a_file_can_be_a_plugin(tmp_path: Path) -> None:
    file = tmp_path / "mine.py"
    file.write_text(GOOD.format("from a file"))
    plugins = Plugins()
    plugins.load_file(file)
    assert plugins.first("summarize", blocks=(), story=STORY) == "from a file"
    assert [(plugin.name, plugin.module) for plugin in plugins] == [("mine", str(file))]
    (tmp_path / "notes.txt").write_text("words")
    plugins.load_file(tmp_path / "none.py")
    plugins.load_file(tmp_path / "notes.txt")
    assert plugins.notices() == (
        f"Plugin none cannot be loaded: FileNotFoundError: [Errno 2] No such file or directory: '{tmp_path}/none.py'"
        ". Reading on without it.",
        f"Plugin notes cannot be loaded: {tmp_path}/notes.txt is no Python file; give one whose name ends in .py"
        ". Reading on without it.",
    )


def test_every_plugin_that_comes_with_sayall_works() -> None:
    plugins = Plugins.installed()
    ours = [plugin for plugin in plugins if plugin.distribution == "sayall"]
    assert {"captions", "espeak", "files", "promos", "sidebars", "silent", "web"} <= {plugin.name for plugin in ours}
    assert [plugin for plugin in ours if plugin.trouble] == []


def test_finding_the_plugins_that_come_with_sayall_imports_nothing_heavy() -> None:
    heavy = {"asyncio", "email", "ftfy", "httpx2", "importlib.metadata", "lxml", "miniaudio", "readability", "ssl"}
    script = (
        "import sys; from reader.plugins import Plugins; Plugins.installed();"
        f"print(*sorted({heavy!r}.intersection(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == []


def test_every_hook_is_known_with_its_arguments() -> None:
    assert tuple(HOOKS["treat_block"].arguments) == ("block", "number", "story", "detail", "option")
    assert set(RESULTS) <= set(HOOKS)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (Story("x", ["a"]), "gave a Story whose blocks is ['a'], not a tuple"),  # type: ignore[arg-type]
        (Story("x", ("a",)), "gave a Story whose blocks[0] is 'a', not a Block"),  # type: ignore[arg-type]
        (Story(None, ()), "gave a Story whose headline is None, not a str"),  # type: ignore[arg-type]
        (
            Story("x", (Block(Role.QUOTE, "a"), Block("quote", "b"))),  # type: ignore[arg-type]
            "gave a Story whose blocks[1].role is 'quote', not a Role",
        ),
        (
            Story("x", (Block(Role.TABLE, "a", items=(("a", 1),)),)),  # type: ignore[arg-type]
            "gave a Story whose blocks[0].items[0][1] is 1, not a str",
        ),
        (
            Story("x", (Block(Role.TABLE, "a", group="b"),)),  # type: ignore[arg-type]
            "gave a Story whose blocks[0].group is 'b', not a Group or None",
        ),
        (Page("x:", "text/plain", "words"), "gave a Page whose data is 'words', not a bytes"),  # type: ignore[arg-type]
        (
            Listing("x", (Entry("a", 3),)),  # type: ignore[arg-type]
            "gave a Listing whose entries[0].content is 3, not a Page or Story or str",
        ),
        (3, "gave 3 instead of a Page, Story, Listing or str"),
    ],
)
def test_what_a_source_gives_is_looked_into(given: object, said: str) -> None:
    class Source:
        @hookimpl
        def open_location(self, location: str) -> object:
            return given

    plugins = Plugins()
    plugins.add(Source(), "mine")
    assert plugins.first("open_location", location="x:", limits=Limits()) is None
    assert plugins.notices() == (f"Plugin mine failed in open_location: {said}. Reading on without it.",)


def test_a_plugin_that_leaves_nothing_of_a_story_is_left_out() -> None:
    class Sweeping:
        @hookimpl
        def adjust_story(self, story: Story) -> Story:
            return Story(story.headline, ())

    plugins = Plugins()
    plugins.add(Sweeping(), "sweeping")
    story = Story("", (Block(Role.PARAGRAPH, "It rained."),))
    assert [block.text for block in prepare(story, plugins).story.blocks] == ["It rained."]
    assert plugins.notices() == (
        "Plugin sweeping failed in adjust_story: gave a story without blocks; give what is not to be heard another "
        "role, and leave it there. Reading on without it.",
    )
