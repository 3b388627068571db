"""Documents that are damaged end in a story or in one line for the listener, and soon."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
import test_archive
import test_docx
import test_epub
import test_pdf
from opening import DOCUMENTS

import reader_archive
import reader_docx
import reader_epub
import reader_feeds
import reader_mail
import reader_markdown
import reader_pdf
import reader_subtitles
import reader_threads
from reader import Limits, Listing, Page, Story
from reader.errors import SayallError
from reader.plugins import Plugins
from reader.sources import media_type_of

LIMITS = Limits()
READERS = (
    reader_archive, reader_docx, reader_epub, reader_feeds, reader_mail, reader_markdown, reader_pdf, reader_subtitles,
    reader_threads,
)  # fmt: skip
KINDS = ("epub", "docx", "pdf", "warc", *sorted(path.name for path in DOCUMENTS.iterdir()))


def whole(kind: str, folder: Path) -> bytes:
    match kind:
        case "epub":
            return Path(test_epub.book(folder)).read_bytes()
        case "docx":
            return Path(test_docx.document(folder)).read_bytes()
        case "pdf":
            return test_pdf.printed(test_pdf.PAGES)
        case "warc":
            return test_archive.WARC
        case name:
            return (DOCUMENTS / name).read_bytes()


def damaged(data: bytes, chance: random.Random) -> Iterator[bytes]:
    """The document with bytes changed, left out, said twice, or cut off."""
    for _ in range(40):
        found = bytearray(data)
        for _ in range(chance.choice((1, 1, 2, 9))):
            at = chance.randrange(len(found) or 1)
            match chance.randrange(4):
                case 0:
                    found[at : at + 1] = bytes([chance.randrange(256)])
                case 1:
                    del found[at:]
                case 2:
                    found[at:at] = found[at : at + chance.randrange(60)]
                case _:
                    del found[at : at + chance.randrange(40)]
        yield bytes(found)


@pytest.mark.parametrize("kind", KINDS)
def test_no_plugin_stumbles_over_a_damaged_document(kind: str, tmp_path: Path) -> None:
    plugins = Plugins()
    for module in READERS:
        plugins.add(module, module.__name__)
    for data in damaged(whole(kind, tmp_path), random.Random(kind)):
        page = Page(kind, media_type_of(data), data)
        try:
            for _, found in plugins.each("read_page", page=page, asked=kind, limits=LIMITS):
                assert isinstance(found, Page | Story | Listing | str)
        except SayallError:
            continue
    assert [(plugin.name, plugin.trouble) for plugin in plugins if plugin.trouble] == []
