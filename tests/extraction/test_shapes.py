"""What single lines look like, each rule with lines that only seem to fall under it."""

import pytest

from annotator.extraction import shapes

SENTENCE = "정부는 이날 회의를 열고 내년도 예산안을 확정했으며 세부 계획은 다음 달에 발표하기로 했다."


@pytest.mark.parametrize(
    ("line", "true"),
    [
        (SENTENCE, True),
        (SENTENCE[:-1] + '."', True),
        (SENTENCE[:-1], False),
        ("정부가 예산안을 확정했다.", False),
        ("정부, 내년도 예산안 확정하고 세부 계획은 다음 달 발표하기로 최종적으로 결정...", False),
        ("", False),
    ],
)
def test_prose_is_long_and_closed_like_a_sentence(line, true):
    assert shapes.is_prose(line) is true


@pytest.mark.parametrize(
    ("line", "anywhere", "above"),
    [
        ("더 작게", True, True),
        ("• 더 작게", True, True),
        ("※ 본문 글자 크기 조정", True, True),
        ("더 작게 작게 보통 크게 더 크게", True, True),
        ("페이스북 트위터 카카오톡 URL 복사", True, True),
        ("※ 자료는 통계청", False, True),
        ("• 반도체 협력", False, True),
        ("이전", False, True),
        ("댓글 12", False, True),
        ("조회수 1,234", False, True),
        ("AI 핵심 요약", False, True),
        ("이 기사는 12월 9일 오후 2시에 출고된 프리미엄 기사입니다.", False, True),
        ("글자 크기를 키우는 사람이 늘었다", False, False),
        ("페이스북이 새 기능을 내놨다", False, False),
        ("작게 시작한 모임", False, False),
        ("", False, False),
    ],
)
def test_controls_fill_their_line(line, anywhere, above):
    assert (shapes.is_control(line), shapes.is_header_control(line)) == (anywhere, above)


@pytest.mark.parametrize(
    ("line", "menu", "section"),
    [
        ("전체기사 최신뉴스 GAM", True, False),
        ("정치 청와대·감사원", True, True),
        ("경제", True, True),
        ("정치 > 국회·정당", True, True),
        ("정치 경제 사회 국제 문화 스포츠", True, False),
        ("속보", True, False),
        ("더보기", True, False),
        ("경제 성장률 2%로 둔화", False, False),
        ("정치권, 예산안 놓고 대립", False, False),
        ("KYD 디데이", False, False),
        ("", False, False),
    ],
)
def test_menus_are_made_of_menu_words_only(line, menu, section):
    assert shapes.is_menu(line) is menu
    assert (shapes.is_section(line) and not shapes.is_flag(line)) is section


@pytest.mark.parametrize(
    "line",
    [
        "[서울=뉴스핌] 김하늘 기자 = 행사가 열렸다. [사진=대통령실] 2023.12.09 a@b.kr",
        "[서울=뉴스핌] 행사에서 미소를 짓고 있다. [사진=청와대]",
        "(서울=연합뉴스) 김하늘 기자 = 행사가 열리고 있다. 2023.12.9 sky@yna.example.kr",
        "[OSEN=잠실, 김하늘 기자] 감독이 박수를 보내고 있다. 2023.10.31 /sky@osen.example.kr",
        "감독이 박수를 보내고 있다. 2023.10.31 /sky@osen.example.kr",
        "국정운영 평가 2월 4주차 [그래프=한빛조사]",
        "행사 모습 (사진=연합뉴스)",
        "행사 모습. /사진=뉴스1",
        "행사 모습 [한빛대 제공]",
        "전경 [한빛군 제공. 재판매 및 DB 금지]",
        "▲ 행사 모습 ⓒ 한빛뉴스",
        "이미지 © News1 김하늘 기자",
        "실업률 추이 (자료=통계청)",
        "[사진] 한빛 DB.",
        "(서울=뉴스1) 김하늘 기자 = 총리가 9일 발언하고 있다. 2023.12.9/뉴스1",
    ],
)
def test_captions_are_known_by_their_credit(line):
    assert shapes.is_caption(line)


