"""The words by which page furniture is known: menus, controls, headings of what follows an article.

All were collected by hand from the layout of Korean news pages; `docs/korean-text.md`, 4, has the rules. They are
compared with whole lines only, never with parts of a sentence.
"""

from typing import Final


def _words(text: str) -> frozenset[str]:
    """Split a table of words that may hold blanks: they are parted by commas and line ends."""
    return frozenset(word.strip() for line in text.splitlines() for word in line.split(",") if word.strip())


# Controls, dropped wherever they fill a line.
CONTROLS: Final = _words("""
    더 작게, 작게, 보통, 크게, 더 크게, 아주 작게, 아주 크게, 글자 크기, 글자크기, 글씨 크기, 글씨크기
    글자 크기 조절, 글자크기 조절, 글자 크기 조정, 글자크기 설정, 글자 크기 변경, 글씨 크기 조절, 폰트 크기
    글자크기조정, 글자크기 조정, 글씨크기 조절, 글꼴 선택
    가가, 가+, 가-, 가 가, 공유, 공유하기, 기사 공유하기, 기사공유하기, SNS 공유, SNS 공유하기, URL복사
    URL 복사, 주소복사, 주소 복사, 링크복사, 링크 복사, 페이스북, 트위터, 카카오톡, 카카오스토리
    네이버블로그, 네이버 블로그, 네이버밴드, 텔레그램, 인쇄, 인쇄하기, 프린트, 스크랩, 스크랩하기, 북마크
    기사저장, 기사 저장, 기사듣기, 기사 듣기, 음성으로 듣기, 음성으로 기사 듣기, 본문 듣기, 번역하기
    기사 번역, 기사번역, 번역할 언어 선택, 본문 글자 크기 조정, 구독하기, 기자 구독하기, 구독, 다크모드
    라이트모드, 이미지 크게 보기, 이미지 크게보기, 이미지 확대, 사진 크게보기, 크게 보기, 크게보기, 확대보기
    광고, ADVERTISEMENT, Advertisement, AD, 닫기, 창닫기, 레이어 닫기, 더보기, 기사 더보기
    결과물 출력을 준비하고 있어요.
""")

# Controls above the headline or between it and the text; in an article these may be words of a list.
HEADER_CONTROLS: Final = _words("""
    가, X, 밴드, 라인, 저장, 메일, 이메일, 이메일 보내기, 좋아요, 응원, 댓글, 요약, 듣기, 번역, 목록, 이전
    다음, 열기, 이전기사, 다음기사, 이전 기사, 다음 기사, 기자 페이지, 기자페이지, 본문, 기사원문, 원문보기
    화면 인쇄, URL, 사진, 언어 선택, 언어선택, 한국어, English, 日本語, 中文, 简体中文, 繁體中文, 영어
    일본어, 중국어, Español, Tiếng Việt
""")

# Lines of menus and tickers around an article.
MENUS: Final = _words("""
    홈, HOME, Home, 로그인, 로그아웃, 회원가입, 마이페이지, 검색, 통합검색, 전체메뉴, 메뉴, 메뉴 열기
    메뉴 닫기, 사이트맵, 본문 바로가기, 본문으로 바로가기, 주메뉴 바로가기, 메뉴 바로가기, 바로가기
    전체기사, 최신뉴스, 최신기사, 실시간뉴스, 실시간 뉴스, 속보, 전체보기, 더보기, 지면보기, PDF보기, PDF
    구독신청, 기사제보, 제보, 제보하기, 알림, RSS, 뉴스레터, Top으로 이동, TOP으로 이동, 맨위로, 맨 위로
    위로, 상단으로, 상단으로 이동, TOP, Top, 뒤로가기, 뒤로, 이전 페이지, GAM, ANDA
""")

