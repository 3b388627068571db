"""Utterances turned into one stream of sound, with a cue wherever something begins to be heard."""

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import field, replace

from ..errors import EngineError
from ..frozen import frozen
from ..script.utterance import ANNOUNCEMENT, Pause, Utterance
from .earcons import earcon
from .engine import Engine, Sound, Style, Word
from .samples import SAMPLE_BYTES, Resampling
from .segments import Segment, language_for, segments


@frozen
class Planned:
    """An utterance to be said from the character ``since`` of its text on; ``begun`` when it was heard to begin before.

    ``aside`` is what the player says of itself and never says twice; ``holds`` says that speech rests behind it
    while the listener has paused.
    """

    utterance: Utterance
    since: int = 0
    begun: bool = False
    aside: bool = False
    holds: bool = False

    @property
    def characters(self) -> int:
        """How many characters of the story it takes the listener on."""
        utterance = self.utterance
        start, end = utterance.position_at(self.since), utterance.position_at(len(utterance.text))
        return 0 if utterance.style == ANNOUNCEMENT else max(0, end.offset - start.offset)


@frozen
class Began:
    """The first sound of an utterance stands here."""

    planned: Planned


@frozen
class Spoke:
    """A word stands here: the character ``char`` of the utterance's text."""

    planned: Planned
    char: int


@frozen
class Ended:
    """The last sound of an utterance stood before this; with the pause before it, it was ``frames`` long."""

    planned: Planned
    frames: int = field(default=0, compare=False)


@frozen
class Over:
    """Nothing follows."""


Cue = Began | Spoke | Ended | Over
Piece = bytes | Cue


def voiced(
    plan: Iterable[Planned], engine: Engine, style_of: Callable[[Utterance], tuple[Style, float]], sample_rate: int
) -> Generator[Piece]:
    """Sound at ``sample_rate`` in order, 16-bit mono, and the cues between the samples where they belong.

    ``style_of`` gives an utterance's style and by how much speech is faster than the voice's normal rate; it is asked
    when the utterance's turn comes. Where two blocks or two styles meet, the longer of their pauses counts; a block
    opens with the earcon of its style. Whatever the engine raises comes as `EngineError`.
    """
    before: tuple[Utterance, Style] | None = None
    for planned in plan:
        utterance = planned.utterance
        style, speed = style_of(utterance)
        frames = 0
        if before:
            apart = before[0].style != utterance.style or before[0].start.block != utterance.start.block
            ms = max(before[1].pause_after_ms, style.pause_before_ms) if apart else style.sentence_pause_ms
            for pcm in _silence(ms, speed, sample_rate):
                frames += len(pcm) // SAMPLE_BYTES
                yield pcm
        if style.earcon and _opens(planned, before and before[0]):
            yield (pcm := earcon(style.earcon, sample_rate))
            frames += len(pcm) // SAMPLE_BYTES
        for piece in _said(planned, engine, style_of, style, speed, sample_rate):
            frames += len(piece) // SAMPLE_BYTES if isinstance(piece, bytes) else 0
            yield Ended(planned, frames) if isinstance(piece, Ended) else piece
        before = utterance, style


def _opens(planned: Planned, before: Utterance | None) -> bool:
    """Whether a block begins with it."""
    utterance = planned.utterance
    other = before is None or (before.style, before.start.block) != (utterance.style, utterance.start.block)
    return other and utterance.start.offset == 0 and planned.since == 0 and not planned.begun


def _said(
    planned: Planned,
    engine: Engine,
    style_of: Callable[[Utterance], tuple[Style, float]],
    style: Style,
    speed: float,
    sample_rate: int,
) -> Iterator[Piece]:
    begun = planned.begun
    utterance = planned.utterance
    for part in segments(utterance, planned.since):
        if isinstance(part, Pause):
            yield from _silence(part.ms, speed, sample_rate)
            continue
        language = language_for(engine, utterance.language, part)
        manner = style if language == utterance.language else style_of(replace(utterance, language=language))[0]
        for piece in _spoken(planned, part._replace(language=language), engine, manner, sample_rate):
            if not begun:
                begun = True
                yield Began(planned)
            yield piece
    if not begun:
        yield Began(planned)
    yield Ended(planned)


def _spoken(planned: Planned, part: Segment, engine: Engine, style: Style, sample_rate: int) -> Iterator[bytes | Spoke]:
    """The sound of one segment, cut at its words, so that each cue stands between the right samples."""
    resample = Resampling(engine.sample_rate, sample_rate)
    waiting: deque[Word] = deque()
    done = 0
    text = part.text
    if part.goes_on and text.rstrip()[-1].isalnum():
        text = text.rstrip() + ","  # or it would sound as if the sentence ended here
    with closing(_guarded(engine, text, part.language, style)) as items:
        for item in items:
            if isinstance(item, Word):
                waiting.append(item)
                continue
            end = done + len(item.pcm) // SAMPLE_BYTES
            rest = memoryview(item.pcm)
            while waiting and waiting[0].sample < end:
                word = waiting.popleft()
                cut = max(0, word.sample - done) * SAMPLE_BYTES
                if cut:
                    yield resample(bytes(rest[:cut]))
                rest, done = rest[cut:], done + cut // SAMPLE_BYTES
                yield Spoke(planned, part.char + max(0, min(word.char, len(part.text) - 1)))
            if rest:
                yield resample(bytes(rest))
            done = end


def _guarded(engine: Engine, text: str, language: str, style: Style) -> Generator[Sound | Word]:
    items: Iterator[Sound | Word] = iter(())
    try:
        items = engine.synthesize(text, language, style)
        for item in items:
            if not isinstance(item, Sound | Word):
                raise TypeError(f"it gave a {type(item).__name__} instead of a Sound or a Word")
            if isinstance(item, Sound) and len(item.pcm) % SAMPLE_BYTES:
                raise EngineError(f"the engine {engine.name} gave half a sample; choose another with --engine")
            yield item
    except EngineError:
        raise
    except Exception as error:
        raise EngineError(
            f"the engine {engine.name} failed: {type(error).__name__}: {error}; choose another with --engine"
        ) from error
    finally:
        if isinstance(items, Generator):
            items.close()


def _silence(ms: float, speed: float, sample_rate: int) -> Iterator[bytes]:
    """Silence in pieces of at most a second, so that a long pause is not held in memory."""
    frames = int(ms / speed * sample_rate / 1000)
    while frames > 0:
        size = min(frames, sample_rate)
        yield bytes(size * SAMPLE_BYTES)
        frames -= size
