"""The reviewer's whole job in the real window: three colleagues' files on the newspaper's page, to gold and back."""

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from annotator.app.agreement.rounds import has_before
from annotator.app.review.returning import returned_items
from annotator.app.review.reviewing import APPEALED, OPEN, review_of
from annotator.app.session import Session
from annotator.core.decision import Decision, decisions_of, standing
from annotator.core.layer import Role
from annotator.core.returned import Answer
from annotator.core.span import Span
from annotator.review.decisions import State
from annotator.ui.driver import Driver
from annotator.ui.returning.give_panel import GiveBackPanel
from annotator.ui.returning.walk_panel import ReturnedPanel
from annotator.ui.review.desk import ReviewDesk
from tests.e2e.actions.scenario import answer_dialog, notice, shows, widget
from tests.support.colleagues import (
    DAON,
    GARAM,
    NARAE,
    SECOND,
    UIDS,
    Papers,
    own_project,
    papers_on,
    write_again,
    write_first,
)
from tests.support.intake import everything, layers, line, lines_of, new_session, write_lines
from tests.support.returns import be
from tests.support.reviews import gold
from tests.support.windows import PAGE, marks, opened

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the newspaper page is not here")

WHY = "기사의 날을 따른다."
APPEAL = "표제에도 표시하기로 했습니다."
FOUND_ALIKE, FILLED_IN = 8, 5
# What is pressed on each item that no rule decides, by its name among the colleagues' marks.
KEYS = {
    "spare": ("0",),
    "missed": ("1",),
    # The card: reason, confidence, note, flag; then as 가람 has it.
    "value": ("Tab", "Down", "Down", "Tab", "Down", "Tab", WHY, "Tab", "Space", "Esc", "1"),
    "later": ("Space",),
    "label": ("2",),
    "josa": ("1",),
    "split": ("+",),
    # Spans of one's own: let go of, then made: label there and back, the end out and in, the start to the left.
    "ends": ("F2", "2", "Esc", "F2", "2", "1", "]", "[", "Alt+Shift+Left", "Return"),
}


def test_from_three_colleagues_files_to_gold_and_an_appeal_back(qtbot: QtBot, tmp_path: Path) -> None:
    session = new_session(tmp_path / "reviewer")
    project = session.project.path
    session.project.close()
    be("u-hana", "김하나")
    with opened(project) as driver:
        papers = imports(driver, tmp_path)
        files = write_first(papers, tmp_path / "first")
        gathers(driver, papers, files)
        decides_by_rules(driver)
        decides_by_keys(driver, papers)
        sees_what_changed_and_no_more(driver, papers, write_again(papers, tmp_path / "again"))
        exports_gold(driver, papers, tmp_path / "gold.jsonl")
        back = gives_back(driver)
    be(UIDS[NARAE], NARAE)
    with opened(own_project(tmp_path / "narae", PAGE, tmp_path / "again" / "나래.jsonl")) as driver:
        walks_and_appeals(driver, papers, back, tmp_path / "answers.jsonl")
    be("u-hana", "김하나")
    with opened(project) as driver:
        answers_the_appeal(driver, papers, tmp_path / "answers.jsonl")


# What the reviewer sees and presses.


def choose(driver: Driver, keys: str, *paths: Path) -> None:
    """Press keys that ask for files, and name them in the dialog."""
    answer_dialog(" ".join(f'"{path}"' for path in paths))
    driver.keys(keys)
    # Offscreen, the window is not given back the keyboard by itself.
    driver.window.activateWindow()


def desk(driver: Driver) -> ReviewDesk:
    return driver.workspace.review.desk


def decisions(session: Session, papers: Papers) -> dict[str, Decision]:
    """Return the decisions on the article that count, by the name of the place."""
    made = standing(decisions_of(session.rows("decision", "document_id", 1), session.labels))
    return {papers.named(one.made.start): one for one in made}


