"""docs/voices.md explains every key of a voice's file, and no other."""

import re
from dataclasses import fields
from pathlib import Path

from reader.speech.earcons import EARCONS
from reader.voices import STYLES, Manner, Voice, available, load

DOCS = (Path(__file__).parents[1] / "docs" / "voices.md").read_text("utf-8")


def keys(heading: str) -> list[str]:
    """The keys in the table under a heading."""
    section = re.split(r"\n#+ ", DOCS.partition(f"### {heading}\n")[2])[0]
    return [key for row in re.findall(r"^\| (`.*?) \|", section, re.M) for key in re.findall(r"`(\w+)`", row)]


def test_every_key_of_the_whole_voice_is_explained() -> None:
    assert keys("The whole voice") == [
        field.name for field in fields(Voice) if field.name not in ("name", "speakers", "styles")
    ]


def test_every_default_is_told() -> None:
    told = dict(re.findall(r"^\| `(\w+)` \|.*\| (\S+) \|$", DOCS.partition("### The whole voice")[2], re.M))
    voice = Voice("any")
    assert {name: repr(getattr(voice, name)).replace("'", '"') for name in keys("The whole voice")} == {
        name: value for name, value in told.items() if name in keys("The whole voice")
    }


def test_every_key_of_a_role_is_explained() -> None:
    assert sorted(keys("Each role")) == sorted(field.name for field in fields(Manner))


def test_every_role_and_every_earcon_is_named() -> None:
    section = " ".join(DOCS.partition("### Each role")[2].split())
    assert f"{', '.join(STYLES[:-1])}, and announcement" in section
    sounds = section.partition("The sounds are")[2].partition("None is longer")[0]
    assert re.findall(r"(\w+) \(", sounds) == list(EARCONS)


def test_every_voice_is_named() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", DOCS.partition("## Engines")[0], re.M)) == set(available())


def test_the_example_is_a_voice(tmp_path: Path) -> None:
    (example,) = re.findall(r"```toml\n(.*?)```", DOCS, re.S)
    (tmp_path / "own.toml").write_text(example, "utf-8")
    assert load(str(tmp_path / "own.toml")).style_for("headline").earcon == "headline"
