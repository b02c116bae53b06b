"""What is painted lies where the geometry says, in the colours of the theme, over and under the text."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QLineEdit

from annotator.ui.fonts import TextSize
from annotator.ui.pane.geometry import Chip, Fragment
from annotator.ui.pane.model import PaneSpan
from annotator.ui.pane.view import ArticlePane
from annotator.ui.theme import DARK, INNER_TINT, LIGHT, Theme, contrast, mix
from tests.ui.pane.hand import ARTICLE, ZONES, colours, picture, place, span

both_themes = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


def near(colour: QColor, wanted: str) -> bool:
    """The same but for rounding where colours lie on one another."""
    other = QColor(wanted)
    pairs = zip(colour.getRgb()[:3], other.getRgb()[:3], strict=True)
    return all(abs(one - two) <= 2 for one, two in pairs)


def share(image: QImage, box: QRect, wanted: str) -> float:
    """How much of a box has a colour."""
    spots = [(x, y) for x in range(box.left(), box.right() + 1) for y in range(box.top(), box.bottom() + 1)]
    return sum(near(image.pixelColor(*spot), wanted) for spot in spots) / len(spots)


def on_screen(pane: ArticlePane, box: QRectF) -> QRect:
    return box.translated(-pane._scrolled()).toRect()


def fragments(pane: ArticlePane, cp: int) -> list[Fragment]:
    return pane._page.fragments(pane._page.line_of(cp))


def chips(pane: ArticlePane, cp: int) -> list[Chip]:
    return pane._page.chips(fragments(pane, cp), pane._page.line_of(cp))


def lane_rows(pane: ArticlePane, image: QImage, one: Fragment, colour: str) -> list[int]:
    """The rows in which the middle of a fragment shows a lane of a colour, from the first lane's height."""
    x = int(one.box.center().x())
    first = int(one.box.bottom() - pane._scrolled().y()) - 3
    return [y for y in range(first, first + 20) if near(image.pixelColor(x, y), colour)]


@both_themes
@pytest.mark.parametrize("role", ["label-1", "label-2", "label-3", "label-4"])
def test_the_tint_lies_under_the_text_of_its_span(pane, theme: Theme, role: str) -> None:
    pane.set_theme(theme)
    pane.set_document(ARTICLE, ZONES, [span(1, "산업통상자원부", role)])
    image, box = picture(pane), pane.span_rect(1)
    assert share(image, box, theme.tint(role)) > 0.5
    assert theme.text.upper() in colours(image, box.left(), box.top(), box.right(), box.bottom())
    beside = QRect(box.right() + 2, box.top(), 40, box.height())
    assert share(image, beside, theme.tint(role)) == 0
    assert share(image, beside, theme.background) > 0.5


def test_a_span_that_was_not_there_leaves_no_trace(pane) -> None:
    pane.set_document(ARTICLE, ZONES)
    before = picture(pane)
    pane.upsert_span(span(1, "산업통상자원부"))
    pane.set_current(1)
    assert picture(pane) != before
    pane.set_current(None)
    pane.remove_span(1)
    assert picture(pane) == before


