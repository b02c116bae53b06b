"""A news page of our own writing, as crawled text and as two kinds of HTML; no outlet's article is in it."""

TITLE = '과기부, 내년 양자센서 연구에 320억 원 투입..."지역 거점 세 곳 신설"'
DECKS = ("10일 대전서 지역 혁신 간담회 열려", "대학·연구소·기업 함께 참여", "2026년까지 단계별 지원 계획")
LEAD = (
    "[대전=한빛뉴스] 이나루 기자 =\u00a0과학기술정보통신부는 10일 대전에서 간담회를 열고"
    " 내년 양자센서 연구에 320억 원을 투입한다고 밝혔다."
)
CAPTION = (
    "[대전=한빛뉴스] 이나루 기자 = 10일 대전에서 열린 지역 혁신 간담회에서 참석자들이 토론하고 있다."
    " [사진=과기부] 2023.11.10 naru@hanbit.example.kr"
)
SECOND_CAPTION = "양자센서 시제품. [사진=한빛대학교]"
PARAGRAPHS = (
    "이번 사업은 대전과 광주, 포항에 거점을 한 곳씩 두고 장비를 함께 쓰는 방식으로 추진된다.",
    "관련 기사에 따르면 지난해 같은 분야의 예산은 210억 원이었으며 올해는 그보다 절반가량 늘었다고 한다.",
    '이 장관은 "기초 연구와 산업 현장을 잇는 다리가 되도록 하겠다"며 "무엇보다 사람을 기르겠다"고 말했다.',
)
BYLINE = "naru@hanbit.example.kr"

ARTICLE = (TITLE, *DECKS, LEAD, CAPTION, PARAGRAPHS[0], PARAGRAPHS[1], SECOND_CAPTION, PARAGRAPHS[2], BYLINE)

MENU = ("전체기사 최신뉴스", "오늘의 달력", "경제 산업", "속보", "더보기")
FIELDS = ("기사입력 :", "최종수정 :")
CONTROLS = (
    "※ 본문 글자 크기 조정",
    "  • 더 작게",
    "  • 작게",
    "  • 보통",
    "  • 크게",
    "  • 더 크게",
    "※ 번역할 언어 선택",
)
RELATED = (
    "[한빛뉴스 베스트 기사]",
    "사진",
    "봄꽃 축제 개막 [서울=한빛뉴스] 박가람 기자 = 봄꽃이 피었다. [사진=한빛] 2026.02.26 garam@hanbit.example.kr",
    "garam@hanbit.example.kr",
    "2026-02-26 11:51",
    "기사 번역",
    "결과물 출력을 준비하고 있어요.",
)
STOCKS = (
    "종목 추적기",
    "",
    "S&P 500 기업 중 기사 내용이 영향을 줄 종목 추적",
    "",
    "긍정 영향 종목",
    "",
    "  • Example Instruments Inc. Information Technology",
    "    양자센서 수요가 늘어날 것으로 기대됨.",
    "  • Sample Health Corp. Health Care",
    "    진단 장비에 쓰일 가능성.",
    "",
    "부정 영향 종목",
    "",
    "  • Old Energy Co. Energy",
    "    투자 축소 우려.",
    "이 내용에 포함된 데이터와 의견은 한빛 AI가 분석한 결과입니다. 정보 제공 목적으로만 작성되었습니다.",
)
FOOTER = ("한빛쇼핑", "Top으로 이동")

TEXT_PAGE = "\n".join(
    (
        *MENU[:3],
        "",
        MENU[3],
        "",
        MENU[4],
        "",
        TITLE,
        "",
        FIELDS[0],
        "",
        FIELDS[1],
        "",
        CONTROLS[0],
        "",
        *CONTROLS[1:6],
        "",
        CONTROLS[6],
        "",
        *DECKS,
        "",
        "\n\n".join(ARTICLE[4:]),
        "",
        RELATED[0],
        "",
        *RELATED[1:],
        *STOCKS,
        *FOOTER,
    )
)


def _escaped(text: str) -> str:
    return text.strip().replace("&", "&amp;").replace("\u00a0", "&nbsp;")


def _paragraphs(lines: tuple[str, ...], tag: str = "p") -> str:
    return "\n".join(f"<{tag}>{_escaped(line)}</{tag}>" for line in lines if line)


HEAD = f"""<!doctype html>
<html lang="ko"><head><meta charset="utf-8"><title>{_escaped(TITLE)} - 한빛뉴스</title>
<meta property="og:site_name" content="한빛뉴스">
<meta property="og:title" content='{_escaped(TITLE)}'>
<meta name="author" content="이나루 기자">
<link rel="canonical" href="https://hanbit.example.kr/news/20231110001">
<style>p {{ color: #333 }}</style><script>if (1 < 2) {{ document.write("<p>script</p>") }}</script></head>"""

SEMANTIC_PAGE = f"""{HEAD}
<body><header><nav><ul>{_paragraphs(MENU, "li")}</ul></nav></header>
<!-- <p>commented out</p> -->
<article><h1>{_escaped(TITLE)}</h1>
<div class="when"><span>{FIELDS[0]}</span> <span></span></div><div class="when">{FIELDS[1]}</div>
<button>글자 크기</button><ul>{_paragraphs(CONTROLS[1:6], "li")}</ul>
<p>{"<br>".join(_escaped(deck) for deck in DECKS)}</p>
<p>{_escaped(LEAD)}</p>
<figure><img src="a.jpg" alt="alt text"><figcaption>{_escaped(CAPTION)}</figcaption></figure>
{_paragraphs(ARTICLE[6:8])}
<figure><figcaption>{_escaped(SECOND_CAPTION)}</figcaption></figure>
{_paragraphs(ARTICLE[9:])}
</article>
<aside>{_paragraphs(RELATED)}</aside>
<section>{_paragraphs(STOCKS)}</section>
<footer>{_paragraphs(FOOTER)}</footer>
<noscript>no script</noscript><template><p>template</p></template></body></html>"""

NESTED_PAGE = f"""{HEAD}
<body><div id="wrap"><div>{_paragraphs(MENU, "div")}</div>
<div><div><div><div>{_escaped(TITLE)}</div></div>
<div>{_paragraphs(FIELDS + CONTROLS, "div")}</div>
<div><div>{_paragraphs(DECKS, "div")}</div><div>{_paragraphs(ARTICLE[4:], "div")}</div></div></div></div>
<div>{_paragraphs(RELATED + STOCKS + FOOTER, "div")}</div></div></body></html>"""
