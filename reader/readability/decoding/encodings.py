"""Names of text encodings, and which one unlabelled bytes are in."""

import codecs
import re
from collections import Counter
from functools import lru_cache

from ...patterns import later

_LABELS = {
    "": "", "ascii": "cp1252", "usascii": "cp1252", "latin1": "cp1252", "l1": "cp1252", "iso88591": "cp1252",
    "iso88599": "cp1254", "latin5": "cp1254", "tis620": "cp874", "iso885911": "cp874", "windows874": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "gb18030": "gb18030", "xgbk": "gb18030", "chinese": "gb18030",
    "big5": "big5hkscs", "big5hkscs": "big5hkscs", "xxbig5": "big5hkscs", "cnbig5": "big5hkscs", "hzgb2312": "hz",
    "shiftjis": "cp932", "xsjis": "cp932", "sjis": "cp932", "windows31j": "cp932", "mskanji": "cp932",
    "euckr": "cp949", "ksc56011987": "cp949", "ksc5601": "cp949", "korean": "cp949", "windows949": "cp949",
    "eucjp": "euc_jp", "xeucjp": "euc_jp", "iso2022jp": "iso2022_jp", "iso88598i": "iso8859_8", "hebrew": "iso8859_8",
    "arabic": "iso8859_6", "greek": "iso8859_7", "cyrillic": "iso8859_5", "latin2": "iso8859_2", "l2": "iso8859_2",
    "xmaccyrillic": "mac_cyrillic", "xmacroman": "mac_roman", "macintosh": "mac_roman", "mac": "mac_roman",
    "utf8": "utf-8", "unicode11utf8": "utf-8", "xunicode20utf8": "utf-8", "utf16": "utf-16-le", "utf16le": "utf-16-le",
    "utf16be": "utf-16-be", "utf32": "utf-32-le", "utf32le": "utf-32-le", "utf32be": "utf-32-be",
    "koi8r": "koi8_r", "koi8": "koi8_r", "koi8u": "koi8_u", "dos866": "cp866",
}  # fmt: skip
_FAMILY = later(r"(?:x?cp|windows|ibm)(125[0-8]|437|85[0258]|86[0-69])|iso8859(1[0-6]|[1-9])")


def codec_named(label: str) -> str:
    """The Python codec for an encoding ``label`` found on the web, "" for one that is unknown or no encoding of text.

    As the Encoding Standard has it, Latin-1 and ASCII are read as Windows-1252 and their likes as their supersets.
    """
    plain = re.sub(r"[^a-z0-9]", "", label.lower()[:40])
    if plain in _LABELS:
        return _LABELS[plain]
    family = _FAMILY.fullmatch(plain)
    if family is None:
        return ""
    return f"cp{family[1]}" if family[1] else f"iso8859_{family[2]}"


# What each language writes past ASCII, the commonest letters first, and the codecs it was written in before UTF-8.
_WESTERN = ("cp1252", "mac_roman", "cp850")
_CENTRAL = ("cp1250", "iso8859_2", "cp852")
_CYRILLIC = ("cp1251", "koi8_r", "cp866", "iso8859_5", "mac_cyrillic")
_ALPHABETS: tuple[tuple[tuple[str, ...], str], ...] = (
    (_WESTERN, "éàèêçôîûùâœëïæ"),
    (_WESTERN, "üäöß"),
    (_WESTERN, "óíáéñúü¿¡ºª"),
    (_WESTERN, "ãçáéíóêúâõôàü"),
    (_WESTERN, "àèéìòù"),
    (_WESTERN, "äåöé"),
    (_WESTERN, "åøæéòóô"),
    (_WESTERN, "ðáíéæóþöúý"),
    (_WESTERN, "ëéïèöüó"),
    (_WESTERN, "àéóèíòçúïü·"),
    (_CENTRAL, "łąężóśćńź"),
    (_CENTRAL, "íáéěřčžýšůúňťóď"),
    (_CENTRAL, "áíéčšýžúľťôóňäďŕĺ"),
    (_CENTRAL, "áéöőüóíúű"),
    (_CENTRAL, "šžčćđ"),
    (_CENTRAL, "ăşţîâ"),
    (("iso8859_16",), "ășțîâ"),
    (("cp1254",), "ıüşçğöİâî"),
    (("cp1257", "iso8859_13"), "ėųšįžąčęū"),
    (("cp1257", "iso8859_13"), "āīēšūžņļķģč"),
    (("cp1257", "iso8859_13"), "äõüöšž"),
    (_CYRILLIC, "оеаинтсрвлкмдпуяызьбгчйхжшюцщэфъё"),
    (("cp1251", "koi8_u"), "оаинвіетрслкудмпязьгбчїйхцжєщюшфґ"),
    (("cp1253", "iso8859_7"), "αοιετσνηυρπκμλςόδίάγέήωθύχφβξώζψϊϋΐ"),
    (("cp1255", "iso8859_8"), "יוהלאתרבמשנכדםקפעטגחצןסזךףץ"),
    (("cp1256", "iso8859_6"), "اليمنرتوبدعسهفكقأةجحطشصخىذزضإثئغءظآؤ،؟ـ"),
    (("cp1258",), "àđáưôâăơêíìóòúùũýéèẻảãõọ\u0301\u0300\u0323\u0309\u0303"),
    (("cp874",), "านรกอเงมยลวดทตสปะแคขไใบพหจชโซผถศธณฟญภษฐฉฎ่้ัิีุู็์ึๆฯำื"),
)
# The commonest characters of running text; in each of these languages they are a third of it or more.
_COMMON: tuple[tuple[tuple[str, ...], str], ...] = (
    (("cp932", "euc_jp"), "".join(map(chr, (*range(0x3041, 0x3097), *range(0x30A1, 0x30FD)))) + "、。「」・ー"),
    (("gb18030",),
        "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里"
        "用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实"
        "日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政"
        "美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员"
        "解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件"
        "计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象"
        "完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运，。、：；"
        "“”！？《》"),
    (("big5hkscs",),
        "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡"
        "用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實"
        "日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政"
        "美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員"
        "解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件"
        "計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象"
        "完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運，。、：；"
        "「」！？《》"),
    (("cp949",),
        "이다는을의에가은로한하고지도서를기사인대어자해리그나시일있정것아라만스부수장제보전원과들으구상게주성"
        "여년면동위와개국오니우연관조선안마적경세공유치무비였했던중신방분미생회학양화물문업바체당소간용실모"),
)  # fmt: skip
_TYPOGRAPHY = frozenset("\xa0–—‘’“”„«»…•·°§©®€£„‚´`×")
_SAMPLE = 40_000
_ENOUGH = 0.25


