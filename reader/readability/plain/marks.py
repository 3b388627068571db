"""Words that tell what a line of plain text is: buttons and notices, contributor lines, words of captions."""

import re

_SHARE = (
    "share|tweet|e-?mail|print|save|copy link|link|facebook|twitter|x|linkedin|pinterest|reddit|whatsapp|telegram|messenger|"
    "instagram|youtube|tiktok|bluesky|threads|mastodon|rss|google\\+?|flipboard|pocket|sms|digg|stumbleupon|tumblr|recommend|"
    "like|follow|bookmark|comments?|more|this|on|via|article|story|page|post|friend|a|to|or|and|with|teilen|drucken|merken|"
    "partager|imprimer|envoyer|compartir|imprimir|enviar|condividi|stampa|invia|compartilhar|delen|afdrukken|dela|skriv ut|"
    "del|jaa|udostępnij|drukuj|sdílet|paylaş|yazdır|поделиться|распечатать|поділитися|مشاركة|طباعة|分享|打印|シェア|印刷|공유|인쇄"
)
_FURNITURE = (
    r"(?:skip|jump|go) to (?:the )?(?:main |page |primary )?(?:content|navigation|article|text|search|footer|menu|sidebar).*|"
    r"skip (?:ad(?:vertisement)?|navigation|links)|(?:main )?(?:menu|navigation)|(?:site |toggle )?search(?: (?:this site|site))?|home(?:page)?|"
    r"log ?(?:in|out)|sign ?(?:in|out)|register|my account|subscribe(?: now)?|subscriptions?|donate|"
    r"(?:story|article|content|text)? ?continues? (?:below|after)\b.{0,30}|continue reading (?:the main story|below)|"
    r"(?:advert(?:isement)?s?|ads?|sponsored|promoted|sponsor(?:ed)? (?:content|message|by))(?: - .{0,40}|: .{0,40})?|ad feedback|"
    r"(?:\d[\d,. ]* |no |view |show |see |read |all |hide |load |post |leave |add |write )*(?:a |your |the )*comments?(?: \(?\d+\)?)?|"
    r"join the (?:conversation|discussion)|\d[\d,.]*k? (?:shares?|likes?|views?|reactions?|followers?|retweets?)|"
    r"(?:copyright|©|\(c\)) ?.{0,160}|.{0,80}all rights reserved.{0,160}|.{0,60}© ?\d{4}.{0,120}|"
    r"(?:terms|privacy|cookies?|legal|accessibility|contact|about|help|feedback|sitemap|advertise|careers|jobs|newsletters?|imprint|"
    r"impressum|datenschutz|kontakt|mentions légales|aviso legal)(?: (?:of|and|us|with|&) ?(?:use|service|conditions|policy|notice|terms|"
    r"privacy)?| policy| notice| settings| statement| map)*|this (?:site|page|website) uses cookies.*|"
    r"(?:we|this website|this site|our (?:site|website)) (?:and our partners )?uses? cookies.{0,400}|(?:accept|reject)(?: all)?(?: cookies)?|"
    r"(?:manage|cookie) (?:settings|preferences|consent)|by (?:using|continuing|clicking).{0,200}(?:cookies|terms|privacy).{0,200}|"
    r".{0,60}(?:enable|turn on|requires?|disabled?|supports?) javascript.{0,160}|.{0,80}javascript (?:is|to be) (?:disabled|enabled|required).{0,160}|"
    r"your browser (?:does not|doesn.t|is).{0,160}|loading ?(?:\.\.\.|…)?|please wait.{0,20}|close(?: (?:menu|dialog|this))?|open menu|(?:show|view|see|"
    r"read|learn) (?:more|less|all)|expand|collapse|next|prev(?:ious)?|back(?: to (?:top|home|article|results))?|(?:return )?to (?:the )?top|top|"
    r"\d+ of \d+|page \d+(?: of \d+)?|\d+ ?(?:min(?:ute)?s?|mins?\.) (?:read|to read|listen)|reading time:? .{1,20}|(?:est(?:imated)?\.? )?read(?:ing)? time.{0,20}|"
    r"listen(?: to (?:this )?(?:article|story|page))?(?: ?\(?\d+ min(?:utes)?\)?)?|(?:play|pause|mute|unmute|replay)(?: video| audio)?|"
    r"(?:report|correct) (?:a |an )?(?:typo|error|problem|mistake|this).{0,30}|(?:font|text) size.{0,20}|a a a|"
    r"(?:tags?|topics?|filed under|categories|category|section|keywords|explore|more on this topic)\s*:.{0,200}|choose (?:your )?(?:edition|language)|"
    r"(?:set|u\.?s\.?|international|uk|world|asia|europe|us) edition|edition:?|breaking news|live tv|live|watch live|"
    r"zum (?:inhalt|hauptinhalt|menü) springen|(?:werbung|anzeige|reklame|annonse?|annonce|annons|mainos|reklama|reklam|publicité|publicidad(?:e)?|"
    r"pubblicità|advertentie|реклама|إعلان|广告|廣告|広告|광고)|aller au (?:contenu|menu).*|(?:ir|saltar|pular) (?:al?|para o) conte[nú]\w*.*|vai al contenuto.*|"
    r"(?:ga naar|naar) (?:de )?(?:hoofd)?inhoud.*|hoppa till (?:huvud)?innehåll.*|(?:gå|hopp) til (?:hoved)?innh\w+.*|(?:gå|spring) til indhold.*|"
    r"siirry sisältöön.*|przejdź do (?:treści|głównej).*|přejít k obsahu.*|içeriğe (?:geç|atla).*|перейти к (?:содержанию|основному).*|"
    r"تخط[ىي]? إلى المحتوى.*|دلג לתוכן.*|跳(?:到|至|转到)(?:主要)?(?:内容|內容).*|本文(?:へ|に)(?:スキップ|移動).*|본문 (?:바로가기|으로 바로가기).*"
)
FURNITURE = re.compile(rf"(?:{_FURNITURE}|(?:(?:{_SHARE})(?:[\s|,/·•()]+|$)){{1,12}})\s*[»›>:.…]*", re.I)

