"""What somebody knows of one site, from a short file: which of its elements have which role, and where its stories are.

The format is described in ``docs/site-rules.md``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import SiteRuleError
from ..story import Role
from .sites.hosts import HOST, host_in

STORY = "story"
"""The key for where the story is, beside the roles."""

_KEYS = ("host", "hosts", "roles", "test")
_OF_ROLES = (STORY, *(role.value for role in Role))
_OF_TEST = ("page", "roles", *(role.value for role in Role))


@dataclass(frozen=True, slots=True)
class SiteTest:
    """A page on which rules are tried: ``expected`` are texts with the role that a block with them must have.

    ``roles`` is a file with every block of the page and its role, as ``sayall capture`` writes it.
    """

    page: Path
    expected: tuple[tuple[Role, str], ...] = ()
    roles: Path | None = None


@dataclass(frozen=True, slots=True)
class SiteRules:
    """Rules for the pages of ``hosts`` and of all below them; ``name`` is what explanations call them by.

    ``roles`` are CSS selectors by role, and by "story" for where the story is.
    Raises `SiteRuleError` for a host that is none and for a role that is none; selectors are tried on a page only.
    """

    name: str
    hosts: tuple[str, ...]
    roles: Mapping[str, Sequence[str]]
    tests: tuple[SiteTest, ...] = ()
    path: Path | None = None

    def __post_init__(self) -> None:
        for host in self.hosts:
            if not HOST.fullmatch(host):
                meant = host_in(host if "//" in host else f"//{host}") or "example.org"
                raise SiteRuleError(self.name, f'host: is {host!r}; give the name of the site alone, such as "{meant}"')
        if not self.hosts:
            raise SiteRuleError(self.name, 'host: is missing; say for which site this is: host = "example.org"')
        for role in self.roles:
            _known(role, _OF_ROLES, self.name, f"roles.{role}", "role")

    def fit(self, host: str) -> bool:
        """Whether they are for the pages of ``host``."""
        own = (host_in(f"//{mine}") for mine in self.hosts)
        return any(host == mine or host.endswith(f".{mine}") for mine in own)

    def selectors(self) -> Iterator[tuple[str, str]]:
        """Each selector with its role or "story", in the order in which they were written down."""
        for role, given in self.roles.items():
            yield from ((role, selector) for selector in ([given] if isinstance(given, str) else given))


def load(path: Path) -> SiteRules:
    """The rules in the file at ``path``; `SiteRuleError` names the file, the key, and what is allowed there."""
    name = str(path)
    try:
        table = tomllib.loads(path.read_text("utf-8"))
    except OSError as error:
        raise SiteRuleError(name, f"cannot be read: {error.strerror or error}") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SiteRuleError(name, f"is not TOML: {error}") from error
    for key in table:
        _known(key, _KEYS, name, key, "key")
    hosts = (
        *_texts(table.get("host", ()), name, "host", '"example.org"'),
        *_texts(table.get("hosts", ()), name, "hosts", '["example.org", "example.com"]'),
    )
    roles = table.get("roles", {})
    if not isinstance(roles, dict):
        raise SiteRuleError(name, f"roles: is {_shown(roles)}; put selectors by role under a line [roles]")
    tests = table.get("test", [])
    if not isinstance(tests, list):
        raise SiteRuleError(name, "test: is one table; begin each test with a line [[test]], in two brackets")
    return SiteRules(
        name,
        hosts,
        {role: _texts(given, name, f"roles.{role}", '[".more-on", "aside p"]') for role, given in roles.items()},
        tuple(_test(test, path, f"test {number}") for number, test in enumerate(tests, 1)),
        path,
    )


def _test(given: object, path: Path, where: str) -> SiteTest:
    name = str(path)
    if not isinstance(given, dict):
        raise SiteRuleError(name, f"{where}: is {_shown(given)}; begin each test with a line [[test]]")
    expected: list[tuple[Role, str]] = []
    files: dict[str, Path] = {}
    for key, value in given.items():
        _known(key, _OF_TEST, name, f"{where}: {key}", "key of a test")
        if key in ("page", "roles"):
            files[key] = _file(value, path, f"{where}: {key}")
        else:
            expected += [(Role(key), text) for text in _texts(value, name, f"{where}: {key}", '["Some text."]')]
    if "page" not in files:
        raise SiteRuleError(name, f'{where}: page: is missing; name the page that is tried: page = "page.html"')
    return SiteTest(files["page"], tuple(expected), files.get("roles"))


def _file(given: object, path: Path, where: str) -> Path:
    if not isinstance(given, str):
        raise SiteRuleError(str(path), f'{where}: is {_shown(given)}; name one file in quotes, such as "page.html"')
    file = path.parent / given
    if not file.is_file():
        raise SiteRuleError(str(path), f"{where}: there is no file {given}; it is looked for beside the rules")
    return file


def _texts(given: object, name: str, where: str, example: str) -> tuple[str, ...]:
    """One text or a list of them, none of them empty."""
    texts = [given] if isinstance(given, str) else given
    if isinstance(texts, list | tuple) and all(isinstance(text, str) and text.strip() for text in texts):
        return tuple(texts)
    raise SiteRuleError(name, f"{where}: is {_shown(given)}; give text in quotes: {example}")


def _known(key: str, known: Iterable[str], name: str, where: str, what: str) -> None:
    known = list(known)
    if key not in known:
        from difflib import get_close_matches

        near = get_close_matches(key, known, n=2)
        meant = f"did you mean {' or '.join(near)}? " if near else ""
        raise SiteRuleError(name, f"{where}: is no {what}; {meant}There are {', '.join(known)}")


def _shown(value: object) -> str:
    shown = repr(value)
    return shown if len(shown) <= 40 else f"a {type(value).__name__}"
