"""Where the text with the weightiest votes is not the story, it is passed over, and the reason is told."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from reader.readability.html_story import read_html
from reader.story import PassedOver, Role, Story

PAGES = Path(__file__).parent / "pages"
TITLE = "Old ferry gets a new engine"
STORY = [
    "The old ferry between Rell and Ostby gets a new engine this winter, and from May on it will run on electricity.",
    "The county pays for it, said Ines Moor, who has been captain of the ferry since 2003 and has mended it often.",
    "Until then a smaller boat takes passengers across, but no cars.",
]
ON = [
    "There was a quarrel over the sound. The diesel could be heard a mile away, and people in Ostby used to put the "
    "kettle on when they heard it.",
    "The new engine makes no sound at all, so the county will fit the ferry with a horn, which the captain may blow at "
    "the second buoy and nowhere else.",
]
RIGHTS = [
    "We and our partners store cookies on your device and process personal data, such as the pages you have read.",
    "You may withdraw your consent at any time, and object where the vendors rely on a legitimate interest of theirs.",
    "More is said in our privacy policy, which is part of the terms of use of this website and of eleven others.",
]
GERMAN = [
    "Die Küstenzeitung erscheint seit 1901 an jedem Werktag und gehört einer Stiftung, die der Gründer, ein Reeder "
    "ohne Kinder, in seinem Testament eingerichtet hat. Sie berichtet über Inseln und die Menschen, die dort leben.",
    "Wer uns unterstützen möchte, kann ein Abonnement verschenken oder der Stiftung etwas vermachen, wie es der "
    "Gründer getan hat. Die Bücher der Stiftung sind öffentlich und liegen im ersten Stock aus.",
]
OWLS = [
    "HOST: Good evening. With me is Doctor Alma Finch, who has spent eleven years counting owls in the forests.",
    "FINCH: Thank you. People think that counting them is hard, but they count you as well, and it balances out.",
    "HOST: How many are there? We have all read that the number has fallen, and then that it had risen again.",
    "FINCH: Both is true. In the old forest there are fewer than ever, since the old trees are gone with the holes.",
    "HOST: I remember my grandfather used to say that a fox finds everything that is lower than a hat.",
]
ANALYSIS = [
    "For thirty years this coast has argued about its boats, and for thirty years it has argued about the wrong thing. "
    "The question has never been what drives them, but who waits for them, and how long, and in what weather.",
    "Take the timetable. It was drawn up in 1974 for a cannery that closed in 1980, and it still brings the morning "
    "shift to a gate with a chain on it, which no engine will mend, however quiet it is.",
]


def text(paragraphs: list[str]) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


READERS = "".join(
    f"<div><div>reader{n}</div><div>May {n}, 2024 at 10:1{n}</div><p>{p}</p></div>"
    for n, p in enumerate(ANALYSIS * 2, 1)
)
OTHERS = {
    "written by readers": READERS,
    "consent or rights": text(RIGHTS),
    "wrong language": f"<h3>Über uns</h3>{text(GERMAN)}",
    "not about the headline": f"<h2>On the radio</h2>{text(OWLS)}",
    "another story": f"<h2>The wrong question</h2><p>By Otto Brahm</p><p>March 3, 2024</p>{text(ANALYSIS)}",
}
HEAD = f"<h1>{TITLE}</h1><p>By Ann Reed</p><p>April 9, 2024</p>"
LAYOUTS = {
    "below": "<main><div>{head}{story}</div><div class=other>{other}</div></main>",
    "head apart": "<div><header>{head}</header><div>{story}</div><div class=other>{other}</div></div>",
    "between": "<div><header>{head}</header><div class=other>{other}</div><div>{story}</div></div>",
    "sections": "<section>{head}<div>{story}</div></section><section><div class=other>{other}</div></section>",
}


def read(body: str, meta: str = "", language: str = "en") -> Story:
    page = f"<html lang='{language}'><head><title>{TITLE} - Coast Mail</title>{meta}</head><body>{body}</body></html>"
    return read_html(page, "https://page.example/")


def paragraphs(story: Story) -> list[str]:
    return [block.text for block in story.blocks if block.role is Role.PARAGRAPH]


def checks(story: Story) -> list[tuple[str, str]]:
    return [(other.candidate, other.check) for other in story.passed_over]


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("check", OTHERS)
def test_a_text_that_is_not_the_story_is_passed_over_wherever_it_stands(check: str, layout: str) -> None:
    story = read(LAYOUTS[layout].format(head=HEAD, story=text(STORY), other=OTHERS[check]))
    assert (paragraphs(story), [found for _, found in checks(story)]) == (STORY, [check])


@pytest.mark.parametrize("check", OTHERS)
def test_a_text_above_the_headline_is_far_from_it(check: str) -> None:
    story = read(f"<div><div class=other>{OTHERS[check]}</div><div>{HEAD}{text(STORY)}</div></div>")
    assert paragraphs(story) == STORY
    assert checks(story) in ([("div.other", "far from the headline")], [("div.other", "wrong language")])


def test_what_is_passed_over_is_kept_and_says_why() -> None:
    story = read(LAYOUTS["below"].format(head=HEAD, story=text(STORY), other=OTHERS["consent or rights"]))
    kept = {block.text: (block.role, block.reason) for block in story.blocks}
    reason = "it speaks of consent or rights (cookie, legitimate interest, partners)"
    assert story.passed_over == (
        PassedOver("div.other", "We and our partners store cookies on your device …", "consent or rights", reason),
    )
    assert [kept[line] for line in RIGHTS] == [
        (Role.BOILERPLATE, f"outside: it was passed over: consent or rights: {reason}")
    ] * 3


def test_another_text_worth_reading_is_announced_as_a_sidebar() -> None:
    story = read(LAYOUTS["below"].format(head=HEAD, story=text(STORY), other=OTHERS["another story"]))
    assert [block.text for block in story.blocks if block.role is Role.SIDEBAR] == ["The wrong question", *ANALYSIS]


def test_a_page_that_says_how_long_its_story_is_is_believed() -> None:
    words = sum(len(paragraph.split()) for paragraph in STORY)
    data = f'{{"@type":"NewsArticle","headline":"{TITLE}","wordCount":{words}}}'
    body = f"<main><div><h1>{TITLE}</h1>{text(STORY)}</div><div class=other>{text(ANALYSIS)}</div></main>"
    story = read(body, f'<script type="application/ld+json">{data}</script>')
    assert (paragraphs(story), checks(story)) == (STORY, [("div.other", "longer than told")])
    assert paragraphs(read(body)) == [*STORY, *ANALYSIS]


@pytest.mark.parametrize("told", [" ".join(STORY) + "…", (" ".join(STORY))[:-30]])
def test_the_begin_that_a_page_tells_of_is_too_short_for_the_story(told: str) -> None:
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle","articleBody":"{told}"}}</script>'
    body = f"<main><div><h1>{TITLE}</h1><div class=begin>{text(STORY)}</div><div>{text(ON)}</div></div></main>"
    story = read(body, data)
    assert (paragraphs(story), checks(story)) == ([*STORY, *ON], [("div.begin", "too short")])


def test_a_number_of_words_shows_that_a_page_tells_only_the_begin() -> None:
    told = f'"articleBody":"{" ".join(STORY)}","wordCount":{sum(len(line.split()) for line in STORY + ON)}'
    data = f'<script type="application/ld+json">{{"@type":"NewsArticle",{told}}}</script>'
    body = f"<main><div><h1>{TITLE}</h1><div class=begin>{text(STORY)}</div><div>{text(ON)}</div></div></main>"
    assert paragraphs(read(body, data)) == [*STORY, *ON]


def test_sections_of_a_story_are_not_passed_over() -> None:
    signed = f"<div><h2>The captain</h2><p>By Ida Foss</p>{text(ON)}</div>"
    other = (
        f"<div><h2>The timetable</h2><p>By Mo Hart</p>{text(ANALYSIS)}</div><div><h2>The owls</h2>{text(OWLS)}</div>"
    )
    story = read(f"<main><div>{HEAD}{text(STORY)}</div>{signed}{other}</main>")
    assert [line for line in paragraphs(story) if not line.startswith("By ")] == [*STORY, *ON, *ANALYSIS, *OWLS]
    assert story.passed_over == ()


def test_a_text_in_boxes_of_its_own_without_a_heading_goes_on_with_the_story() -> None:
    story = read(f"<article><div>{HEAD}{text(STORY)}</div><div>{text(ANALYSIS)}</div><div>{text(OWLS)}</div></article>")
    assert paragraphs(story) == [*STORY, *ANALYSIS, *OWLS]


def test_a_summary_under_the_headline_is_not_taken_for_the_whole_story() -> None:
    story = read(
        f"<main><header>{HEAD}{text(STORY[:2])}</header><article><h2>{TITLE} now</h2>{text(ON * 3)}</article></main>"
    )
    assert paragraphs(story)[-6:] == ON * 3


def test_a_letter_in_another_language_that_the_story_prints_belongs_to_it() -> None:
    letter = f"<section><h2>The letter in full</h2>{text(GERMAN)}</section>"
    story = read(f"<article>{HEAD}<div>{text(STORY + ON)}</div>{letter}</article>")
    assert paragraphs(story) == [*STORY, *ON, *GERMAN]


def test_sections_of_a_manual_that_wait_for_their_translation_belong_to_it() -> None:
    titles = ["Die Schleuse", "Der Motor", "Das Horn", "Die Karte"]
    texts = [GERMAN, STORY, ON, GERMAN]
    sections = "".join(f"<div><h2>{h}</h2>{text(lines)}</div>" for h, lines in zip(titles, texts, strict=True))
    story = read(f"<div><h1>{TITLE}</h1>{sections}</div>", language="de")
    assert (paragraphs(story), story.passed_over) == ([*GERMAN, *STORY, *ON, *GERMAN], ())


def test_what_a_story_quotes_in_its_midst_in_another_language_belongs_to_it() -> None:
    story = read(f"<main><div>{HEAD}{text(STORY)}</div><div>{text(GERMAN)}</div><div>{text(ON)}</div></main>")
    assert (paragraphs(story), story.passed_over) == ([*STORY, *GERMAN, *ON], ())


def test_notes_of_a_story_are_no_other_text() -> None:
    notes = "".join(f"<p>[{n}] {line}</p>" for n, line in enumerate(GERMAN, 1))
    story = read(f"<main><div>{HEAD}{text(STORY + ON)}</div><div class=footnotes>{notes}</div></main>")
    assert (story.passed_over, sum(block.role is Role.FOOTNOTE for block in story.blocks)) == ((), 2)


def test_a_page_that_names_the_wrong_language_is_read_all_the_same() -> None:
    body = f"<main><div><h1>Die Zeitung der Küste</h1>{text(GERMAN)}</div></main>"
    assert paragraphs(read(body, language="sv")) == GERMAN


def test_a_page_without_a_headline_has_nothing_passed_over() -> None:
    page = f"<body><div>{text(STORY)}</div><div>{text(RIGHTS)}</div></body>"
    assert read_html(page, "").passed_over == ()


def test_the_next_story_of_a_page_is_named_among_what_was_passed_over() -> None:
    next_one = (
        f"<div class=next><h1>The wrong question</h1><p>By Otto Brahm</p><p>May 2, 2024</p>{text(ANALYSIS * 2)}</div>"
    )
    story = read(f"<div><div>{HEAD}{text(STORY + ON)}</div>{next_one}</div>")
    assert checks(story) == [("div.next", "another story")]


def test_explain_names_what_was_passed_over_in_a_line_each_and_as_json() -> None:
    page = str(PAGES / "flash_and_analysis" / "page.html")
    command = [sys.executable, "-c", "from reader.cli import main; main()", "explain", page]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    reason = "it has a headline, an author or a day of its own"
    assert [line for line in lines if line.startswith("passed over")] == [
        f"passed over: section.two “Three owners and no friend”, another story: {reason}"
    ]
    found = json.loads(subprocess.run([*command, "--json"], capture_output=True, text=True, check=True).stdout)
    assert found["passed_over"] == [
        {
            "candidate": "section.two", "begin": "Three owners and no friend",
            "check": "another story", "reason": reason,
        }
    ]  # fmt: skip


def test_explain_names_a_dozen_of_many_and_counts_the_rest(tmp_path: Path) -> None:
    above = "".join(f"<div>{text(ANALYSIS)}</div>" for _ in range(15))
    page = tmp_path / "page.html"
    page.write_text(
        f"<html><head><title>{TITLE}</title></head><body>{above}<div>{HEAD}{text(STORY)}</div></body></html>"
    )
    command = [sys.executable, "-c", "from reader.cli import main; main()", "explain", str(page)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    found = [line for line in lines if line.startswith("passed over")]
    assert (len(found), found[-1]) == (13, "passed over: 3 more, listed with --json")