FOOTNOTE = re.compile(
    r".{0,200}\b(?:contributed to this (?:report|story|article|piece|post)|contributed reporting)\b.{0,80}|"
    r"\(?(?:additional )?(?:reporting|writing|editing|research|production|compiled|translated|edited) (?:by|from) .{2,300}|"
    r"(?:editor.?s.? note|author.?s.? note|correction|clarification|update|note to (?:readers|editors)|disclosure|disclaimer)s?\b.{0,20}[:—–].{4,900}|"
    r"(?:an earlier version of|this (?:story|article|post|report|piece) (?:was|has been|is|first|originally|appeared)\b.{0,30}"
    r"(?:updated|corrected|amended|published|appeared|syndicated|republished|part of|adapted|translated)).{0,400}|"
    r"originally published (?:at|in|on|by) .{2,200}|the opinions expressed in this .{4,300}|"
    r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3} is (?:an?|the) .{0,120}\b(?:writer|reporter|correspondent|editor|columnist|journalist|contributor|author|"
    r"fellow|professor|analyst|producer)\b.{0,300}",
    re.I,
)
NOTE = re.compile(r"(?:\[\d{1,3}\]|\^\d*|\[\*\]|[†‡]|\[Footnote[^\]]*)\s*\S.*", re.S | re.I)

