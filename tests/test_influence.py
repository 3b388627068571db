"""``sayall explain --plugins``: what each plugin changed."""

import subprocess
import sys
from dataclasses import replace

from opening import DOCUMENTS

from reader import Block, Role, Story, Treatment
from reader.cli.influence import differences

BLOCKS = (Block(Role.PARAGRAPH, "One."), Block(Role.CAPTION, "Two."), Block(Role.PARAGRAPH, "One."))
STORY = Story("", BLOCKS)


def test_a_story_does_not_differ_from_itself() -> None:
    assert list(differences(STORY, STORY)) == []


def test_each_change_of_a_block_is_told() -> None:
    other = replace(BLOCKS[1], role=Role.PARAGRAPH, treatment=Treatment.SKIP)
    added = Block(Role.RELATED, "Links")
    assert list(differences(STORY, replace(STORY, blocks=(BLOCKS[0], other, added)))) == [
        "2. role paragraph, was caption; treatment skip, was speak: Two.",
        "3. added related: Links",
        "3. taken out paragraph: One.",
    ]


def test_blocks_that_moved_are_told() -> None:
    assert list(differences(STORY, replace(STORY, blocks=(BLOCKS[1], BLOCKS[0], BLOCKS[2])))) == [
        "1. moved: Two.",
        "2. moved: One.",
    ]


def test_the_plugins_that_had_a_say_are_named_with_what_they_said() -> None:
    command = [sys.executable, "-c", "from reader.cli import main; main()", "explain", "--plugins"]
    done = subprocess.run([*command, str(DOCUMENTS / "letter.eml")], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines() == [
        "files:",
        f"  opened {DOCUMENTS / 'letter.eml'}",
        "mail:",
        "  opened what is in it, text/plain",
        "datelines:",
        "  3. treatment summarize, was speak: Tuesday, 3 March 2026, 07:02",
        "mail:",
        "  12. treatment announce, was speak: On Mon, 2 Mar 2026 at 21:10, Per Holm <per@harbour.example> …",
        "  13. treatment announce, was speak: Is the heron back? Who feeds it?",
        "  14. treatment announce, was speak: Per",
    ]


def test_the_words_that_a_plugin_puts_into_the_mouth_are_told() -> None:
    command = [sys.executable, "-c", "from reader.cli import main; main()", "explain", "--plugins"]
    done = subprocess.run([*command, str(DOCUMENTS / "paper.html")], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[4:6] == [
        "math:",
        r"  says … fifth when h is less than d over 2., was … fifth when h< backslash frac{d}{two}.",
    ]
