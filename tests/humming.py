"""What the tests of the player play: an engine that hums evenly, a short story, and a log of what was heard."""

import re
from collections.abc import Callable, Generator, Iterator

from reader.errors import EngineError
from reader.script.narrate import narrate
from reader.script.utterance import Utterance
from reader.speech.engine import Engine, Sound, Speaker, Style, Word
from reader.speech.events import Event, Finished, Reached, Started
from reader.speech.outputs.nothing import Nothing
from reader.speech.player import Player
from reader.story import Block, Position, Role, Story, Treatment

LOUDNESS = 10_000
MS_A_CHARACTER = 10

STORY = Story(
    "Storm",
    (
        Block(Role.HEADLINE, "Storm hits coast", 1),
        Block(Role.PARAGRAPH, "Roofs flew off. Trees fell too."),
        Block(Role.CAPTION, "A roof in a tree.", treatment=Treatment.SKIP),
        Block(Role.HEADING, "Outlook", 2),
        Block(Role.PARAGRAPH, "It will rain. Then it stops."),
    ),
    language="en",
)


class Humming:
    """Every character is 10 ms of even sound at 180 words a minute; ``asked`` are the texts it was given.

    It fails, or hangs until it is closed, at the word ``fails_at`` or ``hangs_at``.
    """

    sample_rate = 8_000

    def __init__(
        self, name: str = "humming", *, fails_at: str = "", hangs: Callable[[str], None] | None = None
    ) -> None:
        self.name = name
        self.asked: list[str] = []
        self.closed = False
        self._fails_at, self._hangs = fails_at, hangs

    def speakers(self) -> tuple[Speaker, ...]:
        return ()

    def synthesize(self, text: str, language: str, style: Style) -> Generator[Sound | Word]:
        self.asked.append(text)
        samples_each = self.sample_rate * MS_A_CHARACTER * 180 // (1000 * style.rate_wpm)
        for found in re.finditer(r"\S+\s*", text):
            if self._fails_at and found[0].startswith(self._fails_at):
                raise EngineError("the engine broke")
            if self._hangs:
                self._hangs(found[0])
            yield Word(found.start() * samples_each, found.start())
            yield Sound((LOUDNESS * style.volume // 100).to_bytes(2, "little") * (samples_each * len(found[0])))

    def close(self) -> None:
        self.closed = True


class Listening:
    """A player of `STORY` on a clock that is advanced by hand, and ``log``: the moment in ms, and what was heard."""

    def __init__(
        self,
        engine: Engine | None = None,
        *,
        script: Callable[[Position], Iterator[Utterance]] | None = None,
        style: Style | None = None,
        fallbacks: tuple[Callable[[], Engine], ...] = (),
        patience_s: float = 8.0,
    ) -> None:
        self.log: list[str] = []
        self.notices: list[str] = []
        self.output = Nothing(keep=True)
        self.player = Player(
            script or (lambda start: narrate(STORY, start)),
            engine=engine or Humming(),
            style_for=lambda name, language: style or Style(),
            output=self.output,
            on_event=self._note,
            on_notice=self.notices.append,
            fallbacks=fallbacks,
            patience_s=patience_s,
        )

    def _note(self, event: Event) -> None:
        ms = round(self.output.frames * 1000 / self.output.sample_rate)
        self.log.append(f"{ms} {shown(event)}")

    def heard(self) -> list[str]:
        """The log without the moments."""
        return [line.split(" ", 1)[1] for line in self.log]

    def words(self) -> list[tuple[int, int]]:
        """The places of the words that were heard."""
        places = (line.split()[1] for line in self.heard() if line.startswith("at "))
        return [(int(block), int(offset)) for block, offset in (place.split(":") for place in places)]

    def __enter__(self) -> "Listening":
        return self

    def __exit__(self, *_: object) -> None:
        self.player.stop()


def shown(event: Event) -> str:
    """An event in a line."""
    match event:
        case Started(utterance):
            return f"started {utterance.text}"
        case Reached(at):
            return f"at {at.block}:{at.offset}"
        case Finished(utterance):
            return f"finished {utterance.text}"
