"""What a single line looks like: a control, a menu, a caption, a byline, a heading of what follows the article.

Every test takes a bare line (white space single, ends stripped, cut at 400 code points) or the line itself.
The rules: `docs/korean-text.md`, 4.
"""

import re
from typing import Final

from annotator.extraction.datelines import read_dateline, read_reporters
from annotator.extraction.dating import MAIL, is_only_moment, read_date_fields, split_credit
from annotator.extraction.lines import bare
from annotator.extraction.words import (
    AFTER_HEADINGS,
    CONTROLS,
    FLAGS,
    HEADER_CONTROLS,
    MENUS,
    PROMOTIONS,
    SECTIONS,
    SUBSECTIONS,
    SUMMARIES,
)

_INNER: Final = r"[^\[\]()【】［］（）]"
_PICTURE_WORDS: Final = "사진|그래픽|그래프|이미지|캡처|캡쳐|일러스트|삽화|영상"
_PICTURE: Final = re.compile(
    rf"[\[(【［（]{_INNER}{{0,30}}(?:{_PICTURE_WORDS}) ?(?:제공 ?)?[=＝:] ?{_INNER}{{1,60}}[\])】］）]"
)
_PICTURE_END: Final = re.compile(
    rf"{_PICTURE.pattern}$"
    rf"|[\[(【［（]{_INNER}{{1,30}}(?: 제공| ?캡처| ?캡쳐| ?갈무리)(?:[.,] ?재판매 및 DB ?금지)?[\])】］）]$"
    r"|(?:^|[/|. ]) ?사진 ?(?:제공 ?)?[=＝:] ?\S.{0,30}$"
)
_TABLE_END: Final = re.compile(rf"[\[(【［（](?:자료|출처|표) ?[=＝:] ?{_INNER}{{1,60}}[\])】］）]$")
_CAPTION: Final = 300  # code points that a caption without a dateline may have
_SHORT: Final = 60  # code points that a heading of what follows, or a byline, may have
_NAME: Final = 25  # code points that the holder of a picture's rights may take
_NOTICE: Final = 250  # code points that a notice of rights may have
_BEST: Final = re.compile(
    r"[\[【<［][^\]】>］]{0,20}(?:베스트|인기|추천|관련|주요|많이 본) ?(?:기사|뉴스)[\]】>］]"
)
_SOURCE: Final = re.compile(r"(?:ⓒ|©|\(c\)|\(C\)|Copyright)")
_HEADINGS: Final = tuple(AFTER_HEADINGS)
_RIGHTS: Final = re.compile(r"무단 ?전재|재배포 ?금지|저작권자|rights reserved", re.IGNORECASE)
_AROUND: Final = " \t\xa0/|,;·=<>[]()"  # what stands around names and addresses
_PLACE: Final = re.compile(r"^[가-힣·/ ]{1,12} ?= ?")
_SIGNER: Final = re.compile(r"[가-힣]{2,4}|◎ ?[가-힣 ]{2,16}")  # a name, or an outlet's motto
_PREMIUM: Final = re.compile(r"이 기사는 .{0,200}(?:출고|작성|송고|표출|게재|보도)")
_MENU_PARTS: Final = SECTIONS | SUBSECTIONS | MENUS
_ALL_CONTROLS: Final = CONTROLS | HEADER_CONTROLS
_PARTED: Final = re.compile(r"^[^ ]{1,10} ?[>|/ㅣ]")  # `정치 > 지역의회`
_COUNT: Final = re.compile(r"댓글 ?\d{1,6}개?|조회수? ?:? ?[\d,]{1,12}")
_SPLIT: Final = re.compile(r"[\s·ㆍ・|ㅣ>/,&]+")
_ENDINGS: Final = ".!?。…"
_CLOSERS: Final = "\"'”’)]』」》〉"


def is_prose(line: str) -> bool:
    """Tell whether a line is a sentence or more: 40 code points or longer, closed like a sentence."""
    text = line[-40:].rstrip().rstrip(_CLOSERS)
    return len(line) >= 40 and text.endswith(tuple(_ENDINGS)) and not text.endswith("...")


def is_control(text: str) -> bool:
    """Tell whether a bare line is controls and nothing else, wherever it stands (text size, language, sharing)."""
    return _is_made_of(text.lstrip("※•·◦- "), CONTROLS)


def is_header_control(text: str) -> bool:
    """Tell whether a bare line above the text is controls, a heading of them, or a notice of the outlet."""
    if text.startswith(("※", "•")) or _is_made_of(text, _ALL_CONTROLS):
        return True
    if text.startswith(SUMMARIES) and len(text) <= 20:
        return True
    return _PREMIUM.match(text) is not None or _COUNT.fullmatch(text) is not None


def _is_made_of(text: str, words: frozenset[str]) -> bool:
    """Tell whether a line is words of a table with blanks between, each the longest of up to four parts."""
    if text in words:
        return True
    parts = text.split(" ") if len(text) <= _SHORT * 2 else []
    at = 0
    while at < len(parts):
        size = next((n for n in (4, 3, 2, 1) if " ".join(parts[at : at + n]) in words), 0)
        if not size:
            return False
        at += size
    return bool(parts)


