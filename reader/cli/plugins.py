"""``sayall plugins``: which plugins there are and whether they work; one of them in detail, checked, or made new."""

import json
from pathlib import Path

import click

from ..errors import PluginError
from ..folders import NAME
from ..installed import installed
from ..plugins import Plugin, Plugins
from .pipeline import taking_part


@click.group("plugins", invoke_without_command=True)
@click.pass_context
def plugins_command(context: click.Context) -> None:
    """Lists the plugins and whether they work; with a word after it, shows, checks or makes one."""
    if context.invoked_subcommand is None:
        context.invoke(list_plugins)


@plugins_command.command("list")
@click.option("--json", "as_json", is_flag=True, help="As one JSON array.")
def list_plugins(as_json: bool = False) -> None:
    """Lists the plugins and whether they work."""
    plugins = taking_part()
    if as_json:
        click.echo(json.dumps([_object(plugin) for plugin in plugins], indent=1))
        return
    for plugin in plugins:
        version = f" {plugin.version}" if plugin.version else ""
        click.echo(f"{plugin.name}{version}, {', '.join(plugin.hooks) or 'no hooks'}, {_state(plugin)}")


@plugins_command.command("info")
@click.argument("name")
def show_plugin(name: str) -> None:
    """Shows what a plugin is for, where it comes from, and each hook that it has."""
    from .. import hookspecs
    from ..hook_checks import HOOKS

    plugin = _named(taking_part(), name)
    click.echo(f"{plugin.name}: {_about(plugin)}")
    origin = " ".join(part for part in (plugin.distribution, plugin.version) if part)
    click.echo(f"from: {plugin.module}{f', in {origin}' if origin else ''}")
    if plugin.tested_with:
        click.echo(f"tested with: sayall {plugin.tested_with}")
    click.echo(f"state: {_state(plugin)}")
    for hook in plugin.hooks:
        spec, about = HOOKS[hook], getattr(hookspecs, hook).__doc__ or ""
        click.echo(f"hook {hook}({', '.join(spec.arguments)}), since {spec.since}: {about.splitlines()[0]}")


@plugins_command.command("check")
@click.argument("name")
@click.argument("locations", nargs=-1, metavar="[LOCATION]...")
def check_plugin(name: str, locations: tuple[str, ...]) -> None:
    """Checks that a plugin, or the Python file at a path, keeps the contract of its hooks; exit status 1 if not.

    A source is also asked to open each LOCATION.
    """
    from ..conformance import checked

    is_file = name.endswith(".py")
    plugins = taking_part(own_only=is_file, files=[Path(name)] if is_file else ())
    plugin = _named(plugins, Path(name).stem if is_file else name)
    if plugin.trouble:
        raise PluginError(f"{name}: {plugin.trouble}")
    troubles = 0
    for finding in checked(plugins.object_of(plugin.name), plugin.name, locations):
        troubles += bool(finding.trouble)
        click.echo(f"{finding.what}: {finding.trouble or finding.doubt or 'yes'}")
    if plugin.distribution != NAME:
        click.echo(f"says which sayall it was tested with: {_tested(plugin)}")
    click.echo(f"{plugin.name} keeps the contract." if not troubles else f"{troubles} to be mended.")
    if troubles:
        raise SystemExit(1)


def _tested(plugin: Plugin) -> str:
    from importlib.metadata import version

    here = version(NAME)
    if not plugin.tested_with:
        return f'no; write TESTED_WITH = "{here}" beside its hooks'
    if plugin.tested_with.split(".")[:2] != here.split(".")[:2]:
        return f"{plugin.tested_with}, and this is {here}; where all works, write that"
    return plugin.tested_with


@plugins_command.command("new")
@click.argument("name")
@click.option(
    "--kind",
    type=click.Choice(["source", "treatment", "engine"]),
    default="source",
    show_default=True,
    help="What it is to do.",
)
def make_plugin(name: str, kind: str) -> None:
    """Writes a new plugin into a folder of that name: a package that works, with a test that passes."""
    from importlib.metadata import version

    from ..scaffold import scaffold

    taken = {entry.name for entry in installed(NAME) if entry.distribution == NAME}
    for path in scaffold(name, kind, version(NAME), Path.cwd(), taken):
        click.echo(path.relative_to(Path.cwd()).as_posix())
    click.echo(f'Next: pip install -e "./{name}[test]" and pytest {name}, then sayall plugins check {name}')


def _named(plugins: Plugins, name: str) -> Plugin:
    from difflib import get_close_matches

    known = {plugin.name: plugin for plugin in plugins}
    if name not in known:
        near = get_close_matches(name, known, n=1)
        advice = f"did you mean {near[0]}?" if near else "sayall plugins lists those that there are"
        raise PluginError(f"{name}: there is no such plugin; {advice}")
    return known[name]


def _state(plugin: Plugin) -> str:
    return f"broken: {plugin.trouble}" if plugin.trouble else "works"


def _about(plugin: Plugin) -> str:
    """The first sentence of its module's docstring."""
    import sys

    module = sys.modules.get(plugin.module.partition(":")[0])
    return next(iter((module.__doc__ or "").strip().splitlines()), "") if module else "its module cannot be loaded"


def _object(plugin: Plugin) -> dict[str, object]:
    return {
        "name": plugin.name,
        "module": plugin.module,
        "distribution": plugin.distribution,
        "version": plugin.version,
        "tested_with": plugin.tested_with,
        "hooks": plugin.hooks,
        "trouble": plugin.trouble,
    }
