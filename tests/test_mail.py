"""Messages, mailboxes, and what is quoted and signed in them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening import DOCUMENTS, listing_at, story_at, told

import reader_mail
from reader import Page, Story
from reader.errors import PageError
from reader.testing import heard
from reader_mail_text import text_blocks

LETTER = str(DOCUMENTS / "letter.eml")
MBOX = str(DOCUMENTS / "crew.mbox")


def test_a_message_is_a_story_with_its_quotes_and_its_signature() -> None:
    story = story_at(LETTER, reader_mail)
    assert (story.headline, story.byline, story.published) == ("Re: The héron", "Ada Lind", "2026-03-03")
    assert told(story) == [
        ("headline", "Re: The héron"),
        ("byline", "From Ada Lind"),
        ("dateline", "Tuesday, 3 March 2026, 07:02"),
        ("boilerplate", "To: Per Holm, crew@harbour.example"),
        ("paragraph", "Dear Per,"),
        (
            "paragraph",
            "the heron is back on the old crane, and the harbour master has locked the ladder until July. "
            "Three things:",
        ),
        ("list_item", "The slipway stays open."),
        ("list_item", "The crane does not, not even for the painters."),
        ("quote", "Who feeds it?"),
        ("paragraph", "Nobody. It feeds itself."),
        ("paragraph", "Yours,\nAda"),
        ("quote", "On Mon, 2 Mar 2026 at 21:10, Per Holm <per@harbour.example> wrote:"),
        ("quote", "Is the heron back?\nWho feeds it?"),
        ("quote", "Per"),
        ("boilerplate", "Ada Lind Harbour office, +47 555 0100"),
    ]


def test_the_message_that_is_answered_is_announced_and_a_quote_between_is_read() -> None:
    lines = heard(story_at(LETTER, reader_mail), plugins=[reader_mail])
    assert "Who feeds it?" in lines
    assert lines[-1] == "3 quotes skipped."


def test_a_mailbox_lists_its_messages() -> None:
    listing = listing_at(MBOX, reader_mail)
    assert [(entry.title, entry.published) for entry in listing.entries] == [
        ("Painters, from Ada Lind", "2026-03-03"),
        ("Re: Painters, from per@harbour.example", "2026-03-04"),
    ]


def test_a_line_that_begins_with_from_is_no_message_of_its_own() -> None:
    assert told(story_at(f"mail:{MBOX}#1", reader_mail))[-1] == (
        "paragraph", "They come on Monday.\nFrom the north side, I hope.",
    )  # fmt: skip


def test_a_message_whose_text_is_poor_is_read_from_its_html() -> None:
    story = story_at(f"{MBOX}#2", reader_mail)
    assert told(story)[3:] == [
        ("paragraph", "Hi Ada,"),
        ("paragraph", "so do I."),
        ("quote", "From the north side, I hope."),
        ("boilerplate", "Unsubscribe"),
        ("paragraph", "Attachment: quote.pdf"),
    ]


def test_a_maildir_lists_its_messages_by_date(tmp_path: Path) -> None:
    for folder in ("cur", "new", "tmp"):
        (tmp_path / folder).mkdir()
    (tmp_path / "new" / "1.a").write_bytes(Path(LETTER).read_bytes())
    (tmp_path / "cur" / "2.b:2,S").write_bytes(Path(LETTER).read_bytes().replace(b"03 Mar", b"01 Mar"))
    (tmp_path / "cur" / "notes").write_bytes(b"no message")
    listing = listing_at(str(tmp_path), reader_mail)
    assert [entry.published for entry in listing.entries] == ["2026-03-01", "2026-03-03"]
    assert story_at(f"{tmp_path}#2", reader_mail).headline == "Re: The héron"


@pytest.mark.parametrize(
    "start",
    [
        b"From here on it rained.\nFrom: is a word.\n\nTo: be or not",
        b"Title: Boats\nDate: today\n\nText",
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://example.org\nSubject: x\nDate: y\n\n",
        b"<html>From: a\nSubject: b\nDate: c\n\n",
    ],
)
def test_other_texts_are_left_to_others(start: bytes) -> None:
    assert reader_mail.read_page(Page("x", "text/plain", start), "x") is None


def test_what_was_asked_for_as_mail_and_is_none_is_named() -> None:
    with pytest.raises(PageError, match="notes: is no message and no mailbox"):
        reader_mail.read_page(Page("notes", "text/plain", b"Notes"), "mail:notes")


def test_a_patch_is_code_and_a_footer_is_furniture() -> None:
    text = (
        "Fixed.\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n\n"
        + "_" * 40
        + "\nCrew mailing list\nhttps://h.example\n"
    )
    assert [block.role.value for block in text_blocks(text)] == ["paragraph", "code", "boilerplate"]


def test_all_below_an_original_message_is_what_is_answered() -> None:
    text = "Yes.\n\n-----Original Message-----\nFrom: Per\nSent: Monday\n\nShall we?\n"
    assert [(block.role.value, block.reason) for block in text_blocks(text)] == [
        ("paragraph", "said by the writer"), ("quote", reader_mail.ANSWERED), ("quote", reader_mail.ANSWERED),
    ]  # fmt: skip


OUTLOOK = "<p>Yes.</p><hr><p><b>From:</b> Per Holm<br><b>Sent:</b> Monday<br><b>Subject:</b> Boats</p><p>Shall we?</p>"


@pytest.mark.parametrize(
    ("subject", "roles"), [("RE: Boats", ["paragraph", "quote", "quote"]), ("Fwd: Boats", ["paragraph"] * 3)]
)
def test_what_stands_below_an_answer_is_quoted_but_not_what_is_forwarded(subject: str, roles: list[str]) -> None:
    head = f"From: ada@h.example\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
    story = reader_mail.read_page(Page("x", "text/plain", (head + OUTLOOK).encode()), "x")
    assert isinstance(story, Story)
    assert [role for role, _ in told(story)][2:] == roles


@given(st.text("ab>-_: \n.*1", max_size=80))
def test_no_word_of_a_letter_is_lost(text: str) -> None:
    said = " ".join(block.text for block in text_blocks(text))
    assert said.count("a") == text.count("a")
    assert said.count("b") == text.count("b")
