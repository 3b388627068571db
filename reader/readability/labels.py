"""Words that pages print over their boxes and before their links, in the languages they are printed in."""

from __future__ import annotations

import re

from ..story import Role

_RELATED = (
    r"related(?: (?:stories|articles?|posts?|content|links?|coverage|topics?|news|reading|items|videos?))?|recommended(?: "
    r"(?:for you|reading|stories|articles))?|you (?:may|might) (?:also )?(?:like|be interested in|have missed).*|more (?:from|on|"
    r"in|about|like|stories|news|coverage|to explore|reading)\b.*|read (?:also|next|more|this next)|see also|also read|"
    r"also (?:on|in) .{2,30}|(?:most|trending|popular|latest) ?(?:now|read|viewed|popular|stories|news|posts|articles|on .*|"
    r"from .*|in .*)?|popular now.*|don.t miss|editors?.? picks?|what to read next|up next|next up|further reading|external "
    r"links|watch(?: next| more)|in case you missed it|part of complete coverage(?: on)?|top stories|other stories|"
    r"recent (?:posts|articles|stories)|suggested(?: reading| articles)?|keep reading|continue reading|explore more|"
    r"previous(?:ly)? (?:post|article|coverage)?|next (?:post|article)|"
    # German, French, Spanish, Portuguese, Italian, Dutch
    r"lesen sie (?:auch|mehr).*|mehr zum thema|(?:das )?könnte(?:n)? (?:sie|dich) auch interessieren|auch interessant|"
    r"weitere (?:artikel|nachrichten|themen|meldungen)|verwandte (?:artikel|themen)|mehr (?:aus|von|zu|über) .*|siehe auch|"
    r"weblinks|einzelnachweise und weblinks|meistgelesen|empfohlen(?:e artikel)?|"
    r"(?:à )?lire aussi.*|à lire(?: également)?|sur le même (?:sujet|thème)|voir aussi|articles? (?:liés?|similaires|associés?)|"
    r"les plus lus|à découvrir|liens externes|notre sélection|"
    r"(?:noticias|artículos|contenidos?|temas) relacionad[oa]s?|te puede interesar|le puede interesar|más (?:sobre|noticias|"
    r"información|leídas?).*|lea (?:también|además).*|lee también.*|ver también|véase también|enlaces externos|relacionad[oa]s?|"
    r"leia (?:também|mais).*|veja (?:também|mais).*|notícias relacionadas|mais (?:lidas|sobre.*)|saiba mais|"
    r"leggi anche.*|articoli correlati|ti potrebbe interessare.*|potrebbe interessarti.*|vedi anche|i più letti|altro su .*|"
    r"lees (?:ook|meer|verder).*|meer over .*|gerelateerd(?:e artikelen)?|zie ook|aanbevolen.*|meest gelezen|"
    # Danish, Norwegian, Swedish, Finnish, Polish, Czech, Turkish, Russian, Ukrainian, Greek
    r"læs (?:også|mere|videre).*|les (?:også|mer).*|läs (?:även|också|mer|vidare).*|mere om .*|mer om .*|relaterede? .*|relaterte? .*|"
    r"relaterade? .*|relatert|relateret|mest læste?|mest leste?|mest lästa?|anbefalede?.*|se også|se även|lue myös.*|katso myös|"
    r"aiheesta (?:lisää|muualla)|luetuimmat|czytaj (?:też|także|więcej|dalej).*|zobacz (?:też|także|również).*|polecane|powiązane.*|"
    r"čtěte také.*|přečtěte si.*|související.*|ilgili (?:haberler|konular|içerikler)|ayrıca (?:bakınız|oku.*)|"
    r"читайте (?:также|ещё|еще|дальше).*|по теме|материалы по теме|смотрите также|см\. также|ещё по теме|читайте також.*|"
    r"διαβάστε (?:επίσης|ακόμη|περισσότερα).*|δείτε επίσης|σχετικά (?:άρθρα|θέματα)|"
    # Japanese, Chinese, Korean, Arabic, Persian, Hebrew, Hindi, Vietnamese, Indonesian, Thai
    r"(?:あわせて|併せて|合わせて)読みたい|関連(?:記事|リンク|ニュース|項目|キーワード|トピックス|情報)?|おすすめ(?:記事|の記事)?|人気記事|"
    r"(?:アクセス)?ランキング|この記事(?:に関連|を読んだ人).*|こちらも(?:おすすめ|読まれています)|外部リンク|"
    r"(?:相关|相關|延伸|推荐|推薦|热门|熱門|最新|更多)(?:阅读|閱讀|新闻|新聞|文章|报道|報導|链接|連結|内容|条目|條目|推荐|推薦)|猜你喜欢|"
    r"参见|參見|外部链接|外部連結|관련 ?(?:기사|뉴스|글)|추천 ?(?:기사|뉴스)|많이 본 (?:뉴스|기사)|같이 보기|외부 링크|"
    r"(?:اقرأ|إقرأ|إقرأي|اقرأي) (?:أيضا|أيضًا|أيضاً|المزيد|ايضا).*|(?:مواضيع|مقالات|أخبار|موضوعات|قصص) (?:ذات صلة|مرتبطة|مقترحة)|"
    r"ذات صلة|شاهد أيض.*|انظر أيض.*|قد يعجبك.*|الأكثر قراءة|المزيد (?:من|حول|عن).*|بیشتر بخوانید.*|مطالب مرتبط|اخبار مرتبط|"
    r"קרא(?:ו)? (?:עוד|גם).*|עוד בנושא|כתבות (?:נוספות|קשורות)|ראו גם|"
    r"(?:यह भी|ये भी) (?:पढ़ें|पढ़ें|पढ़े).*|संबंधित (?:खबरें|ख़बरें|लेख)|xem thêm.*|tin liên quan|đọc thêm.*|bài liên quan|"
    r"baca juga.*|berita terkait|artikel terkait|lihat juga|อ่านเพิ่มเติม.*|ข่าวที่เกี่ยวข้อง|อ่านข่าวเพิ่มเติม.*"
)
_HIGHLIGHT = (
    r"(?:story |article |news )?highlights|key (?:points|takeaways|facts|findings|messages|insights|developments)|takeaways|tl;?dr|"
    r"at a glance|in brief|the (?:gist|essentials|bottom line|key points)|(?:the )?main points|in (?:short|summary)|"
    r"(?:quick )?(?:summary|read|overview)|what (?:you need )?to know|need to know|things to know|"
    r"das wichtigste(?: in kürze| auf einen blick)?|auf einen blick|kurz (?:gesagt|zusammengefasst)|in kürze|zusammenfassung|darum geht.s|"
    r"(?:l.)?essentiel|en bref|en résumé|les points (?:clés|essentiels)|ce qu.il faut (?:savoir|retenir)|points clés|"
    r"(?:puntos|datos|ideas) clave|en resumen|lo (?:más )?(?:esencial|importante|destacado)|claves|resumen|pontos[- ]chave|em resumo|"
    r"resumo|destaques|in sintesi|in breve|punti chiave|i punti|in het kort|samenvatting|de kern|kort(?:om)?|"
    r"(?:kort )?(?:fortalt|fortalt|sammanfattning|oppsummert|opsummering|sammendrag|oppsummering)|det viktigste|det vigtigste|det viktigaste|"
    r"i korthet|hovedpunkter|huvudpunkter|kortversjonen|kort sagt|sammanfattning|lyhyesti|tiivistelmä|pääkohdat|"
    r"w skrócie|najważniejsze(?: informacje)?|ve zkratce|shrnutí|özet|öne çıkanlar|"
    r"главное|коротко|кратко|головне|коротко про головне|με λίγα λόγια|"
    r"(?:この記事の)?(?:ポイント|要点|まとめ|概要)|要約|重点|要點|要点|摘要|核心提示|内容提要|內容提要|요약|핵심 ?(?:요약|포인트)?|한눈에 보기|"
    r"أبرز (?:النقاط|ما جاء.*|العناوين)|النقاط الرئيسية|ملخص|باختصار|خلاصه|نکات (?:مهم|کلیدی)|בקצרה|עיקרי הדברים|תקציר|मुख्य बातें|"
    r"मुख्य बिंदु|tóm tắt|điểm chính|ringkasan|poin utama|สรุป|ประเด็นสำคัญ"
)
_FOOTNOTE = (
    r"about the (?:authors?|writers?|contributors?)|references|footnotes|notes|notes and references|citations|sources?|"
    r"bibliography|works cited|corrections?(?: and clarifications)?|einzelnachweise|quellen(?:angaben)?|anmerkungen|fußnoten|literatur|"
    r"über (?:den|die) autor(?:in|en|innen)?|notes et références|références|sources|à propos de l.auteure?|referencias|notas|fuentes|"
    r"bibliografía|sobre (?:el|la|o|a) autora?|referências|note|riferimenti|bibliografia|fonti|bronnen|noten|referenties|"
    r"referencer|kilder|noter|referanser|källor|referenser|fotnoter|viitteet|lähteet|przypisy|źródła|bibliografia|kaynakça|"
    r"примечания|литература|источники|примітки|джерела|脚注|出典|参考文献|参考资料|參考資料|参考文献|注释|註釋|각주|출처|참고 ?문헌|المراجع|"
    r"مراجع|المصادر|مصادر|هوامش|منابع|הערות שוליים|מקורות"
)
_SIGNUP = (
    r"(?:sign up|subscribe|register)\b.{0,80}|(?:get|join) (?:the|our) .{0,60}(?:newsletter|email|app)\b.{0,40}|newsletter|"
    r"(?:follow|like) (?:us|me|@?\w+) on\b.{0,60}|(?:download|get) (?:the|our) app\b.*|share (?:this|on)\b.{0,40}|like this "
    r"(?:story|article|post)\b.{0,60}|support (?:us|our)\b.{0,60}|(?:jetzt )?(?:abonnieren|anmelden)\b.{0,60}|abonnez-vous.{0,60}|"
    r"inscrivez-vous.{0,60}|suscríbe(?:te|ase).{0,60}|assine.{0,60}|iscriviti.{0,60}|(?:schrijf|meld) je .{0,60}|abonn[eé]r.{0,60}|"
    r"prenumerera.{0,60}|tilmeld (?:dig|deg).{0,60}|подпи(?:сывайтесь|шитесь|саться).{0,60}|اشترك.{0,60}|登録はこちら.*|訂閱.{0,20}|订阅.{0,20}"
)
LABELS: tuple[tuple[Role, re.Pattern[str]], ...] = tuple(
    (role, re.compile(rf"(?:{words})\s*[:：»›>…\-–—]*", re.I))
    for role, words in (
        (Role.HIGHLIGHT, _HIGHLIGHT), (Role.RELATED, _RELATED), (Role.FOOTNOTE, _FOOTNOTE), (Role.PROMO, _SIGNUP),
    )
)  # fmt: skip
_LEAD = (
    r"(?:read|see|watch|listen|view|hear)(?: (?:also|more|next|this|now|on|it|here))?|more|related(?: (?:article|story|post|video|content))?"
    r"|also (?:read|see|watch|on [\w.]{2,30})|don.t miss|recommended|sign up|subscribe|click (?:here|to)|join|up next|opinion|"
    r"lesen sie (?:auch|mehr|hier)|mehr (?:dazu|zum thema)|siehe auch|auch interessant|lire (?:aussi|également)|à lire(?: aussi)?|voir aussi|"
    r"lea (?:también|además)|lee también|ver también|le puede interesar|te puede interesar|leia (?:também|mais)|veja (?:também|mais)|"
    r"leggi anche|vedi anche|lees (?:ook|meer)|zie ook|læs (?:også|mere)|les (?:også|mer)|läs (?:även|också|mer|också)|se (?:også|även)|"
    r"lue myös|katso myös|czytaj (?:też|także|więcej|również)|zobacz (?:też|także|również)|čtěte také|ayrıca|читайте (?:также|ещё|еще|також)|смотрите также|"
    r"по теме|διαβάστε (?:επίσης|ακόμη)|関連記事|あわせて読みたい|【関連(?:記事)?】|相关阅读|延伸阅读|延伸閱讀|相關閱讀|관련 ?기사|"
    r"اقرأ أيض[اًا]*|إقرأ أيض[اًا]*|شاهد أيض[اًا]*|بیشتر بخوانید|קראו (?:גם|עוד)|यह भी पढ़ें|ये भी पढ़ें|xem thêm|đọc thêm|baca juga|อ่านเพิ่มเติม"
)
LEAD = re.compile(rf"(?:{_LEAD})\s*(?:[:：|>»›–—-]|\|)\s*\S", re.I)
LEAD_WORDS = re.compile(rf"(?:{_LEAD})(?=\W|$)", re.I)


def label_role(text: str) -> Role | None:
    """The role of the box over which ``text`` is printed as a label; None when it is no such label."""
    if len(text) > 90:
        return None
    for role, pattern in LABELS:
        if pattern.fullmatch(text):
            return role
    return None
