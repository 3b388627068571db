"""Stories read aloud, one after another: keys are obeyed, links followed, places remembered."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial
from typing import TYPE_CHECKING

import click

from ..errors import UsageError
from ..growing import Growing
from ..speech.events import Event, Started
from ..speech.playing import Tuned
from ..story import START, Position
from .notices import notice
from .options import Choices
from .pipeline import prepare

if TYPE_CHECKING:
    from ..reading import Reading
    from ..speech.outputs.device import Device
    from ..speech.walk import Walk
    from .remembering import Remembering


class Ending(Enum):
    """How the listener left a story."""

    HEARD = auto()
    """By hearing it to its end."""
    WENT_ON = auto()
    """By going on from its end to what waits."""
    ENDED = auto()
    """By ending it all."""
    HEARD_AND_ENDED = auto()
    """By ending it all at its end."""


@dataclass(frozen=True, slots=True)
class Aloud:
    """How stories are read aloud in this run.

    ``at_end`` is "stay" or "quit"; "" stays where a listener has a terminal and nothing follows in this run.
    """

    choices: Choices
    engine: str | None
    voice: str
    rate: int | None
    show: bool
    at_end: str = ""
    tuned: Tuned = field(default_factory=Tuned)

    def through(
        self,
        reading: Reading,
        device: Device,
        *,
        resume: bool = False,
        bookmark: int | None = None,
        came_from: str = "",
        more: Callable[[], bool] = lambda: False,
        waiting: Callable[[], str] = lambda: "",
    ) -> Ending:
        """Reads a story, and those that the listener follows its links to.

        ``more`` tells whether another one follows anyway, ``waiting`` names what the listener may go on to, "" nothing.
        """
        from .playing import sound_device
        from .remembering import Remembering

        growing = Growing(reading)
        remembering = Remembering(reading.story, story_of=growing.story_of)
        start = remembering.place() if resume else _bookmarked(reading, bookmark) if bookmark else START
        welcome = ""
        while True:
            led_to: list[Reading] = []
            at_end = partial(self._at_end, more, waiting) if not came_from else lambda keys: None
            walk = self._once(growing, device, start, remembering, led_to, at_end, came_from=came_from, welcome=welcome)
            if not led_to:
                if not walk or not walk.over:
                    return Ending.WENT_ON if walk and walk.goes_on else Ending.HEARD
                return Ending.HEARD_AND_ENDED if walk.heard_out else Ending.ENDED
            before = reading.story.headline or "the story before"
            if self.through(led_to[0], sound_device(), came_from=before) is not Ending.HEARD:
                return Ending.ENDED
            start = walk.left_at if walk else START
            device, welcome = sound_device(), f"Back in {reading.story.headline or 'the story before'}."

    def _at_end(self, more: Callable[[], bool], waiting: Callable[[], str], has_keys: bool) -> str | None:
        """What a story ends with; see `Walk`. Only who has keys can stay, and only at a terminal does by default."""
        if self.at_end == "quit" or not has_keys:
            return None
        if self.at_end != "stay" and not (sys.stdin.isatty() and sys.stdout.isatty()):
            return None
        if more():
            return "the next story" if self.at_end == "stay" else None
        return waiting()

    def _once(
        self,
        growing: Growing,
        device: Device,
        start: Position,
        remembering: Remembering,
        led_to: list[Reading],
        at_end: Callable[[bool], str | None],
        *,
        came_from: str,
        welcome: str,
    ) -> Walk | None:
        """Reads until it is over, or the listener ends it or leaves it by a link; None where it was printed instead."""
        from ..speech.terminal import NoKeys, keyboard
        from ..voices import load
        from .playing import is_announced, playing, print_for_a_screen_reader
        from .speaking import voices
        from .turn import Turn

        earcon_for = load(self.voice).earcon_for
        reading = growing.reading

        def heard(event: Event) -> None:
            growing.begin()
            for _ in reading.plugins.each("heard", event=event):
                pass
            remembering.heard(event)
            if self.show and isinstance(event, Started) and (said := event.utterance).text:
                sign = earcon_for(said.style) if said.start.offset == 0 else ""
                click.echo(f"[{sign}] " * bool(sign) + " ".join(said.text.split()))

        def follow(target: str) -> None:
            led_to.append(prepare(self.choices._replace(page=target)))

        def over() -> str | None:
            following = at_end(not isinstance(keys, NoKeys))
            if following is not None:
                remembering.finished()
            return following

        def queue(target: str) -> str:
            from .queue import put

            return f"in the queue: {put(target)}"

        tuned, voice = self.tuned, self.tuned.voice or self.voice
        player = playing(growing, self.engine, voice, tuned.rate_wpm or self.rate, device, heard)
        if player is None:
            print_for_a_screen_reader(reading)
            return None
        is_stdin = self.choices.page == "-"
        name = reading.story.headline or self.choices.page
        with (
            keyboard(page_is_stdin=is_stdin, on_suspend=player.pause, on_resume=player.resume) as keys,
            player,
            Turn(player, name, has_keys=not isinstance(keys, NoKeys)),
        ):
            if tuned.volume is not None:
                player.set_volume(tuned.volume)
            player.play(start)
            # Imported when the first sound is on its way.
            from ..speech.walk import Walk

            if welcome:
                player.say(welcome)
            if sys.stdout.isatty() and not self.show:
                notice(welcome or f"{name}. Press ? for the keys, q to end.")
            walk = Walk(
                reading.story,
                player,
                show=(lambda line: None) if self.show else click.echo,
                echo=partial(click.echo, nl=False),
                voices=voices(reading, self.engine, voice, tuned.rate_wpm or self.rate),
                tuned=tuned,
                follow=follow,
                queue=queue,
                came_from=came_from,
                growth=growing,
                sections="said" if is_announced(player) else "",
                at_end=over,
            )
            walk.run(keys)
        if not walk.over and not walk.gone:
            remembering.finished()
        return walk


def _bookmarked(reading: Reading, number: int) -> Position:
    """Where the bookmark of that number is."""
    from ..speech.walk import Marks

    story, marks = reading.story, Marks(reading.story).all()
    if number > len(marks):
        count = f"{len(marks)} bookmark{'' if len(marks) == 1 else 's'}"
        raise UsageError(f"--bookmark {number}: {story.location} has {count}; sayall bookmarks lists them")
    at = marks[number - 1].at
    if at is None:
        raise UsageError(f"--bookmark {number}: what stood there is no longer in {story.location}; choose another")
    return at
