"""The panel of the same text elsewhere: what is ticked, what a person refuses, what the rows say."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from annotator.app.documents.occurrences import Found, Place
from annotator.core.labels import DEFAULT_LABELS, LabelSet
from annotator.korean.occurrences import Doubt
from annotator.ui.annotate.occurrences_panel import Choice, OccurrencesPanel
from annotator.ui.theme import DARK, LIGHT, contrast

LIKELY = Place(10, 13, None, "한빛시는 ", "반도체", "를 만든다.")
COMPOUND = Place(20, 23, Doubt.COMPOUND, "새 ", "반도체", "기술센터")
HTML = Place(30, 33, None, "<b>굵은</b>\t", "반도체", " & <i>")
HERE = Found(1, "첫 문서", (LIKELY, COMPOUND, HTML))
TWO = Found(2, "둘째 문서", (LIKELY, COMPOUND))
DOUBTFUL = Found(3, "셋째 문서", (COMPOUND,))


@pytest.fixture
def panel(qtbot: QtBot) -> OccurrencesPanel:
    made = OccurrencesPanel("반도체")
    qtbot.addWidget(made)
    made.set_labels(LabelSet("labels", 1, DEFAULT_LABELS), 2, LIGHT)
    made.show_places(HERE)
    made.show()
    return made


def press(panel: OccurrencesPanel, key: Qt.Key) -> None:
    QTest.keyClick(panel.rows, key)


def test_likely_places_are_ticked_and_the_others_say_why_not(panel: OccurrencesPanel) -> None:
    assert panel.choice() == Choice(places=((10, 13), (30, 33)), refused=())
    assert panel.rows.item(1).text() == "새 반도체기술센터  part of a longer word"


def test_space_takes_the_tick_away_which_refuses_and_again_gives_it_back(panel: OccurrencesPanel) -> None:
    press(panel, Qt.Key.Key_Space)
    assert panel.choice() == Choice(places=((30, 33),), refused=((10, 13),))
    press(panel, Qt.Key.Key_Space)
    assert panel.choice() == Choice(places=((10, 13), (30, 33)), refused=())


def test_what_nobody_touched_is_not_refused(panel: OccurrencesPanel) -> None:
    assert (20, 23) not in panel.choice().refused
    press(panel, Qt.Key.Key_Down)
    press(panel, Qt.Key.Key_Space)
    assert panel.choice().places == ((10, 13), (20, 23), (30, 33))


def test_text_is_shown_as_it_stands(panel: OccurrencesPanel) -> None:
    assert panel.rows.item(2).text() == "<b>굵은</b> 반도체 & <i>"


def test_other_documents_come_below_and_go_again_while_ticks_stay(panel: OccurrencesPanel) -> None:
    press(panel, Qt.Key.Key_Space)
    panel.show_documents([TWO, DOUBTFUL])
    assert panel.rows.count() == 5
    assert panel.rows.item(3).text() == "둘째 문서  places: 1 · in doubt: 1"
    assert panel.choice() == Choice(places=((30, 33),), refused=((10, 13),), documents=(TWO,))
    panel.rows.setCurrentRow(3)
    press(panel, Qt.Key.Key_Space)
    assert panel.choice().documents == ()
    assert panel.choice().refused_documents == (2,)
    panel.show_documents(None)
    assert panel.choice() == Choice(places=((30, 33),), refused=((10, 13),))


def test_a_document_with_doubtful_places_only_cannot_be_ticked(panel: OccurrencesPanel) -> None:
    panel.show_documents([DOUBTFUL])
    panel.rows.setCurrentRow(3)
    press(panel, Qt.Key.Key_Space)
    assert panel.choice().documents == ()
    assert panel.choice().refused_documents == ()


def test_enter_applies_and_a_digit_chooses_the_label(panel: OccurrencesPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.apply_wished, timeout=1000):
        press(panel, Qt.Key.Key_Return)
    with qtbot.waitSignal(panel.label_chosen, timeout=1000) as chosen:
        press(panel, Qt.Key.Key_1)
    assert chosen.args == [1]


def test_the_article_moves_where_a_person_goes_and_not_before(panel: OccurrencesPanel, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(panel.place_reached):
        panel.show_places(HERE)
    with qtbot.waitSignal(panel.place_reached, timeout=1000) as reached:
        press(panel, Qt.Key.Key_Down)
    assert reached.args == [20, 23]


def test_a_mouse_click_on_the_box_ticks_too(panel: OccurrencesPanel) -> None:
    rect = panel.rows.visualItemRect(panel.rows.item(0))
    place = rect.center()
    place.setX(rect.left() + 10)
    QTest.mouseClick(panel.rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert panel.choice().refused == ((10, 13),)


def test_rows_are_drawn_with_boxes_that_are_seen_in_light_and_dark(panel: OccurrencesPanel) -> None:
    for theme in (LIGHT, DARK):
        panel.setPalette(theme.palette())
        box = panel.rows.visualItemRect(panel.rows.item(1))
        picture = panel.rows.viewport().grab(box).toImage()
        ratio = picture.devicePixelRatio()
        row = round(picture.height() / 2)
        tones = {picture.pixelColor(x, row).name() for x in range(round(20 * ratio))}
        ground = picture.pixelColor(0, 0).name()
        assert max(contrast(tone, ground) for tone in tones) >= 3, theme.name
