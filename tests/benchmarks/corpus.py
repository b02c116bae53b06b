"""A seeded corpus of Korean news-like documents for the benchmarks: the same seed gives the same documents.

About 1,500 characters and 15 spans a document. Sentences are drawn from a pool made once, beside a few made
for the document alone, so that terms of every frequency occur and making 100,000 documents stays quick.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import NamedTuple

from annotator.core.entry import Entry, EntrySpan, LabelSetName
from annotator.core.labels import DEFAULT_LABELS, LabelSet
from annotator.core.text import Zone, ZoneKind, digest
from annotator.core.values import Norm


def _words(written: str) -> tuple[str, ...]:
    return tuple(written.split())


AGENCIES = _words("""과학기술정보통신부 산업통상자원부 보건복지부 환경부 국토교통부 중소벤처기업부
농림축산식품부 해양수산부 교육부 기획재정부 외교부 국방부 행정안전부 문화체육관광부
고용노동부 특허청 기상청 산림청 조달청 통계청 관세청 국세청
질병관리청 방위사업청 식품의약품안전처 금융위원회 공정거래위원회 방송통신위원회 원자력안전위원회 한국연구재단
한국전자통신연구원 한국과학기술연구원 한국산업기술진흥원 정보통신기획평가원 한국인터넷진흥원 한국수자원공사
서울시 부산시 대전시 경기도 미국국립과학재단 유럽연구이사회""")
SHORT_NAMES = {"과학기술정보통신부": "과기정통부", "산업통상자원부": "산업부", "보건복지부": "복지부"}
SECTORS = _words("""반도체 인공지능 바이오 양자컴퓨팅 이차전지 디스플레이 로봇 우주항공 수소 원자력 사이버보안 자율주행
드론 빅데이터 클라우드 6세대통신 첨단소재 탄소중립 스마트팜 디지털헬스 핵융합 조선 방위산업 AI 5G""")
NOUNS = _words("""협력 연구 개발 사업 지원 계획 기술 산업 경제 시장 기업 정책 회의 대화 합의 투자 예산 과제 성과 분야
인력 양성 교육 대학 학생 전문가 위원 대표 장관 차관 국장 실장 센터 기관 지역 도시 주민 환경 안전 건강 의료 병원
환자 신약 임상 데이터 정보 보안 통신 네트워크 서비스 플랫폼 제품 생산 공장 설비 공급망 수출 수입 무역 관세 협정
국제 세계 미래 혁신 전략 방안 제도 규제 법안 국회 정부 대통령 총리 의원 선거 여론 조사 결과 보고서 자료 통계
분석 평가 기준 목표 비전 체계 구축 확대 강화 추진 논의 검토 발표 행사 개막 전시 관람객 문화 예술 관광 축제 음식
농업 어업 축산 산림 바다 하천 수질 대기 기후 온난화 재난 태풍 지진 화재 소방 경찰 검찰 법원 판결 재판 금융 은행
증권 보험 부동산 아파트 주택 교통 철도 도로 항공 공항 항만 물류 배송 유통 소비자 가격 물가 임금 고용 노동 청년
여성 노인 복지 연금 가족 육아 학교 교사 시험 입시 언론 방송 신문 영화 음악 게임 운동 경기 선수 감독 우승""")
MIDDLES = _words("""이번 지난 새로운 다양한 주요 핵심 신흥 공동 첫 차세대 글로벌 국내 해외 현지 최근 앞으로 특히 또한
함께 이를 위해 이에 따라 한편 다만 우선 크게 더욱 가장 매우 약 모두 각각 직접 본격 지속 가능한 중장기 단계별 맞춤형
“우리는 ‘혁신·도전’ (가칭) 3개년 1단계 2차 50여 100% 12.5% R&D""")
ENDINGS = _words("""밝혔다 말했다 전했다 설명했다 강조했다 덧붙였다 나섰다 마련했다 추진한다 확대한다 지원한다 논의했다
합의했다 체결했다 개최했다 발표했다 분석했다 전망했다 기대된다 예정이다 계획이다 방침이다 나타났다 늘어났다
줄어들었다 이어졌다 시작했다 마쳤다 참석했다 방문했다""")
SURNAMES = _words("김 이 박 최 정 강 조 윤 장 임 한 오 서 신 권 황 안 송 류 홍")
GIVEN = "민서준우지현수아영진호성태경은혜선미정동원재석희승연주하윤도"
OUTLETS = ("한빛일보", "새길신문", "다온뉴스", "가람경제", "누리통신", "해오름타임스")
SECTIONS = ("정치", "경제", "사회", "과학", "국제")
UNITS = (
    ("원", "KRW", 1),
    ("억 원", "KRW", 100_000_000),
    ("조 원", "KRW", 10**12),
    ("만 달러", "USD", 10_000),
)
AFTER_VOWEL = ("는", "가", "를", "와", "로", "의", "에서")
AFTER_CONSONANT = ("은", "이", "을", "과", "으로", "의", "에서")

TIME = "2026-03-02T01:02:03Z"
ANNOTATOR, ANNOTATOR_UID = "kim", "01KIM"
_POOL_SIZE = 4000
_VOCABULARY = 6000
_FRESH_SENTENCES = 3
_LENGTH = 1480


class _Mark(NamedTuple):
    start: int
    end: int
    text: str
    label: str
    norm: Norm | None


class _Sentence(NamedTuple):
    text: str
    marks: tuple[_Mark, ...]


def label_set() -> LabelSet:
    """Return the label set that the documents name."""
    return LabelSet("kr-news", 1, DEFAULT_LABELS)


def documents(count: int, seed: int = 1) -> Iterator[Entry]:
    """Yield `count` documents, each as one annotator has done it."""
    labels = label_set()
    named = LabelSetName(labels.uid, labels.version, labels.sha256, tuple(b.key for b in labels.labels))
    for number in range(1, count + 1):
        yield _document(number, Random(f"{seed}/{number}"), named)


def _document(number: int, rng: Random, named: LabelSetName) -> Entry:
    title = _title(rng, number)
    text, marks = _text(rng, title)
    date = f"20{rng.randint(19, 25)}-{rng.randint(1, 12):02}-{rng.randint(1, 28):02}"
    outlet = rng.choice(OUTLETS)
    return Entry(
        id=f"doc-{number:07}",
        text=text,
        text_sha256=digest(text),
        zones=(Zone(0, len(title), ZoneKind.TITLE), Zone(len(title) + 1, len(text), ZoneKind.BODY)),
        fields={
            "title": title,
            "outlet": outlet,
            "author": _person(rng),
            "section": rng.choice(SECTIONS),
            "published": f"{date}T09:00:00",
            "document_date": date,
            "date_source": "field",
            "lang": "ko",
            "active_seconds": str(rng.randint(40, 400)),
        },
        label_set=named,
        annotator=ANNOTATOR,
        annotator_id=ANNOTATOR_UID,
        status="done" if number % 4 else "in_progress",
        flagged=number % 50 == 0,
        revision=f"r{number:07}",
        spans=tuple(
            EntrySpan(
                f"s{index}", mark.start, mark.end, mark.text, mark.label, mark.norm,
                "확인" if index == 7 else "", index == 11, "manual", ANNOTATOR, TIME, TIME,
            )
            for index, mark in enumerate(marks, 1)
        ),
        created_at=TIME,
        updated_at=TIME,
    )  # fmt: skip


def _text(rng: Random, title: str) -> tuple[str, list[_Mark]]:
    pool = _pool()
    pieces, marks = [title], []
    length = len(title)
    number = 0
    while length < _LENGTH:
        fresh = number < _FRESH_SENTENCES
        sentence = _sentence(rng, _vocabulary()) if fresh else pool[int(rng.random() * len(pool))]
        glue = "\n" if number % 5 == 0 else " "
        length += 1
        marks += [m._replace(start=m.start + length, end=m.end + length) for m in sentence.marks]
        pieces += (glue, sentence.text)
        length += len(sentence.text)
        number += 1
    return "".join(pieces), marks


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[list[str], list[float]]:
    """Return words from frequent to rare, with their cumulated weights (1 / rank)."""
    rng = Random("vocabulary")
    words = list(dict.fromkeys((*NOUNS, *MIDDLES)))
    rng.shuffle(words)
    seen = set(words)
    while len(words) < _VOCABULARY:
        word = rng.choice((_person, _compound, _foreign))(rng)
        if word not in seen:
            seen.add(word)
            words.append(word)
    return words, list(accumulate(1 / (rank + 8) for rank in range(len(words))))


@lru_cache(maxsize=1)
def _pool() -> tuple[_Sentence, ...]:
    rng = Random("pool")
    vocabulary = _vocabulary()
    return tuple(_sentence(rng, vocabulary) for _ in range(_POOL_SIZE))


def _sentence(rng: Random, vocabulary: tuple[list[str], list[float]]) -> _Sentence:
    words, weights = vocabulary
    drawn = rng.choices(words, cum_weights=weights, k=rng.randint(10, 16))
    places = sorted(rng.sample(range(len(drawn)), k=rng.choice((0, 0, 0, 1, 1, 2))))
    pieces: list[str] = []
    marks: list[_Mark] = []
    length = 0
    for index, word in enumerate(drawn):
        if index in places:
            mark = _mark(rng)
            marks.append(mark._replace(start=length, end=length + len(mark.text)))
        written = marks[-1].text if index in places else word
        piece = written + (_josa(rng, written) if index % 2 else "") + " "
        pieces.append(piece)
        length += len(piece)
    pieces.append(rng.choice(ENDINGS) + ".")
    return _Sentence("".join(pieces), tuple(marks))


def _mark(rng: Random) -> _Mark:
    kind = rng.random()
    if kind < 0.4:
        name = rng.choice(AGENCIES)
        text = SHORT_NAMES.get(name, name) if rng.random() < 0.5 else name
        return _Mark(0, 0, text, "AGENCY", Norm("name", name) if rng.random() < 0.5 else None)
    if kind < 0.65:
        return _Mark(0, 0, rng.choice(SECTORS), "SECTOR", None)
    if kind < 0.8:
        number = rng.choice((1, 2, 3, 5, 10, 30, 50, 120, 1000, 1500))
        unit, currency, factor = rng.choice(UNITS)
        return _Mark(0, 0, f"{number}{unit}", "AMOUNT", Norm("money", str(number * factor), currency))
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    return _Mark(
        0, 0, f"{month}월 {day}일", "DATE", Norm("date", f"2025-{month:02}-{day:02}", ref="2025-06-01")
    )


def _title(rng: Random, number: int) -> str:
    agency, sector = rng.choice(AGENCIES), rng.choice(SECTORS)
    return f"{agency}, {sector}·{rng.choice(NOUNS)} {rng.choice(NOUNS)} {rng.choice(NOUNS)}… 제{number}호"


def _person(rng: Random) -> str:
    return rng.choice(SURNAMES) + rng.choice(GIVEN) + rng.choice(GIVEN)


def _compound(rng: Random) -> str:
    return rng.choice(NOUNS) + rng.choice(NOUNS)


def _foreign(rng: Random) -> str:
    """Return a name as foreign ones are written, of any syllables."""
    return "".join(_syllable(rng) for _ in range(rng.randint(2, 4)))


def _syllable(rng: Random) -> str:
    """Return a syllable of one of the common vowels and final consonants."""
    lead, vowel, tail = (
        rng.randrange(19),
        rng.choice((0, 1, 4, 5, 8, 13, 18, 20)),
        rng.choice((0, 0, 1, 4, 8, 16, 21)),
    )
    return chr(0xAC00 + (lead * 21 + vowel) * 28 + tail)


def _josa(rng: Random, word: str) -> str:
    code = ord(word[-1])
    ends_in_consonant = 0xAC00 <= code <= 0xD7A3 and (code - 0xAC00) % 28 > 0
    return rng.choice(AFTER_CONSONANT if ends_in_consonant else AFTER_VOWEL)
