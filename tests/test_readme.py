"""What the README promises is there: its commands, its keys, its plugin."""

import re
from pathlib import Path

from reader.cli.app import COMMANDS
from reader.plugins import Plugins
from reader.speech.keys import KEYS
from reader.story import Block, Role, Story, Treatment

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.S)


def test_every_command_is_in_the_readme() -> None:
    named = set(re.findall(r"`sayall ([a-z-]+)", README))
    assert set(COMMANDS) - {"read"} <= named
    assert named <= set(COMMANDS)


def test_the_readme_names_every_key_and_no_other() -> None:
    section = README.partition("## Keys while it reads")[2].partition("\n## ")[0]
    written = set(re.findall(r"`(.)`", section))
    plain = "Space|Enter|Escape|Backspace|Delete|Home|End|Page Up|Page Down|F3|Right|Left|Up|Down"
    for row in (row for row in section.splitlines() if row.startswith("| ")):
        found = re.findall(rf"(?<![\w+])(?:\w+\+)*(?:{plain})\b", row)
        written |= {name.lower().replace("+", "-") for name in found}
    assert "with Alt held" in section
    assert "Alt+Arrows, or Ctrl+Alt+Arrows" in section
    written |= {f"{held}-{arrow}" for held in ("alt", "ctrl-alt") for arrow in ("up", "down", "left", "right")}
    written |= {f"{held}{level}" for held in ("", "alt-") for level in range(1, 7)}
    sent_for_words_on_macs = {"alt-f", "alt-b"}
    assert written == {name for key in KEYS for name in key.names} - sent_for_words_on_macs


def test_the_plugin_in_the_readme_works() -> None:
    module: dict[str, object] = {}
    exec(compile(blocks("python")[0], "corrections.py", "exec"), module)
    plugins = Plugins()
    plugins.add(type("Corrections", (), {"treat_block": staticmethod(module["treat_block"])})(), "corrections")  # type: ignore[arg-type]
    story = Story("", (Block(Role.FOOTNOTE, "Correction: it was Monday."), Block(Role.FOOTNOTE, "Printed on paper.")))
    treated = [
        plugins.first("treat_block", block=block, number=n, story=story, detail="standard", option={})
        for n, block in enumerate(story.blocks)
    ]
    assert treated == [Treatment.SPEAK, None]
    assert [(plugin.name, plugin.trouble) for plugin in plugins] == [("corrections", "")]


def test_the_example_in_the_readme_is_what_is_said() -> None:
    (example,) = blocks("console")
    command, _, said = example.partition("\n")
    assert command == "$ sayall text docs/example.html"
    heard = (Path(__file__).parents[1] / "docs" / "example.heard.txt").read_text("utf-8")
    opening, _, rest = said.partition("…\n")
    end, _, left_out = rest.partition("Left out:")
    assert heard.startswith(opening)
    assert heard.endswith(end)
    assert left_out
