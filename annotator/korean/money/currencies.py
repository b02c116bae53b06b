"""Currencies as Korean newspapers write them, with their codes of ISO 4217, and the words that only look like one."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from annotator.korean.money.pounds import is_weight


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency word: its code, or several where only the country would tell; `scale` of one, for cents."""

    codes: tuple[str, ...]
    scale: Decimal = Decimal(1)


_HUNDREDTH: Final = Decimal("0.01")

# Words that name one currency by themselves.
_PLAIN: Final = {
    "원": "KRW", "유로": "EUR", "위안": "CNY", "엔": "JPY", "루블": "RUB", "바트": "THB", "밧": "THB", "링깃": "MYR",
    "루피아": "IDR", "헤알": "BRL", "즈워티": "PLN", "즐로티": "PLN", "포린트": "HUF", "코루나": "CZK", "셰켈": "ILS",
    "세켈": "ILS", "흐리우냐": "UAH", "흐리브냐": "UAH", "텡게": "KZT", "투그릭": "MNT", "투그리크": "MNT", "짯": "MMK",
    "리엘": "KHR", "크로나": "SEK", "디르함": "AED", "달러": "USD", "불": "USD", "파운드": "GBP", "프랑": "CHF",
    "루피": "INR", "리라": "TRY", "동": "VND", "랜드": "ZAR", "마르크": "DEM", "솜": "UZS", "숨": "UZS",
}  # fmt: skip

# Words that several countries use: which it is, if no country stands before it, nobody knows.
_SHARED: Final = {
    "페소": ("PHP", "MXN", "ARS", "CLP", "COP"),
    "크로네": ("NOK", "DKK"),
    "리얄": ("SAR", "QAR"),
    "리알": ("IRR", "OMR", "YER"),
    "디나르": ("KWD", "IQD", "RSD"),
}

# Countries that change what the word after them means.
_OF_COUNTRY: Final = {
    "달러": {
        "미국": "USD", "미": "USD", "美": "USD", "캐나다": "CAD", "호주": "AUD", "오스트레일리아": "AUD", "홍콩": "HKD",
        "싱가포르": "SGD", "싱가폴": "SGD", "대만": "TWD", "뉴질랜드": "NZD",
    },
    "위안": {"중국": "CNY"},
    "엔": {"일본": "JPY"},
    "프랑": {"스위스": "CHF", "프랑스": "FRF", "벨기에": "BEF", "세파": "XOF"},
    "페소": {
        "필리핀": "PHP", "멕시코": "MXN", "아르헨티나": "ARS", "칠레": "CLP", "콜롬비아": "COP", "쿠바": "CUP",
        "우루과이": "UYU",
    },
    "크로네": {"노르웨이": "NOK", "덴마크": "DKK"},
    "크로나": {"스웨덴": "SEK", "아이슬란드": "ISK"},
    "루피": {"인도": "INR", "파키스탄": "PKR", "스리랑카": "LKR", "네팔": "NPR"},
    "루블": {"러시아": "RUB"},
    "파운드": {"영국": "GBP", "이집트": "EGP"},
    "리얄": {"사우디": "SAR", "카타르": "QAR"},
    "리알": {"이란": "IRR", "오만": "OMR", "예멘": "YER"},
    "디나르": {"쿠웨이트": "KWD", "이라크": "IQD", "세르비아": "RSD"},
    "동": {"베트남": "VND"},
    "랜드": {"남아공": "ZAR"},
}  # fmt: skip

_HUNDREDTHS: Final = {"센트": "USD", "펜스": "GBP", "페니": "GBP"}

# Signs and codes; they stand before a number, some behind it.
SIGNS: Final = {
    "us$": ("USD",), "hk$": ("HKD",), "nt$": ("TWD",), "nz$": ("NZD",), "au$": ("AUD",), "ca$": ("CAD",),
    "a$": ("AUD",), "c$": ("CAD",), "s$": ("SGD",), "r$": ("BRL",), "$": ("USD",), "€": ("EUR",), "£": ("GBP",),
    "¥": ("JPY", "CNY"), "₩": ("KRW",), "￦": ("KRW",), "₹": ("INR",), "₽": ("RUB",), "₫": ("VND",), "฿": ("THB",),
}  # fmt: skip
CODES: Final = (
    "usd", "eur", "krw", "jpy", "gbp", "cny", "rmb", "chf", "cad", "aud", "hkd", "sgd", "twd", "inr", "rub", "vnd",
    "thb", "idr", "myr", "php",
)  # fmt: skip
_CODE_OF: Final = {"rmb": "CNY"}

