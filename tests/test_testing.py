"""What plugin authors test with tells the good from the bad, and shows them their own mistakes."""

import os
import socket
import subprocess
from array import array
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import SimpleQueue
from types import SimpleNamespace
from urllib.request import urlopen

import pytest

import reader_silent
from reader import Block, Entry, Limits, Listing, Page, Position, Role, Story, Treatment, hookimpl
from reader.errors import LocationError, PageError, PageTooLargeError, PluginError
from reader.script.wording.rule import Edit, Rule
from reader.speech.engine import Sound, Style, Word
from reader.speech.events import Event, Finished, Reached, Started
from reader.speech.service import Begun, Done, Passed, Service, Told
from reader.testing import (
    SourceContract,
    Ticking,
    accepted,
    answer,
    asked,
    check_engine,
    check_service,
    check_source,
    golden,
    heard,
    labelled,
    left_out,
    listening,
    listing_at,
    loudness,
    network,
    opened,
    program,
    rehearsed,
    said,
    serving,
    spoken,
    story_at,
    treated,
)
from reader.testing.network import NetworkBlockedError

STORY = Story("The quay", (Block(Role.PARAGRAPH, "It rained. It stopped."), Block(Role.CAPTION, "A boat.")))


def test_html_a_page_and_a_story_are_heard() -> None:
    html = "<!DOCTYPE html><title>The quay</title><h1>The quay</h1><p>It rained ä.</p>"
    lines = ["The quay", "It rained ä."]
    assert heard(html) == lines
    assert heard(Page("here", "text/html; charset=latin-1", html.encode("latin-1"))) == lines
    assert heard(STORY) == ["It rained.", "It stopped.", "Caption skipped."]
    assert heard(STORY, detail="full") == ["It rained.", "It stopped.", "Caption: A boat."]


class Louder:
    """Speaks captions, in a way that its option chooses."""

    @hookimpl
    def treat_block(self, block: Block, option: str) -> Treatment | None:
        return Treatment(option or "speak") if block.role is Role.CAPTION else None

    @hookimpl
    def summarize(self, blocks: tuple[Block, ...]) -> str:
        return f"{len(blocks)} in short"


def test_only_the_plugins_that_a_test_names_take_part_by_the_name_it_gives() -> None:
    assert heard(STORY, plugins=[Louder()], option="summarize") == ["It rained.", "It stopped.", "one in short"]
    assert treated(STORY, plugins=[Louder()]).blocks[1].treated_by == "plugin Louder"
    assert treated(STORY, plugins={"loud": Louder()}).blocks[1].treated_by == "plugin loud"


def test_what_a_plugin_raises_is_raised_in_the_test() -> None:
    with pytest.raises(ValueError, match="'mumble' is not a valid Treatment"):
        heard(STORY, plugins=[Louder()], option="mumble")
    with pytest.raises(PluginError, match="has no hooks"):
        heard(STORY, plugins=[SimpleNamespace()])


def test_a_rehearsal_tells_plugins_what_a_listener_hears() -> None:
    told: list[Event] = []

    class Watching:
        @hookimpl
        def heard(self, event: Event) -> None:
            told.append(event)

    events = rehearsed(STORY, plugins=[Watching()])
    assert events == told
    first, second, caption = (event.utterance for event in events if isinstance(event, Started))
    assert events == [
        Started(first),
        Reached(Position(0, 0)),
        Reached(Position(0, 3)),
        Finished(first),
        Started(second),
        Reached(Position(0, 11)),
        Reached(Position(0, 14)),
        Finished(second),
        Started(caption),
        Finished(caption),
    ]
    assert [event.utterance for event in rehearsed(STORY, start=Position(0, 11)) if isinstance(event, Finished)] == [
        second,
        caption,
    ]


