"""What a listener always wants, from a file: the voice, the rate, how much is read. And ``sayall settings``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import click

from ..errors import UsageError
from ..folders import own_folder

_NAMES: Final = {
    "voice": str, "rate": int, "engine": str, "detail": str, "speak": list, "skip": list, "announce": list,
    "summarize": list, "after": list, "set": dict, "width": int, "words": bool, "show": bool, "quiet": bool,
    "literal": list, "spell_links": bool, "one_language": bool,
    "at_end": str,
}  # fmt: skip
"""Each setting is the option of that name, wherever a command has it."""
_WRITTEN: Final = {
    str: 'a text, as voice = "brisk"', int: "a whole number, as rate = 240", bool: "true or false",
    list: 'a list, as speak = ["caption", "sidebar"]', dict: 'a table, as set = { captions = "summarize" }',
}  # fmt: skip


def settings_file() -> Path:
    """Where the settings belong; there may be none."""
    return own_folder("settings.toml")


def settings() -> Mapping[str, Any]:
    """The listener's settings by the names of click's parameters; `UsageError` says what is wrong with their file."""
    file = settings_file()
    try:
        written = file.read_text("utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(
            f"{file}: cannot be read: {getattr(error, 'strerror', '') or 'it is not UTF-8 text'}"
        ) from error
    import tomllib

    try:
        given = tomllib.loads(written)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{file}: is not TOML: {error}") from error
    for name, value in given.items():
        _check(file, name, value)
    chosen = {name: value for name, value in given.items() if name != "set"}
    return {**chosen, "settings": [f"{plugin}={option}" for plugin, option in given.get("set", {}).items()]}


def blamed(error: click.BadParameter) -> str:
    """What is wrong with a value, and with which setting where the value stands in the file of settings."""
    name = error.param.name if error.param else None
    source = error.ctx.get_parameter_source(name) if error.ctx and name else None
    if source is not click.core.ParameterSource.DEFAULT_MAP:
        return _plainly(error.format_message())
    return f"{settings_file()}: {name}: {_plainly(error.message)}"


def _plainly(message: str) -> str:
    return message.replace("is not a valid integer range", "is no whole number")


@click.command("settings")
def settings_command() -> None:
    """Shows what you have set for every reading, and the file in which it stands.

    The file is TOML. Each line is an option without its dashes: voice = "brisk", rate = 240, speak = ["caption"].
    """
    file = settings_file()
    for name, value in settings().items():
        shown = ", ".join(map(str, value)) if isinstance(value, list) else value
        if value != []:
            click.echo(f"{'set' if name == 'settings' else name}: {shown}")
    click.echo(f"{'Set' if file.exists() else 'Nothing is set; write what you always want'} in {file}")


def _check(file: Path, name: str, value: Any) -> None:
    kind = _NAMES.get(name)
    if kind is None:
        from difflib import get_close_matches

        near = get_close_matches(name, _NAMES, n=1)
        advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(_NAMES)}"
        raise UsageError(f"{file}: {name}: there is no such setting; {advice}")
    if type(value) is not kind:
        raise UsageError(f"{file}: {name}: must be {_WRITTEN[kind]}")
