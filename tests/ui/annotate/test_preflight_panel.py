"""The panels of the checks: rows under headings, wishes, plain text, words in the language of the window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from annotator.app.documents.preflight import DocumentFindings, ProjectFindings
from annotator.core.preflight import Check, Finding, Place
from annotator.ui.annotate.preflight_panel import PreflightPanel, Reach, Waved
from annotator.ui.annotate.project_preflight_panel import ProjectPreflightPanel
from tests.support.dressing import LanguageSwitch, unnamed

TEXT = "<b>환경부는</b> 오늘\n한빛시와 환경부는"
FIRST, SECOND, CITY = Place(7, 3, 7), Place(8, 20, 24), Place(9, 15, 19)
FINDINGS = (
    Finding(Check.JOSA, "환경부는", (FIRST, SECOND)),
    Finding(Check.JOSA, "한빛시와", (CITY,)),
    Finding(Check.UNSURE, "환경부는", (FIRST,)),
    Finding(Check.RECORD, "", (Place(None, 0, 0),)),
)


@pytest.fixture
def panel(qtbot: QtBot) -> PreflightPanel:
    made = PreflightPanel(1)
    qtbot.addWidget(made)
    made.set_findings(FINDINGS, TEXT)
    made.resize(700, 400)
    made.show()
    return made


def lines(panel: PreflightPanel | ProjectPreflightPanel) -> list[str]:
    return [panel.list.item(row).text() for row in range(panel.list.count())]


def button(panel: PreflightPanel, name: str) -> QPushButton:
    found = panel.findChild(QPushButton, f"preflight-{name}")
    assert found is not None
    return found


def told(panel: PreflightPanel | ProjectPreflightPanel) -> str:
    found = panel.findChild(QLabel, f"{panel.objectName().removesuffix('-panel')}-told")
    assert found is not None
    assert found.textFormat() is Qt.TextFormat.PlainText
    return found.text()


def test_places_stand_under_their_check_in_their_words_and_nothing_is_gone_to_unasked(
    qtbot: QtBot, panel: PreflightPanel
) -> None:
    gone: list[Place] = []
    panel.place_wished.connect(gone.append)
    panel.set_findings(FINDINGS, TEXT)
    assert [line.split("   ")[0] for line in lines(panel)] == [
        "Ends in a josa", "환경부는", "환경부는", "한빛시와", "In doubt", "환경부는",
        "An incomplete record", "A record without a place in the text",
    ]  # fmt: skip
    assert "… <b>환경부는</b> 오늘 …" in lines(panel)[1]
    assert "5" in told(panel)
    panel.list.setFocus()
    assert (gone, panel.current()) == ([], None)


def test_everything_the_keyboard_reaches_has_a_name(qtbot: QtBot, panel: PreflightPanel) -> None:
    project = ProjectPreflightPanel()
    qtbot.addWidget(project)
    assert unnamed(panel) == unnamed(project) == []


def test_arrow_keys_go_from_place_to_place_past_the_headings(panel: PreflightPanel) -> None:
    gone: list[Place] = []
    panel.place_wished.connect(gone.append)
    for key in (Qt.Key.Key_Down, *[Qt.Key.Key_Down] * 3, Qt.Key.Key_Up):
        QTest.keyClick(panel.list, key)
    assert gone == [FIRST, SECOND, CITY, FIRST, CITY]


def test_each_button_and_space_wave_off_what_is_current(panel: PreflightPanel) -> None:
    waved: list[Waved] = []
    panel.waive_wished.connect(waved.append)
    panel.list.go_on()
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    for reach in Reach:
        button(panel, reach.value).click()
    assert waved == [Waved(reach, Check.JOSA, FIRST) for reach in (Reach.HERE, *Reach)]


def test_nothing_is_waved_off_where_nothing_is_current_or_nothing_can_be_written(
    panel: PreflightPanel,
) -> None:
    waved: list[Waved] = []
    panel.waive_wished.connect(waved.append)
    assert not any(button(panel, reach.value).isEnabled() for reach in Reach)
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    panel.set_editable(editable=False)
    panel.list.go_on()
    QTest.keyClick(panel.list, Qt.Key.Key_Space)
    assert not any(button(panel, reach.value).isEnabled() for reach in Reach)
    assert waved == []


def test_a_record_without_a_place_has_no_string_to_wave_off(panel: PreflightPanel) -> None:
    panel.list.mark(4)
    panel.set_editable(editable=True)
    assert [button(panel, reach.value).isEnabled() for reach in Reach] == [True, False, True]


def test_the_next_place_stands_where_one_was_and_a_last_one_too(panel: PreflightPanel) -> None:
    panel.list.mark(4)
    panel.set_findings(FINDINGS[:2], TEXT)
    assert panel.current() is None
    panel.list.go_on()
    assert panel.current() == (Check.JOSA, CITY)
    panel.set_findings(FINDINGS[1:2], TEXT)
    QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert panel.current() == (Check.JOSA, CITY)


def test_when_nothing_is_left_it_says_so_and_offers_only_to_finish(panel: PreflightPanel) -> None:
    panel.set_findings((), TEXT)
    assert told(panel) == "Nothing is left to look at."
    assert not panel.list.isVisible()
    assert button(panel, "finish").text() == "Finish"
    assert not any(button(panel, reach.value).isVisible() for reach in Reach)


def test_all_words_follow_a_switch_of_language_and_the_row_stays(qapp, panel: PreflightPanel) -> None:
    gone: list[Place] = []
    panel.list.go_on()
    panel.place_wished.connect(gone.append)
    with LanguageSwitch(qapp):
        assert lines(panel)[0] == "«Ends in a josa»"
        assert told(panel).startswith("«")
        assert all(child.text().startswith("«") for child in panel.findChildren(QPushButton))
        assert panel.current() == (Check.JOSA, FIRST)
    assert gone == []


def found_in(count: int) -> ProjectFindings:
    documents = [DocumentFindings(number, f"문서 {number}", FINDINGS[:2]) for number in range(1, count + 1)]
    return ProjectFindings(tuple(documents), count + 5)


def test_the_project_is_listed_by_document_and_a_row_names_document_and_place(qtbot: QtBot) -> None:
    panel = ProjectPreflightPanel()
    qtbot.addWidget(panel)
    panel.set_found(found_in(2))
    panel.show()
    josa = ["Ends in a josa: 환경부는  × 2", "Ends in a josa: 한빛시와"]
    assert lines(panel) == ["문서 1 · 3", *josa, "문서 2 · 3", *josa]
    assert told(panel) == "Checked: documents 7. To look at: 6 in documents 2."
    wished: list[tuple[int, Place]] = []
    panel.place_wished.connect(lambda document_id, place: wished.append((document_id, place)))
    for _ in range(4):
        QTest.keyClick(panel.list, Qt.Key.Key_Down)
    assert wished == [(1, FIRST), (1, CITY), (2, FIRST), (2, CITY)]


def test_more_rows_than_can_be_walked_are_cut_and_that_is_told(qtbot: QtBot) -> None:
    panel = ProjectPreflightPanel()
    qtbot.addWidget(panel)
    panel.set_found(found_in(1200))
    assert panel.list.count() == 1000 + 2000
    assert told(panel).endswith("The first 2,000 rows are shown.")


def test_while_it_is_looked_for_that_is_told_and_it_cannot_be_asked_for_again(qtbot: QtBot, qapp) -> None:
    panel = ProjectPreflightPanel()
    qtbot.addWidget(panel)
    again = panel.findChild(QPushButton, "project-preflight-again")
    assert again is not None
    assert not again.isEnabled()
    assert "being checked" in told(panel)
    panel.set_found(ProjectFindings((), 3))
    assert again.isEnabled()
    with LanguageSwitch(qapp):
        assert again.text() == "«Check again»"
