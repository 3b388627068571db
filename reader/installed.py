"""Finds which plugins are installed, from the lists that installers leave beside each distribution.

These are the entry points of `importlib.metadata`, read without it: importing that and asking it costs more time than
all else that happens before the first sound. Where distributions may be kept in other ways than as folders on
``sys.path`` (in archives, by finders of another kind), it is asked after all.
"""

import os
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.machinery import PathFinder
from operator import attrgetter
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from .errors import PluginError


class Installed(NamedTuple):
    """A plugin as its distribution announces it: ``value`` is a module, or ``module:object``."""

    name: str
    value: str
    distribution: str
    version: str

    def load(self) -> Any:
        """The module or object; raises whatever importing it raises."""
        module, _, attribute = self.value.partition(":")
        loaded = import_module(module.strip())
        return attrgetter(attribute.strip())(loaded) if attribute else loaded


def installed(group: str) -> Iterator[Installed]:
    """Every entry point in ``group``; of two distributions of the same name the first on ``sys.path`` counts.

    The current folder is not searched, even where Python would import from it: a page's folder brings no plugins.
    """
    folders = [folder for at, folder in enumerate(sys.path) if not _is_here(at, folder)]
    if not all(map(_is_plain, folders)) or any(map(_finds_distributions, sys.meta_path)):
        yield from _asked(group, folders)
        return
    seen: set[str] = set()
    for folder in folders:
        for name in _names(folder):
            stem, extension = os.path.splitext(name)
            if extension not in (".dist-info", ".egg-info"):
                continue
            distribution, version, *_ = [*stem.split("-"), ""]
            key = re.sub(r"[-_.]+", "-", distribution).lower()
            if key in seen:
                continue
            seen.add(key)
            yield from _listed(os.path.join(folder, name, "entry_points.txt"), group, key, version)


def _listed(path: str, group: str, distribution: str, version: str) -> Iterator[Installed]:
    """The entries of one ``entry_points.txt``, an INI file (PyPA, "Entry points specification")."""
    try:
        with open(path, encoding="utf-8") as file:
            text = file.read()
    except OSError:
        return
    section = ""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("["):
            section = line[1:-1].strip()
        elif section == group and "=" in line and not line.startswith(("#", ";")):
            name, _, value = line.partition("=")
            yield Installed(name.strip(), value.partition("[")[0].strip(), distribution, version)


def _asked(group: str, folders: list[str]) -> Iterator[Installed]:
    """The same from `importlib.metadata`."""
    from importlib.metadata import distributions

    seen: set[str] = set()
    for found in distributions(path=folders):
        key = re.sub(r"[-_.]+", "-", found.metadata["Name"] or "").lower()
        if key not in seen:
            seen.add(key)
            for entry in found.entry_points.select(group=group):
                yield Installed(entry.name, entry.value.partition("[")[0].strip(), key, found.version)


def _is_here(at: int, folder: str) -> bool:
    """Whether it is the current folder, on the path unasked (as with ``python -m``)."""
    return not folder or (at == 0 and os.path.abspath(folder) == os.getcwd())


def _is_plain(folder: str) -> bool:
    return not folder.endswith(".egg") and not os.path.isfile(folder)


def _finds_distributions(finder: object) -> bool:
    return finder is not PathFinder and hasattr(finder, "find_distributions")


def _names(folder: str) -> list[str]:
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []


def module_of(path: Path) -> ModuleType:
    """The Python file at ``path`` as a module; raises `PluginError` where it is none, and what running it raises."""
    from importlib.util import module_from_spec, spec_from_file_location

    name = f"sayall_plugin_{path.stem}"
    spec = spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise PluginError(f"{path} is no Python file; give one whose name ends in .py")
    module = module_from_spec(spec)
    sys.modules[name] = module
    try:
        # Compiled anew: a cache beside it would litter the author's folder, and miss a change within a second.
        exec(compile(path.read_bytes(), str(path.absolute()), "exec", dont_inherit=True), module.__dict__)
    except BaseException:
        del sys.modules[name]
        raise
    return module
