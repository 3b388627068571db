"""Reads e-mail: a message, a mailbox (mbox) or a Maildir folder; ``mail:PATH`` says that it is one.

The message that is answered, quoted below the answer, is announced and not read again; signatures are kept out.
"""

import os

from reader import Block, Listing, Page, Story, Treatment, hookimpl

ANSWERED = "the message that is answered"
"""The reason of quotes that come last, with nothing said to them: a listener has heard that message before."""


@hookimpl(tryfirst=True)
def open_location(location: str) -> Listing | str | None:
    """The messages of a Maildir folder; for ``mail:PATH`` the path."""
    if location[:5].lower() == "mail:":
        return location[5:]
    folders = [os.path.join(location, name) for name in ("cur", "new")]
    if not all(map(os.path.isdir, folders)):
        return None
    from reader_mail_message import maildir

    return maildir(location, folders)


@hookimpl
def read_page(page: Page, asked: str) -> Story | Listing | None:
    """The message as a story, or the messages of a mailbox, told by their first lines."""
    first, colon, _ = page.data[:200].partition(b":")
    is_header = colon and first.replace(b"-", b"").isalnum()
    if not is_header and not page.data.startswith(b"From ") and asked[:5].lower() != "mail:":
        return None
    from reader_mail_message import opened

    return opened(page, asked)


@hookimpl
def treat_block(block: Block) -> Treatment | None:
    """What is quoted below an answer is announced."""
    return Treatment.ANNOUNCE if block.reason == ANSWERED else None
