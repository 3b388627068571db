"""What a listener keeps in sayall's configuration folder: plugins, rules for sites, and pronunciations."""

import os
import sys
from pathlib import Path

NAME = "sayall"


def own_folder(name: str) -> Path:
    """The folder ``name`` of the listener's configuration; it may not be there."""
    if sys.platform == "linux":
        # What platformdirs would say, without the time that it takes to import it before every page.
        home = os.environ.get("XDG_CONFIG_HOME", "").strip() or os.path.expanduser("~/.config")
        return Path(home) / NAME / name
    from platformdirs import user_config_path

    return user_config_path(NAME, appauthor=False) / name


def files_in(folder: Path, *endings: str) -> tuple[Path, ...]:
    """The files in a folder whose names end so, in the order of their names; none where there is no such folder."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return ()
    return tuple(folder / name for name in names if name.endswith(endings) and not name.startswith("."))
