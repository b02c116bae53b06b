"""Words whose end only looks like a josa, and the two endings that are a josa after certain words alone.

Each pattern is tried at the end of what stands before the seeming josa: 강원 before 도, 조사결 before 과. A pattern
holds for the josa that is its key and, under a key of one syllable, for all that begin with it: 과, 과는, 과의.
"""

import re
from functools import cache
from typing import Final

_WORD_START: Final = r"(?<![가-힣])"
# 30만, 수십만, 이백만: what stands before 만 is a number.
_NUMBER: Final = (
    rf"(?:[0-9]\s?|(?:{_WORD_START}|[0-9일이삼사오육칠팔구수몇십백천])[십백천]|{_WORD_START}[수몇])"
)

# Provinces, islands, school and budget years, the degree of a thing (度), railways, degrees of a thermometer.
_DO: Final = rf"""
    {_WORD_START}(?:강원|경기|제주|(?:충청|전라|경상|황해|평안|함경)[남북]?|[충전경][남북])
    |{_WORD_START}(?:울릉|거제|강화|여의|영종|백령|연평|대청|교동|석모|덕적|안면|흑산|추자|거문|보길|완|청산|한산|욕지|비금|소록|마라|가거)
    |년|회계연|사업연|결산연|만족|선호|인지|신뢰|중요|완성|난이|의존|호감|청렴|숙련|성숙|친밀|민감|고속철|도시철|지하철|태권|한반
    |토네이|아보카|콜로라|엘도라|[0-9]
"""
# 합의 but 조합+의; 협의 but 농협+의; 회의 of a known kind but 위원회+의; -주의 (主義); physicians (醫).
_UI: Final = r"""
    논|(?<![조연종통시결집화혼융복병총])합|(?:사전|실무|정책|당정|고위당정|노사|노사정|부처|고위급|재)협
    |(?:국무|자문|장관|장관급|차관|차관급|각료|정상|대책|전략|점검|조정|보장|고위급|실무|실무자|최고|최고위원|간부|전체|본|화상|긴급
       |비상|국제|확대|관계기관|예비|수석|의원|대표자|지도자|보좌관|학술|영상|연석)회
    |대한상|전문|주치|전공|공보|집도|(?:민주|사회|자본|공산|자유|보수|제국|민족|보호|국가|다자|일방|실용|개인|인종|극단|군국|원칙)주
"""
# What comes of a thing (조사결과), departments of a university and of a hospital.
_GWA: Final = rf"""
    (?<![연해대단체종완판동의직미표])결|(?:연구|경영|개발|투자|사업|주요|외교)성|법안통|{_WORD_START}[결성통경학]
    |대(?:학교?)?\s[가-힣]{{1,6}}학|산부인|정신|응급의학|가정의학|재활의학|영상의학|{_WORD_START}[김이박최정강조윤장]?안
"""
# 으로 after a vowel, roads and streets, reactors, foreign words, and the euro.
_RO: Final = rf"""
    으|(?:고속|지방|순환|산업|전용|간선|해안)도|{_WORD_START}(?:자유|을지|충무|퇴계|테헤란|가로수|강변북)
    |(?:세종|강남|올림픽|여의|한강|서초|도산)대|원자|경수|중수|메트|마이크|카이|몬테네그|상파울|[0-9]\s?프
    |(?:{_NUMBER}|[0-9십백천][만억조])\s?유
"""
# Numbers, 미만, Taiwan and its like, German names, and bays.
_MAN: Final = rf"""
    {_NUMBER}|{_WORD_START}[대오하불자미]|[0-9원%세명]\s?미|골드|호프|프리드|트루
    |페르시아|영일|아산|광양|순천|진해|진주|벵골|멕시코|걸프|통킹
"""
_ENDS: Final = {
    "도": _DO,
    "의": _UI,
    "과": _GWA,
    "로": _RO,
    "만": _MAN,
    "가": rf"휴|허|추|국제유|메라리|데스리|{_WORD_START}라리|[로동]\s?[0-9]",
    "이": r"어린|젊은|늙은|글쓴|지은|옮긴|엮은|나들|맞|살림살|물놀|떡볶|목걸|귀걸|같",
    "은": r"같",
    "에": r"벨기|카르티|까르띠|아틀리|소믈리|(?<=\s)밖",
    "라": r"(?<!하)나|인프|카메|오페|모토로|파트|사하|안도|세포|마스카|판도|콜로|엘도",
    "이자": r"대출|예금|적금|저금|연체|금융|은행|국채|채권|사채|법정|원금",
    "지만": r"에너|이미|메시|패키|페이|[0-9한두세네러몇]\s?가",
}


# 대로 ("as") follows what can be kept or broken; after any other word 대 belongs to the name: 서울대+로.
_KEPT_OR_BROKEN: Final = re.compile(
    r"(?:계획|예정|약속|규정|법률|원칙|사실|생각|마음|관례|관행|순서|절차|지시|명령|합의|요구|주장|희망|예상|바람|일정|방침|지침"
    r"|기준|조건|내용|방식|전통|관습|요청|당부|공언|소원)$"
)
# A building's number makes a street of what stands before it: 한빛로 12, 은행나무로 5-3.
_BUILDING: Final = re.compile(r"\s?[0-9]+(?:-[0-9]+)?(?:번길|(?=[\s,)]|$))")

_TIME: Final = (
    r"[0-9]\s?[일월년]|[0-9]\s?년[생작대도]|요일|휴일|생일|기념일|당일|날|[째해]|[내작금]년|오늘|어제|내일|주말|연말|연초"
    r"|당시|최근"
)
_CAUSES: Final = "사고|사망|발생|화재|폭발|추락|고장|질병|갈등|분쟁|실패|부진|주요|근본|직접|간접"
_ONLY_AFTER: Final = {
    # 에는 after a time, a currency after a number.
    "엔": re.compile(rf"(?:{_TIME})$"),
    # Of 이다 after a time, an amount, a body in -원 (but 사고원인, the cause of the accident), and 이상, 이하, 미만.
    "인": re.compile(rf"(?:{_TIME}|(?:[0-9십백천만억조]\s?|[가-힣](?<!{_CAUSES}))원|이[상하]|미만)$"),
}


def is_lookalike(stem: str, josa: str, after: str) -> bool:
    """Tell whether the last syllables of a word belong to it though they have the form of a josa.

    `stem` is what stands before them in the line, `after` what follows the word.
    """
    if josa == "대로":
        return _KEPT_OR_BROKEN.search(stem) is None
    if josa == "로" and _BUILDING.match(after):
        return True
    return any(key in _ENDS and _ends(key).search(stem) for key in {josa, josa[0]})


def is_josa_here(stem: str, ending: str) -> bool:
    """Tell whether 엔 or 인, no josa elsewhere, is one after this stem."""
    pattern = _ONLY_AFTER.get(ending)
    return pattern is not None and pattern.search(stem) is not None


@cache
def _ends(josa: str) -> re.Pattern[str]:
    # Compiled when first needed: together they would take a tenth of the time that the import may take.
    return re.compile(f"(?:{_ENDS[josa]})$", re.VERBOSE)
