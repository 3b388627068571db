"""A captured page is a folder that can be tested with at once, and nothing is written half or over what is there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from reader.cli.capture import written
from reader.errors import SayallError
from reader.readability.site_rules import load

PAGES = Path(__file__).parent / "pages"
SLUGS = sorted(path.name for path in PAGES.iterdir())
EXAMPLE = Path(__file__).parents[1] / "docs" / "example.html"


def sayall(*arguments: str | Path, folder: Path, given: bytes | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from reader.cli import main; main()", *map(str, arguments)]
    environment = {**os.environ, "XDG_CONFIG_HOME": str(folder / "settings")}
    done = subprocess.run(command, input=given, capture_output=True, env=environment, cwd=folder, timeout=60)
    return subprocess.CompletedProcess(command, done.returncode, done.stdout.decode(), done.stderr.decode())


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.parametrize("slug", [SLUGS[0], "tables", "documentation", "text_sports_table", "text_bread_recipe"])
def test_a_captured_test_page_is_the_test_page(slug: str, tmp_path: Path) -> None:
    (page,) = PAGES.glob(f"{slug}/page.*")
    done = sayall("capture", page, "-o", "mine", folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    captured = contents(tmp_path / "mine")
    assert captured[page.name] == page.read_bytes()
    assert captured["roles.txt"] == (PAGES / slug / "roles.txt").read_bytes()
    assert done.stdout.splitlines() == [str(Path("mine", name)) for name in _order(captured)]


def _order(names: dict[str, bytes]) -> list[str]:
    wanted = ["page.html", "page.txt", "roles.txt", "heard.txt", "site.toml"]
    assert set(names) <= set(wanted)
    return [name for name in wanted if name in names]


def test_what_is_heard_is_what_text_prints(tmp_path: Path) -> None:
    sayall("capture", EXAMPLE, "-o", "mine", folder=tmp_path)
    assert (tmp_path / "mine" / "heard.txt").read_bytes() == EXAMPLE.with_suffix(".heard.txt").read_bytes()


def test_the_beginning_of_rules_holds_for_the_page_and_fails_when_roles_are_set_right(tmp_path: Path) -> None:
    html = '<link rel="canonical" href="https://www.harbour.example/boat">' + EXAMPLE.read_text("utf-8")
    (tmp_path / "page.html").write_text("<!DOCTYPE html>" + html, "utf-8")
    sayall("capture", "page.html", "-o", "mine", folder=tmp_path)
    assert load(tmp_path / "mine" / "site.toml").hosts == ("harbour.example",)
    assert sayall("sites", "check", "mine/site.toml", folder=tmp_path).stdout == "1 right, 0 wrong\n"
    roles = tmp_path / "mine" / "roles.txt"
    roles.write_text(re.sub(r"^promo\t", "footnote\t", roles.read_text("utf-8"), flags=re.M), "utf-8")
    done = sayall("sites", "check", "mine/site.toml", folder=tmp_path)
    missing, found, count = done.stdout.splitlines()
    assert missing.startswith("test 1, page.html: roles.txt: missing: footnote ")
    assert found.startswith("test 1, page.html: roles.txt: found instead: promo ")
    assert (count, done.returncode) == ("0 right, 2 wrong", 1)


def test_a_page_that_does_not_tell_its_site_gets_a_place_to_say_it(tmp_path: Path) -> None:
    sayall("capture", "-", "-o", "mine", folder=tmp_path, given=b"<!DOCTYPE html><h1>Boats</h1><p>It rained.")
    assert load(tmp_path / "mine" / "site.toml").hosts == ("example.org",)
    assert "the page does not say from which site it is" in (tmp_path / "mine" / "site.toml").read_text("utf-8")


def test_what_is_there_stays_unless_it_is_forced_and_rules_even_then(tmp_path: Path) -> None:
    assert sayall("capture", EXAMPLE, "-o", "mine", folder=tmp_path).returncode == 0
    for name in ("roles.txt", "site.toml", "notes.txt"):
        (tmp_path / "mine" / name).write_text("mine", "utf-8")
    before = contents(tmp_path / "mine")
    done = sayall("capture", EXAMPLE, "-o", "mine", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "--force" in done.stderr
    assert contents(tmp_path / "mine") == before
    forced = sayall("capture", EXAMPLE, "-o", "mine", "--force", folder=tmp_path)
    assert [Path(line).name for line in forced.stdout.splitlines()] == ["page.html", "roles.txt", "heard.txt"]
    after = contents(tmp_path / "mine")
    assert after.pop("roles.txt") != before.pop("roles.txt")
    assert after == before


def test_nothing_is_left_of_what_cannot_be_written_whole(tmp_path: Path) -> None:
    with pytest.raises(SayallError, match="cannot be written"):
        written({"page.html": b"It rained.", "no/such/folder.txt": b""}, tmp_path / "mine", force=False)
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SayallError, match="cannot be written"):
        written({"page.html": b"It rained."}, tmp_path / "file" / "mine", force=False)
    assert contents(tmp_path) == {"file": b""}


def test_a_place_with_several_stories_is_no_page_to_capture(tmp_path: Path) -> None:
    (tmp_path / "a.mbox").write_bytes((Path(__file__).parent / "documents" / "crew.mbox").read_bytes())
    done = sayall("capture", "a.mbox", "-o", "mine", folder=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "nothing to capture" in done.stderr
    assert not (tmp_path / "mine").exists()


def test_a_page_whose_encoding_only_its_server_told_is_kept_readable(tmp_path: Path) -> None:
    plugin = tmp_path / "served.py"
    plugin.write_text(
        "from reader import Page, hookimpl\n\n\n@hookimpl\ndef open_location(location):\n"
        "    data = '<!DOCTYPE html><h1>Łódź wraca</h1><p>Padał deszcz, a potem śnieg.'.encode('iso-8859-2')\n"
        "    return Page('served', 'text/html; charset=iso-8859-2', data) if location == 'served:' else None\n",
        "utf-8",
    )
    done = sayall("capture", "served:", "-o", "mine", "--plugin", plugin, folder=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    roles = (tmp_path / "mine" / "roles.txt").read_text("utf-8")
    assert roles == "headline\tŁódź wraca\nparagraph\tPadał deszcz, a potem śnieg.\n"
    sayall("capture", "mine/page.html", "-o", "again", folder=tmp_path)
    assert (tmp_path / "again" / "roles.txt").read_text("utf-8") == roles