MEDIA = re.compile(
    r"(?:play |watch )?video(?: player)?|audio|gallery|photo gallery|slideshow|photos?|images?|pictures?|(?:embedded )?media",
    re.I,
)
CAPTION = re.compile(
    r"(?:(?:image|photo|picture|video|media) ?(?:caption|source|credit)s?|image copyright|(?:photos?|pictures?|images?|gallery|video|infographics?|graphics?|"
    r"figure \d+|fig\.? ?\d+|foto|bild|bildunterschrift|légende|imagen|imagem|immagine|kuva|foto)s?)\s*[:：|].*|(?:image|photo|media|video) "
    r"(?:caption|source|copyright|credit)\b.*|(?:hide|show|toggle|view) (?:captions?|photos?|gallery)|(?:just watched|must watch|now playing)\b.*|"
    r"(?:image|photo|slide) \d+ of \d+.*|.*\((?:photo|foto|image|picture|credit|ap photo|file|pictured?)\b[^()]{0,120}\)?|.*\b(?:file (?:photo|image|picture)|"
    r"ap photo|getty images|(?:photo(?:graph)?|picture|image|illustration|foto|video) (?:by|courtesy|credit|via|von)\b|via getty|handout|screen ?grab)\b.*|"
    r"(?:\(?(?:pictured|above|below|left|right|clockwise|from left)\b).*|.*(?:, (?:left|right|centre|center|pictured),? .*|\((?:left|right|l|r|centre|center|pictured)\).*)|"
    r"(?:photo|image|video|picture|illustration|credit|courtesy|source)s? ?[:：].*|.*\[image:.*|\[illustration:? .*",
    re.I | re.S,
)
PROMO = re.compile(
    r"(?:opinion|analysis|interactive|timeline|video|in pictures|explainer|explained|gallery|map|quiz|poll|fact check|special report|"
    r"podcast|live blog|live updates?|live|full coverage|complete coverage|full story|more|blog|profile|transcript|read|watch|listen|review|"
    r"what next|from the archives?|feature)\s?[:|]\s.{4,160}|.{0,120}\b(?:on (?:twitter|facebook|instagram|youtube|whatsapp|telegram)|newsletters?|our app|"
    r"podcast)\b.{0,80}|.{0,30}\bclick here\b.{0,120}|(?:watch|see) (?:this|the|more)\b.{0,120}|(?:share|send|tell) (?:us|your|this)\b.{0,160}|"
    r"have (?:a|an) (?:tip|story|question)\b.{0,200}|(?:become|join|support|donate|follow|download|subscribe|sign up|register|get)\b.{0,30}\b(?:member|us|app|"
    r"inbox|newsletter|today|free|now|@\w+)\b.{0,160}|(?:email|e-mail|contact) .{2,60}@.{2,60}|.{0,10}https?://\S+",
    re.I,
)
CHAPTER = re.compile(
    r"(?:chapter|book|part|volume|canto|act|scene|letter|section|epilogue|prologue|preface|introduction|appendix|kapitel|teil|buch|chapitre|livre|partie|"
    r"capítulo|libro|capitolo|hoofdstuk|kapittel|rozdział|глава|часть|книга|第.{1,4}[章回部節节])(?:\s+(?:[ivxlcdm]+|\d+|the|one|two|three|four|five|six|"
    r"seven|eight|nine|ten|first|second|third|last|[a-z]+)\b)?[.:—–-]*.{0,80}|[IVXLC]{1,7}\.?|[IVXLC]{1,7}\. .{1,60}",
    re.I,
)
COMMENTS = re.compile(
    r"(?:\d[\d,.]* )?(?:reader |user |view |all )?comments?(?: \(\d+\))?:?|discussion|kommentare?|commentaires|comentarios|commenti|reacties|kommentarer|комментарии|评论|コメント|댓글",
    re.I,
)
NAMES = re.compile(
    r"[A-ZÀ-ÞА-Я][\w.'’-]+(?: (?:[A-ZÀ-ÞА-Я][\w.'’-]*|de|van|von|der|den|al|bin|la|le|di|da|of)){1,4}(?:(?:,| and| &| und| et| y) [A-ZÀ-ÞА-Я].{2,60})?"
)
