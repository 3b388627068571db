"""Checks that a plugin keeps the contract of its hooks, on pages and stories made to be awkward.

It is not known what the plugin is for: what it gives is checked for its kind, for what it must not lose, and for the
time it takes. `reader.testing` is there for tests of what it is for.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from .errors import EngineError, SayallError, SiteRuleError
from .page import Limits, Page
from .patience import OverdueError, Turn
from .plugins import Plugins
from .sources import shown
from .story import Block, Group, Link, Role, Story, Treatment
from .treatment import PRESETS

SECONDS = 2.0
"""What any call may take; a listener waits for it."""

_ENGINE_SECONDS = 60.0
"""What all that an engine is tried with may take."""

_LOCATIONS = ("no-such-prefix:nothing", "no/such/file.html", "C:\\no\\such.html", "x" * 3000, "a\0b", "☃:☃")
_PAGES = (
    Page("plain.txt", "text/plain", "Een boot.\n\nIt sailed — at noon.\n".encode()),
    Page("latin.txt", "text/plain; charset=latin-1", b"Caf\xe9"),
    Page("page.html", "text/html", b"<html><body><h1>Boats</h1><p>They sailed.</p></body></html>"),
    Page("cut-off.html", "text/html", b"<html><body><h1>Boats</h1><p>They sai"),
    Page("empty", "text/plain", b" "),
    Page("binary", "application/octet-stream", bytes(range(256)) * 8),
    Page("archive.zip", "application/zip", b"PK\x03\x04" + b"\0" * 60),
    Page("data.json", "application/json", b'{"a": [1, 2, {"b": null}]}'),
    Page("data.xml", "text/xml", b"<?xml version='1.0'?><a><b/></a>"),
)
_GROUP = Group(1, "At a glance", 1)
_TEXTS = ("Boats", "", "They sailed at 10:30 for $3.50.", "猫が好き。", "a" * 400, "☃ — “x”", "1\n2\n3", "Ω≈ç√")
STORY = Story(
    "Boats",
    (
        *(Block(role, text, level=2) for role in Role for text in _TEXTS),
        Block(Role.TABLE, "Day Ice Monday 2", items=(("Day", "Ice"), ("Monday", "2"))),
        Block(Role.SIDEBAR, "At a glance", group=_GROUP),
        Block(Role.SIDEBAR, "One.", group=_GROUP, links=(Link(0, 3, "https://example.org/"),)),
    ),
    "Ada Lind",
    "2026-03-01",
    "en",
    "https://example.org/boats",
)
_PAGE = Page("https://example.org/boats", "text/html", b"<p>Boats")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was checked: ``trouble`` is "" where all is well, ``doubt`` says why it cannot be told here."""

    what: str
    trouble: str = ""
    doubt: str = ""


class _UntoldError(Exception):
    """It cannot be told here whether something is as it should be."""


def checked(plugin: object, name: str, opens: Iterable[str] = ()) -> Iterator[Finding]:
    """What was found of each hook that ``plugin`` has, the hooks in the order in which they are declared.

    ``opens`` are locations that it should open, as a source.
    """
    plugins = Plugins()
    plugins.add(plugin, name)
    (noted,) = plugins
    if noted.trouble:
        yield Finding("its hooks fit", noted.trouble)
        return
    yield Finding("its hooks fit")
    for hook in noted.hooks:
        check = _CHECKS.get(hook)
        if check is None:
            continue
        for what, call in check():
            try:
                yield Finding(what, _trouble(plugin, name, call))
            except _UntoldError as why:
                yield Finding(what, doubt=str(why))
    for location in opens:
        yield Finding(f"opens {shown(location)}", _opening(plugin, location))


def _opening(plugin: object, location: str) -> str:
    """What goes wrong where a source is to open ``location``."""
    from .testing import check_source

    began = time.perf_counter()
    try:
        check_source(plugin, opens=[location])
    except (AssertionError, SayallError) as error:
        return str(error).partition("\n")[0].removeprefix(f"{location}: ")
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    each_s = (time.perf_counter() - began) / 2
    return f"took {each_s:.1f} s; a listener waits for it" if each_s > SECONDS else ""


def _trouble(plugin: object, name: str, call: Callable[[Plugins], str]) -> str:
    """What goes wrong in one call of a plugin that has not been called before."""
    plugins = Plugins()
    plugins.add(plugin, name)
    began = time.perf_counter()
    said = call(plugins)
    took_s = time.perf_counter() - began
    (noted,) = plugins
    return noted.trouble or said or (f"took {took_s:.1f} s; {SECONDS:.0f} s are the most" if took_s > SECONDS else "")


_Check = Iterator[tuple[str, Callable[[Plugins], str]]]


def _open_location() -> _Check:
    yield "open_location leaves what is not its own to others", lambda plugins: _all(_LOCATIONS, _location, plugins)