def test_a_listener_presses_keys_and_hears_what_comes_of_it() -> None:
    story = Story(
        "The quay",
        (
            Block(Role.PARAGRAPH, "It rained."),
            Block(Role.HEADING, "The day after", 2),
            Block(Role.PARAGRAPH, "It stopped."),
            Block(Role.CAPTION, "A boat."),
        ),
    )
    with listening(story, plugins=[Louder()], option="skip") as listener:
        assert listener.listen(10) == ["It rained."]
        assert listener.press("h") == ["The day after"]
        assert listener.press("h") == ["no next heading"]
        assert listener.press("c") == ["Caption: A boat."]
        assert listener.press("?") == ["Reading:"]
        assert listener.printed[0] == "no next heading"
        listener.press("r")
        assert listener.to_the_end() == []
    with listening(story, start=Position(2)) as listener:
        assert listener.to_the_end() == ["It stopped.", "Caption skipped."]


def test_one_rule_is_heard_alone() -> None:
    rule = Rule("dry", lambda text: [Edit(3, 9, "poured")], languages=("en",))
    assert said(rule, "It rained on 5 May.") == "It poured on 5 May."
    assert said(rule, "It rained.", "de") == "It rained."


def test_what_was_left_out_is_told() -> None:
    assert left_out(STORY) == "Left out: 1 caption."
    assert left_out(STORY, plugins=[Louder()]) == ""


def test_installed_plugins_take_part_by_their_names() -> None:
    assert heard(STORY, plugins=["captions"], option="speak")[-1] == "Caption: A boat."
    assert heard(STORY, plugins="captions", option="skip") == ["It rained.", "It stopped."]
    assert heard(STORY, plugins=["captions", "promos"], option={"captions": "skip"}) == ["It rained.", "It stopped."]
    with pytest.raises(PluginError, match=r"there is no plugin captoins; did you mean captions\?"):
        heard(STORY, plugins=["captoins"])


def test_what_a_plugin_raises_can_be_heard_as_a_listener_hears_it() -> None:
    line, *rest = heard(STORY, plugins=[Louder()], option="mumble", raises=False)
    assert line.startswith("Plugin Louder failed in treat_block: ValueError: 'mumble' is not a valid Treatment (test_")
    assert rest == ["It rained.", "It stopped.", "Caption skipped."]


def test_one_hook_is_asked_as_sayall_asks_it() -> None:
    caption = Block(Role.CAPTION, "A boat.")
    assert asked(Louder(), "treat_block", block=caption) is Treatment.SPEAK
    assert asked(Louder(), "treat_block", block=caption, option="skip") is Treatment.SKIP
    assert asked(Louder(), "treat_block", block=Block(Role.QUOTE, "A boat.")) is None
    assert asked(Louder(), "summarize", blocks=(caption, caption)) == "2 in short"
    with pytest.raises(AssertionError, match=r"summarise is not a hook; did you mean summarize\?"):
        asked(Louder(), "summarise", blocks=())
    with pytest.raises(AssertionError, match="summarize does not offer block; it offers blocks, story"):
        asked(Louder(), "summarize", block=caption)
    with pytest.raises(AssertionError, match="summarize offers blocks; say what it is, as blocks=…"):
        asked(Louder(), "summarize")
    with pytest.raises(PluginError, match="gave 3 instead of a str"):
        asked(SimpleNamespace(summarize=hookimpl(lambda: 3)), "summarize", blocks=(caption,))


class Places:
    """Knows x:story, x:text and x:list, and what is in a page that begins with "boat:"."""

    @hookimpl
    def open_location(self, location: str) -> object:
        entries = (Entry("First", STORY), Entry("Second", "x:text"))
        return {
            "x:story": STORY,
            "x:list": Listing("Both", entries),
            "x:text": Page("x:text", "text/plain", b"Rain."),
        }.get(location)

    @hookimpl
    def read_page(self, page: Page) -> Story | None:
        return STORY if page.data.startswith(b"boat:") else None


