"""The files that a listener keeps in a folder of sayall's configuration: plugins, rules for sites, pronunciations."""

import os
from pathlib import Path


def files_in(folder: Path, *endings: str) -> tuple[Path, ...]:
    """The files in a folder whose names end so, in the order of their names; none where there is no such folder."""
    try:
        names = sorted(os.listdir(folder))
    except OSError:
        return ()
    return tuple(folder / name for name in names if name.endswith(endings) and not name.startswith("."))
