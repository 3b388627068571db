"""Books in EPUB, written here piece by piece."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from reader import Limits, Page
from reader.errors import PageError, PageTooLargeError
from reader.testing import asked, heard, labelled, story_at

CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OPS/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""
OPF = """<?xml version="1.0"?><package xmlns="http://www.idpf.org/2007/opf" version="3.0">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The Quay</dc:title><dc:creator>Ada Lind</dc:creator>
<dc:creator>Per Holm</dc:creator><dc:language>en</dc:language><dc:date>2026-02-01</dc:date></metadata>
<manifest><item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="t" href="title.xhtml" media-type="application/xhtml+xml"/>
<item id="c1" href="one%20a.xhtml" media-type="application/xhtml+xml"/>
<item id="c2" href="two.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="t"/><itemref idref="nav"/><itemref idref="c1"/><itemref idref="c2"/><itemref idref="c2"/></spine>
</package>"""
NAV = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><body>
<nav epub:type="toc"><ol><li><a href="one%20a.xhtml">The heron</a></li>
<li><a href="two.xhtml#x">Low water</a></li></ol></nav>
</body></html>"""
TITLE = """<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>
<body><h1>The Quay</h1><p>Ada Lind</p></body></html>"""
ONE = """<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head><body>
<section epub:type="chapter"><h1>The heron</h1><p>It came caf&eacute;-early<a epub:type="noteref" href="#n1">1</a>.
<span epub:type="pagebreak" title="7">7</span> It stayed.</p>
<aside epub:type="footnote" id="n1"><p>At five.</p></aside>
<aside epub:type="sidebar"><h2>Herons</h2><p>They wade.</p></aside>
<div role="doc-epigraph"><p>Grey is a colour.</p></div><p lang="fr">Bonjour.</p></section></body></html>"""
TWO = """<html xmlns="http://www.w3.org/1999/xhtml"><body><p>The water went out.</p></body></html>"""
BOOK = {
    "META-INF/container.xml": CONTAINER, "OPS/book.opf": OPF, "OPS/nav.xhtml": NAV, "OPS/title.xhtml": TITLE,
    "OPS/one a.xhtml": ONE, "OPS/two.xhtml": TWO,
}  # fmt: skip


def book(folder: Path, members: dict[str, str] = BOOK) -> str:
    path = folder / "novel.zip"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        for name, text in members.items():
            archive.writestr(name, text)
    return str(path)


def test_a_book_is_one_story_with_its_chapters_in_order(tmp_path: Path) -> None:
    story = story_at(book(tmp_path), plugins=["files", "epub"])
    assert (story.headline, story.byline, story.published, story.language) == (
        "The Quay", "Ada Lind, Per Holm", "2026-02-01", "en",
    )  # fmt: skip
    assert labelled(story) == [
        ("headline", "The Quay"),
        ("byline", "By Ada Lind, Per Holm"),
        ("boilerplate", "The Quay"),
        ("boilerplate", "Ada Lind"),
        ("boilerplate", "The heron"),
        ("boilerplate", "Low water"),
        ("heading", "The heron"),
        ("boilerplate", "7"),
        ("paragraph", "It came café-early[1]. It stayed."),
        ("footnote", "At five."),
        ("sidebar", "Herons"),
        ("sidebar", "They wade."),
        ("quote", "Grey is a colour."),
        ("paragraph", "Bonjour."),
        ("heading", "Low water"),
        ("paragraph", "The water went out."),
    ]
    assert [block.language for block in story.blocks if block.language] == ["fr"]


def test_notes_and_boxes_are_announced_where_they_stand(tmp_path: Path) -> None:
    assert heard(story_at(book(tmp_path), plugins=["files", "epub"])) == [
        "The Quay", "By Ada Lind, Per Holm", "The heron", "It came café-early.", "It stayed.", "Footnote skipped.",
        "Sidebar, Herons, skipped.", "Grey is a colour.", "Bonjour.", "Low water", "The water went out.",
    ]  # fmt: skip


def test_numbers_of_paragraphs_are_not_read(tmp_path: Path) -> None:
    body = "".join(f"<p>{n}</p><p>Paragraph {n}.</p>" for n in range(1, 11))
    story = story_at(
        book(tmp_path, BOOK | {"OPS/two.xhtml": f"<html><body>{body}</body></html>"}), plugins=["files", "epub"]
    )
    assert [line for line in heard(story) if line.isdigit()] == []


