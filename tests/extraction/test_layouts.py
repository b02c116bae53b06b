"""Whole pages as other outlets lay them out, in sentences of our own: what is kept of each."""

import pytest

from annotator.extraction import compose, extract

TITLE = "정부, 내년도 예산안 확정...지역 지원 늘려"
BODY = "이날 회의에는 관계 부처 장관과 전문가들이 참석해 세부 계획을 두 시간 넘게 논의했다."
MORE = "전문가들은 이번 결정이 지역 경제에 적지 않은 보탬이 될 것이라고 내다보며 기대를 나타냈다."

# The lines to be kept begin with a star.
YONHAP = f"""본문 바로가기
메뉴 바로가기
최신기사
홈
정치

*{TITLE}

송고시간2023-12-09 10:30

공유
댓글
글자크기조정
인쇄

김하늘
*김하늘 기자
기자 페이지

*예산 3조 원 늘어나
*지역 지원 두 배로

*회의에서 발언하는 총리
*(서울=연합뉴스) 박산 기자 = 총리가 9일 발언하고 있다. 2023.12.9 san@yna.example.kr

*(서울=연합뉴스) 김하늘 기자 = {BODY}

*{MORE}

*sky@yna.example.kr

제보는 카카오톡
<저작권자(c) 연합뉴스, 무단 전재-재배포, AI 학습 및 활용 금지>
2023/12/09 10:30 송고

많이 본 뉴스
{MORE}"""

NEWSIS = f"""정치
대통령실
*{TITLE}
기사등록 2023/12/09 10:30:00
최종수정 2023/12/09 11:00:00
가
가
*[서울=뉴시스] 박산 기자 = 총리가 발언하고 있다. (사진=총리실 제공) 2023.12.09. photo@newsis.example.com
*[서울=뉴시스]김하늘 기자 = {BODY}
*{MORE}
*◎공감언론 뉴시스 sky@newsis.example.com
<저작권자ⓒ 공감언론 뉴시스통신사. 무단전재-재배포 금지.>
많이 본 기사
{MORE}"""

NEWS1 = f"""로그인
전체메뉴

*{TITLE}

*예산 3조 원 늘어나

*김하늘 기자

2023.12.09 오전 10:30

*(서울=뉴스1) 김하늘 기자,이바다 기자 = {BODY}

*회의장 모습. 2023.12.9/뉴스1 © News1 박산 기자

*{MORE}

*sky@news1.example.kr

Copyright ⓒ 뉴스1. All rights reserved. 무단 전재 및 재배포, AI학습 이용금지.
{MORE}"""

SPORTS = f"""스포츠

*{TITLE}

입력 2023.12.09. 오후 10:30 수정 2023.12.09. 오후 11:00

*[사진] 한빛 DB.

*[OSEN=잠실, 김하늘 기자] {BODY}

*{MORE}

*/sky@osen.example.kr

[사진] 다른 사진
관련기사"""

DAILY = f"""*{TITLE}
*[헤럴드경제=김하늘 기자] {BODY}
*{MORE}
Copyright ⓒ 헤럴드경제 All Rights Reserved."""

NAMES = ["yonhap", "newsis", "news1", "sports", "daily"]


def page_of(marked: str) -> str:
    return "\n".join(line.removeprefix("*") for line in marked.split("\n"))


@pytest.mark.parametrize("marked", [YONHAP, NEWSIS, NEWS1, SPORTS, DAILY], ids=NAMES)
def test_of_each_layout_exactly_the_marked_lines_are_kept(marked):
    found = extract(page_of(marked))
    kept = [line.text for line in found.lines if line.kept and not line.blank]
    assert kept == [line.removeprefix("*") for line in marked.split("\n") if line.startswith("*")]
    assert found.fields.title == TITLE
    assert compose(found.lines).zones[0].kind == "title"
    assert found.fields.author.startswith("김하늘")


@pytest.mark.parametrize(
    ("marked", "outlet", "published", "document_date", "source"),
    [
        (YONHAP, "연합뉴스", "2023-12-09T10:30", "2023-12-09", "field"),
        (NEWSIS, "뉴시스", "2023-12-09T10:30", "2023-12-09", "field"),
        (NEWS1, "뉴스1", "", "2023-12-09", "caption"),
        (SPORTS, "OSEN", "2023-12-09T22:30", "2023-12-09", "field"),
        (DAILY, "헤럴드경제", "", "", ""),
    ],
    ids=NAMES,
)
def test_of_each_layout_outlet_and_dates_are_read(marked, outlet, published, document_date, source):
    fields = extract(page_of(marked)).fields
    assert (fields.outlet, fields.published) == (outlet, published)
    assert (fields.document_date, fields.date_source) == (document_date, source)
