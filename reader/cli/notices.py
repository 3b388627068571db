"""What sayall tells beside what was asked for: plain lines on standard error, or nothing with --quiet."""

from typing import Any

import click

_wanted = True


def notice(line: str) -> None:
    """Prints ``line`` where notices are wanted; it may come from any thread."""
    if _wanted:
        click.echo(line, err=True)


def quiet(_context: click.Context, _parameter: click.Parameter, is_quiet: Any) -> None:
    """For the option --quiet: no notices in this run. Errors are still told."""
    global _wanted
    _wanted = not is_quiet
