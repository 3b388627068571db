"""The story is found on the page, wherever it is and whatever stands around it."""

from reader.readability.html_story import read_html
from reader.story import Role, Story

SENTENCES = [
    "The lock was opened at dawn, and the first boats went through before anybody in the town was awake.",
    "By noon the basin was full again, and the keeper sat down with a newspaper from the day before.",
    "He said that he had never seen so many boats in one morning, not even in the year of the regatta.",
    "In the evening the gates were closed, and the keeper wrote a single number into the book.",
]
STORY = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
MATTERS = ["salt", "rope", "glass", "bread", "paint", "honey", "paper", "coal", "silk", "tin", "wool", "clay"]
OTHER = "".join(
    f"<p>Somebody has written a great deal about {one}, and more about {two}, because {three} is dear this year.</p>"
    for one, two, three in zip(MATTERS, MATTERS[1:], MATTERS[2:], strict=False)
)
TEASERS = "".join(
    f"<div><a href='/{n}'><h3>Another story that stands elsewhere {n}</h3></a><p>What it is about, in short.</p></div>"
    for n in range(8)
)
LINKS = "".join(f"<li><a href='/{n}'>A linked line of the menu {n}</a></li>" for n in range(30))


def body(story: Story) -> list[str]:
    return [block.text for block in story.blocks if block.role is Role.PARAGRAPH]


def test_a_story_between_a_menu_and_teasers_is_found() -> None:
    page = f"<body><ul>{LINKS}</ul><div><h1>The lock</h1>{STORY}</div><div>{TEASERS}</div></body>"
    assert body(read_html(page, "")) == SENTENCES


def test_the_page_telling_the_text_of_its_article_decides_against_more_text_elsewhere() -> None:
    told = " ".join(SENTENCES)
    data = f'{{"@type":"NewsArticle","headline":"The lock","articleBody":"{told}"}}'
    head = f'<head><script type="application/ld+json">{data}</script></head>'
    page = f"{head}<body><div><h1>The lock</h1><div>{STORY}</div></div><div>{OTHER}{OTHER}</div></body>"
    assert body(read_html(page, "")) == SENTENCES


def test_comments_that_are_longer_than_the_story_stay_outside() -> None:
    page = (
        f"<body><main><h1>The lock</h1><div>{STORY}</div><section><h2>12 Comments</h2>{OTHER}</section></main></body>"
    )
    assert body(read_html(page, "")) == SENTENCES


def test_what_stands_under_more_from_the_site_stays_outside() -> None:
    head = "<head><meta property='og:site_name' content='Lock Weekly'></head>"
    more = f"<div><h5>More Lock Weekly</h5><ul>{OTHER}</ul></div>"
    page = f"{head}<body><div><h1>The lock</h1><div>{STORY}</div></div>{more}</body>"
    assert body(read_html(page, "")) == SENTENCES


def test_a_story_in_several_boxes_is_read_to_its_end() -> None:
    ad = "<div><a href='/ad'>Ad</a></div>"
    parts = "".join(f"<div><div><p>{sentence} {sentence.lower()}</p></div></div>{ad}" for sentence in SENTENCES)
    assert len(body(read_html(f"<body><div><h1>The lock</h1>{parts}</div></body>", ""))) == 4


def test_a_thread_of_many_posts_is_one_story() -> None:
    names = [f"<div><a href='/u/{n}'>user{n}</a></div>" for n in range(len(SENTENCES))]
    entries = zip(names, SENTENCES, strict=True)
    posts = "".join(f"<div>{name}<div>{sentence}</div></div>" for name, sentence in entries)
    assert body(read_html(f"<body><div><h1>The lock</h1>{posts}</div></body>", "")) == SENTENCES