def test_what_a_source_opens_is_had_as_what_it_is() -> None:
    places = [Places()]
    assert story_at("x:story", plugins=places) == STORY
    assert story_at(Page("", "text/plain", b"boat: 1"), plugins=places) == STORY
    assert labelled(story_at("x:list#2", plugins=places)) == [("paragraph", "Rain.")]
    assert [entry.title for entry in listing_at("x:list", plugins=places).entries] == ["First", "Second"]
    assert opened("x:text", plugins=places) == Page("x:text", "text/plain", b"Rain.")
    with pytest.raises(AssertionError, match="x:list: holds several stories; add # and a number"):
        story_at("x:list", plugins=places)
    with pytest.raises(AssertionError, match="x:story: is a Story, not a listing"):
        listing_at("x:story", plugins=places)


@pytest.mark.skipif(os.name == "nt", reason="programs are shell scripts here")
def test_a_program_stands_in_for_another_and_tells_how_it_was_called() -> None:
    before = os.environ["PATH"]
    with program("paste", "Ä\n", complains="odd", status=3) as called:
        done = subprocess.run(["paste", "-x", "a b"], capture_output=True, check=False)
        assert list(called) == [["-x", "a b"]]
    assert (done.stdout.decode(), done.stderr, done.returncode) == ("Ä\n", b"odd", 3)
    assert list(called) == [["-x", "a b"]]
    assert os.environ["PATH"] == before


def test_a_service_is_rehearsed_as_well() -> None:
    events = rehearsed(STORY, service=Teleprinter())
    assert [event.utterance.text for event in events if isinstance(event, Finished)] == [
        "It rained.",
        "It stopped.",
        "Caption skipped.",
    ]


def test_the_words_and_the_sound_of_an_engine_are_told() -> None:
    words, sound = spoken(Ticking(), "Hi you.", Style(rate_wpm=180))
    assert (words, sound) == ({"Hi": 0, "you.": 240}, array("h", bytes(2 * 7 * 80)))
    assert (loudness(sound), loudness(array("h", [5, -7])), loudness(array("h"))) == (0, 6, 0)
    with pytest.raises(AssertionError, match="'Hi' came after its sound"):
        spoken(Late(), "Hi you.")


class Source:
    """A source that keeps the contract; each test breaks it in one way."""

    @hookimpl
    def open_location(self, location: str, limits: Limits) -> object:
        if not location.startswith("a:"):
            return None
        if location == "a:none":
            raise LocationError("a:none: is not there; look elsewhere")
        return self.page(location, limits)

    def page(self, location: str, limits: Limits) -> object:
        if limits.bytes < 5:
            raise PageTooLargeError(f"{location}: is too long; cut it")
        return Page(location, "text/plain; charset=utf-8", b"words")


class Nowhere(Source):
    def page(self, location: str, limits: Limits) -> object:
        return Page("", "text/plain", b"words")


class Untyped(Source):
    def page(self, location: str, limits: Limits) -> object:
        return Page(location, "html", b"words")


class Empty(Source):
    def page(self, location: str, limits: Limits) -> object:
        return Page(location, "text/html", b"")


class Endless(Source):
    def page(self, location: str, limits: Limits) -> object:
        return Page(location, "text/html", b"words")


class Bytes(Source):
    def page(self, location: str, limits: Limits) -> object:
        return b"words"


class Wordy(Source):
    def page(self, location: str, limits: Limits) -> object:
        raise PageError("a:\nb")


class Nameless(Source):
    def page(self, location: str, limits: Limits) -> object:
        raise PageError("it is not there")


class Broken(Source):
    def page(self, location: str, limits: Limits) -> object:
        return 1 / 0


def test_a_source_that_keeps_its_contract_passes() -> None:
    check_source(Source(), opens=["a:b"], fails=["a:none"], leaves=["b"])