SECTIONS: Final = _words("""
    정치, 경제, 사회, 국제, 세계, 문화, 스포츠, 연예, 산업, 증권, 금융, 부동산, 오피니언, 사설, 칼럼, 전국
    지역, 과학, IT, 과학·IT, IT·과학, IT/과학, 생활, 라이프, 피플, 인물, 포토, 영상, 글로벌, 중국, 북한
    외교, 국방, 테크, 바이오, 마켓, 재테크, 중기, 유통, 건강, 교육, 노동, 환경, 여행, 사람들, 날씨, 만화
    기획, 연재, 특집
""")

# What stands beside a section in the same line; never alone the sign of a section.
SUBSECTIONS: Final = _words("""
    청와대, 감사원, 대통령실, 국회, 정당, 행정, 국회·정당, 총리실, 통일, 외교·안보, 국방·안보, 정책
    경제일반, 정치일반, 사회일반, 국제일반, 사건, 사고, 사건·사고, 법원, 검찰, 법조, 재계, 기업, 은행, 보험
    카드, 전자, 통신, 자동차, 건설, 미국, 일본, 유럽, 아시아, 수도권, 강원, 충청, 호남, 영남, 제주, 전체기사
    최신뉴스, 전체, 일반, 종합, 뉴스
""")

FLAGS: Final = _words(
    "속보, [속보], 단독, [단독], 긴급, [긴급], 종합, 1보, 2보, 상보, 특징주, 긴급속보, BREAKING"
)

# A line that begins with one of these, and says little more, heads what is no longer the article.
AFTER_HEADINGS: Final = _words("""
    관련기사, 관련 기사, 관련뉴스, 관련 뉴스, 많이 본 뉴스, 많이 본 기사, 많이본 뉴스, 많이본 기사
    많이 읽은 기사, 가장 많이 본 뉴스, 가장 많이 본 기사, 인기기사, 인기 기사, 인기뉴스, 인기 뉴스, 추천기사
    추천 기사, 추천뉴스, 추천 뉴스, 주요뉴스, 주요 뉴스, 주요기사, 주요 기사, 핫이슈, 이 시각 주요뉴스
    이 시각 주요 뉴스, 이시각 주요뉴스, 실시간 인기기사, 실시간 인기뉴스, 이 기사와 함께 본 뉴스
    함께 볼만한 뉴스, 함께 볼만한 기사, 함께 본 기사, 베스트 기사, 종목 추적기, 기사 번역, 다른기사 보기
    다른 기사 보기, 댓글쓰기, 댓글 쓰기, 포토뉴스, 오늘의 핫이슈, 긍정 영향 종목, 부정 영향 종목, 연관기사
    연관 기사, Top으로 이동
""")

# Words that only an outlet's own advertisement holds, in a line that begins with a pointer (▶ ☞ ▷).
PROMOTIONS: Final = (
    "구독",
    "다운",
    "바로가기",
    "제보",
    "클릭",
    "카카오톡",
    "채널",
    "기사보기",
    "앱 ",
    "공식 ",
    "뉴스스탠드",
)

SUMMARIES: Final = (
    "AI 핵심 요약",
    "AI 요약",
    "AI 기사 요약",
    "3줄 요약",
    "세줄 요약",
    "한줄 요약",
    "기사 요약",
    "핵심 요약",
)

# Provinces and cities that stand for a place, never for an outlet, before "=".
PLACES: Final = _words("""
    서울, 부산, 대구, 인천, 광주, 대전, 울산, 세종, 경기, 강원, 충북, 충남, 전북, 전남, 경북, 경남, 제주
    수원, 성남, 고양, 용인, 의정부, 춘천, 강릉, 원주, 청주, 충주, 천안, 전주, 군산, 목포, 여수, 순천, 포항
    경주, 안동, 구미, 창원, 진주, 무안, 워싱턴, 뉴욕, 도쿄, 베이징, 상하이, 홍콩, 런던, 파리, 브뤼셀, 베를린
    제네바, 모스크바, 하노이, 방콕, 자카르타, 시드니
""")

# What stands before "=" in the credit of a picture or a table.
CREDITS: Final = _words("""
    사진, 그래픽, 그래프, 자료, 출처, 이미지, 캡처, 캡쳐, 일러스트, 영상, 표, 삽화, 로고, CI, 포스터, 제공
""")
