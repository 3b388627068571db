"""Places that hold several stories, on the command line and over the web."""

import subprocess
import sys
from pathlib import Path

from reader.loopback import answer, serving

SITE = b'<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head><body><p>Welcome'
STORY = b"""<html><head><title>Tides</title></head><body><article><h1>Tides</h1><p>The spring tides of April fall on the
third and on the eighteenth, a little after noon, says the office.</p></article></body></html>"""
FEED = """<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour</title>
<item><title>Tides</title><link>{0}/tides</link><description>When they fall.</description></item>
<item><title>Gone</title><link>{0}/gone</link><description>It was here.</description></item>
<item><title>Secret</title><link>file:///etc/hostname</link><description>All of it stands here.</description></item>
</channel></rss>"""


def sayall(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from reader.cli import main; main()", *arguments, "--allow-private"]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", timeout=60)


def test_the_feed_of_a_site_is_read_story_after_story() -> None:
    answers = {"/": answer(SITE, content_type="text/html"), "/tides": answer(STORY, content_type="text/html")}
    with serving(answers) as address:
        answers["/feed"] = answer(FEED.format(address).encode(), content_type="application/rss+xml")
        listed = sayall("list", f"feed:{address}/")
        read = sayall("text", f"feed:{address}/")
        third = sayall("text", f"{address}/feed#3")
        outline = sayall("outline", f"feed:{address}/")
        beyond = sayall("text", f"feed:{address}/#4")
    assert listed.stdout.splitlines() == ["1. Tides", "2. Gone", "3. Secret", "Harbour: 3 stories"]
    assert read.stdout.splitlines() == [
        "Story 1 of 3.",
        "Tides",
        "The spring tides of April fall on the third and on the eighteenth, a little after noon, says the office.",
        "Story 2 of 3.",
        "Gone",
        "It was here.",
        "The story itself is not there; there is no such page (status 404); check the address.",
        "Story 3 of 3.",
        "Secret",
        "All of it stands here.",
    ]
    assert third.stdout.splitlines() == ["Secret", "All of it stands here."]
    assert (outline.returncode, beyond.returncode) == (2, 2)
    assert outline.stderr == (
        f"sayall: feed:{address}/: holds 3 stories; sayall list feed:{address}/ shows them, and feed:{address}/#1 is "
        "the first\n"
    )
    assert "there are 3 stories" in beyond.stderr


def test_a_folder_is_read_file_after_file_whatever_they_are(tmp_path: Path) -> None:
    (tmp_path / "1.md").write_text("# Boats\n\nThey **sail**, see [here](https://example.org).\n")
    (tmp_path / "2.srt").write_text("1\n00:00:01,000 --> 00:00:02,000\nThe ferry was late.\n")
    (tmp_path / "3.pdf").write_bytes(b"%PDF-1.7 cut off")
    lines = sayall("text", str(tmp_path)).stdout.splitlines()
    assert lines[:5] == ["Story 1 of 3.", "Boats", "They sail, see here.", "Story 2 of 3.", "The ferry was late."]
    assert lines[5:] == ["Story 3 of 3.", "3.pdf", "The story itself is a damaged PDF; fetch it again."]