def is_field(text: str) -> bool:
    """Tell whether a bare line is nothing but labelled dates, or a date."""
    return bool(read_date_fields(text)) or is_only_moment(text)


def is_menu(text: str) -> bool:
    """Tell whether a bare line is made of words of menus and names of sections only."""
    if text in MENUS or text in FLAGS:
        return True
    parts = [part for part in _SPLIT.split(text) if part] if len(text) <= 200 else []
    return bool(parts) and all(part in _MENU_PARTS for part in parts)


def is_section(text: str) -> bool:
    """Tell whether a bare line names the section an article is in (`정치 청와대·감사원`), not all the sections."""
    if len(text) > 30 or text in MENUS:
        return False
    parts = [part for part in _SPLIT.split(text) if part]
    if not parts or parts[0] not in SECTIONS or not (is_menu(text) or _PARTED.search(text)):
        return False
    return len(parts) <= 4 and sum(part in SECTIONS for part in parts) <= 2


def is_caption(line: str) -> bool:
    """Tell whether a line describes a picture.

    It begins like a dateline and holds a credit (`[사진=…]`) or ends in the date of one; or it is no longer
    than 300 code points and ends in a credit, whatever date and mail address follow it, or in both of these.
    """
    rest, date = split_credit(line)
    if read_dateline(line) is not None:
        return bool(date) or _PICTURE.search(line[-_CAPTION:]) is not None or _ends_in_picture(rest)
    if len(line) > _CAPTION:
        return False
    return (
        bool(date and MAIL.search(line[-80:]))
        or _ends_in_picture(rest)
        or (len(line) <= _SHORT and bare(line).startswith("[사진]"))
        or _is_short_source(line.rstrip())
        or (len(line) <= 100 and bool(_TABLE_END.search(rest)))
    )


def _ends_in_picture(rest: str) -> bool:
    return _PICTURE_END.search(rest[-120:]) is not None


def _is_short_source(text: str) -> bool:
    """Tell whether a line ends in `ⓒ name` and claims no more rights than that."""
    tail = text[-_SHORT:]
    near = any(len(tail) - found.end() <= _NAME for found in _SOURCE.finditer(tail))
    return near and not _claims_rights(text)


def _claims_rights(text: str) -> bool:
    return _RIGHTS.search(text[:_NOTICE]) is not None


def is_byline(line: str) -> bool:
    """Tell whether a line is nothing but reporters or their mail addresses (`김승현 기자 kimsh@…`)."""
    return signs_off(line) or (len(line) <= _SHORT and bool(reporters_of(line)))


def signs_off(line: str) -> bool:
    """Tell whether a line holds a mail address and nothing else but who has it."""
    text = line.strip()
    if "@" not in text or len(text) > 200:
        return False
    rest, count = MAIL.subn(" ", text)
    rest = rest.strip(_AROUND)
    return count > 0 and (not rest or bool(reporters_of(rest)) or _SIGNER.fullmatch(rest) is not None)


def reporters_of(line: str) -> tuple[str, ...]:
    """Return the reporters that a byline names, its place (`울산=`) and mail addresses left out."""
    text = _PLACE.sub("", MAIL.sub(" ", line[:200]).strip(_AROUND))
    return read_reporters(text) or ()


def ends_article(text: str) -> bool:
    """Tell whether a bare line heads what follows an article: best or related articles, rights, the stock box."""
    if len(text) <= _SHORT and _BEST.match(text):
        return True
    if len(text) <= 40 and _heads_what_follows(text.lstrip("[<■▶◆●△☞※ ")):
        return True
    return len(text) <= _NOTICE and (_claims_rights(text) or bool(_SOURCE.match(text.lstrip("<[ "))))


def _heads_what_follows(text: str) -> bool:
    """Tell whether a line is one of the headings, followed by little that does not belong to a sentence."""
    if not text.startswith(_HEADINGS):
        return False
    rests = (text[len(heading) :] for heading in _HEADINGS if text.startswith(heading))
    return any(
        len(rest) <= 15 and not ("가" <= rest[:1] <= "힣") and not rest.endswith((".", "다"))
        for rest in rests
    )


def is_bare_source(text: str) -> bool:
    """Tell whether a line that could end an article is only the credit of a picture (`ⓒ 홍길동`)."""
    return bool(_SOURCE.match(text)) and _is_short_source(text)


def is_promotion(text: str) -> bool:
    """Tell whether a line inside an article points at the outlet's own services."""
    return len(text) <= 80 and text.startswith(("▶", "☞", "▷", "👉")) and any(w in text for w in PROMOTIONS)


def is_flag(text: str) -> bool:
    """Tell whether a bare line is a flag such as 속보."""
    return text in FLAGS


def folded(text: str) -> str:
    """Return the letters and digits of a bare line, for comparing a headline with a page's title."""
    return "".join(c for c in bare(text) if c.isalnum())
