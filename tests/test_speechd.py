"""Speech through the listener's own service: one message a sentence, and the place that the service tells."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import dispatcher as dispatcher_program
import pytest
import session_bus
import ssip

import reader_speechd_service as reader_speechd
from reader import Block, Position, Role, Story
from reader.errors import EngineError
from reader.script.narrate import narrate
from reader.script.utterance import Utterance
from reader.speech.events import Event, Finished, Reached, Started
from reader.speech.service_player import ServicePlayer
from reader.testing import asked, check_service

STORY = Story(
    "The ferry",
    (
        Block(Role.HEADLINE, "The ferry"),
        Block(Role.PARAGRAPH, "It left at nine & was full. Nobody waved. The dog barked."),
        Block(Role.QUOTE, "Adieu !", language="fr"),
    ),
    language="en",
)
SLOW = 0.01
"""Seconds a character: slow enough for a command to come in between."""


@pytest.fixture
def service(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ssip.Service]:
    monkeypatch.setenv("SPEECHD_ADDRESS", f"unix_socket:{tmp_path}/ssip")
    monkeypatch.setattr("locale.getlocale", lambda: ("en_GB", "UTF-8"))
    with ssip.serving(tmp_path / "ssip") as served:
        yield served


class Listening:
    """A player at the test's service, and what it told."""

    def __init__(self, story: Story = STORY, rate_wpm: int | None = None) -> None:
        self.events: list[Event] = []

        def script(start: Position) -> Iterator[Utterance]:
            return narrate(story, start)

        self.player = ServicePlayer(
            script, service=reader_speechd.Speechd(), rate_wpm=rate_wpm, on_event=self.events.append
        )

    def until(self, ready: Callable[[], object]) -> None:
        end = time.monotonic() + 10
        while not ready():
            assert time.monotonic() < end, self.events
            time.sleep(0.002)


@pytest.fixture
def listening(service: ssip.Service) -> Iterator[Listening]:
    ready = Listening()
    with ready.player:
        yield ready


def test_it_keeps_the_contract_of_a_service(service: ssip.Service) -> None:
    check_service(asked("speechd", "services")["speechd"])


def test_a_story_is_one_message_a_sentence(service: ssip.Service, listening: Listening) -> None:
    listening.player.play()
    listening.player.wait(10)
    assert service.texts() == [
        "The ferry",
        "It left at nine & was full.",
        "Nobody waved.",
        "The dog barked.",
        "Adieu !",
    ]


def test_the_place_follows_what_the_service_tells(service: ssip.Service, listening: Listening) -> None:
    listening.player.play()
    listening.player.wait(10)
    listening.until(lambda: len([e for e in listening.events if isinstance(e, Finished)]) == 5)
    heard = [e.at for e in listening.events if isinstance(e, Reached) and e.at.block == 1]
    text = STORY.blocks[1].text
    assert [text[at.offset :].split()[0] for at in heard] == text.split()
    kinds = [type(event) for event in listening.events if not isinstance(event, Reached)]
    assert kinds == [Started, Finished] * 5
    assert listening.player.position.block == 2


def test_the_settings_of_the_listener_stay_unless_others_are_asked_for(
    service: ssip.Service, listening: Listening
) -> None:
    listening.player.play()
    listening.player.wait(10)
    given = {line.split()[2] for line in service.lines if line.startswith("SET")}
    assert given == {"CLIENT_NAME", "SSML_MODE", "PRIORITY", "NOTIFICATION", "LANGUAGE"}
    assert [said.settings.get("LANGUAGE") for said in service.said] == [None] * 4 + ["fr"]
    assert {said.settings["PRIORITY"] for said in service.said} == {"MESSAGE"}


def test_a_rate_that_is_asked_for_is_set(service: ssip.Service) -> None:
    quick = Listening(rate_wpm=280)
    with quick.player:
        quick.player.play()
        quick.player.wait(10)
        assert quick.player.rate_wpm == 280
    assert {said.settings.get("RATE") for said in service.said} == {"50"}


