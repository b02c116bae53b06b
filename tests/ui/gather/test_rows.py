"""What a gathering asks, as rows and words: and the answers, as the gathering takes them."""

from html import unescape
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from annotator.app.gather.questions import (
    ADD,
    APART,
    NEW,
    Answers,
    Around,
    AskedAway,
    AskedItem,
    AskedLabel,
    AskedLayer,
    AskedPerson,
    AskedText,
    Aspect,
    Away,
    Choice,
    ItemKey,
    Questions,
    Said,
)
from annotator.app.imports.intake import FileAccount
from annotator.core.labels import DEFAULT_LABELS, LabelSet
from annotator.core.people import Annotator
from annotator.review.tiers import Tier
from annotator.ui.gather.model import QUIET
from annotator.ui.gather.page import AskPage
from annotator.ui.gather.rows import Asked, AskRow, Chosen, Outcome, columns_of, file_rows, rows_of, words_of

LABELS = LabelSet("kr-news", 1, DEFAULT_LABELS)
LAYER = (1, 2, "annotator")


def outcome(**questions: object) -> Outcome:
    return Outcome([], Questions(**questions), LABELS, [Annotator(1, "u1", "김하늘")])


def text(number: int, *likely: tuple[int, str, float]) -> AskedText:
    key = (f"x{number}", f"sha{number}")
    return AskedText(key, "lee.jsonl", Tier.UNMATCHED, f"글 {number}", "글", (), 1, likely)


def layer(*items: AskedItem) -> Outcome:
    return outcome(layers={LAYER: AskedLayer(LAYER, "b.jsonl", "글", "이도윤", 3, items)})


def item(
    aspect: Aspect, ours: tuple[Said, ...], theirs: tuple[Said, ...], *, sided: bool = False
) -> AskedItem:
    return AskedItem(ItemKey(0, 0, aspect), ours, theirs, sided)


def test_texts_stand_by_their_likeness_and_of_equals_none_is_the_best() -> None:
    asked = [
        text(1, (7, "가", 0.5)),
        text(2, (8, "나", 0.9), (9, "다", 0.9)),
        text(3),
        text(4, (7, "가", 0.95)),
    ]
    rows = rows_of(Asked.TEXTS, outcome(texts={one.key: one for one in asked}))
    assert [row.cells[0] for row in rows] == ["글 4", "글 2", "글 1", "글 3"]
    assert [(row.best, row.likeness) for row in rows] == [(7, 0.95), (None, 0.9), (7, 0.5), (None, 0.0)]
    assert [value for value, _ in rows[1].options] == [8, 9, NEW, -1]


