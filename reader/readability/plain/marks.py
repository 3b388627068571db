"""How lines of plain text are written that are no part of a story: buttons, notices, counters; and captions, chapters."""

import re

from .. import shapes
from ..labels import asks, is_credits, is_lead, label

_NOTICES = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        # Ways into the page, and around it.
        r"(?:skip|jump|go)(?: directly)? to (?:the |main |page |primary )*(?:content|navigation|article|text|search|footer|menu|sidebar).*",
        r"zum (?:inhalt|hauptinhalt) springen|aller au contenu.*|(?:ir|saltar|pular) (?:al?|para o) conte[nú]\w*.*|vai al contenuto.*|"
        r"(?:ga )?naar (?:de )?(?:hoofd)?inhoud.*|hoppa till (?:huvud)?innehåll.*|(?:gå|hopp|spring) til (?:hoved)?inn?h\w+.*|"
        r"siirry sisältöön.*|przejdź do treści.*|přejít k obsahu.*|içeriğe (?:geç|atla).*|перейти к (?:содержанию|основному).*|"
        r"تخط[ىي]? إلى المحتوى.*|跳(?:到|至|转到)(?:主要)?(?:内容|內容).*|本文(?:へ|に)(?:スキップ|移動).*|본문 ?(?:바로가기|으로).*",
        r"home(?:page)?|(?:back |return )?to (?:the )?top|(?:site |toggle |main )?(?:menu|navigation|search)|(?:set|choose|change) (?:your )?"
        r"(?:edition|language)(?: preference)?|edition:?.{0,20}|(?:sign|log) ?(?:in|out|up|on)(?: (?:or|/|to) .{3,30})?|my account|register|"
        r"page \d+(?: of \d+)?|(?:image |photo |slide )?\d+ (?:of|/) ?/? ?\d+|[<>«»‹›]+|\d{1,4}|powered by .{2,40}|filed under:?.{0,80}|"
        r"(?:published|posted)?\W*tagged with .{0,200}|(?:tags?|topics?|categor(?:y|ies)|labels?|keywords|posted in|tagged(?: with)?|more in)\s*:.{0,200}|(?:tags|topics|categories)",
        # What can be done with it.
        r"(?:\d[\d,.]*[kKmM]? )?(?:shares?|likes?|views?|reactions?|followers?|retweets?|points?|votes?)(?: \d[\d,.]*)?|sharing is caring!?|"
        r"(?:(?:\d[\d,. ]*|no|view|show|see|read|all|hide|load|post|leave|add|write|be the first to) )+(?:a |your |the |on this )*comments?(?: \(?\d+\)?)?",
        r"\d+ ?(?:min(?:ute)?s?\.?)(?: (?:read|to read|listen))|(?:estimated )?read(?:ing)? time:?.{0,20}|(?:print|email) this.{0,20}|"
        r"(?:font|text) size.{0,20}|(?:listen|speed).{0,12}\d:\d\d.*|(?:your|the) video will (?:play|start|begin).{0,30}|(?:article|story|text|content)? ?"
        r"continues (?:below|after).{0,40}|continue reading.{0,40}|replay|(?:show|hide|see|view) (?:all|more|less|full).{0,24}|report (?:a|an|this).{0,30}",
        # Notices of the site.
        r"(?:copyright|©|\(c\)) ?.{0,160}|.{0,100}all rights reserved.{0,160}|.{0,60}© ?\d{4}.{0,120}|"
        r"(?:terms|privacy|cookies?|legal|accessibility|contact|about|help|feedback|sitemap|advertise|careers|imprint|impressum|datenschutz|"
        r"mentions légales|aviso legal)(?: (?:of|and|us|with|&) ?(?:use|service|conditions|policy|notice|terms|privacy|conditions apply)?| policy| notice|"
        r" settings| statement| map)*(?: apply)?",
        r"(?:we|this (?:web)?site|this page|our (?:web)?sites?)\b.{0,60}\b(?:uses?|using)\b.{0,20}\bcookies\b.{0,400}|.{0,30}(?:accept|reject|manage)(?: all)? "
        r"cookies.{0,20}|by (?:using|continuing|clicking|choosing|subscribing|signing).{0,200}(?:cookies|terms|privacy|consent).{0,200}|"
        r".{0,60}(?:enable|turn on|requires?|disabled?|supports?) javascript.{0,160}|.{0,80}javascript (?:is|to be) (?:disabled|enabled|required).{0,160}|"
        r"your browser (?:does not|doesn.t|is).{0,160}|.{0,30}an? ad ?blocker.{0,160}|(?:advertisement|sponsored|promoted)(?: content| by| message)?(?: - .{0,40}|: .{0,40})?",
    )
)  # fmt: skip
_SHARING = frozenset(
    ["share", "tweet", "email", "e-mail", "mail", "print", "save", "copy", "link", "facebook", "twitter", "linkedin", "pinterest", "reddit", "whatsapp", "telegram", "messenger", "instagram", "youtube", "tiktok", "bluesky", "threads", "mastodon", "rss", "google", "google+", "flipboard", "pocket", "sms", "digg", "stumbleupon", "tumblr", "like", "follow", "bookmark", "comment", "comments", "more", "this", "on", "via", "pin", "it", "x", "|", "/", "·", "•", ",", "(opens", "in", "new", "window)", "to", "a", "friend", "teilen", "drucken", "partager", "imprimer", "compartir", "condividi", "stampa", "delen", "dela", "del", "jaa", "udostępnij", "paylaş", "поделиться"]
)  # fmt: skip


