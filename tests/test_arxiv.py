"""Papers are read as papers: notes behind their paragraph, equations as lines, and what is around them left out."""

from opening import DOCUMENTS

from reader import Page, Role
from reader.testing import SourceContract, asked, golden, heard, story_at, treated


class TestContract(SourceContract):
    plugin = "arxiv"
    opens = ("arxiv:1706.03762", "arxiv:hep-th/9901001v2")
    leaves = ("arxiv:", "arxiv:boats", "1706.03762")


def test_a_number_stands_for_the_page_of_its_abstract() -> None:
    assert asked("arxiv", "open_location", location="arXiv:1706.03762v3") == "https://arxiv.org/abs/1706.03762v3"


def test_a_paper_made_with_latexml_is_heard_as_it_is_written_down() -> None:
    page = Page("https://papers.example/tides", "text/html", (DOCUMENTS / "paper.html").read_bytes())
    golden(heard(page, plugins=["arxiv", "math"], detail="full"), DOCUMENTS / "paper.heard.txt")


def test_the_page_of_an_abstract_is_its_title_authors_and_abstract() -> None:
    page = Page("https://arxiv.example/abs/1", "text/html", (DOCUMENTS / "abstract.html").read_bytes())
    story = treated(page, plugins=["arxiv"])
    said = [(block.role, block.text) for block in story.blocks if block.role is not Role.BOILERPLATE]
    assert said == [
        (Role.HEADLINE, "On the tides of small harbours"),
        (Role.DATELINE, "[Submitted on 12 Jun 2017]"),
        (Role.BYLINE, "Ada Lind, Per Holm"),
        (Role.PARAGRAPH, "We measured the tides of four small harbours. They are $h_i$ high."),
    ]


def note(sign: str, text: str) -> str:
    mark = f'<sup class="ltx_note_mark">{sign}</sup>'
    content = f'<span class="ltx_note_content">{mark}{text}</span>'
    return f'<span class="ltx_note">{mark}<span class="ltx_note_outer">{content}</span></span>'


def test_notes_to_the_authors_and_several_in_a_paragraph_stand_behind_them_in_their_order() -> None:
    names = (
        f'<span class="ltx_personname">Ada Lind{note("1", "Harbour office")} {note("2", "Old quay")} , Per Holm</span>'
    )
    text = f"<p>It rose{note('3', 'By a hand.')} and fell{note('4', 'By two.')} again.</p>"
    body = f'<article class="ltx_document"><div class="ltx_authors">{names}</div>{text}</article>'
    page = Page("https://papers.example/notes", "text/html", f"<html><body>{body}</body></html>".encode())
    said = [(block.role, block.text) for block in treated(page, plugins=["arxiv"]).blocks]
    assert said == [
        (Role.BYLINE, "By Ada Lind, Per Holm"),
        (Role.FOOTNOTE, "[1] Harbour office"),
        (Role.FOOTNOTE, "[2] Old quay"),
        (Role.PARAGRAPH, "It rose[3] and fell[4] again."),
        (Role.FOOTNOTE, "[3] By a hand."),
        (Role.FOOTNOTE, "[4] By two."),
    ]


def test_the_abstract_is_a_section_like_the_others() -> None:
    page = Page("https://papers.example/tides", "text/html", (DOCUMENTS / "paper.html").read_bytes())
    levels = {block.text: block.level for block in story_at(page, plugins=["arxiv"]).blocks if block.level}
    assert levels["Abstract"] == levels["1 Introduction"] == 2
