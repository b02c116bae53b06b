"""What a hand does to the pane, and a sample article of our own to do it to."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest

from annotator.core.text import Zone, ZoneKind
from annotator.ui.pane.model import PaneSpan
from annotator.ui.pane.view import ArticlePane

TITLE = "과기부, 차세대 배터리에 4200억원 투입"
DECK = "민관 합동 전략회의서 로드맵 확정"
BODY = (
    "[대전=가나다뉴스] 홍길동 기자 =\u00a0과학기술정보통신부와 산업통상자원부가 내년부터 2027년까지 차세대 배터리와 "
    "수소 분야에 모두 4200억원을 투입한다. 😀 이모지 뒤의 한국에너지기술평가원도 최소 1000만 달러 규모의 국제 "
    "공동연구를 맡는다."
)
BYLINE = "gildong@example.com 홍길동 기자"
ARTICLE = f"{TITLE}\n{DECK}\n\n{BODY}\n\n{BYLINE}\n"


def place(part: str, text: str = ARTICLE) -> tuple[int, int]:
    start = text.index(part)
    return start, start + len(part)


ZONES = (
    Zone(*place(TITLE), ZoneKind.TITLE),
    Zone(*place(DECK), ZoneKind.DECK),
    Zone(*place(BODY), ZoneKind.BODY),
    Zone(*place(BYLINE), ZoneKind.BYLINE),
)


def span(number: int, part: str, role: str = "label-1", text: str = ARTICLE, **more) -> PaneSpan:
    return PaneSpan(number, *place(part, text), role, more.pop("chip", "기관"), **more)


def in_sight(pane: ArticlePane, start: int, end: int) -> None:
    """Scroll so that a drag from `start` to `end` stays in the viewport."""
    pane.ensure_visible(start, end)


def drag(
    pane: ArticlePane, start: int, end: int, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    in_sight(pane, min(start, end), max(start, end))
    drag_between(pane, pane.point_of(start), pane.point_of(end), keys)


def drag_between(
    pane: ArticlePane, first: QPoint, last: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    viewport, left = pane.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(viewport, left, keys, first)
    QTest.mouseMove(viewport, (first + last) / 2)
    QTest.mouseMove(viewport, last)
    QTest.mouseRelease(viewport, left, keys, last)


def inside(pane: ArticlePane, cp: int) -> QPoint:
    """The middle of the character at `cp`."""
    here, after = pane.point_of(cp), pane.point_of(cp + 1)
    return QPoint((here.x() + after.x()) // 2, here.y()) if after.y() == here.y() else here + QPoint(4, 0)


def click(pane: ArticlePane, cp: int) -> None:
    QTest.mouseClick(pane.viewport(), Qt.MouseButton.LeftButton, pos=inside(pane, cp))


def picture(pane: ArticlePane) -> QImage:
    return pane.viewport().grab().toImage()


def colours(image: QImage, left: int, top: int, right: int, bottom: int) -> set[str]:
    return {QColor(image.pixel(x, y)).name().upper() for x in range(left, right) for y in range(top, bottom)}
