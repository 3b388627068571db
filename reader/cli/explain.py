"""``sayall explain``: what each block of the page was taken for, what happens to it, and why."""

import json
from dataclasses import asdict
from typing import Any

import click

from ..reading import Reading
from ..story import Block, Role, Story
from .options import Choices, page_options
from .pipeline import open_one, prepare_found

_MOST = 12
"""So many texts that were passed over are named in lines."""


@click.command("explain")
@page_options
@click.option("--json", "as_json", is_flag=True, help="As one JSON object.")
@click.option("--all", "everything", is_flag=True, help="With page furniture too, which is only counted otherwise.")
@click.option("--plugins", "by_plugin", is_flag=True, help="Which plugin opened it, and what each changed.")
def explain_command(choices: Choices, as_json: bool, everything: bool, by_plugin: bool) -> None:
    """Shows each block of the page with its role, its treatment, and why."""
    if by_plugin:
        _show_influences(choices)
        return
    reading = prepare_found(*open_one(choices), choices)
    story = reading.story
    for notice in reading.plugins.notices():
        click.echo(f"sayall: {notice}", err=True)
    if as_json:
        click.echo(json.dumps(as_object(story), ensure_ascii=False, indent=1))
        return
    for name in ("headline", "byline", "published", "language"):
        click.echo(f"{name}: {getattr(story, name) or 'not found'}")
    click.echo(f"engine: {_engine(reading)}")
    for other in story.passed_over[:_MOST]:
        click.echo(f"passed over: {other.candidate} “{other.begin}”, {other.check}: {other.reason}")
    if len(story.passed_over) > _MOST:
        click.echo(f"passed over: {len(story.passed_over) - _MOST} more, listed with --json")
    hidden = 0
    for number, block in enumerate(story.blocks, 1):
        if block.role is Role.BOILERPLATE and not everything:
            hidden += 1
            continue
        click.echo(
            f"{number}. {block.role}{_level(block)}, {block.treatment}: {_numbered(block)}{_excerpt(block.text)}"
        )
        place = f"; at {block.source}" if block.source else ""
        click.echo(f"   why: {block.reason}; {block.treatment} by {block.treated_by}{place}")
    if hidden:
        pieces = "piece" if hidden == 1 else "pieces"
        click.echo(f"{hidden} {pieces} of page furniture, listed with --all")


def _engine(reading: Reading) -> str:
    """Which engine would speak it in the listener's voice, and why."""
    from ..voices import DEFAULT, load
    from .settings import settings
    from .speaking import choose, factories

    always = settings()
    voice = load(always.get("voice", DEFAULT))
    chosen = choose(factories(reading.plugins), always.get("engine"), voice, reading.story.language, always.get("rate"))
    return f"{chosen.name}, since {chosen.why}"


def _show_influences(choices: Choices) -> None:
    from .influence import influences

    for name, changes in influences(choices):
        click.echo(f"{name}:")
        for change in changes:
            click.echo(f"  {change}")


def as_object(story: Story) -> dict[str, Any]:
    """The story as JSON types: its details, what was ``passed_over``, ``blocks`` in reading order, and ``furniture``.

    ``number`` says where each of both stands among all of the story's blocks, counted from 1.
    """
    details = {name: getattr(story, name) for name in ("headline", "byline", "published", "language", "location")}
    blocks: list[dict[str, Any]] = []
    furniture: list[dict[str, Any]] = []
    for number, block in enumerate(story.blocks, 1):
        (furniture if block.role is Role.BOILERPLATE else blocks).append(_block(number, block))
    passed_over = [asdict(other) for other in story.passed_over]
    return details | {"passed_over": passed_over, "blocks": blocks, "furniture": furniture}


def _block(number: int, block: Block) -> dict[str, Any]:
    group = block.group and {"number": block.group.number, "label": block.group.label, "size": block.group.size}
    return {
        "number": number,
        "role": block.role.value,
        "ordinal": _ordinal(block),
        "text": block.text,
        "level": block.level,
        "language": block.language,
        "treatment": block.treatment.value,
        "treated_by": block.treated_by,
        "reason": block.reason,
        "source": block.source,
        "group": group,
        "items": block.items,
        "links": [{"start": link.start, "end": link.end, "target": link.target} for link in block.links],
        "tongues": [{"start": one.start, "end": one.end, "language": one.language} for one in block.tongues],
    }


def _ordinal(block: Block) -> dict[str, Any] | None:
    """The number of an item: ``shown`` is how it is written before the text, "" where the item began before."""
    if block.ordinal is None:
        return None
    return {
        "shown": block.number_shown,
        "value": block.ordinal.value,
        "style": block.ordinal.style,
        "falls": block.ordinal.falls,
    }


def _level(block: Block) -> str:
    return f" {block.level}" if block.role is Role.HEADING and block.level else ""


def _numbered(block: Block) -> str:
    return f"{block.number_shown}. " if block.number_shown else ""


def _excerpt(text: str, length: int = 90) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0] + " …"