def states(session: Session, papers: Papers) -> dict[str, str]:
    review = review_of(session, 1)
    return {papers.named(item.start): review.state(item) for item in review.items}


def states_open(session: Session, papers: Papers) -> set[str]:
    return {papers.named(item.start) for item in review_of(session, 1).open_items}


def spans_of(session: Session, who: str) -> list[Span]:
    """Return somebody's spans on the article, as they are stored."""
    people = {person.uid: person.id for person in session.project.reading.annotators()}
    (layer,) = [one for one in session.layers(1) if one.head.annotator_id == people[UIDS[who]]]
    return list(layer.spans)


def places(spans: Sequence[Span]) -> set[tuple[int, int]]:
    return {(span.start, span.end) for span in spans}


def press(driver: Driver, keys: Sequence[str]) -> None:
    for key in keys:
        if key == WHY:
            driver.write(key)
        else:
            driver.keys(key)


# The story.


def imports(driver: Driver, folder: Path) -> Papers:
    """The page and another article come in; the page's extraction is confirmed by Enter."""
    second = line(SECOND, id="second", status="new", meta={"title": "수소 버스"})
    choose(driver, "Ctrl+O", PAGE, write_lines(folder / "second.jsonl", second))
    driver.wait_until(lambda: driver.text != "", "the page is imported")
    driver.keys("Return")
    document = driver.workspace.desk.document
    assert document is not None
    assert document.confirmed
    return papers_on({"id": document.uid, "text": driver.text}, document.document_date)


def gathers(driver: Driver, papers: Papers, files: Sequence[Path]) -> None:
    """Four files of three people; two versions of one layer are chosen from; the same files again do nothing."""
    session = driver.workspace.session
    gathered(driver, files)
    panel = driver.workspace.below.panel
    rows = [row.cells for row in panel.files.model.rows]
    assert sorted((row[0], row[1], row[4]) for row in rows) == [
        ("가람 desk.jsonl", "2", "0"),
        ("가람 laptop.jsonl", "0", "1"),
        ("나래.jsonl", "2", "0"),
        ("다온.jsonl", "2", "0"),
    ]
    # 나래's labels have become ours: one by its id, one by its name; nothing is asked, none is added.
    assert {str(kind): len(page.model.rows) for kind, page in panel.pages.items() if page.model.rows} == {
        "layers": 2
    }
    assert [label.key for label in session.labels.labels] == ["AGENCY", "SECTOR", "AMOUNT", "DATE"]
    panel.files.table.show_row([row[0] for row in rows].index("나래.jsonl"))
    said = widget(driver, "gather-files-details").item(0).text()
    assert said == "The label ORG of the file has the id of your AGENCY: its marks were taken as AGENCY."
    driver.keys("1", "2")
    taken(driver)
    assert notice(driver).startswith("Gathered: layers 1,")
    assert sorted(row.cells[:2] for row in panel.files.model.rows) == [
        ("가람 desk.jsonl", "2"), ("가람 laptop.jsonl", "1"), ("나래.jsonl", "2"), ("다온.jsonl", "2"),
    ]  # fmt: skip
    assert [(name, status) for name, status, _ in layers(session, 1)] == [
        (GARAM, "done"), (NARAE, "done"), (DAON, "done"),
    ]  # fmt: skip
    assert [status for _, status, _ in layers(session, 2)] == ["done", "done", "in_progress"]
    shorter, more = papers.spots["laptop-shorter"], papers.spots["laptop-more"]
    assert {(shorter.start, shorter.end), (more.start, more.end)} <= places(spans_of(session, GARAM))
    assert (shorter.start, shorter.end - 1) not in places(spans_of(session, GARAM))
    assert [span.norm for span in spans_of(session, NARAE)] == [None] * len(spans_of(session, NARAE))
    assert sum(span.norm is not None for span in spans_of(session, GARAM)) == 1 + FILLED_IN
    before = everything(session)
    gathered(driver, files)
    assert everything(session) == before
    driver.press_button("gather-close")


