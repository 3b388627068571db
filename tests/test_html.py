"""``sayall html``: the page it writes, and where to."""

import subprocess
import sys
from pathlib import Path

from lxml.etree import _Element
from lxml.html import document_fromstring

EXAMPLE = Path(__file__).parents[1] / "docs" / "example.html"


def sayall(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-c", "from reader.cli import main; main()", "html", *arguments]
    return subprocess.run(command, capture_output=True, timeout=60)


def text_of(element: _Element) -> str:
    return "".join(map(str, element.itertext()))


def test_the_page_goes_to_standard_output_or_to_a_file(tmp_path: Path) -> None:
    written = sayall(str(EXAMPLE))
    assert written.stdout.startswith(b'<!DOCTYPE html>\n<html lang="en">')
    sayall(str(EXAMPLE), "-o", str(tmp_path / "story.html"))
    assert (tmp_path / "story.html").read_bytes() == written.stdout


def test_the_page_holds_the_whole_story_of_the_example() -> None:
    shown = document_fromstring(sayall(str(EXAMPLE)).stdout.decode())
    assert [text_of(h) for h in shown.iter("h1")] == ["Night ferry returns to Port Ellery after eleven years"]
    (main,) = shown.iter("main")
    body = " ".join(text_of(main).split())
    assert "The horn sounded three times, as it always had." in body
    assert "Watch the Saint Brannoc leave the harbour" in body


def test_detail_and_roles_decide_what_is_folded_away() -> None:
    spoken = document_fromstring(sayall(str(EXAMPLE), "--speak", "caption").stdout.decode())
    captions = [text_of(p) for p in spoken.iter("p") if p.get("class") == "caption"]
    assert captions[0].startswith("Caption: The Saint Brannoc at the north quay")


def test_a_place_that_cannot_be_written_is_named() -> None:
    done = sayall(str(EXAMPLE), "-o", "no/such/folder/x.html")
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"no/such/folder/x.html" in done.stderr
