"""Gathering colleagues' files in the real window: what is clear is taken, the rest is answered by keys and mouse."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QSpinBox, QWidget

from annotator.core.commands.bin import BinDocuments
from annotator.core.layer import Status
from annotator.ui.driver import Driver
from annotator.ui.gather.panel import GatherPanel
from annotator.ui.gather.rows import Asked
from tests.support.intake import layers, line, new_session, run_import, write_lines
from tests.support.windows import PAGE, opened

pytestmark = pytest.mark.usefixtures("qapp")

ONE = (
    "한빛시, 수소 버스에 1,200억 원\n한빛시는 2일 수소산업진흥원과 함께 1,200억 원을 들인다고 밝혔다.\n"
    "시는 2027년까지 버스를 바꾼다. 노선은 설명회에서 정한다."
)
TWO = "새솔군, 도서관 짓는다\n새솔군은 올해 12억 원을 들여 도서관을 짓는다.\n공사는 가을에 시작한다."
EDITED = ONE.replace("2027년까지", "2028년 봄까지")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    session = new_session(tmp_path / "work")
    ours = [line(text, id=id_, status="new") for text, id_ in ((ONE, "d1"), (TWO, "d2"))]
    run_import(session, write_lines(tmp_path / "ours.jsonl", *ours))
    path = session.project.path
    session.project.close()
    return path


@contextmanager
def gathering(project: Path) -> Iterator[Driver]:
    with opened(project) as driver:
        yield driver


def gather(driver: Driver, *paths: Path) -> GatherPanel:
    done: list[int] = []
    desk = driver.window.gathering

    def note() -> None:
        done.append(1)

    desk.gathered.connect(note)
    desk.gather(list(paths))
    driver.wait_until(lambda: bool(done), "the files are gathered")
    desk.gathered.disconnect(note)
    return panel(driver)


def take(driver: Driver) -> GatherPanel:
    done: list[int] = []

    def note() -> None:
        done.append(1)

    driver.window.gathering.gathered.connect(note)
    driver.press_button("gather-take")
    driver.wait_until(lambda: bool(done), "the answers are taken")
    driver.window.gathering.gathered.disconnect(note)
    return panel(driver)


def panel(driver: Driver) -> GatherPanel:
    shown = driver.workspace.below.panel
    assert isinstance(shown, GatherPanel)
    return shown


def asked(shown: GatherPanel) -> dict[str, int]:
    return {str(kind): len(page.model.rows) for kind, page in shown.pages.items() if page.model.rows}


def cells(shown: GatherPanel) -> list[tuple[str, ...]]:
    return [row.cells for row in shown.files.model.rows]


def lee(text: str, *quotes: tuple[str, str], **more: object) -> dict[str, object]:
    return line(text, *quotes, **{"id": "d1", "annotator": "이도윤", **more})


def test_three_files_are_taken_in_one_step_and_accounted_for(project: Path, tmp_path: Path) -> None:
    files = [
        write_lines(tmp_path / f"{name}.jsonl", line(text, (quote, "AMOUNT"), id=id_, annotator=name))
        for name, text, quote, id_ in (
            ("김하늘", ONE, "1,200억 원", "d1"),
            ("이도윤", ONE.replace(" ", "  "), "1,200억  원", "d1"),
            ("박서준", TWO, "12억 원", "theirs"),
        )
    ]
    with gathering(project) as driver:
        shown = gather(driver, *files)
        assert asked(shown) == {}
        assert [row[1] for row in cells(shown)] == ["1", "1", "1"]
        assert cells(shown)[1][6] == "1"
        session = driver.workspace.session
        assert [name for name, _, _ in layers(session, 1)] == ["김하늘", "이도윤"]
        driver.press_button("notice-action-1")
        assert layers(session, 1) == []
        assert driver.workspace.below.panel is None


def test_labels_people_and_texts_are_answered_and_taken(project: Path, tmp_path: Path) -> None:
    label = write_lines(tmp_path / "이도윤.jsonl", lee(ONE, ("수소산업진흥원", "ORG")))
    nobody = write_lines(tmp_path / "final.jsonl", line(TWO, ("새솔군", "AGENCY"), id="d2"))
    text = write_lines(
        tmp_path / "박서준.jsonl", lee(EDITED, ("한빛시", "AGENCY"), id="x", annotator="박서준")
    )
    with gathering(project) as driver:
        shown = gather(driver, label, nobody, text)
        assert asked(shown) == {"labels": 1, "people": 1, "texts": 1}
        assert not driver.window.findChild(QWidget, "gather-take").isEnabled()
        # By a digit in the table: the first label of ours.
        driver.keys("1")
        assert shown.chosen.by_kind[Asked.LABELS] == {("이도윤.jsonl", "ORG"): "AGENCY"}
        driver.press_button("gather-tab-people")
        name = driver.window.findChild(QLineEdit, "gather-people-name")
        assert name.text() == "final"
        name.setFocus()
        name.selectAll()
        driver.write("최유진")
        driver.keys("Return")
        driver.press_button("gather-tab-texts")
        driver.window.findChild(QSpinBox, "gather-texts-least").setValue(80)
        driver.press_button("gather-texts-pair")
        assert driver.window.findChild(QLabel, "gather-told").text() == "Open questions: 0"
        shown = take(driver)
        assert asked(shown) == {}
        session = driver.workspace.session
        assert layers(session, 1) == [
            ("이도윤", "done", [("수소산업진흥원", "AGENCY")]),
            ("박서준", "done", [("한빛시", "AGENCY")]),
        ]
        assert [name for name, _, _ in layers(session, 2)] == ["최유진"]


def test_a_span_that_has_changed_within_is_looked_at(project: Path, tmp_path: Path) -> None:
    path = write_lines(
        tmp_path / "이도윤.jsonl", lee(EDITED, ("2028년 봄까지", "DATE"), ("한빛시는", "AGENCY"))
    )
    with gathering(project) as driver:
        shown = gather(driver, path)
        assert asked(shown) == {"changed": 1}
        assert shown.pages[Asked.CHANGED].model.rows[0].cells[3:] == ("2028년 봄까지", "2027년까지")
        driver.keys("1")
        driver.press_button("gather-take")
        assert asked(panel(driver)) == {}
        session = driver.workspace.session
        assert [row["seen"] for row in session.rows("anchor", "kind", "edited")] == [1]
        session.undo(None)
        assert [row["seen"] for row in session.rows("anchor", "kind", "edited")] == [0]


def test_a_changed_file_of_a_colleague_is_merged_item_by_item(project: Path, tmp_path: Path) -> None:
    with gathering(project) as driver:
        gather(
            driver,
            write_lines(tmp_path / "a.jsonl", lee(ONE, ("한빛시", "AGENCY"), ("1,200억 원", "AMOUNT"))),
        )
        later = lee(ONE, ("한빛시", "AGENCY"), ("1,200억", "AMOUNT"), ("2일", "DATE"))
        shown = gather(driver, write_lines(tmp_path / "b.jsonl", later))
        assert asked(shown) == {"layers": 2}
        driver.keys("1", "2")
        assert asked(take(driver)) == {}
        [(_, _, spans)] = layers(driver.workspace.session, 1)
        assert [text for text, _ in spans] == ["한빛시", "1,200억 원", "2일"]


def test_documents_in_the_bin_come_back_by_one_key_and_one_button(project: Path, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "이도윤.jsonl", lee(ONE, ("한빛시", "AGENCY")))
    with gathering(project) as driver:
        session = driver.workspace.session
        driver.workspace.bridge.do(BinDocuments((1,)))
        shown = gather(driver, path)
        assert asked(shown) == {"away": 1}
        assert shown.pages[Asked.AWAY].model.rows[0].cells[:3] == ("이도윤.jsonl", "in the bin", "1")
        driver.keys("1")
        assert asked(take(driver)) == {}
        assert session.document(1).binned_at == ""
        assert layers(session, 1) == [("이도윤", "done", [("한빛시", "AGENCY")])]


def test_a_record_and_a_status_in_two_versions_are_rows_of_their_own(project: Path, tmp_path: Path) -> None:
    spans = [
        {"id": id_, "start": ONE.index(word), "end": ONE.index(word) + len(word), "label": label}
        for id_, word, label in (("s1", "한빛시", "AGENCY"), ("s2", "1,200억 원", "AMOUNT"))
    ]
    roles = [{"role": one["label"], "span_id": one["id"], "norm": None} for one in spans]
    ours = {**lee(ONE), "spans": spans}
    theirs = {**ours, "status": "in_progress", "records": [{"id": "r1", "type": "", "roles": roles}]}
    with gathering(project) as driver:
        gather(driver, write_lines(tmp_path / "a.jsonl", ours))
        shown = gather(driver, write_lines(tmp_path / "b.jsonl", theirs))
        page = shown.pages[Asked.LAYERS]
        assert [row.cells[2:] for row in page.model.rows] == [
            ("Status", "Done", "In progress", ""),
            (
                "Record",
                "(nothing)",
                "AGENCY 한빛시 + AMOUNT 1,200억 원",
                "[한빛시, 수소 버스에 1,200억 원] 한빛시는 2일 수소산…",
            ),
        ]
        assert [len(row.options) for row in page.model.rows] == [2, 3]
        driver.keys("1", "3")
        take(driver)
        session = driver.workspace.session
        [(_, status, _)] = layers(session, 1)
        [layer] = session.project.reading.layers(1)
        assert (status, len(session.rows("record", "layer_id", layer.head.id))) == ("done", 1)


def test_the_answer_of_a_row_can_be_that_of_all(project: Path, tmp_path: Path) -> None:
    with gathering(project) as driver:
        gather(
            driver,
            write_lines(tmp_path / "a.jsonl", lee(ONE, ("한빛시는", "AGENCY"), ("1,200억 원", "AMOUNT"))),
        )
        shown = gather(
            driver, write_lines(tmp_path / "b.jsonl", lee(ONE, ("한빛시", "AGENCY"), ("1,200억", "AMOUNT")))
        )
        combo = driver.window.findChild(QComboBox, "gather-layers-answer")
        combo.setFocus()
        driver.keys("Down", "Down")
        driver.press_button("gather-layers-all")
        assert set(shown.chosen.by_kind[Asked.LAYERS].values()) == {"theirs"}


def test_the_panel_speaks_the_language_of_the_window_and_keeps_the_answers(
    project: Path, tmp_path: Path
) -> None:
    with gathering(project) as driver:
        shown = gather(driver, write_lines(tmp_path / "이도윤.jsonl", lee(ONE, ("한빛시", "ORG"))))
        driver.keys("1")
        driver.window.appearance.set_language("ko")
        driver.settle()
        assert shown.pages[Asked.LABELS].model.headerData(0, Qt.Orientation.Horizontal) != "Label in the file"
        assert shown.chosen.count == 1


@pytest.mark.skipif(not PAGE.exists(), reason="the newspaper's page is not here")
def test_three_colleagues_on_the_newspapers_page(tmp_path: Path) -> None:
    session = new_session(tmp_path / "work")
    run_import(session, PAGE)
    document = session.project.reading.document(1)
    text = session.project.reading.text_version(1).text
    words = dict.fromkeys(word for word in text.split() if len(word) > 3)
    marks = [(word, "AGENCY") for word in list(words)[:30]]
    more = {"id": document.uid}
    path = session.project.path
    session.project.close()
    files = [
        write_lines(
            tmp_path / f"{name}.jsonl",
            line(text, *marks[skip:], annotator=name, status=str(status), **more),
        )
        for skip, name, status in (
            (0, "가람", Status.DONE),
            (1, "나래", Status.DONE),
            (2, "다온", Status.IN_PROGRESS),
        )
    ]
    with gathering(path) as driver:
        shown = gather(driver, *files)
        assert asked(shown) == {}
        assert [(name, status) for name, status, _ in layers(driver.workspace.session, 1)] == [
            ("가람", "done"), ("나래", "done"), ("다온", "in_progress"),
        ]  # fmt: skip


def test_dropped_files_of_colleagues_are_gathered_and_others_imported(project: Path, tmp_path: Path) -> None:
    theirs = write_lines(tmp_path / "이도윤.jsonl", lee(ONE, ("한빛시", "ORG")))
    own = write_lines(tmp_path / "new.jsonl", line("새 문서다.", id="n1", status="new"))
    with gathering(project) as driver:
        driver.window.files_dropped.emit([theirs])
        driver.wait_until(
            lambda: driver.workspace.below.panel is not None, "the colleague's file is gathered"
        )
        assert asked(panel(driver)) == {"labels": 1}
        driver.window.files_dropped.emit([own])
        driver.wait_until(lambda: driver.text == "새 문서다.", "the document is imported")


def test_a_dropped_project_is_opened_or_gathered_as_the_person_says(project: Path, tmp_path: Path) -> None:
    other = new_session(tmp_path / "other")
    run_import(other, write_lines(tmp_path / "t.jsonl", lee(ONE, ("한빛시", "AGENCY"), annotator_id="lee")))
    path = other.project.path.rename(tmp_path / "other" / "이도윤.sqlite")
    other.project.close()
    with gathering(project) as driver:
        driver.window.files_dropped.emit([path])
        driver.settle()
        assert "이도윤.sqlite" in driver.workspace.notices.notices()[0]
        driver.press_button("notice-action-2")
        driver.wait_until(lambda: driver.workspace.below.panel is not None, "the project is gathered")
        assert layers(driver.workspace.session, 1) == [("이도윤", "done", [("한빛시", "AGENCY")])]
        driver.window.files_dropped.emit([path])
        driver.settle()
        driver.press_button("notice-action-1")
        assert driver.workspace.session.project.path == path


def test_a_copy_that_a_drive_left_beside_the_project_is_offered(project: Path) -> None:
    copy = project.with_name("project (1).sqlite")
    shutil.copy(project, copy)
    with gathering(project) as driver:
        driver.wait_until(lambda: bool(driver.workspace.notices.notices()), "the copy is told")
        assert copy.name in driver.workspace.notices.notices()[0]
        driver.press_button("notice-action-1")
        driver.wait_until(lambda: driver.workspace.below.panel is not None, "the copy is gathered")
        assert cells(panel(driver))[0][:2] == (copy.name, "0")


def test_what_is_asked_is_seen_where_the_files_were_gathered(project: Path, tmp_path: Path) -> None:
    with gathering(project) as driver:
        driver.keys("Ctrl+2")
        shown = gather(driver, write_lines(tmp_path / "이도윤.jsonl", lee(ONE, ("한빛시", "ORG"))))
        assert shown.isVisible()
        driver.keys("1")
        take(driver)
        assert layers(driver.workspace.session, 1) == [("이도윤", "done", [("한빛시", "AGENCY")])]
        driver.keys("Ctrl+1")
        assert not shown.isVisible()
        driver.keys("Ctrl+2")
        driver.press_button("gather-close")
        assert driver.workspace.below.panel is None
        assert driver.focus is driver.workspace.review.page.pane


def test_undo_beside_what_was_gathered_never_takes_back_another_step(project: Path, tmp_path: Path) -> None:
    files = [
        write_lines(tmp_path / f"{name}.jsonl", line(ONE, ("한빛시", "AGENCY"), id="d1", annotator=name))
        for name in ("이도윤", "박서준")
    ]
    with gathering(project) as driver:
        gather(driver, *files)
        session = driver.workspace.session
        bar = driver.workspace.notices
        assert bar.findChild(QWidget, "notice-action-1").isVisible()
        driver.keys("Ctrl+2", "Ctrl+B")
        driver.wait_until(lambda: not driver.workspace.review.rules.busy, "the rules are counted")
        driver.keys("Return")
        assert bar.notices()[0] == "Decided by the rule “All alike”: items 1. Ctrl+Z takes it back."
        assert not bar.findChild(QWidget, "notice-action-1").isVisible()
        driver.keys("Ctrl+Z")
        assert session.history(None).done[-1].message.id == "step.import.layers"
