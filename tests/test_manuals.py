"""Pages of manuals: what they print around their text is told apart by its shape, whatever made the page."""

from reader.readability.html_story import read_html

TEXT = "<p>The sluice is opened slowly, so that the water of the basin rises by a hand in every hour of the night.</p>"


def roles(body: str) -> list[tuple[str, str]]:
    page = f"<html lang=en><body><main><h1>The keeper of the sluice</h1>{body}</main></body></html>"
    return [(b.role.value, b.text) for b in read_html(page, "https://page.example/").blocks if b.role != "boilerplate"]


def others(body: str) -> list[tuple[str, str]]:
    """What is heard beside the headline and the text that all these pages have."""
    return [(role, text) for role, text in roles(body) if "sluice is opened slowly" not in text and role != "headline"]


def test_the_number_of_a_section_stays_with_its_heading() -> None:
    body = "<h2><span class=section-number>2.</span> Opening at night</h2>"
    assert others(TEXT + body + TEXT * 2) == [("heading", "2. Opening at night")]


def test_a_term_may_be_set_in_boxes_of_its_own() -> None:
    terms = (
        "<dl><dt><span><div><p>sluice open</p></div></span></dt><dd><p>Opens it, and waits for the water.</p></dd></dl>"
    )
    assert others(TEXT * 2 + terms + TEXT) == [
        ("heading", "sluice open"),
        ("paragraph", "Opens it, and waits for the water."),
    ]


def test_code_whose_lines_are_boxes_is_one_sample() -> None:
    lines = (
        "<div>int main() {</div><div>&nbsp; open(2);</div><div>}</div><div><div>open</div><div>A tooltip.</div></div>"
    )
    assert others(TEXT * 2 + f"<div>{lines}</div>" + TEXT) == [("code", "int main() {\n  open(2);\n}")]


def test_lines_of_a_poem_that_are_boxes_are_no_code() -> None:
    lines = ("The river runs by day along the wall of stone,", "the keeper keeps the night, and keeps it all alone.")
    poem = "".join(f"<div class=line>{line}</div>" for line in lines)
    assert [role for role, _ in others(TEXT * 2 + f"<div class=poem>{poem}</div>" + TEXT)] == ["paragraph"] * 2


def test_coloured_code_that_fills_a_page_is_not_cut_into_paragraphs() -> None:
    code = "<pre><span>let</span> a = <span>open</span>();\n\n<span>let</span> b = <span>shut</span>();</pre>"
    plain = code.replace("<span>", "").replace("</span>", "").removeprefix("<pre>").removesuffix("</pre>")
    assert [text for role, text in roles("<p>Two samples:</p>" + code * 3) if role == "code"] == [plain] * 3


def test_boxes_in_columns_under_named_heads_are_a_table() -> None:
    heads = "<div class='table-header col-first'>Type</div><div class='table-header col-last'>Method</div>"
    cells = "<div class=col-first><code>int</code></div><div class=col-last><code>level()</code></div>"
    assert others(TEXT + f"<h2>Methods</h2><div class=summary-table>{heads}{cells}{cells}</div>" + TEXT) == [
        ("heading", "Methods"),
        ("table", "Type Method int level() int level()"),
    ]


def test_a_table_of_one_row_of_short_cells_is_a_table() -> None:
    row = "<table><tr><td>search_parents</td><td>Type: <i>boolean</i></td><td>Default: <i>false</i></td></tr></table>"
    assert others(TEXT + row + TEXT) == [("table", "search_parents Type: boolean Default: false")]


def test_a_declaration_under_the_heading_that_names_it_is_code() -> None:
    body = "<h3>level</h3><div>public static int level(Basin basin)</div>"
    assert others(TEXT + body + TEXT * 2) == [("heading", "level"), ("code", "public static int level(Basin basin)")]


def test_a_declaration_without_a_heading_heads_what_is_told_of_it() -> None:
    body = "<section><div>def level(basin: Basin) -> int:</div><p>How high the water stands.</p></section>"
    assert others(TEXT * 2 + body + TEXT) == [
        ("heading", "def level(basin: Basin) -> int:"),
        ("paragraph", "How high the water stands."),
    ]


def test_a_sentence_that_begins_as_a_declaration_does_is_text() -> None:
    told = "<div>Public works (such as sluices) were paid for by the town, and the class of a keeper was his own.</div>"
    assert [role for role, _ in others(TEXT * 2 + told + TEXT)] == ["paragraph"]


def test_the_numbered_title_of_a_sample_is_its_caption_in_any_language() -> None:
    for title in ("Example 15.2. The file control", "Ejemplo 15.2. El archivo control", "例 15.2 ファイル"):
        assert others(TEXT + f"<p class=title>{title}</p><pre>Section: sluices</pre>" + TEXT) == [
            ("caption", title),
            ("code", "Section: sluices"),
        ]