def is_furniture(text: str) -> bool:
    """Whether a line is a button, a counter or a notice of the page."""
    if len(text) > 500:
        return False
    if label(text) == "control" or any(notice.fullmatch(text) for notice in _NOTICES):
        return True
    words = text.casefold().split()
    return len(words) <= 16 and all(word.strip(":,.") in _SHARING for word in words)


_BIO = re.compile(
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} is (?:an?|the) .{0,120}\b(?:writer|reporter|correspondent|editor|columnist|journalist|contributor|author|"
    r"fellow|professor|analyst|producer|blogger)\b.{0,300}|(?:editor|author|publisher)['’]?s?['’]? note.{0,600}|(?:correction|clarification|disclosure|"
    r"disclaimer)s?\b.{0,30}[:—–].{4,900}|the (?:opinions|views) expressed .{4,300}|\(?(?:additional )?(?:reporting|writing|editing|research|production) "
    r"(?:by|from) .{2,300}|.{2,250}\bcontributed to this (?:report|story|article|piece|post)\b.{0,80}",
    re.I,
)


def is_byline(text: str) -> bool:
    """Whether a line says who wrote the story, perhaps with the date before or behind."""
    if shapes.is_byline(text):
        return True
    before, by, after = text.partition(" by ")
    return bool(by) and len(text) <= 120 and shapes.is_date(before) and after[:1].isupper()


NOTE = re.compile(r"(?:\[\d{1,3}\]|\^\d*|\[\*\]|[†‡]|\[Footnote[^\]]*)\s*\S.*", re.S | re.I)
"""A footnote as books and notes have them."""


def is_note(text: str, at_end: bool) -> bool:
    """Whether a line tells of the authors, or how the text came to be; ``at_end`` tells that little follows it."""
    return len(text) <= 900 and (_BIO.fullmatch(text) is not None or (at_end and len(text) <= 250 and is_credits(text)))


_CAPTION = re.compile(
    r"(?:(?:image|photo|picture|video|media) ?(?:caption|source|credit|copyright)s?|photos?|pictures?|images?|gallery|infographics?|graphics?|figure \d+|"
    r"fig\.? ?\d+|foto|bild|bildunterschrift|légende|imagen|imagem|immagine|kuva|photo (?:caption|credit)|credit|courtesy)s?\s*[:：|].*|"
    r"(?:image|photo|media|video) (?:caption|source|copyright|credit)\b.*|(?:hide|show|toggle|view) (?:captions?|photos?|gallery)|caption|"
    r"(?:just watched|must watch|now playing)\b.*|.*\((?:photo|foto|image|picture|credit|ap photo|file|pictured?)\b[^()]{0,120}\)?|"
    r".*\b(?:file (?:photo|image|picture)|ap photo|getty images|(?:photo(?:graph)?|picture|image|illustration|foto) (?:by|courtesy|credit|via|von)|"
    r"via getty|screen ?grab)\b.*|.*[,(] (?:left|right|centre|center|pictured)[,)].*|.*\((?:left|right|l|r|centre|center|pictured|above)\).*|"
    r"\(?(?:pictured|clockwise from|from left)\b.*|\[(?:image|illustration|photo|picture)\b.*|.*[^\d\s] ?© ?\D.{2,60}|.*[.\w] (?:photo|credit|photograph|image): .{2,60}",
    re.I | re.S,
)
_MEDIA = re.compile(
    r"(?:play |watch )?(?:the )?video(?: player)?|audio(?: player)?|(?:photo |image )?gallery|slideshow|(?:embedded )?media",
    re.I,
)


