"""``sayall speechd-module``: a voice for your screen reader, run by Speech Dispatcher; see docs/screen-readers.md."""

import sys

import click


@click.command("speechd-module")
@click.argument("configuration", required=False)
@click.option("--voice", metavar="NAME", default="plain", show_default=True, help="The voice until another is chosen.")
@click.option("--engine", metavar="NAME", help="The speech engine.")
@click.option("--literal", multiple=True, metavar="RULE", help="Leave what this wording rule changes as written.")
def speechd_module_command(configuration: str | None, voice: str, engine: str | None, literal: tuple[str, ...]) -> None:
    """Speaks for Speech Dispatcher, which runs it; CONFIGURATION is what it hands over, and is not used."""
    from ..plugins import Plugins
    from ..script.wording import RULES
    from ..speech.engine import Style
    from ..speech.module import Module
    from ..voices import available, load
    from .pipeline import pronunciations, worded
    from .speaking import AUTO, QUICKEST, start

    plugins = Plugins.installed()
    if (engine or load(voice).engine) == AUTO:
        engine = QUICKEST  # a screen reader speaks many languages, and its listener waits for each key
    speaking = start(plugins, engine, voice)

    def style_for(name: str, language: str) -> Style:
        chosen = load(name) if name in available() else speaking.voice
        return chosen.spoken_by(speaking.engine.name).style_for("paragraph", language)

    languages = sorted({tag for speaker in speaking.engine.speakers() for tag in speaker.languages}) or ["en"]
    Module(
        sys.stdin.buffer,
        sys.stdout.buffer,
        engine=speaking.engine,
        style_for=style_for,
        rules=worded((*pronunciations(plugins), *RULES), literal),
        voices=[(name, language) for name in available() for language in languages],
    ).run()


def main() -> None:
    """``sd_sayall``, as Speech Dispatcher runs a module: with the path of a configuration and nothing else."""
    speechd_module_command(standalone_mode=True)