def test_a_box_headed_by_one_word_is_a_sidebar_with_all_that_is_in_it() -> None:
    box = "<div><p>Warning</p><p>Never open two at once.</p><pre>open --all</pre></div>"
    assert [role for role, _ in others(TEXT * 2 + box + TEXT * 4)] == ["sidebar"] * 3


def test_code_in_a_box_that_is_named_a_note_stays_in_it() -> None:
    box = "<div class=note><p>By night, say this:</p><pre>open --slowly</pre></div>"
    assert [role for role, _ in others(TEXT * 2 + box + TEXT * 4)] == ["sidebar"] * 2


def test_a_list_that_is_only_set_in_is_no_quote() -> None:
    listed = "<blockquote><div><ul><li>Look at the water.</li><li>Turn the wheel.</li></ul></div></blockquote>"
    assert [role for role, _ in others(TEXT * 2 + listed + TEXT)] == ["list_item"] * 2


def test_a_note_in_the_midst_of_a_line_is_a_footnote_behind_its_paragraph() -> None:
    note = "<span><sup>2</sup><span><span><sup>2</sup>2 Kept in the archive.</span></span></span>"
    assert others(
        TEXT * 2 + f"<p>It was built by hand{note} and has never been mended since that year.</p>" + TEXT
    ) == [
        ("paragraph", "It was built by hand[2] and has never been mended since that year."),
        ("footnote", "2 Kept in the archive."),
    ]


def test_a_link_whose_words_are_its_address_leads_no_reader_away() -> None:
    line = "<p>→ <a href='https://archive.example/sluices/'>https://archive.example/sluices/</a></p>"
    assert [role for role, _ in others(TEXT * 2 + line + TEXT)] == ["paragraph"]


def test_where_something_stands_in_a_source_is_not_read() -> None:
    place = "<ul><li><a href='sluice.js.html'>lib/sluice.js</a>, <a href='sluice.js.html#35'>line 35</a></li></ul>"
    assert others(TEXT * 2 + place + TEXT) == []


def test_first_sections_under_the_headline_are_read_where_their_box_is_another_one() -> None:
    first = "<div id=header><h1>sluice(1)</h1><h2>NAME</h2><div><p>sluice - open and shut it</p></div></div>"
    page = f"<html><body>{first}<div id=content><h2>DESCRIPTION</h2><div>{TEXT * 4}</div></div></body></html>"
    found = [(block.role.value, block.text) for block in read_html(page, "https://page.example/").blocks]
    assert found[:4] == [
        ("headline", "sluice(1)"),
        ("heading", "NAME"),
        ("paragraph", "sluice - open and shut it"),
        ("heading", "DESCRIPTION"),
    ]


def test_where_every_section_has_a_first_heading_the_page_is_called_as_it_calls_itself() -> None:
    sections = "".join(f"<h1>{name}</h1>{TEXT}" for name in ("NAME", "OPENING A SIMPLE SLUICE", "AUTHOR"))
    page = f"<html><head><title>How to open a simple sluice</title></head><body>{sections}</body></html>"
    assert read_html(page, "https://page.example/").headline == "How to open a simple sluice"


def test_a_sentence_that_begins_as_a_request_is_text_where_it_leads_nowhere() -> None:
    told = "<p>Register a keeper for every sluice of the town.</p>"
    assert [role for role, _ in others(TEXT * 2 + told + TEXT)] == ["paragraph"]


def test_a_title_named_so_is_the_headline_where_the_page_calls_itself_so_after_a_colon() -> None:
    head = "<html><head><title>Tidewater: Basin operations</title></head><body>"
    body = (
        f"<div class=title>Basin operations</div><div><p>On basins.</p><h1>Using basin operations</h1>{TEXT * 4}</div>"
    )
    assert read_html(head + body, "https://page.example/").headline == "Basin operations"


def test_a_box_named_a_summary_list_sums_nothing_up_where_it_has_sections() -> None:
    listed = f"<ul class=summary-list><li><h2>Parts</h2>{TEXT}</li><li><h2>Methods</h2>{TEXT}</li></ul>"
    assert [role for role, _ in others(listed + TEXT * 2)] == ["heading", "heading"]


def test_an_item_that_speaks_of_rights_is_an_item() -> None:
    told = "Look for the words all rights reserved in every file of the keeper, for these are not ours. " * 3
    assert [role for role, _ in others(TEXT + f"<ul><li>{told}</li><li>{told}</li></ul>" + TEXT)] == ["list_item"] * 2