def test_readability_lxml_is_asked_only_where_the_votes_are_not_clear() -> None:
    import subprocess
    import sys

    code = (
        "import sys; from reader.readability.html_story import read_html; "
        f"read_html('''<body><div><h1>The lock</h1>{STORY}{OTHER}</div></body>''', '');"
        "print('readability' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout == "False\n"


def test_a_page_without_prose_still_gives_all_its_text() -> None:
    story = read_html("<body><ul><li><a href='/a'>One</a></li><li><a href='/b'>Two</a></li></ul></body>", "")
    assert [block.text for block in story.blocks] == ["One", "Two"]


def test_a_summary_that_the_publisher_wants_read_aloud_is_the_deck() -> None:
    data = '{"@type":"NewsArticle","speakable":{"@type":"SpeakableSpecification","cssSelector":["#s"]}}'
    head = f'<head><script type="application/ld+json">{data}</script></head>'
    deck = "Boats went through before breakfast"
    above = f"<div><section id='s'>{deck}</section></div>"
    page = f"{head}<body><h1>The lock</h1>{above}<div>{STORY}</div></body>"
    assert [block.text for block in read_html(page, "").blocks if block.role is Role.DECK] == [deck]


def test_a_selector_of_the_publisher_that_cannot_be_used_is_passed_over() -> None:
    data = '{"@type":"NewsArticle","speakable":{"cssSelector":["p:((", "a::before"],"xpath":["//p[", "/html/body"]}}'
    head = f'<head><script type="application/ld+json">{data}</script></head>'
    page = f"{head}<body><h1>The lock</h1><div>{STORY}</div></body>"
    assert body(read_html(page, "")) == SENTENCES


def test_a_story_in_a_template_is_read_where_the_page_shows_none_and_the_reason_says_so() -> None:
    story = read_html(f"<body><h1>The lock</h1><template>{STORY}{OTHER}</template></body>", "")
    assert body(story)[:4] == SENTENCES
    reasons = [block.reason for block in story.blocks if block.role is Role.PARAGRAPH]
    assert all(reason.endswith("the page does not show it: it is from its template element") for reason in reasons)


def test_a_template_is_left_alone_where_the_page_shows_a_story() -> None:
    page = f"<body><h1>The lock</h1><div>{STORY}</div><template>{OTHER}</template></body>"
    assert body(read_html(page, "")) == SENTENCES


def test_the_next_story_of_a_page_without_an_end_stays_outside() -> None:
    head = "<head><title>The lock</title></head>"
    first = f"<div><h1>The lock</h1><p>By Ann Lee</p><time>May 1, 2024</time><div>{STORY}</div></div>"
    following = f"<div><h1>The trade</h1><p>By Bob Orr</p><time>May 2, 2024</time><div>{OTHER}</div></div>"
    assert body(read_html(f"{head}<body><div>{first}{following}</div></body>", "")) == SENTENCES


def test_sections_with_headings_as_large_as_the_headline_belong_to_the_story() -> None:
    head = "<head><title>The lock</title></head>"
    parts = f"<section><h1>The lock</h1>{STORY}</section><section><h1>The trade</h1>{OTHER}</section>"
    assert len(body(read_html(f"{head}<body><div>{parts}</div></body>", ""))) == len(SENTENCES) + OTHER.count("<p>")


def test_a_text_in_another_language_beside_the_story_stays_outside() -> None:
    french = [
        "Nous utilisons des cookies et des technologies semblables pour garder et lire des informations sur votre",
        "appareil, pour mesurer ce que vous lisez et pour vous montrer des annonces de votre choix. Vous pouvez dire",
        "non à tout moment, et changer ce que vous avez choisi sur la page qui est nommée au pied de toutes les pages.",
    ]
    page = f"<body><div><h1>The lock</h1>{STORY}</div><div><p>{' '.join(french)}</p></div></body>"
    assert body(read_html(f"<html lang='en'>{page}</html>", "")) == SENTENCES


def test_the_footer_of_a_page_is_no_last_line_of_a_story_in_several_sections() -> None:
    sections = f"<section>{STORY}</section><section><h2>The trade</h2>{STORY.replace('The', 'A')}</section>"
    footer = "<footer><p>The Lock Weekly appears four times a year, and is sent to all who ask for it.</p></footer>"
    story = read_html(f"<body><div><h1>The lock</h1></div>{sections}{footer}</body>", "")
    assert not any("Lock Weekly" in line for line in body(story))