def gathered(driver: Driver, files: Sequence[Path]) -> None:
    done: list[int] = []

    def note() -> None:
        done.append(1)

    driver.window.gathering.gathered.connect(note)
    choose(driver, "Ctrl+Shift+I", *files)
    driver.wait_until(lambda: bool(done), "the files are gathered")
    driver.window.gathering.gathered.disconnect(note)
    driver.settle()


def taken(driver: Driver) -> None:
    driver.press_button("gather-take")
    driver.wait_until(lambda: not widget(driver, "gather-take").isVisible(), "the answers are taken")


def decides_by_rules(driver: Driver) -> None:
    """What all have alike is decided with its count shown before, as one step; then where only a value is missing."""
    session = driver.workspace.session
    driver.keys("Ctrl+2")
    driver.wait_until(lambda: not desk(driver).queue.busy, "the items are worked out")
    assert not has_before(session)
    assert counted(driver)[0].endswith(f"items: {FOUND_ALIKE}, documents: 1")
    driver.keys("Return")
    assert not shows(driver, "rules-panel")
    driver.wait_until(lambda: has_before(session), "the numbers before the first decision are frozen")
    assert len(gold(session, 1)) == FOUND_ALIKE
    driver.keys("Ctrl+Z")
    assert gold(session, 1) == []
    driver.keys("Ctrl+Shift+Z")
    assert len(gold(session, 1)) == FOUND_ALIKE
    assert counted(driver)[4].endswith(f"items: {FILLED_IN}, documents: 1")
    driver.keys("Down", "Down", "Down", "Down", "Return")
    assert f"items {FILLED_IN}" in notice(driver)
    rules = [row["rule"] for row in session.rows("decision", "document_id", 1)]
    assert (rules.count("unanimous"), rules.count("filled_value")) == (FOUND_ALIKE, FILLED_IN)
    assert sum(value is not None for _, _, value in gold(session, 1)) == FILLED_IN


def counted(driver: Driver) -> list[str]:
    """Open the rules and return what each says that it would decide."""
    driver.keys("Ctrl+B")
    driver.wait_until(lambda: not driver.workspace.review.rules.busy, "the rules are counted")
    rows = widget(driver, "rules-list")
    return [rows.item(at).text() for at in range(rows.count())]


def decides_by_keys(driver: Driver, papers: Papers) -> None:
    """Every key of a decision, once at least; the next item comes by itself, over both documents."""
    session, waiting = driver.workspace.session, dict(KEYS)
    for _ in range(3 * len(KEYS)):
        name = papers.named(desk(driver).item.start) if desk(driver).document_id == 1 else ""
        if name == "doubtful" and name in states_open(session, papers):
            decides_without_names(driver)
        elif waiting:
            press(driver, waiting.pop(name, ("F8",)))
    assert waiting == {}
    assert states_open(session, papers) == {"later"}
    assert desk(driver).document_id == 2
    # 다온 is half done there: named, without a vote.
    assert DAON in widget(driver, "item-waiting").text()
    assert len(desk(driver).review.doers) == 2
    driver.keys("1", "Backspace")
    assert gold(session, 2) == []
    driver.keys("1", "1")
    assert [text for text, _, _ in gold(session, 2)] == ["한빛시", "환경부"]
    made = {name: one.made for name, one in decisions(session, papers).items()}
    assert {name: (str(made[name].action), made[name].adopted) for name in KEYS if name != "later"} == {
        "spare": ("neither", ""),
        "missed": ("adopt", UIDS[GARAM]),
        "value": ("adopt", UIDS[GARAM]),
        "label": ("adopt", UIDS[NARAE]),
        "josa": ("adopt", UIDS[GARAM]),
        "split": ("all", ""),
        "ends": ("edit", ""),
    }
    value = made["value"]
    assert (value.reason, value.confidence, value.note, value.flag) == ("guideline", "high", WHY, True)
    assert len(made["split"].result) == 3
    ends = papers.spots["ends"]
    assert [span[:3] for span in made["ends"].result] == [(ends.start, ends.end, "AGENCY")]
    assert "later" not in made