def test_the_declaration_right_over_the_first_text_is_heard() -> None:
    page = f"<h1>sluice</h1><dl><dt>class sluice.Basin(keeper)</dt><dd>{TEXT * 3}</dd></dl>"
    found = read_html(f"<html><body><main>{page}</main></body></html>", "https://page.example/").blocks
    assert [(block.role.value, block.text) for block in found][:2] == [
        ("headline", "sluice"),
        ("heading", "class sluice.Basin(keeper)"),
    ]


def test_a_last_section_of_one_short_line_keeps_its_heading() -> None:
    assert others(TEXT * 4 + "<h2>License</h2><p>Part of the sluice(1) suite</p>") == [
        ("heading", "License"),
        ("paragraph", "Part of the sluice(1) suite"),
    ]


def test_an_icon_of_a_font_behind_a_heading_is_not_said() -> None:
    assert others(TEXT + "<h2>Opening<a href='#opening'>\uf0c1</a></h2>" + TEXT * 2) == [("heading", "Opening")]


def test_the_label_over_places_in_a_source_is_not_read_either() -> None:
    place = "<dl><dt>Source:</dt><dd><ul><li><a href='sluice.js.html'>lib/sluice.js</a>, line 35</li></ul></dd></dl>"
    assert others(TEXT * 2 + place + TEXT) == []


def test_paragraphs_that_nobody_has_translated_yet_are_read_with_the_others() -> None:
    texts = (
        "Das Wehr wird langsam geöffnet, damit das Wasser im Becken in jeder Stunde der Nacht nur um eine Hand steigt. "
        "Wer es eilig hat, der wartet trotzdem, denn das Wasser hat es nicht eilig, und die Mauer ist alt. Sie wurde "
        "von Leuten gebaut, die selbst keine Eile hatten, und von denen man sonst nichts weiß.",
        "The keeper writes the hour into a book, so that whoever comes in the morning knows what was done and by whom. "
        "Books that are full are carried to the town, where nobody has ever asked for one of them, and kept for ever. "
        "The oldest of them is so old that only one page of it can still be read, and that page is about a cat.",
        "Am Morgen wird das Buch dem nächsten Wärter gegeben, der die letzte Seite liest, bevor er das Rad berührt. "
        "Steht dort nichts, so hat der Wärter geschlafen, und man weckt ihn freundlich, aber man weckt ihn, immer. "
        "Dreimal im Jahr kommt jemand aus der Stadt, blättert in dem Buch und nickt, bevor er wieder geht.",
        "A bell is hung above the wheel for those nights on which fog hides the water and the water hides the wall. "
        "It is rung twice for a boat, and once for every boat that did not come, which has happened four times so far. "
        "The rope is changed in spring, whether it has been used or not, and the old one is given to the baker.",
        "Der Klöppel der Glocke wird im Winter abgenommen und im Haus verwahrt, weil das Eis ihn sonst sprengen würde. "
        "Im Frühjahr hängt ihn der jüngste Wärter wieder auf, und danach gibt es für alle Bier und ein Stück Kuchen. "
        "Wer keinen Kuchen mag, der darf die Glocke als erster läuten, und das haben bisher nur zwei gewollt.",
    )
    paras = "".join(f"<div class=para>{text}</div>" for text in texts)
    page = (
        f"<html><head><title>Das Wehr</title></head><body><div><div><h2>Das Wehr</h2></div>{paras}</div></body></html>"
    )
    said = [block.text for block in read_html(page, "https://page.example/").blocks if block.role == "paragraph"]
    assert said == list(texts)


def manual(body: str) -> list[tuple[str, str]]:
    """Role and first word of what is heard of a page that has no main element."""
    page = f"<html><head><title>Sluices</title></head><body><div><h1>Sluices</h1>{body}</div></body></html>"
    blocks = read_html(page, "https://page.example/").blocks
    return [(b.role.value, b.text.split()[0]) for b in blocks if b.role not in ("boilerplate", "headline")]


def test_paragraphs_and_a_list_right_over_the_first_section_are_its_introduction() -> None:
    items = "<li>Some are of oak, and older than the town.</li><li>Some are of iron, and younger than the keeper.</li>"
    opening = f"<p>A sluice holds water back.</p><ul>{items}</ul>"
    sections = "".join(f"<div><h2>{name}</h2><div>{TEXT * 3}</div></div>" for name in ("Oak", "Iron"))
    assert manual(opening + sections)[:4] == [
        ("paragraph", "A"), ("list_item", "Some"), ("list_item", "Some"), ("heading", "Oak"),
    ]  # fmt: skip