def _location(location: str, plugins: Plugins) -> str:
    try:
        plugins.first("open_location", location=location, limits=Limits())
    except SayallError as error:
        return f"its message has several lines: {error}" if "\n" in str(error) else ""
    return ""


def _read_page() -> _Check:
    yield "read_page takes any page", lambda plugins: _all(_PAGES, _read, plugins)


def _read(page: Page, plugins: Plugins) -> str:
    try:
        found = plugins.first("read_page", page=page, asked=page.location, limits=Limits())
    except SayallError:
        return ""
    empty = isinstance(found, Story) and not any(block.text.strip() for block in found.blocks)
    return f"{page.location}: its story has no words; raise PageError instead" if empty else ""


def _adjust_story() -> _Check:
    def call(plugins: Plugins) -> str:
        found = plugins.chain("adjust_story", "story", STORY, Story, page=_PAGE, option={})
        lost = _words(STORY) - _words(found)
        return f"loses words of the story, such as {next(iter(lost))!r}; give blocks a role instead" if lost else ""

    yield "adjust_story loses nothing", call


def _treat_block() -> _Check:
    for detail in PRESETS:
        yield f"treat_block at detail {detail}", partial(_treated, detail=detail)


def _treated(plugins: Plugins, detail: str) -> str:
    for number, block in enumerate(STORY.blocks):
        given = plugins.first("treat_block", block=block, number=number, story=STORY, detail=detail, option={})
        if given is not None and not isinstance(given, Treatment):
            return f"gave {given!r} for a {block.role.spoken()}"
    return ""


def _summarize() -> _Check:
    def call(plugins: Plugins) -> str:
        for role in Role:
            blocks = tuple(block for block in STORY.blocks if block.role is role)
            said = plugins.first("summarize", blocks=blocks, story=STORY)
            if said is not None and not str(said).strip():
                return f"says nothing for {role.spoken(2)}; give None instead"
        return ""

    yield "summarize takes any blocks", call


def _wording_rules() -> _Check:
    for language in ("en", "de-AT", "ja", ""):
        yield f"wording_rules in {language or 'no language'}", partial(_worded, language=language)


def _worded(plugins: Plugins, language: str) -> str:
    for _, rules in plugins.each("wording_rules", language=language):
        for rule in rules:
            for text in _TEXTS:
                end = 0
                for edit in sorted(rule.find(text), key=lambda edit: edit.start):
                    if not end <= edit.start <= edit.end <= len(text):
                        return f"{rule.name}: {edit} overlaps another, or is not in {text!r}"
                    end = edit.end
    return ""


def _engines() -> _Check:
    from .testing import check_engine

    yield "its engines speak", _speaking("engines", check_engine)


def _services() -> _Check:
    from .testing import check_service

    yield "its services speak", _speaking("services", check_service)


def _speaking(hook: str, check: Callable[[Any], None]) -> Callable[[Plugins], str]:
    """Tries all that the plugin gives for ``hook``, each in its time."""

    def call(plugins: Plugins) -> str:
        for _, makers in plugins.each(hook):
            for name, make in makers.items():
                turn = Turn()
                try:
                    turn.run(partial(turn.made, name, "", _ENGINE_SECONDS, partial(check, make)))
                except EngineError as error:
                    raise _UntoldError(f"{name} cannot be checked here: {error}") from None
                except AssertionError as error:
                    return f"{name}: {str(error).partition(chr(10))[0]}"
                except OverdueError:
                    return f"{name}: did not speak within {_ENGINE_SECONDS:.0f} s"
                except Exception as error:
                    return f"{name}: {type(error).__name__}: {error}"
        return ""

    return call


def _site_rules() -> _Check:
    def call(plugins: Plugins) -> str:
        from .readability.parse import parse
        from .readability.sites.ruled import matched

        root = parse("<p>")
        try:
            for rules in plugins.first("site_rules") or ():
                for role, selector in rules.selectors():
                    matched(root, selector, rules, role)
        except SiteRuleError as error:
            return str(error)
        return ""

    yield "the selectors of its site rules can be used", call


_CHECKS: dict[str, Callable[[], _Check]] = {
    "open_location": _open_location,
    "read_page": _read_page,
    "site_rules": _site_rules,
    "adjust_story": _adjust_story,
    "treat_block": _treat_block,
    "summarize": _summarize,
    "wording_rules": _wording_rules,
    "engines": _engines,
    "services": _services,
}


def _all(samples: tuple[Any, ...], check: Callable[[Any, Plugins], str], plugins: Plugins) -> str:
    return next(filter(None, (check(sample, plugins) for sample in samples)), "")


def _words(story: Story) -> Counter[str]:
    return Counter(word for block in story.blocks for word in block.text.split())
