"""``sayall say``: a text as it would be said within a story, and which rule changed what."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

import click

from ..script.sentences import sentences
from ..script.wording import RULES, Edit, Rule, edits
from .pipeline import pronunciations, taking_part, worded


def _list_rules(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    """For the option --rules: one line a rule, in the order in which they are asked, and no more."""
    if not wanted:
        return
    told: dict[tuple[str, str], list[str]] = {}
    for rule in RULES:
        told.setdefault((rule.name, _about(rule)), []).extend(rule.languages)
    for (name, about), languages in told.items():
        among = "" if languages in ([], ["en"]) or name == "emoji" else f" ({', '.join(languages)})"
        click.echo(f"{name}{among}: {about}")
    context.exit()


def _about(rule: Rule) -> str:
    """What a rule does, in a line."""
    find: Callable[..., object] = rule.find
    if isinstance(find, partial):
        if family := find.keywords.get("family"):
            from ..script.wording.tongue_rules import FAMILIES

            find = FAMILIES[family]
        else:
            find = find.func
    about = (find.__name__ != "find" and find.__doc__) or sys.modules[find.__module__].__doc__ or ""
    return about.strip().splitlines()[0]


@click.command("say")
@click.argument("text")
@click.option("--words", is_flag=True, help="Only the words, one line for each line of TEXT.")
@click.option("--trace", is_flag=True, help="Show which rule changed what.")
@click.option("--language", default="en", show_default=True, metavar="TAG", help="The language of TEXT, as en or de.")
@click.option("--literal", multiple=True, metavar="RULE", help="Leave what this rule changes as written.")
@click.option("--spell-links", is_flag=True, help="Read web addresses out, sign by sign.")
@click.option(
    "--rules", is_flag=True, is_eager=True, expose_value=False, callback=_list_rules, help="List the wording rules."
)
def say_command(
    text: str, words: bool, trace: bool, language: str, literal: tuple[str, ...], spell_links: bool
) -> None:
    """Prints TEXT in the words in which it would be said; - takes the lines of standard input."""
    plugins = taking_part()
    rules = worded((*pronunciations(plugins), *RULES), literal, spell_links=spell_links)
    for notice in plugins.notices():
        click.echo(f"sayall: {notice}", err=True)
    given: Iterable[str] = text.splitlines()
    if text == "-":
        given = sys.stdin
    for line in given:
        written = line.rstrip("\r\n")
        changes = list(_changes(written, rules, language))
        click.echo(_said(written, [edit for _, edit in changes]))
        for name, edit in changes if trace and not words else ():
            click.echo(f"  {name}: {written[edit.start : edit.end]!r} is said as {edit.said!r}")


def _changes(text: str, rules: Sequence[Rule], language: str) -> Iterator[tuple[str, Edit]]:
    """Each edit of the line, sentence by sentence as in a story, with the name of its rule."""
    for start, end in sentences(text, language):
        sentence = text[start:end]
        suitable = [rule for rule in reversed(rules) if rule.suits(language)]
        named = {edit: rule.name for rule in suitable for edit in rule.find(sentence)}
        for edit in edits(sentence, rules, language):
            yield named.get(edit, "several"), Edit(edit.start + start, edit.end + start, edit.said)


def _said(text: str, changes: Sequence[Edit]) -> str:
    parts, cursor = [], 0
    for edit in changes:
        parts += [text[cursor : edit.start], edit.said]
        cursor = edit.end
    return " ".join("".join([*parts, text[cursor:]]).split())