def decides_without_names(driver: Driver) -> None:
    """Names hidden, the order kept; a decision made so says so; names are shown again by a step that is recorded."""

    def names() -> str:
        return " ".join(widget(driver, f"layer-row-{at}").accessibleName() for at in (1, 2, 3))

    session, item = driver.workspace.session, desk(driver).item
    driver.window.actions_["review.blind"].trigger()
    assert not any(name in names() for name in (GARAM, NARAE, DAON))
    order = [doer.uid for doer in desk(driver).review.doers]
    there = next(at for at, uid in enumerate(order) if item.contents[uid])
    driver.keys(str(there + 1))
    (row,) = session.rows("review", "document_id", 1)
    assert (json.loads(str(row["blind_order"])), row["revealed_at"]) == (order, "")
    driver.window.actions_["review.reveal"].trigger()
    (row,) = session.rows("review", "document_id", 1)
    assert (bool(row["revealed_at"]), row["revealed_by"]) == (True, session.annotator.id)
    assert all(name in names() for name in (GARAM, NARAE, DAON))
    driver.window.actions_["review.blind"].trigger()
    made = [one.made for one in decisions_of(session.rows("decision", "document_id", 1), session.labels)]
    assert [(one.start, one.adopted) for one in made if one.blind] == [(item.start, order[there])]


def sees_what_changed_and_no_more(driver: Driver, papers: Papers, files: Sequence[Path]) -> None:
    """나래 has changed three places, 다온 has finished: that comes back, everything else stands."""
    session = driver.workspace.session
    before, golden = decisions(session, papers), gold(session, 1)
    gathered(driver, files)
    driver.press_button("gather-close")
    assert decisions(session, papers) == before
    assert gold(session, 1) == golden
    changed = {"same0": State.STALE, "josa": State.CONFIRMED, "new": OPEN, "later": OPEN}
    assert states(session, papers) == {**dict.fromkeys(before, State.KEPT), **changed}
    assert [(row.quote, row.state) for row in desk(driver).queue.shown if row.document_id == 2] == [
        ("환경부", State.STALE),
        ("300만 달러", OPEN),
    ]
    assert len([row for row in desk(driver).queue.shown if row.document_id == 1]) == 3
    driver.keys("F8")
    assert papers.named(desk(driver).item.start) == "same0"
    assert "was made on" in widget(driver, "item-told").text()
    driver.keys("Return")
    assert papers.named(desk(driver).item.start) == "new"
    # As 나래 has it; then 환경부 is said anew, and the sum is left open.
    driver.keys("2", "Return", "Space")
    assert (states(session, papers)["same0"], states(session, papers)["new"]) == (State.KEPT, State.KEPT)


def exports_gold(driver: Driver, papers: Papers, target: Path) -> None:
    """The panel warns of what is open; the file says who had what, who decided it by which rule, from which files."""
    driver.keys("Ctrl+E")
    driver.wait_until(lambda: "2 items are not decided" in widget(driver, "export-forecast").text(), "warned")
    assert widget(driver, "export-layers").currentText() == "Gold"
    field = widget(driver, "export-path")
    field.setFocus()
    field.selectAll()
    driver.write(str(target))
    driver.keys("Return")
    driver.wait_until(lambda: "2 items are not decided" in widget(driver, "export-told").text(), "written")
    driver.keys("Esc")
    page, second = lines_of(target)
    assert [(one["role"], one["review_status"], one["open"]) for one in (page, second)] == [
        ("adjudicator", "in_review", 1),
        ("adjudicator", "in_review", 1),
    ]
    wanted = wanted_gold(papers)
    assert {(span["start"], span["end"], span["label"]) for span in page["spans"]} == wanted
    assert all(page["text"][span["start"] : span["end"]] == span["text"] for span in page["spans"])
    checks_decisions(papers, page)
    assert {(one["annotator"], one["file_sha256"]) for one in page["inputs"]} == {
        (name, hashlib.sha256(path.read_bytes()).hexdigest())
        for name, path in (
            (GARAM, target.parent / "first" / "가람 desk.jsonl"),
            (GARAM, target.parent / "first" / "가람 laptop.jsonl"),
            (NARAE, target.parent / "again" / "나래.jsonl"),
            (DAON, target.parent / "first" / "다온.jsonl"),
        )
    }


