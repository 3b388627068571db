"""The story handed to the screen reader that is running: NVDA, JAWS, Orca, VoiceOver, each as its makers document it.

NVDA, JAWS and VoiceOver do not run here: what stands in for them takes what they take, and keeps a record.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import orca
import pytest
import session_bus

from reader import Block, Position, Role, Story, Treatment
from reader.errors import EngineError
from reader.script.narrate import narrate
from reader.speech.events import Event, Finished
from reader.speech.service_player import ServicePlayer
from reader.speech.walk import Walk
from reader.testing import check_service
from reader_screenreader_prism import Prism
from reader_screenreader_prism import running as reached
from reader_screenreader_service import ScreenReader
from reader_screenreader_voiceover import VoiceOver

CAPTIONS = (Block(Role.CAPTION, "A hen.", treatment=Treatment.ANNOUNCE),) * 3
STORY = Story(
    "The ferry",
    (Block(Role.HEADLINE, "The ferry"), *CAPTIONS, Block(Role.PARAGRAPH, "It left at nine. Nobody waved.")),
    language="en",
)
LINES = ["The ferry", "3 captions skipped.", "It left at nine.", "Nobody waved."]
FAST_WPM = 6_000


@dataclass(frozen=True, slots=True)
class Features:
    """The capabilities of a backend of prismatoid that we look at."""

    supports_output: bool = True
    supports_stop: bool = True
    supports_is_speaking: bool = False


@dataclass(slots=True)
class Backend:
    """A backend of prismatoid: what it was asked to do."""

    name: str
    features: Features = field(default_factory=Features)
    asked: list[tuple[str, ...]] = field(default_factory=list)
    speaking: bool = False

    def speak(self, text: str, interrupt: bool = False) -> None:
        assert not interrupt
        self.asked.append(("speak", text))

    def output(self, text: str, interrupt: bool = False) -> None:
        assert not interrupt
        self.asked.append(("output", text))

    def stop(self) -> None:
        self.asked.append(("stop",))


@dataclass(frozen=True, slots=True)
class Context:
    """The registry of prismatoid, the best first; those that do not run raise when they are made."""

    backends: tuple[Backend, ...]
    absent: frozenset[str] = frozenset()

    @property
    def backends_count(self) -> int:
        return len(self.backends)

    def id_of(self, index: int) -> int:
        return index + 100

    def name_of(self, number: int) -> str:
        return self.backends[number - 100].name

    def create(self, number: int) -> Backend:
        backend = self.backends[number - 100]
        if backend.name in self.absent:
            raise RuntimeError("Backend not available")
        return backend


def on_windows(*absent: str) -> Context:
    return Context(tuple(map(Backend, ("JAWS", "NVDA", "UIA", "SAPI", "OneCore"))), frozenset(absent))


def find(context: Context) -> Prism:
    stands_in: Any = context
    return reached(stands_in)


@pytest.mark.parametrize(("absent", "found"), [((), "JAWS"), (("JAWS",), "NVDA")])
def test_the_screen_reader_that_runs_is_found(absent: tuple[str, ...], found: str) -> None:
    assert find(on_windows(*absent)).name == found


def test_a_voice_of_the_system_is_never_taken_for_a_screen_reader() -> None:
    with pytest.raises(EngineError, match="no screen reader answers"):
        find(on_windows("JAWS", "NVDA"))


def play(service: ScreenReader, events: list[Event] | None = None) -> ServicePlayer:
    def script(start: Position) -> Iterator[Any]:
        return narrate(STORY, start)

    heard = events if events is not None else []
    return ServicePlayer(script, service=service, rate_wpm=FAST_WPM, on_event=heard.append)


def test_nvda_gets_the_story_and_its_announcements_in_speech_and_braille() -> None:
    context = on_windows("JAWS")
    events: list[Event] = []
    with play(ScreenReader(find(context)), events) as player:
        player.play()
        player.wait(20)
    assert context.backends[1].asked == [("output", line) for line in LINES]
    assert [event.utterance.text for event in events if isinstance(event, Finished)][:3] == LINES[:3]


def test_it_keeps_the_contract_of_a_service() -> None:
    check_service(lambda: ScreenReader(find(on_windows())))


def test_a_pause_is_silence_and_the_sentence_comes_again() -> None:
    context = on_windows("JAWS")
    nvda = context.backends[1]
    with play(ScreenReader(find(context))) as player:
        player.set_rate(10)
        player.play(Position(4))
        until(lambda: nvda.asked)
        player.pause()
        assert nvda.asked == [("output", "It left at nine."), ("stop",)]
        assert player.position == Position(4)
        player.set_rate(FAST_WPM)
        player.resume()
        player.wait(20)
    assert nvda.asked[2:] == [("output", "It left at nine."), ("output", "Nobody waved.")]


def test_a_jump_to_a_section_is_announced_with_its_number() -> None:
    context = on_windows("JAWS")
    nvda = context.backends[1]
    sections = tuple(Block(Role.HEADING, f"Part {n}", level=2) for n in "AB")
    story = Story("", (Block(Role.PARAGRAPH, "It left at nine."), *sections), language="en")
    player = ServicePlayer(lambda at: narrate(story, at), service=ScreenReader(find(context)), rate_wpm=100)
    with player:
        player.play()
        until(lambda: nvda.asked)
        Walk(story, player, sections="said").press("h")
        until(lambda: len(nvda.asked) > 2)
    assert nvda.asked[:3] == [("output", "It left at nine."), ("stop",), ("output", "Section 1 of 2")]


def test_one_that_tells_whether_it_speaks_is_waited_for() -> None:
    teller = Backend("NVDA", Features(supports_is_speaking=True), speaking=True)
    with play(ScreenReader(find(Context((teller,))))) as player:
        player.play()
        time.sleep(1)
        assert teller.asked == [("output", LINES[0])]
        teller.speaking = False
        until(lambda: len(teller.asked) > 1)


def test_one_that_has_only_speech_is_spoken_through() -> None:
    plain = Backend("NVDA", Features(supports_output=False))
    find(Context((plain,))).present("Section 2\0 of 7")
    assert plain.asked == [("speak", "Section 2 of 7")]


def until(ready: Callable[[], object]) -> None:
    end = time.monotonic() + 10
    while not ready():
        assert time.monotonic() < end
        time.sleep(0.005)


def test_prismatoid_itself_takes_what_we_ask_of_it() -> None:
    prism = pytest.importorskip("prism", reason="not installed: prismatoid", exc_type=ImportError)
    asked: list[tuple[object, ...]] = []
    custom: Any = prism.CustomBackend

    class Nvda(custom):  # type: ignore[misc]
        def output(self, text: str, interrupt: bool) -> None:
            asked.append(("output", text, interrupt))

        def stop(self) -> None:
            asked.append(("stop",))

    builder = prism.RegistryBuilder()
    builder.add_backend("NVDA", Nvda, priority=103)
    found = reached(prism.Context(builder.freeze()))
    assert (found.name, found.is_speaking()) == ("NVDA", None)
    found.present("3 captions skipped.")
    found.silence()
    assert asked == [("output", "3 captions skipped.", False), ("stop",)]


def test_voiceover_is_asked_by_its_own_script(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "osascript"
    script.write_text(
        f'#!/bin/sh\nfor part; do printf "%s|" "$part"; done >> {tmp_path}/asked\necho >> {tmp_path}/asked\n'
    )
    script.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with play(ScreenReader(VoiceOver())) as player:
        player.play()
        player.wait(20)
    said = 'tell application "VoiceOver" to output item 1 of given'
    asked = (tmp_path / "asked").read_text().splitlines()
    assert asked == [f"-e|on run given|-e|{said}|-e|end run|{line}|" for line in LINES]


def test_voiceover_that_may_not_be_asked_says_what_to_allow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script = tmp_path / "osascript"
    script.write_text("#!/bin/sh\necho 'execution error: not allowed (-1743)' >&2\nexit 1\n")
    script.chmod(0o700)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    with play(ScreenReader(VoiceOver())) as player:
        player.play()
        with pytest.raises(EngineError, match=r"VoiceOver Utility.*-1743"):
            player.wait(20)


EXAMPLE = Path(__file__).parents[1] / "docs" / "example.html"


@pytest.fixture
def bus() -> Iterator[str]:
    if why := session_bus.missing():
        pytest.skip(why)
    with session_bus.screen_reader_on() as address:
        yield address


@pytest.fixture
def orca_49(bus: str, tmp_path: Path) -> Iterator[Path]:
    """What Orca's remote controller was asked for, as lines, on a bus whose screen reader is switched on."""
    pytest.importorskip("prism", reason="not installed: prismatoid", exc_type=ImportError)
    python = "/usr/bin/python3"
    if not shutil.which(python) or subprocess.run([python, "-c", "import gi"], capture_output=True).returncode:
        pytest.skip("not installed: python3-gi")
    asked = tmp_path / "asked"
    command = [python, str(Path(__file__).with_name("orca_remote.py")), str(asked)]
    with session_bus.running(command, {**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus}):
        until(asked.exists)
        yield asked