def is_caption(text: str) -> bool:
    """Whether a line has the words of a caption or of a picture's credit."""
    return len(text) <= 400 and _CAPTION.fullmatch(text) is not None


def is_media(text: str) -> bool:
    """Whether a line names a player or a gallery."""
    return len(text) <= 30 and _MEDIA.fullmatch(text) is not None


_PROMO = re.compile(
    r"(?:interactive|timeline|explainer|explained|map|quiz|poll|fact check|special report|podcast|live blog|live updates?|live|full coverage|complete "
    r"coverage|full story|blog|profile|transcript|review|what next|from the archives?|feature|slideshow|infographic)\s?[:|]\s.{4,160}|also on [\w.]+\.\w+.{4,200}|"
    r".{0,30}\bclick here\b.{0,120}|(?:watch|see) (?:this|the|more)\b.{0,120}|(?:share|send|tell) (?:us|your|this)\b.{0,160}|"
    r"have (?:a|an) (?:tip|story|question)\b.{0,200}|(?:become|join|support|donate|follow|download|subscribe|sign up|register)\b.{0,30}\b(?:member|us|app|inbox|"
    r"newsletter|today|free|now|@\w+)\b.{0,160}|(?:e-?mail|contact) .{2,60}@.{2,60}|.{0,10}https?://\S+|.{0,60}\b(?:pic\.twitter\.com|t\.co)/\S+",
    re.I,
)


def is_promo(text: str) -> bool:
    """Whether a line leads to another page, or asks something of the reader."""
    if len(text) > 260:
        return False
    return (
        is_lead(text)
        or label(text) == "promo"
        or _PROMO.fullmatch(text) is not None
        or (len(text) < 160 and asks(text))
    )


CHAPTER = re.compile(
    r"(?:chapter|book|part|volume|canto|act|scene|letter|stave|kapitel|teil|buch|chapitre|livre|partie|capítulo|libro|capitolo|hoofdstuk|rozdział|глава|"
    r"часть|книга)\s+(?:[ivxlcdm]+|\d+|the|one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|last|[a-z]+)\b[.:—–-]*.{0,80}|"
    r"(?:epilogue|prologue|preface|introduction|appendix|foreword|conclusion|afterword|contents)\.?|第.{1,4}[章回部節节].{0,40}|[IVXLC]{1,7}\.?",
    re.I,
)
"""A line that names a part of a book."""
NAMES = re.compile(
    r"[A-ZÀ-ÞА-Я][\w.'’-]+(?: (?:[A-ZÀ-ÞА-Я][\w.'’-]*|de|van|von|der|den|al|bin|la|le|di|da)){1,3}(?:(?:,| and| &) [A-ZÀ-ÞА-Я][\w.'’ -]{2,60})?"
)
"""A line that may be the name of a person, or of two."""
CODE = re.compile(
    r"(?:\$|>>>|\.\.\.|#!|//|/\*|\*/|#include|import |from \w+ import|def |class \w+.*:|return\b|(?:const|let|var|function|public|private|static|int|void|npm|"
    r"pip|git|sudo|curl|docker|make|cd|apt(?:-get)?|brew|cargo) ).*|.*(?:[{};]|\);?|=>|\) \{)|[\w.]+\(.*\).*|[\w.\[\]]+ ?[:+-]?= ?\S.*|</?\w+[^<>]*>.*|\(.*|[)}\]]+"
)
"""A line that may be of a program, among others of it."""
COMMAND = re.compile(
    r"(?:\$ |>>> |#!/|// |/\*)\S.*|(?:npm|npx|pip|git|sudo|curl|wget|docker|cargo|brew|apt-get) [a-z-]\S*.*|[a-z][\w./-]*(?: [^ ]+)* --?[A-Za-z][\w-]*(?:[ =].*)?|"
    r"(?:const|let|var|import|from|def|return|int|void|public) .*[=;:({].*[;{:]|[\w.]+(?: [\w.]+)? ?= ?[^=].*;|[\w.]+\([^()]*\);|.* => .*|<(\w+)[^<>]*>.*</\1>"
)
"""A line that can only be of a program."""
