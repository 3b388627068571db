"""``sayall voices hear``: how a voice, an engine or a speaker sounds."""

from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import replace
from functools import partial
from typing import Final

from ..errors import SayallError, VoiceError
from ..script.narrate import narrate
from ..speech.engine import Engine
from ..story import Block, Role, Story
from ..voices import DEFAULT, Voice, available, load
from .pipeline import taking_part
from .playing import sound_device
from .speaking import choose, factories, made

_SAMPLE: Final = (
    (Role.HEADLINE, "This is a headline"),
    (Role.PARAGRAPH, "The text sounds like this. A second sentence follows."),
    (Role.QUOTE, "Somebody else said this."),
    (Role.CAPTION, "This stood under a picture."),
)
_GREETINGS: Final = {
    "de": "So klingt diese Stimme.", "es": "Así suena esta voz.", "fr": "Voici comment parle cette voix.",
    "it": "Questa voce suona così.", "nl": "Zo klinkt deze stem.", "pl": "Tak brzmi ten głos.",
    "pt": "Esta voz soa assim.", "ru": "Так звучит этот голос.", "sv": "Så här låter den här rösten.",
}  # fmt: skip
"""What a speaker of the language says; any other says the English sample."""


def let_hear(name: str, text: str | None, rate_wpm: int | None) -> None:
    """Says ``text``, or a sample, in that voice; `VoiceError` where neither a voice, an engine nor a speaker has it."""
    from ..speech.player import Player

    known = factories(taking_part())
    voice, language = _meant(name, known)
    greeting = text or _GREETINGS.get(language.partition("-")[0].lower())
    blocks = ((Role.PARAGRAPH, greeting),) if greeting else _SAMPLE
    story = Story("", tuple(Block(role, words) for role, words in blocks), language=language)
    engine = choose(known, None, voice, language, rate_wpm).name
    player = Player(
        partial(narrate, story),
        engine=made(known[engine], engine),
        style_for=voice.spoken_by(engine).style_for,
        output=sound_device(),
    )
    if rate_wpm:
        player.set_rate(rate_wpm)
    with player:
        player.play()
        player.wait()


def _meant(name: str, known: Mapping[str, Callable[[], Engine]]) -> tuple[Voice, str]:
    """The voice that ``name`` means, and the language it speaks best."""
    if name in available() or name.endswith(".toml"):
        return load(name), "en"
    plain = load(DEFAULT)
    if name in known:
        return plain.spoken_by(name), "en"
    base = name.partition("+")[0].lower()
    for engine, make in known.items():
        try:
            with closing(made(make, engine)) as one:
                speakers = one.speakers()
        except SayallError:
            continue
        for speaker in speakers:
            if base in (speaker.name.lower(), speaker.description.lower()):
                return replace(plain.spoken_by(engine), engine=engine, speaker=name), (*speaker.languages, "en")[0]
    raise VoiceError(f"{name}: is neither a voice, an engine nor a speaker; sayall voices lists them")
