"""``sayall plugins``: which plugins there are, and whether they work."""

import click

from .pipeline import taking_part


@click.command("plugins")
def plugins_command() -> None:
    """Lists the plugins and whether they work."""
    for plugin in taking_part():
        state = f"broken: {plugin.trouble}" if plugin.trouble else "works"
        version = f" {plugin.version}" if plugin.version else ""
        click.echo(f"{plugin.name}{version}, {', '.join(plugin.hooks) or 'no hooks'}, {state}")