def test_where_orca_runs_without_speech_dispatcher_it_is_handed_the_story(
    orca_49: Path,
    bus: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", "inet_socket:127.0.0.1:9")
    command = [sys.executable, "-c", "from reader.cli import main; main()", str(EXAMPLE), "--rate", "900"]
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus, "XDG_RUNTIME_DIR": "/nonexistent"}
    process = subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    assert process.stderr
    told = process.stderr.readline()
    until(lambda: len(orca_49.read_text().splitlines()) > 2)
    process.terminate()
    process.wait(10)
    process.stderr.close()
    assert told == (
        "sayall: a screen reader is running, so sayall hands it the story sentence by sentence; + and - set the pace; "
        "--engine overrides this\n"
    )
    assert orca_49.read_text().splitlines()[:2] == [
        "PresentMessage Night ferry returns to Port Ellery after eleven years",
        "PresentMessage The crossing that emptied the town when it stopped is back, with a smaller ship and a full "
        "passenger list.",
    ]


@pytest.mark.orca
@pytest.mark.slow
def test_orca_itself_says_the_story_that_it_is_handed() -> None:
    pytest.importorskip("prism", reason="not installed: prismatoid", exc_type=ImportError)
    if why := orca.missing("chromium") or ("" if orca.version() >= 49 else "Orca has no remote controller before 49"):
        pytest.skip(why)
    page = Path(__file__).with_name("view") / "lighthouse.html"
    with tempfile.TemporaryDirectory(prefix="orca", ignore_cleanup_errors=True) as folder:
        with orca.desk(Path(folder), page.as_uri()) as desk:
            before = len(desk.service.said)
            command = [sys.executable, "-c", "from reader.cli import main; main()", str(EXAMPLE)]
            reading = session_bus.running([*command, "--engine", "screenreader", "--rate", "900"], desk.environment)
            with reading:
                orca.until(lambda: len(desk.service.said) > before + 3, "Orca was handed nothing", 60)
        said = desk.service.texts()[before:]
    assert said[:2] == [
        "Night ferry returns to Port Ellery after eleven years",
        "The crossing that emptied the town when it stopped is back, with a smaller ship and a full passenger list.",
    ]