class Painted(QObject):
    """Where the viewport was painted since it was last asked."""

    def __init__(self, pane: ArticlePane) -> None:
        super().__init__(pane)
        self.boxes: list[QRect] = []
        pane.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  (Qt's name)
        if event.type() == QEvent.Type.Paint:
            self.boxes.append(event.rect())
        return False

    def has(self, box: QRect) -> bool:
        return any(one.contains(box) for one in self.boxes)


def test_every_change_of_a_span_is_painted_where_it_shows_and_not_elsewhere(pane, qtbot) -> None:
    painted = Painted(pane)
    pane.set_document(ARTICLE, ZONES)
    qtbot.waitUntil(lambda: painted.has(pane.viewport().rect()))
    one = span(1, "산업통상자원부")
    for change in (
        lambda: pane.upsert_span(one),
        lambda: pane.set_current(1),
        lambda: pane.upsert_span(span(1, "산업통상자원부", "label-2", style="suggestion")),
        lambda: pane.set_current(None),
        lambda: pane.remove_span(1),
    ):
        box = QRect(*QRect.getRect(pane.span_rect(1))) if pane.spans_at(one.start) else QRect()
        painted.boxes.clear()
        change()
        around = (pane.span_rect(1) if box.isEmpty() else box).adjusted(0, -14, 0, 6)
        qtbot.waitUntil(lambda wanted=around: painted.has(wanted))
        title = QRect(pane.point_of(2), pane.point_of(3))
        assert not any(one_box.contains(title) for one_box in painted.boxes)


def test_overlapping_spans_have_lanes_at_different_heights(pane) -> None:
    outer = PaneSpan(1, *place("최소 1000만 달러 규모"), "label-1", "가")
    inner = PaneSpan(2, *place("1000만 달러"), "label-2", "나")
    innermost = PaneSpan(3, *place("달러"), "label-4", "다")
    pane.set_document(ARTICLE, ZONES, [outer, inner, innermost])
    image = picture(pane)
    found = {one.span.id: one for one in fragments(pane, innermost.start)}
    rows = [
        lane_rows(pane, image, found[3], LIGHT.look(one.role).colour) for one in (outer, inner, innermost)
    ]
    assert [len(one) for one in rows] == [2, 2, 2]
    assert [one[0] - rows[0][0] for one in rows] == [0, 4, 8]


def test_nested_tints_are_two_deep_and_no_deeper(pane) -> None:
    outer = PaneSpan(1, *place("최소 1000만 달러 규모"), "label-1", "가")
    inner = PaneSpan(2, *place("1000만 달러"), "label-2", "나")
    pane.set_document(ARTICLE, ZONES, [outer, inner])
    nested = mix(LIGHT.look("label-2").colour, LIGHT.tint("label-1"), INNER_TINT)
    assert share(picture(pane), pane.span_rect(2), nested) > 0.4
    pane.upsert_span(PaneSpan(3, *place("달러"), "label-4", "다"))
    assert share(picture(pane), pane.span_rect(3), nested) > 0.4


def test_a_suggestion_has_no_tint_a_broken_line_and_a_hollow_chip(pane) -> None:
    one = span(1, "산업통상자원부", style="suggestion")
    pane.set_document(ARTICLE, ZONES, [one])
    image, box = picture(pane), pane.span_rect(1)
    colour = LIGHT.look("label-1").colour
    assert share(image, box, LIGHT.tint("label-1")) == 0
    lane = [
        near(image.pixelColor(x, box.bottom() - 1), colour) for x in range(box.left() + 4, box.right() - 4)
    ]
    assert 0.4 < sum(lane) / len(lane) < 0.8
    chip = on_screen(pane, chips(pane, one.start)[0].box)
    assert share(image, chip, LIGHT.background) > 0.4
    pane.upsert_span(span(1, "산업통상자원부"))
    image = picture(pane)
    assert share(image, chip, colour) > 0.3
    assert all(
        near(image.pixelColor(x, box.bottom() - 1), colour) for x in range(box.left() + 4, box.right() - 4)
    )


@pytest.mark.parametrize(("role", "rows"), [("label-1", 2), ("label-5", 2), ("label-9", 2)])
def test_labels_that_share_a_hue_have_other_lines(pane, role: str, rows: int) -> None:
    pane.set_document(ARTICLE, ZONES, [span(1, "산업통상자원부", role)])
    image, box = picture(pane), pane.span_rect(1)
    colour = LIGHT.look(role).colour
    area = [
        [near(image.pixelColor(x, y), colour) for x in range(box.left() + 4, box.right() - 4)]
        for y in range(box.bottom() - 3, box.bottom() + 2)
    ]
    full = [at for at, row in enumerate(area) if all(row)]
    broken = [at for at, row in enumerate(area) if 0.3 < sum(row) / len(row) < 0.7]
    expected = {"label-1": ([2, 3], []), "label-5": ([1, 3], []), "label-9": ([], [2, 3])}
    assert (full, broken) == expected[role]
    assert len(full) + len(broken) == rows


def test_a_doubtful_span_has_a_question_mark_on_its_chip(pane) -> None:
    pane.set_document(ARTICLE, ZONES, [span(1, "산업통상자원부")])
    start = place("산업통상자원부")[0]
    sure = chips(pane, start)[0].box
    pane.upsert_span(span(1, "산업통상자원부", unsure=True))
    unsure = chips(pane, start)[0].box
    assert sure.width() + 3 <= unsure.width() <= sure.width() + 12
    image = picture(pane)
    mark = on_screen(
        pane, QRectF(sure.right() - 2, unsure.top(), unsure.right() - sure.right(), unsure.height())
    )
    assert 0.1 < share(image, mark, LIGHT.look("label-1").colour) < 0.9


@both_themes
def test_the_current_span_has_a_box_in_the_text_colour(pane, theme: Theme) -> None:
    pane.set_theme(theme)
    pane.set_document(ARTICLE, ZONES, [span(1, "산업통상자원부")])
    box = pane.span_rect(1)
    side = QRect(box.left() - 3, box.top() + 4, 2, box.height() - 8)
    assert share(picture(pane), side, theme.text) < 0.2
    pane.set_current(1)
    assert share(picture(pane), side, theme.text) >= 0.5


@both_themes
def test_a_selection_hides_the_tint_and_is_seen(pane, theme: Theme) -> None:
    pane.set_theme(theme)
    pane.set_document(ARTICLE, ZONES, [span(1, "산업통상자원부")])
    start, end = place("통상")
    pane.select(start, end)
    box = QRect(pane.point_of(start), pane.point_of(end)).adjusted(1, -7, -3, 5)
    image = picture(pane)
    assert share(image, box, theme.selection) > 0.4
    assert share(image, box, theme.tint("label-1")) == 0


def test_chips_on_one_line_do_not_cover_one_another_nor_leave_the_pane(pane) -> None:
    start = place("[대전")[0]
    words = [PaneSpan(at, start + at, start + at + 2, "label-1", "아주 긴 이름의 라벨") for at in range(5)]
    pane.set_document(ARTICLE, ZONES, words)
    line = pane._page.line_of(start)
    pane.upsert_span(PaneSpan(9, line.end - 2, line.end, "label-2", "줄 끝의 긴 라벨"))
    shown = chips(pane, start)
    assert len(shown) == 6
    for one, other in pairwise(shown):
        assert one.box.right() < other.box.left()
    assert shown[-1].box.right() <= pane.viewport().width()


def test_too_many_spans_on_a_screen_hide_their_chips(pane, qtbot) -> None:
    pane.set_document(ARTICLE, ZONES, [PaneSpan(1, 40, 44, "label-1", "기관")])
    chip = on_screen(pane, chips(pane, 40)[0].box)
    colour = LIGHT.look("label-1").colour
    assert share(picture(pane), chip, colour) > 0.3
    many = [PaneSpan(at, 40 + at % 60, 44 + at % 60, "label-1", "기관") for at in range(1, 230)]
    pane.set_spans(many)
    assert share(picture(pane), chip, colour) == 0
    assert pane._page.hits(QPointF(chip.center()) + pane._scrolled(), chips=not pane._crowded) == []


def test_a_dispute_is_hatched_and_marked_beside_its_line(pane) -> None:
    pane.set_document(ARTICLE, ZONES, [span(1, "산업통상자원부", style="disputed")])
    image, box = picture(pane), pane.span_rect(1)
    assert share(image, box, LIGHT.background) > 0.2
    assert share(image, box, LIGHT.tint("label-1")) < 0.05
    badge = QRect(8, box.top(), 14, box.height())
    assert share(image, badge, LIGHT.danger) > 0.2


def test_the_caret_is_seen_with_and_without_the_focus(pane, qtbot) -> None:
    pane.set_document(ARTICLE, ZONES)
    at = place("수소")[0]
    pane.set_caret(at)
    spot = pane.point_of(at)
    assert contrast(picture(pane).pixelColor(spot).name(), LIGHT.background) > 12
    field = QLineEdit(pane)
    field.show()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    assert 1.5 < contrast(picture(pane).pixelColor(spot).name(), LIGHT.background) < 5
    pane.set_caret(0)
    assert picture(pane).pixelColor(spot) == QColor(LIGHT.background)


@pytest.mark.parametrize("size", list(TextSize))
def test_every_size_has_room_for_chips_and_lanes(pane, size: TextSize) -> None:
    deep = [PaneSpan(at, 45 - at, 60 + at, "label-1", "기관") for at in range(1, 5)]
    for spans in (deep[:2], deep):
        pane.set_text_size(size)
        pane.set_document(ARTICLE.replace("\n", " "), (), spans)
        line = pane._page.line_of(50)
        below = pane._page.line_of(line.end)
        lowest = max(one.lane_top + 2 for one in pane._page.fragments(line))
        assert lowest <= below.top - pane._setting.chip_height + 1
        assert below.top - pane._setting.chip_height - lowest < 14


@pytest.mark.parametrize("scale", [1.25, 2.0])
def test_it_is_right_on_a_finer_screen(pane, scale: float) -> None:
    pane.set_document(ARTICLE, ZONES, [span(1, "산업통상자원부"), span(2, "수소", "label-2")])
    fine = QPixmap(pane.viewport().size() * scale)
    fine.setDevicePixelRatio(scale)
    pane.viewport().render(fine)
    image = fine.toImage()
    for number, role in ((1, "label-1"), (2, "label-2")):
        box = pane.span_rect(number)
        large = QRectF(box.x() * scale, box.y() * scale, box.width() * scale, box.height() * scale).toRect()
        assert share(image, large.adjusted(1, 1, -1, -1), LIGHT.tint(role)) > 0.5
        beside = QRect(large.right() + 3, large.top(), 20, large.height())
        assert share(image, beside, LIGHT.tint(role)) == 0


def test_the_layers_of_a_review_have_a_whole_a_dashed_and_a_dotted_line(pane) -> None:
    at = ARTICLE.index("산업통상자원부")
    pane.set_document(
        ARTICLE,
        ZONES,
        [
            PaneSpan(n, at, at + 7, "label-1", "", style, lane=n)
            for n, style in enumerate(("solid", "dashed", "dotted"))
        ],
    )
    image = picture(pane)
    runs = []
    for fragment in fragments(pane, at):
        box = on_screen(pane, fragment.box)
        y = int(fragment.lane_top - pane._scrolled().y()) + 1
        inked = [near(image.pixelColor(x, y), LIGHT.hues[0]) for x in range(box.left() + 4, box.right() - 4)]
        runs.append(sum(one and not before for before, one in pairwise([False, *inked])))
    whole, dashed, dotted = runs
    assert whole == 1
    assert 1 < dashed < dotted


def test_what_all_agree_on_is_calm_and_has_no_chip_and_what_they_do_not_is_hatched(pane) -> None:
    at = ARTICLE.index("산업통상자원부")
    calm = PaneSpan(1, at, at + 2, "label-1", "", "calm", lane=0)
    pane.set_document(ARTICLE, ZONES, [calm, PaneSpan(2, at + 3, at + 7, "", "", "differs")])
    image = picture(pane)
    assert chips(pane, at) == []
    assert share(image, pane.span_rect(1), mix(LIGHT.hues[0], LIGHT.background, INNER_TINT)) > 0.4
    assert share(image, pane.span_rect(2), LIGHT.background) < 0.95


def test_the_item_that_is_being_decided_is_lit_and_its_box_holds_all_lanes(pane) -> None:
    at = ARTICLE.index("산업통상자원부")
    pane.set_document(
        ARTICLE,
        ZONES,
        [PaneSpan(1, at, at + 7, "", "", "lit"), PaneSpan(2, at, at + 7, "label-1", "", "gold", lane=3)],
    )
    bare = picture(pane)
    pane.set_current(1)
    image = picture(pane)
    (gold,) = [one for one in fragments(pane, at) if one.span.id == 2]
    below = int(gold.lane_top - pane._scrolled().y()) + 3
    left = pane.span_rect(1).left() - 2
    assert near(image.pixelColor(left, below - 4), LIGHT.text)
    assert not near(bare.pixelColor(left, below - 4), LIGHT.text)
    assert share(bare, pane.span_rect(1), LIGHT.background) < 0.2
