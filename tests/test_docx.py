"""Word documents, written here part by part."""

from pathlib import Path
from zipfile import ZipFile

import pytest

from reader import Limits, Page
from reader.errors import PageError, PageTooLargeError
from reader.testing import asked, labelled, story_at

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>"""
DOCUMENT_RELS = f"""<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="{RELATIONS}/styles" Target="styles.xml"/>
<Relationship Id="r2" Type="{RELATIONS}/footnotes" Target="footnotes.xml"/></Relationships>"""
NAMES = ("Title", "Subtitle", "heading 2", "caption", "Quote")
STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/></w:style>'
    for name in NAMES
)
CORE = """<c:coreProperties xmlns:c="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<dc:title>A title of its own</dc:title><dc:creator>Ada Lind</dc:creator><dc:language>en-GB</dc:language>
<dcterms:modified>2026-02-03T10:00:00Z</dcterms:modified>
</c:coreProperties>"""


def paragraph(text: str, style: str = "", more: str = "") -> str:
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{styled}<w:r><w:t>{text}</w:t></w:r>{more}</w:p>"


NOTE = '<w:r><w:footnoteReference w:id="2"/></w:r>'
CELLS = "".join(
    f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
    for row in (("Day", "Ice"), ("Monday", "2"))
)
BODY = (
    paragraph("The quay", "Title")
    + paragraph("In winter", "Subtitle")
    + paragraph("It froze twice.", "", NOTE)
    + paragraph("Ice", "heading2")
    + paragraph("Nobody skated.", "Quote")
    + f"<w:tbl>{CELLS}</w:tbl>"
    + paragraph("The ice on Monday.", "caption")
)


def document(folder: Path, body: str = BODY, core: str = CORE) -> str:
    path = folder / "letter"
    with ZipFile(path, "w") as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELS)
        archive.writestr("docProps/core.xml", core)
        archive.writestr("word/_rels/document.xml.rels", DOCUMENT_RELS)
        archive.writestr("word/styles.xml", f"<w:styles {W}>{STYLES}</w:styles>")
        note = f'<w:footnote w:id="2">{paragraph("In January.")}</w:footnote>'
        archive.writestr("word/footnotes.xml", f"<w:footnotes {W}>{note}</w:footnotes>")
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>")
    return str(path)


def test_a_document_is_read_by_its_styles(tmp_path: Path) -> None:
    story = story_at(document(tmp_path), plugins=["files", "docx"])
    assert (story.headline, story.byline, story.published, story.language) == (
        "The quay", "Ada Lind", "2026-02-03", "en-GB",
    )  # fmt: skip
    assert labelled(story) == [
        ("headline", "The quay"),
        ("deck", "In winter"),
        ("paragraph", "It froze twice.[1]"),
        ("heading", "Ice"),
        ("quote", "Nobody skated."),
        ("table", "Day Ice Monday 2"),
        ("caption", "The ice on Monday."),
        ("footnote", "In January."),
    ]
    assert story.blocks[5].items == (("Day", "Ice"), ("Monday", "2"))


def test_a_document_without_headings_has_its_own_title(tmp_path: Path) -> None:
    story = story_at(document(tmp_path, paragraph("Dear Per,")), plugins=["files", "docx"])
    assert labelled(story) == [("headline", "A title of its own"), ("paragraph", "Dear Per,")]


def test_what_runs_along_on_each_page_is_kept_and_not_read(tmp_path: Path) -> None:
    path = document(tmp_path, paragraph("Dear Per,"))
    with ZipFile(path, "a") as archive:
        for number in (1, 2):
            archive.writestr(f"word/header{number}.xml", f"<w:hdr {W}>{paragraph('Harbour Board')}</w:hdr>")
    story = story_at(path, plugins=["files", "docx"])
    assert labelled(story)[1:] == [("paragraph", "Dear Per,"), ("boilerplate", "Harbour Board")]
    with ZipFile(path, "a") as archive:
        archive.writestr("word/footer1.xml", "<w:ftr")
    with pytest.raises(PageError, match="letter: is a damaged Word document"):
        story_at(path, plugins=["files", "docx"])


def test_what_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = document(tmp_path, "")
    data = Path(path).read_bytes()
    with pytest.raises(PageError, match="letter: is a Word document without text"):
        asked("docx", "read_page", page=Page(path, "application/zip", data))
    with pytest.raises(PageError, match="letter: is a damaged Word document"):
        asked("docx", "read_page", page=Page(path, "application/zip", data[:-40]))
    with pytest.raises(PageTooLargeError, match="letter: unpacks to more than"):
        asked("docx", "read_page", page=Page(path, "application/zip", data), limits=Limits(bytes=100))
    assert asked("docx", "read_page", page=Page("a.zip", "application/zip", b"PK\x03\x04 word")) is None


def test_passages_in_another_language_are_kept_as_such(tmp_path: Path) -> None:
    def run(text: str, tag: str = "") -> str:
        told = f'<w:rPr><w:lang w:val="{tag}"/></w:rPr>' if tag else ""
        return f'<w:r>{told}<w:t xml:space="preserve">{text}</w:t></w:r>'

    runs = run("A feeling of ") + run("déjà", "fr-FR") + run(" vu", "fr-FR") + run(" on ", "en-US") + run("board.")
    story = story_at(
        document(tmp_path, paragraph("The quay", "Title") + f"<w:p>{runs}</w:p>"), plugins=["files", "docx"]
    )
    (block,) = (block for block in story.blocks if block.tongues)
    assert [(block.text[one.start : one.end], one.language) for one in block.tongues] == [("déjà vu", "fr-FR")]
