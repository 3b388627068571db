"""The listener's own folders, and small files in them that are replaced as a whole, so that no moment loses one."""

import os
import sys
from contextlib import suppress
from pathlib import Path

NAME = "sayall"


def own_folder(name: str) -> Path:
    """The folder or file ``name`` in sayall's folder for configuration; it may not be there."""
    if sys.platform == "linux":
        # What platformdirs would say, without the time that it takes to import it before every page.
        home = os.environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")
        return Path(home) / NAME / name
    from platformdirs import user_config_path

    return user_config_path(NAME, appauthor=False) / name


def data_folder(name: str) -> Path:
    """The folder or file ``name`` in sayall's folder for data; it may not be there."""
    from platformdirs import user_data_path

    return user_data_path(NAME, appauthor=False) / name


def name_of(location: str) -> str:
    """The name under which what belongs to the story at ``location`` is kept."""
    from hashlib import sha256  # it loads a library of its own

    return sha256(location.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def write_whole(path: Path, text: str) -> None:
    """Writes ``text`` to ``path``, whose folder is made where there is none; `OSError` leaves what was there before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_text(text, "utf-8")
        os.replace(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
