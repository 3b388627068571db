"""The command ``sayall``: one file a command, and errors as one line that names what was given and what to do."""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import SayallError

if TYPE_CHECKING:
    import click


def main() -> None:
    """Runs the command line and exits: 0 done, 2 something given was wrong, 1 a bug, 130 Ctrl-C."""
    # A run makes few cycles and much that lasts: looking for garbage as often as Python does delays the start.
    gc.set_threshold(50_000, 20, 20)

    import click

    from .app import app

    _warn_of_namesake()
    debug = "--debug" in sys.argv
    try:
        app(standalone_mode=False)
    except SayallError as error:
        _end(str(error), 2)
    except click.Abort:
        sys.exit(130)
    except click.exceptions.NoArgsIsHelpError as error:
        print(error.format_message())
        sys.exit(2)
    except click.MissingParameter as error:
        _end(_asked_for(error), 2)
    except click.BadParameter as error:
        from .settings import blamed

        _end(blamed(error), 2)
    except click.UsageError as error:
        _end(_advised(error), 2)
    except click.ClickException as error:
        _end(error.format_message(), 2)
    except KeyboardInterrupt:
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        if debug:
            raise
        _end(
            f"a bug, not your doing: {type(error).__name__}: {error}; run it again with --debug and report that",
            1,
        )


def _asked_for(error: click.MissingParameter) -> str:
    """What a command lacks, in the form in which its help names it."""
    command = error.ctx.command_path if error.ctx else "sayall"
    wanted = error.param.make_metavar(error.ctx) if error.param and error.ctx else "an argument"
    if error.param and error.param.param_type_name == "option":
        wanted = f"{error.param.opts[0]} {wanted}"
    return f"{wanted} is missing; {command} --help shows how it is used"


def _advised(error: click.UsageError) -> str:
    """What click says of words that it cannot place, and where it stands how they are used, if that is not said yet."""
    message = error.format_message()
    if error.ctx is None or ";" in message or "?" in message:
        return message
    return f"{message.rstrip('.')}; {error.ctx.command_path} --help shows how it is used"


def _end(message: str, status: int) -> None:
    line = " ".join(message.split())
    print(f"sayall: {line}", file=sys.stderr)
    sys.exit(status)


def _warn_of_namesake() -> None:
    """A feed library is imported as ``reader`` too: installed side by side, each overwrites files of the other."""
    site = Path(__file__).parents[2]
    if next(site.glob("reader-*.dist-info"), None):
        print(
            "sayall: the feed library named reader is installed in the same environment and shares its folder with "
            "sayall, so one of them will break; install sayall with pipx or uv tool to keep them apart.",
            file=sys.stderr,
        )
