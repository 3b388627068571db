"""The settings of the reading view that a reader has chosen, kept from page to page in ``view.toml``."""

from pathlib import Path

from ..errors import SayallError
from ..folders import own_folder, write_whole
from ..view.settings import Kept, known


def path() -> Path:
    """The file, in the folder of sayall's configuration; it may not be there."""
    return own_folder("view.toml")


def kept() -> Kept:
    """What is kept; a file that cannot be read, and what in it is no setting, count for nothing."""
    try:
        written = path().read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    import tomllib

    try:
        return known(tomllib.loads(written))
    except tomllib.TOMLDecodeError:
        return {}


def keep(chosen: Kept) -> None:
    """Writes ``chosen`` in place of what was kept; `SayallError` where that cannot be."""
    text = "".join(f'{name} = "{choice}"\n' for name, choice in known(chosen).items())
    try:
        write_whole(path(), text)
    except OSError as error:
        raise SayallError(f"{path()}: the settings cannot be kept: {error.strerror or error}") from error
