"""Recognizes dates, names of authors and picture credits by how they are written, in many languages."""

from __future__ import annotations

import re
from datetime import datetime

_MONTHS = (
    "jan feb mar apr may jun jul aug sep oct nov dec|januar februar märz april mai juni juli august september oktober november "
    "dezember|janvier février mars avril mai juin juillet août septembre octobre novembre décembre|enero febrero marzo abril mayo "
    "junio julio agosto septiembre octubre noviembre diciembre|janeiro fevereiro março abril maio junho julho agosto setembro "
    "outubro novembro dezembro|gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre|"
    "januari februari maart april mei juni juli augustus september oktober november december|januar februar marts april maj juni "
    "juli august september oktober november december|tammi helmi maalis huhti touko kesä heinä elo syys loka marras joulu|stycz "
    "lut marc kwie maj czerw lip sierp wrze paźdz listopad grud|leden únor březen duben květen červen červenec srpen září říjen "
    "listopad prosinec|ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık|янв фев мар апр мая июн июл авг сен "
    "окт ноя дек|січ лют бер квіт трав черв лип серп верес жовт листоп груд|ιαν φεβ μαρ απρ μαΐ ιουν ιουλ αυγ σεπ οκτ νοε δεκ|يناير "
    "فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر|ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר "
    "נובמבר דצמבר|जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर|tháng"
)
MONTHS: dict[str, int] = {}
for _row in _MONTHS.split("|"):
    for _number, _month in enumerate(_row.split(), 1):
        MONTHS.setdefault(_month, _number)
        MONTHS.setdefault(_month[:3], _number) if _month.isascii() else None
_MONTH = "|".join(sorted((re.escape(month) for month in MONTHS), key=len, reverse=True))
_DATE = re.compile(
    rf"\d{{4}}-\d\d-\d\d|\d{{1,2}}[./]\s?\d{{1,2}}[./]\s?\d{{2,4}}|\d{{4}}/\d{{1,2}}/\d{{1,2}}|\d{{4}}\s?[年년]\s?\d{{1,2}}\s?[月월]"
    rf"(?:\s?\d{{1,2}}\s?[日일])?|(?:\d{{1,2}}(?:st|nd|rd|th)?\.?\s?(?:de |of |di )?(?:{_MONTH})\w*\.?,?\s?(?:de |del )?(?:\d{{2,4}})?)|"
    rf"(?:(?:{_MONTH})\w*\.?\s\d{{1,2}}(?:st|nd|rd|th)?\b,?\s?(?:\d{{4}})?)|(?:\b(?:{_MONTH})\w*\.?\s\d{{4}})",
    re.I,
)
_CLOCK = re.compile(r"\b\d{1,2}[:.h]\d{2}(?::\d{2})?\s?(?:[ap]\.?m\.?|uhr|klokken|kl)?\b|\b\d{1,2}\s?[ap]\.?m\b", re.I)
_AGO = re.compile(
    r"\b(?:\d+|an?|one)\s?(?:s|sec\w*|m|min\w*|h|hrs?|hours?|d|days?|weeks?|months?|years?)\s+ago\b|\bvor \d+ \w+|\bil y a \d+|\bhace \d+|"
    r"\bhá \d+ \w+|\b\d+ \w+ fa\b|\b\d+ \w+ geleden|\bfor \d+ \w+ siden|\b\d+ \w+ sedan|\d+\s?(?:分|時間|日|小时|小時|天)前|\d+\s?(?:분|시간|일) ?전|"
    r"منذ \d+ \w+|\d+ \w+ назад|\byesterday\b|\btoday\b",
    re.I,
)
_AROUND_DATE = re.compile(
    r"[\d\W_]+|\b(?:published|posted|updated?|last|modified|first|created|on|at|by|am|pm|gmt|bst|utc|est|edt|et|pst|pdt|pt|cet|cest|hkt|"
    r"cst|cdt|ist|jst|kst|aest|aedt|sast|eat|wib|msk|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday|saturday|"
    r"sunday|date|time|the|of|de|del|la|le|el|à|às|a|o|um|uhr|kl|den|klokken|stand|veröffentlicht|aktualisiert|erstellt|am|publié|mis|jour|"
    r"modifié|publicado|actualizado|atualizado|em|pubblicato|aggiornato|ore|alle|gepubliceerd|bijgewerkt|laatste|update|om|publisert|"
    r"oppdatert|publicerad|uppdaterad|opdateret|udgivet|oprettet|sist|senast|julkaistu|päivitetty|opublikowano|aktualizacja|dodano|"
    r"publikováno|aktualizováno|güncelleme|yayınlanma|tarihi|опубликовано|обновлено|дата|в|г|года|оновлено|опубліковано|δημοσίευση|"
    r"ενημέρωση|نشر|نشرت|آخر|تحديث|تاريخ|في|م|ه|פורסם|עודכן|प्रकाशित|अपडेट|updated|ago|hours?|min(?:ute)?s?|read|h|hrs?|montag|dienstag|mittwoch|"
    r"donnerstag|freitag|samstag|sonntag|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|"
    r"domingo|segunda|terça|quarta|quinta|sexta|feira|lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica|maandag|dinsdag|woensdag|"
    r"donderdag|vrijdag|zaterdag|zondag|mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|måndag|tisdag|lördag|söndag|st|nd|rd|th|since|"
    r"yesterday|today|days?|weeks?|months?|years?|an|vor|stunden|minuten|il|y|heures|hace|horas|horas|há|dagen|geleden|siden|sedan|"
    r"issue|publication|entered|added|revised|released|edition|est\.)\b|"
    r"[年月日時分年月日시분초년월일午前午後前後更新公開配信発表掲載发布發布时间時間来源编辑입력수정등록전오후ㆍ曜火水木金土星期周一二三四五六]+",
    re.I,
)
_BYLINE = re.compile(
    r"(?:(?:written|posted|reported|story|text|words|compiled|edited|reporting|review(?:ed)?|report|published|analysis|opinion|photographs?|"
    r"recipe|created|submitted|article)(?: and \w+)? )?by:?\s+\S|von:?\s+[A-ZÄÖÜ]|par:?\s+[A-ZÉÈÀÂ]|por:?\s+[A-ZÁÉÍÓÚ]|di:?\s+[A-ZÀÈ]|door:?\s+[A-Z]|"
    r"av:?\s+[A-ZÅÄÖØÆ]|af:?\s+[A-ZÅÄÖØÆ]|tekst:?\s+[A-ZÅÄÖØÆ]|text:\s*[A-ZÅÄÖØÆ]|(?:author|autor(?:in)?|auteur|autore|forfatter|författare|journalist|"
    r"reporter|redakteur(?:in)?|автор|yazar|autorzy|penulis)s?:\s*\S|(?:記者|作者|責任編輯|责任编辑|文|文／|撰文|編集|执笔|執筆|取材・文|글|기자|취재)[:：／/=＝・ ]\s*\S|"
    r"(?:بقلم|كتب(?:ت)?|المؤلف|نوشته|گزارش)\s*:?\s*\S|מאת:?\s*\S|text by\s+\S",
)
_REPORTER = re.compile(r"[\u4e00-\u9fff\uac00-\ud7af]{2,6}\s?(?:記者|记者|기자)$|^(?:文|撰文)\s?[／/|｜]")
_CREDIT = re.compile(
    r"^(?:photo(?:graph)?s?|image|picture|pic|illustration|video|graphic|foto|bild|bilder|billede|illustrasjon|crédits?|credit|cr[eé]dito|crédito|fotografía|imagen|imagem|imago|"
    r"courtesy|fotograf|grafik|写真|撮影|图|圖|图片|圖片|사진|صورة|الصورة|تصوير|фото|światło|fot|kuva)\w*\b\.?\s*(?:by|credit|courtesy|source|:|：|/|／|©|via|von|de|av|af|来源|來源|=|＝)|"
    r"(?:getty(?: images)?|reuters|afp|associated press|\bap\b(?: photo)?|epa|shutterstock|istock\w*|alamy|dpa|pa (?:wire|media|images)|bloomberg|xinhua|tass|scanpix|tt|ntb|ritzau|anp|belga|efe|ansa|"
    r"keystone|imago|picture alliance|nurphoto|wireimage|unsplash|flickr|wikimedia|共同|時事|ＡＰ|AP|ロイター|新华社|연합뉴스|رويترز|أ ?ف ?ب|apa|lehtikuva|zuma|rex|instagram|twitter|facebook|nasa|handout)\b[\s)\].]*$|"
    r"^©|^\(?c\)\s",
    re.I,
)


