"""A page that is one preformatted text, as in the archive of a mailing list, is read as the text it is."""

from reader.readability.html_story import read_html
from reader.story import Role, Story

MESSAGE = """On Sunday Ben Roe wrote:
&gt; The old wall behind the school has come
&gt; down in the frost. Who can mend it?

I can, but not before May. The stones are
still there, and most of them are good. Only
the foot has to be laid again.

Bring gloves, all of you, and something to
eat. We begin at eight in the morning, and it
will take the whole day.
"""
HEAD = "<h1>The wall behind the school</h1><b>Ann Lee</b> <a href='mailto:a'>ann at walls.example</a><br><i>{}</i>"
LINKS = "<ul><li>Next message: <a href='2.html'>Gloves</a></li></ul><hr>"


def read(body: str) -> Story:
    return read_html(f"<html><body>{body}</body></html>", "https://list.example/1.html")


def test_a_message_in_an_archive_is_read_in_paragraphs_and_quotes() -> None:
    story = read(HEAD.format("Mon Mar 1 10:00:00 CET 2021") + LINKS + f"<pre>{MESSAGE}</pre>" + LINKS)
    assert (story.headline, story.published, story.language) == ("The wall behind the school", "2021-03-01", "en")
    assert [(block.role, block.text) for block in story.blocks if block.role is not Role.BOILERPLATE] == [
        (Role.HEADLINE, "The wall behind the school"),
        (Role.DATELINE, "Ann Lee ann at walls.example Mon Mar 1 10:00:00 CET 2021"),
        (Role.QUOTE, "On Sunday Ben Roe wrote:"),
        (Role.QUOTE, "The old wall behind the school has come down in the frost. Who can mend it?"),
        (
            Role.PARAGRAPH,
            "I can, but not before May. The stones are still there, and most of them are good. Only the foot has to be "
            "laid again.",
        ),
        (
            Role.PARAGRAPH,
            "Bring gloves, all of you, and something to eat. We begin at eight in the morning, and it will take the "
            "whole day.",
        ),
    ]


def test_a_program_alone_on_a_page_is_code() -> None:
    lines = "".join(f"wall.add(Stone(&quot;number {n}.&quot;)); // Put it there.\n" for n in range(30))
    assert {block.role for block in read(f"<h1>wall.c</h1><pre>{lines}</pre>").blocks} == {Role.HEADLINE, Role.CODE}