@pytest.mark.parametrize(
    ("asked", "cells", "choices"),
    [
        (
            item(Aspect.SPANS, (Said("한빛시", "AGENCY", "Q1", "왜", True),), ()),
            ("Span", "“한빛시” AGENCY = Q1 (note: 왜, unsure)", "(nothing)"),
            ["ours", "theirs", "both"],
        ),
        (
            item(Aspect.STATUS, (Said("done"),), (Said("in_progress"),), sided=True),
            ("Status", "Done", "In progress"),
            ["ours", "theirs"],
        ),
        (
            item(Aspect.FLAG, (), (Said("flagged"),), sided=True),
            ("Flag", "not flagged", "flagged"),
            ["ours", "theirs"],
        ),
        (
            item(Aspect.COMMENTS, (Said("맞나요?", "lee"),), (Said("맞나요?", "lee", done=True),)),
            ("Comment", "“맞나요?” lee", "“맞나요?” lee (resolved)"),
            ["ours", "theirs", "both"],
        ),
        (
            item(Aspect.RECORDS, (), (Said("AGENCY 한빛시 + DATE 2일"), Said("DATE 2일", "aid"))),
            ("Record", "(nothing)", "AGENCY 한빛시 + DATE 2일; DATE 2일 aid"),
            ["ours", "theirs", "both"],
        ),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_what_two_versions_do_not_share_is_said(
    asked: AskedItem, cells: tuple[str, ...], choices: list[str]
) -> None:
    [row] = rows_of(Asked.LAYERS, layer(asked))
    assert row.cells == ("글", "이도윤", *cells, "")
    assert [value for value, _ in row.options] == choices


@pytest.mark.parametrize(
    ("around", "where"),
    [
        (Around("…지난 ", "2일", "과\n3일에…"), "…지난 [2일]과 3일에…"),
        (Around("", "가" * 20 + "나" * 21, ""), f"[{'가' * 14} … {'나' * 14}]"),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_an_item_is_shown_where_it_stands_with_what_is_around_it(around: Around, where: str) -> None:
    asked = AskedItem(ItemKey(3, 5), (Said("2일", "DATE"),), (), around=around)
    page = AskPage(Asked.LAYERS)
    page.show_rows(rows_of(Asked.LAYERS, layer(asked)), {})
    at = columns_of(Asked.LAYERS).index("Where in the text")
    cell, beside = page.model.index(0, at), page.model.index(0, at - 1)
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    shown, tip, spoken = (str(cell.data(role)) for role in roles)
    assert shown == where
    assert where in unescape(tip)
    assert spoken == f"Where in the text: {where}"
    assert (cell.data(QUIET), beside.data(QUIET)) == (True, False)


def test_a_person_without_a_name_is_typed_and_one_with_a_name_is_chosen() -> None:
    lee = Annotator(2, "u2u2u2u2", "이도윤")
    nobody = AskedPerson(("a.jsonl", "", ""), "a.jsonl", "a")
    known = AskedPerson(("", "z9", "이도윤"), "b.jsonl", "이도윤", (lee,))
    typed, chosen = rows_of(Asked.PEOPLE, outcome(people={one.key: one for one in (nobody, known)}))
    assert (typed.typed, typed.options) == ("a", (("김하늘", "김하늘"),))
    assert (chosen.typed, [value for value, _ in chosen.options]) == (None, ["u2u2u2u2", APART])


def test_what_is_put_away_is_a_row_a_file_with_its_count() -> None:
    asked = AskedAway("lee.jsonl", Away.GONE, {"d1", "d2"}, ["가\n나"])
    [row] = rows_of(Asked.AWAY, outcome(away={("lee.jsonl", Away.GONE): asked}))
    assert row.cells == ("lee.jsonl", "removed for good", "2", "가 나")
    assert [value for value, _ in row.options] == [True, False]


@pytest.mark.parametrize("kind", [None, *Asked])
def test_there_is_a_head_for_each_cell_and_for_the_answer(kind: Asked | None) -> None:
    everything = outcome(
        labels={("a", "ORG"): AskedLabel("a", "ORG")},
        people={("a", "", ""): AskedPerson(("a", "", ""), "a", "")},
        texts={("x", "s"): text(1)},
        away={("a", Away.BIN): AskedAway("a", Away.BIN)},
    )
    everything.questions.layers.update(layer(item(Aspect.FLAG, (), ())).questions.layers)
    if kind is None:
        [row] = file_rows([FileAccount(Path("a.jsonl"))])
        assert len(columns_of(None)) == len(row.cells)
    else:
        assert all(len(columns_of(kind)) == len(row.cells) + 1 for row in rows_of(kind, everything))


def test_what_was_chosen_is_what_the_gathering_takes() -> None:
    chosen = Chosen()
    chosen.by_kind[Asked.LABELS][("a.jsonl", "ORG")] = ADD
    chosen.by_kind[Asked.PEOPLE][("a.jsonl", "", "")] = "최유진"
    chosen.by_kind[Asked.TEXTS][("x", "sha")] = 7
    chosen.by_kind[Asked.AWAY][("a.jsonl", Away.BIN)] = False
    key = ItemKey(3, 9, Aspect.RECORDS, "abc")
    chosen.by_kind[Asked.LAYERS][(LAYER, key)] = "both"
    chosen.by_kind[Asked.CHANGED][5] = "wrong"
    assert chosen.answers() == Answers(
        {"a.jsonl": {"ORG": ADD}},
        {("x", "sha"): 7},
        {("a.jsonl", "", ""): "최유진"},
        {LAYER: {key: Choice.BOTH}},
        {("a.jsonl", Away.BIN): False},
    )
    assert (chosen.looked_at(), chosen.count) == (((), (5,)), 6)


def test_the_words_of_an_answer_are_those_of_its_option_or_what_was_typed() -> None:
    row = AskRow("key", ("a",), ((1, "one"),), typed="")
    assert [words_of(row, chosen) for chosen in ({}, {"key": 1}, {"key": "최유진"})] == ["", "one", "최유진"]