def wanted_gold(papers: Papers) -> set[tuple[int, int, str]]:
    """Return what must stand in gold by what was pressed."""
    as_suggested = [name for name in papers.spots if name not in {"spare", "later", "label", "split"}]
    wanted = {spot.mark()[:3] for name, spot in papers.spots.items() if name in as_suggested}
    wanted.add(papers.spots["label"].mark(label="SECTOR")[:3])
    for who in (GARAM, NARAE):
        wanted |= {mark[:3] for mark in papers.marks[who]["split"]}
    return wanted


def checks_decisions(papers: Papers, record: dict[str, object]) -> None:
    """Each entry of a decision, as it follows from what everybody had and what was pressed."""
    spans = {span["id"]: (span["start"], span["end"]) for span in record["spans"]}
    told: dict[str, list[tuple[object, ...]]] = {}
    for row in record["decisions"]:
        start, _ = spans.get(row["span_id"]) or (row["before"]["start"], row["before"]["end"])
        assert (row["by"], row["response"]) == ("김하나", None)
        said = (bool(row["span_id"]), row["action"], row["rule"], row["votes"], row["sources"])
        told.setdefault(papers.named(start), []).append(said)
    by_two, by_one = ("2/3", [GARAM, DAON]), ("1/3", [NARAE])
    assert told["spare"] == [(False, "neither", None, *by_one)]
    assert told["missed"] == told["doubtful"] == [(True, "adopt", None, *by_two)]
    assert told["same0"] == [(True, "adopt", None, *by_two)]
    assert told["same1"] == [(True, "adopt", "unanimous", "3/3", [GARAM, NARAE, DAON])]
    assert told["filled0"] == [
        (True, "adopt", "filled_value", *by_two),
        (False, "adopt", "filled_value", *by_one),
    ]
    assert told["label"] == [(True, "adopt", None, *by_one), (False, "adopt", None, *by_two)]
    assert sorted(told["value"]) == [
        (False, "adopt", None, "1/3", [NARAE]),
        (False, "adopt", None, "1/3", [DAON]),
        (True, "adopt", None, "1/3", [GARAM]),
    ]
    assert told["ends"][0] == (True, "edit", None, "0/3", [])
    assert len(told["ends"]) == 4
    assert "later" not in told
    (flagged,) = [row for row in record["decisions"] if row["flag"] and row["span_id"]]
    assert (flagged["reason"], flagged["note"], flagged["confidence"]) == ("guideline", WHY, "high")


def gives_back(driver: Driver) -> Path:
    """What is left is decided, both reviews are done; then a return file for 나래 alone, with no other's name."""
    session = driver.workspace.session
    driver.keys("1", "F8", "0")
    assert [review_of(session, one).open_items for one in (1, 2)] == [(), ()]
    driver.keys("Ctrl+Return", "Ctrl+PgUp", "Ctrl+Return")
    assert [str(review_of(session, one).status) for one in (1, 2)] == ["done", "done"]
    assert "open it again" in widget(driver, "review-banner").text()
    driver.window.actions_["review.give-back"].trigger()
    driver.wait_until(lambda: isinstance(driver.workspace.panels.panel, GiveBackPanel), "asked to whom")
    driver.settle()
    driver.keys("Home", "Space", "Down", "Down", "Space")
    request = driver.workspace.panels.panel.request()
    assert request.colleagues == (UIDS[NARAE],)
    driver.press_button("give-write")
    driver.wait_until(lambda: request.target.is_dir() and "Given back" in notice(driver), "written")
    names = {path.name for path in request.target.iterdir()}
    assert {"나래.return.jsonl", "나래.feedback.html", "guideline.csv"} <= names
    assert not any(name.startswith((GARAM, DAON)) for name in names)
    back = request.target / "나래.return.jsonl"
    assert not any(name in back.read_text(encoding="utf-8") for name in (GARAM, DAON))
    return back


