"""Messages, mailboxes, and what is quoted and signed in them."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opening import DOCUMENTS

from reader import Page, Story
from reader.errors import PageError
from reader.testing import asked, heard, labelled, listing_at, story_at

HEAD = "From: ada@h.example\nTo: per@h.example\nSubject: Boats\n\n"
LETTER = str(DOCUMENTS / "letter.eml")
MBOX = str(DOCUMENTS / "crew.mbox")


def letter(text: str) -> Story:
    """What is said in a letter of ``text``, without its head."""
    return story_at(Page("x", "text/plain", (HEAD + text).encode()), plugins=["mail"])


def test_a_message_is_a_story_with_its_quotes_and_its_signature() -> None:
    story = story_at(LETTER, plugins=["files", "mail"])
    assert (story.headline, story.byline, story.published) == ("Re: The héron", "Ada Lind", "2026-03-03")
    assert labelled(story) == [
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
    lines = heard(story_at(LETTER, plugins=["files", "mail"]), plugins=["mail"])
    assert "Who feeds it?" in lines
    assert lines[-1] == "3 quotes skipped."


def test_a_mailbox_lists_its_messages() -> None:
    listing = listing_at(MBOX, plugins=["files", "mail"])
    assert [(entry.title, entry.published) for entry in listing.entries] == [
        ("Painters, from Ada Lind", "2026-03-03"),
        ("Re: Painters, from per@harbour.example", "2026-03-04"),
    ]


def test_a_line_that_begins_with_from_is_no_message_of_its_own() -> None:
    assert labelled(story_at(f"mail:{MBOX}#1", plugins=["files", "mail"]))[-1] == (
        "paragraph", "They come on Monday.\nFrom the north side, I hope.",
    )  # fmt: skip


def test_a_message_whose_text_is_poor_is_read_from_its_html() -> None:
    story = story_at(f"{MBOX}#2", plugins=["files", "mail"])
    assert labelled(story)[3:] == [
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
    listing = listing_at(str(tmp_path), plugins=["files", "mail"])
    assert [entry.published for entry in listing.entries] == ["2026-03-01", "2026-03-03"]
    assert story_at(f"{tmp_path}#2", plugins=["files", "mail"]).headline == "Re: The héron"


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
    assert asked("mail", "read_page", page=Page("x", "text/plain", start), asked="x") is None


def test_what_was_asked_for_as_mail_and_is_none_is_named() -> None:
    with pytest.raises(PageError, match="notes: is no message and no mailbox"):
        asked("mail", "read_page", page=Page("notes", "text/plain", b"Notes"), asked="mail:notes")


def test_a_patch_is_code_and_a_footer_is_furniture() -> None:
    text = (
        "Fixed.\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n\n"
        + "_" * 40
        + "\nCrew mailing list\nhttps://h.example\n"
    )
    assert [role for role, _ in labelled(letter(text))][3:] == ["paragraph", "code", "boilerplate"]


def test_all_below_an_original_message_is_what_is_answered() -> None:
    text = "Yes.\n\n-----Original Message-----\nFrom: Per\nSent: Monday\n\nShall we?\n"
    answered = "the message that is answered"
    assert [(block.role.value, block.reason) for block in letter(text).blocks][3:] == [
        ("paragraph", "said by the writer"), ("quote", answered), ("quote", answered),
    ]  # fmt: skip


OUTLOOK = "<p>Yes.</p><hr><p><b>From:</b> Per Holm<br><b>Sent:</b> Monday<br><b>Subject:</b> Boats</p><p>Shall we?</p>"


@pytest.mark.parametrize(
    ("subject", "roles"), [("RE: Boats", ["paragraph", "quote", "quote"]), ("Fwd: Boats", ["paragraph"] * 3)]
)
def test_what_stands_below_an_answer_is_quoted_but_not_what_is_forwarded(subject: str, roles: list[str]) -> None:
    head = f"From: ada@h.example\nSubject: {subject}\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
    story = asked("mail", "read_page", page=Page("x", "text/plain", (head + OUTLOOK).encode()), asked="x")
    assert isinstance(story, Story)
    assert [role for role, _ in labelled(story)][2:] == roles


@given(st.text("ab>-_: \n.*1", max_size=80))
def test_no_word_of_a_letter_is_lost(text: str) -> None:
    said = " ".join(block.text for block in letter(text).blocks[3:])
    assert said.count("a") == text.count("a")
    assert said.count("b") == text.count("b")


def test_what_stands_around_a_newsletter_is_furniture() -> None:
    head = "From: news@h.example\nTo: per@h.example\nSubject: Weekly\nContent-Type: text/html\n\n"
    markup = (
        "<p><a href='https://h.example/v'>View in browser</a></p><img src=a.png alt='The Weekly'><h1>The heron</h1>"
        "<p>It is back.</p><img src=b.png alt='A heron'><p>You receive this. <a href='x'>Unsubscribe</a></p>"
        "<p>The Weekly Ltd, 1 Quay Street</p>"
    )
    said = labelled(story_at(Page("x", "text/plain", (head + markup).encode()), plugins=["mail"]))
    assert said[3:] == [
        ("boilerplate", "View in browser"), ("boilerplate", "The Weekly"), ("heading", "The heron"),
        ("paragraph", "It is back."), ("caption", "A heron"),
        ("boilerplate", "You receive this. Unsubscribe"), ("boilerplate", "The Weekly Ltd, 1 Quay Street"),
    ]  # fmt: skip
    at_the_top = "<p><a href='x'>Unsubscribe</a></p><p>" + "It rained on the quay. " * 30 + "</p>"
    story = story_at(Page("x", "text/plain", (head + at_the_top).encode()), plugins=["mail"])
    assert [role for role, _ in labelled(story)][-1] == "paragraph"
