"""The options that the commands share, and what they come to."""

from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from pathlib import Path
from typing import Any, NamedTuple

import click
from click.core import ParameterSource

from ..story import Role, Treatment
from ..treatment import PRESETS
from .notices import quiet

Decorated = Callable[..., Any]

_ROLES = click.Choice([role.value for role in Role])
_FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
_ONE_PAGE = click.argument("page")
_PAGES = click.argument("pages", nargs=-1, metavar="[PAGE]...")
_HOW = (
    click.option(
        "--detail", type=click.Choice(list(PRESETS)), default="standard", show_default=True, help="How much is read."
    ),
    click.option("--speak", type=_ROLES, multiple=True, metavar="ROLE", help="Read this role aloud; may be repeated."),
    click.option("--skip", type=_ROLES, multiple=True, metavar="ROLE", help="Leave this role out."),
    click.option("--announce", type=_ROLES, multiple=True, metavar="ROLE", help="Say only how many there are."),
    click.option("--summarize", type=_ROLES, multiple=True, metavar="ROLE", help="Say a summary instead."),
    click.option("--after", type=_ROLES, multiple=True, metavar="ROLE", help="Read this role when the body is over."),
    click.option("--set", "settings", multiple=True, metavar="PLUGIN=OPTION", help="For a plugin: captions=summarize."),
    click.option("--literal", multiple=True, metavar="RULE", help="Leave what this wording rule changes as written."),
    click.option("--spell-links", is_flag=True, help="Read web addresses out, sign by sign."),
    click.option("--one-language", is_flag=True, help="Say other languages as if they were the story's."),
    click.option("--allow-private", is_flag=True, help="Allow web addresses of the local network."),
    click.option("--plugin", "files", type=_FILE, multiple=True, help="Use this Python file as a plugin too."),
    click.option("--site", "sites", type=_FILE, multiple=True, metavar="FILE", help="Use this file of site rules too."),
    click.option("--no-plugins", is_flag=True, help="Use only what comes with sayall."),
    click.option("--quiet", is_flag=True, expose_value=False, callback=quiet, help="Only what was asked for."),
    click.option("--debug", is_flag=True, help="Show the traceback of a bug."),
)  # fmt: skip
_PLAIN = ("allow_private", "no_plugins", "files", "sites", "literal", "spell_links", "one_language")
"""The options that `Choices` has under the same name."""
_SPEECH = (
    click.option("--engine", metavar="NAME", help="The speech engine; sayall voices lists them."),
    click.option(
        "--voice", metavar="NAME", default="plain", show_default=True, help="A voice, or the path of a voice's file."
    ),
    click.option("--rate", type=click.IntRange(40, 900), metavar="WPM", help="Words a minute."),
)


SHOW = click.option("--show", is_flag=True, help="Print each sentence as it is heard.")
AT_END = click.option(
    "--at-end", type=click.Choice(("stay", "quit")), help="What happens when a story is over: stay lets you go back."
)


class Choices(NamedTuple):
    """What the listener chose for a page: which one, how much of it, and what happens to each role."""

    page: str
    detail: str = "standard"
    chosen: Mapping[Role, Treatment] | None = None
    settings: Mapping[str, str] | None = None
    allow_private: bool = False
    no_plugins: bool = False
    files: tuple[Path, ...] = ()
    sites: tuple[Path, ...] = ()
    literal: tuple[str, ...] = ()
    spell_links: bool = False
    one_language: bool = False


def page_options(command: Decorated) -> Decorated:
    """Adds PAGE and its options; the command gets them as its first argument, a `Choices`."""
    return _with_choices(command, (_ONE_PAGE, *_HOW))


def pages_options(command: Decorated) -> Decorated:
    """The same for any number of pages: the command gets ``pages`` beside the `Choices`, which name none."""
    return _with_choices(command, (_PAGES, *_HOW))


def reading_options(command: Decorated) -> Decorated:
    """The same where the command itself knows the pages: the `Choices` name none."""
    return _with_choices(command, _HOW)


def _with_choices(command: Decorated, options: Sequence[Decorated]) -> Decorated:
    def with_choices(detail: str, settings: tuple[str, ...], page: str = "", **rest: Any) -> Any:
        chosen = _treatments({treatment: rest.pop(treatment.value) for treatment in Treatment})
        rest.pop("debug")
        taken = {name: rest.pop(name) for name in _PLAIN}
        return command(Choices(page, detail, chosen, _settings(settings), **taken), **rest)

    with_choices.__name__, with_choices.__doc__ = command.__name__, command.__doc__
    return reduce(lambda f, option: option(f), reversed(options), _carry(command, with_choices))


def speech_options(command: Decorated) -> Decorated:
    """Adds --engine, --voice and --rate; the command gets them as ``engine``, ``voice`` and ``rate``."""
    return reduce(lambda f, option: option(f), reversed(_SPEECH), command)


def _carry(command: Decorated, wrapper: Decorated) -> Decorated:
    """Click keeps the options that were added so far on the function: they move to the wrapper."""
    wrapper.__click_params__ = getattr(command, "__click_params__", [])  # type: ignore[attr-defined]
    return wrapper


def _treatments(given: Mapping[Treatment, tuple[str, ...]]) -> dict[Role, Treatment]:
    """What happens to each role: what the command line says of it outweighs the listener's settings."""
    context = click.get_current_context()
    chosen: dict[Role, Treatment] = {}
    for treatment, roles in given.items():
        if context.get_parameter_source(treatment.value) is ParameterSource.COMMANDLINE:
            for role in map(Role, roles):
                if chosen.setdefault(role, treatment) is not treatment:
                    raise click.UsageError(
                        f"--{treatment} {role} and --{chosen[role]} {role} exclude each other; give one"
                    )
    for treatment in given:
        for name in _always(treatment.value):
            chosen.setdefault(Role(name), treatment)
    return chosen


def _always(name: str) -> tuple[str, ...]:
    """What the listener's settings say for an option that can be given several times."""
    value = click.get_current_context().lookup_default(name)
    return tuple(value or ())


def _settings(given: tuple[str, ...]) -> dict[str, str]:
    for setting in given:
        if "=" not in setting:
            raise click.UsageError(f"--set {setting}: give it as PLUGIN=OPTION, for example --set captions=summarize")
    return dict(setting.split("=", 1) for setting in (*_always("settings"), *given))
