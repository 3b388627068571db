"""``sayall sites``: which rules for sites there are, and whether a file of them does what its tests say."""

from collections.abc import Iterator
from pathlib import Path

import click

from ..errors import SayallError, SiteRuleError
from ..folders import own_folder
from ..page import Page
from ..readability.site_rules import SiteRules, SiteTest, load
from ..story import Block, Story
from .own_files import files_in
from .pipeline import taking_part


@click.group("sites", invoke_without_command=True)
@click.pass_context
def sites_command(context: click.Context) -> None:
    """Lists the rules for sites and whether they work; with a word after it, checks a file of them."""
    if context.invoked_subcommand is None:
        context.invoke(list_sites)


@sites_command.command("list")
def list_sites() -> None:
    """Lists the rules for sites: yours, then those of plugins."""
    folder = own_folder("sites")
    count = 0
    for file in files_in(folder, ".toml"):
        count += 1
        try:
            click.echo(_described(load(file)))
        except SiteRuleError as error:
            click.echo(f"broken: {error}")
    plugins = taking_part()
    for name, given in plugins.each("site_rules"):
        for rules in given:
            count += 1
            click.echo(f"{_described(rules)}, of plugin {name}")
    for notice in plugins.notices():
        click.echo(notice)
    click.echo(f"{count} {'file' if count == 1 else 'files'} of site rules; yours are looked for in {folder}")


@sites_command.command("check")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def check_site(file: Path) -> None:
    """Tries the rules in FILE on its own test pages; exit status 1 where one does not do what it should."""
    rules = load(file)
    unused = dict.fromkeys(rules.selectors())
    passed = failed = 0
    for number, test in enumerate(rules.tests, 1):
        story, matching = _tried(test, rules)
        for use in matching:
            unused.pop(use, None)
        for trouble in _troubles(test, story):
            if trouble:
                failed += 1
                click.echo(f"test {number}, {test.page.name}: {trouble}")
            else:
                passed += 1
    if not rules.tests:
        _compile(rules)
        click.echo("There are no tests; a test is a line [[test]], then page and what is on it: see docs/site-rules.md")
    else:
        for role, selector in unused:
            click.echo(f"roles.{role}: {selector} names nothing on the test pages")
    click.echo(f"{passed} right, {failed} wrong")
    if failed:
        raise SystemExit(1)


def _described(rules: SiteRules) -> str:
    tests = len(rules.tests)
    roles = ", ".join(rules.roles) or "no roles"
    return f"{rules.name}: {', '.join(rules.hosts)}, {roles}, {tests} {'test' if tests == 1 else 'tests'}"


def _tried(test: SiteTest, rules: SiteRules) -> tuple[Story, list[tuple[str, str]]]:
    """The story of a test page by the rules, and each role and selector that named something on it."""
    from ..readability import read
    from ..readability.decoding.decode import decode
    from ..readability.parse import parse
    from ..readability.sites.ruled import matched

    page = Page(f"https://{rules.hosts[0]}/", "text/html", _content(test.page))
    try:
        story = read(page, [rules])
        root = parse(decode(page), page.location)
    except SiteRuleError:
        raise
    except SayallError as error:
        raise SiteRuleError(str(test.page), str(error).removeprefix(f"{page.location}: ")) from error
    return story, [(role, selector) for role, selector in rules.selectors() if matched(root, selector, rules, role)]


def _compile(rules: SiteRules) -> None:
    """Tries each selector on an empty page, so that a broken one is named."""
    from ..readability.parse import parse
    from ..readability.sites.ruled import matched

    root = parse("<p>")
    for role, selector in rules.selectors():
        matched(root, selector, rules, role)


def _troubles(test: SiteTest, story: Story) -> Iterator[str]:
    """For each thing that a test expects, what is wrong with it; "" where it is right."""
    for role, text in test.expected:
        found = [block for block in story.blocks if _folded(text) in _folded(block.text)]
        if any(block.role is role for block in found):
            yield ""
        elif found:
            yield f"{text!r} is {found[0].role}, not {role} ({found[0].reason})"
        else:
            yield f"{text!r} is not on the page"
    if test.roles:
        yield from _differing(test.roles, story)


def _differing(file: Path, story: Story) -> Iterator[str]:
    """How the blocks differ from those in a file as ``sayall capture`` writes it."""
    from difflib import SequenceMatcher

    from .capture import role_lines

    wanted, found = _content(file).decode("utf-8", "replace").splitlines(), role_lines(story, is_html=True).splitlines()
    reasons = {_line(block): block.reason for block in story.blocks}
    right = True
    for what, first, last, begin, end in SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        right = False
        for line in wanted[first:last]:
            yield f"{file.name}: missing: {_said(line)}"
        for line in found[begin:end]:
            yield f"{file.name}: found instead: {_said(line)} ({reasons.get(line, 'unknown')})"
    if right:
        yield ""


def _line(block: Block) -> str:
    from .capture import role_line

    return role_line(block, "⏎")


def _said(line: str) -> str:
    role, _, text = line.partition("\t")
    return f"{role} {text!r}"


def _content(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise SiteRuleError(str(file), f"cannot be read: {error.strerror or error}") from error


def _folded(text: str) -> str:
    return " ".join(text.split())