def test_a_pause_cancels_and_goes_on_with_the_word_that_was_interrupted(
    service: ssip.Service, listening: Listening
) -> None:
    service.pace = SLOW
    text = STORY.blocks[1].text
    listening.player.play()
    listening.until(lambda: listening.player.position >= Position(1, text.index("nine")))
    listening.player.pause()
    at = listening.player.position
    before = len(service.said)
    time.sleep(0.3)
    assert (listening.player.position, len(service.said), listening.player.ended) == (at, before, False)
    service.pace = 0
    listening.player.resume()
    listening.player.wait(10)
    again = service.texts()[before:]
    assert again == [text[at.offset : text.index(" Nobody")], "Nobody waved.", "The dog barked.", "Adieu !"]
    assert not [line for line in service.lines if line.startswith(("PAUSE", "RESUME", "STOP"))]
    assert [line for line in service.lines if line.startswith("CANCEL")] == ["CANCEL SELF"]


def test_a_jump_is_said_at_once_and_while_paused_only_its_sentence(service: ssip.Service, listening: Listening) -> None:
    service.pace = SLOW
    listening.player.play()
    listening.until(lambda: listening.player.position.block == 1)
    listening.player.pause()
    before = len(service.said)
    listening.player.seek(Position(1, STORY.blocks[1].text.index("Nobody")))
    time.sleep(0.6)
    assert service.texts()[before:] == ["Nobody waved."]
    assert (listening.player.paused, listening.player.ended) == (True, False)
    service.pace = 0
    listening.player.resume()
    listening.player.wait(10)
    assert service.texts()[before:] == ["Nobody waved.", "The dog barked.", "Adieu !"]


def test_a_line_said_in_between_interrupts_and_the_story_goes_on(service: ssip.Service, listening: Listening) -> None:
    service.pace = SLOW
    text = STORY.blocks[1].text
    listening.player.play()
    listening.until(lambda: listening.player.position >= Position(1, text.index("left")))
    before = len(service.said)
    listening.player.say("Paragraph 1 of 1", "less than a minute left")
    at = listening.player.position
    service.pace = 0
    listening.player.wait(10)
    assert service.texts()[before:] == [
        "Paragraph 1 of 1",
        "less than a minute left",
        text[at.offset : text.index(" Nobody")],
        "Nobody waved.",
        "The dog barked.",
        "Adieu !",
    ]


def test_a_jump_with_a_line_says_only_the_line_while_paused(service: ssip.Service, listening: Listening) -> None:
    service.pace = SLOW
    listening.player.play()
    listening.until(lambda: listening.player.position.block == 1)
    listening.player.pause()
    before = len(service.said)
    listening.player.seek(Position(1, STORY.blocks[1].text.index("Nobody")), "Nobody", alone=True)
    time.sleep(0.4)
    assert service.texts()[before:] == ["Nobody"]
    service.pace = 0
    listening.player.resume()
    listening.player.wait(10)
    assert service.texts()[before:] == ["Nobody", "Nobody waved.", "The dog barked.", "Adieu !"]


def test_the_volume_is_a_part_of_the_listeners_own(service: ssip.Service, listening: Listening) -> None:
    listening.player.set_volume(50)
    listening.player.play()
    listening.player.wait(10)
    assert {said.settings.get("VOLUME") for said in service.said} == {"-50"}


def test_silence_asked_for_by_another_program_is_a_pause(service: ssip.Service, listening: Listening) -> None:
    service.pace = SLOW
    listening.player.play()
    listening.until(lambda: listening.player.position.block == 1)
    other = reader_speechd.Speechd()
    other._connection.ask("CANCEL ALL")
    other.close()
    listening.until(lambda: listening.player.paused)
    assert listening.player.position.block == 1
    service.pace = 0
    listening.player.resume()
    listening.player.wait(10)
    assert service.texts()[-1] == "Adieu !"


def test_markup_and_lines_with_a_dot_arrive_as_text(service: ssip.Service) -> None:
    odd = Listening(Story("x", (Block(Role.PARAGRAPH, '.. <b>5 < 6</b> & "7" \x07'),)))
    with odd.player:
        odd.player.play()
        odd.player.wait(10)
    assert service.texts() == ['.. <b>5 < 6</b> & "7"  ']