def test_sections_behind_the_box_with_most_of_the_text_are_read() -> None:
    last = "<div><h2>Examples</h2><p>To open the northern one:<pre>open north</pre></p></div>"
    options = "".join(f"<dt>--{name}</dt><dd><p>{'It opens the sluice and waits. ' * 6}</p></dd>" for name in "abcdef")
    assert manual(f"<div><h2>Options</h2><dl>{options}</dl></div>" + last)[-3:] == [
        ("heading", "Examples"), ("paragraph", "To"), ("code", "open"),
    ]  # fmt: skip


def test_boxes_named_panels_that_hold_most_of_a_page_are_its_text() -> None:
    panels = "".join(f"<section class=panel><h3>{name}</h3><div class=x>{TEXT * 2}</div></section>" for name in "abcd")
    assert {role for role, _ in manual(panels)} == {"heading", "paragraph"}


def test_two_names_of_one_option_are_one_term() -> None:
    terms = "<dl><dt><span>-q</span><br><span>--quiet</span></dt><dd><p>Rings no bell.</p></dd></dl>"
    assert others(TEXT * 2 + terms + TEXT)[0] == ("heading", "-q --quiet")


def test_links_that_a_line_with_a_colon_introduces_belong_to_the_text() -> None:
    line = "<p>There are two books on the keeping of sluices, and both are old enough to be read for nothing:</p>"
    links = "<ul><li><a href='/a'>The keeper's book of hours</a></li><li><a href='/b'>On walls and water</a></li></ul>"
    assert [role for role, _ in others(TEXT * 2 + line + links + TEXT)] == ["paragraph", "list_item", "list_item"]


def test_since_which_version_something_is_there_is_no_date() -> None:
    assert others(TEXT * 2 + "<p>Since: 2.30</p>" + TEXT) == [("paragraph", "Since: 2.30")]


def test_a_section_whose_heading_leads_to_its_own_place_is_a_section() -> None:
    body = "".join(f"<h3><a href='s.html#{name}'>On {name}</a></h3><div>{TEXT}</div>" for name in ("oak", "iron"))
    assert others(f"<h2>Kinds</h2>{TEXT}{body}{TEXT}")[1:] == [("heading", "On oak"), ("heading", "On iron")]


def test_the_declaration_of_what_a_page_is_about_is_code_and_the_place_of_its_source_is_left_out() -> None:
    place = "<aside><ul><li>Defined in sluice.ts:12</li></ul></aside>"
    body = f"<div>type Sluice = {{ open: boolean }}</div>{place}{TEXT * 3}"
    page = f"<html><body><main><h1>Type Alias Sluice</h1>{body}</main></body></html>"
    found = [(b.role.value, b.text) for b in read_html(page, "https://page.example/").blocks if b.role != "boilerplate"]
    assert found[1] == ("code", "type Sluice = { open: boolean }")
    assert not any("Defined in" in text for _, text in found)


def test_a_chapter_that_has_a_page_of_its_own_and_sections_is_no_other_story() -> None:
    sections = "".join(f"<div><h4>{name}</h4>{TEXT * 2}</div>" for name in ("Oak", "Iron", "Stone"))
    chapter = f"<div><h3><a href='kinds.html'>Kinds</a></h3>{TEXT}{sections}</div>"
    assert ("heading", "Kinds") in manual(f"<div>{TEXT * 3}</div>{chapter}")


def test_boxes_named_by_what_they_describe_are_none_of_what_the_name_says() -> None:
    source = "<div><pre># File lib/keeper.rb, line 5\ndef open\nend</pre></div>"
    body = "".join(
        f"<div id='method-i-{name}'><div class=method-heading>{name}()<span>click to toggle source</span></div>"
        f"<div><p>Gives the {name} of the keeper, which are kept beside the wheel.</p>{source}</div></div>"
        for name in ("callout_ids", "related_links")
    )
    assert others(TEXT + body + TEXT * 2) == [
        ("heading", "callout_ids()"),
        ("paragraph", "Gives the callout_ids of the keeper, which are kept beside the wheel."),
        ("heading", "related_links()"),
        ("paragraph", "Gives the related_links of the keeper, which are kept beside the wheel."),
    ]


def test_a_row_under_the_heading_that_names_what_is_in_it_is_a_declaration() -> None:
    row = "<table><tr><td><code>\u2023 Level( basin )</code></td><td>( function )</td></tr></table>"
    assert others(TEXT + "<h3>8.1-2 Level</h3>" + row + TEXT * 2)[1][0] == "code"


def test_the_line_that_says_what_made_the_page_is_not_read() -> None:
    assert others(TEXT * 3 + "<hr><p>generated by Keeper2HTML</p>") == []
