"""What the names say that page authors give to their elements: class, id, itemprop, role, data attributes."""

import re
from functools import lru_cache


class Meaning:
    """What a name hints at, as bits of a plain integer: several can hold at once, and they are asked for very often."""

    NAV = 1 << 0
    FOOTER = 1 << 1
    SHARE = 1 << 2
    COMMENTS = 1 << 3
    AD = 1 << 4
    CONSENT = 1 << 5
    RELATED = 1 << 6
    SIGNUP = 1 << 7
    TAGS = 1 << 8
    CAPTION = 1 << 9
    CREDIT = 1 << 10
    GALLERY = 1 << 11
    MEDIA = 1 << 12
    HEADLINE = 1 << 13
    KICKER = 1 << 14
    DECK = 1 << 15
    BYLINE = 1 << 16
    BIO = 1 << 17
    DATE = 1 << 18
    HIGHLIGHTS = 1 << 19
    SIDEBAR = 1 << 20
    PULLQUOTE = 1 << 21
    QUOTE = 1 << 22
    EMBED = 1 << 23
    FOOTNOTE = 1 << 24
    CONTENTS = 1 << 25
    BODY = 1 << 26
    UNSEEN = 1 << 27
    CONTROL = 1 << 28


# A word by itself, or two neighbouring words joined; stems of seven letters and more match inside a word too.
_NAMES: dict[int, str] = {
    Meaning.NAV: "nav navbar navigation menu breadcrumb breadcrumbs crumbs masthead topbar toolbar skiplink skip "
    "siteheader pagination pager megamenu hatnote",
    Meaning.FOOTER: "footer colophon copyright sitefooter pagefooter legal disclaimer",
    Meaning.SHARE: "share sharing shares sharebar sharedaddy social addthis addtoany sociallinks follow sharetools likes "
    "sharebuttons",
    Meaning.COMMENTS: "comment comments commentlist disqus livefyre respond commentary discuss replyform coral kommentare "
    "kommentar kommentarer comentarios commentaires",
    Meaning.AD: "ad ads adv advert advertisement advertising adslot adunit adbox dfp gpt sponsor sponsored sponsors "
    "taboola outbrain teads anzeige werbung reklame annons reklam publicidad pubblicita advertorial affiliate",
    Meaning.CONSENT: "cookie cookies consent gdpr onetrust didomi ccpa modal popup overlay lightbox interstitial toast "
    "paywall regwall",
    Meaning.RELATED: "related recommended recommendations recommendation recommend readmore readalso alsoread morefrom "
    "moreon morestories morelinks teaser teasers trending popular mostread mostpopular latest latestnews recirc "
    "recirculation onward promo promos river seealso furtherreading youmaylike mightlike alsolike suggested "
    "suggestions readnext upnext nextup nextpost prevpost postnavigation relacionadas relacionados noticiasrelacionadas "
    "verwandt weiterlesen lesenswert lesmer lesogsa lasmer lasocksa laesogsaa aanbevolen liresaussi articlelies "
    "crosslink crosslinks internallink storylinks linklist topstories external inlinelinks",
    Meaning.SIGNUP: "newsletter newsletters subscribe subscription subscriptions signup optin cta donate donation "
    "membership appeal abo nyhetsbrev nyhedsbrev mailinglist getapp appdownload",
    Meaning.TAGS: "tags taglist tagcloud topics topiclist keywords categories category posttags entrytags filedunder",
    Meaning.CAPTION: "caption captions figcaption cutline wpcaption wpcaptiontext imagecaption photocaption mediacaption "
    "bildunterschrift bildtext legende legend pictext imgdesc thumbcaption imagedescription",
    Meaning.CREDIT: "credit credits photocredit imagecredit photographer photoby copyrightholder fotograf mediacredit",
    Meaning.GALLERY: "gallery slideshow carousel slider photogallery slides galleria galerie swiper",
    Meaning.MEDIA: "video player videoplayer jwplayer audio podcast audioplayer brightcove videojs soundcloud",
    Meaning.HEADLINE: "headline entrytitle posttitle articletitle pagetitle storytitle articleheadline firstheading title",
    Meaning.KICKER: "kicker eyebrow overline section rubric topic label flag badge topper vignette",
    Meaning.DECK: "deck dek standfirst subtitle subheadline subhead subheading strapline excerpt summary lead lede intro "
    "ingress introtext teasertext chapeau sapo entradilla bajada sottotitolo untertitel vorspann underrubrik preamble "
    "manchet abstract description articlesummary leadtext articlelead articledek",
    Meaning.BYLINE: "byline bylines author authors writer writers reporter authorname postauthor articleauthor "
    "contributor contributors journalist auteur autor autore forfatter skribent creator fn",
    Meaning.BIO: "bio authorbio aboutauthor authorbox authorinfo authordescription biography authorcard aboutauthors "
    "authorprofile",
    Meaning.DATE: "date time timestamp datetime dateline published pubdate publishdate datepublished datemodified updated "
    "lastupdated updatedate posteddate postdate entrydate dato datum fecha modified",
    Meaning.HIGHLIGHTS: "highlights highlight keypoints keypoint keytakeaways takeaways takeaway storyhighlights "
    "storyhighlight articlehighlights tldr ataglance bulletpoints summarylist keyfacts summarybullets",
    Meaning.SIDEBAR: "sidebar aside infobox factbox facts faktaboks faktaruta fakta infokasten callout admonition "
    "infopanel explainer box note tip warning panel sidenote marginnote complementary navbox",
    Meaning.PULLQUOTE: "pullquote pullquotes pulledquote pull quotepull",
    Meaning.QUOTE: "quote blockquote zitat citat cite",
    Meaning.EMBED: "tweet twitter twittertweet instagram instagrammedia embed embedded oembed facebook fbpost tiktok "
    "bluesky mastodon reddit socialembed",
    Meaning.FOOTNOTE: "footnote footnotes fn endnote endnotes references reflist reference correction corrections "
    "editornote editorsnote editornotes bibliography citations clarification amendment",
    Meaning.CONTENTS: "toc tableofcontents contents jumplinks onthispage",
    Meaning.BODY: "articlebody storybody storytext articletext articlecontent entrycontent postcontent postbody "
    "storycontent bodycopy bodytext maincontent articlecopy contentbody richtext prose body mwparseroutput recipe",
    Meaning.UNSEEN: "sronly screenreader screenreadertext screenreaderonly visuallyhidden "
    "visuallyhide offscreen assistivetext mwe editsection headerlink anchorlink headinganchor",
    Meaning.CONTROL: "button btn toggle dropdown tooltip search searchform login signin tools widget "
    "metadata loading spinner",
}
_STEMS: dict[int, tuple[str, ...]] = {
    Meaning.RELATED: ("recommend", "relatedarticle", "relatedcontent", "relatedlink", "relatedstor", "relatedpost"),
    Meaning.SIGNUP: ("newsletter", "subscri"),
    Meaning.COMMENTS: ("disqus", "kommentar"),
    Meaning.AD: ("advert", "sponsor", "taboola", "outbrain"),
    Meaning.NAV: ("breadcrumb", "navigation"),
    Meaning.PULLQUOTE: ("pullquote",),
    Meaning.FOOTNOTE: ("footnote",),
    Meaning.CAPTION: ("caption",),
    Meaning.BYLINE: ("byline",),
    Meaning.DATE: ("dateline", "timestamp"),
    Meaning.HIGHLIGHTS: ("keypoint", "storyhighlight", "takeaway"),
    Meaning.DECK: ("standfirst", "subheadline"),
    Meaning.HEADLINE: ("headline",),
    Meaning.SIDEBAR: ("infobox", "factbox", "sidebar"),
    Meaning.GALLERY: ("slideshow",),
    Meaning.CONSENT: ("paywall",),
    Meaning.BODY: ("articlebody", "storybody"),
}
_BY_NAME: dict[str, int] = {}
for _meaning, _list in _NAMES.items():
    for _name in _list.split():
        _BY_NAME[_name] = _BY_NAME.get(_name, 0) | _meaning
_PART = re.compile(r"[A-Z]?[a-zæøåäöüéèß]+|[A-Z]+(?![a-z])|\d+")


@lru_cache(maxsize=20_000)
def meaning(names: str) -> int:
    """What the given names say, put together: ``meaning("story-highlights__item")`` holds ``HIGHLIGHTS``."""
    found = 0
    for name in names.split():
        parts = [part.lower() for part in _PART.findall(name)]
        for i, part in enumerate(parts):
            found |= _BY_NAME.get(part, 0)
            if i + 1 < len(parts):
                found |= _BY_NAME.get(part + parts[i + 1], 0)
            if i + 2 < len(parts):
                found |= _BY_NAME.get(part + parts[i + 1] + parts[i + 2], 0)
        joined = "".join(parts)
        if len(joined) > 6:
            for kind, stems in _STEMS.items():
                if any(stem in joined for stem in stems):
                    found |= kind
    return found
