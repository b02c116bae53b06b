"""Names that a word can stand inside: titles in brackets, events, programmes, bodies, laws.

Works on a folded copy (`annotator.core.folding`); offsets are those of the copy, end exclusive.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final

from annotator.korean.josa import find_josa

_TITLES: Final = re.compile("《[^《》\n]{1,80}》|〈[^〈〉\n]{1,80}〉|「[^「」\n]{1,80}」|『[^『』\n]{1,80}』")
_EVENT_WORDS: Final = """
정상회의 장관회의 장관급회의 각료회의 고위급회의 국제회의 총회 포럼 박람회 전시회 엑스포 콘퍼런스 컨퍼런스
콩그레스 심포지엄 심포지움 서밋 써밋 페스티벌 페스타 페어 위크 로드쇼 에어쇼 대회 챌린지 해커톤 올림피아드
특별전 기획전 시상식
"""
_BODY_WORDS: Final = """
위원회 위원장 특위 협의회 협회 협회장 학회 학회장 연합회 연맹 연구소 연구소장 연구원 연구원장
연구센터 재단 진흥원 사업단 추진단 기획단 연구단 대학원 대학교 대학 학과 학부 고등학교 마이스터고
아카데미 얼라이언스 이니셔티브 신문 타임스 사령부 작업반 실무반 실무그룹 워킹그룹 태스크포스
"""
_PROGRAMME_WORDS: Final = """
개발 지원 육성 양성 실증 구축 조성 시범 선도 보급 진흥 활성화 혁신
"""
_LAW_WORDS: Final = """
특별 기본 지원 진흥 육성 촉진 보호 과학 관리 안전 산업 경제 규제 특례
"""
_EVENTS: Final = "|".join(_EVENT_WORDS.split())
# A word that ends so makes a name of the nouns before it.
_HEADS: Final = (
    rf"{_EVENTS}|{'|'.join(_BODY_WORDS.split())}|(?<!데이터)(?<!물류)(?<!콜)센터(?:장)?"
    rf"|(?:{'|'.join(_PROGRAMME_WORDS.split())})사업|(?:{'|'.join(_LAW_WORDS.split())})법|법안|시행령|협정|조약"
    "|forum|summit|expo|conference|symposium|congress|week"
)
# These are names only where something says so: 제3차 한미 AI 대화, but AI 대화 서비스.
_WEAK_WORDS: Final = """
대화 협의 협의체 회담 회의 사업 프로젝트 프로그램 주간 캠프 스쿨 세미나 워크숍 워크샵 간담회 토론회 공청회
설명회 발표회 강연회 공모전 상담회
"""
_WEAK_HEADS: Final = "|".join(_WEAK_WORDS.split())
_HEAD: Final = re.compile(f"(?:{_HEADS})$")
_WEAK_HEAD: Final = re.compile(f"(?:{_WEAK_HEADS})$")
_ANY_HEAD: Final = re.compile(f"{_HEADS}|{_WEAK_HEADS}")
_NAMED: Final = re.compile(
    r"(?:제 ?[0-9]+ ?[차회기]|[0-9]+ ?[차회]|20[0-9]{2}(?=[ ’'”\"])"
    r"|한국?[·∙-]?(?:미|일|중|영|독|불|eu|유럽|러|호주|캐나다|인도|프)국?(?:[·∙-]?[일중])?)"
    r"(?: [가-힣a-z0-9·]{1,12}){0,2} ?$"
)
_BEFORE: Final = 40
_QUOTED: Final = re.compile(
    f"[‘'“\"][^‘’'“”\"\n]{{1,40}}[’'”\"] ?(?:행사|캠페인|축제|보고서|{_EVENTS}|{_WEAK_HEADS})"
)
# The name of an event that says what it is about, told by its short form: 자원의 평화로운 이용에 관한 회의(CPUR).
_ABOUT: Final = re.compile(
    r"(?:^|[,.;·\"“”‘’]|(?:[은는이가]|에서|에게) )(?P<name>[^,.;()\"“”‘’\n]{2,60}?(?:에 관한|에 대한|[을를] 위한)"
    rf"[^,.;()\"“”‘’\n]{{1,30}}(?:{_EVENTS}|회의)) ?\([a-z0-9&-]{{2,12}}\)",
    re.MULTILINE,
)
# Said in the names of events, before the field or behind it.
_WORLDWIDE: Final = re.compile("국제|세계|글로벌|대한민국|코리아|아시아|korea|global")
_BOX: Final = re.compile(r"^[^\n가-힣]{0,6}종목 ?추적기[^\n가-힣]{0,6}$", re.MULTILINE)
_OWN_WORD: Final = re.compile("[가-힣]*")
_NEXT_WORD: Final = re.compile(
    r"\)?(?:\([^()\n]{1,20}\))?(?: ?[·∙/&] ?| 및 | )(?P<word>[가-힣a-z0-9][가-힣a-z0-9-]{0,20})"
)
_WORDS: Final = 4
# How far behind a word the last of these can begin: its own rest, then four words with what joins them.
_FAR: Final = 20 + _WORDS * 48
# What tells something about the nouns behind it and so ends the name, if it was one.
_BETWEEN: Final = re.compile(r"(?:한|된|될|할|하는|되는|있는|없는|관련|분야|부문|등|중|간|내|맞은|열린)$")


class Names:
    """The names of one text, told by what stands in them; made once for it."""

    def __init__(self, copy: str) -> None:
        self._copy = copy
        self._heads = [match.start() for match in _ANY_HEAD.finditer(copy)]

    def closed(self) -> Iterator[tuple[int, int]]:
        """Yield where no word is a word of its own: titles in brackets, quoted events, the stock box."""
        yield from (match.span() for match in _TITLES.finditer(self._copy))
        yield from (match.span() for match in _QUOTED.finditer(self._copy))
        yield from (match.span("name") for match in _ABOUT.finditer(self._copy))
        box = _BOX.search(self._copy)
        if box is not None:
            yield box.start(), len(self._copy)

    def hold(self, start: int, end: int) -> bool:
        """Tell whether the words behind `start` to `end`, without a josa between, make it part of a name.

        Looks at the four words behind it at most.
        """
        at = bisect_left(self._heads, end)
        return at < len(self._heads) and self._heads[at] < end + _FAR and self._is_in_name(start, end)

    def _is_in_name(self, start: int, end: int) -> bool:
        copy = self._copy
        own = _OWN_WORD.match(copy, end, end + 20)
        at = own.end() if own else end
        if at > end and (find_josa(copy, start, at).at < at or _BETWEEN.search(copy, end, at)):
            return False
        for _ in range(_WORDS):
            following = _NEXT_WORD.match(copy, at)
            if following is None:
                return False
            first, at = following.span("word")
            word = following["word"]
            stem = copy[first : find_josa(copy, first, at).at]
            if _HEAD.search(word) or _HEAD.search(stem):
                return True
            if _WEAK_HEAD.search(word) or _WEAK_HEAD.search(stem):
                return self._is_called_so(start, end, at)
            if len(stem) < len(word) or _BETWEEN.search(word):
                return False
        return False

    def _is_called_so(self, start: int, end: int, last: int) -> bool:
        """Tell whether what stands before a word begins a name (제3차, 한미, a year), or it is of the world."""
        line = self._copy[max(0, start - _BEFORE) : start].rpartition("\n")[2]
        if _NAMED.search(line) is not None:
            return True
        return (
            _WORLDWIDE.search(line[-8:]) is not None or _WORLDWIDE.search(self._copy, end, last) is not None
        )
