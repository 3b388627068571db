"""A voice: how sayall speaks, in general and in each role, from a short file that a listener can edit.

The format is described in ``docs/voices.md``. A voice is looked for by name among the listener's own, in the
folder ``voices`` of sayall's configuration, then among those that come with sayall; or its file is given by path.
"""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from pathlib import Path
from typing import Any

from .errors import VoiceError
from .folders import own_folder
from .frozen import frozen
from .script.utterance import ANNOUNCEMENT
from .speech.earcons import EARCONS
from .speech.engine import Style
from .story import Role

DEFAULT = "plain"
STYLES = (*Role, ANNOUNCEMENT)
"""What a voice can have a manner for."""


@frozen
class Manner:
    """How a role differs from the rest of the voice; None leaves what the voice has.

    ``rate`` is a factor on the voice's rate. ``earcon`` is a word for a short sound that sets the role off, shown as
    that word in braille, "" for none. The others are as in `Style`.
    """

    rate: float = 1.0
    pitch: int | None = None
    volume: int | None = None
    speaker: str | None = None
    pause_before_ms: int | None = None
    pause_after_ms: int | None = None
    sentence_pause_ms: int | None = None
    earcon: str = ""


@frozen
class Voice:
    """A voice as its file describes it.

    ``speakers`` are the engine's speakers by language (BCP 47 tag in lower case), ``speaker`` is for the others.
    A speaker that begins with "+" is a variant: it is added to the one that would speak otherwise.
    """

    name: str
    description: str = ""
    engine: str = "auto"
    rate_wpm: int = 180
    pitch: int = 100
    volume: int = 100
    speaker: str = ""
    pause_before_ms: int = 0
    pause_after_ms: int = 0
    sentence_pause_ms: int = 0
    speakers: Mapping[str, str] = field(default_factory=dict)
    styles: Mapping[str, Manner] = field(default_factory=dict)

    def style_for(self, style_name: str, language: str = "", rate_wpm: int = 0) -> Style:
        """How to speak an utterance of that style in ``language``, at ``rate_wpm`` in place of the voice's own rate."""
        manner = self.styles.get(style_name, Manner())
        speaker = _longest_match(self.speakers, language) or self.speaker
        if manner.speaker is not None:
            speaker = speaker.partition("+")[0] + manner.speaker if manner.speaker.startswith("+") else manner.speaker
        return Style(
            rate_wpm=round((rate_wpm or self.rate_wpm) * manner.rate),
            pitch=self.pitch if manner.pitch is None else manner.pitch,
            volume=self.volume if manner.volume is None else manner.volume,
            speaker=speaker,
            pause_before_ms=self.pause_before_ms if manner.pause_before_ms is None else manner.pause_before_ms,
            pause_after_ms=self.pause_after_ms if manner.pause_after_ms is None else manner.pause_after_ms,
            sentence_pause_ms=self.sentence_pause_ms if manner.sentence_pause_ms is None else manner.sentence_pause_ms,
            earcon=manner.earcon,
        )

    def earcon_for(self, style_name: str) -> str:
        """The word for the sound that sets this style off, "" for none."""
        return self.styles.get(style_name, Manner()).earcon

    def spoken_by(self, engine: str) -> "Voice":
        """The same voice on another engine, whose speakers are its own affair; those of "auto" are eSpeak's."""
        if engine in (self.engine, "auto") or (self.engine, engine) == ("auto", "espeak"):
            return self
        styles = {name: replace(manner, speaker=None) for name, manner in self.styles.items()}
        return replace(self, engine=engine, speaker="", speakers={}, styles=styles)


def available() -> tuple[str, ...]:
    """The names of all voices, in alphabetical order."""
    return tuple(sorted({file.stem for folder in _folders() if folder.is_dir() for file in folder.glob("*.toml")}))


def load(name: str = DEFAULT) -> Voice:
    """The voice of that name, or the one in the file at that path; `VoiceError` says what is wrong with it."""
    if name.endswith(".toml") or "/" in name or "\\" in name:
        return _read(Path(name).expanduser())
    for folder in _folders():
        if (file := folder / f"{name}.toml").is_file():
            return _read(file)
    raise VoiceError(f"there is no voice {name}, nor is it the path of a .toml file; {_suggestion(name, available())}")


