"""The sources that come with sayall keep the contract that is asked of anyone's."""

from opening import DOCUMENTS

import reader_feeds
import reader_files
import reader_folder
import reader_mail
import reader_threads
import reader_wiki
from reader.testing import SourceContract


class TestFiles(SourceContract):
    plugin = reader_files
    opens = (str(DOCUMENTS / "letter.eml"), (DOCUMENTS / "paper.html").as_uri())
    fails = (str(DOCUMENTS / "none.html"), str(DOCUMENTS))
    leaves = ("https://example.org/", "http://example.org/")
    odd = ()  # anything else may be the name of a file


class TestFeeds(SourceContract):
    plugin = reader_feeds
    opens = ("feed:https://example.org/", f"feed:{DOCUMENTS / 'harbour.rss'}")
    leaves = (str(DOCUMENTS / "harbour.rss"),)


class TestMail(SourceContract):
    plugin = reader_mail
    opens = (f"mail:{DOCUMENTS / 'crew.mbox'}",)
    leaves = (str(DOCUMENTS / "crew.mbox"),)


class TestFolder(SourceContract):
    plugin = reader_folder
    opens = (str(DOCUMENTS),)
    leaves = (str(DOCUMENTS / "crew.mbox"),)


class TestThreads(SourceContract):
    plugin = reader_threads
    opens = ("hn:8863",)
    leaves = ("hn:", "8863")


class TestWiki(SourceContract):
    plugin = reader_wiki
    opens = ("wiki:Braille", "wiki:de:Blindenschrift")
    leaves = ("wiki:", "Braille")
