"""The group of commands; a first word that is no command is a page to read aloud."""

import os
import sys
from functools import cache
from importlib import import_module
from typing import Any

import click

from ..errors import PluginError, SayallError
from ..patterns import later

COMMANDS = {
    "read": "Reads a page aloud, and lets you walk through it with keys.",
    "text": "Prints what would be said, one utterance a line.",
    "list": "Lists the stories of a feed, a folder or a mailbox.",
    "outline": "Lists the sections of the story with their spoken length.",
    "explain": "Shows each block of the page with its role, its treatment, and why.",
    "queue": "Reads the pages that wait, one after the other; adds to them and lists them.",
    "recent": "Lists the stories that you have not heard to their end.",
    "bookmarks": "Lists your bookmarks in all stories.",
    "save": "Writes the reading to a sound file.",
    "html": "Writes the story as one accessible page.",
    "view": "Shows the story in your browser, which follows as it is read.",
    "voices": "Lists the voices and the speech engines.",
    "plugins": "Lists the plugins and whether they work.",
    "settings": "Shows what you have set for every reading.",
    "sites": "Lists the rules for sites, and checks a file of them.",
    "capture": "Writes a page and what was made of it into a folder to test with.",
    "speechd-module": "Lends its voices to your screen reader, run by Speech Dispatcher.",
    "say": "Says a text as it would be said within a story.",
}


_COULD_BE_ONE = later(r"[A-Za-z_][\w-]*")
_LIKE_A_PLACE = later(r"[:./\\\\#]")


class Commands(click.Group):
    """Commands are imported when they are called, so that help and the first sound come at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return _from_plugins(name)
        module = name.replace("-", "_")
        command = getattr(import_module(f"..{module}", __name__), f"{module}_command")
        assert isinstance(command, click.Command)
        return command

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if (
            args
            and args[0] not in ("--help", "-h", "--version")
            and args[0] not in COMMANDS
            and not self.get_command(ctx, args[0])
        ):
            _refuse_misspelt(args)
            args = ["read", *args]
        return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except (SayallError, click.ClickException, click.exceptions.Exit, click.Abort, OSError):
            raise
        except Exception as error:
            from ..plugins import place_of

            plugin, _ = _added().get(ctx.invoked_subcommand or "", ("", None))
            if not plugin or "--debug" in sys.argv:
                raise
            raise PluginError(
                f"Plugin {plugin} failed in its command {ctx.invoked_subcommand}: {type(error).__name__}: {error}"
                f"{place_of(error)}"
            ) from error

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))
        if added := _added():
            with formatter.section("Commands of plugins"):
                formatter.write_dl([(name, command.get_short_help_str(200)) for name, (_, command) in added.items()])


def _refuse_misspelt(args: list[str]) -> None:
    """A first word that looks like no place is no page, but a command misspelt, where more words follow."""
    if len(args) < 2 or args[0].startswith("-") or args[1].startswith("-"):
        return
    if os.path.lexists(args[0]) or _LIKE_A_PLACE.search(args[0]):
        return
    from difflib import get_close_matches

    near = get_close_matches(args[0], COMMANDS, n=1)
    advice = f"did you mean {near[0]}?" if near else f"there are {', '.join(COMMANDS)}"
    raise click.UsageError(f"{args[0]}: there is no such command; {advice}")


def _from_plugins(name: str) -> click.Command | None:
    return _added().get(name, ("", None))[1] if _COULD_BE_ONE.fullmatch(name) else None


@cache
def _added() -> dict[str, tuple[str, click.Command]]:
    """The commands that plugins add, each with its plugin, by name, in alphabetical order.

    Of a broken plugin the listener is told. Those that come with sayall add none, and are not asked.
    """
    from ..folders import NAME
    from ..installed import installed
    from .pipeline import taking_part

    plugins = taking_part(without=(entry.name for entry in installed(NAME) if entry.distribution == NAME))
    found = {
        command.name or "": (plugin, command)
        for plugin, commands in reversed(list(plugins.each("commands")))
        for command in reversed(commands)
    }
    for line in plugins.notices() if found else ():
        click.echo(f"sayall: {line}", err=True)
    return dict(sorted(found.items()))


def _version(ctx: click.Context, _: click.Parameter, wanted: Any) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"sayall {version('sayall')}")
        ctx.exit()


@click.command(cls=Commands, no_args_is_help=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Print the version."
)
@click.pass_context
def app(context: click.Context) -> None:
    """Reads the story on a page aloud: sayall PAGE.

    PAGE is a web address, a file, or - for standard input. While it reads, ? lists the keys.
    """
    if context.invoked_subcommand != "settings":
        from .settings import settings

        context.default_map = {context.invoked_subcommand or "": settings()}