def guess_codec(data: bytes, declared: str = "") -> str:
    """The codec that makes most sense of ``data``, which is not UTF-8; ``declared`` wins unless it makes clearly less.

    Looks at 40,000 bytes at most. Falls back on Windows-1252, as browsers do.
    """
    sample = _rich_part(data)
    scores = {codec: _sense(sample, codec) for codec in _languages()}
    best = max(scores, key=lambda codec: scores[codec])
    if declared and (declared not in scores or scores[declared] >= 0.8 * scores[best]):
        return declared
    return best if scores[best] > _ENOUGH else declared or "cp1252"


def _rich_part(data: bytes) -> bytes:
    """Up to 40,000 bytes of ``data``, of a long page those lines that are not ASCII, without their tags."""
    if len(data) <= _SAMPLE:
        return data
    lines = re.findall(rb"[^<>\n]{0,2000}[\x80-\xff][^<>\n]{0,2000}", data[: 25 * _SAMPLE])
    return b"\n".join(lines)[:_SAMPLE]


@lru_cache(maxsize=1)
def _languages() -> dict[str, tuple[dict[str, float], ...]]:
    """For each codec the letters of each language it serves, a common one worth 1 and the rarest worth half of that."""
    found: dict[str, tuple[dict[str, float], ...]] = {}
    for names, letters in _ALPHABETS:
        worth = {letter: 1 - 0.5 * rank / len(letters) for rank, letter in enumerate(letters)}
        for codec in names:
            found[codec] = (*found.get(codec, ()), worth)
    for names, letters in _COMMON:
        # These are a third of running text or more, and nothing else in it tells so much.
        for codec in names:
            found[codec] = (dict.fromkeys(letters, 1.6),)
    return found


_MULTIBYTE = frozenset(codec for names, _ in _COMMON for codec in names)


def _sense(sample: bytes, codec: str) -> float:
    """How much of what is not ASCII in ``sample`` is what some language writes in ``codec``: 0 to about 1."""
    text = codecs.decode(sample, codec, "replace")
    counts = Counter(letter for letter in text if letter > "\x7f")
    total = counts.total()
    if not total:
        return 0.0
    broken = counts["\ufffd"] / total
    if codec in _MULTIBYTE and broken > 0.02:
        return 0.0
    best = max(
        sum(times * _worth(letter, letters) for letter, times in counts.items()) for letters in _languages()[codec]
    )
    return min(1.0, best / total) - 2 * len(_WRONG_CASE.findall(text)) / total - 3 * broken


def _worth(letter: str, letters: dict[str, float]) -> float:
    if letter in letters:
        return letters[letter]
    if letter in _TYPOGRAPHY:
        return 0.7
    return 0.9 * letters.get(letter.lower(), 0.0)


_WRONG_CASE = later(
    r"(?<=[a-zß-öø-ÿа-яё])[À-ÖØ-ÞА-ЯЁ](?=[a-zß-öø-ÿа-яё])|(?<=[a-zß-öø-ÿа-я])[°-¿×÷¦¬](?=[a-zß-öø-ÿа-я])|"
    r"[a-zA-Z][\u0370-\u06ff]|[\u0370-\u06ff][a-zA-Z]"
)
"""A capital or a sign within a word, or a word in two scripts."""


def is_eastern(sample: bytes, codec: str) -> bool:
    """Whether ``sample`` is Chinese, Japanese or Korean in ``codec``, which is a kind of UTF-16."""
    text = sample.decode(codec, "replace")
    common = frozenset().union(*(letters for _, letters in _COMMON))
    return sum(letter in common for letter in text) >= 0.25 * len(text)