@pytest.mark.parametrize(
    ("source", "locations", "said"),
    [
        (Nowhere(), {"opens": ["a:b"]}, "a:b: the page does not say where it is"),
        (Untyped(), {"opens": ["a:b"]}, "a:b: 'html' is not a media type with at most a charset"),
        (Empty(), {"opens": ["a:b"]}, "a:b: 0 bytes, but the limits allow 1 to 10000000"),
        (Endless(), {"opens": ["a:b"]}, "a:b: 5 bytes were opened where the limits allowed 4"),
        (Source(), {"opens": ["b"]}, "b: is to be opened, but it was left to others"),
        (Source(), {"leaves": ["a:b"]}, "a:b: is to be left to others, but it was opened"),
        (Source(), {"fails": ["a:b"]}, "a:b: is to fail, but it was opened"),
        (Source(), {"fails": ["b"]}, "b: is to fail, but it was left to others"),
        (Wordy(), {"fails": ["a:b"]}, "a:b: the message has several lines: 'a:\\nb'"),
        (Nameless(), {"fails": ["a:b"]}, "a:b: the message does not name it: 'it is not there'"),
    ],
)
def test_a_source_that_breaks_its_contract_is_told_how(
    source: object, locations: dict[str, list[str]], said: str
) -> None:
    with pytest.raises(AssertionError) as raised:
        check_source(source, **locations)  # type: ignore[arg-type]
    assert str(raised.value).partition("\n")[0] == said


def test_a_source_that_gives_something_else_is_told_what() -> None:
    with pytest.raises(PluginError, match="gave b'words' instead of a Page, Story, Listing or str"):
        check_source(Bytes(), opens=["a:b"])


def test_a_source_that_raises_shows_its_own_error() -> None:
    with pytest.raises(ZeroDivisionError):
        check_source(Broken(), opens=["a:b"])


def test_engines_that_keep_their_contract_pass() -> None:
    check_engine(Ticking)
    check_engine(reader_silent.engines()["silent"])


def test_ticking_can_be_worked_out_in_the_head() -> None:
    assert list(Ticking().synthesize(" Hi you.", "en", Style(rate_wpm=180))) == [
        Word(80, 1),
        Sound(bytes(2 * 4 * 80)),
        Word(320, 4),
        Sound(bytes(2 * 4 * 80)),
    ]


class Late(Ticking):
    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Sound | Word]:  # type: ignore[override]
        yield from sorted(super().synthesize(text, language, style), key=lambda item: isinstance(item, Word))


class Beyond(Ticking):
    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Sound | Word]:  # type: ignore[override]
        yield from super().synthesize(text, language, style)
        if text:
            yield Word(10**9, len(text) - 1)


class Outside(Ticking):
    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Sound | Word]:  # type: ignore[override]
        for item in super().synthesize(text, language, style):
            yield Word(item.sample, len(text)) if isinstance(item, Word) else item


class Mute(Ticking):
    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Sound | Word]:  # type: ignore[override]
        yield from ()


class Steady(Ticking):
    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Sound | Word]:  # type: ignore[override]
        yield from super().synthesize(text, language, Style())


class Odd(Ticking):
    def synthesize(self, text: str, language: str, style: Style) -> Iterator[Sound | Word]:  # type: ignore[override]
        yield Sound(b"abc")


@pytest.mark.parametrize(
    ("engine", "said"),
    [
        (Late, "comes after"),
        (Beyond, "starts after the last of"),
        (Outside, "is not in the text"),
        (Mute, "made no sound"),
        (Steady, "twice the rate should take about half the time, but took 100%"),
        (Odd, "half a sample"),
    ],
)
def test_an_engine_that_breaks_its_contract_is_told_how(engine: type[Ticking], said: str) -> None:
    with pytest.raises(AssertionError) as raised:
        check_engine(engine)
    assert said in str(raised.value)


class TestSource(SourceContract):
    """The contract as tests, which an author inherits."""

    plugin = Source()
    opens = ("a:b",)
    fails = ("a:none",)
    leaves = ("b",)