def walks_and_appeals(driver: Driver, papers: Papers, back: Path, sent: Path) -> None:
    """In 나래's own project the file opens as a walk: she agrees, appeals once with a note, takes one over."""
    session = driver.workspace.session
    before = marks(driver)
    driver.window.files_dropped.emit([back])
    driver.wait_until(lambda: isinstance(driver.workspace.panels.panel, ReturnedPanel), "the walk begins")
    items = returned_items(session)
    here = [papers.named(item.start) for item in items if item.document_id == 1]
    assert sorted(here) == sorted(
        ["spare", "missed", "doubtful", "value", "split", "ends", "amount", "same0", "later"]
        + [f"filled{number}" for number in range(4)]
    )
    for name in [*here, *("" for _ in items[len(here) :])]:
        if name == "spare":
            driver.keys("2")
            driver.write(APPEAL)
            driver.keys("Return")
            continue
        if name == "value":
            assert WHY in widget(driver, "returned-why").text()
        if name == "split":
            # AGENCY is ORG in her project.
            assert f"[{session.labels.by_key('ORG').title}]" in widget(driver, "returned-final").text()
            halves = [driver.text[slice(*mark[:2])] for mark in papers.marks[NARAE]["split"]]
            assert all(half in widget(driver, "returned-ours").text() for half in (*halves, "(stays)"))
            driver.press_button("returned-over")
        driver.keys("Return")
    given = {papers.named(one.start): one for one in returned_items(session) if one.document_id == 1}
    assert (given["spare"].answer, given["spare"].note) == (Answer.APPEAL, APPEAL)
    assert [one.answer for one in returned_items(session)].count(Answer.AGREE) == len(items) - 1
    driver.keys("Ctrl+PgUp")
    split = papers.spots["split"]
    assert set(marks(driver)) - set(before) == {(driver.text[split.start : split.end], "ORG")}
    assert len(marks(driver)) == len(before) + 1
    answer_dialog(sent)
    driver.press_button("returned-send")
    driver.window.activateWindow()
    driver.wait_until(sent.is_file, "the answers are written")


def answers_the_appeal(driver: Driver, papers: Papers, sent: Path) -> None:
    """Gathered again, the item is open with its note in the card; the new decision answers it."""
    session = driver.workspace.session
    choose(driver, "Ctrl+Shift+I", sent)
    driver.wait_until(lambda: session.rows("response", "document_id", 1), "the answers are taken in")
    driver.settle()
    assert "appeals among them: 1" in notice(driver)
    driver.keys("Ctrl+2")
    driver.settle()
    assert papers.named(desk(driver).item.start) == "spare"
    assert [one for one in states(session, papers).values() if one == APPEALED] == [APPEALED]
    told = widget(driver, "item-told").text()
    assert NARAE in told
    assert APPEAL in told
    driver.keys("2")
    assert review_of(session, 1).open_items == review_of(session, 2).open_items == ()
    assert decisions(session, papers)["spare"].made.adopted == UIDS[NARAE]
    assert papers.spots["spare"].mark()[:2] in {
        (span.start, span.end)
        for layer in session.layers(1)
        if layer.head.role is Role.ADJUDICATOR
        for span in layer.spans
    }