def is_date(text: str) -> bool:
    """Whether a text is nothing but a date or a time with the usual words around it."""
    if len(text) > 120 or not (_DATE.search(text) or _AGO.search(text) or _CLOCK.search(text)):
        return False
    rest = _AROUND_DATE.sub(" ", _DATE.sub(" ", _AGO.sub(" ", _CLOCK.sub(" ", text))))
    rest = re.sub(rf"\b(?:{_MONTH})\w*", " ", rest, flags=re.I)
    return len("".join(rest.split())) <= max(4, len(text) // 5)


def has_date(text: str) -> bool:
    """Whether a text names a day."""
    return _DATE.search(text) is not None


def is_byline(text: str) -> bool:
    """Whether a short text says who wrote something."""
    return len(text) <= 160 and (
        _BYLINE.match(text) is not None or (len(text) < 40 and _REPORTER.search(text) is not None)
    )


def is_credit(text: str) -> bool:
    """Whether a text names whom a picture is by, at its start or its end."""
    return len(text) <= 400 and _CREDIT.search(text) is not None


def iso_date(text: str) -> str:
    """The day in ``text`` as ISO 8601 (with the time of day where it is machine-readable); "" where it cannot be read."""
    machine = re.match(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?", text.strip())
    if machine:
        try:
            return datetime.fromisoformat(machine.group().replace("Z", "+00:00")).isoformat()[
                : 10 if len(machine.group()) == 10 else None
            ]
        except ValueError:
            return machine.group()[:10]
    asian = re.search(r"(\d{4})\s?[年년/.]\s?(\d{1,2})\s?[月월/.]\s?(\d{1,2})", text)
    if asian:
        return _day(*asian.groups())
    words = re.search(
        rf"(\d{{1,2}})(?:st|nd|rd|th)?\.?\s?(?:de |of |di )?({_MONTH})\w*\.?,?\s?(?:de |del )?(\d{{4}})", text, re.I
    )
    if words:
        day, month, year = words.groups()
        return _day(year, MONTHS[month.lower()], day)
    words = re.search(rf"({_MONTH})\w*\.?\s(\d{{1,2}})(?:st|nd|rd|th)?,?\s(\d{{4}})", text, re.I)
    if words:
        month, day, year = words.groups()
        return _day(year, MONTHS[month.lower()], day)
    return ""


def _day(year: str | int, month: str | int, day: str | int) -> str:
    try:
        return datetime(int(year), int(month), int(day)).date().isoformat()
    except ValueError:
        return ""