@pytest.mark.parametrize(
    "line",
    [
        "",
        SENTENCE,
        "[서울=뉴스핌] 김하늘 기자 = " + SENTENCE,
        "[서울=뉴스핌] 김하늘 기자 = " + SENTENCE + " sky@newspim.example.kr",
        "[서울=뉴스핌] 김하늘 기자 = 2023.12.09 발표한 자료에 따르면 " + SENTENCE,
        "[사진=대통령실] 이후 " + SENTENCE,
        SENTENCE + " " + SENTENCE + " " + SENTENCE + " (자료=통계청)",
        "그는 사진을 찍었다.",
        "sky@newspim.example.kr",
    ],
)
def test_sentences_are_no_captions(line):
    assert not shapes.is_caption(line)


@pytest.mark.parametrize(
    ("line", "byline", "signs", "names"),
    [
        ("sky@newspim.example.kr", True, True, ()),
        ("  sky@newspim.example.kr  ", True, True, ()),
        ("a@b.kr, c@d.co.kr", True, True, ()),
        ("김하늘 기자 sky@newspim.example.kr", True, True, ("김하늘",)),
        ("김하늘 기자 (sky@yna.example.kr)", True, True, ("김하늘",)),
        ("[김하늘 기자 sky@chosun.example.com]", True, True, ("김하늘",)),
        ("울산=김하늘 기자 sky@hankyung.example.com", True, True, ("김하늘",)),
        ("글·사진 = 김하늘 기자", True, False, ("김하늘",)),
        ("김하늘 sky@fomos.example.kr", True, True, ()),
        ("◎공감언론 한빛 sky@hanbit.example.kr", True, True, ()),
        ("/sky@osen.example.kr", True, True, ()),
        ("김하늘 기자", True, False, ("김하늘",)),
        ("기자", False, False, ()),
        ("문의는 sky@newspim.example.kr 로 하면 된다", False, False, ()),
        ("김하늘 기자가 전했다", False, False, ()),
        ("@", False, False, ()),
        ("", False, False, ()),
    ],
)
def test_bylines_hold_reporters_and_addresses_only(line, byline, signs, names):
    assert (shapes.is_byline(line), shapes.signs_off(line), shapes.reporters_of(line)) == (
        byline,
        signs,
        names,
    )


@pytest.mark.parametrize(
    ("line", "ends"),
    [
        ("[뉴스핌 베스트 기사]", True),
        ("<인기기사>", True),
        ("[관련기사]", True),
        ("관련 기사", True),
        ("▶ 관련기사", True),
        ("많이 본 뉴스", True),
        ("주요뉴스 더보기", True),
        ("종목 추적기", True),
        ("ⓒ 한빛뉴스", True),
        ("<저작권자 ⓒ 한빛뉴스, 무단 전재 및 재배포 금지>", True),
        ("<저작권자(c) 연합뉴스, 무단 전재-재배포 금지>", True),
        ("Copyright © 한빛뉴스. All rights reserved.", True),
        ("저작권자 | 한빛신문 무단전재 및 재배포 금지", True),
        ("관련 기사에 따르면 예산이 늘었다", False),
        ("주요 뉴스를 골라 전한다", False),
        ("관련기사 목록은 아래에 있다", False),
        ("인기 기사와 함께", False),
        ("저작권을 지키자는 운동이 번지고 있다", False),
        (SENTENCE + " " + SENTENCE * 5 + " 저작권자", False),
        ("", False),
    ],
)
def test_headings_of_what_follows_say_little_else(line, ends):
    assert shapes.ends_article(line) is ends


@pytest.mark.parametrize(
    ("line", "true"),
    [
        ("▶ 한빛뉴스 구독하고 소식 받기", True),
        ("☞ 한빛뉴스 앱 다운로드", True),
        ("▶ 1분기 실적", False),
        ("구독 경제가 커지고 있다", False),
    ],
)
def test_promotions_begin_with_a_pointer_and_name_a_service(line, true):
    assert shapes.is_promotion(line) is true


@pytest.mark.parametrize(
    ("line", "true"),
    [("기사입력 :", True), ("2023-12-09 10:30", True), ("입력 오류", False), ("2023년의 기록", False)],
)
def test_field_lines_hold_labelled_dates_or_a_date(line, true):
    assert shapes.is_field(line) is true