def test_what_is_heard_is_compared_with_what_was_accepted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "heard.txt"
    with pytest.raises(AssertionError, match=r"heard\.txt: is not there yet; pytest --accept writes it"):
        golden(["It rained."], file)
    monkeypatch.setattr(accepted, "accepting", True)
    golden(["It rained.", "It\n stopped."], file)
    assert file.read_text("utf-8") == "It rained.\nIt stopped.\n"
    monkeypatch.setattr(accepted, "accepting", False)
    golden(["It rained.", "It stopped."], file)
    with pytest.raises(AssertionError) as raised:
        golden(["It rained.", "It snowed."], file)
    assert str(raised.value).splitlines() == [
        "what is heard has changed; pytest --accept takes it as right",
        "--- heard.txt, accepted",
        "+++ heard now",
        "@@ -1,2 +1,2 @@",
        " It rained.",
        "-It stopped.",
        "+It snowed.",
    ]


def test_the_network_is_not_reached() -> None:
    said = "example.org is on the network, which tests do not reach; serve it with reader.testing.serving"
    with pytest.raises(NetworkBlockedError, match=said):
        socket.create_connection(("example.org", 80))
    with pytest.raises(NetworkBlockedError, match=r"192\.0\.2\.1 is on the network"), socket.socket() as plain:
        plain.connect(("192.0.2.1", 80))
    with serving({"/": answer(b"here")}) as address, urlopen(address + "/") as page:
        assert page.read() == b"here"


@pytest.mark.network
def test_a_test_may_ask_for_the_network() -> None:
    assert socket.getaddrinfo is not network._guarded_look_up


class Teleprinter:
    """A service that is done with each message at once; each test breaks it in one way."""

    name = "teleprinter"
    rate_wpm = fastest_wpm = 180
    sets_volume = False

    def __init__(self) -> None:
        self.told: SimpleQueue[Told] = SimpleQueue()
        self.number = 0

    def say(self, text: str, language: str, rate_wpm: int | None, volume: int) -> int:
        self.number += 1
        for told in self.of(self.number, text):
            self.told.put(told)
        return self.number

    def of(self, number: int, text: str) -> tuple[Told, ...]:
        return Begun(number), Passed(number, len(text) - 1), Done(number)

    def cancel(self) -> None:
        self.told = SimpleQueue()

    def next(self, timeout_s: float) -> Told | None:
        return None if self.told.empty() else self.told.get()

    def close(self) -> None:
        pass


class Unbegun(Teleprinter):
    def of(self, number: int, text: str) -> tuple[Told, ...]:
        return (Done(number),)


class Elsewhere(Teleprinter):
    def of(self, number: int, text: str) -> tuple[Told, ...]:
        return Begun(number), Passed(number, len(text)), Done(number)


class Silenced(Teleprinter):
    def of(self, number: int, text: str) -> tuple[Told, ...]:
        return Begun(number), Done(number, canceled=True)


class Unended(Teleprinter):
    def of(self, number: int, text: str) -> tuple[Told, ...]:
        return (Begun(number),)


class Wordless(Teleprinter):
    def of(self, number: int, text: str) -> tuple[Told, ...]:
        return (None, "yes")  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("service", "said"),
    [
        (Unbegun, "'Yes.': was done before it was begun"),
        (Elsewhere, "'Yes.': the place 4 is not in it, or behind 0"),
        (Silenced, "'Yes.': was silenced, but nobody asked for that"),
        (Unended, "'Yes.': was not done within 0.2 s"),
        (Wordless, "'Yes.': it told a str instead of Begun, Passed or Done"),
        (object, "a service has name; see reader.speech.service"),
    ],
)
def test_a_service_that_breaks_its_contract_is_told_how(service: Callable[[], Service], said: str) -> None:
    check_service(Teleprinter, seconds=1)
    with pytest.raises(AssertionError) as raised:
        check_service(service, seconds=0.2)
    assert str(raised.value).partition("\n")[0] == said