def test_notes_keep_the_numbers_that_stand_beside_them(tmp_path: Path) -> None:
    notes = "".join(
        f"<dl class='footnote'><dt>{n}</dt><dd>Note <a href='x.html'>{n}</a>.</dd></dl>" for n in range(1, 12)
    )
    page = f"<html><body><p>Signs<a class='footnote-reference' href='#1'>1</a>.</p>{notes}</body></html>"
    story = story_at(book(tmp_path, BOOK | {"OPS/two.xhtml": page}), plugins=["files", "epub"])
    footnotes = [block for block in story.blocks if block.source == "OPS/two.xhtml, line 1" and block.links][1:]
    assert [block.text for block in footnotes][:2] == ["[1] Note 1.", "[2] Note 2."]
    assert [block.text[link.start : link.end] for block in footnotes[:2] for link in block.links] == ["1", "2"]


def test_a_locked_book_is_named_as_such(tmp_path: Path) -> None:
    locked = """<encryption xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><EncryptedData><CipherData>
    <CipherReference URI="OPS/two.xhtml"/></CipherData></EncryptedData></encryption>"""
    path = book(tmp_path, BOOK | {"META-INF/encryption.xml": locked})
    with pytest.raises(PageError, match=r"novel\.zip: is locked by its seller"):
        asked("epub", "read_page", page=Page(path, "application/zip", Path(path).read_bytes()))


@pytest.mark.parametrize("missing", ["OPS/book.opf", "OPS/two.xhtml"])
def test_a_book_with_a_part_missing_is_named_as_such(tmp_path: Path, missing: str) -> None:
    path = book(tmp_path, {name: text for name, text in BOOK.items() if name != missing})
    with pytest.raises(PageError, match=r"novel\.zip: is an EPUB book in which a part is missing"):
        asked("epub", "read_page", page=Page(path, "application/zip", Path(path).read_bytes()))


def test_a_part_that_unpacks_to_too_much_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path, BOOK | {"OPS/two.xhtml": " " * 2_000_000})
    with pytest.raises(PageTooLargeError):
        asked(
            "epub",
            "read_page",
            page=Page(path, "application/zip", Path(path).read_bytes()),
            limits=Limits(bytes=1_000_000),
        )


def test_other_archives_are_left_to_others() -> None:
    assert asked("epub", "read_page", page=Page("a.zip", "application/zip", b"PK\x03\x04 no book")) is None
    assert asked("epub", "read_page", page=Page("a.html", "text/html", b"<p>META-INF/container.xml")) is None


def test_what_leads_from_chapter_to_chapter_is_not_read(tmp_path: Path) -> None:
    around = '<div role="navigation"><h3>Navigation</h3><ul><li><a href="two.xhtml">next</a></li></ul></div>'
    two = TWO.replace("<body>", f"<body>{around}").replace(
        "</body>", '<div role="contentinfo">Made of paper.</div></body>'
    )
    story = story_at(book(tmp_path, BOOK | {"OPS/two.xhtml": two}), plugins=["files", "epub"])
    last = [block for block in story.blocks if block.source.startswith("OPS/two.xhtml")]
    assert [(block.role.value, block.text) for block in last] == [
        ("heading", "Low water"),
        ("boilerplate", "Navigation"),
        ("boilerplate", "next"),
        ("paragraph", "The water went out."),
        ("boilerplate", "Made of paper."),
    ]


def test_a_passage_in_another_language_is_kept_as_such(tmp_path: Path) -> None:
    low = TWO.replace("water went", 'water, <i xml:lang="fr" lang="fr">la <b>mer</b></i> , went')
    story = story_at(book(tmp_path, BOOK | {"OPS/two.xhtml": low}), plugins=["files", "epub"])
    found = [(block.text[one.start : one.end], one.language) for block in story.blocks for one in block.tongues]
    assert found == [("la mer", "fr")]


def test_an_address_printed_behind_its_link_is_not_read_again(tmp_path: Path) -> None:
    link = '<a href="https://h.example/log">the log</a><span class="link-target"> [https://h.example/log]</span>'
    two = TWO.replace("</p>", f" See {link} and <a href='https://h.example/'>more</a><span> [of it]</span>.</p>")
    story = story_at(book(tmp_path, BOOK | {"OPS/two.xhtml": two}), plugins=["files", "epub"])
    assert story.blocks[-1].text == "The water went out. See the log and more [of it]."
    assert [link.target for link in story.blocks[-1].links] == ["https://h.example/log", "https://h.example/"]