def test_a_service_that_goes_away_is_named(service: ssip.Service, listening: Listening) -> None:
    service.pace = SLOW
    listening.player.play()
    listening.until(lambda: listening.player.position.block == 1)
    listening.player._service._connection._wire.shutdown(2)  # type: ignore[attr-defined]
    with pytest.raises(EngineError, match="Speech Dispatcher has gone"):
        listening.player.wait(10)


def test_without_a_service_its_place_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", "inet_socket:127.0.0.1:9")
    with pytest.raises(EngineError, match=r"127\.0\.0\.1:9"):
        reader_speechd.Speechd()


@pytest.mark.parametrize(("wpm", "number"), [(40, -100), (80, -100), (170, 0), (280, 50), (390, 100), (900, 100)])
def test_rates_become_numbers_of_the_service(wpm: int, number: int) -> None:
    assert reader_speechd.number(wpm) == number
    assert reader_speechd.wpm(number) == min(max(wpm, 80), 390)


EXAMPLE = Path(__file__).parents[1] / "docs" / "example.html"


def sayall(*arguments: str, bus: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from reader.cli import main; main()", *arguments]
    environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": bus, "XDG_RUNTIME_DIR": "/nonexistent"}
    return subprocess.run(command, capture_output=True, text=True, env=environment, timeout=60)


def test_a_page_is_read_through_the_service_that_is_named(service: ssip.Service) -> None:
    done = sayall(str(EXAMPLE), "--engine", "speechd", "--rate", "280")
    assert (done.returncode, done.stderr) == (0, "")
    spoken = sayall("text", "--words", str(EXAMPLE)).stdout.splitlines()
    assert [" ".join(text.split()) for text in service.texts()][: len(spoken)] == spoken
    assert {said.settings.get("RATE") for said in service.said} == {"50"}


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a session whose screen reader is switched on."""
    if why := session_bus.missing():
        pytest.skip(why)
    with session_bus.screen_reader_on() as address:
        yield address


def test_where_a_screen_reader_runs_sayall_takes_turns_with_it_and_says_so(service: ssip.Service, bus: str) -> None:
    done = sayall(str(EXAMPLE), bus=bus)
    assert done.stderr == (
        "sayall: a screen reader is running, so sayall speaks in turn with it, through Speech Dispatcher; "
        "--engine overrides this\n"
    )
    assert service.texts()[0] == "Night ferry returns to Port Ellery after eleven years"


def test_where_turns_cannot_be_taken_the_story_is_printed_for_the_screen_reader(
    bus: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", "inet_socket:127.0.0.1:9")
    done = sayall(str(EXAMPLE), bus=bus)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "Night ferry returns to Port Ellery after eleven years"
    assert "nobody talks over the other" in done.stderr


def test_another_engine_overrides_it(service: ssip.Service, bus: str, tmp_path: Path) -> None:
    done = sayall(str(EXAMPLE), "--engine", "silent", bus=bus)
    assert "screen reader" not in done.stderr
    assert service.texts() == []


@pytest.fixture
def dispatcher(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Path]:
    """A private Speech Dispatcher that speaks into PulseAudio's null sink, by the module of that name."""
    if why := dispatcher_program.missing():
        pytest.skip(why)
    folder = tmp_path_factory.mktemp("sd")
    with dispatcher_program.dispatching(folder, request.param) as environment:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        yield folder


@pytest.mark.sound
@pytest.mark.parametrize("dispatcher", ["espeak-ng", "sayall"], indirect=True)
def test_the_real_speech_dispatcher_tells_each_word_and_is_silenced_at_once(dispatcher: Path) -> None:
    listening = Listening(rate_wpm=300)
    with listening.player:
        listening.player.play()
        listening.until(lambda: listening.player.position.block == 1 and listening.player.position.offset > 10)
        listening.player.pause()
        at = listening.player.position
        time.sleep(0.5)
        assert listening.player.position == at
        listening.player.resume()
        listening.player.wait(20)
    finished = [event.utterance.text for event in listening.events if isinstance(event, Finished)]
    assert finished == [
        "The ferry", "It left at nine & was full.", "Nobody waved.", "The dog barked.", "Adieu !",
    ]  # fmt: skip
    reached = [event.at for event in listening.events if isinstance(event, Reached)]
    assert reached == sorted(reached)
    assert len({at for at in reached if at.block == 1}) >= 8