def _folders() -> Iterator[Path]:
    here = Path(__file__).parent
    yield own_folder("voices")
    yield here / "_voices" if (here / "_voices").is_dir() else here.parent / "voices"


def _longest_match(speakers: Mapping[str, str], language: str) -> str:
    tag = language.lower().replace("_", "-")
    while tag and tag not in speakers:
        tag = tag.rpartition("-")[0]
    return speakers.get(tag, "")


@frozen
class _Setting:
    """A setting of the file: its type and, for a number, the least and the greatest that is allowed."""

    kind: type
    low: float = 0
    high: float = 0
    allowed: tuple[str, ...] = ()
    """The texts that are allowed, where not every one is."""

    def checked(self, value: object, where: str) -> Any:
        if self.kind is str:
            if not isinstance(value, str):
                raise VoiceError(f'{where}: is {_shown(value)}; give text in quotes, such as "espeak"')
            if self.allowed and value not in self.allowed:
                raise VoiceError(f"{where}: is {_shown(value)}; {_suggestion(value, self.allowed)}")
            return value
        fits = isinstance(value, int | self.kind) and not isinstance(value, bool)
        if not fits or not self.low <= float(value) <= self.high:  # type: ignore[arg-type]
            what = "a whole number" if self.kind is int else "a number"
            raise VoiceError(f"{where}: is {_shown(value)}; give {what} from {self.low:g} to {self.high:g}")
        return value


_TEXT = _Setting(str)
_COMMON = {
    "pitch": _Setting(int, 50, 200),
    "volume": _Setting(int, 0, 200),
    "speaker": _TEXT,
    "pause_before_ms": _Setting(int, 0, 10_000),
    "pause_after_ms": _Setting(int, 0, 10_000),
    "sentence_pause_ms": _Setting(int, 0, 10_000),
}
_OF_VOICE = {"description": _TEXT, "engine": _TEXT, "rate_wpm": _Setting(int, 50, 900)} | _COMMON
_OF_STYLE = {"rate": _Setting(float, 0.3, 3), "earcon": _Setting(str, allowed=("", *EARCONS))} | _COMMON


def _read(file: Path) -> Voice:
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except OSError as error:
        raise VoiceError(f"{file}: cannot be read: {error.strerror}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise VoiceError(f"{file}: is not TOML: {error}") from error
    settings: dict[str, Any] = {}
    styles: dict[str, Manner] = {}
    speakers: dict[str, str] = {}
    for key, value in table.items():
        where = f"{file}: {key}"
        if key == "speakers":
            named = _table(value, where)
            speakers = {tag.lower(): _TEXT.checked(name, f"{where}.{tag}") for tag, name in named.items()}
        elif key in STYLES:
            manner = _table(value, where).items()
            styles[key] = Manner(
                **{name: _checked(_OF_STYLE, name, given, f"{where}.{name}") for name, given in manner}
            )
        elif isinstance(value, dict):
            raise VoiceError(f"{where}: is no role; {_suggestion(key, (*STYLES, 'speakers'))}")
        else:
            settings[key] = _checked(_OF_VOICE, key, value, where)
    return Voice(file.stem, **settings, speakers=speakers, styles=styles)


def _checked(settings: Mapping[str, _Setting], name: str, value: object, where: str) -> Any:
    if name not in settings:
        raise VoiceError(f"{where}: is no setting; {_suggestion(name, settings)}")
    return settings[name].checked(value, where)


def _table(value: object, where: str) -> dict[str, object]:
    if not isinstance(value, dict):
        raise VoiceError(f"{where}: is {_shown(value)}; give a table of settings, under a line [{where.split()[-1]}]")
    return value


def _suggestion(name: str, known: Iterable[str]) -> str:
    from difflib import get_close_matches

    known = [str(word) for word in known if word]
    near = get_close_matches(name, known, n=2)
    return f"did you mean {' or '.join(near)}?" if near else f"there are {', '.join(known)}"


def _shown(value: object) -> str:
    return repr(value) if isinstance(value, str | int | float) else type(value).__name__