# After these words a number with 만 or 억 must stand before, they mean too much else: 3동, 2 랜드.
NEEDS_LARGE: Final = frozenset({"동", "랜드", "솜", "숨"})
# Hundredths that follow their whole: 13달러 45센트, 1유로 20센트, 2원 50전.
MINOR: Final = re.compile(r" ?(?P<figures>[0-9]{1,2}(?:\.[0-9]{1,2})?) ?(?:센트|펜스|페니|전(?![가-힣]))")

# What makes another word of a currency word, by that word: the rest of it, right behind.
_OTHER_WORD: Final = {
    "원": "전(?!달)|자[력재로]|소[와를는가]|칙|색|숭이|료|유[를가의]?|심[은의을]|문|본|래|룸|년|탁|격|활|산지|톱|"
    "투 ?펀치|샷|리금|대[한하]|더|클럽|도심|작자|고[가는의를]|정대|화|인[을은과]|인 ?(?:규명|분석|제공)",
    "엔": "진|터|트|드|지[니도]|씨|딩|솔|저|젤|비디아|케이|가이",
    "불": "교|가[능피]|안[하을이]|과|법|만[이을스]|편|황|량|신|참|복|구[속하]|리|멸|꽃|펜|출|사|상|경|길|빛|씨|면|임|"
    "응|허|발|붙|타|평|화|행|시|우|손|균|공정|확|필요| ?정책| ?원칙",
    "위안": "부|소|거리|잔치|공연|을 (?:삼|주|받|얻)",
    "유로": "존|파|스타|폴|터널|뉴스|비전|본드|달러|컵|저| ?20[0-9][0-9](?!만)",
    "파운드": "케이크|리|트",
    "동": "[가-힣]", "랜드": "로버|마크", "솜": "[가-힣]", "숨": "[가-힣]", "리라": "고", "리알": "토", "바트": "만",
}  # fmt: skip
# What may follow 원 or 엔 that stands apart from its number: 3만 원이 but not 3 원칙.
_AFTER_APART: Final = re.compile(
    r"[^가-힣a-z0-9]|$|화?(?:은|을|이|의|에|으로|과|도|만|까지|부터|보다|대|권|짜리|씩|가량|어치|정도|상당|미만|이상|"
    r"이하|이내|쯤|선|규모|안팎|내외|여|밖|이나|인|입|정|꼴|초|후|중|말고|마저|조차|하|했|받|넘|마다|당|로|를|가|는|와|엔|남짓|들|뿐)"
)
_APART: Final = frozenset({"원", "엔", "불"})


def _words() -> dict[str, Currency]:
    words = {word: Currency((code,)) for word, code in _PLAIN.items()}
    words |= {word: Currency(codes) for word, codes in _SHARED.items()}
    words |= {word: Currency((code,), _HUNDREDTH) for word, code in _HUNDREDTHS.items()}
    for word, of_country in _OF_COUNTRY.items():
        for country, code in of_country.items():
            words[f"{country}{word}"] = words[f"{country} {word}"] = Currency((code,))
    return words


WORDS: Final = _words()


def _alternation(words: dict[str, Currency] | dict[str, tuple[str, ...]]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


WORD: Final = re.compile(_alternation(WORDS))
"""A currency word anywhere in a copy; what stands before it tells whether it is one."""

SIGN: Final = re.compile(
    rf"(?:(?<![a-z])(?:{'|'.join(CODES)})(?![a-z])|(?<![a-z$])(?:{_alternation(SIGNS)})) ?(?=[0-9])"
)
"""A sign or code with a figure behind it."""

SIGN_BEHIND: Final = re.compile(rf"(?<=[0-9만억조천])(?: ?(?:{'|'.join(CODES)})(?![a-z])|[$€£¥₩￦](?![0-9]))")
"""A sign or code right behind a number."""


def of_sign(sign: str) -> Currency:
    """Return what a sign or code stands for."""
    sign = sign.strip()
    return Currency(SIGNS.get(sign) or (_CODE_OF.get(sign, sign.upper()),))


_OTHER: Final = {word: re.compile(rest) for word, rest in _OTHER_WORD.items()}


def is_another_word(copy: str, found: re.Match[str], *, apart: bool) -> bool:
    """Tell whether a currency word is the beginning of another word, or a weight; `apart` from its number."""
    word = found.group().rsplit(" ", 1)[-1]
    base = next((plain for plain in _OTHER if word.endswith(plain) and WORDS[found.group()].scale == 1), "")
    other = _OTHER.get(base)
    if other is not None and other.match(copy, found.end()):
        return True
    if base in _APART and apart and not _AFTER_APART.match(copy, found.end()):
        return True
    return base == "파운드" and is_weight(copy, found.start(), found.end())
