"""The words by which newspapers name a country before a body of it, as folded texts have them."""

from typing import Final

_WORDS: Final = {
    "KR": "한국 대한민국 우리 韓",
    "US": "미국 미 美",
    "CN": "중국 중 中",
    "JP": "일본 일 日",
    "GB": "영국 영 英",
    "DE": "독일 독 獨",
    "FR": "프랑스 불 佛",
    "RU": "러시아 러 露",
    "CA": "캐나다 加",
    "AU": "호주 濠",
    "IN": "인도 印",
    "TW": "대만 臺",
    "KP": "북한 북 北",
    "EU": "eu 유럽연합 유럽",
}

COUNTRIES: Final = {word: code for code, words in _WORDS.items() for word in words.split()}
"""The code of a country, by each of its words."""

INTERNATIONAL: Final = "INT"
"""What stands for the country of a body that belongs to none."""
