"""``sayall view``: the story as a page in your browser, which follows while it is read aloud."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import click

from ..errors import SayallError, UsageError
from ..growing import Growing
from ..script.utterance import ANNOUNCEMENT, Utterance
from ..seek import Kind, first
from ..speech.events import Event, Started
from ..story import START, Position
from .options import Choices, page_options, speech_options
from .pipeline import prepare

if TYPE_CHECKING:
    from ..speech.playing import Playing
    from ..speech.walk import Walk
    from ..view.news import News


@click.command("view")
@page_options
@speech_options
@click.option("--open/--no-open", "opens", default=True, help="Open the browser, or only print the address.")
@click.option("--port", type=click.IntRange(0, 65_535), default=0, help="The port on this machine; 0 takes a free one.")
def view_command(choices: Choices, engine: str | None, voice: str, rate: int | None, opens: bool, port: int) -> None:
    """Shows a page in your browser and reads it aloud there, the sentence marked. Ctrl-C ends."""
    import webbrowser

    from ..speech.screen_reader import running
    from ..speech.walk import Walk
    from ..view import page, policy
    from ..view.news import News
    from ..view.server import Server
    from ..view.tools import script, tools
    from .kept import keep, kept
    from .playing import playing, sound_device

    reading = prepare(choices)
    news = News()

    def heard(event: Event) -> None:
        for _ in reading.plugins.each("heard", event=event):
            pass
        if isinstance(event, Started):
            tell(news, event.utterance)

    def written() -> str:
        return page(reading.story, summarize=reading.summarize, kept=kept(), tools=tools(), script=script())

    def keeping(chosen: Mapping[str, str]) -> None:
        try:
            keep(chosen)
        except SayallError as error:
            news.tell("said", str(error))

    player = playing(Growing(reading), engine, voice, rate, sound_device(), heard)
    if player is None:
        raise UsageError("the view cannot speak beside a screen reader; sayall html writes the page without a player")
    with player:
        # What appears in the page's live region is said by a screen reader, where one is running, and shown in braille.
        walk = Walk(
            reading.story,
            player,
            show=lambda line: news.tell("said", line),
            sections="shown",
            tells_aloud=not running(),
        )
        server = Server(
            written,
            policy(script()),
            keep=keeping,
            commands=commands(walk, player, news, first(reading.story)),
            news=news,
            place=lambda: player.position.block,
            port=port,
        )
        click.echo(f"{reading.story.headline or choices.page}: {server.address} until you press Ctrl-C.")
        if opens:
            webbrowser.open(server.address)
        try:
            server.serve_forever()
        finally:
            news.end()
            server.server_close()


def tell(news: News, utterance: Utterance) -> None:
    """Tells the page what is heard, and where: the sentence, or the place that sayall itself says something of."""
    news.tell("state", "playing")
    start, end = utterance.start, utterance.position_at(len(utterance.text))
    of = "place" if utterance.style == ANNOUNCEMENT else "text"
    news.tell("heard", {"block": start.block, "start": start.offset, "end": end.offset, "of": of})


def commands(walk: Walk, player: Playing, news: News, beginning: Position) -> Mapping[str, Callable[[], None]]:
    """What each button does, one after another; the first that is pressed begins to read, a jump from ``beginning``."""
    import threading

    from ..speech.keys import Action, Command, Jump

    begun = False
    one_at_a_time = threading.Lock()

    def press(command: Command) -> None:
        nonlocal begun
        if not begun or (player.ended and command is Action.PAUSE):
            begun = True
            player.play(START if command is Action.PAUSE else beginning)
            if command is Action.PAUSE:
                return
        walk.do(command)

    def doing(command: Command) -> Callable[[], None]:
        def do() -> None:
            with one_at_a_time:
                try:
                    press(command)
                except SayallError as error:
                    news.tell("said", str(error))
                news.tell("state", "paused" if player.paused else "playing")

        return do

    return {
        "toggle": doing(Action.PAUSE),
        "previous-section": doing(Jump(Kind.HEADING, back=True)),
        "next-section": doing(Jump(Kind.HEADING)),
        "previous-sentence": doing(Jump(Kind.SENTENCE, back=True)),
        "next-sentence": doing(Jump(Kind.SENTENCE)),
        "slower": doing(Action.SLOWER),
        "faster": doing(Action.FASTER),
    }
