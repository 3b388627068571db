"""Small files in the platform's folder for data: replaced as a whole, so that ending at any moment loses none."""

import hashlib
import os
from contextlib import suppress
from pathlib import Path


def data_folder(name: str) -> Path:
    """The folder ``name`` in sayall's folder for data; it may not exist yet."""
    import platformdirs

    return Path(platformdirs.user_data_dir("sayall", appauthor=False)) / name


def name_of(location: str) -> str:
    """The name under which what belongs to the story at ``location`` is kept."""
    return hashlib.sha256(location.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def write_whole(path: Path, text: str) -> None:
    """Writes ``text`` to ``path``, whose folder is made where there is none; `OSError` leaves what was there before."""
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_text(text, "utf-8")
        os.replace(part, path)
    except OSError:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise
