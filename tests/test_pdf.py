"""PDF documents, printed here line by line."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from reader import Page
from reader.errors import PageError
from reader.testing import asked, labelled, story_at

LETTER = (612, 792)
Print = tuple[str, float, float, float]
"""Text, its left edge, its base line and its size in points."""


def printed(pages: Iterable[Iterable[Print]], bold: frozenset[str] = frozenset()) -> bytes:
    """A PDF with these lines; those in ``bold`` are set so."""
    font = b"<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /%s >>"
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", font % b"Helvetica", font % b"Helvetica-Bold"]
    kids = []
    for lines in pages:
        stream = b"BT " + b"".join(_shown(line, bold) for line in lines) + b"ET"
        objects.append(b"<< /Length %d >> stream\n%s\nendstream" % (len(stream), stream))
        kids.append(b"%d 0 R" % (len(objects) + 1))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Contents %d 0 R "
            b"/Resources << /Font << /F0 3 0 R /F1 4 0 R >> >> >>" % (*LETTER, len(objects))
        )
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    out, places = bytearray(b"%PDF-1.4\n"), []
    for number, content in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj %s endobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start))


def _shown(line: Print, bold: frozenset[str]) -> bytes:
    text, left, base, size = line
    escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"/F%d %g Tf 1 0 0 1 %g %g Tm (%s) Tj " % (text in bold, size, left, base, escaped)


def column(left: float, top: float, *lines: str, size: float = 10) -> list[Print]:
    return [(line, left, top - 1.2 * size * number, size) for number, line in enumerate(lines)]


def opened(
    tmp_path: Path, pages: Iterable[Iterable[Print]], bold: frozenset[str] = frozenset()
) -> list[tuple[str, str]]:
    path = tmp_path / "paper"
    path.write_bytes(printed(pages, bold))
    return labelled(story_at(str(path), plugins=["files", "pdf"]))


PAGES = [
    [
        ("The Heron on the Crane", 72, 700, 22),
        *column(72, 660, "A heron has nested on the old crane at the north quay of the har-",
                "bour, and nobody may climb it until July, says the harbour master, who"),
        ("1", 300, 60, 10),
    ],
    [
        ("Harbour Notes", 72, 760, 10),
        *column(72, 720, "has locked the ladder.", size=10),
        *column(72, 690, "The second paragraph begins here, and it is long enough to be wrapped at the",
                "end of its first line."),
        ("What now", 72, 640, 14),
        *column(72, 610, "• The crane stays locked until the middle of July, or until the young birds", "have flown."),
        *column(72, 580, "• The quay stays open."),
        *column(72, 550, "Figure 1: The nest."),
        ("2", 300, 60, 10),
    ],
    [("Harbour Notes", 72, 760, 10), *column(72, 720, "It was a well-known crane."), ("3", 300, 60, 10)],
    [
        ("Harbour Notes", 72, 760, 10),
        *column(72, 720, "No other crane was as well-", "known as this one."),
        ("4", 300, 60, 10),
    ],
]  # fmt: skip


def test_a_document_is_running_text_across_its_pages(tmp_path: Path) -> None:
    assert [part for part in opened(tmp_path, PAGES) if part[0] != "boilerplate"] == [
        ("headline", "The Heron on the Crane"),
        (
            "paragraph",
            "A heron has nested on the old crane at the north quay of the harbour, and nobody may climb it until July, "
            "says the harbour master, who has locked the ladder.",
        ),
        (
            "paragraph",
            "The second paragraph begins here, and it is long enough to be wrapped at the end of its first line.",
        ),
        ("heading", "What now"),
        ("list_item", "The crane stays locked until the middle of July, or until the young birds have flown."),
        ("list_item", "The quay stays open."),
        ("caption", "Figure 1: The nest."),
        ("paragraph", "It was a well-known crane."),
        ("paragraph", "No other crane was as well-known as this one."),
    ]


def test_running_headers_and_page_numbers_are_kept_as_furniture(tmp_path: Path) -> None:
    furniture = [text for role, text in opened(tmp_path, PAGES) if role == "boilerplate"]
    assert furniture.count("Harbour Notes") == 3
    assert {"1", "2", "3", "4"} <= set(furniture)


def test_columns_are_read_one_after_the_other(tmp_path: Path) -> None:
    left = [f"left line of the column, the {word}" for word in ("one", "two", "three", "four", "five", "six", "seven.")]
    right = [
        f"right line of the column, the {word}" for word in ("one", "two", "three", "four", "five", "six", "seven.")
    ]
    rows = [part for pair in zip(column(72, 600, *left), column(330, 600, *right), strict=True) for part in pair]
    texts = [text for _, text in opened(tmp_path, [[("Two columns", 72, 640, 20), *rows]])]
    assert texts == ["Two columns", " ".join(left), " ".join(right)]


def test_small_type_at_the_foot_is_a_footnote(tmp_path: Path) -> None:
    page = [
        *column(72, 700, "It rained all day on the quay and in the town behind it, and nobody", "was out."),
        *column(
            72, 650, "It rained the next day too, though not as much, and a few people went out to look at the heron."
        ),
        *column(72, 100, "1 Except the heron, of course, which does not mind the rain or anything", "else.", size=8),
    ]
    assert opened(tmp_path, [page]) == [
        ("paragraph", "It rained all day on the quay and in the town behind it, and nobody was out."),
        (
            "paragraph",
            "It rained the next day too, though not as much, and a few people went out to look at the heron.",
        ),
        ("footnote", "1 Except the heron, of course, which does not mind the rain or anything else."),
    ]


def test_bold_lines_are_headings(tmp_path: Path) -> None:
    page = column(72, 700, "Tides", "The tide turns at noon, as the table in the harbour office says.")
    assert opened(tmp_path, [page], frozenset({"Tides"}))[0] == ("headline", "Tides")


def test_pictures_without_text_and_damage_are_named() -> None:
    with pytest.raises(PageError, match="scan: is a PDF of pictures without text"):
        asked("pdf", "read_page", page=Page("scan", "application/pdf", printed([[]])))
    with pytest.raises(PageError, match="cut: is a damaged PDF"):
        asked("pdf", "read_page", page=Page("cut", "application/pdf", printed(PAGES)[:200]))
    assert asked("pdf", "read_page", page=Page("text", "text/plain", b"PDF")) is None


def test_the_number_of_a_chapter_is_a_heading_and_no_number_of_a_page(tmp_path: Path) -> None:
    pages = [
        [
            (f"Chapter {number}", 72, 700, 20),
            *column(72, 640, "It rained on the harbour all day, and the boats", "stayed where they were."),
            (str(number), 300, 60, 10),
        ]
        for number in (1, 2, 3, 4)
    ]
    assert [text for role, text in opened(tmp_path, pages) if role in ("headline", "heading")] == [
        "Chapter 1", "Chapter 2", "Chapter 3", "Chapter 4",
    ]  # fmt: skip


def test_raised_signs_of_notes_are_signs_of_notes(tmp_path: Path) -> None:
    pages = [column(72, 700, "It rained.¹ It stopped in the harbour,² and", "³ so on.")]
    assert opened(tmp_path, pages) == [("paragraph", "It rained.[1] It stopped in the harbour,[2] and[3] so on.")]


def test_a_page_of_numbers_alone_is_read(tmp_path: Path) -> None:
    assert opened(tmp_path, [[("1", 300, 60, 10)]]) == [("paragraph", "1")]


TABLE = [
    [("Month", 72, 600, 10), ("Ice, cm", 200, 600, 10), ("Days", 300, 600, 10)],
    [("January", 72, 585, 10), ("12", 200, 585, 10), ("9", 300, 585, 10)],
    [("February", 72, 570, 10), ("", 200, 570, 10), ("14", 300, 570, 10)],
]
BEFORE = column(72, 660, "It froze on the harbour in both of the months, and nobody was out on the quay.")
BEHIND = column(72, 540, "In March it thawed, and all of the boats went out as they had before the winter came.")


def test_cells_below_each_other_are_a_table(tmp_path: Path) -> None:
    path = tmp_path / "paper"
    path.write_bytes(printed([[*BEFORE, *(cell for row in TABLE for cell in row if cell[0]), *BEHIND]]))
    story = story_at(str(path), plugins=["files", "pdf"])
    assert labelled(story) == [
        ("paragraph", BEFORE[0][0]),
        ("table", "Month Ice, cm Days January 12 9 February 14"),
        ("paragraph", BEHIND[0][0]),
    ]
    assert story.blocks[1].items == (("Month", "Ice, cm", "Days"), ("January", "12", "9"), ("February", "", "14"))


def test_items_with_their_numbers_apart_are_no_table(tmp_path: Path) -> None:
    lines = [
        part for n in (1, 2, 3) for part in ((f"{n}.", 72, 700 - 15 * n, 10), (f"Point {n}", 110, 700 - 15 * n, 10))
    ]
    assert {role for role, _ in opened(tmp_path, [lines])} == {"list_item"}


def test_a_line_that_is_left_early_is_not_run_into_the_next(tmp_path: Path) -> None:
    lines = column(
        72, 700, "Opening hours", "The office is closed in winter, and whoever wants to know of the tides",
        "looks at the table.",
    )  # fmt: skip
    assert opened(tmp_path, [lines]) == [
        ("paragraph", "Opening hours"),
        ("paragraph", "The office is closed in winter, and whoever wants to know of the tides looks at the table."),
    ]


def test_the_running_header_of_two_pages_is_furniture(tmp_path: Path) -> None:
    pages = [
        [("Harbour Notes", 72, 760, 10), *column(72, 700, "It rained on the quay all day, and nobody at all was")],
        [("Harbour Notes", 72, 760, 10), *column(72, 700, "out in the town.")],
    ]
    assert [part for part in opened(tmp_path, pages) if part[0] != "boilerplate"] == [
        ("paragraph", "It rained on the quay all day, and nobody at all was out in the town."),
    ]


def test_a_number_behind_a_sentence_is_the_sign_of_a_note_that_is_there(tmp_path: Path) -> None:
    page = [
        *column(72, 700, "It rained all day on the quay. 1 Then it stopped, and nobody was there to see", "it. 2"),
        *column(72, 100, "1 Except for the heron, who does not mind the rain at all.", size=8),
    ]
    assert opened(tmp_path, [page])[0][1].startswith("It rained all day on the quay.[1] Then it stopped")
    assert opened(tmp_path, [page])[0][1].endswith("it. 2")


def test_a_cell_of_several_lines_is_one_cell(tmp_path: Path) -> None:
    rows = [
        ("Month", 72, 600, 10), ("Days", 200, 600, 10), ("What happened then", 300, 600, 10),
        ("January", 72, 582, 10), ("9", 200, 582, 10), ("It froze, and nobody", 300, 582, 10),
        ("skated on the ice.", 300, 570, 10),
        ("February", 72, 552, 10), ("14", 200, 552, 10), ("It thawed.", 300, 552, 10),
    ]  # fmt: skip
    path = tmp_path / "paper"
    path.write_bytes(printed([[*BEFORE, *rows, *column(72, 510, BEHIND[0][0])]]))
    story = story_at(str(path), plugins=["files", "pdf"])
    assert story.blocks[1].items == (
        ("Month", "Days", "What happened then"),
        ("January", "9", "It froze, and nobody skated on the ice."),
        ("February", "14", "It thawed."),
    )
