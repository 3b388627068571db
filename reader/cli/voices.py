"""``sayall voices``: what there is to choose from with --voice and --engine, and how it sounds."""

import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import asdict
from typing import Any, Final

import click

from ..errors import SayallError, UsageError
from ..speech.engine import Engine, Speaker
from ..voices import DEFAULT, available, load
from .pipeline import taking_part
from .speaking import AUTO, choose, factories, made, unknown

_EXAMPLES: Final = ("en", "de")
"""Languages for which it is told what "auto" would choose."""


@click.group("voices", invoke_without_command=True)
@click.option("--engine", metavar="NAME", help="Only what this engine has.")
@click.option("--language", metavar="TAG", help="Only speakers of this language, as en or pt-BR.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def voices_command(engine: str | None, language: str | None, as_json: bool) -> None:
    """Lists the voices, the speech engines, and the speakers of each engine with their languages.

    A voice is chosen with --voice, an engine with --engine; a speaker is named in the file of a voice.
    """
    if click.get_current_context().invoked_subcommand is not None:
        return
    plugins = taking_part()
    known = factories(plugins)
    if engine and engine not in known:
        raise unknown(engine, plugins, known)
    engines = [_of(name, known[name], language) for name in known if engine in (None, name)]
    voices = [] if engine or language else list(_voices())
    if as_json:
        click.echo(json.dumps({"voices": voices, "engines": engines}, ensure_ascii=False, indent=1))
        return
    if language and not any(one["speakers"] for one in engines):
        raise UsageError(f"--language {language}: there is no speaker of it; sayall voices lists all")
    for voice in voices:
        if voice["trouble"]:
            click.echo(f"voice {voice['name']}, broken: {voice['trouble']}")
        else:
            how = f"{voice['rate_wpm']} words a minute on {voice['engine']}"
            click.echo(f"voice {voice['name']}, {how}: {voice['description']}")
    for tag in _EXAMPLES if voices else ():
        chosen = choose(known, AUTO, load(DEFAULT), tag, None)
        click.echo(f"engine {AUTO}, for {tag}: {chosen.name}, since {chosen.why}")
    for one in engines:
        if language and not one["speakers"]:
            continue
        click.echo(f"engine {one['name']}" + (f", not to be had: {one['trouble']}" if one["trouble"] else ""))
        for speaker in one["speakers"]:
            languages = ", ".join(speaker["languages"]) or "language unknown"
            about = f": {speaker['description']}" if speaker["description"] else ""
            click.echo(f"  {speaker['name']}, {languages}{about}")


@voices_command.command("hear")
@click.argument("name")
@click.argument("text", required=False)
@click.option("--rate", type=click.IntRange(40, 900), metavar="WPM", help="Words a minute.")
def hear(name: str, text: str | None, rate: int | None) -> None:
    """Lets you hear a voice, an engine or a speaker.

    NAME is as in newscast, natural or en-GB+f3. It says TEXT, or a sample.
    """
    from .hearing import let_hear

    let_hear(name, text, rate)


def _voices() -> Iterator[dict[str, Any]]:
    for name in available():
        try:
            voice = load(name)
        except SayallError as error:
            yield {"name": name, "trouble": str(error)}
        else:
            told = {key: getattr(voice, key) for key in ("name", "description", "engine", "rate_wpm")}
            yield {**told, "trouble": ""}


def _of(name: str, make: Callable[[], Engine], language: str | None) -> dict[str, Any]:
    """An engine with its speakers, or why it cannot be had."""
    try:
        with closing(made(make, name)) as engine:
            speakers = [asdict(speaker) for speaker in engine.speakers() if _speaks(speaker, language)]
    except SayallError as error:
        return {"name": name, "trouble": str(error), "speakers": []}
    return {"name": name, "trouble": "", "speakers": speakers}


def _speaks(speaker: Speaker, language: str | None) -> bool:
    """Whether it speaks the language: ``pt`` is any Portuguese, ``pt-BR`` that of Brazil."""
    wanted = (language or "").lower().replace("_", "-")
    return not wanted or any(f"{tag.lower().replace('_', '-')}-".startswith(f"{wanted}-") for tag in speaker.languages)
