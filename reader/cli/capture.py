"""``sayall capture``: a page and what was made of it, as a folder to test with."""

import os
import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

import click

from ..errors import SayallError, UsageError
from ..page import Page
from ..sources import media_type_of, shown
from ..story import Block, Role, Story
from .options import Choices, page_options
from .pipeline import open_choice, prepare_found

_STUB = """\
# What the elements of {host} are; docs/site-rules.md says how to write this.
# roles.txt is what they were taken for. Set right what is wrong there, then put selectors here until
# it comes out so: sayall sites check {file}
host = "{host}"{unsure}

[roles]
# story = ["#main-text"]
# highlight = [".key-points li"]
# promo = [".more-on"]

[[test]]
page = "page.html"
roles = "roles.txt"
"""


@click.command("capture")
@page_options
@click.option("-o", "--output", required=True, metavar="FOLDER", type=click.Path(path_type=Path), help="Where to.")
@click.option("--force", is_flag=True, help="Write over what an earlier capture left there, rules for the site aside.")
def capture_command(choices: Choices, output: Path, force: bool) -> None:
    """Writes a page and what was made of it into a folder, to be set right and tested against.

    page.html is the page as it came; roles.txt has each block with its role, page furniture aside; heard.txt is what is
    heard; site.toml is a beginning for rules for that site.
    """
    found, plugins = open_choice(choices)
    if not isinstance(found, Page):
        raise UsageError(f"{shown(choices.page)}: is no single page in HTML or text, so there is nothing to capture")
    reading = prepare_found(found, plugins, choices)
    for notice in plugins.notices():
        click.echo(f"sayall: {notice}", err=True)
    heard = "".join(" ".join(utterance.text.split()) + "\n" for utterance in replace(reading, rules=()).narrate())
    text = _text(found)
    is_html = _is_html(found, text)
    files = {
        "page.html" if is_html else "page.txt": _standing_alone(found, text),
        "roles.txt": role_lines(reading.story, is_html).encode(),
        "heard.txt": heard.encode(),
    }
    if is_html:
        files["site.toml"] = _stub(found, text, output).encode()
    for path in written(files, output, force):
        click.echo(path)


def role_lines(story: Story, is_html: bool) -> str:
    """Role and text of each block, a line each, with a tab between.

    Of a page in HTML its furniture is left out, since there is no end to it; of a text every line counts.
    """
    if is_html:
        return "".join(role_line(block, "⏎") + "\n" for block in story.blocks if block.role is not Role.BOILERPLATE)
    return "".join(role_line(block, " / ") + "\n" for block in story.blocks)


def role_line(block: Block, line_break: str) -> str:
    """One block as a line, with ``line_break`` in place of those in its text."""
    return f"{block.role}\t{block.text.replace(chr(10), line_break)}"


def written(files: dict[str, bytes], folder: Path, force: bool) -> list[Path]:
    """Writes all of ``files`` or none of them into ``folder``; gives the paths of those that were written.

    With ``force`` files of these names are written over, save one of rules, into which somebody's work has gone.
    """
    there = [name for name in files if (folder / name).exists()]
    if there and not force:
        raise SayallError(
            f"{folder / there[0]}: is there already; give another folder with -o, or --force to write over it"
        )
    files = {name: data for name, data in files.items() if name not in there or not name.endswith(".toml")}
    temporary = None
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        temporary = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
        for name, data in files.items():
            (temporary / name).write_bytes(data)
        if not folder.exists():
            temporary.chmod(0o777 & ~_umask())
            os.replace(temporary, folder)
        else:
            for name in files:
                os.replace(temporary / name, folder / name)
    except OSError as error:
        raise SayallError(
            f"{folder}: cannot be written: {error.strerror or error}; give another folder with -o"
        ) from error
    finally:
        if temporary is not None:
            shutil.rmtree(temporary, ignore_errors=True)
    return [folder / name for name in files]


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _text(page: Page) -> str:
    from ..readability.decoding.decode import decode

    return decode(page)


def _is_html(page: Page, text: str) -> bool:
    from ..readability import is_html

    return is_html(page.media_type, text)


def _standing_alone(page: Page, text: str) -> bytes:
    """The page as it came; as UTF-8 where only its server had said in which encoding it is."""
    alone = _text(Page(page.location, media_type_of(page.data), page.data))
    return page.data if alone == text else ("\ufeff" + text.lstrip("\ufeff")).encode("utf-8", "replace")


def _stub(page: Page, text: str, folder: Path) -> str:
    from ..readability.parse import parse
    from ..readability.sites.hosts import host_of

    host = host_of(parse(text, page.location), page.location).removeprefix("www.")
    unsure = "" if host else "  # the page does not say from which site it is: put that here"
    return _STUB.format(host=host or "example.org", unsure=unsure, file=shown(str(folder / "site.toml")))
